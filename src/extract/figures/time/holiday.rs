//! A holiday, with its year where one is stated: "Christmas Day", "last Easter", "Thanksgiving 2014", and its weekend:
//! "Labor Day weekend".

use jiff::civil::Date;

use super::{
    calendar::Moment,
    direction::{self, Direction},
    edges, guess,
    phrase::{self, Phrase, Time},
    years,
};
use crate::{
    extract::Extractor,
    grammar::kinds,
    lexicon::{Holiday, LEXICON},
    types::{Document, Figure, Tags, TokenKind},
};

/// Holidays.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.holiday",
    source: include_str!("holiday.rs"),
    anchors: Tags::TIME_CUE,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The holiday whose first word is at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    let (holiday, name_end) = named(document, at)?;
    let is_weekend = document.is(name_end, "weekend");
    let end = name_end + usize::from(is_weekend);
    let time = |day: Option<Date>| {
        if is_weekend {
            day.and_then(|day| weekend(document, at, day)).unwrap_or(Time::Unplaced)
        } else {
            Time::on(day)
        }
    };
    let behind = end + usize::from(edges::is_any(document, end, &["of", "in", ","]));
    if let Some((year, end)) = years::digits(document, behind) {
        return Some(Phrase::new(edges::lead(document, at)..end, time(holiday.day(year))));
    }
    let direction = at.checked_sub(1).and_then(|before| direction::at(document, before));
    let start = if direction.is_some() { at - 1 } else { edges::lead(document, at) };
    // "The Christmas tree" is not a date.
    if holiday.words.len() == 1 && !is_weekend && direction.is_none() && !is_placed(document, start, end) {
        return None;
    }
    let day = document.dateline.and_then(|dateline| match direction {
        Some(Direction::Last | Direction::Before) => latest(holiday, dateline.yesterday().ok()?),
        Some(Direction::Next | Direction::After) => next(holiday, dateline.tomorrow().ok()?),
        Some(_) => holiday.day(dateline.year()),
        None => guess::nearest_year(document, &(start..end), |year| holiday.day(year)),
    });
    Some(Phrase::new(start..end, time(day)))
}

/// The longest name that starts at `at`, and the token after it; possessive endings are not part of names.
fn named(document: &Document, at: usize) -> Option<(&'static Holiday, usize)> {
    let names = LEXICON.holidays.all(document.tokens[at].word);
    let matches = |holiday: &'static Holiday| {
        let mut end = at + 1;
        for word in &holiday.words[1..] {
            let mark = document.tokens.get(end)?.kind;
            end += usize::from(matches!(
                mark,
                TokenKind::Possessive | TokenKind::Quotation | TokenKind::Mark | TokenKind::Dash
            ));
            if document.tokens.get(end)?.word != *word {
                return None;
            }
            end += 1;
        }
        Some((holiday, end))
    };
    names.iter().filter_map(matches).max_by_key(|(_, end)| *end)
}

/// Whether a preposition precedes the holiday and no noun follows it: "by Christmas", not "the Christmas lights", "for
/// Easter shoppers".
fn is_placed(document: &Document, start: usize, end: usize) -> bool {
    const BEFORE: &[&str] = &[
        "at", "by", "before", "after", "since", "until", "till", "over", "for", "on", "during", "around", "from",
        "every", "each",
    ];
    const CLOSED: Tags = Tags::PREPOSITION
        .with(Tags::CONJUNCTION)
        .with(Tags::AUXILIARY)
        .with(Tags::PRONOUN)
        .with(Tags::DETERMINER)
        .with(Tags::ADVERB)
        .with(Tags::RELATIVE);
    let noun = kinds::is_word(document, end) && !document.tags(end).any(CLOSED);
    !noun
        && !document.is(start, "the")
        && start.checked_sub(1).is_none_or(|before| edges::is_any(document, before, BEFORE))
}

/// The first and last day of a holiday's weekend, in days from the holiday, by its weekday from Monday on: the nearest
/// Saturday and Sunday, and the days off that join it.
const WEEKENDS: [(i32, i32); 7] = [(-2, 0), (-3, -2), (3, 4), (0, 3), (0, 2), (0, 1), (-1, 0)];

/// The weekend of the holiday whose name starts at `name`; that of Easter is from Good Friday to Monday.
fn weekend(document: &Document, name: usize, day: Date) -> Option<Time> {
    let weekday = day.weekday().to_monday_zero_offset();
    let (first, last) = if document.is(name, "easter") { (-2, 1) } else { WEEKENDS[usize::try_from(weekday).ok()?] };
    let moved = |days: i32| Moment::Day(day).later(days);
    Some(Time::Between(Some(moved(first)?), Some(moved(last)?)))
}

/// The last occurrence of the holiday up to `day`.
fn latest(holiday: &Holiday, day: Date) -> Option<Date> {
    let same = holiday.day(day.year())?;
    if same <= day { Some(same) } else { holiday.day(day.year() - 1) }
}

/// The first occurrence of the holiday from `day` on.
fn next(holiday: &Holiday, day: Date) -> Option<Date> {
    let same = holiday.day(day.year())?;
    if same >= day { Some(same) } else { holiday.day(day.year() + 1) }
}

#[cfg(test)]
mod tests {
    use crate::testing::{figures, figures_at};

    #[test]
    fn holidays_move_and_stay() {
        figures_at(
            "2015-09-23",
            "
It shut on Boxing Day and reopened last Easter beside a Christmas tree.
           ^^^^^^^^^^ figure date resolved=2014-12-26
                                   ^^^^^^^^^^^ figure date resolved=2015-04-05
",
        );
    }

    #[test]
    fn holidays_make_weekends() {
        figures_at(
            "2015-09-23",
            "
Ferries were full on Labor Day weekend and last Easter weekend.
                     ^^^^^^^^^^^^^^^^^ figure date resolved=2015-09-05/2015-09-07
                                           ^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-04-03/2015-04-06
They sail at Thanksgiving weekend 2014.
             ^^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2014-11-27/2014-11-30
",
        );
    }

    #[test]
    fn feasts_of_other_calendars() {
        figures_at(
            "2018-09-23",
            "
Shops shut for Yom Kippur and opened late on Eid al-Fitr.
               ^^^^^^^^^^ figure date resolved=2018-09-19
                                             ^^^^^^^^^^^ figure date resolved=2018-06-15
",
        );
    }

    #[test]
    fn feasts_by_the_moon() {
        figures(
            "
They met before Diwali 2019 and after Chinese New Year 2023.
                ^^^^^^^^^^^ figure date bound=less_than resolved=2019-10-27
                                      ^^^^^^^^^^^^^^^^^^^^^ figure date bound=more_than resolved=2023-01-22
",
        );
    }
}
