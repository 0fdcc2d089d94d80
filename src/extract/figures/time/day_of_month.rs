//! A day of an unnamed month: "on the 15th", "Tuesday the 11th", "the 20th of next month", "the 1st of every month".

use jiff::{Span, civil::Date};

use super::{
    edges, number,
    phrase::{self, Phrase, Time},
    tense,
};
use crate::{
    extract::{Extractor, figures::numeral},
    grammar::dates::days_between,
    lexicon::{LEXICON, Tense, TimeUnit, TimeWord},
    types::{Document, Figure, Tags},
};

/// Days of a month that other words determine.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.day_of_month",
    source: include_str!("day_of_month.rs"),
    anchors: Tags::DIGITS.with(Tags::ORDINAL),
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The day whose number is at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    // Most numbers are not ordinals, and most ordinals are not days: looking at the words next to them is cheaper.
    let ranked =
        document.tags(at).any(Tags::ORDINAL) || document.is_glued(at) && !document.tags(at + 2).any(Tags::MONTH);
    let before = at.checked_sub(1).filter(|_| ranked)?;
    let the = Some(before).filter(|&before| document.is(before, "the"));
    let led = the.unwrap_or(at).checked_sub(1)?;
    let weekday = document.tags(led).any(Tags::WEEKDAY);
    let placed = the.is_some() && edges::is_any(document, led, &["on", "by", "until", "since"]);
    let whole = document.is(at + 1, "of") || document.is(at + 2, "of");
    if !(weekday || placed || whole) {
        return None;
    }
    let (day, end) = number::ordinal(document, at).filter(|(day, _)| (1..=31).contains(day))?;
    let day = i8::try_from(day).ok()?;
    let start = the.unwrap_or(at);
    if let Some((time, end)) = of_month(document, end, day) {
        return Some(Phrase::new(start..end, time));
    }
    let rank = the.is_some() || document.tags(at).any(Tags::DIGITS);
    if weekday && rank && is_closed(document, end) {
        let &TimeWord::Weekday(weekday) = LEXICON.times.get(document.tokens[led].word)? else { return None };
        let day = document.dateline.and_then(|dateline| named(document, start..end, dateline, day, weekday));
        return Some(Phrase::new(led..end, Time::on(day)));
    }
    // In "Flats on the first" it is a floor.
    let spelled = !document.tags(at).any(Tags::DIGITS) && day < 5;
    let alone =
        placed && !spelled && is_closed(document, end) && document.dateline.is_some() && !is_of_a_round(document, at);
    alone.then(|| Phrase::new(start..end, Time::on(nearest(document, start..end, day))))
}

/// The day, or the repeated days, and the token after the words: "Of next month", "of the month", "of every month".
fn of_month(document: &Document, end: usize, day: i8) -> Option<(Time, usize)> {
    let unit = end + 2;
    let word = document.tokens.get(unit).and_then(|token| LEXICON.times.get(token.word));
    if !document.is(end, "of") || !matches!(word, Some(TimeWord::Unit(TimeUnit::Month))) {
        return None;
    }
    if edges::is_any(document, unit - 1, &["every", "each"]) {
        return Some((Time::Every(format!("XXXX-XX-{day:02}")), unit + 1));
    }
    let months = match () {
        () if edges::is_any(document, unit - 1, &["the", "this"]) => 0,
        () if document.is(unit - 1, "next") => 1,
        () if document.is(unit - 1, "last") => -1,
        () => return None,
    };
    let date = document.dateline.and_then(|dateline| in_month(dateline, months, day));
    Some((Time::on(date), unit + 1))
}

/// The day in the month that is `months` after the dateline's.
fn in_month(dateline: Date, months: i32, day: i8) -> Option<Date> {
    let first = dateline.first_of_month().checked_add(Span::new().months(months)).ok()?;
    Date::new(first.year(), first.month(), day).ok()
}

/// The day with this number that is nearest to the dateline, on the side that the tense of the clause gives.
fn nearest(document: &Document, tokens: std::ops::Range<usize>, day: i8) -> Option<Date> {
    let dateline = document.dateline?;
    let dates = (-1..=1).filter_map(|months| in_month(dateline, months, day));
    nearest_in_tense(dates, dateline, tense::of(document, &tokens))
}

/// The nearest day with this number that is also the weekday: "Tuesday the 11th".
fn named(document: &Document, tokens: std::ops::Range<usize>, dateline: Date, day: i8, weekday: i8) -> Option<Date> {
    let dates = (-11..=11).filter_map(|months| in_month(dateline, months, day));
    let same = dates.filter(|date| date.weekday().to_monday_one_offset() == weekday);
    nearest_in_tense(same, dateline, tense::of(document, &tokens))
}

/// The date nearest to the dateline, on the side that the tense shows.
fn nearest_in_tense(dates: impl Iterator<Item = Date>, dateline: Date, tense: Option<Tense>) -> Option<Date> {
    let side = |date: &Date| match tense {
        Some(Tense::Past) => *date <= dateline,
        Some(Tense::Future) => *date >= dateline,
        None => true,
    };
    dates.filter(side).min_by_key(|date| days_between(*date, dateline))
}

/// Whether no noun that the ordinal could rank follows; false for "on the 15th floor", "on the first or second floor",
/// "the first-ever race", "the first £9m", "the 5th US regiment".
fn is_closed(document: &Document, end: usize) -> bool {
    const AMOUNT: Tags = Tags::DIGITS.with(Tags::CURRENCY).with(Tags::CAPITALISED);
    let list = document.tags(end).any(Tags::CONJUNCTION) && number::ordinal(document, end + 1).is_some();
    let compound = numeral::joins(document, end);
    edges::is_closed(document, end) && !document.is(end, "of") && !(list || compound || document.tags(end).any(AMOUNT))
}

/// Whether the number is a hole of golf: "A birdie on the 15th".
fn is_of_a_round(document: &Document, at: usize) -> bool {
    const GOLF: &[&str] = &["birdie", "birdied", "birdies", "bogey", "bogeyed", "green", "hole", "par", "putt", "tee"];
    document.sentence_tokens(at).any(|at| edges::is_any(document, at, GOLF))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn the_month_is_the_nearest() {
        figures_at(
            "2019-06-18",
            "
The ferry sank on the 15th. The inquest will open Tuesday the 25th.
                  ^^^^^^^^ figure date resolved=2019-06-15
                                                  ^^^^^^^^^^^^^^^^ figure date resolved=2019-06-25
Bills are due by the 20th of next month, rents on the 1st of every month.
                 ^^^^^^^^^^^^^^^^^^^^^^ figure date bound=at_most resolved=2019-07-20
                                                  ^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=XXXX-XX-01
",
        );
    }

    #[test]
    fn ranks_are_no_days() {
        figures_at(
            "2019-06-18",
            "
Pike made a birdie on the 15th and slept on the 3rd floor.
                          ^^^^ figure ordinal value=15
                                                ^^^ figure ordinal value=3 counted=[floor]
Doors stuck on the sixth and seventh decks; duty is due on the first £400 of wages and on the 2nd US barge.
                   ^^^^^ figure ordinal value=6 counted=[decks]
                             ^^^^^^^ figure ordinal value=7 counted=[decks]
                                                               ^^^^^ figure ordinal value=1
                                                                     ^^^^ figure money value=400 unit=GBP counted=[wages]
                                                                                              ^^^ figure ordinal value=2 counted=[US barge]
",
        );
    }
}
