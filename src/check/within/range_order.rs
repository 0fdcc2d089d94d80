//! A range whose lower end lies above its upper end: "between 30 and 20", "between 2015, and 2013".
//!
//! Severity: error.
//! Example: "between £40 and £15" is an error.
//! Traps: a fall from one value to another ("from 30 to 20"), times of day ("between 10 and 2"), years
//! counted back ("between 30 and 20 years ago").

use super::Within;
use crate::{
    check::{ERROR, Prepared},
    types::{Document, Fact, Figure, Finding, WordList},
};

/// Ranges against the order of numbers.
pub const CHECK: Within = Within { name: "within.range_order", source: include_str!("range_order.rs"), check };

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let figures = &subject.facts.figures;
    for pair in figures.windows(2).filter(|pair| is_pair(subject.document, &pair[0], &pair[1])) {
        if let Some((low, high)) = reversed_pair(&pair[0].detail, &pair[1].detail) {
            let message = format!("the range runs from {low} down to {high}");
            let evidence = pair.iter().map(|fact| subject.fact("figure", fact.span)).collect();
            findings.push(subject.finding(CHECK.name, ERROR, message, evidence));
        }
    }
    for fact in figures {
        if !is_opened_by_between(subject.document, fact) || counts_back(subject.document, fact) {
            continue;
        }
        if let Some((low, high)) = reversed(&fact.detail) {
            let message = format!("the range runs from {low} down to {high}");
            findings.push(subject.finding(CHECK.name, ERROR, message, vec![subject.fact("figure", fact.span)]));
        }
    }
}

/// The ends of a range of numbers or of whole years whose first end is the greater.
fn reversed(figure: &Figure) -> Option<(String, String)> {
    if let (None, Some(low), Some(high)) = (figure.value, figure.low, figure.high) {
        return (low > high).then(|| (low.normalize().to_string(), high.normalize().to_string()));
    }
    let (first, last) = figure.resolved.as_deref()?.split_once('/')?;
    let year = |end: &str| end.get(..4)?.parse::<i16>().ok();
    (year(first)? > year(last)?).then(|| (first.to_owned(), last.to_owned()))
}

/// Whether `between` opens the one, and only `and`, perhaps with a comma, stands before the other.
fn is_pair(document: &Document, one: &Fact<Figure>, other: &Fact<Figure>) -> bool {
    if one.sentence != other.sentence || other.span.start - one.span.end > ", and ".len() as u32 {
        return false;
    }
    let comma = document.token_at(one.span.end);
    let and = comma + usize::from(document.is(comma, ","));
    let first = document.token_at(one.span.start);
    let opened = first > 0 && document.is(first - 1, "between");
    opened && document.is(and, "and") && document.token_at(other.span.start) == and + 1 && !counts_back(document, other)
}

/// Two amounts of one kind, or two years, of which the first is the greater.
fn reversed_pair(one: &Figure, other: &Figure) -> Option<(String, String)> {
    if one.kind != other.kind {
        return None;
    }
    if let (Some(low), Some(high)) = (one.value, other.value) {
        let comparable = one.unit == other.unit && low > high;
        return comparable.then(|| (low.normalize().to_string(), high.normalize().to_string()));
    }
    let year = |figure: &Figure| figure.resolved.as_deref().filter(|resolved| resolved.len() == 4)?.parse::<i16>().ok();
    let (first, last) = (year(one)?, year(other)?);
    (first > last).then(|| (first.to_string(), last.to_string()))
}

fn is_opened_by_between(document: &Document, fact: &Fact<Figure>) -> bool {
    let first = document.token_at(fact.span.start);
    document.is(first, "between") || (first > 0 && document.is(first - 1, "between"))
}

/// Whether the last word of the range or words behind it count time back, or make it a time of day.
fn counts_back(document: &Document, fact: &Fact<Figure>) -> bool {
    const BACK: WordList<10> =
        WordList::of(["ago", "am", "before", "BC", "BCE", "o'clock", "o’clock", "pm", "a.m.", "p.m."]);
    let behind = document.token_at(fact.span.end);
    (behind.saturating_sub(1)..behind + 3).any(|at| document.is_one_of(at, &BACK))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn the_lower_end_stands_first() {
        findings(
            CHECK.name,
            "Between 30 and 20 sheep were lost, each worth between £90 and £70.",
            r#"
conflicts error "Between 30 and 20": the range runs from 30 down to 20
conflicts error "between £90 and £70": the range runs from 90 down to 70
"#,
        );
        findings(
            CHECK.name,
            "Between 2015, and 2013 he kept 20 sheep.",
            r#"
conflicts error "2015" "2013": the range runs from 2015 down to 2013
"#,
        );
    }

    #[test]
    fn falls_times_and_years_back_are_silent() {
        findings(
            CHECK.name,
            "Takings went from 30 to 20. It opens between 10 and 2pm. It was built between 30 and 20 years ago, or between five and sixteen thousand years ago. Between 20 and 30 came.",
            "",
        );
    }
}
