//! Turns records into rows.

use std::iter;

use rusqlite::{
    ToSql,
    types::{ToSqlOutput, ValueRef},
};
use serde_json::Number;

use crate::write::link_record::{LinkRecord, TenureRecord};
use crate::write::record::{
    ArticleRecord, EvidenceRecord, FigureRecord, FindingRecord, OfficeRecord, PersonRecord, QuoteRecord, Record,
    SkippedRecord, SpeakerRecord, Words, rounded,
};

/// Rows of the tables, in an order in which each row comes after those it refers to.
///
/// All texts are in one string, since an article has thousands of cells.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rows {
    /// The table of each row, and the number of cells up to its end.
    ends: Vec<(Table, usize)>,
    cells: Vec<Cell>,
    texts: String,
}

/// One row of one table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row<'a> {
    /// The table of the row.
    pub table: Table,
    /// Its cells, in the order of the table's columns.
    cells: &'a [Cell],
    texts: &'a str,
}

/// A cell of a row.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Cell {
    Null,
    Whole(i64),
    Real(f64),
    /// The start in the texts, and the number of bytes.
    Text(usize, usize),
}

/// The tables that `schema.sql` creates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Table {
    /// `articles`.
    Articles,
    /// `figures`.
    Figures,
    /// `quotes`.
    Quotes,
    /// `people`.
    People,
    /// `mentions`.
    Mentions,
    /// `offices`.
    Offices,
    /// `findings`.
    Findings,
    /// `evidence`.
    Evidence,
    /// `links`.
    Links,
    /// `linked_people`.
    LinkedPeople,
    /// `tenures`.
    Tenures,
    /// `skipped`.
    Skipped,
}

impl Table {
    /// The statement that stores a row. Findings across articles may already exist under their ids.
    pub(super) fn insert(self) -> &'static str {
        match self {
            Self::Articles => {
                "INSERT INTO articles (id, text, title, source, url, publisher, byline, published, \
                 published_from, updated, language, story, embargo, rights) \
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            }
            Self::Figures => {
                "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
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

/// Turns records into rows, in an order in which each row comes after those it refers to.
pub fn rows(records: &[Record]) -> Rows {
    let mut rows = Rows::default();
    rows.refill(records);
    rows
}

impl<'a> Row<'a> {
    /// The values of its first `count` cells.
    pub fn values(self, count: usize) -> impl Iterator<Item = impl ToSql + 'a> {
        self.cells[..count].iter().map(move |cell| Bound(*cell, self.texts))
    }

    /// The values that differ from those of the row before, if that is of the same table, with
    /// their column counted from 1. Many values are the same: the article, the field, missing ones.
    pub fn changed(self, before: Option<Row<'a>>) -> impl Iterator<Item = (usize, impl ToSql + 'a)> {
        let old = before.map_or(&[][..], |before| before.cells).iter().map(Some).chain(iter::repeat(None));
        let is_same = move |cell: Cell, old: Cell| match (cell, old) {
            (Cell::Text(start, len), Cell::Text(old, old_len)) => {
                len == old_len && self.texts[start..start + len] == self.texts[old..old + len]
            }
            _ => cell == old,
        };
        let cells = self.cells.iter().zip(old).enumerate();
        let changed = cells.filter(move |(_, (cell, old))| old.is_none_or(|old| !is_same(**cell, *old)));
        changed.map(move |(at, (cell, _))| (at + 1, Bound(*cell, self.texts)))
    }
}

/// A cell and the texts that it may refer to.
struct Bound<'a>(Cell, &'a str);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self.0 {
            Cell::Null => ValueRef::Null,
            Cell::Whole(number) => ValueRef::Integer(number),
            Cell::Real(number) => ValueRef::Real(number),
            Cell::Text(start, length) => ValueRef::Text(&self.1.as_bytes()[start..start + length]),
        }))
    }
}

impl Rows {
    /// Makes rows of other records, reusing the memory.
    pub fn refill(&mut self, records: &[Record]) {
        self.ends.clear();
        self.cells.clear();
        self.texts.clear();
        for record in records {
            match record {
                Record::Article(record) => article(record, self),
                Record::Figure(record) => figure(record, self),
                Record::Quote(record) => quote(record, self),
                Record::Person(record) => person(record, self),
                Record::Finding(record) => finding(record, self),
                Record::Link(record) => link(record, self),
                Record::Skipped(record) => skipped(record, self),
            }
        }
    }

    /// Number of rows.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// An iterator over the rows.
    pub fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        let starts = std::iter::once(0).chain(self.ends.iter().map(|(_, end)| *end));
        self.ends.iter().zip(starts).map(|(&(table, end), start)| Row {
            table,
            cells: &self.cells[start..end],
            texts: &self.texts,
        })
    }

    /// Ends a row, which has the cells added since the last one.
    fn end(&mut self, table: Table) {
        self.ends.push((table, self.cells.len()));
    }

    fn text(&mut self, value: &str) -> &mut Self {
        self.cells.push(Cell::Text(self.texts.len(), value.len()));
        self.texts.push_str(value);
        self
    }

    fn some(&mut self, value: Option<&str>) -> &mut Self {
        match value {
            Some(value) => self.text(value),
            None => self.null(),
        }
    }

    fn null(&mut self) -> &mut Self {
        self.cells.push(Cell::Null);
        self
    }

    fn whole(&mut self, value: impl Into<i64>) -> &mut Self {
        self.cells.push(Cell::Whole(value.into()));
        self
    }

    fn confidence(&mut self, value: f32) -> &mut Self {
        self.cells.push(Cell::Real(rounded(value)));
        self
    }

    fn number(&mut self, value: &Option<Number>) -> &mut Self {
        self.cells.push(value.as_ref().and_then(Number::as_f64).map_or(Cell::Null, Cell::Real));
        self
    }

    fn place(&mut self, words: &Words) -> &mut Self {
        self.text(words.field).whole(words.start).whole(words.end)
    }

    /// Article, id, place and words: the first columns of the tables of facts.
    fn fact(&mut self, article: &str, id: &str, words: &Words) -> &mut Self {
        self.text(article).text(id).place(words).text(words.text)
    }
}

fn article(record: &ArticleRecord, rows: &mut Rows) {
    rows.text(record.article)
        .text(record.text)
        .some(record.title)
        .text(record.source)
        .some(record.url)
        .some(record.publisher)
        .some(record.byline)
        .some(record.published.as_deref())
        .some(record.published_from)
        .some(record.updated.as_deref())
        .some(record.language)
        .some(record.story)
        .some(record.embargo)
        .some(record.rights)
        .end(Table::Articles);
}

fn figure(record: &FigureRecord, rows: &mut Rows) {
    rows.fact(record.article, &record.id, &record.words)
        .text(record.rule)
        .confidence(record.confidence)
        .text(record.kind)
        .number(&record.value)
        .number(&record.low)
        .number(&record.high)
        .some(record.unit.as_deref())
        .some(record.per)
        .text(record.bound)
        .some(record.change)
        .some(record.counted.as_ref().map(|words| words.text))
        .some(record.head)
        .some(record.resolved)
        .some(record.first_day.as_deref())
        .some(record.last_day.as_deref())
        .some(record.in_quote.as_deref())
        .some(record.attributed_to.as_deref())
        .end(Table::Figures);
}

fn quote(record: &QuoteRecord, rows: &mut Rows) {
    let speaker = record.speaker.as_ref();
    rows.fact(record.article, &record.id, &record.words)
        .text(record.rule)
        .confidence(record.confidence)
        .text(record.form)
        .text(&serde_json::to_string(&record.content).expect("words have a JSON form"))
        .some(record.cue.as_ref().map(|words| words.text))
        .some(speaker.map(|speaker| speaker.words.text))
        .some(speaker.and_then(speaker_name))
        .some(speaker.and_then(|speaker| speaker.person.as_deref()))
        .some(speaker.map(|speaker| speaker.how))
        .whole(record.pull)
        .end(Table::Quotes);
}

/// The name by which a speaker can be searched: that of the record, else the words for an
/// organisation or a document.
fn speaker_name<'a>(speaker: &SpeakerRecord<'a>) -> Option<&'a str> {
    let is_named = speaker.person.is_none() && !["pronoun", "continued"].contains(&speaker.how);
    speaker.name.or(is_named.then_some(speaker.words.text))
}

fn person(record: &PersonRecord, rows: &mut Rows) {
    let Some(first) = record.mentions.first() else { return };
    rows.fact(record.article, &record.id, first)
        .confidence(record.confidence)
        .some(record.name)
        .some(record.gender)
        .end(Table::People);
    for words in &record.mentions {
        rows.fact(record.article, &record.id, words).end(Table::Mentions);
    }
    record.offices.iter().zip(0i64..).for_each(|(held, at)| office(held, record, at, rows));
}

fn office(record: &OfficeRecord, holder: &PersonRecord, at: i64, rows: &mut Rows) {
    rows.text(holder.article)
        .text(&holder.id)
        .whole(at)
        .text(record.role)
        .place(&record.role_span)
        .some(record.rank)
        .some(record.organisation)
        .some(record.jurisdiction.as_ref().map(|words| words.text))
        .text(record.status)
        .text(record.rule)
        .end(Table::Offices);
}

fn finding(record: &FindingRecord, rows: &mut Rows) {
    let article = record.articles.first().filter(|_| record.scope == "within").copied();
    rows.text(&record.id)
        .some(article)
        .text(record.check)
        .text(record.scope)
        .text(record.verdict)
        .text(record.severity)
        .text(record.message)
        .end(Table::Findings);
    record.evidence.iter().zip(0i64..).for_each(|(found, at)| evidence(found, &record.id, at, rows));
}

fn evidence(record: &EvidenceRecord, finding: &str, at: i64, rows: &mut Rows) {
    rows.text(finding)
        .whole(at)
        .text(record.article)
        .place(&record.words)
        .text(record.words.text)
        .some(record.fact.as_deref())
        .end(Table::Evidence);
}

fn link(record: &LinkRecord, rows: &mut Rows) {
    rows.text(&record.id).text(record.name).end(Table::Links);
    for one in &record.people {
        rows.text(one.article).text(&one.person).text(&record.id).confidence(one.confidence).end(Table::LinkedPeople);
    }
    record.offices.iter().zip(0i64..).for_each(|(held, at)| tenure(held, &record.id, at, rows));
}

fn tenure(record: &TenureRecord, link: &str, at: i64, rows: &mut Rows) {
    rows.text(link)
        .whole(at)
        .text(record.role)
        .some(record.rank)
        .some(record.organisation)
        .text(record.status)
        .some(record.first.as_deref())
        .some(record.last.as_deref())
        .whole(record.articles)
        .end(Table::Tenures);
}

fn skipped(record: &SkippedRecord, rows: &mut Rows) {
    rows.text(record.source).text(record.path);
    match record.number.and_then(|number| i64::try_from(number).ok()) {
        Some(number) => rows.whole(number),
        None => rows.null(),
    };
    rows.text(record.reason).text(record.message).end(Table::Skipped);
}
