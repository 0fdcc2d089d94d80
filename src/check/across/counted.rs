//! What a figure counts or measures, as needed to compare it with others, and which numbers count nothing.

use crate::{
    check::{
        quantity::Quantity,
        stems::{is_content, stem_at},
    },
    types::{Document, Tags, TokenKind, WordList},
};

/// Tokens after a number in which to look for the people that it counts.
const NAMED_IN: usize = 6;

/// Whether a noun for people follows the number within its noun phrase.
pub fn is_of_people(document: &Document, quantity: &Quantity) -> bool {
    const ENDS: Tags = Tags::PREPOSITION.with(Tags::CONJUNCTION).with(Tags::AUXILIARY).with(Tags::RELATIVE);
    let behind = quantity.behind;
    let sentence = document.sentences[quantity.sentence as usize].tokens.end as usize;
    let is_word = |at: &usize| document.tokens[*at].kind == TokenKind::Word && !document.tags(*at).any(ENDS);
    let mut near = (behind..sentence.min(behind + NAMED_IN)).take_while(is_word);
    quantity.unit.is_none() && near.any(|at| document.tags(at).any(Tags::PERSON_NOUN))
}

/// Whether a number counts only people of one nation or place, or one more person is joined to them: "10 Americans",
/// "10 from Bramfield", "10 foreign tourists", "two women and a man".
pub fn is_of_some(document: &Document, quantity: &Quantity) -> bool {
    const OF_A_PLACE: WordList<6> = WordList::of(["foreign", "foreigners", "local", "locals", "nationals", "citizens"]);
    let behind = quantity.behind;
    let end = document.sentence_tokens(behind.saturating_sub(1)).end.min(behind + NAMED_IN);
    let near = (behind..end).take_while(|&at| document.tokens[at].kind == TokenKind::Word);
    let placed = |at: usize| {
        document.tags(at).any(Tags::NATIONALITY)
            || document.is_one_of(at, &OF_A_PLACE)
            || document.is(at, "from") && document.tags(at + 1).any(Tags::CAPITALISED)
    };
    let one_more = |at: usize| {
        document.is(at, "and")
            && document.is_one_of(at + 1, const { &WordList::of(["a", "an", "one"]) })
            && document.tags(at + 2).any(Tags::PERSON_NOUN)
    };
    quantity.unit.is_none() && near.into_iter().any(|at| placed(at) || one_more(at))
}

/// The noun after "of" that specifies what is counted: "murder" in "three counts of murder".
pub fn complement(document: &Document, quantity: &Quantity) -> Option<u32> {
    let behind = quantity.behind;
    let end = document.sentence_tokens(behind.saturating_sub(1)).end;
    if quantity.unit.is_some() || !document.is(behind + 1, "of") {
        return None;
    }
    let mut near = (behind + 2..end.min(behind + 5)).take_while(|&at| document.tokens[at].kind == TokenKind::Word);
    near.find(|&at| is_content(document, at)).map(|at| stem_at(document, at))
}

/// Units of distances between places.
const DISTANCES: [&str; 5] = ["foot", "kilometre", "metre", "mile", "yard"];
const DIRECTIONS: [&str; 4] = ["north", "south", "east", "west"];

/// Tokens after a distance in which to look for the place from which it is measured.
const MEASURED_FROM: usize = 8;

/// The name of the place from which a distance is measured: "12 miles east of Bramfield", "5 km from the Dale Bridge".
pub fn place_of_distance(document: &Document, quantity: &Quantity) -> Option<u32> {
    if !DISTANCES.contains(&quantity.unit?) {
        return None;
    }
    let behind = quantity.behind;
    let end = (behind + MEASURED_FROM).min(document.sentence_tokens(behind.saturating_sub(1)).end);
    let near = || (behind..end).take_while(|&at| document.tokens[at].kind == TokenKind::Word);
    let directed = || near().any(|at| DIRECTIONS.iter().any(|direction| document.word(at).ends_with(direction)));
    let from = near().find(|&at| document.is(at, "from") || document.is(at, "of") && directed())?;
    let place = near().skip_while(|&at| at <= from).find(|&at| is_content(document, at))?;
    // Distinguishes it from a counted thing with the same word.
    Some(stem_at(document, place).rotate_left(7))
}

/// Whether the number is one of several ages ("ages 7, 11 and 12", "between the ages of 7 and 12"), the end of a
/// fraction ("41/2 months"), a height ("5'10"), in brackets after a name ("(Dale 74)"), part of a telephone number
/// ("(0117) 4960") or of a time ("3: 30 p.m."), or a conversion of the number before.
pub fn is_label(document: &Document, quantity: &Quantity) -> bool {
    let first = quantity.first;
    let start = document.sentence_tokens(first).start;
    let listed = |at: &usize| {
        document.tags(*at).any(Tags::DIGITS)
            || document.is_one_of(*at, const { &WordList::of([",", "and", "of", "the", "to", "-"]) })
    };
    let before = (start..first).rev().find(|at| !listed(at));
    let ages = before.is_some_and(|at| document.is_one_of(at, const { &WordList::of(["age", "aged", "ages"]) }));
    let fraction = first > start && document.is(first - 1, "/");

    let behind = quantity.behind;
    let telephone = first > start
        && document.is(first - 1, "(")
        && document.is(behind, ")")
        && document.tags(behind + 1).any(Tags::DIGITS);
    let clock = first > start + 1 && document.is(first - 1, ":") && document.tags(first - 2).any(Tags::DIGITS);
    // "(Dale 74, Reed 81)": minutes of a match.
    let named = first > start && document.tags(first - 1).any(Tags::CAPITALISED);
    let in_brackets = named && document.is(behind, ")") && (start..first).rev().take(3).any(|at| document.is(at, "("));
    ages || fraction
        || telephone
        || clock
        || in_brackets
        || is_converted(document, start, first)
        || document.text(quantity.span).contains(['\'', '’', '′'])
}

/// Whether a number is in brackets right after another, with at most its unit between: "£12 million ($15 million)". It
/// depends on the rate as much as on the quantity.
fn is_converted(document: &Document, start: usize, first: usize) -> bool {
    let bracketed = first > start && document.is(first - 1, "(");
    bracketed && (first.saturating_sub(4).max(start)..first - 1).any(|at| document.tags(at).any(Tags::DIGITS))
}
