//! Third stage: facts out of a document. One folder for each kind of fact, one file for each extractor.

pub mod figures;
pub mod officials;
pub mod quotes;

use std::cmp::Reverse;

use crate::types::{BlockKind, Document, Extracted, Fact, Span, Tags};

/// One extractor: a pattern that starts from certain tokens. Each is the constant of its own file.
#[derive(Debug, Clone, Copy)]
pub struct Extractor<T: 'static> {
    /// `kind.file`: `figures.money`.
    pub name: &'static str,
    /// The file's own text: `newsfacts list` prints its leading `//!` lines, and a run that was interrupted goes on
    /// only with the same texts.
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
/// `run`): so that its code and what the processor has learnt of its branches are still there.
pub fn extract_all(documents: &[Document]) -> Vec<Extracted> {
    let anchored = anchored(documents, figures::anchors() | quotes::anchors());
    let figures = figures::extract_from(documents, &anchored);
    let quotes = quotes::extract_from(documents, &anchored);
    let people = officials::extract_all(documents);
    let together = figures.into_iter().zip(quotes).zip(people);
    together.map(|((figures, quotes), (names, offices))| Extracted { figures, quotes, names, offices }).collect()
}

/// Index and tags of tokens of a document.
type Anchored = Vec<(u32, Tags)>;

/// Everything that extractors start from.
fn anchors<T>(tables: &[&[Extractor<T>]]) -> Tags {
    tables.iter().copied().flatten().fold(Tags::NONE, |all, extractor| all | extractor.anchors)
}

/// The tokens of each document outside boilerplate that carry one of the tags, in one walk over all tokens.
fn anchored(documents: &[Document], anchors: Tags) -> Vec<Anchored> {
    let of_document = |document: &Document| {
        let mut found = Vec::with_capacity(document.tokens.len() / 4);
        for block in document.blocks.iter().filter(|block| block.kind != BlockKind::Boilerplate) {
            let tokens = block.tokens.clone().map(|at| (at, document.tokens[at as usize].tags));
            found.extend(tokens.filter(|(_, tags)| tags.any(anchors)));
        }
        found
    };
    documents.iter().map(of_document).collect()
}

/// Calls each extractor at its anchors among the tokens given of each document. Gives what is found in each document.
fn run<T>(tables: &[&[Extractor<T>]], documents: &[Document], anchored: &[Anchored]) -> Vec<Vec<Fact<T>>> {
    let extractors = || tables.iter().copied().flatten();
    let anchors = anchors(tables);
    let own = |tokens: &Anchored| tokens.iter().copied().filter(|(_, tags)| tags.any(anchors)).collect();
    let anchored: Vec<Anchored> = anchored.iter().map(own).collect();
    // Facts are large: room for as many as there usually are spares moving them.
    let room = |anchored: &Anchored| Vec::with_capacity(anchored.len() / 2);
    let mut found: Vec<Vec<Fact<T>>> = anchored.iter().map(room).collect();
    let mut starts = Vec::new();
    for extractor in extractors() {
        for ((document, anchored), found) in documents.iter().zip(&anchored).zip(&mut found) {
            select(anchored, extractor.anchors, &mut starts);
            for &at in &starts {
                (extractor.extract)(document, at as usize, found);
            }
        }
    }
    found
}

/// Puts together the tokens that carry one of the tags, without a branch for each, which no processor could foresee.
fn select(anchored: &[(u32, Tags)], anchors: Tags, selected: &mut Vec<u32>) {
    selected.resize(anchored.len(), 0);
    let mut count = 0;
    for &(at, tags) in anchored {
        selected[count] = at;
        count += usize::from(tags.any(anchors));
    }
    selected.truncate(count);
}

/// The overlap rule: of facts that share words the longest stays, of equally long ones the first found.
pub fn settle<T>(found: Vec<Fact<T>>) -> Vec<Fact<T>> {
    // Facts are large: their spans are put in order, and only a fact that stays is moved.
    let mut spans: Vec<(Span, usize)> = found.iter().enumerate().map(|(index, fact)| (fact.span, index)).collect();
    spans.sort_unstable_by_key(|&(span, index)| (span.start, Reverse(span.end), index));
    let mut kept: Vec<(Span, usize)> = Vec::with_capacity(spans.len());
    for (span, index) in spans {
        match kept.last_mut() {
            Some(last) if last.0.overlaps(span) => {
                if span.len() > last.0.len() {
                    *last = (span, index);
                }
            }
            _ => kept.push((span, index)),
        }
    }
    let mut found: Vec<Option<Fact<T>>> = found.into_iter().map(Some).collect();
    let mut settled = Vec::with_capacity(kept.len());
    settled.extend(kept.into_iter().filter_map(|(_, index)| found[index].take()));
    settled
}
