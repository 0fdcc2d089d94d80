//! The keys of all articles, and which facts of them may be compared.

use jiff::civil::Date;

use super::{
    disputes::disputes,
    figure_pairs::{FigurePair, figure_pairs},
    keys::{KeyedFigure, KeyedPerson, KeyedQuote, Keys},
    quote_pairs::quote_pairs,
    stated::Stated,
    stories::inferred,
};
use crate::{
    check::{
        calendar::days_between,
        pairing::{groups, pairs},
    },
    types::Evidence,
};

/// Estimated share of common runs of words from which two articles are copies of one text.
pub const COPY: f32 = 0.8;
/// Facts of one key that are all compared; of more, each with its next [`REACH`].
pub const CROWD: usize = 40;
/// How many of the next facts of a crowded key each is compared with.
pub const REACH: usize = 8;

/// The keys of every article, in an order that does not depend on the order they came in.
#[derive(Debug, Default)]
pub struct Archive {
    /// In order of article id, then of content.
    pub articles: Vec<Keys>,
    /// For each article the first of the articles that it is a copy of, itself included.
    pub origins: Vec<usize>,
    /// For each article the first of its story, given or inferred, itself included.
    pub stories: Vec<usize>,
    /// For each article whether its story has others.
    in_company: Vec<bool>,
    /// Articles of no given story that are copies or seem to tell of one event, as pairs, in order.
    inferred: Vec<(usize, usize)>,
    /// Figures of different articles that may state one quantity.
    pub figures: Vec<FigurePair>,
    /// Those of them that seem to state one quantity with two values.
    pub disputes: Vec<FigurePair>,
    /// Those that seem to, one a thousand or a million times the other.
    pub magnitudes: Vec<FigurePair>,
    /// Quotations of different articles that share words in a row.
    pub quotes: Vec<(FactAt, FactAt)>,
    /// People of different articles who have one name.
    pub people: Vec<(FactAt, FactAt)>,
}

/// A fact of an article, both as indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// Sorts the articles, tells copies, and pairs their facts.
    pub fn new(mut articles: Vec<Keys>) -> Self {
        articles.sort_by(|one, other| (&one.article, one.digest).cmp(&(&other.article, other.digest)));
        let mut archive = Self { articles, ..Self::default() };
        let copies = archive.copies();
        archive.origins = groups(archive.articles.len(), copies.iter().copied());
        archive.inferred = inferred(&archive.articles);
        archive.inferred.extend(copies);
        archive.inferred.sort_unstable();
        archive.inferred.dedup();
        archive.stories = archive.stories();
        archive.in_company = in_company(&archive.stories);
        archive.figures = figure_pairs(&archive);
        (archive.disputes, archive.magnitudes) = disputes(&archive);
        archive.quotes = quote_pairs(&archive);
        archive.people = archive.people_pairs();
        archive
    }

    /// The figure at a place, with the words it is compared by.
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

    /// A figure as evidence.
    pub fn figure_evidence(&self, at: FactAt) -> Evidence {
        let Stated { keys, figure } = self.figure(at);
        keys.evidence(figure.place, Some(figure.fact))
    }

    /// A quotation as evidence.
    pub fn quote_evidence(&self, at: FactAt) -> Evidence {
        let quote = self.quote(at);
        self.articles[at.article()].evidence(quote.place, Some(quote.fact))
    }

    /// Every figure of every article.
    pub fn all_figures(&self) -> impl Iterator<Item = (FactAt, &KeyedFigure)> {
        self.articles.iter().enumerate().flat_map(|(article, keys)| {
            keys.figures.iter().enumerate().map(move |(fact, figure)| (FactAt::new(article, fact), figure))
        })
    }

    /// Whether two articles may be compared: of one story, or neither of any.
    pub fn may_compare(&self, one: usize, other: usize) -> bool {
        one != other && self.articles[one].story == self.articles[other].story
    }

    /// Whether an article's story, given or inferred, has other articles.
    pub fn is_in_company(&self, article: usize) -> bool {
        self.in_company[article]
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

    fn people_pairs(&self) -> Vec<(FactAt, FactAt)> {
        let mut keyed = Vec::new();
        for (article, keys) in self.articles.iter().enumerate().filter(|(article, _)| self.is_in_company(*article)) {
            let people = keys.people.iter().enumerate();
            keyed
                .extend(people.map(|(fact, person)| ((self.stories[article], person.key), FactAt::new(article, fact))));
        }
        let mut pairs = pairs(keyed, CROWD, REACH);
        pairs.retain(|(one, other)| self.share_story(one.article(), other.article()));
        pairs
    }
}

/// For each article whether another has its story.
fn in_company(stories: &[usize]) -> Vec<bool> {
    let mut counts = vec![0u32; stories.len()];
    stories.iter().for_each(|&story| counts[story] += 1);
    stories.iter().map(|&story| counts[story] > 1).collect()
}
