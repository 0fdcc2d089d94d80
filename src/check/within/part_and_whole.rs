//! A part that is greater than its whole: "four of the three councillors".
//!
//! Catalogue F104. Severity: error.
//! Example: "20 out of 12 wards" is an error.
//! Traps: numbers of a series ("Image 5 of 6", "Hall 25 of 27"), odds, a street number before "of".

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{ERROR, Prepared, parts::stated_parts},
    types::{Document, Fact, Figure, FigureKind, Finding, Span, Tags},
};

/// Parts against their wholes.
pub const CHECK: Within = Within { name: "within.part_and_whole", source: include_str!("part_and_whole.rs"), check };

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let figures = &subject.facts.figures;
    let stated = stated_parts(figures).into_iter().map(|stated| (stated.part, stated.whole, stated.span));
    let unread = figures.windows(2).filter(|pair| pair[0].detail.part_of.is_none());
    let linked = unread.filter_map(|pair| linked(subject.document, &pair[0], &pair[1]));
    for (part, whole, span) in stated.chain(linked) {
        if part > whole && !is_number_of_a_series(subject.document, span) {
            let message = format!("a part of {} is more than the whole of {}", part.normalize(), whole.normalize());
            findings.push(subject.finding(CHECK.name, ERROR, message, vec![subject.words(span)]));
        }
    }
}

/// Two counts with `of the`, `of its other` and the like between them.
fn linked(document: &Document, part: &Fact<Figure>, whole: &Fact<Figure>) -> Option<(Decimal, Decimal, Span)> {
    let counts = part.detail.kind == FigureKind::Count && whole.detail.kind == FigureKind::Count;
    let between = document.token_at(part.span.end)..document.token_at(whole.span.start);
    let linked = counts && (2..=4).contains(&between.len()) && document.is(between.start, "of");
    let passes = |at: usize| document.tags(at).any(Tags::DETERMINER.with(Tags::PRONOUN)) || is_rest(document, at);
    let linked = linked && (between.start + 1..between.end).all(passes);
    linked.then_some((part.detail.value?, whole.detail.value?, part.span.cover(whole.span)))
}

fn is_rest(document: &Document, at: usize) -> bool {
    ["other", "remaining", "last", "first", "top", "total", "of"].iter().any(|word| document.is(at, word))
}

/// Whether a capitalised noun stands right before the part: "Image 5 of 6".
fn is_number_of_a_series(document: &Document, span: Span) -> bool {
    let first = document.token_at(span.start);
    first > document.sentence_tokens(first).start
        && document.tags(first - 1).any(Tags::CAPITALISED)
        && !document.tags(first - 1).any(Tags::SENTENCE_START)
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
    }
}
