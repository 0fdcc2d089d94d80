//! Words of known names that mean something else here: "in Jordan", "May 4", "Will it rain".

use super::context::is_place_after;
use crate::types::{Document, Tags, TokenKind, WordList};

/// Whether a word of a known name means something else here: a place, a month, the start of a sentence.
pub fn is_other_use(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    let before = |other: Tags| at > 0 && document.tags(at - 1).any(other);
    if tags.any(Tags::MONTH) && (document.tags(at + 1).any(Tags::DIGITS) || before(Tags::PREPOSITION | Tags::DIGITS)) {
        return true;
    }
    if tags.any(Tags::ORDINARY | Tags::AUXILIARY) && tags.any(Tags::SENTENCE_START) {
        return !document.tags(at + 1).any(Tags::CUE | Tags::AUXILIARY | Tags::VERB)
            && document.tokens.get(at + 1).is_none_or(|next| next.kind != TokenKind::Possessive);
    }
    let place = tags.any(Tags::PLACE) && is_place_here(document, at);
    (place || tags.any(Tags::NATIONALITY)) && !before(Tags::HONORIFIC)
}

/// Whether a word that is a name and a place means the place: `in Houston`, `west Houston`, `Houston detectives`.
fn is_place_here(document: &Document, at: usize) -> bool {
    const BEFORE: WordList<19> = WordList::of([
        "across",
        "around",
        "at",
        "central",
        "downtown",
        "east",
        "from",
        "in",
        "into",
        "near",
        "north",
        "of",
        "outside",
        "south",
        "through",
        "throughout",
        "to",
        "west",
        "within",
    ]);
    const DOING: Tags = Tags::AUXILIARY
        .with(Tags::CUE)
        .with(Tags::VERB)
        .with(Tags::PREPOSITION)
        .with(Tags::CONJUNCTION)
        .with(Tags::ADVERB)
        .with(Tags::DETERMINER)
        .with(Tags::PRONOUN)
        .with(Tags::RELATIVE);
    let before = at.checked_sub(1).map_or(Tags::NONE, |before| document.tags(before));
    let bound = before.any(Tags::DETERMINER | Tags::ADJECTIVE) || at > 0 && document.is_one_of(at - 1, &BEFORE);
    let next = document.tokens.get(at + 1).filter(|next| next.sentence == document.tokens[at].sentence);
    let modifies = next
        .is_some_and(|next| next.kind == TokenKind::Word && !next.tags.any(DOING) && !document.ends_in(at + 1, "ed"));
    bound || modifies || is_place_after(document, at + 1)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn a_family_name_that_is_a_place() {
        people(
            "
Joe Jordan met Ann Reed. Jordan said the pass by Jordan went wide in Jordan. Jordan detectives came, and Reed thanked Jordan.
^^^^^^^^^^ person Joe Jordan
               ^^^^^^^^ person Ann Reed
                         ^^^^^^ person Joe Jordan
                                                 ^^^^^^ person Joe Jordan
                                                                                                         ^^^^ person Ann Reed
                                                                                                                      ^^^^^^ person Joe Jordan
",
        );
    }
}
