//! Whether pounds weigh or pay.

use rust_decimal::Decimal;

use super::numeral::{Numeral, is_dash};
use crate::types::{Document, Tags, WordList};

/// Whether pounds are a weight: in the way of saying, or beside a word of weighing.
pub fn is_weight(document: &Document, at: usize, numeral: &Numeral) -> bool {
    let hyphen = is_dash(document, at - 1);
    let of = document.is(at + 1, "of") || document.is(at + 1, "in") && document.is(at + 2, "weight");
    let start = document.sentence_tokens(at).start.max(numeral.tokens.start.saturating_sub(6));
    let weighs = (start..numeral.tokens.start).any(|at| {
        document.is_one_of(
            at,
            const {
                &WordList::of([
                    "weigh", "weighs", "weighed", "weighing", "lose", "lost", "shed", "gained", "payload", "weight",
                ])
            },
        )
    });
    let thrust = (start..numeral.tokens.start).any(|at| document.is(at, "thrust"));
    // "20 kilonewtons (4,500 pounds)": a bracket says the same in another unit.
    let bracket = numeral.tokens.start > 1 && document.is(numeral.tokens.start - 1, "(");
    let measured = bracket && document.tags(numeral.tokens.start - 2).any(Tags::UNIT);
    // "5 feet tall and 108 pounds".
    let sized = (start..numeral.tokens.start).any(|at| document.is(at, "tall"));
    // "Billions of pounds of taxpayers' cash".
    let cash =
        of && (at + 2..at + 6).any(|at| document.is_one_of(at, const { &WordList::of(["cash", "debt", "money"]) }));
    !cash && (of || thrust || sized)
        || measured
        || numeral.low < Decimal::from(1_000_000) && (hyphen && !document.is(at + 1, "note") || weighs)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn pounds_by_what_is_told() {
        figures(
            "
The warden is 5 feet tall and 108 pounds. The mill swallowed billions of pounds of Tarn's money.
              ^^^^^^ figure measure value=5 unit=foot counted=[warden]
                              ^^^^^^^^^^ figure measure value=108 unit=pound-mass counted=[warden]
                                                             ^^^^^^^^^^^^^^^^^^ figure money low=1000000000 high=10000000000 unit=GBP bound=approx counted=[Tarn's money]
",
        );
    }
}
