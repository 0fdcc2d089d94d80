//! Numbers in names of things for sale and of shows: "10 On Your Side", "the 7-Eleven", "a 12 gauge gun".

use std::ops::Range;

use super::numeral;
use crate::types::{Document, Tags, WordList};

/// Whether the number at these tokens is one.
pub fn is_brand(document: &Document, tokens: &Range<usize>) -> bool {
    let end = tokens.end;
    let side = document.is(end, "on") && document.is(end + 1, "your") && document.tags(end).any(Tags::CAPITALISED);
    let shop = numeral::joins(document, end) && document.is(end + 1, "eleven") && document.is(tokens.start, "7");
    let guns = const { &WordList::of(["gun", "guns", "shotgun", "shotguns"]) };
    side || shop || document.is(end, "gauge") && document.is_one_of(end + 1, guns)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn brands() {
        figures(
            "
Call 10 On Your Side from the 7-Eleven about a 12 gauge gun and 12 gauges.
                                                                ^^ figure count value=12 counted=[gauges]
",
        );
    }
}
