//! Part of a unit of measure: "half a mile", "a quarter-litre".

use super::{
    numeral::{self, Numeral},
    quantity::{self, Quantity},
};
use crate::{
    extract::Extractor,
    lexicon::NumberClass,
    types::{Document, Fact, Figure, FigureKind, Tags},
};

/// Parts of a unit.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.part_measure",
    source: include_str!("part_measure.rs"),
    anchors: Tags::FRACTION.with(Tags::ORDINAL),
    extract,
};

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Figure>>) {
    found.extend(part(document, at).map(|part| part.fact(document, EXTRACTOR.name)));
}

/// The part and its unit.
fn part(document: &Document, at: usize) -> Option<Quantity> {
    let word = numeral::word(document, at).filter(|word| word.class == NumberClass::Fraction)?;
    let mut next = at + 1;
    next += usize::from(document.is(next, "of"));
    next += usize::from(document.is(next, "a") || document.is(next, "an") || numeral::joins(document, next));
    let numeral = Numeral { step: word.value, ..Numeral::whole(at..at + 1, word.value) };
    let (unit, end) = quantity::unit_at(document, next, &numeral).filter(|_| next <= at + 3)?;
    let start = at - usize::from(at > 0 && document.is(at - 1, "a"));
    let quantity = Quantity { tokens: start..end, start: document.tokens[start].span.start, numeral, unit: Some(unit) };
    (quantity.kind() == FigureKind::Measure).then_some(quantity)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn half_a_mile_is_a_measure() {
        figures(
            "
The queue at Fold Lane was half a mile long.
                           ^^^^^^^^^^^ figure measure value=0.5 unit=mile counted=[queue]
",
        );
    }

    #[test]
    fn a_part_without_a_unit_is_no_measure() {
        figures(
            "
Half of them had walked.
^^^^ figure proportion value=0.5
",
        );
    }
}
