-- The last day on which somebody was here, and no closer: a chat that nobody uses any more is forgotten after its term.
ALTER TABLE people ADD COLUMN seen_at INTEGER;
UPDATE people SET seen_at = created_at;

-- What each run of retention did, a row for each term: figures, and nothing of whom.
CREATE TABLE retention_runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kept TEXT NOT NULL,
    days INTEGER NOT NULL,
    rule TEXT NOT NULL,
    found INTEGER NOT NULL,
    act TEXT NOT NULL
) STRICT;

-- Languages whose time is over are forgotten every hour, where the city wants that.
CREATE INDEX people_language_until ON people (language_until) WHERE language_until IS NOT NULL;
