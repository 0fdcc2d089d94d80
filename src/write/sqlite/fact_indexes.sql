-- The keys of the tables of facts, and indexes for readers of facts.sqlite. They are made once all
-- articles are written: ids come in random order, so that each row would touch another page.

CREATE UNIQUE INDEX IF NOT EXISTS figures_by_article ON figures (article, id);
CREATE UNIQUE INDEX IF NOT EXISTS quotes_by_article ON quotes (article, id);
CREATE UNIQUE INDEX IF NOT EXISTS people_by_article ON people (article, id);
CREATE UNIQUE INDEX IF NOT EXISTS mentions_by_article ON mentions (article, person, field, start);
CREATE UNIQUE INDEX IF NOT EXISTS offices_by_article ON offices (article, person, place);
CREATE INDEX IF NOT EXISTS articles_by_source ON articles (source);
CREATE INDEX IF NOT EXISTS figures_by_head ON figures (head) WHERE head IS NOT NULL;
CREATE INDEX IF NOT EXISTS figures_by_kind ON figures (kind, value) WHERE value IS NOT NULL;
CREATE INDEX IF NOT EXISTS figures_by_day ON figures (first_day, last_day) WHERE first_day IS NOT NULL;
CREATE INDEX IF NOT EXISTS quotes_by_person ON quotes (article, person) WHERE person IS NOT NULL;
CREATE INDEX IF NOT EXISTS quotes_by_speaker ON quotes (speaker_name) WHERE speaker_name IS NOT NULL;
CREATE INDEX IF NOT EXISTS people_by_name ON people (name) WHERE name IS NOT NULL;
CREATE INDEX IF NOT EXISTS offices_by_organisation ON offices (organisation, role) WHERE organisation IS NOT NULL;
