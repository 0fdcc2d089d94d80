//! Surnames after an honorific, and names that are misspellings of each other.

use crate::{
    grammar::slips::is_slip,
    types::{Document, Person, Tags},
};

/// Whether an honorific comes before the first mention, as before a surname.
pub fn is_addressed(document: &Document, person: &Person) -> bool {
    let before = document.token_at(person.mentions[0].span.start).checked_sub(1);
    let at = before.map(|at| if document.is(at, ".") { at.saturating_sub(1) } else { at });
    let addressed = ["mr", "mrs", "miss", "ms"];
    // "The MS Tarn" is a ship.
    at.is_some_and(|at| {
        document.word(at) != "MS"
            && document.tags(at).any(Tags::HONORIFIC)
            && addressed.iter().any(|word| document.is(at, word))
    })
}

/// Given names shorter than this are often one letter apart.
const SHORTEST_GIVEN: usize = 4;

/// Whether two given names differ by one letter more inside, or a final `h`: "Sarah" and "Sara", not "Paul" and
/// "Paula".
pub fn is_given_slip(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let female = long.strip_suffix('a').or(long.strip_suffix('e')) == Some(short);
    short.len() >= SHORTEST_GIVEN && short.len() + 1 == long.len() && !female && is_slip(one, other)
        || long.strip_suffix('h') == Some(short) && short.len() >= SHORTEST_GIVEN
}
