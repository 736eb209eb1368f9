-- How often each quick answer was chosen, so that those used most come first; never by whom.
CREATE TABLE quick_uses (
    answer TEXT PRIMARY KEY,
    times INTEGER NOT NULL
) STRICT;

-- Quick answers that staff proposed beside those of the city's file; words are sealed, for most never leave.
CREATE TABLE quick_answers (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    label BLOB NOT NULL,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    decided_by INTEGER REFERENCES staff (id),
    decided_at INTEGER
) STRICT;

CREATE TABLE quick_answer_texts (
    answer_id INTEGER NOT NULL REFERENCES quick_answers (id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    sealed BLOB NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    PRIMARY KEY (answer_id, language)
) STRICT;
