//! How sure it is that two articles speak of one person.

use serde::{Deserialize, Serialize};

use super::seen::{Seen, SeenOffice, SeenPerson};
use crate::{
    check::{
        calendar::days_between,
        ranks::exclude_each_other,
        stems::{content_of, word},
    },
    types::{Gender, Status},
};

/// Confidence from which two people are linked.
pub const LINKED: f32 = 0.5;
/// Least words of the company that make two articles tell of one event.
const EVENT: usize = 3;

/// Days after which somebody may hold another office.
const YEAR: i32 = 365;

/// How two names agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Agreement {
    /// The same words.
    Same,
    /// A middle name, an initial or a short form apart.
    Alike,
    /// A letter apart: perhaps misspelt.
    Spelt,
    /// A family or given name alone.
    Short,
}

/// A name as it is compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Called {
    /// In lower case.
    words: Vec<String>,
    gender: Option<Gender>,
}

impl Called {
    /// The name of somebody.
    pub fn new(person: &SeenPerson) -> Self {
        Self { words: person.words().into_iter().map(str::to_lowercase).collect(), gender: person.gender }
    }
}

/// Somebody in an article.
#[derive(Debug, Clone, Copy)]
pub struct Sighting<'s> {
    pub seen: &'s Seen,
    pub person: &'s SeenPerson,
}

/// How sure it is, between 0 and 1, that both are one person; `None` where name, gender or office
/// contradict. `common` are the words of company that tell nothing, sorted.
pub fn likeness(one: Sighting, other: Sighting, common: &[u32]) -> Option<f32> {
    let agreement = agreement(&Called::new(one.person), &Called::new(other.person))?;
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

/// Whether two names can be those of one person.
pub fn may_be_one(one: &Called, other: &Called) -> bool {
    agreement(one, other).is_some()
}

fn agreement(one: &Called, other: &Called) -> Option<Agreement> {
    if matches!((one.gender, other.gender), (Some(left), Some(right)) if left != right) {
        return None;
    }
    let (left, right) = (&one.words, &other.words);
    if left == right {
        return Some(if left.len() > 1 { Agreement::Same } else { Agreement::Short });
    }
    let (long, short) = if left.len() >= right.len() { (left, right) } else { (right, left) };
    let (family, last) = (long.last()?, short.last()?);
    if short.len() == 1 {
        return (family == last || &long[0] == last).then_some(Agreement::Short);
    }
    let given = |long: &str, short: &str| long == short || begins(long, short) || begins(short, long);
    if family == last && (given(&long[0], &short[0]) || long.len() > 2 && long[1] == short[0]) {
        return Some(Agreement::Alike);
    }
    let slip = |long: &str, short: &str| long == short || a_letter_apart(long, short);
    (slip(family, last) && slip(&long[0], &short[0])).then_some(Agreement::Spelt)
}

/// Equal, capitals aside.
fn same(one: &str, other: &str) -> bool {
    one == other || one.to_lowercase() == other.to_lowercase()
}

/// `R` or `Rob` for `Robert`.
fn begins(long: &str, short: &str) -> bool {
    short.chars().count() != 2 && long.starts_with(short)
}

/// A letter more, less or another, of words of four letters and more.
fn a_letter_apart(one: &str, other: &str) -> bool {
    let letters = |word: &str| word.chars().collect::<Vec<char>>();
    let (one, other) = (letters(one), letters(other));
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    let before = long.iter().zip(&short).take_while(|(left, right)| left == right).count();
    let rest = (&long[before..], &short[before..]);
    short.len() >= 4
        && match long.len() - short.len() {
            0 => rest.0.get(1..) == rest.1.get(1..),
            1 => rest.0.get(1..) == Some(rest.1),
            _ => false,
        }
}

/// Words of names that both articles share, those of the people themselves left out.
fn company(one: Sighting, other: Sighting, common: &[u32]) -> usize {
    let own: Vec<u32> = one.person.words().into_iter().chain(other.person.words()).map(word).collect();
    let (left, right) = (&one.seen.company, &other.seen.company);
    let (few, many) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    let told = few.iter().filter(|name| many.binary_search(name).is_ok());
    told.filter(|name| !own.contains(name) && common.binary_search(name).is_err()).count()
}

/// One office of different bodies or places, or two that nobody holds at once, told within a year.
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

/// What their offices add: the same of the same body, the same, or any of the same body; offices that
/// have nothing in common, of bodies that have not, take away.
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

/// Whether the bodies share a word, where both are told.
fn same_body(one: &SeenOffice, other: &SeenOffice) -> Option<bool> {
    let (left, right) = (content_of(one.organisation.as_deref()?), content_of(other.organisation.as_deref()?));
    Some(left.iter().any(|stem| right.contains(stem)))
}
