//! One quotation printed in two articles, with a word changed.
//!
//! Catalogue Q201. Severity: warning where a number, negation, name or content word differs; info where
//! independent articles print it alike.
//! Example: "We will never sell the mill" in one paper, "We will always sell the mill" in another.
//! Traps: spelling, contractions, words left out, brackets, translations; copies of one text.

use super::{Across, Archive, archive::FactAt, found};
use crate::{
    check::{
        AGREES, WARNING,
        alignment::Difference,
        wording::{Change, QuotedWord, change, compare},
    },
    types::Finding,
};

/// Reworded quotations.
pub const CHECK: Across =
    Across { name: "across.reworded_quotation", source: include_str!("reworded_quotation.rs"), check };

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    for &(one, other) in &archive.quotes {
        findings.extend(comparison(archive, one, other));
    }
}

fn comparison(archive: &Archive, one: FactAt, other: FactAt) -> Option<Finding> {
    let differences = compare(&archive.quote(one).hashes, &archive.quote(other).hashes)?;
    let told: Vec<String> = differences.iter().filter_map(|difference| told(archive, one, other, difference)).collect();
    let evidence = [one, other].map(|at| archive.quote(at).place.evidence(&archive.articles[at.article])).into();
    if !told.is_empty() {
        return Some(found(&CHECK, WARNING, format!("printed with other words: {}", told.join("; ")), evidence));
    }
    let independent = archive.origins[one.article] != archive.origins[other.article];
    independent.then(|| found(&CHECK, AGREES, "printed alike in two independent articles".to_owned(), evidence))
}

/// The words of a difference of substance.
fn told(archive: &Archive, one: FactAt, other: FactAt, difference: &Difference) -> Option<String> {
    let left = words(archive, one, &difference.left);
    let right = words(archive, other, &difference.right);
    let join = |words: &[(&str, QuotedWord)]| words.iter().map(|(text, _)| *text).collect::<Vec<_>>().join(" ");
    (change(&left, &right) == Change::Substance).then(|| format!("“{}” / “{}”", join(&left), join(&right)))
}

fn words<'a>(archive: &'a Archive, at: FactAt, range: &std::ops::Range<usize>) -> Vec<(&'a str, QuotedWord)> {
    let quote = archive.quote(at);
    quote.words[range.clone()].iter().map(|word| (word.span.of(&quote.place.text), *word)).collect()
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_among;

    const ONE: &str = "Ann Dale said: \"We will never sell the old mill to a stranger.\"";

    #[test]
    fn a_changed_word_is_told() {
        let other = "\"We will always sell the old mill to a stranger,\" said Ann Dale on Monday.";
        findings_among(
            CHECK.name,
            &[("one", "", ONE), ("two", "", other)],
            r#"
conflicts warning one ""We will never sell the old mill to a stranger."" two ""We will always sell the old mill to a stranger,"": printed with other words: “never” / “always”
"#,
        );
    }

    #[test]
    fn style_agrees_and_other_quotations_are_silent() {
        let other = "“We’ll never sell the old mill to a stranger,” said Ann Dale on Monday.";
        findings_among(
            CHECK.name,
            &[("one", "", ONE), ("two", "", other)],
            r#"
agrees info one ""We will never sell the old mill to a stranger."" two "“We’ll never sell the old mill to a stranger,”": printed alike in two independent articles
"#,
        );
        let other = "\"We will repair the old roof this year,\" said Ann Dale on Monday.";
        findings_among(CHECK.name, &[("one", "", ONE), ("two", "", other)], "");
    }
}
