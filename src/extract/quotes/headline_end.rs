//! A headline of content, a colon and its source: `Weir Could Burst by May: Study`, `Dam will hold: police`.

use super::{
    attribution::{Attribution, quote},
    clause, headline_speaker, phrases,
};
use crate::{
    extract::Extractor,
    types::{BlockKind, Document, Fact, Quote, Tags, TokenKind, WordList},
};

/// Headline, colon, name.
pub const EXTRACTOR: Extractor<Quote> = Extractor {
    name: "quotes.headline_end",
    source: include_str!("headline_end.rs"),
    anchors: Tags::SENTENCE_START,
    extract,
};

/// Maximum number of tokens of the name, minimum number of tokens of the content.
const NAME: usize = 4;
const SAID: usize = 4;
/// Minimum number of words of a complete quotation.
const WHOLE: usize = 3;

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    let block = document.block_of(at);
    let headline = block.kind == BlockKind::Title || at <= 1 && document.blocks.len() > 1;
    let (first, end) = (block.tokens.start as usize, block.tokens.end as usize);
    if !headline || at > first + 1 {
        return;
    }
    if let Some(said) = quoted(document, first, end).filter(|_| at == first || document.tags(first).any(Tags::OPENING))
    {
        return found.push(quote(document, EXTRACTOR.name, 0.8, said));
    }
    let Some(colon) = (end.saturating_sub(NAME + 1).max(at)..end).rev().find(|&at| document.is(at, ":")) else {
        return;
    };
    if first != at {
        return;
    }
    let (content, source) = (at..colon, colon + 1..end);
    let words = |at: usize| document.tokens[at].kind == TokenKind::Word && !document.tags(at).any(Tags::NUMBER_WORD);
    let named = !source.is_empty() && source.clone().all(words) && !document.tags(colon + 1).any(Tags::DETERMINER);
    let quoted = content.clone().any(|at| document.tokens[at].kind == TokenKind::Quotation || document.is(at, ":"));
    if content.len() < SAID || quoted || !named || !headline_speaker::speaks(document, source.clone(), end - 1) {
        return;
    }
    // `The Best Job of All: Lock Keeper`: an office is named, but there is no content.
    let papers = document.tags(end - 1).any(Tags::CUE_NOUN | Tags::UPPERCASE) || document.is_one_of(end - 1, &TELLERS);
    if !papers && !clause::has_verb(document, content.clone()) {
        return;
    }
    let attribution = Attribution { content: vec![content], cue: Some(colon..colon + 1), source: Some(source) };
    found.push(quote(document, EXTRACTOR.name, 0.55, attribution));
}

/// Verbs of witnesses.
const RECALLS: WordList<8> =
    WordList::of(["describe", "describes", "recall", "recalls", "relive", "relives", "tell", "tells"]);

/// The quotation that opens the headline, and the source after the colon: `‘The weir is gone’: police`, `“It leaks”:
/// wardens recall flood`.
fn quoted(document: &Document, first: usize, end: usize) -> Option<Attribution> {
    let quotation =
        document.quotation_of(first).filter(|quotation| quotation.closed && quotation.open as usize == first)?;
    let colon = quotation.close as usize + 1;
    if colon + 1 >= end || !document.is(colon, ":") || colon - first < SAID {
        return None;
    }
    let source = phrases::behind(document, colon + 1, end)?;
    let recalls = source.end < end && document.is_one_of(source.end, &RECALLS);
    let whole = source.end == end && source.len() <= NAME;
    let speaks = headline_speaker::speaks(document, source.clone(), source.end - 1);
    let content = first..colon;
    if !(whole || recalls) || !speaks {
        // `‘He Ran Off’: Boy, 9, Hurt at Weir`: the source is not named.
        let said = quotation.close as usize - first > WHOLE && clause::has_verb(document, first + 1..colon - 1);
        return said.then_some(Attribution { content: vec![content], cue: None, source: None });
    }
    Some(Attribution { content: vec![content], cue: Some(colon..colon + 1), source: Some(source) })
}

/// Nouns that are named in a headline only as sources.
const TELLERS: WordList<13> = WordList::of([
    "affidavit",
    "analyst",
    "authorities",
    "cops",
    "court",
    "experts",
    "officials",
    "police",
    "prosecutors",
    "researchers",
    "scientists",
    "study",
    "survey",
]);

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn who_says_it_stands_at_the_end() {
        quotes(
            "
Old Weir Likely to Burst by May: Study
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[:] speaker=[Study]

The weir at Tarn is old.
",
        );
        quotes(
            "
Barge was stolen by two anglers: Tarn police
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[:] speaker=[Tarn police]

The barge was gone on Monday.
",
        );
    }

    #[test]
    fn a_thing_or_an_office_says_nothing() {
        let body = "The weir at Tarn broke on Monday.";
        for title in ["The Thing That Broke the Weir: Frost", "The Best Job on the River: Lock Keeper"] {
            quotes(&format!("{title}\n\n{body}"));
        }
    }

    #[test]
    fn a_quotation_stands_before_the_colon() {
        quotes(
            "
‘The kiln has cracked’: wardens
^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[:] speaker=[wardens]

The porters ran.
",
        );
    }

    #[test]
    fn whole_words_are_said_by_somebody() {
        quotes(
            "
'She Was Our Pride': Boy Lost in Weir at Tarn
^^^^^^^^^^^^^^^^^^^ quote direct

A boy was lost on Monday.
",
        );
        quotes("'Otter Joe': Miller Tells of Flood\n\nA mill was lost on Monday.");
    }
}
