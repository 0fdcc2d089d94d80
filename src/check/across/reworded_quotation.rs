//! One quotation printed in several articles, perhaps with a word changed.
//!
//! Severity: warning where a number, negation, name or content word differs in one place, or a number or negation
//! together with another word; info where it differs in several, as translations and two listeners' notes do, and where
//! independent articles print it alike.
//! Example: "We will never sell the mill" in one paper, "We will always sell the mill" in another.
//! Traps: spelling, contractions, words left out, brackets, translations; copies of one text.

use super::{
    Across, Archive,
    archive::FactAt,
    found,
    quote_pairs::{differences, is_grave, substance},
    speakers::share_word,
};
use crate::{
    check::{AGREES, NOTE, WARNING},
    types::Finding,
};

/// Finds reworded quotations.
pub const CHECK: Across =
    Across { name: "across.reworded_quotation", source: include_str!("reworded_quotation.rs"), check };

/// Up to this many places with replaced words, significant or not, may be a slip; more are a translation.
const FEW: usize = 2;

/// The most printings of one quotation that are listed.
const LISTED: usize = 50;

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    let of_story = |pair: &&(FactAt, FactAt)| archive.share_story(pair.0.article(), pair.1.article());
    for &(one, other) in archive.part.quotes.iter().filter(of_story) {
        let Some((_, differences)) = differences(archive, one, other) else { continue };
        let told: Vec<String> = differences.iter().filter_map(|found| substance(archive, one, other, found)).collect();
        if !told.is_empty() {
            let message = format!("printed with other words: {}", told.join("; "));
            let evidence = [one, other].map(|at| archive.quote_evidence(at));
            let replaced = differences.iter().filter(|found| !found.left.is_empty() && !found.right.is_empty()).count();
            let grave = || differences.iter().any(|found| is_grave(archive, one, other, found));
            let slip = replaced <= FEW && (told.len() == 1 || grave());
            let outcome = if slip { WARNING } else { NOTE };
            findings.push(found(&CHECK, outcome, message, evidence.into()));
        }
    }
    agreements(archive, findings);
}

/// Whether the printings that name a speaker may all name the same one; otherwise `two_speakers` reports them.
fn is_of_one(archive: &Archive, printings: &[FactAt]) -> bool {
    let mut named = printings.iter().filter_map(|at| archive.speaker(*at));
    let first = named.next();
    first.is_none_or(|first| named.all(|other| share_word(&first, &other)))
}

/// One agreement for every quotation that several independent articles print alike.
fn agreements(archive: &Archive, findings: &mut Vec<Finding>) {
    for printings in &archive.part.printings {
        let origins = archive.origins_of(printings.iter().map(|at| at.article()));
        if origins > 1 && is_of_one(archive, printings) {
            let message = format!("printed alike in {origins} articles, none a copy of another");
            let evidence = printings.iter().take(LISTED).map(|at| archive.quote_evidence(*at)).collect();
            findings.push(found(&CHECK, AGREES, message, evidence));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_among;

    const ONE: &str = "Ann Dale said: \"We will never sell the old mill to a stranger.\"";

    #[test]
    fn a_part_that_lost_its_negation_is_not_printed_alike() {
        let told = |begins: &str, expected: &str| {
            let one =
                format!("\"{begins} we could move the long pier to the bay of Ostwick,\" said Tom Reed. Gulls cried.");
            let other = "\"We could move the long pier to the bay of Ostwick,\" said Tom Reed. A barge sank.";
            findings_among(CHECK.name, &[("one", "", &one), ("two", "", other)], expected);
        };
        told("I do not believe", "");
        told(
            "I do believe",
            r#"
agrees info one ""I do believe we could move the long pier to the bay of Ostwick,"" two ""We could move the long pier to the bay of Ostwick,"": printed alike in 2 articles, none a copy of another
"#,
        );
    }

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
    fn a_number_or_a_lost_negation_counts_beside_another_word() {
        findings_among(
            CHECK.name,
            &[
                ("one", "", "\"I have not seen worse in 36 years on this old barge,\" said Ann Dale."),
                ("two", "", "\"I have seen worse in 26 years on this old barge,\" said Ann Dale."),
            ],
            r#"
conflicts warning one ""I have not seen worse in 36 years on this old barge,"" two ""I have seen worse in 26 years on this old barge,"": printed with other words: “not” / nothing; “36” / “26”
"#,
        );
    }

    #[test]
    fn a_translation_is_noted() {
        let other = "\"We will hardly sell the old barn to a stranger,\" said Ann Dale on Monday.";
        findings_among(
            CHECK.name,
            &[("one", "", ONE), ("two", "", other)],
            r#"
unclear info one ""We will never sell the old mill to a stranger."" two ""We will hardly sell the old barn to a stranger,"": printed with other words: “never” / “hardly”; “mill” / “barn”
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
agrees info one ""We will never sell the old mill to a stranger."" two "“We’ll never sell the old mill to a stranger,”": printed alike in 2 articles, none a copy of another
"#,
        );
        let other = "\"We will repair the old roof this year,\" said Ann Dale on Monday.";
        findings_among(CHECK.name, &[("one", "", ONE), ("two", "", other)], "");
    }

    #[test]
    fn words_in_marks_that_nobody_speaks_are_quoted_too() {
        findings_among(
            CHECK.name,
            &[
                ("one", "", "The charter is kept for \"the lasting use of all bargemen of Tarn\" in a tin box."),
                ("two", "", "The charter, \"the lasting use of all millers of Tarn\" in its old hand, was found."),
            ],
            r#"
conflicts warning one ""the lasting use of all bargemen of Tarn"" two ""the lasting use of all millers of Tarn"": printed with other words: “bargemen” / “millers”
"#,
        );
    }

    #[test]
    fn two_things_may_be_said_in_one_frame() {
        findings_among(
            CHECK.name,
            &[
                ("one", "", "\"We go there every single winter,\" said Ann Dale."),
                ("two", "", "Ann Dale said: \"We go there every single evening when the bread is warm.\""),
            ],
            "",
        );
    }

    #[test]
    fn a_translation_replaces_many_words_and_brackets_are_the_writers() {
        let other = "\"We shall never give this old mill to a foreigner,\" said Ann Dale on Monday.";
        let told = |one: &str, other: &str, expected: &str| {
            findings_among(CHECK.name, &[("one", "", one), ("two", "", other)], expected);
        };
        told(ONE, other, "");
        let one = "\"[The Dale Council] will never sell the old mill to a stranger,\" it said.";
        let other = "\"DC will never sell the old mill to a stranger,\" it said.";
        told(
            one,
            other,
            r#"
agrees info one ""[The Dale Council] will never sell the old mill to a stranger,"" two ""DC will never sell the old mill to a stranger,"": printed alike in 2 articles, none a copy of another
"#,
        );
    }

    #[test]
    fn what_was_left_out_does_not_hide_what_was_changed() {
        let one = "\"So we're asking all farmers to come if they saw the dam or they know anything. They can call the wardens at any time of the day,\" said Ann Dale.";
        let other = "\"So we would ask all farmers to come if they saw the dam. They can call the wardens at any time of the day,\" said Ann Dale.";
        findings_among(
            CHECK.name,
            &[("one", "", one), ("two", "", other)],
            r#"
conflicts warning one ""So we're asking all farmers to come if they saw the dam or they know anything. They can call the wardens at any time of the day,"" two ""So we would ask all farmers to come if they saw the dam. They can call the wardens at any time of the day,"": printed with other words: “we're asking” / “we would ask”
"#,
        );
    }

    #[test]
    fn what_two_people_say_is_no_agreement() {
        let other = "\"We will never sell the old mill to a stranger,\" said Tom Reed on Monday.";
        findings_among(CHECK.name, &[("one", "", ONE), ("two", "", other)], "");
    }
}
