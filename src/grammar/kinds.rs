//! The kind of a token.

use crate::types::{Document, TokenKind};

/// Whether the token at `at` is a word: not a number, a mark or the end of the text.
#[inline]
pub fn is_word(document: &Document, at: usize) -> bool {
    is(document, at, TokenKind::Word)
}

/// Whether the token at `at` is a number in digits: `825,000`.
#[inline]
pub fn is_number(document: &Document, at: usize) -> bool {
    is(document, at, TokenKind::Number)
}

/// Whether the token at `at` is a possessive ending: the `'s` of `Finch's`.
#[inline]
pub fn is_possessive(document: &Document, at: usize) -> bool {
    is(document, at, TokenKind::Possessive)
}

/// Whether the token at `at` is a hyphen or a dash of any length.
#[inline]
pub fn is_dash(document: &Document, at: usize) -> bool {
    is(document, at, TokenKind::Dash)
}

/// Whether the token at `at` is a quotation mark of any style.
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
