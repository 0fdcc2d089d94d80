//! A number whose noun is left out: "six wardens were warned, two resigned", "seven were taken to hospital", "one of
//! them".

use std::ops::Range;

use super::{counted::Before, partitive::is_back_reference, phrase::Phrase};
use crate::types::{Document, Fact, Figure, Tags, TokenKind};

/// Sentences from what is counted to a number that counts it again.
const SENTENCES: u32 = 3;

/// Words for what becomes of people only.
const FATES: [&str; 32] = [
    "arrested",
    "charged",
    "convicted",
    "critically",
    "dead",
    "detained",
    "die",
    "died",
    "dies",
    "drowned",
    "escaped",
    "evacuated",
    "fled",
    "held",
    "hospitalised",
    "hospitalized",
    "hurt",
    "injured",
    "jailed",
    "killed",
    "missing",
    "pleaded",
    "rescued",
    "resigned",
    "retired",
    "sentenced",
    "shot",
    "stabbed",
    "survived",
    "taken",
    "treated",
    "wounded",
];

/// What is counted again: the people counted last where the words tell of people, else what was counted shortly before.
pub fn things(document: &Document, fact: &Fact<Figure>, before: &Before) -> Option<Phrase> {
    let end = document.tokens_in(fact.span).end;
    let whom = document.is(end, "of") && document.is(end + 1, "whom");
    let here = |things: &Phrase| document.tokens[things.start].sentence == fact.sentence;
    if (whom || is_fate(document, end)) && !before.things.as_ref().is_some_and(here) {
        return before.people.clone();
    }
    let near = |things: &Phrase| document.tokens[things.start].sentence + SENTENCES >= fact.sentence;
    before.things.clone().filter(near)
}

/// Whether what becomes of people stands behind token `end - 1`, over auxiliaries and adverbs.
fn is_fate(document: &Document, end: usize) -> bool {
    let over = |at: &usize| document.tags(*at).any(Tags::AUXILIARY | Tags::ADVERB | Tags::NEGATION);
    let at = (end..end + 4).find(|at| !over(at)).unwrap_or(end);
    FATES.iter().any(|fate| document.is(at, fate))
}

/// Whether the phrase names people: by a tag, or by an ending of those who do something.
pub fn is_people(document: &Document, phrase: &Phrase) -> bool {
    let doers =
        ["ers", "ists", "ians", "men", "ees"].iter().any(|ending| document.word(phrase.end - 1).ends_with(ending));
    doers || phrase.clone().any(|at| document.tags(at).any(Tags::PERSON_NOUN))
}

/// Whether a number without a noun repeats the thing counted before: a verb, or the end, stands behind.
pub fn is_elided(document: &Document, fact: &Fact<Figure>) -> bool {
    let Range { start, end } = document.tokens_in(fact.span);
    // "The two" are people named before, not things counted before.
    if start > 0 && document.is(start - 1, "the") {
        return false;
    }
    if document.is(end, "of") && is_back_reference(document, end + 1) {
        return true;
    }
    let at = if document.is(end, "of") { end + 2 } else { end };
    let Some(token) = document.tokens.get(at) else { return true };
    let verb = token.tags.any(Tags::AUXILIARY | Tags::VERB | Tags::PREPOSITION | Tags::CHANGE) || document.is(at, "or");
    verb || token.kind == TokenKind::Mark || document.text(token.span).ends_with("ed")
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn people_are_counted_again() {
        figures(
            "
Six walkers met at two mills. Four were hurt. They saw 12 barns, and three were sold.
^^^ figure count value=6 counted=[walkers]
                   ^^^ figure count value=2 counted=[mills]
                              ^^^^ figure count value=4 counted=[walkers]
                                                       ^^ figure count value=12 counted=[barns]
                                                                     ^^^^^ figure count value=3 counted=[barns]
",
        );
    }

    #[test]
    fn nothing_is_counted_again_far_away() {
        figures(
            "
Pike bought 12 barns. She was glad. He was not. It rained on Tarn. The sun set. Two were sold.
            ^^ figure count value=12 counted=[barns]
                                                                                ^^^ figure count value=2
",
        );
    }
}
