//! A quotation printed twice in one article, as display quotations, captions and first paragraphs do,
//! with a word changed.
//!
//! Catalogue Q101. Severity: warning where a number, negation, name or content word differs; info where
//! the two agree, trimmed or in another house style.
//! Example: `"We will never sell" - Ann Dale` above, `"We will always sell," said Mrs Dale` below.
//! Traps: trimming, ellipsis, words in brackets, spelling, contractions; two speakers with a like phrase.

use super::Within;
use crate::{
    check::{
        AGREES, Prepared, WARNING,
        wording::{Change, Wording, change, compare, pairs_that_share_words},
    },
    types::Finding,
};

/// Quotations printed twice.
pub const CHECK: Within =
    Within { name: "within.repeated_quotation", source: include_str!("repeated_quotation.rs"), check };

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    for (left, right) in pairs_that_share_words(&subject.quotations) {
        findings.extend(comparison(subject, &subject.quotations[left], &subject.quotations[right]));
    }
}

/// What two quotations come to; `None` where they are not two printings of one.
fn comparison(subject: &Prepared, left: &Wording, right: &Wording) -> Option<Finding> {
    let differences = compare(&left.hashes, &right.hashes)?;
    let text = |wording: &Wording, range: std::ops::Range<usize>| {
        wording.words[range].iter().map(|word| (subject.document.text(word.span), *word)).collect::<Vec<_>>()
    };
    let pairs: Vec<_> = differences
        .into_iter()
        .map(|found| (text(left, found.left), text(right, found.right)))
        .filter(|(left, right)| change(left, right) == Change::Substance)
        .collect();
    let evidence = vec![subject.fact("quote", left.fact.span), subject.fact("quote", right.fact.span)];
    if pairs.is_empty() {
        let shorter = left.words.len().min(right.words.len());
        let message = format!("printed twice, alike in {shorter} words");
        return Some(subject.finding(CHECK.name, AGREES, message, evidence));
    }
    let join = |words: &[(&str, _)]| words.iter().map(|(text, _)| *text).collect::<Vec<_>>().join(" ");
    let told: Vec<String> = pairs.iter().map(|(left, right)| format!("“{}” / “{}”", join(left), join(right))).collect();
    Some(subject.finding(
        CHECK.name,
        WARNING,
        format!("printed twice, with other words: {}", told.join("; ")),
        evidence,
    ))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn a_word_changed_between_two_printings() {
        findings(
            CHECK.name,
            "\"We will never sell the old mill to a stranger\" - Ann Dale\n\nAnn Dale said: \"We will always sell the old mill to a stranger.\"",
            r#"
conflicts warning ""We will never sell the old mill to a stranger"" ""We will always sell the old mill to a stranger."": printed twice, with other words: “never” / “always”
"#,
        );
    }

    #[test]
    fn trimming_and_house_style_agree() {
        findings(
            CHECK.name,
            "\"We will never sell the old mill\" - Ann Dale\n\nAnn Dale said: “We will never sell the old mill to a stranger.”",
            r#"
agrees info ""We will never sell the old mill"" "“We will never sell the old mill to a stranger.”": printed twice, alike in 7 words
"#,
        );
    }

    #[test]
    fn different_quotations_are_silent() {
        findings(
            CHECK.name,
            "\"We will never sell the old mill,\" said Ann Dale. \"We will repair the roof this year,\" she said.",
            "",
        );
    }
}
