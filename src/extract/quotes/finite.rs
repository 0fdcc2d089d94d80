//! Whether a clause begins at a token: a subject with its modifiers, and its verb.

use std::ops::Range;

use super::{adjuncts, appositions, compounds, cues, phrases, sources};
use crate::{
    grammar::{classes, reach},
    types::{Document, Tags, TokenKind, WordList},
};

/// Maximum number of tokens from a quotation inside a subject to its verb.
const VERB: usize = 3;

/// Whether a clause begins here: a subject with its modifiers, then a verb.
pub fn is_finite(document: &Document, tokens: Range<usize>) -> bool {
    let negated = document.is(tokens.start, "no") || document.is(tokens.start, "not");
    // `nearly 40 boats sank`, `at least 40 boats sank`
    let before = usize::from(negated).max(compounds::bound_length(document, tokens.start));
    // `two other boats sank`
    let number = document.tags(tokens.start).any(Tags::NUMBER_WORD | Tags::DIGITS);
    let counted = number && document.is(tokens.start + 1, "other");
    let before = before.max(usize::from(counted));
    let tokens = (tokens.start + before).min(tokens.end.max(tokens.start + 1) - 1)..tokens.end;
    let tags = document.tags(tokens.start);
    // `much had changed`
    let much = document.is(tokens.start, "much") && document.tags(tokens.start + 1).any(Tags::AUXILIARY);
    if (tags.any(Tags::PRONOUN) && !document.is(tokens.start, "her")) || document.is(tokens.start, "there") || much {
        return true;
    }
    if is_demonstrative(document, tokens.start) {
        return true;
    }
    let Some(subject) = phrases::behind(document, tokens.start, tokens.end) else { return false };
    if ends_in_verb(document, subject.clone()) || has_relative(document, subject.end, tokens.end) {
        return true;
    }
    let mut at = appositions::past_age(document, subject.end, tokens.end);
    while at < tokens.end && document.tags(at).any(Tags::PREPOSITION | Tags::ADVERB | Tags::CONJUNCTION) {
        at = phrases::behind(document, at + 1, tokens.end).map_or(at + 1, |phrase| phrase.end);
        at = appositions::past_age(document, at, tokens.end);
    }
    // `the miller quickly left`
    at += usize::from(at + 1 < tokens.end && sources::is_manner(document, at));
    // `the pool, an old one, is shut`
    if document.is(at.min(tokens.end - 1), ",") {
        let reach = if document.tags(at + 1).any(Tags::RELATIVE) { reach::RELATIVE } else { reach::SET_APART };
        let next = (at + 1..tokens.end.min(at + reach)).find(|&at| document.is(at, ","));
        let verb = |at: usize| {
            document.tags(at).any(Tags::AUXILIARY)
                || adjuncts::opens_verb(document, at) && cues::verb(document, at).is_none()
        };
        return next.is_some_and(|comma| verb(appositions::past_comma(document, comma, tokens.end)));
    }
    if let Some(quotation) = document.quotation_of(at).filter(|first| first.open as usize == at && at + 2 < tokens.end)
    {
        // `the mill “has lost its wheel”`, but not `songs including “Salt”`
        let preposition = |at: usize| document.tags(at).any(Tags::PREPOSITION) || document.is(at, "including");
        let tied = preposition(at - 1) || document.tags(at - 1).any(Tags::DETERMINER) && preposition(at.max(2) - 2);
        let behind = quotation.close as usize + 1;
        return !tied
            || has_verb(document, tokens.start + 1..at)
            || has_verb(document, behind..tokens.end.min(behind + VERB));
    }
    has_verb(document, tokens.start + 1..(at + 1).min(tokens.end))
}

/// Whether one of the tokens can be a finite verb.
pub fn has_verb(document: &Document, mut tokens: Range<usize>) -> bool {
    tokens.any(|at| {
        let tags = document.tags(at);
        let lower = document.tokens[at].kind == TokenKind::Word && !tags.any(Tags::CAPITALISED);
        let contracted = || document.ends_in(at, "n't") || document.ends_in(at, "n’t");
        // Most words are not verbs; that is the quickest test.
        let verb = tags.any(Tags::AUXILIARY | Tags::VERB | Tags::CHANGE | Tags::CUE)
            || lower && document.ends_in(at, "ed")
            || contracted();
        let noun = || {
            at > 0
                && (document.tokens[at - 1].kind == TokenKind::Possessive || document.tags(at - 1).any(Tags::ARTICLE))
        };
        // `lift-based`
        let compound = || at > 0 && document.is(at - 1, "-") && document.is_glued(at - 1);
        verb && !noun() && !compound() && !document.is(at, "including")
    })
}

/// Whether the word is a demonstrative pronoun, which looks like a determiner: `this is no drill`, `those were old`.
fn is_demonstrative(document: &Document, at: usize) -> bool {
    let verb = document.tags(at + 1).any(Tags::AUXILIARY) && !document.ends_in(at + 1, "ing");
    verb && document.is_one_of(at, const { &WordList::of(["these", "this", "those"]) })
}

/// Whether a noun, its verb and an object pronoun stand in a row: `the boys watch him`.
fn ends_in_verb(document: &Document, subject: Range<usize>) -> bool {
    let (object, verb) = (subject.end, subject.end - 1);
    subject.len() > 1
        && object < document.tokens.len()
        && document.is_one_of(object, &classes::ONLY_OBJECTS)
        && phrases::is_nominal(document, verb)
        && !document.tags(verb).any(Tags::CAPITALISED)
        && phrases::is_nominal(document, verb - 1)
}

/// Whether another verb follows a relative clause with its own verb: `the man who hit her was there`.
fn has_relative(document: &Document, at: usize, limit: usize) -> bool {
    if at + 2 >= limit || !document.is(at, "who") {
        return false;
    }
    let verb = |at: usize| {
        let joined = document.tags(at - 1).any(Tags::CONJUNCTION)
            || document.is_one_of(at - 1, &classes::ONLY_SUBJECTS)
            || document.is(at - 1, "to");
        (document.tags(at).any(Tags::AUXILIARY) || has_verb(document, at..at + 1)) && !joined
    };
    let parted = |at: &usize| {
        let mark = document.tokens[*at].kind == TokenKind::Mark;
        mark || document.tags(*at).any(Tags::RELATIVE) || document.is_one_of(*at, &classes::SUBORDINATORS)
    };
    let reach = limit.min(at + reach::RELATIVE);
    let reach = (at + 1..reach).find(parted).unwrap_or(reach);
    // The first word other than an adverb or auxiliary is the verb of the relative clause.
    let light = |at: &usize| document.tags(*at).any(Tags::ADVERB | Tags::NEGATION | Tags::AUXILIARY);
    let own = (at + 1..reach).find(|at| !light(at));
    own.is_some_and(|own| (own + 1..reach).any(verb))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn a_demonstrative_is_a_subject() {
        quotes(
            "
The verger told ringers this was the last bell. Lund insisted these are old oars.
                        ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[The verger]
                                                              ^^^^^^^^^^^^^^^^^^ quote indirect cue=[insisted] speaker=[Lund] person=[Lund]
",
        );
        quotes("Lund wrote up a note for him.");
    }

    #[test]
    fn a_plain_verb_stands_before_its_object() {
        quotes(
            "
Millers told us the goats follow him to the weir.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Millers]
",
        );
    }

    #[test]
    fn a_relative_clause_belongs_to_the_subject() {
        quotes(
            "
Ruth Amos told police the boy who threw the oar was still on the quay. Lund insisted the cook who found it vanished.
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Ruth Amos] person=[Ruth Amos]
                                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[insisted] speaker=[Lund] person=[Lund]
",
        );
        quotes("Ruth Amos told police the name of the boy who threw the oar when it was dark.");
    }
}
