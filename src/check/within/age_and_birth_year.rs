//! An age that does not fit the year of birth: "Ann Dale, 46, … born in 1950" in an article of 2017.
//!
//! Severity: warning.
//! Example: a person born in 1950 is 66 or 67 in 2017.
//! Traps: the age at an event or at death (the sentence mentions a death, or another time); another person's year of
//! birth (it must be in the sentence of the age, or of the name).

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{Prepared, WARNING, ages::StatedAge, births::birth_year, shown::shown},
    grammar::classes,
    types::{Fact, Figure, Finding, WordList},
};

/// Compares ages with years of birth.
pub const CHECK: Within =
    Within { name: "within.age_and_birth_year", source: include_str!("age_and_birth_year.rs"), check };

/// Words for a death or another time.
const OTHER_TIME: WordList<9> =
    WordList::of(["aged", "dead", "death", "died", "funeral", "killed", "late", "then", "when"]);

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let Some(year) = subject.document.dateline.map(|date| Decimal::from(date.year())) else { return };
    if subject.ages.is_empty() {
        return;
    }
    let figures = subject.facts.figures.iter();
    for birth in figures.filter_map(|fact| birth_year(subject.document, fact)) {
        let ages = subject.ages.iter().filter(|age| is_of(subject, age, birth.figure));
        let years = year - Decimal::from(birth.year);
        findings.extend(ages.take(1).filter_map(|age| finding(subject, age, birth.figure, years)));
    }
}

/// Whether a birth belongs to the person with the age: it is in the same sentence, or near the name.
fn is_of(subject: &Prepared, age: &StatedAge, birth: &Fact<Figure>) -> bool {
    let person = &subject.facts.people[age.person as usize];
    let named = person.mentions.iter().any(|mention| mention.sentence == birth.sentence);
    let others = subject.facts.people.iter().flat_map(|person| &person.mentions);
    let alone = others.filter(|mention| mention.sentence == birth.sentence).count() <= 1;
    let here = birth.sentence == age.figure.sentence;
    // "Ann Dale, 46, … She was born in 1950."
    let opens = subject.document.sentences[birth.sentence as usize].tokens.start as usize;
    let pronoun = subject.document.is_one_of(opens, &classes::HE_OR_SHE);
    let next = pronoun && birth.sentence == age.figure.sentence + 1 && is_alone(subject, age);
    let tokens = |sentence: u32| {
        let tokens = &subject.document.sentences[sentence as usize].tokens;
        tokens.start as usize..tokens.end as usize
    };
    let mut words = tokens(birth.sentence).chain(tokens(age.figure.sentence));
    (here || named || next) && alone && !words.any(|at| subject.document.is_one_of(at, &OTHER_TIME))
}

/// Whether the sentence of an age names no one else.
fn is_alone(subject: &Prepared, age: &StatedAge) -> bool {
    let people = subject.facts.people.iter().enumerate().filter(|(index, _)| *index != age.person as usize);
    let mut others = people.flat_map(|(_, person)| &person.mentions);
    !others.any(|mention| mention.sentence == age.figure.sentence)
}

fn finding(subject: &Prepared, age: &StatedAge, birth: &Fact<Figure>, years: Decimal) -> Option<Finding> {
    let fits = age.age == years || age.age == years - Decimal::ONE;
    let (told, least) = (shown(age.age), years - Decimal::ONE);
    let message = format!("born then is {least} or {years} at the article's date, the text says {told}");
    let evidence = vec![subject.figure(age.figure.span), subject.figure(birth.span)];
    (!fits).then(|| subject.finding(CHECK.name, WARNING, message, evidence))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_at;

    #[test]
    fn an_age_fits_the_year_of_birth() {
        findings_at(
            CHECK.name,
            "2017-02-01",
            "Ann Dale, 46, was born in 1950 in Bramfield.",
            r#"
conflicts warning "46" "1950": born then is 66 or 67 at the article's date, the text says 46
"#,
        );
    }

    #[test]
    fn fitting_ages_and_ages_at_death_are_silent() {
        for text in [
            "Ann Dale, 66, was born in 1950 in Bramfield.",
            "Ann Dale, 46, who died in the fire, was born in 1950.",
            "Ann Dale, 46, told of the mill. Tom Reed, born in 1950, built it.",
        ] {
            findings_at(CHECK.name, "2017-02-01", text, "");
        }
    }
}
