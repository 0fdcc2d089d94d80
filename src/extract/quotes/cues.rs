//! Verbs of speech among the tokens.

use std::ops::Range;

use super::sources;
use crate::{
    lexicon::{Cue, Frame, LEXICON},
    types::{Document, Tags, TokenKind},
};

/// The verb of speech at a token outside quotation marks; a name that looks like one is none.
pub fn verb(document: &Document, at: usize) -> Option<&'static Cue> {
    let token = document.tokens.get(at)?;
    let named = token.tags.any(Tags::CAPITALISED) && !token.tags.any(Tags::SENTENCE_START);
    if !token.tags.any(Tags::CUE) || named || is_noun_here(document, at) {
        return None;
    }
    LEXICON.cues.get(token.word)
}

/// `a say`, `the claim`, `Reed's note`, `claims were made`: the words around make it a noun.
fn is_noun_here(document: &Document, at: usize) -> bool {
    let before = document.tags(at.wrapping_sub(1));
    let possessive = at > 0 && document.tokens[at - 1].kind == TokenKind::Possessive;
    let base = !document.word(at).ends_with("ed") && !document.word(at).ends_with("ing");
    let subject = document.word(at).ends_with('s') && document.tags(at + 1).any(Tags::AUXILIARY);
    base && (possessive || subject || (before.any(Tags::DETERMINER) && !before.any(Tags::PRONOUN | Tags::RELATIVE)))
}

/// `adding`, `also noting`.
pub fn is_participle(document: &Document, at: usize) -> bool {
    let at = at + usize::from(document.tags(at).any(Tags::ADVERB));
    at < document.tokens.len() && document.word(at).ends_with("ing") && verb(document, at).is_some()
}

/// A verb of speech that can be the only verb of its clause and takes a clause or a quote.
pub fn is_finite_cue(document: &Document, at: usize) -> bool {
    verb(document, at).is_some_and(|cue| cue.takes(Frame::Clause) || cue.takes(Frame::Direct) || cue.takes(Frame::That))
        && !document.word(at).ends_with("ing")
        && !document.is(at.wrapping_sub(1), "to")
        && document.quotation_of(at).is_none()
}

/// The last verb that can go with a direct quote in `tokens`.
pub fn last_direct(document: &Document, tokens: Range<usize>) -> Option<usize> {
    tokens.rev().find(|&at| verb(document, at).is_some_and(|cue| cue.takes(Frame::Direct)))
}

/// The source of the verb at `cue`; of a participle (`, adding that`) the one of the verb before it.
pub fn source(document: &Document, cue: usize, from: usize) -> Option<Range<usize>> {
    let group = sources::verb_group(document, cue, from);
    let joined = group > from
        && (document.word(cue).ends_with("ing") || document.tags(group - 1).any(Tags::CONJUNCTION))
        && !document.tags(group.wrapping_sub(1)).any(Tags::AUXILIARY);
    if !joined {
        return sources::before(document, cue, from);
    }
    let main = (from..group).find(|&at| is_finite_cue(document, at));
    match main {
        Some(main) => sources::before(document, main, from).or_else(|| sources::behind(document, main + 1, group)),
        None => sources::opening(document, from, group),
    }
}
