//! One quotation attributed to two people in two articles.
//!
//! Severity: warning.
//! Example: "We will never sell the mill", said Ann Dale in one paper and Tom Reed in another.
//! Traps: a spokesperson for the principal, a speaker known by surname or title only, married names, a name spelled in
//! two ways; words that many people say on such a day, "our thoughts are with".

use super::{
    Across, Archive,
    archive::FactAt,
    found,
    quote_pairs::{differences, shorter, substance},
    speakers::share_word,
};
use crate::{check::WARNING, types::Finding};

/// Finds quotations with two speakers.
pub const CHECK: Across = Across { name: "across.two_speakers", source: include_str!("two_speakers.rs"), check };

/// The fewest words of a quotation that two people would not say alike.
const LONG: usize = 6;

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    for &(one, other) in &archive.part.quotes {
        findings.extend(comparison(archive, one, other));
    }
}

fn comparison(archive: &Archive, one: FactAt, other: FactAt) -> Option<Finding> {
    let (left, right) = (&archive.articles[one.article()], &archive.articles[other.article()]);
    let (place, speaker) = archive.quote(one).speaker?;
    let (second_place, second) = archive.quote(other).speaker?;
    let (speaker, second) = (left.text(speaker), right.text(second));
    if share_word(speaker, second) || !archive.share_story(one.article(), other.article()) {
        return None;
    }
    let (shared, differences) = differences(archive, one, other)?;
    let formulaic = shared * 4 < shorter(archive, one, other) * 3;
    if shared < LONG || formulaic || differences.iter().any(|found| substance(archive, one, other, found).is_some()) {
        return None;
    }
    let message = format!("said by {speaker} and by {second}");
    let evidence = vec![
        archive.quote_evidence(one),
        left.evidence(place, None),
        archive.quote_evidence(other),
        right.evidence(second_place, None),
    ];
    Some(found(&CHECK, WARNING, message, evidence))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_among;

    const ONE: &str = "\"We will never sell the old mill to a stranger,\" said Ann Dale on Monday.";

    #[test]
    fn one_quotation_has_one_speaker() {
        let other = "\"We will never sell the old mill to a stranger,\" said Tom Reed on Monday.";
        findings_among(
            CHECK.name,
            &[("one", "", ONE), ("two", "", other)],
            r#"
conflicts warning one ""We will never sell the old mill to a stranger,"" one "Ann Dale" two ""We will never sell the old mill to a stranger,"" two "Tom Reed": said by Ann Dale and by Tom Reed
"#,
        );
    }

    #[test]
    fn the_same_name_and_unknown_speakers_are_silent() {
        for other in [
            "\"We will never sell the old mill to a stranger,\" said Mrs Dale on Monday.",
            "\"We will never sell the old mill to a stranger,\" said a spokesman on Monday.",
        ] {
            findings_among(CHECK.name, &[("one", "", ONE), ("two", "", other)], "");
        }
    }

    #[test]
    fn words_in_marks_count_in_a_sentence_of_the_writers() {
        let one = "The council \"will never sell the old mill to a stranger,\" Ann Dale said.";
        findings_among(
            CHECK.name,
            &[("one", "", one), ("two", "", &one.replace("Ann Dale", "Tom Reed"))],
            r#"
conflicts warning one "The council "will never sell the old mill to a stranger,"" one "Ann Dale" two "The council "will never sell the old mill to a stranger,"" two "Tom Reed": said by Ann Dale and by Tom Reed
"#,
        );
        let other = "According to Tom Reed, Dale said it \"will never sell the old mill to a stranger.\"";
        findings_among(CHECK.name, &[("one", "", one), ("two", "", other)], "");
    }

    #[test]
    fn who_speaks_with_others_or_for_one_is_not_the_only_speaker() {
        for other in [
            "\"We will never sell the old mill to a stranger,\" said Tom Reed and Ann Dale on Monday.",
            "\"We will never sell the old mill to a stranger,\" said Tom Reed, quoting the owner.",
        ] {
            findings_among(CHECK.name, &[("one", "", ONE), ("two", "", other)], "");
        }
    }
}
