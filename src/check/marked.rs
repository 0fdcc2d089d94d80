//! Tokens that several checks start from, found in one pass over an article.

use crate::types::{Document, Tags};

/// Token indices by type, in text order.
#[derive(Debug, Default)]
pub struct Marked {
    /// In digits or in words.
    pub numbers: Vec<usize>,
    /// Names of months, capitalised.
    pub months: Vec<usize>,
}

impl Marked {
    /// Finds the tokens of a document.
    pub fn new(document: &Document) -> Self {
        const NUMBER: Tags = Tags::DIGITS.with(Tags::NUMBER_WORD);
        let mut marked = Self::default();
        for (at, token) in document.tokens.iter().enumerate() {
            // Most tokens are neither; this is the quickest test.
            if !token.tags.any(NUMBER.with(Tags::MONTH)) {
                continue;
            }
            if token.tags.any(NUMBER) {
                marked.numbers.push(at);
            }
            if token.tags.all(Tags::MONTH.with(Tags::CAPITALISED)) {
                marked.months.push(at);
            }
        }
        marked
    }
}
