//! A majority or margin compared with the votes: "passed by 12 votes to 9, a majority of five".
//!
//! Severity: warning where it is not the difference; info where it is.
//! Example: 12 − 9 = 3, the text says 5.
//! Traps: a majority over all others, or one that is required; seats; more than two sides; rounded numbers.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        AGREES, Prepared, WARNING,
        interval::{Interval, grain},
        shown::shown,
    },
    types::{Document, Fact, Figure, FigureKind, Finding, Span, WordList},
};

/// Compares majorities with the votes.
pub const CHECK: Within = Within { name: "within.winning_margin", source: include_str!("winning_margin.rs"), check };

/// The most tokens from the number for one side to that for the other: "4,210 votes for the miller to 3,980".
const APART: usize = 9;

/// The votes of the two sides, and by how much their difference may be off through rounding.
struct Sides {
    most: Decimal,
    least: Decimal,
    slack: Decimal,
    span: Span,
}

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    for figures in subject.facts.figures.chunk_by(|one, other| one.sentence == other.sentence) {
        let margin = figures.iter().find(|fact| is_margin(subject.document, fact));
        if let Some(margin) = margin.filter(|margin| !is_of_all(subject.document, margin)) {
            findings
                .extend(sides(subject.document, figures, margin).and_then(|sides| finding(subject, margin, &sides)));
        }
    }
}

/// Whether "a majority of" or "a margin of" comes before a number.
fn is_margin(document: &Document, fact: &Fact<Figure>) -> bool {
    let counts = matches!(fact.detail.kind, FigureKind::Count | FigureKind::Number) && fact.detail.unit.is_none();
    let called = |first: usize| {
        let named = |at: usize| document.is_one_of(at, const { &WordList::of(["majority", "margin"]) });
        first > 1 && document.is(first - 1, "of") && named(first - 2)
    };
    counts && called(document.token_at(fact.span.start))
}

/// Whether words say that it is over all others, or required, or in seats.
fn is_of_all(document: &Document, margin: &Fact<Figure>) -> bool {
    const OTHER: WordList<12> = WordList::of([
        "absolute", "combined", "needed", "needs", "overall", "required", "requires", "seat", "seats", "simple",
        "thirds", "working",
    ]);
    let tokens = document.sentence_tokens(document.token_at(margin.span.start));
    tokens.into_iter().any(|at| document.is_one_of(at, &OTHER))
}

/// The votes of the two sides, if the sentence has no other numbers: a score, or a count "to" another.
fn sides(document: &Document, figures: &[Fact<Figure>], margin: &Fact<Figure>) -> Option<Sides> {
    let numbers = |kind| matches!(kind, FigureKind::Count | FigureKind::Number | FigureKind::Score);
    let mut others = figures.iter().filter(|fact| numbers(fact.detail.kind) && fact.span != margin.span);
    let (one, two) = (others.next()?, others.next());
    let Some(two) = two else {
        let (low, high) = (one.detail.low?, one.detail.high?);
        return (one.detail.kind == FigureKind::Score).then_some(Sides {
            most: high,
            least: low,
            slack: Decimal::ZERO,
            span: one.span,
        });
    };
    let between = document.token_at(one.span.end)..document.token_at(two.span.start);
    let against = document.is_one_of(between.end - 1, const { &WordList::of(["against", "to"]) });
    let votes = |fact: &Fact<Figure>| document.is(document.token_at(fact.span.end), "votes");
    let told = against || votes(one) && votes(two);
    let named = document.tokens_in(one.span.cover(two.span)).any(|at| document.is(at, "from"));
    if others.next().is_some() || !told || named || between.len() > APART {
        return None;
    }
    let (one_side, other_side) = (one.detail.value?, two.detail.value?);
    let (most, least) = (one_side.max(other_side), one_side.min(other_side));
    let slack = grain(one_side, one.detail.step).max(grain(other_side, two.detail.step));
    let slack = if slack > Decimal::ONE { slack } else { Decimal::ZERO };
    Some(Sides { most, least, slack, span: one.span.cover(two.span) })
}

fn finding(subject: &Prepared, margin: &Fact<Figure>, sides: &Sides) -> Option<Finding> {
    let (told, apart) = (margin.detail.value?, sides.most.checked_sub(sides.least)?);
    let range = Interval::new(apart - sides.slack, apart.checked_add(sides.slack)?);
    let outcome = if Interval::claimed(&margin.detail)?.meets(range) { AGREES } else { WARNING };
    let [most, least, apart, told] = [sides.most, sides.least, apart, told].map(shown);
    let message = format!("{most} − {least} = {apart}, the text says {told}");
    let evidence = vec![subject.words(sides.span), subject.figure(margin.span)];
    Some(subject.finding(CHECK.name, outcome, message, evidence))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn a_majority_is_the_difference() {
        for (text, expected) in [
            (
                "Wardens passed the rule by 12 votes to 9, a majority of five.",
                r#"conflicts warning "12 votes to 9" "five": 12 − 9 = 3, the text says 5"#,
            ),
            (
                "Millers voted 19-14 for the weir, a margin of five.",
                r#"agrees info "19-14" "five": 19 − 14 = 5, the text says 5"#,
            ),
            (
                "Dale got 4,210 votes to 3,980 for Reed, a majority of 320.",
                r#"conflicts warning "4,210 votes to 3,980" "320": 4210 − 3980 = 230, the text says 320"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn majorities_over_all_and_other_numbers_are_silent() {
        for text in [
            "The mill party won 52 seats to 41, an overall majority of three.",
            "Wardens passed the rule by 12 votes to 9, where a majority of 11 is needed.",
            "Dale got 4,210 votes to 3,980 for Reed and 1,100 for Moss, a majority of 230.",
            "By a majority of 54 votes to 41 the rule was passed.",
        ] {
            findings(CHECK.name, text, "");
        }
    }
}
