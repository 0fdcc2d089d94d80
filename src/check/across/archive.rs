//! The keys of all articles, and which of their facts may be compared.

use std::{
    cell::RefCell,
    hash::{BuildHasher, Hash},
};

use jiff::civil::Date;
use rustc_hash::{FxBuildHasher, FxHashSet};
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::{
    keys::{Head, KeyedFigure, KeyedPerson, KeyedQuote, Keys},
    part::Part,
    related::Related,
    stated::Stated,
    stories::{Named, inferred},
};
use crate::{
    check::pairing::{groups, pairs_of},
    grammar::dates::days_between,
    spill::{Item, Scratch, Shelf, Sorted, Sorter},
    types::Evidence,
};

/// The estimated share of common runs of words from which two articles are copies of one text.
pub const COPY: f32 = 0.7;
/// Up to this many facts of one key are all compared; of more, each with its next [`REACH`].
pub const CROWD: usize = 40;
/// The number of next facts with which each of a crowded key is compared.
pub const REACH: usize = 8;
/// Packed bytes of keys in memory from which they are unloaded; unpacked, they take about twice as much.
const LOADED: usize = 16 << 20;

/// The keys of every article, in an order independent of the order of arrival.
#[derive(Debug)]
pub struct Archive {
    /// Sorted by article id, then by content.
    pub articles: Shelf<Keys>,
    outlines: Vec<Outline>,
    /// For each article, the first of the articles of which it is a copy, itself included.
    pub origins: Vec<usize>,
    /// For each article, the first of its story, given or inferred, itself included.
    pub stories: Vec<usize>,
    /// For each article, whether its story has others.
    in_company: Vec<bool>,
    /// Pairs of articles without a given story that are copies or seem to report one event, sorted.
    inferred: Vec<(u32, u32)>,
    /// The facts being compared at present.
    pub part: Part,
    /// Hashes of what the check at work has told, in all parts.
    told: RefCell<FxHashSet<u64>>,
    pub scratch: Scratch,
}

/// The most frequently needed data of an article.
#[derive(Debug, Clone, Copy, Default)]
struct Outline {
    published: Option<Date>,
    /// Hash of the story its source assigns it to.
    story: Option<u64>,
}

impl Outline {
    fn of(head: &Head) -> Self {
        let story = head.story.as_deref().map(|story| xxh3_64(story.as_bytes()));
        Self { published: head.published, story }
    }
}

/// A fact of an article, both as indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FactAt {
    article: u32,
    fact: u32,
}

impl FactAt {
    /// The fact of an article, both as indices.
    pub fn new(article: usize, fact: usize) -> Self {
        Self { article: article as u32, fact: fact as u32 }
    }

    /// Index into [`Archive::articles`].
    pub fn article(self) -> usize {
        self.article as usize
    }

    /// Index into a list of facts of the article's keys.
    pub fn fact(self) -> usize {
        self.fact as usize
    }
}

impl Archive {
    /// An archive in memory, with everything in it that may be compared.
    pub fn new(articles: Vec<Keys>) -> Self {
        let mut archive = Self::of(Shelf::of(articles), &Scratch::in_memory());
        archive.part = Related::new(&mut archive).whole();
        archive
    }

    /// An article as evidence, at its very beginning.
    pub fn beginning(&self, article: usize) -> Evidence {
        self.head(article, Head::beginning)
    }

    /// Sorts the articles and finds copies and stories.
    pub fn of(mut articles: Shelf<Keys>, scratch: &Scratch) -> Self {
        articles.sort_by(scratch, |keys| &keys.head, |head| (head.article.clone(), head.digest));
        let mut archive = Self {
            articles,
            outlines: Vec::new(),
            origins: Vec::new(),
            stories: Vec::new(),
            in_company: Vec::new(),
            inferred: Vec::new(),
            part: Part::default(),
            told: RefCell::default(),
            scratch: scratch.clone(),
        };
        let (mut sketched, mut named) = (Sorter::new(scratch), Named::new(scratch));
        let mut outlines = Vec::new();
        for index in 0..archive.articles.len() {
            archive.head(index, |head| {
                outlines.push(Outline::of(head));
                sketched.extend(head.sketch.keys().map(|key| (key, index)));
                named.add(index as u32, head);
            });
        }
        archive.outlines = outlines;
        let copies = archive.copies(sketched);
        archive.origins = groups(archive.articles.len(), copies.iter().copied());
        archive.inferred = inferred(&archive, named);
        archive.inferred.extend(copies.iter().map(|&(one, other)| (one as u32, other as u32)));
        archive.inferred.sort_unstable();
        archive.inferred.dedup();
        archive.stories = archive.stories();
        archive.in_company = in_company(&archive.stories);
        archive
    }

    /// The figure at a place, with the keys of its article.
    pub fn figure(&self, at: FactAt) -> Stated<'_> {
        let keys = &self.articles[at.article()];
        Stated { keys, figure: &keys.figures[at.fact()] }
    }

    /// The quotation at a place.
    pub fn quote(&self, at: FactAt) -> &KeyedQuote {
        &self.articles[at.article()].quotes[at.fact()]
    }

    /// The person at a place.
    pub fn person(&self, at: FactAt) -> &KeyedPerson {
        &self.articles[at.article()].people[at.fact()]
    }

    /// The fullest form of a person's name.
    pub fn name(&self, at: FactAt) -> &str {
        self.articles[at.article()].text(self.person(at).name)
    }

    /// The name of a quotation's speaker; does not keep the article in memory.
    pub fn speaker(&self, at: FactAt) -> Option<String> {
        self.articles.look(at.article(), |keys| {
            let (_, name) = keys.quotes.get(at.fact())?.speaker?;
            Some(keys.text(name).to_owned())
        })
    }

    /// A figure as evidence.
    pub fn figure_evidence(&self, at: FactAt) -> Evidence {
        self.articles.look(at.article(), |keys| {
            let KeyedFigure { place, fact, .. } = keys.figures[at.fact()];
            keys.evidence(place, Some(fact))
        })
    }

    /// A quotation as evidence.
    pub fn quote_evidence(&self, at: FactAt) -> Evidence {
        self.articles.look(at.article(), |keys| {
            let KeyedQuote { place, fact, .. } = keys.quotes[at.fact()];
            keys.evidence(place, fact)
        })
    }

    /// A number as evidence.
    pub fn number_evidence(&self, at: FactAt) -> Evidence {
        self.articles.look(at.article(), |keys| keys.evidence(keys.numbers[at.fact()].place, None))
    }

    /// Calls `look` with the head of an article's keys.
    pub fn head<R>(&self, article: usize, look: impl FnOnce(&Head) -> R) -> R {
        self.articles.look_first(article, |keys| &keys.head, look)
    }

    /// The id of an article.
    pub fn id(&self, article: usize) -> String {
        self.head(article, |head| head.article.to_string())
    }

    /// Calls `look` with the keys of every article, one after another.
    pub fn each(&self, mut look: impl FnMut(usize, &Keys)) {
        (0..self.articles.len()).for_each(|index| self.articles.look(index, |keys| look(index, keys)));
    }

    /// Calls `look` with every item of a list, keeping only a few of the articles in memory.
    pub fn each_of<T: Item>(&mut self, list: &Sorted<T>, mut look: impl FnMut(&Self, T)) {
        for item in list.iter() {
            look(self, item);
            if self.articles.loaded() > LOADED {
                self.articles.clear();
            }
        }
        self.articles.clear();
    }

    /// Whether the check at work tells something for the first time; remembered until [`Archive::forget`], as a part does
    /// not show what was told of those before it.
    pub fn is_new(&self, told: impl Hash) -> bool {
        self.told.borrow_mut().insert(FxBuildHasher.hash_one(told))
    }

    /// Forgets what was told, before the next check.
    pub fn forget(&mut self) {
        self.told.get_mut().clear();
    }

    /// The dateline of an article.
    pub fn published(&self, article: usize) -> Option<Date> {
        self.outlines[article].published
    }

    /// Whether its source assigns an article to a story.
    pub fn has_given_story(&self, article: usize) -> bool {
        self.outlines[article].story.is_some()
    }

    /// Whether two articles may be compared: both are of one given story, or neither has one.
    pub fn may_compare(&self, one: usize, other: usize) -> bool {
        one != other && self.outlines[one].story == self.outlines[other].story
    }

    /// The story of an article, given or inferred, if other articles have it too.
    pub fn company_of(&self, article: usize) -> Option<usize> {
        self.in_company[article].then(|| self.stories[article])
    }

    /// Days between the datelines of two articles, if both are known.
    pub fn days_apart(&self, one: usize, other: usize) -> Option<i32> {
        Some(days_between(self.published(one)?, self.published(other)?))
    }

    /// Whether two articles are of one story by inference at most, and may be years apart.
    pub fn may_be_years_apart(&self, one: usize, other: usize) -> bool {
        !self.has_given_story(one) && self.days_apart(one, other).is_none()
    }

    /// Whether two articles have one given story, or one inferred story if neither has a given one.
    pub fn share_story(&self, one: usize, other: usize) -> bool {
        let given = self.has_given_story(one) && self.may_compare(one, other);
        given || self.inferred.binary_search(&(one.min(other) as u32, one.max(other) as u32)).is_ok()
    }

    /// The story of every article, for [`Archive::stories`].
    fn stories(&self) -> Vec<usize> {
        let mut given: Vec<(u64, usize)> = Vec::new();
        for (article, outline) in self.outlines.iter().enumerate() {
            given.extend(outline.story.map(|story| (story, article)));
        }
        given.sort_unstable();
        let told = given.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| (pair[0].1, pair[1].1));
        let inferred = self.inferred.iter().map(|&(one, other)| (one as usize, other as usize));
        groups(self.articles.len(), told.chain(inferred))
    }

    /// The number of origins among some articles: copies count once.
    pub fn origins_of(&self, articles: impl Iterator<Item = usize>) -> usize {
        let mut origins: Vec<usize> = articles.map(|article| self.origins[article]).collect();
        origins.sort_unstable();
        origins.dedup();
        origins.len()
    }

    /// Pairs of copies, among the articles that share a key of their sketches.
    fn copies(&self, sketched: Sorter<(u64, usize)>) -> Vec<(usize, usize)> {
        let likely = pairs_of(sketched, REACH, REACH, &self.scratch, |one, other| self.may_compare(one, other));
        let likeness =
            |one, other| self.head(one, |left| self.head(other, |right| left.sketch.likeness(&right.sketch)));
        likely.iter().filter(|&(one, other)| likeness(one, other) >= COPY).collect()
    }
}

/// For each article, whether another has its story.
fn in_company(stories: &[usize]) -> Vec<bool> {
    let mut counts = vec![0u32; stories.len()];
    stories.iter().for_each(|&story| counts[story] += 1);
    stories.iter().map(|&story| counts[story] > 1).collect()
}
