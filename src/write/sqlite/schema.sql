-- The tables of facts.sqlite; column names are the keys of the NDJSON records.
-- Offsets are code points, end exclusive, into the title or text of the article, as `field` says.

CREATE TABLE IF NOT EXISTS articles (
    id        TEXT PRIMARY KEY,
    source    TEXT NOT NULL,
    title     TEXT,
    url       TEXT,
    publisher TEXT,
    byline    TEXT,
    published TEXT,
    language  TEXT,
    story     TEXT,
    text      TEXT NOT NULL
) STRICT;

-- Where each figure, quote and person stands; a person's words are the first mention.
CREATE TABLE IF NOT EXISTS facts (
    id         TEXT PRIMARY KEY,
    article    TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
    type       TEXT NOT NULL,
    field      TEXT NOT NULL,
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL,
    text       TEXT NOT NULL,
    rule       TEXT,
    confidence REAL NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS facts_by_article ON facts (article, type);

CREATE TABLE IF NOT EXISTS figures (
    id            TEXT PRIMARY KEY REFERENCES facts ON DELETE CASCADE,
    kind          TEXT NOT NULL,
    value         REAL,
    low           REAL,
    high          REAL,
    unit          TEXT,
    bound         TEXT NOT NULL,
    change        TEXT,
    counted       TEXT COLLATE NOCASE,
    head          TEXT COLLATE NOCASE, -- the noun that `counted` is about: claims
    resolved      TEXT,
    in_quote      TEXT,                -- quotes.id
    attributed_to TEXT                 -- people.id
) STRICT;
CREATE INDEX IF NOT EXISTS figures_by_head ON figures (head, unit);
CREATE INDEX IF NOT EXISTS figures_by_counted ON figures (counted);

CREATE TABLE IF NOT EXISTS people (
    id     TEXT PRIMARY KEY REFERENCES facts ON DELETE CASCADE,
    name   TEXT COLLATE NOCASE, -- null for an official known by office only
    gender TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS people_by_name ON people (name);

CREATE TABLE IF NOT EXISTS quotes (
    id           TEXT PRIMARY KEY REFERENCES facts ON DELETE CASCADE,
    form         TEXT NOT NULL,
    content      TEXT NOT NULL,       -- JSON list of the stretches of content
    cue          TEXT,
    speaker      TEXT,                -- the mention as written: He
    speaker_name TEXT COLLATE NOCASE, -- the name it stands for: Neil Jerome
    person       TEXT,                -- people.id
    how          TEXT,
    pull         INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS quotes_by_speaker_name ON quotes (speaker_name);
CREATE INDEX IF NOT EXISTS quotes_by_person ON quotes (person);

CREATE TABLE IF NOT EXISTS mentions (
    person TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
    field  TEXT NOT NULL,
    start  INTEGER NOT NULL,
    end    INTEGER NOT NULL,
    text   TEXT NOT NULL,
    PRIMARY KEY (person, field, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS offices (
    person       TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
    place        INTEGER NOT NULL, -- 0 for the first office of the person
    role         TEXT NOT NULL COLLATE NOCASE,
    field        TEXT NOT NULL,
    start        INTEGER NOT NULL,
    end          INTEGER NOT NULL,
    rank         TEXT,
    organisation TEXT COLLATE NOCASE,
    jurisdiction TEXT,
    status       TEXT NOT NULL,
    rule         TEXT NOT NULL,
    PRIMARY KEY (person, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS offices_by_organisation ON offices (organisation, role);

CREATE TABLE IF NOT EXISTS findings (
    id       TEXT PRIMARY KEY,
    article  TEXT REFERENCES articles ON DELETE CASCADE, -- null across articles
    "check"  TEXT NOT NULL,
    scope    TEXT NOT NULL,
    verdict  TEXT NOT NULL,
    severity TEXT NOT NULL,
    message  TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS findings_by_verdict ON findings (verdict, severity, "check");
CREATE INDEX IF NOT EXISTS findings_by_article ON findings (article);

CREATE TABLE IF NOT EXISTS evidence (
    finding TEXT NOT NULL REFERENCES findings ON DELETE CASCADE,
    place   INTEGER NOT NULL, -- 0 for the first
    article TEXT NOT NULL,    -- articles.id
    field   TEXT NOT NULL,
    start   INTEGER NOT NULL,
    end     INTEGER NOT NULL,
    text    TEXT NOT NULL,
    fact    TEXT,             -- facts.id
    PRIMARY KEY (finding, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS evidence_by_article ON evidence (article);
