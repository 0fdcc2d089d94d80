//! Whether who is named beside a headline's colon says the rest of it: `Finch: Dam Will Hold`, not `Finch: The quiet
//! miller`.

use std::ops::Range;

use super::clause;
use crate::types::{BlockKind, Document, Tags, TokenKind, WordList};

/// Most tokens between marks, with the closing one, that are only a part of what is said.
const PART: usize = 3;

/// Most letters of a short form.
const SHORT_FORM_LETTERS: usize = 5;

/// Further words for people and papers that a headline names.
const SPEAKERS: WordList<29> = WordList::of([
    "affidavit",
    "authorities",
    "autopsy",
    "boss",
    "brother",
    "cop",
    "cops",
    "dad",
    "experts",
    "feds",
    "grandmother",
    "indictment",
    "insiders",
    "jury",
    "lawsuit",
    "marines",
    "memo",
    "memos",
    "mom",
    "mum",
    "rescuers",
    "source",
    "sources",
    "study",
    "suit",
    "survey",
    "warrant",
    "witness",
    "witnesses",
]);

/// Whether the name is one of a speaker and not of a subject: a word for people, bodies or documents, a short form,
/// or a name that the article tells more of.
pub fn speaks(document: &Document, name: Range<usize>, colon: usize) -> bool {
    let last = name.end - 1;
    let tags = document.tags(last);
    let told = Tags::PERSON_NOUN | Tags::TITLE | Tags::ORGANISATION | Tags::CUE_NOUN;
    let verb = |at: usize| {
        let tags = document.tags(at);
        tags.any(Tags::AUXILIARY | Tags::VERB) && !tags.any(told | Tags::SITE) || document.is(at, ",")
    };
    let capitals = |at: usize| document.tags(at).any(Tags::UPPERCASE) || document.word(at).len() == 1;
    let placed = document.tags(name.start).any(Tags::PREPOSITION);
    if placed || name.clone().any(verb) || name.len() > 1 && name.clone().all(capitals) {
        return false;
    }
    if tags.any(told) || document.is_one_of(last, &SPEAKERS) {
        return true;
    }
    if tags.any(Tags::UPPERCASE) {
        return document.word(last).len() <= SHORT_FORM_LETTERS && !document.tags(colon + 1).all(Tags::UPPERCASE);
    }
    let given = name.len() > 1 && document.tags(name.start).any(Tags::GIVEN_NAME);
    if given && describes(document, colon + 1..document.sentence_tokens(colon).end) {
        return false;
    }
    !tags.any(Tags::PLACE) && (tags.any(Tags::SURNAME) || given) && is_told_of(document, last, colon)
}

/// `Nora Finch: The quiet miller`: what follows a full name tells who is named, where it has no verb and nobody speaks
/// of himself.
fn describes(document: &Document, content: Range<usize>) -> bool {
    let aim = content.clone().any(|at| document.is(at, "to"));
    !aim && !is_own(document, content.clone()) && !clause::has_verb(document, content)
}

/// `Cops: ‘Jealous’ Miller Fled`: few quoted words, with the rest of what is said behind them.
pub fn opens_with_part(document: &Document, open: usize) -> bool {
    let title = document.block_of(open).kind == BlockKind::Title;
    let quotation = document.quotation_of(open).filter(|quotation| title && quotation.closed);
    quotation.is_some_and(|quotation| {
        let close = quotation.close as usize;
        let rest = close + 1..document.sentence_tokens(open).end;
        let more = rest.len() > 1 && document.tokens[rest.start].kind == TokenKind::Word;
        let verb = |at: usize| {
            let finite = document.tags(at).any(Tags::AUXILIARY | Tags::VERB) || document.ends_in(at, "ed");
            finite && !document.is(at - 1, "to")
        };
        more && close - open <= PART && rest.clone().any(verb)
    })
}

/// Whether the word stands further on with a capital inside a sentence.
fn is_told_of(document: &Document, name: usize, colon: usize) -> bool {
    (colon + 1..document.tokens.len()).any(|at| {
        let tags = document.tags(at);
        let inside = tags.any(Tags::CAPITALISED) && !tags.any(Tags::SENTENCE_START);
        inside && document.word(at) == document.word(name) && document.block_of(at).kind != BlockKind::Title
    })
}

/// `Teen Who Found Barge: I Am Rich`: whoever is named speaks of herself.
pub fn is_own(document: &Document, mut content: Range<usize>) -> bool {
    content.any(|at| {
        document.is_one_of(
            at,
            const { &WordList::of(["i", "i'll", "i'm", "i've", "me", "my", "our", "we", "we'll", "we're"]) },
        )
    })
}
