//! People, the offices they hold, and the mentions of both.

use serde::{Deserialize, Serialize};

use super::Span;

/// A mention of a person by name, as extraction finds it; resolving gathers mentions into people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The honorific before it: `Mrs`, `Sir`.
    pub honorific: Option<Span>,
    /// What the honorific tells.
    pub gender: Option<Gender>,
    /// The family name inside the mention; `None` for a given name alone.
    pub surname: Option<Span>,
    /// Given names and initials inside the mention; `None` for a surname alone.
    pub given: Option<Span>,
}

/// An office as extraction finds it, beside a name or standing for an unnamed person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeFact {
    /// What is held.
    pub office: Office,
    /// The mention of its holder, the span of a `Fact<Name>` or of a pronoun; `None` for an unnamed official,
    /// whose mention is then the fact's own span.
    pub holder: Option<Span>,
}

/// One person of one article.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Person {
    /// The fullest form of the name, honorific and rank left out; `None` for an unnamed official.
    pub name: Option<String>,
    /// In text order, never empty.
    pub mentions: Vec<Mention>,
    /// Told by an honorific or a title, else guessed from the given name.
    pub gender: Option<Gender>,
    /// In text order, one for each place that states it.
    pub offices: Vec<Office>,
    /// Between 0 and 1.
    pub confidence: f32,
}

/// One mention of a person: the name without honorific or rank, or an unnamed official's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The name, or the official's words.
    pub span: Span,
    /// Index into `Document::sentences`.
    pub sentence: u32,
}

/// A role somebody holds, somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Office {
    /// The words of the office, organisation and "former" left out: `deputy chief constable`.
    pub role: Span,
    /// Canonical form in titles.tsv, for comparing: `Chief Superintendent`; `None` where it has none.
    pub rank: Option<&'static str>,
    /// The body or place the office belongs to, as written.
    pub organisation: Option<Span>,
    /// The country, town or seat it covers, where the text names one; that may be the organisation, too.
    pub jurisdiction: Option<Span>,
    /// Whether it is held at the time of writing.
    pub status: Status,
    /// The extractor that found it, as `newsfacts list` names it.
    pub rule: &'static str,
}

/// Whether an office is held at the time of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Status {
    /// It is held: `the mayor`.
    #[default]
    Current,
    /// It was held: `the former mayor`.
    Former,
    /// It is held for the time being: `the acting mayor`.
    Acting,
    /// The holder stands in for another: `the deputy mayor`.
    Deputy,
    /// It will be held: `the mayor-elect`.
    Designate,
}

/// Gender as the text suggests it: told by an honorific or a title, else guessed from the given name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Gender {
    /// A woman: `Mrs`, `Anna`.
    Female,
    /// A man: `Mr`, `Thomas`.
    Male,
}

impl Status {
    /// Every status, in the order of the enum.
    pub const ALL: [Status; 5] = [Self::Current, Self::Former, Self::Acting, Self::Deputy, Self::Designate];

    /// The word for it in records, gold files and carets.
    pub fn name(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Former => "former",
            Self::Acting => "acting",
            Self::Deputy => "deputy",
            Self::Designate => "designate",
        }
    }
}

impl Gender {
    /// Both, in the order of the enum.
    pub const ALL: [Gender; 2] = [Self::Female, Self::Male];

    /// Whether two people are told to be a man and a woman.
    pub fn differ(one: Option<Self>, other: Option<Self>) -> bool {
        matches!((one, other), (Some(one), Some(other)) if one != other)
    }

    /// The word for it in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Female => "female",
            Self::Male => "male",
        }
    }
}
