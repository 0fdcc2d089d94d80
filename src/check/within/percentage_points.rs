//! A change between two percentages whose difference in points is called per cent: "from 10% to 12%, up 2 per cent".
//!
//! Severity: info.
//! Example: from 10% to 12% is 2 percentage points, or a rise of 20 per cent.
//! Traps: a change given in points, a third percentage of something else.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        NOTE, Prepared,
        shown::{rounded, shown},
        told_change::told_change,
    },
    types::{Fact, Figure, FigureKind, Finding},
};

/// Finds per cent written for percentage points.
pub const CHECK: Within =
    Within { name: "within.percentage_points", source: include_str!("percentage_points.rs"), check };

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    for figures in subject.facts.figures.chunk_by(|one, other| one.sentence == other.sentence) {
        let percents: Vec<&Fact<Figure>> = figures.iter().filter(|fact| is_percent(fact)).collect();
        if percents.len() == 3 {
            findings.extend(note(subject, figures, &percents));
        }
    }
}

fn is_percent(fact: &Fact<Figure>) -> bool {
    fact.detail.kind == FigureKind::Percent && fact.detail.unit == Some("percent") && fact.detail.value.is_some()
}

/// The note, where two of the three are the ends of a change and the third is their difference.
fn note(subject: &Prepared, figures: &[Fact<Figure>], percents: &[&Fact<Figure>]) -> Option<Finding> {
    let change = told_change(subject.document, figures)?;
    let third = percents.iter().find(|fact| !change.span.contains(fact.span))?;
    let (from, to) = (change.from.0, change.to.0);
    let points = (to - from).abs();
    if third.detail.change.is_none() || third.detail.value != Some(points) || from.is_zero() {
        return None;
    }
    let percent = shown(rounded(points.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(from)?, 1));
    let points = shown(points);
    let message = format!("from {}% to {}% is {points} points, or {percent}%", shown(from), shown(to));
    let evidence = vec![subject.words(change.span), subject.figure(third.span)];
    Some(subject.finding(CHECK.name, NOTE, message, evidence))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn points_are_not_per_cent() {
        findings(
            CHECK.name,
            "The rate rose from 10% to 12%, up 2 per cent on the year.",
            r#"
unclear info "10% to 12%" "2 per cent": from 10% to 12% is 2 points, or 20%
"#,
        );
    }

    #[test]
    fn points_and_other_percentages_are_silent() {
        for text in [
            "The rate rose from 10% to 12%, up 2 percentage points on the year.",
            "The rate rose from 10% to 12%, while rents were up 5 per cent.",
        ] {
            findings(CHECK.name, text, "");
        }
    }
}
