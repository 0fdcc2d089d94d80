//! Tolls: how many an article says were killed or hurt.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{Archive, archive::FactAt, keys::Fate};
use crate::{
    check::quantity::{Place, Quantity},
    types::{Bound, Document, FigureKind, Tags},
};

/// Tokens between a number and the word that says what became of so many.
const BEHIND: usize = 8;
const BEFORE: usize = 4;

/// What became of people, said of them behind their number: "12 people were killed".
const SUFFERED: [(&str, Fate); 11] = [
    ("dead", Fate::Killed),
    ("deaths", Fate::Killed),
    ("died", Fate::Killed),
    ("fatalities", Fate::Killed),
    ("fatally", Fate::Killed),
    ("hurt", Fate::Injured),
    ("injured", Fate::Injured),
    ("killed", Fate::Killed),
    ("perished", Fate::Killed),
    ("slain", Fate::Killed),
    ("wounded", Fate::Injured),
];

/// What was done to people, before their number: "killing 12".
const DONE: [(&str, Fate); 8] = [
    ("hurting", Fate::Injured),
    ("injured", Fate::Injured),
    ("injuring", Fate::Injured),
    ("killed", Fate::Killed),
    ("killing", Fate::Killed),
    ("kills", Fate::Killed),
    ("wounded", Fate::Injured),
    ("wounding", Fate::Injured),
];

/// Words before which a number counts those who did it or are held for it, and ages and times.
const OTHERWISE: [&str; 16] = [
    "accused",
    "ages",
    "arrested",
    "blocks",
    "charged",
    "counts",
    "convicted",
    "death",
    "detectives",
    "face",
    "murder",
    "officers",
    "shots",
    "suspected",
    "suspects",
    "years",
];

/// Words of sentences that count the dead of many events: round-ups, statistics, histories.
const ROUND_UP: [&str; 10] = [
    "annually",
    "homicides",
    "incidents",
    "nationwide",
    "separate",
    "shootings",
    "since",
    "statistics",
    "weekend",
    "year",
];

/// Whether a figure of the text counts the dead or the hurt: behind it stands what they suffered and nobody
/// who suffered it from them, or before it what was done to them.
pub fn fate(document: &Document, quantity: &Quantity) -> Option<Fate> {
    let counts = matches!(quantity.kind, FigureKind::Count | FigureKind::Number) && quantity.unit.is_none();
    let bounded = matches!(quantity.bound, Bound::AtMost | Bound::LessThan);
    if !counts || bounded || quantity.place == Place::Title {
        return None;
    }
    let tokens = &document.sentences[quantity.sentence as usize].tokens;
    let (first, behind) = (document.token_at(quantity.span.start), document.token_at(quantity.span.end));
    let (start, end) = (tokens.start as usize, tokens.end as usize);
    let is_round_up = |at: usize| ROUND_UP.iter().any(|word| document.is(at, word));
    let follows_name = first > start && [",", "("].iter().any(|mark| document.is(first - 1, mark));
    if follows_name || (start..end).any(is_round_up) {
        return None;
    }
    suffered(document, behind..end).or_else(|| done(document, start..first))
}

fn suffered(document: &Document, tokens: Range<usize>) -> Option<Fate> {
    let apart = |at: usize| {
        [",", ";", "to"].iter().any(|mark| document.is(at, mark))
            || OTHERWISE.iter().any(|word| document.is(at, word))
            || document.tags(at).any(Tags::DIGITS.with(Tags::NUMBER_WORD).with(Tags::RELATIVE))
    };
    let mut near = tokens.take(BEHIND).take_while(|&at| !apart(at));
    near.find_map(|at| {
        let fate = of_word(document, at, &SUFFERED)?;
        let suffered_from_them =
            document.tags(at + 1).any(Tags::DETERMINER.with(Tags::NUMBER_WORD).with(Tags::HONORIFIC));
        (!suffered_from_them).then_some(fate)
    })
}

fn done(document: &Document, tokens: Range<usize>) -> Option<Fate> {
    // "The number of people who died in the flood rose to 27": a count that changes is told long before.
    let changed = tokens.clone().rev().take(2).any(|at| document.tags(at).any(Tags::CHANGE));
    let reach = if changed { 3 * BEFORE } else { BEFORE };
    // "The man who killed Ann Dale fired three shots": whom it befell is named.
    let named = |at: usize| document.tags(at).any(Tags::CAPITALISED) && !document.tags(at).any(Tags::SENTENCE_START);
    let apart =
        |at: usize| document.is(at, ",") || !changed && (document.is(at, "by") || document.is(at, "in") || named(at));
    let told =
        |at: usize| of_word(document, at, &DONE).or_else(|| of_word(document, at, &SUFFERED).filter(|_| changed));
    tokens.rev().take(reach).take_while(|&at| !apart(at)).find_map(told)
}

fn of_word(document: &Document, at: usize, words: &[(&str, Fate)]) -> Option<Fate> {
    words.iter().find(|(word, _)| document.is(at, word)).map(|(_, fate)| *fate)
}

/// How many a story's articles say were killed or hurt, as far as is known at last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toll {
    /// Ids of the articles that state it, in order.
    pub articles: Vec<String>,
    pub fate: Fate,
    pub value: Decimal,
}

/// The current toll of every story that states one: the value that most articles give, of those given
/// equally often the latest, of those of one day the highest.
pub fn tolls(archive: &Archive) -> Vec<Toll> {
    let mut stated: Vec<(usize, Fate, Decimal, FactAt)> = Vec::new();
    archive.each(|article, keys| {
        for (fact, figure) in keys.figures.iter().enumerate() {
            let at = FactAt::new(article, fact);
            stated.extend(figure.fate.map(|fate| (archive.stories[article], fate, figure.value.normalize(), at)));
        }
    });
    stated.sort_unstable();
    let stories = stated.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1));
    let current = stories.filter_map(|story| {
        let values = story.chunk_by(|one, other| one.2 == other.2);
        values.max_by_key(|value| {
            let mut articles: Vec<usize> = value.iter().map(|(.., at)| at.article()).collect();
            articles.dedup();
            (articles.len(), articles.iter().filter_map(|&article| archive.published(article)).max(), value[0].2)
        })
    });
    current.map(|value| toll(archive, value)).collect()
}

fn toll(archive: &Archive, stated: &[(usize, Fate, Decimal, FactAt)]) -> Toll {
    let id = |at: &FactAt| archive.articles.look(at.article(), |keys| keys.article.to_string());
    let mut articles: Vec<String> = stated.iter().map(|(.., at)| id(at)).collect();
    articles.dedup();
    Toll { articles, fate: stated[0].1, value: stated[0].2 }
}

/// Tolls that changed from one article of a story to the next by day, the earlier first: of each article the
/// first toll of its kind counts. A lower bound says nothing of a fall.
pub fn changed(archive: &Archive) -> Vec<(FactAt, FactAt)> {
    let mut tolls = Vec::new();
    archive.each_in_company(|article, keys| {
        let mut seen = Vec::new();
        for (fact, figure) in keys.figures.iter().enumerate() {
            let Some((fate, day)) = figure.fate.filter(|fate| !seen.contains(fate)).zip(keys.published) else {
                continue;
            };
            seen.push(fate);
            let exact = figure.bound == Bound::Exact;
            tolls.push((archive.stories[article], fate, day, FactAt::new(article, fact), figure.value, exact));
        }
    });
    tolls.sort_unstable();
    let next = tolls.windows(2).map(|pair| (pair[0], pair[1]));
    let later = next.filter(|(one, other)| (one.0, one.1) == (other.0, other.1) && one.2 < other.2);
    let told = later.filter(|(one, other)| {
        let fell = one.4 > other.4 && one.5 && other.5;
        archive.share_story(one.3.article(), other.3.article()) && (one.4 < other.4 || fell)
    });
    told.map(|(one, other)| (one.3, other.3)).collect()
}
