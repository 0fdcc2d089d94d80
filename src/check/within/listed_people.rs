//! A number of people compared with a list of them after a mark, at least one given by "a": "four people, three men and
//! a woman", "three others – a 21-year-old man, a woman and a girl".
//!
//! Severity: warning where the list ends with a mark and does not add up to the total; info where it does.
//! Example: "five victims, two men and a woman, were" conflicts: 2 + 1 = 3.
//! Traps: lists that continue ("and her son", "and a boy in Tarn"), people in addition to the list ("three nurses, a
//! man and a woman were hurt"), lists of only some ("a man and a woman among them").

use std::ops::Range;

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{AGREES, Prepared, WARNING, quantity::Quantity, shown::shown},
    grammar::kinds,
    lexicon::LEXICON,
    types::{Document, Finding, Tags, TokenKind, WordList},
};

/// Compares numbers of people with lists of them.
pub const CHECK: Within = Within { name: "within.listed_people", source: include_str!("listed_people.rs"), check };

/// Tokens from the people to the mark before the list: "four people were led away by wardens –".
const TO_MARK: usize = 9;
/// Tokens from the beginning of a member to its noun: "a 21-year-old Tarn man".
const MEMBER: usize = 8;

/// Words for people of any sort.
const ANYBODY: WordList<7> =
    WordList::of(["hostages", "individuals", "others", "people", "persons", "suspects", "victims"]);
/// Sorts of people.
const SORTS: WordList<26> = WordList::of([
    "adult",
    "adults",
    "baby",
    "boy",
    "boys",
    "child",
    "children",
    "female",
    "females",
    "girl",
    "girls",
    "infant",
    "juvenile",
    "juveniles",
    "male",
    "males",
    "man",
    "men",
    "teen",
    "teenager",
    "teenagers",
    "teens",
    "toddler",
    "woman",
    "women",
    "youths",
]);

/// A list of people.
struct List {
    /// The number of people in each member.
    counts: Vec<Decimal>,
    tokens: Range<usize>,
    /// Whether it ends with a mark and no one else is mentioned after it.
    is_closed: bool,
    /// Whether a member is given by "a".
    has_article: bool,
}

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let people = subject.quantities.iter().filter(|quantity| quantity.counts_people && quantity.is_exact());
    findings.extend(people.filter_map(|quantity| finding(subject, quantity)));
}

fn finding(subject: &Prepared, total: &Quantity) -> Option<Finding> {
    let document = subject.document;
    let list = list(document, mark(document, total)?)?;
    let sum = list.counts.iter().try_fold(Decimal::ZERO, |sum, count| sum.checked_add(*count))?;
    let (low, high) = (sum.min(total.value), sum.max(total.value));
    let holds = sum == total.value;
    let some = !list.is_closed || low.checked_mul(Decimal::TWO)? <= high;
    // `within.listed_total` reports lists of numbers alone.
    if list.counts.len() < 2 || !list.has_article || !holds && some {
        return None;
    }
    let terms: Vec<String> = list.counts.iter().map(|count| shown(*count)).collect();
    let (outcome, sign) = if holds { (AGREES, "") } else { (WARNING, "not ") };
    let message = format!("{} = {}, {sign}a total of {}", terms.join(" + "), shown(sum), shown(total.value));
    let evidence = vec![subject.words(total.span), subject.words(document.span(list.tokens))];
    Some(subject.finding(CHECK.name, outcome, message, evidence))
}

/// The token after the mark that opens the list: the first mark after the people, with no number between.
fn mark(document: &Document, total: &Quantity) -> Option<usize> {
    let end = document.sentences[total.sentence as usize].tokens.end as usize;
    let noun = (total.behind..end.min(total.behind + 3)).find(|&at| document.is_one_of(at, &ANYBODY))?;
    let is_mark = |at: usize| {
        let mark = [",", ":", "("].into_iter().any(|mark| document.is(at, mark));
        mark || document.tokens[at].kind == TokenKind::Dash
    };
    let mark = (noun + 1..end.min(noun + 1 + TO_MARK)).find(|&at| is_mark(at))?;
    const NUMBER: Tags = Tags::DIGITS.with(Tags::NUMBER_WORD).with(Tags::CONJUNCTION);
    let plain = !(noun + 1..mark).any(|at| document.tags(at).any(NUMBER) || document.is(at, "including"));
    let next = if mark + 1 < end && document.tokens[mark + 1].kind == TokenKind::Dash { mark + 2 } else { mark + 1 };
    (plain && next < end).then_some(next)
}

/// The list of people that begins at a token.
fn list(document: &Document, start: usize) -> Option<List> {
    let end = document.sentence_tokens(start).end;
    let mut list = List { counts: Vec::new(), tokens: start..start, is_closed: false, has_article: false };
    let mut at = start;
    let mut joined = false;
    loop {
        let Some((count, behind)) = member(document, at..end) else {
            // "A man, a woman and her son" continues; "a man and a woman, both of Tarn" does not.
            let ends = joined && at > start && document.is(at - 1, ",");
            list.is_closed = ends && !goes_on(document, at..end);
            return ends.then_some(list);
        };
        list.has_article |= document.is(at, "a") || document.is(at, "an");
        list.counts.push(count);
        let behind = behind_age(document, behind);
        list.tokens.end = behind;
        let comma = usize::from(behind < end && document.is(behind, ","));
        let and = usize::from(behind + comma < end && document.is(behind + comma, "and"));
        if comma + and == 0 {
            list.is_closed = joined && is_end(document, behind, end) && !goes_on(document, behind..end);
            return Some(list);
        }
        if joined && and == 1 {
            return None;
        }
        joined |= and == 1;
        at = behind + comma + and;
    }
}

/// The number of people in a member of a list, and the token after its noun: "two men", "a 21-year-old man".
fn member(document: &Document, tokens: Range<usize>) -> Option<(Decimal, usize)> {
    const APART: Tags =
        Tags::PREPOSITION.with(Tags::CONJUNCTION).with(Tags::DETERMINER).with(Tags::AUXILIARY).with(Tags::RELATIVE);
    let first = tokens.start;
    let count =
        if document.is(first, "a") || document.is(first, "an") { Decimal::ONE } else { number(document, first)? };
    let last = tokens.end.min(first + MEMBER);
    let noun = (first + 1..last).find(|&at| document.is_one_of(at, &SORTS))?;
    // "An adult male", "a baby boy".
    let noun = if noun + 1 < last && document.is_one_of(noun + 1, &SORTS) { noun + 1 } else { noun };
    let plain = (first + 1..noun).all(|at| !document.tags(at).any(APART) && !document.is(at, ","));
    let owner = kinds::is_possessive(document, noun + 1);
    let glued = kinds::is_dash(document, first + 1);
    (plain && !owner && !glued).then_some((count, noun + 1))
}

/// A whole number in digits, or in one word.
fn number(document: &Document, at: usize) -> Option<Decimal> {
    let token = document.tokens.get(at)?;
    if token.kind == TokenKind::Number {
        return document.text(token.span).parse().ok().filter(Decimal::is_integer);
    }
    LEXICON.numbers.get(token.word).filter(|_| token.tags.any(Tags::NUMBER_WORD)).map(|number| number.value)
}

/// The token after the age that follows a person: "a man, 34,", "a man aged 34".
fn behind_age(document: &Document, behind: usize) -> usize {
    let age = |at: usize| document.tags(at).any(Tags::DIGITS) && at + 1 < document.tokens.len();
    let told = document.is(behind, ",") || document.is(behind, "aged") || document.is(behind, "(");
    if !told || !age(behind + 1) {
        return behind;
    }
    let next = behind + 2;
    match document.is(behind, "(") {
        true if document.is(next, ")") => next + 1,
        false if [",", "and", "."].into_iter().any(|mark| document.is(next, mark)) => next,
        _ => behind,
    }
}

/// Whether a token ends a list: a mark, or the end of the sentence.
fn is_end(document: &Document, at: usize, end: usize) -> bool {
    let mark = || [".", ";", ")"].into_iter().any(|mark| document.is(at, mark));
    at >= end || mark() || document.tokens[at].kind == TokenKind::Dash
}

/// Whether the rest of a sentence mentions more people, or says that the list is of only some.
fn goes_on(document: &Document, mut rest: Range<usize>) -> bool {
    const MORE: WordList<7> = WordList::of(["among", "another", "as", "other", "others", "plus", "with"]);
    rest.any(|at| document.is_one_of(at, &SORTS) || document.is_one_of(at, &MORE))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn a_man_is_one_of_those_listed() {
        for (text, expected) in [
            (
                "Five victims, two men and a woman, were pulled from the weir.",
                r#"conflicts warning "Five" "two men and a woman": 2 + 1 = 3, not a total of 5"#,
            ),
            (
                "Wardens held four people: three men and a woman.",
                r#"agrees info "four" "three men and a woman": 3 + 1 = 4, a total of 4"#,
            ),
            (
                "Three others – a 21-year-old man, a woman and a teenage girl – were hurt.",
                r#"agrees info "Three" "a 21-year-old man, a woman and a teenage girl": 1 + 1 + 1 = 3, a total of 3"#,
            ),
            (
                "Two people, a man, 34, and a woman, 30, were seen at the mill.",
                r#"agrees info "Two" "a man, 34, and a woman, 30": 1 + 1 = 2, a total of 2"#,
            ),
            (
                "Four people were led away by wardens -- two men and a woman.",
                r#"conflicts warning "Four" "two men and a woman": 2 + 1 = 3, not a total of 4"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn lists_that_go_on_and_others_beside_them_are_silent() {
        for text in [
            "Four people, a man, a woman and her son, were seen at the mill.",
            "Four people, a man and a woman in Tarn and two boys in Dale, were seen.",
            "Four people, a man and a woman among them, were seen at the mill.",
            "Three nurses, a man and two women were seen at the mill.",
            "Four people, including a man and a woman, were seen at the mill.",
            "At least four people, two women and a man, were seen at the mill.",
            "Four people, a man and a woman, and two dogs were seen.",
            "Four people were seen, a man and two women badly hurt.",
        ] {
            findings(CHECK.name, text, "");
        }
    }
}
