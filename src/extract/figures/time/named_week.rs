//! The day of a week that is named next to it: "Monday of next week", "next week on Monday", "Friday last week".

use jiff::civil::Date;

use super::{
    calendar::{Moment, weekday_in_week_of},
    direction::{self, Direction},
};
use crate::types::Document;

/// The weekday in the week named at `at`, and the token after it: `of next week`, `last week`.
pub fn of_week(document: &Document, at: usize, weekday: i8) -> Option<(Option<Date>, usize)> {
    let pointer = at + usize::from(document.is(at, "of"));
    Some((in_week(document, pointer, weekday)?, pointer + 2))
}

/// The day in the week named before the weekday at `at`, and the first token: `next week on`, `last week`.
pub fn before(document: &Document, at: usize, weekday: i8) -> Option<(Option<Date>, usize)> {
    let on = at.checked_sub(1).filter(|&on| document.is(on, "on")).unwrap_or(at);
    let pointer = on.checked_sub(2)?;
    Some((in_week(document, pointer, weekday)?, pointer))
}

/// The weekday in the week that `pointer` and the next word name, counted from the dateline.
fn in_week(document: &Document, pointer: usize, weekday: i8) -> Option<Option<Date>> {
    if !document.is(pointer + 1, "week") {
        return None;
    }
    let weeks = match direction::at(document, pointer)? {
        Direction::Last => -1,
        Direction::This => 0,
        Direction::Next => 1,
        _ => return None,
    };
    Some(document.dateline.and_then(|dateline| {
        let Moment::Week(week) = Moment::Week(dateline).later(weeks)? else { return None };
        weekday_in_week_of(week, weekday)
    }))
}
