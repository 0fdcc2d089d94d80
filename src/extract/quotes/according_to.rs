//! A clause with "according to" and its source: `The dam will hold, according to the mayor.`,
//! `According to Nora Finch, the dam will hold.`

use std::ops::Range;

use super::{
    around,
    attribution::{Attribution, quotes},
    behind_source, clause, nested, phrases,
};
use crate::{
    extract::Extractor,
    grammar::classes,
    types::{Document, Fact, Quote, Tags, TokenKind, WordList},
};

/// Content according to a source.
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
    let sentence = clause::sentence(document, at);
    // `if all goes according to plan`
    if document.is_one_of(at + 2, const { &WordList::of(["plan", "plans", "schedule", "script"]) }) {
        return;
    }
    let pronoun = document.is_one_of(at + 2, &classes::PEOPLE_AS_OBJECTS);
    let first = sentence.start == at || document.tags(at - 1).any(Tags::CONJUNCTION);
    let alone = pronoun && first && at + 3 < sentence.end && document.is(at + 3, ",");
    // `according to figures`: the noun looks like a verb.
    let plural = document.is(at + 2, "figures");
    let source = if alone || plural { Some(at + 2..at + 3) } else { phrases::behind(document, at + 2, sentence.end) };
    let Some(source) = source.map(|source| behind_source::with_noun(document, source, sentence.end)) else { return };
    let conjunction = at > sentence.start && document.tags(at - 1).any(Tags::CONJUNCTION | Tags::RELATIVE);
    let first = sentence.start == at || document.tags(at).any(Tags::CAPITALISED);
    let content = if first || conjunction {
        let Some(start) = behind_source::start(document, &source, sentence.end) else { return };
        start..clause::end(document, start)
    } else {
        let end = if document.is(at - 1, ",") { at - 1 } else { at };
        around::leading(document, end)
    };
    let alone = content.len() == 1 && content.start < at && document.is(source.end, ",");
    if content.len() < 2 && !alone || is_others(document, at, &source, content.clone(), found) {
        return;
    }
    let open = content.start < at && around::is_open(document, content.clone());
    // `has grown and, according to Lund, is cheap`
    let joined = content.start < at && document.tags(content.end - 1).any(Tags::CONJUNCTION);
    let whole = !open && !joined && around::is_clause(document, content.clone());
    let mut content = vec![content];
    let behind = source.end;
    let verb = document.tags(behind + 1).any(Tags::AUXILIARY | Tags::VERB | Tags::CHANGE | Tags::OPENING);
    if content[0].end < at && behind + 1 < sentence.end && document.is(behind, ",") && (!whole || verb) {
        content.extend(around::resumed(document, behind + 1, sentence.end, false));
    }
    if content.len() > 1 && (open || joined && is_turned(document, &content)) {
        content.remove(0);
    }
    if alone && content.len() < 2 {
        return;
    }
    let attribution = Attribution { content, cue: Some(at..at + 2), source: Some(source) };
    found.extend(quotes(document, EXTRACTOR.name, 0.87, attribution));
}

/// Whether another source reports the content: `According to the Post, Finch said it leaks`, `“It leaks,” Finch said,
/// according to the Post`.
fn is_others(
    document: &Document,
    at: usize,
    source: &Range<usize>,
    content: Range<usize>,
    found: &[Fact<Quote>],
) -> bool {
    if content.start > at {
        return nested::is_reported(document, content.clone()) && nested::is_anybodys(document, &content, found);
    }
    nested::is_told(document, content, nested::is_name_of_medium(document, source))
}

/// Whether a comma or dash precedes the conjunction, and a clause follows the source: `The kiln is old - but, according
/// to Lund, it is hot`.
fn is_turned(document: &Document, content: &[Range<usize>]) -> bool {
    let Some(at) = content[0].end.checked_sub(2).filter(|&at| at > content[0].start) else { return false };
    let dash = document.tokens[at].kind == TokenKind::Dash && !document.is_glued(at);
    (dash || document.is(at, ",")) && clause::is_finite(document, content[1].clone())
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
The boat sank, according to a harbour report.
^^^^^^^^^^^^^ quote indirect cue=[according to] speaker=[a harbour report]
",
        );
    }

    #[test]
    fn figures_are_a_source() {
        quotes(
            "
According to figures from the mill, the weir is late.
                                    ^^^^^^^^^^^^^^^^ quote indirect cue=[According to] speaker=[figures]
",
        );
    }

    #[test]
    fn a_pronoun_may_be_the_source() {
        quotes(
            "
Lund left. According to him, “the weir is past saving.”
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[According to] speaker=[him] person=[Lund]
",
        );
    }

    #[test]
    fn the_source_may_quote_another() {
        quotes(
            "
According to the Otter Post, quoting the mayor, the dam will hold.
                                                ^^^^^^^^^^^^^^^^^ quote indirect cue=[According to] speaker=[the Otter Post]
According to the Otter Post, Finch said the dam would hold.
                                        ^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Finch] person=[Finch]
The pool, which, according to police, was shut, is open.
                                      ^^^^^^^^^^^^^^^^^ quote indirect cue=[according to] speaker=[police]
",
        );
    }

    #[test]
    fn what_is_told_may_hold_a_verb_of_speech() {
        quotes(
            "
According to wardens, he denies it. Now, according to Otter Rail, the line is late.
                      ^^^^^^^^^^^^ quote indirect cue=[According to] speaker=[wardens]
                                    ^^^ quote indirect cue=[according to] speaker=[Otter Rail]
                                                                  ^^^^^^^^^^^^^^^^ quote …
",
        );
    }

    #[test]
    fn a_plan_is_followed_by_nobody() {
        quotes("The parade was run accordingly.");
        quotes("According to Mrs Lund,");
    }

    #[test]
    fn a_counted_noun_is_no_verb() {
        quotes(
            "
According to Police Chief Dale Lund, the two suspected burglars have been freed.
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[According to] speaker=[Police Chief Dale Lund] person=[Dale Lund]
",
        );
    }

    #[test]
    fn a_plan_tells_nothing() {
        quotes("The weir opens in June if all goes according to plan.");
    }

    #[test]
    fn the_source_stands_inside_another_clause() {
        quotes(
            "
The choir left for the belfry where, according to porters, a bell had cracked.
                                                           ^^^^^^^^^^^^^^^^^^ quote indirect cue=[according to] speaker=[porters]
",
        );
    }

    #[test]
    fn both_parts_of_a_clause_are_told() {
        quotes(
            "
The choir has grown and, according to Birch, is loud.
^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[according to] speaker=[Birch]
                                             ^^^^^^^ quote …
",
        );
    }

    #[test]
    fn a_conjunction_behind_a_dash_begins_the_clause() {
        quotes(
            "
Old wool is soft – but, according to the guild, new wool is warmer.
                                                ^^^^^^^^^^^^^^^^^^ quote indirect cue=[according to] speaker=[the guild]
",
        );
    }

    #[test]
    fn a_clause_without_its_comma_begins_at_its_subject() {
        quotes(
            "
According to a report by the coroner the woman was Danish, about five feet tall.
                                     ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[According to] speaker=[a report by the coroner]
",
        );
    }
}
