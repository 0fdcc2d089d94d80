//! Words before a stretch of time that point into it: "early 2014", "the end of the week", "later this month". The
//! stretch is resolved as a whole; these words only extend the phrase.

use crate::{
    grammar::kinds,
    types::{BlockKind, Document, Tags, TokenKind},
};

/// The first token of the phrase that starts at `start`, including words that point into it.
pub fn lead(document: &Document, start: usize) -> usize {
    let mut start = determiner(document, start);
    if let Some(word) = start.checked_sub(1).filter(|&at| is_any(document, at, &["of", "in"])) {
        let noun = word.checked_sub(1);
        if document.is(word, "of")
            && let Some(noun) = noun.filter(|&at| is_any(document, at, PARTS))
        {
            return determiner(document, noun);
        }
        if document.is(word, "in")
            && let Some(adverb) = noun.filter(|&at| is_any(document, at, &["earlier", "later", "early", "late"]))
        {
            return adverb;
        }
    }
    let glued = start.checked_sub(1).filter(|&at| document.tokens[at].kind == TokenKind::Dash).unwrap_or(start);
    if let Some(adverb) =
        glued.checked_sub(1).filter(|&at| is_any(document, at, POINTERS) || is_end(document, at, start))
    {
        start = determiner(document, adverb);
    }
    start
}

/// Whether the word at `at` means only the end of the stretch that starts at `start`: "End-March", "by end March".
fn is_end(document: &Document, at: usize, start: usize) -> bool {
    let before = |words: &[&str]| at > 0 && is_any(document, at - 1, words);
    let placed = || before(&["at", "by", "since", "until"]) || before(&["to"]) && is_stretch(document, at - 1);
    document.is(at, "end") && (at + 1 < start || placed())
}

/// Whether a duration precedes the `to` at `at`: "The nine months to"; in "is to end March 31" `end` is a verb.
fn is_stretch(document: &Document, at: usize) -> bool {
    at > 0 && document.tags(at - 1).any(Tags::TIME_UNIT)
}

const PARTS: &[&str] = &["end", "beginning", "start", "middle", "close", "rest", "remainder", "turn"];
const POINTERS: &[&str] = &["early", "late", "mid", "earlier", "later", "sometime"];

/// Whether token `at` is one of the words.
#[inline(always)]
pub fn is_any(document: &Document, at: usize, words: &[&str]) -> bool {
    at < document.tokens.len() && words.iter().any(|word| document.is(at, word))
}

/// Whether a common word at `at` is capitalised where a sentence would not do so: the "Today" show, "This Week".
/// Headlines capitalise everywhere.
pub fn is_title(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    let opens = tags.any(Tags::SENTENCE_START)
        || at.checked_sub(1).is_none_or(|before| {
            !matches!(document.tokens[before].kind, TokenKind::Word | TokenKind::Possessive)
                || document.tags(before).any(Tags::SENTENCE_START)
        });
    let headline = document.block_of(at).kind != BlockKind::Paragraph;
    let mark = |at: usize| kinds::is_quotation_mark(document, at);
    // He told "Today."
    let shown = at > 1 && document.tokens[at - 2].kind == TokenKind::Word && document.is(at + 1, ".") && mark(at + 2);
    let closes = mark(at + 1) || shown;
    // "A Daily Crier poll".
    let named = document.tags(at + 1).any(Tags::CAPITALISED) && !document.tags(at).any(Tags::SENTENCE_START);
    let opens = opens && !(named && document.is(at.saturating_sub(1), "a"));
    let quoted = closes && at.checked_sub(1).is_some_and(|before| document.tokens[before].kind == TokenKind::Quotation);
    let paper = document.is(at, "today") && document.is(at.saturating_sub(1), "USA");
    tags.any(Tags::CAPITALISED) && paper || tags.any(Tags::CAPITALISED) && !headline && (!opens || quoted)
}

/// Whether no noun follows token `end - 1`.
pub fn is_closed(document: &Document, end: usize) -> bool {
    const CLOSED: Tags = Tags::PREPOSITION.with(Tags::CONJUNCTION).with(Tags::AUXILIARY).with(Tags::PRONOUN);
    document.tokens.get(end).is_none_or(|next| next.kind != TokenKind::Word || next.tags.any(CLOSED))
}

/// `start`, or the `the` before it (with `very` between).
pub fn determiner(document: &Document, start: usize) -> usize {
    let before = start.checked_sub(1).filter(|&at| document.is(at, "very")).unwrap_or(start);
    before.checked_sub(1).filter(|&at| document.is(at, "the")).unwrap_or(start)
}
