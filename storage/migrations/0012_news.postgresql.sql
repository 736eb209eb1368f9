-- News as somebody wants it, where that is not all of it at any hour. Hours are full ones of the city's clock.
CREATE TABLE news_wishes (
    person_id BIGINT PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    paused_until BIGINT,
    quiet_from BIGINT,
    quiet_to BIGINT,
    offered_at BIGINT
);

CREATE TABLE topics_left (
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    topic TEXT NOT NULL,
    PRIMARY KEY (person_id, topic)
);

-- What it is about; nothing in those from before there were topics.
ALTER TABLE announcements ADD COLUMN topic TEXT;

-- In which other language somebody wrote how often since, and when a change was offered last; nobody is shown this.
CREATE TABLE language_hints (
    person_id BIGINT PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    language TEXT,
    times BIGINT NOT NULL,
    offered_at BIGINT
);
