-- `origin`: whose words it began with. `opened_by`: who of the staff began it. `reference`: the city's own name for it.
ALTER TABLE cases ADD COLUMN origin TEXT NOT NULL DEFAULT 'resident';
ALTER TABLE cases ADD COLUMN opened_by INTEGER REFERENCES staff (id);
ALTER TABLE cases ADD COLUMN reference TEXT NOT NULL DEFAULT '';
CREATE INDEX cases_by_opener ON cases (opened_by) WHERE opened_by IS NOT NULL;
CREATE INDEX cases_by_month ON cases (wijk, created_at);

-- A note of an organisation is sealed for that organisation; one of the city's own people has none.
ALTER TABLE notes ADD COLUMN organisation TEXT;

-- Whether contact workers may read along to translate: 1 when the person was told, 0 when that was refused.
ALTER TABLE people ADD COLUMN read_along INTEGER;

-- Links with which the person whom a case is about takes it over; only a hash of each is kept.
CREATE TABLE hand_overs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token_hash TEXT NOT NULL UNIQUE,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;
CREATE INDEX hand_overs_by_case ON hand_overs (case_id);

-- A case needs a visit: on which day, and by whom.
CREATE TABLE visits (
    case_id INTEGER PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    visit_on TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
