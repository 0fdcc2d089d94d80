//! Quotes: who said what.

use crate::types::{Document, Fact, Quote};

/// Every quote of a document with the mention of its speaker, in order of spans.
pub fn extract(_document: &Document) -> Vec<Fact<Quote>> {
    Vec::new()
}
