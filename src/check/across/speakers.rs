//! Whether two names of speakers may belong to one person.

use crate::check::wording::{hash, is_spelling};

/// Whether two names have a word in common, a surname or a given name, in any spelling.
pub fn share_word(one: &str, other: &str) -> bool {
    let alike = |left: &str, right: &str| hash(left) == hash(right) || is_spelling(left, right);
    one.split_whitespace().any(|left| other.split_whitespace().any(|right| alike(left, right)))
}
