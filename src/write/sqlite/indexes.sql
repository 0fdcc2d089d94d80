-- Indexes for the reader of facts.sqlite; made once the first run has written everything, since rows
-- that come in the order of articles would touch every page of them again and again.

CREATE INDEX IF NOT EXISTS figures_by_head ON figures (head) WHERE head IS NOT NULL;
CREATE INDEX IF NOT EXISTS quotes_by_speaker ON quotes (speaker_name) WHERE speaker_name IS NOT NULL;
CREATE INDEX IF NOT EXISTS people_by_name ON people (name) WHERE name IS NOT NULL;
CREATE INDEX IF NOT EXISTS offices_by_organisation ON offices (organisation, role) WHERE organisation IS NOT NULL;
CREATE INDEX IF NOT EXISTS findings_by_verdict ON findings (verdict, severity, "check");
