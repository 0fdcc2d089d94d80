//! A phrase of time: its tokens, its meaning, and the resulting fact.

use std::ops::Range;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{calendar::Moment, length::Length};
use crate::types::{Document, Fact, Figure, FigureKind};

/// A reading of some tokens as a time.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    pub tokens: Range<usize>,
    pub time: Time,
    /// The stated duration: all of a duration, or the distance of "two weeks ago".
    pub length: Option<Length>,
}

/// The meaning of a phrase of time.
#[derive(Debug, Clone, PartialEq)]
pub enum Time {
    /// A stretch of the calendar; its year is stated or counted from the dateline.
    At(Moment),
    /// A stretch without a stated year, in the year that the dateline and the tense suggest; `known` is whether there
    /// was a dateline.
    Yearless { moment: Moment, known: bool },
    /// From the first to the second, both included; `None` is an open end.
    Between(Option<Moment>, Option<Moment>),
    /// A time within a day; the day is `None` if it is unknown.
    OfDay(Option<Date>, Clock),
    /// From the first to the second time of a day.
    Hours(Option<Date>, Clock, Clock),
    /// A duration.
    Length(Length),
    /// A repetition, as in TIMEX3: `P1W`, `XXXX-WXX-2`.
    Every(String),
    /// `PAST_REF`, `PRESENT_REF` or `FUTURE_REF`.
    Reference(&'static str),
    /// A date that nothing in the article determines.
    Unplaced,
}

impl Time {
    /// A day, if one is known.
    pub fn on(day: Option<Date>) -> Time {
        day.map_or(Time::Unplaced, |day| Time::At(Moment::Day(day)))
    }
}

/// A time within a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// 0 to 24, 0 to 59, and the offset from UTC, empty if none is stated.
    At { hour: i8, minute: i8, zone: &'static str },
    /// A part of the day as in TIMEX3: `MO`, `NI`.
    Part(&'static str),
}

impl Clock {
    /// `2015-09-23T15:30`, `2015-09-23TMO`; without a day `T15:30`.
    fn iso(self, day: Option<Date>) -> String {
        let day = day.map(|day| day.to_string()).unwrap_or_default();
        match self {
            Clock::At { hour, minute, zone } => format!("{day}T{hour:02}:{minute:02}{zone}"),
            Clock::Part(part) => format!("{day}T{part}"),
        }
    }
}

impl Phrase {
    /// The phrase at these tokens.
    pub fn new(tokens: Range<usize>, time: Time) -> Self {
        let length = if let Time::Length(length) = time { Some(length) } else { None };
        Self { tokens, time, length }
    }

    /// The phrase as a fact found by `rule`.
    pub fn fact(self, document: &Document, rule: &'static str) -> Fact<Figure> {
        let mut figure = Figure { kind: FigureKind::Date, step: Decimal::ONE, ..Figure::default() };
        if let Time::Length(_) = self.time {
            figure.kind = FigureKind::Duration;
        }
        if let Some(length) = self.length {
            figure.value = length.value();
            (figure.low, figure.high) = (length.low, length.high);
            figure.unit = Some(length.unit.name());
        }
        figure.resolved = self.time.resolved();
        Fact {
            span: document.span(self.tokens.clone()),
            sentence: document.tokens[self.tokens.start].sentence,
            rule,
            confidence: 0.9,
            detail: figure,
        }
    }
}

impl Time {
    /// ISO 8601, or TIMEX3 where ISO has no form; `None` where the time is unknown.
    pub fn resolved(&self) -> Option<String> {
        match self {
            Time::At(moment) | Time::Yearless { moment, known: true } => Some(moment.iso()),
            Time::Yearless { .. } | Time::Unplaced => None,
            Time::Between(from, to) => Some(format!("{}/{}", end(*from), end(*to))),
            Time::OfDay(None, Clock::Part(_)) => None,
            Time::Hours(day, from, to) => Some(format!("{}/{}", from.iso(*day), to.iso(*day))),
            Time::OfDay(day, clock) => Some(clock.iso(*day)),
            Time::Every(often) => Some(often.clone()),
            Time::Length(length) => length.iso(),
            Time::Reference(name) => Some((*name).to_owned()),
        }
    }

    /// The stretch of the calendar, guessed or not, if it is one.
    pub fn moment(&self) -> Option<Moment> {
        match self {
            Time::At(moment) | Time::Yearless { moment, .. } => Some(*moment),
            _ => None,
        }
    }
}

fn end(moment: Option<Moment>) -> String {
    moment.map_or_else(|| "..".to_owned(), Moment::iso)
}

/// Adds the fact of a rule's reading, if there is one.
pub fn push(rule: &'static str, document: &Document, phrase: Option<Phrase>, found: &mut Vec<Fact<Figure>>) {
    found.extend(phrase.map(|phrase| phrase.fact(document, rule)));
}
