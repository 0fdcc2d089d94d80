//! An age in the headline that differs from the only age of the text: "Man, 34, held" above "a 43-year-old man".
//!
//! Severity: warning.
//! Example: "Boy, 14, rescued from mill" above "The 17-year-old boy was" conflicts.
//! Traps: a text with several ages, or with that of the headline in any form; two people; a birthday (one year); a
//! headline and a text with different nouns ("Man, 34", "a 17-year-old boy").

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        Prepared, WARNING,
        ages::{StatedAge, is_age_in_years},
        shown::shown,
        stems::{is_content, stem_at},
    },
    grammar::kinds,
    lexicon::noun_gender,
    types::{BlockKind, Document, Fact, Figure, FigureKind, Finding, Tags, WordList},
};

/// Compares the age in the headline.
pub const CHECK: Within = Within { name: "within.headline_age", source: include_str!("headline_age.rs"), check };

/// Tokens from an age to the noun for its owner.
const BESIDE: usize = 3;
/// The most tokens from the start of a sentence to the name of its subject: "Retired miller Tom Reed".
const OPENING: usize = 4;
/// The age from which no one is called a boy or a girl.
const ADULT: Decimal = Decimal::from_parts(20, 0, 0, false, 0);
/// Nouns for young people.
const YOUNG: WordList<5> = WordList::of(["boy", "girl", "schoolboy", "schoolgirl", "teenager"]);
/// Sentences at the start of a text that report what the headline does.
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
    let same = is_of_the_same(subject, age, other);
    if leads && alone && same && (one - two).abs() > Decimal::ONE && !is_printed(document, age, one) {
        let message = format!("{} in the headline, {} in the text", shown(one), shown(two));
        let evidence = [age, other].map(|fact| subject.figure(fact.span));
        findings.push(subject.finding(CHECK.name, WARNING, message, evidence.into()));
    }
}

/// Whether both ages can be of one person: both have the same noun, or the text names the subject of its sentence, or
/// it continues with "the 43-year-old".
fn is_of_the_same(subject: &Prepared, age: &Fact<Figure>, other: &Fact<Figure>) -> bool {
    let document = subject.document;
    let [one, two] = [age, other].map(|fact| called(document, fact));
    if let (Some(one), Some(two)) = (one, two) {
        return document.same_word(one, two);
    }
    let [before, beside] = [age, other].map(|fact| noun(document, fact));
    if before.is_some_and(|before| beside.is_some_and(|beside| stem_at(document, before) == stem_at(document, beside)))
    {
        return true;
    }
    match subject.ages.iter().find(|stated| stated.figure.span == other.span) {
        Some(named) => is_named_one(subject, age, named),
        None => two.is_none() && (goes_on(document, other) || is_of_the_named(subject, age, other)),
    }
}

/// Whether a named person with an age in the text may be the one in the headline: it has the name, or the sentence
/// opens with the name and neither sex nor age rules it out.
fn is_named_one(subject: &Prepared, age: &Fact<Figure>, named: &StatedAge) -> bool {
    let (document, mention) = (subject.document, named.mention.span);
    let family = document.tokens_in(mention).next_back();
    let headline = document.sentence_tokens(document.token_at(age.span.start));
    if headline.into_iter().any(|at| family.is_some_and(|family| document.same_word(at, family))) {
        return true;
    }
    let first = document.token_at(mention.start);
    let opens = first <= document.sentence_tokens(first).start + OPENING;
    let word = called(document, age);
    let known = subject.facts.people[named.person as usize].gender;
    let differ =
        word.and_then(|at| noun_gender(document.word(at))).is_some_and(|told| known.is_some_and(|known| known != told));
    let young = word.is_some_and(|at| document.is_one_of(at, &YOUNG)) && named.age >= ADULT;
    let told = word.is_some() || noun(document, age).is_some();
    opens && told && !differ && !young && !is_witness(document, named)
}

/// Whether the person is a witness: `Ann Reed, 71, saw the crash`.
fn is_witness(document: &Document, named: &StatedAge) -> bool {
    const TELLS: WordList<9> =
        WordList::of(["called", "heard", "lives", "owns", "ran", "rang", "saw", "watched", "witnessed"]);
    let behind = document.token_at(named.figure.span.end);
    let verb = behind + usize::from(document.is(behind, ","));
    document.tags(verb).any(Tags::CUE) || document.is_one_of(verb, &TELLS)
}

/// Whether the sentence of an age and the one before it name only people whom the headline names: "She was 78".
fn is_of_the_named(subject: &Prepared, age: &Fact<Figure>, other: &Fact<Figure>) -> bool {
    let document = subject.document;
    let family = |span| document.tokens_in(span).next_back();
    let headline = document.sentence_tokens(document.token_at(age.span.start));
    let known = |family: Option<usize>| {
        headline.clone().into_iter().any(|at| family.is_some_and(|family| document.same_word(at, family)))
    };
    let near = other.sentence.saturating_sub(1)..=other.sentence;
    let mentions = subject.facts.people.iter().flat_map(|person| &person.mentions);
    let mut here = mentions
        .filter(|mention| {
            near.contains(&mention.sentence)
                && !document.block_of(document.token_at(mention.span.start)).kind.eq(&BlockKind::Title)
        })
        .peekable();
    here.peek().is_some() && here.all(|mention| known(family(mention.span)))
}

/// Whether an age refers to the person mentioned before: "the 43-year-old had".
fn goes_on(document: &Document, age: &Fact<Figure>) -> bool {
    const VERBS: Tags = Tags::AUXILIARY.with(Tags::VERB).with(Tags::CUE);
    let first = document.token_at(age.span.start);
    let the = first > 0 && document.is(first - 1, "the");
    the && document.text(age.span).ends_with("old") && document.tags(document.token_at(age.span.end)).any(VERBS)
}

/// The word right next to an age that it describes: "bargee aged 62", "62-year-old bargee", "Cyclist, 57".
fn noun(document: &Document, age: &Fact<Figure>) -> Option<usize> {
    let (first, behind) = (document.token_at(age.span.start), document.token_at(age.span.end));
    let word = |at: usize| kinds::is_word(document, at);
    if document.text(age.span).ends_with("old") {
        return Some(behind).filter(|&at| word(at) && is_content(document, at));
    }
    let passed = |at: usize| document.is_one_of(at, const { &WordList::of([",", "(", "aged"]) });
    let start = document.sentence_tokens(first).start;
    let before = (start..first).rev().find(|&at| !passed(at))?;
    Some(before).filter(|&at| word(at) && is_content(document, at))
}

/// The noun near an age for its owner, after it or before: "34-year-old man", "Man, 34".
fn called(document: &Document, age: &Fact<Figure>) -> Option<usize> {
    const CALLED: WordList<9> =
        WordList::of(["boy", "girl", "man", "pensioner", "schoolboy", "schoolgirl", "student", "teenager", "woman"]);
    let tokens = document.sentence_tokens(document.token_at(age.span.start));
    let (first, behind) = (document.token_at(age.span.start), document.token_at(age.span.end));
    let before = (tokens.start.max(first.saturating_sub(BESIDE))..first).rev();
    let mut beside = (behind..tokens.end.min(behind + BESIDE)).chain(before);
    beside.find(|&at| document.tags(at).any(Tags::KIN) || document.is_one_of(at, &CALLED))
}

/// Whether the text prints the number of the headline, for whatever.
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
    fn who_saw_it_is_somebody_else() {
        let headline = "# Woman, 34, hurt at Tarn lock";
        findings(CHECK.name, &format!("{headline}\n\nAnna Reed, 71, saw the gate fall."), "");
        findings(
            CHECK.name,
            &format!("{headline}\n\nAnna Reed, 71, fell on Monday."),
            r#"conflicts warning "34" "71": 34 in the headline, 71 in the text"#,
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
