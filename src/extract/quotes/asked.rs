//! A question put to somebody, the asker unnamed: `Asked whether the dam would hold, Finch shrugged.`,
//! `When asked about the cost, she left.`

use super::{
    attribution::{Attribution, quote},
    clause, phrases,
};
use crate::{
    extract::Extractor,
    types::{Document, Fact, Quote, Tags},
};

/// Asked whether, asked about.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.asked", source: include_str!("asked.rs"), anchors: Tags::CUE, extract };

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    if !document.is(at, "asked") || document.quotation_of(at).is_some() {
        return;
    }
    let sentence = clause::sentence(document, at);
    let fronted = (sentence.start..at).all(|at| document.tags(at).any(Tags::CONJUNCTION))
        || (at > sentence.start && document.is(at - 1, "when"));
    let behind = at + 1;
    let question =
        ["whether", "if", "how", "why", "what", "when", "who", "which"].iter().any(|word| document.is(behind, word));
    let about = document.is(behind, "about");
    if !(fronted && (question || about)) {
        return;
    }
    let start = behind + usize::from(about);
    let comma = (start..sentence.end).find(|&at| document.word(at) == "," && ends_question(document, at, sentence.end));
    let content = start..comma.unwrap_or(start);
    if content.is_empty() {
        return;
    }
    let attribution = Attribution { content: vec![content], cue: Some(at..at + 1), source: None };
    found.push(quote(document, EXTRACTOR.name, 0.83, attribution));
}

/// Whether the main clause begins behind the comma: a subject, not another item of a list.
fn ends_question(document: &Document, comma: usize, limit: usize) -> bool {
    clause::is_finite(document, comma + 1..limit) && phrases::behind(document, comma + 1, limit).is_some()
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_question_runs_to_the_comma() {
        quotes(
            "
Asked whether the dam would hold, Finch shrugged.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[Asked]
",
        );
    }
}
