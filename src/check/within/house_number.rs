//! Two house numbers in one street, a slip of the pen apart: "at 4417 Pellow Lane" and, below, "4471 Pellow Lane".
//!
//! Severity: warning.
//! Example: "4417 Pellow Lane" and "4471 Pellow Lane".
//! Traps: blocks ("the 4400 block"), neighbours (only numbers with another first digit, or with two digits swapped, are
//! reported), articles that name several houses of a street, years, hours ("at 1900 GMT").

use super::Within;
use crate::{
    check::{
        Prepared, WARNING,
        stems::{is_content, stem_at},
        with_others,
    },
    types::{Document, Finding, Span, Tags, WordList},
};

/// Finds house numbers that differ.
pub const CHECK: Within = Within { name: "within.house_number", source: include_str!("house_number.rs"), check };

/// Words for a compass direction before the name of a street.
const SIDES: WordList<12> = WordList::of([
    "e",
    "east",
    "n",
    "north",
    "northeast",
    "northwest",
    "s",
    "south",
    "southeast",
    "southwest",
    "w",
    "west",
]);
/// Tokens from the name of a street in which to look for its kind.
const KIND: usize = 4;

/// A house number with the name of its street.
struct House<'a> {
    street: u32,
    number: &'a str,
    span: Span,
}

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let mut houses = houses(subject);
    houses.sort_by_key(|house| (house.street, house.span));
    let streets = houses.chunk_by(|one, other| one.street == other.street);
    let mut told: Vec<(&House, &House, &[House])> = streets.filter_map(slip).collect();
    told.sort_by_key(|(one, ..)| one.span);
    for (one, other, street) in told {
        let places = with_others([one.span, other.span], street.iter().map(|house| house.span));
        let evidence = places.iter().map(|span| subject.words(*span)).collect();
        let message = format!("{} and {} in one street", one.number, other.number);
        findings.push(subject.finding(CHECK.name, WARNING, message, evidence));
    }
}

/// The first house with each number of a street that has exactly two, a slip apart.
fn slip<'a>(street: &'a [House<'a>]) -> Option<(&'a House<'a>, &'a House<'a>, &'a [House<'a>])> {
    let one = &street[0];
    let other = street.iter().find(|house| house.number != one.number)?;
    let several = street.iter().any(|house| ![one.number, other.number].contains(&house.number));
    (!several && is_slip(one.number.as_bytes(), other.number.as_bytes())).then_some((one, other, street))
}

/// Whether two numbers differ only in the first digit, or have two neighbouring digits swapped.
fn is_slip(one: &[u8], other: &[u8]) -> bool {
    let apart: Vec<usize> = (0..one.len().min(other.len())).filter(|&at| one[at] != other[at]).collect();
    let slip = match apart[..] {
        [0] => true,
        [at, next] => next == at + 1 && one[at] == other[next] && one[next] == other[at],
        _ => false,
    };
    slip && one.len() == other.len()
}

fn houses<'a>(subject: &Prepared<'a>) -> Vec<House<'a>> {
    let numbers = subject.marked.numbers.iter().filter(|at| subject.document.tags(**at).any(Tags::DIGITS));
    numbers.filter_map(|&at| house(subject.document, at)).collect()
}

/// The house with its number at a token: before the name of a street with its kind, "4417 Pellow Lane", or after "at"
/// and before a name that no other word follows, "at 4417 Pellow, wardens said".
fn house<'a>(document: &Document<'a>, at: usize) -> Option<House<'a>> {
    let number = document.word(at);
    let year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    if !(3..6).contains(&number.len()) || year || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let sided = document.is_one_of(at + 1, &SIDES);
    let street = at + 1 + usize::from(sided) + usize::from(sided && document.is(at + 2, "."));
    let end = document.sentence_tokens(at).end;
    let named = |at: usize| at < end && document.tags(at).any(Tags::CAPITALISED) && !document.tags(at).any(Tags::MONTH);
    let kind = (street + 1..street + KIND).take_while(|&at| named(at)).any(|at| is_kind(document, at));
    let plain = || !document.tags(street).any(Tags::UPPERCASE) && !document.ends_in(street, "s");
    let led =
        || document.is(at.wrapping_sub(1), "at") && plain() && (street + 1 >= end || !is_content(document, street + 1));
    let span = document.tokens[at].span;
    (named(street) && (kind || led())).then(|| House { street: stem_at(document, street), number, span })
}

/// Whether a token is a word for a kind of street.
fn is_kind(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::SITE) || document.is_one_of(at, const { &WordList::of(["court", "ct"]) })
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn one_house_has_one_number() {
        for (text, expected) in [
            (
                "The fire broke out in a shed at 4417 Pellow Lane. Rowers ran to 4471 Pellow Ln. with buckets.",
                r#"conflicts warning "4417" "4471": 4417 and 4471 in one street"#,
            ),
            (
                "A kiln burned at 318 Tarn on Monday. The miller lives at 818 Tarn, wardens said. The kiln at 318 Tarn was new.",
                r#"conflicts warning "318" "818" "318": 318 and 818 in one street"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn neighbours_other_streets_years_and_hours_are_silent() {
        for text in [
            "The fire broke out at 4417 Pellow Lane. Ann Dale, of 4427 Pellow Lane, saw it. She ran to 4416 Pellow Lane.",
            "The fire broke out at 4417 Pellow Lane. Ann Dale, of 4471 Harrow Lane, saw it.",
            "The fire broke out in the 4400 block of Pellow Lane. It reached the 8400 block of Pellow Lane.",
            "The ferry leaves at 0600 GMT. The last one is back at 1600 GMT.",
            "The miller won at 2012 Ostwick and lost at 2021 Ostwick.",
            "Wardens looked at 350 Ostwickers. They looked at 750 Ostwickers in May. Rowers smiled at 350 Ostwick men and at 530 Ostwick women.",
        ] {
            findings(CHECK.name, text, "");
        }
    }
}
