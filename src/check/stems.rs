//! Words in the form in which they are compared: hashes of their stems, without function words.

use std::ops::Range;

pub use crate::lexicon::{stem, word_hash as word};
use crate::{
    lexicon::LEXICON,
    types::{Document, Tags, TokenKind},
};

/// Tags of words that do not show what a sentence is about.
const EMPTY: Tags = Tags::DETERMINER
    .with(Tags::PREPOSITION)
    .with(Tags::PRONOUN)
    .with(Tags::CONJUNCTION)
    .with(Tags::AUXILIARY)
    .with(Tags::NEGATION)
    .with(Tags::RELATIVE)
    .with(Tags::ADVERB)
    .with(Tags::NUMBER_WORD)
    .with(Tags::MAGNITUDE)
    .with(Tags::CURRENCY)
    .with(Tags::PERCENT)
    .with(Tags::TIME_UNIT)
    .with(Tags::CUE);

/// Hash of the stem of token `at`, or of the word that represents its synonyms.
pub fn stem_at(document: &Document, at: usize) -> u32 {
    LEXICON.meaning(document.tokens[at].word).unwrap_or_else(|| stem(document.word(at)))
}

/// Stems of the content words among the tokens, sorted, each once.
pub fn content(document: &Document, tokens: Range<usize>) -> Vec<u32> {
    let mut stems: Vec<u32> = tokens.filter(|&at| is_content(document, at)).map(|at| stem_at(document, at)).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// Stems of the words of a text that have at least three letters.
pub fn content_of(text: &str) -> Vec<u32> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() >= 3).map(stem).collect()
}

/// Whether a token is a content word of at least three letters.
pub fn is_content(document: &Document, at: usize) -> bool {
    let token = &document.tokens[at];
    token.kind == TokenKind::Word && token.span.len() >= 3 && !token.tags.any(EMPTY)
}

/// Whether a token is a content word of a name and has none of the tags; at the start of a sentence, another
/// capitalised word must follow.
pub fn is_named(document: &Document, at: usize, without: Tags) -> bool {
    let tags = document.tags(at);
    let capitalised = document.tokens[at].kind == TokenKind::Word && tags.any(Tags::CAPITALISED);
    let inside = !tags.any(Tags::SENTENCE_START) || document.tags(at + 1).any(Tags::CAPITALISED);
    capitalised && inside && is_content(document, at) && !tags.any(without)
}

/// The number of members that two sorted lists share.
pub fn shared(one: &[u32], other: &[u32]) -> usize {
    let (mut left, mut right, mut count) = (0, 0, 0);
    while left < one.len() && right < other.len() {
        match one[left].cmp(&other[right]) {
            std::cmp::Ordering::Less => left += 1,
            std::cmp::Ordering::Greater => right += 1,
            std::cmp::Ordering::Equal => {
                (left, right, count) = (left + 1, right + 1, count + 1);
            }
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        segment::segment,
        types::{Article, Buffers},
    };

    #[test]
    fn content_leaves_function_words_out() {
        let article = Article::new("a", None, "The 40 farms in the valley have been flooded.");
        let document = segment(&article, Buffers::default());
        let found = content(&document, 0..document.tokens.len());
        let mut expected = ["farms", "valley", "flooded"].map(stem).to_vec();
        expected.sort_unstable();
        assert_eq!(found, expected);
        assert_eq!(shared(&found, &expected), 3);
    }
}
