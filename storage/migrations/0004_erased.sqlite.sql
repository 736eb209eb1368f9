-- Who was erased, as keyed hashes of rows that are gone: a restored backup must lose them again, and a journal that
-- lacks one of these is not the whole journal.
CREATE TABLE erased (
    mark TEXT PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT;
