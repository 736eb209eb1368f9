-- How often a common question was answered in a month, and what became of it; never who asked.
CREATE TABLE common_answers (
    question TEXT NOT NULL,
    outcome TEXT NOT NULL,
    month TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (question, outcome, month)
) STRICT;
