//! A life whose years do not fit: "born in 1950 and died in 1940", "died aged 66 … was born in 1940" in an article of
//! 2016.
//!
//! Severity: warning.
//! Example: "Ann Dale (1950-2014), who died at 74" was 63 or 64.
//! Traps: two people in the sentences, a death reported in January that was in the year before, a death whose year is
//! not stated.

use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::Within;
use crate::{
    check::{
        Prepared, WARNING,
        ages::is_age_in_years,
        births::{LifeYear, birth_year, death_year, year},
    },
    grammar::classes,
    types::{Document, Fact, Figure, FigureKind, Finding, WordList},
};

/// Compares births, deaths and ages at death.
pub const CHECK: Within = Within { name: "within.life_dates", source: include_str!("life_dates.rs"), check };

/// The most sentences between a birth and the death.
const NEAR: u32 = 2;

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let document = subject.document;
    let figures = &subject.facts.figures;
    for fact in figures.iter().filter(|fact| fact.detail.kind == FigureKind::Date) {
        if let Some(birth) = birth_year(document, fact) {
            findings.extend(death_of(subject, &birth).or_else(|| age_of(subject, &birth)));
        } else if let Some((birth, death)) = span_of_life(document, fact) {
            let age = figures.iter().find(|age| age.sentence == fact.sentence && is_age_at_death(document, age));
            findings.extend(age.and_then(|age| old(subject, age, [fact, fact], birth, [death, death])));
        }
    }
}

/// A death before the birth.
fn death_of(subject: &Prepared, birth: &LifeYear) -> Option<Finding> {
    let mut deaths = near(subject, birth.figure).filter_map(|fact| death_year(subject.document, fact));
    let death = deaths.find(|death| death.year < birth.year && is_of_one(subject, birth.figure, death.figure))?;
    let message = format!("born in {} and died in {}", birth.year, death.year);
    let evidence = [birth.figure, death.figure].map(|fact| subject.figure(fact.span));
    Some(subject.finding(CHECK.name, WARNING, message, evidence.into()))
}

/// An age at death that does not fit the years.
fn age_of(subject: &Prepared, birth: &LifeYear) -> Option<Finding> {
    let document = subject.document;
    let mut ages = near(subject, birth.figure).filter(|fact| is_age_at_death(document, fact));
    let age = ages.find(|age| is_of_one(subject, birth.figure, age))?;
    let dated = |fact: &&Fact<Figure>| fact.sentence == age.sentence && fact.span != birth.figure.span;
    let mut years: Vec<i16> = near(subject, age).filter(dated).filter_map(year).collect();
    years.dedup();
    let dateline = document.dateline?;
    let died = match years[..] {
        [] if !is_news(document, age) => return None,
        [] if dateline.month() > 2 => [dateline.year(); 2],
        [] => [dateline.year() - 1, dateline.year()],
        [year] => [year; 2],
        _ => return None,
    };
    old(subject, age, [age, birth.figure], birth.year, died)
}

/// The finding, if no death in those years gives the stated age.
fn old(
    subject: &Prepared,
    age: &Fact<Figure>,
    told: [&Fact<Figure>; 2],
    birth: i16,
    died: [i16; 2],
) -> Option<Finding> {
    let (least, most) = (died[0] - birth - 1, died[1] - birth);
    let stated = age.detail.value?.to_i16()?;
    let message = format!("born in {birth} and dead in {} is {least} or {most}, the text says {stated}", died[1]);
    let other = told.into_iter().find(|fact| fact.span != age.span)?;
    let evidence = [age, other].map(|fact| subject.figure(fact.span));
    (!(least..=most).contains(&stated)).then(|| subject.finding(CHECK.name, WARNING, message, evidence.into()))
}

/// Figures of the sentences near a figure.
fn near<'a>(subject: &Prepared<'a>, figure: &Fact<Figure>) -> impl Iterator<Item = &'a Fact<Figure>> {
    let (first, last) = (figure.sentence.saturating_sub(NEAR), figure.sentence + NEAR);
    let figures = &subject.facts.figures;
    let start = figures.partition_point(|fact| fact.sentence < first);
    figures[start..].iter().take_while(move |fact| fact.sentence <= last)
}

/// Whether an age is one at death: "died aged 66", "dead at 66", "died at the age of 66".
fn is_age_at_death(document: &Document, fact: &Fact<Figure>) -> bool {
    const DIED: WordList<3> = WordList::of(["dead", "died", "dies"]);
    const LINKS: WordList<5> = WordList::of(["age", "aged", "at", "of", "the"]);
    let first = document.token_at(fact.span.start);
    let start = document.sentence_tokens(first).start;
    let mut before = (start..first).rev().skip_while(|&at| document.is_one_of(at, &LINKS));
    let died = |at: usize| document.is_one_of(at, &DIED);
    let whole = fact.detail.value.is_some_and(|age| age > Decimal::ONE);
    // "Died on Monday at the age of 66".
    whole && is_age_in_years(document, fact) && (1..=4).any(|_| before.next().is_some_and(died))
}

/// Whether a death is told as news, so that without a date it is a recent one: "has died", "dies", "is dead".
fn is_news(document: &Document, age: &Fact<Figure>) -> bool {
    const NEWS: WordList<4> = WordList::of(["dead", "dies", "has", "have"]);
    let mut tokens = document.sentence_tokens(document.token_at(age.span.start));
    tokens.any(|at| document.is_one_of(at, &NEWS))
}

/// The years of a life in brackets: "(1950-2014)".
fn span_of_life(document: &Document, fact: &Fact<Figure>) -> Option<(i16, i16)> {
    let (birth, death) = fact.detail.resolved.as_deref()?.split_once('/')?;
    let (first, behind) = (document.token_at(fact.span.start), document.token_at(fact.span.end));
    let bracketed = first > 0 && document.is(first - 1, "(") && document.is(behind, ")");
    let years = (birth.parse().ok()?, death.parse().ok()?);
    bracketed.then_some(years)
}

/// Whether the sentences of two figures, and those between, name only one person; the last must name them or open with
/// "he" or "she".
fn is_of_one(subject: &Prepared, one: &Fact<Figure>, other: &Fact<Figure>) -> bool {
    let (first, last) = (one.sentence.min(other.sentence), one.sentence.max(other.sentence));
    let people = subject.facts.people.iter().filter(|person| person.name.is_some());
    let named = |sentence: u32| {
        people
            .clone()
            .enumerate()
            .filter(move |(_, person)| person.mentions.iter().any(|mention| mention.sentence == sentence))
    };
    let mut here = (first..=last).flat_map(|sentence| named(sentence).map(|(index, _)| index));
    let Some(person) = here.next() else { return false };
    let document = subject.document;
    let opens = document.sentences[last as usize].tokens.start as usize;
    let goes_on = document.is_one_of(opens, &classes::HE_OR_SHE);
    here.all(|other| other == person) && (first == last || goes_on || named(last).next().is_some())
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_at;

    #[test]
    fn nobody_dies_before_birth_or_at_another_age() {
        for (text, expected) in [
            (
                "Ann Dale, who was born in 1950 and died in 1940, wrote songs.",
                r#"conflicts warning "1950" "1940": born in 1950 and died in 1940"#,
            ),
            (
                "The miller Tom Reed was born in Tarn in 1910. He died on 4 May 1890.",
                r#"conflicts warning "1910" "4 May 1890": born in 1910 and died in 1890"#,
            ),
            (
                "Ann Dale, who has died aged 76, was born in 1950.",
                r#"conflicts warning "76" "1950": born in 1950 and dead in 2016 is 65 or 66, the text says 76"#,
            ),
            (
                "Ann Dale (1950-2014), who died at 74, was a miller.",
                r#"conflicts warning "1950-2014" "74": born in 1950 and dead in 2014 is 63 or 64, the text says 74"#,
            ),
        ] {
            findings_at(CHECK.name, "2016-05-11", text, expected);
        }
    }

    #[test]
    fn other_people_and_fitting_years_are_silent() {
        for text in [
            "Ann Dale, who was born in 1910 and died in 1940, wrote songs.",
            "Ann Dale, who has died aged 66, was born in 1950.",
            "Ann Dale was born in 1950. Her uncle, Tom Reed, died in 1940.",
            "Ann Dale, who died aged 40 in 1990, was born in 1950.",
            "Ann Dale was born in 1950. The old mill shut when Reed died in 1940.",
            "Ann Dale was born in 1850. She died aged 66, and the mill was sold.",
        ] {
            findings_at(CHECK.name, "2016-05-11", text, "");
        }
    }
}
