//! People and the offices they hold.

use crate::types::{Document, Fact, Name, OfficeFact};

/// Every mention of a person by name and every office, in order of spans.
pub fn extract(_document: &Document) -> (Vec<Fact<Name>>, Vec<Fact<OfficeFact>>) {
    (Vec::new(), Vec::new())
}
