//! A percentage compared with the counts it was computed from: "16 of 557 (9%)".
//!
//! Severity: error where no rounding of the printed digits explains it; info where it holds.
//! Example: 16 of 557 is between 2.8% and 3.0%, so "(2.9%)" agrees and "(9%)" is an error.
//! Traps: a percentage of another base (it must be in brackets, between dashes or after "or" right after the counts, or
//! be called a rate or a part of the total), rounded counts (intervals), "one in three" and "nine out of ten", which
//! round a percentage near them.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        AGREES, ERROR, Prepared,
        interval::{percentages, percentages_told},
        parts::StatedPart,
        shown::{rounded, shown},
    },
    grammar::kinds,
    types::{Document, Fact, Figure, FigureKind, Finding, Tags, WordList},
};

/// The most tokens between the counts and the percentage.
const APART: usize = 10;

/// The most points by which "one in three" may differ from the percentage that it rounds.
const ROUNDED: Decimal = Decimal::from_parts(6, 0, 0, false, 0);

/// Compares percentages with their counts.
pub const CHECK: Within =
    Within { name: "within.percentage_of_counts", source: include_str!("percentage_of_counts.rs"), check };

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let figures = &subject.facts.figures;
    for counts in &subject.parts {
        let next = figures.partition_point(|fact| fact.span.start < counts.span.end);
        let first = figures.partition_point(|fact| fact.span.start < counts.span.start);
        let before =
            first.checked_sub(1).map(|at| &figures[at]).filter(|percent| is_told_again(subject, percent, counts));
        if let Some(percent) = before {
            findings.extend(finding(subject, counts, percent));
            continue;
        }
        let Some(percent) = figures.get(next) else { continue };
        if percent.detail.kind == FigureKind::Percent && is_explained(subject.document, counts, percent) {
            findings.extend(finding(subject, counts, percent));
        }
    }
}

fn finding(subject: &Prepared, counts: &StatedPart, percent: &Fact<Figure>) -> Option<Finding> {
    let (part, whole, value) = (counts.part, counts.whole, percent.detail.value?);
    let range = percentages(counts.part_range, counts.whole_range)?;
    let holds = percentages_told(&percent.detail)?.into_iter().any(|stated| range.meets(stated));
    let outcome = if holds { AGREES } else { ERROR };
    let exact = rounded(part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?, 2);
    if !holds && is_phrase(subject.document, counts) && (exact - value).abs() <= ROUNDED {
        return None;
    }
    let message = format!("{} ÷ {} = {}%, the text says {}%", shown(part), shown(whole), shown(exact), shown(value));
    let evidence = vec![subject.words(counts.span), subject.figure(percent.span)];
    Some(subject.finding(CHECK.name, outcome, message, evidence))
}

/// Whether the counts are a phrase for a share: "one in three", "nine out of ten".
fn is_phrase(document: &Document, counts: &StatedPart) -> bool {
    let linked = |at: usize| document.is(at, "in") || document.is(at, "out");
    counts.whole <= Decimal::TEN && document.tokens_in(counts.span).any(linked)
}

/// Whether the percentage restates the counts: in brackets, after a dash or `or`, called a rate, or "of the total".
fn is_explained(document: &Document, counts: &StatedPart, percent: &Fact<Figure>) -> bool {
    let between = document.token_at(counts.span.end)..document.token_at(percent.span.start);
    let sentence = document.sentence_tokens(document.token_at(percent.span.start));
    if between.start < sentence.start || between.is_empty() || between.len() > APART {
        return false;
    }
    let opening = (between.clone().rev().find(|&at| !is_only(document, at))).unwrap_or(between.start);
    let behind = document.token_at(percent.span.end);
    let dash = |at: usize| kinds::is_dash(document, at);
    let ends = behind >= sentence.end || document.is(behind, ".") || dash(behind) || document.is(behind, ",");
    let bracketed = document.is(opening, "(") && document.is(behind, ")");
    let told = document.is(opening, "or") && document.is(opening.wrapping_sub(1), ",");
    let called = opening > 1 && document.is(opening, "of") && is_rate(document, opening - 1) && ends;
    let set_off = dash(opening) && ends || document.is(opening, ",") && is_of_total(document, behind);
    let before = between.start..opening;
    (bracketed || told || called || set_off)
        && !before.into_iter().any(|at| document.is(at, ")") || document.is(at, ";") || joins_clause(document, at))
}

/// Whether the counts restate a percentage before them: "25 per cent of the barges, or 120 of 480".
fn is_told_again(subject: &Prepared, percent: &Fact<Figure>, counts: &StatedPart) -> bool {
    let document = subject.document;
    let between = document.token_at(percent.span.end)..document.token_at(counts.span.start);
    let joined = between.len() > 1 && document.is(between.end - 1, "or") && document.is(between.end - 2, ",");
    let bracket = !between.is_empty()
        && document.is(between.end - 1, "(")
        && document.is(document.token_at(counts.span.end), ")");
    let other = |at: usize| document.tags(at).any(Tags::CONJUNCTION) && !document.is(at, "or");
    let told = percent.detail.kind == FigureKind::Percent && percent.detail.change.is_none();
    told && (joined || bracket) && between.len() <= APART && !between.into_iter().any(other)
}

/// Whether a word only plays the percentage down.
fn is_only(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["just", "only"]) })
}

/// Whether a word calls the percentage a rate of the counts before: "a rate of", "a proportion of".
fn is_rate(document: &Document, at: usize) -> bool {
    let named = document.is_one_of(at, const { &WordList::of(["proportion", "rate", "share", "turnout"]) });
    named && document.is_one_of(at - 1, const { &WordList::of(["a", ","]) })
}

/// Whether the percentage is of the whole before: "of the total", "of them", "of all".
fn is_of_total(document: &Document, behind: usize) -> bool {
    let of = document.is(behind, "of");
    let next = behind + 1 + usize::from(document.is(behind + 1, "the"));
    of && document.is_one_of(next, const { &WordList::of(["all", "them", "those", "total", "whole"]) })
}

/// Whether a word opens a new clause, to which the percentage may belong.
fn joins_clause(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::CONJUNCTION) && !document.is(at, "or")
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn a_percentage_is_worked_out_again() {
        findings(
            CHECK.name,
            "Just 16 of 557 (9%) were upheld, and 20 of 80 pupils (25 per cent) left.",
            r#"
conflicts error "16 of 557" "9%": 16 ÷ 557 = 2.87%, the text says 9%
agrees info "20 of 80" "25 per cent": 20 ÷ 80 = 25%, the text says 25%
"#,
        );
    }

    #[test]
    fn the_percentage_may_come_first_or_be_called_a_rate() {
        for (text, expected) in [
            (
                "Some 35 per cent of the barges, or 120 of 480, leak.",
                r#"conflicts error "Some 35 per cent" "120 of 480": 120 ÷ 480 = 25%, the text says 35%"#,
            ),
            (
                "Some 120 of 480 barges leak, a rate of 35 per cent.",
                r#"conflicts error "Some 120 of 480" "35 per cent": 120 ÷ 480 = 25%, the text says 35%"#,
            ),
            (
                "Some 120 of 480 millers voted, a turnout of 35 per cent.",
                r#"conflicts error "Some 120 of 480" "35 per cent": 120 ÷ 480 = 25%, the text says 35%"#,
            ),
            ("Just 16 of 557 barges (3%) leak.", r#"agrees info "16 of 557" "3%": 16 ÷ 557 = 2.87%, the text says 3%"#),
            ("Some 120 of 480 barges leak and rents rose, a rate of 35 per cent.", ""),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn ways_to_say_a_share_are_rounded() {
        for text in [
            "One in three millers (34%) rows.",
            "Nine out of ten rowers (88%) own a barge.",
            "More than one in three barges (37%) leak.",
        ] {
            findings(CHECK.name, text, "");
        }
        let far = r#"conflicts error "One in five" "40%": 1 ÷ 5 = 20%, the text says 40%"#;
        findings(CHECK.name, "One in five millers (40%) rows.", far);
    }

    #[test]
    fn another_base_is_silent() {
        findings(CHECK.name, "Of the calls, 16 of 557 were upheld, while crime fell 9% in the town.", "");
    }
}
