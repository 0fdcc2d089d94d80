//! A display quotation with its source after a dash, in a paragraph of its own:
//! `"We will be back" - Nora Finch`, `“It pays its way.” — Ivo Marsh, manager`.

use super::attribution::{Attribution, quote};
use crate::{
    extract::Extractor,
    types::{BlockKind, Document, Fact, How, Quote, Tags, TokenKind},
};

/// Pull quotes.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.pull_quote", source: include_str!("pull_quote.rs"), anchors: Tags::OPENING, extract };

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    let block = document.block_of(at);
    if block.kind != BlockKind::PullQuote || block.tokens.start as usize != at {
        return;
    }
    let end = block.tokens.end as usize;
    let dash = (at + 1..end).rev().find(|&dash| {
        document.tokens[dash].kind == TokenKind::Dash && document.tags(dash - 1).any(Tags::CLOSING) && dash + 1 < end
    });
    let Some(dash) = dash else { return };
    let content = at..dash;
    let attribution = Attribution { content: vec![content], cue: None, source: Some(dash + 1..end) };
    let mut fact = quote(document, EXTRACTOR.name, 0.95, attribution);
    fact.detail.pull = true;
    if let Some(speaker) = &mut fact.detail.speaker {
        speaker.how = How::PullQuote;
    }
    found.push(fact);
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn a_signature_is_the_speaker() {
        quotes(
            "
\"We will be back\" - Otterby choir
^^^^^^^^^^^^^^^^^ quote direct pull speaker=[Otterby choir]
",
        );
    }
}
