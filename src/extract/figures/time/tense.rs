//! Whether the clause around a date looks back or ahead.

use std::ops::Range;

use super::edges::is_any;
use crate::{
    lexicon::{LEXICON, Tense},
    types::{Document, Tags, TokenKind},
};

/// Tokens looked at on either side.
const REACH: usize = 25;

/// The tense of the verb nearest before the tokens, else of the nearest behind them, in their sentence.
pub fn of(document: &Document, tokens: &Range<usize>) -> Option<Tense> {
    if let Some(before) = tokens.start.checked_sub(1) {
        if document.is(before, "since") {
            return Some(Tense::Past);
        }
        if is_any(document, before, &["until", "till"]) {
            return Some(Tense::Future);
        }
    }
    let sentence = document.sentence_tokens(tokens.start);
    let before = tokens.start.saturating_sub(REACH).max(sentence.start)..tokens.start;
    let behind = tokens.end..(tokens.end + REACH).min(sentence.end);
    let back = before.rev().find_map(|at| at_token(document, at));
    back.or_else(|| behind.into_iter().find_map(|at| at_token(document, at)))
}

fn at_token(document: &Document, at: usize) -> Option<Tense> {
    let token = &document.tokens[at];
    if token.kind != TokenKind::Word || (token.tags.any(Tags::CAPITALISED) && !token.tags.any(Tags::SENTENCE_START)) {
        return None;
    }
    let tense = LEXICON.tenses.get(token.word).copied();
    let word = document.word(at);
    if tense == Some(Tense::Past) || (tense.is_none() && word.len() > 4 && word.ends_with("ed")) {
        return Some(participle(document, at));
    }
    if tense.is_some() {
        return tense;
    }
    (word == "to" && is_infinitive(document, at + 1)).then_some(Tense::Future)
}

/// A past form, which after `be`, `is`, `are` or `to` is no past: "will be held", "is planned", "to shut".
fn participle(document: &Document, at: usize) -> Tense {
    let adverb = at.checked_sub(1).filter(|&before| document.tags(before).any(Tags::ADVERB)).unwrap_or(at);
    let ahead = adverb.checked_sub(1).is_some_and(|before| is_any(document, before, &["be", "is", "are", "to"]));
    if ahead { Tense::Future } else { Tense::Past }
}

/// `to` before a plain lower-case word: "voted to close"; before a determiner or a name it is a direction.
fn is_infinitive(document: &Document, at: usize) -> bool {
    const OTHERS: Tags = Tags::DETERMINER
        .with(Tags::CAPITALISED)
        .with(Tags::PRONOUN)
        .with(Tags::NUMBER_WORD)
        .with(Tags::TIME_UNIT)
        .with(Tags::PERSON_NOUN);
    let tags = document.tags(at);
    document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word) && !tags.any(OTHERS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        segment::segment,
        types::{Article, Buffers},
    };

    fn tense(text: &str) -> Option<Tense> {
        let article = Article::new("a", None, text);
        let document = segment(&article, Buffers::default());
        let at = (0..document.tokens.len()).find(|&at| document.tags(at).any(Tags::WEEKDAY)).unwrap();
        of(&document, &(at..at + 1))
    }

    #[test]
    fn the_nearest_verb_tells() {
        assert_eq!(tense("The council met on Tuesday and will meet again."), Some(Tense::Past));
        assert_eq!(tense("She said the fair will open on Friday."), Some(Tense::Future));
        assert_eq!(tense("On Monday, the pool is to close."), Some(Tense::Future));
        assert_eq!(tense("They voted to shut it on Monday."), Some(Tense::Future));
        assert_eq!(tense("Storm on Sunday"), None);
    }
}
