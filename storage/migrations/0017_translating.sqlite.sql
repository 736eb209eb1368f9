-- What people translated or corrected, to be used again where the same words return; sealed, and gone with the words.
-- `mark` is a keyed hash of the words; `engine` the machine and version that was corrected, empty where none had translated.
CREATE TABLE translation_memory (
    id INTEGER PRIMARY KEY,
    case_message_id INTEGER NOT NULL REFERENCES case_messages (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    language TEXT NOT NULL,
    mark TEXT NOT NULL,
    engine TEXT NOT NULL,
    sealed BLOB NOT NULL,
    times INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (source, language, mark, engine)
) STRICT;
CREATE INDEX translation_memory_by_message ON translation_memory (case_message_id);

-- An answer that has not left, on its way to the machine: into the resident's language, and back again.
CREATE TABLE foretold (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL,
    source TEXT NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL,
    sealed BLOB NOT NULL,
    attempts INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (person_id, purpose)
) STRICT;

CREATE INDEX translations_doubtful ON translations (id) WHERE doubtful = 1;
