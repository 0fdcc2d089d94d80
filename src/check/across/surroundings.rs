//! Words right next to figures and quotations.

use super::stories::GENERAL;
use crate::{
    check::{
        quantity::Quantity,
        stems::{is_named, word},
    },
    types::{Document, Sentence, Span, Tags, TokenKind, WordList},
};

/// Words before the place of an event.
const IN: WordList<3> = WordList::of(["at", "in", "near"]);

/// The word before a quantity and three after, as hashes; zero outside its sentence.
pub fn neighbours(document: &Document, quantity: &Quantity) -> [u32; 4] {
    let (first, behind) = (quantity.first, quantity.behind);
    let sentence = document.sentences[quantity.sentence as usize].tokens.clone();
    let inside = |at: usize| at >= sentence.start as usize && at < sentence.end as usize;
    let near = [first.wrapping_sub(1), behind, behind + 1, behind + 2];
    near.map(|at| if inside(at) { word(document.word(at)) } else { 0 })
}

/// Whether words in marks continue a sentence of the writer's: the word before them is neither a cue nor the end of a
/// clause. `first` is the first byte of the words.
pub fn is_woven(document: &Document, first: u32) -> bool {
    let quoted = document.token_at(first);
    let start = document
        .tokens
        .get(quoted)
        .map_or(quoted, |token| document.sentences[token.sentence as usize].tokens.start as usize);
    let outside = (start..quoted).rev().find(|&at| document.tokens[at].kind != TokenKind::Quotation);
    outside.is_some_and(|at| document.tokens[at].kind == TokenKind::Word && !document.tags(at).any(Tags::CUE))
}

/// Hash of the first name of a sentence that comes after "in", "at" or "near".
pub fn place(document: &Document, sentence: &Sentence) -> Option<u32> {
    let tokens = sentence.tokens.start as usize + 1..sentence.tokens.end as usize;
    let mut places = tokens.filter(|&at| document.is_one_of(at - 1, &IN) && is_named(document, at, GENERAL));
    places.next().map(|at| word(document.word(at)))
}

/// Whether a speaker speaks together with another, or quotes one: "Dale and Reed sang", "said Dale, quoting Reed".
pub fn is_one_of_several(document: &Document, speaker: Span) -> bool {
    let (first, behind) = (document.token_at(speaker.start), document.token_at(speaker.end));
    let named = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let follows = document.is(behind, "and") && named(behind + 1);
    let precedes = first > 1 && document.is(first - 1, "and") && named(first - 2);
    let quotes = |at: usize| document.is_one_of(at, const { &WordList::of(["citing", "quoting"]) });
    let several = document.text(speaker).contains(" and ");
    several || follows || precedes || (behind..behind + 3).any(quotes)
}
