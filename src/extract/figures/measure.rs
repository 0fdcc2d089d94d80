//! A number with a unit of measure: "14kg", "7 square miles".

use super::{
    quantity::{Quantity, QuantityExtractor},
    street,
};
use crate::types::{Document, Fact, Figure, FigureKind, Tags};

/// Measure.
pub const EXTRACTOR: QuantityExtractor =
    QuantityExtractor { name: "figures.measure", source: include_str!("measure.rs"), extract };

fn extract(document: &Document, quantity: &Quantity, found: &mut Vec<Fact<Figure>>) {
    // "8 Mile Road".
    let end = quantity.tokens.end;
    let road = || document.tags(end - 1).any(Tags::CAPITALISED) && street::is_street(document, end);
    if quantity.kind() == FigureKind::Measure && !road() {
        found.push(quantity.fact(document, EXTRACTOR.name));
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn units_glued_and_apart() {
        figures(
            "
Police found 14kg of flour on 7 sq km of moor, at 50mph. Some 2,300ha burned.
             ^^^^ figure measure value=14 unit=kilogram counted=[flour]
                              ^^^^^^^ figure measure value=7 unit=square_kilometre counted=[moor]
                                                  ^^^^^ figure measure value=50 unit=mile_per_hour counted=[Police]
                                                         ^^^^^^^^^^^^ figure measure value=2300 unit=hectare bound=approx
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
Goods wagons ran 1M miles.
                 ^^^^^^^^ figure measure value=1000000 unit=mile counted=[Goods wagons]
He ran the 100m before 30m people, with sales of 5.4m units.
           ^^^^ figure measure value=100 unit=metre
                       ^^^ figure count value=30000000 counted=[people]
                                                 ^^^^ figure count value=5400000 counted=[units]
She swims in a 50m pool and is the best 10,000m runner.
               ^^^ figure measure value=50 unit=metre counted=[pool]
                                        ^^^^^^^ figure measure value=10000 unit=metre counted=[runner]
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

    #[test]
    fn roads_and_summits_measure_nothing() {
        figures(
            "
Wardens shut Seven Mile Road and the number 12 bus before COP26, in a category four storm, and told of type 2 diabetes.
",
        );
    }
}
