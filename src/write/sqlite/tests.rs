//! Tests of the database on an article with one of everything.

use rusqlite::Connection;
use tempfile::TempDir;

use super::*;
use crate::write::record::{
    ArticleRecord, EvidenceRecord, FigureRecord, FindingRecord, OfficeRecord, PersonRecord, QuoteRecord, Record,
    SpeakerRecord, Words,
};

#[test]
fn what_hinders_writing_is_told() {
    let told = |code| {
        let failure = rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None);
        crate::write::WriteError::from(failure).to_string()
    };
    assert!(told(rusqlite::ffi::SQLITE_BUSY).ends_with("close that, then run again"));
    assert!(told(rusqlite::ffi::SQLITE_READONLY).contains("check its permissions"));
    assert!(told(rusqlite::ffi::SQLITE_FULL).contains("full"));
}

fn words(start: u32, text: &str) -> Words<'_> {
    Words { field: "text", start, end: start + text.len() as u32, text }
}

fn article(text: &str) -> Record<'_> {
    Record::Article(ArticleRecord {
        schema: 1,
        article: "a",
        source: "a.txt",
        title: None,
        title_in_text: false,
        url: None,
        publisher: None,
        byline: None,
        byline_in_text: false,
        published: None,
        published_from: None,
        updated: None,
        language: None,
        story: None,
        embargo: None,
        rights: None,
        text,
    })
}

fn figure() -> Record<'static> {
    Record::Figure(FigureRecord {
        id: "f".to_owned(),
        article: "a",
        words: words(0, "16"),
        rule: "figures.count",
        confidence: 0.9,
        kind: "count",
        value: Some(16.into()),
        low: Some(16.into()),
        high: Some(16.into()),
        unit: None,
        per: None,
        bound: "exact",
        change: None,
        counted: Some(words(3, "drain covers")),
        head: Some("covers"),
        resolved: Some("2022"),
        first_day: Some("2022-01-01".to_owned()),
        last_day: Some("2022-12-31".to_owned()),
        in_quote: Some("q".to_owned()),
        attributed_to: Some("p".to_owned()),
    })
}

fn quote() -> Record<'static> {
    let speaker =
        SpeakerRecord { words: words(30, "He"), person: Some("p".to_owned()), name: Some("Ned Marsh"), how: "pronoun" };
    Record::Quote(QuoteRecord {
        id: "q".to_owned(),
        article: "a",
        words: words(20, "“Gone”"),
        rule: "quotes.direct",
        confidence: 1.0,
        form: "direct",
        content: vec![words(20, "“Gone”")],
        cue: Some(words(33, "said")),
        speaker: Some(speaker),
        pull: false,
    })
}

fn person() -> Record<'static> {
    let office = OfficeRecord {
        role: "surveyor",
        role_span: words(50, "surveyor"),
        rank: None,
        organisation: Some("Tarn Council"),
        organisation_span: Some(words(60, "Tarn Council")),
        jurisdiction: None,
        status: "current",
        rule: "officials.titled_name",
    };
    Record::Person(PersonRecord {
        id: "p".to_owned(),
        article: "a",
        confidence: 0.8,
        name: Some("Ned Marsh"),
        gender: None,
        mentions: vec![words(40, "Ned Marsh"), words(70, "Marsh")],
        offices: vec![office],
    })
}

fn conflict(id: &str, scope: &'static str) -> Record<'static> {
    let evidence = EvidenceRecord {
        article: "a",
        source: "a.txt",
        title: None,
        words: words(0, "16"),
        fact: Some("f".to_owned()),
    };
    Record::Finding(FindingRecord {
        id: id.to_owned(),
        check: "within.part_exceeds_whole",
        scope,
        verdict: "conflicts",
        severity: "error",
        message: "16 of 12",
        facts: vec!["f".to_owned()],
        articles: vec!["a"],
        evidence: vec![evidence],
    })
}

fn load(folder: &TempDir, records: &[Record]) {
    let mut database = Database::open(&folder.path().join("facts.sqlite")).unwrap();
    database.write(&rows(records)).unwrap();
    database.finish().unwrap();
}

fn connect(folder: &TempDir) -> Connection {
    Connection::open(folder.path().join("facts.sqlite")).unwrap()
}

/// Number of rows of each table and of the view `facts`.
fn counts(folder: &TempDir) -> Vec<i64> {
    let connection = connect(folder);
    let tables = ["articles", "facts", "figures", "quotes", "people", "mentions", "offices", "findings", "evidence"];
    let count = |table| connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap();
    tables.map(count).to_vec()
}

fn everything(text: &str) -> Vec<Record<'_>> {
    vec![article(text), figure(), quote(), person(), conflict("w", "within"), conflict("x", "across")]
}

#[test]
fn loading_again_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let records = everything("16 drain covers …");
    load(&folder, &records);
    assert_eq!(counts(&folder), [1, 3, 1, 1, 1, 2, 1, 2, 2]);
    load(&folder, &records);
    assert_eq!(counts(&folder), [1, 3, 1, 1, 1, 2, 1, 2, 2]);
}

#[test]
fn an_article_that_changed_takes_its_old_facts_along() {
    let folder = tempfile::tempdir().unwrap();
    load(&folder, &everything("16 drain covers …"));
    load(&folder, &[article("16 drain covers …")]);
    assert_eq!(counts(&folder), [1, 0, 0, 0, 0, 0, 0, 1, 1], "the finding across articles still holds");
    load(&folder, &[article("No drain covers …")]);
    assert_eq!(counts(&folder), [1, 0, 0, 0, 0, 0, 0, 0, 0]);
}

/// The rows that a query returns, with their cells joined.
fn ask(folder: &TempDir, query: &str) -> Vec<String> {
    let connection = connect(folder);
    let mut statement = connection.prepare(query).unwrap();
    let columns = statement.column_count();
    let cell = |row: &rusqlite::Row, at| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
    let row = |row: &rusqlite::Row| Ok((0..columns).map(|at| cell(row, at)).collect::<Result<Vec<_>>>()?.join(" | "));
    statement.query_map([], row).unwrap().map(Result::unwrap).collect()
}

#[test]
fn statements_name_people_with_their_offices_and_organisations() {
    let folder = tempfile::tempdir().unwrap();
    let mut records = everything("16 drain covers …");
    let Record::Quote(council) = quote() else { unreachable!() };
    let speaker = SpeakerRecord { words: words(80, "Tarn Council"), person: None, name: None, how: "described" };
    let it = SpeakerRecord { words: words(90, "It"), person: None, name: None, how: "pronoun" };
    records.push(Record::Quote(QuoteRecord { id: "r".to_owned(), speaker: Some(speaker), ..council.clone() }));
    records.push(Record::Quote(QuoteRecord { id: "s".to_owned(), speaker: Some(it), ..council }));
    load(&folder, &records);
    assert_eq!(
        ask(&folder, "SELECT id, source, speaker, name, offices, words FROM statements ORDER BY id"),
        [
            "q | a.txt | He | Ned Marsh | surveyor, Tarn Council | “Gone”",
            "r | a.txt | Tarn Council | Tarn Council |  | “Gone”",
            "s | a.txt | It |  |  | “Gone”",
        ]
    );
    let facts = "SELECT type, CAST(value AS TEXT), speaker FROM facts WHERE id IN ('f', 'q', 'p') ORDER BY id";
    assert_eq!(ask(&folder, facts), ["figure | 16.0 | Ned Marsh", "person |  | ", "quote |  | Ned Marsh"]);
}

#[test]
fn the_file_says_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    load(&folder, &everything("16 drain covers …"));
    let version = connect(&folder).pragma_query_value(None, "user_version", |row| row.get::<_, u32>(0));
    assert_eq!(version, Ok(crate::types::SCHEMA));
    let name = connect(&folder).pragma_query_value(None, "application_id", |row| row.get::<_, u32>(0));
    assert_eq!(name.unwrap().to_be_bytes(), *b"news");
}

#[test]
fn the_common_questions_are_one_indexed_query_each() {
    let folder = tempfile::tempdir().unwrap();
    load(&folder, &everything("16 drain covers …"));
    for question in [
        "SELECT article, text FROM quotes WHERE speaker_name = 'ned marsh'",
        "SELECT text, value FROM figures WHERE head = 'covers'",
        "SELECT type, text, value, speaker FROM facts WHERE article = 'a'",
        "SELECT source, published, offices, words FROM statements WHERE name = 'ned marsh'",
        "SELECT DISTINCT message FROM findings_in_articles WHERE article = 'a' AND verdict = 'conflicts'",
        "SELECT message, place, text FROM findings_in_articles WHERE source = 'a.txt'",
        "SELECT name, role FROM offices JOIN people ON people.article = offices.article AND people.id = person
             WHERE organisation = 'Tarn Council'",
        "SELECT text FROM figures WHERE article = 'a' AND id = 'f'",
        "SELECT text FROM figures WHERE kind = 'count' AND value > 10",
        "SELECT text FROM figures WHERE first_day <= '2022-12-31' AND last_day >= '2022-01-01'",
        "SELECT finding FROM evidence WHERE article = 'a' AND fact = 'f'",
        "SELECT text FROM quotes WHERE article = 'a' AND person = 'p'",
    ] {
        let connection = connect(&folder);
        let mut statement = connection.prepare(question).unwrap();
        assert!(statement.exists([]).unwrap(), "{question}");
        let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {question}")).unwrap();
        let steps = plan.query_map([], |row| row.get::<_, String>("detail")).unwrap();
        for step in steps.map(Result::unwrap) {
            // The view is read row by row, once searches of its tables have narrowed it down.
            assert!(!step.starts_with("SCAN") || step == "SCAN facts", "{question}\nreads a whole table: {step}");
        }
    }
}
