-- "It is happening again" of another moment than when it was said: the day on which it began, and which part of it.
ALTER TABLE occurrences ADD COLUMN happened_on TEXT;
ALTER TABLE occurrences ADD COLUMN part TEXT;
-- One that was a mistake stays, so that its id never comes back to a button that still stands somewhere.
ALTER TABLE occurrences ADD COLUMN undone_at INTEGER;
