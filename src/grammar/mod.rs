//! The English shared by extraction, resolution and checks: what a word is, judging by its tags, its ending or a closed
//! list.
//!
//! No function here looks for facts. All are total: after the last token there is neither a word nor a mark, so a rule
//! can test the next word without checking that there is one.

pub mod classes;
pub mod dates;
pub mod endings;
pub mod kinds;
pub mod reach;
pub mod slips;
pub mod tenses;
pub mod years;
