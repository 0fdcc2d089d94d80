//! A length of time compared with the calendar period it is given for: "in four years", "2011 to November 2015".
//!
//! Severity: info, whether it fits or not.
//! Example: from 2011 to November 2015 is between three years and ten months and almost five years. The two are in one
//! sentence, or in two that state the same quantity.
//! Traps: years rounded down, fiscal years, a length of time of something else: less than half the period or more than
//! twice as long.

use super::Within;
use crate::{
    check::{AGREES, NOTE, Prepared, quantity::Relation, rivals::Rival, shown::shown},
    types::{Fact, Figure, FigureKind, Finding},
};

/// Compares lengths of time with periods.
pub const CHECK: Within =
    Within { name: "within.duration_and_period", source: include_str!("duration_and_period.rs"), check };

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    for figures in subject.facts.figures.chunk_by(|one, other| one.sentence == other.sentence) {
        if let Some(duration) = length(figures)
            && let Some((period, months)) = period(figures)
        {
            findings.extend(finding(subject, duration, period, months));
        }
    }
    let mut told = Vec::new();
    for (one, other) in sentences_that_agree(subject) {
        let [own, others] = [one, other].map(|sentence| of_sentence(&subject.facts.figures, sentence));
        if let Some(duration) = length(own)
            && let Some((period, months)) = period(others)
            && length(others).is_none()
            && self::period(own).is_none()
            && !told.contains(&duration.span)
        {
            findings.extend(finding(subject, duration, period, months));
            told.push(duration.span);
        }
    }
}

/// Pairs of sentences that state one quantity alike, in both orders: the time of one holds for the other.
fn sentences_that_agree<'a>(subject: &'a Prepared) -> impl Iterator<Item = (u32, u32)> + 'a {
    let agree = |rival: &&Rival| matches!(rival.relation, Relation::Same | Relation::Approximated);
    subject.rivals.iter().filter(agree).flat_map(|rival| {
        let [one, other] = [rival.one, rival.other].map(|index| subject.quantities[index].sentence);
        [(one, other), (other, one)]
    })
}

/// The figures of a sentence.
fn of_sentence(figures: &[Fact<Figure>], sentence: u32) -> &[Fact<Figure>] {
    let start = figures.partition_point(|fact| fact.sentence < sentence);
    let end = figures.partition_point(|fact| fact.sentence <= sentence);
    &figures[start..end]
}

/// The length in years, if there is only one.
fn length(figures: &[Fact<Figure>]) -> Option<&Fact<Figure>> {
    let mut lengths = figures.iter().filter(|fact| is_years(fact));
    lengths.next().filter(|_| lengths.next().is_none())
}

/// The period with its months, if there is only one.
fn period(figures: &[Fact<Figure>]) -> Option<(&Fact<Figure>, (i32, i32))> {
    let mut periods = figures.iter().filter_map(|fact| Some((fact, months(fact)?)));
    periods.next().filter(|_| periods.next().is_none())
}

fn is_years(fact: &Fact<Figure>) -> bool {
    fact.detail.kind == FigureKind::Duration && fact.detail.unit == Some("year")
}

/// The fewest and most months from the start to the end of a period of at least a year.
fn months(fact: &Fact<Figure>) -> Option<(i32, i32)> {
    let (start, end) =
        fact.detail.resolved.as_deref().filter(|_| fact.detail.kind == FigureKind::Date)?.split_once('/')?;
    let month = |date: &str, unknown: i32| {
        let year: i32 = date.get(..4)?.parse().ok()?;
        let month = date.get(5..7).and_then(|month| month.parse().ok()).unwrap_or(unknown);
        Some(year * 12 + month)
    };
    let fewest = month(end, 1)? - month(start, 12)?;
    let most = month(end, 12)? - month(start, 1)? + 1;
    (fewest >= 12).then_some((fewest, most))
}

fn finding(
    subject: &Prepared,
    duration: &Fact<Figure>,
    period: &Fact<Figure>,
    (fewest, most): (i32, i32),
) -> Option<Finding> {
    let years = duration.detail.value?;
    let told: i32 = (years * rust_decimal::Decimal::from(12)).round().try_into().ok()?;
    // Only full years are counted: four years and ten months are given as four.
    if told > 2 * most || 2 * told < fewest {
        return None;
    }
    let outcome = if told + 11 >= fewest && told <= most { AGREES } else { NOTE };
    let length = |months: i32| format!("{} and {}", counted(months / 12, "year"), counted(months % 12, "month"));
    let message = format!("{} years for a period of {} to {}", shown(years), length(fewest), length(most));
    let evidence = vec![subject.figure(duration.span), subject.figure(period.span)];
    Some(subject.finding(CHECK.name, outcome, message, evidence))
}

/// `1 year`, `2 years`.
fn counted(number: i32, unit: &str) -> String {
    format!("{number} {unit}{}", if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn a_length_of_time_is_held_against_its_period() {
        findings(
            CHECK.name,
            "Between 2011 and November 2015 she served four years. From 2001 to 2010 he served six years.",
            r#"
agrees info "Between 2011 and November 2015" "four years": 4 years for a period of 3 years and 11 months to 4 years and 11 months
unclear info "From 2001 to 2010" "six years": 6 years for a period of 8 years and 1 month to 10 years and 0 months
"#,
        );
    }

    #[test]
    fn sentences_that_state_one_quantity_share_their_time() {
        findings(
            CHECK.name,
            "More than 500 burglary claims were made in Otterford in four years. \
             In all 557 burglary claims were made in Otterford between 2011 and November 2015.",
            r#"
agrees info "four years" "between 2011 and November 2015": 4 years for a period of 3 years and 11 months to 4 years and 11 months
"#,
        );
        findings(
            CHECK.name,
            "More than 500 burglary claims were made in Otterford in four years. \
             In all 914 robbery trials were held in Otterford between 2011 and November 2015.",
            "",
        );
    }

    #[test]
    fn dates_and_short_periods_are_silent() {
        findings(
            CHECK.name,
            "From 2006 to 2010 his 26 years at the mill ended. In 2015 she had served four years. From May to June 2015 the mill of 90 years stood idle.",
            "",
        );
    }
}
