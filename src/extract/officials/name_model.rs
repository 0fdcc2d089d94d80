//! A linear model that judges whether a name-like stretch without a title names a person.
//!
//! It knows no names: its features are what the word tables say of the parts of the stretch, the
//! kinds of the words beside it, and how its words stand elsewhere in the article. The weights in
//! name_weights.tsv are made by examples/measure/train_names.rs, which says from what.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{
    candidate::{Candidate, parts},
    name_shape::Part,
    setting::Setting,
    surroundings::{Neighbour, neighbour},
};
use crate::types::{Document, Tags, WordList};

/// Number of values of each of the two sides of a feature.
const SIDE: usize = 48;
const _: () = assert!(Neighbour::COUNT <= SIDE);
/// Number of templates.
const TEMPLATES: usize = 22;

/// What the rules say about a stretch before the model is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It has a title or honorific: the model is not asked.
    Titled,
    /// No rule proposes it as a name.
    Unknown,
    /// A given and a family name.
    FullName,
    /// The words around it show that it is a name.
    Explained,
    /// All its words belong to people named elsewhere.
    Known,
    /// It is part of the name of something else.
    OtherName,
}

impl Verdict {
    /// Whether the model decides.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Titled | Self::OtherName)
    }

    /// Whether the rules regard the stretch as a first or full mention of a person.
    pub fn is_named(self) -> bool {
        matches!(self, Self::Titled | Self::FullName | Self::Explained)
    }
}

/// Indices into the weights, one for each template.
pub type Features = [usize; TEMPLATES];

/// How each word of the name-like stretches occurs in all of them.
#[derive(Debug, Default)]
pub struct Occurrences<'a> {
    words: FxHashMap<&'a str, Occurrence>,
}

/// How a word occurs.
#[derive(Debug, Default, Clone, Copy)]
struct Occurrence {
    count: u32,
    /// As a stretch of its own outside headlines.
    alone: bool,
    /// In the name of something else: the `Brenner` of `Brenner Corp`.
    other: bool,
    /// After a title or honorific.
    titled: bool,
    /// Before words that show a thing.
    thing: bool,
    /// Before words that show a person.
    person: bool,
}

impl<'a> Occurrences<'a> {
    /// The occurrences of the candidates' words; each candidate comes with what the rules say about it.
    pub fn of<'c>(
        document: &Document<'a>,
        candidates: impl ExactSizeIterator<Item = (&'c Candidate, Verdict)>,
    ) -> Self {
        let mut words: FxHashMap<&'a str, Occurrence> = FxHashMap::default();
        words.reserve(2 * candidates.len());
        for (candidate, verdict) in candidates {
            let setting = candidate.setting(document);
            for (at, _) in parts(document, candidate.tokens.clone()) {
                let word = words.entry(document.word(at)).or_default();
                word.count += 1;
                word.alone |= candidate.stands_alone();
                word.other |= verdict == Verdict::OtherName && !candidate.common;
                word.titled |= verdict == Verdict::Titled;
                word.thing |= setting == Setting::Thing;
                word.person |= setting == Setting::Person;
            }
        }
        Self { words }
    }

    fn get(&self, word: &str) -> Occurrence {
        self.words.get(word).copied().unwrap_or_default()
    }
}

/// The features of a candidate, as indices into the weights.
pub fn features(document: &Document, candidate: &Candidate, verdict: Verdict, occurrences: &Occurrences) -> Features {
    let (start, end) = (candidate.tokens.start, candidate.tokens.end);
    let sentence = document.tokens[start].sentence;
    let beside = |at: Option<usize>| neighbour(document, at, sentence) as usize;
    let before = beside(start.checked_sub(1));
    let before_that = beside(start.checked_sub(2));
    let behind = beside(Some(end));
    let behind_that = beside(Some(end + 1));
    let mut words = parts(document, candidate.tokens.clone());
    let first = words.next().unwrap_or((start, Part::None));
    let (count, last) = words.fold((1, first), |(count, _), last| (count + 1, last));
    let shape = first.1 as usize + 8 * (count.min(4) - 1);
    let verdict = verdict as usize + if candidate.headline { 8 } else { 0 };
    let elsewhere = elsewhere(document, first.0, last.0, occurrences);
    let company = company(document, first.0, last.0, occurrences);
    let pronouns = pronouns(document, start, end);
    let setting = told(candidate.setting(document), occurrences.get(document.word(last.0)));
    let ordinary = ordinary(document, candidate, first.0, last.0);
    let templates = [
        (verdict, 0),
        (verdict, shape),
        (shape, last.1 as usize),
        (before, 0),
        (behind, 0),
        (before, before_that),
        (behind, behind_that),
        (before, behind),
        (before, shape),
        (behind, shape),
        (elsewhere, 0),
        (elsewhere, shape),
        (spelling(document, last.0), shape),
        (pronouns, 0),
        (pronouns, shape),
        (shape, 0),
        (company, 0),
        (company, shape),
        (setting, 0),
        (setting, shape),
        (ordinary, 0),
        (ordinary, behind),
    ];
    let mut index = 0;
    templates.map(|(left, right)| {
        index += 1;
        (index - 1) * SIDE * SIDE + left * SIDE + right
    })
}

/// Whether the first and the last word are also ordinary words, as `Chance` and `Page` are, and their position.
fn ordinary(document: &Document, candidate: &Candidate, first: usize, last: usize) -> usize {
    let word = |at: usize| usize::from(document.tags(at).any(Tags::ORDINARY));
    let starts = usize::from(document.tags(first).any(Tags::SENTENCE_START));
    word(last) + 2 * word(first) + 4 * usize::from(first == last) + 8 * starts + 16 * usize::from(candidate.headline)
}

/// The kinds of the next and the last third-person pronoun near the stretch.
fn pronouns(document: &Document, start: usize, end: usize) -> usize {
    let kind = |at: usize| {
        let tags = document.tags(at);
        if !tags.any(Tags::PRONOUN | Tags::POSSESSIVE | Tags::RELATIVE) {
            None
        } else if document.is_one_of(at, const { &WordList::of(["he", "she", "his", "her", "him", "who", "whose"]) }) {
            Some(1)
        } else if document.is_one_of(at, const { &WordList::of(["it", "its", "they", "their", "which"]) }) {
            Some(2)
        } else {
            None
        }
    };
    let next = (end..(end + 24).min(document.tokens.len())).find_map(kind).unwrap_or(0);
    let last = (start.saturating_sub(24)..start).rev().find_map(kind).unwrap_or(0);
    next + 3 * last
}

/// What the words after the stretch say it names, here and elsewhere in the article.
fn told(setting: Setting, elsewhere: Occurrence) -> usize {
    setting as usize + 8 * usize::from(elsewhere.thing) + 16 * usize::from(elsewhere.person)
}

/// Whether the first and last word stand alone or occur again in the article, and the position of the stretch.
fn elsewhere(document: &Document, first: usize, last: usize, occurrences: &Occurrences) -> usize {
    let alone = |at: usize| usize::from(occurrences.get(document.word(at)).alone);
    let often = usize::from(occurrences.get(document.word(last)).count > 1);
    let starts = usize::from(document.tags(first).any(Tags::SENTENCE_START));
    let one = usize::from(first == last);
    alone(last) + 2 * alone(first) + 4 * often + 8 * starts + 16 * one
}

/// Whether the first and last word occur in names of other things, or after titles.
fn company(document: &Document, first: usize, last: usize, occurrences: &Occurrences) -> usize {
    let (first, last) = (occurrences.get(document.word(first)), occurrences.get(document.word(last)));
    usize::from(first.other)
        + 2 * usize::from(last.other)
        + 4 * usize::from(first.titled)
        + 8 * usize::from(last.titled)
}

/// The spelling of a word as a number: a typical ending, all capitals, or short.
fn spelling(document: &Document, at: usize) -> usize {
    const ENDINGS: [&str; 41] = [
        "ia", "stan", "land", "shire", "ville", "burgh", "bury", "borough", "mouth", "ford", "ov", "ev", "ova", "eva",
        "ic", "ić", "sky", "ski", "sen", "son", "ez", "ini", "ani", "elli", "yan", "enko", "man", "berg", "stein",
        "in", "ists", "ians", "ites", "ers", "ors", "ing", "ed", "ies", "um", "i", "o",
    ];
    let word = document.word(at);
    if document.tags(at).any(Tags::UPPERCASE) {
        return if word.len() < 5 { 1 } else { 2 };
    }
    let last = word.as_bytes().last();
    let ends = |ending: &&str| ending.as_bytes().last() == last && word.ends_with(*ending);
    match ENDINGS.iter().position(ends) {
        Some(index) => index + 4,
        None if word.len() < 4 => 3,
        None => 0,
    }
}

/// Weights by feature, in hundredths of log odds.
#[derive(Debug, Clone)]
pub struct Model {
    weights: Vec<i32>,
}

impl Model {
    /// A model with these weights, one for each of [`FEATURES`].
    pub fn new(weights: Vec<i32>) -> Self {
        assert_eq!(weights.len(), FEATURES, "a model has one weight for each feature");
        Self { weights }
    }

    /// The sum of the weights of the features.
    pub fn score(&self, features: &Features) -> i32 {
        features.iter().map(|&feature| self.weights[feature]).sum()
    }
}

/// The weights that ship; zero where the table has none.
pub static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let mut weights = vec![0; FEATURES];
    for line in include_str!("name_weights.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut numbers = line.split('\t').map(|number| number.parse::<i32>().unwrap_or_default());
        if let (Some(feature), Some(weight)) = (numbers.next(), numbers.next()) {
            weights[feature as usize] = weight;
        }
    }
    Model::new(weights)
});

/// The score that one use in the name of something else costs a stretch.
pub const DOUBT: i32 = 200;

/// Number of features.
pub const FEATURES: usize = TEMPLATES * SIDE * SIDE;
