//! "First" as an adverb, which is not a rank: "they first met", "was first elected", "as the Crier first reported".

use super::verb;
use crate::{
    grammar::{classes, kinds, tenses},
    types::{Document, Tags, TokenKind},
};

/// Whether the "first" at token `at` says when something is done: a verb follows it, and the subject precedes it. "The
/// first arrived at noon", "her first published tale" and "a book came first" have a rank.
pub fn is_adverb(document: &Document, at: usize) -> bool {
    const RANKED: Tags = Tags::DETERMINER
        .with(Tags::PREPOSITION)
        .with(Tags::ADJECTIVE)
        .with(Tags::POSSESSIVE)
        .with(Tags::ORDINAL)
        .with(Tags::NUMBER_WORD)
        .with(Tags::DIGITS);
    if !document.is(at, "first") || !kinds::is_word(document, at + 1) {
        return false;
    }
    let past = tenses::is_past(document, at + 1);
    // "First reported in the Crier, it", "Dale, first told of it by Pike,".
    const BEHIND: Tags = Tags::PREPOSITION.with(Tags::DETERMINER).with(Tags::PRONOUN).with(Tags::DAY_WORD);
    let goes_on = past && document.tags(at + 2).any(BEHIND);
    let Some(before) = at.checked_sub(1).filter(|_| !document.tags(at).any(Tags::SENTENCE_START)) else {
        return goes_on;
    };
    if document.tokens[before].kind != TokenKind::Word || document.is(before, "that") {
        return goes_on && document.tokens[before].kind != TokenKind::Possessive;
    }
    let token = &document.tokens[before];
    let to = document.is(before, "to");
    if token.tags.any(RANKED) && !to {
        return false;
    }
    // "It would first need to fly".
    if to || token.tags.any(Tags::MODAL) {
        return true;
    }
    if token.tags.any(Tags::AUXILIARY) || document.is_one_of(before, &classes::SUBJECTS) {
        return past || document.tags(at + 1).any(Tags::VERB | Tags::CUE | Tags::AUXILIARY);
    }
    // "They arrived first aboard": a verb before "first" takes it.
    past && !verb::is_verb(document, before)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn first_says_when() {
        figures(
            "
The larks first met in Tarn, where Pike was first elected; the Crier first reported it. The first arrived at noon, her first published tale sold, and Pike came first. It would first need a weir, first told of by Rowe.
                                                                                            ^^^^^ figure ordinal value=1
                                                                                                             ^^^^ figure date resolved=T12:00
                                                                                                                       ^^^^^ figure ordinal value=1 counted=[published tale]
                                                                                                                                                                ^^^^^ figure ordinal value=1
",
        );
    }
}
