-- What waits is counted every few seconds, also while an announcement to many thousands does: along indexes alone.
-- (SQLite reads a row unless its index has every column that the question names, also those of its own condition.)
CREATE INDEX outbox_talk_waiting ON outbox (urgency, not_before, created_at, state, announcement_id)
    WHERE announcement_id IS NULL AND state IN ('waiting', 'sending');
DROP INDEX outbox_by_announcement;
CREATE INDEX outbox_by_announcement ON outbox (announcement_id, state, created_at) WHERE announcement_id IS NOT NULL;
