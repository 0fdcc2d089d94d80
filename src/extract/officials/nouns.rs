//! What a word says of the noun phrase it stands in: that an event, a unit of land or a time is meant, or that
//! the phrase has ended: "at a news conference", "the borough of Norvale", "last month".

use crate::types::{Document, Tags, WordList};

/// `in Norvale sentenced`: a verb in the past behind a name.
pub fn is_past(document: &Document, at: usize, start: usize) -> bool {
    let name = at > start && document.tags(at - 1).any(Tags::CAPITALISED);
    name && document.word(at).ends_with("ed") && !document.tags(at).any(Tags::ORGANISATION)
}

/// `last month`, `next year`: when, behind what.
pub fn is_time(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["last", "next", "earlier", "later"]) })
        && document.tags(at + 1).any(Tags::TIME_UNIT)
}

/// `the borough of Norvale`: a unit whose name `of` ties to it.
pub fn is_unit(document: &Document, at: usize) -> bool {
    const UNITS: WordList<12> = WordList::of([
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
    ]);
    document.is_one_of(at, &UNITS)
}

/// `at a news conference`: where something was said.
pub fn is_event(document: &Document, at: usize) -> bool {
    const EVENTS: WordList<10> = WordList::of([
        "briefing",
        "ceremony",
        "conference",
        "event",
        "festival",
        "hearing",
        "meeting",
        "party",
        "rally",
        "summit",
    ]);
    document.is_one_of(at, &EVENTS) && !document.tags(at).any(Tags::CAPITALISED)
}
