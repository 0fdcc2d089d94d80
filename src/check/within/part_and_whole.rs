//! A part that is greater than its whole: "four of the three councillors".
//!
//! Catalogue F104. Severity: error.
//! Example: "20 out of 12 wards" is an error.
//! Traps: numbers of a series ("Image 5 of 6", "Hall 25 of 27"), odds, a street number before "of", "two of one kind".

use super::Within;
use crate::{
    check::{
        ERROR, Prepared,
        parts::{StatedPart, stated_parts},
    },
    types::{Document, Finding, Span, Tags, WordList},
};

/// Parts against their wholes.
pub const CHECK: Within = Within { name: "within.part_and_whole", source: include_str!("part_and_whole.rs"), check };

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    for StatedPart { part, whole, part_range, whole_range, span } in
        stated_parts(subject.document, &subject.facts.figures)
    {
        if part > whole && !part_range.meets(whole_range) && !is_of_no_whole(subject.document, span) {
            let message = format!("a part of {} is more than the whole of {}", part.normalize(), whole.normalize());
            findings.push(subject.finding(CHECK.name, ERROR, message, vec![subject.words(span)]));
        }
    }
}

/// Whether a capitalised noun stands right before the part, "Image 5 of 6", or a word behind it says that the whole is
/// none, "two of one kind".
fn is_of_no_whole(document: &Document, span: Span) -> bool {
    let behind = document.token_at(span.end);
    if document.is_one_of(behind, const { &WordList::of(["kind", "mind", "sort"]) }) {
        return true;
    }
    let first = document.token_at(span.start);
    first > document.sentence_tokens(first).start
        && document.tags(first - 1).any(Tags::CAPITALISED)
        && !document.tags(first - 1).any(Tags::SENTENCE_START.with(Tags::PREPOSITION))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn a_part_is_no_greater_than_its_whole() {
        findings(
            CHECK.name,
            "Residents of 20 out of 12 wards complained.",
            r#"
conflicts error "20 out of 12": a part of 20 is more than the whole of 12
"#,
        );
    }

    #[test]
    fn smaller_parts_and_series_are_silent() {
        findings(CHECK.name, "Residents of 12 of the 20 wards complained. See Hall 27 of 25.", "");
        findings(CHECK.name, "Tarn beat Ostwick by a score of 5-2 in the rain.", "");
        findings(CHECK.name, "A court found Tom Reed guilty in 2007 of two counts of theft.", "");
    }

    #[test]
    fn the_whole_may_open_the_sentence() {
        let told = r#"conflicts error "12 wardens at the mill, 15": a part of 15 is more than the whole of 12"#;
        findings(CHECK.name, "Of the 12 wardens at the mill, 15 were hurt.", told);
        findings(CHECK.name, "Of the 12 wardens at the mill, 15 visitors saw four. Of the 15, 12 left.", "");
    }
}
