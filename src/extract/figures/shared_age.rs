//! An age whose unit stands with the age behind it: "12- and 14-year-old boys".

use super::{age, numeral};
use crate::types::{Document, Tags, WordList};

/// The unit of the number that ends before `end`, a hyphen hanging on it, where another number with its unit follows; and
/// where that ends.
pub fn behind(document: &Document, end: usize) -> Option<(usize, &'static str)> {
    if !numeral::hangs(document, end) || numeral::joins(document, end) {
        return None;
    }
    let comma = end + 1 + usize::from(document.is(end + 1, ","));
    let link = document.is_one_of(comma, const { &WordList::of(["and", "or"]) });
    let second = comma + usize::from(link);
    let number = second > end + 1 && document.tags(second).any(Tags::DIGITS | Tags::NUMBER_WORD);
    let last = number.then(|| numeral::at(document, second))??.tokens.end;
    age::years_old(document, last).or_else(|| behind(document, last))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn one_unit_for_two_ages() {
        figures(
            "
Wardens taught 12- and 14-year-old goats, 12- and 14-foot boats.
               ^^ figure age value=12 unit=year counted=[goats]
                       ^^^^^^^^^^^ figure age value=14 unit=year counted=[goats]
                                          ^^ figure count value=12 counted=[boats]
                                                  ^^^^^^^ figure measure value=14 unit=foot counted=[boats]
",
        );
    }
}
