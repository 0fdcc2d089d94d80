//! What lasts a length of time: "a two-week strike", "talks lasted for five months".

use rust_decimal::Decimal;

use super::{
    counted::{self, Before},
    measured, noun,
    numeral::is_dash,
    partitive,
    phrase::{self, Phrase},
    price,
    stated::Stated,
};
use crate::types::{Document, Tags, WordList};

/// Tokens from what is first, worst or oldest to the time it is so in.
const NEAR: usize = 12;

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
    let first = document.sentence_tokens(range.start).start.max(range.start.saturating_sub(NEAR));
    let ranked = |at: usize| document.tags(at).any(Tags::ORDINAL) || noun::is_superlative(document.word(at));
    if range.start > first && document.is(range.start - 1, "in") && (first..range.start).any(ranked) {
        return None;
    }
    if range.start > 0 && document.is(range.start - 1, "of") && !is_sum(document, range.start - 1) {
        return price::noun_before(document, before.figure.end, range.start).filter(|noun| !is_stretch(document, noun));
    }
    let is_lead = |at: usize| document.is_one_of(at, &LEADS);
    let led = is_lead(range.start) || range.start > 0 && is_lead(range.start - 1);
    let subject = led.then(|| counted::subject(document, fact, before)).flatten();
    subject.or_else(|| measured::in_list(document, fact, before))
}

/// "A total of 12 years", "a personal best of 12 minutes": whether the noun before the `of` says how much of the subject's.
fn is_sum(document: &Document, of: usize) -> bool {
    const SUMS: WordList<9> =
        WordList::of(["average", "best", "maximum", "mean", "median", "minimum", "record", "time", "total"]);
    of > 0 && document.is_one_of(of - 1, &SUMS)
}

/// "A span of two hours": whether the noun only says that time passes.
fn is_stretch(document: &Document, noun: &Phrase) -> bool {
    document.is_one_of(
        noun.end - 1,
        const { &WordList::of(["ages", "course", "end", "handful", "matter", "part", "period", "space", "span"]) },
    )
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn participles_behind_prepositions() {
        figures(
            "
A big dealer of mended nets from Tarn has been held for three years.
                                                        ^^^^^^^^^^^ figure duration value=3 unit=year counted=[big dealer of mended nets] resolved=P3Y
",
        );
    }

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

    #[test]
    fn what_has_a_length() {
        figures(
            "
Rowe was given a sentence of six years, Dale served a total of 14 years; both fled within a span of two hours. It was the worst flood for the mills of Tarn in four years.
                             ^^^^^^^^^ figure duration value=6 unit=year counted=[sentence] resolved=P6Y
                                                               ^^^^^^^^ figure duration value=14 unit=year counted=[Dale] resolved=P14Y
                                                                                                    ^^^^^^^^^ figure duration value=2 unit=hour resolved=PT2H
                                                                                                                                                               ^^^^^^^^^^ figure duration value=4 unit=year resolved=P4Y
",
        );
    }
}
