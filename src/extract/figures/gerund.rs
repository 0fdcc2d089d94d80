//! Participles after a figure that say what those counted do, and nouns with the same ending: "20% leaning to Pike",
//! "the first killing in Tarn".

use super::moved;
use crate::{
    grammar::endings,
    types::{Document, Tags, WordList},
};

/// Whether the word at `at`, before a preposition, says what those counted do, as few nouns in `-ing` can: "20% leaning
/// to Pike", "the first coming at dawn".
pub fn is_done_alone(document: &Document, at: usize) -> bool {
    let word = document.word(at);
    word.len() > 4
        && word.ends_with("ing")
        && !document.tags(at).any(Tags::CAPITALISED)
        && !document.is_one_of(at, &NOUNS_IN_ING)
        && document.tags(at + 1).any(Tags::PREPOSITION)
        && !document.is(at + 1, "of")
        && !(at > 0 && document.is(at - 1, "of"))
}

/// The end of the subject before the verb of a range: "Wardens ranged in age from", "barges range", "goats, ranging".
pub fn before_range(document: &Document, end: usize) -> Option<usize> {
    const RANGING: WordList<2> = WordList::of(["ranged", "ranging"]);
    let verb = end.checked_sub(1)?;
    let plural = verb > 0 && endings::is_plural(document, verb - 1);
    if !(document.is_one_of(verb, &RANGING) || document.is(verb, "range") && plural) {
        return Some(end);
    }
    Some(verb - usize::from(verb > 0 && document.is(verb - 1, ",")))
}

/// Whether the `-ing` at `at` follows a comma or a word that leads to an action, and has an object: ", pushing shares
/// down 5%", "by cutting costs by £3m"; "for running costs" is about costs.
pub fn takes_object(document: &Document, at: usize) -> bool {
    const TRANSITIVE: WordList<16> = WordList::of([
        "boosting", "bringing", "driving", "forcing", "giving", "keeping", "leaving", "making", "pushing", "reducing",
        "saving", "seeing", "sending", "studying", "taking", "using",
    ]);
    const LEADS: WordList<9> = WordList::of([",", "after", "before", "by", "despite", "of", "to", "while", "without"]);
    let led = at > 0 && document.is_one_of(at - 1, &LEADS);
    let it = document.tags(at + 1).any(Tags::PRONOUN);
    led && !it && (document.is_one_of(at, &TRANSITIVE) || document.ends_in(at, "ing") && moved::moves(document, at))
}

/// Nouns in `-ing` for things that can be counted or measured.
const NOUNS_IN_ING: WordList<66> = WordList::of([
    "beating",
    "bombing",
    "booking",
    "briefing",
    "building",
    "burning",
    "ceiling",
    "clothing",
    "crossing",
    "drawing",
    "drilling",
    "evening",
    "farming",
    "fencing",
    "filing",
    "financing",
    "finding",
    "funding",
    "gathering",
    "hearing",
    "holding",
    "housing",
    "inning",
    "killing",
    "landing",
    "lightning",
    "listing",
    "lodging",
    "meeting",
    "morning",
    "offering",
    "offspring",
    "opening",
    "outing",
    "painting",
    "parking",
    "posting",
    "ranking",
    "rating",
    "reading",
    "receiving",
    "recording",
    "ruling",
    "rushing",
    "sailing",
    "savings",
    "screening",
    "setting",
    "shooting",
    "showing",
    "sibling",
    "sighting",
    "sitting",
    "slaying",
    "spending",
    "stabbing",
    "standing",
    "string",
    "swing",
    "thing",
    "trading",
    "training",
    "uprising",
    "viewing",
    "warning",
    "wedding",
]);

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn deeds_and_their_objects() {
        figures(
            "
Dorrin aims to survive by cutting costs by 4%; the flood came, pushing shares down 5%. Pike set aside £3m for running costs.
                                           ^^ figure percent value=4 unit=percent change=down counted=[costs]
                                                                                   ^^ figure percent value=5 unit=percent change=down counted=[shares]
                                                                                                      ^^^ figure money value=3000000 unit=GBP counted=[running costs]
",
        );
    }

    #[test]
    fn what_they_do_before_a_preposition() {
        figures(
            "
Of the wardens, 20% leaning to Rowe left, with the first coming at dawn. It was the first killing in Tarn.
                ^^^ figure percent value=20 unit=percent
                                                   ^^^^^ figure ordinal value=1
                                                                                    ^^^^^ figure ordinal value=1 counted=[killing]
",
        );
    }
}
