//! A period that ends before it begins: "from 5 May 2019 to 3 May 2019".
//!
//! Severity: warning.
//! Example: "runs from 12 June to 3 June" ends before it begins; so do "began on 12 March and finished on 9 March" and
//! years in brackets that run backwards, "(1994-1987)".
//! Traps: periods over the new year ("from November to January"), a year at one end only (both must be written with the
//! same parts), days in other words ("today—3 May 1987"), years after "between", which `within.range_order` reports.

use super::Within;
use crate::{
    check::{Prepared, WARNING},
    types::{Document, Fact, Figure, FigureKind, Finding, Span, Tags, TokenKind, WordList},
};

/// Length of a day in ISO 8601: `2019-05-03`.
const DAY: usize = 10;

/// Compares the ends of periods.
pub const CHECK: Within = Within { name: "within.order_of_dates", source: include_str!("order_of_dates.rs"), check };

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let document = subject.document;
    let figures = &subject.facts.figures;
    findings.extend(figures.windows(2).filter(|pair| ends_first(document, pair)).map(|pair| {
        let words = [&pair[0], &pair[1]].map(|fact| document.text(fact.span));
        let message = format!("begins on {} and ends on {}", words[0], words[1]);
        let evidence = pair.iter().map(|fact| subject.figure(fact.span)).collect();
        subject.finding(CHECK.name, WARNING, message, evidence)
    }));
    for fact in figures.iter().filter(|fact| fact.detail.kind == FigureKind::Date) {
        if let Some(span) = years_run_back(document, fact) {
            let message = format!("the years {} run backwards", document.text(span));
            findings.push(subject.finding(CHECK.name, WARNING, message, vec![subject.words(span)]));
            continue;
        }
        let ends = fact.detail.resolved.as_deref().and_then(|resolved| resolved.split_once('/'));
        let reversed =
            |start: &str, end: &str| is_reversed(start, end) || ends_a_year_later(document, fact.span, start, end);
        let Some((start, end)) = ends.filter(|(start, end)| reversed(start, end)) else { continue };
        let first = document.token_at(fact.span.start);
        if !is_written_out(document, fact.span) {
            continue;
        }
        let opened = |at: usize| document.is(at, "between");
        if !(opened(first) || first > 0 && opened(first - 1)) {
            let message = format!("the period begins on {start} and ends on {end}");
            findings.push(subject.finding(CHECK.name, WARNING, message, vec![subject.figure(fact.span)]));
        }
    }
}

/// The years in brackets whose last is before their first: "(1994-1987)".
fn years_run_back(document: &Document, last: &Fact<Figure>) -> Option<Span> {
    const CENTURIES: std::ops::RangeInclusive<i16> = 1000..=2100;
    let year = |at: usize| {
        let word = document.word(at);
        let year: Option<i16> = word.parse().ok().filter(|_| word.len() == 4);
        year.filter(|year| CENTURIES.contains(year))
    };
    let at = document.token_at(last.span.start);
    let first = at.checked_sub(2)?;
    let bracketed = first > 0 && document.is(first - 1, "(") && document.is(at + 1, ")");
    let dash = document.tokens[at - 1].kind == TokenKind::Dash;
    (bracketed && dash && year(first)? > year(at)?).then(|| document.span(first..at + 1))
}

/// Whether something is explicitly said to have begun on a day, or in a year, and ended on an earlier one: "began on 12
/// March and finished on 9 March".
fn ends_first(document: &Document, pair: &[Fact<Figure>]) -> bool {
    const BEGINS: WordList<11> = WordList::of([
        "arrested",
        "began",
        "begun",
        "built",
        "established",
        "formed",
        "founded",
        "launched",
        "married",
        "opened",
        "started",
    ]);
    const ENDS: WordList<10> = WordList::of([
        "closed",
        "demolished",
        "disbanded",
        "divorced",
        "ended",
        "finished",
        "folded",
        "released",
        "retired",
        "shut",
    ]);
    let (one, two) = (&pair[0], &pair[1]);
    let resolved = [one, two].map(|fact| fact.detail.resolved.as_deref().unwrap_or_default());
    let dates = one.detail.kind == FigureKind::Date && two.detail.kind == FigureKind::Date;
    if !dates || one.sentence != two.sentence || !is_reversed(resolved[0], resolved[1]) {
        return false;
    }
    let verb = |fact: &Fact<Figure>| {
        let before = document.token_at(fact.span.start).checked_sub(1)?;
        if document.is(before, "in") || document.is(before, "on") { before.checked_sub(1) } else { Some(before) }
    };
    let (Some(begins), Some(ends)) = (verb(one), verb(two)) else { return false };
    let behind = document.token_at(one.span.end);
    let joined = document.is(behind, "and") && (behind + 1..behind + 3).contains(&ends);
    document.is_one_of(begins, &BEGINS) && document.is_one_of(ends, &ENDS) && joined
}

/// Whether a period without a year runs from a day to an earlier one of the same month, and so into the next year,
/// which is never meant: "from 12 June to 4 June".
fn ends_a_year_later(document: &Document, span: Span, start: &str, end: &str) -> bool {
    let other = |at: usize| {
        let year = document.tokens[at].span.len() == 4 && document.tags(at).any(Tags::DIGITS);
        year || document.is(at, "/")
    };
    let year = document.tokens_in(span).any(other);
    let days = start.len() == DAY && end.len() == DAY;
    !year && days && start[5..7] == end[5..7] && start[8..] > end[8..]
}

/// Whether a period consists only of days, months and years: not "today—3 May 1987", "the following Monday to Friday".
fn is_written_out(document: &Document, span: Span) -> bool {
    let parts = Tags::DIGITS.with(Tags::MONTH).with(Tags::WEEKDAY).with(Tags::PREPOSITION);
    let mut tokens = document.tokens_in(span);
    let digits = tokens.clone().any(|at| document.tags(at).any(Tags::DIGITS));
    digits && tokens.all(|at| document.tokens[at].kind != TokenKind::Word || document.tags(at).any(parts))
}

/// Whether two days, months or years written alike are in the wrong order.
fn is_reversed(start: &str, end: &str) -> bool {
    let plain = |date: &str| date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    start.len() == end.len() && start.len() >= 4 && plain(start) && plain(end) && start > end
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::{findings, findings_at};

    #[test]
    fn a_period_begins_first() {
        findings(
            CHECK.name,
            "The fair runs from 5 May 2019 to 3 May 2019 in Bramfield.",
            r#"
conflicts warning "from 5 May 2019 to 3 May 2019": the period begins on 2019-05-05 and ends on 2019-05-03
"#,
        );
    }

    #[test]
    fn periods_in_order_are_silent() {
        findings(CHECK.name, "It ran from 3 May 2019 to 5 May 2019, and from November 2019 to January 2020.", "");
        let told =
            "The mill is open on the following Monday through Friday. It opened 30 years ago today—April 19, 1987.";
        findings_at(CHECK.name, "2017-04-19", told, "");
    }

    #[test]
    fn what_begins_ends_later() {
        for (text, expected) in [
            (
                "Work on the weir began on 12 March and finished on 9 March.",
                r#"conflicts warning "12 March" "9 March": begins on 12 March and ends on 9 March"#,
            ),
            (
                "The mill opened in 1921 and closed in 1911.",
                r#"conflicts warning "1921" "1911": begins on 1921 and ends on 1911"#,
            ),
            ("Ann Dale was mayor (1994-1987).", r#"conflicts warning "1994-1987": the years 1994-1987 run backwards"#),
        ] {
            findings_at(CHECK.name, "2016-05-11", text, expected);
        }
        for text in [
            "Work on the weir began on 9 March and finished on 12 March.",
            "Reed was arrested on 12 December and released on 9 January.",
            "The mill opened in 1921, and the old one closed in 1911.",
        ] {
            findings_at(CHECK.name, "2016-05-11", text, "");
        }
    }

    #[test]
    fn days_of_one_month_run_on() {
        let told =
            r#"conflicts warning "from 12 June to 4 June": the period begins on 2015-06-12 and ends on 2016-06-04"#;
        findings_at(CHECK.name, "2016-05-11", "The fair runs from 12 June to 4 June.", told);
        findings_at(CHECK.name, "2016-05-11", "It ran from May 24 to 05/17/16, and from 12 June to 4 July.", "");
    }
}
