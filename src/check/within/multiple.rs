//! A change given as a multiple, compared with its ends: "doubled from 40 to 62".
//!
//! Severity: warning where no rounding explains it; info where it holds.
//! Example: from 40 to 62 is 1.6 times as many, which is not "doubled" without "nearly".
//! Traps: "nearly doubled" and "more than doubled", changes of several things in one sentence.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        AGREES, Prepared, WARNING,
        interval::{Interval, percentages},
        shown::{rounded, shown},
        told_change::{Change, told_change},
    },
    types::{Document, FigureKind, Finding, Tags, WordList, WordMap},
};

/// Compares multiples with their ends.
pub const CHECK: Within = Within { name: "within.multiple", source: include_str!("multiple.rs"), check };

/// Forms of verbs, each with the second value as a percentage of the first, and whether it is the plain form.
const VERBS: WordMap<(i64, bool), 20> = WordMap::of([
    ("double", (200, true)),
    ("doubled", (200, false)),
    ("doubles", (200, false)),
    ("doubling", (200, false)),
    ("halve", (50, true)),
    ("halved", (50, false)),
    ("halves", (50, false)),
    ("halving", (50, false)),
    ("quadruple", (400, true)),
    ("quadrupled", (400, false)),
    ("quadruples", (400, false)),
    ("quadrupling", (400, false)),
    ("treble", (300, true)),
    ("trebled", (300, false)),
    ("trebles", (300, false)),
    ("trebling", (300, false)),
    ("triple", (300, true)),
    ("tripled", (300, false)),
    ("triples", (300, false)),
    ("tripling", (300, false)),
]);

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let document = subject.document;
    for figures in subject.facts.figures.chunk_by(|one, other| one.sentence == other.sentence) {
        if figures.iter().filter(|fact| fact.detail.kind != FigureKind::Date).count() > 2 {
            continue;
        }
        let tokens = &document.sentences[figures[0].sentence as usize].tokens;
        let tokens = tokens.start as usize..tokens.end as usize;
        let mut verbs = tokens.filter(|&at| document.tags(at).any(Tags::CHANGE.with(Tags::VERB)));
        let Some((at, percent)) = verbs.find_map(|at| multiple(document, at).map(|percent| (at, percent))) else {
            continue;
        };
        if let Some(change) = told_change(document, figures) {
            findings.extend(finding(subject, at, percent, &change));
        }
    }
}

fn multiple(document: &Document, at: usize) -> Option<Decimal> {
    let (_, (percent, plain)) = document.entry_in(at, &VERBS)?;
    // "Will double", but not "double rooms".
    let after = |at: usize| document.tags(at).any(Tags::AUXILIARY) || document.is(at, "to");
    (!plain || at > 0 && after(at - 1)).then(|| Decimal::from(percent))
}

fn finding(subject: &Prepared, at: usize, percent: Decimal, change: &Change) -> Option<Finding> {
    let document = subject.document;
    let printed = |(value, step): (Decimal, Decimal)| Interval::printed(value, step);
    let range = percentages(printed(change.to), printed(change.from))?;
    let before = |words: &[&str]| at > 0 && words.iter().any(|word| document.is(at - 1, word));
    let quarter = percent / Decimal::from(4);
    let eighth = quarter / Decimal::TWO;
    // "More than halved" and "nearly doubled" leave less, "more than doubled" and "nearly halved" leave more.
    let shrinks = percent < Decimal::ONE_HUNDRED;
    let allowed = if before(&["than"]) {
        match (is_exceeded(document, at - 1)?, shrinks) {
            (true, false) => Interval { low: Some(percent), high: None },
            (true, true) => Interval::new(Decimal::ZERO, percent),
            (false, false) => Interval::new(Decimal::ONE_HUNDRED, percent),
            (false, true) => Interval::new(percent, Decimal::ONE_HUNDRED),
        }
    } else if before(&["about"]) {
        Interval::new(percent - quarter, percent + quarter)
    } else if before(&["nearly", "almost"]) != shrinks {
        Interval::new(percent - quarter, percent + eighth)
    } else {
        Interval::new(percent - eighth, percent + quarter)
    };
    let outcome = if range.meets(allowed) { AGREES } else { WARNING };
    let times = shown(rounded(change.to.0.checked_div(change.from.0)?, 2));
    let (from, to, verb) = (shown(change.from.0), shown(change.to.0), document.word(at));
    let message = format!("from {from} to {to} is {times} times as much, the text says “{verb}”");
    let evidence = vec![subject.words(document.tokens[at].span), subject.words(change.span)];
    Some(subject.finding(CHECK.name, outcome, message, evidence))
}

/// Whether "more than" rather than "less than" ends at a token, unless it is negated; `None` for any other "than".
fn is_exceeded(document: &Document, than: usize) -> Option<bool> {
    let word = than.checked_sub(1)?;
    let negated = word > 0 && document.is_one_of(word - 1, const { &WordList::of(["no", "not"]) });
    let more = document.is(word, "more");
    (!negated && (more || document.is(word, "less"))).then_some(more)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn a_multiple_is_worked_out_again() {
        findings(
            CHECK.name,
            "Complaints doubled from 40 to 62 in Bramfield. Takings tripled to £90 from £30. The toll will double from £20 to £28. Thefts quadrupled from 20 in 2014 to 55 in 2015.",
            r#"
conflicts warning "doubled" "40 to 62": from 40 to 62 is 1.55 times as much, the text says “doubled”
agrees info "tripled" "£90 from £30": from 30 to 90 is 3 times as much, the text says “tripled”
conflicts warning "double" "£20 to £28": from 20 to 28 is 1.4 times as much, the text says “double”
conflicts warning "quadrupled" "20 in 2014 to 55": from 20 to 55 is 2.75 times as much, the text says “quadrupled”
"#,
        );
    }

    #[test]
    fn nearly_and_less_than_allow_one_side_only() {
        for (text, expected) in [
            (
                "The number of kilns nearly halved from 200 to 118.",
                r#"agrees info "halved" "200 to 118": from 200 to 118 is 0.59 times as much, the text says “halved”"#,
            ),
            (
                "The number of kilns nearly halved from 200 to 80.",
                r#"conflicts warning "halved" "200 to 80": from 200 to 80 is 0.4 times as much, the text says “halved”"#,
            ),
            (
                "Takings less than doubled from £30 to £52.",
                r#"agrees info "doubled" "£30 to £52": from 30 to 52 is 1.73 times as much, the text says “doubled”"#,
            ),
            (
                "Takings more than doubled from £30 to £52.",
                r#"conflicts warning "doubled" "£30 to £52": from 30 to 52 is 1.73 times as much, the text says “doubled”"#,
            ),
            (
                "Takings more than halved from £52 to £20.",
                r#"agrees info "halved" "£52 to £20": from 52 to 20 is 0.38 times as much, the text says “halved”"#,
            ),
            ("Takings rather than doubled from £30 to £52.", ""),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn other_changes_are_silent() {
        findings(
            CHECK.name,
            "Rents doubled, and the town grew from 4,000 to 5,000 people in 3 years. Ann Dale doubled her lead.",
            "",
        );
    }
}
