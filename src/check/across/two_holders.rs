//! One office that two people hold, in two articles of one story.
//!
//! Catalogue O201. Severity: warning.
//! Example: "Mayor Ann Dale" in one paper, "Mayor Tom Reed" in another, neither named in the other.
//! Traps: several holders (councillors, co-chairs), former and acting holders, a change of office between
//! the articles, a place of the same name.

use super::{
    Across, Archive,
    archive::FactAt,
    found,
    keys::{KeyedOffice, KeyedPerson, Keys},
};
use crate::{
    check::{
        WARNING,
        pairing::pairs,
        ranks::has_one_holder,
        stems::{content_of, word},
    },
    types::{Finding, Status},
};

/// Offices with two holders.
pub const CHECK: Across = Across { name: "across.two_holders", source: include_str!("two_holders.rs"), check };

/// Days between articles within which an office does not change hands unsaid.
const NEAR: i32 = 30;

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    let mut at = Vec::new();
    let mut keyed = Vec::new();
    for (article, keys) in archive.articles.iter().enumerate() {
        for (fact, person) in keys.people.iter().enumerate() {
            for (index, office) in person.offices.iter().enumerate().filter(|(_, office)| is_single(office)) {
                keyed.push(((archive.stories[article], office.office.rank), at.len()));
                at.push((FactAt { article, fact }, index));
            }
        }
    }
    for (one, other) in pairs(keyed, 24, 4) {
        findings.extend(comparison(archive, at[one], at[other]));
    }
}

fn is_single(office: &KeyedOffice) -> bool {
    let single = office.office.rank.is_some_and(|rank| has_one_holder(rank, office.organisation.is_some()));
    office.title && office.office.status == Status::Current && single
}

fn comparison(archive: &Archive, one: (FactAt, usize), other: (FactAt, usize)) -> Option<Finding> {
    let (left, right) = (archive.person(one.0), archive.person(other.0));
    let (first, second) = (&left.offices[one.1], &right.offices[other.1]);
    let (articles, days) = ((one.0.article, other.0.article), archive.days_apart(one.0.article, other.0.article));
    let apart = !archive.share_story(articles.0, articles.1) || days.is_some_and(|days| days > NEAR);
    let named = is_named(&archive.articles[articles.1], left) || is_named(&archive.articles[articles.0], right);
    if apart || named || !same_body(first, second) {
        return None;
    }
    let message = format!("{} is {} and so is {}", left.name, first.office.rank?, right.name);
    let place = |office: &KeyedOffice, article: usize| office.place.evidence(&archive.articles[article]);
    let name = |person: &KeyedPerson, article: usize| person.place.evidence(&archive.articles[article]);
    let evidence =
        vec![place(first, articles.0), name(left, articles.0), place(second, articles.1), name(right, articles.1)];
    Some(found(&CHECK, WARNING, message, evidence))
}

/// Whether an article names somebody who shares a word of the name.
fn is_named(keys: &Keys, person: &KeyedPerson) -> bool {
    let words: Vec<u32> = person.name.split_whitespace().map(word).collect();
    keys.people.iter().any(|other| other.name.split_whitespace().any(|name| words.contains(&word(name))))
}

/// Whether the bodies share a word, or neither is told.
fn same_body(one: &KeyedOffice, other: &KeyedOffice) -> bool {
    match (&one.organisation, &other.organisation) {
        (Some(left), Some(right)) => {
            let (left, right) = (content_of(left), content_of(right));
            left.iter().any(|stem| right.contains(stem))
        }
        (None, None) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_among;

    const ONE: &str = "Mayor Ann Dale opened the station.";

    #[test]
    fn one_office_has_one_holder() {
        findings_among(
            CHECK.name,
            &[("one", "2016-03-01", ONE), ("two", "2016-03-01", "The station was opened by Mayor Tom Reed.")],
            r#"
conflicts warning one "Mayor" one "Ann Dale" two "Mayor" two "Tom Reed": Ann Dale is Mayor and so is Tom Reed
"#,
        );
    }

    #[test]
    fn several_holders_former_ones_and_other_years_are_silent() {
        for (day, other) in [
            ("2016-03-01", "The station was opened by former Mayor Tom Reed."),
            ("2018-03-01", "The station was opened by Mayor Tom Reed."),
            ("2016-03-01", "The station was opened by Mayor Tom Reed and Ann Dale."),
            ("2016-03-01", "The station was opened by Councillor Tom Reed."),
        ] {
            findings_among(CHECK.name, &[("one", "2016-03-01", ONE), ("two", day, other)], "");
        }
    }
}
