//! A weekday by its place in a month, and a day by its place in a week: "the first Monday of May", "the
//! last Friday in October 2014", "the week of 6 March", "the week beginning 4 February".

use jiff::civil::{Date, Weekday};

use super::{
    calendar::Moment,
    edges, number,
    phrase::{self, Phrase, Time},
};
use crate::{
    extract::Extractor,
    lexicon::{LEXICON, TimeUnit, TimeWord},
    types::{Document, Figure, Tags},
};

/// Days by their position in a month, and weeks by one of their days.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.nth_day",
    source: include_str!("nth_day.rs"),
    anchors: Tags::WEEKDAY.with(Tags::TIME_UNIT),
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The day whose weekday is at `at`, or the week whose unit is there.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    match LEXICON.times.get(document.tokens[at].word)? {
        TimeWord::Weekday(weekday) => nth(document, at, *weekday),
        TimeWord::Unit(TimeUnit::Week) => week_of(document, at),
        _ => None,
    }
}

/// The nth weekday of a month: `first Monday of May`.
fn nth(document: &Document, at: usize, weekday: i8) -> Option<Phrase> {
    // "They first wed in 2010".
    let short = document.tokens[at].span.len() < 4 && !document.tags(at).any(Tags::CAPITALISED);
    let before = at.checked_sub(1).filter(|_| !short)?;
    let rank = if document.is(before, "last") {
        -1
    } else {
        let (rank, end) = number::ordinal(document, before)?;
        i8::try_from(rank).ok().filter(|rank| (1..=5).contains(rank) && end == at)?
    };
    if !edges::is_any(document, at + 1, &["of", "in"]) {
        return None;
    }
    // "The second Tuesday of each month".
    if edges::is_any(document, at + 2, &["each", "every"]) && document.is(at + 3, "month") {
        let tokens = edges::determiner(document, before)..at + 4;
        return Some(Phrase::new(tokens, Time::Every("P1M".to_owned())));
    }
    let month = super::starting_at(document, at + 2)?;
    let tokens = edges::determiner(document, before)..month.tokens.end;
    let known = month.time.resolved().and(month.time.moment());
    let day = known.and_then(|moment| match moment {
        Moment::Month(year, month) => {
            let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
            Date::new(year, month, 1).ok()?.nth_weekday_of_month(rank, weekday).ok()
        }
        _ => None,
    });
    Some(Phrase::new(tokens, day.map_or(Time::Unplaced, |day| Time::At(Moment::Day(day)))))
}

/// The week of a day: `week of 6 March`, `week beginning 4 February`.
fn week_of(document: &Document, at: usize) -> Option<Phrase> {
    if !edges::is_any(document, at + 1, &["of", "beginning", "commencing", "starting"]) {
        return None;
    }
    let day = super::starting_at(document, at + 2)?;
    let Moment::Day(date) = day.time.moment()? else { return None };
    let time = day.time.resolved().map_or(Time::Unplaced, |_| Time::At(Moment::Week(date)));
    Some(Phrase::new(edges::determiner(document, at)..day.tokens.end, time))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn to_wed_is_no_day() {
        figures_at(
            "2015-09-23",
            "
They first wed in 2009.
                  ^^^^ figure date resolved=2009
",
        );
    }

    #[test]
    fn days_have_places_in_months() {
        figures_at(
            "2015-09-23",
            "
It met on the first Monday of May 2014 and in the week of 6 April.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2014-05-05
                                              ^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-W15
",
        );
    }
}
