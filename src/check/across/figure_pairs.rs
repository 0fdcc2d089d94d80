//! Figures of different articles that seem to state one quantity.

use serde::{Deserialize, Serialize};

use super::{
    Archive,
    archive::{CROWD, FactAt, REACH},
    keys::{KeyedSentence, Keys},
    related::joined,
    stated::Stated,
};
use crate::{
    check::{
        pairing::pairs_of,
        quantity::Relation,
        stems::{shared, word},
    },
    grammar::years,
    spill::{Sorted, Sorter},
    types::FigureKind,
};

/// Two figures of different articles of one event that share a unit, a counted thing or their sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FigurePair {
    pub one: FactAt,
    pub other: FactAt,
    pub relation: Relation,
    /// The number of stems that their sentences share.
    pub shared: u32,
    /// Whether nothing shows that the two measure different things.
    pub is_one: bool,
}

/// Days between two articles without a known story that may report one event.
const NEAR: i32 = 14;
/// The fewest stems that the sentences of two statements of one quantity share.
const FAMILIAR: usize = 3;
/// Names and stems that two sentences must share to be about one event although their articles need not be.
const NAMES: usize = 2;
const TELLING: usize = 6;
/// Stems of a sentence by which another printing of it is found.
const PRINTED_BY: usize = 3;
/// Names of a sentence by which it is found.
const FOUND_BY: usize = 4;

/// Figures by their story and what they may share with others of it.
pub type InStories = Sorter<((usize, u32), FactAt)>;
/// Sentences by two names.
pub type Sentences = Sorter<((u32, u32), FactAt)>;

/// Every pair, in order, each once: within a story, and between sentences that name the same people or places.
pub fn figure_pairs(archive: &mut Archive, in_stories: InStories, sentences: Sentences) -> Sorted<FigurePair> {
    let scratch = archive.scratch.clone();
    let share_story = |one: FactAt, other: FactAt| archive.share_story(one.article(), other.article());
    let in_stories = pairs_of(in_stories, CROWD, REACH, &scratch, share_story);
    let are_near = |one: FactAt, other: FactAt| are_near(archive, one.article(), other.article());
    let sentences = pairs_of(sentences, CROWD, REACH, &scratch, are_near);
    let mut likely = Sorter::new(&scratch);
    likely.extend(in_stories.iter());
    archive.each_of(&sentences, |archive, (one, other)| {
        if tell_alike(archive, one, other) {
            let of = |at: FactAt| figures_of(archive, at);
            likely.extend(of(one).flat_map(|left| of(other).map(move |right| (left, right))));
        }
    });
    let mut pairs = Sorter::new(&scratch);
    archive.each_of(&likely.sorted(), |archive, (one, other)| pairs.push(figure_pair(archive, one, other)));
    pairs.sorted()
}

/// Groups of figures that state one quantity with the same value, directly or through others.
pub fn agreeing(archive: &Archive, figures: &Sorted<FigurePair>) -> Sorted<Vec<FactAt>> {
    let agree = |pair: &FigurePair| pair.is_one && matches!(pair.relation, Relation::Same | Relation::Approximated);
    let links: Vec<_> = figures.iter().filter(agree).map(|pair| (pair.one, pair.other)).collect();
    joined(archive, &links)
}

/// Adds the figures of an article of a story with several articles: by unit, or by each thing counted (people being one
/// thing) and fate; by the first stems of their sentence, which another printing of it is likely to have too; and by
/// their value if it is a long number.
pub fn add_figures(article: usize, keys: &Keys, story: usize, keyed: &mut InStories) {
    for (fact, figure) in keys.figures.iter().enumerate() {
        let stated = Stated { keys, figure };
        let things = if figure.unit == 0 { stated.things() } else { std::slice::from_ref(&figure.unit) };
        let people = figure.of_people.then(|| word("person"));
        let fate = figure.fate.map(|fate| fate as u32);
        let sentence = stated.context().iter().take(PRINTED_BY).map(|stem| stem.rotate_left(1));
        // What a long number counts may be worded differently.
        let long = stated.is_exact() && odd_digits(stated) >= LONG && !may_be_year(stated);
        let value = long.then(|| word(&stated.value().normalize().to_string()));
        let marks = things.iter().copied().chain(people).chain(fate).chain(sentence).chain(value);
        keyed.extend(marks.map(|mark| ((story, mark), FactAt::new(article, fact))));
    }
}

/// Adds the sentences of an article without a given story, by each pair of their first names.
pub fn add_sentences(article: usize, keys: &Keys, keyed: &mut Sentences) {
    if keys.head.story.is_some() {
        return;
    }
    for (index, KeyedSentence { context, names, .. }) in keys.sentences.iter().enumerate() {
        let names = keys.list(*names);
        if context.len < TELLING as u32 || names.len() < NAMES {
            continue;
        }
        let names = &names[..names.len().min(FOUND_BY)];
        for (at, first) in names.iter().enumerate() {
            keyed.extend(names[at + 1..].iter().map(|second| ((*first, *second), FactAt::new(article, index))));
        }
    }
}

/// Whether two articles are of near days, or the days are not known.
fn are_near(archive: &Archive, one: usize, other: usize) -> bool {
    one != other && archive.days_apart(one, other).is_none_or(|days| days <= NEAR)
}

/// Whether two sentences share enough names and words to be about one thing.
fn tell_alike(archive: &Archive, one: FactAt, other: FactAt) -> bool {
    let lists = |at: FactAt| {
        let keys = &archive.articles[at.article()];
        let sentence = &keys.sentences[at.fact()];
        (keys.list(sentence.names), keys.list(sentence.context))
    };
    let ((names, context), (other_names, other_context)) = (lists(one), lists(other));
    shared(names, other_names) >= NAMES && shared(context, other_context) >= TELLING
}

/// The figures of a sentence.
fn figures_of(archive: &Archive, sentence: FactAt) -> impl Iterator<Item = FactAt> + Clone {
    let (article, index) = (sentence.article(), sentence.fact() as u32);
    let figures = &archive.articles[article].figures;
    let first = figures.partition_point(|figure| figure.sentence < index);
    let behind = figures.partition_point(|figure| figure.sentence <= index);
    (first..behind).map(move |fact| FactAt::new(article, fact))
}

fn figure_pair(archive: &Archive, one: FactAt, other: FactAt) -> FigurePair {
    let (left, right) = (archive.figure(one), archive.figure(other));
    let (shared, relation) = (left.shared_context(right), left.relation(right));
    let telling = archive.share_story(one.article(), other.article()) && is_telling(left, right);
    // The dead are not the missing.
    let same_fate = left.figure.fate == right.figure.fate;
    let is_one = telling || same_fate && shared >= FAMILIAR && left.may_be(right, relation);
    FigurePair { one, other, relation, shared: shared as u32, is_one }
}

/// Digits of a number, zeros at its ends aside, that two articles of one story rarely share by chance.
const LONG: usize = 3;
/// Like [`LONG`], for numbers with a unit, whatever the words around them.
const LONGER: usize = 4;

/// Whether the two state one exact value that two articles of one story rarely share by chance. With a unit, it must
/// not be round, and it must be long, or one sentence must name what the other measures, or amounts and long numbers
/// must share any word. Counts must be long, and both of people, or one sentence must name what the other counts.
fn is_telling(one: Stated, other: Stated) -> bool {
    let exact = one.is_exact() && other.is_exact() && one.has_unit_of(other) && one.value() == other.value();
    if !exact || one.scope() != other.scope() {
        return false;
    }
    let digits = odd_digits(one);
    let long = digits >= LONG;
    let named = || shared(one.things(), other.context()) + shared(other.things(), one.context()) > 0;
    if one.has_unit() {
        let spent = one.figure.kind == FigureKind::Money;
        let alike = || (spent || long) && one.shared_context(other) > 0;
        return digits > 1 && (digits >= LONGER || named() || alike());
    }
    let people = one.figure.of_people && other.figure.of_people;
    long && !may_be_year(one) && (people || named())
}

/// The number of digits without zeros at the ends.
fn odd_digits(figure: Stated) -> usize {
    let printed = figure.value().normalize().to_string();
    printed.trim_matches('0').bytes().filter(u8::is_ascii_digit).count()
}

/// Whether the figure may be a year: a bare number that can be one.
fn may_be_year(figure: Stated) -> bool {
    !figure.has_unit() && years::is_plausible(figure.value())
}
