//! A quarter or half of a year: "the third quarter of 2015", "fourth-quarter", "Q3 2015", "the first half".

use super::{
    calendar::Moment,
    direction::{self, Direction},
    edges, number,
    phrase::{self, Phrase, Time},
    tense, years,
};
use crate::{
    extract::Extractor,
    grammar::kinds,
    lexicon::{LEXICON, Tense, TimeWord},
    types::{Document, Figure, Tags, TokenKind, WordList},
};

/// Quarters and halves of years.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.quarter",
    source: include_str!("quarter.rs"),
    anchors: Tags::FRACTION.with(Tags::TIME_CUE),
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The quarter or half at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    if let Some(TimeWord::PartOfYear(part)) = LEXICON.times.get(document.tokens[at].word) {
        return abbreviated(document, at, part);
    }
    let quarter = edges::is_any(document, at, &["quarter", "qtr"]);
    if !quarter && !document.is(at, "half") {
        return None;
    }
    let parts = if quarter { 4 } else { 2 };
    let (part, start) = rank_before(document, at).or_else(|| last_before(document, at, parts))?;
    if !(1..=parts).contains(&part) {
        return None;
    }
    let stated = year_behind(document, at + 1);
    let (before, start) = year_before(document, start).map_or((None, start), |(year, start)| (Some(year), start));
    // "The second half" of a match is without a year.
    if stated.is_none() && before.is_none() && (!quarter || is_of_game(document, at)) {
        return None;
    }
    let end = stated.map_or(at + 1, |(_, end)| end);
    let stated = before.or(stated.map(|(year, _)| year));
    let year = stated.unwrap_or_else(|| guessed_year(document, &(start..end), part, parts));
    let time = year.map(|year| if quarter { Moment::Quarter(year, part) } else { Moment::Half(year, part) });
    Some(Phrase::new(edges::lead(document, start)..end, time.map_or(Time::Unplaced, Time::At)))
}

/// Whether the sentence is about a game, whose quarters are not dates: "A touchdown in the second quarter".
fn is_of_game(document: &Document, at: usize) -> bool {
    const GAME: WordList<19> = WordList::of([
        "assists",
        "basket",
        "baskets",
        "dunk",
        "fumble",
        "halftime",
        "interception",
        "kickoff",
        "outscored",
        "punt",
        "quarterback",
        "rebounds",
        "scored",
        "throws",
        "timeout",
        "touchdown",
        "touchdowns",
        "yard",
        "yards",
    ]);
    document.sentence_tokens(at).any(|at| document.is_one_of(at, &GAME))
}

/// An abbreviated quarter or half: `Q3`, `Q3 2015`, `H1 of this year`.
fn abbreviated(document: &Document, at: usize, part: &str) -> Option<Phrase> {
    let quarter = part.starts_with('Q');
    let (number, parts) = (part[1..].parse().ok()?, if quarter { 4 } else { 2 });
    let stated = year_behind(document, at + 1);
    let end = stated.map_or(at + 1, |(_, end)| end);
    let year = stated.map_or_else(|| guessed_year(document, &(at..end), number, parts), |(year, _)| year);
    if let Some((year, start)) = at.checked_sub(1).and_then(|before| Some((years::digits(document, before)?.0, before)))
    {
        let moment = if quarter { Moment::Quarter(year, number) } else { Moment::Half(year, number) };
        return Some(Phrase::new(start..at + 1, Time::At(moment)));
    }
    if stated.is_none() && !quarter {
        return None;
    }
    let time = year.map(|year| if quarter { Moment::Quarter(year, number) } else { Moment::Half(year, number) });
    Some(Phrase::new(edges::lead(document, at)..end, time.map_or(Time::Unplaced, Time::At)))
}

/// The ordinal before the unit, and its first token: `third-`, `fiscal second`, `first financial`, `3rd`.
fn rank_before(document: &Document, at: usize) -> Option<(i8, usize)> {
    const KINDS: &[&str] = &["fiscal", "financial"];
    let inner = at.checked_sub(1).filter(|&before| edges::is_any(document, before, KINDS)).unwrap_or(at);
    let dash = inner.checked_sub(1).filter(|&at| document.tokens[at].kind == TokenKind::Dash).unwrap_or(inner);
    let start = (dash.saturating_sub(2)..dash)
        .find(|&start| number::ordinal(document, start).is_some_and(|(_, end)| end == dash))?;
    let (rank, _) = number::ordinal(document, start)?;
    let fiscal = start.checked_sub(1).filter(|&before| edges::is_any(document, before, KINDS));
    Some((i8::try_from(rank).ok()?, fiscal.unwrap_or(start)))
}

/// The last part of a stated year, and its first token: "The final quarter of 2004", "the last half of 2012". Without a
/// year it would be the last from the dateline.
fn last_before(document: &Document, at: usize, parts: i8) -> Option<(i8, usize)> {
    let last = at.checked_sub(1).filter(|&before| edges::is_any(document, before, &["final", "last"]))?;
    (document.is(at + 1, "of") && years::digits(document, at + 2).is_some()).then_some((parts, last))
}

/// The year after the part (`None` without a dateline), and the token after it: `of 2015`, `2015`, `of this year`.
fn year_behind(document: &Document, end: usize) -> Option<(Option<i16>, usize)> {
    // "Q1-2019".
    let dash = document.is_glued(end) && kinds::is_dash(document, end);
    let at = end + usize::from(dash || document.is(end, "of"));
    let at = at + usize::from(edges::is_any(document, at, &["the", "fiscal"]));
    if let Some((year, behind)) = years::digits(document, at) {
        return Some((Some(year), behind));
    }
    let years = match direction::at(document, at) {
        Some(Direction::Last | Direction::Before) => -1,
        Some(Direction::Next | Direction::After) => 1,
        Some(Direction::This | Direction::Same) => 0,
        None if document.is(at, "year") && at > end => return Some((document.dateline.map(|day| day.year()), at + 1)),
        None => return None,
    };
    document.is(at + 1, "year").then(|| (document.year.map(|year| year + years), at + 2))
}

/// The year before the ordinal (`None` without a dateline), and its first token: `the 1988`, `next year's`.
fn year_before(document: &Document, start: usize) -> Option<(Option<i16>, usize)> {
    let before = start.checked_sub(1)?;
    if let Some((year, _)) = years::digits(document, before) {
        return Some((Some(year), before));
    }
    let year = before
        .checked_sub(1)
        .filter(|&at| document.tokens[before].kind == TokenKind::Possessive && document.is(at, "year"))?;
    let years = match direction::at(document, year.checked_sub(1)?)? {
        Direction::Last | Direction::Before => -1,
        Direction::Next | Direction::After => 1,
        Direction::This | Direction::Same => 0,
    };
    Some((document.year.map(|year| year + years), year - 1))
}

/// The year of the last such part that had begun at the dateline or, if the clause looks ahead, of the next to end.
fn guessed_year(document: &Document, tokens: &std::ops::Range<usize>, part: i8, parts: i8) -> Option<i16> {
    let dateline = document.dateline?;
    let months = 12 / parts;
    let (first_month, last_month) = ((part - 1) * months + 1, part * months);
    Some(match tense::of(document, tokens) {
        Some(Tense::Future) => dateline.year() + i16::from(last_month < dateline.month()),
        // Half a year after its end, a quarter would be written with its year.
        _ if first_month > dateline.month() && dateline.month() + 12 - last_month < 6 => dateline.year() - 1,
        _ => dateline.year(),
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn quarters_take_a_year_or_the_last_one_begun() {
        figures_at(
            "2015-05-20",
            "
Orders fell in the first quarter of 2014 and in the fourth quarter.
               ^^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2014-Q1
                                                ^^^^^^^^^^^^^^^^^^ figure date resolved=2014-Q4
They rose in the last quarter of 2004. Ostwick's first financial quarter of 2013 was poor.
             ^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2004-Q4
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2013-Q1
",
        );
    }

    #[test]
    fn quarters_of_a_game() {
        figures_at(
            "2015-09-23",
            "
Rowe ran 40 yards for a touchdown in the second quarter.
         ^^^^^^^^ figure measure value=40 unit=yard counted=[Rowe]
                                         ^^^^^^ figure ordinal value=2 counted=[quarter]
",
        );
    }
}
