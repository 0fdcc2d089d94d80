//! Fifth stage: facts are checked against each other. One file is one check.

pub mod across;
pub mod within;

use crate::types::{ArticleFacts, Document, Places};

/// What a check looks at: one article, its pieces and its facts.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    pub document: &'a Document<'a>,
    pub facts: &'a ArticleFacts,
    pub places: &'a Places<'a>,
}
