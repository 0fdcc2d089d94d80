//! The time mentioned before, to which "that year", "the year-ago quarter" and "at 3pm" refer.

use std::ops::Range;

use jiff::civil::Date;

use super::{calendar::Moment, phrase::Phrase, stated_at};
use crate::types::{Document, Tags};

/// Maximum number of tokens to look back.
const REACH: usize = 200;

/// Maximum number of tokens of a date with several heads: "Friday, 3 May 2014".
const WIDTH: usize = 6;

/// The last stretch mentioned before token `at` that `pick` accepts.
pub fn nearest<T>(document: &Document, at: usize, pick: fn(Moment) -> Option<T>) -> Option<T> {
    search(document, at.saturating_sub(REACH), at, pick)
}

/// As [`nearest`], within the sentence.
pub fn in_sentence<T>(document: &Document, at: usize, pick: fn(Moment) -> Option<T>) -> Option<T> {
    let first = document.sentence_tokens(at).start;
    search(document, first.max(at.saturating_sub(REACH)), at, pick)
}

/// The last stretch mentioned from token `first` on and before token `end`.
pub fn between(document: &Document, first: usize, end: usize) -> Option<Moment> {
    search(document, first, end, Some)
}

/// The last day mentioned before token `at`, else the dateline.
pub fn day(document: &Document, at: usize) -> Option<Date> {
    named_day(document, at).or(document.dateline)
}

/// The last day mentioned before token `at`.
pub fn named_day(document: &Document, at: usize) -> Option<Date> {
    let first = at.saturating_sub(REACH);
    // "It left on Tuesday and came back at 9pm": without a dateline it is unknown which Tuesday.
    let since = if document.dateline.is_some() { None } else { unplaced_weekday(document, first..at) };
    let day = |moment| if let Moment::Day(day) = moment { Some(day) } else { None };
    search(document, since.unwrap_or(first), at, day)
}

/// The day on which the last night mentioned before token `at` began, if no other day was mentioned since: "last
/// night", "Friday night", "overnight".
pub fn named_night(document: &Document, at: usize) -> Option<Date> {
    const DAYS: Tags = Tags::WEEKDAY.with(Tags::MONTH).with(Tags::DAY_WORD);
    let named = |&at: &usize| document.tags(at).any(DAYS) || document.is(at, "night");
    let last = (at.saturating_sub(REACH)..at).rev().find(named)?;
    let before = last.checked_sub(1)?;
    let eve = || document.dateline?.yesterday().ok();
    match () {
        () if document.is(last, "overnight") => eve(),
        () if !document.is(last, "night") => None,
        () if document.is(before, "last") => eve(),
        () if !document.tags(before).any(Tags::WEEKDAY) => None,
        () => match longest(document, before, last)?.time.moment()? {
            Moment::Day(day) => Some(day),
            _ => None,
        },
    }
}

/// Whether the last day mentioned before token `at` is a weekday alone, and not "Friday, 3 May".
pub fn is_behind_weekday(document: &Document, at: usize) -> bool {
    let named = |&at: &usize| document.tags(at).any(Tags::WEEKDAY.with(Tags::MONTH).with(Tags::DAY_WORD));
    let last = (at.saturating_sub(REACH)..at).rev().find(named);
    let dated = |weekday: usize| (weekday.saturating_sub(WIDTH)..weekday).any(|at| document.tags(at).any(Tags::MONTH));
    last.is_some_and(|last| document.tags(last).any(Tags::WEEKDAY) && !dated(last))
}

fn unplaced_weekday(document: &Document, tokens: Range<usize>) -> Option<usize> {
    let placed = |at| stated_at(document, at).any(|phrase| phrase.time.resolved().is_some());
    tokens.rev().find(|&at| document.tags(at).any(Tags::WEEKDAY) && !placed(at))
}

fn search<T>(document: &Document, first: usize, end: usize, pick: fn(Moment) -> Option<T>) -> Option<T> {
    const HEADS: Tags = Tags::MONTH
        .with(Tags::WEEKDAY)
        .with(Tags::DIGITS)
        .with(Tags::FRACTION)
        .with(Tags::TIME_UNIT)
        .with(Tags::DAY_WORD)
        .with(Tags::SEASON)
        .with(Tags::TIME_CUE)
        .with(Tags::NUMBER_WORD);
    let mut heads = (first..end).rev().filter(|&head| document.tags(head).any(HEADS));
    heads.find_map(|head| longest(document, head, end)?.time.moment().and_then(pick))
}

/// The longest resolved stretch around `head` that ends before token `end`: the year of "3 May 2014" is a stretch too.
fn longest(document: &Document, head: usize, end: usize) -> Option<Phrase> {
    let is_known = |phrase: &Phrase| phrase.tokens.end <= end && phrase.time.resolved().is_some();
    let last = stated_at(document, head).filter(is_known).max_by_key(|phrase| phrase.tokens.len())?;
    let around =
        (last.tokens.end.saturating_sub(WIDTH)..head).flat_map(|head| stated_at(document, head)).filter(is_known);
    let around = around.filter(|phrase| phrase.tokens.end >= last.tokens.end).max_by_key(|phrase| phrase.tokens.len());
    Some(around.unwrap_or(last))
}
