-- Times are microseconds since 1970 in UTC; booleans are 0 or 1; JSON is text.
-- One row per private chat. Nothing here says who somebody is: no name, username, telephone number or picture.
CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL UNIQUE,
    language TEXT,
    language_until INTEGER,
    welcomed_at INTEGER,
    last_wijk TEXT,
    blocked_at INTEGER,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE follows (
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    wijk TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, wijk)
) STRICT;
CREATE INDEX follows_by_wijk ON follows (wijk);

CREATE TABLE staff (
    id INTEGER PRIMARY KEY,
    person_id INTEGER REFERENCES people (id) ON DELETE SET NULL,
    role TEXT NOT NULL,
    wijken TEXT NOT NULL,
    stadsdelen TEXT NOT NULL,
    languages TEXT NOT NULL,
    organisation TEXT,
    created_at INTEGER NOT NULL,
    released_at INTEGER
) STRICT;
CREATE UNIQUE INDEX staff_one_role_at_a_time ON staff (person_id) WHERE released_at IS NULL;

CREATE TABLE invitations (
    id INTEGER PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    wijken TEXT NOT NULL,
    stadsdelen TEXT NOT NULL,
    languages TEXT NOT NULL,
    organisation TEXT,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;

CREATE TABLE cases (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    alias TEXT NOT NULL,
    resident_id INTEGER REFERENCES people (id) ON DELETE SET NULL,
    kind TEXT NOT NULL,
    category TEXT,
    wijk TEXT,
    place TEXT NOT NULL,
    lat REAL,
    lon REAL,
    status TEXT NOT NULL,
    urgent INTEGER NOT NULL,
    sensitive INTEGER NOT NULL,
    owner_id INTEGER REFERENCES staff (id),
    due_on TEXT,
    outcome TEXT,
    reopened INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    handled_at INTEGER,
    erased_at INTEGER
) STRICT;
CREATE INDEX cases_by_resident ON cases (resident_id);
CREATE INDEX cases_open_by_owner ON cases (owner_id, status);
CREATE INDEX cases_open_by_wijk ON cases (wijk, status);

-- Words of a sensitive case are in `sealed`, all others in `text`; media are Telegram's file ids for this bot.
CREATE TABLE case_messages (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    author TEXT NOT NULL,
    staff_id INTEGER REFERENCES staff (id),
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    sealed BLOB,
    media TEXT NOT NULL,
    lat REAL,
    lon REAL,
    chat_id INTEGER,
    message_id INTEGER,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX case_messages_by_case ON case_messages (case_id);
CREATE INDEX case_messages_by_message ON case_messages (chat_id, message_id);

-- An id never comes back: the machine may still be at work on words that were erased.
CREATE TABLE translations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_message_id INTEGER NOT NULL REFERENCES case_messages (id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    state TEXT NOT NULL,
    text TEXT NOT NULL,
    sealed BLOB,
    engine TEXT,
    staff_id INTEGER REFERENCES staff (id),
    doubtful INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    done_at INTEGER,
    UNIQUE (case_message_id, language)
) STRICT;
CREATE INDEX translations_waiting ON translations (state, id) WHERE state IN ('machine', 'human');

CREATE TABLE notes (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    staff_id INTEGER REFERENCES staff (id),
    text TEXT NOT NULL,
    sealed BLOB,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX notes_by_case ON notes (case_id);

-- "It is happening again": one row for each time that somebody said so of a signal.
CREATE TABLE occurrences (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX occurrences_by_case ON occurrences (case_id);

-- What was done to a case, by whom and when; appended, never changed, and without content.
CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    act TEXT NOT NULL,
    staff_id INTEGER REFERENCES staff (id),
    detail TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX history_by_case ON history (case_id);

-- `reached` is the last person for whom an outbox row was made; `progress_id` the outbox row that shows how far it is.
CREATE TABLE announcements (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    audience TEXT NOT NULL,
    state TEXT NOT NULL,
    people INTEGER NOT NULL,
    reached INTEGER NOT NULL,
    progress_id INTEGER,
    created_at INTEGER NOT NULL,
    leaves_at INTEGER,
    valid_until INTEGER,
    ended_at INTEGER
) STRICT;

CREATE TABLE announcement_wijken (
    announcement_id INTEGER NOT NULL REFERENCES announcements (id) ON DELETE CASCADE,
    wijk TEXT NOT NULL,
    PRIMARY KEY (announcement_id, wijk)
) STRICT;

-- One text in one language; sealed, because a draft is nobody's business yet.
CREATE TABLE announcement_texts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    announcement_id INTEGER NOT NULL REFERENCES announcements (id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    state TEXT NOT NULL,
    sealed BLOB NOT NULL,
    engine TEXT,
    doubtful INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    UNIQUE (announcement_id, language)
) STRICT;
CREATE INDEX announcement_texts_waiting ON announcement_texts (id) WHERE state = 'machine';

-- The step a chat is in; what it holds so far is sealed.
CREATE TABLE steps (
    person_id INTEGER PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    step TEXT NOT NULL,
    payload BLOB NOT NULL,
    version INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE album_parts (
    chat_id INTEGER NOT NULL,
    album TEXT NOT NULL,
    message_id INTEGER NOT NULL,
    payload BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (chat_id, album, message_id)
) STRICT;

CREATE TABLE inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    dedupe TEXT NOT NULL UNIQUE,
    lane INTEGER NOT NULL,
    kind TEXT NOT NULL,
    payload BLOB,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE INDEX inbox_waiting ON inbox (id) WHERE state = 'waiting';
CREATE INDEX inbox_ended ON inbox (ended_at) WHERE state = 'done';

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL,
    person_id INTEGER,
    urgency INTEGER NOT NULL,
    act TEXT NOT NULL,
    name TEXT NOT NULL,
    vals TEXT NOT NULL,
    buttons TEXT,
    keyboard TEXT,
    language TEXT,
    case_id INTEGER,
    announcement_id INTEGER,
    edits INTEGER,
    edits_message INTEGER,
    replies_to INTEGER,
    replies_to_message INTEGER,
    silent INTEGER NOT NULL,
    coalesce_key TEXT,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    part INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    expires_at INTEGER,
    message_id INTEGER,
    created_at INTEGER NOT NULL,
    claimed_at INTEGER,
    ended_at INTEGER
) STRICT;
CREATE INDEX outbox_waiting ON outbox (id) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_by_message ON outbox (chat_id, message_id);
CREATE INDEX outbox_by_case ON outbox (case_id, name) WHERE case_id IS NOT NULL;
CREATE INDEX outbox_by_announcement ON outbox (announcement_id, state) WHERE announcement_id IS NOT NULL;
-- Nobody is written to twice by one announcement, however often it is begun, paused and begun again.
CREATE UNIQUE INDEX outbox_once_a_person ON outbox (announcement_id, person_id)
    WHERE announcement_id IS NOT NULL AND act = 'send';
CREATE INDEX outbox_coalesce ON outbox (coalesce_key) WHERE coalesce_key IS NOT NULL AND state = 'waiting';

CREATE TABLE due (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    due_at INTEGER NOT NULL,
    meant_for TEXT NOT NULL,
    kind TEXT NOT NULL,
    lane INTEGER NOT NULL,
    detail TEXT NOT NULL,
    valid_until INTEGER
) STRICT;
CREATE INDEX due_next ON due (due_at);

-- Telegram's penalties, kept over a restart; chat 0 stands for all.
CREATE TABLE penalties (
    chat_id INTEGER PRIMARY KEY,
    until INTEGER NOT NULL
) STRICT;
