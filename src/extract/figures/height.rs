//! Feet and inches written with marks: `6'4"`, `5’10`. The value is in feet.

use rust_decimal::Decimal;

use super::quantity;
use crate::{
    extract::Extractor,
    types::{Document, Fact, Figure, FigureKind, Tags},
};

/// Heights.
pub const EXTRACTOR: Extractor<Figure> =
    Extractor { name: "figures.height", source: include_str!("height.rs"), anchors: Tags::DIGITS, extract };

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Figure>>) {
    let mark = |at: usize, marks: &[&str]| marks.iter().any(|mark| document.is(at, mark));
    if !mark(at + 1, &["'", "’", "′"]) || !document.is_glued(at) || !document.is_glued(at + 1) {
        return;
    }
    let number = |at: usize, limit: u32| {
        let token = document.tokens.get(at).filter(|token| token.tags.any(Tags::DIGITS))?;
        document.text(token.span).parse::<u32>().ok().filter(|number| *number < limit)
    };
    let (Some(feet), Some(inches)) = (number(at, 10), number(at + 2, 12)) else { return };
    let end = at + 3 + usize::from(document.is_glued(at + 2) && mark(at + 3, &["\"", "”", "″"]));
    let inch = Decimal::ONE / Decimal::from(12);
    let value = Some(Decimal::from(feet) + Decimal::from(inches) / Decimal::from(12));
    let figure = Figure {
        kind: FigureKind::Measure,
        value,
        low: value,
        high: value,
        step: inch,
        unit: Some("foot"),
        ..Figure::default()
    };
    found.push(quantity::fact(document, at..end, EXTRACTOR.name, figure));
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn feet_and_inches() {
        figures(
            "
Pike is 6'3, while Rowe was 5’6” tall.
        ^^^ figure measure value=6.25 unit=foot counted=[Pike]
                            ^^^^ figure measure value=5.5 unit=foot counted=[Rowe]
",
        );
    }

    #[test]
    fn a_year_without_its_century_is_no_height() {
        figures(
            "
The class of '04 met.
",
        );
    }
}
