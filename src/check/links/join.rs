//! People of many articles joined into one, the surest pairs first.

use super::{
    likeness::{LINKED, Sighting, likeness},
    seen::Seen,
    timeline::timeline,
};
use crate::{
    check::{pairing::pairs, stems::word},
    types::{Link, LinkedPerson},
};

/// Articles that may share a word of their company that still tells something.
const COMMON: usize = 40;
/// People of one key who are all compared; of more, each with the next [`REACH`].
const CROWD: usize = 60;
const REACH: usize = 12;
/// Members of a group whom a further one is held against.
const HELD: usize = 24;

/// Everybody who appears in several articles, in order of the first article that names them; the
/// order of `all` does not matter.
pub fn link(mut all: Vec<Seen>) -> Vec<Link> {
    all.sort_by(|one, other| (&one.article, one.digest).cmp(&(&other.article, other.digest)));
    all.dedup_by_key(|seen| seen.digest);
    let sightings: Vec<Sighting> =
        all.iter().flat_map(|seen| seen.people.iter().map(move |person| Sighting { seen, person })).collect();
    let common = common_words(&all);
    let mut likely: Vec<(f32, usize, usize)> = pairs(keyed(&sightings), CROWD, REACH)
        .into_iter()
        .filter(|&(one, other)| sightings[one].seen.digest != sightings[other].seen.digest)
        .filter_map(|(one, other)| Some((likeness(sightings[one], sightings[other], &common)?, one, other)))
        .filter(|(confidence, ..)| *confidence >= LINKED)
        .collect();
    likely.sort_by(|one, other| other.0.total_cmp(&one.0).then((one.1, one.2).cmp(&(other.1, other.2))));
    joined(&sightings, &likely, &common)
}

/// Words of company that too many articles share to tell anything, sorted.
fn common_words(all: &[Seen]) -> Vec<u32> {
    let mut words: Vec<u32> = all.iter().flat_map(|seen| seen.company.iter().copied()).collect();
    words.sort_unstable();
    words.chunk_by(|one, other| one == other).filter(|same| same.len() > COMMON).map(|same| same[0]).collect()
}

/// What two sightings of one person share: how the family name sounds, also with the first letter of
/// the name and in a story, so that of a crowd those are compared who are likely one; and the given name
/// with the first letter of the family name, which a misspelling leaves alone.
fn keyed(sightings: &[Sighting]) -> Vec<(u64, usize)> {
    let mut keyed = Vec::new();
    for (index, Sighting { seen, person }) in sightings.iter().enumerate() {
        let sound = u64::from(word(&skeleton(person.family())));
        let given = person.name.split(' ').next().unwrap_or_default();
        let initial = person.family().chars().next().map_or(0, |letter| u64::from(u32::from(letter)));
        let letter = person.name.chars().next().map_or(0, |letter| u64::from(u32::from(letter.to_ascii_lowercase())));
        let story_sound = format!("{} {}", seen.story.as_deref().unwrap_or_default(), skeleton(person.family()));
        let named = u64::from(word(given)) << 32 | initial;
        let in_story = u64::from(word(&story_sound));
        keyed.extend([sound, sound << 32 | letter, named, in_story].map(|key| (key, index)));
    }
    keyed
}

/// The consonants of a name, doubled ones once: what misspellings leave alone.
fn skeleton(name: &str) -> String {
    let lower = name.to_lowercase();
    let mut consonants: Vec<char> =
        lower.chars().filter(|letter| !"aeiouyäöüáéíóúèàçâêôñ'’-".contains(*letter)).collect();
    consonants.dedup();
    consonants.into_iter().collect()
}

/// Groups grown from the surest pair on.
fn joined(sightings: &[Sighting], likely: &[(f32, usize, usize)], common: &[u32]) -> Vec<Link> {
    let mut group_of: Vec<usize> = (0..sightings.len()).collect();
    let mut groups: Vec<Vec<usize>> = (0..sightings.len()).map(|index| vec![index]).collect();
    let mut sure = vec![0.0f32; sightings.len()];
    for &(confidence, one, other) in likely {
        let (left, right) = (group_of[one].min(group_of[other]), group_of[one].max(group_of[other]));
        if left == right || !may_join(sightings, &groups[left], &groups[right], common) {
            continue;
        }
        for index in std::mem::take(&mut groups[right]) {
            group_of[index] = left;
            groups[left].push(index);
        }
        for index in [one, other] {
            sure[index] = sure[index].max(confidence);
        }
    }
    let several = groups.into_iter().filter(|group| group.len() > 1);
    several.map(|group| link_of(sightings, &sure, group)).collect()
}

/// Whether nobody of one group contradicts anybody of the other or stands in one article with them; of
/// large groups some are asked.
fn may_join(sightings: &[Sighting], one: &[usize], other: &[usize], common: &[u32]) -> bool {
    let mut pairs = one.iter().take(HELD).flat_map(|left| other.iter().take(HELD).map(move |right| (*left, *right)));
    pairs.all(|(left, right)| {
        let (left, right) = (sightings[left], sightings[right]);
        left.seen.digest != right.seen.digest && likeness(left, right, common).is_some()
    })
}

fn link_of(sightings: &[Sighting], sure: &[f32], mut group: Vec<usize>) -> Link {
    group.sort_unstable();
    let members: Vec<Sighting> = group.iter().map(|&index| sightings[index]).collect();
    let name =
        members.iter().map(|member| &member.person.name).max_by_key(|name| (name.split(' ').count(), name.len()));
    let person = |&index: &usize| LinkedPerson {
        article: sightings[index].seen.article.clone(),
        person: sightings[index].person.id,
        confidence: sure[index],
    };
    Link {
        name: name.map(|name| name.to_string()).unwrap_or_default(),
        people: group.iter().map(person).collect(),
        tenures: timeline(&members),
    }
}
