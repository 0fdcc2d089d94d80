//! One person's name spelled in two ways: "Ann Billingham" and, below, "Ann Bellingham", "Mr Bellingham" or, for the
//! given name, "Anne Billingham".
//!
//! Severity: warning.
//! Example: the same given name and surnames one letter apart or with two letters swapped; a surname without a given
//! name that is one letter from a full name's; a given name with a letter less.
//! Traps: brothers and namesakes (the given name must be the same), short surnames, inflected names ("Dale", "Dales"),
//! two names that are both repeated, surnames with another first letter, a man and a woman.

use xxhash_rust::xxh3::xxh3_64;

use super::Within;
use crate::{
    check::{
        Prepared, WARNING,
        pairing::pairs,
        surnames::{is_addressed, is_given_slip},
    },
    grammar::slips::{is_slip, is_swapped},
    types::{Finding, Gender, Mention, Person},
};

/// Finds spellings of one name.
pub const CHECK: Within = Within { name: "within.name_spelling", source: include_str!("name_spelling.rs"), check };

/// Shorter surnames are one letter apart from many others.
const SHORTEST: usize = 6;

/// The same limit for surnames that come after an honorific.
const SHORTEST_ADDRESSED: usize = 5;

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let named = subject.facts.people.iter().filter_map(|person| Some((person, parts(person)?)));
    let people: Vec<(&Person, (&str, &str))> = named.collect();
    alone(subject, &people, findings);
    let several = subject.facts.people.iter().filter(|person| person.mentions.len() > 1);
    findings.extend(several.filter_map(|person| given(subject, person)));
    for (one, other) in likely(&people) {
        let [(one, left), (other, right)] = [people[one], people[other]];
        let long = left.1.len().min(right.1.len()) >= SHORTEST;
        if long && left.0 == right.0 && left.1 != right.1 && is_slip(left.1, right.1) && is_once(one, other) {
            let message = format!("{} {} and {} {}", left.0, left.1, right.0, right.1);
            let evidence = [one, other].map(|person| subject.words(person.mentions[0].span));
            findings.push(subject.finding(CHECK.name, WARNING, message, evidence.into()));
        }
    }
}

/// Up to this many people are all compared with each other.
const FEW: usize = 40;
/// Of more people whose names may be a slip apart, each is compared with this many.
const REACH: usize = 8;

/// Pairs of people who may have one given name and a slip in the surname, in order: names a letter apart, or with two
/// swapped, are alike without one of their letters.
fn likely(people: &[(&Person, (&str, &str))]) -> Vec<(usize, usize)> {
    if people.len() <= FEW {
        return (0..people.len()).flat_map(|one| (one + 1..people.len()).map(move |other| (one, other))).collect();
    }
    let named = people.iter().enumerate();
    let keyed = named.flat_map(|(at, (_, (given, surname)))| cut(surname).map(move |cut| ((*given, cut), at)));
    pairs(keyed.collect(), FEW, REACH)
}

/// A name, and what is left of it without one of its letters, as hashes.
fn cut(name: &str) -> impl Iterator<Item = u64> + '_ {
    let without = |at: usize| name.bytes().enumerate().filter(move |(index, _)| *index != at).map(|(_, letter)| letter);
    (0..=name.len()).map(move |at| xxh3_64(&without(at).collect::<Vec<u8>>()))
}

/// First and last word of a full name whose surname is long enough.
fn parts(person: &Person) -> Option<(&str, &str)> {
    let name = person.name.as_deref()?;
    let (given, _) = name.split_once(' ')?;
    let (_, surname) = name.rsplit_once(' ')?;
    (surname.len() >= SHORTEST_ADDRESSED && surname.is_ascii() && given.len() > 2).then_some((given, surname))
}

/// Surnames that never have a given name and are one letter from that of a person introduced in full: "Tom Petersen …
/// Mr Peterson said".
fn alone(subject: &Prepared, people: &[(&Person, (&str, &str))], findings: &mut Vec<Finding>) {
    let single = |person: &&Person| {
        let long = |name: &str| {
            name.len() >= SHORTEST || name.len() >= SHORTEST_ADDRESSED && is_addressed(subject.document, person)
        };
        person.name.as_deref().is_some_and(|name| !name.contains(' ') && long(name) && name.is_ascii())
    };
    let spelled = if people.len() > FEW { spelled(people) } else { Vec::new() };
    for short in subject.facts.people.iter().filter(single) {
        let surname = short.name.as_deref().unwrap_or_default();
        // "Sutton" and "Hutton" are two names.
        let meant = |(full, (_, family)): &&(&Person, (&str, &str))| {
            let begins = family.as_bytes()[0] == surname.as_bytes()[0];
            begins && *family != surname && is_slip(family, surname) && !Gender::differ(full.gender, short.gender)
        };
        let near = if spelled.is_empty() { Vec::new() } else { near(&spelled, surname) };
        let all = people.iter().filter(|_| spelled.is_empty()).chain(near.iter().map(|at| &people[*at]));
        let mut likely = all.filter(meant).map(|(full, _)| *full);
        let (Some(full), None) = (likely.next(), likely.next()) else { continue };
        let comes_later = short.mentions[0].span.start > full.mentions[0].span.start;
        let family = full.name.as_deref().and_then(|name| name.rsplit(' ').next()).unwrap_or_default();
        if comes_later && (is_once(short, full) || is_swapped(family, surname)) {
            let message = format!("{} and {surname}", full.name.as_deref().unwrap_or_default());
            let evidence = [full, short].map(|person| subject.words(person.mentions[0].span));
            findings.push(subject.finding(CHECK.name, WARNING, message, evidence.into()));
        }
    }
}

/// The people by their surnames with a letter less, sorted.
fn spelled(people: &[(&Person, (&str, &str))]) -> Vec<(u64, usize)> {
    let named = people.iter().enumerate();
    let mut keyed: Vec<(u64, usize)> =
        named.flat_map(|(at, (_, (_, family)))| cut(family).map(move |cut| (cut, at))).collect();
    keyed.sort_unstable();
    keyed
}

/// Those whose surname may be a slip of this one, in order; of a crowd only the first.
fn near(spelled: &[(u64, usize)], surname: &str) -> Vec<usize> {
    let of = |cut: u64| {
        let start = spelled.partition_point(|(other, _)| *other < cut);
        spelled[start..].iter().take(FEW).take_while(move |(other, _)| *other == cut).map(|(_, at)| *at)
    };
    let mut near: Vec<usize> = cut(surname).flat_map(of).collect();
    near.sort_unstable();
    near.dedup();
    near
}

/// A given name that has a letter more or less in one mention of a person than in another: "Sarah Whitcombe … Sara
/// Whitcombe".
fn given(subject: &Prepared, person: &Person) -> Option<Finding> {
    let document = subject.document;
    let named = |mention: &Mention| {
        let tokens = document.tokens_in(mention.span);
        (tokens.len() == 2).then(|| (document.word(tokens.start), mention.span))
    };
    let mut names = person.mentions.iter().filter_map(named);
    let first = names.next()?;
    let second = names.clone().find(|name| is_given_slip(first.0, name.0))?;
    let again = names.filter(|name| name.0 == second.0).count();
    let message = format!("{} and {}", document.text(first.1), document.text(second.1));
    let evidence = [first, second].map(|(_, span)| subject.words(span));
    (again == 1).then(|| subject.finding(CHECK.name, WARNING, message, evidence.into()))
}

/// Whether one of the two is named only once; two names that are both repeated are two people.
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
    fn a_surname_alone_and_a_given_name_are_spelled_in_one_way() {
        for (text, expected) in [
            (
                "The mayor, Tom Petersen, opened the mill. It was late, Mr Peterson said.",
                r#"conflicts warning "Tom Petersen" "Peterson": Tom Petersen and Peterson"#,
            ),
            (
                "The mayor, Tom Billingham, opened the mill. It was late, Mr Bililngham said.",
                r#"conflicts warning "Tom Billingham" "Bililngham": Tom Billingham and Bililngham"#,
            ),
            (
                "Sarah Whitcombe opened the mill. Mayor Sara Whitcombe said it was time.",
                r#"conflicts warning "Sarah Whitcombe" "Sara Whitcombe": Sarah Whitcombe and Sara Whitcombe"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn a_slip_is_found_in_a_long_list_of_names() {
        let letters = || "abcdefgh".chars();
        let names =
            letters().flat_map(|one| letters().map(move |two| format!("Ivo Tar{one}{one}sk{two}{two}ow sang. ")));
        let text = format!("{}Nan Garrowby rowed. Nan Garrwoby slept. Mr Tarbbskccwo left.", names.collect::<String>());
        findings(
            CHECK.name,
            &text,
            r#"
conflicts warning "Ivo Tarbbskccow" "Tarbbskccwo": Ivo Tarbbskccow and Tarbbskccwo
conflicts warning "Nan Garrowby" "Nan Garrwoby": Nan Garrowby and Nan Garrwoby
"#,
        );
    }

    #[test]
    fn brothers_and_short_names_are_silent() {
        findings(CHECK.name, "Tom Fenwick rowed past the mill. Soon Penwick and Dale rowed back.", "");
        findings(CHECK.name, "Ann Billingham and Tom Bellingham came. So did Ann Dale and Ann Dane, the sisters.", "");
    }

    #[test]
    fn a_short_surname_behind_an_honorific_and_two_letters_that_changed_places() {
        findings(
            CHECK.name,
            "The engineer, Tom Varga, opened the mill. It was late, Mr Vargo said.",
            r#"conflicts warning "Tom Varga" "Vargo": Tom Varga and Vargo"#,
        );
        findings(
            CHECK.name,
            "The engineer, Tom Garroway, rowed. Mr Garroway left. Mr Garrowya said so. Mr Garrowya was late.",
            r#"conflicts warning "Tom Garroway" "Garrowya": Tom Garroway and Garrowya"#,
        );
        findings(CHECK.name, "The engineer, Tom Varga, opened the mill. It was late, Vargo said.", "");
    }
}
