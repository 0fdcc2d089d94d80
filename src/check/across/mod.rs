//! Checks across articles: each article leaves its [`Keys`], and those are compared with each other.

use super::Subject;
use crate::types::Finding;

/// One check across articles. Each is the constant of its own file.
#[derive(Debug, Clone, Copy)]
pub struct Across {
    /// `across.file`: `across.superseded_figure`.
    pub name: &'static str,
    /// The file's own text; its leading `//!` lines are what `newsfacts list` prints.
    pub source: &'static str,
    /// Adds what it finds.
    pub check: fn(&Archive, &mut Vec<Finding>),
}

/// Every check across articles.
pub const CHECKS: &[Across] = &[];

/// What one article leaves behind for comparing it with others; it borrows nothing from the article.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Keys {
    /// Id of the article.
    pub article: String,
    /// The story its source assigns it to.
    pub story: Option<String>,
}

/// The keys of every article, in an order that does not depend on the order they came in.
#[derive(Debug, Default)]
pub struct Archive {
    /// In order of article id.
    pub articles: Vec<Keys>,
}

/// What an article leaves behind for comparing it with others.
pub fn keys(subject: Subject) -> Keys {
    let article = subject.document.article;
    Keys { article: article.id.clone(), story: article.story.clone() }
}

/// Every finding across articles, in order of check and place; the order of `keys` does not matter.
pub fn check(mut keys: Vec<Keys>) -> Vec<Finding> {
    keys.sort_by(|one, other| one.article.cmp(&other.article));
    let archive = Archive { articles: keys };
    let mut findings = Vec::new();
    for check in CHECKS {
        (check.check)(&archive, &mut findings);
    }
    findings
}
