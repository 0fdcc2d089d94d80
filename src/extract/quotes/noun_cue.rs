//! A clause behind a noun of speech and its possessor: `Finch's claim that the dam would hold`,
//! `their warning that nobody was safe`.

use std::ops::Range;

use super::{
    attribution::{Attribution, quote},
    clause, phrases, subordinate,
};
use crate::{
    extract::Extractor,
    types::{Document, Fact, Quote, Tags, TokenKind},
};

/// Possessor, noun, clause.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.noun_cue", source: include_str!("noun_cue.rs"), anchors: Tags::CUE_NOUN, extract };

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    if !document.is(at + 1, "that") || document.quotation_of(at).is_some() {
        return;
    }
    let sentence = clause::sentence(document, at);
    let Some(source) = possessor(document, at, sentence.start) else { return };
    let content = at + 1..clause::reach(document, at + 1);
    let (content, source) = subordinate::split(document, at, sentence.start, content, source);
    if content.len() < 3 {
        return;
    }
    let attribution = Attribution { content: vec![content], cue: Some(at..at + 1), source: Some(source) };
    found.push(quote(document, EXTRACTOR.name, 0.5, attribution));
}

/// `Finch's`, `their` before the noun.
fn possessor(document: &Document, noun: usize, from: usize) -> Option<Range<usize>> {
    let before = noun.checked_sub(1).filter(|&before| before >= from)?;
    if document.tokens[before].kind == TokenKind::Possessive {
        return phrases::phrase_ending(document, before, from);
    }
    let own = ["his", "her", "their", "its", "our", "my"].iter().any(|own| document.is(before, own));
    own.then_some(before..noun)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_possessor_claims_the_clause() {
        quotes(
            "
Nobody believed Finch’s claim that the dam would hold.
                              ^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[claim] speaker=[Finch] person=[Finch]
",
        );
    }
}
