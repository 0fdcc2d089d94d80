-- The tables of facts.sqlite. Columns are named like the keys of the NDJSON records.
--
-- To look up a fact by its id, give its article, too: WHERE article = ? AND id = ?.
-- Offsets count code points, end exclusive, in the title or text of the article, as `field` says.
-- Rows are only appended: the rows of an article are side by side, and a run writes each page once,
-- however many articles there are. The keys of the tables are in fact_indexes.sql and
-- finding_indexes.sql, and are made when everything is written.

-- "news" in ASCII, and the version of the records.
PRAGMA application_id = 0x6e657773;
PRAGMA user_version = 1;

CREATE TABLE IF NOT EXISTS articles (
    id        TEXT PRIMARY KEY,
    source    TEXT NOT NULL,
    title     TEXT,
    url       TEXT,
    publisher TEXT,
    byline    TEXT,
    published TEXT,
    -- source, text or option: from the source, from the text, or from --date
    published_from TEXT,
    updated   TEXT,
    language  TEXT,
    story     TEXT,
    embargo   TEXT,
    rights    TEXT,
    text      TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS figures (
    article       TEXT NOT NULL,
    id            TEXT NOT NULL,
    field         TEXT NOT NULL,
    start         INTEGER NOT NULL,
    end           INTEGER NOT NULL,
    text          TEXT NOT NULL,
    rule          TEXT NOT NULL,
    confidence    REAL NOT NULL,
    kind          TEXT NOT NULL,
    value         REAL,
    low           REAL,
    high          REAL,
    unit          TEXT,
    per           TEXT,                -- denominator of a rate: year
    bound         TEXT NOT NULL,
    change        TEXT,
    counted       TEXT COLLATE NOCASE, -- what is counted: assault claims
    head          TEXT COLLATE NOCASE, -- the noun it is about: claims
    resolved      TEXT,
    first_day     TEXT,                -- ISO day on which a date begins; null if open or unknown
    last_day      TEXT,                -- ISO day on which it ends; null likewise
    in_quote      TEXT,                -- id of a quote of the article
    attributed_to TEXT                 -- id of a person of the article
) STRICT;

CREATE TABLE IF NOT EXISTS quotes (
    article      TEXT NOT NULL,
    id           TEXT NOT NULL,
    field        TEXT NOT NULL,
    start        INTEGER NOT NULL,
    end          INTEGER NOT NULL,
    text         TEXT NOT NULL,
    rule         TEXT NOT NULL,
    confidence   REAL NOT NULL,
    form         TEXT NOT NULL,
    content      TEXT NOT NULL,       -- JSON list of the pieces of content
    cue          TEXT,
    speaker      TEXT,                -- the mention as written: He
    speaker_name TEXT COLLATE NOCASE, -- the name it stands for: Neil Jerome; of an organisation as written
    person       TEXT,                -- id of a person of the article
    how          TEXT,
    pull         INTEGER NOT NULL
) STRICT;

-- The place and text of a person are those of the first mention.
CREATE TABLE IF NOT EXISTS people (
    article    TEXT NOT NULL,
    id         TEXT NOT NULL,
    field      TEXT NOT NULL,
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL,
    text       TEXT NOT NULL,
    confidence REAL NOT NULL,
    name       TEXT COLLATE NOCASE, -- null for an official known by office only
    gender     TEXT                 -- told by honorific or title, else guessed from the given name
) STRICT;

CREATE TABLE IF NOT EXISTS mentions (
    article TEXT NOT NULL,
    person  TEXT NOT NULL, -- id of a person of the article
    field   TEXT NOT NULL,
    start   INTEGER NOT NULL,
    end     INTEGER NOT NULL,
    text    TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS offices (
    article      TEXT NOT NULL,
    person       TEXT NOT NULL,    -- id of a person of the article
    place        INTEGER NOT NULL, -- 0 for the first office of the person
    role         TEXT NOT NULL COLLATE NOCASE,
    field        TEXT NOT NULL,
    start        INTEGER NOT NULL,
    end          INTEGER NOT NULL,
    rank         TEXT,
    organisation TEXT COLLATE NOCASE,
    jurisdiction TEXT,
    status       TEXT NOT NULL,
    rule         TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS findings (
    id       TEXT NOT NULL,
    article  TEXT, -- null across articles
    "check"  TEXT NOT NULL,
    scope    TEXT NOT NULL,
    verdict  TEXT NOT NULL,
    severity TEXT NOT NULL,
    message  TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS evidence (
    finding TEXT NOT NULL,
    place   INTEGER NOT NULL, -- 0 for the first
    article TEXT NOT NULL,    -- articles.id
    field   TEXT NOT NULL,
    start   INTEGER NOT NULL,
    end     INTEGER NOT NULL,
    text    TEXT NOT NULL,
    fact    TEXT              -- id of a fact of the article
) STRICT;

-- One person across articles.
CREATE TABLE IF NOT EXISTS links (
    id   TEXT NOT NULL,
    name TEXT NOT NULL COLLATE NOCASE
) STRICT;

CREATE TABLE IF NOT EXISTS linked_people (
    article    TEXT NOT NULL,
    person     TEXT NOT NULL, -- id of a person of the article
    link       TEXT NOT NULL,
    confidence REAL NOT NULL
) STRICT;

-- The offices of a person over time.
CREATE TABLE IF NOT EXISTS tenures (
    link         TEXT NOT NULL,
    place        INTEGER NOT NULL, -- 0 for the earliest
    role         TEXT NOT NULL COLLATE NOCASE,
    rank         TEXT,
    organisation TEXT COLLATE NOCASE,
    status       TEXT NOT NULL,
    first        TEXT,             -- ISO day of the first article that says so
    last         TEXT,
    articles     INTEGER NOT NULL
) STRICT;

-- The parts of the input that were not read.
CREATE TABLE IF NOT EXISTS skipped (
    source  TEXT NOT NULL, -- the file that it is in
    path    TEXT NOT NULL, -- the same, followed by the names of members of archives
    number  INTEGER,       -- line, row or record, counted from 1
    reason  TEXT NOT NULL, -- the same for every fault of a kind
    message TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS skipped_by_source ON skipped (source);

-- How far the run has come, so that the next one can go on from there: the files that were read, and
-- the length of facts.ndjson when all rows up to here were written.
CREATE TABLE IF NOT EXISTS sources (
    path     TEXT PRIMARY KEY,
    size     INTEGER NOT NULL, -- when it was read, in bytes
    modified INTEGER NOT NULL, -- likewise, in nanoseconds since 1970
    items    INTEGER NOT NULL, -- number of articles and faults that were processed
    finished INTEGER NOT NULL  -- whether the whole file was read
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS run (
    settings TEXT NOT NULL,    -- version, rules and options that change what is found
    base     TEXT NOT NULL,    -- the folder to which relative paths of sources refer, as seen from this one
    length   INTEGER NOT NULL, -- bytes of facts.ndjson, without findings and links across articles
    kept     INTEGER NOT NULL, -- bytes of facts.kept
    finished INTEGER NOT NULL  -- whether these were written, too
) STRICT;

-- Every figure, quote and person with its place, and who states it.
CREATE VIEW IF NOT EXISTS facts AS
    SELECT article, id, 'figure' AS type, field, start, end, text, rule, confidence, value, unit, resolved,
        (SELECT name FROM people WHERE people.article = figures.article AND people.id = attributed_to) AS speaker
    FROM figures
    UNION ALL
    SELECT article, id, 'quote', field, start, end, text, rule, confidence, NULL, NULL, NULL, speaker_name FROM quotes
    UNION ALL
    SELECT article, id, 'person', field, start, end, text, NULL, confidence, NULL, NULL, NULL, NULL FROM people;

-- Who said what, where and when; the offices of a person are joined by semicolons.
CREATE VIEW IF NOT EXISTS statements AS
    SELECT quotes.article, quotes.id, source, title, published, speaker, speaker_name AS name,
        (SELECT group_concat(role || coalesce(', ' || organisation, ''), '; ') FROM offices
         WHERE offices.article = quotes.article AND offices.person = quotes.person) AS offices,
        form, quotes.text AS words
    FROM quotes JOIN articles ON articles.id = quotes.article;

-- What a person says in any article, under whatever name. The confidence is that of the person being the same.
CREATE VIEW IF NOT EXISTS linked_statements AS
    SELECT links.id AS link, links.name, linked_people.confidence, quotes.article, quotes.id, source, title, published,
        speaker, form, quotes.text AS words
    FROM links JOIN linked_people ON linked_people.link = links.id
        JOIN quotes ON quotes.article = linked_people.article AND quotes.person = linked_people.person
        JOIN articles ON articles.id = quotes.article;

-- The evidence of every finding, with its article.
CREATE VIEW IF NOT EXISTS findings_in_articles AS
    SELECT findings.id, "check", scope, verdict, severity, message, place, evidence.article, source, title, field, start,
        end, evidence.text, fact
    FROM findings JOIN evidence ON evidence.finding = findings.id JOIN articles ON articles.id = evidence.article;
