-- What waits at the desk is counted, and sorted, from the index of open cases alone: it holds all that is asked for.
DROP INDEX cases_open;
CREATE INDEX cases_open ON cases (
    urgent DESC, (COALESCE(due_on, '9999')), id, owner_id, wijk, sensitive, due_on, alias, twin_of, status, category, kind
) WHERE status NOT IN ('handled', 'withdrawn');
