//! Facts as extraction produces them, and all facts of an article.

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::Xxh3;

use super::{Document, Figure, Finding, Name, OfficeFact, Person, Quote, Span};

/// A statement found in an article: its place, the rule that found it, and what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact<T> {
    /// The words that state it.
    pub span: Span,
    /// Index into `Document::sentences`.
    pub sentence: u32,
    /// The extractor that found it, as `newsfacts list` names it: `figures.money`.
    pub rule: &'static str,
    /// 0 to 1. For quotes, the share of quotes of their kind that are right, as measured on
    /// annotated articles; for figures, a constant of the rule that is not calibrated.
    pub confidence: f32,
    /// What is stated.
    pub detail: T,
}

/// The kind of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FactKind {
    /// A [`Figure`].
    Figure,
    /// A [`Quote`].
    Quote,
    /// A [`Person`].
    Person,
}

/// Id of a record. For a fact, it is a hash of the article's id and text, the kind of fact and its
/// span; those of findings and links are other hashes. It is displayed as 16 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RecordId(pub u64);

/// What the extractors found in an article, not yet linked to each other, each list in order of
/// spans.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Extracted {
    /// Quantities and times.
    pub figures: Vec<Fact<Figure>>,
    /// Reported speech, with its speakers as mentioned.
    pub quotes: Vec<Fact<Quote>>,
    /// Mentions of people by name.
    pub names: Vec<Fact<Name>>,
    /// Offices beside names, or instead of them.
    pub offices: Vec<Fact<OfficeFact>>,
}

/// All facts of an article, linked to each other, and the findings about them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ArticleFacts {
    /// In order of their spans.
    pub figures: Vec<Fact<Figure>>,
    /// In order of their spans.
    pub quotes: Vec<Fact<Quote>>,
    /// In order of their first mention.
    pub people: Vec<Person>,
    /// Findings within the article.
    pub findings: Vec<Finding>,
}

impl ArticleFacts {
    /// The person at an index in `people`, such as that of [`Figure::attributed_to`] or
    /// [`Speaker::person`](super::Speaker::person); `None` if there is no such index.
    pub fn person(&self, place: Option<u32>) -> Option<&Person> {
        self.people.get(place? as usize)
    }

    /// The person who says a quote; `None` for organisations, documents and unknown people.
    pub fn speaker(&self, quote: &Quote) -> Option<&Person> {
        self.person(quote.speaker.as_ref()?.person)
    }

    /// The full name of the person who says a quote, or the words for the organisation that a
    /// pronoun refers to; `None` if there is only the mention beside the quote: "a police
    /// spokesman".
    pub fn speaker_name<'a>(&'a self, quote: &Quote, document: &Document<'a>) -> Option<&'a str> {
        let speaker = quote.speaker.as_ref()?;
        match self.person(speaker.person) {
            Some(person) => person.name.as_deref(),
            None => speaker.stands_for.map(|span| document.text(span)),
        }
    }
}

impl FactKind {
    /// Its name in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::Quote => "quote",
            Self::Person => "person",
        }
    }
}

impl RecordId {
    /// The id of a fact, from the [`Document::digest`] of its article, its kind and its span; that
    /// of a person is the first mention.
    pub fn new(digest: u64, kind: FactKind, span: Span) -> Self {
        let mut hasher = Xxh3::new();
        hasher.update(&digest.to_le_bytes());
        hasher.update(kind.name().as_bytes());
        hasher.update(&span.start.to_le_bytes());
        hasher.update(&span.end.to_le_bytes());
        Self(hasher.digest())
    }
}

impl std::fmt::Display for RecordId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}
