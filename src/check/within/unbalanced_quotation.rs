//! A quotation mark that is opened and never closed, or closed and never opened, within a paragraph.
//!
//! Severity: info.
//! Example: a paragraph `“We are pleased, she said.` has no closing mark.
//! Traps: a quotation over several paragraphs, where only the last one closes (each reopens), paragraphs run together,
//! a sentence on each line, inches and apostrophes, marks of different style in one pair.

use super::Within;
use crate::{
    check::{NOTE, Prepared},
    types::{Block, BlockKind, Document, Finding, Tags},
};

/// Finds unbalanced quotation marks.
pub const CHECK: Within =
    Within { name: "within.unbalanced_quotation", source: include_str!("unbalanced_quotation.rs"), check };

/// The most paragraphs from one with an opening mark to that with the closing one, in texts with one sentence per line.
const APART: usize = 6;

/// A paragraph with double quotation marks.
#[derive(Debug)]
struct Marked<'a> {
    /// Index among all paragraphs.
    index: usize,
    block: &'a Block,
    /// Token indices, at least one.
    marks: Vec<usize>,
    /// The same with marks right after numbers: inches, or the end of `the "class of 1987"`.
    with_inches: Vec<usize>,
}

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let document = subject.document;
    let paragraphs = document.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph).enumerate();
    let with_marks = paragraphs.map(|(index, block)| {
        let with_inches = double_marks(document, block);
        let marks = with_inches.iter().copied().filter(|at| !may_be_inches(document, *at)).collect();
        Marked { index, block, marks, with_inches }
    });
    let marked: Vec<Marked> = with_marks.filter(|marked| !marked.marks.is_empty()).collect();
    let mut rest = &marked[..];
    while let [here, behind @ ..] = rest {
        rest = behind;
        let next = behind.first();
        if is_paired(document, &here.marks)
            || is_paired(document, &here.with_inches)
            || next.is_some_and(|next| next.index == here.index + 1 && opens(next))
        {
            continue;
        }
        if next.is_some_and(|next| next.index - here.index <= APART && !is_paired(document, &next.marks)) {
            rest = &behind[1..];
            continue;
        }
        let last = document.tokens[here.marks[here.marks.len() - 1]].span;
        let message = match here.marks.len() {
            1 => "a quotation mark without its partner".to_owned(),
            several => format!("one of {several} quotation marks in the paragraph has no partner"),
        };
        findings.push(subject.finding(CHECK.name, NOTE, message, vec![subject.words(last)]));
    }
}

/// Whether each mark of a paragraph has its partner. A mark after the end of a sentence, while another is open, reopens
/// the same quotation, as where paragraphs are run together.
fn is_paired(document: &Document, marks: &[usize]) -> bool {
    let mut is_open = false;
    for &mark in marks {
        let ends = mark > 0 && matches!(document.sign(mark - 1), '.' | '!' | '?');
        let again = is_open && ends && !document.is_glued(mark - 1) && document.is_glued(mark);
        is_open = again || !is_open;
    }
    !is_open
}

/// Whether a mark touches a number before it.
fn may_be_inches(document: &Document, mark: usize) -> bool {
    mark > 0 && document.tags(mark - 1).any(Tags::DIGITS) && document.is_glued(mark - 1)
}

/// Token indices of the double quotation marks of a block.
fn double_marks(document: &Document, block: &Block) -> Vec<usize> {
    let first = document.quotation_marks.partition_point(|&at| at < block.tokens.start);
    let here = document.quotation_marks[first..].iter().take_while(|&&at| at < block.tokens.end);
    let double = |at: &usize| matches!(document.word(*at), "\"" | "“" | "”" | "„" | "''" | "‘‘" | "’’");
    here.map(|&at| at as usize).filter(double).collect()
}

/// Whether a paragraph begins with a double quotation mark.
fn opens(marked: &Marked) -> bool {
    marked.marks[0] == marked.block.tokens.start as usize
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
unclear info "“": a quotation mark without its partner
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

    #[test]
    fn a_mark_behind_a_number_may_close() {
        for text in ["They called it \"the mill of 1987\", and Ann Dale \"the barn\".", "The \"class of 1987\" met."] {
            findings(CHECK.name, text, "");
        }
    }

    #[test]
    fn paragraphs_run_together_and_lines_for_each_sentence_are_silent() {
        for text in [
            "Ann Dale said: \"We are pleased. \"It opens in spring.\" The mill was shut.",
            "Ann Dale said: \"We are pleased.\n\nIt opens in spring.\n\nAll may come.\" The mill was shut.",
        ] {
            findings(CHECK.name, text, "");
        }
        findings(
            CHECK.name,
            "Ann Dale said: \"We are pleased.\" She named it \"the mill of mills.",
            r#"
unclear info """: one of 3 quotation marks in the paragraph has no partner
"#,
        );
    }
}
