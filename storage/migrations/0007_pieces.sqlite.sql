-- An album that somebody sent is known by its first message: a reply to any of its pictures is one to the album.
CREATE TABLE album_messages (
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    first_id INTEGER NOT NULL,
    PRIMARY KEY (chat_id, message_id)
) STRICT;

-- What we said in more than one message (an album, a long text): all but the one that the outbox itself names.
CREATE TABLE outbox_pieces (
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    outbox_id INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
    PRIMARY KEY (chat_id, message_id)
) STRICT;
CREATE INDEX outbox_pieces_by_row ON outbox_pieces (outbox_id);
