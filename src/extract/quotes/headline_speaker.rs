//! Whether the name next to a headline's colon is the source of the rest: `Finch: Dam Will Hold`, but not `Finch: The
//! quiet miller`.

use std::ops::Range;

use super::clause;
use crate::types::{BlockKind, Document, Tags, TokenKind, WordList};

/// Maximum number of tokens between marks, with the closing one, for only a part of the content.
const PART: usize = 3;

/// Maximum number of letters of an abbreviation.
const SHORT_FORM_LETTERS: usize = 5;

/// More words for people and papers that a headline names.
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

/// Whether the name is that of a source rather than a topic: a word for people, bodies or documents, an abbreviation,
/// or a name that occurs again in the article.
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

/// Whether the words after a full name describe the person: they have no verb and no first person: `Nora Finch: The
/// quiet miller`.
fn describes(document: &Document, content: Range<usize>) -> bool {
    let aim = content.clone().any(|at| document.is(at, "to"));
    !aim && !is_own(document, content.clone()) && !clause::has_verb(document, content)
}

/// Whether few words are quoted and the rest of the content follows them: `Cops: ‘Jealous’ Miller Fled`.
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

/// Whether the word occurs later with a capital inside a sentence.
fn is_told_of(document: &Document, name: usize, colon: usize) -> bool {
    (colon + 1..document.tokens.len()).any(|at| {
        let tags = document.tags(at);
        let inside = tags.any(Tags::CAPITALISED) && !tags.any(Tags::SENTENCE_START);
        inside && document.word(at) == document.word(name) && document.block_of(at).kind != BlockKind::Title
    })
}

/// Whether the source speaks in the first person: `Teen Who Found Barge: I Am Rich`.
pub fn is_own(document: &Document, mut content: Range<usize>) -> bool {
    content.any(|at| {
        document.is_one_of(
            at,
            const { &WordList::of(["i", "i'll", "i'm", "i've", "me", "my", "our", "we", "we'll", "we're"]) },
        )
    })
}
