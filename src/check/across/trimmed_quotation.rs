//! A quotation cut so that it says the opposite: a negation or an `if` next to it was left out.
//!
//! Severity: info.
//! Example: "I do not think we will sell the mill" in one paper, "we will sell the mill" in another.
//! Traps: a negation in an earlier sentence or clause; a condition outside the marks; a few words inside a sentence of
//! the writer's, who may state the condition too; words left out further away.

use super::{Across, Archive, archive::FactAt, found, quote_pairs::cut_off};
use crate::{
    check::NOTE,
    lexicon::LEXICON,
    types::{Finding, Tags},
};

/// Finds trimmed quotations.
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
    let cut = |short: FactAt, whole: FactAt| cut_off(archive, short, whole).map(|cut| (cut, short, whole));
    let ([before, behind], short, whole) = cut(one, other).or_else(|| cut(other, one))?;
    let turning = turning(before, behind)?;
    let quote = archive.quote(short);
    let printed = archive.articles[short.article()].text(quote.place.text);
    if quote.is_woven || bare(printed).any(|word| turns(word).is_some()) {
        return None;
    }
    let evidence = [one, other].map(|at| archive.quote_evidence(at));
    let article = &archive.articles[whole.article()].head.article;
    Some(found(&CHECK, NOTE, format!("{article} has “{turning}” beside what the other quotes"), evidence.into()))
}

/// The effect of a word on what it governs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Negation,
    Condition,
}

fn turns(word: &str) -> Option<Turn> {
    if ["if", "unless"].iter().any(|condition| word.eq_ignore_ascii_case(condition)) {
        return Some(Turn::Condition);
    }
    let small = word.to_lowercase().replace('’', "'");
    let negation = LEXICON.look_up(&small).1.any(Tags::NEGATION) || small.ends_with("n't");
    negation.then_some(Turn::Negation)
}

/// The word next to the cut that reverses the meaning: a negation shortly before it in its clause, a condition in its
/// sentence, or a condition right after.
fn turning<'a>(before: &'a str, behind: &'a str) -> Option<&'a str> {
    const ENDS: [char; 6] = ['.', '!', '?', ';', ':', '\n'];
    let sentence = before.rfind(ENDS).map_or(before, |end| &before[end + 1..]);
    // "There are no deaths, and": a negation ends with its clause, a condition before a comma does not.
    let clause = sentence.rfind(',').map_or(sentence, |comma| &sentence[comma + 1..]);
    let joined = |word: &str| ["and", "but", "so"].iter().any(|join| word.eq_ignore_ascii_case(join));
    let last = |text: &'a str, turn: Turn| {
        let near = bare(text).rev().take(GOVERNED).take_while(|word| !joined(word));
        near.into_iter().find(|word| turns(word) == Some(turn))
    };
    let next = || {
        let right_behind = !behind.trim_start_matches(',').starts_with(ENDS);
        bare(behind).next().filter(|word| turns(word) == Some(Turn::Condition) && right_behind)
    };
    last(clause, Turn::Negation).or_else(|| last(sentence, Turn::Condition)).or_else(next)
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
