-- How much of a kind came from or goes to somebody, in a window that began at `since`; `over_at`: since when it is
-- more than was agreed. A window that is over begins anew with what comes next.
CREATE TABLE paces (
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    since INTEGER NOT NULL,
    times INTEGER NOT NULL,
    over_at INTEGER,
    PRIMARY KEY (person_id, kind)
) STRICT;

-- For whom the desk asked for a day of rest: what they send is kept, and comes without a sound.
CREATE TABLE quiets (
    person_id INTEGER PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL
) STRICT;

-- The one message of a kind that stands for many in the chat of a member of staff.
CREATE TABLE digests (
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    outbox_id INTEGER NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (person_id, kind)
) STRICT;

-- Which cases a member of staff was told of by a digest and by no card.
CREATE TABLE digested (
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, case_id)
) STRICT;
CREATE INDEX digested_by_case ON digested (case_id);
