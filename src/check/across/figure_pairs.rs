//! Figures of different articles that seem to state one quantity.

use super::{
    Archive,
    archive::{CROWD, FactAt, REACH},
    keys::KeyedSentence,
    stated::Stated,
};
use crate::check::{
    pairing::pairs,
    quantity::Relation,
    stems::{shared, word},
};

/// Two figures of different articles of one event that share a unit, a counted thing or their sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FigurePair {
    pub one: FactAt,
    pub other: FactAt,
    pub relation: Relation,
    /// Stems that their sentences share.
    pub shared: u32,
    /// Whether nothing tells that the two measure different things.
    pub is_one: bool,
}

/// Days between two articles of no known story that may tell of one event.
const NEAR: i32 = 14;
/// Stems that the sentences of two statements of one quantity share at least.
const FAMILIAR: usize = 3;
/// Names and stems that two sentences share which tell of one event although their articles need not.
const NAMES: usize = 2;
const TELLING: usize = 6;
/// Stems of a sentence that another printing of it is found by.
const PRINTED_BY: usize = 3;
/// Names of a sentence that it is found by.
const FOUND_BY: usize = 4;

/// Every pair, in order, each once: inside a story, and between sentences that name the same people or places.
pub fn figure_pairs(archive: &Archive) -> Vec<FigurePair> {
    let mut found = pairs(story_keys(archive), CROWD, REACH);
    found.retain(|(one, other)| archive.share_story(one.article(), other.article()));
    for (one, other) in pairs(sentence_keys(archive), CROWD, REACH) {
        if tell_alike(archive, one, other) {
            let of = |at: FactAt| figures_of(archive, at);
            found.extend(of(one).flat_map(|left| of(other).map(move |right| (left, right))));
        }
    }
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(|(one, other)| figure_pair(archive, one, other)).collect()
}

/// In stories that several articles tell: figures by story and unit, or by each thing counted, people being
/// one thing; and by the first stems of their sentence, which another printing of it is likely to have too.
fn story_keys(archive: &Archive) -> Vec<((usize, u32), FactAt)> {
    let mut keyed = Vec::new();
    for (at, figure) in archive.all_figures().filter(|(at, _)| archive.is_in_company(at.article())) {
        let story = archive.stories[at.article()];
        let things = archive.figure(at).things();
        let keys = if figure.unit == 0 { things } else { std::slice::from_ref(&figure.unit) };
        let people = figure.of_people.then(|| word("person"));
        let sentence = archive.figure(at).context().iter().take(PRINTED_BY).map(|stem| stem.rotate_left(1));
        keyed.extend(keys.iter().copied().chain(people).chain(sentence).map(|key| ((story, key), at)));
    }
    keyed
}

/// In articles of no given story: sentences by each two of their first names.
fn sentence_keys(archive: &Archive) -> Vec<((u32, u32), FactAt)> {
    let mut keyed = Vec::new();
    for (article, keys) in archive.articles.iter().enumerate().filter(|(_, keys)| keys.story.is_none()) {
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
    keyed
}

/// Whether two sentences of near days share enough names and words to tell of one thing.
fn tell_alike(archive: &Archive, one: FactAt, other: FactAt) -> bool {
    let lists = |at: FactAt| {
        let keys = &archive.articles[at.article()];
        let sentence = &keys.sentences[at.fact()];
        (keys.list(sentence.names), keys.list(sentence.context))
    };
    let ((names, context), (other_names, other_context)) = (lists(one), lists(other));
    let near = archive.days_apart(one.article(), other.article()).is_none_or(|days| days <= NEAR);
    near && one.article() != other.article()
        && shared(names, other_names) >= NAMES
        && shared(context, other_context) >= TELLING
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

/// Whether both state one exact value with a unit that is no round number, and what one measures stands in
/// the sentence of the other: two articles of one story do not hit on it by chance.
fn is_telling(one: Stated, other: Stated) -> bool {
    let exact = one.is_exact() && other.is_exact() && one.has_unit() && one.has_unit_of(other);
    let odd = one.value() == other.value() && one.value().normalize().to_string().trim_matches('0').len() >= 2;
    let named = || shared(one.things(), other.context()) + shared(other.things(), one.context()) > 0;
    exact && odd && one.scope() == other.scope() && named()
}
