//! A quotation that was cut so that it says the opposite: a negation or an `if` beside it was left out.
//!
//! Catalogue Q203. Severity: info.
//! Example: "I do not think we will sell the mill" in one paper, "we will sell the mill" in another.
//! Traps: a negation of the sentence before; words that were left out further away.

use super::{Across, Archive, archive::FactAt, found, quote_pairs::cut_off};
use crate::{
    check::NOTE,
    lexicon::LEXICON,
    types::{Finding, Tags},
};

/// Trimmed quotations.
pub const CHECK: Across =
    Across { name: "across.trimmed_quotation", source: include_str!("trimmed_quotation.rs"), check };

/// Words before the cut in which a negation still governs what follows.
const GOVERNED: usize = 5;

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    for &(one, other) in &archive.part.quotes {
        findings.extend(comparison(archive, one, other));
    }
}

fn comparison(archive: &Archive, one: FactAt, other: FactAt) -> Option<Finding> {
    if !archive.share_story(one.article(), other.article()) {
        return None;
    }
    let ([before, behind], whole) =
        cut_off(archive, one, other).map(|cut| (cut, other)).or_else(|| Some((cut_off(archive, other, one)?, one)))?;
    let turning = turning(before, behind)?;
    let evidence = [one, other].map(|at| archive.quote_evidence(at));
    let article = &archive.articles[whole.article()].head.article;
    Some(found(&CHECK, NOTE, format!("{article} has “{turning}” beside what the other quotes"), evidence.into()))
}

/// The word beside the cut that turns what was said: a negation or condition close before it in its sentence,
/// a condition right behind.
fn turning<'a>(before: &'a str, behind: &'a str) -> Option<&'a str> {
    const ENDS: [char; 6] = ['.', '!', '?', ';', ':', '\n'];
    let sentence = before.rfind(ENDS).map_or(before, |end| &before[end + 1..]);
    let negation = |word: &str| {
        let small = word.to_lowercase().replace('’', "'");
        LEXICON.look_up(&small).1.any(Tags::NEGATION) || small.ends_with("n't")
    };
    let condition = |word: &str| ["if", "unless"].iter().any(|condition| word.eq_ignore_ascii_case(condition));
    let mut words = bare(sentence).rev().take(GOVERNED);
    let governed = words.find(|word| negation(word) || condition(word));
    let next =
        || bare(behind).next().filter(|word| condition(word) && !behind.trim_start_matches(',').starts_with(ENDS));
    governed.or_else(next)
}

fn bare(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    let words = text.split_whitespace().map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    words.filter(|word| !word.is_empty())
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
            "“I think we will sell the old mill to a stranger some day,” said Ann Dale.",
            "“We will sell the old mill to a stranger,” said Ann Dale.",
        ] {
            findings_among(CHECK.name, &[("one", "", SHORT), ("two", "", whole)], "");
        }
    }
}
