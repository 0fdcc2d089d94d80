//! Links people across articles, surest pairs first.

use serde::{Deserialize, Serialize};

use super::{
    called::Called,
    likeness::{LINKED, Sighting, likeness},
    seen::Seen,
    timeline::timeline,
};
use crate::{
    check::{
        pairing::{groups, groups_of, neighbours},
        stems::word,
    },
    spill::{Scratch, Shelf, Sorted, Sorter},
    types::{Link, LinkedPerson},
};

/// The most articles that may share a name word of their company before it is too common to count.
const COMMON: usize = 40;
/// Up to this many people with one key are all compared; of more, each with the next [`REACH`].
const CROWD: usize = 60;
const REACH: usize = 12;
/// The most members of a group that are compared when groups are joined.
const HELD: usize = 24;
/// Packed bytes of articles' people in memory from which they are unloaded.
const LOADED: usize = 8 << 20;

/// Everybody who appears in several articles, sorted by the first article that names them; the order of `all` does not
/// matter.
pub fn link(all: Vec<Seen>) -> Vec<Link> {
    let mut links = Vec::new();
    link_each(Shelf::of(all), &Scratch::in_memory(), |link| links.push(link));
    links
}

/// Like [`link`], for articles that need not fit into memory; passes on the links one by one.
pub fn link_each(mut all: Shelf<Seen>, scratch: &Scratch, mut tell: impl FnMut(Link)) {
    all.sort_by(scratch, |seen| seen, |seen| (seen.article.clone(), seen.digest));
    let (mut people, keyed) = People::new(all, scratch);
    let likely = people.likely(keyed);
    for group in people.groups(&likely).iter() {
        tell(people.link_of(&group));
        people.put_away();
    }
}

/// All people in an archive, by number.
struct People<'a> {
    all: Shelf<Seen>,
    sightings: Vec<At>,
    /// Words of company that too many articles share, sorted.
    common: Vec<u32>,
    scratch: &'a Scratch,
}

/// A person in an article, both as indices.
#[derive(Debug, Clone, Copy)]
struct At {
    article: u32,
    person: u32,
}

/// All people by number and name, keyed by what namesakes share.
type Keyed = Sorter<(u64, (u32, Called))>;

/// Two people who are likely one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Likely {
    /// The inverted bits of the confidence, so that the surest comes first.
    doubt: u32,
    one: u32,
    other: u32,
}

/// A member of a group, with the bits of the confidence.
type Member = (u32, u32);

impl<'a> People<'a> {
    /// Collects the people of sorted articles, with the keys from [`keys`]; of duplicate articles only the first
    /// counts.
    fn new(all: Shelf<Seen>, scratch: &'a Scratch) -> (Self, Keyed) {
        let (mut sightings, mut last) = (Vec::new(), None);
        let (mut words, mut keyed) = (Sorter::new(scratch), Sorter::new(scratch));
        for article in 0..all.len() {
            all.look(article, |seen| {
                if last.replace(seen.digest) == Some(seen.digest) {
                    return;
                }
                words.extend(seen.company.iter().map(|word| (*word, article as u32)));
                for (place, person) in seen.people.iter().enumerate() {
                    let index = sightings.len() as u32;
                    keyed.extend(keys(Sighting { seen, person }).map(|key| (key, (index, person.called.clone()))));
                    sightings.push(At { article: article as u32, person: place as u32 });
                }
            });
        }
        let mut common = Vec::new();
        groups_of(&words.sorted(), |word, articles| common.extend((articles.len() > COMMON).then_some(*word)));
        (Self { all, sightings, common, scratch }, keyed)
    }

    fn sighting(&self, index: u32) -> Sighting<'_> {
        let At { article, person } = self.sightings[index as usize];
        let seen = &self.all[article as usize];
        Sighting { seen, person: &seen.people[person as usize] }
    }

    /// Unloads articles once many are in memory.
    fn put_away(&mut self) {
        if self.all.loaded() > LOADED {
            self.all.clear();
        }
    }

    /// Pairs from two articles that share a key and are likely one person.
    fn likely(&mut self, keyed: Keyed) -> Sorted<(u32, Likely)> {
        let mut alike = Sorter::new(self.scratch);
        groups_of(&keyed.sorted(), |_, members| {
            let of_two =
                |one: u32, other: u32| self.sightings[one as usize].article != self.sightings[other as usize].article;
            let may_be = neighbours(members, CROWD, REACH)
                .filter(|(one, other)| of_two(one.0, other.0) && one.1.agreement(&other.1).is_some());
            alike.extend(may_be.map(|(one, other)| (one.0, other.0)));
        });
        let mut likely = Sorter::new(self.scratch);
        for (one, other) in alike.sorted().iter() {
            let confidence = likeness(self.sighting(one), self.sighting(other), &self.common);
            let sure = confidence.filter(|confidence| *confidence >= LINKED);
            likely.extend(sure.map(|sure| Likely { doubt: !sure.to_bits(), one, other }));
            self.put_away();
        }
        self.by_component(&likely.sorted())
    }

    /// Each pair with the first member of its connected component.
    fn by_component(&self, likely: &Sorted<Likely>) -> Sorted<(u32, Likely)> {
        let links = likely.iter().map(|pair| (pair.one as usize, pair.other as usize));
        let first = groups(self.sightings.len(), links);
        let mut components = Sorter::new(self.scratch);
        components.extend(likely.iter().map(|pair| (first[pair.one as usize] as u32, pair)));
        components.sorted()
    }

    /// Groups of at least two, sorted by their first members.
    fn groups(&mut self, likely: &Sorted<(u32, Likely)>) -> Sorted<Vec<Member>> {
        let mut joined = Sorter::new(self.scratch);
        groups_of(likely, |_, pairs| {
            joined.extend(self.joined(pairs));
            self.put_away();
        });
        joined.sorted()
    }

    /// Groups grown from the surest pair on.
    fn joined(&self, pairs: &[Likely]) -> Vec<Vec<Member>> {
        let mut members: Vec<u32> = pairs.iter().flat_map(|pair| [pair.one, pair.other]).collect();
        members.sort_unstable();
        members.dedup();
        let place = |sighting: u32| members.binary_search(&sighting).unwrap_or_default();
        let mut group_of: Vec<usize> = (0..members.len()).collect();
        let mut groups: Vec<Vec<u32>> = members.iter().map(|member| vec![*member]).collect();
        let mut sure = vec![0; members.len()];
        for &Likely { doubt, one, other } in pairs {
            let (one, other) = (place(one), place(other));
            let (left, right) = (group_of[one].min(group_of[other]), group_of[one].max(group_of[other]));
            if left == right || !self.may_join(&groups[left], &groups[right]) {
                continue;
            }
            for member in std::mem::take(&mut groups[right]) {
                group_of[place(member)] = left;
                groups[left].push(member);
            }
            for index in [one, other] {
                sure[index] = sure[index].max(!doubt);
            }
        }
        groups.retain(|group| group.len() > 1);
        groups.iter_mut().for_each(|group| group.sort_unstable());
        let with_sure = |group: Vec<u32>| group.into_iter().map(|member| (member, sure[place(member)])).collect();
        groups.into_iter().map(with_sure).collect()
    }

    /// Whether no one in one group contradicts anyone in the other or is in the same article; in large groups only some
    /// are compared.
    fn may_join(&self, one: &[u32], other: &[u32]) -> bool {
        let mut pairs =
            one.iter().take(HELD).flat_map(|left| other.iter().take(HELD).map(move |right| (*left, *right)));
        pairs.all(|(left, right)| {
            let (left, right) = (self.sighting(left), self.sighting(right));
            left.seen.digest != right.seen.digest && likeness(left, right, &self.common).is_some()
        })
    }

    fn link_of(&self, group: &[Member]) -> Link {
        let members: Vec<Sighting> = group.iter().map(|&(index, _)| self.sighting(index)).collect();
        let name =
            members.iter().map(|member| &member.person.name).max_by_key(|name| (name.split(' ').count(), name.len()));
        let person = |(member, (_, sure)): (&Sighting, &Member)| LinkedPerson {
            article: member.seen.article.clone(),
            person: member.person.id,
            confidence: f32::from_bits(*sure),
        };
        Link {
            name: name.map(|name| name.to_string()).unwrap_or_default(),
            people: members.iter().zip(group).map(person).collect(),
            tenures: timeline(&members),
        }
    }
}

/// Keys that sightings of one person share: the sound of the family name, alone, with the first letter of the name, and
/// with the story, so that in a crowd likely pairs are compared; and the given name with the first letter of the family
/// name, which misspellings leave intact.
fn keys(Sighting { seen, person }: Sighting) -> [u64; 4] {
    let sound = u64::from(word(&skeleton(person.family())));
    let given = person.name.split(' ').next().unwrap_or_default();
    let initial = person.family().chars().next().map_or(0, |letter| u64::from(u32::from(letter)));
    let letter = person.name.chars().next().map_or(0, |letter| u64::from(u32::from(letter.to_ascii_lowercase())));
    let story_sound = format!("{} {}", seen.story.as_deref().unwrap_or_default(), skeleton(person.family()));
    let named = u64::from(word(given)) << 32 | initial;
    let in_story = u64::from(word(&story_sound));
    [sound, sound << 32 | letter, named, in_story]
}

/// The consonants of a name, doubled ones once, which misspellings leave intact.
fn skeleton(name: &str) -> String {
    let lower = name.to_lowercase();
    let mut consonants: Vec<char> =
        lower.chars().filter(|letter| !"aeiouyäöüáéíóúèàçâêôñ'’-".contains(*letter)).collect();
    consonants.dedup();
    consonants.into_iter().collect()
}
