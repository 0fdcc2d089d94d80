//! A linear model that chooses where a reported clause ends, among the places where one can.
//!
//! It knows no names and no words of substance: its features are closed-class words, lexicon classes, marks,
//! endings and lengths. The weights in end_weights.tsv are made by examples/measure/train_ends.rs; MODEL.md says
//! from what.

use std::{ops::Range, sync::LazyLock};

use crate::{
    grammar::kinds,
    types::{Document, Tags, TokenKind, WordList},
};

/// Number of values of each of the two sides of a feature.
const SIDE: usize = 96;
/// Number of templates.
const TEMPLATES: usize = 13;
/// Number of features.
pub const FEATURES: usize = TEMPLATES * SIDE * SIDE;

/// Indices into the weights, one for each template.
pub type Features = [usize; TEMPLATES];

/// Closed-class words that are distinguished.
const WORDS: WordList<66> = WordList::of([
    "and", "but", "or", "in", "on", "at", "after", "before", "during", "when", "while", "as", "if", "since", "despite",
    "because", "with", "for", "though", "although", "over", "which", "who", "whose", "where", "that", "is", "was",
    "are", "were", "has", "have", "had", "he", "she", "it", "they", "we", "i", "you", "there", "his", "her", "their",
    "its", "the", "a", "an", "this", "some", "not", "by", "to", "from", "of", "about", "even", "just", "only", "then",
    "so", "said", "says", "told", "what", "how",
]);

/// Classes of the other tokens; the first that fits is used.
const CLASSES: [Tags; 9] = [
    Tags::WEEKDAY.with(Tags::MONTH).with(Tags::DAY_WORD),
    Tags::AUXILIARY,
    Tags::PREPOSITION,
    Tags::CONJUNCTION,
    Tags::RELATIVE,
    Tags::PRONOUN,
    Tags::DETERMINER,
    Tags::ADVERB,
    Tags::TIME_UNIT,
];

/// A place where the clause can end, as seen from there.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The end of the clause.
    pub end: usize,
    /// The first token after the mark between the clause and the rest; `end` if there is no mark.
    pub next: usize,
    /// Number of places before it.
    pub earlier: usize,
    /// Whether a quotation precedes it in the clause.
    pub quoted: bool,
}

/// The features of a place in a clause that could continue to `clause.end`, as indices into the weights.
pub fn features(document: &Document, clause: &Range<usize>, place: Place) -> Features {
    let Place { end, next, earlier, quoted } = place;
    let kind = parting(document, place);
    let (first, second) = (class(document, next, clause.end), class(document, next + 1, clause.end));
    let rest = next..clause.end;
    let later = rest.clone().any(|at| document.tokens[at].kind == TokenKind::Quotation);
    let comma = rest.clone().find(|&at| document.is(at, ","));
    let verb = (next + 1..comma.unwrap_or(clause.end)).any(|at| may_be_verb(document, at));
    let before = (clause.start + 1..end).any(|at| may_be_verb(document, at));
    let quotes = usize::from(quoted) + 2 * usize::from(later);
    let closes = usize::from(comma.is_some());
    let dashed = rest.clone().any(|at| document.tokens[at].kind == TokenKind::Dash && !document.is_glued(at));
    let listed = rest.clone().any(|at| document.is(at, "and") || document.is(at, "or"));
    let single = 8 * usize::from(dashed) + 16 * usize::from(listed);
    let (rest, length) = (bucket(rest.len()), bucket(end - clause.start));
    let opens = class(document, clause.start, clause.end);
    let cue = clause.start.checked_sub(1).map_or(0, |at| class(document, at, clause.end));
    let templates = [
        (kind, first),
        (kind + 8 * usize::from(verb) + 16 * usize::from(before), first),
        (first, second),
        (kind + 8 * rest, length),
        (kind + 8 * quotes, closes + 2 * earlier.min(3)),
        (first, quotes + 4 * closes),
        (kind, class(document, end - 1, clause.end)),
        (kind + 8 * usize::from(verb), opens),
        (first, rest),
        (kind, cue),
        (kind + 8 * quotes, rest),
        (kind + single, first),
        (first, usize::from(verb) + 2 * usize::from(before) + 4 * closes),
    ];
    let mut index = 0;
    templates.map(|(left, right)| {
        index += 1;
        (index - 1) * SIDE * SIDE + left * SIDE + right
    })
}

/// What separates the clause and the rest: a comma, a dash, a closing mark, or nothing.
fn parting(document: &Document, Place { end, next, .. }: Place) -> usize {
    let closed = document.tags(end - 1).any(Tags::CLOSING) && document.tokens[end - 1].kind == TokenKind::Quotation;
    match (next > end, closed) {
        (true, false) if document.is(end, ",") => 0,
        (true, _) if document.is(end, ",") => 1,
        (true, _) => 2,
        (false, true) if end > 1 && document.is(end - 2, ",") => 3,
        (false, true) => 4,
        (false, false) => 5,
    }
}

/// The class of a token before `limit`: a distinguished word, a tag, an ending, a kind.
fn class(document: &Document, at: usize, limit: usize) -> usize {
    if at >= limit {
        return 0;
    }
    if let Some(index) = document.index_in(at, &WORDS) {
        return index + 1;
    }
    let tags = document.tags(at);
    let word = document.word(at);
    let own = match document.tokens[at].kind {
        TokenKind::Word if tags.any(Tags::CAPITALISED) && tags.any(Tags::GIVEN_NAME | Tags::SURNAME) => 0,
        TokenKind::Word if tags.any(Tags::TITLE | Tags::PERSON_NOUN) => 1,
        TokenKind::Word => match CLASSES.iter().position(|&class| tags.any(class)) {
            Some(index) => 2 + index,
            None if tags.any(Tags::CAPITALISED) => 11,
            None if word.ends_with("ing") && word.len() > 5 => 12,
            None if word.ends_with("ed") || word.ends_with("en") => 13,
            None if word.ends_with("ly") => 14,
            None if tags.any(Tags::CUE) => 15,
            None if tags.any(Tags::VERB) => 16,
            None if word.ends_with('s') => 17,
            None => 18,
        },
        TokenKind::Number => 19,
        TokenKind::Possessive => 20,
        TokenKind::Quotation => 21,
        TokenKind::Dash => 22,
        TokenKind::Mark => 23,
    };
    1 + WORDS.words.len() + own
}

/// Whether the word may be a verb: `leaked`, `was`, `leaks`.
fn may_be_verb(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    let past = kinds::is_word(document, at) && !tags.any(Tags::CAPITALISED) && document.ends_in(at, "ed");
    past || tags.any(Tags::AUXILIARY | Tags::VERB | Tags::CUE)
}

/// Lengths in tokens, grouped.
fn bucket(length: usize) -> usize {
    [2, 4, 7, 11, 16, 24].iter().position(|&most| length <= most).unwrap_or(6)
}

/// Weights by feature, in hundredths of log odds.
#[derive(Debug, Clone)]
pub struct Model {
    weights: Vec<i16>,
}

impl Model {
    /// A model with these weights, one for each of [`FEATURES`].
    pub fn new(weights: Vec<i16>) -> Self {
        assert_eq!(weights.len(), FEATURES, "a model has one weight for each feature");
        Self { weights }
    }

    /// The sum of the weights of the features.
    pub fn score(&self, features: &Features) -> i32 {
        features.iter().map(|&feature| i32::from(self.weights[feature])).sum()
    }
}

/// The weights that ship; zero where the table has none.
pub static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let mut weights = vec![0; FEATURES];
    for line in include_str!("end_weights.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut numbers = line.split('\t').map(|number| number.parse::<i32>().unwrap_or_default());
        if let (Some(feature), Some(weight)) = (numbers.next(), numbers.next()) {
            weights[feature as usize] = weight as i16;
        }
    }
    Model::new(weights)
});
