//! Tolls: how many an article says were killed or hurt.

use super::{Archive, archive::FactAt, keys::Fate};
use crate::{
    check::{
        quantity::{Place, Quantity},
        stems::{stem_at, word},
    },
    types::{Bound, Document, FigureKind, Tags},
};

/// Tokens between a number and the word that says what became of so many.
const REACH: usize = 10;

/// Whether a figure of the text counts the dead or the hurt: the word nearest behind it, else before it, with
/// no comma or other number between them.
pub fn fate(document: &Document, quantity: &Quantity) -> Option<Fate> {
    let counts = matches!(quantity.kind, FigureKind::Count | FigureKind::Number) && quantity.unit.is_none();
    let bounded = matches!(quantity.bound, Bound::AtMost | Bound::LessThan);
    if !counts || bounded || quantity.place == Place::Title {
        return None;
    }
    let tokens = &document.sentences[quantity.sentence as usize].tokens;
    let behind = document.token_at(quantity.span.end)..tokens.end as usize;
    let before = tokens.start as usize..document.token_at(quantity.span.start);
    told(document, behind).or_else(|| told(document, before.rev()))
}

fn told(document: &Document, tokens: impl Iterator<Item = usize>) -> Option<Fate> {
    let fates = [(word("die"), Fate::Killed), (word("injure"), Fate::Injured)];
    let apart = |at: usize| {
        document.is(at, ",") || document.is(at, ";") || document.tags(at).any(Tags::DIGITS.with(Tags::NUMBER_WORD))
    };
    let near = tokens.take(REACH).take_while(|&at| !apart(at));
    near.map(|at| stem_at(document, at)).find_map(|stem| fates.iter().find(|fate| fate.0 == stem)).map(|fate| fate.1)
}

/// Tolls that rose from one article of a story to the next by day, the earlier first: of each article the
/// first toll of its kind counts.
pub fn risen(archive: &Archive) -> Vec<(FactAt, FactAt)> {
    let mut tolls = Vec::new();
    for (article, keys) in archive.articles.iter().enumerate().filter(|(article, _)| archive.is_in_company(*article)) {
        let mut seen = Vec::new();
        for (fact, figure) in keys.figures.iter().enumerate() {
            let Some((fate, day)) = figure.fate.filter(|fate| !seen.contains(fate)).zip(keys.published) else {
                continue;
            };
            seen.push(fate);
            tolls.push((archive.stories[article], fate, day, FactAt::new(article, fact)));
        }
    }
    tolls.sort_unstable();
    let next = tolls.windows(2).map(|pair| (pair[0], pair[1]));
    let later = next.filter(|(one, other)| (one.0, one.1) == (other.0, other.1) && one.2 < other.2);
    let told = later.map(|(one, other)| (one.3, other.3)).filter(|(one, other)| {
        archive.share_story(one.article(), other.article())
            && archive.figure(*one).value() < archive.figure(*other).value()
    });
    told.collect()
}
