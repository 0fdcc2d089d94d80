//! What lasts a length of time: "a two-week strike", "talks lasted for five months".

use rust_decimal::Decimal;

use super::{
    counted::{self, Before},
    measured, noun,
    numeral::is_dash,
    partitive,
    phrase::{self, Phrase},
    stated::Stated,
};
use crate::types::{Document, Tags, WordList};

/// What lasts: the noun behind a length of time, else the subject of the clause it ends.
pub fn lasting(document: &Document, fact: &Stated, before: &Before) -> Option<Phrase> {
    const LEADS: WordList<8> = WordList::of(["for", "in", "last", "lasted", "of", "over", "took", "within"]);
    let range = fact.tokens.clone();
    let (at, of) = partitive::partitive(document, range.end);
    // "An 11 hour flight".
    let unit = range.clone().rev().find(|&at| document.tags(at).any(Tags::TIME_UNIT));
    let singular = unit.is_some_and(|unit| !document.word(unit).ends_with('s'));
    let attribute = singular && fact.detail.value.is_some_and(|value| value > Decimal::ONE);
    if of || attribute || range.clone().any(|at| is_dash(document, at)) {
        return phrase::behind(document, at, false);
    }
    // "Over the past two years": when, rather than how long anything lasts.
    if document.is(range.start, "the") {
        return None;
    }
    // "The second in two days", "the worst in a decade": a length that is looked back on.
    let first = document.sentence_tokens(range.start).start.max(range.start.saturating_sub(6));
    let ranked = |at: usize| document.tags(at).any(Tags::ORDINAL) || noun::is_superlative(document.word(at));
    if range.start > first && document.is(range.start - 1, "in") && (first..range.start).any(ranked) {
        return None;
    }
    let is_lead = |at: usize| document.is_one_of(at, &LEADS);
    let led = is_lead(range.start) || range.start > 0 && is_lead(range.start - 1);
    let subject = led.then(|| counted::subject(document, fact, before)).flatten();
    subject.or_else(|| measured::in_list(document, fact, before))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn what_lasts() {
        figures(
            "
A two-week strike followed, and the talks lasted for five months.
  ^^^^^^^^ figure duration value=2 unit=week counted=[strike] resolved=P2W
                                                     ^^^^^^^^^^^ figure duration value=5 unit=month counted=[talks] resolved=P5M
",
        );
    }
}
