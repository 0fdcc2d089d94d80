//! Quotation marks: the ways each can face.

use super::tokens;
use crate::types::{Document, Tags, TokenKind};

/// The most marks side by side to skip in search of the letter beyond them.
const NESTED: usize = 4;

/// Tags the quotation marks among the tokens from `first` on, and records their places.
///
/// The space around a mark says more than its shape, as editors type curly marks the wrong way round. A mark between
/// space and word opens, and one between word and space closes, as does a straight one with space on both sides at the
/// end of its line; otherwise its shape decides.
pub fn collect(document: &mut Document, first: usize) {
    let text = &document.article.text;
    for at in first..document.tokens.len() {
        let token = &mut document.tokens[at];
        if token.kind != TokenKind::Quotation {
            continue;
        }
        let before = text[..token.span.start as usize].chars().rev().take(NESTED).find(|&letter| is_seen(letter));
        let behind = text[token.span.end as usize..].chars().take(NESTED).find(|&letter| is_seen(letter));
        let mark = token.span.of(text).chars().next().unwrap_or('"');
        token.tags = token.tags | facing(before, mark, behind);
        document.quotation_marks.push(at as u32);
    }
}

/// Neither a quotation mark nor a sign that only controls the direction of writing.
fn is_seen(letter: char) -> bool {
    !matches!(letter, '"' | '“' | '”' | '„' | '‟' | '‘' | '’' | '\'' | '`') && !tokens::is_invisible(letter)
}

fn facing(before: Option<char>, mark: char, behind: Option<char>) -> Tags {
    let free_before = before.is_none_or(|c| c.is_whitespace() || "([{-–—/:".contains(c));
    let free_behind = behind.is_none_or(|c| c.is_whitespace() || ".,;:!?)]}-–—/".contains(c));
    match (free_before, free_behind) {
        (true, false) => Tags::OPENING,
        (false, true) => Tags::CLOSING,
        _ if mark == '"' && before == Some(' ') && behind.is_none_or(|c| c == '\n') => Tags::CLOSING,
        _ => match mark {
            '“' | '‘' | '„' | '«' | '‹' | '`' | '‟' => Tags::OPENING,
            '”' | '’' | '»' | '›' | '´' => Tags::CLOSING,
            _ => Tags::OPENING | Tags::CLOSING,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_tells_more_than_shape() {
        let cases = [
            (None, '"', Some('W'), Tags::OPENING),
            (Some('.'), '"', None, Tags::CLOSING),
            (Some(' '), '”', Some('W'), Tags::OPENING),
            (Some(','), '“', Some(' '), Tags::CLOSING),
            (Some('"'), '‘', Some('W'), Tags::OPENING),
            (Some(' '), '"', Some(' '), Tags::OPENING | Tags::CLOSING),
            (Some(' '), '"', Some('\n'), Tags::CLOSING),
        ];
        for (before, mark, behind, expected) in cases {
            assert_eq!(facing(before, mark, behind), expected, "{before:?} {mark} {behind:?}");
        }
    }
}
