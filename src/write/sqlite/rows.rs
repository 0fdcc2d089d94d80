//! Records become rows.

use rusqlite::types::Value;
use serde_json::Number;

use crate::write::link_record::{LinkRecord, TenureRecord};
use crate::write::record::{
    ArticleRecord, EvidenceRecord, FigureRecord, FindingRecord, OfficeRecord, PersonRecord, QuoteRecord, Record,
    SkippedRecord, Words,
};

/// One row of one table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub table: Table,
    /// In the order of the table's columns.
    pub values: Vec<Value>,
}

/// The tables, as `schema.sql` makes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Table {
    Articles,
    Figures,
    Quotes,
    People,
    Mentions,
    Offices,
    Findings,
    Evidence,
    Links,
    LinkedPeople,
    Tenures,
    Skipped,
}

impl Table {
    /// What stores a row. Findings across articles may be there already, by their ids.
    pub(super) fn insert(self) -> &'static str {
        match self {
            Self::Articles => {
                "INSERT INTO articles (id, text, title, source, url, publisher, byline, published, updated, \
                 language, story, embargo, rights) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            }
            Self::Figures => {
                "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            }
            Self::Quotes => "INSERT INTO quotes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            Self::People => "INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            Self::Mentions => "INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?)",
            Self::Offices => "INSERT INTO offices VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            Self::Findings => "INSERT OR REPLACE INTO findings VALUES (?, ?, ?, ?, ?, ?, ?)",
            Self::Evidence => "INSERT OR REPLACE INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            Self::Links => "INSERT OR REPLACE INTO links VALUES (?, ?)",
            Self::LinkedPeople => "INSERT OR REPLACE INTO linked_people VALUES (?, ?, ?, ?)",
            Self::Tenures => "INSERT OR REPLACE INTO tenures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            Self::Skipped => "INSERT INTO skipped VALUES (?, ?, ?, ?, ?)",
        }
    }
}

/// The rows of some records, in an order in which every row's references come before it.
pub fn rows(records: &[Record]) -> Vec<Row> {
    let mut rows = Vec::new();
    for record in records {
        match record {
            Record::Article(record) => rows.push(article(record)),
            Record::Figure(record) => rows.push(figure(record)),
            Record::Quote(record) => rows.push(quote(record)),
            Record::Person(record) => person(record, &mut rows),
            Record::Finding(record) => finding(record, &mut rows),
            Record::Link(record) => link(record, &mut rows),
            Record::Skipped(record) => rows.push(skipped(record)),
        }
    }
    rows
}

fn article(record: &ArticleRecord) -> Row {
    let values = vec![
        text(record.article),
        text(record.text),
        some(record.title),
        text(record.source),
        some(record.url),
        some(record.publisher),
        some(record.byline),
        some(record.published.as_deref()),
        some(record.updated.as_deref()),
        some(record.language),
        some(record.story),
        some(record.embargo),
        some(record.rights),
    ];
    Row { table: Table::Articles, values }
}

fn figure(record: &FigureRecord) -> Row {
    let mut values = fact(record.article, &record.id, &record.words);
    values.extend([
        text(record.rule),
        confidence(record.confidence),
        text(record.kind),
        number(&record.value),
        number(&record.low),
        number(&record.high),
        some(record.unit.as_deref()),
        some(record.per),
        text(record.bound),
        some(record.change),
        some(record.counted.as_ref().map(|words| words.text)),
        some(record.head),
        some(record.resolved),
        some(record.in_quote.as_deref()),
        some(record.attributed_to.as_deref()),
    ]);
    Row { table: Table::Figures, values }
}

fn quote(record: &QuoteRecord) -> Row {
    let speaker = record.speaker.as_ref();
    let mut values = fact(record.article, &record.id, &record.words);
    values.extend([
        text(record.rule),
        confidence(record.confidence),
        text(record.form),
        Value::Text(serde_json::to_string(&record.content).expect("words have a JSON form")),
        some(record.cue.as_ref().map(|words| words.text)),
        some(speaker.map(|speaker| speaker.words.text)),
        some(speaker.and_then(|speaker| speaker.name)),
        some(speaker.and_then(|speaker| speaker.person.as_deref())),
        some(speaker.map(|speaker| speaker.how)),
        Value::from(record.pull),
    ]);
    Row { table: Table::Quotes, values }
}

fn person(record: &PersonRecord, rows: &mut Vec<Row>) {
    let Some(first) = record.mentions.first() else { return };
    let mut values = fact(record.article, &record.id, first);
    values.extend([confidence(record.confidence), some(record.name), some(record.gender)]);
    rows.push(Row { table: Table::People, values });
    let mention = |words| Row { table: Table::Mentions, values: fact(record.article, &record.id, words) };
    rows.extend(record.mentions.iter().map(mention));
    rows.extend(record.offices.iter().zip(0..).map(|(held, at)| office(held, record, at)));
}

fn office(record: &OfficeRecord, holder: &PersonRecord, at: i64) -> Row {
    let mut values = vec![text(holder.article), text(&holder.id), Value::from(at), text(record.role)];
    values.extend(place(&record.role_span));
    values.extend([
        some(record.rank),
        some(record.organisation),
        some(record.jurisdiction.as_ref().map(|words| words.text)),
        text(record.status),
        text(record.rule),
    ]);
    Row { table: Table::Offices, values }
}

fn finding(record: &FindingRecord, rows: &mut Vec<Row>) {
    let article = record.articles.first().filter(|_| record.scope == "within").copied();
    let values = vec![
        text(&record.id),
        some(article),
        text(record.check),
        text(record.scope),
        text(record.verdict),
        text(record.severity),
        text(record.message),
    ];
    rows.push(Row { table: Table::Findings, values });
    rows.extend(record.evidence.iter().zip(0..).map(|(found, at)| evidence(found, &record.id, at)));
}

fn evidence(record: &EvidenceRecord, finding: &str, at: i64) -> Row {
    let mut values = vec![text(finding), Value::from(at), text(record.article)];
    values.extend(place(&record.words));
    values.extend([text(record.words.text), some(record.fact.as_deref())]);
    Row { table: Table::Evidence, values }
}

fn link(record: &LinkRecord, rows: &mut Vec<Row>) {
    rows.push(Row { table: Table::Links, values: vec![text(&record.id), text(record.name)] });
    rows.extend(record.people.iter().map(|one| {
        let values = vec![text(one.article), text(&one.person), text(&record.id), confidence(one.confidence)];
        Row { table: Table::LinkedPeople, values }
    }));
    rows.extend(record.offices.iter().zip(0..).map(|(held, at)| tenure(held, &record.id, at)));
}

fn tenure(record: &TenureRecord, link: &str, at: i64) -> Row {
    let values = vec![
        text(link),
        Value::from(at),
        text(record.role),
        some(record.rank),
        some(record.organisation),
        text(record.status),
        some(record.first.as_deref()),
        some(record.last.as_deref()),
        Value::from(record.articles),
    ];
    Row { table: Table::Tenures, values }
}

fn skipped(record: &SkippedRecord) -> Row {
    let number = record.number.and_then(|number| i64::try_from(number).ok()).map_or(Value::Null, Value::from);
    let values = vec![text(record.source), text(record.path), number, text(record.reason), text(record.message)];
    Row { table: Table::Skipped, values }
}

/// Article, id, place and words: the columns that tables of facts begin with.
fn fact(article: &str, id: &str, words: &Words) -> Vec<Value> {
    let [field, start, end] = place(words);
    vec![text(article), text(id), field, start, end, text(words.text)]
}

fn place(words: &Words) -> [Value; 3] {
    [text(words.field), Value::from(words.start), Value::from(words.end)]
}

fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

fn some(value: Option<&str>) -> Value {
    value.map_or(Value::Null, text)
}

/// To four digits, since 0.9 in single precision is not 0.9 in double.
fn confidence(value: f32) -> Value {
    Value::Real((f64::from(value) * 10_000.0).round() / 10_000.0)
}

fn number(value: &Option<Number>) -> Value {
    value.as_ref().and_then(Number::as_f64).map_or(Value::Null, Value::Real)
}
