//! A number in digits and the noun behind it: "557 assault allegations", "16 complaints".

use rust_decimal::Decimal;

use crate::{
    extract::Extractor,
    types::{Document, Fact, Figure, FigureKind, Tags},
};

/// Counts.
pub const EXTRACTOR: Extractor<Figure> =
    Extractor { name: "figures.count", source: include_str!("count.rs"), anchors: Tags::DIGITS, extract };

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Figure>>) {
    let token = &document.tokens[at];
    let Ok(value) = document.word(at).replace(',', "").parse::<Decimal>() else { return };
    let figure = Figure {
        kind: FigureKind::Count,
        value: Some(value),
        low: Some(value),
        high: Some(value),
        ..Figure::default()
    };
    found.push(Fact {
        span: token.span,
        sentence: token.sentence,
        rule: EXTRACTOR.name,
        confidence: 0.5,
        detail: figure,
    });
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn digits_are_counted() {
        figures(
            "
Crews saved 557 sheep.
            ^^^ figure count value=557
",
        );
    }
}
