//! Figures: how many, of what, when.

mod count;
mod time;

use super::{Extractor, run, settle};
use crate::types::{Document, Fact, Figure};

/// Every extractor of figures; of two readings equally long the one named first stays, so times come
/// before numbers.
pub const EXTRACTORS: &[Extractor<Figure>] = &[
    time::calendar_date::EXTRACTOR,
    time::clock::EXTRACTOR,
    time::day_part::EXTRACTOR,
    time::day_word::EXTRACTOR,
    time::distance::EXTRACTOR,
    time::duration::EXTRACTOR,
    time::interval::EXTRACTOR,
    time::quarter::EXTRACTOR,
    time::relative_unit::EXTRACTOR,
    time::weekday::EXTRACTOR,
    time::year::EXTRACTOR,
    count::EXTRACTOR,
];

/// Every figure of a document, none overlapping, in order of spans.
pub fn extract(document: &Document) -> Vec<Fact<Figure>> {
    settle(run(EXTRACTORS, document))
}
