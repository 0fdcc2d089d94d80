//! The thing that a person puts a size on: "the board put repair costs at £3bn", "a judge set his bond at £400", "the
//! wardens put the toll at 31 and the number of hurt at 60".

use super::{
    noun,
    phrase::{LIMITS, Phrase},
};
use crate::{
    grammar::{endings, kinds},
    types::{Document, Tags, TokenKind, WordList},
};

/// Maximum number of tokens from the verb to the amount.
const REACH: usize = 16;

/// Verbs for stating a size.
const ASSESSING: WordList<19> = WordList::of([
    "estimate",
    "estimated",
    "estimates",
    "estimating",
    "fix",
    "fixed",
    "peg",
    "pegged",
    "pegging",
    "pegs",
    "place",
    "placed",
    "places",
    "put",
    "puts",
    "putting",
    "set",
    "sets",
    "setting",
]);

/// The object of such a verb, where an "at" precedes the amount at token `start`.
pub fn assessed(document: &Document, start: usize) -> Option<Phrase> {
    let at = start.checked_sub(1).filter(|&at| document.is(at, "at"))?;
    let first = document.sentence_tokens(start).start.max(start.saturating_sub(REACH));
    let verb = (first..at).rev().find(|&at| document.is_one_of(at, &ASSESSING))?;
    // "Was put at £3m", "a set of lamps at £3".
    let before = if verb > first { document.tags(verb - 1) } else { Tags::NONE };
    let helped = before.any(Tags::AUXILIARY) && !document.tags(verb).any(Tags::CAPITALISED);
    if helped && !is_modal(document, verb - 1) || before.any(Tags::DETERMINER | Tags::ADJECTIVE) {
        return None;
    }
    let opener = second_opener(document, verb, at)?;
    let own = document.tags(opener + 1).any(Tags::DETERMINER);
    let object = opener + 1 + usize::from(own);
    let inner = |at: usize| kinds::is_word(document, at) || document.tokens[at].kind == TokenKind::Possessive;
    let closed = LIMITS.with(Tags::RELATIVE);
    let kept = |at: usize| document.is(at, "of") || document.is(at, "for");
    let goes_on = |&at: &usize| inner(at) && (kept(at) || !document.tags(at).any(closed));
    let end = (object..at).find(|at| !goes_on(at)).unwrap_or(at);
    let whole = end == at || document.tags(end).any(Tags::PREPOSITION);
    // "The amount of aid needed", "the number hurt", but not "the cart moved at".
    let sized = (object..end).any(|at| kept(at) || document.is(at, "number"));
    let noun = |last: usize| noun::is_noun(document, last) || sized && endings::is_past_form(document.word(last));
    let named = end > object && !kept(end - 1) && noun(end - 1);
    (named && whole && !endings::is_adverb_in_ly(document, end - 1)).then_some(object..end)
}

/// The token before the object: the verb or, if the object's amount already stands before `at`, the `and` or comma
/// after that.
fn second_opener(document: &Document, verb: usize, at: usize) -> Option<usize> {
    let amount = |&at: &usize| document.tags(at).any(Tags::DIGITS | Tags::NUMBER_WORD);
    let Some(first) = (verb + 1..at).rev().find(amount) else { return Some(verb) };
    (first + 1..at).find(|&at| document.is_one_of(at, const { &WordList::of([",", "and"]) }))
}

/// Whether the word is a modal or other auxiliary of an active verb: "Will put", "could set"; not "was set".
fn is_modal(document: &Document, at: usize) -> bool {
    document.is_one_of(
        at,
        const { &WordList::of(["can", "could", "did", "does", "had", "has", "have", "may", "might", "will", "would"]) },
    )
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn what_is_said_to_cost_so_much() {
        figures(
            "
The board put mill repair costs at £3bn, a warden set his bond at £400 and the weir was put at £5.
                                   ^^^^ figure money value=3000000000 unit=GBP counted=[mill repair costs]
                                                                  ^^^^ figure money value=400 unit=GBP counted=[bond]
                                                                                               ^^ figure money value=5 unit=GBP counted=[weir]
",
        );
    }

    #[test]
    fn numbers_are_put_too() {
        figures(
            "
A warden puts the flood toll at 31 and the number of hurt at more than 60.
                                ^^ figure count value=31 counted=[flood toll]
                                                             ^^^^^^^^^^^^ figure count value=60 bound=more_than counted=[number of hurt]
",
        );
    }
}
