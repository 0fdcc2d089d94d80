//! A duration: "five years", "a two-week strike", "an hour and a half", "five to seven days", "two years and three
//! months", "several months", "a day or two", "half-hour", "year-long".

use rust_decimal::Decimal;

use super::{
    amount, edges,
    length::Length,
    phrase::{self, Phrase, Time},
};
use crate::{
    extract::{
        Extractor,
        figures::{interval, life, numeral},
    },
    grammar::kinds,
    lexicon::{LEXICON, NumberClass, TimeUnit, TimeWord},
    types::{Document, Figure, Tags, TokenKind},
};

/// Durations.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.duration",
    source: include_str!("duration.rs"),
    anchors: Tags::TIME_UNIT,
    extract: |document, at, found| {
        let after = read(document, at);
        let before = after.as_ref().and_then(|after| before_change(document, after));
        phrase::push(EXTRACTOR.name, document, before, found);
        phrase::push(EXTRACTOR.name, document, after, found);
    },
};

/// The duration before a change, which has the unit of the one after: "Cut it from 12 to 8 weeks".
fn before_change(document: &Document, after: &Phrase) -> Option<Phrase> {
    let to = after.tokens.start.checked_sub(1).filter(|&at| document.is(at, "to"))?;
    let from = (to.saturating_sub(5)..to).rev().find(|&at| document.is(at, "from"))?;
    let Time::Length(length) = after.time else { return None };
    let change = interval::at(document, from + 1).filter(|change| change.unit.is_none())?;
    let low = change.before.is_some().then_some(change.low);
    low.map(|low| Phrase::new(from + 1..to, Time::Length(Length::exactly(low, length.unit))))
}

/// The duration whose last unit is at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    let phrase = single(document, at)?;
    Some(compound(document, &phrase).unwrap_or(phrase))
}

/// A duration in one unit.
fn single(document: &Document, at: usize) -> Option<Phrase> {
    let &TimeWord::Unit(unit) = LEXICON.times.get(document.tokens[at].word)? else { return None };
    // "An SEC filing" is not a second.
    let name = document.tags(at).any(Tags::UPPERCASE) && at > 0 && edges::is_any(document, at - 1, &["a", "an"]);
    // "An hours-long wait": the article belongs to the wait.
    let several = |amount: &amount::Amount| {
        let article = amount.start + 1 == at && edges::is_any(document, amount.start, &["a", "an"]);
        article && document.ends_in(at, "s") && numeral::joins(document, at + 1) && document.is(at + 2, "long")
    };
    let amount = amount::before(document, at).filter(|amount| !several(amount));
    if amount.is_none()
        && let Some(phrase) = lasting(document, at, unit)
    {
        return Some(phrase);
    }
    let aged = |amount: &amount::Amount| life::is_behind_age(document, amount.start);
    if is_age(document, at + 1) || name || amount.as_ref().is_some_and(aged) {
        return None;
    }
    // "The dog days of summer".
    if amount.is_none() && at > 0 && edges::is_any(document, at - 1, &["dog"]) {
        return None;
    }
    let Some(amount) = amount else {
        return is_bare(document, at, unit).then(|| Phrase::new(at..at + 1, Time::Length(Length::open(unit))));
    };
    // "A zero-day flaw" has no duration.
    let none = amount.high.is_some_and(|high| high.is_zero());
    if none
        || is_rank(document, at, unit, amount.start)
        || is_some_day(document, at)
        || is_attribute(document, at, unit)
    {
        return None;
    }
    let length = Length { low: amount.low, high: amount.high, unit };
    // "A month or two".
    if length.value() == Some(Decimal::ONE) && document.is(at + 1, "or") && document.is(at + 2, "two") {
        let length = Length { high: Some(Decimal::TWO), ..length };
        return Some(Phrase::new(amount.start..at + 3, Time::Length(length)));
    }
    let (length, end) = and_a_half(document, at + 1, length).unwrap_or((length, at + 1));
    Some(Phrase::new(amount.start..end, Time::Length(length)))
}

/// One unit, or an unknown number of them, in a compound: "A year-long search", "months-long talks", "a decades-old
/// law".
fn lasting(document: &Document, at: usize, unit: TimeUnit) -> Option<Phrase> {
    let plural = document.ends_in(at, "s");
    let old = document.is(at + 2, "old") && (plural || unit >= TimeUnit::Decade);
    if !numeral::joins(document, at + 1) || !(old || document.is(at + 2, "long")) || unit < TimeUnit::Minute {
        return None;
    }
    let length = if plural { Length::open(unit) } else { Length::exactly(Decimal::ONE, unit) };
    Some(Phrase::new(at..at + 3, Time::Length(length)))
}

/// The duration with `and a half` after the unit.
fn and_a_half(document: &Document, at: usize, length: Length) -> Option<(Length, usize)> {
    let article = at + 1 + usize::from(document.is(at + 1, "a"));
    if !document.is(at, "and") || document.tags(article + 1).any(Tags::TIME_UNIT) {
        return None;
    }
    let part = match document.tokens.get(article).map(|token| document.text(token.span))? {
        "half" => Decimal::new(5, 1),
        "quarter" => Decimal::new(25, 2),
        _ => return None,
    };
    Some((Length::exactly(length.value()?.checked_add(part)?, length.unit), article + 1))
}

/// The duration with those in larger units before it: "Two years and three months".
fn compound(document: &Document, last: &Phrase) -> Option<Phrase> {
    let mut start = last.tokens.start;
    let Time::Length(mut length) = last.time else { return None };
    let mut joined = false;
    while let Some(before) = larger_before(document, start) {
        let Time::Length(larger) = before.time else { break };
        // "A four-day, 35-hour week" has two durations, "a five-hour, 45-minute flight" one.
        if larger.unit == TimeUnit::Day && length.high >= Some(Decimal::from(24)) && length.unit == TimeUnit::Hour {
            break;
        }
        let Some(sum) = larger.and(length) else { break };
        (length, start, joined) = (sum, before.tokens.start, true);
    }
    joined.then(|| Phrase::new(start..last.tokens.end, Time::Length(length)))
}

/// The duration before the `, and`, `,` or `and` that ends before token `start`.
fn larger_before(document: &Document, start: usize) -> Option<Phrase> {
    let and = start.checked_sub(1).filter(|&at| document.is(at, "and")).unwrap_or(start);
    let comma = and.checked_sub(1).filter(|&at| document.is(at, ",")).unwrap_or(and);
    let unit = comma.checked_sub(1).filter(|&at| document.tags(at).any(Tags::TIME_UNIT) || document.is(at, "h"))?;
    // "4h 38min".
    if document.is(unit, "h") {
        let hours = amount::counted(document, unit).filter(|_| unit == start - 1 && document.is_glued(unit - 1))?;
        let length = Length { low: hours.low, high: hours.high, unit: TimeUnit::Hour };
        return Some(Phrase::new(hours.start..unit + 1, Time::Length(length)));
    }
    single(document, unit).filter(|phrase| phrase.tokens.end == comma)
}

/// Whether `-old`, `old` or `of age` after the unit makes it an age.
fn is_age(document: &Document, at: usize) -> bool {
    let dash = kinds::is_dash(document, at);
    let word = at + usize::from(dash);
    edges::is_any(document, word, &["old", "olds"]) || (document.is(at, "of") && document.is(at + 1, "age"))
}

/// Whether the word is an ordinal or a fraction rather than a unit: "The two second halves", "three quarters of it";
/// not after words that only durations have: "two consecutive quarters".
fn is_rank(document: &Document, at: usize, unit: TimeUnit, start: usize) -> bool {
    match unit {
        TimeUnit::Quarter => {
            start + 1 == at && !is_pointed(document, start) || document.tokens[at - 1].kind == TokenKind::Dash
        }
        TimeUnit::Second => {
            // "A four-second wait", but the "forty-second" mile.
            let ten = numeral::word(document, start).is_some_and(|word| word.class == NumberClass::Ten);
            let joined = document.tokens[at - 1].kind == TokenKind::Dash && !ten;
            document.is(at, "second") && document.tokens[start].kind != TokenKind::Number && !joined
        }
        _ => false,
    }
}

/// Whether the word gives a time, not a duration: "A weekend market".
fn is_attribute(document: &Document, at: usize, unit: TimeUnit) -> bool {
    const CLOSED: Tags = Tags::PREPOSITION.with(Tags::CONJUNCTION).with(Tags::AUXILIARY).with(Tags::RELATIVE);
    let next = document.tokens.get(at + 1);
    unit == TimeUnit::Weekend
        && document.is(at, "weekend")
        && next.is_some_and(|next| next.kind == TokenKind::Word && !next.tags.any(CLOSED))
}

/// Whether the words mean some day, not a duration: "One day she will", "may one day".
fn is_some_day(document: &Document, at: usize) -> bool {
    const CLAUSE: Tags = Tags::PRONOUN.with(Tags::DETERMINER).with(Tags::AUXILIARY);
    let Some(one) = at.checked_sub(1).filter(|&one| document.is(at, "day") && document.is(one, "one")) else {
        return false;
    };
    // "Hopes to one day sail".
    let infinitive = one > 0 && document.is(one - 1, "to") && !document.is(at + 1, "of");
    infinitive || document.tags(at + 1).any(CLAUSE) || one > 0 && document.tags(one - 1).any(Tags::AUXILIARY)
}

/// Whether a word that places the duration precedes: "The past two quarters".
fn is_pointed(document: &Document, start: usize) -> bool {
    start > 0 && edges::is_any(document, start - 1, &["past", "last", "next", "first", "previous", "latest", "final"])
}

/// Whether the unit is a plural without a number or a pointer: "For years", "weeks of talks".
fn is_bare(document: &Document, at: usize, unit: TimeUnit) -> bool {
    const BEFORE: &[&str] =
        &["for", "in", "within", "after", "over", "follows", "take", "takes", "took", "taken", "lasted", "spent"];
    const BEHIND: &[&str] = &["of", "ago", "later", "earlier", "before", "after", "into", "away"];
    if !document.ends_in(at, "s") || matches!(unit, TimeUnit::Quarter | TimeUnit::Second) {
        return false;
    }
    // "In recent months" is a time, whatever follows.
    let recent = at.checked_sub(1).is_some_and(|before| edges::is_any(document, before, &["coming", "recent"]));
    if recent {
        return false;
    }
    let before = at.checked_sub(1).is_some_and(|before| edges::is_any(document, before, BEFORE));
    before || (edges::is_any(document, at + 1, BEHIND) && !is_small_hours(document, at))
}

/// Whether the hours are part of a day: "The early hours of Wednesday".
fn is_small_hours(document: &Document, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| edges::is_any(document, before, &["early", "small", "opening", "closing"]))
}

#[cfg(test)]
mod tests {
    use crate::testing::{figures, figures_at};

    #[test]
    fn lengths_have_value_and_unit() {
        figures_at(
            "2016-02-11",
            "
The six-week trial took a year of work.
    ^^^^^^^^ figure duration value=6 unit=week counted=[trial] resolved=P6W
                        ^^^^^^ figure duration value=1 unit=year counted=[work] resolved=P1Y
It ran for half a century and an hour and a half.
           ^^^^^^^^^^^^^^ figure duration value=0.5 unit=century resolved=P50Y
                              ^^^^^^^^^^^^^^^^^^ figure duration value=1.5 unit=hour resolved=PT1.5H
",
        );
    }

    #[test]
    fn sums_last_no_time_and_some_day_is_no_length() {
        figures(
            "
Tarn paid a $40m second-quarter bonus. He drew $3.5m days before, and she hopes to one day sail.
            ^^^^ figure money value=40000000 unit=USD
                 ^^^^^^^^^^^^^^ figure date
                                               ^^^^^ figure money value=3500000 unit=USD
                                                     ^^^^ figure duration unit=day resolved=PXD
The union wants a four-day, 35-hour week.
                  ^^^^^^^^ figure duration value=4 unit=day resolved=P4D
                            ^^^^^^^ figure duration value=35 unit=hour resolved=PT35H
",
        );
    }

    #[test]
    fn lengths_have_ends_and_parts() {
        figures_at(
            "2016-02-11",
            "
He was jailed for two years and three months; she got five to seven days.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ figure duration value=27 unit=month resolved=P27M
                                                      ^^^^^^^^^^^^^^^^^^ figure duration low=5 high=7 unit=day
",
        );
    }

    #[test]
    fn lengths_in_compounds() {
        figures(
            "
The month-long trial ended half an hour late after years-old talks.
    ^^^^^^^^^^ figure duration value=1 unit=month counted=[trial] resolved=P1M
                           ^^^^^^^^^^^^ figure duration value=0.5 unit=hour resolved=PT0.5H
                                                   ^^^^^^^^^ figure duration unit=year counted=[talks] resolved=PXY
It ran for a quarter-century, then for a day or two.
           ^^^^^^^^^^^^^^^^^ figure duration value=0.25 unit=century resolved=P25Y
                                       ^^^^^^^^^^^^ figure duration low=1 high=2 unit=day
",
        );
    }

    #[test]
    fn no_lengths() {
        figures(
            "
A zero-day hole; tolls fell in recent months after a row, hours into the talks.
                               ^^^^^^^^^^^^^ figure date resolved=PAST_REF
                                                          ^^^^^ figure duration unit=hour resolved=PTXH
",
        );
    }

    #[test]
    fn seconds_behind_a_hyphen() {
        figures(
            "
The chip has a four-second wait.
               ^^^^^^^^^^^ figure duration value=4 unit=second counted=[wait] resolved=PT4S
",
        );
    }
}
