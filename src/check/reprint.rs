//! Whether the same run of words surrounds two figures: a caption, a summary or a link repeats the text.

use super::{quantity::Quantity, stems::is_content};
use crate::types::{Document, Span, Tags};

/// Words in a row around a figure that a text does not repeat by chance.
const RUN: usize = 8;
/// The number of content words among them.
const CONTENT: usize = 6;
/// Content words in a line that repeats a headline.
const LINE: usize = 2;
/// Marks that such a line may have in addition.
const MARKS: usize = 3;

/// The words that two figures have in common on either side.
#[derive(Debug, Clone, Copy)]
pub struct Reprint {
    pub before: usize,
    pub behind: usize,
    /// Whether the run of words is the whole sentence of the second figure.
    pub is_whole: bool,
    /// The number of content words.
    pub content: usize,
}

impl Reprint {
    /// Whether the run is so long that one sentence is a reprint of the other.
    pub fn is_long(&self) -> bool {
        self.content >= CONTENT && self.before + self.behind >= RUN && self.before > 0 && self.behind > 0
    }
}

/// The run of words around both figures, which are given by their spans.
pub fn reprint(document: &Document, one: Span, other: Span) -> Reprint {
    let [left, right] = [one, other].map(|span| document.token_at(span.start));
    let [next, last] = [one, other].map(|span| document.token_at(span.end));
    let [first, second] = [left, right].map(|at| document.sentence_tokens(at));
    let same = |one: usize, other: usize| document.tokens[one].spelling == document.tokens[other].spelling;
    let room = (left - first.start).min(right - second.start);
    let before = (1..=room).take_while(|&back| same(left - back, right - back)).count();
    let room = first.end.saturating_sub(next).min(second.end.saturating_sub(last));
    let behind = (0..room).take_while(|&ahead| same(next + ahead, last + ahead)).count();
    let content = (right - before..right).chain(last..last + behind).filter(|&at| is_content(document, at)).count();
    let is_whole = is_start(document, second.start, right - before) && last + behind == second.end;
    Reprint { before, behind, is_whole, content }
}

/// Whether only marks and function words precede a token in its sentence.
fn is_start(document: &Document, start: usize, at: usize) -> bool {
    (start..at).all(|at| !document.tags(at).any(Tags::CAPITALISED) && !is_content(document, at))
}

/// Sentences of the text that repeat the headline, or part of it, with the same figure; `title` and `body` are the
/// figures of both.
pub fn sentences_again(document: &Document, title: &[&Quantity], body: &[&Quantity]) -> Vec<u32> {
    let length = |sentence: u32| document.sentences[sentence as usize].tokens.len();
    let mut found: Vec<u32> = Vec::new();
    for figure in title {
        let short = body.iter().filter(|other| length(other.sentence) <= length(figure.sentence) + MARKS);
        let same = short.filter(|other| other.value == figure.value && other.has_unit_of(figure));
        let again = same.filter(|other| {
            let reprint = reprint(document, figure.span, other.span);
            reprint.is_whole && reprint.content >= LINE
        });
        found.extend(again.map(|other| other.sentence));
    }
    found
}
