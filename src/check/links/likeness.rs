//! The confidence that two articles mention the same person.

use super::{
    called::Agreement,
    seen::{Seen, SeenOffice, SeenPerson},
};
use crate::{check::ranks::exclude_each_other, grammar::dates::days_between, types::Status};

/// The confidence from which two people are linked.
pub const LINKED: f32 = 0.5;
/// The fewest shared words of company that make two articles about one event.
const EVENT: usize = 3;

/// Days after which a person may hold another office.
const YEAR: i32 = 365;

/// A person in an article.
#[derive(Debug, Clone, Copy)]
pub struct Sighting<'s> {
    pub seen: &'s Seen,
    pub person: &'s SeenPerson,
}

/// The confidence, between 0 and 1, that both are one person; `None` where names, genders or offices contradict each
/// other. `common` are the words of company that do not count, sorted.
pub fn likeness(one: Sighting, other: Sighting, common: &[u32]) -> Option<f32> {
    let agreement = one.person.called.agreement(&other.person.called)?;
    let company = company(one, other, common);
    let story = one.seen.story.is_some() && one.seen.story == other.seen.story;
    if contradict(one, other) && company < EVENT && !story {
        return None;
    }
    let name = match agreement {
        Agreement::Same if one.person.rare => 0.8,
        Agreement::Same => 0.7,
        Agreement::Alike => 0.6,
        Agreement::Spelt => 0.3,
        Agreement::Short => 0.2,
    };
    let together = match company {
        0 => 0.0,
        1..EVENT => 0.15,
        _ => 0.3,
    };
    let offices = office_agreement(one.person, other.person);
    Some((name + together + offices + if story { 0.3 } else { 0.0 }).min(0.99))
}

/// Whether two texts are equal, ignoring case.
fn same(one: &str, other: &str) -> bool {
    one == other || one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}

/// The number of name words that both articles share, without those of the two people; counted up to [`EVENT`].
fn company(one: Sighting, other: Sighting, common: &[u32]) -> usize {
    let (left, right) = (&one.seen.company, &other.seen.company);
    let own = |name: &u32| one.person.words.contains(name) || other.person.words.contains(name);
    let told = shared(left, right).filter(|name| !own(name) && common.binary_search(name).is_err());
    told.take(EVENT).count()
}

/// The members that two sorted lists share.
fn shared<'a>(one: &'a [u32], mut other: &'a [u32]) -> impl Iterator<Item = &'a u32> {
    one.iter().filter(move |member| {
        let smaller = other.iter().take_while(|other| other < member).count();
        other = &other[smaller..];
        other.first() == Some(member)
    })
}

/// Whether the offices contradict each other, and none agree: one current office of different bodies, or, within a
/// year, two that cannot be held at once.
fn contradict(one: Sighting, other: Sighting) -> bool {
    let days = one.seen.published.zip(other.seen.published).map_or(0, |(one, other)| days_between(one, other));
    let pairs = || pairs(one.person, other.person);
    let agree = pairs().any(|(left, right)| same_rank(left, right) && same_body(left, right) != Some(false));
    let apart = |left: &SeenOffice, right: &SeenOffice| {
        let current = left.status == Status::Current && right.status == Status::Current;
        current && same_rank(left, right) && same_body(left, right) == Some(false)
    };
    let excluded = |left: &SeenOffice, right: &SeenOffice| {
        days < YEAR && exclude_each_other(&left.office(), &right.office()) && same_body(left, right) != Some(true)
    };
    !agree && pairs().any(|(left, right)| apart(left, right) || excluded(left, right))
}

/// The contribution of the best pair of offices to the confidence: most for the same office of the same body, less for
/// one of the two; negative if all pairs differ in both.
fn office_agreement(one: &SeenPerson, other: &SeenPerson) -> f32 {
    let worth = pairs(one, other).map(|(left, right)| match (same_rank(left, right), same_body(left, right)) {
        (true, Some(true)) => 0.3,
        (true, None) | (false, Some(true)) => 0.15,
        (true, Some(false)) | (false, None) => 0.0,
        (false, Some(false)) => -0.25,
    });
    worth.reduce(f32::max).unwrap_or(0.0)
}

fn pairs<'s>(one: &'s SeenPerson, other: &'s SeenPerson) -> impl Iterator<Item = (&'s SeenOffice, &'s SeenOffice)> {
    one.offices.iter().flat_map(|left| other.offices.iter().map(move |right| (left, right)))
}

fn same_rank(one: &SeenOffice, other: &SeenOffice) -> bool {
    match (one.rank, other.rank) {
        (Some(left), Some(right)) => left == right,
        _ => same(&one.role, &other.role),
    }
}

/// Whether the bodies share a word, if both are named.
fn same_body(one: &SeenOffice, other: &SeenOffice) -> Option<bool> {
    one.organisation.as_ref().and(other.organisation.as_ref())?;
    Some(one.body.iter().any(|stem| other.body.contains(stem)))
}
