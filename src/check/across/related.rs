//! Facts of different articles that belong together, as lists that need not fit into memory.

use std::iter::Peekable;

use rust_decimal::Decimal;

use super::{
    Archive,
    archive::{CROWD, FactAt, REACH},
    coincidences::{self, add_counts, coincidences},
    disputes::{disputes, is_update},
    figure_pairs::{self, FigurePair, add_figures, add_sentences, agreeing, figure_pairs},
    holders::{self, add_offices, holders},
    keys::Keys,
    part::Part,
    quote_pairs::{self, add_quotes, printings, quote_pairs},
    reprints::{self, add_numbers, houses, reprints},
    spellings::{self, add_names, spellings},
    tolls::{Tolls, add_tolls, changed},
};
use crate::{
    check::pairing::{members, pairs_of},
    spill::{Item, Sorted, Sorter},
};

/// Items of each list that are compared at a time.
const AT_A_TIME: usize = 512;

/// Everything that is compared, list by list as in [`Part`].
#[derive(Debug)]
pub struct Related {
    copies: Sorted<Vec<usize>>,
    told: Sorted<Vec<usize>>,
    figures: Sorted<FigurePair>,
    disputes: Sorted<FigurePair>,
    magnitudes: Sorted<FigurePair>,
    scopes: Sorted<FigurePair>,
    coincidences: Sorted<(FactAt, FactAt)>,
    reprints: Sorted<(FactAt, FactAt)>,
    houses: Sorted<(FactAt, FactAt)>,
    updates: Sorted<(FactAt, FactAt)>,
    agreeing: Sorted<Vec<FactAt>>,
    quotes: Sorted<(FactAt, FactAt)>,
    printings: Sorted<Vec<FactAt>>,
    people: Sorted<(FactAt, FactAt)>,
    spellings: Sorted<(FactAt, FactAt)>,
    holders: Sorted<(FactAt, FactAt)>,
}

impl Related {
    /// Finds everything related in an archive whose stories are known.
    pub fn new(archive: &mut Archive) -> Self {
        let keyed = Keyed::new(archive);
        let Keyed { figures, sentences, counts, numbers, streets, tolls, anywhere, in_stories, people, names, offices } =
            keyed;
        let mut copies = Sorter::new(&archive.scratch);
        copies.extend(members(&archive.origins));
        let mut told = Sorter::new(&archive.scratch);
        told.extend(members(&archive.stories));
        let figures = figure_pairs(archive, figures, sentences);
        let agreeing = agreeing(archive, &figures);
        let Differing { disputes, magnitudes, scopes, updates } = Differing::new(archive, &figures, tolls);
        let quotes = quote_pairs(archive, anywhere, in_stories);
        let (quotes, printings) = printings(archive, &quotes);
        let (people, holders) = (namesakes(archive, people), holders(archive, offices));
        Self {
            copies: copies.sorted(),
            told: told.sorted(),
            coincidences: coincidences(archive, counts),
            reprints: reprints(archive, numbers, &disputes),
            houses: houses(archive, streets),
            figures,
            disputes,
            magnitudes,
            scopes,
            updates,
            agreeing,
            quotes,
            printings,
            people,
            spellings: spellings(archive, names),
            holders,
        }
    }

    /// Everything in one part.
    pub fn whole(&self) -> Part {
        self.parts_of(usize::MAX).next().unwrap_or_default()
    }

    /// The lists, part by part.
    pub fn parts(&self) -> impl Iterator<Item = Part> + '_ {
        self.parts_of(AT_A_TIME)
    }

    fn parts_of(&self, most: usize) -> impl Iterator<Item = Part> + '_ {
        let mut copies = self.copies.iter();
        let mut told = self.told.iter();
        let mut figures = self.figures.iter().peekable();
        let mut disputes = self.disputes.iter().peekable();
        let mut magnitudes = self.magnitudes.iter();
        let mut scopes = self.scopes.iter().peekable();
        let mut coincidences = self.coincidences.iter().peekable();
        let mut reprints = self.reprints.iter();
        let mut houses = self.houses.iter();
        let mut updates = self.updates.iter().peekable();
        let mut agreeing = self.agreeing.iter();
        let mut quotes = self.quotes.iter();
        let mut printings = self.printings.iter();
        let mut people = self.people.iter();
        let mut spellings = self.spellings.iter();
        let mut holders = self.holders.iter().peekable();
        let next_part = move || {
            let mut part = Part {
                copies: of_members(&mut copies, most),
                told: of_members(&mut told, most),
                figures: of_whole_articles(&mut figures, most, |pair| pair.one),
                disputes: of_whole_articles(&mut disputes, most, |pair| pair.one),
                magnitudes: magnitudes.by_ref().take(most).collect(),
                scopes: of_whole_articles(&mut scopes, most, |pair| pair.one),
                coincidences: of_whole_articles(&mut coincidences, most, |pair| pair.0),
                reprints: reprints.by_ref().take(most).collect(),
                houses: houses.by_ref().take(most).collect(),
                updates: of_whole_articles(&mut updates, most, |pair| pair.0),
                agreeing: of_members(&mut agreeing, most),
                quotes: quotes.by_ref().take(most).collect(),
                printings: Vec::new(),
                people: people.by_ref().take(most).collect(),
                spellings: spellings.by_ref().take(most).collect(),
                holders: of_whole_articles(&mut holders, most, |pair| pair.0),
            };
            // Differences are reported before agreements.
            if part.quotes.len() < most {
                part.printings = of_members(&mut printings, most);
            }
            Some(part).filter(|part| *part != Part::default())
        };
        std::iter::from_fn(next_part)
    }
}

/// The next groups, until they have `most` members.
fn of_members<T>(groups: &mut impl Iterator<Item = Vec<T>>, most: usize) -> Vec<Vec<T>> {
    let (mut part, mut members) = (Vec::new(), 0);
    while members < most
        && let Some(group) = groups.next()
    {
        members += group.len();
        part.push(group);
    }
    part
}

/// The next pairs, plus all further pairs with the last one's first article.
fn of_whole_articles<T>(
    pairs: &mut Peekable<impl Iterator<Item = T>>,
    most: usize,
    first: impl Fn(&T) -> FactAt,
) -> Vec<T> {
    let mut part: Vec<T> = pairs.by_ref().take(most).collect();
    let last = part.last().map(|pair| first(pair).article());
    while let Some(pair) = pairs.next_if(|pair| Some(first(pair).article()) == last) {
        part.push(pair);
    }
    part
}

/// Pairs of figures that seem to state one quantity with two values.
struct Differing {
    disputes: Sorted<FigurePair>,
    magnitudes: Sorted<FigurePair>,
    scopes: Sorted<FigurePair>,
    updates: Sorted<(FactAt, FactAt)>,
}

impl Differing {
    fn new(archive: &mut Archive, figures: &Sorted<FigurePair>, tolls: Tolls) -> Self {
        let (mut open, mut slips) = (Sorter::new(&archive.scratch), Sorter::new(&archive.scratch));
        let (mut scopes, mut updates) = (Sorter::new(&archive.scratch), Sorter::new(&archive.scratch));
        let mut of_article: Vec<FigurePair> = Vec::new();
        let mut decide = |archive: &Archive, pairs: &mut Vec<FigurePair>| {
            let found = disputes(archive, pairs);
            let (grown, other): (Vec<_>, Vec<_>) = found.open.into_iter().partition(|pair| is_update(archive, pair));
            updates.extend(grown.iter().map(|pair| in_order(archive, pair)));
            // Title and text both state the values, and one of them shows that they are an update.
            let told: Vec<_> = grown.iter().map(|pair| values(archive, pair)).collect();
            open.extend(other.into_iter().filter(|pair| !told.contains(&values(archive, pair))));
            slips.extend(found.magnitudes);
            scopes.extend(found.scopes);
            pairs.clear();
        };
        archive.each_of(figures, |archive, pair| {
            if of_article.last().is_some_and(|last| last.one.article() != pair.one.article()) {
                decide(archive, &mut of_article);
            }
            of_article.push(pair);
        });
        decide(archive, &mut of_article);
        updates.extend(changed(archive, tolls));
        Self { disputes: open.sorted(), magnitudes: slips.sorted(), scopes: scopes.sorted(), updates: updates.sorted() }
    }
}

/// The second article of a pair, and the values of both.
fn values(archive: &Archive, pair: &FigurePair) -> (usize, [Decimal; 2]) {
    (pair.other.article(), [pair.one, pair.other].map(|at| archive.figure(at).value()))
}

/// The figures of a pair, the earlier published first, and on one day the lower.
fn in_order(archive: &Archive, pair: &FigurePair) -> (FactAt, FactAt) {
    let when = |at: FactAt| (archive.published(at.article()), archive.figure(at).value());
    if when(pair.one) <= when(pair.other) { (pair.one, pair.other) } else { (pair.other, pair.one) }
}

/// Facts of all articles by what they may share with facts of others. All are gathered in one pass, as keys take longer
/// to unpack than to read.
struct Keyed {
    figures: figure_pairs::InStories,
    sentences: figure_pairs::Sentences,
    counts: coincidences::Counts,
    /// By the words around them, and by street.
    numbers: reprints::Numbers,
    streets: reprints::Numbers,
    tolls: Tolls,
    anywhere: quote_pairs::Runs,
    in_stories: quote_pairs::Runs,
    /// By story and name.
    people: Sorter<((usize, u64), FactAt)>,
    names: spellings::Names,
    offices: holders::Offices,
}

impl Keyed {
    fn new(archive: &Archive) -> Self {
        let scratch = &archive.scratch;
        let mut keyed = Self {
            figures: Sorter::new(scratch),
            sentences: Sorter::new(scratch),
            counts: Sorter::new(scratch),
            numbers: Sorter::new(scratch),
            streets: Sorter::new(scratch),
            tolls: Tolls::new(),
            anywhere: Sorter::new(scratch),
            in_stories: Sorter::new(scratch),
            people: Sorter::new(scratch),
            names: Sorter::new(scratch),
            offices: Sorter::new(scratch),
        };
        archive.each(|article, keys| keyed.add(article, keys, archive.company_of(article)));
        keyed
    }

    /// Adds an article with its story, if several articles have it.
    fn add(&mut self, article: usize, keys: &Keys, story: Option<usize>) {
        add_sentences(article, keys, &mut self.sentences);
        add_quotes(article, keys, story, &mut self.anywhere, &mut self.in_stories);
        let Some(story) = story else { return };
        add_figures(article, keys, story, &mut self.figures);
        add_counts(article, keys, story, &mut self.counts);
        add_numbers(article, keys, story, &mut self.numbers, &mut self.streets);
        add_tolls(article, keys, story, &mut self.tolls);
        add_offices(article, keys, story, &mut self.offices);
        add_names(article, keys, story, &mut self.names);
        let people = keys.people.iter().enumerate();
        self.people.extend(people.map(|(fact, person)| ((story, person.key), FactAt::new(article, fact))));
    }
}

/// People of one story with the same name.
fn namesakes(archive: &Archive, keyed: Sorter<((usize, u64), FactAt)>) -> Sorted<(FactAt, FactAt)> {
    pairs_of(keyed, CROWD, REACH, &archive.scratch, |one, other| archive.share_story(one.article(), other.article()))
}

/// The groups of facts joined by links, in order.
pub fn joined<T: Item + Copy>(archive: &Archive, links: &[(T, T)]) -> Sorted<Vec<T>> {
    let mut all: Vec<T> = links.iter().flat_map(|&(one, other)| [one, other]).collect();
    all.sort_unstable();
    all.dedup();
    let index = |fact: &T| all.binary_search(fact).unwrap_or_default();
    let groups = crate::check::pairing::groups(all.len(), links.iter().map(|(one, other)| (index(one), index(other))));
    let mut joined = Sorter::new(&archive.scratch);
    joined.extend(members(&groups).into_iter().map(|group| group.into_iter().map(|fact| all[fact]).collect()));
    joined.sorted()
}

#[cfg(test)]
mod tests {
    use super::of_members;

    #[test]
    fn groups_of_a_part_have_few_members_together() {
        let mut groups = [vec![1, 2], vec![3, 4, 5], vec![6, 7], vec![8]].into_iter();
        assert_eq!(of_members(&mut groups, 4), [vec![1, 2], vec![3, 4, 5]]);
        assert_eq!(of_members(&mut groups, 4), [vec![6, 7], vec![8]]);
        assert!(of_members(&mut groups, 4).is_empty());
    }
}
