-- A case that was passed on to a partner, with what was written to them; and the mail that brings it, where one does.
CREATE TABLE passings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    partner TEXT NOT NULL,
    way TEXT NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    sealed BLOB NOT NULL,
    mail TEXT,
    attempts INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    ended_at INTEGER,
    outcome TEXT
) STRICT;
CREATE INDEX passings_by_case ON passings (case_id);
CREATE INDEX passings_open ON passings (partner) WHERE ended_at IS NULL;
CREATE INDEX passings_by_mail ON passings (id) WHERE mail IN ('waiting', 'sending');

-- What a partner said of it, typed by themselves or by the desk.
CREATE TABLE partner_answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    passing_id INTEGER NOT NULL REFERENCES passings (id) ON DELETE CASCADE,
    staff_id INTEGER REFERENCES staff (id),
    sealed BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX partner_answers_by_passing ON partner_answers (passing_id);
