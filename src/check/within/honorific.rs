//! One person with two honorifics that exclude each other: "Mrs Dale" and "Miss Dale".
//!
//! Severity: info.
//! Example: "Mrs Zoe Dale" in the first paragraph, "Miss Dale" below.
//! Traps: "Ms", which goes with both; husband and wife (both honorifics must come before the same name).

use super::Within;
use crate::{
    check::{NOTE, Prepared},
    types::{Document, Finding, Person, Span, Tags},
};

/// Compares the honorifics of one person.
pub const CHECK: Within = Within { name: "within.honorific", source: include_str!("honorific.rs"), check };

/// Honorifics that exclude each other.
const EXCLUSIVE: [&str; 3] = ["miss", "mr", "mrs"];

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    for person in subject.facts.people.iter().filter(|person| person.name.is_some() && person.mentions.len() > 1) {
        let told: Vec<(&str, Span)> = honorifics(subject.document, person).collect();
        let Some(first) = told.first() else { continue };
        if let Some(other) = told.iter().find(|other| other.0 != first.0) {
            let name = person.name.as_deref().unwrap_or_default();
            let message =
                format!("{name} is {} and {}", subject.document.text(first.1), subject.document.text(other.1));
            let evidence = vec![subject.words(first.1), subject.words(other.1)];
            findings.push(subject.finding(CHECK.name, NOTE, message, evidence));
        }
    }
}

/// The exclusive honorifics before the mentions of a person, in text order.
fn honorifics<'a>(document: &'a Document, person: &'a Person) -> impl Iterator<Item = (&'static str, Span)> + 'a {
    person.mentions.iter().filter_map(|mention| {
        let before = document.token_at(mention.span.start).checked_sub(1)?;
        let at = if document.is(before, ".") { before.checked_sub(1)? } else { before };
        // "Dale, Miss. Tom Reed": this is the state.
        let state = at != before && document.is(at, "miss");
        let tagged = document.tags(at).any(Tags::HONORIFIC) && !state;
        let found = EXCLUSIVE.iter().find(|honorific| tagged && document.is(at, honorific))?;
        Some((*found, document.tokens[at].span))
    })
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn one_person_has_one_honorific() {
        findings(
            CHECK.name,
            "Mrs Zoe Dale opened the mill. Miss Zoe Dale said it was time.",
            r#"
unclear info "Mrs" "Miss": Zoe Dale is Mrs and Miss
"#,
        );
    }

    #[test]
    fn others_are_silent() {
        findings(
            CHECK.name,
            "Mrs Zoe Dale opened the mill. Ms Dale said it was time. Mr Tom Reed and Mrs Ann Reed came. In Garroway, Miss. Tom Reed sold his last goat.",
            "",
        );
    }
}
