//! A headline of a name, a colon and what is said: `Finch: Dam Will Hold`, `Otterby council: No money for
//! the pool`.

use std::ops::Range;

use super::attribution::{Attribution, quote};
use crate::{
    extract::Extractor,
    types::{BlockKind, Document, Fact, Quote, Tags, TokenKind, WordList},
};

/// Name, colon, headline.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.headline", source: include_str!("headline.rs"), anchors: Tags::SENTENCE_START, extract };

/// Most words of the name, fewest of what is said.
const NAME: usize = 5;
const SAID: usize = 3;
/// Most tokens of the medium's name and the dash before it.
const MEDIUM: usize = 8;
/// First words of a headline that name the kind of article.
const LABELS: WordList<32> = WordList::of([
    "analysis",
    "announcement",
    "breaking",
    "clarification",
    "comment",
    "correction",
    "editorial",
    "exclusive",
    "explainer",
    "factbox",
    "gallery",
    "graphic",
    "guide",
    "highlights",
    "interview",
    "latest",
    "letters",
    "live",
    "obituary",
    "opinion",
    "photos",
    "picture",
    "poll",
    "preview",
    "profile",
    "recap",
    "results",
    "review",
    "timeline",
    "update",
    "video",
    "watch",
]);

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    let block = document.block_of(at);
    let first = block.tokens.start as usize == at;
    let headline = block.kind == BlockKind::Title || (at == 0 && document.blocks.len() > 1);
    if !first || !headline {
        return;
    }
    let end = document.sentence_tokens(at).end;
    let Some(colon) = (at + 1..end.min(at + NAME + 2)).find(|&at| document.word(at) == ":") else { return };
    if end - colon <= SAID || !is_name(document, at, colon) || document.tags(colon + 1).any(Tags::OPENING) {
        return;
    }
    let stop = usize::from(document.word(end - 1) == ".");
    let content = colon + 1..before_medium(document, colon + 1..end - stop);
    let source = at..colon;
    let attribution = Attribution { content: vec![content], cue: Some(colon..colon + 1), source: Some(source) };
    found.push(quote(document, EXTRACTOR.name, 0.55, attribution));
}

/// Before the medium that a headline ends with: `Finch: Dam Will Hold - Otter Post`.
fn before_medium(document: &Document, content: Range<usize>) -> usize {
    let first = content.start.max(content.end.saturating_sub(MEDIUM));
    let dash = (first + 1..content.end.saturating_sub(1)).rev().find(|&at| {
        document.tokens[at].kind == TokenKind::Dash && !document.is_glued(at - 1) && !document.is_glued(at)
    });
    let named = |dash: &usize| {
        (*dash + 1..content.end).all(|at| !document.tags(at).any(Tags::VERB | Tags::AUXILIARY | Tags::CUE))
            && document.tags(*dash + 1).any(Tags::CAPITALISED)
    };
    dash.filter(named).unwrap_or(content.end)
}

fn is_name(document: &Document, start: usize, end: usize) -> bool {
    let words = |at: usize| document.tokens[at].kind == TokenKind::Word || document.tokens[at].kind == TokenKind::Mark;
    let label = |at: usize| document.is_one_of(at, &LABELS);
    document.tags(end - 1).any(Tags::CAPITALISED) && (start..end).all(|at| words(at) && !label(at))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_name_says_the_headline() {
        quotes(
            "
Finch: Dam Will Hold
       ^^^^^^^^^^^^^ quote indirect cue=[:] speaker=[Finch] person=[Nora Finch]

Nora Finch was sure.
",
        );
    }

    #[test]
    fn a_label_says_nothing() {
        quotes("Live: Dam bursts at Otterby\n\nThe dam burst on Monday.");
    }

    #[test]
    fn the_medium_at_the_end_is_not_said() {
        quotes(
            "
Police: Boy was shot by his brother - Otterby News-Journal
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[:] speaker=[Police]

A boy was hurt on Monday in Dorn.
",
        );
    }
}
