//! Numbers that guide through a series or to notes: `Image 3 of 16`, `Caption 9 of 25 Photos`, `1 / 8`, `[4]`.

use std::ops::Range;

use super::{
    designation,
    numeral::{glued, joins},
};
use crate::types::{Document, Tags, WordList};

/// Whether the number at these tokens is one of a series, or its length.
pub fn is_numbered(document: &Document, tokens: &Range<usize>) -> bool {
    let digits = |at: usize| document.tags(at).any(Tags::DIGITS);
    let before = |mark: &str| tokens.start > 1 && document.is(tokens.start - 1, mark) && digits(tokens.start - 2);
    // "Tarn.[4][5]": marks of notes.
    let note = before_bracket(document, tokens.start) && document.is(tokens.end, "]");
    let slashed = document.is(tokens.end, "/") && digits(tokens.end + 1) || before("/");
    let gallery = document.is(tokens.end, "show") && document.is(tokens.end + 1, "all");
    note || gallery
        || is_bracketed_mark(document, tokens)
        || slashed
        || tokens.start > 2 && before("of") && is_name(document, tokens.start - 2)
}

/// Whether the number follows a square bracket that adjoins what precedes it.
fn before_bracket(document: &Document, at: usize) -> bool {
    at > 1 && document.is(at - 1, "[") && document.is_glued(at - 2)
}

/// Whether the word before the number at `at` takes it as a name.
fn is_name(document: &Document, at: usize) -> bool {
    document.tags(at - 1).any(Tags::DESIGNATOR) && designation::is_designated(document, at)
}

/// Whether the number is a single digit in brackets, one of several in the sentence: "It is (1) cheap and (2) dry".
fn is_bracketed_mark(document: &Document, tokens: &Range<usize>) -> bool {
    let digit = |at: usize| document.word(at).parse::<u8>().ok().filter(|_| document.tokens[at].span.len() == 1);
    let marked = |at: usize| at > 0 && document.is(at - 1, "(") && document.is(at + 1, ")");
    let Some(number) = digit(tokens.start).filter(|_| marked(tokens.start)) else { return false };
    let next = |at: usize| marked(at) && digit(at).is_some_and(|other| other.abs_diff(number) == 1);
    let near = document.sentence_tokens(tokens.start).start.max(tokens.start.saturating_sub(30))..tokens.start + 30;
    near.take_while(|&at| at < document.sentence_tokens(tokens.start).end).any(next)
}

/// Whether hyphens join two more numbers to the one that ends at `end`: "A record of 21-4-2", "the numbers 3-14-15".
pub fn is_row(document: &Document, end: usize) -> bool {
    let joined = |at: usize| joins(document, at) && document.tags(at + 1).any(Tags::DIGITS);
    // "1-800-GO-HOME".
    let spelled = joins(document, end + 2) && document.tags(end + 3).any(Tags::UPPERCASE);
    joined(end) && (joined(end + 2) || spelled)
}

/// Whether the number marks an item of a list: `1.` or `2)` before the text.
pub fn is_list_mark(document: &Document, tokens: &Range<usize>) -> bool {
    let sentence = document.sentence_tokens(tokens.start);
    let mark = document.is(tokens.end, ".") || document.is(tokens.end, ")");
    // "Results: 1. Pike 31 points; 2. Rowe 28".
    let item = tokens.start > 0
        && document.is_one_of(tokens.start - 1, const { &WordList::of([":", ";"]) })
        && document.is(tokens.end, ".")
        && document.word(tokens.start).len() <= 2
        && !glued(document, tokens.end);
    if item && glued(document, tokens.end - 1) && document.tags(tokens.end + 1).any(Tags::CAPITALISED) {
        return true;
    }
    sentence.start == tokens.start
        && mark
        && glued(document, tokens.end - 1)
        && tokens.len() == 1
        && sentence.end <= tokens.end + 1
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn captions_count_nothing() {
        figures(
            "
Hide Caption 9 of 25 Photos: Floods in Tarn Wardens lift a goat.
Image 2 of 2 Ted Rowe was held in Tarn. 1 / 6 Back to Gallery
The goat fell in Tarn.[4][15]
",
        );
    }

    #[test]
    fn parts_of_things_count() {
        figures(
            "
The fire hit 2 of 7 barns.
             ^^^^^^ figure proportion value=0.2857 counted=[barns]
",
        );
    }

    #[test]
    fn rows_of_numbers() {
        figures(
            "
The Rovers are 21-4-2, ring 1-800-555-0142 or draw 3-14-15-40.
",
        );
    }

    #[test]
    fn marks_in_brackets() {
        figures(
            "
The mill is (1) cheap, (2) dry and runs update 5.50.
",
        );
    }
}
