//! The same stretch of another year: "the same period last year", "the year-ago quarter", "year-earlier", "the 1988
//! period".

use super::{
    calendar::Moment,
    context,
    direction::{self, Direction},
    edges,
    phrase::{self, Phrase, Time},
    years,
};
use crate::{
    extract::Extractor,
    grammar::kinds,
    types::{Document, Figure, Tags},
};

/// Stretches compared with those of another year.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.comparison",
    source: include_str!("comparison.rs"),
    anchors: Tags::TIME_UNIT.with(Tags::TIME_CUE),
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The stretch whose head is at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    year_ago(document, at).or_else(|| same(document, at)).or_else(|| of_year(document, at))
}

/// The stretch a year before: `year-ago`, `the year-earlier quarter`.
fn year_ago(document: &Document, at: usize) -> Option<Phrase> {
    let dash = kinds::is_dash(document, at + 1);
    if !document.is(at, "year") || !dash || !edges::is_any(document, at + 2, &["ago", "earlier"]) {
        return None;
    }
    let end = at + 3 + usize::from(edges::is_any(document, at + 3, &["quarter", "period", "month", "week"]));
    Some(Phrase::new(edges::determiner(document, at)..end, in_year(document, at, -1)))
}

/// The same stretch of a stated or relative year: `the same period last year`, `the same month a year ago`.
fn same(document: &Document, at: usize) -> Option<Phrase> {
    let same = at
        .checked_sub(1)
        .filter(|&before| edges::is_any(document, before, &["same", "corresponding", "equivalent"]))?;
    let from = at + 1 + usize::from(edges::is_any(document, at + 1, &["of", "in"]));
    let (years, end) = other_year(document, from)?;
    let time = match years {
        OtherYear::Back(years) => in_year(document, at, years),
        OtherYear::Stated(year) => {
            context(document, at).and_then(|moment| moment.in_year(year)).map_or(Time::At(Moment::Year(year)), Time::At)
        }
    };
    Some(Phrase::new(edges::determiner(document, same)..end, time))
}

enum OtherYear {
    /// A number of years from the dateline's.
    Back(i16),
    Stated(i16),
}

/// The other year, and the token after it: `last year`, `a year ago`, `the previous year`, `2014`.
fn other_year(document: &Document, at: usize) -> Option<(OtherYear, usize)> {
    if let Some((year, end)) = years::digits(document, at) {
        return Some((OtherYear::Stated(year), end));
    }
    let back = |end| Some((OtherYear::Back(-1), end));
    if edges::is_any(document, at, &["a", "one"]) && document.is(at + 1, "year") {
        return edges::is_any(document, at + 2, &["ago", "earlier", "before"]).then(|| back(at + 3)).flatten();
    }
    let word = at + usize::from(document.is(at, "the"));
    let last = matches!(direction::at(document, word), Some(Direction::Last | Direction::Before));
    if last && document.is(word + 1, "year") { back(word + 2) } else { None }
}

/// A period named by its year: `the 1988 period`.
fn of_year(document: &Document, at: usize) -> Option<Phrase> {
    let before = at.checked_sub(1).filter(|_| document.is(at, "period"))?;
    let (year, _) = years::digits(document, before)?;
    Some(Phrase::new(edges::determiner(document, before)..at + 1, Time::At(Moment::Year(year))))
}

/// The stretch mentioned before, `years` away, else the whole year.
fn in_year(document: &Document, at: usize, years: i16) -> Time {
    let moment = context(document, at).and_then(|moment| moment.in_year(moment.year()? + years));
    let year = || Some(Moment::Year(document.dateline?.year() + years));
    moment.or_else(year).map_or(Time::Unplaced, Time::At)
}

/// The last part of a year that the article mentions before `at`.
fn context(document: &Document, at: usize) -> Option<Moment> {
    context::nearest(document, at, |moment| match moment {
        Moment::Half(..) | Moment::Quarter(..) | Moment::Month(..) | Moment::Season(..) => Some(moment),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn the_same_stretch_of_the_year_before() {
        figures_at(
            "2015-05-20",
            "
Sales fell in the first quarter of 2015 from the same period last year.
              ^^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-Q1
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2014-Q1
",
        );
    }
}
