-- The same for findings and links, made once those across articles are written, too.

CREATE UNIQUE INDEX IF NOT EXISTS findings_by_id ON findings (id);
CREATE UNIQUE INDEX IF NOT EXISTS evidence_by_finding ON evidence (finding, place);
CREATE UNIQUE INDEX IF NOT EXISTS links_by_id ON links (id);
CREATE UNIQUE INDEX IF NOT EXISTS linked_people_by_article ON linked_people (article, person);
CREATE UNIQUE INDEX IF NOT EXISTS tenures_by_link ON tenures (link, place);
CREATE INDEX IF NOT EXISTS findings_by_article ON findings (article) WHERE article IS NOT NULL;
CREATE INDEX IF NOT EXISTS findings_by_verdict ON findings (verdict, severity, "check");
CREATE INDEX IF NOT EXISTS evidence_by_article ON evidence (article, fact);
CREATE INDEX IF NOT EXISTS links_by_name ON links (name);
CREATE INDEX IF NOT EXISTS linked_people_by_link ON linked_people (link);
