//! Something told as past that is dated after the article itself: "The bridge opened on 3 May 2019" in
//! an article of 2017.
//!
//! Catalogue D103. Severity: warning.
//! Example: published 2017-02-01, "he was arrested on 14 March 2018" cannot be.
//! Traps: plans and deadlines ("the licence granted until 3 May 2019", "was due on", "set for"),
//! articles that were updated after their date (the day after the dateline is let pass).

use jiff::civil::Date;

use super::Within;
use crate::{
    check::{Prepared, WARNING, calendar::WrittenDate},
    types::{Document, Finding, Tags, TokenKind},
};

/// Past events after the dateline.
pub const CHECK: Within = Within { name: "within.future_event", source: include_str!("future_event.rs"), check };

/// Words of plans, conditions and deadlines: with one in the sentence its dates may lie ahead.
const AHEAD: [&str; 42] = [
    "agreed",
    "aims",
    "anticipated",
    "before",
    "by",
    "can",
    "could",
    "deadline",
    "due",
    "end",
    "ending",
    "ends",
    "expected",
    "expects",
    "expire",
    "expires",
    "extended",
    "forecast",
    "from",
    "if",
    "may",
    "might",
    "must",
    "next",
    "plan",
    "planned",
    "plans",
    "postponed",
    "projected",
    "proposed",
    "scheduled",
    "set",
    "shall",
    "should",
    "start",
    "starting",
    "through",
    "till",
    "to",
    "until",
    "will",
    "would",
];

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let document = subject.document;
    let Some(published) = document.article.published.map(|published| published.date()) else { return };
    for date in &subject.dates {
        let Some(day) = date.year.and_then(|year| date.in_year(year)) else { continue };
        if is_after(day, published) && is_told_as_past(document, date) {
            let message = format!("told as past, but {day} lies after the article's own date, {published}");
            findings.push(subject.finding(CHECK.name, WARNING, message, vec![subject.words(date.span)]));
        }
    }
}

fn is_after(day: Date, published: Date) -> bool {
    published.tomorrow().is_ok_and(|tomorrow| day > tomorrow)
}

fn is_told_as_past(document: &Document, date: &WrittenDate) -> bool {
    let tokens = document.sentence_tokens(date.start);
    let ahead = |at: usize| AHEAD.iter().any(|word| document.is(at, word)) && !is_harmless(document, at);
    tokens.clone().any(|at| is_past(document, at)) && !tokens.into_iter().any(ahead)
}

/// `from`, `to` and `by` speak of a time ahead only before a month, a number or a weekday.
fn is_harmless(document: &Document, at: usize) -> bool {
    let weak = ["from", "to", "by", "before", "end", "start", "set", "agreed"].iter().any(|word| document.is(at, word));
    weak && !document.tags(at + 1).any(Tags::MONTH.with(Tags::DIGITS).with(Tags::WEEKDAY))
        && !(document.is(at, "set") && (document.is(at + 1, "for") || document.is(at + 1, "to")))
}

/// A verb in the past: `was`, `had`, or a word in `-ed` or of the common irregular ones.
fn is_past(document: &Document, at: usize) -> bool {
    const IRREGULAR: [&str; 24] = [
        "was", "were", "had", "did", "began", "shot", "found", "took", "said", "won", "lost", "came", "went", "became",
        "met", "told", "gave", "held", "made", "left", "sent", "struck", "fell", "rose",
    ];
    let token = &document.tokens[at];
    let text = document.text(token.span);
    let regular = text.len() > 4 && text.ends_with("ed") && !token.tags.any(Tags::CAPITALISED);
    token.kind == TokenKind::Word && (regular || IRREGULAR.iter().any(|word| text.eq_ignore_ascii_case(word)))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::{findings, findings_at};

    #[test]
    fn a_past_event_cannot_lie_ahead() {
        findings_at(
            CHECK.name,
            "2017-02-01",
            "He was arrested on 14 March 2018 in Bramfield.",
            r#"
conflicts warning "14 March 2018": told as past, but 2018-03-14 lies after the article's own date, 2017-02-01
"#,
        );
    }

    #[test]
    fn plans_and_deadlines_are_silent() {
        for text in [
            "The licence was granted until 14 March 2018.",
            "The trial was scheduled for 14 March 2018.",
            "He will be freed on 14 March 2018, the court ruled.",
            "He was arrested on 14 January 2017.",
            "It opened on 2 February 2017.",
        ] {
            findings_at(CHECK.name, "2017-02-01", text, "");
        }
        findings(CHECK.name, "He was arrested on 14 March 2018.", "");
    }
}
