//! A minus before a number, in words or as a sign: "minus 5 degrees", "-2.6%", "growth of negative 7 percent".

use rust_decimal::Decimal;

use super::numeral::{Numeral, glued};
use crate::{
    grammar::kinds,
    lexicon::{LEXICON, Unit},
    types::{Document, Tags},
};

/// The numeral, negative where a minus precedes it that is not a hyphen after a word.
pub fn signed(document: &Document, numeral: Numeral) -> Numeral {
    if !stands_before(document, numeral.tokens.start) && !is_negative(document, &numeral) {
        return numeral;
    }
    let end = numeral.tokens.end;
    numeral.clone().times(-Decimal::ONE, end).unwrap_or(numeral)
}

/// The token of the word for minus before the number at token `first`, a hyphen between them allowed; else `first`.
pub fn first(document: &Document, first: usize) -> usize {
    let word = if first > 1 && kinds::is_dash(document, first - 1) { first - 2 } else { first.saturating_sub(1) };
    if document.is(word, "minus") || document.is(word, "negative") { word } else { first }
}

/// Whether `negative` is a minus: "Of negative 7 percent", "negative 7"; not in "tested negative 7 times".
fn is_negative(document: &Document, numeral: &Numeral) -> bool {
    let word = numeral.tokens.start.checked_sub(1).filter(|&at| document.is(at, "negative"));
    let Some(word) = word else { return false };
    let led = word == document.sentence_tokens(word).start || document.tags(word - 1).any(Tags::PREPOSITION);
    led || document.tags(numeral.tokens.end).any(Tags::PERCENT)
}

/// Whether a minus precedes token `start`.
pub fn stands_before(document: &Document, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return false };
    if document.is(before, "minus") {
        return before == 0 || !document.is(before - 1, "or");
    }
    if !kinds::is_dash(document, before) || !glued(document, before) {
        return false;
    }
    let word = before > 0 && document.is(before - 1, "minus");
    let hyphen = matches!(document.word(before), "-" | "−" | "–");
    let free = before == 0 || !document.is_glued(before - 1) || document.is(before - 1, "(");
    let whole = !document.tokens.get(start).is_some_and(|token| document.text(token.span).contains('.'));
    let numeric_before =
        before > 0 && document.tags(before - 1).any(Tags::DIGITS | Tags::PERCENT | Tags::CURRENCY) && whole;
    word || hyphen && free && !numeric_before && document.tags(start).any(Tags::DIGITS | Tags::CURRENCY)
}

/// Whether `below zero` follows token `end - 1`: "It was 12 below zero".
pub fn is_below_zero(document: &Document, end: usize) -> bool {
    document.is(end, "below") && document.is(end + 1, "zero")
}

/// The unit for a number below zero without a stated unit.
pub fn degree() -> Option<&'static Unit> {
    LEXICON.units.all(LEXICON.id("degree")).iter().find(|unit| unit.rest.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn below_nought() {
        figures(
            "
Takings fell to minus 5%. It spoke of returns of negative 7 percent.
                ^^^^^^^^ figure percent value=-5 unit=percent change=down counted=[Takings]
                                                 ^^^^^^^^^^^^^^^^^^ figure percent value=-7 unit=percent change=down counted=[returns]
",
        );
    }

    #[test]
    fn so_many_below_zero() {
        figures(
            "
It was 12 below zero in Tarn.
       ^^^^^^^^^^^^^ figure measure value=-12 unit=degree
",
        );
    }

    #[test]
    fn a_test_is_negative() {
        figures(
            "
Ted Rowe tested negative 7 times.
                         ^ figure count value=7 counted=[times]
",
        );
    }

    #[test]
    fn both_ends_below_nought() {
        figures(
            "
It was minus 5 to minus 8 degrees in Tarn.
       ^^^^^^^ figure measure value=-5 unit=degree
                  ^^^^^^^^^^^^^^^ figure measure value=-8 unit=degree
",
        );
    }
}
