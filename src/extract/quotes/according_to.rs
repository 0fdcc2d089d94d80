//! A clause with "according to" and its source: `The dam will hold, according to the mayor.`,
//! `According to Nora Finch, the dam will hold.`

use std::ops::Range;

use super::{
    around,
    attribution::{Attribution, quotes},
    clause, nested, phrases,
};
use crate::{
    extract::Extractor,
    grammar::{classes, reach},
    types::{Document, Fact, Quote, Tags, TokenKind, WordList},
};

/// Content according to a source.
pub const EXTRACTOR: Extractor<Quote> = Extractor {
    name: "quotes.according_to",
    source: include_str!("according_to.rs"),
    anchors: Tags::CUE_NOUN,
    extract,
};

/// Maximum number of tokens of an office after a name.
const OFFICE_BEHIND_NAME: usize = 10;

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
    let Some(source) = source else { return };
    let conjunction = at > sentence.start && document.tags(at - 1).any(Tags::CONJUNCTION | Tags::RELATIVE);
    let first = sentence.start == at || document.tags(at).any(Tags::CAPITALISED);
    let content = if first || conjunction {
        let Some(start) = start_behind(document, &source, sentence.end) else { return };
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

/// The first token of the content after the source: a subject directly after it, else the token after its comma and any
/// description of the source.
fn start_behind(document: &Document, source: &Range<usize>, limit: usize) -> Option<usize> {
    if is_subject(document, source.end, limit) {
        return Some(source.end);
    }
    let comma = (source.end..limit).find(|&at| document.is(at, ","))?;
    // `According to a report the dam, an old one, leaks`: the clause began before its comma.
    let relative = document.tags(source.end).any(Tags::RELATIVE);
    if !relative && (source.end..comma).any(|at| is_auxiliary(document, at)) {
        return None;
    }
    let comma = after_quoting(document, comma, limit);
    let start = if is_described(document, source) {
        after_name(document, comma + 1, limit)
    } else {
        after_more(document, comma, source, limit)
    };
    (start < limit).then_some(start)
}

/// Whether a subject and its verb directly follow the source: `According to wardens he slipped`, `According to police
/// the guard fled`.
fn is_subject(document: &Document, at: usize, limit: usize) -> bool {
    let noun = document.tags(at).any(Tags::ARTICLE | Tags::POSSESSIVE);
    let verb = || {
        let subject = phrases::behind(document, at, limit)?;
        let tags = document.tags(subject.end);
        Some(subject.end < limit && (tags.any(Tags::AUXILIARY) || document.ends_in(subject.end, "ed")))
    };
    let pronoun = document.is_one_of(at, &classes::SUBJECTS) || document.is(at, "there");
    pronoun && at + 2 < limit || noun && verb().unwrap_or(false)
}

/// Whether a comma or dash precedes the conjunction, and a clause follows the source: `The kiln is old - but, according
/// to Lund, it is hot`.
fn is_turned(document: &Document, content: &[Range<usize>]) -> bool {
    let Some(at) = content[0].end.checked_sub(2).filter(|&at| at > content[0].start) else { return false };
    let dash = document.tokens[at].kind == TokenKind::Dash && !document.is_glued(at);
    (dash || document.is(at, ",")) && clause::is_finite(document, content[1].clone())
}

/// Whether the word is an auxiliary: `is`, `may`, but not `May`.
fn is_auxiliary(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    tags.any(Tags::AUXILIARY) && !tags.all(Tags::MONTH | Tags::CAPITALISED)
}

/// Whether a name after the source is an appositive: it is after `the coach` or `the head of Otter Rail`, but not after
/// `court papers`.
fn is_described(document: &Document, source: &Range<usize>) -> bool {
    let last = source.end - 1;
    let plain = !document.tags(last).any(Tags::CAPITALISED | Tags::CUE_NOUN) && !document.ends_in(last, "s");
    let held = |at: usize| {
        let tags = document.tags(at);
        tags.any(Tags::TITLE | Tags::PERSON_NOUN) && !tags.any(Tags::CAPITALISED) && !document.ends_in(at, "s")
    };
    plain || document.is(source.start, "the") && source.clone().take(OFFICE_BEHIND_NAME / 2).any(held)
}

/// The first token of the content after all descriptions of the source, each with its comma: `According to Nora Finch,
/// 45, of Tarn, who rows, the boat is fast`.
fn after_more(document: &Document, comma: usize, source: &Range<usize>, limit: usize) -> usize {
    let mut comma = comma;
    if document.tags(source.end - 1).any(Tags::CAPITALISED) {
        while let Some(next) = more_end(document, comma + 1, limit) {
            comma = next;
        }
    }
    after_office(document, comma + 1, limit)
}

/// The comma after an age, a place or a relative clause, before a clause.
fn more_end(document: &Document, at: usize, limit: usize) -> Option<usize> {
    let comma = (at + 1..limit.min(at + reach::RELATIVE)).find(|&at| document.is(at, ","))?;
    let age = comma == at + 1 && document.tags(at).any(Tags::DIGITS);
    let name = at + 1 + usize::from(document.is(at + 1, "the"));
    let place = document.is_one_of(at, const { &WordList::of(["from", "of"]) })
        && document.tags(name).any(Tags::CAPITALISED)
        && !document.tags(name).any(Tags::MONTH | Tags::WEEKDAY)
        && !clause::has_verb(document, at..comma);
    let relative = document.is_one_of(at, const { &WordList::of(["who", "whose", "which"]) });
    let short = comma == at + 1 && document.tags(at).any(Tags::UPPERCASE);
    (age || place || relative || short).then_some(comma)
}

/// The comma after an inserted participle: `According to the Otter Post, quoting the mayor, …`.
fn after_quoting(document: &Document, comma: usize, limit: usize) -> usize {
    let quoting = document.is_one_of(comma + 1, const { &WordList::of(["quoting", "citing"]) });
    let next = (comma + 1..limit).find(|&at| document.is(at, ",")).filter(|_| quoting);
    next.unwrap_or(comma)
}

/// The first token of the content after an appositive name: `According to the coach, Nora Finch, the boat is fast`.
fn after_name(document: &Document, at: usize, limit: usize) -> usize {
    let end = (at..limit).find(|&at| !document.tags(at).any(Tags::CAPITALISED)).unwrap_or(limit);
    // `Ivo Marsh, 56, fell in`: the age is the subject's.
    let aged = end + 2 < limit && document.tags(end + 1).any(Tags::DIGITS) && document.is(end + 2, ",");
    let named = end > at + 1 && end + 1 < limit && document.is(end, ",") && !aged;
    if named { end + 1 } else { at.min(limit - 1) }
}

/// The first token of the content after an office: `According to Nora Finch, head of the club, the boat is fast`.
fn after_office(document: &Document, at: usize, limit: usize) -> usize {
    let first = at + usize::from(document.tags(at).any(Tags::DETERMINER));
    let office = document.tags(first).any(Tags::TITLE | Tags::PERSON_NOUN);
    let comma = (at + 1..limit.min(at + OFFICE_BEHIND_NAME)).find(|&at| document.is(at, ",")).filter(|_| office);
    let Some(comma) = comma.filter(|&comma| comma + 1 < limit && !clause::has_verb(document, at..comma)) else {
        return at;
    };
    if clause::is_finite(document, comma + 1..limit) { comma + 1 } else { at }
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
    fn the_age_of_the_subject_is_told() {
        quotes(
            "
According to the warden, Ivo Marsh, 56, fell into the weir.
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[According to] speaker=[the warden]
",
        );
    }

    #[test]
    fn an_office_stands_behind_the_name() {
        quotes(
            "
According to Nora Finch, head of the club, the boat is fast.
                                           ^^^^^^^^^^^^^^^^ quote indirect cue=[According to] speaker=[Nora Finch] person=[Nora Finch]
",
        );
    }

    #[test]
    fn age_place_and_relative_clause_stand_behind_the_name() {
        quotes(
            "
According to Ruth Amos, 61, of Bramfield, the ferry was late.
                                          ^^^^^^^^^^^^^^^^^^ quote indirect cue=[According to] speaker=[Ruth Amos] person=[Ruth Amos]
According to Otto Vale, who steers it, nobody was on board.
                                       ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[According to] speaker=[Otto Vale] person=[Otto Vale]
According to the head of Otter Rail, Karl Benson, the bridge is sound.
                                                  ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[According to] speaker=[the head of Otter Rail] person=[Karl Benson]
According to a survey printed in May, herons are rare.
                                      ^^^^^^^^^^^^^^^ quote indirect cue=[According to] speaker=[a survey]
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
    fn a_subject_follows_the_source_without_a_comma() {
        quotes(
            "
According to guards he slipped on the weir. According to police the guard was late.
                    ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[According to] speaker=[guards]
                                                                ^^^^^^^^^^^^^^^^^^ quote indirect cue=[According to] speaker=[police]
According to Nora Finch, guards do not believe the weir leaks.
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[According to] speaker=[Nora Finch] person=[Nora Finch]
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
