//! Parts of a whole where both numbers are stated: "16 of 557", "four of the 12".

use rust_decimal::Decimal;

use crate::types::{Fact, Figure, FigureKind, Span};

/// A part and its whole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StatedPart {
    pub part: Decimal,
    pub whole: Decimal,
    /// From the part to the whole.
    pub span: Span,
    /// Index into `ArticleFacts::figures` of the figure that ends it.
    pub last: usize,
}

/// Every part that names its whole, in text order. The whole is in the figure of the part, or follows as a
/// figure of its own.
pub fn stated_parts(figures: &[Fact<Figure>]) -> Vec<StatedPart> {
    figures.iter().enumerate().filter_map(|(index, fact)| stated_part(figures, index, fact)).collect()
}

fn stated_part(figures: &[Fact<Figure>], index: usize, fact: &Fact<Figure>) -> Option<StatedPart> {
    let (part, whole) = fact.detail.part_of?;
    if fact.detail.kind == FigureKind::Proportion {
        return Some(StatedPart { part, whole, span: fact.span, last: index });
    }
    let next =
        figures.get(index + 1).filter(|next| next.sentence == fact.sentence && next.detail.value == Some(whole))?;
    Some(StatedPart { part, whole, span: fact.span.cover(next.span), last: index + 1 })
}
