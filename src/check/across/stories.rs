//! Articles about one event, where their source does not say: those that name the same people, places and organisations
//! within a few days.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Archive, keys::Head};
use crate::{
    check::{
        packed,
        pairing::{groups_of, pairs_of},
        stems::{is_named, shared},
        wording,
    },
    grammar::dates::days_between,
    spill::{Scratch, Sorter},
    types::{BlockKind, Document, Tags},
};

/// Days between two articles of one event.
const NEAR: i32 = 7;
/// The fewest names that two articles of one event share, and the least share (one in so many) of the shorter one's
/// names.
const SHARED: usize = 4;
const SHARE: usize = 4;
/// A name is common if more articles than this have it: a fixed number or, in a large archive, one in so many, for
/// pairs known to be of one week, and for others. Of 581 incidents with several articles among 8,439, 318 are found
/// this way, and of 624 pairs of such articles 583 are of one incident.
const COMMON: usize = 40;
const DATED: usize = 60;
const UNDATED: usize = 200;
/// With names in more articles than this, each article is compared with its next [`REACH`] only.
const CROWD: usize = 24;
const REACH: usize = 8;

/// Capitalised words that half of all articles might share.
pub const GENERAL: Tags = Tags::MONTH
    .with(Tags::WEEKDAY)
    .with(Tags::TITLE)
    .with(Tags::HONORIFIC)
    .with(Tags::NATIONALITY)
    .with(Tags::PLACE)
    .with(Tags::ORGANISATION)
    .with(Tags::ABBREVIATION);

/// The words of the names in an article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// Hashes of the words, sorted.
    #[serde(with = "packed::hashes")]
    pub words: Box<[u32]>,
    /// Hashes of two words in a row, as in a full name; sorted.
    #[serde(with = "packed::hashes")]
    pub full: Box<[u32]>,
}

impl Names {
    /// The names in the text of an article; the title, which may capitalise every word, is left out.
    pub fn new(document: &Document) -> Self {
        let (mut words, mut full) = (Vec::new(), Vec::new());
        for block in document.blocks.iter().filter(|block| is_text(block.kind)) {
            let mut last = None;
            for at in block.tokens.start as usize..block.tokens.end as usize {
                // Most words are in lower case; this is the quickest test.
                let capital = document.tokens[at].tags.any(Tags::CAPITALISED);
                let name = (capital && is_named(document, at, GENERAL)).then(|| wording::hash(document.word(at)));
                if let Some(name) = name {
                    words.push(name);
                    full.extend(last.map(|last: u32| last.rotate_left(7) ^ name));
                }
                last = name;
            }
        }
        for list in [&mut words, &mut full] {
            list.sort_unstable();
            list.dedup();
        }
        Self { words: words.into(), full: full.into() }
    }
}

fn is_text(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::Caption | BlockKind::PullQuote)
}

/// An article with its day, counted from the year zero.
type Dated = (Option<i32>, u32);

/// Articles by the names in them.
#[derive(Debug)]
pub struct Named {
    /// Those without a given story, by two words in a row and then by day, so that articles of one event are neighbours
    /// in an archive of any size.
    full: Sorter<(u32, Dated)>,
    words: Sorter<(u32, u32)>,
    articles: usize,
}

impl Named {
    /// An empty list.
    pub fn new(scratch: &Scratch) -> Self {
        Self { full: Sorter::new(scratch), words: Sorter::new(scratch), articles: 0 }
    }

    /// Adds an article.
    pub fn add(&mut self, index: u32, head: &Head) {
        self.articles += 1;
        self.words.extend(head.names.words.iter().map(|word| (*word, index)));
        if head.story.is_none() {
            let day = head.published.map(day_number);
            self.full.extend(head.names.full.iter().map(|name| (*name, (day, index))));
        }
    }
}

/// Pairs of articles without a given story that seem to report one event, as indices, in order.
pub fn inferred(archive: &Archive, Named { full, words, articles }: Named) -> Vec<(u32, u32)> {
    let common = Common::new(words, articles);
    let near = |one: Dated, other: Dated| one.0.zip(other.0).is_none_or(|(one, other)| (one - other).abs() <= NEAR);
    let likely = pairs_of(full, CROWD, REACH, &archive.scratch, near);
    let tell_alike = |((day, one), (other_day, other)): (Dated, Dated)| {
        let words = if day.and(other_day).is_some() { &common.dated } else { &common.undated };
        let [left, right] = [one, other].map(|at| archive.head(at as usize, |head| rare_words(&head.names, words)));
        let count = shared(&left, &right);
        let alike = count >= SHARED && count * SHARE >= left.len().min(right.len());
        alike.then(|| (one.min(other), one.max(other)))
    };
    let mut found: Vec<(u32, u32)> = likely.iter().filter_map(tell_alike).collect();
    found.sort_unstable();
    found
}

/// Days since the year zero.
fn day_number(date: Date) -> i32 {
    days_between(Date::ZERO, date)
}

/// Words of names that are too common to distinguish events, sorted.
struct Common {
    /// For pairs of articles whose days are known and near each other.
    dated: Vec<u32>,
    /// For other pairs.
    undated: Vec<u32>,
}

impl Common {
    fn new(words: Sorter<(u32, u32)>, articles: usize) -> Self {
        let (mut dated, mut undated) = (Vec::new(), Vec::new());
        groups_of(&words.sorted(), |word, named| {
            dated.extend((named.len() > COMMON.max(articles / DATED)).then_some(*word));
            undated.extend((named.len() > COMMON.max(articles / UNDATED)).then_some(*word));
        });
        Self { dated, undated }
    }
}

/// The words of an article's names that few other articles have.
fn rare_words(names: &Names, common: &[u32]) -> Vec<u32> {
    names.words.iter().filter(|word| common.binary_search(word).is_err()).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::across::Keys;
    use crate::{
        segment::segment,
        types::{Article, Buffers},
    };

    fn keys(day: &str, text: &str) -> Keys {
        let article = Article::new("a", None, text);
        let names = Names::new(&segment(&article, Buffers::default()));
        Keys { head: Head { names, published: day.parse().ok(), ..Head::default() }, ..Keys::default() }
    }

    fn inferred(articles: impl IntoIterator<Item = Keys>) -> Vec<(u32, u32)> {
        let archive = Archive::new(articles.into_iter().collect());
        let mut named = Named::new(&archive.scratch);
        archive.each(|index, keys| named.add(index as u32, &keys.head));
        super::inferred(&archive, named)
    }

    const ONE: &str =
        "The bridge at Ostwick fell on Monday, said Brenna Tollack. Harl Dunmoor saw it from Pellow Lane.";

    #[test]
    fn shared_names_within_a_week_make_a_story() {
        let other = "Brenna Tollack of Ostwick praised the divers. Harl Dunmoor, 61, was hurt.";
        assert_eq!(inferred([keys("2016-03-01", ONE), keys("2016-03-04", other)]), [(0, 1)]);
        assert_eq!(inferred([keys("2016-03-01", ONE), keys("", other)]), [(0, 1)], "a day unknown");
        assert_eq!(inferred([keys("2016-03-01", ONE), keys("2016-03-20", other)]), []);
    }

    #[test]
    fn a_name_or_general_words_in_common_make_none() {
        let other = "Brenna Tollack spoke at the fair in Garroway on Monday, said the Prime Minister of France.";
        assert_eq!(inferred([keys("", ONE), keys("", other)]), []);
        let mut given = keys("", ONE);
        given.head.story = Some("flood".into());
        assert_eq!(inferred([given, keys("", ONE)]), []);
    }

    #[test]
    fn what_every_article_names_tells_nothing() {
        assert_eq!(inferred((0..=COMMON).map(|_| keys("", ONE))), []);
    }
}
