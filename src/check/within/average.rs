//! An average compared with the total and the count before it: "12 farms lost 360 sheep, an average of 36 each".
//!
//! Severity: warning where no rounding explains it; info where it holds.
//! Example: 360 sheep of 12 farms are 30 each; £6m for 300 weavers is not "£2,000 each"; 2,000 tickets over 40 days are
//! 50 a day.
//! Traps: an average of something else (the sentence may have only three figures, the average last and set off, one
//! with the unit of the average and one a count), medians, approximate totals.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        AGREES, Prepared, WARNING,
        interval::{Interval, percentages},
        quantity::Quantity,
        shown::{rounded, shown},
        stems::shared,
    },
    types::{Document, FigureKind, Finding, TokenKind},
};

/// Compares averages with their totals and counts.
pub const CHECK: Within = Within { name: "within.average", source: include_str!("average.rs"), check };

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    for figures in subject.quantities.chunk_by(|one, other| one.sentence == other.sentence) {
        let [one, two, average] = figures else { continue };
        if !is_set_off(subject.document, average) {
            continue;
        }
        if let Some((total, count)) = total_and_count(one, two, average) {
            findings.extend(finding(subject, total, count, average));
        }
    }
}

/// Whether a figure is called the average of the words before: ", an average of 30", "or 30 on average".
fn is_set_off(document: &Document, figure: &Quantity) -> bool {
    let first = figure.first;
    let start = document.sentences[figure.sentence as usize].tokens.start as usize;
    let is = |at: usize, words: &[&str]| words.iter().any(|word| document.is(at, word));
    let set = |at: usize| at > start && (is(at - 1, &[",", "or"]) || document.tokens[at - 1].kind == TokenKind::Dash);
    let passed = |at: usize| if at > start && is(at - 1, &["a", "an", "or"]) { at - 1 } else { at };
    let noun = (first.saturating_sub(2).max(start)..first).find(|&at| is(at, &["average", "averages", "averaging"]));
    let behind = figure.behind;
    let later = || (behind..behind + 3).any(|at| is(at, &["on"]) && is(at + 1, &["average"]));
    // "Or £2,000 each".
    let each = || is(behind, &["each", "apiece"]) && first > start && is(first - 1, &["or"]);
    noun.map_or_else(|| later() && set(first) || each(), |at| set(passed(at)) || set(at))
}

/// Which of two figures is the total for an average, and which the count.
fn total_and_count<'a>(
    one: &'a Quantity,
    two: &'a Quantity,
    average: &Quantity,
) -> Option<(&'a Quantity, &'a Quantity)> {
    let is_total = |total: &Quantity| {
        // "£6m for 300 pupils, or £2,000 each".
        let of_all =
            average.per == Some("each") && (total.per, total.unit, total.kind) == (None, average.unit, average.kind);
        (of_all || total.has_unit_of(average)) && (average.unit.is_some() || shared(&total.things, &average.things) > 0)
    };
    // "Over 40 days, an average of 80 a day".
    let lasts =
        |count: &Quantity| count.kind == FigureKind::Duration && average.per.is_some() && count.unit == average.per;
    let is_count = |count: &Quantity| (count.unit.is_none() || lasts(count)) && count.value > Decimal::ONE;
    let by_time = |total: &Quantity, count: &Quantity| {
        lasts(count) && is_count(count) && total.unit == average.unit && total.kind != FigureKind::Duration
    };
    if by_time(one, two) {
        return Some((one, two));
    }
    match [is_total(one) && is_count(two), is_total(two) && is_count(one)] {
        [true, false] => Some((one, two)),
        [false, true] => Some((two, one)),
        // "360 sheep of 12 farms, an average of 36": the total is more than the average and the count.
        [false, false] if average.unit.is_none() && average.things.is_empty() => {
            let (total, count) = if one.value > two.value { (one, two) } else { (two, one) };
            (is_count(count) && total.unit.is_none() && total.value > average.value).then_some((total, count))
        }
        _ => None,
    }
}

fn finding(subject: &Prepared, total: &Quantity, count: &Quantity, average: &Quantity) -> Option<Finding> {
    let hundredfold = |interval: Interval| {
        let times = |end: Option<Decimal>| end?.checked_mul(Decimal::ONE_HUNDRED);
        Interval { low: times(interval.low), high: times(interval.high) }
    };
    let holds = percentages(total.claimed, count.claimed)?.meets(hundredfold(average.claimed));
    let exact = total.is_exact() && count.is_exact() && average.is_exact();
    if !holds && !exact {
        return None;
    }
    let quotient = shown(rounded(total.value.checked_div(count.value)?, 2));
    let [of, by, stated] = [total, count, average].map(|figure| shown(figure.value));
    let told = if holds { String::new() } else { format!(", the text says {stated}") };
    let evidence = [total, count, average].map(|figure| subject.figure(figure.span));
    let outcome = if holds { AGREES } else { WARNING };
    Some(subject.finding(CHECK.name, outcome, format!("{of} ÷ {by} = {quotient}{told}"), evidence.into()))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn an_average_is_worked_out_again() {
        for (text, expected) in [
            (
                "The mill paid its 40 workers £2,000, an average of £60 each.",
                r#"conflicts warning "40" "£2,000" "£60": 2000 ÷ 40 = 50, the text says 60"#,
            ),
            (
                "The mill paid its 40 workers £2,000, an average of £50 each.",
                r#"agrees info "40" "£2,000" "£50": 2000 ÷ 40 = 50"#,
            ),
            (
                "The barge went 404 miles in 106 days, averaging 3.8 miles a day.",
                r#"agrees info "404 miles" "106 days" "3.8 miles": 404 ÷ 106 = 3.81"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn days_and_shares_are_counted_too() {
        for (text, expected) in [
            (
                "The mill sold 2,000 tickets over 40 days, an average of 80 a day.",
                r#"conflicts warning "2,000" "40 days" "80": 2000 ÷ 40 = 50, the text says 80"#,
            ),
            (
                "The mill shared £6m among its 300 weavers, or £2,000 each.",
                r#"conflicts warning "£6m" "300" "£2,000": 6,000,000 ÷ 300 = 20,000, the text says 2000"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn averages_of_something_else_are_silent() {
        for text in [
            "The mill paid its 40 workers £2,000 for 12 days, an average of £60 each.",
            "The mill has 40 workers, average wages of £60 and debts of £2,000.",
            "The mill paid its 40 workers about £3,000, an average of £60 each.",
            "The mill paid its 40 workers £2,000. It was an average of £60 last year.",
        ] {
            findings(CHECK.name, text, "");
        }
    }
}
