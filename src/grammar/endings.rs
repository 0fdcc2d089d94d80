//! What the ending of a word says about it.

use super::kinds;
use crate::types::{Document, Tags, WordList};

/// Plurals without an s, and words for several people.
const IRREGULAR_PLURALS: WordList<9> =
    WordList::of(["children", "crew", "feet", "men", "mice", "people", "police", "staff", "women"]);

/// Endings in s that are not a plural: `glass`, `campus`, `analysis`, `famous`.
const NO_PLURALS: [&str; 3] = ["ss", "us", "is"];

/// The fewest letters of a word that is a plural by its s: not `his`, `was`.
const PLURAL_LETTERS: usize = 4;

/// Whether the word is a plural by its ending, or a common irregular one: `barges`, `Millers`, `police`; but not
/// `glass`, `famous`, `his`.
pub fn is_plural(document: &Document, at: usize) -> bool {
    let regular =
        document.ends_in(at, "s") && kinds::is_word(document, at) && document.word(at).len() >= PLURAL_LETTERS;
    regular && !NO_PLURALS.iter().any(|ending| document.ends_in(at, ending))
        || document.is_one_of(at, &IRREGULAR_PLURALS)
}

/// Words in `-est` that are not superlatives.
const NOUNS_IN_EST: [&str; 10] =
    ["arrest", "conquest", "contest", "forest", "guest", "harvest", "interest", "priest", "protest", "request"];

/// Whether the word is a superlative by its ending, or an irregular one.
pub fn is_superlative(word: &str) -> bool {
    word == "best"
        || word == "worst"
        || word.len() > 5 && word.ends_with("est") && !NOUNS_IN_EST.iter().any(|noun| word.eq_ignore_ascii_case(noun))
}

/// Whether the word has the ending of a past form: `raised`, `agreed`, not `speed`.
pub fn is_past_form(word: &str) -> bool {
    const IN_EED: [&str; 5] = ["agreed", "decreed", "disagreed", "freed", "guaranteed"];
    const SHORT: [&str; 5] = ["died", "owed", "sued", "tied", "used"];
    if SHORT.contains(&word) {
        return true;
    }
    word.len() > 4 && word.ends_with("ed") && (!word.ends_with("eed") || IN_EED.contains(&word))
}

/// Whether the word, in small letters, has the ending of a past form: `raised`, `agreed`; but not `speed`, `Reed`,
/// `12`.
pub fn is_regular_past(document: &Document, at: usize) -> bool {
    kinds::is_word(document, at) && !document.tags(at).any(Tags::CAPITALISED) && is_past_form(document.word(at))
}

/// Nouns and adjectives in `-ly`.
const NOUNS_IN_LY: WordList<19> = WordList::of([
    "ally",
    "anomaly",
    "assembly",
    "belly",
    "bully",
    "butterfly",
    "daily",
    "family",
    "fly",
    "hourly",
    "monopoly",
    "monthly",
    "nightly",
    "quarterly",
    "rally",
    "reply",
    "supply",
    "weekly",
    "yearly",
]);

/// Whether the word is a noun or an adjective despite its ending in `-ly`.
pub fn is_noun_in_ly(document: &Document, at: usize) -> bool {
    document.is_one_of(at, &NOUNS_IN_LY)
}

/// Whether the word is an adverb by its ending: `quickly`, but not `family`, `weekly`, nor the name `Kelly`.
pub fn is_adverb_in_ly(document: &Document, at: usize) -> bool {
    if !document.ends_in(at, "ly") {
        return false;
    }
    let tags = document.tags(at);
    let name = tags.any(Tags::CAPITALISED) && !tags.any(Tags::SENTENCE_START);
    !name && !is_noun_in_ly(document, at)
}

/// Whether the ending makes the word a noun for a person who does something: "singer", "sailor", "pianist".
pub fn is_doer(word: &str) -> bool {
    word.len() > 5 && ["er", "or", "ist", "man"].iter().any(|ending| word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        segment::segment,
        types::{Article, Buffers},
    };

    /// The words of the text for which the test holds; the test is also run after the last token.
    fn those_that(text: &str, test: fn(&Document, usize) -> bool) -> Vec<String> {
        let article = Article::new("a", None, text);
        let document = segment(&article, Buffers::default());
        let tokens = 0..document.tokens.len() + 3;
        tokens.filter(|&at| test(&document, at)).map(|at| document.word(at).to_owned()).collect()
    }

    #[test]
    fn plurals_end_in_s_or_are_listed() {
        let text =
            "His famous boats and the police of Tarn's campus, five men, Millers, a class: was that gas analysis?";
        assert_eq!(those_that(text, is_plural), ["boats", "police", "men", "Millers"]);
    }

    #[test]
    fn past_forms_end_in_ed() {
        let text = "Reed agreed at speed; the bed he used was raised, and Tarn needed 12 seeds.";
        assert_eq!(those_that(text, is_regular_past), ["agreed", "used", "raised", "needed"]);
    }

    #[test]
    fn adverbs_end_in_ly() {
        let text = "The weekly family rally quickly met Kelly. Sadly, it was only a reply.";
        assert_eq!(those_that(text, is_adverb_in_ly), ["quickly", "Sadly", "only"]);
    }

    #[test]
    fn superlatives_and_doers_have_their_endings() {
        let superlatives = ["best", "longest", "forest", "Harvest", "west"].map(is_superlative);
        assert_eq!(superlatives, [true, true, false, false, false]);
        assert_eq!(["sailor", "pianist", "river", "door"].map(is_doer), [true, true, false, false]);
    }
}
