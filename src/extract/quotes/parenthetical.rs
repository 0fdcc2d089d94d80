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
    let cue = cues::verb(document, at).filter(|cue| cue.takes(Frame::Clause) || cue.lemma == "continue");
    if cue.is_none_or(|cue| cue.takes(Frame::Belief) && cue.takes(Frame::Direct)) || document.quotation_of(at).is_some()
    {
        return;
    }
    let sentence = clause::sentence(document, at);
    if cues::is_passive(document, at, sentence.start) {
        return;
    }
    let Some(said) = said(document, at, sentence.clone()) else { return };
    let Some(end) = separator(document, said.tokens.start, sentence.start) else { return };
    let left = clause::leading(document, end);
    if left.len() < 2 || is_direct(document, &left) || !is_clause(document, left.clone()) {
        return;
    }
    let mut content = vec![left];
    let last = clause::adjuncts_end(document, said.tokens.end, sentence.end);
    if last < sentence.end && document.word(last) == "," {
        if document.tags(last + 1).any(Tags::OPENING) && document.tags(last + 2).any(Tags::CAPITALISED) {
            return;
        }
        content.extend(resumed(document, last + 1, sentence.end, said.inverted));
    } else if last < sentence.end && !matches!(document.word(last), "." | "!" | "?" | ";") {
        return;
    }
    let attribution = Attribution { content, cue: Some(at..at + 1), source: Some(said.source) };
    found.push(quote(document, EXTRACTOR.name, 0.8, attribution));
}

/// A source and its verb, in either order.
struct Said {
    source: Range<usize>,
    /// Both.
    tokens: Range<usize>,
    /// Whether the source stands behind.
    inverted: bool,
}

/// `she said`, `said Nora Finch`.
fn said(document: &Document, at: usize, sentence: Range<usize>) -> Option<Said> {
    let end = cues::end(document, at);
    let parted = |before: usize| document.word(before) == "," || document.tokens[before].kind == TokenKind::Quotation;
    if at > sentence.start
        && parted(at - 1)
        && !document.word(at).ends_with("ing")
        && let Some(source) = sources::behind(document, end, sentence.end)
        && sources::is_person(document, source.clone())
        && !clause::is_finite(document, end..sentence.end)
    {
        let tokens = at..source.end;
        return Some(Said { source, tokens, inverted: true });
    }
    if let Some(source) = sources::before(document, at, sentence.start)
        && source.start > sentence.start
    {
        let tokens = source.start..end;
        return Some(Said { source, tokens, inverted: false });
    }
    None
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

/// Whether a clause stands in the stretch: a fronted `In May,` or `When it rained,` is none by itself.
fn is_clause(document: &Document, stretch: Range<usize>) -> bool {
    let first = document.tags(stretch.start);
    let time = Tags::TIME_UNIT | Tags::WEEKDAY | Tags::DAY_WORD | Tags::MONTH;
    let fronted = first.any(Tags::PREPOSITION | Tags::CONJUNCTION | Tags::ADVERB | time)
        || document.word(stretch.start).ends_with("ing")
        || document.tags(stretch.start + 1).any(time);
    if !fronted {
        return true;
    }
    let mut commas = stretch.clone().filter(|&at| document.word(at) == ",");
    commas.any(|at| at + 2 < stretch.end && clause::is_finite(document, at + 1..stretch.end))
}

/// What goes on behind the comma that ends the attribution; behind a source that an apposition may
/// follow it is a quotation only.
fn resumed(document: &Document, at: usize, limit: usize, apposition: bool) -> Option<Range<usize>> {
    let quotation = |at: usize| document.quotation_of(at).filter(|quotation| quotation.open as usize == at);
    if let Some(quotation) = quotation(at) {
        return Some(at..quotation.close as usize + 1);
    }
    if apposition {
        let open = (at + 1..limit).find(|&open| document.word(open - 1) == "," && quotation(open).is_some())?;
        return quotation(open).map(|quotation| open..quotation.close as usize + 1);
    }
    let participle = at >= limit || document.word(at).ends_with("ing") || cues::is_participle(document, at);
    let other = document.tags(at).any(Tags::CONJUNCTION | Tags::RELATIVE | Tags::PREPOSITION);
    if participle || other || document.is(at, "according") {
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
