//! Words quoted inside a phrase that a verb of speech takes: `Finch called the plan "a gift to nobody".`,
//! `She dismissed "idle talk" of a merger.`

use std::ops::Range;

use super::{
    attribution::{Attribution, quote},
    clause, cues, sources,
};
use crate::{
    extract::Extractor,
    lexicon::Frame,
    types::{Document, Fact, Quote, Tags, TokenKind},
};

/// Source, verb, phrase with quoted words.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.mixed", source: include_str!("mixed.rs"), anchors: Tags::CUE, extract };

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    let cue = cues::verb(document, at).filter(|cue| cue.takes(Frame::Phrase));
    if cue.is_none() || document.quotation_of(at).is_some() {
        return;
    }
    let sentence = clause::sentence(document, at);
    let start = cues::end(document, at);
    let that = document.is(start, "that") || cues::is_passive(document, at, sentence.start);
    if start >= sentence.end || that {
        return;
    }
    let content = match document.quotation_of(start) {
        Some(quotation) => start..quotation.close as usize + 1,
        None if document.tokens[start].kind == TokenKind::Word => start..clause::end(document, start),
        None => return,
    };
    if content.len() < 2 || !quotes_soon(document, content.clone()) {
        return;
    }
    let Some(source) = cues::source(document, at, sentence.start) else { return };
    if !sources::speaks(document, source.clone()) {
        return;
    }
    let attribution = Attribution { content: vec![content], cue: Some(at..at + 1), source: Some(source) };
    found.push(quote(document, EXTRACTOR.name, 0.65, attribution));
}

/// Whether quotation marks open in the phrase before a verb of its own.
fn quotes_soon(document: &Document, mut phrase: Range<usize>) -> bool {
    let stop = Tags::OPENING | Tags::AUXILIARY | Tags::RELATIVE;
    phrase.find(|&at| document.tags(at).any(stop)).is_some_and(|at| document.tags(at).any(Tags::OPENING))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_phrase_around_the_marks_is_content() {
        quotes(
            "
Finch called the plan “a gift to nobody”.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[called] speaker=[Finch] person=[Finch]
",
        );
    }

    #[test]
    fn titles_and_scare_quotes_are_not_speech() {
        quotes("The so-called “smart” meters failed. She read “The Long Winter” in March.");
    }
}
