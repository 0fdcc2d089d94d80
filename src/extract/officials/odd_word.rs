//! Single words that are not names of people because of their shape or the word next to them: "Otter5", "OtterTube",
//! "Jr", "in Orlow,", "told Otter 5", "as Tarnblog points out", "Rekindling the kiln".

use crate::types::{Document, Tags, TokenKind, WordList};

/// Whether the single word at `at` is not a name, by its shape or its neighbours; in most cases a known name is exempt.
pub fn is_odd(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    let known = tags.any(Tags::SURNAME | Tags::GIVEN_NAME);
    tags.any(Tags::GENERATION)
        || is_brand(document.word(at))
        || is_station(document, at)
        || !known && (is_where(document, at) || is_source(document, at) || is_doing(document, at))
}

/// Whether the word is a brand: it has a digit, or a capital after more letters than a name's prefix has: `Otter5`,
/// `OtterTube`, but not `McTarn`, `DeTarn`.
fn is_brand(word: &str) -> bool {
    let letters = word.as_bytes();
    let digit = letters.iter().any(u8::is_ascii_digit);
    let lower = letters.iter().rposition(|letter| letter.is_ascii_lowercase());
    let inner = letters.windows(2).position(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
    const PREFIX_LETTERS: usize = 4;
    digit || inner.is_some_and(|at| at + 1 > PREFIX_LETTERS && lower.is_some())
}

/// Whether a verb of telling precedes the word and a number follows: `told Otter 5 that`, `Otter 5 News`.
fn is_station(document: &Document, at: usize) -> bool {
    let told = at > 0 && document.is_one_of(at - 1, const { &WordList::of(["tell", "telling", "tells", "told"]) });
    told && document.tags(at + 1).any(Tags::DIGITS)
}

/// Whether the word is a location: `in Orlow,`, `near Orlow.`, `in Orlow where`; not after a verb or noun of trust.
fn is_where(document: &Document, at: usize) -> bool {
    const TRUST: WordList<9> = WordList::of([
        "belief",
        "believe",
        "believed",
        "believes",
        "confidence",
        "faith",
        "interest",
        "pride",
        "trust",
    ]);
    let beside = at > 1 && document.is_one_of(at - 1, const { &WordList::of(["in", "near", "outside"]) });
    let closed = document.is_one_of(at + 1, const { &WordList::of([",", ".", ";", "and", "where", "while"]) });
    beside && closed && !document.is_one_of(at - 2, &TRUST)
}

/// Whether the word is a medium that the report cites: `as Tarnblog points out`, `, Tarnblog notes`, `per Tarnblog.`.
fn is_source(document: &Document, at: usize) -> bool {
    let lower = |at: usize| !document.tags(at).any(Tags::CAPITALISED);
    let points = document.is(at + 1, "points") && document.is(at + 2, "out") && lower(at + 1);
    let notes = document.is_one_of(at + 1, const { &WordList::of(["notes", "reports"]) }) && lower(at + 1);
    let closed = || document.tokens.get(at + 1).is_none_or(|next| next.kind != TokenKind::Word);
    let via = at > 0 && document.is_one_of(at - 1, const { &WordList::of(["notes", "per", "reports", "via"]) });
    points || notes || via && lower(at - 1) && closed()
}

/// Whether the word is a verb in `-ing` that opens its sentence and has an object: `Rekindling the kiln`.
fn is_doing(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::SENTENCE_START)
        && document.ends_in(at, "ing")
        && document.tags(at + 1).any(Tags::DETERMINER)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn words_that_no_name_looks_like_are_nobody() {
        people(
            "
Ann Reed told Otter5 that OtterTube was late. She told Mardle 5 so. Rekindling the kiln took a day.
^^^^^^^^ person Ann Reed
",
        );
    }

    #[test]
    fn places_and_media_beside_their_little_words_are_nobody() {
        people(
            "
A kiln burned in Orlowick, and a mill near Quarmby. As Tarnblog points out, it was old, per Mudwire.
",
        );
    }
}
