//! A comma between the hearer and the content: `told us, the weir had burst`.

use super::clause;
use crate::types::{Document, Tags, TokenKind, WordList};

/// Forms of the verb that needs a hearer.
const TELLS: WordList<4> = WordList::of(["tell", "telling", "tells", "told"]);

/// The start of the content after the `comma`, if the verb directly before token `from` has its hearer between the two:
/// not in `The weir burst, Lund told us, the day he left`.
pub fn comma(document: &Document, from: usize, comma: usize, limit: usize) -> Option<usize> {
    let cue = from.checked_sub(1).filter(|&cue| comma > from && document.is_one_of(cue, &TELLS))?;
    // `told us about the flood, two of them were lost`, `nobody to tell the truth, a survey shows`
    let aim = cue > 0 && document.is(cue - 1, "to");
    let topic = (from..comma).any(|at| document.is_one_of(at, const { &WordList::of(["about", "of"]) }));
    if aim || topic || clause::has_verb(document, from..comma) {
        return None;
    }
    let start = comma + 1;
    let other = Tags::CONJUNCTION | Tags::RELATIVE | Tags::OPENING | Tags::PREPOSITION | Tags::CUE;
    if start + 1 >= limit || document.tags(start).any(other) || document.ends_in(start, "ing") {
        return None;
    }
    let parted = |at: usize| matches!(document.tokens[at].kind, TokenKind::Mark | TokenKind::Quotation);
    let first = !(document.sentence_tokens(cue).start..cue).any(parted);
    (first && clause::is_finite(document, start..limit)).then_some(start)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_clause_begins_behind_the_comma() {
        quotes(
            "
The keeper told us, wardens found a goat on the pier. Nora Finch told anglers on Monday, the pool was shut.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[The keeper]
                                                                                         ^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Nora Finch] person=[Nora Finch]
",
        );
        quotes(
            "Two in ten want millers to tell the truth, a new survey has no doubt. Lund told us about goats, one of them was lost.",
        );
        quotes("The keeper told us, but nobody was there. Lund told us, pointing at a goat that was shut in.");
    }
}
