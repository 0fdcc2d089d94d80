//! What a word says of the noun phrase it stands in: that an event, a unit of land or a time is meant, or that
//! the phrase has ended: "at a news conference", "the borough of Norvale", "last month".

use crate::types::{Document, Tags};

/// `in Norvale sentenced`: a verb in the past behind a name.
pub fn is_past(document: &Document, at: usize, start: usize) -> bool {
    let name = at > start && document.tags(at - 1).any(Tags::CAPITALISED);
    name && document.word(at).ends_with("ed") && !document.tags(at).any(Tags::ORGANISATION)
}

/// `last month`, `next year`: when, behind what.
pub fn is_time(document: &Document, at: usize) -> bool {
    ["last", "next", "earlier", "later"].iter().any(|word| document.is(at, word))
        && document.tags(at + 1).any(Tags::TIME_UNIT)
}

/// `the borough of Norvale`: a unit whose name `of` ties to it.
pub fn is_unit(document: &Document, at: usize) -> bool {
    const UNITS: [&str; 12] = [
        "borough",
        "city",
        "county",
        "diocese",
        "district",
        "kingdom",
        "municipality",
        "parish",
        "province",
        "republic",
        "town",
        "village",
    ];
    UNITS.iter().any(|word| document.is(at, word))
}

/// `at a news conference`: where something was said.
pub fn is_event(document: &Document, at: usize) -> bool {
    const EVENTS: [&str; 10] =
        ["briefing", "ceremony", "conference", "event", "festival", "hearing", "meeting", "party", "rally", "summit"];
    EVENTS.iter().any(|word| document.is(at, word)) && !document.tags(at).any(Tags::CAPITALISED)
}
