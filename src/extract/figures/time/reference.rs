//! Past, present and future in general: "now", "in the past", "the near future", "at the time", "recently".

use super::{
    edges,
    phrase::{self, Phrase, Time},
};
use crate::{
    extract::Extractor,
    lexicon::{LEXICON, TimeWord},
    types::{Document, Figure, Tags},
};

/// Words for past, present and future.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.reference",
    source: include_str!("reference.rs"),
    anchors: Tags::DAY_WORD.with(Tags::TIME_CUE),
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The reference at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    match LEXICON.times.get(document.tokens[at].word)? {
        TimeWord::Reference(_) if is_acronym(document, at) => None,
        TimeWord::Reference(name) => Some(Phrase::new(at..at + 1, Time::Reference(name))),
        TimeWord::ReferenceNoun(name) => noun(document, at, name),
        _ => None,
    }
}

/// Whether the capitals begin a name: "NOW president Ada Pike".
fn is_acronym(document: &Document, at: usize) -> bool {
    let next = document.tags(at + 1);
    document.tags(at).any(Tags::UPPERCASE) && next.any(Tags::CAPITALISED | Tags::TITLE) && !next.any(Tags::UPPERCASE)
}

/// The reference of a noun, which is a time only in these frames: `the past`, `the near future`, `at the time`.
fn noun(document: &Document, at: usize, name: &'static str) -> Option<Phrase> {
    let near = at
        .checked_sub(1)
        .filter(|&before| edges::is_any(document, before, &["near", "foreseeable", "recent", "not-too-distant"]));
    let the = near.unwrap_or(at).checked_sub(1)?;
    let tokens = the..at + 1;
    if edges::is_any(document, at, &["time", "moment"]) {
        let article = document.is(the, "the") && the.checked_sub(1).is_some_and(|before| document.is(before, "at"));
        if article && !edges::is_any(document, at + 1, &["of", "when", "that", "it", "they", "he", "she"]) {
            return Some(Phrase::new(the - 1..at + 1, Time::Reference(name)));
        }
        let being = document.is(the, "the") && document.is(at + 1, "being");
        return being.then(|| Phrase::new(the..at + 2, Time::Reference("PRESENT_REF")));
    }
    let ends = !document
        .tags(at + 1)
        .any(Tags::TIME_UNIT | Tags::NUMBER_WORD | Tags::DIGITS | Tags::WEEKDAY | Tags::MONTH | Tags::SEASON);
    let framed = document.is(the, "the")
        && the.checked_sub(1).is_some_and(|before| edges::is_any(document, before, &["in", "into", "for", "from"]));
    (framed && ends && !goes_on(document, at + 1)).then(|| Phrase::new(tokens, Time::Reference(name)))
}

/// Whether the word belongs to the noun after it: "The past few weeks", "the future king".
fn goes_on(document: &Document, at: usize) -> bool {
    const CLOSED: Tags = Tags::PREPOSITION
        .with(Tags::CONJUNCTION)
        .with(Tags::PRONOUN)
        .with(Tags::AUXILIARY)
        .with(Tags::DETERMINER)
        .with(Tags::ADVERB)
        .with(Tags::RELATIVE);
    document.tokens.get(at).is_some_and(|token| token.kind == crate::types::TokenKind::Word)
        && !document.tags(at).any(CLOSED)
}

#[cfg(test)]
mod tests {
    use crate::testing::{figures, figures_at};

    #[test]
    fn references_have_no_date() {
        figures_at(
            "2015-09-23",
            "
It was empty at the time and will be let in the near future. The future king spoke.
             ^^^^^^^^^^^ figure date resolved=PAST_REF
                                            ^^^^^^^^^^^^^^^ figure date resolved=FUTURE_REF
",
        );
    }

    #[test]
    fn nouns_outside_their_frames_are_no_times() {
        figures_at(
            "2015-09-23",
            "
The past few chairs had no time for the future king.
",
        );
    }

    #[test]
    fn acronyms() {
        figures(
            "
NOW President Ada Pike is here now.
                               ^^^ figure date resolved=PRESENT_REF
",
        );
    }
}
