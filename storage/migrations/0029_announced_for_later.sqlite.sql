-- An announcement waits for the end of its reader's quiet hours: until then it does not count as one that waits.
DROP INDEX outbox_by_announcement;
CREATE INDEX outbox_by_announcement ON outbox (announcement_id, state, not_before, created_at)
    WHERE announcement_id IS NOT NULL;
