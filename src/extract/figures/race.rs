//! Races named by their thousands of metres: "a 5K race", "the 10K".

use rust_decimal::Decimal;

use super::{
    numeral,
    quantity::{self, Quantity, QuantityExtractor},
};
use crate::types::{Document, Fact, Figure, FigureKind, Tags, TokenKind, WordList};

/// Distances of races.
pub const EXTRACTOR: QuantityExtractor =
    QuantityExtractor { name: "figures.race", source: include_str!("race.rs"), extract };

fn extract(document: &Document, quantity: &Quantity, found: &mut Vec<Fact<Figure>>) {
    let tokens = quantity.tokens.clone();
    let letter = tokens.len() == 2 && quantity.unit.is_none() && document.is(tokens.start + 1, "k");
    if !letter || numeral::follows_currency(document, tokens.start) || !is_race(document, tokens.start, tokens.end) {
        return;
    }
    let Some(metres) = quantity.numeral.value() else { return };
    let end = Some(metres / Decimal::ONE_THOUSAND);
    let figure = Figure {
        kind: FigureKind::Measure,
        value: end,
        low: end,
        high: end,
        unit: Some("kilometre"),
        ..quantity.figure()
    };
    found.push(quantity::fact(document, tokens, EXTRACTOR.name, figure));
}

/// Whether a word for a race follows the number, or an article precedes it and nothing follows that it could count.
fn is_race(document: &Document, start: usize, end: usize) -> bool {
    const RACES: WordList<11> =
        WordList::of(["course", "event", "events", "fun", "race", "races", "run", "runner", "runners", "runs", "walk"]);
    const CLOSED: Tags = Tags::PREPOSITION.with(Tags::CONJUNCTION).with(Tags::AUXILIARY).with(Tags::RELATIVE);
    let article = start > 0 && document.tags(start - 1).any(Tags::ARTICLE);
    let closed = || document.tokens.get(end).is_none_or(|next| next.kind == TokenKind::Mark || next.tags.any(CLOSED));
    document.is_one_of(end, &RACES) || article && closed()
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn races_are_distances() {
        figures(
            "
Rowe ran a 5K race and the 10K, where 12K millers had paid £5K.
           ^^ figure measure value=5 unit=kilometre counted=[race]
                           ^^^ figure measure value=10 unit=kilometre
                                      ^^^ figure count value=12000 counted=[millers]
                                                           ^^^ figure money value=5000 unit=GBP
",
        );
    }
}
