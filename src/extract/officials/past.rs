//! Words right behind an office that tell it was held once: "from 2001 to 2009", "at the time", "under Presidents Reed
//! and Dale".

use crate::types::{Document, TokenKind, WordList};

/// Letters of a year.
const YEAR: usize = 4;

/// Whether the words from `at` on tell that an office was held once.
pub fn is_told(document: &Document, at: usize) -> bool {
    document.is(at, "until") || is_span_of_years(document, at) || is_under(document, at) || is_time(document, at)
}

/// `at the time`, but not `at the time of the fire`, when it may have been held still.
pub fn is_time(document: &Document, at: usize) -> bool {
    let that = document.is_one_of(at + 1, const { &WordList::of(["that", "the"]) });
    document.is(at, "at") && that && document.is(at + 2, "time") && !document.is(at + 3, "of")
}

/// `from 2001 to 2009`, `between 2001 and 2009`, `(2001-2009)`, `2001-2009`.
fn is_span_of_years(document: &Document, at: usize) -> bool {
    let opens = document.is(at, "(") || document.is_one_of(at, const { &WordList::of(["between", "from"]) });
    let first = at + usize::from(opens);
    let dash = document.tokens.get(first + 1).is_some_and(|token| token.kind == TokenKind::Dash);
    let to = dash || document.is_one_of(first + 1, const { &WordList::of(["and", "through", "to", "until"]) });
    (opens || dash) && to && is_year(document, first) && is_year(document, first + 2)
}

fn is_year(document: &Document, at: usize) -> bool {
    let number = document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
    number && document.word(at).len() == YEAR && document.word(at).bytes().all(|byte| byte.is_ascii_digit())
}

/// `under Presidents Reed and Dale`, `under former president Reed`.
fn is_under(document: &Document, at: usize) -> bool {
    document.is(at, "under") && document.is_one_of(at + 1, const { &WordList::of(["former", "presidents"]) })
}
