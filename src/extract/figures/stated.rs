//! A figure with the tokens of its words, which are found once for all rules that say what it counts.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::types::{Document, Fact, Figure};

/// A figure and where it stands.
#[derive(Debug)]
pub struct Stated<'a> {
    /// The tokens of its words.
    pub tokens: Range<usize>,
    /// Index of its sentence.
    pub sentence: u32,
    /// What it states.
    pub detail: &'a Figure,
}

impl<'a> Stated<'a> {
    /// Of a fact.
    pub fn of(document: &Document, fact: &'a Fact<Figure>) -> Self {
        Self { tokens: document.tokens_in(fact.span), sentence: fact.sentence, detail: &fact.detail }
    }

    /// Whether a bare number is more likely an amount, its unit left out, than a number of things.
    pub fn may_be_amount(&self) -> bool {
        self.detail.value.is_some_and(|value| !value.is_integer() || value >= Decimal::ONE_THOUSAND)
    }
}
