//! What an inquiry or a study found, without `that`: `An audit found the mill had lost its wheel.`

use std::ops::Range;

use super::phrases;
use crate::types::{Document, Tags, WordList};

/// Whether the noun phrase is one that finds things out and tells of them: an inquiry, a study, who makes it.
///
/// Before a participle, `, finding it had sunk`, it must end with the word for it.
pub fn finds_out(document: &Document, source: Range<usize>, participle: bool) -> bool {
    const FINDERS: WordList<18> = WordList::of([
        "analysis",
        "audit",
        "auditors",
        "data",
        "documents",
        "figures",
        "inquest",
        "inquiry",
        "inspectors",
        "investigation",
        "investigators",
        "poll",
        "records",
        "researchers",
        "review",
        "scientists",
        "study",
        "survey",
    ]);
    let paper = |at: usize| document.tags(at).any(Tags::CUE_NOUN) && !document.tags(at).any(Tags::CAPITALISED);
    let mut words = if participle { source.end - 1..source.end } else { source };
    words.any(|at| document.is_one_of(at, &FINDERS) || paper(at))
}

/// `revealed she had left`, `revealed the band had split`: a subject pronoun, or an auxiliary right behind the subject.
pub fn opens_clause(document: &Document, start: usize, end: usize) -> bool {
    let pronoun = document.is_one_of(start, const { &WordList::of(["he", "it", "she", "there", "they", "we"]) });
    let verb = || phrases::behind(document, start, end).filter(|subject| subject.end < end);
    // `showed it to the abbot`
    pronoun && !document.tags(start + 1).any(Tags::PREPOSITION)
        || verb().is_some_and(|subject| document.tags(subject.end).any(Tags::AUXILIARY))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn what_an_inquiry_found_is_told() {
        quotes(
            "
An audit found the mill had lost its wheel. The boy found the mill had lost its wheel.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[found] speaker=[An audit]
",
        );
    }
}
