//! Third stage: facts out of a document. One folder for each kind of fact, one file for each extractor.

pub mod figures;
pub mod officials;
pub mod quotes;

use crate::types::{BlockKind, Document, Extracted, Fact, Tags};

/// One extractor: a pattern that starts from certain tokens. Each is the constant of its own file.
#[derive(Debug, Clone, Copy)]
pub struct Extractor<T: 'static> {
    /// `kind.file`: `figures.money`.
    pub name: &'static str,
    /// The file's own text; its leading `//!` lines are what `newsfacts list` prints.
    pub source: &'static str,
    /// Tokens it starts from: those that carry one of these tags.
    pub anchors: Tags,
    /// Adds the facts that start from the token at the given index.
    pub extract: fn(&Document, usize, &mut Vec<Fact<T>>),
}

/// Everything the extractors find in a document, each list in order of spans.
pub fn extract(document: &Document) -> Extracted {
    extract_all(std::slice::from_ref(document)).pop().unwrap_or_default()
}

/// As [`extract`], of each of several documents.
///
/// One kind of fact after the other is read from all of them, as one extractor after the other is (see
/// [`run`]): so that its code and what the processor has learnt of its branches are still there.
pub fn extract_all(documents: &[Document]) -> Vec<Extracted> {
    let figures = figures::extract_all(documents);
    let quotes = quotes::extract_all(documents);
    let people = officials::extract_all(documents);
    let together = figures.into_iter().zip(quotes).zip(people);
    together.map(|((figures, quotes), (names, offices))| Extracted { figures, quotes, names, offices }).collect()
}

/// Walks the tokens of the documents once, boilerplate left out, and calls each extractor at its anchors.
/// Gives what is found in each document.
pub fn run<T>(tables: &[&[Extractor<T>]], documents: &[Document]) -> Vec<Vec<Fact<T>>> {
    let extractors = || tables.iter().copied().flatten();
    let anchors = extractors().fold(Tags::NONE, |all, extractor| all | extractor.anchors);
    let anchored: Vec<_> = documents.iter().map(|document| anchored(document, anchors)).collect();
    // Facts are large: room for as many as there usually are spares moving them.
    let room = |anchored: &Vec<(u32, Tags)>| Vec::with_capacity(anchored.len() / 2);
    let mut found: Vec<Vec<Fact<T>>> = anchored.iter().map(room).collect();
    for extractor in extractors() {
        for ((document, anchored), found) in documents.iter().zip(&anchored).zip(&mut found) {
            for &(at, _) in anchored.iter().filter(|(_, tags)| tags.any(extractor.anchors)) {
                (extractor.extract)(document, at as usize, found);
            }
        }
    }
    found
}

/// Index and tags of every token outside boilerplate that carries one of the tags.
fn anchored(document: &Document, anchors: Tags) -> Vec<(u32, Tags)> {
    let blocks = document.blocks.iter().filter(|block| block.kind != BlockKind::Boilerplate);
    let tokens = blocks.flat_map(|block| block.tokens.clone());
    tokens.map(|at| (at, document.tokens[at as usize].tags)).filter(|(_, tags)| tags.any(anchors)).collect()
}

/// The overlap rule: of facts that share words the longest stays, of equally long ones the first found.
pub fn settle<T>(mut found: Vec<Fact<T>>) -> Vec<Fact<T>> {
    // Facts are large: each is moved once.
    found.sort_by_cached_key(|fact| (fact.span.start, std::cmp::Reverse(fact.span.end)));
    let mut kept: Vec<Fact<T>> = Vec::with_capacity(found.len());
    for fact in found {
        match kept.last_mut() {
            Some(last) if last.span.overlaps(fact.span) => {
                if fact.span.len() > last.span.len() {
                    *last = fact;
                }
            }
            _ => kept.push(fact),
        }
    }
    kept
}
