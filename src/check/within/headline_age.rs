//! The age of somebody in the headline against the only age of the text: "Man, 34, held" above "a 43-year-old man".
//!
//! Catalogue F101. Severity: warning.
//! Example: "Boy, 14, rescued from mill" above "The 17-year-old boy was" conflicts.
//! Traps: a text with several ages, or with that of the headline, in whatever form; two people, a birthday (one year), and
//! a headline and a text that call them otherwise ("Man, 34", "a 17-year-old boy").

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{Prepared, WARNING, ages::is_age_in_years},
    types::{BlockKind, Document, Fact, Figure, FigureKind, Finding, Tags, WordId, WordList},
};

/// The age in the headline.
pub const CHECK: Within = Within { name: "within.headline_age", source: include_str!("headline_age.rs"), check };

/// Tokens from an age to the noun that says who has it.
const BESIDE: usize = 3;
/// Sentences at the front of a text that tell what the headline does.
const LEAD: u32 = 3;

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let document = subject.document;
    let in_headline = |fact: &&Fact<Figure>| document.block_of_fact(fact).kind == BlockKind::Title;
    let ages = || subject.facts.figures.iter().filter(|fact| fact.detail.kind == FigureKind::Age);
    let mut headline = ages().filter(in_headline);
    let (Some(age), None) = (headline.next(), headline.next()) else { return };
    let mut text = ages().filter(|fact| !in_headline(fact));
    let Some(other) = text.next() else { return };
    let first = document
        .sentences
        .iter()
        .position(|sentence| document.blocks[sentence.block as usize].kind == BlockKind::Paragraph);
    let leads = first.is_some_and(|first| other.sentence < first as u32 + LEAD);
    let value = |fact: &Fact<Figure>| fact.detail.value.filter(|_| is_age_in_years(document, fact));
    let (Some(one), Some(two)) = (value(age), value(other)) else { return };
    let alone = text.all(|again| again.detail.value == Some(two));
    let same = called(document, age).is_some_and(|called_so| called(document, other) == Some(called_so));
    if leads && alone && same && (one - two).abs() > Decimal::ONE && !is_printed(document, age, one) {
        let message = format!("{} in the headline, {} in the text", one.normalize(), two.normalize());
        let evidence = [age, other].map(|fact| subject.fact("figure", fact.span));
        findings.push(subject.finding(CHECK.name, WARNING, message, evidence.into()));
    }
}

/// The word beside an age that says whose it is, behind it or before: "34-year-old man", "Man, 34".
fn called(document: &Document, age: &Fact<Figure>) -> Option<WordId> {
    const CALLED: WordList<14> = WordList::of([
        "boy",
        "father",
        "girl",
        "grandfather",
        "grandmother",
        "man",
        "mother",
        "mum",
        "pensioner",
        "schoolboy",
        "schoolgirl",
        "student",
        "teenager",
        "woman",
    ]);
    let tokens = document.sentence_tokens(document.token_at(age.span.start));
    let (first, behind) = (document.token_at(age.span.start), document.token_at(age.span.end));
    let before = (tokens.start.max(first.saturating_sub(BESIDE))..first).rev();
    let mut beside = (behind..tokens.end.min(behind + BESIDE)).chain(before);
    beside.find(|&at| document.is_one_of(at, &CALLED)).map(|at| document.tokens[at].word)
}

/// Whether the text prints the number of the headline, whatever it is of.
fn is_printed(document: &Document, age: &Fact<Figure>, value: Decimal) -> bool {
    let headline = document.block_of_fact(age).tokens.end as usize;
    let number = |at: usize| document.tags(at).any(Tags::DIGITS) && document.word(at).parse() == Ok(value);
    (headline..document.tokens.len()).any(number)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn the_only_age_of_the_text_is_that_of_the_headline() {
        findings(
            CHECK.name,
            "# Man, 34, held over barge theft\n\nA 43-year-old man was held on Monday, wardens said.",
            r#"conflicts warning "34" "43-year-old": 34 in the headline, 43 in the text"#,
        );
    }

    #[test]
    fn other_ages_and_other_people_are_silent() {
        for text in [
            "A 34-year-old man was held on Monday, wardens said.",
            "A 35-year-old man was held on Monday, wardens said.",
            "A 43-year-old woman saw the theft on Monday, wardens said.",
            "A man was held after a 17-year-old boy saw the theft on Monday.",
            "A 43-year-old man saw the theft on Monday. The thief, 34, was held.",
            "A 43-year-old man saw the theft on Monday. His son, 12, did not. The other man was 34.",
        ] {
            findings(CHECK.name, &format!("# Man, 34, held over barge theft\n\n{text}"), "");
        }
    }
}
