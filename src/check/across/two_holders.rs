//! One office held by two people, in two articles of one story.
//!
//! Severity: warning.
//! Example: "Mayor Ann Dale" in one paper, "Mayor Tom Reed" in another, neither named in the other.
//! Traps: several holders (councillors, co-chairs), former and acting holders, a change of office between the articles,
//! a place of the same name.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use super::{
    Across, Archive,
    archive::FactAt,
    found,
    holders::holder,
    keys::{KeyedOffice, Keys},
};
use crate::{
    check::{
        WARNING,
        stems::{content_of, shared, word},
    },
    types::{Evidence, Finding},
};

/// Finds offices with two holders.
pub const CHECK: Across = Across { name: "across.two_holders", source: include_str!("two_holders.rs"), check };

/// Days between articles in which an unmentioned change of holder is unlikely.
const NEAR: i32 = 30;

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    let held = |at: FactAt| {
        let keys = &archive.articles[at.article()];
        (FactAt::new(at.article(), holder(keys, at.fact())), &keys.offices[at.fact()])
    };
    // An office given to a person in several places of an article is reported once, with all of them.
    let mut told: FxHashMap<(FactAt, FactAt, &str), usize> = FxHashMap::default();
    for &(one, other) in &archive.part.holders {
        let (one, other) = (held(one), held(other));
        let Some(finding) = comparison(archive, one, other) else { continue };
        match told.entry((one.0, other.0, one.1.rank)) {
            Entry::Vacant(place) => {
                place.insert(findings.len());
                findings.push(finding);
            }
            Entry::Occupied(place) => add_places(&mut findings[*place.get()], finding),
        }
    }
}

/// Adds the places of a repeated finding to the known one.
fn add_places(known: &mut Finding, again: Finding) {
    let place = |evidence: &Evidence| (evidence.article.clone(), evidence.field, evidence.start, evidence.end);
    for evidence in again.evidence {
        if !known.evidence.iter().any(|known| place(known) == place(&evidence)) {
            known.evidence.push(evidence);
        }
    }
    known.evidence.sort_by_key(place);
}

fn comparison(archive: &Archive, one: (FactAt, &KeyedOffice), other: (FactAt, &KeyedOffice)) -> Option<Finding> {
    let articles = [one, other].map(|(at, _)| at.article());
    let [left, right] = articles.map(|article| &archive.articles[article]);
    let days = archive.days_apart(articles[0], articles[1]);
    let apart = days.is_some_and(|days| days > NEAR) || archive.may_be_years_apart(articles[0], articles[1]);
    let named = is_named(right, archive.name(one.0)) || is_named(left, archive.name(other.0));
    if apart || named || !same_body(body(left, one), body(right, other)) {
        return None;
    }
    let message = format!("{} is {} and so is {}", archive.name(one.0), one.1.rank, archive.name(other.0));
    let places = [one, other].into_iter().flat_map(|(at, office)| {
        [office.place, archive.person(at).place].map(|place| archive.articles[at.article()].evidence(place, None))
    });
    Some(found(&CHECK, WARNING, message, places.collect()))
}

/// Whether an article names someone who shares a word of the name.
fn is_named(keys: &Keys, name: &str) -> bool {
    let words: Vec<u32> = name.split_whitespace().map(word).collect();
    let is_one = |other: &str| other.split_whitespace().any(|name| words.contains(&word(name)));
    keys.people.iter().any(|other| is_one(keys.text(other.name)))
}

/// Sorted stems of the body to which an office belongs. If it is not named there, it is that of the person's other
/// office of the same rank; not for police, as a story has its own police, but governors and mayors of many places.
fn body(keys: &Keys, (holder, office): (FactAt, &KeyedOffice)) -> Vec<u32> {
    let police = ["Police Chief", "Sheriff"].contains(&office.rank);
    let offices = keys.people[holder.fact()].offices.of(&keys.offices);
    let alike = offices.iter().filter(|other| other.rank == office.rank && !police);
    let told = std::iter::once(office).chain(alike).find(|office| office.body.len > 0);
    let mut stems = told.map_or_else(Vec::new, |office| content_of(keys.text(office.body)));
    stems.sort_unstable();
    stems
}

/// Whether one body has all words of the other ("Tarn", "Tarn County"), or neither is named.
fn same_body(left: Vec<u32>, right: Vec<u32>) -> bool {
    let both = shared(&left, &right);
    left.len().max(right.len()) == 0 || both > 0 && both == left.len().min(right.len())
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
    fn two_holders_are_told_of_once() {
        findings_among(
            CHECK.name,
            &[
                ("one", "2016-03-01", "Ann Dale, the mayor of Tarn, opened the lock. Ann Dale, mayor of Tarn, sang."),
                ("two", "2016-03-01", "It was Tom Reed, the mayor of Tarn. Tom Reed, mayor of Tarn, left."),
            ],
            r#"
conflicts warning one "Ann Dale" one "mayor" one "mayor" two "Tom Reed" two "mayor" two "mayor": Ann Dale is Mayor and so is Tom Reed
"#,
        );
    }

    #[test]
    fn each_state_has_a_governor_and_each_county_a_sheriff() {
        for (one, other) in [
            ("Ohio Republican Gov. Ann Dale opened the lock.", "It was opened by Texas Republican Gov. Tom Reed."),
            ("Tarn County Sheriff Ann Dale opened the lock.", "It was opened by Otter County Sheriff Tom Reed."),
        ] {
            findings_among(CHECK.name, &[("one", "2016-03-01", one), ("two", "2016-03-01", other)], "");
        }
    }

    #[test]
    fn a_county_has_one_administrator() {
        findings_among(
            CHECK.name,
            &[
                ("one", "2016-03-01", "County Administrator Ann Dale opened the station."),
                ("two", "2016-03-01", "The station was opened by County Administrator Tom Reed."),
            ],
            r#"
conflicts warning one "County Administrator" one "Ann Dale" two "County Administrator" two "Tom Reed": Ann Dale is Administrator and so is Tom Reed
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
            ("2016-03-01", "The station was opened by plant manager Tom Reed."),
            ("2016-03-01", "Mayor Tom Reed spoke first. Later Norvale Mayor Tom Reed opened the station."),
        ] {
            findings_among(CHECK.name, &[("one", "2016-03-01", ONE), ("two", day, other)], "");
        }
    }
}
