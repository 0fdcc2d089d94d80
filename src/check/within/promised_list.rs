//! The number of points that a headline or sentence promises, compared with the number of numbered paragraphs.
//!
//! Severity: info, whether they agree or not.
//! Example: "Five reasons to visit" above paragraphs that begin with 1 to 4.
//! Traps: lists without numbers, which are not counted; numbers that begin a sentence by chance (they must run from 1
//! up without a gap).

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{AGREES, NOTE, Prepared, shown::shown},
    types::{BlockKind, Document, Fact, Figure, FigureKind, Finding, TokenKind, WordList},
};

/// Compares promised lists with their items.
pub const CHECK: Within = Within { name: "within.promised_list", source: include_str!("promised_list.rs"), check };

/// Nouns for the items of a list.
const POINTS: [&str; 14] = [
    "facts",
    "highlights",
    "ideas",
    "lessons",
    "moments",
    "points",
    "questions",
    "reasons",
    "steps",
    "takeaways",
    "things",
    "tips",
    "ways",
    "winners",
];

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let document = subject.document;
    let promises = subject.facts.figures.iter().filter(|fact| is_promise(document, fact));
    let Some(promise) = promises.take(1).next() else { return };
    let items = items(document);
    let (Some(last), Some(value)) = (items.last(), promise.detail.value) else { return };
    if items.len() < 2 {
        return;
    }
    let outcome = if value == Decimal::from(items.len()) { AGREES } else { NOTE };
    let message = format!("{} are promised, {} are numbered", shown(value), items.len());
    let evidence = vec![subject.figure(promise.span), subject.words(document.tokens[*last].span)];
    findings.push(subject.finding(CHECK.name, outcome, message, evidence));
}

/// Whether a figure of the headline or the first sentences counts points of a list.
fn is_promise(document: &Document, fact: &Fact<Figure>) -> bool {
    let figure = &fact.detail;
    let early = fact.sentence <= 3 && figure.kind == FigureKind::Count;
    early && figure.head.is_some_and(|head| POINTS.iter().any(|point| document.text(head).eq_ignore_ascii_case(point)))
}

/// Tokens of the numbers that begin paragraphs, from 1 up.
fn items(document: &Document) -> Vec<usize> {
    let mut items = Vec::new();
    for block in document.blocks.iter().filter(|block| block.kind != BlockKind::Title && !block.tokens.is_empty()) {
        let at = block.tokens.start as usize;
        let marked = document.is_one_of(at + 1, const { &WordList::of([".", ")", ":"]) });
        let number = document.tokens[at].kind == TokenKind::Number && marked;
        if number && document.word(at).parse() == Ok(items.len() + 1) {
            items.push(at);
        }
    }
    items
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn numbered_paragraphs_are_counted() {
        findings(
            CHECK.name,
            "# Three reasons to visit Bramfield\n\n1. The mill is open again.\n\n2. The river is clean.",
            r#"
unclear info "Three" "2": 3 are promised, 2 are numbered
"#,
        );
    }

    #[test]
    fn lists_without_numbers_are_silent() {
        findings(CHECK.name, "# Three reasons to visit Bramfield\n\nThe mill is open again.\n\n12 people came.", "");
    }
}
