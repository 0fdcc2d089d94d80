//! The keys of all articles, and which facts of them may be compared.

use jiff::civil::Date;
use xxhash_rust::xxh3::xxh3_64;

use super::{
    keys::{KeyedFigure, KeyedPerson, KeyedQuote, Keys},
    stories::inferred,
};
use crate::check::{
    calendar::days_between,
    pairing::{groups, pairs},
    quantity::{Quantity, Relation},
    stems::{shared, word},
    wording::pairs_that_share_words,
};

/// Estimated share of common runs of words from which two articles are copies of one text.
pub const COPY: f32 = 0.8;
/// Days between two articles of no known story that may tell of one event.
const NEAR: i32 = 14;
/// Stems that the sentences of two statements of one quantity share at least.
const FAMILIAR: usize = 3;
/// Facts of one key that are all compared; of more, each with its next [`REACH`].
const CROWD: usize = 40;
const REACH: usize = 8;

/// The keys of every article, in an order that does not depend on the order they came in.
#[derive(Debug, Default)]
pub struct Archive {
    /// In order of article id, then of content.
    pub articles: Vec<Keys>,
    /// For each article the first of the articles that it is a copy of, itself included.
    pub origins: Vec<usize>,
    /// For each article the first of its story, given or inferred, itself included.
    pub stories: Vec<usize>,
    /// Articles of no given story that seem to tell of one event, as pairs, in order.
    pub inferred: Vec<(usize, usize)>,
    /// Copies, as pairs of articles.
    pub copies: Vec<(usize, usize)>,
    /// Figures of different articles that seem to state one quantity.
    pub figures: Vec<FigurePair>,
    /// Quotations of different articles that share words in a row.
    pub quotes: Vec<(FactAt, FactAt)>,
    /// People of different articles who have one name.
    pub people: Vec<(FactAt, FactAt)>,
}

/// A fact of an article, both as indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FactAt {
    pub article: usize,
    pub fact: usize,
}

/// Two figures of different articles that measure one thing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FigurePair {
    pub one: FactAt,
    pub other: FactAt,
    pub relation: Relation,
    /// Stems that their sentences share.
    pub shared: usize,
}

impl Archive {
    /// Sorts the articles, tells copies, and pairs their facts.
    pub fn new(mut articles: Vec<Keys>) -> Self {
        articles.sort_by(|one, other| (&one.article, one.digest).cmp(&(&other.article, other.digest)));
        let mut archive = Self { articles, ..Self::default() };
        archive.inferred = inferred(&archive.articles);
        archive.stories = archive.stories();
        archive.copies = archive.copies();
        archive.origins = groups(archive.articles.len(), archive.copies.iter().copied());
        archive.figures = archive.figure_pairs();
        archive.quotes = archive.quote_pairs();
        archive.people = archive.people_pairs();
        archive
    }

    /// The figure at a place.
    pub fn figure(&self, at: FactAt) -> &KeyedFigure {
        &self.articles[at.article].figures[at.fact]
    }

    /// The quotation at a place.
    pub fn quote(&self, at: FactAt) -> &KeyedQuote {
        &self.articles[at.article].quotes[at.fact]
    }

    /// The person at a place.
    pub fn person(&self, at: FactAt) -> &KeyedPerson {
        &self.articles[at.article].people[at.fact]
    }

    /// Whether two articles may be compared: of one story, or neither of any.
    fn may_compare(&self, one: usize, other: usize) -> bool {
        one != other && self.articles[one].story == self.articles[other].story
    }

    /// Days between the datelines of two articles, where both are known.
    pub fn days_apart(&self, one: usize, other: usize) -> Option<i32> {
        let day = |article: usize| -> Option<Date> { self.articles[article].published };
        Some(days_between(day(one)?, day(other)?))
    }

    /// Whether two articles are told to be of one story, or seem to be where nothing is told of either.
    pub fn share_story(&self, one: usize, other: usize) -> bool {
        let given = self.articles[one].story.is_some() && self.may_compare(one, other);
        given || self.inferred.binary_search(&(one.min(other), one.max(other))).is_ok()
    }

    /// The story of every article, as [`Archive::stories`].
    fn stories(&self) -> Vec<usize> {
        let mut given: Vec<(&str, usize)> = Vec::new();
        for (article, keys) in self.articles.iter().enumerate() {
            given.extend(keys.story.as_deref().map(|story| (story, article)));
        }
        given.sort_unstable();
        let told = given.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| (pair[0].1, pair[1].1));
        groups(self.articles.len(), told.chain(self.inferred.iter().copied()))
    }

    /// How many origins some articles have: copies count once.
    pub fn origins_of(&self, articles: impl Iterator<Item = usize>) -> usize {
        let mut origins: Vec<usize> = articles.map(|article| self.origins[article]).collect();
        origins.sort_unstable();
        origins.dedup();
        origins.len()
    }

    fn copies(&self) -> Vec<(usize, usize)> {
        let keyed = self.articles.iter().enumerate();
        let keyed = keyed.flat_map(|(index, keys)| keys.sketch.keys().map(move |key| (key, index))).collect();
        let mut copies = pairs(keyed, REACH, REACH);
        copies.retain(|&(one, other)| {
            let alike = self.articles[one].sketch.likeness(&self.articles[other].sketch);
            self.may_compare(one, other) && alike >= COPY
        });
        copies
    }

    fn figure_pairs(&self) -> Vec<FigurePair> {
        let mut figures = Vec::new();
        let mut keyed = Vec::new();
        for (article, keys) in self.articles.iter().enumerate() {
            for (fact, figure) in keys.figures.iter().enumerate() {
                let index = figures.len();
                keyed.extend(figure_keys(keys, self.stories[article], figure).into_iter().map(|key| (key, index)));
                figures.push(FactAt { article, fact });
            }
        }
        let pairs = pairs(keyed, CROWD, REACH).into_iter();
        pairs.filter_map(|(one, other)| self.figure_pair(figures[one], figures[other])).collect()
    }

    /// The pair, if both measure one thing and nothing sets their events apart.
    fn figure_pair(&self, one: FactAt, other: FactAt) -> Option<FigurePair> {
        let (left, right) = (&self.figure(one).quantity, &self.figure(other).quantity);
        if !self.may_compare(one.article, other.article) {
            return None;
        }
        let shared_stems = left.shared_context(right);
        let pair = FigurePair { one, other, relation: left.relation(right), shared: shared_stems };
        let in_story = self.share_story(one.article, other.article);
        if in_story && is_telling(left, right) {
            return Some(pair);
        }
        let told_alike = || {
            let names = shared(&self.figure(one).names, &self.figure(other).names);
            let near = self.days_apart(one.article, other.article).is_none_or(|days| days <= NEAR);
            near && names >= 2 && shared_stems >= 6
        };
        let familiar = shared_stems >= FAMILIAR && (in_story || told_alike());
        (familiar && left.may_be(right, pair.relation)).then_some(pair)
    }

    fn quote_pairs(&self) -> Vec<(FactAt, FactAt)> {
        let mut at = Vec::new();
        let mut hashes = Vec::new();
        for (article, keys) in self.articles.iter().enumerate() {
            for (fact, quote) in keys.quotes.iter().enumerate() {
                at.push(FactAt { article, fact });
                hashes.push((story_key(keys), quote.hashes.as_slice()));
            }
        }
        let pairs = pairs_that_share_words(&hashes).into_iter();
        let pairs = pairs.map(|(one, other)| (at[one], at[other]));
        pairs.filter(|(one, other)| self.may_compare(one.article, other.article)).collect()
    }

    fn people_pairs(&self) -> Vec<(FactAt, FactAt)> {
        let mut at = Vec::new();
        let mut keyed = Vec::new();
        for (article, keys) in self.articles.iter().enumerate() {
            for (fact, person) in keys.people.iter().enumerate() {
                keyed.push(((self.stories[article], person.key()), at.len()));
                at.push(FactAt { article, fact });
            }
        }
        let pairs = pairs(keyed, CROWD, REACH).into_iter().map(|(one, other)| (at[one], at[other]));
        pairs.filter(|(one, other)| self.share_story(one.article, other.article)).collect()
    }
}

/// Whether both state one exact value with a unit that is no round number, and what one measures stands in
/// the sentence of the other: two articles of one story do not hit on it by chance.
fn is_telling(one: &Quantity, other: &Quantity) -> bool {
    let exact = one.is_exact() && other.is_exact() && one.unit.is_some() && one.has_unit_of(other);
    let odd = one.value == other.value && one.value.normalize().to_string().trim_matches('0').len() >= 2;
    let named = || shared(&one.things, &other.context) + shared(&other.things, &one.context) > 0;
    exact && odd && one.scope == other.scope && named()
}

/// Hash of an article's story; nought where it has none.
fn story_key(keys: &Keys) -> u64 {
    keys.story.as_deref().map_or(0, |story| xxh3_64(story.as_bytes()) | 1)
}

/// Keys that two statements of one quantity are likely to share: in a story its unit or each counted
/// thing, and where no story is given three of the stems of their sentences.
fn figure_keys(keys: &Keys, story: usize, figure: &KeyedFigure) -> Vec<(Option<usize>, u32)> {
    let quantity = &figure.quantity;
    let in_story = quantity.unit.map_or_else(|| quantity.things.clone(), |unit| vec![word(unit)]);
    let in_any = if keys.story.is_some() { &[] } else { &quantity.context[..quantity.context.len().min(3)] };
    let in_story = in_story.into_iter().map(|key| (Some(story), key));
    in_story.chain(in_any.iter().map(|key| (None, *key))).collect()
}
