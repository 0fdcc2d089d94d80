//! People of one story who share a given name or a surname, while the rest of their names is a slip of the pen apart.

use super::{
    Archive,
    archive::{CROWD, FactAt, REACH},
    keys::Keys,
};
use crate::{
    check::{
        pairing::{groups_of, pairs_of},
        surnames::is_given_slip,
    },
    grammar::slips::{is_slip, is_swapped},
    spill::{Sorted, Sorter},
};

/// Shorter surnames are one letter apart from many others; the second limit is for two swapped letters.
const SHORTEST: usize = 6;
const SHORTEST_SWAPPED: usize = 5;

/// People by story and one word of their names, with the other word.
pub type Names = Sorter<((usize, u32), (u32, FactAt))>;

/// Adds the people of an article of a story with several articles.
pub fn add_names(article: usize, keys: &Keys, story: usize, names: &mut Names) {
    for (fact, person) in keys.people.iter().enumerate() {
        let (given, surname) = ((person.key >> 32) as u32, person.key as u32);
        let at = FactAt::new(article, fact);
        names.push(((story, given), (surname, at)));
        // A surname that is also a given name gets another key.
        names.push(((story, surname.rotate_left(9)), (given, at)));
    }
}

/// Pairs of people whose names are a slip apart, in order; for each story and two spellings only the first.
pub fn spellings(archive: &mut Archive, names: Names) -> Sorted<(FactAt, FactAt)> {
    let scratch = archive.scratch.clone();
    let differ = |(left, one): (u32, FactAt), (right, other): (u32, FactAt)| {
        left != right && archive.share_story(one.article(), other.article())
    };
    let likely = pairs_of(names, CROWD, REACH, &scratch, differ);
    let mut told = Sorter::new(&scratch);
    archive.each_of(&likely, |archive, ((_, one), (_, other))| {
        if is_one_name(archive.name(one), archive.name(other)) && !is_known_to_both(archive, one, other) {
            let [left, right] = [one, other].map(|at| archive.person(at).key);
            let story = archive.stories[one.article()];
            told.push(((story, left.min(right), left.max(right)), (one.min(other), one.max(other))));
        }
    });
    let mut found = Sorter::new(&scratch);
    groups_of(&told.sorted(), |_, pairs| found.extend(pairs.first().copied()));
    found.sorted()
}

/// Whether one of the articles names both, so that they are two people.
fn is_known_to_both(archive: &Archive, one: FactAt, other: FactAt) -> bool {
    let names = |at: FactAt, name: FactAt| {
        let key = archive.person(name).key;
        archive.articles[at.article()].people.iter().any(|person| person.key == key)
    };
    names(one, other) || names(other, one)
}

/// Whether two names are spellings of one: only the given names or only the surnames differ, by a slip.
fn is_one_name(one: &str, other: &str) -> bool {
    let (Some((given, surname)), Some((other_given, other_surname))) = (ends(one), ends(other)) else { return false };
    let begin_alike = |one: &str, other: &str| one.as_bytes()[0] == other.as_bytes()[0];
    if given == other_given {
        let shortest = if is_swapped(surname, other_surname) { SHORTEST_SWAPPED } else { SHORTEST };
        surname.len().min(other_surname.len()) >= shortest && is_slip(surname, other_surname)
    } else {
        let slip = is_given_slip(given, other_given) || is_swapped(given, other_given);
        surname == other_surname && begin_alike(given, other_given) && slip
    }
}

/// First and last word of an ASCII name.
fn ends(name: &str) -> Option<(&str, &str)> {
    let given = name.split(' ').next()?;
    let (_, surname) = name.rsplit_once(' ')?;
    (name.is_ascii() && given.len() > 2 && !given.contains('.') && !surname.is_empty()).then_some((given, surname))
}
