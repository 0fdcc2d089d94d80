//! A second number after a name, whose verb and noun are left out: "Tarn has 12 mills and Ostwick 14".

use std::ops::Range;

use super::verb;
use crate::{
    grammar::{endings, kinds},
    types::{Document, Tags, TokenKind, WordList},
};

/// Maximum number of tokens from the second number back to the first.
const REACH: usize = 16;

/// Whether the name before the number has that many of the things which another name's verb and number counted before.
pub fn is_second(document: &Document, tokens: &Range<usize>) -> bool {
    let name = |at: usize| document.tags(at).any(Tags::CAPITALISED) && kinds::is_word(document, at);
    let closed = document.tokens.get(tokens.end).is_none_or(|next| next.kind == TokenKind::Mark)
        || document.is(tokens.end, "and") && name(tokens.end + 1);
    let sentence = document.sentence_tokens(tokens.start).start;
    if !closed || tokens.start <= sentence || !name(tokens.start - 1) {
        return false;
    }
    let first = sentence.max(tokens.start.saturating_sub(REACH));
    let link = (first..tokens.start - 1).rev().find(|&at| !name(at));
    let link = link.filter(|&at| document.is_one_of(at, const { &WordList::of([",", ";", "and", "but"]) }));
    link.is_some_and(|link| (first..link).any(|at| is_first(document, at)))
}

/// Whether a number of things follows the verb of a name: "Tarn has 12 mills".
fn is_first(document: &Document, at: usize) -> bool {
    let number = document.tags(at).any(Tags::DIGITS | Tags::NUMBER_WORD);
    let things =
        number && endings::is_plural(document, at + 1) && !document.tags(at + 1).any(Tags::CAPITALISED | Tags::UNIT);
    let named = |verb: usize| verb > 0 && document.tags(verb - 1).any(Tags::CAPITALISED | Tags::PRONOUN);
    things && at > 1 && verb::is_verb(document, at - 1) && named(at - 1)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn names_of_those_who_have_so_many() {
        figures(
            "
Bramfield has 12 mills and Ostwick 14. Pike took 9 ribbons, Rowe 7 and Ada Dale 4. She drives 3 vans and a Dorrin 12.
              ^^ figure count value=12 counted=[mills]
                                   ^^ figure count value=14 counted=[mills]
                                                 ^ figure count value=9 counted=[ribbons]
                                                                 ^ figure count value=7 counted=[ribbons]
                                                                                ^ figure count value=4 counted=[ribbons]
                                                                                              ^ figure count value=3 counted=[vans]
",
        );
    }
}
