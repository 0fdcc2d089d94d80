//! The words between `According to` and the clause: the source, its description, and where the clause begins.

use std::ops::Range;

use super::{clause, phrases};
use crate::{
    grammar::{classes, endings, kinds, reach},
    types::{Document, Tags, WordList},
};

/// Maximum number of tokens of a source behind an adjective.
const NOUNS: usize = 4;

/// Maximum number of tokens of an office after a name.
const OFFICE_BEHIND_NAME: usize = 10;

/// The source with a last noun that looks like a verb: `a Dornish think tank`, `the regional daily Tarn Matin`.
pub fn with_noun(document: &Document, source: Range<usize>, limit: usize) -> Range<usize> {
    let next = source.end;
    let inflected = ["s", "ed", "ing"].iter().any(|ending| document.ends_in(next, ending));
    let base = document.tags(next).any(Tags::CUE | Tags::VERB) && !inflected;
    if next >= limit || !(base || endings::is_noun_in_ly(document, next)) || !kinds::is_word(document, next) {
        return source;
    }
    let other = Tags::AUXILIARY | Tags::PREPOSITION | Tags::PRONOUN | Tags::RELATIVE | Tags::DETERMINER;
    let plain = |at: usize| kinds::is_word(document, at) && !document.tags(at).any(other);
    let end = (next..limit).find(|&at| !plain(at)).unwrap_or(limit);
    let closed = end >= limit || document.is_one_of(end, const { &WordList::of([",", "."]) });
    if closed && end - next <= NOUNS { source.start..end } else { source }
}

/// The first token of the content after the source: a subject directly after it, else the token after its comma and any
/// description of the source.
pub fn start(document: &Document, source: &Range<usize>, limit: usize) -> Option<usize> {
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
    fn the_age_of_the_subject_is_told() {
        quotes(
            "
According to the warden, Ivo Marsh, 56, fell into the weir.
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[According to] speaker=[the warden]
",
        );
    }

    #[test]
    fn the_last_noun_of_the_source_may_look_like_a_verb() {
        quotes(
            "
According to a Dornish think tank, the weir is old. The kiln is shut, according to a small Tarn daily.
                                   ^^^^^^^^^^^^^^^ quote indirect cue=[According to] speaker=[a Dornish think tank]
                                                    ^^^^^^^^^^^^^^^^ quote indirect cue=[according to] speaker=[a small Tarn daily]
",
        );
    }
}
