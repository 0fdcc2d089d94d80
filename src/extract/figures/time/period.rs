//! From one time to another: "between April 2014 and March this year", "from 1983 to 1987",
//! "11 to 13 September", "since 2010".

use super::{
    calendar::Moment,
    edges,
    phrase::{self, Phrase, Time},
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
    // Most times are not followed by anything that goes on: that is the cheap question.
    let joint = (at + 1..at + 5).find(|&at| is_joint(document, at))?;
    let first = super::ending_at(document, joint)?;
    let second = super::starting_at(document, joint + 1)?;
    let opener = first.tokens.start.checked_sub(1).filter(|&at| edges::is_any(document, at, &["between", "from"]));
    let between = document.is(joint, "and");
    if between != opener.is_some_and(|at| document.is(at, "between")) && between {
        return None;
    }
    let (from, to) = ends(&first.time, &second.time)?;
    // Without an opener only like and like make a period: not "down Friday to January's level".
    let like = std::mem::discriminant(&from) == std::mem::discriminant(&to);
    if opener.is_none() && !like {
        return None;
    }
    let (from, to) = (Some(from), Some(to));
    Some(Phrase::new(opener.unwrap_or(first.tokens.start)..second.tokens.end, Time::Between(from, to)))
}

fn is_joint(document: &Document, at: usize) -> bool {
    edges::is_any(document, at, &["and", "to", "until", "till", "through"])
        || document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Dash)
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

/// The stretch in the last year in which it does not lie after `end`.
fn up_to(stretch: Moment, end: Moment) -> Option<Moment> {
    let year = end.year()?;
    let same = stretch.in_year(year)?;
    if same.first_day()? <= end.first_day()? { Some(same) } else { stretch.in_year(year - 1) }
}

/// The stretch in the first year in which it does not lie before `start`.
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
}
