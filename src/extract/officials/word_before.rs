//! The capitalised word directly before a single name, where no name table has it: in "18-year-old Heaven Garcia" it is
//! a given name, in "Norvale Star" and "Time Warner" the start of another kind of name.

use super::{candidate::Candidate, context::is_somebody, name_shape::CLOSED};
use crate::{
    grammar::classes,
    types::{Document, Tags, TokenKind},
};

/// The role of the word before a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordBefore {
    /// The given name, though primarily an ordinary word.
    GivenName,
    /// The start of the name of something else.
    OtherName,
    /// No evidence, or no such word.
    Nothing,
}

/// The role of the word before a candidate.
pub fn word_before(document: &Document, candidate: &Candidate) -> WordBefore {
    const PASSED_OVER: Tags = CLOSED
        .with(Tags::AUXILIARY)
        .with(Tags::HONORIFIC)
        .with(Tags::MONTH)
        .with(Tags::NATIONALITY)
        .with(Tags::PARTICLE)
        .with(Tags::PERSON_NOUN)
        .with(Tags::SENTENCE_START)
        .with(Tags::TITLE);
    const THINGS: Tags =
        Tags::NAMED_THING.with(Tags::ORGANISATION).with(Tags::PLACE).with(Tags::SITE).with(Tags::UPPERCASE);
    let at = candidate.tokens.start;
    let Some(before) = at.checked_sub(1).filter(|_| candidate.stands_alone() && !candidate.is_titled()) else {
        return WordBefore::Nothing;
    };
    let (own, tags) = (document.tags(at), document.tags(before));
    let word = document.tokens[before].kind == TokenKind::Word && tags.any(Tags::CAPITALISED);
    // `JP Morgan` is a bank and `JT Tolland` a person.
    let letters = tags.any(Tags::UPPERCASE) && document.word(before).len() < 3;
    let one_line = document.tokens[before].sentence == document.tokens[at].sentence
        && !document.text(document.span(before..at + 1)).contains('\n');
    if !word || !one_line || letters || tags.any(PASSED_OVER) || own.any(Tags::UPPERCASE) {
        return WordBefore::Nothing;
    }
    // `the 18th Fighter Wing`.
    let counted = before > 1 && classes::is_ordinal_in_digits(document, before - 2);
    let family = own.any(Tags::SURNAME) && !own.any(THINGS) && !tags.any(THINGS) && !counted;
    if family && is_somebody(document, before, candidate.tokens.end) {
        return WordBefore::GivenName;
    }
    if tags.any(THINGS) || own.any(Tags::ORDINARY) { WordBefore::OtherName } else { WordBefore::Nothing }
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn a_word_is_a_given_name_or_a_name_of_something_else() {
        people(
            "
Wardens met 18-year-old Heaven Garcia and his wife, Lattice Barnes. The Norvale Star and Exxon Tolland saw it.
                        ^^^^^^^^^^^^^ person Heaven Garcia
                                                    ^^^^^^^^^^^^^^ person Lattice Barnes
",
        );
    }
}
