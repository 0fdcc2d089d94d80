//! Figures: how many, of what, when.

mod adverbial;
mod age;
mod age_apart;
mod age_span;
mod aged;
mod apart;
mod assessed;
mod attribute;
mod beside;
mod bound;
mod bound_words;
mod brand;
mod calibre;
mod change;
mod clause;
mod code;
mod complement;
mod composite;
mod count;
mod counted;
mod couple;
mod currency_code;
mod dealt;
mod described;
mod designation;
mod double_bound;
mod elided;
mod gerund;
mod head;
mod height;
mod idiom;
mod inner_bound;
mod inner_clause;
mod inside;
mod interval;
mod kept;
mod label;
mod lasting;
mod leading;
mod level;
mod life;
mod limit;
mod lived;
mod measure;
mod measured;
mod metre;
mod minus;
mod moment;
mod money;
mod moved;
mod name_parts;
mod named_number;
mod noun;
mod numeral;
mod object;
mod ordinal;
mod part_measure;
mod partitive;
mod percent;
mod phrase;
mod placed;
mod pound;
mod price;
mod proper;
mod proportion;
mod purse;
mod quantity;
mod quarrel;
mod race;
mod range;
mod ranked;
mod rate;
mod ratio;
mod recurrence;
mod retold;
mod rupee;
mod score;
mod second;
mod seeded;
mod series;
mod shared_age;
mod sized;
mod somebody;
mod spelled;
mod spurious;
mod stated;
mod street;
mod teller;
mod than;
mod things;
mod time;
mod torn;
mod total;
mod turning;
mod verb;

pub use self::{
    numeral::Numeral,
    quantity::{Quantity, QuantityExtractor},
};
use super::{Anchored, Extractor, run, settle};
use crate::types::{Document, Fact, Figure, Tags};

/// All extractors of figures. Of two equally long readings the extractor listed first wins, so times come before
/// numbers, and plain counts last.
pub const EXTRACTORS: &[Extractor<Figure>] = &[
    time::ancient::EXTRACTOR,
    time::calendar_date::EXTRACTOR,
    time::clock::EXTRACTOR,
    time::comparison::EXTRACTOR,
    time::day_list::EXTRACTOR,
    time::day_of_month::EXTRACTOR,
    time::day_part::EXTRACTOR,
    time::day_word::EXTRACTOR,
    time::definite::EXTRACTOR,
    time::distance::EXTRACTOR,
    time::duration::EXTRACTOR,
    time::elided::EXTRACTOR,
    time::era::EXTRACTOR,
    time::first_parts::EXTRACTOR,
    time::holiday::EXTRACTOR,
    time::hours::EXTRACTOR,
    time::nth_day::EXTRACTOR,
    time::nth_part::EXTRACTOR,
    time::numeric_date::EXTRACTOR,
    time::period::EXTRACTOR,
    time::period_to::EXTRACTOR,
    time::quarter::EXTRACTOR,
    time::reference::EXTRACTOR,
    time::relative_unit::EXTRACTOR,
    time::rolling::EXTRACTOR,
    time::season::EXTRACTOR,
    time::set::EXTRACTOR,
    time::short_year::EXTRACTOR,
    time::spoken_year::EXTRACTOR,
    time::stopwatch::EXTRACTOR,
    time::weekday::EXTRACTOR,
    time::weeks_on::EXTRACTOR,
    time::year::EXTRACTOR,
    age::EXTRACTOR,
    height::EXTRACTOR,
    ordinal::EXTRACTOR,
    part_measure::EXTRACTOR,
    proportion::EXTRACTOR,
    ratio::EXTRACTOR,
    score::EXTRACTOR,
];

/// All extractors that start from a number with its unit; they come after the others.
pub const QUANTITY_EXTRACTORS: &[QuantityExtractor] = &[
    composite::EXTRACTOR,
    measure::EXTRACTOR,
    money::EXTRACTOR,
    percent::EXTRACTOR,
    range::EXTRACTOR,
    race::EXTRACTOR,
    count::EXTRACTOR,
];

/// Reads a number once for all extractors that start from one.
const QUANTITIES: Extractor<Figure> = Extractor {
    name: "figures.quantity",
    source: include_str!("quantity.rs"),
    anchors: numeral::ANCHORS,
    extract: |document, at, found| {
        let Some(quantity) = quantity::at(document, at) else { return };
        QUANTITY_EXTRACTORS.iter().for_each(|extractor| (extractor.extract)(document, &quantity, found));
    },
};

/// All tables that [`run`] applies.
const TABLES: &[&[Extractor<Figure>]] = &[EXTRACTORS, &[QUANTITIES]];

/// All figures of a document, without overlaps, in order of their spans.
pub fn extract(document: &Document) -> Vec<Fact<Figure>> {
    extract_all(std::slice::from_ref(document)).pop().unwrap_or_default()
}

/// As [`extract`], for several documents.
pub fn extract_all(documents: &[Document]) -> Vec<Vec<Fact<Figure>>> {
    extract_from(documents, &super::anchored(documents, anchors()))
}

/// The tags from which the extractors start.
pub(super) fn anchors() -> Tags {
    super::anchors(TABLES)
}

/// As [`extract_all`], given the tokens to start from.
pub(super) fn extract_from(documents: &[Document], anchored: &[Anchored]) -> Vec<Vec<Fact<Figure>>> {
    let mut all = run(TABLES, documents, anchored);
    for (document, figures) in documents.iter().zip(&mut all) {
        // A figure that crosses the end of its block has joined two blocks.
        figures.retain(|fact| document.block_of_fact(fact).span.contains(fact.span));
        *figures = settle(std::mem::take(figures));
    }
    let mut each = |attach: fn(&Document, &mut Vec<Fact<Figure>>)| {
        documents.iter().zip(&mut all).for_each(|(document, figures)| attach(document, figures));
    };
    each(|document, figures| bound::attach(document, figures));
    each(double_bound::attach);
    each(|document, figures| limit::attach(document, figures));
    each(|document, figures| change::attach(document, figures));
    each(|document, figures| counted::attach(document, figures));
    each(rate::attach);
    all
}
