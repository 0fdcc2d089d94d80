//! A person recognised by the age after two or three capitalised words, even where the first is an ordinary word:
//! "Georgia Lund, 24,".

use super::name_shape::CLOSED;
use crate::types::{Document, Tags, TokenKind, WordList};

/// The end of such a name, which starts at `at` and ends at `limit` at the latest.
///
/// The last word is a family name or in no table; the first is a given name, or a place before a family name.
pub fn end(document: &Document, at: usize, limit: usize) -> Option<usize> {
    // Most words have no number after them; that is the cheapest test.
    if !(document.tags(at + 3) | document.tags(at + 4)).any(Tags::DIGITS) {
        return None;
    }
    let end = [at + 2, at + 3].into_iter().find(|&end| end <= limit && is_aged(document, end))?;
    let first = document.tags(at);
    let other = Tags::PLACE | Tags::ORGANISATION | Tags::SITE | Tags::NAMED_THING | Tags::NATIONALITY | CLOSED;
    let word = |at: usize| {
        let tags = document.tags(at);
        document.tokens[at].kind == TokenKind::Word
            && tags.any(Tags::CAPITALISED)
            && !tags.any(Tags::UPPERCASE | Tags::TITLE | Tags::HONORIFIC)
    };
    // `Tavrick Short, 24,`: a word in no table before a family name
    let plain = Tags::ORDINARY | Tags::PERSON_NOUN | Tags::CUE | Tags::VERB | Tags::WEEKDAY | Tags::MONTH | other;
    let rare = !first.any(plain | Tags::KIN) && document.tags(end - 1).any(Tags::SURNAME) && end == at + 2;
    let family = |at: usize| document.tags(at).any(Tags::SURNAME) || !document.tags(at).any(Tags::ORDINARY);
    let told = first.any(Tags::GIVEN_NAME) && !first.any(Tags::ORGANISATION | Tags::NAMED_THING)
        || rare
        || first.any(Tags::PLACE)
            && document.tags(end - 1).any(Tags::SURNAME)
            && !document.tags(end - 1).any(Tags::ORDINARY | Tags::PERSON_NOUN);
    // `Hope Lane, 44,`
    let given = rare || first.any(Tags::GIVEN_NAME) && !first.any(other);
    let name = told
        && !first.any(CLOSED)
        && !document.is(at, "said")
        && (at..end).all(word)
        && family(end - 1)
        && (at + 1..end).all(|at| !document.tags(at).any(other) || given && document.tags(at).any(Tags::SURNAME));
    (name && !is_placed(document, at) && !is_asked(document, at)).then_some(end)
}

/// Whether an age follows: `, 24,`, `(24)`, two digits between commas or before the end of the sentence.
fn is_aged(document: &Document, end: usize) -> bool {
    let age = |at: usize| document.tags(at).any(Tags::DIGITS) && document.tokens[at].span.len() == 2;
    let closed = || document.is_one_of(end + 2, const { &WordList::of([",", ".", ";"]) });
    document.is(end, ",") && age(end + 1) && closed()
        || document.is(end, "(") && age(end + 1) && document.is(end + 2, ")")
}

/// Whether the words are a location or part of a longer name: `in Sydney Marsh, 24,`.
fn is_placed(document: &Document, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let tags = document.tags(before);
    let same = document.tokens[before].sentence == document.tokens[at].sentence;
    let place = ["at", "in", "near", "outside"].iter().any(|word| document.is(before, word));
    let longer = tags.any(Tags::CAPITALISED) && !tags.any(Tags::SENTENCE_START) && !tags.any(Tags::TITLE | CLOSED);
    same && (place || longer && document.tokens[before].kind == TokenKind::Word)
}

/// Whether the first word is the auxiliary of a question: `Will Marsh, 72, stand again?`
fn is_asked(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    tags.all(Tags::SENTENCE_START | Tags::AUXILIARY) && document.is(document.sentence_tokens(at).end - 1, "?")
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn first_names_that_are_places_or_words() {
        people(
            "
Georgia Lund, 24, rowed past Jordan Tarn Fell, 31, and Hope Lane, 44. Brooklyn Hale (25) swam. Fell won.
^^^^^^^^^^^^ person Georgia Lund
                             ^^^^^^^^^^^^^^^^ person Jordan Tarn Fell
                                                       ^^^^^^^^^ person Hope Lane
                                                                      ^^^^^^^^^^^^^ person Brooklyn Hale
                                                                                               ^^^^ person Jordan Tarn Fell
",
        );
    }

    #[test]
    fn a_word_of_no_table_before_a_family_name_that_is_a_word() {
        people(
            "
Tavrick English, 24, rowed past Odrin Short, 31.
^^^^^^^^^^^^^^^ person Tavrick English
                                ^^^^^^^^^^^ person Odrin Short
",
        );
    }

    #[test]
    fn numbers_behind_places_are_no_ages() {
        people(
            "A barge sank in Georgia Marsh, 24, Quay Row. West Norvale, 31, beat Tarn Rovers, 17. Will Marsh, 72, go?",
        );
    }
}
