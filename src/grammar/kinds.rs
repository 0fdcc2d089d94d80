//! Of what kind a token is.

use crate::types::{Document, TokenKind};

/// Whether a word stands at `at`: neither a number nor a mark, nor the end of the text.
#[inline]
pub fn is_word(document: &Document, at: usize) -> bool {
    is(document, at, TokenKind::Word)
}

/// Whether a number in digits stands at `at`: `825,000`.
#[inline]
pub fn is_number(document: &Document, at: usize) -> bool {
    is(document, at, TokenKind::Number)
}

/// Whether the word before `at` owns something, by the ending that stands there: the `'s` of `Finch's`.
#[inline]
pub fn is_possessive(document: &Document, at: usize) -> bool {
    is(document, at, TokenKind::Possessive)
}

/// Whether a hyphen or a dash of any length stands at `at`.
#[inline]
pub fn is_dash(document: &Document, at: usize) -> bool {
    is(document, at, TokenKind::Dash)
}

/// Whether a quotation mark of any style stands at `at`.
#[inline]
pub fn is_quotation_mark(document: &Document, at: usize) -> bool {
    is(document, at, TokenKind::Quotation)
}

#[inline]
fn is(document: &Document, at: usize, kind: TokenKind) -> bool {
    document.tokens.get(at).is_some_and(|token| token.kind == kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        segment::segment,
        types::{Article, Buffers},
    };

    #[test]
    fn behind_the_last_token_stands_nothing() {
        let article = Article::new("a", None, "Finch's 12 mills – “old”");
        let document = segment(&article, Buffers::default());
        let tests = [is_word, is_possessive, is_number, is_dash, is_quotation_mark];
        let kinds: Vec<Option<usize>> = (0..10).map(|at| tests.iter().position(|test| test(&document, at))).collect();
        let nothing = None;
        let (word, owner, number, dash, mark) = (Some(0), Some(1), Some(2), Some(3), Some(4));
        assert_eq!(kinds, [word, owner, number, word, dash, mark, word, mark, nothing, nothing]);
    }
}
