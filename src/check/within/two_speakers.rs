//! One quotation attributed to two people in one article.
//!
//! Severity: warning.
//! Example: `"We will never sell the old mill," said Ann Dale` and, below, the same words by Tom Reed.
//! Traps: a spokesman and those he speaks for, joint statements, someone who repeats another's words (both are named in
//! adjacent sentences), short set phrases.

use rustc_hash::FxHashMap;

use super::Within;
use crate::{
    check::{Prepared, WARNING, wording::Wording},
    types::{Finding, How},
};

/// Compares the speakers of one quotation.
pub const CHECK: Within = Within { name: "within.two_speakers", source: include_str!("two_speakers.rs"), check };

/// Shorter quotations are phrases that several people use.
const SHORTEST: usize = 8;
/// The most quotations with the same beginning or end with which a further one is compared.
const COMMON: usize = 8;
/// The most speakers of one quotation named in a finding.
const NAMED: usize = 8;

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let spoken = |wording: &&Wording| wording.words.len() >= SHORTEST && speaker(wording).is_some();
    for printings in printings(subject.quotations.iter().filter(spoken)) {
        let mut given: Vec<&Wording> = Vec::new();
        for other in printings {
            let apart = |one: &&Wording| speaker(one) != speaker(other) && !are_together(subject, one, other);
            if given.len() < NAMED && given.iter().all(apart) {
                given.push(other);
            }
        }
        if given.len() > 1 {
            findings.push(finding(subject, &given));
        }
    }
}

/// Groups quotations: each is a prefix or suffix of the group's first, or the reverse.
fn printings<'a, 'b>(quotations: impl Iterator<Item = &'b Wording<'a>>) -> Vec<Vec<&'b Wording<'a>>> {
    let mut groups: Vec<Vec<&Wording>> = Vec::new();
    let mut known: FxHashMap<&[u32], Vec<usize>> = FxHashMap::default();
    for quotation in quotations {
        let hashes = &quotation.hashes;
        let ends = [&hashes[..SHORTEST], &hashes[hashes.len() - SHORTEST..]];
        let alike = ends.iter().filter_map(|end| known.get(end)).flat_map(|groups| groups.iter().take(COMMON));
        match alike.copied().find(|&group| is_same(groups[group][0], quotation)) {
            Some(group) => groups[group].push(quotation),
            None => {
                ends.iter().for_each(|end| known.entry(end).or_default().push(groups.len()));
                groups.push(vec![quotation]);
            }
        }
    }
    groups
}

fn finding(subject: &Prepared, given: &[&Wording]) -> Finding {
    let names: Vec<&str> = given.iter().map(|wording| name(subject, wording)).collect();
    let (last, before) = names.split_last().unwrap_or((&"another", &[]));
    let message = format!("the same words are given to {} and to {last}", before.join(", to "));
    let evidence = given.iter().map(|wording| subject.quote(wording.fact.span)).collect();
    subject.finding(CHECK.name, WARNING, message, evidence)
}

/// The person named as the speaker of a quotation.
fn speaker(wording: &Wording) -> Option<u32> {
    let speaker = wording.fact.detail.speaker.as_ref()?;
    speaker.person.filter(|_| speaker.how == How::Named)
}

/// Whether the longer begins or ends with the shorter, word for word.
fn is_same(one: &Wording, other: &Wording) -> bool {
    let (short, long) = if one.hashes.len() < other.hashes.len() { (one, other) } else { (other, one) };
    long.hashes.starts_with(&short.hashes) || long.hashes.ends_with(&short.hashes)
}

/// Whether a sentence at or next to one quotation names the speaker of the other: a spokesman, a joint statement.
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
