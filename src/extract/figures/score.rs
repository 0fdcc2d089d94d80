//! The score of a game or vote: "won 3-1", "a 52-48 vote".

use rust_decimal::Decimal;

use super::{designation, quantity};
use crate::{
    extract::Extractor,
    types::{Document, Fact, Figure, FigureKind, Tags},
};

/// Scores.
pub const EXTRACTOR: Extractor<Figure> =
    Extractor { name: "figures.score", source: include_str!("score.rs"), anchors: Tags::DIGITS, extract };

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Figure>>) {
    if !document.tags(at + 2).any(Tags::DIGITS) || !designation::is_score(document, at) {
        return;
    }
    let number = |at: usize| document.word(at).parse::<Decimal>().ok();
    let (Some(one), Some(other)) = (number(at), number(at + 2)) else { return };
    let figure = Figure {
        kind: FigureKind::Score,
        low: Some(one.min(other)),
        high: Some(one.max(other)),
        step: Decimal::ONE,
        ..Figure::default()
    };
    found.push(quantity::fact(document, at..at + 3, EXTRACTOR.name, figure));
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn games_and_votes() {
        figures(
            "
Morfa won 3-1 after being 2-0 down, on a 52-48 vote.
          ^^^ figure score low=1 high=3
                          ^^^ figure score low=0 high=2
                                         ^^^^^ figure score low=48 high=52 counted=[vote]
",
        );
    }

    #[test]
    fn hyphens_alone_make_no_score() {
        figures(
            "
Rooms 3-9 slept 10-12 guests.
                ^^^^^ figure range low=10 high=12 counted=[guests]
",
        );
    }
}
