//! The records: what users and scorers read, one schema for every format.
//!
//! Offsets are code points, end exclusive, into the field of the article record that `field` names.

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
    /// Where it was read: a path, with `:` and the line for formats of many articles a file.
    pub source: &'a str,
    /// Given apart from the text, or found in it.
    pub title: Option<&'a str>,
    /// Whether the title was found in `text`, rather than given apart from it.
    pub title_in_text: bool,
    /// Address of the article, as its source says.
    pub url: Option<&'a str>,
    /// Who published it, as its source says.
    pub publisher: Option<&'a str>,
    /// Who wrote it: as its source says, else the byline found in `text`.
    pub byline: Option<&'a str>,
    /// Whether the byline was found in `text`, rather than given apart from it.
    pub byline_in_text: bool,
    /// ISO 8601 date, with the time where it is known: as its source says, else the dateline found in `text`, else the
    /// day given with `--date`.
    pub published: Option<String>,
    /// Where `published` was found: the source, the dateline in the text, or the option `--date`.
    #[schemars(schema_with = "choices::published_from")]
    pub published_from: Option<&'static str>,
    /// When this version was made, as its source says.
    pub updated: Option<String>,
    /// BCP 47 tag, as its source says.
    pub language: Option<&'a str>,
    /// The story its source assigns it to.
    pub story: Option<&'a str>,
    /// Until when it must not be published, as its source writes it.
    pub embargo: Option<&'a str>,
    /// Who owns it and what may be done with it, as its source says.
    pub rights: Option<&'a str>,
    /// The body.
    pub text: &'a str,
}

/// Something in the input that was not read.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SkippedRecord<'a> {
    /// The file it lies in.
    pub source: &'a str,
    /// The same, with the names of members of archives behind it.
    pub path: &'a str,
    /// Number of the line, row or record, counted from 1.
    pub number: Option<u64>,
    /// One or two words that are the same for every fault of a kind.
    pub reason: &'a str,
    /// What is wrong and what to do.
    pub message: &'a str,
}

/// Words of an article.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Words<'a> {
    /// The field of the article record that the offsets count in.
    #[schemars(schema_with = "choices::field")]
    pub field: &'static str,
    /// Offset of the first code point.
    pub start: u32,
    /// Offset of the first code point after.
    pub end: u32,
    /// The words there.
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
    /// 0 to 1; a constant of the rule, not calibrated on annotated articles.
    #[serde(serialize_with = "three_digits")]
    #[schemars(with = "f64", range(min = 0, max = 1))]
    pub confidence: f32,
    /// What sort of figure it is.
    #[schemars(schema_with = "choices::kind")]
    pub kind: &'static str,
    /// The number as stated, in units of one (1.2bn is 1200000000).
    #[schemars(with = "Option<f64>")]
    pub value: Option<serde_json::Number>,
    /// Lower end of what the words allow: 10.8 of "about 12", 500 of "more than 500"; null if there is none. Checks
    /// compare figures by margins of their own.
    #[schemars(with = "Option<f64>")]
    pub low: Option<serde_json::Number>,
    /// Upper end of what the words allow: 13.2 of "about 12"; null if there is none.
    #[schemars(with = "Option<f64>")]
    pub high: Option<serde_json::Number>,
    /// ISO 4217 code for money, `penny` or `cent` for what is told in those, else the English name in the singular; of
    /// a measured rate with what it is for one of: `barrel per day`. Carets put `_` for the spaces in it.
    pub unit: Option<Cow<'static, str>>,
    /// The denominator of a rate: `year` in "£2m a year".
    pub per: Option<&'static str>,
    /// How the words bound the number; of a date, which side of it is meant: at_least of "since 2010", at_most of "by
    /// Friday", less_than of "before May".
    #[schemars(schema_with = "choices::bound")]
    pub bound: &'static str,
    /// Which way the quantity is said to have gone; null where nothing is said.
    #[schemars(schema_with = "choices::change")]
    pub change: Option<&'static str>,
    /// What is counted or measured.
    pub counted: Option<Words<'a>>,
    /// The noun that `counted` is about: `claims` of "assault claims".
    pub head: Option<&'a str>,
    /// ISO 8601 date, interval or duration; as TIMEX3 has it what ISO has no word for: `2015-SU` of "last summer",
    /// `198` of "the 1980s", `XXXX-WXX-1` of "on Mondays", `BC1200` of "1,200 BCE", `PRESENT_REF` of "now".
    pub resolved: Option<&'a str>,
    /// ISO 8601 day on which the resolved date begins, whatever its bound; null where that is open or unknown, and of
    /// figures of other kinds.
    pub first_day: Option<String>,
    /// ISO 8601 day on which the resolved date ends; null likewise.
    pub last_day: Option<String>,
    /// Id of the quote it stands in.
    pub in_quote: Option<String>,
    /// Id of the person its statement is attributed to.
    pub attributed_to: Option<String>,
}

/// A quote with its cue and speaker.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct QuoteRecord<'a> {
    /// Stable id of the quote.
    pub id: String,
    /// Id of the article.
    pub article: &'a str,
    /// From the first to the last word of the content.
    #[serde(flatten)]
    pub words: Words<'a>,
    /// The extractor that found it, as `newsfacts list` names it.
    pub rule: &'static str,
    /// 0 to 1: the share of such quotes that are right, as counted on annotated articles.
    #[serde(serialize_with = "three_digits")]
    #[schemars(with = "f64", range(min = 0, max = 1))]
    pub confidence: f32,
    /// Whether all, some or none of its words stand inside quotation marks.
    #[schemars(schema_with = "choices::form")]
    pub form: &'static str,
    /// The stretches of content that no other words interrupt, quotation marks included.
    pub content: Vec<Words<'a>>,
    /// The words that say it is speech: `said`, `according to`.
    pub cue: Option<Words<'a>>,
    /// Who is said to speak; null where the text does not tell.
    pub speaker: Option<SpeakerRecord<'a>>,
    /// Whether it is a display quotation set apart from the text.
    pub pull: bool,
}

/// The mention of a speaker, and whom it stands for.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SpeakerRecord<'a> {
    /// The mention as written.
    #[serde(flatten)]
    pub words: Words<'a>,
    /// Id of the person record.
    pub person: Option<String>,
    /// The person's full name, or the words that name the organisation a pronoun stands for.
    pub name: Option<&'a str>,
    /// How the speaker was found.
    #[schemars(schema_with = "choices::how")]
    pub how: &'static str,
}

/// A person of an article; `name` is null for an official known by office only.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PersonRecord<'a> {
    /// Stable id of the person in this article.
    pub id: String,
    /// Id of the article.
    pub article: &'a str,
    /// 0 to 1: the share of people found by such evidence who are people, as counted on annotated articles.
    #[serde(serialize_with = "three_digits")]
    #[schemars(with = "f64", range(min = 0, max = 1))]
    pub confidence: f32,
    /// The fullest form, honorific and rank left out.
    pub name: Option<&'a str>,
    /// Told by an honorific or a title, else guessed from the given name; null where neither tells.
    #[schemars(schema_with = "choices::gender")]
    pub gender: Option<&'static str>,
    /// Every mention, in text order.
    pub mentions: Vec<Words<'a>>,
    /// In text order, one for each place that states it.
    pub offices: Vec<OfficeRecord<'a>>,
}

/// An office held by a person.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct OfficeRecord<'a> {
    /// The words of the office, organisation and "former" left out.
    pub role: &'a str,
    /// Where they stand.
    pub role_span: Words<'a>,
    /// The canonical form of a title or rank.
    pub rank: Option<&'static str>,
    /// The body or place the office belongs to, as written.
    pub organisation: Option<&'a str>,
    /// Where it stands.
    pub organisation_span: Option<Words<'a>>,
    /// The country, town or seat it covers, where the text names one; that may be the organisation, too.
    pub jurisdiction: Option<Words<'a>>,
    /// Whether the office is held at the time of writing.
    #[schemars(schema_with = "choices::status")]
    pub status: &'static str,
    /// The extractor that found it, as `newsfacts list` names it.
    pub rule: &'static str,
}

/// What a check found.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FindingRecord<'a> {
    /// Stable id of the finding, as `--ignore` takes it.
    pub id: String,
    /// The check that found it, as `newsfacts list` names it.
    pub check: &'static str,
    /// Whether it is about one article or several.
    #[schemars(schema_with = "choices::scope")]
    pub scope: &'static str,
    /// What the comparison says.
    #[schemars(schema_with = "choices::verdict")]
    pub verdict: &'static str,
    /// How much it should worry an editor: an error is impossible, of two statements of a warning only one can be
    /// exact.
    #[schemars(schema_with = "choices::severity")]
    pub severity: &'static str,
    /// A sentence for an editor, with the arithmetic.
    pub message: &'a str,
    /// Ids of the facts compared.
    pub facts: Vec<String>,
    /// Ids of the articles they stand in, each once.
    pub articles: Vec<&'a str>,
    /// The words it rests on, in order of article and place.
    pub evidence: Vec<EvidenceRecord<'a>>,
}

/// Words a finding rests on.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EvidenceRecord<'a> {
    /// Id of the article.
    pub article: &'a str,
    /// Where the article was read, as its record says.
    pub source: &'a str,
    /// The article's title, given apart from the text or found in it.
    pub title: Option<&'a str>,
    /// Where they stand.
    #[serde(flatten)]
    pub words: Words<'a>,
    /// Id of the fact there, where a fact is meant rather than mere words.
    pub fact: Option<String>,
}

/// The JSON Schema (2020-12) of a line of NDJSON, as it is written: keys that may be null are required, too.
pub fn schema() -> schemars::Schema {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<Record<'static>>();
    schema.insert("$id".to_owned(), format!("urn:newsfacts:records:{SCHEMA}").into());
    schema
}

/// A confidence as records have it: 0.85, and not 0.84919995.
pub(super) fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
}

/// Writes a confidence with at most three digits.
pub(super) fn three_digits<S: Serializer>(confidence: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(rounded(*confidence))
}

/// Every record of one article: the article, its facts in order, its findings.
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

/// The records of some findings.
pub fn findings(findings: &[Finding]) -> Vec<Record<'_>> {
    findings.iter().map(|found| Record::Finding(finding(found))).collect()
}

/// The record of an article; title, byline and date are looked for in its text where the source gave none.
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

/// ISO 8601, without the time where the source gave a day only.
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
