//! The stages put together.

use crate::{
    check::{Subject, within},
    extract::extract,
    resolve::resolve,
    segment::segment,
    types::{Article, ArticleFacts, Buffers, Document, Places},
};

/// One article's way from text to checked facts.
pub fn analyse(article: &Article, buffers: Buffers) -> (Document<'_>, ArticleFacts) {
    let document = segment(article, buffers);
    let extracted = extract(&document);
    let mut facts = resolve(&document, extracted);
    let places = Places::new(article);
    facts.findings = within::check(Subject { document: &document, facts: &facts, places: &places });
    (document, facts)
}
