//! Given names of two syllables joined by a hyphen, as in Korean and Taiwanese names: "Ban Ki-moon", "Chang Kui-an".

use super::name_shape::{CLOSED, is_hyphen};
use crate::types::{Document, Tags, TokenKind, WordList};

/// Second syllables that are English words or the beginnings of some; written for this project.
const SYLLABLES: WordList<66> = WordList::of([
    "a", "an", "bin", "bun", "chin", "do", "e", "en", "fan", "fen", "gun", "ha", "han", "hang", "he", "hen", "ho",
    "hun", "hung", "i", "il", "in", "jin", "king", "la", "ling", "lo", "long", "lung", "man", "me", "men", "min", "mo",
    "moon", "no", "o", "ok", "on", "one", "pan", "pen", "pin", "ping", "po", "sang", "shin", "sin", "so", "son",
    "song", "sun", "sung", "tan", "tin", "to", "ton", "tong", "u", "wan", "wok", "won", "woo", "yin", "you", "young",
]);

/// Maximum number of letters of a syllable, and of the family name before it.
const LONGEST_IN_LETTERS: usize = 5;

/// Whether the word at `at`, after a hyphen, is a second syllable; a first syllable that is not an English word and a
/// family name precede it.
pub fn is_second(document: &Document, at: usize) -> bool {
    let family = at > 2 && document.tags(at - 3).any(Tags::CAPITALISED);
    family && is_first(document, at - 2) && document.is_one_of(at, &SYLLABLES)
}

/// Whether such a given name follows the word at `at`, which is then a family name whatever else it can be: `Park
/// Geun-ok`.
pub fn follow(document: &Document, at: usize) -> bool {
    let second = at + 3;
    let Some(token) = document.tokens.get(second) else { return false };
    // `Song Eon-jae`: one of the two syllables is not an English word.
    let family = document.tags(at).any(Tags::SURNAME) && !token.tags.any(CLOSED | Tags::ORDINARY);
    is_hyphen(document, at + 2)
        && (is_first(document, at + 1) || family && is_first_word(document, at + 1))
        && token.kind == TokenKind::Word
        && !token.tags.any(Tags::CAPITALISED)
        && document.word(at).len() <= LONGEST_IN_LETTERS
        && document.word(second).len() <= LONGEST_IN_LETTERS
        && (!token.tags.any(CLOSED | Tags::ORDINARY) || document.is_one_of(second, &SYLLABLES))
}

fn is_first_word(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    tags.any(Tags::CAPITALISED) && !tags.any(CLOSED) && document.word(at).len() <= LONGEST_IN_LETTERS
}

/// Whether the word at `at`, an English function word, is a family name here: `An Jung-hwan`, `He Lianwei`.
pub fn is_family(document: &Document, at: usize) -> bool {
    const FAMILIES: WordList<7> = WordList::of(["an", "do", "he", "no", "or", "so", "you"]);
    let next = document.tags(at + 1);
    // `An X-ray`
    let letter = document.tokens.get(at + 1).is_none_or(|next| next.span.len() < 2);
    if letter
        || !next.any(Tags::CAPITALISED)
        || !document.is_one_of(at, &FAMILIES)
        || !document.tags(at).any(Tags::CAPITALISED)
    {
        return false;
    }
    let known = CLOSED | Tags::ORDINARY | Tags::AUXILIARY | Tags::SENTENCE_START | Tags::UPPERCASE;
    let he = document.is(at, "he") && !next.any(known);
    he || follow(document, at)
}

fn is_first(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    tags.any(Tags::CAPITALISED) && !tags.any(CLOSED | Tags::ORDINARY) && document.word(at).len() <= LONGEST_IN_LETTERS
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn syllables_that_are_words_of_english() {
        people(
            "
Two poets, Chang Kui-an and Park Geun-ok, met Ban Ki-moon near the Quay Mid-air.
           ^^^^^^^^^^^^ person Chang Kui-an
                            ^^^^^^^^^^^^ person Park Geun-ok
                                              ^^^^^^^^^^^ person Ban Ki-moon
",
        );
    }

    #[test]
    fn family_names_that_are_english_words() {
        people(
            "
He Lianwei and An Jung-hwan met Song Eon-jae. He left. An oar broke, so You Jong-il swam.
^^^^^^^^^^ person He Lianwei
               ^^^^^^^^^^^^ person An Jung-hwan
                                ^^^^^^^^^^^^ person Song Eon-jae
                                                                        ^^^^^^^^^^^ person You Jong-il
",
        );
    }
}
