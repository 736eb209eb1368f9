-- Streets that staff have placed in a wijk, beside those of the city file. A row is never deleted: what was removed says so.
CREATE TABLE streets (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    wijk TEXT NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    created_at INTEGER NOT NULL,
    removed_by INTEGER REFERENCES staff (id),
    removed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX streets_once ON streets (name, wijk) WHERE removed_at IS NULL;
