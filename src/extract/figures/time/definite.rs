//! A stretch that "the" points to: "the quarter", "by the end of the year", "at the weekend", "the latest quarter".

use super::{
    calendar::Moment,
    context, edges,
    length::Length,
    phrase::{self, Phrase, Time},
    tense,
};
use crate::{
    extract::Extractor,
    grammar::kinds,
    lexicon::{LEXICON, Tense, TimeUnit, TimeWord},
    types::{Document, Figure, Tags},
};
use rust_decimal::Decimal;

/// Stretches named by their unit alone.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.definite",
    source: include_str!("definite.rs"),
    anchors: Tags::TIME_UNIT,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

const ADJECTIVES: &[&str] = &["latest", "full", "fiscal", "financial", "entire", "whole", "calendar"];

/// The stretch whose unit is at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    let &TimeWord::Unit(unit) = LEXICON.times.get(document.tokens[at].word)? else { return None };
    let named = matches!(
        unit,
        TimeUnit::Year | TimeUnit::Quarter | TimeUnit::Month | TimeUnit::Week | TimeUnit::Weekend | TimeUnit::Day
    );
    if !named || document.ends_in(at, "s") {
        return None;
    }
    if let Some(end) = year_end(document, at, unit) {
        return Some(Phrase::new(at..end, placed(document, at, unit)));
    }
    let adjective = at.checked_sub(1).filter(|&before| edges::is_any(document, before, ADJECTIVES)).unwrap_or(at);
    let the = adjective.checked_sub(1).filter(|&before| document.is(before, "the"))?;
    let start = edges::lead(document, the);
    // "Player of the year", "the day after", "the week of the vote" are not dates.
    let title = start == the && the.checked_sub(1).is_some_and(|before| document.is(before, "of"));
    if title
        || (unit == TimeUnit::Day && start == the)
        || edges::is_any(document, at + 1, &["of", "old", "-", "after", "before", "ahead", "previous", "following"])
    {
        return None;
    }
    if edges::is_any(document, at + 1, &["ended", "ending"]) {
        return Some(Phrase::new(start..at + 1, Time::Length(Length::exactly(Decimal::ONE, unit))));
    }
    // "The year he died", "the month when it burned": an event determines them.
    let clause = document.tags(at + 1).any(Tags::PRONOUN) || document.is(at + 1, "when");
    let told = clause && start == the && matches!(unit, TimeUnit::Year | TimeUnit::Month);
    Some(Phrase::new(start..at + 1, if told { Time::Unplaced } else { placed(document, at, unit) }))
}

/// The token after the end of a year: "By year-end", "at year end".
fn year_end(document: &Document, at: usize, unit: TimeUnit) -> Option<usize> {
    let before = at
        .checked_sub(1)
        .filter(|&before| edges::is_any(document, before, &["at", "before", "by", "since", "until"]))?;
    let end = at + 1 + usize::from(kinds::is_dash(document, at + 1));
    (before < at && unit == TimeUnit::Year && document.is(end, "end")).then_some(end + 1)
}

fn placed(document: &Document, at: usize, unit: TimeUnit) -> Time {
    let quarter = |moment| if let Moment::Quarter(..) = moment { Some(moment) } else { None };
    let moment = match unit {
        TimeUnit::Quarter => {
            context::nearest(document, at, quarter).or_else(|| Moment::containing(document.dateline?, unit)?.later(-1))
        }
        TimeUnit::Day => context::day(document, at).map(Moment::Day),
        TimeUnit::Weekend => weekend(document, at),
        _ => document.dateline.and_then(|day| Moment::containing(day, unit)),
    };
    moment.map_or(Time::Unplaced, Time::At)
}

/// The weekend of the dateline's week; before it has begun, a past event belongs to the weekend before.
fn weekend(document: &Document, at: usize) -> Option<Moment> {
    let dateline = document.dateline?;
    let ahead = dateline.weekday().to_monday_one_offset() < 6;
    let past = tense::of(document, &(at..at + 1)) == Some(Tense::Past);
    Moment::Weekend(dateline).later(if ahead && past { -1 } else { 0 })
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn the_stretch_is_the_datelines() {
        figures_at(
            "2015-09-23",
            "
It will close by the end of the year. She was named player of the year.
                 ^^^^^^^^^^^^^^^^^^^ figure date bound=at_most resolved=2015
",
        );
    }

    #[test]
    fn stretches_told_by_what_happened() {
        figures_at(
            "2015-09-23",
            "
She painted it the year she sailed, and sold it later in the year.
               ^^^^^^^^ figure date
                                                ^^^^^^^^^^^^^^^^^ figure date resolved=2015
",
        );
    }

    #[test]
    fn the_end_of_a_stretch_is_told_by_the_stretch() {
        figures_at(
            "2015-09-23",
            "
It will open by the end of the week. The fair was held over the weekend.
                ^^^^^^^^^^^^^^^^^^^ figure date bound=at_most resolved=2015-W39
                                                            ^^^^^^^^^^^ figure date resolved=2015-W38-WE
",
        );
    }
}
