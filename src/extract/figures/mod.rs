//! Figures: how many, of what, when.

mod age;
mod bound;
mod change;
mod composite;
mod count;
mod counted;
mod designation;
mod interval;
mod measure;
mod money;
mod numeral;
mod ordinal;
mod percent;
mod phrase;
mod proportion;
mod quantity;
mod range;
mod ratio;
mod score;
mod spelled;
mod time;

use super::{Extractor, run, settle};
use crate::types::{Document, Fact, Figure};

/// Every extractor of figures; of two readings equally long the one named first stays, so times come
/// before numbers, and plain counts last.
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
    time::holiday::EXTRACTOR,
    time::hours::EXTRACTOR,
    time::nth_day::EXTRACTOR,
    time::numeric_date::EXTRACTOR,
    time::period::EXTRACTOR,
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
    age::EXTRACTOR,
    composite::EXTRACTOR,
    measure::EXTRACTOR,
    money::EXTRACTOR,
    ordinal::EXTRACTOR,
    percent::EXTRACTOR,
    proportion::EXTRACTOR,
    range::EXTRACTOR,
    ratio::EXTRACTOR,
    score::EXTRACTOR,
    count::EXTRACTOR,
];

/// Every figure of a document, none overlapping, in order of spans.
pub fn extract(document: &Document) -> Vec<Fact<Figure>> {
    let mut found = run(EXTRACTORS, document);
    // What reads on beyond its block has joined two of them.
    found.retain(|fact| document.block_of_fact(fact).span.contains(fact.span));
    let mut figures = settle(found);
    bound::attach(document, &mut figures);
    change::attach(document, &mut figures);
    counted::attach(document, &mut figures);
    figures
}
