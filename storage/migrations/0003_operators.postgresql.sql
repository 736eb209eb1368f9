-- What operators were told, so that none is told twice within its time, also over a restart.
-- `times` counts how often it was raised since it was told.
CREATE TABLE alarms (
    name TEXT PRIMARY KEY,
    told_at BIGINT NOT NULL,
    raised_at BIGINT NOT NULL,
    times BIGINT NOT NULL
);

-- When something was last so: `alive` is the bot's heartbeat.
CREATE TABLE marks (
    name TEXT PRIMARY KEY,
    at BIGINT NOT NULL
);

CREATE INDEX inbox_aside ON inbox (ended_at) WHERE state = 'aside';
CREATE INDEX outbox_in_doubt ON outbox (state, ended_at) WHERE state IN ('broken', 'uncertain');
