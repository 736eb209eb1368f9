-- What one replica at a time may do. `until` in microseconds of the server's own clock; `fence` is one more at each change.
CREATE TABLE leases (
    name TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    fence INTEGER NOT NULL,
    until INTEGER NOT NULL
) STRICT;
-- With this the fence belongs to a key: whoever holds a row FOR KEY SHARE lets it be renewed, but not taken over.
CREATE UNIQUE INDEX leases_fenced ON leases (name, holder, fence);

-- The chats that replicas are at work on; a row goes when its chat has nothing waiting.
CREATE TABLE lanes (
    lane INTEGER PRIMARY KEY,
    holder TEXT NOT NULL,
    fence INTEGER NOT NULL,
    until INTEGER NOT NULL
) STRICT;
