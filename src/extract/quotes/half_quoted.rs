//! A sentence directly after a direct quotation and its attribution, which continues it although only its beginning or
//! end is quoted: `"It is late," said Nora Finch. "I think we should all be home before the storm" and its rain.`, `"It
//! is late," she said. That makes the storm "a danger to all of us who row."`

use std::ops::Range;

use super::{
    adjuncts,
    attribution::{Attribution, quote},
    beside, clause,
};
use crate::{
    extract::Extractor,
    types::{Document, Fact, Quotation, Quote, Tags, TokenKind, WordList},
};

/// Direct speech, then a sentence half quoted.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.half_quoted", source: include_str!("half_quoted.rs"), anchors: Tags::OPENING, extract };

/// Minimum number of tokens of quoted words that are speech, not a name or term.
const CLAUSE: usize = 8;

/// Maximum number of tokens before the quoted words that complete them.
const BEFORE: usize = 6;

/// Minimum number of tokens that complete a sentence.
const FEWEST: usize = 6;

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    let next = document.quotations.partition_point(|quotation| (quotation.open as usize) < at);
    let quotation = document.quotations.get(next).filter(|quotation| quotation.open as usize == at);
    let Some((quotation, before)) = quotation.zip(next.checked_sub(1).map(|before| &document.quotations[before]))
    else {
        return;
    };
    let sentence = document.sentence_tokens(at);
    let Some(content) = content(document, quotation, sentence.start) else { return };
    let said = beside::following(document, before).filter(|said| said.source.is_some());
    let Some(said) = said.filter(|said| document.sentence_of(said.cue).tokens.end as usize == sentence.start) else {
        return;
    };
    let same = document.block_of(at).span == document.block_of(said.cue).span;
    if !same || beside::following(document, quotation).is_some() {
        return;
    }
    let attribution = Attribution { content: vec![content], cue: Some(said.cue..said.cue + 1), source: said.source };
    found.push(quote(document, EXTRACTOR.name, 0.8, attribution));
}

/// Whether the quoted words begin a sentence and contain a clause.
fn holds_clause(document: &Document, quotation: &Quotation) -> bool {
    let (open, close) = (quotation.open as usize, quotation.close as usize);
    quotation.closed
        && close - open >= CLAUSE
        && document.tags(open + 1).any(Tags::CAPITALISED)
        && clause::is_finite(document, open + 1..close)
}

/// The sentence, or only the quoted words if a mark separates them from the reporter's: `…,” which is late`.
fn content(document: &Document, quotation: &Quotation, start: usize) -> Option<Range<usize>> {
    let (open, behind) = (quotation.open as usize, quotation.close as usize + 1);
    if start < open {
        return completed(document, quotation, start);
    }
    let goes_on = behind < document.sentence_tokens(behind - 1).end;
    if !goes_on || document.tokens[behind].kind != TokenKind::Word || !holds_clause(document, quotation) {
        return None;
    }
    if matches!(document.sign(behind - 2), ',' | '.' | '!' | '?') {
        return Some(open..behind);
    }
    // `“We row for all of you” was painted on the boat`: the quoted words are the subject.
    let predicate = adjuncts::opens_verb(document, behind) || document.tags(behind).any(Tags::CUE);
    let end = clause::end(document, open);
    (!predicate && end > behind).then_some(open..end)
}

/// The sentence, if few words, without another verb of speech or thought, precede the quoted ones that complete it:
/// `That makes the storm “a danger to all of us who row.”`
fn completed(document: &Document, quotation: &Quotation, start: usize) -> Option<Range<usize>> {
    let (open, close) = (quotation.open as usize, quotation.close as usize);
    let ends = close + 1 == document.sentence_tokens(close).end && document.tokens[close - 1].kind == TokenKind::Mark;
    let few = open - start <= BEFORE && close - open > FEWEST;
    let wants = |at: usize| document.is_one_of(at, const { &WordList::of(["want", "wanted", "wants"]) });
    let plain = |at: usize| !document.tags(at).any(Tags::CUE | Tags::OPENING) && !document.is(at, ":") && !wants(at);
    (ends && few && quotation.closed && (start..open).all(plain)).then_some(start..close + 1)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn a_sentence_half_quoted_goes_on() {
        quotes(
            "
“The weir is old,” said Ruth Amos. “I think the wardens should look at every stone of it” and its wheel.
^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Ruth Amos] person=[Ruth Amos]
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[said] speaker=[Ruth Amos] person=[Ruth Amos]
“We row at dawn,” Otto Vale said. “We could still win on two ponds and catch the boys from Tarn,” which lies far away.
^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Otto Vale] person=[Otto Vale]
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Otto Vale] person=[Otto Vale]
",
        );
    }

    #[test]
    fn the_quoted_words_complete_a_sentence() {
        quotes(
            "
“She still rows at dawn,” Otto Vale said at the fair. That makes her “by far the boldest of all the rowers.”
^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Otto Vale] person=[Otto Vale]
                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[said] speaker=[Otto Vale] person=[Otto Vale]
",
        );
        quotes(
            "
“She still rows at dawn,” Otto Vale said. She wants the guild “to mend every stone of the weir.”
^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Otto Vale] person=[Otto Vale]
",
        );
    }

    #[test]
    fn a_motto_is_told_of() {
        quotes(
            "
“We row at dawn,” Otto Vale said. “We row for every one of you in Tarn” was painted on his boat.
^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Otto Vale] person=[Otto Vale]
",
        );
    }
}
