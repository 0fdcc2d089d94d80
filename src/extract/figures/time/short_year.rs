//! A year without its century: "in '98", "the class of ’03".

use super::{
    calendar::Moment,
    edges,
    phrase::{self, Phrase, Time},
    years,
};
use crate::{
    extract::Extractor,
    types::{Document, Figure, Tags},
};

/// Years after an apostrophe.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.short_year",
    source: include_str!("short_year.rs"),
    anchors: Tags::DIGITS,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The year whose digits are at `at`.
fn read(document: &Document, at: usize) -> Option<Phrase> {
    const BEFORE: &[&str] = &["after", "before", "by", "from", "in", "of", "since", "to", "until"];
    // Few numbers adjoin what precedes them.
    if document.tokens[at].span.len() != 2 || at < 2 || !document.is_glued(at - 1) {
        return None;
    }
    let before = at.checked_sub(2).filter(|&before| edges::is_any(document, before, BEFORE))?;
    let (year, end) = years::short(document, before + 1)?;
    let closed = edges::is_closed(document, end) && !document.is_glued(at);
    closed.then(|| Phrase::new(before + 1..end, Time::At(Moment::Year(year))))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn apostrophes_stand_for_centuries() {
        figures(
            "
The weir broke in '98 for good. She read a book in '12 Lock Songs'.
                  ^^^ figure date resolved=1998
",
        );
    }
}
