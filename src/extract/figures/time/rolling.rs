//! A duration that a word places before or after now: "the past two years", "the next few months", "the first nine
//! months", "recent years".

use super::{
    edges,
    length::Length,
    phrase::{self, Phrase, Time},
};
use crate::{
    extract::Extractor,
    lexicon::{LEXICON, TimeWord},
    types::{Document, Figure, Tags, WordList},
};

/// Durations before or after now.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.rolling",
    source: include_str!("rolling.rs"),
    anchors: Tags::TIME_UNIT,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// Maximum number of tokens from a word that places a duration to its last unit.
const REACH: usize = 12;

/// The duration whose unit is at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    let &TimeWord::Unit(unit) = LEXICON.times.get(document.tokens[at].word)? else { return None };
    let pointed = is_pointed(document, at);
    if !pointed && !document.ends_in(at, "s") {
        return None;
    }
    if pointed && let Some(phrase) = super::length_at(document, at) {
        let pointer = phrase.tokens.start.checked_sub(1)?;
        // "It opened following months of talks".
        let preposition = document.is(pointer, "following") && edges::determiner(document, pointer) == pointer;
        if preposition || is_verb_of_lasting(document, pointer) {
            return None;
        }
        let start = if document.tags(pointer).any(Tags::POINTER) { pointer } else { phrase.tokens.start };
        // "The nine months", but the "the" of "the six-week trial" belongs to the noun.
        let start = if start == phrase.tokens.start && !document.ends_in(at, "s") {
            start
        } else {
            edges::determiner(document, start)
        };
        return (start < phrase.tokens.start).then(|| Phrase::new(start..phrase.tokens.end, phrase.time));
    }
    let word = document.word(at);
    let before = at.checked_sub(1).filter(|_| word.ends_with('s'))?;
    if edges::is_any(document, at + 1, &["ahead"]) && document.is(before, "the") {
        return Some(Phrase::new(before..at + 2, Time::Length(Length::open(unit))));
    }
    let reference = if edges::is_any(document, before, &["recent", "past", "previous"]) {
        "PAST_REF"
    } else if edges::is_any(document, before, &["coming", "future", "upcoming"]) {
        "FUTURE_REF"
    } else {
        return None;
    };
    let start =
        before.checked_sub(1).filter(|&adverb| edges::is_any(document, adverb, &["more", "most"])).unwrap_or(before);
    Some(Phrase::new(edges::determiner(document, start)..at + 1, Time::Reference(reference)))
}

/// Whether a word that places a duration precedes the unit at `at`, with only words of a duration between.
fn is_pointed(document: &Document, at: usize) -> bool {
    const CLOSED: Tags = Tags::AUXILIARY.with(Tags::PRONOUN).with(Tags::RELATIVE).with(Tags::PREPOSITION);
    let words = (at.saturating_sub(REACH)..at).rev();
    let places = |at: usize| document.tags(at).any(Tags::POINTER) || document.is(at, "the");
    let goes_on = |at: usize| {
        !document.tags(at).any(CLOSED)
            || document.is_one_of(at, const { &WordList::of(["of", "to", "and", "or", "in"]) })
    };
    let mut words = words.take_while(|&at| places(at) || goes_on(at));
    words.any(places)
}

/// Whether the `last` is the verb, rather than what points to the months before now: "it will last five months",
/// "expected to last an hour".
fn is_verb_of_lasting(document: &Document, last: usize) -> bool {
    const LEADS: Tags = Tags::AUXILIARY.with(Tags::NEGATION);
    let lead = last.checked_sub(1).filter(|_| document.is(last, "last"));
    lead.is_some_and(|lead| document.is(lead, "to") || document.tags(lead).any(LEADS))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn what_will_last_is_no_past() {
        figures_at(
            "2015-05-20",
            "
The dredging will last five months; barges were idle over the last three weeks.
                       ^^^^^^^^^^^ figure duration value=5 unit=month counted=[dredging] resolved=P5M
                                                          ^^^^^^^^^^^^^^^^^^^^ figure duration value=3 unit=week resolved=P3W
",
        );
    }

    #[test]
    fn the_article_and_the_pointer_belong_to_the_phrase() {
        figures_at(
            "2015-05-20",
            "
Rents doubled over the past two years and may fall in coming months.
                   ^^^^^^^^^^^^^^^^^^ figure duration value=2 unit=year resolved=P2Y
                                                      ^^^^^^^^^^^^^ figure date resolved=FUTURE_REF
",
        );
    }
}
