-- News as somebody wants it, where that is not all of it at any hour. Hours are full ones of the city's clock.
CREATE TABLE news_wishes (
    person_id INTEGER PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    paused_until INTEGER,
    quiet_from INTEGER,
    quiet_to INTEGER,
    offered_at INTEGER
) STRICT;

CREATE TABLE topics_left (
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    topic TEXT NOT NULL,
    PRIMARY KEY (person_id, topic)
) STRICT;

-- What it is about; nothing in those from before there were topics.
ALTER TABLE announcements ADD COLUMN topic TEXT;

-- In which other language somebody wrote how often since, and when a change was offered last; nobody is shown this.
CREATE TABLE language_hints (
    person_id INTEGER PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    language TEXT,
    times INTEGER NOT NULL,
    offered_at INTEGER
) STRICT;
