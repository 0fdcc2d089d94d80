//! A direct quotation of some length that nobody is said to speak.
//!
//! Catalogue Q104. Severity: info.
//! Example: `"It was the worst night of my whole life."` alone in its paragraph, with no name near it.
//! Traps: scare quotes and titles of works (short), display quotations, a speaker who goes on.

use super::Within;
use crate::{
    check::{NOTE, Prepared},
    types::{BlockKind, Finding, QuoteForm, TokenKind},
};

/// Quotations without a speaker.
pub const CHECK: Within =
    Within { name: "within.unattributed_quotation", source: include_str!("unattributed_quotation.rs"), check };

/// Fewer words may be a title or a phrase.
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
        if words >= SHORTEST {
            let message = format!("nobody is said to speak these {words} words");
            findings.push(subject.finding(CHECK.name, NOTE, message, vec![subject.fact("quote", fact.span)]));
        }
    }
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
