//! A speaker who is only ever called by a surname: "Mr Dale said" with no Dale introduced before.
//!
//! Severity: info.
//! Example: "Mrs Dale said the mill would open" where neither her full name nor her office is given.
//! Traps: well-known people, who are called by an office ("President Dale"); names of one word.

use super::Within;
use crate::{
    check::{NOTE, Prepared, surnames::is_addressed},
    grammar::slips::is_slip,
    types::{Document, Fact, Finding, Person, Quote, Tags},
};

/// Finds surnames without an introduction.
pub const CHECK: Within = Within { name: "within.surname_only", source: include_str!("surname_only.rs"), check };

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    for (index, person) in subject.facts.people.iter().enumerate() {
        let Some(name) = person.name.as_deref().filter(|name| name.len() > 1 && !name.contains(' ')) else { continue };
        let addressed = person.offices.is_empty() && is_addressed(subject.document, person);
        let known = || is_introduced(subject.document, person) || is_like_another(subject, name);
        if addressed && is_told_of(subject, index as u32) && !is_no_name(subject.document, person) && !known() {
            let message = format!("{name} is never named in full");
            let evidence = vec![subject.words(person.mentions[0].span)];
            findings.push(subject.finding(CHECK.name, NOTE, message, evidence));
        }
    }
}

/// Whether a person speaks or is named more than once: "Miss Norvale", "the No More Mr Sour prize" are not people.
fn is_told_of(subject: &Prepared, person: u32) -> bool {
    let speaks = |quote: &Fact<Quote>| quote.detail.speaker.as_ref().is_some_and(|of| of.person == Some(person));
    subject.facts.people[person as usize].mentions.len() > 1 || subject.facts.quotes.iter().any(speaks)
}

/// Whether someone named in full has the same name apart from a slip or a plural `s`: "either of the Mr. Dales".
fn is_like_another(subject: &Prepared, surname: &str) -> bool {
    let families = subject.facts.people.iter().filter_map(|person| person.name.as_deref()?.rsplit_once(' '));
    let one = surname.strip_suffix('s');
    families.map(|(_, family)| family).any(|family| is_slip(family, surname) || one == Some(family))
}

/// Whether the name is an ordinary word, or the text says how the person is called: "No More Mr Sour", "known only as
/// Miss Dale".
fn is_no_name(document: &Document, person: &Person) -> bool {
    let first = document.token_at(person.mentions[0].span.start);
    let ordinary = document.tags(first).any(Tags::ORDINARY) && !document.tags(first).any(Tags::SURNAME);
    let called = (first.saturating_sub(3)..first).any(|at| document.is(at, "as"));
    ordinary || called
}

/// Whether the surname occurs after another capitalised word before the first mention, though the extractors found no
/// name there, or is the name of a place: "Miss Norvalia".
fn is_introduced(document: &Document, person: &Person) -> bool {
    let first = document.token_at(person.mentions[0].span.start);
    let named = |at: usize| {
        let tags = document.tags(at - 1);
        tags.any(Tags::CAPITALISED) && !tags.any(Tags::HONORIFIC | Tags::TITLE) && document.same_word(at, first)
    };
    document.tags(first).any(Tags::PLACE | Tags::NATIONALITY) || (1..first).any(named)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn a_surname_is_introduced() {
        findings(
            CHECK.name,
            "The mill will open in spring. Mrs Dale said it was time.",
            r#"
unclear info "Dale": Dale is never named in full
"#,
        );
    }

    #[test]
    fn introduced_people_are_silent() {
        findings(CHECK.name, "Ann Dale opened the mill. Mrs Dale said it was time. President Reed came.", "");
        findings(CHECK.name, "They met at the bar of Mr. G in Bramfield.", "");
    }

    #[test]
    fn a_full_name_that_nobody_read_introduces() {
        findings(CHECK.name, "Words by Grinning Tolland filled the page. Mr Tolland said it was time.", "");
    }

    #[test]
    fn a_name_that_is_only_passed_by_is_silent() {
        findings(CHECK.name, "The Miss Garroway fair was dry. The mill is shut. The MS Ostwick sailed on Monday.", "");
    }

    #[test]
    fn slips_several_of_one_name_and_what_nobody_is_called_are_silent() {
        findings(CHECK.name, "Tom Petersen opened the mill. Mr Peterson said it was time.", "");
        findings(
            CHECK.name,
            "Tom Petersen opened the mill. Neither of the Mr. Petersens was late. The Mr. Petersens left.",
            "",
        );
        findings(CHECK.name, "She is known only as Miss Garroway. Miss Garroway said it was time.", "");
        findings(CHECK.name, "No more Mr Nasty, they said. Mr Nasty was late.", "");
    }
}
