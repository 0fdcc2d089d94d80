//! The quote that contains a figure, and so the person to whom it is attributed.

use crate::types::{Fact, Figure, Quote};

/// Sets `in_quote` and `attributed_to` of every figure inside a quote; the shortest quote wins.
pub fn attribute(figures: &mut [Fact<Figure>], quotes: &[Fact<Quote>]) {
    for figure in figures {
        let inside = |quote: &Fact<Quote>| {
            quote.span.contains(figure.span) && quote.detail.content.iter().any(|content| content.contains(figure.span))
        };
        let smallest = (0..quotes.len()).filter(|&at| inside(&quotes[at])).min_by_key(|&at| quotes[at].span.len());
        figure.detail.in_quote = smallest.map(|at| at as u32);
        figure.detail.attributed_to =
            smallest.and_then(|at| quotes[at].detail.speaker.as_ref()).and_then(|speaker| speaker.person);
    }
}
