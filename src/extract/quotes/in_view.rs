//! A clause with a source's view or words: `In Finch's view, the dam is safe.`, `In the words of the mayor, nobody
//! called.`

use std::ops::Range;

use super::{
    attribution::{Attribution, quote},
    clause, phrases,
};
use crate::{
    extract::Extractor,
    types::{Document, Fact, Quote, Tags, TokenKind, WordList},
};

/// Content in a source's view.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.in_view", source: include_str!("in_view.rs"), anchors: Tags::CUE_NOUN, extract };

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    let noun = document.is_one_of(at, const { &WordList::of(["view", "opinion", "word", "words"]) });
    if !noun || document.quotation_of(at).is_some() {
        return;
    }
    let sentence = clause::sentence(document, at);
    let holder = possessor(document, at, sentence.start).or_else(|| owner(document, at, sentence.end));
    let Some((first, source)) = holder else { return };
    if !document.is(first, "in") {
        return;
    }
    let comma = source.end.max(at + 1);
    let follows = comma + 1 < sentence.end && document.is(comma, ",");
    let quoted = quotation_before(document, first);
    let opens = follows && document.tags(comma + 1).any(Tags::OPENING);
    let right = (follows && (opens || quoted.is_none())).then(|| comma + 1..clause::end(document, comma + 1));
    if right.as_ref().is_some_and(|right| right.len() < 2) {
        return;
    }
    let content: Vec<Range<usize>> = quoted.into_iter().chain(right).collect();
    if content.is_empty() {
        return;
    }
    let attribution = Attribution { content, cue: Some(at..at + 1), source: Some(source) };
    found.push(quote(document, EXTRACTOR.name, 0.7, attribution));
}

/// The quotation before: `“We are,” in Finch's words, “a band of two”`, `“a band of two”, in the words of the mayor,
/// Ann Reed`.
fn quotation_before(document: &Document, first: usize) -> Option<Range<usize>> {
    let comma = first.checked_sub(1).filter(|&at| at > 0)?;
    let close = comma - usize::from(document.is(comma, ","));
    let quotation = document.quotation_of(close).filter(|quotation| quotation.close as usize == close)?;
    Some(quotation.open as usize..close + 1)
}

/// The token before `Finch's view`, and the source.
fn possessor(document: &Document, noun: usize, from: usize) -> Option<(usize, Range<usize>)> {
    let before = noun.checked_sub(1).filter(|&before| before > from)?;
    let own = document.tags(before).any(Tags::POSSESSIVE);
    let source = match document.tokens[before].kind {
        TokenKind::Possessive => phrases::phrase_ending(document, before, from)?,
        _ if own => before..noun,
        _ => return None,
    };
    Some((source.start.checked_sub(1)?, source))
}

/// The token before `the words of the mayor`, and the source.
fn owner(document: &Document, noun: usize, limit: usize) -> Option<(usize, Range<usize>)> {
    let source = phrases::behind(document, noun + 2, limit).filter(|_| document.is(noun + 1, "of"))?;
    Some((noun.checked_sub(2)?, source))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_view_is_the_clause() {
        quotes(
            "
In Finch’s view, the dam is safe.
                 ^^^^^^^^^^^^^^^ quote indirect cue=[view] speaker=[Finch] person=[Finch]
In the words of the mayor, nobody called.
                           ^^^^^^^^^^^^^ quote indirect cue=[words] speaker=[the mayor]
“We are,” in Finch’s words, “a choir of two.”
^^^^^^^^^ quote direct cue=[words] speaker=[Finch] person=[Finch]
                            ^^^^^^^^^^^^^^^^^ quote …
“We had,” as Finch put it, “one oar.”
^^^^^^^^^ quote direct cue=[put] speaker=[Finch] person=[Finch]
                           ^^^^^^^^^^ quote …
",
        );
    }

    #[test]
    fn what_stands_before_is_told_in_the_words() {
        quotes(
            "
The shop “asked nothing because it liked the answers”, in the words of the mayor, Ann Reed.
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[words] speaker=[the mayor] person=[Ann Reed]
It was “a band of two”, in Finch’s words.
       ^^^^^^^^^^^^^^^ quote direct cue=[words] speaker=[Finch] person=[Finch]
",
        );
    }

    #[test]
    fn a_view_from_a_window_is_none() {
        quotes("From Finch’s window the view, in May, is green.");
    }
}
