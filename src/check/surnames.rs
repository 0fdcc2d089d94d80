//! Surnames that stand alone behind an honorific, and names that a slip makes of one another.

use crate::types::{Document, Person, Tags};

/// Whether an honorific stands before the first mention, as before a surname.
pub fn is_addressed(document: &Document, person: &Person) -> bool {
    let before = document.token_at(person.mentions[0].span.start).checked_sub(1);
    let at = before.map(|at| if document.is(at, ".") { at.saturating_sub(1) } else { at });
    let addressed = ["mr", "mrs", "miss", "ms"];
    // "The MS Tarn" sails.
    at.is_some_and(|at| {
        document.word(at) != "MS"
            && document.tags(at).any(Tags::HONORIFIC)
            && addressed.iter().any(|word| document.is(at, word))
    })
}

/// Shorter given names are one letter apart from others.
const SHORTEST_GIVEN: usize = 4;

/// Whether two given names are one with a letter more or less inside: "Sarah" and "Sara", not "Paul" and "Paula".
pub fn is_given_slip(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let female = long.strip_suffix('a').or(long.strip_suffix('e')) == Some(short);
    short.len() >= SHORTEST_GIVEN && short.len() + 1 == long.len() && !female && is_slip(one, other)
        || long.strip_suffix('h') == Some(short) && short.len() >= SHORTEST_GIVEN
}

/// Whether two surnames are one letter apart, not by an `s` at the end, or two letters have changed places.
pub fn is_slip(one: &str, other: &str) -> bool {
    let (short, long) =
        if one.len() <= other.len() { (one.as_bytes(), other.as_bytes()) } else { (other.as_bytes(), one.as_bytes()) };
    let start = short.iter().zip(long).take_while(|(left, right)| left == right).count();
    match long.len() - short.len() {
        0 => {
            let (short, long) = (&short[start..], &long[start..]);
            short.len() == 1 || short.len() > 1 && short[1..] == long[1..] || is_swapped(one, other)
        }
        1 => start < short.len() && short[start..] == long[start + 1..],
        _ => false,
    }
}

/// Whether two neighbouring letters have changed places: "Monteith" and "Montieth".
pub fn is_swapped(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let start = one.iter().zip(other).take_while(|(left, right)| left == right).count();
    let (one, other) = (&one[start..], &other[start..]);
    one.len() > 1 && one.len() == other.len() && one[..2] == [other[1], other[0]] && one[2..] == other[2..]
}
