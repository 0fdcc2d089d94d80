//! Figures that count people, under whatever name: "seven officers", "six others", "5 hurt".

use super::{quantity::Quantity, stems::stem_at};
use crate::types::{Document, FigureKind, Tags, TokenKind};

/// Words behind a number, in place of a noun for people or beside it, that only people are counted by.
const COUNTED: [&str; 17] = [
    "adults",
    "arrested",
    "casualties",
    "charged",
    "children",
    "dead",
    "fatalities",
    "hospitalized",
    "hurt",
    "injured",
    "kids",
    "killed",
    "missing",
    "others",
    "shot",
    "victims",
    "wounded",
];

/// What becomes of people.
const FATES: [&str; 13] = [
    "arrested", "charged", "dead", "died", "hurt", "injured", "injuring", "killed", "killing", "missing", "shot",
    "wounded", "wounding",
];

/// Words behind a figure among which its fate is told.
const CLAUSE: usize = 8;
/// Words behind a figure among which the one for people stands.
const REACH: usize = 4;

/// Tokens from a figure to one person more that is told of beside it.
const JOINED: usize = 12;

/// Whether a figure counts people.
pub fn are_counted(document: &Document, quantity: &Quantity) -> bool {
    let counts = matches!(quantity.kind, FigureKind::Count | FigureKind::Number) && quantity.unit.is_none();
    let behind = document.token_at(quantity.span.end);
    let end = (behind + REACH).min(document.sentences[quantity.sentence as usize].tokens.end as usize);
    let ends = Tags::PREPOSITION.with(Tags::CONJUNCTION).with(Tags::RELATIVE);
    let mut near =
        (behind..end).take_while(|&at| document.tokens[at].kind == TokenKind::Word && !document.tags(at).any(ends));
    counts && near.any(|at| is_for_people(document, at))
}

/// What became of the people that a figure counts, as a hash of the word's meaning: "11 others were wounded", "killing 12".
pub fn fate(document: &Document, quantity: &Quantity) -> Option<u32> {
    let tokens = &document.sentences[quantity.sentence as usize].tokens;
    let (first, behind) = (document.token_at(quantity.span.start), document.token_at(quantity.span.end));
    let is_fate = |at: &usize| FATES.iter().any(|word| document.is(*at, word));
    let ends = Tags::NUMBER_WORD.with(Tags::DIGITS).with(Tags::RELATIVE).with(Tags::CONJUNCTION);
    let clause = (behind..(behind + CLAUSE).min(tokens.end as usize))
        .take_while(|&at| document.tokens[at].kind == TokenKind::Word && !document.tags(at).any(ends));
    let suffered = clause.into_iter().find(is_fate);
    // "Were killed and 53 others": those before the conjunction were.
    let done = (first.saturating_sub(2).max(tokens.start as usize)..first)
        .rev()
        .take_while(|&at| document.tokens[at].kind == TokenKind::Word && !document.tags(at).any(Tags::CONJUNCTION))
        .find(is_fate);
    suffered.or(done).map(|at| stem_at(document, at))
}

/// Whether the words around a figure tell of one person more: "a girl and four others".
pub fn is_one_more_told(document: &Document, quantity: &Quantity) -> bool {
    let tokens = &document.sentences[quantity.sentence as usize].tokens;
    let (first, behind) = (document.token_at(quantity.span.start), document.token_at(quantity.span.end));
    let one =
        |at: usize| ["a", "an", "another", "he", "her", "him", "one", "she"].iter().any(|word| document.is(at, word));
    let joins = |at: usize| ["and", ",", "plus", "with"].iter().any(|word| document.is(at, word));
    let before = first.saturating_sub(JOINED).max(tokens.start as usize)..first;
    let after = behind..(behind + JOINED).min(tokens.end as usize);
    [before, after].into_iter().any(|near| near.clone().any(one) && near.clone().any(joins))
}

fn is_for_people(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::PERSON_NOUN) || COUNTED.iter().any(|word| document.is(at, word))
}
