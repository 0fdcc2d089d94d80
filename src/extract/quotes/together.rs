//! Several sources together: `the mayor and the warden said`, `Finch, Lund and Amos said`.

use std::ops::Range;

use super::{
    clause,
    phrases::{self, phrase_ending},
    sources::{begins_clause, is_manner},
};
use crate::types::{Document, Tags, TokenKind, WordList};

/// Maximum number of joint sources.
const SEVERAL: usize = 6;

/// All joint sources, of which `phrase` is the last and the first begins the clause.
pub fn all(document: &Document, phrase: &Range<usize>, from: usize) -> Option<Range<usize>> {
    let mut start = phrase.start;
    let joint = phrase.clone().find(|&at| document.is(at, "and"));
    // `broke out in Dorn and the mayor said`
    if let Some(and) = joint.filter(|_| is_placed(document, start, from)) {
        return Some(and + 1..phrase.end);
    }
    // `the Food and Drug Office`
    let named = !document.tags(start).any(Tags::DETERMINER);
    let names = joint.is_some() && named && is_listed(document, start, from);
    let mut parted = false;
    if !names {
        let and = start.checked_sub(1).filter(|&at| at > from && document.is(at, "and"))?;
        if is_time_or_deed(document, phrase) {
            return None;
        }
        parted = document.is(and - 1, ",");
        start = one(document, and - usize::from(parted), from, phrase)?.start;
    }
    let mut more = 0;
    while more < SEVERAL && is_listed(document, start, from) {
        let Some(before) = one(document, start - 1, from, phrase) else { break };
        start = before.start;
        more += 1;
    }
    // `Lund left Tarn, and the mayor said`: a comma precedes the last of three.
    (begins_clause(document, start, from) && (more > 0 || !parted)).then_some(start..phrase.end)
}

/// All joint sources after their verb, of which `phrase` is the first; a mark follows the last: `, said the mayor and
/// the warden.`
pub fn behind(document: &Document, phrase: Range<usize>, limit: usize) -> Range<usize> {
    let and = phrase.end;
    if and + 1 >= limit || !document.is(and, "and") || !can_speak(document, &phrase) {
        return phrase;
    }
    let last = phrases::behind(document, and + 1, limit).filter(|last| {
        let ends = last.end >= limit || document.tokens[last.end].kind == TokenKind::Mark;
        let own = document.tags(last.start).any(Tags::DETERMINER) && !is_time_or_deed(document, last);
        ends && (own || can_speak(document, last))
    });
    last.map_or(phrase.clone(), |last| phrase.start..last.end)
}

/// Whether the phrase follows a preposition of place, which governs only the first noun: `in Dorn and the mayor`.
fn is_placed(document: &Document, start: usize, from: usize) -> bool {
    const PLACES: WordList<6> = WordList::of(["at", "in", "near", "outside", "through", "to"]);
    start > from + 1 && document.is_one_of(start - 1, &PLACES)
}

/// Whether the phrase is no source, but a time or words with a verb: `the summer`, `last Monday`.
fn is_time_or_deed(document: &Document, phrase: &Range<usize>) -> bool {
    let last = phrase.end - 1;
    let time = Tags::TIME_UNIT | Tags::WEEKDAY | Tags::MONTH | Tags::DAY_WORD | Tags::DAY_PART | Tags::DIGITS;
    let verb = |at: usize| !document.tags(at).any(Tags::CAPITALISED) && clause::has_verb(document, at..at + 1);
    document.tags(last).any(time) || is_manner(document, last) || phrase.clone().any(verb)
}

fn is_listed(document: &Document, start: usize, from: usize) -> bool {
    start > from + 1 && document.is(start - 1, ",")
}

/// The one before token `end`, where `last` is the last of them.
fn one(document: &Document, end: usize, from: usize, last: &Range<usize>) -> Option<Range<usize>> {
    let phrase = phrase_ending(document, end, from)?;
    // `fell in Dorn, Otter Post and Tarn Echo reported`
    let place = |phrase: &Range<usize>| {
        let tied = phrase.clone().any(|at| document.tags(at).any(Tags::PREPOSITION));
        !tied && document.tags(phrase.end - 1).any(Tags::PLACE)
    };
    let alike = !place(&phrase) || place(last);
    (alike && begins_clause(document, phrase.start, from) && can_speak(document, &phrase)).then_some(phrase)
}

/// Whether a noun phrase denotes people or bodies, not a time or clause.
fn can_speak(document: &Document, phrase: &Range<usize>) -> bool {
    const SOME: WordList<4> = WordList::of(["another", "many", "several", "some"]);
    let last = phrase.end - 1;
    let (first, tags) = (document.tags(phrase.start), document.tags(last));
    let speaker = Tags::PERSON_NOUN | Tags::TITLE | Tags::ORGANISATION;
    let named = tags.any(Tags::CAPITALISED) && (phrase.len() > 1 || !tags.any(Tags::SENTENCE_START))
        || tags.any(Tags::GIVEN_NAME | Tags::SURNAME) && tags.any(Tags::CAPITALISED);
    let source = document.is_one_of(last, const { &WordList::of(["source", "sources"]) });
    let opens = first.any(Tags::ARTICLE | Tags::POSSESSIVE) || document.is_one_of(phrase.start, &SOME);
    let own = phrase.len() == 1 || opens || first.any(Tags::NUMBER_WORD);
    // `the cooper`
    let single = phrase.len() == 2 && opens;
    let told = tags.any(speaker) || named || source || single || own && document.ends_in(last, "s");
    told && document.tokens[last].kind == TokenKind::Word
        && !is_time_or_deed(document, phrase)
        && (!first.any(Tags::ADVERB | Tags::PREPOSITION | Tags::PRONOUN) || opens)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn several_speak_together() {
        quotes(
            "
The cooper and the glazier said the kiln was cold.
                                ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The cooper and the glazier]
Amos, Birch and Stoll warned the loft was damp.
                             ^^^^^^^^^^^^^^^^^ quote indirect cue=[warned] speaker=[Amos, Birch and Stoll] person=[Amos]
The loft is damp, said the cooper and his aunt.
^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[the cooper and his aunt]
A kiln burst in Tarn and the glazier said nobody was hurt.
                                          ^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[the glazier]
",
        );
    }

    #[test]
    fn a_list_before_a_name_with_and_is_told() {
        quotes(
            "
Moths ate wool, felt, silk and other cloth, the Moth and Wool Guild said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[the Moth and Wool Guild]
",
        );
    }

    #[test]
    fn a_dateline_stands_before_both() {
        quotes(
            "
TARN — The mayor and the warden said the weir leaked.
                                     ^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The mayor and the warden]
",
        );
    }
}
