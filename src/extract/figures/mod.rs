//! Figures: how many, of what, when.

mod count;

use super::{Extractor, run, settle};
use crate::types::{Document, Fact, Figure};

/// Every extractor of figures.
pub const EXTRACTORS: &[Extractor<Figure>] = &[count::EXTRACTOR];

/// Every figure of a document, none overlapping, in order of spans.
pub fn extract(document: &Document) -> Vec<Fact<Figure>> {
    settle(run(EXTRACTORS, document))
}
