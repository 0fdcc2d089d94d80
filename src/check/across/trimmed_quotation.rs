//! A quotation cut so that it says the opposite: a negation or an `if` next to it was left out.
//!
//! Severity: info.
//! Example: "I do not think we will sell the mill" in one paper, "we will sell the mill" in another.
//! Traps: a negation in an earlier sentence or clause; a condition outside the marks; a few words inside a sentence of
//! the writer's, who may state the condition too; words left out further away.

use super::{
    Across, Archive,
    archive::FactAt,
    found,
    turned::{Turned, turned},
};
use crate::{check::NOTE, types::Finding};

/// Finds trimmed quotations.
pub const CHECK: Across =
    Across { name: "across.trimmed_quotation", source: include_str!("trimmed_quotation.rs"), check };

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    for &(one, other) in &archive.part.quotes {
        findings.extend(comparison(archive, one, other));
    }
}

fn comparison(archive: &Archive, one: FactAt, other: FactAt) -> Option<Finding> {
    if !archive.share_story(one.article(), other.article()) {
        return None;
    }
    let Turned { whole, word } = turned(archive, one, other)?;
    let evidence = [one, other].map(|at| archive.quote_evidence(at));
    let article = &archive.articles[whole.article()].head.article;
    Some(found(&CHECK, NOTE, format!("{article} has “{word}” beside what the other quotes"), evidence.into()))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_among;

    const SHORT: &str = "\"We will sell the old mill to a stranger,\" said Ann Dale on Monday.";

    #[test]
    fn a_negation_or_condition_left_out_is_worth_a_look() {
        for (whole, word) in [
            ("“I do not think we will sell the old mill to a stranger,” said Ann Dale.", "not"),
            ("“We will sell the old mill to a stranger if we must,” said Ann Dale.", "if"),
        ] {
            let quoted = whole.split_once(" said").map_or("", |(quoted, _)| quoted);
            findings_among(
                CHECK.name,
                &[("one", "", SHORT), ("two", "", whole)],
                &format!(
                    "unclear info one \"\"We will sell the old mill to a stranger,\"\" two \"{quoted}\": two has “{word}” beside what the other quotes"
                ),
            );
        }
    }

    #[test]
    fn sentences_before_and_plain_cuts_are_silent() {
        for whole in [
            "“It is not easy. We will sell the old mill to a stranger,” said Ann Dale.",
            "“It is not easy, but we will sell the old mill to a stranger,” said Ann Dale.",
            "“I think we will sell the old mill to a stranger some day,” said Ann Dale.",
            "“We will sell the old mill to a stranger,” said Ann Dale.",
        ] {
            findings_among(CHECK.name, &[("one", "", SHORT), ("two", "", whole)], "");
        }
    }

    #[test]
    fn what_the_writer_says_outside_of_the_marks_was_not_left_out() {
        let whole = "“If the roof holds we will sell the old mill to a stranger,” said Ann Dale.";
        for short in [
            "Ann Dale said that if the roof held “we will sell the old mill to a stranger”.",
            "Ann Dale told of a plan in case the roof holds that “we will sell the old mill to a stranger”.",
        ] {
            findings_among(CHECK.name, &[("one", "", short), ("two", "", whole)], "");
        }
    }
}
