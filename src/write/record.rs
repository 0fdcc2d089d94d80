//! The records: what users and scorers read, one schema for every format.
//!
//! Offsets are code points, end exclusive, into the field of the article record that `field` names.

use std::borrow::Cow;

use jiff::civil::Time;
use rust_decimal::{Decimal, prelude::ToPrimitive};
use schemars::JsonSchema;
use serde::Serialize;

use super::link_record::LinkRecord;
use crate::types::{
    Article, ArticleFacts, BlockKind, Document, Evidence, Fact, FactId, Figure, Finding, Office, Person, Places, Quote,
    SCHEMA, Span,
};

/// One line of NDJSON.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "lowercase")]
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
    pub title: Option<&'a str>,
    /// Whether the title was found in `text`, rather than given apart from it.
    pub title_in_text: bool,
    pub url: Option<&'a str>,
    pub publisher: Option<&'a str>,
    pub byline: Option<&'a str>,
    /// ISO 8601 date, with the time where it is known.
    pub published: Option<String>,
    /// When this version was made, as its source says.
    pub updated: Option<String>,
    pub language: Option<&'a str>,
    pub story: Option<&'a str>,
    /// Until when it must not be published, as its source writes it.
    pub embargo: Option<&'a str>,
    /// Who owns it and what may be done with it, as its source says.
    pub rights: Option<&'a str>,
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
    /// `title` or `text`.
    pub field: &'static str,
    pub start: u32,
    pub end: u32,
    pub text: &'a str,
}

/// A figure: a quantity as an interval, or a time.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FigureRecord<'a> {
    pub id: String,
    pub article: &'a str,
    #[serde(flatten)]
    pub words: Words<'a>,
    /// The extractor that found it.
    pub rule: &'static str,
    /// 0 to 1.
    pub confidence: f32,
    /// count, percent, money, measure, ordinal, proportion, range, date, duration, age, score or number.
    pub kind: &'static str,
    /// The number as stated, in units of one (1.2bn is 1200000000).
    #[schemars(with = "Option<f64>")]
    pub value: Option<serde_json::Number>,
    #[schemars(with = "Option<f64>")]
    pub low: Option<serde_json::Number>,
    #[schemars(with = "Option<f64>")]
    pub high: Option<serde_json::Number>,
    /// ISO 4217 code for money, else the English name in the singular; of a measured rate
    /// with what it is for one of: `barrel per day`.
    pub unit: Option<Cow<'static, str>>,
    /// What it is stated for one of: `year` of "£2m a year".
    pub per: Option<&'static str>,
    /// exact, approx, at_least, at_most, more_than or less_than.
    pub bound: &'static str,
    /// up, down or same.
    pub change: Option<&'static str>,
    /// What is counted or measured.
    pub counted: Option<Words<'a>>,
    /// The noun that `counted` is about: `claims` of "assault claims".
    pub head: Option<&'a str>,
    /// ISO 8601 date, interval or duration; EDTF where approximate.
    pub resolved: Option<&'a str>,
    /// Id of the quote it stands in.
    pub in_quote: Option<String>,
    /// Id of the person its statement is attributed to.
    pub attributed_to: Option<String>,
}

/// A quote with its cue and speaker.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct QuoteRecord<'a> {
    pub id: String,
    pub article: &'a str,
    #[serde(flatten)]
    pub words: Words<'a>,
    pub rule: &'static str,
    pub confidence: f32,
    /// direct, mixed or indirect.
    pub form: &'static str,
    /// The stretches of content that no other words interrupt, quotation marks included.
    pub content: Vec<Words<'a>>,
    pub cue: Option<Words<'a>>,
    pub speaker: Option<SpeakerRecord<'a>>,
    /// Whether it is a display quotation set apart from the text.
    pub pull: bool,
}

/// The mention of a speaker, and whom it stands for.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SpeakerRecord<'a> {
    #[serde(flatten)]
    pub words: Words<'a>,
    /// Id of the person record.
    pub person: Option<String>,
    /// The person's full name, or the words that name the organisation a pronoun stands for.
    pub name: Option<&'a str>,
    /// named, described, pronoun, continued or pull_quote.
    pub how: &'static str,
}

/// A person of an article; `name` is null for an official known by office only.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PersonRecord<'a> {
    pub id: String,
    pub article: &'a str,
    pub confidence: f32,
    pub name: Option<&'a str>,
    /// female or male, where words beside the name give it away.
    pub gender: Option<&'static str>,
    pub mentions: Vec<Words<'a>>,
    pub offices: Vec<OfficeRecord<'a>>,
}

/// An office held by a person.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct OfficeRecord<'a> {
    pub role: &'a str,
    pub role_span: Words<'a>,
    /// The canonical form of a title or rank.
    pub rank: Option<&'static str>,
    pub organisation: Option<&'a str>,
    pub organisation_span: Option<Words<'a>>,
    pub jurisdiction: Option<Words<'a>>,
    /// current, former, acting, deputy or designate.
    pub status: &'static str,
    pub rule: &'static str,
}

/// What a check found.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FindingRecord<'a> {
    pub id: String,
    pub check: &'static str,
    /// within or across.
    pub scope: &'static str,
    /// agrees, conflicts, supersedes or unclear.
    pub verdict: &'static str,
    /// error, warning or info.
    pub severity: &'static str,
    pub message: &'a str,
    /// Ids of the facts compared.
    pub facts: Vec<String>,
    /// Ids of the articles they stand in, each once.
    pub articles: Vec<&'a str>,
    pub evidence: Vec<EvidenceRecord<'a>>,
}

/// Words a finding rests on.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EvidenceRecord<'a> {
    pub article: &'a str,
    #[serde(flatten)]
    pub words: Words<'a>,
    /// Id of the fact there, where a fact is meant rather than mere words.
    pub fact: Option<String>,
}

/// The JSON Schema (2020-12) of a line of NDJSON.
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Record<'static>)
}

/// Every record of one article: the article, its facts in order, its findings.
pub fn records<'a>(document: &'a Document, facts: &'a ArticleFacts) -> Vec<Record<'a>> {
    let scribe = Scribe { article: document.article, digest: document.digest, places: Places::new(document.article) };
    let mut records = vec![Record::Article(article(document))];
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
    let title = Some(article.title.of(&article.text)).filter(|title| !title.is_empty());
    let found = if title.is_none() { block(BlockKind::Title) } else { None };
    ArticleRecord {
        schema: SCHEMA,
        article: &article.id,
        source: &article.source,
        title: title.or(found),
        title_in_text: found.is_some(),
        url: article.url.as_deref(),
        publisher: article.publisher.as_deref(),
        byline: article.byline.as_deref().or_else(|| block(BlockKind::Byline)),
        published: published(document),
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
    let Evidence { article, field, start, end, text, fact } = evidence;
    let words = Words { field: field.name(), start: *start, end: *end, text };
    EvidenceRecord { article, words, fact: fact.map(|id| id.to_string()) }
}

/// Writes spans of one article down.
struct Scribe<'a> {
    article: &'a Article,
    digest: u64,
    places: Places<'a>,
}

impl<'a> Scribe<'a> {
    fn words(&self, span: Span) -> Words<'a> {
        let (field, start, end) = self.places.of(span);
        Words { field: field.name(), start, end, text: span.of(&self.article.text) }
    }

    fn id(&self, kind: &str, span: Span) -> String {
        FactId::new(self.digest, kind, span).to_string()
    }

    fn person_id(&self, facts: &ArticleFacts, person: Option<u32>) -> Option<String> {
        let person = &facts.people[person? as usize];
        Some(self.id("person", person.mentions.first()?.span))
    }

    fn figure(&self, fact: &'a Fact<Figure>, facts: &ArticleFacts) -> FigureRecord<'a> {
        let figure = &fact.detail;
        let quote = figure.in_quote.map(|quote| facts.quotes[quote as usize].span);
        FigureRecord {
            id: self.id("figure", fact.span),
            article: &self.article.id,
            words: self.words(fact.span),
            rule: fact.rule,
            confidence: fact.confidence,
            kind: figure.kind.name(),
            value: figure.value.and_then(number),
            low: figure.low.and_then(number),
            high: figure.high.and_then(number),
            unit: figure.whole_unit(),
            per: figure.per,
            bound: figure.bound.name(),
            change: figure.change.map(|change| change.name()),
            counted: figure.counted.map(|span| self.words(span)),
            head: figure.head.map(|span| span.of(&self.article.text)),
            resolved: figure.resolved.as_deref(),
            in_quote: quote.map(|span| self.id("quote", span)),
            attributed_to: self.person_id(facts, figure.attributed_to),
        }
    }

    fn quote(&self, fact: &'a Fact<Quote>, facts: &'a ArticleFacts) -> QuoteRecord<'a> {
        let quote = &fact.detail;
        QuoteRecord {
            id: self.id("quote", fact.span),
            article: &self.article.id,
            words: self.words(fact.span),
            rule: fact.rule,
            confidence: fact.confidence,
            form: quote.form.name(),
            content: quote.content.iter().map(|&span| self.words(span)).collect(),
            cue: quote.cue.map(|span| self.words(span)),
            speaker: quote.speaker.as_ref().map(|speaker| SpeakerRecord {
                words: self.words(speaker.span),
                person: self.person_id(facts, speaker.person),
                name: match speaker.person {
                    Some(person) => facts.people[person as usize].name.as_deref(),
                    None => speaker.stands_for.map(|span| span.of(&self.article.text)),
                },
                how: speaker.how.name(),
            }),
            pull: quote.pull,
        }
    }

    fn person(&self, person: &'a Person) -> PersonRecord<'a> {
        PersonRecord {
            id: self.id("person", person.mentions.first().map_or(Span::default(), |mention| mention.span)),
            article: &self.article.id,
            confidence: person.confidence,
            name: person.name.as_deref(),
            gender: person.gender.map(|gender| gender.name()),
            mentions: person.mentions.iter().map(|mention| self.words(mention.span)).collect(),
            offices: person.offices.iter().map(|office| self.office(office)).collect(),
        }
    }

    fn office(&self, office: &Office) -> OfficeRecord<'a> {
        OfficeRecord {
            role: office.role.of(&self.article.text),
            role_span: self.words(office.role),
            rank: office.rank,
            organisation: office.organisation.map(|span| span.of(&self.article.text)),
            organisation_span: office.organisation.map(|span| self.words(span)),
            jurisdiction: office.jurisdiction.map(|span| self.words(span)),
            status: office.status.name(),
            rule: office.rule,
        }
    }
}

/// A decimal as a JSON number: whole numbers without a point.
fn number(value: Decimal) -> Option<serde_json::Number> {
    match value.is_integer().then(|| value.to_i64()).flatten() {
        Some(whole) => Some(whole.into()),
        None => serde_json::Number::from_f64(value.to_f64()?),
    }
}
