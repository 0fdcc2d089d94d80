//! One person given two ages in one article: "Ann Dale, 46," and later "the 64-year-old Ann Dale".
//!
//! Catalogue D105. Severity: warning.
//! Example: "Tom Reed, 16, … Tom Reed, 61," conflicts; 16 and 17 may be a birthday and do not.
//! Traps: namesakes and fathers with sons (the given name must be there both times), ages at an
//! earlier time ("Ann Dale, 20 at the time").

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{Prepared, WARNING, ages::StatedAge},
    types::Finding,
};

/// Two ages of one person.
pub const CHECK: Within =
    Within { name: "within.same_person_ages", source: include_str!("same_person_ages.rs"), check };

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let mut ages: Vec<StatedAge> = subject.ages.clone();
    ages.retain(|age| is_full_name(subject, age) && !is_of_another_time(subject, age));
    ages.sort_by_key(|age| (age.person, age.figure.span));
    for pair in ages.windows(2).filter(|pair| pair[0].person == pair[1].person) {
        let namesakes = !is_same_name(subject, &pair[0], &pair[1]);
        if (pair[0].age - pair[1].age).abs() > Decimal::ONE && !namesakes {
            let name = subject.facts.people[pair[0].person as usize].name.as_deref().unwrap_or_default();
            let message = format!("{name} is {} and {}", pair[0].age.normalize(), pair[1].age.normalize());
            let evidence = pair.iter().map(|age| subject.fact("figure", age.figure.span)).collect();
            findings.push(subject.finding(CHECK.name, WARNING, message, evidence));
        }
    }
}

fn is_full_name(subject: &Prepared, age: &StatedAge) -> bool {
    subject.document.text(age.mention.span).contains(' ')
}

/// Whether both mentions begin and end with the same words: a Fred is not always a Freddy.
fn is_same_name(subject: &Prepared, one: &StatedAge, other: &StatedAge) -> bool {
    let ends = |age: &StatedAge| {
        let mut words = subject.document.text(age.mention.span).split_whitespace();
        (words.next(), words.next_back())
    };
    ends(one) == ends(other)
}

/// Whether words right behind the age set it in another time: "20 at the time", "19 when she won".
fn is_of_another_time(subject: &Prepared, age: &StatedAge) -> bool {
    let document = subject.document;
    let behind = document.token_at(age.figure.span.end);
    (behind..behind + 3).any(|at| ["when", "then", "at"].iter().any(|word| document.is(at, word)))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn one_person_has_one_age() {
        findings(
            CHECK.name,
            "Tom Reed, 16, of Bramfield, was hurt. Friends of Tom Reed, 61, sent flowers.",
            r#"
conflicts warning "16" "61": Tom Reed is 16 and 61
"#,
        );
    }

    #[test]
    fn birthdays_and_other_times_are_silent() {
        findings(CHECK.name, "Tom Reed, 16, was hurt. Tom Reed, 17, is now home.", "");
        findings(CHECK.name, "Tom Reed, 61, was honoured. Tom Reed, 20 at the time, had saved a child.", "");
    }
}
