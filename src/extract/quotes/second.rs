//! Another act of the source, after the content: `criticised the plan and wants it gone`, `called for a vote but by
//! noon the abbot had left`.

use std::ops::Range;

use super::{clause, cues, phrases, sources};
use crate::{
    grammar::classes,
    types::{Document, Tags, TokenKind, WordList},
};

/// Verbs for another act of the source.
const DEEDS: WordList<6> = WordList::of(["declined", "declines", "refused", "refuses", "resigned", "vowed"]);

/// Tags of words that make a past form before them a verb with an object.
const OBJECTS: Tags = Tags::DETERMINER.with(Tags::PREPOSITION).with(Tags::PRONOUN);

/// A noun phrase as content, without a second predicate or a clause with `but` after it.
pub fn without(document: &Document, object: Range<usize>) -> Range<usize> {
    let relative = |at: usize| document.tags(at).any(Tags::RELATIVE);
    let Some(joint) = (object.start + 1..object.end.saturating_sub(2)).find(|&at| begins(document, at, object.end))
    else {
        return object;
    };
    let before = object.start..joint;
    // `asked the guards to leave and shut the gate`: a finite form does not continue an infinitive.
    let infinitive = |at: usize| document.is(at, "to");
    let bare = infinitive(before.start) || before.clone().any(infinitive);
    let finite = |at: usize| clause::has_verb(document, at..at + 1) && !(bare && infinitive(at - 1));
    // `offered to pay but the guild had refused`
    let other = document.is(joint, "but") && has_clause(document, joint + 1..object.end);
    let ends = other || begins_with_past(document, joint, object.end);
    if before.clone().skip(1).any(|at| relative(at) || finite(at)) || bare && !ends {
        return object;
    }
    let word = |at: &usize| document.tokens[*at].kind == TokenKind::Word;
    let last = before.rev().find(word).unwrap_or(object.start);
    object.start..last + 1
}

/// Whether the conjunction at the token joins another predicate or clause.
fn begins(document: &Document, joint: usize, limit: usize) -> bool {
    if !document.is_one_of(joint, const { &WordList::of(["and", "but"]) }) || document.quotation_of(joint).is_some() {
        return false;
    }
    let adverb = |at: &usize| document.tags(*at).any(Tags::ADVERB) || sources::is_manner(document, *at);
    let verb = (joint + 1..limit).find(|at| !adverb(at)).unwrap_or(limit);
    let clause = || document.is(joint, "but") && has_clause(document, joint + 1..limit);
    verb + 1 < limit && (is_finite(document, verb) || clause())
}

/// Whether a past form or an auxiliary follows the conjunction, rather than a participle that describes the thing: `and
/// closed the gate`, `and was late`, `but referred millers to the guild`.
fn begins_with_past(document: &Document, joint: usize, limit: usize) -> bool {
    let verb = joint + 1;
    let (before, tags) = (document.tags(joint - 1), document.tags(verb));
    let described = before.any(Tags::ADJECTIVE) || document.ends_in(joint - 1, "ed");
    tags.any(Tags::AUXILIARY) || !described && document.ends_in(verb, "ed") && verb + 1 < limit
}

/// Whether the word is a finite verb: `has`, `wants it`, `reversed it`.
fn is_finite(document: &Document, at: usize) -> bool {
    let (tags, next) = (document.tags(at), document.tags(at + 1));
    if document.tokens[at].kind != TokenKind::Word || tags.any(Tags::CAPITALISED) {
        return false;
    }
    if tags.any(Tags::AUXILIARY) {
        return !document.ends_in(at, "ing") && !document.is(at, "be");
    }
    let object = next.any(OBJECTS) || next.any(Tags::CAPITALISED) || document.is(at + 1, "to");
    // `urged residents to`
    let told = tags.any(Tags::CUE) && (document.ends_in(at + 1, "s") || next.any(Tags::CAPITALISED | Tags::BOUND));
    let past = document.ends_in(at, "ed") && (told || next.any(Tags::DETERMINER | Tags::PRONOUN));
    let present = tags.any(Tags::VERB) && document.ends_in(at, "s") && object;
    let noun = tags.any(Tags::CUE_NOUN | Tags::PERSON_NOUN);
    !noun && (past || present)
}

/// Whether a subject and an auxiliary follow: `by noon the abbot had left`.
fn has_clause(document: &Document, tokens: Range<usize>) -> bool {
    let subject = |at: usize| phrases::behind(document, at, tokens.end).filter(|subject| subject.end < tokens.end);
    let finite =
        |at: usize| subject(at).is_some_and(|subject| document.tags(subject.end).any(Tags::AUXILIARY | Tags::CHANGE));
    tokens.clone().take(4).any(|at| !document.tags(at).any(Tags::PREPOSITION | Tags::AUXILIARY) && finite(at))
}

/// A clause without another act of its source.
pub fn without_deed(document: &Document, content: Range<usize>) -> Range<usize> {
    content.start..deed(document, content.clone()).unwrap_or(content.end)
}

/// The start of an act that the clause's subject, a thing, cannot perform: `says the film is fair and has refused to
/// cut it`.
fn deed(document: &Document, content: Range<usize>) -> Option<usize> {
    let has = |at: usize| usize::from(document.is_one_of(at, &classes::HAVE));
    let joint = (content.start + 3..content.end.saturating_sub(1)).find(|&at| {
        document.is_one_of(at, const { &WordList::of(["and", "but"]) })
            && document.is_one_of(at + 1 + has(at + 1), &DEEDS)
            && document.quotation_of(at).is_none()
    })?;
    let start = content.start + usize::from(document.is(content.start, "that"));
    let subject = phrases::behind(document, start, joint)?;
    let able = Tags::PERSON_NOUN | Tags::TITLE | Tags::KIN | Tags::CAPITALISED | Tags::ORGANISATION | Tags::BODY;
    let own = document.tags(subject.start).any(Tags::PRONOUN) && !document.tags(subject.start).any(Tags::POSSESSIVE);
    // `said the boys ran and refused to stop`
    let people = own || subject.clone().any(|at| document.tags(at).any(able) || document.ends_in(at, "s"));
    let remarks = document.tags(subject.start).any(Tags::POSSESSIVE)
        && document.tags(subject.end - 1).any(Tags::CUE_NOUN)
        || document.is_one_of(subject.end - 1, const { &WordList::of(["actions", "comments", "remarks", "words"]) });
    let other = (start..joint).filter(|&at| at >= subject.end).any(|at| cues::verb(document, at).is_some());
    (!other && (!people || remarks)).then_some(joint)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn what_the_source_does_next_is_not_told() {
        quotes(
            "
Dray criticised the weir and wants the guild to mend it. The guild called for a vote but today the abbot has left Tarn.
                ^^^^^^^^ quote indirect cue=[criticised] speaker=[Dray] person=[Dray]
                                                                              ^^^^^^ quote indirect cue=[called] speaker=[The guild]
Dray says the film is fair and has refused to cut it. Lund said his remarks were kind and refused to go.
          ^^^^^^^^^^^^^^^^ quote indirect cue=[says] speaker=[Dray] person=[Dray]
                                                                ^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Lund] person=[Lund]
",
        );
    }

    #[test]
    fn what_is_done_besides_goes_with_no_infinitive() {
        quotes(
            "
Dray warned anglers to stay away and closed the quay. The guild declined to comment and referred anglers to the abbot.
            ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[warned] speaker=[Dray] person=[Dray]
                                                                         ^^^^^^^^^^ quote indirect cue=[declined] speaker=[The guild]
The guild vowed to help lost and injured anglers. Dray urged the club to mend the weir and clean the quay.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[vowed] speaker=[The guild]
                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[urged] speaker=[Dray] person=[Dray]
Dray warned of high floods and urged anglers to stay at home.
               ^^^^^^^^^^^ quote indirect cue=[warned] speaker=[Dray] person=[Dray]
                                     ^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[urged] speaker=[Dray] person=[Dray]
",
        );
    }
}
