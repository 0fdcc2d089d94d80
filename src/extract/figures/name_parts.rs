//! Names next to common nouns: where the full stop of an abbreviation is part of a name, and where a name begins a
//! clause: "one reason Dorn is angry", "the 17th state Pike has hit".

use super::{
    designation::is_title_case,
    noun::is_noun,
    phrase::{LIMITS, joins},
    verb,
};
use crate::{
    grammar::{endings, kinds, tenses},
    types::{Document, Tags, TokenKind, WordList},
};

/// Whether the full stop at `at` ends an abbreviation inside a name: "two St. Mary wardens", "Dorn Co. workers".
pub fn is_stop(document: &Document, at: usize) -> bool {
    at > 0
        && document.is(at, ".")
        && document.is_glued(at - 1)
        && document.tags(at - 1).all(Tags::ABBREVIATION | Tags::CAPITALISED)
        && document.tokens[at - 1].span.len() > 1
}

/// Whether the name with the full stop at `at` continues after it: "Dorn Co. workers", not "Tom Dale Jr. left".
pub fn goes_on(document: &Document, at: usize) -> bool {
    let next = document.tokens.get(at + 1).filter(|next| next.sentence == document.tokens[at].sentence);
    let inner = next.is_some_and(|next| next.kind == TokenKind::Word && !next.tags.any(LIMITS));
    let capital = document.tags(at + 1).any(Tags::CAPITALISED);
    inner && (capital || is_noun(document, at + 1) && !verb::is_verb(document, at + 1))
}

/// Whether a hyphen makes the particle the end of a noun: "A call-up", "two break-ins".
pub fn is_particle_of(document: &Document, at: usize) -> bool {
    joins(document, at - 1) && document.tags(at).any(Tags::PREPOSITION | Tags::BOUND | Tags::ADVERB)
}

/// Whether a name in `s` is the place of the things named after it: "Texas ranch", "Netherlands fans".
pub fn is_place_of(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    let behind = document.tags(at + 1);
    let noun = kinds::is_word(document, at + 1) && is_noun(document, at + 1);
    tags.any(Tags::PLACE) && tags.any(Tags::CAPITALISED) && noun && !behind.any(LIMITS.with(Tags::VERB))
}

/// Whether a relative clause without a pronoun begins with the name at `at`: it has a verb, and no word links it.
pub fn opens_clause_by_name(document: &Document, at: usize) -> bool {
    const NAMED: Tags = Tags::PERSON_NOUN.with(Tags::TITLE).with(Tags::CAPITALISED).with(Tags::ADJECTIVE);
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED) && kinds::is_word(document, at);
    let plain = document.is_one_of(at - 1, &PLAIN);
    let other = document.tags(at - 1).any(NAMED) || endings::is_doer(document.word(at - 1));
    if !capital(at) || other && !plain || !is_noun(document, at - 1) || is_title_case(document, at) {
        return false;
    }
    let verb = (at + 1..at + 4).find(|&at| !capital(at)).unwrap_or(at);
    if verb >= document.tokens.len() {
        return false;
    }
    let does = || plain && document.ends_in(verb, "s") && kinds::is_word(document, verb);
    verb > at && (is_finite(document, verb) || does())
}

/// Nouns that such a clause often follows.
const PLAIN: WordList<10> =
    WordList::of(["area", "country", "place", "problem", "reason", "state", "thing", "time", "town", "way"]);

/// Whether the word can only be the verb of a clause.
fn is_finite(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    const BEHIND: Tags = Tags::DETERMINER.with(Tags::PREPOSITION).with(Tags::AUXILIARY).with(Tags::PRONOUN);
    let next = document.tokens.get(at + 1);
    let closes = || {
        next.is_none_or(|next| next.kind != TokenKind::Word || next.sentence != document.tokens[at].sentence)
            || document.tags(at + 1).any(BEHIND)
    };
    let third_person = || tags.any(Tags::VERB | Tags::CUE) && document.ends_in(at, "s") && closes();
    let past = || tenses::is_irregular_past(document, at) && closes();
    tags.any(Tags::AUXILIARY) || verb::is_only_verb(document, at) || third_person() || past()
}

/// Whether the token is the full stop of an initial inside a name: "Nora G. Pike".
pub fn is_initial_stop(document: &Document, at: usize) -> bool {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    document.is(at, ".") && at > 1 && capital(at + 1) && document.tokens[at - 1].span.len() == 1 && capital(at - 1)
}

/// Whether the word in `s` at `at` is part of a name that goes on: "a clerk called James Pike".
pub fn is_before_surname(document: &Document, at: usize) -> bool {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    capital(at) && capital(at + 1) && !is_title_case(document, at)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn names_that_go_on_or_begin_a_clause() {
        figures(
            "
Two St. Mary Parish wardens met six Dorn Corp. workers. Dorn Inc. fell 3%. One reason Pike is cross is the 17th state Rowe has hit, and the first song Ada Pike wrote. Ted Rowe Jr. came fourth.
^^^ figure count value=2 counted=[St. Mary Parish wardens]
                                ^^^ figure count value=6 counted=[Dorn Corp. workers]
                                                                       ^^ figure percent value=3 unit=percent change=down counted=[Dorn Inc]
                                                                           ^^^ figure count value=1 counted=[reason]
                                                                                                           ^^^^ figure ordinal value=17 counted=[state]
                                                                                                                                            ^^^^^ figure ordinal value=1 counted=[song]
                                                                                                                                                                                         ^^^^^^ figure ordinal value=4
",
        );
    }
}
