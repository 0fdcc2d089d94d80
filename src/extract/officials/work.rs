//! The field of an office in lower case before its title: "the tunnelling manager", "health and safety director".

use super::{description, kinds::governs, name_shape::CLOSED, office::Phrase, scene::Scene};
use crate::types::{Document, Tags, WordList};

/// The start of the list of fields that `and` joins to the one at `at`: `Culture, Media and Sport Secretary`, `the
/// health and safety manager`.
pub fn list_start(scene: &Scene, phrase: &Phrase, at: usize) -> usize {
    let document = scene.document;
    let ministerial = governs(phrase.title.form.canonical) && document.tags(at).any(Tags::CAPITALISED);
    if at < 2 || !document.is(at - 1, "and") || !scene.same_sentence(at - 2, at) {
        return at;
    }
    let field = |at: usize| if ministerial { is_portfolio(document, at) } else { is_work(document, at) };
    let mut start = if field(at - 2) { at - 2 } else { return at };
    while start > 1 && document.is(start - 1, ",") && field(start - 2) && scene.same_sentence(start - 2, at) {
        start -= 2;
    }
    let open = || {
        let before = start.checked_sub(1).map(|before| document.tags(before));
        description::is_open(document, start)
            || before.is_none_or(|tags| tags.any(Tags::CAPITALISED | Tags::CUE))
            || document.is(start - 1, "by")
    };
    if ministerial || document.tags(start).any(Tags::SENTENCE_START) || open() { start } else { at }
}

/// Whether the word is a capitalised field: `Media`
fn is_portfolio(document: &Document, at: usize) -> bool {
    document.tags(at).all(Tags::CAPITALISED) && document.tags(at).any(Tags::FIELD | Tags::ORDINARY)
}

/// Whether the word is a field, neither a person nor a body: `safety`, `sales`.
fn is_work(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    let other = CLOSED | Tags::PERSON_NOUN | Tags::TITLE | Tags::BODY | Tags::ORGANISATION | Tags::VERB | Tags::CUE;
    let lower = !tags.any(Tags::CAPITALISED) || tags.any(Tags::SENTENCE_START);
    lower && tags.any(Tags::FIELD | Tags::ORDINARY) && (tags.any(Tags::FIELD) || !tags.any(other))
}

/// Whether the word in `-ing` is the field of a functional office: `the tunnelling manager`.
pub fn is_gerund(document: &Document, phrase: &Phrase, at: usize) -> bool {
    const WORK: [&str; 7] =
        ["Administrator", "Clerk", "Coordinator", "Director", "Manager", "Officer", "Superintendent"];
    let ending = document.ends_in(at, "ing") && !document.tags(at).any(Tags::CAPITALISED | Tags::CUE);
    ending && WORK.contains(&phrase.title.form.canonical) && description::is_open(document, at)
}

/// Whether the word is an abbreviated field: `IT`, `HR`.
pub fn is_letters(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::UPPERCASE) && document.is_one_of(at, const { &WordList::of(["hr", "it", "pr"]) })
}

/// Whether the word is a verb here, though a field elsewhere: `to support director Ann Reed`, `Amos claims manager Tom
/// Dale lied`.
pub fn is_acted(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    let acts = |before: usize| document.is(before, "to") || document.tags(before).any(Tags::AUXILIARY | Tags::PRONOUN);
    // `the Quay Party state president`: a stated fact would need a clause.
    let state = document.is(at, "state") && !tags.any(Tags::CAPITALISED);
    let cue = tags.any(Tags::CUE) && !state && !tags.any(Tags::SENTENCE_START) && !description::is_open(document, at);
    tags.any(Tags::VERB | Tags::CUE) && at > 0 && (cue || acts(at - 1))
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn what_an_office_is_about() {
        people(
            "
The tunnelling manager, Tom Dale, met the IT director, Ann Reed, and the accounting officer, Ivo Amos. They came to support director Una Trant.
    ^^^^^^^^^^^^^^^^^^ office [tunnelling manager] holder=Tom Dale
                        ^^^^^^^^ person Tom Dale
                                          ^^^^^^^^^^^ office [IT director] holder=Ann Reed
                                                       ^^^^^^^^ person Ann Reed
                                                                         ^^^^^^^^^^^^^^^^^^ office [accounting officer] holder=Ivo Amos
                                                                                             ^^^^^^^^ person Ivo Amos
                                                                                                                            ^^^^^^^^ office [director] holder=Una Trant
                                                                                                                                     ^^^^^^^^^ person Una Trant
",
        );
    }

    #[test]
    fn fields_joined_by_and() {
        people(
            "
The health, safety and quay manager, Tom Dale, spoke, said sales and marketing director Ann Reed. The union and barge clerk Ivo Amos left.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ office [health, safety and quay manager] holder=Tom Dale
                                     ^^^^^^^^ person Tom Dale
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ office [sales and marketing director] holder=Ann Reed
                                                                                        ^^^^^^^^ person Ann Reed
                                                                                                                ^^^^^^^^^^^ office [barge clerk] holder=Ivo Amos
                                                                                                                            ^^^^^^^^ person Ivo Amos
",
        );
    }

    #[test]
    fn the_president_in_a_state() {
        people(
            "
QMP state president Tom Dale was glad.
    ^^^^^^^^^^^^^^^ office [state president] organisation=[QMP] holder=Tom Dale
                    ^^^^^^^^ person Tom Dale
",
        );
    }
}
