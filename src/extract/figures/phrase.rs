//! Noun phrases beside a figure, cut from tags and endings: no parser, so in doubt shorter.

use std::ops::Range;

use super::numeral::joins;
use crate::types::{Document, Tags, TokenKind};

/// Most words of a phrase.
const LONGEST: usize = 7;

/// Tags of words that no noun phrase goes across.
const LIMITS: Tags = Tags::AUXILIARY
    .with(Tags::PREPOSITION)
    .with(Tags::CONJUNCTION)
    .with(Tags::PRONOUN)
    .with(Tags::RELATIVE)
    .with(Tags::DETERMINER)
    .with(Tags::NEGATION)
    .with(Tags::NUMBER_WORD)
    .with(Tags::WEEKDAY)
    .with(Tags::DAY_WORD);

/// A noun phrase: its tokens, the last of which is the head.
pub type Phrase = Range<usize>;

/// The noun phrase that starts at `at`; `singular` where one thing is counted, so that an `s` ends a verb.
pub fn behind(document: &Document, at: usize, singular: bool) -> Option<Phrase> {
    let limit = sentence_end(document, at).min(at + LONGEST);
    let mut end = at;
    let mut next = at;
    while next < limit {
        if !is_part(document, next, at, singular) {
            break;
        }
        end = next + 1;
        if is_plural(document, next) && !joins(document, end) && !continues(document, end, singular) {
            break;
        }
        next = if joins(document, end) { end + 1 } else { end };
    }
    (end > at && is_noun(document, end - 1)).then_some(at..end)
}

/// The noun phrase that ends before `end`, with what stands behind its `of`.
pub fn before(document: &Document, end: usize) -> Option<Phrase> {
    let first = document.sentence_tokens(end.checked_sub(1)?).start;
    let mut start = end;
    while start > first && end - start < LONGEST && may_precede(document, start - 1) {
        start -= 1;
    }
    while start < end && !is_word(document, start) {
        start += 1;
    }
    (start < end).then_some(start..end)
}

fn may_precede(document: &Document, at: usize) -> bool {
    let token = &document.tokens[at];
    let tags = token.tags;
    let inner = joins(document, at) || document.is(at, "&") || token.kind == TokenKind::Possessive;
    let verb = tags.any(Tags::VERB | Tags::CHANGE | Tags::CUE) && !tags.any(Tags::CAPITALISED);
    inner
        || is_word(document, at) && !tags.any(LIMITS | Tags::BOUND) && !verb
        || is_number(document, at) && at > 0 && document.tags(at - 1).any(Tags::CAPITALISED)
}

fn is_number(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::DIGITS)
}

/// Whether token `next` goes on with the phrase that started at `start`.
fn is_part(document: &Document, next: usize, start: usize, singular: bool) -> bool {
    let tags = document.tags(next);
    if !is_word(document, next) || tags.any(LIMITS) {
        return false;
    }
    let word = document.word(next);
    let capital = tags.any(Tags::CAPITALISED);
    let first = next == start;
    let participle = !capital && (word.ends_with("ed") || word.ends_with("ing")) && word.len() > 4;
    let noun_before = !first && is_noun(document, next - 1);
    let verb = tags.any(Tags::VERB) && !capital && noun_before;
    let third_person = singular && noun_before && word.ends_with('s') && !word.ends_with("ss") && !capital;
    let adverb = tags.any(Tags::ADVERB | Tags::BOUND | Tags::DAY_WORD | Tags::WEEKDAY) && !first;
    !(participle && noun_before || verb || third_person || adverb)
}

/// Whether a plural goes on into the next word: "sports clubs", "arms deals".
fn continues(document: &Document, next: usize, singular: bool) -> bool {
    !singular
        && is_word(document, next)
        && !document.tags(next).any(LIMITS | Tags::VERB | Tags::CHANGE | Tags::CUE)
        && is_plural(document, next)
}

fn is_word(document: &Document, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
}

/// Whether the word can head a phrase: not an adjective, adverb or participle by ending or tag.
fn is_noun(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    let word = document.word(at);
    is_word(document, at)
        && !tags.any(Tags::ADJECTIVE | Tags::ADVERB)
        && !(word.ends_with("ed") || word.ends_with("ly"))
}

fn is_plural(document: &Document, at: usize) -> bool {
    let word = document.word(at);
    let irregular = ["people", "men", "women", "children", "police", "staff", "crew", "feet", "mice"];
    word.len() > 3 && word.ends_with('s') && !["ss", "us", "is", "ous"].iter().any(|ending| word.ends_with(ending))
        || irregular.iter().any(|plural| word.eq_ignore_ascii_case(plural))
}

/// The end of the sentence token `at` stands in; `at` itself behind the last token.
fn sentence_end(document: &Document, at: usize) -> usize {
    if at < document.tokens.len() { document.sentence_tokens(at).end } else { at }
}
