//! A reported clause before its verb of speech, or around it: `The dam will hold, the mayor said.`,
//! `The dam, she said on Monday, will hold.`

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

/// Clause, source, verb.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.parenthetical", source: include_str!("parenthetical.rs"), anchors: Tags::CUE, extract };

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    let cue = cues::verb(document, at).filter(|cue| cue.takes(Frame::Clause) || cue.takes(Frame::Direct));
    if cue.is_none_or(|cue| cue.takes(Frame::Belief) && cue.takes(Frame::Direct)) || document.quotation_of(at).is_some()
    {
        return;
    }
    let sentence = document.sentence_tokens(at);
    let Some((source, first, last)) = attribution(document, at, sentence.clone()) else { return };
    let Some(end) = separator(document, first, sentence.start) else { return };
    let left = clause::leading(document, end);
    if left.len() < 2 || is_direct(document, &left) {
        return;
    }
    let mut content = vec![left];
    let last = clause::adjuncts_end(document, last, sentence.end);
    if last < sentence.end && document.word(last) == "," {
        if let Some(right) = resumed(document, last + 1, sentence.end) {
            content.push(right);
        }
    } else if last < sentence.end && !matches!(document.word(last), "." | "!" | "?" | ";" | ":") {
        return;
    }
    let attribution = Attribution { content, cue: Some(at..at + 1), source: Some(source) };
    found.push(quote(document, EXTRACTOR.name, 0.8, attribution));
}

/// The source, the first token of the attribution and the one behind it: `she said`, `said Nora Finch`.
fn attribution(document: &Document, at: usize, sentence: Range<usize>) -> Option<(Range<usize>, usize, usize)> {
    let verb = sources::verb_group(document, at, sentence.start);
    let parted = |before: usize| document.word(before) == "," || document.tokens[before].kind == TokenKind::Quotation;
    if verb > sentence.start
        && parted(verb - 1)
        && let Some(source) = sources::behind(document, at + 1, sentence.end)
    {
        let end = source.end;
        return Some((source, verb, end));
    }
    let source = sources::before(document, at, sentence.start)?;
    let first = source.start;
    Some((source, first, at + 1))
}

/// Where the content before an attribution ends: at a comma, or behind a closing mark.
fn separator(document: &Document, first: usize, start: usize) -> Option<usize> {
    let before = first.checked_sub(1).filter(|&before| before > start)?;
    if document.word(before) == "," {
        return Some(before);
    }
    (document.tokens[before].kind == TokenKind::Quotation).then_some(first)
}

/// Whether the stretch is, or ends with, a quotation that stands for itself.
fn is_direct(document: &Document, stretch: &Range<usize>) -> bool {
    let Some(quotation) = document.quotation_of(stretch.end - 1) else { return false };
    let open = quotation.open as usize;
    open <= stretch.start
        || (document.tags(open + 1).any(Tags::CAPITALISED) && matches!(document.word(open - 1), "," | ":"))
}

/// What goes on behind the comma that ends the attribution.
fn resumed(document: &Document, at: usize, limit: usize) -> Option<Range<usize>> {
    if at >= limit || cues::is_participle(document, at) || document.tags(at).any(Tags::CONJUNCTION | Tags::RELATIVE) {
        return None;
    }
    let tags = document.tags(at);
    if document.word(at).ends_with("ing") || document.is(at, "according") || tags.any(Tags::PREPOSITION) {
        return None;
    }
    let right = at..clause::end(document, at);
    (right.len() > 1).then_some(right)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_clause_stands_before_its_verb() {
        quotes(
            "
The dam will hold, the mayor said.
^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[the mayor]
The dam, she said on Monday, will hold.
^^^^^^^ quote indirect cue=[said] speaker=[she]
                             ^^^^^^^^^ quote …
",
        );
    }
}
