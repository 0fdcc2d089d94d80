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
    time::comparison::EXTRACTOR,
    time::day_part::EXTRACTOR,
    time::day_word::EXTRACTOR,
    time::definite::EXTRACTOR,
    time::distance::EXTRACTOR,
    time::duration::EXTRACTOR,
    time::era::EXTRACTOR,
    time::interval::EXTRACTOR,
    time::period_to::EXTRACTOR,
    time::quarter::EXTRACTOR,
    time::reference::EXTRACTOR,
    time::relative_unit::EXTRACTOR,
    time::rolling::EXTRACTOR,
    time::season::EXTRACTOR,
    time::set::EXTRACTOR,
    time::spoken_year::EXTRACTOR,
    time::weekday::EXTRACTOR,
    time::year::EXTRACTOR,
    count::EXTRACTOR,
];

/// Every figure of a document, none overlapping, in order of spans.
pub fn extract(document: &Document) -> Vec<Fact<Figure>> {
    settle(run(EXTRACTORS, document))
}
