-- How much of a kind came from or goes to somebody, in a window that began at `since`; `over_at`: since when it is
-- more than was agreed. A window that is over begins anew with what comes next.
CREATE TABLE paces (
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    since BIGINT NOT NULL,
    times BIGINT NOT NULL,
    over_at BIGINT,
    PRIMARY KEY (person_id, kind)
);

-- For whom the desk asked for a day of rest: what they send is kept, and comes without a sound.
CREATE TABLE quiets (
    person_id BIGINT PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    since BIGINT NOT NULL,
    until BIGINT NOT NULL
);

-- The one message of a kind that stands for many in the chat of a member of staff.
CREATE TABLE digests (
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    outbox_id BIGINT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (person_id, kind)
);

-- Which cases a member of staff was told of by a digest and by no card.
CREATE TABLE digested (
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    case_id BIGINT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, case_id)
);
CREATE INDEX digested_by_case ON digested (case_id);
