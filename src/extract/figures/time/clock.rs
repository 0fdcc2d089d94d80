//! A time of day, with its day and time zone where they are stated: "3.15pm on Tuesday", "15:00 GMT",
//! "00:01, 23 September 2015", "noon", "6 o'clock".

use jiff::civil::Date;

use super::{
    calendar::Moment,
    context, edges,
    phrase::{self, Clock, Phrase, Time},
};
use crate::{
    extract::Extractor,
    lexicon::{LEXICON, TimeWord},
    types::{BlockKind, Document, Figure, Tags, TokenKind},
};

/// Times of day.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.clock",
    source: include_str!("clock.rs"),
    anchors: Tags::DIGITS.with(Tags::DAY_PART),
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The time of day that begins at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    let (clock, end) = clock_at(document, at)?;
    let (day, tokens) = day_behind(document, at, end)
        .or_else(|| day_before(document, at, end))
        .unwrap_or_else(|| (context::day(document, at), at..end));
    let time = match day {
        // The line that dates the article stands for its day.
        Some(day) if document.block_of(at).kind == BlockKind::Dateline => Time::At(Moment::Day(day)),
        _ => Time::OfDay(day, clock),
    };
    Some(Phrase::new(tokens, time))
}

/// The time of day at `at` and the token behind it.
fn clock_at(document: &Document, at: usize) -> Option<(Clock, usize)> {
    if let Some(TimeWord::Hour(hour)) = word(document, at) {
        return Some((Clock::At { hour: *hour, minute: 0, zone: "" }, at + 1));
    }
    let (hour, minute, end) = digits(document, at)?;
    let (half, behind) = match word(document, end) {
        Some(TimeWord::HalfDay(half)) if (1..=12).contains(&hour) => (Some(*half), end + 1),
        _ => (None, end),
    };
    let oclock = document.is(behind, "o'clock") || document.is(behind, "o’clock");
    let behind = behind + usize::from(oclock);
    let (zone, behind) = match word(document, behind) {
        Some(TimeWord::Zone(zone)) if document.tags(behind).any(Tags::UPPERCASE) => (*zone, behind + 1),
        _ => ("", behind),
    };
    let hour = half.map_or(hour, |half| hour % 12 + half);
    let stated = half.is_some() || oclock || !zone.is_empty();
    let colon = end > at + 1 && !is_tally(document, at, end);
    ((stated || colon) && hour < 24).then_some((Clock::At { hour, minute: minute.unwrap_or(0), zone }, behind))
}

fn word(document: &Document, at: usize) -> Option<&'static TimeWord> {
    LEXICON.times.get(document.tokens.get(at)?.word)
}

/// `3`, `3:15`, `3.15`, `0800`: hour, minute, and the token behind.
fn digits(document: &Document, at: usize) -> Option<(i8, Option<i8>, usize)> {
    let text = document
        .tokens
        .get(at)
        .filter(|token| token.kind == TokenKind::Number)
        .map(|token| document.text(token.span))?;
    let small = |text: &str, limit: i8| text.parse::<i8>().ok().filter(|number| (0..limit).contains(number));
    if let Some((hour, minute)) = text.split_once('.') {
        let minute = small(minute, 60).filter(|_| minute.len() == 2)?;
        return Some((small(hour, 25)?, Some(minute), at + 1));
    }
    if document.is(at + 1, ":")
        && document.is_glued(at)
        && document.is_glued(at + 1)
        && document.tags(at + 2).any(Tags::DIGITS)
    {
        let minute = document.word(at + 2);
        return Some((small(text, 25)?, Some(small(minute, 60).filter(|_| minute.len() == 2)?), at + 3));
    }
    if text.len() == 4 {
        return Some((small(&text[..2], 25)?, Some(small(&text[2..], 60)?), at + 1));
    }
    Some((small(text, 25)?, None, at + 1))
}

/// `in 3:45`, `2:05:13`, `by 3:20 minutes`: a time that was needed, not a time of day.
fn is_tally(document: &Document, at: usize, end: usize) -> bool {
    let needed = at.checked_sub(1).is_some_and(|before| edges::is_any(document, before, &["in", "of", ":", "/"]));
    let longer = document.is_glued(end - 1)
        && edges::is_any(document, end, &[":", "/", "."])
        && document.tags(end + 1).any(Tags::DIGITS);
    needed || longer
}

/// `3pm on Tuesday`, `00:01, 23 September 2015`.
fn day_behind(document: &Document, at: usize, end: usize) -> Option<(Option<Date>, std::ops::Range<usize>)> {
    let from = end + usize::from(edges::is_any(document, end, &["on", ","]));
    let phrase = super::starting_at(document, from).filter(|phrase| phrase.tokens.start >= end)?;
    let day = day_of(&phrase)?;
    Some((day, at..phrase.tokens.end))
}

/// `Tuesday at 3pm`, `tomorrow, 3pm`.
fn day_before(document: &Document, at: usize, end: usize) -> Option<(Option<Date>, std::ops::Range<usize>)> {
    let word = at.checked_sub(1)?;
    let to = if edges::is_any(document, word, &["at", ",", "around", "about", "by"]) { word } else { at };
    let phrase = super::ending_at(document, to)?;
    let day = day_of(&phrase)?;
    Some((day, phrase.tokens.start..end))
}

/// The day the phrase is, if it is one.
fn day_of(phrase: &Phrase) -> Option<Option<Date>> {
    match phrase.time {
        Time::At(Moment::Day(day)) | Time::Yearless { moment: Moment::Day(day), known: true } => Some(Some(day)),
        Time::Unplaced => Some(None),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{figures, figures_at};

    #[test]
    fn times_take_their_day() {
        figures_at(
            "2015-09-23",
            "
Doors will open at 7.30pm on Friday. The bell rang at noon Tuesday.
                   ^^^^^^^^^^^^^^^^ figure date resolved=2015-09-25T19:30
                                                      ^^^^^^^^^^^^ figure date resolved=2015-09-22T12:00
",
        );
        figures(
            "
Tram line shut
00:01, 23 September 2015
^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-09-23
",
        );
    }
}
