-- A case is looked for by its alias, without reading those of all years.
CREATE INDEX cases_by_alias ON cases (alias, id) WHERE alias <> '';
