-- Who of staff is away, now or to come; both days count. Without a substitute everybody else responsible has the work.
CREATE TABLE absences (
    staff_id INTEGER PRIMARY KEY REFERENCES staff (id),
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    substitute_id INTEGER REFERENCES staff (id),
    began INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- Whose case it is while a substitute has it, or nobody; it comes back when the absence is over.
CREATE TABLE lent_cases (
    case_id INTEGER PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    substitute_id INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX lent_cases_by_staff ON lent_cases (staff_id);

-- What an absence that has begun makes of people, beside who they are: read with them at every turn.
ALTER TABLE staff ADD COLUMN away_until TEXT;
ALTER TABLE staff ADD COLUMN stands_in TEXT NOT NULL DEFAULT '[]';
