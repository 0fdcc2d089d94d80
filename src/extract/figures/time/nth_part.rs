//! A week, day or month by its position in a longer stretch: "the first week of July", "the last week of 2019", "the
//! third day of May", "the ninth month of next year", "for a second consecutive day".

use jiff::civil::Date;

use super::{
    calendar::Moment,
    edges, number,
    phrase::{self, Phrase, Time},
};
use crate::{
    extract::Extractor,
    lexicon::{LEXICON, TimeUnit, TimeWord},
    types::{Document, Figure, Tags},
};

/// Parts by their position.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.nth_part",
    source: include_str!("nth_part.rs"),
    anchors: Tags::TIME_UNIT,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The part whose unit is at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    if let Some(phrase) = in_a_row(document, at) {
        return Some(phrase);
    }
    if !edges::is_any(document, at + 1, &["of", "in"]) {
        return None;
    }
    let &TimeWord::Unit(unit) = LEXICON.times.get(document.tokens[at].word)? else { return None };
    let (rank, start) = rank_before(document, at)?;
    let whole = super::stated_from(document, at + 2)?;
    let known = whole.time.resolved().and(whole.time.moment())?;
    let part = part(known, unit, rank)?;
    Some(Phrase::new(edges::determiner(document, start)..whole.tokens.end, Time::At(part)))
}

/// The unit that contains the dateline, where it is the nth in a row: "For a second consecutive day", "for the third
/// straight week".
fn in_a_row(document: &Document, at: usize) -> Option<Phrase> {
    const ROWS: &[&str] = &["consecutive", "straight", "successive"];
    let row = at.checked_sub(1).filter(|&before| edges::is_any(document, before, ROWS))?;
    let (_, start) = rank_before(document, row)?;
    let article = start.checked_sub(1).filter(|&at| edges::is_any(document, at, &["a", "the"]))?;
    let &TimeWord::Unit(unit) = LEXICON.times.get(document.tokens[at].word)? else { return None };
    let day = document.dateline.filter(|_| article > 0 && document.is(article - 1, "for"))?;
    Some(Phrase::new(article..at + 1, Time::At(Moment::containing(day, unit)?)))
}

/// The position before the unit, negative if counted from the end, and its first token: `third`, `21st`, `last`,
/// `second last`.
fn rank_before(document: &Document, at: usize) -> Option<(i32, usize)> {
    let before = at.checked_sub(1)?;
    let last = document.is(before, "last");
    let end = if last { before } else { at };
    let start =
        (end.saturating_sub(2)..end).find(|&start| number::ordinal(document, start).is_some_and(|(_, to)| to == end));
    match start {
        Some(start) => {
            let (rank, _) = number::ordinal(document, start)?;
            Some((if last { -rank } else { rank }, start))
        }
        None => last.then_some((-1, before)),
    }
}

/// The part at that position, if the stretch has it; a week belongs to the month or year that contains its Thursday.
fn part(whole: Moment, unit: TimeUnit, rank: i32) -> Option<Moment> {
    let first = whole.first_day()?;
    let behind = whole.later(1)?.first_day()?;
    let longest = matches!(whole.unit(), TimeUnit::Month | TimeUnit::Year);
    let (first, count) = match unit {
        TimeUnit::Week if longest => {
            let thursday = |day: Date| (11 - i32::from(day.weekday().to_monday_one_offset())) % 7;
            let first = first.checked_add(jiff::Span::new().days(thursday(first))).ok()?;
            let behind = behind.checked_add(jiff::Span::new().days(thursday(behind))).ok()?;
            (Moment::Week(first), first.until(behind).ok()?.get_days() / 7)
        }
        TimeUnit::Day if longest => (Moment::Day(first), first.until(behind).ok()?.get_days()),
        TimeUnit::Month if whole.unit() == TimeUnit::Year => (Moment::Month(first.year(), 1), 12),
        _ => return None,
    };
    let place = if rank < 0 { count + rank } else { rank - 1 };
    (0..count).contains(&place).then(|| first.later(place))?
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn parts_have_places() {
        figures_at(
            "2018-11-29",
            "
It shut in the first week of July 2015, on the third day of May 2014 and in the last week of 2019.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-W27
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2014-05-03
                                                                            ^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2019-W52
",
        );
    }

    #[test]
    fn days_in_a_row_end_today() {
        figures_at(
            "2018-11-29",
            "
Trams stood still for a second consecutive day.
                      ^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2018-11-29
",
        );
    }

    #[test]
    fn a_stretch_without_such_a_part_has_none() {
        figures_at(
            "2018-11-29",
            "
The 40th week of July never came.
    ^^^^ figure ordinal value=40 counted=[week]
                 ^^^^ figure date resolved=2018-07
",
        );
    }
}
