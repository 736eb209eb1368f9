-- What a machine wrote down of a spoken message; of a sensitive case in `sealed`. `language`: the one that was heard.
CREATE TABLE transcripts (
    case_message_id INTEGER PRIMARY KEY REFERENCES case_messages (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    text TEXT NOT NULL,
    sealed BLOB,
    language TEXT NOT NULL,
    engine TEXT,
    attempts INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    done_at INTEGER
) STRICT;
CREATE INDEX transcripts_waiting ON transcripts (case_message_id) WHERE state = 'machine';
