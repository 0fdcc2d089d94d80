//! Words before a noun phrase that is read backwards, which are not part of it: numbers, verbs, participles.

use std::ops::Range;

use super::{gerund, noun, phrase::joins, verb};
use crate::{
    grammar::kinds,
    types::{Document, Tags},
};

/// The first token of the phrase proper; `first` is that of the sentence.
pub fn past_leading(document: &Document, words: Range<usize>, first: usize) -> usize {
    let Range { mut start, end } = words;
    // "11m voters".
    while start < end && (!kinds::is_word(document, start) || document.tags(start).any(Tags::MAGNITUDE)) {
        start += 1;
    }
    // "A 5-year-old Tarn boy".
    if start + 1 < end && start > first && document.is(start, "old") && joins(document, start - 1) {
        start += 1;
    }
    // "They haul more than": a plain word after a subject pronoun is its verb.
    if start > first && noun::is_subject(document, start - 1) {
        start += 1;
    }
    if is_doing(document, start..end, first) {
        start += 1;
    }
    if is_infinitive(document, start..end, first) {
        start += 1;
    }
    start
}

/// Whether the word is written as a part of a name, or is no word.
fn is_named(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::CAPITALISED) || !kinds::is_word(document, at)
}

/// Whether the first word is a participle whose object is the rest: "Shot Ada Pike, killing Tom Dale, 40", "the storm,
/// packing winds of 90mph".
fn is_doing(document: &Document, words: Range<usize>, first: usize) -> bool {
    let Range { start, end } = words;
    let doing = start + 1 < end && kinds::is_word(document, start) && document.ends_in(start, "ing");
    let set_off = || start > first + 1 && document.is(start - 1, ",") && !document.tags(start - 2).any(Tags::ADJECTIVE);
    let of_name = || (start + 1..end).all(|at| is_named(document, at));
    doing && !is_named(document, start) && (set_off() || gerund::takes_object(document, start) || of_name())
}

/// Whether the first word is a verb after `to`: "Promised to cut taxes by", "the bid to buy the mill for", "tried to
/// rob Pike of £3m".
fn is_infinitive(document: &Document, words: Range<usize>, first: usize) -> bool {
    let Range { start, end } = words;
    let behind_to = start > first && document.is(start - 1, "to") && start + 1 < end;
    let robbed = || !is_named(document, start) && (start + 1..end).all(|at| is_named(document, at));
    behind_to && (verb::is_infinitive(document, start) || robbed())
}
