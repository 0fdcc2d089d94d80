//! A clause beside "according to" and its source: `The dam will hold, according to the mayor.`,
//! `According to Nora Finch, the dam will hold.`

use super::{
    attribution::{Attribution, quote},
    clause, sources,
};
use crate::{
    extract::Extractor,
    types::{Document, Fact, Quote, Tags},
};

/// According to somebody.
pub const EXTRACTOR: Extractor<Quote> = Extractor {
    name: "quotes.according_to",
    source: include_str!("according_to.rs"),
    anchors: Tags::CUE_NOUN,
    extract,
};

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    if !document.is(at, "according") || !document.is(at + 1, "to") || document.quotation_of(at).is_some() {
        return;
    }
    let sentence = document.sentence_tokens(at);
    let Some(source) = sources::behind(document, at + 2, sentence.end) else { return };
    let fronted =
        sentence.start == at || (sentence.start + 1 == at && document.tags(sentence.start).any(Tags::CONJUNCTION));
    let content = if fronted {
        let Some(comma) = (source.end..sentence.end).find(|&at| document.word(at) == ",") else { return };
        comma + 1..clause::end(document, (comma + 1).min(sentence.end - 1))
    } else {
        let end = if document.word(at - 1) == "," { at - 1 } else { at };
        clause::leading(document, end)
    };
    if content.len() < 2 {
        return;
    }
    let attribution = Attribution { content: vec![content], cue: Some(at..at + 2), source: Some(source) };
    found.push(quote(document, EXTRACTOR.name, 0.85, attribution));
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_clause_stands_before_or_behind() {
        quotes(
            "
The dam will hold, according to the mayor.
^^^^^^^^^^^^^^^^^ quote indirect cue=[according to] speaker=[the mayor]
According to Nora Finch, the dam will hold.
                         ^^^^^^^^^^^^^^^^^ quote indirect cue=[According to] speaker=[Nora Finch] person=[Nora Finch]
",
        );
    }

    #[test]
    fn a_plan_is_followed_by_nobody() {
        quotes("The parade was run accordingly.");
    }
}
