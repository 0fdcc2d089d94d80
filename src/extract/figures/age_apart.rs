//! The person whose age stands apart from the noun: "two boys — ages 9 and 11 —", "a man in his mid-40s", "at 23, Pike
//! has won".

use std::ops::Range;

use super::{
    clause, elided, noun, numeral,
    phrase::{self, HowMany, Phrase},
    somebody,
};
use crate::{
    grammar::{classes, endings, kinds},
    types::{Document, Tags, TokenKind, WordList},
};

/// Tags of capitalised words that may open a clause, but are not the name of its subject.
const NO_SUBJECT: Tags = Tags::MONTH
    .with(Tags::WEEKDAY)
    .with(Tags::PREPOSITION)
    .with(Tags::PRONOUN)
    .with(Tags::DETERMINER)
    .with(Tags::CONJUNCTION);

/// The most tokens from a later number of a list of ages back to the word that opens it.
const REACH: usize = 16;

/// The person or people before the age at `number`, or after the comma behind it.
pub fn who(document: &Document, number: &Range<usize>) -> Option<Phrase> {
    if let Some(state) = decade(document, number.start) {
        return before_state(document, state);
    }
    listed(document, number.start).or_else(|| opening(document, number))
}

/// The `in` before the owner of a decade of life at `start`: "In his 40s", "in her late 20s or 30s".
fn decade(document: &Document, start: usize) -> Option<usize> {
    const PLACES: WordList<8> = WordList::of(["and", "early", "late", "mid", "or", "s", "teens", "to"]);
    let place = |at: usize| {
        document.is_one_of(at, &PLACES)
            || kinds::is_dash(document, at)
            || document.tokens[at].kind == TokenKind::Possessive
            || document.tags(at).any(Tags::DIGITS)
    };
    let first = document.sentence_tokens(start).start.max(start.saturating_sub(REACH));
    let owner = (first..start).rev().find(|&at| !place(at))?;
    let state = owner.checked_sub(1).filter(|&at| at >= first && document.is(at, "in"))?;
    document.tags(owner).any(Tags::POSSESSIVE).then_some(state)
}

/// Whom words at `at` describe, which say what age they have: "A vet in his 40s", "Pike, who is in her 60s", "both men,
/// each in their 50s".
fn before_state(document: &Document, at: usize) -> Option<Phrase> {
    let first = document.sentence_tokens(at).start;
    let adverb = |at: &usize| document.is_one_of(*at, const { &WordList::of(["all", "also", "both", "each", "now"]) });
    let end = (first..at).rev().find(|at| !adverb(at))? + 1;
    if document.tags(end - 1).any(Tags::AUXILIARY) {
        return subject_of(document, first, end - 1);
    }
    let comma = end < at && document.is(end - 1, ",") && end - 1 > first;
    people_before(document, end - usize::from(comma))
}

/// The people that are the subject of the verb at `verb`: "The men are believed to be", "Dale, who is".
fn subject_of(document: &Document, first: usize, verb: usize) -> Option<Phrase> {
    let group = clause::verb_group(document, first, verb);
    let last = group.checked_sub(1).filter(|&last| last >= first)?;
    if document.is_one_of(last, &classes::HE_OR_SHE) {
        return Some(last..group);
    }
    let who = document.is(last, "who") || document.is(last, "that");
    let end = if who { last } else { group };
    let comma = usize::from(who && end > first && document.is(end - 1, ","));
    let people = people_before(document, end - comma).filter(|people| people.start >= first)?;
    (document.is(last, "who") || is_somebody(document, &people)).then_some(people)
}

/// The noun phrase before `end`; a plural after a number or an article is a noun, though it may be a verb elsewhere:
/// "two suspects".
fn people_before(document: &Document, end: usize) -> Option<Phrase> {
    let last = end.checked_sub(1)?;
    let counted = |at: usize| document.tags(at).any(Tags::NUMBER_WORD | Tags::DIGITS | Tags::DETERMINER);
    let noun = last > 0 && counted(last - 1) && kinds::is_word(document, last) && endings::is_plural(document, last);
    phrase::before(document, end).or_else(|| noun.then_some(last..end))
}

/// Whether the phrase names or denotes people.
fn is_somebody(document: &Document, phrase: &Phrase) -> bool {
    let last = phrase.end - 1;
    document.tags(last).any(Tags::PERSON_NOUN | Tags::KIN | Tags::GIVEN_NAME | Tags::SURNAME)
        || somebody::is_listed(document, last)
        || document.is_one_of(last, const { &WordList::of(["suspects", "teenagers", "teens", "twins", "youths"]) })
        || elided::is_people(document, phrase)
}

/// The people before the word of age that opens a list: "Two sisters, ages 12 and 13", "men aged 25, 26, and 33",
/// "her sons — ages 4 and 6 —", "wardens who ranged in age from 20 to 60".
fn listed(document: &Document, start: usize) -> Option<Phrase> {
    const LISTED: WordList<6> = WordList::of([",", "and", "or", "to", "-", "between"]);
    let is_list = |at: usize| document.tags(at).any(Tags::DIGITS) || document.is_one_of(at, &LISTED);
    let first = document.sentence_tokens(start).start.max(start.saturating_sub(REACH));
    let word = (first..start).rev().find(|&at| !is_list(at))?;
    if !document.is_one_of(word, const { &WordList::of(["aged", "age", "ages"]) }) {
        return None;
    }
    let before = word.checked_sub(1).filter(|&at| at >= first)?;
    if document.is(before, "in") {
        return ranging(document, before);
    }
    if !document.is(word, "aged") && document.is_one_of(before, &classes::FINITE_BE) {
        return subject_of(document, document.sentence_tokens(before).start, before);
    }
    let set_off = document.is(before, "(") || kinds::is_dash(document, before) && !numeral::joins(document, before);
    if set_off {
        return people_before(document, before).filter(|people| is_somebody(document, people));
    }
    let comma = document.is(before, ",");
    let phrase = people_before(document, if comma { before } else { word })?;
    // "Raised the pension age to 67".
    let moved = document.is(word, "age") && document.is_one_of(word + 1, const { &WordList::of(["from", "to"]) });
    let limit = moved && !document.tags(word - 1).any(Tags::PERSON_NOUN | Tags::CAPITALISED);
    if limit {
        return Some(phrase.start..word + 1);
    }
    // "Died in her sleep aged 91".
    let owned = phrase.start > 0 && document.tags(phrase.start - 1).any(Tags::PRONOUN) && !comma;
    (!owned).then_some(phrase)
}

/// Those of whom the ages after the `in` at `end` make a range: "Swimmers have ranged in age".
fn ranging(document: &Document, end: usize) -> Option<Phrase> {
    let verb = end.checked_sub(1)?;
    if !document.is_one_of(verb, const { &WordList::of(["range", "ranged", "ranging"]) }) {
        return phrase::before(document, end);
    }
    phrase::before(document, end).or_else(|| subject_of(document, document.sentence_tokens(verb).start, verb))
}

/// The subject after an age that opens a clause: "At 23, Pike has won", "now, at age 58, she does".
fn opening(document: &Document, number: &Range<usize>) -> Option<Phrase> {
    const OPENS: WordList<8> = WordList::of([",", "and", "but", "that", "then", "though", "when", "while"]);
    let sentence = document.sentence_tokens(number.start);
    if !document.is(number.end, ",") {
        return None;
    }
    let lead = |at: &usize| document.is_one_of(*at, const { &WordList::of(["age", "just", "of", "only", "the"]) });
    let at = (sentence.start..number.start).rev().find(|at| !lead(at)).filter(|&at| document.is(at, "at"))?;
    let opens = at == sentence.start || document.is_one_of(at - 1, &OPENS);
    let subject = number.end + 1;
    if !opens || subject >= sentence.end {
        return None;
    }
    if document.is_one_of(subject, &classes::HE_OR_SHE) {
        return Some(subject..subject + 1);
    }
    let name = document.tags(subject);
    if !name.any(Tags::CAPITALISED) || !kinds::is_word(document, subject) || name.any(NO_SUBJECT) {
        return None;
    }
    let phrase = phrase::behind(document, subject, HowMany::One)?;
    let last = phrase.end - 1;
    let named = document.tags(last).any(Tags::CAPITALISED)
        && !kinds::is_possessive(document, phrase.end)
        && !phrase.clone().any(|at| document.tokens[at].kind == TokenKind::Possessive);
    let told = !document.is(phrase.end, ",") && phrase.end < sentence.end;
    (named && told && !noun::is_doing(document, last)).then_some(phrase)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn lists_in_marks() {
        figures(
            "
Two suspects, ages 17 and 22, fled.
^^^ figure count value=2 counted=[suspects]
                   ^^ figure age value=17 unit=year counted=[suspects]
                          ^^ figure age value=22 unit=year counted=[suspects]

Her daughters — ages 14, 11 and 3 — saw the boys (ages 4 and 6).
                     ^^ figure age value=14 unit=year counted=[daughters]
                         ^^ figure age value=11 unit=year counted=[daughters]
                                ^ figure age value=3 unit=year counted=[daughters]
                                                       ^ figure age value=4 unit=year counted=[boys]
                                                             ^ figure age value=6 unit=year counted=[boys]
",
        );
    }

    #[test]
    fn ranges_of_ages() {
        figures(
            "
The bargees have ranged in age from 12 to 61.
                               ^^^^^^^^^^^^^ figure age low=12 high=61 unit=year counted=[bargees]
",
        );
    }

    #[test]
    fn decades_of_lives() {
        figures(
            "
A man in his mid-20s fled with a woman in her late 30s. The rower, who is in her 50s, saw two men, both in their 40s.
                 ^^^ figure age low=20 high=29 unit=year counted=[man]
                                                   ^^^ figure age low=30 high=39 unit=year counted=[woman]
                                                                                 ^^^ figure age low=50 high=59 unit=year counted=[rower]
                                                                                          ^^^ figure count value=2 counted=[men]
                                                                                                                 ^^^ figure age low=40 high=49 unit=year counted=[men]
",
        );
        figures(
            "
The man is believed to be in his 30s. He married in his 20s.
                                 ^^^ figure age low=30 high=39 unit=year counted=[man]
                                                        ^^^ figure age low=20 high=29 unit=year
",
        );
    }

    #[test]
    fn ages_that_open_a_clause() {
        figures(
            "
At 23, Tilda Pike has left. At age 31, he rowed on. At 17, her barge sank. She knew that, at 34, she was slow.
   ^^ figure age value=23 unit=year counted=[Tilda Pike]
                                   ^^ figure age value=31 unit=year counted=[he]
                                                       ^^ figure age value=17 unit=year
                                                                                             ^^ figure age value=34 unit=year counted=[she]
",
        );
    }
}
