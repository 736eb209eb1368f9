-- "Go and look": what somebody of a team is asked to look at in a wijk, who does, and what was seen. Words are sealed.
CREATE TABLE errands (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    asked_by INTEGER NOT NULL REFERENCES staff (id),
    taken_by INTEGER REFERENCES staff (id),
    asked BLOB NOT NULL,
    seen BLOB,
    created_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE INDEX errands_by_case ON errands (case_id);
CREATE INDEX errands_by_taker ON errands (taken_by) WHERE state = 'taken';
