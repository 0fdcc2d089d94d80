//! What a bare number counts, by the noun next to it: "12 barges", "four of these were clerks".

use std::ops::Range;

use rust_decimal::Decimal;

use super::{
    aged, complement, described, elided, noun,
    partitive::{is_back_reference, partitive},
    phrase::{self, HowMany, Phrase},
    quantity, spurious,
    stated::Stated,
    than, torn, verb,
};
use crate::{
    grammar::{classes, endings, kinds},
    types::{Document, Tags, WordList},
};

/// The noun of a bare number.
pub fn of_number(document: &Document, fact: &Stated) -> Option<Phrase> {
    let Range { start, end } = fact.tokens.clone();
    let one = fact.detail.value == Some(Decimal::ONE);
    if let Some(phrase) = inside(document, start, end) {
        return Some(phrase);
    }
    if let Some(noun) = named_by_size(document, fact) {
        return Some(noun);
    }
    if let Some(noun) = elided::hung(document, fact) {
        return Some(noun);
    }
    // "A quarter lower than".
    if than::is_compared(document, end) {
        return None;
    }
    // "61 votes to 38".
    if start > 2 && spurious::is_of_vote(document, start) && document.tags(start - 3).any(Tags::DIGITS) {
        return Some(start - 2..start - 1);
    }
    let (at, of) = partitive(document, end);
    // "Thousands flee floods": the things after such a number need an `of`.
    if at == end && document.tags(end - 1).any(Tags::MAGNITUDE) && document.ends_in(end - 1, "s") {
        return None;
    }
    // "From 12 to 20 mills".
    if start > 0 && document.is(start - 1, "from") && document.is(end, "to") {
        let second = quantity::read(document, end + 1).filter(|second| second.unit.is_none())?;
        return phrase::behind(document, second.tokens.end, HowMany::Several);
    }
    if of && is_back_reference(document, at) {
        return predicate(document, at + 1);
    }
    // "One of those pushing for it".
    if of && is_back_reference(document, at - 1) && kinds::is_word(document, at) && document.ends_in(at, "ing") {
        return None;
    }
    let count = HowMany::one_if(one && !of);
    if document.is(at, "other") {
        return phrase::behind(document, at + 1, count).map(|phrase| at..phrase.end);
    }
    // "178 'sound recordings'".
    let quoted = kinds::is_quotation_mark(document, at) && !document.is_glued(at.saturating_sub(1));
    let phrase = phrase::behind(document, at + usize::from(quoted), count)?;
    // "One of the first to go".
    if of && document.tags(phrase.end - 1).any(Tags::ORDINAL) {
        return None;
    }
    if tells_what_becomes(document, &phrase, at == end, count) {
        return None;
    }
    Some(complement::with_complement(document, if of { aged::with_name(document, phrase) } else { phrase }))
}

/// The noun after a strength or a magnitude: "A 40-strong crowd", "a 6.8 quake hit Tarn".
fn named_by_size(document: &Document, fact: &Stated) -> Option<Phrase> {
    let end = fact.tokens.end;
    let noun = end + usize::from(phrase::joins(document, end));
    if noun > end && document.is(noun, "strong") {
        return phrase::behind(document, noun + 1, HowMany::One);
    }
    let last = noun + usize::from(document.is(noun, "magnitude"));
    let quake = torn::is_quake(document, last) && fact.detail.value.is_some_and(|value| !value.is_integer());
    quake.then_some(noun..last + 1)
}

/// Whether the words after a number say what happens to things mentioned before, rather than name them; `beside` is
/// whether they follow directly.
fn tells_what_becomes(document: &Document, phrase: &Phrase, beside: bool, count: HowMany) -> bool {
    // "Five won damages", "one involving a barge".
    if beside && (verb::is_only_verb(document, phrase.start) || document.is_one_of(phrase.start, &described::TAKING)) {
        return true;
    }
    // "All three suffered burns".
    let more = phrase.len() > 1 || document.tags(phrase.end).any(Tags::DETERMINER);
    if beside && more && document.is_one_of(phrase.start, &described::UNDERGONE) {
        return true;
    }
    // "One lives in Tarn": a single plural form after one is a verb.
    let verb = count.is_one() && phrase.len() == 1 && endings::is_plural(document, phrase.start);
    if verb && document.tags(phrase.end).any(Tags::PREPOSITION | Tags::DETERMINER | Tags::ADVERB) {
        return true;
    }
    // "The next four straight", "the nine voting to leave".
    let bare = phrase.len() == 1 && !count.is_one() && beside && !document.tags(phrase.start).any(Tags::CAPITALISED);
    let straight = document.is_one_of(phrase.start, const { &WordList::of(["consecutive", "running", "straight"]) });
    let gerund = document.ends_in(phrase.start, "ing") && !noun::is_state(document, phrase.start);
    if bare && (straight || gerund && document.tags(phrase.end).any(Tags::PREPOSITION | Tags::DETERMINER)) {
        return true;
    }
    if the_few_do(document, phrase, beside, count) {
        return true;
    }
    // "5 Wounded, 3 Critically, in Fire", "4 Missing After Flood".
    let told = || verb::is_told_in_headline(document, phrase.start) || document.is(phrase.start, "missing");
    if phrase.len() == 1 && beside && document.tags(phrase.start).any(Tags::CAPITALISED) && told() {
        return true;
    }
    // "One Critically Hurt".
    if phrase.len() == 1 && document.ends_in(phrase.start, "ly") && elided::is_fate(document, phrase.end) {
        return true;
    }
    // "Two opened fire": a past form without a plural after it is a verb.
    let past =
        endings::is_past_form(document.word(phrase.start)) && !document.tags(phrase.start).any(Tags::CAPITALISED);
    if past && beside && !count.is_one() && !endings::is_plural(document, phrase.end - 1) {
        return true;
    }
    // "Only one showed Ms Pike".
    past && count.is_one() && beside && phrase.len() > 1 && document.tags(phrase.end - 1).any(Tags::CAPITALISED)
}

/// Whether a verb follows a definite number of people: "The threat the four pose", "the two face a trial", "she is the
/// one facing it".
fn the_few_do(document: &Document, phrase: &Phrase, beside: bool, count: HowMany) -> bool {
    const NUMBER: Tags = Tags::NUMBER_WORD.with(Tags::DIGITS);
    const OBJECT: Tags = Tags::DETERMINER.with(Tags::PRONOUN).with(Tags::AUXILIARY);
    let few = phrase.start > 1 && document.is(phrase.start - 2, "the") && document.tags(phrase.start - 1).any(NUMBER);
    if !beside || !few || document.tags(phrase.start).any(Tags::CAPITALISED) {
        return false;
    }
    let behind = document.tags(phrase.end);
    if count.is_one() {
        return document.ends_in(phrase.start, "ing") && behind.any(OBJECT.with(Tags::PREPOSITION));
    }
    let object = behind.any(Tags::DETERMINER | Tags::PRONOUN);
    let told = document.tags(phrase.start).any(Tags::VERB | Tags::CUE) && behind.any(Tags::AUXILIARY);
    phrase.len() == 1 && !endings::is_plural(document, phrase.start) && (object || told)
}

/// The thing inside the figure: `the only school out of 43`.
fn inside(document: &Document, start: usize, end: usize) -> Option<Phrase> {
    if !document.is(start, "only") {
        return None;
    }
    let out = (start..end).find(|&at| document.is(at, "out"))?;
    (start + 1 < out).then_some(start + 1..out)
}

/// The noun after the verb: "four of these were clerks".
fn predicate(document: &Document, at: usize) -> Option<Phrase> {
    let be = document.is_one_of(at, &classes::FINITE_BE);
    let phrase = be.then(|| phrase::behind(document, at + 1, HowMany::Several))??;
    let head = document.word(phrase.end - 1);
    // "One of them was shot several times".
    if document.is(phrase.end - 1, "times") {
        return None;
    }
    (head.ends_with('s') || document.tags(phrase.end - 1).any(Tags::PERSON_NOUN)).then_some(phrase)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn from_one_number_to_the_next() {
        figures(
            "
The bank grew from 40 to 196 offices, says one of those pushing it.
                   ^^ figure count value=40 counted=[offices]
                         ^^^ figure count value=196 change=up counted=[offices]
                                           ^^^ figure count value=1 counted=[offices]
",
        );
    }

    #[test]
    fn quakes_and_crowds() {
        figures(
            "
A magnitude-6.8 quake hit near Tarn; a 5.1-magnitude tremor shook Morfa. A 40-strong crowd ran.
            ^^^ figure count value=6.8 counted=[quake]
                                       ^^^ figure count value=5.1 counted=[tremor]
                                                                           ^^ figure count value=40 counted=[crowd]
",
        );
    }

    #[test]
    fn what_the_few_do() {
        figures(
            "
The threat the four pose is small. The two face a trial. Pike is the one facing the sack.
               ^^^^ figure count value=4
                                       ^^^ figure count value=2
                                                                     ^^^ figure count value=1
",
        );
    }

    #[test]
    fn one_that_involves_something() {
        figures(
            "
The town held four fairs, one involving goats. Dale fed one of the shooting judges by Mill Lane.
              ^^^^ figure count value=4 counted=[fairs]
                          ^^^ figure count value=1 counted=[fairs]
                                                        ^^^ figure count value=1 counted=[shooting judges]
",
        );
    }

    #[test]
    fn what_somebody_suffered() {
        figures(
            "
Four rowers sank. Two suffered burns, and all three received deep cuts.
^^^^ figure count value=4 counted=[rowers]
                  ^^^ figure count value=2 counted=[rowers]
                                              ^^^^^ figure count value=3 counted=[rowers]
",
        );
    }
}
