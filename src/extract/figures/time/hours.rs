//! From one time of day to another: "from 9am to 5pm", "between 10 and 11.30pm on Friday", "3-8pm".

use super::{
    context, edges,
    phrase::{self, Phrase, Time},
    time_of_day::{self, TimeOfDay},
};
use crate::{
    extract::Extractor,
    grammar::kinds,
    types::{Document, Figure, Tags},
};

/// Periods within a day.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.hours",
    source: include_str!("hours.rs"),
    anchors: Tags::DIGITS.with(Tags::DAY_PART),
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The period whose first time starts at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    // For most numbers, looking at what is near them is cheaper than reading them.
    let near = |tags: Tags| (at..at + 6).any(|at| document.tags(at).any(tags));
    if !near(Tags::LINK) || !near(Tags::CLOCK.with(Tags::DAY_PART)) {
        return None;
    }
    let first = time_of_day::at(document, at)?;
    // "Updated May 5, 2016 - 4:20 PM": the year of a date.
    if !first.stated && document.tokens[at].span.len() == 4 && super::ending_at(document, at + 1).is_some() {
        return None;
    }
    let dash = kinds::is_dash(document, first.end);
    if !dash && !edges::is_any(document, first.end, &["to", "and", "until", "till"]) {
        return None;
    }
    let second_at = first.end + 1;
    let second = time_of_day::at(document, second_at)?;
    let opener = at.checked_sub(1).filter(|&before| edges::is_any(document, before, &["from", "between"]));
    let and = document.is(first.end, "and");
    if !second.stated || (and && !opener.is_some_and(|at| document.is(at, "between"))) {
        return None;
    }
    let tokens = opener.unwrap_or(at)..second.end;
    let (day, tokens) =
        time_of_day::day_beside(document, tokens.clone()).unwrap_or_else(|| (context::day(document, at), tokens));
    let late = tokens.clone().any(|at| edges::is_any(document, at, &["tonight", "afternoon", "evening"]));
    let (first, second) = if late { (first.in_the_evening(), second.in_the_evening()) } else { (first, second) };
    // "Between 07:00 and 19:00": a 24-hour clock distinguishes the halves of the day.
    let whole = document.word(second_at).split([':', '.']).next().and_then(|hour| hour.parse().ok());
    let from = if whole.is_some_and(|hour: u8| hour > 12) { first } else { with_half_of(first, second) };
    Some(Phrase::new(tokens, Time::Hours(day, from.clock(), second.clock())))
}

/// The first time, in the afternoon where the second implies that: both are in "3-8pm", but not in "11-2pm".
fn with_half_of(first: TimeOfDay, second: TimeOfDay) -> TimeOfDay {
    let afternoon =
        !first.half && second.half && second.hour >= 12 && first.hour < 12 && first.hour <= second.hour % 12;
    TimeOfDay { hour: first.hour + if afternoon { 12 } else { 0 }, ..first }
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn the_first_time_takes_the_half_of_the_second() {
        figures_at(
            "2015-09-23",
            "
The pool will be open from 3 to 8pm on Friday.
                      ^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-09-25T15:00/2015-09-25T20:00
The mill will be shut between 07:00 and 19:00 on Friday.
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-09-25T07:00/2015-09-25T19:00
Feed it 3 to 8 buns.
        ^^^^^^ figure range low=3 high=8 counted=[buns]
Posted by Ada Pike of Tarn Mills in Ostwick on Sept 4, 2014 - 6:20 PM, it spread.
                                               ^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2014-09-04T18:20
",
        );
    }
}
