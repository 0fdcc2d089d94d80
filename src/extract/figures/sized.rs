//! Amounts that are the size of what stands before them: "gusts of 80mph", "12 sets (40%)".

use super::{numeral::is_dash, stated::Stated};
use crate::types::{Document, FigureKind, Tags};

/// "12 sets (40%) failed": what stands behind the brackets is not of the amount in them, unless it lacks its noun: "a
/// (£3m) deal".
pub fn is_bracketed(document: &Document, start: usize, end: usize) -> bool {
    let noun = start > 1 && document.is(start - 1, "(") && !document.tags(start - 2).any(Tags::DETERMINER);
    noun && document.is(end, ")")
}

/// "Gusts of 80mph left barns dark": whether an amount that no stuff has stands behind the `of` of a noun.
pub fn is_size_of(document: &Document, fact: &Stated) -> bool {
    const STUFF: [&str; 9] = ["barrel", "gallon", "gram", "kilogram", "litre", "ounce", "pound-mass", "ton", "tonne"];
    let start = fact.tokens.start;
    let attribute = (start..fact.tokens.end).any(|at| is_dash(document, at));
    let stuff = fact.detail.unit.is_some_and(|unit| STUFF.contains(&unit));
    fact.detail.kind == FigureKind::Measure && start > 0 && document.is(start - 1, "of") && !attribute && !stuff
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn sizes_brackets_and_places() {
        figures(
            "
Gusts of up to 80mph left barns dark, and 8 inches of rain fell. Of 30 lamps, 12 sets (40%) tested badly.
         ^^^^^^^^^^^ figure measure value=80 unit=mile_per_hour bound=at_most counted=[Gusts]
                                          ^^^^^^^^ figure measure value=8 unit=inch counted=[rain]
                                                                    ^^ figure count value=30 counted=[lamps]
                                                                              ^^ figure count value=12 counted=[sets]
                                                                                       ^^^ figure percent value=40 unit=percent counted=[sets]
The barge sank 3 miles off Tarn at 3:42 a.m. local time, 2 miles south of Morfa, the second in as many days.
               ^^^^^^^ figure measure value=3 unit=mile change=down counted=[barge]
                                   ^^^^^^^^^ figure date resolved=T03:42
                                                         ^^^^^^^ figure measure value=2 unit=mile counted=[barge]
                                                                                     ^^^^^^ figure ordinal value=2
",
        );
    }
}
