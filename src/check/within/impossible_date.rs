//! A day that its month does not have: "31 September", "February 30", "29 February 2015".
//!
//! Severity: error.
//! Example: "The hearing is on 31 June" is an error: June has 30 days.
//! Traps: a count after a month ("In June 35 people were hurt"), jokes about February 30.

use super::Within;
use crate::{
    check::{ERROR, Prepared, calendar::WrittenDate},
    types::{Document, Finding, Tags, Token, TokenKind},
};

/// Finds impossible dates.
pub const CHECK: Within = Within { name: "within.impossible_date", source: include_str!("impossible_date.rs"), check };

/// A leap year, for dates without a year.
const LEAP: i16 = 2000;

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    for date in &subject.dates {
        let year = date.year.unwrap_or(LEAP);
        if date.in_year(year).is_some() || is_count(subject.document, date) {
            continue;
        }
        let Ok(first) = jiff::civil::Date::new(year, date.month, 1) else { continue };
        let month = first.strftime(if date.year.is_some() { "%B %Y" } else { "%B" });
        let message = format!("there is no day {} in {month}, which has {} days", date.day, first.days_in_month());
        findings.push(subject.finding(CHECK.name, ERROR, message, vec![subject.words(date.span)]));
    }
}

/// Whether the number after the month counts the noun after it: "In June 35 people were hurt", but not "the June 35
/// storm".
fn is_count(document: &Document, date: &WrittenDate) -> bool {
    const CLOSED: Tags = Tags::PREPOSITION
        .with(Tags::CONJUNCTION)
        .with(Tags::AUXILIARY)
        .with(Tags::PRONOUN)
        .with(Tags::DETERMINER)
        .with(Tags::ADVERB)
        .with(Tags::RELATIVE)
        .with(Tags::CAPITALISED)
        .with(Tags::NEGATION);
    let before = date.start.checked_sub(1);
    let introduced = before.is_some_and(|at| document.tags(at).any(Tags::DETERMINER) || document.is(at, "on"));
    let number_last = document.tags(date.end - 1).any(Tags::DIGITS) && date.year.is_none() && !introduced;
    // "In June 35-year-old Ann Dale": the dash joins.
    let dash = |token: &Token| token.kind == TokenKind::Dash;
    let glued = || document.is_glued(date.end - 1) && document.is_glued(date.end);
    let joins = || document.tokens.get(date.end).is_some_and(dash) && glued();
    let next_is_noun = document
        .tokens
        .get(date.end)
        .is_some_and(|token| token.kind == TokenKind::Word && !token.tags.any(CLOSED) || joins());
    number_last && next_is_noun
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn a_day_its_month_does_not_have() {
        findings(
            CHECK.name,
            "The inquiry opens on 31 September and ends on Feb. 30, 2016.",
            r#"
conflicts error "31 September": there is no day 31 in September, which has 30 days
conflicts error "Feb. 30, 2016": there is no day 30 in February 2016, which has 29 days
"#,
        );
        findings(
            CHECK.name,
            "She was born on 29 February 2015.",
            r#"
conflicts error "29 February 2015": there is no day 29 in February 2015, which has 28 days
"#,
        );
    }

    #[test]
    fn a_date_before_a_noun_is_a_date() {
        findings(
            CHECK.name,
            "She was hurt in the June 32 storm.",
            r#"
conflicts error "June 32": there is no day 32 in June, which has 30 days
"#,
        );
        findings(
            CHECK.name,
            "The council on April 31 turned the mill down. The ferry sank on June 32 — half a mile out.",
            r#"
conflicts error "April 31": there is no day 31 in April, which has 30 days
conflicts error "June 32": there is no day 32 in June, which has 30 days
"#,
        );
    }

    #[test]
    fn counts_behind_a_month_and_real_days_are_silent() {
        findings(
            CHECK.name,
            "In June 35 people were hurt, in April 31 cars burnt. In June 35-year-old Ann Dale left. In June 35–40 people were hurt. It snowed on 29 February and 31 May.",
            "",
        );
    }
}
