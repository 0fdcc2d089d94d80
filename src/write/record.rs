//! The records that every format stores, and their schema.
//!
//! Offsets count code points, end exclusive, in the field of the article record that `field` names.

use std::borrow::Cow;

use jiff::civil::Time;
use schemars::{JsonSchema, generate::SchemaSettings};
use serde::{Serialize, Serializer};

use super::{choices, link_record::LinkRecord, scribe::Scribe};
use crate::types::{ArticleFacts, BlockKind, Document, Evidence, Finding, PublishedFrom, SCHEMA};

/// One line of NDJSON.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "lowercase")]
#[non_exhaustive]
#[expect(missing_docs, reason = "each record says itself what it is, and the schema says it once")]
pub enum Record<'a> {
    Article(ArticleRecord<'a>),
    Figure(FigureRecord<'a>),
    Quote(QuoteRecord<'a>),
    Person(PersonRecord<'a>),
    Finding(FindingRecord<'a>),
    Link(LinkRecord<'a>),
    Skipped(SkippedRecord<'a>),
}

/// An article as it was read.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ArticleRecord<'a> {
    /// Version of the record format.
    pub schema: u32,
    /// The article's id.
    pub article: &'a str,
    /// Where it was read: a path, followed by `:` and a line in formats with many articles per
    /// file.
    pub source: &'a str,
    /// The title: as its source says, else the one found in `text`.
    pub title: Option<&'a str>,
    /// Whether the title was found in `text`, rather than given separately.
    pub title_in_text: bool,
    /// Address of the article, as its source says.
    pub url: Option<&'a str>,
    /// Who published it, as its source says.
    pub publisher: Option<&'a str>,
    /// Who wrote it: as its source says, else the byline found in `text`.
    pub byline: Option<&'a str>,
    /// Whether the byline was found in `text`, rather than given separately.
    pub byline_in_text: bool,
    /// ISO 8601 date of publication, with the time if it is known: as its source says, else the
    /// dateline found in `text`, else the day given with `--date`.
    pub published: Option<String>,
    /// Where `published` was found: the source, the dateline in the text, or the option `--date`.
    #[schemars(schema_with = "choices::published_from")]
    pub published_from: Option<&'static str>,
    /// When it was last changed, as its source says: ISO 8601.
    pub updated: Option<String>,
    /// BCP 47 tag, as its source says.
    pub language: Option<&'a str>,
    /// The story its source assigns it to.
    pub story: Option<&'a str>,
    /// The time before which it must not be published, as its source writes it.
    pub embargo: Option<&'a str>,
    /// Who owns it and how it may be used, as its source says.
    pub rights: Option<&'a str>,
    /// The body.
    pub text: &'a str,
}

/// A part of the input that was not read.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SkippedRecord<'a> {
    /// The file that it is in.
    pub source: &'a str,
    /// The same, followed by the names of members of archives.
    pub path: &'a str,
    /// Number of the line, row or record, counted from 1.
    pub number: Option<u64>,
    /// A short name that all faults of a kind share.
    pub reason: &'a str,
    /// What is wrong and what to do.
    pub message: &'a str,
}

/// A piece of an article's text.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Words<'a> {
    /// The field of the article record to which the offsets refer.
    #[schemars(schema_with = "choices::field")]
    pub field: &'static str,
    /// Offset of the first code point.
    pub start: u32,
    /// Offset of the first code point after.
    pub end: u32,
    /// The text there.
    pub text: &'a str,
}

/// A figure: a quantity as an interval, or a time.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FigureRecord<'a> {
    /// Stable id of the figure: the same for the same words at the same place of the same article.
    pub id: String,
    /// Id of the article.
    pub article: &'a str,
    /// The words of the figure.
    #[serde(flatten)]
    pub words: Words<'a>,
    /// The extractor that found it, as `newsfacts list` names it.
    pub rule: &'static str,
    /// 0 to 1: a constant of the rule, not calibrated on annotated articles.
    #[serde(serialize_with = "three_digits")]
    #[schemars(with = "f64", range(min = 0, max = 1))]
    pub confidence: f32,
    /// What sort of figure it is.
    #[schemars(schema_with = "choices::kind")]
    pub kind: &'static str,
    /// The number as stated, in units of one (1.2bn is 1200000000).
    #[schemars(with = "Option<f64>")]
    pub value: Option<serde_json::Number>,
    /// Lower end of what the words allow: 10.8 for "about 12", 500 for "more than 500"; null if
    /// there is none. Checks compare figures with margins of their own.
    #[schemars(with = "Option<f64>")]
    pub low: Option<serde_json::Number>,
    /// Upper end of what the words allow: 13.2 for "about 12"; null if there is none.
    #[schemars(with = "Option<f64>")]
    pub high: Option<serde_json::Number>,
    /// For money, the ISO 4217 code, or `penny` or `cent` for amounts in those; else the English
    /// name in the singular. A measured rate includes what it is per: `barrel per day`. In carets,
    /// `_` stands for its spaces.
    pub unit: Option<Cow<'static, str>>,
    /// The denominator of a rate: `year` in "£2m a year".
    pub per: Option<&'static str>,
    /// How the words bound the number; for a date, which side of it is meant: at_least for "since
    /// 2010", at_most for "by Friday", less_than for "before May".
    #[schemars(schema_with = "choices::bound")]
    pub bound: &'static str,
    /// Which way the quantity is said to have changed; null if nothing is said.
    #[schemars(schema_with = "choices::change")]
    pub change: Option<&'static str>,
    /// What is counted or measured.
    pub counted: Option<Words<'a>>,
    /// The noun that `counted` is about: `claims` of "assault claims".
    pub head: Option<&'a str>,
    /// ISO 8601 date, interval or duration; TIMEX3 for what ISO cannot express: `2015-SU` for "last
    /// summer", `198` for "the 1980s", `XXXX-WXX-1` for "on Mondays", `BC1200` for "1,200 BCE",
    /// `PRESENT_REF` for "now".
    pub resolved: Option<&'a str>,
    /// ISO 8601 day on which the resolved date begins, whatever its bound; null if that is open or
    /// unknown, and for other kinds of figures.
    pub first_day: Option<String>,
    /// ISO 8601 day on which the resolved date ends; null likewise.
    pub last_day: Option<String>,
    /// Id of the quote that contains it.
    pub in_quote: Option<String>,
    /// Id of the person to whom its statement is attributed.
    pub attributed_to: Option<String>,
}

/// A quote with its cue and speaker.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct QuoteRecord<'a> {
    /// Stable id of the quote.
    pub id: String,
    /// Id of the article.
    pub article: &'a str,
    /// The text from the first to the last word of the content.
    #[serde(flatten)]
    pub words: Words<'a>,
    /// The extractor that found it, as `newsfacts list` names it.
    pub rule: &'static str,
    /// 0 to 1: the share of such quotes that are right, as measured on annotated articles.
    #[serde(serialize_with = "three_digits")]
    #[schemars(with = "f64", range(min = 0, max = 1))]
    pub confidence: f32,
    /// Whether all, some or none of its words are inside quotation marks.
    #[schemars(schema_with = "choices::form")]
    pub form: &'static str,
    /// The uninterrupted pieces of the content, including quotation marks.
    pub content: Vec<Words<'a>>,
    /// The words that mark it as speech: `said`, `according to`.
    pub cue: Option<Words<'a>>,
    /// The speaker; null if the text does not name one.
    pub speaker: Option<SpeakerRecord<'a>>,
    /// Whether it is a pull quote, displayed apart from the text.
    pub pull: bool,
}

/// The mention of a speaker, and the person it refers to.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SpeakerRecord<'a> {
    /// The mention as written.
    #[serde(flatten)]
    pub words: Words<'a>,
    /// Id of the person record.
    pub person: Option<String>,
    /// The person's full name, or the words for the organisation that a pronoun refers to.
    pub name: Option<&'a str>,
    /// How the speaker was found.
    #[schemars(schema_with = "choices::how")]
    pub how: &'static str,
}

/// A person in an article; `name` is null for an official known only by office.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PersonRecord<'a> {
    /// Stable id of the person in this article.
    pub id: String,
    /// Id of the article.
    pub article: &'a str,
    /// 0 to 1: the share of people found on such evidence who are people, as measured on annotated
    /// articles.
    #[serde(serialize_with = "three_digits")]
    #[schemars(with = "f64", range(min = 0, max = 1))]
    pub confidence: f32,
    /// The fullest form of the name, without honorific and rank.
    pub name: Option<&'a str>,
    /// From an honorific or a title, else guessed from the given name; null if neither tells.
    #[schemars(schema_with = "choices::gender")]
    pub gender: Option<&'static str>,
    /// Every mention, in text order.
    pub mentions: Vec<Words<'a>>,
    /// In text order, one for each place that states an office.
    pub offices: Vec<OfficeRecord<'a>>,
}

/// An office held by a person.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct OfficeRecord<'a> {
    /// The words of the office, without the organisation and "former".
    pub role: &'a str,
    /// The place of these words.
    pub role_span: Words<'a>,
    /// The canonical form of a title or rank.
    pub rank: Option<&'static str>,
    /// The body or place the office belongs to, as written.
    pub organisation: Option<&'a str>,
    /// The place of the organisation.
    pub organisation_span: Option<Words<'a>>,
    /// The country, town or seat that it covers, if the text names one; it may be the same as the
    /// organisation.
    pub jurisdiction: Option<Words<'a>>,
    /// Whether the office is held at the time of writing.
    #[schemars(schema_with = "choices::status")]
    pub status: &'static str,
    /// The extractor that found it, as `newsfacts list` names it.
    pub rule: &'static str,
}

/// The result of a check.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FindingRecord<'a> {
    /// Stable id of the finding, as `--ignore` takes it.
    pub id: String,
    /// The check that found it, as `newsfacts list` names it.
    pub check: &'static str,
    /// Whether it is about one article or several.
    #[schemars(schema_with = "choices::scope")]
    pub scope: &'static str,
    /// The result of the comparison.
    #[schemars(schema_with = "choices::verdict")]
    pub verdict: &'static str,
    /// How serious it is: an error is impossible; of the two statements of a warning, only one can
    /// be exact.
    #[schemars(schema_with = "choices::severity")]
    pub severity: &'static str,
    /// An explanation for an editor, with the arithmetic.
    pub message: &'a str,
    /// Ids of the facts compared.
    pub facts: Vec<String>,
    /// Ids of the articles with these facts, each once.
    pub articles: Vec<&'a str>,
    /// The words that it rests on, in order of article and place.
    pub evidence: Vec<EvidenceRecord<'a>>,
}

/// Words that a finding rests on.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EvidenceRecord<'a> {
    /// Id of the article.
    pub article: &'a str,
    /// Where the article was read, as its record says.
    pub source: &'a str,
    /// The article's title, as its record says.
    pub title: Option<&'a str>,
    /// The place and text of the words.
    #[serde(flatten)]
    pub words: Words<'a>,
    /// Id of the fact there; null if only words are meant.
    pub fact: Option<String>,
}

/// The JSON Schema (2020-12) of a line of NDJSON, as it is written: keys that may be null are
/// required, too.
pub fn schema() -> schemars::Schema {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<Record<'static>>();
    schema.insert("$id".to_owned(), format!("urn:newsfacts:records:{SCHEMA}").into());
    schema
}

/// A confidence as records have it: 0.85 rather than 0.84919995.
pub(super) fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
}

/// Writes a confidence with at most three digits.
pub(super) fn three_digits<S: Serializer>(confidence: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(rounded(*confidence))
}

/// Returns the records of one article: the article, its facts in order, its findings.
pub fn records<'a>(document: &'a Document, facts: &'a ArticleFacts) -> Vec<Record<'a>> {
    let scribe = Scribe::new(document);
    let count = facts.figures.len() + facts.quotes.len() + facts.people.len() + facts.findings.len();
    let mut records = Vec::with_capacity(1 + count);
    records.push(Record::Article(article(document)));
    records.extend(facts.figures.iter().map(|fact| Record::Figure(scribe.figure(fact, facts))));
    records.extend(facts.quotes.iter().map(|fact| Record::Quote(scribe.quote(fact, facts))));
    records.extend(facts.people.iter().map(|person| Record::Person(scribe.person(person))));
    records.extend(findings(&facts.findings));
    records
}

/// Returns the records of findings.
pub fn findings(findings: &[Finding]) -> Vec<Record<'_>> {
    findings.iter().map(|found| Record::Finding(finding(found))).collect()
}

/// Returns the record of an article; title, byline and date are those found in the text if the
/// source gave none.
pub fn article<'a>(document: &'a Document) -> ArticleRecord<'a> {
    let article = document.article;
    let block = |kind| document.blocks.iter().find(|block| block.kind == kind).map(|block| document.text(block.span));
    let title = document.title();
    let byline = block(BlockKind::Byline).filter(|_| article.byline.is_none());
    ArticleRecord {
        schema: SCHEMA,
        article: &article.id,
        source: &article.source,
        title,
        title_in_text: title.is_some() && article.title.is_empty(),
        url: article.url.as_deref(),
        publisher: article.publisher.as_deref(),
        byline: article.byline.as_deref().or(byline),
        byline_in_text: byline.is_some(),
        published: published(document),
        published_from: document.published_from.map(PublishedFrom::name),
        updated: article.updated.map(|updated| updated.to_string()),
        language: article.language.as_deref(),
        story: article.story.as_deref(),
        embargo: article.embargo.as_deref(),
        rights: article.rights.as_deref(),
        text: article.body.of(&article.text),
    }
}

/// The date in ISO 8601, without the time if that is midnight, as it is where the source gave only
/// a day.
fn published(document: &Document) -> Option<String> {
    match document.article.published {
        Some(published) if published.time() != Time::midnight() => Some(published.to_string()),
        _ => document.dateline.map(|date| date.to_string()),
    }
}

fn finding(finding: &Finding) -> FindingRecord<'_> {
    let mut articles: Vec<&str> = finding.evidence.iter().map(|evidence| evidence.article.as_str()).collect();
    articles.sort_unstable();
    articles.dedup();
    FindingRecord {
        id: finding.id().to_string(),
        check: finding.check,
        scope: finding.scope.name(),
        verdict: finding.verdict.name(),
        severity: finding.severity.name(),
        message: &finding.message,
        facts: finding.evidence.iter().filter_map(|evidence| evidence.fact).map(|id| id.to_string()).collect(),
        articles,
        evidence: finding.evidence.iter().map(evidence).collect(),
    }
}

fn evidence(evidence: &Evidence) -> EvidenceRecord<'_> {
    let Evidence { article, source, title, field, start, end, text, fact } = evidence;
    let words = Words { field: field.name(), start: *start, end: *end, text };
    EvidenceRecord { article, source, title: title.as_deref(), words, fact: fact.map(|id| id.to_string()) }
}
