//! Facts as extraction produces them, and all facts of one article.

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::Xxh3;

use super::{Document, Figure, Finding, Name, OfficeFact, Person, Quote, Span};

/// A statement found in an article: where it stands, which rule found it, and what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact<T> {
    /// The words it rests on.
    pub span: Span,
    /// Index into `Document::sentences`.
    pub sentence: u32,
    /// The extractor that found it, as `newsfacts list` names it: `figures.money`.
    pub rule: &'static str,
    /// Between 0 and 1. Of quotes the share of their kind that is right, as counted on annotated articles; of figures a
    /// constant of the rule that is not calibrated.
    pub confidence: f32,
    /// What is stated.
    pub detail: T,
}

/// What sort of fact an id is of.
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

/// Identity of a record: of a fact a hash of the article's id and text, the kind of fact and its span; findings and links
/// have ids of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RecordId(pub u64);

/// What the extractors found in one article, not yet linked to each other; each list in order of spans.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Extracted {
    /// Quantities and times.
    pub figures: Vec<Fact<Figure>>,
    /// Reported speech, its speakers as they are mentioned.
    pub quotes: Vec<Fact<Quote>>,
    /// Mentions of people by name.
    pub names: Vec<Fact<Name>>,
    /// Offices beside names, or instead of them.
    pub offices: Vec<Fact<OfficeFact>>,
}

/// Every fact of one article, linked to each other, and what checking them against each other found.
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
    /// The person at a place in `people`, as [`Figure::attributed_to`] and [`Speaker::person`](super::Speaker::person)
    /// give it.
    pub fn person(&self, place: Option<u32>) -> Option<&Person> {
        self.people.get(place? as usize)
    }

    /// The person who speaks a quote; `None` for organisations, documents and unknown people.
    pub fn speaker(&self, quote: &Quote) -> Option<&Person> {
        self.person(quote.speaker.as_ref()?.person)
    }

    /// The full name of the person who speaks a quote, or the words that name the organisation a pronoun stands for;
    /// `None` where the mention beside the quote is all there is: "a police spokesman".
    pub fn speaker_name<'a>(&'a self, quote: &Quote, document: &Document<'a>) -> Option<&'a str> {
        let speaker = quote.speaker.as_ref()?;
        match self.person(speaker.person) {
            Some(person) => person.name.as_deref(),
            None => speaker.stands_for.map(|span| document.text(span)),
        }
    }
}

impl FactKind {
    /// The word for it in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::Quote => "quote",
            Self::Person => "person",
        }
    }
}

impl RecordId {
    /// The id of the fact of a kind at `span` of the article with this [`Document::digest`]; a person stands where it is
    /// mentioned first.
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
