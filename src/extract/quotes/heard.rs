//! What a court or a meeting hears, and what people are told, without a source or with one after "by": `The inquest
//! heard that the guard fled.`, `Members were told by Otto Vale the pool was shut.`

use std::ops::Range;

use super::{
    adjuncts, around,
    attribution::{Attribution, quote},
    clause, cues, phrases, sources,
};
use crate::{
    extract::Extractor,
    grammar::classes,
    lexicon::Frame,
    types::{Document, Fact, Quote, Tags, WordList},
};

/// Verbs of hearing and being told.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.heard", source: include_str!("heard.rs"), anchors: Tags::VERB, extract };

/// Bodies that hear statements for the record.
const HEARERS: WordList<16> = WordList::of([
    "commission",
    "committee",
    "councillors",
    "court",
    "hearing",
    "inquest",
    "inquiry",
    "judge",
    "jurors",
    "jury",
    "magistrates",
    "meeting",
    "panel",
    "senators",
    "trial",
    "tribunal",
]);

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    let heard = document.is_one_of(at, const { &WordList::of(["heard", "hears"]) });
    if !heard && (!document.tags(at).any(Tags::CUE) || !document.ends_in(at, "d"))
        || document.tags(at).any(Tags::CAPITALISED)
        || document.quotation_of(at).is_some()
    {
        return;
    }
    let sentence = clause::sentence(document, at);
    if !(if heard { hears(document, at, sentence.start) } else { is_told(document, at, sentence.start) }) {
        return;
    }
    let by = if document.is(at + 1, "by") { phrases::behind(document, at + 2, sentence.end) } else { None };
    let behind = by.as_ref().map_or(at + 1, |source| source.end);
    let content = match content_start(document, behind, sentence.end) {
        Some(start) => vec![clause::without_afterthought(document, start..clause::reach(document, start))],
        None => before(document, at, behind, &sentence),
    };
    if content.first().is_some_and(|stretch| stretch.len() > 2 || content.len() > 1) {
        let attribution = Attribution { content, cue: Some(at..at + 1), source: by };
        found.push(quote(document, EXTRACTOR.name, 0.7, attribution));
    }
}

/// The content before the comma, and its continuation after the next one: `The guard fled, the inquest heard on
/// Monday.`, `The guard, the inquest heard, fled`.
fn before(document: &Document, at: usize, behind: usize, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let told = cues::verb(document, at).is_none_or(|cue| matches!(cue.lemma, "assure" | "inform" | "tell" | "warn"));
    let hearer = sources::before(document, at, sentence.start)
        .filter(|hearer| told && !document.tags(hearer.start).any(Tags::RELATIVE));
    let comma = hearer.map(|hearer| hearer.start).filter(|&first| first > sentence.start + 1);
    let Some(comma) = comma.map(|first| first - 1).filter(|&comma| document.is(comma, ",")) else {
        return Vec::new();
    };
    let last = adjuncts::adjuncts_end(document, behind, sentence.end);
    let left = around::leading(document, comma);
    if last >= sentence.end || matches!(document.sign(last), '.' | ';') {
        return if around::is_clause(document, left.clone()) { vec![left] } else { Vec::new() };
    }
    let right = if document.is(last, ",") {
        around::resumed(document, last + 1, sentence.end, false).filter(|_| !left.is_empty())
    } else {
        None
    };
    right.map_or_else(Vec::new, |right| vec![left, right])
}

/// Whether a body hears: `the inquest heard`.
fn hears(document: &Document, at: usize, from: usize) -> bool {
    let hearer = sources::before(document, at, from);
    // `the inquest in Dorn heard`
    let heads = |at: usize, end: usize| at + 1 == end || document.tags(at + 1).any(Tags::PREPOSITION);
    let hears =
        |hearer: Range<usize>| hearer.clone().any(|at| document.is_one_of(at, &HEARERS) && heads(at, hearer.end));
    hearer.is_some_and(hears) && !cues::is_passive(document, at, from)
}

/// Whether people are told: `members were told`.
fn is_told(document: &Document, at: usize, from: usize) -> bool {
    let hearer = cues::verb(document, at).is_some_and(|cue| cue.takes(Frame::Hearer) && !cue.takes(Frame::Belief));
    hearer && cues::is_passive(document, at, from)
}

/// The start of the clause: at `that` or `how` after a time or place, or at its subject.
fn content_start(document: &Document, behind: usize, limit: usize) -> Option<usize> {
    // `warned about a worm that`
    if document.is_one_of(behind, const { &WordList::of(["about", "of"]) }) {
        return None;
    }
    let start = adjuncts::complementizer(document, behind, limit)
        .unwrap_or_else(|| adjuncts::adjuncts_end(document, behind, limit));
    let that = document.is_one_of(start, const { &WordList::of(["that", "how", "whether", "why"]) });
    let subject = document.tags(start).any(Tags::DETERMINER | Tags::CAPITALISED) && !document.is(start, "that");
    let pronoun = (document.is_one_of(start, &classes::SUBJECTS) || document.is(start, "this"))
        && document.tags(start + 1).any(Tags::AUXILIARY);
    let told = that && !adjuncts::is_relative(document, start)
        || pronoun
        || subject && has_finite_verb(document, start..limit);
    (start < limit && told).then_some(start)
}

/// Whether the words begin a clause by their verb: `the pool was shut`, but not `the evidence of Otto Vale`, `the clerk
/// give evidence`.
fn has_finite_verb(document: &Document, tokens: Range<usize>) -> bool {
    let verb = phrases::behind(document, tokens.start, tokens.end).map_or(tokens.end, |subject| subject.end);
    let finite = document.tags(verb).any(Tags::AUXILIARY) || verb < tokens.end && document.ends_in(verb, "ed");
    verb < tokens.end && finite
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn courts_hear_and_members_are_told() {
        quotes(
            "
The inquest heard how the verger had slipped on the weir.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[heard]
Dorn Crown Court heard Lund had sold nine geese.
                       ^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[heard]
Members were told on Monday that the lift had failed.
                            ^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told]
Anglers were warned by Ruth Amos that the ice was thin.
                                 ^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[warned] speaker=[Ruth Amos] person=[Ruth Amos]
",
        );
    }

    #[test]
    fn a_court_has_its_place() {
        quotes(
            "
The inquest in Bramfield heard that the rope had frayed.
                               ^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[heard]
",
        );
    }

    #[test]
    fn what_is_heard_stands_before() {
        quotes(
            "
Lund had sold nine geese by noon, the inquest heard on Monday.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[heard]
The weir, members were told, is past saving.
^^^^^^^^ quote indirect cue=[told]
                             ^^^^^^^^^^^^^^ quote …
",
        );
    }

    #[test]
    fn nobody_need_be_named_who_is_told() {
        quotes(
            "
The angler asked for a key, and was told it had been lost.
                                         ^^^^^^^^^^^^^^^^ quote indirect cue=[told]
The angler has been told he must pay for the key.
                         ^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told]
",
        );
    }

    #[test]
    fn orders_evidence_and_noises_are_not_told() {
        quotes(
            "They were warned about a worm that eats oars. The court heard the evidence of two divers. Anglers were told to leave. Ruth Amos heard that bell.",
        );
    }
}
