//! A report without a source, or with one after "by": `It is alleged that the guard fled.`, `Finch is said by Otto Vale
//! to have left.` A person only "said to have left", without a source, is not a report.

use std::ops::Range;

use super::{
    adjuncts, around,
    attribution::{Attribution, quote},
    clause, cues, phrases, sources,
};
use crate::{
    extract::Extractor,
    types::{Document, Fact, Quote, Tags},
};

/// Passive of a verb of speech.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.passive", source: include_str!("passive.rs"), anchors: Tags::CUE, extract };

/// Verbs whose passive is a report.
const REPORTS: [&str; 14] = [
    "allege",
    "announce",
    "believe",
    "claim",
    "confirm",
    "disclose",
    "report",
    "reveal",
    "rumor",
    "rumour",
    "say",
    "state",
    "suggest",
    "understand",
];

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    let auxiliary = at.checked_sub(1).is_some_and(|at| document.tags(at).any(Tags::AUXILIARY | Tags::ADVERB));
    if !auxiliary || !document.ends_in(at, "d") {
        return;
    }
    let Some(cue) = cues::verb(document, at).filter(|_| document.quotation_of(at).is_none()) else { return };
    let sentence = clause::sentence(document, at);
    if !REPORTS.contains(&cue.lemma) || !cues::is_passive(document, at, sentence.start) {
        return;
    }
    let group = sources::verb_group(document, at, sentence.start);
    let subject = sources::before(document, at, sentence.start).filter(|subject| subject.end == group);
    let Some(subject) = subject else { return };
    if let Some(content) = before(document, at, &subject, &sentence) {
        let attribution = Attribution { content: vec![content], cue: Some(at..at + 1), source: None };
        return found.push(quote(document, EXTRACTOR.name, 0.6, attribution));
    }
    let source = if document.is(at + 1, "by") { phrases::behind(document, at + 2, sentence.end) } else { None };
    let start = source.as_ref().map_or(at + 1, |source| source.end);
    // `it can be said that`: nobody has said so.
    let possible = (group..at).any(|at| document.tags(at).any(Tags::MODAL));
    let clause = document.is(start, "that") || clause::is_finite(document, start..sentence.end);
    let impersonal = document.is(subject.start, "it") && clause && !possible;
    let infinitive = document.is(start, "to") && !document.tags(start + 1).any(Tags::CAPITALISED | Tags::DETERMINER);
    if !impersonal && (!infinitive || source.is_none() || document.tags(subject.start).any(Tags::RELATIVE)) {
        return;
    }
    let content = clause::without_afterthought(document, start..clause::reach(document, start));
    if content.len() < 3 {
        return;
    }
    let content = if impersonal { vec![content] } else { vec![subject, content] };
    let attribution = Attribution { content, cue: Some(at..at + 1), source };
    found.push(quote(document, EXTRACTOR.name, 0.6, attribution));
}

/// The clause before the comma: `The weir could burst, it is claimed.`, `The mill was sold, it was announced on
/// Monday.`
fn before(document: &Document, at: usize, subject: &Range<usize>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let comma = subject.start.checked_sub(1).filter(|&comma| comma > sentence.start)?;
    let end = adjuncts::adjuncts_end(document, at + 1, sentence.end);
    let ends = end >= sentence.end || document.is(end, ".");
    let left = around::leading(document, comma);
    let told = document.is(subject.start, "it") && document.is(comma, ",") && ends;
    (told && left.len() > 2 && around::is_clause(document, left.clone())).then_some(left)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn nobody_or_somebody_behind_by_reports() {
        quotes(
            "
It is alleged that the guard fled. It was announced that the weir was sold.
              ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[alleged]
                                                    ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[announced]
The two boats are reported by Otter Radio to have sunk.
^^^^^^^^^^^^^ quote indirect cue=[reported] speaker=[Otter Radio]
                                          ^^^^^^^^^^^^ quote …
",
        );
    }

    #[test]
    fn the_clause_may_stand_before() {
        quotes(
            "
The weir could burst by May, it is claimed.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[claimed]
The mill has been sold, it was announced on Monday.
^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[announced]
",
        );
    }

    #[test]
    fn an_order_a_belief_and_what_nobody_says_are_no_reports() {
        quotes("He was told to leave. The firm is believed to be rich. The chapel, which is said to be old, was sold.");
        quotes("Nora Finch is said to have left the town. It can be said that the weir is old.");
    }

    #[test]
    fn nobody_claims_without_that() {
        quotes(
            "
It was alleged the miller sold the kiln in May. It was reported missing in June.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[alleged]
",
        );
    }

    #[test]
    fn what_is_understood_is_told_by_nobody() {
        quotes(
            "
It is understood that the mayor will go. It is believed that the weir leaks.
                 ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[understood]
                                                        ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[believed]
",
        );
    }
}
