//! One quotation given to two people in one article.
//!
//! Severity: warning.
//! Example: `"We will never sell the old mill," said Ann Dale` and, below, the same words by Tom Reed.
//! Traps: a spokesman and those he speaks for, joint statements, somebody who repeats another's words (they
//! are of another sentence), short set phrases.

use super::Within;
use crate::{
    check::{Prepared, WARNING, wording::Wording},
    types::{Finding, How},
};

/// Speakers of one quotation.
pub const CHECK: Within = Within { name: "within.two_speakers", source: include_str!("two_speakers.rs"), check };

/// Fewer words are a phrase that several people use.
const SHORTEST: usize = 8;

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let spoken = |wording: &&Wording| wording.words.len() >= SHORTEST && speaker(wording).is_some();
    let quotations: Vec<&Wording> = subject.quotations.iter().filter(spoken).collect();
    for (index, one) in quotations.iter().enumerate() {
        let later = quotations[index + 1..].iter().filter(|other| speaker(one) != speaker(other));
        for other in later.filter(|other| is_same(one, other) && !are_together(subject, one, other)) {
            let names = [one, other].map(|wording| name(subject, wording));
            let message = format!("the same words are given to {} and to {}", names[0], names[1]);
            let evidence = [one, other].map(|wording| subject.fact("quote", wording.fact.span));
            findings.push(subject.finding(CHECK.name, WARNING, message, evidence.into()));
        }
    }
}

/// The person named beside a quotation.
fn speaker(wording: &Wording) -> Option<u32> {
    let speaker = wording.fact.detail.speaker.as_ref()?;
    speaker.person.filter(|_| speaker.how == How::Named)
}

/// Whether the shorter begins or ends the longer word for word.
fn is_same(one: &Wording, other: &Wording) -> bool {
    let (short, long) = if one.hashes.len() < other.hashes.len() { (one, other) } else { (other, one) };
    long.hashes.starts_with(&short.hashes) || long.hashes.ends_with(&short.hashes)
}

/// Whether a sentence of one quotation names the speaker of the other: a spokesman, a joint statement.
fn are_together(subject: &Prepared, one: &Wording, other: &Wording) -> bool {
    let names = |wording: &Wording, person: Option<u32>| {
        let person = person.map(|person| &subject.facts.people[person as usize]);
        person.is_some_and(|person| {
            person.mentions.iter().any(|mention| mention.sentence.abs_diff(wording.fact.sentence) <= 1)
        })
    };
    names(one, speaker(other)) || names(other, speaker(one))
}

fn name<'a>(subject: &'a Prepared, wording: &Wording) -> &'a str {
    let person = speaker(wording).map(|person| &subject.facts.people[person as usize]);
    person.and_then(|person| person.name.as_deref()).unwrap_or("another")
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn one_quotation_has_one_speaker() {
        findings(
            CHECK.name,
            "\"We will never sell the old mill to a stranger,\" said Ann Dale.\n\nThe mill stands by the river. It is old.\n\n\"We will never sell the old mill to a stranger,\" said Tom Reed.",
            r#"
conflicts warning ""We will never sell the old mill to a stranger,"" ""We will never sell the old mill to a stranger,"": the same words are given to Ann Dale and to Tom Reed
"#,
        );
    }

    #[test]
    fn phrases_and_one_speaker_are_silent() {
        findings(CHECK.name, "\"We are very pleased,\" said Ann Dale. \"We are very pleased,\" said Tom Reed.", "");
        findings(
            CHECK.name,
            "\"We will never sell the old mill to a stranger,\" said Ann Dale. \"We will never sell the old mill to a stranger,\" Mrs Dale said.",
            "",
        );
    }
}
