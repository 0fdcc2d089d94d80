//! A part that is greater than its whole: "four of the three councillors".
//!
//! Severity: error.
//! Example: "20 out of 12 wards" is an error, and so is "18 wells, 80 of which were dry".
//! Traps: numbers of a series ("Image 5 of 6", "Hall 25 of 27"), odds, a street number before "of", "two of one kind".

use super::Within;
use crate::{
    check::{ERROR, Prepared, parts::StatedPart, shown::shown},
    types::{Bound, Document, Fact, Figure, FigureKind, Finding, Span, Tags, WordList},
};

/// Compares parts with their wholes.
pub const CHECK: Within = Within { name: "within.part_and_whole", source: include_str!("part_and_whole.rs"), check };

/// The most tokens from a whole to a part "of which".
const NEAR: usize = 10;

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let sentences = subject.facts.figures.chunk_by(|one, other| one.sentence == other.sentence);
    findings.extend(sentences.filter_map(|figures| of_which(subject, figures)));
    for &StatedPart { part, whole, part_range, whole_range, span } in &subject.parts {
        if part > whole && !part_range.meets(whole_range) && !is_of_no_whole(subject.document, span) {
            let message = format!("a part of {} is more than the whole of {}", shown(part), shown(whole));
            findings.push(subject.finding(CHECK.name, ERROR, message, vec![subject.words(span)]));
        }
    }
}

/// A count that refers to a previous one in its sentence and is greater: "18 wells, 80 of which were dry".
fn of_which(subject: &Prepared, figures: &[Fact<Figure>]) -> Option<Finding> {
    let document = subject.document;
    let exact = |fact: &&Fact<Figure>| {
        let counts = fact.detail.kind == FigureKind::Count && fact.detail.unit.is_none();
        counts && fact.detail.bound == Bound::Exact
    };
    let part_of = |fact: &&Fact<Figure>| is_part(document, fact);
    let at = figures.iter().position(|fact| exact(&fact) && part_of(&fact))?;
    let (before, part) = (&figures[..at], &figures[at]);
    let whole = before.iter().filter(exact).max_by_key(|fact| fact.detail.value)?;
    // "A barge, 30 of which": the things counted have no number themselves.
    let between = document.token_at(whole.span.end)..document.token_at(part.span.start);
    let another = between.clone().any(|at| document.tags(at).any(Tags::CONJUNCTION));
    let near = between.len() <= NEAR && !another && before.last() == Some(whole);
    let (value, most) = (part.detail.value?, whole.detail.value?);
    let message = format!("a part of {} is more than the whole of {}", shown(value), shown(most));
    let evidence = [whole, part].map(|fact| subject.figure(fact.span));
    let people = || [whole, part].iter().all(|fact| counts_people(subject, fact));
    let comparable = near && (!is_included(document, part) || people());
    (comparable && value > most).then(|| subject.finding(CHECK.name, ERROR, message, evidence.into()))
}

/// Whether a count after a comma is part of what comes before: "80 of which", "80 of them", "of whom 80", "including 80
/// children".
fn is_part(document: &Document, fact: &Fact<Figure>) -> bool {
    const THESE: WordList<3> = WordList::of(["them", "which", "whom"]);
    let (first, behind) = (document.token_at(fact.span.start), document.token_at(fact.span.end));
    let comma = |at: usize| document.is(at, ",");
    if first > 2 && document.is(first - 2, "of") && document.is_one_of(first - 1, &THESE) {
        return comma(first - 3);
    }
    let of_them = document.is(behind, "of") && document.is_one_of(behind + 1, &THESE);
    first > 1 && (of_them && comma(first - 1) || is_included(document, fact) && comma(first - 2))
}

/// Whether "including" comes right before a count.
fn is_included(document: &Document, fact: &Fact<Figure>) -> bool {
    document.token_at(fact.span.start).checked_sub(1).is_some_and(|before| document.is(before, "including"))
}

/// Whether a figure counts people, whatever the noun.
fn counts_people(subject: &Prepared, fact: &Fact<Figure>) -> bool {
    subject.quantities.iter().any(|quantity| quantity.span == fact.span && quantity.counts_people)
}

/// Whether it is a number in a series, "Image 5 of 6", and not of known things, "of the six"; or a word after it shows
/// that there is no whole, "two of one kind".
fn is_of_no_whole(document: &Document, span: Span) -> bool {
    let behind = document.token_at(span.end);
    if document.is_one_of(behind, const { &WordList::of(["kind", "mind", "sort"]) }) {
        return true;
    }
    let first = document.token_at(span.start);
    let mut words = document.tokens_in(span);
    let known = words.any(|at| document.tags(at).any(Tags::DETERMINER)) || !document.tags(first).any(Tags::DIGITS);
    !known
        && first > document.sentence_tokens(first).start
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
    fn a_part_told_by_in_is_one_of_people() {
        findings(
            CHECK.name,
            "Five in four of its members left. Only 10 in six patients were seen.",
            r#"
conflicts error "Five in four": a part of 5 is more than the whole of 4
conflicts error "10 in six": a part of 10 is more than the whole of 6
"#,
        );
        findings(CHECK.name, "Wardens found 10 in six patients. They saw 20 in five months, and 12 in ten mills.", "");
    }

    #[test]
    fn a_name_before_the_part_of_known_things() {
        findings(
            CHECK.name,
            "Wardens have named Tom Reed four of the two millers who left.",
            r#"
conflicts error "four of the two": a part of 4 is more than the whole of 2
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
    fn a_part_of_which_is_no_greater_either() {
        let told = r#"conflicts error "18" "80": a part of 80 is more than the whole of 18"#;
        findings(CHECK.name, "Wardens looked at 18 wells, 80 of which were dry.", told);
        findings(CHECK.name, "Wardens looked at 18 wells, eight of which were dry.", "");
        let told = r#"conflicts error "18" "21": a part of 21 is more than the whole of 18"#;
        findings(CHECK.name, "Wardens looked at 18 wells, of which 21 were dry.", told);
        findings(CHECK.name, "Wardens looked at 18 wells, 21 of them dry.", told);
        findings(CHECK.name, "Wardens looked for 18 people, including 21 children.", told);
        findings(CHECK.name, "Wardens looked at 18 wells, including 21 feet of pipe.", "");
        findings(CHECK.name, "Tarn keeps 12 goats and some sheep, 30 of which are lame.", "");
        let told = r#"conflicts error "Nineteen of the district's 15": a part of 19 is more than the whole of 15"#;
        findings(CHECK.name, "Nineteen of the district's 15 mills have no roof.", told);
    }

    #[test]
    fn the_whole_may_open_the_sentence() {
        let told = r#"conflicts error "12 wardens at the mill, 15": a part of 15 is more than the whole of 12"#;
        findings(CHECK.name, "Of the 12 wardens at the mill, 15 were hurt.", told);
        findings(CHECK.name, "Of the 12 wardens at the mill, 15 visitors saw four. Of the 15, 12 left.", "");
    }
}
