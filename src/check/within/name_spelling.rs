//! One person whose surname is spelled in two ways: "Ann Billingham" and, below, "Ann Billington".
//!
//! Catalogue O102. Severity: warning.
//! Example: the same given name and surnames one letter apart.
//! Traps: brothers and namesakes (the given name must be the same), short surnames, inflected names
//! ("Dale", "Dales"), names that both come again.

use super::Within;
use crate::{
    check::{Prepared, WARNING},
    types::{Finding, Person},
};

/// Spellings of one name.
pub const CHECK: Within = Within { name: "within.name_spelling", source: include_str!("name_spelling.rs"), check };

/// Shorter surnames are one letter apart from many others.
const SHORTEST: usize = 6;

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let named = subject.facts.people.iter().filter_map(|person| Some((person, parts(person)?)));
    let people: Vec<(&Person, (&str, &str))> = named.collect();
    for (index, (one, left)) in people.iter().enumerate() {
        for (other, right) in &people[index + 1..] {
            if left.0 == right.0 && left.1 != right.1 && is_slip(left.1, right.1) && is_once(one, other) {
                let message = format!("{} {} and {} {}", left.0, left.1, right.0, right.1);
                let evidence = [one, other].map(|person| subject.words(person.mentions[0].span));
                findings.push(subject.finding(CHECK.name, WARNING, message, evidence.into()));
            }
        }
    }
}

/// First and last word of a full name whose surname is long enough.
fn parts(person: &Person) -> Option<(&str, &str)> {
    let name = person.name.as_deref()?;
    let (given, _) = name.split_once(' ')?;
    let (_, surname) = name.rsplit_once(' ')?;
    (surname.len() >= SHORTEST && surname.is_ascii() && given.len() > 2).then_some((given, surname))
}

/// Whether two surnames are one letter apart, and not by an `s` at the end.
fn is_slip(one: &str, other: &str) -> bool {
    let (short, long) =
        if one.len() <= other.len() { (one.as_bytes(), other.as_bytes()) } else { (other.as_bytes(), one.as_bytes()) };
    let start = short.iter().zip(long).take_while(|(left, right)| left == right).count();
    match long.len() - short.len() {
        0 => short[start..].len() > 1 && short[start + 1..] == long[start + 1..] || short[start..].len() == 1,
        1 => start < short.len() && short[start..] == long[start + 1..],
        _ => false,
    }
}

/// Whether one of the two is named only once: two people who both come again are two.
fn is_once(one: &Person, other: &Person) -> bool {
    one.mentions.len() == 1 || other.mentions.len() == 1
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn a_surname_is_spelled_in_one_way() {
        findings(
            CHECK.name,
            "Ann Billingham opened the mill. Mayor Ann Bellingham said it was time.",
            r#"
conflicts warning "Ann Billingham" "Ann Bellingham": Ann Billingham and Ann Bellingham
"#,
        );
    }

    #[test]
    fn brothers_and_short_names_are_silent() {
        findings(CHECK.name, "Ann Billingham and Tom Bellingham came. So did Ann Dale and Ann Dane, the sisters.", "");
    }
}
