//! A change in per cent compared with the values before and after: "rose 27% to £7.9bn from £6.22bn".
//!
//! Severity: error where no rounding of the printed digits explains it; info where it holds, or holds only through
//! rounding.
//! Example: from 40 to 50 is a rise of 25%, so "(a rise of 50%)" is an error.
//! Traps: percentage points (both ends percentages), yearly averages of a longer change, another base period, values in
//! different currencies, a percentage of another clause ("which fell from £90 to £82, rose 2%").

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        AGREES, ERROR, NOTE, Prepared,
        change_size::is_of_the_change,
        interval::{Interval, changes, percentages_told},
        shown::{rounded, shown},
        told_change::{Change, told_change},
    },
    types::{Change as told, Fact, Figure, FigureKind, Finding},
};

/// Compares changes in per cent with their ends.
pub const CHECK: Within = Within { name: "within.percent_change", source: include_str!("percent_change.rs"), check };

/// Percentage points of difference, between the stated change and that of the printed numbers, that only rounding
/// explains.
const COARSE: Decimal = Decimal::TWO;

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    for figures in subject.facts.figures.chunk_by(|one, other| one.sentence == other.sentence) {
        let mut percents = figures.iter().filter(|fact| fact.detail.kind == FigureKind::Percent);
        let (Some(percent), None) = (percents.next(), percents.next()) else { continue };
        let Some(change) = told_change(subject.document, figures) else { continue };
        if is_of_the_change(subject.document, percent, &change) {
            findings.extend(finding(subject, percent, &change));
        }
    }
}

fn finding(subject: &Prepared, percent: &Fact<Figure>, change: &Change) -> Option<Finding> {
    let printed = |(value, step): (Decimal, Decimal)| Interval::printed(value, step);
    let range = changes(printed(change.from), printed(change.to))?;
    let value = percent.detail.value?;
    // `within.change_direction` reports changes in the other direction.
    let up = change.to.0 > change.from.0;
    if percent.detail.change.is_some_and(|told| (told == told::Up) != up) {
        return None;
    }
    let holds = percentages_told(&percent.detail)?.into_iter().any(|stated| range.meets(stated));
    let grown = change.to.0.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(change.from.0)?;
    let exact = rounded(grown.checked_sub(Decimal::ONE_HUNDRED)?, 1).normalize();
    // Numbers of one digit allow almost any change.
    let far = (exact.abs() - value.abs()).abs() > COARSE;
    let (outcome, end) = match (holds, far) {
        (false, _) => (ERROR, ""),
        (true, false) => (AGREES, ""),
        (true, true) => (NOTE, ", which only rounding allows"),
    };
    let message = format!(
        "from {} to {} is {exact:+}%, the text says {}%{end}",
        shown(change.from.0),
        shown(change.to.0),
        shown(value)
    );
    let evidence = vec![subject.words(change.span), subject.figure(percent.span)];
    Some(subject.finding(CHECK.name, outcome, message, evidence))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn a_change_is_worked_out_again() {
        findings(
            CHECK.name,
            "Complaints rose from 40 to 50 (a rise of 50 per cent). Takings rose 27% to £7.9bn from £6.22bn. Costs rose from £40m to £50m a year, a rise of 30%.",
            r#"
conflicts error "40 to 50" "50 per cent": from 40 to 50 is +25%, the text says 50%
agrees info "27%" "£7.9bn from £6.22bn": from 6,220,000,000 to 7,900,000,000 is +27%, the text says 27%
conflicts error "£40m to £50m" "30%": from 40,000,000 to 50,000,000 is +25%, the text says 30%
"#,
        );
    }

    #[test]
    fn so_much_more_or_less_than_before() {
        for (text, expected) in [
            (
                "Some 54 goats were sold at the fair in May, 8% more than the 50 of the year before.",
                r#"agrees info "Some 54 goats were sold at the fair in May, 8% more than the 50" "8%": from 50 to 54 is +8%, the text says 8%"#,
            ),
            (
                "Takings were £40m, 50% lower than last year's £50m.",
                r#"conflicts error "£40m, 50% lower than last year's £50m" "50%": from 50,000,000 to 40,000,000 is -20%, the text says 50%"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn a_whole_percentage_was_rounded() {
        findings(
            CHECK.name,
            "Takings fell 85% to £98.9 from £645.2 in Bramfield.",
            r#"
agrees info "85%" "£98.9 from £645.2": from 645.2 to 98.9 is -84.7%, the text says 85%
"#,
        );
    }

    #[test]
    fn another_clause_has_its_own_percentage() {
        for text in [
            "Shares, which fell from £90 to £82 last week, rose 2% to £83.60.",
            "After climbing from 41 to 82 in the spring, thefts rose 2% last week.",
            "Tolls rose 2% last month, having gone from £410 to £820 in ten years.",
            "Barges worth from £200,000 to £400,000 rose 4% in value.",
            "The town grew from 40,000 to 52,000, 3 per cent of it by sea.",
        ] {
            findings(CHECK.name, text, "");
        }
    }

    #[test]
    fn points_rates_and_other_changes_are_silent() {
        findings(
            CHECK.name,
            "The rate rose from 4% to 5%. Takings rose from £40m to £80m, an average of 7% a year. Like-for-like tolls rose 3% to £79m from £72m. The town grew 9%, and its schools moved from 3 to 4 sites.",
            "",
        );
    }
}
