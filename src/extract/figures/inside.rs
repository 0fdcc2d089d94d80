//! The noun after an amount and a preposition, such as `in`: "£3m in cash", "a fall of 5% in complaints", "£3m off the
//! bill".

use super::{
    designation,
    phrase::{self, HowMany, Phrase},
    price,
    stated::Stated,
};
use crate::types::{Document, FigureKind, Tags, WordList};

/// The noun after an amount, or after the size of a change, and `in` or `off`: "£3m in cash", "a fall of 5% in
/// complaints", "£3m off the bill".
pub fn inside_of(document: &Document, fact: &Stated, end: usize) -> Option<Phrase> {
    let end = if document.is(end, "(") { price::over_rate(document, end) } else { end };
    let start = fact.tokens.start;
    let size = start > 1 && document.is(start - 1, "of") && document.tags(start - 2).any(Tags::CHANGE);
    let at = end + 1 + usize::from(document.tags(end + 1).any(Tags::DETERMINER));
    let name = document.tags(at).any(Tags::CAPITALISED) && !designation::is_title_case(document, at);
    let dated = name || document.tags(at).any(Tags::MONTH | Tags::SEASON);
    // "Sold for £3m in an all-cash deal".
    let sold = start > 0 && document.is(start - 1, "for") && document.tags(end + 1).any(Tags::DETERMINER);
    let inside = document.is(end, "in") && (fact.detail.kind == FigureKind::Money && !dated && !sold || size);
    // "Wiping £3m from the value".
    const WIPED: WordList<15> = WordList::of([
        "cut", "cuts", "cutting", "knocked", "knocking", "shave", "shaved", "shaving", "slashed", "slashing",
        "trimmed", "trimming", "wipe", "wiped", "wiping",
    ]);
    let wiped = || (start.saturating_sub(3)..start).any(|at| document.is_one_of(at, &WIPED));
    let from = document.is(end, "from") && wiped();
    let off = document.is(end, "off") && fact.detail.kind != FigureKind::Measure;
    // "Fell to £3 in early trading".
    const HOURS: WordList<4> = WordList::of(["business", "dealing", "dealings", "trading"]);
    let found = (inside || from || off).then(|| phrase::behind(document, at, HowMany::Several))?;
    // "In millers' tips".
    let owned = found.as_ref().is_some_and(|found| document.is_mark_of_owners(found.end));
    let found = found.map(|found| {
        let things = owned.then(|| phrase::behind(document, found.end + 1, HowMany::Several)).flatten();
        found.start..things.map_or(found.end, |things| things.end)
    });
    // "In a single year".
    let timed = |found: &Phrase| document.tags(found.end).any(Tags::TIME_UNIT);
    found.filter(|found| {
        !document.tags(found.end - 1).any(Tags::ORDINAL) && !timed(found) && !document.is_one_of(found.end - 1, &HOURS)
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn tips_of_several() {
        figures(
            "
Rowe kept £500 in millers' tips.
          ^^^^ figure money value=500 unit=GBP counted=[millers' tips]
",
        );
    }
}
