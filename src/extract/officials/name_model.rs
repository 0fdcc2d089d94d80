//! A linear model that judges whether a name-like stretch without a title names a person.
//!
//! It knows no names: its features are what the word tables say of the parts of the stretch, the
//! kinds of the words beside it, and how its words stand elsewhere in the article. The weights in
//! name_weights.tsv are made by examples/train_names.rs, which says from what.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{
    candidate::{Candidate, parts},
    name_shape::Part,
    surroundings::{Neighbour, neighbour},
};
use crate::types::{Document, Tags};

/// Values of each of the two sides of a feature.
const SIDE: usize = 32;
const _: () = assert!(Neighbour::COUNT <= SIDE);
/// Number of templates.
const TEMPLATES: usize = 14;

/// What the rules say of a stretch before the model is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// A title or honorific stands before it: the model is not asked.
    Titled,
    /// No rule takes it for a name.
    Unknown,
    /// A given and a family name.
    FullName,
    /// The words around it explain it.
    Explained,
    /// All its words belong to people named elsewhere.
    Known,
    /// Part of the name of something else.
    OtherName,
}

impl Verdict {
    /// Whether the model decides.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Titled | Self::OtherName)
    }

    /// Whether the rules take the stretch for the first or fullest mention of somebody.
    pub fn is_named(self) -> bool {
        matches!(self, Self::Titled | Self::FullName | Self::Explained)
    }
}

/// Indices into the weights, one for each template.
pub type Features = [usize; TEMPLATES];

/// How often each word of the article's name-like stretches occurs in them, and alone.
#[derive(Debug, Default)]
pub struct Occurrences<'a> {
    counts: FxHashMap<&'a str, (u32, u32)>,
}

impl<'a> Occurrences<'a> {
    /// Counts the words of the candidates.
    pub fn of(document: &Document<'a>, candidates: &[Candidate]) -> Self {
        let mut counts: FxHashMap<&'a str, (u32, u32)> = FxHashMap::default();
        for candidate in candidates {
            let alone = u32::from(candidate.tokens.len() == 1 && !candidate.headline);
            for (at, _) in parts(document, candidate.tokens.clone()) {
                let count = counts.entry(document.word(at)).or_default();
                *count = (count.0 + 1, count.1 + alone);
            }
        }
        Self { counts }
    }

    fn get(&self, word: &str) -> (u32, u32) {
        self.counts.get(word).copied().unwrap_or_default()
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
    let templates = [
        (verdict, 0),
        (verdict, shape),
        (shape, last.1 as usize),
        (before, before_that),
        (behind, behind_that),
        (before, behind),
        (before, shape),
        (behind, shape),
        (elsewhere, verdict),
        (elsewhere, shape),
        (before, verdict),
        (behind, verdict),
        (spelling(document, last.0), shape),
        (before, 0),
    ];
    let mut index = 0;
    templates.map(|(left, right)| {
        index += 1;
        (index - 1) * SIDE * SIDE + left * SIDE + right
    })
}

/// How the first and last word stand elsewhere in the article, and where the stretch stands.
fn elsewhere(document: &Document, first: usize, last: usize, occurrences: &Occurrences) -> usize {
    let alone = |at: usize| usize::from(occurrences.get(document.word(at)).1 > 0);
    let often = usize::from(occurrences.get(document.word(last)).0 > 1);
    let starts = usize::from(document.tags(first).any(Tags::SENTENCE_START));
    let one = usize::from(first == last);
    alone(last) + 2 * alone(first) + 4 * often + 8 * starts + 16 * one
}

/// Endings of family names, capitals throughout, and length.
fn spelling(document: &Document, at: usize) -> usize {
    const ENDINGS: [&str; 22] = [
        "ov", "ev", "ova", "eva", "ic", "ić", "sky", "ski", "sen", "son", "ez", "ini", "ani", "elli", "yan", "enko",
        "man", "berg", "stein", "in", "i", "o",
    ];
    let word = document.word(at);
    if document.tags(at).any(Tags::UPPERCASE) {
        return if word.len() < 5 { 1 } else { 2 };
    }
    match ENDINGS.iter().position(|ending| word.ends_with(ending)) {
        Some(index) => index + 4,
        None if word.len() < 4 => 3,
        None => 0,
    }
}

/// The sum of the weights of the features: log odds in hundredths.
pub fn score(features: &[usize]) -> i32 {
    features.iter().map(|&feature| WEIGHTS[feature]).sum()
}

/// Weights by feature, nought where the table has none.
static WEIGHTS: LazyLock<Vec<i32>> = LazyLock::new(|| {
    let mut weights = vec![0; TEMPLATES * SIDE * SIDE];
    for line in include_str!("name_weights.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut numbers = line.split('\t').map(|number| number.parse::<i32>().unwrap_or_default());
        if let (Some(feature), Some(weight)) = (numbers.next(), numbers.next()) {
            weights[feature as usize] = weight;
        }
    }
    weights
});

/// What a stretch loses for standing in the name of something else once.
pub const DOUBT: i32 = 200;

/// Number of features.
pub const FEATURES: usize = TEMPLATES * SIDE * SIDE;
