//! Words after a verb of speech that have no content: `said no more`, `said this in a letter`, `confirmed it himself`.

use super::{clause, phrases};
use crate::types::{Document, Tags, WordList};

/// Whether the words are not a clause: `said no more`, `said nothing`, `confirmed it himself`, `find that comforting`.
pub fn says_little(document: &Document, start: usize, end: usize) -> bool {
    const LITTLE: WordList<6> = WordList::of(["farewell", "goodbye", "hello", "little", "nothing", "thanks"]);
    let no_more = document.is(start, "no") && document.is(start + 1, "more");
    let bare = document.is(start, "that") && start + 3 >= end && !clause::has_verb(document, start + 1..end);
    // `telling that to Lund`
    let heard = document.is(start, "that") && document.is(start + 1, "to") && !clause::has_verb(document, start..end);
    let bare = bare || heard || is_thing(document, start, end);
    bare || is_bare_pronoun(document, start, end)
        || (no_more || document.is_one_of(start, &LITTLE)) && !clause::has_verb(document, start + 1..end)
}

/// Whether a singular noun and a time or place follow: `found that boat in May`.
fn is_thing(document: &Document, start: usize, end: usize) -> bool {
    let noun = start + 1;
    let single = document.is(start, "that") && phrases::is_nominal(document, noun) && !document.ends_in(noun, "s");
    let plain = !document.tags(noun).any(Tags::CAPITALISED | Tags::PERSON_NOUN | Tags::ORGANISATION);
    let placed = document.tags(noun + 1).any(Tags::PREPOSITION);
    single && plain && placed && end < start + 8 && !clause::has_verb(document, noun..end)
}

/// Whether a pronoun is followed only by a time or place: `announced it herself on Monday`, `said this in a letter`.
pub fn is_bare_pronoun(document: &Document, at: usize, end: usize) -> bool {
    const OBJECTS: WordList<6> = WordList::of(["him", "it", "me", "them", "this", "us"]);
    let ends = |at: usize| at >= end || matches!(document.sign(at), '.' | '!' | '?');
    let timed = document.tags(at + 1).any(Tags::WEEKDAY | Tags::DAY_WORD) && ends(at + 2);
    let alone = ends(at + 1) || timed || at + 1 < end && phrases::is_reflexive(document, at + 1);
    alone && document.is_one_of(at, &OBJECTS) || at + 2 < end && is_placed(document, at, end)
}

/// Whether a time or place follows `this`: `this in a letter`, `this while he rowed`.
fn is_placed(document: &Document, at: usize, end: usize) -> bool {
    const TIMES: WordList<4> = WordList::of(["after", "during", "when", "while"]);
    let finite = |at: usize| document.tags(at).any(Tags::AUXILIARY);
    let place = || document.tags(at + 1).any(Tags::PREPOSITION) && !(at + 2..end).any(finite);
    document.is(at, "this") && (document.is_one_of(at + 1, &TIMES) || place())
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn what_was_found_there_is_a_thing() {
        quotes("The drovers found that cart in the ford. Lund held that rope for an hour.");
    }

    #[test]
    fn this_beside_a_place_or_time_tells_nothing() {
        quotes("The drover said this in a short reply to the abbey. He said this while he sheared.");
    }
}
