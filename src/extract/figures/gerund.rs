//! Participles behind a figure, which tell what those counted do, and nouns that end like them: "20% leaning to Pike", "the
//! first killing in Tarn".

use crate::types::{Document, Tags, WordList};

/// "20% leaning to Pike", "the first coming at dawn": whether the word at `at` stands before a preposition and tells what
/// those counted do, which few nouns in `-ing` do.
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
