//! The capitalised word before an office, where it grades the office or is capitalised only as the first of its
//! sentence: "Defence attorney", "Senior US District Judge", but not "Harriers manager" where the article names
//! Harriers.

use std::ops::Range;

use super::jurisdiction::is_party;
use crate::types::{BlockKind, Document, Tags, TokenKind, WordList};

/// Maximum number of tokens of an article that are searched for a word, so that no text takes quadratic time.
pub const READ: usize = 4096;

/// Whether the word describes the holder and is capitalised as the first of its sentence: `Fellow Quay Rail
/// co-founder`, `Senior US District Judge`.
pub fn is_holders_own(document: &Document, at: usize) -> bool {
    const WORDS: WordList<5> = WordList::of(["current", "fellow", "longtime", "outgoing", "senior"]);
    document.tags(at).any(Tags::SENTENCE_START) && document.is_one_of(at, &WORDS)
}

/// Whether the dash at `at` follows a word that says an office or its body is past: `ex-`, `Then-`, `ex–`.
pub fn is_past_compound(document: &Document, at: usize) -> bool {
    const PAST: WordList<2> = WordList::of(["ex", "then"]);
    let dash = document.tokens[at].kind == TokenKind::Dash && document.is_glued(at);
    dash && at > 0 && document.is_glued(at - 1) && document.is_one_of(at - 1, &PAST)
}

/// Whether an ordinary word before a place is capitalised only as the first of its sentence: `Embattled Norvale`.
pub fn is_opening_adjective(document: &Document, at: usize) -> bool {
    const NEW: WordList<8> =
        WordList::of(["delhi", "england", "hampshire", "jersey", "mexico", "orleans", "york", "zealand"]);
    const DIRECTIONS: WordList<8> =
        WordList::of(["east", "eastern", "north", "northern", "south", "southern", "west", "western"]);
    let known = Tags::PLACE | Tags::NATIONALITY | Tags::ORGANISATION | Tags::UPPERCASE;
    let tags = document.tags(at);
    let place = document.tags(at + 1).any(Tags::PLACE | Tags::NATIONALITY);
    let named = document.is(at, "new") && document.is_one_of(at + 1, &NEW) || document.is_one_of(at, &DIRECTIONS);
    tags.all(Tags::SENTENCE_START | Tags::ORDINARY) && !tags.any(known) && place && !named
}

/// Whether the word grades the office: `Assistant Tarn County Prosecutor`, `Retired Tarn policeman`, `Chief U.S.
/// District Judge`.
pub fn is_grade(document: &Document, at: usize) -> bool {
    const GRADES: WordList<9> =
        WordList::of(["assistant", "deputy", "acting", "fired", "interim", "former", "ousted", "retired", "sacked"]);
    const BEFORE_COUNTRY: WordList<3> = WordList::of(["chief", "senior", "special"]);
    let next = document.tags(at + 1);
    let country = next.any(Tags::UPPERCASE | Tags::PLACE | Tags::NATIONALITY);
    let named = next.any(Tags::CAPITALISED) && !next.any(Tags::ORDINARY) && document.is(at, "chief");
    document.is_one_of(at, &GRADES) || named || country && document.is_one_of(at, &BEFORE_COUNTRY)
}

/// Whether a field that is also a verb opens the capitalised name of a body: `Rail Delivery Forum`, `Fire Brigades
/// Union`.
pub fn is_field_of_body(document: &Document, tokens: Range<usize>) -> bool {
    let opening = document.tags(tokens.start);
    let field = opening.any(Tags::FIELD)
        || document.is_one_of(tokens.start, const { &WordList::of(["fire", "press", "record"]) });
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    opening.any(Tags::SENTENCE_START)
        && field
        && tokens.len() > 2
        && tokens.clone().all(capital)
        && document.tags(tokens.end - 1).any(Tags::ORGANISATION)
}

/// Whether one ordinary word, capitalised as the first of its sentence, is not a body: `Defense attorney`.
pub fn is_mere_word(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.len() == 1
        && document.tags(tokens.start).any(Tags::SENTENCE_START)
        && is_ordinary(document, tokens.start)
        && !is_party(document, tokens.start)
        && !is_named_elsewhere(document, tokens.start)
}

/// Whether the article capitalises a word inside a sentence, alone, and never writes it in lower case: the `Harriers`
/// of `Harriers manager Tom Reed`.
pub fn is_named_elsewhere(document: &Document, at: usize) -> bool {
    let same = |other: &usize| *other != at && document.same_word(*other, at);
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let alone = |at: usize| {
        let inside = !document.tags(at).any(Tags::SENTENCE_START | Tags::UPPERCASE) && at > 0 && !capital(at - 1);
        inside && !capital(at + 1) && document.block_of(at).kind == BlockKind::Paragraph
    };
    let others = || (0..document.tokens.len().min(READ)).filter(same);
    others().any(alone) && others().all(capital)
}

/// Whether a word is ordinary and not known as a place or body.
pub fn is_ordinary(document: &Document, at: usize) -> bool {
    let known = Tags::PLACE | Tags::NATIONALITY | Tags::ORGANISATION | Tags::UPPERCASE;
    let tags = document.tags(at);
    tags.any(Tags::ORDINARY) && !tags.any(known)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn a_word_that_is_a_name_elsewhere() {
        people(
            "
Harriers manager Tom Dale said no to the fans of Harriers. Defence attorney Ann Reed met Defence Secretary Ivo Amos; the defence rested.
         ^^^^^^^ office [manager] organisation=[Harriers] holder=Tom Dale
                 ^^^^^^^^ person Tom Dale
                                                           ^^^^^^^^^^^^^^^^ office [Defence attorney] holder=Ann Reed
                                                                            ^^^^^^^^ person Ann Reed
                                                                                         ^^^^^^^^^^^^^^^^^ office [Defence Secretary] holder=Ivo Amos
                                                                                                           ^^^^^^^^ person Ivo Amos
",
        );
    }

    #[test]
    fn what_says_that_it_is_past() {
        people(
            "
Ex-Labour leader Ann Reed met the then Harbour Board chairman Tom Dale. Sacked Norvale coach Ivo Amos sued.
          ^^^^^^ office [leader] organisation=[Labour] status=former holder=Ann Reed
                 ^^^^^^^^ person Ann Reed
                                                     ^^^^^^^^ office [chairman] organisation=[Harbour Board] status=former holder=Tom Dale
                                                              ^^^^^^^^ person Tom Dale
                                                                                       ^^^^^ office [coach] organisation=[Norvale] status=former holder=Ivo Amos
                                                                                             ^^^^^^^^ person Ivo Amos
",
        );
    }

    #[test]
    fn what_grades_the_office_is_no_part_of_a_country() {
        people(
            "
Chief U.S. District Judge Ann Reed met Norvalian National Police chief Tom Dale and Fine Gael TD Ivo Amos.
           ^^^^^^^^^^^^^^ office [District Judge] organisation=[U.S.] jurisdiction=[U.S.] holder=Ann Reed
                          ^^^^^^^^ person Ann Reed
                                                                 ^^^^^ office [chief] organisation=[Norvalian National Police] holder=Tom Dale
                                                                       ^^^^^^^^ person Tom Dale
                                                                                              ^^ office [TD] organisation=[Fine Gael] holder=Ivo Amos
                                                                                                 ^^^^^^^^ person Ivo Amos
",
        );
    }

    #[test]
    fn a_field_that_is_a_verb_too_opens_a_body() {
        people(
            "
Rail Delivery Forum chair Ann Reed met Tom Dale. Fire Brigades Union secretary Ivo Amos was ill.
                    ^^^^^ office [chair] organisation=[Rail Delivery Forum] holder=Ann Reed
                          ^^^^^^^^ person Ann Reed
                                       ^^^^^^^^ person Tom Dale
                                                                     ^^^^^^^^^ office [secretary] organisation=[Fire Brigades Union] holder=Ivo Amos
                                                                               ^^^^^^^^ person Ivo Amos
",
        );
    }
}
