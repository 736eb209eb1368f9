-- `talk`: a conversation was asked for. `promised_on`: the day that the resident was told after the due day had passed.
ALTER TABLE cases ADD COLUMN talk BIGINT NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN promised_on TEXT;
