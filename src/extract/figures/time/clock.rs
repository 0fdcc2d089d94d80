//! A time of day, with its day and time zone where they are stated: "3.15pm on Tuesday", "15:00 GMT",
//! "00:01, 23 September 2015", "noon", "half past six".

use super::{
    calendar::Moment,
    context, edges,
    phrase::{self, Phrase, Time},
    time_of_day,
};
use crate::{
    extract::Extractor,
    types::{BlockKind, Document, Figure, Tags},
};

/// Times of day.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.clock",
    source: include_str!("clock.rs"),
    anchors: Tags::DIGITS.with(Tags::DAY_PART).with(Tags::FRACTION).with(Tags::NUMBER_WORD),
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The time of day that begins at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    if !is_likely(document, at) {
        return None;
    }
    let clock = time_of_day::at(document, at)?;
    // "8 tonight": the day makes a bare number a time.
    let bare = !clock.stated && (document.is(clock.end, "tonight") || document.is(clock.end, "tomorrow"));
    if !clock.stated && !bare {
        return None;
    }
    let beside = time_of_day::day_beside(document, at..clock.end);
    if !clock.half && clock.zone.is_empty() && beside.is_none() && is_running_time(document, at, clock.end) {
        return None;
    }
    let (day, tokens) = beside.unwrap_or_else(|| (context::day(document, at), at..clock.end));
    let clock = if is_late(document, &tokens) { clock.in_the_evening() } else { clock };
    let time = match day {
        // The line that dates the article stands for its day.
        Some(day) if document.block_of(at).kind == BlockKind::Dateline => Time::At(Moment::Day(day)),
        _ => Time::OfDay(day, clock.clock()),
    };
    Some(Phrase::new(tokens, time))
}

/// Whether a word or mark near the number speaks of the clock or the day: most numbers are cheaper to tell by that
/// than to read.
fn is_likely(document: &Document, at: usize) -> bool {
    const NEAR: Tags = Tags::CLOCK.with(Tags::DAY_PART);
    (at..at + 5).any(|at| document.tags(at).any(NEAR)) || document.tags(at + 1).any(Tags::DAY_WORD)
}

/// Whether words of the phrase say that its hour lies behind noon: "8 tonight", "5 tomorrow afternoon".
fn is_late(document: &Document, tokens: &std::ops::Range<usize>) -> bool {
    tokens.clone().any(|at| edges::is_any(document, at, &["tonight", "afternoon", "evening"]))
}

/// "1:29 Police respond to": the length of a film before its title, as pages list them.
fn is_running_time(document: &Document, at: usize, end: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let title = document.tags(end).any(Tags::CAPITALISED) && !document.tags(end).any(Tags::UPPERCASE);
    document.is(at + 1, ":") && title && !document.tags(before).any(Tags::PREPOSITION | Tags::ADVERB | Tags::AUXILIARY)
}

#[cfg(test)]
mod tests {
    use crate::testing::{figures, figures_at};

    #[test]
    fn times_take_their_day() {
        figures_at(
            "2015-09-23",
            "
He rose at 3.15am.
           ^^^^^^ figure date resolved=2015-09-23T03:15
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

    #[test]
    fn six_in_the_evening_is_no_length() {
        figures_at(
            "2015-09-23",
            "
The gates shut at 6pm.
                  ^^^ figure date resolved=2015-09-23T18:00
",
        );
    }
}
