//! Tolls: how many an article says were killed or hurt.

use super::{Archive, archive::FactAt};
use crate::{
    check::{
        quantity::{Place, Quantity},
        stems::{stem_at, word},
    },
    types::{Bound, Document, FigureKind, Tags},
};

/// Tokens between a number and the word that says what became of so many.
const REACH: usize = 10;

/// Whether a figure of the text counts the dead (`die`) or the hurt (`injure`): the word nearest behind it, else
/// before it, with no comma or other number between them.
pub fn toll(document: &Document, quantity: &Quantity) -> Option<u32> {
    let counts = matches!(quantity.kind, FigureKind::Count | FigureKind::Number) && quantity.unit.is_none();
    let bounded = matches!(quantity.bound, Bound::AtMost | Bound::LessThan);
    if !counts || bounded || quantity.place == Place::Title {
        return None;
    }
    let tokens = &document.sentences[quantity.sentence as usize].tokens;
    let behind = document.token_at(quantity.span.end)..tokens.end as usize;
    let before = tokens.start as usize..document.token_at(quantity.span.start);
    fate(document, behind).or_else(|| fate(document, before.rev()))
}

fn fate(document: &Document, tokens: impl Iterator<Item = usize>) -> Option<u32> {
    let fates = ["die", "injure"].map(word);
    let apart = |at: usize| {
        document.is(at, ",") || document.is(at, ";") || document.tags(at).any(Tags::DIGITS.with(Tags::NUMBER_WORD))
    };
    let near = tokens.take(REACH).take_while(|&at| !apart(at));
    near.map(|at| stem_at(document, at)).find(|stem| fates.contains(stem))
}

/// Tolls that rose from one article of a story to the next by day, the earlier first: of each article the
/// first toll of its kind counts.
pub fn risen(archive: &Archive) -> Vec<(FactAt, FactAt)> {
    let mut tolls = Vec::new();
    for (article, keys) in archive.articles.iter().enumerate() {
        let mut seen = Vec::new();
        for (fact, figure) in keys.figures.iter().enumerate() {
            let Some((toll, day)) = figure.toll.filter(|toll| !seen.contains(toll)).zip(keys.published) else {
                continue;
            };
            seen.push(toll);
            tolls.push((archive.stories[article], toll, day, FactAt { article, fact }));
        }
    }
    tolls.sort_unstable();
    let next = tolls.windows(2).map(|pair| (pair[0], pair[1]));
    let later = next.filter(|(one, other)| (one.0, one.1) == (other.0, other.1) && one.2 < other.2);
    let told = later.map(|(one, other)| (one.3, other.3)).filter(|(one, other)| {
        archive.share_story(one.article, other.article)
            && archive.figure(*one).quantity.value < archive.figure(*other).quantity.value
    });
    told.collect()
}
