//! Whether a noun is one for a person whose age may stand behind it: "the singer, 45, was born", "her brother, 34, said".

use super::noun;
use crate::types::{Document, Tags, WordList};

/// Tokens from the noun back to its article.
const REACH: usize = 4;

/// Nouns for persons that no ending tells.
const PERSONS: WordList<46> = WordList::of([
    "accused",
    "actress",
    "applicant",
    "assistant",
    "aunt",
    "boyfriend",
    "bride",
    "chef",
    "chief",
    "coach",
    "complainant",
    "consultant",
    "cousin",
    "deceased",
    "defendant",
    "duke",
    "friend",
    "girlfriend",
    "graduate",
    "groom",
    "heir",
    "heiress",
    "husband",
    "king",
    "monk",
    "nephew",
    "niece",
    "occupant",
    "partner",
    "pensioner",
    "pilot",
    "poet",
    "politician",
    "priest",
    "prince",
    "princess",
    "queen",
    "saint",
    "star",
    "suspect",
    "teenager",
    "uncle",
    "widow",
    "wife",
    "witness",
    "youth",
]);

/// Nouns with the endings of those who do something, that are things.
const THINGS: WordList<36> = WordList::of([
    "answer",
    "barrier",
    "border",
    "boulder",
    "chapter",
    "charter",
    "cluster",
    "computer",
    "container",
    "corner",
    "corridor",
    "counter",
    "cylinder",
    "disaster",
    "factor",
    "helicopter",
    "letter",
    "matter",
    "monitor",
    "motor",
    "newspaper",
    "number",
    "order",
    "paper",
    "poster",
    "power",
    "quarter",
    "register",
    "remainder",
    "sector",
    "shelter",
    "summer",
    "theater",
    "trailer",
    "weather",
    "winter",
]);

/// Whether the noun at `at` is one for a person, behind an article or the word for an owner.
pub fn is_behind_article(document: &Document, at: usize) -> bool {
    is_noun_for_one(document, at) && {
        const LIMITS: Tags = Tags::AUXILIARY.with(Tags::PREPOSITION).with(Tags::CONJUNCTION);
        let first = document.sentence_tokens(at).start.max(at.saturating_sub(REACH));
        let mut before = (first..at).rev();
        let article = before.find(|&at| document.tags(at).any(LIMITS.with(Tags::DETERMINER).with(Tags::PRONOUN)));
        article.is_some_and(|at| document.tags(at).any(Tags::DETERMINER | Tags::PRONOUN))
    }
}

fn is_noun_for_one(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    if tags.any(Tags::CAPITALISED) || !noun::is_word(document, at) || noun::is_plural(document, at) {
        return false;
    }
    let word = document.word(at);
    let ending = word.len() > 5 && ["er", "or", "ist", "man", "ian"].iter().any(|ending| word.ends_with(ending));
    tags.any(Tags::PERSON_NOUN | Tags::TITLE)
        || document.is_one_of(at, &PERSONS)
        || ending && !document.is_one_of(at, &THINGS)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn trades_and_kin() {
        figures(
            "
The lute player, 45, was hurt; her brother, 34, and the mayor, 72, were not. The total number, 60, was told.
                 ^^ figure age value=45 unit=year counted=[lute player]
                                            ^^ figure age value=34 unit=year counted=[brother]
                                                               ^^ figure age value=72 unit=year counted=[mayor]
                                                                                               ^^ figure count value=60
",
        );
    }
}
