//! Quotes: who said what.

mod according_to;
mod adjuncts;
mod around;
mod as_said;
mod asked;
mod attribution;
mod clause;
mod colon;
mod cues;
mod direct;
mod headline;
mod indirect;
mod mixed;
mod noun_cue;
mod object;
mod parenthetical;
mod phrases;
mod pull_quote;
mod sources;

use super::{Extractor, run, settle};
use crate::types::{Document, Fact, Quote};

/// Every extractor of quotes. Of two that find the same words the one further up is believed.
pub const EXTRACTORS: &[Extractor<Quote>] = &[
    pull_quote::EXTRACTOR,
    colon::EXTRACTOR,
    direct::EXTRACTOR,
    indirect::EXTRACTOR,
    parenthetical::EXTRACTOR,
    as_said::EXTRACTOR,
    according_to::EXTRACTOR,
    asked::EXTRACTOR,
    headline::EXTRACTOR,
    mixed::EXTRACTOR,
    object::EXTRACTOR,
    noun_cue::EXTRACTOR,
];

/// Every quote of a document with the mention of its speaker, none overlapping, in order of spans.
pub fn extract(document: &Document) -> Vec<Fact<Quote>> {
    settle(run(EXTRACTORS, document))
}
