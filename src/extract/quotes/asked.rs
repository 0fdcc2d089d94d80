//! A question without its source: `Asked whether the dam would hold, Finch shrugged.`,
//! `When asked about the cost, she left.`

use super::{
    adjuncts,
    attribution::{Attribution, quote},
    clause, phrases,
};
use crate::{
    extract::Extractor,
    grammar::classes,
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
    let end = adjuncts::adjuncts_end(document, at + 1, sentence.end);
    let time = (at + 1..end).rev().find(|&at| document.is(at, "about"));
    let behind = if document.is(at + 1, "about") { at + 1 } else { time.unwrap_or(end) };
    let question = document.is_one_of(behind, &classes::QUESTIONS);
    let about = document.is(behind, "about");
    if !(fronted && (question || about)) {
        return;
    }
    let start = behind + usize::from(about);
    let comma = (start..sentence.end).find(|&at| document.is(at, ",") && ends_question(document, at, sentence.end));
    let content = start..comma.unwrap_or(start);
    if content.is_empty() {
        return;
    }
    // `Asked by the judge`
    let source = if document.is(at + 1, "by") { phrases::behind(document, at + 2, content.start) } else { None };
    let attribution = Attribution { content: vec![content], cue: Some(at..at + 1), source };
    found.push(quote(document, EXTRACTOR.name, 0.83, attribution));
}

/// Whether the main clause begins after the comma, with a subject, rather than another item of a list.
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

    #[test]
    fn who_is_asked_between_commas_asks_nothing() {
        quotes(
            "
Nora Finch, asked whether the weir would hold, said it would.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[asked]
                                                    ^^^^^^^^ quote indirect cue=[said] speaker=[Nora Finch] person=[Nora Finch]
",
        );
    }

    #[test]
    fn who_asks_and_when() {
        quotes(
            "
Asked by the judge whether he understood, Dray nodded.
                   ^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[Asked] speaker=[the judge]
Asked on Monday about the cost, Finch shrugged.
                      ^^^^^^^^ quote indirect cue=[Asked]
",
        );
    }
}
