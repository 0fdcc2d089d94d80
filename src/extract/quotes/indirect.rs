//! A reported clause behind its verb of speech: `The mayor said the dam would hold.`, `She told the court
//! that nobody had called.`

use std::ops::Range;

use super::{
    attribution::{Attribution, quote},
    clause, cues, sources,
};
use crate::{
    extract::Extractor,
    lexicon::{Cue, Frame},
    types::{Document, Fact, Quote, Tags, TokenKind},
};

/// Source, verb, clause.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.indirect", source: include_str!("indirect.rs"), anchors: Tags::CUE, extract };

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    let Some(cue) = cues::verb(document, at).filter(|_| document.quotation_of(at).is_none()) else { return };
    let sentence = document.sentence_tokens(at);
    let Some(start) = clause::start(document, at + 1, cue.takes(Frame::Hearer), sentence.end) else { return };
    if !takes_clause(document, *cue, at, start, sentence.end) {
        return;
    }
    let Some(source) = cues::source(document, at, sentence.start) else { return };
    if !sources::speaks(document, source.clone()) {
        return;
    }
    let content = start..clause::end(document, start);
    if content.len() < 2 {
        return;
    }
    let attribution = Attribution { content: vec![content], cue: Some(at..at + 1), source: Some(source) };
    found.push(quote(document, EXTRACTOR.name, 0.8, attribution));
}

/// Whether what begins at `start` can be the clause that the verb reports.
fn takes_clause(document: &Document, cue: Cue, at: usize, start: usize, end: usize) -> bool {
    let that = is_complementizer(document, start);
    if document.tokens[start].kind == TokenKind::Quotation {
        return cue.takes(Frame::Clause);
    }
    if document.is(start, "to") {
        return false;
    }
    if that {
        return cue.takes(Frame::Clause) || cue.takes(Frame::That) || cue.takes(Frame::Hearer);
    }
    cue.takes(Frame::Clause)
        && (cue.takes(Frame::Direct) || !document.word(at).ends_with("ing"))
        && has_verb(document, start..end)
}

fn is_complementizer(document: &Document, at: usize) -> bool {
    ["that", "whether", "if", "how", "why", "what", "who", "when", "where"].iter().any(|word| document.is(at, word))
}

fn has_verb(document: &Document, tokens: Range<usize>) -> bool {
    tokens.skip(1).any(|at| {
        let tags = document.tags(at);
        tags.any(Tags::AUXILIARY | Tags::VERB | Tags::CHANGE | Tags::CUE)
            || (document.tokens[at].kind == TokenKind::Word
                && !tags.any(Tags::CAPITALISED)
                && document.word(at).ends_with("ed"))
            || (document.tokens[at].kind == TokenKind::Word && document.word(at).contains(['\'', '’']))
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_clause_runs_to_the_end_of_its_sentence() {
        quotes(
            "
The mayor said the dam would hold.
               ^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The mayor]
She told the court that nobody had called.
                   ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[She]
",
        );
    }

    #[test]
    fn a_say_is_a_noun() {
        quotes("Finch wants a say in the plan.");
    }
}
