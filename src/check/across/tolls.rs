//! Tolls: how many people an article says were killed or hurt.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{
    Archive,
    archive::FactAt,
    disputes::is_additive,
    keys::{Fate, Keys},
    stated::Stated,
};
use crate::{
    check::stems::{stem, word},
    types::{Bound, Field},
};

/// How many people a story's articles say were killed or hurt, as last known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toll {
    /// Ids of the articles that state it, in order.
    pub articles: Vec<String>,
    /// What became of those it counts.
    pub fate: Fate,
    /// How many there are.
    pub value: Decimal,
}

/// Bytes of a text in which its event's toll must be stated.
const EARLY: u32 = 800;

/// The first figure of an article for a fate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Told {
    story: usize,
    fate: Fate,
    value: Decimal,
    /// Whether it counts people in general, not only guards or children.
    of_all: bool,
    article: usize,
    early: bool,
    titled: bool,
}

/// The current toll of every story that has one. Only the first figure of each article counts, since later ones may be
/// of other events, and a figure far down counts only if another article has it too. The value that most articles give
/// wins, after those of only some of the people; ties are decided by being in a title, then by the latest day, then by
/// the higher value.
pub fn tolls(keys: Vec<Keys>) -> Vec<Toll> {
    let archive = Archive::new(keys);
    let mut stated: Vec<Told> = Vec::new();
    archive.each(|article, keys| {
        let mut seen = Vec::new();
        for figure in &keys.figures {
            if let Some(fate) = figure.toll().filter(|fate| !seen.contains(fate)) {
                seen.push(fate);
                let titled = figure.place.field == Field::Title;
                let early = titled || figure.place.start < EARLY;
                let value = figure.value.normalize();
                let of_all = of_all(Stated { keys, figure });
                stated.push(Told { story: archive.stories[article], fate, value, of_all, article, early, titled });
            }
        }
    });
    stated.sort_unstable();
    let stories = stated.chunk_by(|one, other| (one.story, one.fate) == (other.story, other.fate));
    let current = stories.filter_map(|story| {
        let values = story.chunk_by(|one, other| one.value == other.value);
        let told = values.filter(|value| value.len() > 1 || value.iter().any(|one| one.early));
        told.max_by_key(|value| {
            let latest = value.iter().filter_map(|one| archive.published(one.article)).max();
            (is_whole(story, value), value.len(), value.iter().any(|one| one.titled), latest, value[0].value)
        })
    });
    current.map(|value| toll(&archive, value)).collect()
}

/// Whether a value counts people in general, or is no lower than any that does: "two guards and a robber died" may be
/// reported as "two guards died", too.
fn is_whole(story: &[Told], value: &[Told]) -> bool {
    let all = story.iter().filter(|told| told.of_all && told.early).map(|told| told.value).max();
    value.iter().any(|told| told.of_all) || all.is_none_or(|all| value[0].value >= all)
}

/// Whether a figure counts people in general.
fn of_all(figure: Stated) -> bool {
    let people = [word("person"), stem("people"), stem("victims"), word("die")];
    figure.things().iter().all(|thing| people.contains(thing))
}

fn toll(archive: &Archive, stated: &[Told]) -> Toll {
    let id = |one: &Told| archive.id(one.article);
    Toll { articles: stated.iter().map(id).collect(), fate: stated[0].fate, value: stated[0].value }
}

/// Tolls by story, fate and day, with their value, whether it is exact, and whether no fewer are meant.
pub type Tolls = Vec<(usize, Fate, Date, FactAt, Decimal, bool, bool)>;

/// Adds the tolls of an article of a story with several articles: the first of each fate in the text, unless it is far
/// down, where other events are mentioned.
pub fn add_tolls(article: usize, keys: &Keys, story: usize, tolls: &mut Tolls) {
    let mut seen = Vec::new();
    for (fact, figure) in keys.figures.iter().enumerate() {
        let toll = figure.toll().filter(|fate| figure.place.field != Field::Title && !seen.contains(fate));
        let Some((fate, day)) = toll.zip(keys.head.published) else {
            continue;
        };
        seen.push(fate);
        if figure.place.start >= 2 * EARLY {
            continue;
        }
        let exact = figure.bound == Bound::Exact;
        let least = exact || matches!(figure.bound, Bound::AtLeast | Bound::MoreThan);
        tolls.push((story, fate, day, FactAt::new(article, fact), figure.value, exact, least));
    }
}

/// Whether neither figure counts only some of the people, or both count the same: "two women died" is not a lower toll
/// than "three died".
fn is_of_like(one: Stated, other: Stated) -> bool {
    let some = |figure: Stated| figure.figure.of_people && !of_all(figure);
    !some(one) && !some(other) || one.things().iter().any(|thing| other.things().contains(thing))
}

/// Tolls that changed from one article of a story to the next by day, the earlier first. A later lower bound does
/// not prove a fall, an earlier one does.
pub fn changed(archive: &Archive, mut tolls: Tolls) -> Vec<(FactAt, FactAt)> {
    tolls.sort_unstable();
    let next = tolls.windows(2).map(|pair| (pair[0], pair[1]));
    let later = next.filter(|(one, other)| (one.0, one.1) == (other.0, other.1) && one.2 < other.2);
    let told = later.filter(|(one, other)| {
        let [first, then] = [one.3, other.3].map(|at| archive.figure(at));
        // "The other three" are not all of them.
        let fell = one.4 > other.4 && one.6 && other.5 && !is_additive(then);
        let comparable = is_of_like(first, then);
        archive.share_story(one.3.article(), other.3.article()) && (one.4 < other.4 || fell) && comparable
    });
    told.map(|(one, other)| (one.3, other.3)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{pipeline::analyse_with_keys, types::Article};

    /// The tolls of one story with these texts.
    fn told(texts: &[&str]) -> Vec<(Fate, String)> {
        let keys = texts.iter().enumerate().map(|(index, text)| {
            let id = index.to_string();
            let mut article = Article::new(&id, None, text);
            article.story = Some("flood".to_owned());
            analyse_with_keys(&article).2
        });
        tolls(keys.collect()).into_iter().map(|toll| (toll.fate, toll.value.to_string())).collect()
    }

    #[test]
    fn most_articles_tell_the_toll() {
        let one = "The flood in Bramfield killed 12 people and injured 40 others.";
        let other = "At least 12 people died when the dam broke.";
        let third = "The flood killed 11 people, police said.";
        let expected = [(Fate::Killed, "12".to_owned()), (Fate::Injured, "40".to_owned())];
        assert_eq!(told(&[one, other, third]), expected);
    }

    #[test]
    fn parts_and_other_events_are_no_toll() {
        for text in [
            "Four adults and two children were killed in the flood.",
            "The flood killed his wife and four daughters.",
            "A man killed two people and then himself.",
            "Since June 80 people were killed in floods.",
            "Two of the four farmers had died by Monday.",
            "In the mill six of the farmers died.",
            "The flood killed nine adults and three juveniles.",
            "Image 3 of 16 A man died in the flood.",
            "One person was not injured in the flood.",
            "The father killed his six grandchildren at the mill.",
            "Four children were killed by their father at the mill.",
        ] {
            assert_eq!(told(&[text, "The dam by the bridge broke on Monday."]), [], "{text}");
        }
    }
}
