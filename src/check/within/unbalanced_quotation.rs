//! A quotation mark that is opened and never closed, or closed and never opened, within a paragraph.
//!
//! Severity: info.
//! Example: a paragraph `“We are pleased, she said.` has no closing mark.
//! Traps: a quotation over several paragraphs, where only the last one closes (each reopens), inches
//! and apostrophes, marks of different style in one pair.

use super::Within;
use crate::{
    check::{NOTE, Prepared},
    types::{Block, BlockKind, Document, Finding},
};

/// Unbalanced quotation marks.
pub const CHECK: Within =
    Within { name: "within.unbalanced_quotation", source: include_str!("unbalanced_quotation.rs"), check };

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let document = subject.document;
    let paragraphs: Vec<&Block> = document.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph).collect();
    for (index, block) in paragraphs.iter().enumerate() {
        let marks = double_marks(document, block);
        let reopens = |next: &&Block| opens(document, next);
        if marks.len() % 2 == 1 && !paragraphs.get(index + 1).is_some_and(reopens) {
            let last = marks[marks.len() - 1];
            let message = format!("{} double quotation marks in one paragraph do not pair", marks.len());
            findings.push(subject.finding(CHECK.name, NOTE, message, vec![subject.words(document.tokens[last].span)]));
        }
    }
}

/// Token indices of the double quotation marks of a block; inches behind a number are left out.
fn double_marks(document: &Document, block: &Block) -> Vec<usize> {
    let first = document.quotation_marks.partition_point(|&at| at < block.tokens.start);
    let here = document.quotation_marks[first..].iter().take_while(|&&at| at < block.tokens.end);
    let double = |at: &usize| matches!(document.word(*at), "\"" | "“" | "”" | "„" | "''" | "‘‘" | "’’");
    let inches =
        |at: &usize| *at > 0 && document.tags(at - 1).any(crate::types::Tags::DIGITS) && document.is_glued(at - 1);
    here.map(|&at| at as usize).filter(double).filter(|at| !inches(at)).collect()
}

/// Whether a block begins with a double quotation mark.
fn opens(document: &Document, block: &Block) -> bool {
    double_marks(document, block).first() == Some(&(block.tokens.start as usize))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn an_odd_mark_is_noted() {
        findings(
            CHECK.name,
            "“We are pleased, said Ann Dale.\n\nThe mill opens in spring.",
            r#"
unclear info "“": 1 double quotation marks in one paragraph do not pair
"#,
        );
    }

    #[test]
    fn quotations_over_several_paragraphs_are_silent() {
        findings(
            CHECK.name,
            "Ann Dale said: “We are pleased with the mill and its future.\n\n“It opens in spring, and all may come.\"\n\nThe board is 6\" wide.",
            "",
        );
    }
}
