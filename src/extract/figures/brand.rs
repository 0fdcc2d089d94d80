//! Numbers in names of shops and kinds of guns: "the 7-Eleven", "a 12 gauge gun".

use std::ops::Range;

use super::numeral;
use crate::types::{Document, WordList};

/// Whether the number at these tokens is one.
pub fn is_brand(document: &Document, tokens: &Range<usize>) -> bool {
    let end = tokens.end;
    let shop = numeral::joins(document, end) && document.is(end + 1, "eleven") && document.is(tokens.start, "7");
    let guns = const { &WordList::of(["gun", "guns", "shotgun", "shotguns"]) };
    shop || document.is(end, "gauge") && document.is_one_of(end + 1, guns)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn brands() {
        figures(
            "
Call from the 7-Eleven about a 12 gauge gun and 12 gauges.
                                                ^^ figure count value=12 counted=[gauges]
",
        );
    }
}
