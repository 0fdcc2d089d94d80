//! A year in words: "the winter of nineteen forty", "in nineteen ninety-six".

use super::{
    calendar::Moment,
    edges,
    phrase::{self, Phrase, Time},
    years,
};
use crate::{
    extract::Extractor,
    types::{Document, Figure, Tags, TokenKind},
};

/// Years in words.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.spoken_year",
    source: include_str!("spoken_year.rs"),
    anchors: Tags::NUMBER_WORD,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The year in words that starts at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    let (year, end) = years::spoken(document, at)?;
    let named = at.checked_sub(1).is_some_and(|before| document.is(before, "year"));
    // Two thousand is a year only if other words show it.
    let dated = year > 2000 && is_dated(document, at, end);
    if year >= 2000 && !named && !dated {
        return None;
    }
    let start = if named { edges::determiner(document, at - 1) } else { at };
    Some(Phrase::new(edges::lead(document, start)..end, Time::At(Moment::Year(year))))
}

/// Whether a preposition precedes the year and no noun follows: "In two thousand and fifteen".
fn is_dated(document: &Document, at: usize, end: usize) -> bool {
    const BEHIND: Tags = Tags::PREPOSITION.with(Tags::CONJUNCTION).with(Tags::AUXILIARY).with(Tags::PRONOUN);
    let placed =
        at.checked_sub(1).is_some_and(|before| edges::is_any(document, before, &["in", "since", "until", "during"]));
    let behind = document.tokens.get(end);
    placed && behind.is_none_or(|token| token.kind != TokenKind::Word || token.tags.any(BEHIND))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn spoken_years_are_years_and_counts_are_not() {
        figures_at(
            "1998-02-27",
            "
The dam was begun in nineteen ninety-six.
                     ^^^^^^^^^^^^^^^^^^^ figure date resolved=1996
It fell in two thousand and four. In two thousand and four barns it rained.
           ^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2004
                                     ^^^^^^^^^^^^^^^^^^^^^ figure count value=2004 counted=[barns]
",
        );
    }
}
