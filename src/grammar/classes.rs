//! Closed classes of words that have no tag, one list each.
//!
//! A rule that needs a different list has its own, or tests one more word besides the list.

use super::kinds;
use crate::types::{Document, WordList};

/// Pronouns that can be the subject of a clause; `it` and `you` can be objects as well.
pub const SUBJECTS: WordList<7> = WordList::of(["he", "i", "it", "she", "they", "we", "you"]);

/// Personal pronouns that are always a subject.
pub const ONLY_SUBJECTS: WordList<5> = WordList::of(["he", "i", "she", "they", "we"]);

/// Pronouns for one person who is neither speaking nor spoken to, as subjects.
pub const HE_OR_SHE: WordList<2> = WordList::of(["he", "she"]);

/// Personal pronouns that are always an object; `her` is also a possessive.
pub const ONLY_OBJECTS: WordList<4> = WordList::of(["him", "me", "them", "us"]);

/// Pronouns for people that can be an object.
pub const PEOPLE_AS_OBJECTS: WordList<6> = WordList::of(["her", "him", "me", "them", "us", "you"]);

/// Reflexive pronouns.
pub const REFLEXIVES: WordList<8> =
    WordList::of(["herself", "himself", "itself", "myself", "ourselves", "themselves", "yourself", "yourselves"]);

/// Indefinite articles.
pub const INDEFINITE_ARTICLES: WordList<2> = WordList::of(["a", "an"]);

/// Forms of `be`.
pub const BE: WordList<8> = WordList::of(["am", "are", "be", "been", "being", "is", "was", "were"]);

/// Finite forms of `be`.
pub const FINITE_BE: WordList<5> = WordList::of(["am", "are", "is", "was", "were"]);

/// Finite forms of `have`.
pub const HAVE: WordList<3> = WordList::of(["had", "has", "have"]);

/// Words that can begin a subordinate clause. Most can also be prepositions or adverbs.
pub const SUBORDINATORS: WordList<15> = WordList::of([
    "after", "although", "as", "because", "before", "if", "once", "since", "though", "unless", "until", "when",
    "where", "while", "whilst",
]);

/// Words that begin an indirect question.
pub const QUESTIONS: WordList<9> =
    WordList::of(["how", "if", "what", "when", "where", "whether", "which", "who", "why"]);

/// Words that begin reported speech after a hearer. `who` and `when` are not among them: they usually describe the
/// hearer.
pub const OPENERS_OF_REPORTS: WordList<6> = WordList::of(["how", "if", "that", "what", "whether", "why"]);

/// Endings of an ordinal in digits, if they are a separate token.
pub const ORDINAL_ENDINGS: WordList<4> = WordList::of(["nd", "rd", "st", "th"]);

/// Words after a length of time that make it a point in time: `two years ago`.
pub const FROM_A_TIME: WordList<5> = WordList::of(["after", "ago", "before", "earlier", "later"]);

/// Halves of the day, after an hour.
pub const HALVES_OF_DAY: WordList<4> = WordList::of(["a.m.", "am", "p.m.", "pm"]);

/// Whether the number at `at` and the ending after it are an ordinal: `14th`, `1,000th`.
pub fn is_ordinal_in_digits(document: &Document, at: usize) -> bool {
    let number = kinds::is_number(document, at);
    number && document.is_one_of(at + 1, &ORDINAL_ENDINGS) && document.is_glued(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        segment::segment,
        types::{Article, Buffers},
    };

    #[test]
    fn ordinals_in_digits_have_an_ending_glued_to_them() {
        for (text, expected) in
            [("14th of", true), ("1,000TH", true), ("22nd", true), ("14 th", false), ("14m", false), ("th", false)]
        {
            let article = Article::new("a", None, text);
            let document = segment(&article, Buffers::default());
            assert_eq!(is_ordinal_in_digits(&document, 0), expected, "{text}");
            assert!(!is_ordinal_in_digits(&document, 9), "behind the last token");
        }
    }

    #[test]
    fn narrow_classes_are_parts_of_wide_ones() {
        let holds = |wide: &[&str], narrow: &[&str]| narrow.iter().all(|word| wide.contains(word));
        assert!(holds(&SUBJECTS.words, &ONLY_SUBJECTS.words) && holds(&ONLY_SUBJECTS.words, &HE_OR_SHE.words));
        assert!(holds(&PEOPLE_AS_OBJECTS.words, &ONLY_OBJECTS.words) && holds(&BE.words, &FINITE_BE.words));
    }
}
