-- What staff did that is about no case. With `history` it is the trail: one row for every act, and no content.
-- Without `staff_id` it was the operator, at the command line.
CREATE TABLE staff_acts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act TEXT NOT NULL,
    staff_id INTEGER REFERENCES staff (id),
    detail TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX staff_acts_by_time ON staff_acts (created_at, id);
CREATE INDEX history_of_staff ON history (created_at, id) WHERE staff_id IS NOT NULL;

-- Appended, and never changed. Nothing of it goes but what is older than its term, while retention says so in `meta`.
CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history
    BEGIN SELECT RAISE(ABORT, 'what was done is never changed'); END;
CREATE TRIGGER staff_acts_are_not_changed BEFORE UPDATE ON staff_acts
    BEGIN SELECT RAISE(ABORT, 'what was done is never changed'); END;
CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history
    WHEN NOT EXISTS (SELECT 1 FROM meta WHERE key = 'acts-may-go')
    BEGIN SELECT RAISE(ABORT, 'what was done is never deleted'); END;
CREATE TRIGGER staff_acts_are_not_deleted BEFORE DELETE ON staff_acts
    WHEN NOT EXISTS (SELECT 1 FROM meta WHERE key = 'acts-may-go')
    BEGIN SELECT RAISE(ABORT, 'what was done is never deleted'); END;
