//! Mentions become people: a surname, a given name behind a title or a full name stand for one person.

use crate::types::{Document, Fact, Name, OfficeFact, Person};

/// The people of an article in order of their first mention, each with every mention and office.
pub fn gather(_document: &Document, _names: &[Fact<Name>], _offices: &[Fact<OfficeFact>]) -> Vec<Person> {
    Vec::new()
}
