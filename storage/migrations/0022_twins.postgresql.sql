-- Two reports of one thing: the case that this one goes with, so that one answer reaches both. It is no reference: what
-- leads may be copied after what goes with it.
ALTER TABLE cases ADD COLUMN twin_of BIGINT;
CREATE INDEX cases_by_twin ON cases (twin_of) WHERE twin_of IS NOT NULL;
