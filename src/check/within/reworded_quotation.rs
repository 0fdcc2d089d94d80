//! A quotation printed twice in one article, perhaps with a word changed, as in display quotations, captions and first
//! paragraphs.
//!
//! Severity: warning where a number, negation, name or content word differs; info where the two agree, trimmed or in
//! another house style.
//! Example: `"We will never sell" - Ann Dale` above, `"We will always sell," said Mrs Dale` below.
//! Traps: trimming, ellipsis, words in brackets, spelling, contractions; two speakers with a similar phrase.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Within;
use crate::{
    check::{
        AGREES, Prepared, WARNING,
        alignment::Difference,
        pairing::{groups, members},
        wording::{Change, QuotedWord, Wording, change, compare, pairs_that_share_words, told_apart},
    },
    types::{Document, Finding, Span},
};

/// Finds quotations printed twice.
pub const CHECK: Within =
    Within { name: "within.reworded_quotation", source: include_str!("reworded_quotation.rs"), check };

/// Shorter quotations may differ in only one place to be printings of one.
const SHORT: usize = 9;
/// Shorter phrases are alike by chance, or on purpose within one quotation.
const ALIKE: usize = 6;
/// If more quotations than this each differ from one in some words, none of them is a slip.
const RIVALS: usize = 2;
/// The most places of one quotation that are shown.
const SHOWN: usize = 8;

/// The words of one printing of a quotation, without a break.
struct Printing<'a> {
    words: &'a [QuotedWord],
    hashes: &'a [u32],
    /// The speaker, if known.
    speaker: Option<&'a str>,
    /// The quotation, and whether it is speech.
    quotation: (Span, bool),
}

/// The result for two quotations, over all their parts that were compared.
struct Comparison {
    /// The same one twice if its own parts were compared.
    quotations: [(Span, bool); 2],
    /// Words of the shorter printing.
    words: usize,
    /// Differences of substance, worded for the message.
    differences: Vec<String>,
}

/// Quotations that are printings of one.
struct Printed {
    quotations: Vec<(Span, bool)>,
    /// Words of the shortest printing.
    words: usize,
    differences: Vec<String>,
}

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let document = subject.document;
    let mut printings: Vec<Printing> = Vec::new();
    for quotation in &subject.quotations {
        printings.extend(parts(document, quotation).into_iter().map(|part| Printing {
            words: &quotation.words[part.clone()],
            hashes: &quotation.hashes[part],
            speaker: quotation.fact.detail.speaker.as_ref().map(|speaker| document.text(speaker.span)),
            quotation: (quotation.fact.span, true),
        }));
    }
    printings.extend(subject.loose.iter().map(|loose| Printing {
        words: &loose.words,
        hashes: &loose.hashes,
        speaker: None,
        quotation: (loose.span, false),
    }));
    printings.sort_by_key(|printing| printing.words.first().map(|word| word.span));
    let hashes: Vec<&[u32]> = printings.iter().map(|printing| printing.hashes).collect();
    let mut compared: Vec<Comparison> = Vec::new();
    let mut known: FxHashMap<[(Span, bool); 2], usize> = FxHashMap::default();
    for (left, right) in pairs_that_share_words(&hashes) {
        let Some(new) = comparison(document, &printings[left], &printings[right]) else { continue };
        let next = compared.len();
        match *known.entry(new.quotations).or_insert(next) {
            at if at == next => compared.push(new),
            // Another part of the same two quotations.
            at => {
                compared[at].words += new.words;
                compared[at].differences.extend(new.differences);
            }
        }
    }
    findings.extend(told(compared).into_iter().map(|printed| finding(subject, printed)));
}

/// Groups the comparisons: quotations that agree form one group, and two groups that differ are reported once. A
/// quotation from which many differ is a set phrase: "the very good old wheel", "the very good old roof".
fn told(compared: Vec<Comparison>) -> Vec<Printed> {
    let mut quotations: Vec<(Span, bool)> = compared.iter().flat_map(|one| one.quotations).collect();
    quotations.sort_unstable();
    quotations.dedup();
    let at = |quotation| quotations.binary_search(&quotation).unwrap_or_default();
    let (agree, differ): (Vec<_>, Vec<_>) = compared.into_iter().partition(|one| one.differences.is_empty());
    let group = groups(quotations.len(), agree.iter().map(|one| (at(one.quotations[0]), at(one.quotations[1]))));
    let mut words: FxHashMap<usize, usize> = FxHashMap::default();
    for one in &agree {
        let least = words.entry(group[at(one.quotations[0])]).or_insert(one.words);
        *least = one.words.min(*least);
    }
    let printing = |members: Vec<usize>| Printed {
        words: words[&members[0]],
        quotations: members.into_iter().map(|member| quotations[member]).collect(),
        differences: Vec::new(),
    };
    let mut printed: Vec<Printed> = members(&group).into_iter().map(printing).collect();
    let mut rivals: FxHashMap<usize, FxHashSet<usize>> = FxHashMap::default();
    let of = |one: &Comparison| one.quotations.map(|quotation| group[at(quotation)]);
    for [left, right] in differ.iter().map(of) {
        rivals.entry(left).or_default().insert(right);
        rivals.entry(right).or_default().insert(left);
    }
    let mut seen = FxHashSet::default();
    for one in differ {
        let [left, right] = of(&one);
        let form = [left, right].iter().any(|quotation| rivals[quotation].len() > RIVALS);
        if !form && seen.insert((left, right)) {
            let mut quotations = one.quotations.to_vec();
            quotations.dedup();
            printed.push(Printed { quotations, words: one.words, differences: one.differences });
        }
    }
    printed
}

/// The words of a quotation, split where its speaker is named between two sentences: `"No," she said. "Never."`
fn parts(document: &Document, quotation: &Wording) -> Vec<Range<usize>> {
    let sentence = |word: &QuotedWord| document.tokens[document.token_at(word.span.start)].sentence;
    let content = &quotation.fact.detail.content;
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for pair in content.windows(2) {
        let next = quotation.words.partition_point(|word| word.span.start < pair[1].start);
        let apart = next > start && next < quotation.words.len();
        if apart && sentence(&quotation.words[next - 1]) != sentence(&quotation.words[next]) {
            parts.push(start..next);
            start = next;
        }
    }
    parts.push(start..quotation.words.len());
    parts
}

/// The result for two printings; `None` where they are not of one quotation.
fn comparison(document: &Document, left: &Printing, right: &Printing) -> Option<Comparison> {
    let differences = compare(left.hashes, right.hashes)?;
    let text = |printing: &Printing, range: Range<usize>| {
        printing.words[range].iter().map(|word| (document.text(word.span), *word)).collect::<Vec<_>>()
    };
    let words = left.words.len().min(right.words.len());
    let ends = |found: &Difference| {
        let at = |range: &Range<usize>, printing: &Printing| range.start == 0 || range.end == printing.words.len();
        at(&found.left, left) || at(&found.right, right)
    };
    let several = differences.len() > 1;
    let replacements = differences.iter().filter(|found| !found.left.is_empty() && !found.right.is_empty()).count();
    let at_an_end = differences.iter().any(ends);
    // Similar phrases of two people differ in the last word.
    let closes = differences
        .last()
        .is_some_and(|found| found.left.end == left.words.len() || found.right.end == right.words.len());
    // Two words in place of two others, where the shorter printing begins or ends, are only its surroundings.
    let replaced = |found: &Difference| found.left.len().min(found.right.len()) > 1;
    let replaced_at_an_end = differences.iter().any(|found| replaced(found) && ends(found));
    let pairs: Vec<_> = differences
        .into_iter()
        .map(|found| (text(left, found.left), text(right, found.right)))
        .filter(|(left, right)| change(left, right) == Change::Substance)
        .collect();
    // Two short phrases that differ in two places are different phrases. The shortest are too if they differ at an end
    // or are parts of one quotation: short sentences are built alike.
    let alike = words < ALIKE && (at_an_end || left.quotation == right.quotation);
    let alike = alike || closes && words < SHORT && left.speaker != right.speaker || replaced_at_an_end;
    // People who repeat themselves use other words.
    let says_again = replacements > 1;
    if !pairs.is_empty() && (several && words < SHORT || alike || says_again) {
        return None;
    }
    let differences = pairs.iter().map(|(left, right)| told_apart(left, right)).collect();
    Some(Comparison { quotations: [left.quotation, right.quotation], words, differences })
}

fn finding(subject: &Prepared, printed: Printed) -> Finding {
    let Printed { quotations, words, differences } = printed;
    let place = |(span, speech)| if speech { subject.quote(span) } else { subject.words(span) };
    let times = quotations.len();
    let evidence = quotations.into_iter().take(SHOWN).map(place).collect();
    let (outcome, message) = match &differences[..] {
        [] if times > 2 => (AGREES, format!("printed {times} times, alike in {words} words")),
        [] => (AGREES, format!("printed twice, alike in {words} words")),
        told => (WARNING, format!("printed twice, with other words: {}", told.join("; "))),
    };
    subject.finding(CHECK.name, outcome, message, evidence)
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
    fn words_in_marks_without_a_speaker_and_later_sentences_are_printings() {
        findings(
            CHECK.name,
            "“A barn that never kept a sheep dry” stood on the sign of the mill.\n\n“It is a barn that always kept a sheep dry, and I was wrong,” said Tom Reed.",
            r#"
conflicts warning "“A barn that never kept a sheep dry”" "“It is a barn that always kept a sheep dry, and I was wrong,”": printed twice, with other words: “never” / “always”
"#,
        );
        findings(
            CHECK.name,
            "\"The mill was a dry barn for us,\" said one man at the gate. \"The mill was a wet barn for us; nobody went there.\"",
            r#"
conflicts warning ""The mill was a dry barn for us," said one man at the gate. "The mill was a wet barn for us; nobody went there."": printed twice, with other words: “dry” / “wet”
"#,
        );
    }

    #[test]
    fn the_parts_of_two_quotations_come_to_one_finding() {
        let printed = |count| {
            format!(
                "\"We sold {count} of the barges in spring,\" Ann Dale said. \"Not one of them has come back to us.\""
            )
        };
        let text = format!("{}\n\n{}", printed(40), printed(14));
        let told = format!(
            "\nconflicts warning \"{}\" \"{}\": printed twice, with other words: “40” / “14”\n",
            printed(40),
            printed(14)
        );
        findings(CHECK.name, &text, &told);
        let text = format!("{}\n\n{}", printed(40), printed(40));
        let told = format!("\nagrees info \"{0}\" \"{0}\": printed twice, alike in 17 words\n", printed(40));
        findings(CHECK.name, &text, &told);
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
        findings(
            CHECK.name,
            "“I think you have the wrong red barge,” wrote one man. “Think you have the wrong boy,” wrote another.",
            "",
        );
        findings(
            CHECK.name,
            "“We didn’t think the old dam would ever hold a flood like that,” said Ann Dale at noon. “We didn’t know the old dam would ever hold a flood like this,” said Ann Dale again.",
            "",
        );
        findings(
            CHECK.name,
            "“Are the barges out there?” wrote one man. “See the barges out there?” wrote another.",
            "",
        );
    }

    #[test]
    fn two_words_replaced_are_another_sentence() {
        findings(
            CHECK.name,
            "\"We did not think the old barge would ever sink like that.\" She left. \"We did not know the old barge would ever sink like this,\" said Ann Dale.",
            "",
        );
    }
}
