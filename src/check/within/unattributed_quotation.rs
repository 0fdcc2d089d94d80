//! A direct quotation of at least eight words without a speaker.
//!
//! Severity: info.
//! Example: `"It was the worst night of my whole life."` alone in its paragraph, with no name near it.
//! Traps: scare quotes and titles of works (short), display quotations, a speaker who continues, unpaired marks.

use super::Within;
use crate::{
    check::{NOTE, Prepared},
    types::{BlockKind, Document, Finding, QuoteForm, Span, TokenKind},
};

/// Finds quotations without a speaker.
pub const CHECK: Within =
    Within { name: "within.unattributed_quotation", source: include_str!("unattributed_quotation.rs"), check };

/// Shorter ones may be a title or a phrase.
const SHORTEST: usize = 8;

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let document = subject.document;
    for fact in &subject.facts.quotes {
        let quote = &fact.detail;
        let paragraph = document.block_of_fact(fact).kind == BlockKind::Paragraph;
        if quote.form != QuoteForm::Direct || quote.speaker.is_some() || quote.cue.is_some() || quote.pull || !paragraph
        {
            continue;
        }
        let word = |at: &usize| document.tokens[*at].kind == TokenKind::Word;
        let words = document.tokens_in(fact.span).filter(word).count();
        if words >= SHORTEST && !holds_a_mark(document, fact.span) {
            let message = format!("nobody is said to speak these {words} words");
            findings.push(subject.finding(CHECK.name, NOTE, message, vec![subject.quote(fact.span)]));
        }
    }
}

/// Whether a double mark is inside: spaces were lost, and the speaker may follow it, as in `"Never, "she said.`
fn holds_a_mark(document: &Document, span: Span) -> bool {
    let tokens = document.tokens_in(span);
    let double = |at: usize| ["\"", "“", "”"].iter().any(|mark| document.is(at, mark));
    (tokens.start + 1..tokens.end.saturating_sub(1)).any(double)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn a_quotation_has_a_speaker() {
        findings(
            CHECK.name,
            "The mill burned down on Monday.\n\n\"It was the worst night of my whole life.\"",
            r#"
unclear info ""It was the worst night of my whole life."": nobody is said to speak these 9 words
"#,
        );
    }

    #[test]
    fn attributed_and_short_ones_are_silent() {
        findings(
            CHECK.name,
            "\"It was the worst night of my whole life,\" said Ann Dale.\n\nThe \"night of fire\" is over.",
            "",
        );
    }
}
