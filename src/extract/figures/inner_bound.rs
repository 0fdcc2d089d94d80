//! A bound between a number and its unit: "40-odd miles", "20 or more dollars", "15-plus years", "30+ acres".

use super::numeral::joins;
use crate::types::{Document, TokenKind, WordList};

/// Words of which each such bound has one.
pub const WORDS: WordList<4> = WordList::of(["+", "odd", "or", "plus"]);

/// Words that end such a bound after a hyphen, or alone.
const ALONE: WordList<2> = WordList::of(["odd", "plus"]);

/// Words that end it after `or`.
const BEHIND_OR: WordList<4> = WordList::of(["fewer", "less", "more", "so"]);

/// Words that such a bound ends with.
const LAST: WordList<7> = WordList::of(["+", "fewer", "less", "more", "odd", "plus", "so"]);

/// The token after the bound that begins where a number ends.
pub fn behind(document: &Document, end: usize) -> Option<usize> {
    let hung = document.tokens.get(end)?.kind == TokenKind::Dash;
    let first = end + usize::from(hung);
    if !document.is_one_of(first, &WORDS) || hung && !joins(document, end) {
        return None;
    }
    let last = match document.word(first) {
        "or" if !hung => Some(first + 1).filter(|&at| document.is_one_of(at, &BEHIND_OR)),
        "+" => Some(first).filter(|&at| !hung && document.is_glued(at - 1)),
        _ => Some(first).filter(|&at| document.is_one_of(at, &ALONE)),
    }?;
    Some(last + 1 + usize::from(joins(document, last + 1)))
}

/// The end of the number whose bound ends before the unit at `unit`.
pub fn before(document: &Document, unit: usize) -> Option<usize> {
    let last = unit.checked_sub(1)?;
    let first = last.checked_sub(1)?;
    if !document.is_one_of(last, &LAST) {
        return None;
    }
    if document.is(first, "or") && document.is_one_of(last, &BEHIND_OR) {
        return Some(first);
    }
    if document.is(last, "+") && document.is_glued(first) {
        return Some(last);
    }
    document.is_one_of(last, &ALONE).then(|| if joins(document, first) { first } else { last })
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn bounds_before_units() {
        figures(
            "
The path runs 40-odd miles, costs £3m-plus, or 20 or more dollars a head, and took 15-plus years on 30+ acres.
              ^^^^^^^^^^^^ figure measure value=40 unit=mile bound=approx counted=[path]
                                  ^^^^^^^^ figure money value=3000000 unit=GBP bound=at_least counted=[path]
                                               ^^^^^^^^^^^^^^^^^^ figure money value=20 unit=USD per=person bound=at_least counted=[path]
                                                                                   ^^^^^^^^^^^^^ figure duration value=15 unit=year bound=at_least resolved=P15Y
                                                                                                    ^^^^^^^^^ figure measure value=30 unit=acre bound=at_least counted=[path]
",
        );
    }
}
