//! A part of a day: "this morning", "Tuesday night", "yesterday afternoon", "the evening of 3 May".

use jiff::civil::Date;

use super::{
    calendar::Moment,
    context,
    direction::{self, Direction},
    edges, named_week,
    phrase::{self, Clock, Phrase, Time},
    time_of_day::day_of,
};
use crate::{
    extract::{Extractor, figures::designation::is_title_case},
    lexicon::{LEXICON, TimeWord},
    types::{Document, Figure, Tags},
};

/// Parts of days.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.day_part",
    source: include_str!("day_part.rs"),
    anchors: Tags::DAY_PART.with(Tags::TIME_UNIT),
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The part of the day at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    if document.is(at, "hours") {
        return small_hours(document, at);
    }
    let &TimeWord::Part(part) = LEXICON.times.get(document.tokens[at].word)? else { return None };
    let before = at.checked_sub(1)?;
    // "The Evening Crier" is a paper.
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    if capital(at) && capital(at + 1) && document.is(before, "the") && !is_title_case(document, at) {
        return None;
    }
    // So is "Saturday Night Crier".
    let day = document.tags(before).any(Tags::WEEKDAY);
    if capital(at) && capital(at + 1) && day && edges::is_title(document, at) && !is_title_case(document, at) {
        return None;
    }
    if edges::is_any(document, before, &["every", "each"]) {
        return Some(Phrase::new(before..at + 1, Time::Every(format!("XXXX-XX-XXT{part}"))));
    }
    // "Friday mornings".
    if document.ends_in(at, "s")
        && let Some(&TimeWord::Weekday(weekday)) = LEXICON.times.get(document.tokens[before].word)
    {
        return Some(Phrase::new(before..at + 1, Time::Every(format!("XXXX-WXX-{weekday}T{part}"))));
    }
    let (day, tokens) = of_day(document, at).or_else(|| named(document, at)).or_else(|| pointed(document, at, part))?;
    Some(Phrase::new(tokens, Time::OfDay(day, Clock::Part(part))))
}

/// The early hours, resolved to their day: "The early hours of Wednesday".
fn small_hours(document: &Document, at: usize) -> Option<Phrase> {
    let early = at.checked_sub(1).filter(|&before| edges::is_any(document, before, &["early", "small"]))?;
    let from = at + 1 + usize::from(edges::is_any(document, at + 1, &["of", "on"]));
    let phrase = super::starting_at(document, from).filter(|phrase| phrase.tokens.start > at)?;
    let time = day_of(&phrase)?.map_or(Time::Unplaced, |day| Time::At(Moment::Day(day)));
    Some(Phrase::new(edges::determiner(document, early)..phrase.tokens.end, time))
}

type Placed = (Option<Date>, std::ops::Range<usize>);

/// The part of a day that follows: `the evening of 3 May`.
fn of_day(document: &Document, at: usize) -> Option<Placed> {
    let of = at + 1 + usize::from(document.is(at + 1, "hours"));
    let from = of + usize::from(edges::is_any(document, of, &["of", "on"]));
    let phrase = super::starting_at(document, from).filter(|phrase| from > of && phrase.tokens.start > at)?;
    Some((day_of(&phrase)?, edges::lead(document, at)..phrase.tokens.end))
}

/// The part of a day that precedes: `Tuesday night`, `yesterday afternoon`, `Monday morning next week`.
fn named(document: &Document, at: usize) -> Option<Placed> {
    let phrase = super::ending_at(document, at)?;
    if let Some(&TimeWord::Weekday(weekday)) = LEXICON.times.get(document.tokens[at - 1].word)
        && let Some((day, end)) = named_week::of_week(document, at + 1, weekday)
    {
        return Some((day, phrase.tokens.start..end));
    }
    Some((day_of(&phrase)?, phrase.tokens.start..at + 1))
}

/// The part of a day that a word points to: `this morning`, `last night`, `that evening`, `in the afternoon`, `the next
/// morning`.
fn pointed(document: &Document, at: usize, part: &str) -> Option<Placed> {
    let before = at - 1;
    let start = edges::lead(document, before);
    let later = |day: Option<Date>, days| {
        let day = day.and_then(|day| Moment::Day(day).later(days));
        day.and_then(|day| if let Moment::Day(day) = day { Some(day) } else { None })
    };
    let dateline = |days| later(document.dateline, days);
    let told = |days| later(context::named_day(document, before), days);
    // "By early afternoon", "the early morning hours".
    if edges::is_any(document, before, &["early", "late", "mid"]) {
        let word = before.checked_sub(1)?;
        let the = document.is(word, "the");
        let placed = the || edges::is_any(document, word, &["by", "during", "in", "into", "since", "until"]);
        let end = at + 1 + usize::from(document.is(at + 1, "hours"));
        // "The early morning blasts" are dated by their noun.
        let alone = end > at + 1 || edges::is_closed(document, end);
        let start = if the { word } else { before };
        return (placed && alone).then(|| (context::named_day(document, at), start..end));
    }
    if document.is(before, "the") && document.is(at + 1, "before") {
        return eve(document, start, at);
    }
    // "In morning trading", "in the evening", "at night".
    if edges::is_any(document, before, &["the", "in", "during"]) || (document.is(before, "at") && part == "NI") {
        let first = if document.is(before, "the") {
            start
        } else if part == "NI" && document.is(before, "at") {
            before
        } else {
            at
        };
        let day = context::named_day(document, at).filter(|_| !is_of_event(document, before, at));
        return Some((day, first..at + 1));
    }
    Some(match direction::at(document, before)? {
        Direction::This => (dateline(0), start..at + 1),
        Direction::Last => (dateline(-1), start..at + 1),
        Direction::Same => (told(0), start..at + 1),
        Direction::Next | Direction::After => (told(1), start..at + 1),
        Direction::Before => (told(-1), start..at + 1),
    })
}

/// The night before the day mentioned ("The night before") or a date ("the night before Easter"); "the night before the
/// fire" has no day.
fn eve(document: &Document, start: usize, at: usize) -> Option<Placed> {
    let before = |day: Option<Date>| day?.yesterday().ok();
    if let Some(phrase) = super::stated_from(document, at + 2).filter(|phrase| phrase.tokens.start == at + 2) {
        return Some((before(day_of(&phrase)?), start..phrase.tokens.end));
    }
    if edges::is_closed(document, at + 2) && !document.tags(at + 2).any(Tags::PRONOUN) {
        return Some((before(context::named_day(document, at)), start..at + 2));
    }
    Some((None, start..at + 1))
}

/// Whether an event determines the part of the day at `at`, whose article is at `the`: "The night of the fire", "on the
/// morning she was last seen"; in "in the morning she left" the clause simply continues.
fn is_of_event(document: &Document, the: usize, at: usize) -> bool {
    const OPENERS: Tags = Tags::PRONOUN.with(Tags::DETERMINER).with(Tags::RELATIVE);
    if !document.is(the, "the") {
        return false;
    }
    // "On 7 October, the night the bell fell".
    let dated = the > 1
        && document.is(the - 1, ",")
        && document.tags(the - 2).any(Tags::DIGITS.with(Tags::WEEKDAY).with(Tags::MONTH));
    let whole = the > 0 && edges::is_any(document, the - 1, &["during", "in", "into", "overnight", "through"]);
    let next = document.tags(at + 1);
    let name = next.any(Tags::CAPITALISED)
        && !next.any(Tags::WEEKDAY | Tags::MONTH)
        && !document.tags(at).any(Tags::CAPITALISED);
    let same = document.tokens.get(at + 1).is_some_and(|next| next.sentence == document.tokens[at].sentence);
    let clause = || !whole && same && (next.any(OPENERS) || name || document.is(at + 1, "when"));
    !dated && (document.is(at + 1, "of") || clause())
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn parts_told_by_what_happened() {
        figures_at(
            "2015-09-23",
            "
The crane fell on 4 May. She heard it on the night of the fall, not the evening she left; it rang on 6 May, the night it fell. In the morning she slept.
                  ^^^^^ figure date resolved=2015-05-04
                                         ^^^^^^^^^ figure date
                                                                    ^^^^^^^^^^^ figure date
                                                                                                     ^^^^^ figure date resolved=2015-05-06
                                                                                                            ^^^^^^^^^ figure date resolved=2015-05-06TNI
                                                                                                                                  ^^^^^^^^^^^ figure date resolved=2015-05-06TMO
The ferry sank on 4 May. The crew had slept aboard the night before, or the night before Easter.
                  ^^^^^ figure date resolved=2015-05-04
                                                   ^^^^^^^^^^^^^^^^ figure date resolved=2015-05-03TNI
                                                                        ^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-04-04TNI
",
        );
    }

    #[test]
    fn parts_of_days_told_of() {
        figures_at(
            "2015-09-23",
            "
The crane fell on 4 May. It was lifted that night and sold the next morning.
                  ^^^^^ figure date resolved=2015-05-04
                                       ^^^^^^^^^^ figure date resolved=2015-05-04TNI
                                                           ^^^^^^^^^^^^^^^^ figure date resolved=2015-05-05TMO
",
        );
    }

    #[test]
    fn parts_take_their_day() {
        figures_at(
            "2015-09-23",
            "
The ferry sank on Friday night and was raised this morning.
                  ^^^^^^^^^^^^ figure date resolved=2015-09-18TNI
                                              ^^^^^^^^^^^^ figure date resolved=2015-09-23TMO
Guards searched into the early morning hours and by early afternoon of 20 September.
                     ^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-09-18TMO
                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ figure date bound=at_most resolved=2015-09-20TAF
The Evening Crier says that the choir sings on Friday mornings.
                                               ^^^^^^^^^^^^^^^ figure date resolved=XXXX-WXX-5TMO
",
        );
    }
}
