//! Whether pounds are a weight or money.

use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::numeral::Numeral;
use crate::{
    grammar::kinds,
    types::{Document, Tags, TokenKind, WordList},
};

/// Verbs and nouns of weighing.
const WEIGHING: WordList<6> = WordList::of(["weigh", "weighed", "weighing", "weighs", "weight", "weights"]);

/// Words for what happens to weight, shortly before it.
const GAINING: WordList<5> = WordList::of(["gained", "lose", "lost", "payload", "shed"]);

/// Verbs of carrying, directly before the load.
const CARRYING: WordList<16> = WordList::of([
    "benched",
    "benching",
    "deadlifted",
    "haul",
    "hauled",
    "hauling",
    "hauls",
    "lift",
    "lifted",
    "lifting",
    "lifts",
    "pressing",
    "tow",
    "towed",
    "towing",
    "tows",
]);

/// Whether pounds are a weight, by their form or a word of weighing near them.
pub fn is_weight(document: &Document, at: usize, numeral: &Numeral) -> bool {
    let first = numeral.tokens.start;
    let hyphen = kinds::is_dash(document, at - 1);
    let of = document.is(at + 1, "of") || document.is(at + 1, "in") && document.is(at + 2, "weight");
    let start = document.sentence_tokens(at).start.max(first.saturating_sub(6));
    let is = |word: &str| (start..first).any(|at| document.is(at, word));
    // "20 kilonewtons (4,500 pounds)", "20 kilos—44 pounds": the same in another unit.
    let measured = first > 1
        && (document.is(first - 1, "(") || kinds::is_dash(document, first - 1))
        && document.tags(first - 2).any(Tags::UNIT);
    // "Billions of pounds of taxpayers' cash".
    let cash =
        of && (at + 2..at + 6).any(|at| document.is_one_of(at, const { &WordList::of(["cash", "debt", "money"]) }));
    let big = numeral.low >= Decimal::from(1_000_000);
    // "Dropped from 44 pounds to 40".
    let small = document.tags(first).any(Tags::DIGITS) && (20..1000).contains(&numeral.low.to_i64().unwrap_or(0));
    !cash && (of || is("thrust") || is("tall"))
        || measured
        || is_measured_again(document, at + 1)
        || !big
            && (hyphen && !document.is(at + 1, "note")
                || weighs(document, at, first, start)
                || small && !is_priced(document, at))
}

/// Whether a bracket after it restates the weight in another unit: "62,540 pounds (28,370 kilograms)".
fn is_measured_again(document: &Document, bracket: usize) -> bool {
    const UNITS: WordList<7> = WordList::of(["kg", "kgs", "kilograms", "kilos", "metric", "tonnes", "tons"]);
    document.is(bracket, "(") && document.tags(bracket + 1).any(Tags::DIGITS) && document.is_one_of(bracket + 2, &UNITS)
}

/// Whether words in the sentence make a smaller number of pounds a weight; the nearest before it counts from `near` on.
fn weighs(document: &Document, at: usize, first: usize, near: usize) -> bool {
    const COMPARED: WordList<4> = WordList::of(["heavier", "lighter", "overweight", "underweight"]);
    let sentence = document.sentence_tokens(at);
    // "The costs weighed on the bank".
    let told = |at: usize| document.is_one_of(at, &WEIGHING) && !document.is(at + 1, "on");
    let ounces = at + 1 + usize::from(!document.tags(at + 1).any(Tags::DIGITS));
    (near..first).any(|at| document.is_one_of(at, &GAINING))
        || sentence.clone().any(told)
        || document.is_one_of(at + 1, &COMPARED)
        || document.is_one_of(ounces + 1, const { &WordList::of(["ounce", "ounces", "oz"]) })
        || is_carried(document, first, sentence.start)
        || is_behind_height(document, first, near)
        || is_weighed_before(document, first)
}

/// Whether pounds are money: a currency sign in the sentence, a word of paying, or a pound sign not far away in the
/// article.
fn is_priced(document: &Document, at: usize) -> bool {
    /// In tokens: more than most articles have.
    const FAR: usize = 1000;
    const PAID: WordList<18> = WordList::of([
        "bill", "bought", "buy", "cheaper", "cost", "costs", "fine", "fined", "paid", "pay", "pays", "price", "raised",
        "sold", "spend", "spent", "ticket", "worth",
    ]);
    let pounds = |at: usize| document.is(at, "pound") || document.is(at, "pounds");
    let money = |at: usize| document.tags(at).any(Tags::CURRENCY) && !pounds(at);
    let near = at.saturating_sub(FAR)..document.tokens.len().min(at + FAR);
    let sign = || near.clone().any(|at| document.is(at, "£"));
    document.sentence_tokens(at).any(|at| document.is_one_of(at, &PAID) || money(at)) || sign()
}

/// Whether pounds were a weight shortly before: "A 130-pound growth … it was 140 pounds".
fn is_weighed_before(document: &Document, first: usize) -> bool {
    const NEAR: usize = 40;
    let weight = |at: usize| {
        document.is(at, "pound")
            && at > 1
            && kinds::is_dash(document, at - 1)
            && document.tags(at - 2).any(Tags::DIGITS)
            && !document.is(at + 1, "note")
    };
    (first.saturating_sub(NEAR)..first).any(weight)
}

/// Whether a verb of carrying precedes: "Haul up to 62,540 pounds", "bench-pressing 315 pounds".
fn is_carried(document: &Document, first: usize, sentence: usize) -> bool {
    let bound = |at: usize| document.tags(at).any(Tags::BOUND) || document.is_one_of(at, &BOUNDS);
    let verb = (sentence.max(first.saturating_sub(4))..first).rev().find(|&at| !bound(at));
    verb.is_some_and(|at| document.is_one_of(at, &CARRYING))
}

/// Words of bounds before an amount.
const BOUNDS: WordList<8> = WordList::of(["about", "more", "nearly", "over", "some", "than", "to", "up"]);

/// Whether a person's height directly precedes: "5-foot-10, 210 pounds", "6'4 and 300 pounds".
fn is_behind_height(document: &Document, first: usize, near: usize) -> bool {
    const LENGTHS: WordList<8> = WordList::of(["feet", "foot", "ft", "height", "in", "inch", "inches", "long"]);
    let number = |at: usize| document.tags(at).any(Tags::DIGITS | Tags::NUMBER_WORD);
    let marked = |at: usize| {
        number(at) && document.tokens[at + 1].kind == TokenKind::Quotation && document.is_glued(at) && number(at + 2)
    };
    let told = |at: usize| {
        document.is_one_of(at, &LENGTHS)
            && (at > 0 && (number(at - 1) || at > 1 && number(at - 2)) || document.is(at, "height"))
    };
    let here = document.sentence_tokens(first).start..first;
    let heights = (near..first).rev().find(|&at| told(at) || at + 2 < first && marked(at));
    heights.is_some_and(|height| here.contains(&height) && !(height..first).any(|at| document.tags(at).any(Tags::VERB)))
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

    #[test]
    fn heights_and_burdens_weigh() {
        figures(
            "
Pike is 5-foot-10, 210 pounds. Rowe was bench-pressing 315 pounds, 33 pounds heavier than the goat. The van can haul up to 6,000 pounds. The kid was five pounds, 10 ounces. The rocket took 62,540 pounds (28,370 kilograms). The fine was 200 pounds.
        ^^^^^^^^^ figure measure value=5.8333333333333333333333333333 unit=foot counted=[Pike]
                   ^^^^^^^^^^ figure measure value=210 unit=pound-mass counted=[Pike]
                                                       ^^^^^^^^^^ figure measure value=315 unit=pound-mass counted=[Rowe]
                                                                   ^^^^^^^^^ figure measure value=33 unit=pound-mass counted=[Rowe]
                                                                                                                     ^^^^^^^^^^^^^^^^^^ figure measure value=6000 unit=pound-mass bound=at_most counted=[van]
                                                                                                                                                     ^^^^^^^^^^^^^^^^^^^^^^ figure measure value=5.625 unit=pound-mass counted=[kid]
                                                                                                                                                                                             ^^^^^^^^^^^^^ figure measure value=62540 unit=pound-mass counted=[rocket]
                                                                                                                                                                                                            ^^^^^^^^^^^^^^^^ figure measure value=28370 unit=kilogram counted=[rocket]
                                                                                                                                                                                                                                            ^^^^^^^^^^ figure money value=200 unit=GBP counted=[fine]
",
        );
    }

    #[test]
    fn pounds_that_nothing_prices() {
        figures(
            "
The goat had dropped from 44 pounds to 30 pounds in Tarn.
                          ^^^^^^^^^ figure measure value=44 unit=pound-mass counted=[goat]
                                       ^^^^^^^^^ figure measure value=30 unit=pound-mass change=down counted=[goat]
",
        );
    }

    #[test]
    fn pounds_in_headlines() {
        figures(
            "
Tarn Recalls 12M Pounds of Flour
             ^^^^^^^^^^ figure measure value=12000000 unit=pound-mass counted=[Flour]
",
        );
    }

    #[test]
    fn pounds_weigh_as_before() {
        figures(
            "
Doctors took a 130-pound growth out. Some put it at 140 pounds.
               ^^^^^^^^^ figure measure value=130 unit=pound-mass counted=[growth]
                                                    ^^^^^^^^^^ figure measure value=140 unit=pound-mass
",
        );
    }
}
