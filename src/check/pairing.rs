//! Selects which items to compare: those that share a key, and in a crowded key only neighbours.

use std::ops::Range;

use crate::spill::{Item, Scratch, Sorted, Sorter};

/// Every pair of items that share a key, smaller one first, sorted, each once.
///
/// In a key with more than `crowd` members, each is paired with its next `reach` only, so that the work stays
/// proportional to the number of entries.
pub fn pairs<K: Ord, I: Ord + Copy>(mut keyed: Vec<(K, I)>, crowd: usize, reach: usize) -> Vec<(I, I)> {
    keyed.sort_unstable();
    keyed.dedup();
    let mut found = Vec::new();
    for group in keyed.chunk_by(|one, other| one.0 == other.0) {
        let members: Vec<I> = group.iter().map(|(_, member)| *member).collect();
        found.extend(neighbours(&members, crowd, reach).map(|(one, other)| (*one, *other)));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Like [`pairs`], but for entries that need not fit into memory, and only pairs accepted by `keep`.
pub fn pairs_of<K: Item, I: Item + Copy>(
    keyed: Sorter<(K, I)>,
    crowd: usize,
    reach: usize,
    scratch: &Scratch,
    keep: impl Fn(I, I) -> bool,
) -> Sorted<(I, I)> {
    let mut found = Sorter::new(scratch);
    groups_of(&keyed.sorted(), |_, members| {
        let pairs = neighbours(members, crowd, reach).map(|(one, other)| (*one, *other));
        found.extend(pairs.filter(|(one, other)| keep(*one, *other)));
    });
    found.sorted()
}

/// Calls `look` with every key and its members.
pub fn groups_of<K: Item, I: Item>(keyed: &Sorted<(K, I)>, mut look: impl FnMut(&K, &[I])) {
    let (mut last, mut members) = (None, Vec::new());
    for (key, member) in keyed.iter() {
        if last.as_ref() != Some(&key) {
            last.iter().for_each(|last| look(last, &members));
            members.clear();
            last = Some(key);
        }
        members.push(member);
    }
    last.iter().for_each(|last| look(last, &members));
}

/// Pairs of the members of one key: all of them, or, in a crowd, each with its next `reach`.
pub fn neighbours<I>(members: &[I], crowd: usize, reach: usize) -> impl Iterator<Item = (&I, &I)> {
    let reach = if members.len() > crowd { reach } else { crowd };
    let next = move |at: usize| members[at + 1..].iter().take(reach);
    members.iter().enumerate().flat_map(move |(at, one)| next(at).map(move |other| (one, other)))
}

/// The connected component of each item, given by its smallest member; `links` are the edges.
pub fn groups(count: usize, links: impl Iterator<Item = (usize, usize)>) -> Vec<usize> {
    let mut parents: Vec<usize> = (0..count).collect();
    for (one, other) in links {
        let (one, other) = (root(&mut parents, one), root(&mut parents, other));
        parents[one.max(other)] = one.min(other);
    }
    for index in all(&parents) {
        parents[index] = root(&mut parents, index);
    }
    parents
}

/// The members of every group of at least two, in order of their first members.
pub fn members(groups: &[usize]) -> Vec<Vec<usize>> {
    let mut sorted: Vec<(usize, usize)> = groups.iter().copied().zip(all(groups)).collect();
    sorted.sort_unstable();
    let several = sorted.chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() > 1);
    several.map(|group| group.iter().map(|(_, member)| *member).collect()).collect()
}

fn all(of: &[usize]) -> Range<usize> {
    0..of.len()
}

/// The first item of a group; halves the paths on the way.
fn root(parents: &mut [usize], mut at: usize) -> usize {
    while parents[at] != at {
        parents[at] = parents[parents[at]];
        at = parents[at];
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_of_a_key_are_paired_once() {
        assert_eq!(pairs(vec![('a', 2), ('a', 0), ('b', 2), ('b', 0), ('b', 5)], 9, 1), [(0, 2), (0, 5), (2, 5)]);
        assert_eq!(pairs(vec![('a', 0), ('a', 1), ('a', 2), ('a', 3)], 2, 1), [(0, 1), (1, 2), (2, 3)]);
    }

    #[test]
    fn links_join_groups() {
        let found = groups(6, [(4, 5), (1, 4), (0, 2)].into_iter());
        assert_eq!(found, [0, 1, 0, 3, 1, 1]);
        assert_eq!(members(&found), [vec![0, 2], vec![1, 4, 5]]);
    }
}
