//! The English that extracting, resolving and checking have in common: what a word is, told by its tags, by its ending
//! or by a closed list.
//!
//! No function here looks for facts, and all are total: behind the last token stands nothing, which is neither a word
//! nor a mark, so that a rule may ask of the next word without looking whether there is one.

pub mod classes;
pub mod dates;
pub mod endings;
pub mod kinds;
pub mod reach;
pub mod tenses;
pub mod years;
