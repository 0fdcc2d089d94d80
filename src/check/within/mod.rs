//! Checks inside one article.

use super::Subject;
use crate::types::Finding;

/// One check inside an article. Each is the constant of its own file.
#[derive(Debug, Clone, Copy)]
pub struct Within {
    /// `within.file`: `within.range_order`.
    pub name: &'static str,
    /// The file's own text; its leading `//!` lines are what `newsfacts list` prints.
    pub source: &'static str,
    /// Adds what it finds.
    pub check: fn(&Subject, &mut Vec<Finding>),
}

/// Every check inside an article.
pub const CHECKS: &[Within] = &[];

/// Every finding within an article, in order of check and place.
pub fn check(subject: Subject) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in CHECKS {
        (check.check)(&subject, &mut findings);
    }
    findings
}
