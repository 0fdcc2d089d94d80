//! What lasts for a duration: "a two-week strike", "talks lasted for five months".

use rust_decimal::Decimal;

use super::{
    clause,
    counted::{self, Before},
    measured, object, partitive,
    phrase::{self, HowMany, Phrase},
    price,
    stated::Stated,
    verb,
};
use crate::{
    grammar::{endings, kinds},
    types::{Document, Tags, WordList},
};

/// Maximum number of tokens from a duration back to its verb.
const NEAR: usize = 12;

/// What lasts: the noun after a duration, else the object that somebody makes last, or the subject of the clause.
pub fn lasting(document: &Document, fact: &Stated, before: &Before) -> Option<Phrase> {
    let range = fact.tokens.clone();
    let (at, of) = partitive::partitive(document, range.end);
    // "An 11 hour flight".
    let unit = range.clone().rev().find(|&at| document.tags(at).any(Tags::TIME_UNIT));
    let singular = unit.is_some_and(|unit| !document.ends_in(unit, "s"));
    let attribute = singular && fact.detail.value.is_some_and(|value| value > Decimal::ONE);
    // "Within minutes of the call".
    let limit = document.is(range.start, "within") && !attribute;
    // "A decades-long ban", "an hour long rally".
    let long = range.end + usize::from(phrase::joins(document, range.end));
    let at = if document.is(long, "long") { long + 1 } else { at };
    let hung = document.is(long, "long") || range.clone().any(|at| kinds::is_dash(document, at));
    if of && !limit || attribute || hung {
        return phrase::behind(document, at, HowMany::Several);
    }
    // "Over the past two years": a date, not a duration of anything.
    if limit || document.is(range.start, "the") {
        return None;
    }
    if range.start > 0 && document.is(range.start - 1, "of") && !is_sum(document, range.start - 1) {
        return price::noun_before(document, before.figure.end, range.start).filter(|noun| !is_stretch(document, noun));
    }
    if is_denied(document, range.start) || only_times(document, range.start) && !is_race(document, fact, unit) {
        return None;
    }
    if let Some(object) = made_to_last(document, range.start) {
        return object;
    }
    let subject = is_led(document, range.start).then(|| counted::subject(document, fact, before)).flatten();
    subject.or_else(|| measured::in_list(document, fact, before))
}

/// Whether the duration is the time of a race, so that it belongs to the runner: "Rowed the mile in 4:02", but not "the
/// second to do it in 4:02".
fn is_race(document: &Document, fact: &Stated, unit: Option<usize>) -> bool {
    let start = fact.tokens.start;
    let first = document.sentence_tokens(start).start.max(start.saturating_sub(NEAR));
    let ranked = |at: usize| document.tags(at).any(Tags::ORDINAL) || endings::is_superlative(document.word(at));
    let parts = fact.detail.unit == Some("second") && fact.detail.value.is_some_and(|value| !value.is_integer());
    (unit.is_none() || parts) && !(first..start).any(ranked)
}

/// Whether a word before the duration ties it to the clause.
fn is_led(document: &Document, start: usize) -> bool {
    const LEADS: WordList<7> = WordList::of(["for", "in", "last", "lasted", "of", "over", "took"]);
    let is_lead = |at: usize| document.is_one_of(at, &LEADS);
    is_lead(start) || start > 0 && is_lead(start - 1)
}

/// Whether the duration only says when something happens, so that nothing is said to last: "Sank in two hours", "earned
/// £3m over ten years".
fn only_times(document: &Document, start: usize) -> bool {
    const GOING_ON: WordList<17> = WordList::of([
        "continued",
        "developed",
        "happened",
        "last",
        "lasted",
        "occurred",
        "place",
        "ran",
        "run",
        "spanned",
        "spanning",
        "spans",
        "spread",
        "stayed",
        "stretch",
        "stretched",
        "unfolded",
    ]);
    let Some(lead) = start.checked_sub(1) else { return false };
    let over = document.is(lead, "over") && !(lead > 0 && document.is_one_of(lead - 1, &GOING_ON));
    over || document.is(lead, "in") || document.is(lead, "within")
}

/// Whether the verb of the clause that ends before token `end` is negated: "Had not been seen for days".
fn is_denied(document: &Document, end: usize) -> bool {
    let first = document.sentence_tokens(end).start.max(end.saturating_sub(NEAR));
    let Some(verb) = (first..end).rev().find(|&at| verb::is_verb(document, at)) else { return false };
    let denies = |at: usize| document.tags(at).any(Tags::NEGATION) && !document.tags(at).any(Tags::DETERMINER);
    (clause::verb_group(document, first, verb)..=verb).any(denies)
}

/// The object that somebody makes last, rather than the subject; `Some(None)` where it is only a pronoun: "Kept the
/// road closed for days", "extended the truce for a week".
fn made_to_last(document: &Document, start: usize) -> Option<Option<Phrase>> {
    start.checked_sub(1).filter(|&lead| document.is(lead, "for"))?;
    let verb = object::verb_before(document, start, &HOLDING)?;
    let particle = document.is_one_of(verb + 1, const { &WordList::of(["down", "off", "out", "up"]) });
    let at = verb + 1 + usize::from(particle);
    let owner = document.tags(at).any(Tags::DETERMINER | Tags::POSSESSIVE);
    let object = phrase::behind(document, at + usize::from(owner), HowMany::Several)
        .filter(|object| object.end < start && !document.is(object.end, ",") && !document.ends_in(object.start, "ing"));
    // "Kept goats for nine years" is about the subject.
    let kept = document.is_one_of(verb, const { &WordList::of(["keep", "keeping", "keeps", "kept"]) }) && !owner;
    let told = object.is_some() && !kept || document.tags(at).any(Tags::PRONOUN);
    told.then_some(object)
}

/// Verbs whose object lasts.
const HOLDING: WordList<47> = WordList::of([
    "ban",
    "banned",
    "banning",
    "bans",
    "barred",
    "block",
    "blocked",
    "blocking",
    "blocks",
    "close",
    "closed",
    "closes",
    "closing",
    "delay",
    "delayed",
    "delaying",
    "delays",
    "detain",
    "detained",
    "detaining",
    "extend",
    "extended",
    "extending",
    "extends",
    "grounded",
    "halt",
    "halted",
    "jailed",
    "keep",
    "keeping",
    "keeps",
    "kept",
    "lock",
    "locked",
    "locking",
    "occupied",
    "postpone",
    "postponed",
    "prolong",
    "prolonged",
    "shut",
    "shuts",
    "shutting",
    "suspend",
    "suspended",
    "suspending",
    "suspends",
]);

/// Whether the noun before the `of` gives a quantity of the subject: "A total of 12 years", "a personal best of 12
/// minutes".
fn is_sum(document: &Document, of: usize) -> bool {
    const SUMS: WordList<9> =
        WordList::of(["average", "best", "maximum", "mean", "median", "minimum", "record", "time", "total"]);
    of > 0 && document.is_one_of(of - 1, &SUMS)
}

/// Whether the noun only denotes a stretch of time: "A span of two hours".
fn is_stretch(document: &Document, noun: &Phrase) -> bool {
    document.is_one_of(
        noun.end - 1,
        const {
            &WordList::of([
                "ages", "course", "end", "handful", "matter", "part", "period", "space", "span", "start", "top",
            ])
        },
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

    #[test]
    fn when_and_how_long_not() {
        figures(
            "
Wardens reached the mill within minutes. The barge sank in two hours. Tolls rose over three years. Dale had not slept for two days. The feast took place over six days.
                         ^^^^^^^^^^^^^^ figure duration unit=minute bound=at_most resolved=PTXM
                                                           ^^^^^^^^^ figure duration value=2 unit=hour resolved=PT2H
                                                                                      ^^^^^^^^^^^ figure duration value=3 unit=year resolved=P3Y
                                                                                                                          ^^^^^^^^ figure duration value=2 unit=day resolved=P2D
                                                                                                                                                              ^^^^^^^^ figure duration value=6 unit=day counted=[feast] resolved=P6D
",
        );
    }

    #[test]
    fn what_somebody_makes_last() {
        figures(
            "
The flood closed the old ferry for two weeks, and the board extended its truce for nine days. Rowe kept him there for an hour.
                                   ^^^^^^^^^ figure duration value=2 unit=week counted=[old ferry] resolved=P2W
                                                                                   ^^^^^^^^^ figure duration value=9 unit=day counted=[truce] resolved=P9D
                                                                                                                      ^^^^^^^ figure duration value=1 unit=hour resolved=PT1H
",
        );
    }

    #[test]
    fn a_length_hung_on_long() {
        figures(
            "
Tarn saw the end of a decades-long feud, an hour long rally and a day-long feast.
                      ^^^^^^^^^^^^ figure duration unit=decade counted=[feud] resolved=PXY
                                         ^^^^^^^ figure duration value=1 unit=hour counted=[rally] resolved=PT1H
                                                                ^^^^^ figure duration value=1 unit=day counted=[feast] resolved=P1D
",
        );
    }
}
