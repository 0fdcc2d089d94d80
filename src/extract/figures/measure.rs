//! A number with a unit of measure: "14kg", "7 square miles".

use super::{
    numeral::{self, Numeral},
    quantity::{self, Quantity},
};
use crate::{
    extract::Extractor,
    lexicon::NumberClass,
    types::{Document, Fact, Figure, FigureKind, Tags},
};

/// Measure.
pub const EXTRACTOR: Extractor<Figure> =
    Extractor { name: "figures.measure", source: include_str!("measure.rs"), anchors: numeral::ANCHORS, extract };

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Figure>>) {
    if !quantity::is_near(document, at, Tags::UNIT) {
        return;
    }
    match quantity::at(document, at) {
        Some(quantity) if quantity.kind() == FigureKind::Measure => {
            found.push(quantity.fact(document, EXTRACTOR.name));
        }
        Some(_) => {}
        None => found.extend(part(document, at).map(|part| part.fact(document, EXTRACTOR.name))),
    }
}

/// "half a mile", "a quarter-litre".
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
    fn units_glued_and_apart() {
        figures(
            "
Police found 14kg of flour on 7 sq km of moor, at 50mph.
             ^^^^ figure measure value=14 unit=kilogram counted=[flour]
                              ^^^^^^^ figure measure value=7 unit=square_kilometre counted=[moor]
                                                  ^^^^^ figure measure value=50 unit=mile_per_hour counted=[Police]
A 1,520 sq m barn and a 5.2 litre van stood two miles off.
  ^^^^^^^^^^ figure measure value=1520 unit=square_metre counted=[barn]
                        ^^^^^^^^^ figure measure value=5.2 unit=litre counted=[van]
                                            ^^^^^^^^^ figure measure value=2 unit=mile counted=[van]
",
        );
    }

    #[test]
    fn both_ends_of_a_hung_hyphen_share_the_unit() {
        figures(
            "
The team laid 8- to 16-meter poles.
              ^^^^^^^^^^^^^^ figure measure low=8 high=16 unit=metre counted=[poles]
",
        );
    }

    #[test]
    fn metres_or_millions() {
        figures(
            "
He ran the 100m before 30m people, with sales of 5.4m units.
           ^^^^ figure measure value=100 unit=metre
                       ^^^ figure count value=30000000 counted=[people]
                                                 ^^^^ figure count value=5400000 counted=[units]
",
        );
    }

    #[test]
    fn degrees_below_nought() {
        figures(
            "
The yard reached minus 130 degrees Fahrenheit and the barn -5 degrees.
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ figure measure value=-130 unit=fahrenheit counted=[yard]
                                                            ^^^^^^^^^ figure measure value=-5 unit=degree counted=[barn]
",
        );
    }

    #[test]
    fn parts_of_a_unit() {
        figures(
            "
They walked half a mile and drank a quarter-litre.
            ^^^^^^^^^^^ figure measure value=0.5 unit=mile
                                  ^^^^^^^^^^^^^^^ figure measure value=0.25 unit=litre
",
        );
    }

    #[test]
    fn no_measure_without_a_number() {
        figures(
            "
The metre, the mile and a litre of milk.
",
        );
    }
}
