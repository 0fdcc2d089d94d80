//! The data kept from one article for comparison with others. It borrows nothing from the article and is small, since
//! it waits in memory or in a file until all are read: words and hashes are stored in two buffers, and everything else
//! points into them.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{quote_pairs::RUNS, sketch::Sketch, stories::Names};
use crate::{
    check::{interval::Interval, packed, ranks::Rank},
    types::{Bound, Evidence, Field, FigureKind, RecordId, Status},
};

/// The data kept from one article.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Keys {
    /// First, since it is often read alone.
    pub(crate) head: Head,
    /// Sorted by span.
    pub(crate) figures: Box<[KeyedFigure]>,
    /// The sentences that contain figures, in text order.
    pub(crate) sentences: Box<[KeyedSentence]>,
    /// Numbers of the text with enough content words around them, or in an address, in text order.
    pub(crate) numbers: Box<[KeyedNumber]>,
    /// Direct and mixed quotations and other words in marks, of a minimum length, in text order.
    pub(crate) quotes: Box<[KeyedQuote]>,
    /// People with full names, in order of their first mentions.
    pub(crate) people: Box<[KeyedPerson]>,
    pub(crate) ages: Box<[KeyedAge]>,
    pub(crate) offices: Box<[KeyedOffice]>,
    /// Words of places and names, one after another.
    pub(crate) texts: Box<str>,
    /// Hash of the publisher's name; zero if none is given.
    pub(crate) publisher: u32,
    /// The result of [`super::passages::passages`]; in [`Keys::hashes`].
    pub(crate) passages: Stretch,
    /// Lists of hashes, one after another.
    #[serde(with = "packed::hashes")]
    pub(crate) hashes: Box<[u32]>,
}

/// The identity of the article, and what its copies and story are found by.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// Id of the article.
    pub article: Box<str>,
    /// Where it was read.
    pub source: Box<str>,
    pub title: Option<Box<str>>,
    /// Hash of the article's id and text.
    pub digest: u64,
    /// The story its source assigns it to.
    pub story: Option<Box<str>>,
    /// Its dateline.
    #[serde(with = "packed::date")]
    pub published: Option<Date>,
    pub sketch: Sketch,
    pub names: Names,
}

/// A stretch of one of the buffers of an article's keys.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    pub start: u32,
    pub len: u32,
}

/// Words of the article in the reader's coordinates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub field: Field,
    pub start: u32,
    pub end: u32,
    /// Into [`Keys::texts`].
    pub text: Stretch,
}

/// A figure and what it measures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeyedFigure {
    pub place: Place,
    pub fact: RecordId,
    /// Index into [`Keys::sentences`].
    pub sentence: u32,
    pub kind: FigureKind,
    pub bound: Bound,
    /// Hash of the unit's name; zero if it has none.
    pub unit: u32,
    /// Hash of the denominator of a rate, "year" in "£5 a year"; zero if there is none.
    pub per: u32,
    /// The number as stated; for a part of a whole, the whole.
    #[serde(with = "packed::decimal")]
    pub value: Decimal,
    /// The step of its last printed digit: 0.1 for 5.1.
    #[serde(with = "packed::decimal")]
    pub step: Decimal,
    /// The values that the words allow.
    pub claimed: Reach,
    /// Stems of what is counted, sorted; into [`Keys::hashes`].
    pub things: Stretch,
    /// Words next to it that narrow or widen what is counted, sorted; into [`Keys::hashes`].
    pub scope: Stretch,
    /// The word before it and three after, as hashes; zero outside its sentence.
    pub neighbours: [u32; 4],
    /// Whether it is an end of a change or a part of a group.
    pub is_relative: bool,
    /// Whether it counts people, whatever the noun: men, victims, pupils.
    pub of_people: bool,
    /// Whether it counts only some of them: those of one nation or place, or with one more person next to it.
    pub of_some: bool,
    /// Whether it is the distance from a place.
    pub is_distance: bool,
    /// What happened to those it counts.
    pub fate: Option<Fate>,
    /// Whether it may be the toll of one event, if it has a fate.
    pub is_toll: bool,
    /// The speaker who states it, in [`Keys::texts`]; empty if there is none.
    pub source: Stretch,
}

/// The least and the greatest value that the words allow, infinite if they set none.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Reach {
    pub low: f64,
    pub high: f64,
}

/// What happened to people who are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Fate {
    /// They died.
    Killed,
    /// They were hurt.
    Injured,
    /// Nobody knows where they are.
    Missing,
}

/// The words of a sentence; each list is in [`Keys::hashes`] and sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct KeyedSentence {
    /// Stems of its words.
    pub context: Stretch,
    /// Hashes of the words of names.
    pub names: Stretch,
    /// Times it names, each as a number.
    pub times: Stretch,
    /// Hash of the first name after "in", "at" or "near", or zero: the place of the event.
    pub place: u32,
}

/// A number as it is printed, with hashes as in [`super::printed::Printed`].
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct KeyedNumber {
    pub place: Place,
    pub value: u32,
    /// Of the words around it; zero if they say too little.
    pub words: u32,
    /// Of its street, if it is a house number; otherwise zero.
    pub street: u32,
}

/// The words of a quotation and its speaker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeyedQuote {
    pub place: Place,
    /// None for words in marks that are not speech.
    pub fact: Option<RecordId>,
    /// The quoted words in the place's text, as pairs of start and end bytes (end excluded); in [`Keys::hashes`].
    pub quoted: Stretch,
    /// Its smallest runs of words, from [`super::quote_pairs::smallest_runs`].
    pub runs: [u64; RUNS],
    /// Whether it is part of a sentence of the writer's: `the gates “must go before winter”`.
    pub is_woven: bool,
    /// The named speaker, and the fullest form of the name in the article; in [`Keys::texts`].
    pub speaker: Option<(Place, Stretch)>,
}

/// A person with a full name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeyedPerson {
    pub place: Place,
    /// In [`Keys::texts`].
    pub name: Stretch,
    /// First and last word of the name, by which the person is matched across articles.
    pub key: u64,
    /// Into [`Keys::ages`].
    pub ages: Stretch,
    /// Into [`Keys::offices`].
    pub offices: Stretch,
}

/// An age in years given to a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeyedAge {
    pub place: Place,
    pub fact: RecordId,
    #[serde(with = "packed::decimal")]
    pub age: Decimal,
}

/// An office with a rank that can be compared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeyedOffice {
    pub place: Place,
    #[serde(with = "packed::rank")]
    pub rank: Rank,
    pub status: Status,
    /// Its place, else its organisation, in [`Keys::texts`]; empty if neither is named.
    pub body: Stretch,
    /// Whether it comes right before the name, as a title.
    pub title: bool,
}

impl Stretch {
    /// The items of the stretch in its buffer.
    pub fn of<T>(self, buffer: &[T]) -> &[T] {
        &buffer[self.start as usize..(self.start + self.len) as usize]
    }
}

impl Head {
    /// The article as evidence, at its very beginning.
    pub fn beginning(&self) -> Evidence {
        Evidence {
            article: self.article.to_string(),
            source: self.source.to_string(),
            title: self.title.as_deref().map(str::to_owned),
            field: Field::Text,
            start: 0,
            end: 0,
            text: String::new(),
            fact: None,
        }
    }
}

impl KeyedFigure {
    /// The fate of those it counts, if it is the toll of one event.
    pub fn toll(&self) -> Option<Fate> {
        self.fate.filter(|_| self.is_toll)
    }
}

impl Reach {
    /// Both ends of an interval as floating-point numbers. Equal decimals give equal numbers.
    pub fn new(interval: Interval) -> Self {
        let number = |end: Decimal| end.normalize().try_into().unwrap_or(f64::NAN);
        Self { low: interval.low.map_or(f64::NEG_INFINITY, number), high: interval.high.map_or(f64::INFINITY, number) }
    }

    /// Whether the two have a value in common.
    pub fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}

impl Keys {
    /// The text of a stretch.
    pub(crate) fn text(&self, stretch: Stretch) -> &str {
        &self.texts[stretch.start as usize..(stretch.start + stretch.len) as usize]
    }

    /// The hashes of a stretch.
    pub(crate) fn list(&self, stretch: Stretch) -> &[u32] {
        stretch.of(&self.hashes)
    }

    /// The sentence of a figure.
    pub(crate) fn sentence(&self, figure: &KeyedFigure) -> &KeyedSentence {
        &self.sentences[figure.sentence as usize]
    }

    /// A place as evidence of a finding, with the fact there.
    pub(crate) fn evidence(&self, place: Place, fact: Option<RecordId>) -> Evidence {
        Evidence {
            field: place.field,
            start: place.start,
            end: place.end,
            text: self.text(place.text).to_owned(),
            fact,
            ..self.head.beginning()
        }
    }
}
