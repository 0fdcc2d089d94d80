//! From one time to another: "between April 2014 and March this year", "from 1983 to 1987",
//! "11 to 13 September", "since 2010".

use super::{
    calendar::Moment,
    edges, number,
    phrase::{self, Phrase, Time},
    years,
};
use crate::{
    extract::Extractor,
    types::{Document, Figure, Tags, TokenKind},
};

/// Periods between two times.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.period",
    source: include_str!("period.rs"),
    anchors: Tags::MONTH.with(Tags::DIGITS).with(Tags::WEEKDAY).with(Tags::TIME_UNIT).with(Tags::DAY_WORD),
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The period whose first time is read from the token at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    if let Some(phrase) = days_of_month(document, at) {
        return Some(phrase);
    }
    // Most times are followed by nothing that continues them; this test is cheap.
    let joint = (at + 1..at + 5).find(|&at| is_joint(document, at))?;
    if !super::may_start_at(document, joint + 1) {
        return None;
    }
    let first = super::ending_at(document, joint)?;
    let second = super::starting_at(document, joint + 1)?;
    if is_dateline_dash(document, joint, &first, &second) {
        return None;
    }
    let opener = first.tokens.start.checked_sub(1).filter(|&at| edges::is_any(document, at, &["between", "from"]));
    let between = document.is(joint, "and");
    if between != opener.is_some_and(|at| document.is(at, "between")) && between {
        return None;
    }
    let (from, to) = running(document, &first.time, &second.time).or_else(|| ends(&first.time, &second.time))?;
    // "From Monday through Friday": the second day is the next after the first.
    let weekdays =
        [&first, &second].iter().all(|day| day.tokens.clone().any(|at| document.tags(at).any(Tags::WEEKDAY)));
    let to = if weekdays && is_week_before(from, to) { to.later(7)? } else { to };
    // Without an opening word only two times of the same kind make a period: not "down Friday to January's level".
    let like = std::mem::discriminant(&from) == std::mem::discriminant(&to);
    if opener.is_none() && !like {
        return None;
    }
    let (from, to) = (Some(from), Some(to));
    Some(Phrase::new(opener.unwrap_or(first.tokens.start)..second.tokens.end, Time::Between(from, to)))
}

/// Whether a dash between spaces separates a date from a following day without one: "Tarn, 4 May 2024 - Friday's
/// storm".
fn is_dateline_dash(document: &Document, joint: usize, first: &Phrase, second: &Phrase) -> bool {
    let dash = document.tokens[joint].kind == TokenKind::Dash && !document.is_glued(joint);
    let dated = |phrase: &Phrase| phrase.tokens.clone().any(|at| document.tags(at).any(Tags::MONTH));
    let only_named = !second.tokens.clone().any(|at| document.tags(at).any(Tags::MONTH | Tags::DIGITS));
    dash && dated(first) && only_named
}

/// Two days of the month at `at`: `11 to 13 September`, `September 11-13, 2015`.
fn days_of_month(document: &Document, at: usize) -> Option<Phrase> {
    if !document.tags(at).any(Tags::MONTH) {
        return None;
    }
    let date = super::date_of_month(document, at)?;
    let Moment::Day(day) = date.time.moment()? else { return None };
    let (other, tokens) = day_before(document, &date.tokens).or_else(|| day_behind(document, at, &date))?;
    let before = tokens.start < date.tokens.start;
    let year = if before { None } else { years::behind(document, tokens.end) };
    let (day, tokens) = match year {
        Some((year, end)) => (jiff::civil::Date::new(year, day.month(), day.day()).ok()?, tokens.start..end),
        None => (day, tokens),
    };
    let other = jiff::civil::Date::new(day.year(), day.month(), other).ok()?;
    // "Lost 30-7 Oct. 19" is a score.
    if before == (other >= day) {
        return None;
    }
    let tokens = tokens
        .start
        .checked_sub(1)
        .filter(|&before| edges::is_any(document, before, &["from", "between"]))
        .unwrap_or(tokens.start)..tokens.end;
    if date.time.resolved().is_none() && year.is_none() {
        return Some(Phrase::new(tokens, Time::Unplaced));
    }
    let (first, last) = (day.min(other), day.max(other));
    Some(Phrase::new(tokens, Time::Between(Some(Moment::Day(first)), Some(Moment::Day(last)))))
}

/// The day before the date: `11 to`.
fn day_before(document: &Document, date: &std::ops::Range<usize>) -> Option<(i8, std::ops::Range<usize>)> {
    // "From the 3rd to the 9 of May".
    let joint = date.start.checked_sub(1)?;
    let joint = if document.is(joint, "the") { joint.checked_sub(1)? } else { joint };
    let joint = Some(joint).filter(|&at| is_joint(document, at))?;
    let last = joint.checked_sub(1)?;
    let suffixed = last.checked_sub(1).filter(|&at| number::ordinal(document, at).is_some_and(|(_, end)| end == joint));
    let start = suffixed.unwrap_or(last);
    let (day, _) = number::ordinal(document, start).or_else(|| Some((number::digits(document, start)?, joint)))?;
    let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
    Some((day, edges::determiner(document, start)..date.end))
}

/// The day after a date without a year: `to 13`, `-13, 2015`.
fn day_behind(document: &Document, month: usize, date: &Phrase) -> Option<(i8, std::ops::Range<usize>)> {
    let joint = date.tokens.end;
    if !matches!(date.time, Time::Yearless { .. }) || date.tokens.end <= month + 1 || !is_joint(document, joint) {
        return None;
    }
    let next = joint + 1 + usize::from(document.is(joint + 1, "the"));
    let (day, end) = number::ordinal(document, next).or_else(|| Some((number::digits(document, next)?, next + 1)))?;
    let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
    let open = document.tags(end).any(Tags::MONTH | Tags::DAY_PART)
        || document.is(joint, "and") && !is_next_day(document, date, day, end);
    (!open).then_some((day, date.tokens.start..end))
}

/// Whether the number after the `and` is the next day, without a noun after it: "On August 6 and 7".
fn is_next_day(document: &Document, date: &Phrase, day: i8, end: usize) -> bool {
    let first = date.time.moment().and_then(Moment::first_day);
    let closed = edges::is_closed(document, end) || document.ends_in(end, "ed");
    closed && first.is_some_and(|first| first.day() + 1 == day)
}

fn is_joint(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::LINK)
}

/// Both ends; an end without a year takes it from the other.
fn ends(first: &Time, second: &Time) -> Option<(Moment, Moment)> {
    let (from, to) = (first.moment()?, second.moment()?);
    match (first, second) {
        (Time::Yearless { .. }, Time::At(_)) => Some((up_to(from, to)?, to)),
        (Time::At(_), Time::Yearless { .. }) => Some((from, on_from(to, from)?)),
        (Time::Yearless { known, .. }, Time::Yearless { .. }) => known.then_some((up_to(from, to)?, to)),
        _ => Some((from, to)),
    }
}

/// The period of two months or days without a year that contains the dateline: "Between May and October" written in
/// July.
fn running(document: &Document, first: &Time, second: &Time) -> Option<(Moment, Moment)> {
    let (Time::Yearless { moment: from, .. }, Time::Yearless { moment: to, .. }) = (first, second) else { return None };
    let dateline = document.dateline?;
    let from = up_to(*from, Moment::Day(dateline))?;
    let to = on_from(*to, from)?;
    (to.unit() == from.unit() && dateline <= to.later(1)?.first_day()?.yesterday().ok()?).then_some((from, to))
}

/// Whether both are days, the second less than a week before the first.
fn is_week_before(from: Moment, to: Moment) -> bool {
    let (Moment::Day(from), Moment::Day(to)) = (from, to) else { return false };
    from > to && from.since(to).is_ok_and(|length| length.get_days() < 7)
}

/// The stretch in the last year in which it is not after `end`.
fn up_to(stretch: Moment, end: Moment) -> Option<Moment> {
    let year = end.year()?;
    let same = stretch.in_year(year)?;
    if same.first_day()? <= end.first_day()? { Some(same) } else { stretch.in_year(year - 1) }
}

/// The stretch in the first year in which it is not before `start`.
fn on_from(stretch: Moment, start: Moment) -> Option<Moment> {
    let year = start.year()?;
    let same = stretch.in_year(year)?;
    if same.first_day()? >= start.first_day()? { Some(same) } else { stretch.in_year(year + 1) }
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn both_ends_are_taken_in() {
        figures_at(
            "2015-09-23",
            "
Between April 2014 and March this year the kiln ran hot.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2014-04/2015-03
",
        );
    }

    #[test]
    fn what_goes_on_now() {
        figures_at(
            "2015-09-23",
            "
The reeve hopes to see 40 oaks planted between May and October.
                       ^^ figure count value=40 counted=[oaks]
                                       ^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-05/2015-10
",
        );
    }

    #[test]
    fn ends_share_month_and_year() {
        figures_at(
            "2015-09-23",
            "
It shut between April 2014 and March this year.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2014-04/2015-03
It ran from April to June in 2017 and on 11 to 13 September.
       ^^^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2017-04/2017-06
                                         ^^^^^^^^^^^^^^^^^^ figure date resolved=2015-09-11/2015-09-13
",
        );
    }

    #[test]
    fn a_dash_behind_a_dateline_joins_nothing() {
        figures_at(
            "2024-05-04",
            "
The ferry of Tarn, 4 May 2024 - Friday's storm felled it.
                   ^^^^^^^^^^ figure date resolved=2024-05-04
                                ^^^^^^ figure date resolved=2024-05-03
",
        );
    }

    #[test]
    fn days_with_articles() {
        figures_at(
            "2015-09-23",
            "
Goats were shorn from the 3rd to the 9 of May in Tarn.
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-05-03/2015-05-09
",
        );
    }

    #[test]
    fn one_day_and_the_next() {
        figures_at(
            "2015-09-23",
            "
The fair on August 6 and 7 raised £3m; on August 6 and 12 goats bleated.
            ^^^^^^^^^^^^^^ figure date resolved=2015-08-06/2015-08-07
                                  ^^^ figure money value=3000000 unit=GBP
                                          ^^^^^^^^ figure date resolved=2015-08-06
                                                       ^^ figure count value=12 counted=[goats]
",
        );
    }

    #[test]
    fn unlike_neighbours_are_no_period() {
        figures_at(
            "2015-09-23",
            "
Takings fell on Friday and in August.
                ^^^^^^ figure date resolved=2015-09-18
                              ^^^^^^ figure date resolved=2015-08
",
        );
    }

    #[test]
    fn days_before_their_year() {
        figures_at(
            "2016-05-11",
            "
The fair ran on October 3-14, 2014, and from May 6 to 9, 2013.
                ^^^^^^^^^^^^^^^^^^ figure date resolved=2014-10-03/2014-10-14
                                        ^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2013-05-06/2013-05-09
",
        );
    }

    #[test]
    fn weekdays_in_order() {
        figures_at(
            "2015-09-23",
            "
The fair ran from Monday through Friday, Tuesday to Thursday.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-09-21/2015-09-25
                                         ^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-09-22/2015-09-24
",
        );
    }
}
