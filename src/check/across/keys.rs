//! What one article leaves behind for comparing it with others. It borrows nothing from the article and is
//! small, since it waits in memory or in a file until all are read: words and hashes lie one after another in
//! two buffers, and everything else points into them.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{quote_pairs::RUNS, sketch::Sketch, stories::Names};
use crate::{
    check::{interval::Interval, packed, ranks::Rank},
    types::{Bound, Evidence, Field, FigureKind, RecordId, Status},
};

/// What one article leaves behind.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Keys {
    /// Comes first, since it is often read alone.
    pub(crate) head: Head,
    /// In order of their spans.
    pub(crate) figures: Box<[KeyedFigure]>,
    /// The sentences that figures stand in, in text order.
    pub(crate) sentences: Box<[KeyedSentence]>,
    /// Numbers of the text with telling words around them, in text order.
    pub(crate) numbers: Box<[KeyedNumber]>,
    /// Direct and mixed quotations and other words in marks, of some length, in order of their spans.
    pub(crate) quotes: Box<[KeyedQuote]>,
    /// People with full names, in order of their first mentions.
    pub(crate) people: Box<[KeyedPerson]>,
    pub(crate) ages: Box<[KeyedAge]>,
    pub(crate) offices: Box<[KeyedOffice]>,
    /// Words of places and names, one after another.
    pub(crate) texts: Box<str>,
    /// Lists of hashes, one after another.
    #[serde(with = "packed::hashes")]
    pub(crate) hashes: Box<[u32]>,
}

/// Which article it is, and what tells of its copies and of its story.
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
    /// The day it speaks from.
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
    /// Of [`Keys::texts`].
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
    /// Hash of the unit's name; nought where it has none.
    pub unit: u32,
    /// Hash of what the value is for each of, "year" in "£5 a year"; zero where that is not told.
    pub per: u32,
    /// The number as stated; of a part of a whole, the whole.
    #[serde(with = "packed::decimal")]
    pub value: Decimal,
    /// What the words allow.
    pub claimed: Reach,
    /// Stems of what is counted, sorted; of [`Keys::hashes`].
    pub things: Stretch,
    /// Words beside it that narrow or widen what is counted, sorted; of [`Keys::hashes`].
    pub scope: Stretch,
    /// The word before it and three behind, as hashes; nought where its sentence has none.
    pub neighbours: [u32; 4],
    /// Whether it is an end of a change or a part of a group.
    pub is_relative: bool,
    /// Whether it counts people under whatever name: men, victims, pupils.
    pub of_people: bool,
    /// Whether it counts some of them only: those of one nation or place, or all but one who is told beside.
    pub of_some: bool,
    /// Whether it is the way from a place.
    pub is_distance: bool,
    /// What became of those it counts.
    pub fate: Option<Fate>,
    /// Whether it may be the toll of one event, if it has a fate.
    pub is_toll: bool,
    /// Who is said to say so, of [`Keys::texts`]; empty where nobody is.
    pub source: Stretch,
}

/// The least and the greatest value that words allow, infinite where they set none.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Reach {
    pub low: f64,
    pub high: f64,
}

/// What became of people who are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Fate {
    /// They died.
    Killed,
    /// They were hurt.
    Injured,
    /// Nobody knows where they are.
    Missing,
}

/// The words of a sentence; each list is of [`Keys::hashes`] and sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct KeyedSentence {
    /// Stems of its words.
    pub context: Stretch,
    /// Hashes of the words of names.
    pub names: Stretch,
    /// Times it names, each as a number.
    pub times: Stretch,
    /// Hash of the first name behind "in", "at" or "near", if there is one: where it happened.
    pub place: u32,
}

/// A number as it is printed, with hashes as in [`super::printed::Printed`].
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct KeyedNumber {
    pub place: Place,
    pub value: u32,
    /// Of the words around it; nought where they say too little.
    pub words: u32,
    /// Of the street in which it is the number of a house; nought of any other.
    pub street: u32,
}

/// The words of a quotation and its speaker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeyedQuote {
    pub place: Place,
    /// Of words in marks that are nobody's speech there is none.
    pub fact: Option<RecordId>,
    /// Where the quoted words stand in the place's text, as pairs of first byte and first byte after; of
    /// [`Keys::hashes`].
    pub quoted: Stretch,
    /// Its smallest runs of words, as [`super::quote_pairs::smallest_runs`] gives them.
    pub runs: [u64; RUNS],
    /// Whether it is woven into a sentence of the writer's: `the gates “must go before winter”`.
    pub is_woven: bool,
    /// The named speaker, and the fullest form of the name in the article; of [`Keys::texts`].
    pub speaker: Option<(Place, Stretch)>,
}

/// A person with full name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeyedPerson {
    pub place: Place,
    /// Of [`Keys::texts`].
    pub name: Stretch,
    /// First and last word of the name: what two articles call one person alike.
    pub key: u64,
    /// Of [`Keys::ages`].
    pub ages: Stretch,
    /// Of [`Keys::offices`].
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
    /// Its place, else its organisation, of [`Keys::texts`]; empty where neither is named.
    pub body: Stretch,
    /// Whether it stands right before the name, as a title.
    pub title: bool,
}

impl Stretch {
    /// What it stands for in its buffer.
    pub fn of<T>(self, buffer: &[T]) -> &[T] {
        &buffer[self.start as usize..(self.start + self.len) as usize]
    }
}

impl Head {
    /// The article as evidence: its very beginning.
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
    /// What became of those it counts, if it is the toll of one event.
    pub fn toll(&self) -> Option<Fate> {
        self.fate.filter(|_| self.is_toll)
    }
}

impl Reach {
    /// The interval with both ends as floating-point numbers. Equal decimals give equal numbers.
    pub fn new(interval: Interval) -> Self {
        let number = |end: Decimal| end.normalize().try_into().unwrap_or(f64::NAN);
        Self { low: interval.low.map_or(f64::NEG_INFINITY, number), high: interval.high.map_or(f64::INFINITY, number) }
    }

    /// Whether some value lies in both.
    pub fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}

impl Keys {
    /// Some of the words.
    pub(crate) fn text(&self, stretch: Stretch) -> &str {
        &self.texts[stretch.start as usize..(stretch.start + stretch.len) as usize]
    }

    /// Some of the hashes.
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
