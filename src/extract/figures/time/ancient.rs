//! A year with its era: "in 44 BC", "AD 410", "1,200 BCE".

use super::{
    calendar::Moment,
    edges,
    phrase::{self, Phrase, Time},
};
use crate::{
    extract::Extractor,
    types::{Document, Figure, Tags},
};

/// Years with their era.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.ancient",
    source: include_str!("ancient.rs"),
    anchors: Tags::DIGITS,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The year whose digits are at `at`; years before our era are negative.
fn read(document: &Document, at: usize) -> Option<Phrase> {
    let era = |at: usize, names: &[&str]| document.tags(at).any(Tags::UPPERCASE) && edges::is_any(document, at, names);
    let year = || document.word(at).replace(',', "").parse::<i16>().ok().filter(|year| (1..=9999).contains(year));
    if at > 0 && era(at - 1, &["ad"]) && edges::is_closed(document, at + 1) {
        return Some(Phrase::new(at - 1..at + 1, Time::At(Moment::Year(year()?))));
    }
    // "In 44 BC the town fell".
    let closed = edges::is_closed(document, at + 2) || document.tags(at + 2).any(Tags::DETERMINER);
    if !era(at + 1, &["ad", "bc", "bce", "ce"]) || !closed || !is_placed(document, at) {
        return None;
    }
    let before = era(at + 1, &["bc", "bce"]);
    let year = year()?;
    Some(Phrase::new(at..at + 2, Time::At(Moment::Year(if before { -year } else { year }))))
}

/// Whether the words before a number can introduce a date: "in", "from about", "circa".
fn is_placed(document: &Document, at: usize) -> bool {
    const PLACES: &[&str] = &["about", "around", "c.", "circa", "late", "early", "roughly", "year"];
    let Some(before) = at.checked_sub(1) else { return true };
    document.tags(before).any(Tags::PREPOSITION | Tags::LINK | Tags::SENTENCE_START)
        || edges::is_any(document, before, PLACES)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn eras() {
        figures(
            "
The lock was dug in 44 BC and filled by AD 410; the mill is from about 1,200 BCE.
                    ^^^^^ figure date resolved=BC0044
                                        ^^^^^^ figure date bound=at_most resolved=0410
                                                                       ^^^^^^^^^ figure date bound=approx resolved=BC1200
",
        );
    }

    #[test]
    fn a_province_has_no_era() {
        figures(
            "
It listed 12 BC mills.
          ^^ figure count value=12 counted=[BC mills]
",
        );
    }
}
