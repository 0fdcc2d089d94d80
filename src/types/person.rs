//! People, the offices they hold, and the mentions of both.

use serde::{Deserialize, Serialize};

use super::Span;

/// A mention of a person by name, as extraction finds it; resolution gathers mentions into people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The honorific before it: `Mrs`, `Sir`.
    pub honorific: Option<Span>,
    /// The gender that the honorific tells.
    pub gender: Option<Gender>,
    /// The family name inside the mention; `None` for a given name alone.
    pub surname: Option<Span>,
    /// Given names and initials inside the mention; `None` for a surname alone.
    pub given: Option<Span>,
}

/// An office as extraction finds it, beside a name or instead of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeFact {
    /// The office.
    pub office: Office,
    /// The mention of its holder: the span of a `Fact<Name>` or of a pronoun. `None` for an unnamed
    /// official, whose mention is the span of the fact.
    pub holder: Option<Span>,
}

/// A person in an article.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Person {
    /// The fullest form of the name, without honorific and rank, with the family name that it shares (`Ruth and Otto
    /// Tolland`); `None` for an unnamed official.
    pub name: Option<String>,
    /// All mentions, in text order; never empty.
    pub mentions: Vec<Mention>,
    /// The gender that an honorific or a title tells, else the one guessed from the given name.
    pub gender: Option<Gender>,
    /// The offices, in text order, one for each place that states one.
    pub offices: Vec<Office>,
    /// 0 to 1: the share of people found on such evidence who are people, as measured on annotated
    /// articles.
    pub confidence: f32,
}

/// A mention of a person: the name without honorific and rank, or the words for an unnamed
/// official.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The name, or the words for the official.
    pub span: Span,
    /// Index into `Document::sentences`.
    pub sentence: u32,
}

/// An office that somebody holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Office {
    /// The words of the office, without the organisation and "former": `deputy chief constable`.
    pub role: Span,
    /// The canonical form in titles.tsv, for comparing: `Chief Superintendent`; `None` if it has
    /// none.
    pub rank: Option<&'static str>,
    /// The body or place the office belongs to, as written.
    pub organisation: Option<Span>,
    /// The country, town or seat that it covers, if the text names one; it may be the same as the
    /// organisation.
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

/// Gender as the text suggests it: by an honorific or a title, else by the given name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Gender {
    /// A woman: `Mrs`, `Anna`.
    Female,
    /// A man: `Mr`, `Thomas`.
    Male,
}

impl Status {
    /// All statuses, in the order of the enum.
    pub const ALL: [Status; 5] = [Self::Current, Self::Former, Self::Acting, Self::Deputy, Self::Designate];

    /// Its name in records, gold files and carets.
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
    /// Both values, in the order of the enum.
    pub const ALL: [Gender; 2] = [Self::Female, Self::Male];

    /// Whether one person is a man and the other a woman; `false` if either is unknown.
    pub fn differ(one: Option<Self>, other: Option<Self>) -> bool {
        matches!((one, other), (Some(one), Some(other)) if one != other)
    }

    /// Its name in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Female => "female",
            Self::Male => "male",
        }
    }
}
