-- Pictures of a mail to a partner that did not go with it: too large for a mail, or no longer to be had from Telegram.
ALTER TABLE passings ADD COLUMN too_large INTEGER NOT NULL DEFAULT 0;
ALTER TABLE passings ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;

-- Looking for a case by what the city calls it, and through the newest of a wijk, without reading those of all years.
CREATE INDEX cases_by_reference ON cases (LOWER(reference)) WHERE reference <> '';
CREATE INDEX cases_newest_of_wijk ON cases (wijk, id);
CREATE INDEX cases_newest_of_owner ON cases (owner_id, id);
