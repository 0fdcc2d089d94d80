//! House numbers: `12 Mill Lane`, `16-18 Mill Lane`, `325 E. Mill Ave.`.

use super::{designation::is_title_case, numeral::joins};
use crate::types::{Document, Tags, WordList};

/// Kinds of streets, as the last word of a name.
const STREETS: WordList<37> = WordList::of([
    "cir",
    "ct",
    "dr",
    "hwy",
    "ln",
    "pkwy",
    "avenue",
    "ave",
    "boulevard",
    "blvd",
    "circle",
    "close",
    "court",
    "crescent",
    "drive",
    "gardens",
    "grove",
    "highway",
    "house",
    "lane",
    "loop",
    "mews",
    "parade",
    "park",
    "place",
    "plaza",
    "rd",
    "road",
    "row",
    "square",
    "st",
    "street",
    "terrace",
    "trail",
    "walk",
    "way",
    "yard",
]);

/// Whether a capitalised kind of street is at `at`: `Street`, `Rd`.
pub fn is_street(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::CAPITALISED) && document.is_one_of(at, &STREETS)
}

/// Whether the ordinal at tokens `start..end` is a street at a crossing: "Near 24th and Park", "at Park and 24th".
pub fn is_corner(document: &Document, start: usize, end: usize) -> bool {
    let street = |at: usize| {
        document.tags(at).any(Tags::CAPITALISED) && !document.tags(at).any(Tags::MONTH | Tags::WEEKDAY)
            || document.tags(at).any(Tags::DIGITS) && document.is(at + 1, "th")
    };
    let and = |at: usize| document.is(at, "and") || document.is(at, "&");
    let near = |at: Option<usize>| at.is_some_and(|at| document.is_one_of(at, &NEAR));
    let printed = document.tags(start).any(Tags::DIGITS) && end == start + 2;
    // "The corner of Fifth and Park".
    let spelled = end == start + 1 && document.tags(start).any(Tags::CAPITALISED) && !is_title_case(document, start);
    if spelled && near(start.checked_sub(1)) && and(end) && street(end + 1) {
        return true;
    }
    let first = || near(start.checked_sub(1)) && and(end) && street(end + 1);
    let second = || start > 2 && and(start - 1) && street(start - 2) && near(start.checked_sub(3));
    printed && (first() || second())
}

/// Whether the letter at `at` is the quarter of a street in a town, not a number of watts: "704 W Mill Lane".
pub fn is_quarter(document: &Document, at: usize) -> bool {
    let letter = document.tags(at).any(Tags::CAPITALISED) && document.is_one_of(at, &QUARTERS);
    let house = at > 0 && document.tags(at - 1).any(Tags::DIGITS) && document.word(at - 1).len() > 2;
    let article = at > 1 && document.tags(at - 2).any(Tags::ARTICLE);
    let street = document.tags(at + 1);
    letter && house && !article && street.any(Tags::CAPITALISED) && !street.any(Tags::UPPERCASE)
}

/// Letters for quarters of a town.
const QUARTERS: WordList<4> = WordList::of(["e", "n", "s", "w"]);

/// Words before a position in a street.
const NEAR: WordList<9> = WordList::of(["around", "at", "by", "from", "near", "of", "off", "on", "outside"]);

/// Whether capitalised words that end with a kind of street follow the number that ends before `end`, or the second of
/// two numbers.
pub fn is_address(document: &Document, end: usize) -> bool {
    let range = joins(document, end) && document.tags(end + 1).any(Tags::DIGITS);
    let end = if range { end + 2 } else { end };
    let side = document.tokens.get(end).is_some_and(|token| token.span.len() == 1) && document.is(end + 1, ".");
    let first = end + 2 * usize::from(side);
    // "861 W. 36th Street".
    if document.tags(first).any(Tags::DIGITS) && is_street(document, first + 2) {
        return true;
    }
    if is_quarter(document, end) {
        return true;
    }
    // "At 555 W. Harrison", "near 1300 N. Mill".
    let near = end > 1 && document.is_one_of(end - 2, const { &WordList::of(["at", "near"]) });
    let quarter = document.is_one_of(end, &QUARTERS);
    if side && quarter && near && document.tags(first).any(Tags::CAPITALISED) {
        return true;
    }
    for at in first..first + 4 {
        if !document.tags(at).any(Tags::CAPITALISED) {
            return false;
        }
        if at > end && is_street(document, at) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn house_numbers_are_no_figures() {
        figures(
            "
The barn at 325 E. Brackley Ave. burned, and 16-18 Mill Lane did not. Wardens went to 8213 Brackley Circle.
",
        );
    }

    #[test]
    fn streets_are_counted() {
        figures(
            "
The flood closed 12 streets in Tarn.
                 ^^ figure count value=12 counted=[streets]
",
        );
    }

    #[test]
    fn corners() {
        figures(
            "
They met near 24th and Park, on the 24th floor.
                                    ^^^^ figure ordinal value=24 counted=[floor]
",
        );
    }

    #[test]
    fn a_quarter_and_a_name() {
        figures(
            "
He is to appear at 555 W. Harrison in May.
                                      ^^^ figure date
",
        );
    }

    #[test]
    fn quarters_of_a_town() {
        figures(
            "
She lives at 704 W Sul Ross, where he found 12 goats.
                                            ^^ figure count value=12 counted=[goats]
",
        );
    }

    #[test]
    fn corners_in_words() {
        figures(
            "
He stood at the corner of Fifth and Park. Rowe came fifth and Pike sixth.
                                                    ^^^^^ figure ordinal value=5
                                                                   ^^^^^ figure ordinal value=6
",
        );
    }
}
