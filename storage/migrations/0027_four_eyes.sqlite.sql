-- A second pair of eyes on announcements. `round` counts how often one was offered, so that an old button approves nothing
-- that was changed since; why it was refused is sealed, as its words are.
ALTER TABLE announcements ADD COLUMN round INTEGER NOT NULL DEFAULT 0;
ALTER TABLE announcements ADD COLUMN offered_at INTEGER;
ALTER TABLE announcements ADD COLUMN decided_by INTEGER REFERENCES staff (id);
ALTER TABLE announcements ADD COLUMN refusal BLOB;
CREATE INDEX announcements_proposed ON announcements (id) WHERE state = 'proposed';

-- Who is asked to look, with each message that asks, until somebody has decided.
CREATE TABLE announcement_asked (
    announcement_id INTEGER NOT NULL REFERENCES announcements (id) ON DELETE CASCADE,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    outbox_id INTEGER NOT NULL,
    PRIMARY KEY (announcement_id, outbox_id)
) STRICT;

ALTER TABLE quick_answers ADD COLUMN refusal BLOB;
