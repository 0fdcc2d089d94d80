//! A share in hundredths, percentage points and basis points too: "4.1 percent", "25 basis points".

use super::quantity::{Quantity, QuantityExtractor};
use crate::types::{Document, Fact, Figure, FigureKind};

/// Percent.
pub const EXTRACTOR: QuantityExtractor =
    QuantityExtractor { name: "figures.percent", source: include_str!("percent.rs"), extract };

fn extract(document: &Document, quantity: &Quantity, found: &mut Vec<Fact<Figure>>) {
    if quantity.kind() == FigureKind::Percent {
        found.push(quantity.fact(document, EXTRACTOR.name));
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn percent_points_and_basis_points() {
        figures(
            "
Turnout was 4.1 percent, a fall of 1.2 percentage points.
            ^^^^^^^^^^^ figure percent value=4.1 unit=percent counted=[Turnout]
                                   ^^^^^^^^^^^^^^^^^^^^^ figure percent value=1.2 unit=percentage_point change=down counted=[Turnout]
The rate went up by 25 basis points to 5pc.
                    ^^^^^^^^^^^^^^^ figure percent value=25 unit=basis_point change=up counted=[rate]
                                       ^^^ figure percent value=5 unit=percent change=up counted=[rate]
",
        );
    }

    #[test]
    fn glued_to_a_participle() {
        figures(
            "
The 43.4 percent-owned firm closed.
    ^^^^^^^^^^^^ figure percent value=43.4 unit=percent counted=[owned firm]
",
        );
    }

    #[test]
    fn signs_say_the_direction() {
        figures(
            "
Zinc +0.4%, tin -1.3%.
      ^^^^ figure percent value=0.4 unit=percent change=up counted=[Zinc]
                 ^^^^ figure percent value=-1.3 unit=percent change=down counted=[tin]
",
        );
    }

    #[test]
    fn no_percent_without_a_number() {
        figures(
            "
A large percentage of voters said per cent is two words.
                                              ^^^ figure count value=2 counted=[words]
",
        );
    }

    #[test]
    fn points_before_digits() {
        figures(
            "
Rates rose .5 per cent, to cost millers $.50 a sack.
           ^^^^^^^^^^^ figure percent value=0.5 unit=percent change=up counted=[Rates]
                                        ^^^^ figure money value=0.5 unit=USD counted=[Rates]
",
        );
    }
}
