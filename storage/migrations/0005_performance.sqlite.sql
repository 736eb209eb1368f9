-- What waits for the desk, in the order in which it is shown; of closed cases, which are nearly all, nothing.
CREATE INDEX cases_open ON cases (
    urgent DESC, (COALESCE(due_on, '9999')), id, owner_id, wijk, sensitive, due_on, alias
) WHERE status NOT IN ('handled', 'withdrawn');

-- Prompts that have ended are forgotten after a while.
CREATE INDEX outbox_prompts_ended ON outbox (ended_at)
    WHERE case_id IS NULL AND announcement_id IS NULL AND ended_at IS NOT NULL;

-- Somebody who erases everything leaves nothing behind that was to happen later.
CREATE INDEX due_by_lane ON due (lane);
