//! A duration as a stopwatch shows it: "won in 4:02.31", "a time of 2:05:31", "with 1:12 left".

use super::{
    edges,
    length::Length,
    phrase::{self, Phrase, Time},
    time_of_day,
};
use crate::{
    extract::Extractor,
    lexicon::{LEXICON, TimeUnit, TimeWord},
    types::{Document, Figure, Tags},
};
use rust_decimal::Decimal;

/// Durations that a stopwatch shows.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.stopwatch",
    source: include_str!("stopwatch.rs"),
    anchors: Tags::DIGITS,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The duration whose first number is at `at`.
fn read(document: &Document, at: usize) -> Option<Phrase> {
    if !is_colon(document, at + 1) || at > 0 && is_colon(document, at - 1) {
        return None;
    }
    let first = whole(document, at)?;
    let second = sexagesimal(document, at + 2)?;
    let exact = !second.is_integer() || document.word(at + 2).contains('.');
    let (seconds, end) = match third(document, at) {
        Some(third) if is_taken(document, at) => ((first * SIXTY + second) * SIXTY + third, at + 5),
        None if exact || time_of_day::is_left(document, at + 3) => (first * SIXTY + second, at + 3),
        _ => return None,
    };
    let next = document.tokens.get(end).and_then(|next| LEXICON.times.get(next.word));
    let clock = matches!(next, Some(TimeWord::HalfDay(_) | TimeWord::Zone(_)));
    (!clock).then(|| Phrase::new(at..end, Time::Length(Length::exactly(seconds.normalize(), TimeUnit::Second))))
}

const SIXTY: Decimal = Decimal::from_parts(60, 0, 0, false, 0);

fn is_colon(document: &Document, at: usize) -> bool {
    document.is(at, ":") && document.is_glued(at) && at > 0 && document.is_glued(at - 1)
}

fn whole(document: &Document, at: usize) -> Option<Decimal> {
    let word = document.word(at);
    (word.len() < 3).then(|| word.parse().ok())?
}

/// Two digits below sixty, with their fraction.
fn sexagesimal(document: &Document, at: usize) -> Option<Decimal> {
    let word = document.word(at);
    let two = word.len() == 2 || word.as_bytes().get(2) == Some(&b'.');
    word.parse().ok().filter(|&value: &Decimal| two && value < SIXTY)
}

/// The seconds after hours and minutes.
fn third(document: &Document, at: usize) -> Option<Decimal> {
    is_colon(document, at + 3).then(|| sexagesimal(document, at + 4))?
}

/// Whether three numbers are a duration, as they may also be a time of day: "In 2:05:31", "a time of 2:05:31".
fn is_taken(document: &Document, at: usize) -> bool {
    const BEFORE: &[&str] = &["clocked", "clocking", "in", "of", "ran", "running"];
    at.checked_sub(1).is_some_and(|before| edges::is_any(document, before, BEFORE))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn races_and_matches_are_timed() {
        figures_at(
            "2015-09-23",
            "
Ilka Moor rowed the mile in 4:02.31 and the lake in 1:05:31, home with 0:07 left.
                            ^^^^^^^ figure duration value=242.31 unit=second counted=[Ilka Moor] resolved=PT242.31S
                                                    ^^^^^^^ figure duration value=3931 unit=second counted=[Ilka Moor] resolved=PT3931S
                                                                       ^^^^ figure duration value=7 unit=second resolved=PT7S
",
        );
    }

    #[test]
    fn clocks_tell_the_hour() {
        figures_at(
            "2015-09-23",
            "
The lock shut at 4:02 and opened at 14:02:31 GMT.
                 ^^^^ figure date resolved=2015-09-23T04:02
                                    ^^^^^^^^^^^^ figure date resolved=2015-09-23T14:02Z
",
        );
    }
}
