//! A clause after `as` and an attribution: `As the Otter Post reported on Monday, the dam will hold.`,
//! `But as Finch noted, nobody asked.`, `As reported by the Otter Post, the dam will hold.`

use super::{
    adjuncts, around,
    attribution::{Attribution, quote},
    clause, cues, phrases, sources,
};
use crate::{
    extract::Extractor,
    lexicon::{Cue, Frame},
    types::{Document, Fact, Quote, Tags, WordList},
};

/// Content with `as` before its attribution.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.as_said", source: include_str!("as_said.rs"), anchors: Tags::CUE, extract };

/// Maximum number of tokens from `as` to the verb of speech.
const REACH: usize = 12;

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    let sentence = clause::sentence(document, at);
    let first = sentence.start
        + usize::from(document.tags(sentence.start).any(Tags::CONJUNCTION) && !document.is(sentence.start, "as"));
    let near = has_as(document, at, sentence.start);
    if !near && !document.is(first, "as") {
        return;
    }
    // `As Finch put it`
    let put = |cue: &Cue| cue.lemma == "put" && document.is(at + 1, "it");
    let told = |cue: &&Cue| cue.takes(Frame::Clause) || put(cue);
    let cue = cues::verb(document, at).filter(told).filter(|_| document.quotation_of(at).is_none());
    if cue.is_none() {
        return;
    }
    if near && let Some(end) = content_before(document, at, sentence.start) {
        return behind(document, at, end, found);
    }
    if !document.is(first, "as") {
        return;
    }
    // `As reported by the Otter Post`
    let by = at == first + 1 && document.is(at + 1, "by");
    let source = if by {
        phrases::behind(document, at + 2, sentence.end)
    } else {
        sources::before(document, at, first + 1).filter(|source| source.start == first + 1)
    };
    let Some(source) = source else { return };
    let heard = cue.is_some_and(|cue| cue.takes(Frame::Hearer));
    let told = if by { source.end } else { tells_end(document, at) };
    let comma = adjuncts::introduction_end(document, told, heard && !by, sentence.end);
    if comma + 2 >= sentence.end || !document.is(comma, ",") || document.tags(comma + 1).any(Tags::OPENING) {
        return;
    }
    let content = comma + 1..clause::end(document, comma + 1);
    if content.len() < 3 {
        return;
    }
    let attribution = Attribution { content: vec![content], cue: Some(at..at + 1), source: Some(source) };
    found.push(quote(document, EXTRACTOR.name, 0.95, attribution));
}

/// The token after the verb: `noted`, `put it`.
fn tells_end(document: &Document, at: usize) -> usize {
    let end = cues::end(document, at);
    end + usize::from(document.is_one_of(at, const { &WordList::of(["put", "puts"]) }) && document.is(end, "it"))
}

/// Whether `as` precedes the verb, not far from it.
fn has_as(document: &Document, cue: usize, from: usize) -> bool {
    (from..cue).rev().take(REACH).any(|at| document.is(at, "as"))
}

/// The end of the clause before `, as Finch said`.
fn content_before(document: &Document, cue: usize, from: usize) -> Option<usize> {
    let source = sources::before(document, cue, from)?;
    let word = source.start.checked_sub(1).filter(|&at| at > from + 1 && document.is(at, "as"))?;
    let closed = document.quotation_of(word - 1).is_some();
    (document.is(word - 1, ",") || closed).then_some(word - usize::from(!closed))
}

/// Adds the clause before `end`, if only a circumstance follows the verb.
fn behind(document: &Document, at: usize, end: usize, found: &mut Vec<Fact<Quote>>) {
    let limit = document.sentence_tokens(at).end;
    let tail = adjuncts::adjuncts_end(document, tells_end(document, at), limit);
    let content = around::leading(document, end);
    let closes = tail >= limit || document.is(tail, ".");
    // `The dam leaks, the mayor says, as the Otter Post reports`: the mayor is the source.
    let other = end > 0 && cues::verb(document, end - 1).is_some_and(|cue| cue.takes(Frame::Clause));
    if !closes || other || content.len() < 3 || !around::is_clause(document, content.clone()) {
        return;
    }
    let source = sources::before(document, at, end);
    let attribution = Attribution { content: vec![content], cue: Some(at..at + 1), source };
    found.push(quote(document, EXTRACTOR.name, 0.8, attribution));
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_clause_stands_behind_the_comma() {
        quotes(
            "
As the Otter Post reported on Monday, the dam will hold.
                                      ^^^^^^^^^^^^^^^^^ quote indirect cue=[reported] speaker=[the Otter Post]
",
        );
    }

    #[test]
    fn who_reported_it_stands_behind_by() {
        quotes(
            "
As reported by the Otter Post, the mayor was told of the leak.
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[reported] speaker=[the Otter Post]
",
        );
    }

    #[test]
    fn who_hears_it_is_passed_over() {
        quotes(
            "
As Nora Finch told clerks in March, the weir is late.
                                    ^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Nora Finch] person=[Nora Finch]
",
        );
    }

    #[test]
    fn it_may_be_put_so() {
        quotes(
            "
As Ruth Amos put it, the kiln was a tomb. The kiln was a tomb, as Ruth Amos puts it.
                     ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[put] speaker=[Ruth Amos] person=[Ruth Amos]
                                          ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[puts] speaker=[Ruth Amos] person=[Ruth Amos]
",
        );
    }

    #[test]
    fn time_is_no_source() {
        quotes("As the river rose, the dam held.");
    }

    #[test]
    fn the_clause_stands_before() {
        quotes(
            "
The race “is a dead heat,” as Dray said on the radio on Monday.
^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[said] speaker=[Dray] person=[Dray]
The dam will hold, as Finch noted.
^^^^^^^^^^^^^^^^^ quote indirect cue=[noted] speaker=[Finch] person=[Finch]
",
        );
    }
}
