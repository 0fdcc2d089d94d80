//! Places, stations, papers, shops, illnesses and cars that the words on either side give away: "in Halden on Monday", "Halden 5 reports",
//! "Halden notes that", "a silver Halden", "Halden's disease".

use crate::types::{Document, Tags, TokenKind, WordList};

/// Whether the single word at `at` names what is no person, unless somebody of the article is called so.
pub fn is_named(document: &Document, at: usize) -> bool {
    is_outlet(document, at) || is_painted(document, at) || is_scene(document, at) || is_owner(document, at)
}

/// `Halden's disease`, `she has Parkinson's`, `Halden's said`: an illness called after somebody, a shop.
fn is_owner(document: &Document, at: usize) -> bool {
    const ILLNESSES: WordList<6> = WordList::of(["alzheimer", "asperger", "crohn", "hodgkin", "parkinson", "tourette"]);
    const KINDS: WordList<6> = WordList::of(["disease", "diseases", "lymphoma", "palsy", "sarcoma", "syndrome"]);
    let owner = document.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Possessive);
    let tells = document.is_one_of(at + 2, const { &WordList::of(["said", "says"]) });
    let kind = document.is_one_of(at + 2, &KINDS) || document.tags(at + 2).any(Tags::AUXILIARY) || tells;
    owner && (kind || document.is_one_of(at, &ILLNESSES))
}

/// `Halden reports that`, `Halden FM`, `Halden 5 reports`, `told Halden 5 News`.
fn is_outlet(document: &Document, at: usize) -> bool {
    let letters = ["AM", "FM", "HS", "TV"]
        .iter()
        .any(|letters| document.tokens.len() > at + 1 && document.word(at + 1) == *letters);
    let lower = |at: usize| !document.tags(at).any(Tags::CAPITALISED);
    let tells = |at: usize| document.is_one_of(at, const { &WordList::of(["notes", "reports"]) }) && lower(at);
    let channel = document.tags(at + 1).any(Tags::DIGITS) && (tells(at + 2) || document.is(at + 2, "news"));
    let opens = document.tags(at).any(Tags::SENTENCE_START);
    letters || channel || opens && tells(at + 1)
}

/// `a silver Halden`, `a maroon colored Halden`, `a silver 4 door Halden`: what has a colour of paint.
pub fn is_painted(document: &Document, at: usize) -> bool {
    const PAINTS: WordList<20> = WordList::of([
        "beige", "blue", "bronze", "brown", "burgundy", "colored", "coloured", "door", "gold", "gray", "green", "grey",
        "maroon", "orange", "purple", "red", "silver", "tan", "white", "yellow",
    ]);
    let lower = |at: usize| !document.tags(at).any(Tags::CAPITALISED);
    let Some(paint) = at.checked_sub(1).filter(|&paint| lower(paint) && document.is_one_of(paint, &PAINTS)) else {
        return false;
    };
    (paint.saturating_sub(4)..paint).any(|at| document.tags(at).any(Tags::DETERMINER))
}

/// `in Halden on Monday`, `in Halden last week`: where something happened at a time.
fn is_scene(document: &Document, at: usize) -> bool {
    let place = at > 0 && document.is_one_of(at - 1, const { &WordList::of(["in", "outside"]) });
    let on = document.is(at + 1, "on") || document.is(at + 1, "in");
    let day = document.tags(at + 2).any(Tags::WEEKDAY | Tags::MONTH | Tags::DIGITS);
    let last = document.is_one_of(at + 1, const { &WordList::of(["last", "this"]) });
    let when = document.tags(at + 1).any(Tags::WEEKDAY | Tags::DAY_WORD);
    let time = last && document.tags(at + 2).any(Tags::TIME_UNIT | Tags::WEEKDAY | Tags::MONTH);
    place && (on && day || time || when)
}

/// Whether `, Ohio –`, `, N.M. (KTAR) –` follows the place at the front of a paragraph that ends before `end`.
pub fn is_dateline(document: &Document, end: usize) -> bool {
    if !document.is(end, ",") || !document.tags(end + 1).any(Tags::CAPITALISED) {
        return false;
    }
    let state = |at: usize| {
        let short = document.tags(at).any(Tags::CAPITALISED) && document.word(at).len() < 6;
        document.is(at, ".") || short || document.tags(at).any(Tags::PLACE)
    };
    let last = document.tokens.len().min(end + 6);
    let Some(behind) = (end + 1..last).find(|&at| !state(at)) else { return false };
    let dash = document.tokens[behind].kind == TokenKind::Dash && !document.is_glued(behind);
    dash || document.is(behind, "(") && document.tags(behind + 1).any(Tags::UPPERCASE)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn places_stations_papers_and_cars_are_nobody() {
        people(
            "
Halden notes that the barge sank in Orlow on Monday. Weller 5 reports that a silver Halden left.
",
        );
    }

    #[test]
    fn the_place_of_a_dateline_is_nobody() {
        people(
            "
TOLLAND, N.M. (KTAR) – A mill burned.

MARSHALL, Ind. – A barge sank.
",
        );
    }

    #[test]
    fn illnesses_and_shops_are_nobody() {
        people(
            "
She had Hodgkin's lymphoma and he has Tolland's syndrome. Halden's said the barge was late. A woman from Orlow was hurt.
",
        );
    }
}
