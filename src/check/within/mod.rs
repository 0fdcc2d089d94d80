//! Checks inside one article.

use super::Subject;
use crate::types::Finding;

/// Every finding within an article, in order of check and place.
pub fn check(_subject: Subject) -> Vec<Finding> {
    Vec::new()
}
