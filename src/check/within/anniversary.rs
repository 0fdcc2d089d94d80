//! An anniversary that does not fit its year of origin: "founded in 1946, the mill marks its 100th anniversary this
//! year" in an article of 2016.
//!
//! Severity: warning.
//! Example: the 50th anniversary of the 1956 flood was in 2006.
//! Traps: an anniversary in another year ("its 50th anniversary in 2010"), one that comes next year, several years in
//! the sentence.

use super::Within;
use crate::{
    check::{Prepared, WARNING, births::year},
    types::{Document, Fact, Figure, FigureKind, Finding, Tags, WordList},
};

/// Compares anniversaries with years.
pub const CHECK: Within = Within { name: "within.anniversary", source: include_str!("anniversary.rs"), check };

/// The most tokens from an anniversary to its year of origin: "50th anniversary of the great flood of 1966".
const REACH: usize = 9;
/// Years by which an anniversary may be ahead or past.
const NEAR: i16 = 1;
/// Digits of a year.
const YEAR: usize = 4;

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let Some(today) = subject.document.dateline.map(|date| date.year()) else { return };
    let ordinals = subject.facts.figures.iter().filter(|fact| fact.detail.kind == FigureKind::Ordinal);
    for ordinal in ordinals.filter(|fact| is_anniversary(subject.document, fact)) {
        findings.extend(finding(subject, ordinal, today));
    }
}

/// "100th anniversary".
fn is_anniversary(document: &Document, fact: &Fact<Figure>) -> bool {
    let behind = document.token_at(fact.span.end);
    document.is(behind, "anniversary")
}

fn finding(subject: &Prepared, ordinal: &Fact<Figure>, today: i16) -> Option<Finding> {
    let document = subject.document;
    let figures = &subject.facts.figures;
    let start = figures.partition_point(|fact| fact.sentence < ordinal.sentence);
    let here = figures[start..].iter().take_while(|fact| fact.sentence == ordinal.sentence);
    let printed = |fact: &&Fact<Figure>| {
        let written = document.tokens_in(fact.span).any(|at| {
            let word = document.word(at);
            word.len() == YEAR && word.bytes().all(|byte| byte.is_ascii_digit())
        });
        year(fact).is_some() && written
    };
    let mut years = here.clone().filter(printed);
    let (Some(date), None) = (years.next(), years.next()) else { return None };
    let (count, past) = (i16::try_from(ordinal.detail.value?).ok()?, year(date)?);
    let fits = (count - NEAR..=count + NEAR).contains(&(today - past));
    let elsewhen = here.clone().any(|fact| fact.span != date.span && year(fact).is_some_and(|year| year != today));
    let now = is_of_now(document, ordinal) && !elsewhen;
    if !now || !is_of(document, ordinal, date) || past >= today || fits {
        return None;
    }
    let message = format!("from {past} to {today} it is {} years, the text says {count}", today - past);
    let evidence = [ordinal, date].map(|fact| subject.figure(fact.span));
    Some(subject.finding(CHECK.name, WARNING, message, evidence.into()))
}

/// Whether the sentence is about the present: a plaque may have been put up on an anniversary long ago.
fn is_of_now(document: &Document, ordinal: &Fact<Figure>) -> bool {
    const NOW: WordList<10> = WordList::of([
        "celebrates",
        "celebrating",
        "is",
        "marking",
        "marks",
        "this",
        "today",
        "tomorrow",
        "will",
        "yesterday",
    ]);
    let tokens = document.sentence_tokens(document.token_at(ordinal.span.start));
    tokens.into_iter().any(|at| document.is_one_of(at, &NOW) || document.tags(at).any(Tags::WEEKDAY))
}

/// Whether the year is the anniversary's year of origin: after "of", or after a word for how it began.
fn is_of(document: &Document, ordinal: &Fact<Figure>, date: &Fact<Figure>) -> bool {
    const BEGAN: WordList<12> = WordList::of([
        "began",
        "born",
        "built",
        "created",
        "established",
        "formed",
        "founded",
        "launched",
        "married",
        "opened",
        "since",
        "started",
    ]);
    let (first, behind) = (document.token_at(date.span.start), document.token_at(ordinal.span.end));
    let began = (first.saturating_sub(2)..first).any(|at| document.is_one_of(at, &BEGAN));
    let of = document.is(behind + 1, "of") && (behind + 2..=behind + REACH).contains(&first);
    let when = (first.saturating_sub(1)..first).any(|at| document.is(at, "in")) && !began;
    // "The flood that hit the mill built in 1946": what comes after the anniversary is of something else.
    began && first < behind || of && !when && !began
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_at;

    #[test]
    fn an_anniversary_is_as_many_years_on() {
        for (text, expected) in [
            (
                "Founded in 1946, the mill marks its 100th anniversary this year.",
                r#"conflicts warning "1946" "100th": from 1946 to 2016 it is 70 years, the text says 100"#,
            ),
            (
                "Saturday was the 50th anniversary of the 1956 flood.",
                r#"conflicts warning "50th" "1956": from 1956 to 2016 it is 60 years, the text says 50"#,
            ),
        ] {
            findings_at(CHECK.name, "2016-05-11", text, expected);
        }
    }

    #[test]
    fn fitting_years_and_other_years_are_silent() {
        for text in [
            "Founded in 1916, the mill marks its 100th anniversary this year.",
            "Saturday was the 50th anniversary of the 1966 flood.",
            "Monday was the 10th anniversary of the flood that hit the mill built in 1946.",
            "The mill kept its 50th anniversary in 1996.",
            "The 50th anniversary of the flood in 2006 was wet.",
            "Founded in 1946, the mill shut in 1996, on its 50th anniversary.",
            "The plaque was put up on the 50th anniversary of the 1916 flood.",
            "The mill, founded in 1946, marks its birthday as it did on its 50th anniversary in 1996.",
        ] {
            findings_at(CHECK.name, "2016-05-11", text, "");
        }
    }
}
