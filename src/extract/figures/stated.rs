//! A figure with its tokens, which are found once for all rules that look for the measured entity.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::types::{Document, Fact, Figure};

/// A figure and its position.
#[derive(Debug)]
pub struct Stated<'a> {
    /// The tokens of its words.
    pub tokens: Range<usize>,
    /// Index of its sentence.
    pub sentence: u32,
    /// The figure itself.
    pub detail: &'a Figure,
}

impl<'a> Stated<'a> {
    /// The statement of a fact.
    pub fn of(document: &Document, fact: &'a Fact<Figure>) -> Self {
        Self { tokens: document.tokens_in(fact.span), sentence: fact.sentence, detail: &fact.detail }
    }

    /// Whether a bare number is more likely an amount without its unit than a number of things.
    pub fn may_be_amount(&self) -> bool {
        self.detail.value.is_some_and(|value| !value.is_integer() || value >= Decimal::ONE_THOUSAND)
    }
}
