//! Nouns that need their complement: "cases of fraud and theft", "a handful of wardens".

use super::phrase::{self, HowMany, Phrase};
use crate::types::{Document, WordList};

/// Nouns that need their complement: "cases of fraud", "allegations of neglect".
const OPEN_NOUNS: WordList<12> = WordList::of([
    "acts",
    "allegation",
    "allegations",
    "calls",
    "cases",
    "case",
    "claims",
    "complaints",
    "incidents",
    "instances",
    "kinds",
    "reports",
]);

/// Nouns that only say there are several.
const GROUPS: WordList<8> =
    WordList::of(["group", "handful", "host", "majority", "minority", "number", "series", "string"]);

/// The phrase including the complement of such a noun: "cases of fraud and theft".
pub fn with_complement(document: &Document, phrase: Phrase) -> Phrase {
    let head = phrase.end - 1;
    // "One of a handful of wardens".
    if document.is(head + 1, "of") && document.is_one_of(head, &GROUPS) {
        return phrase::behind(document, head + 2, HowMany::Several).unwrap_or(phrase);
    }
    let open = document.is_one_of(head, &OPEN_NOUNS);
    let joined = document.is(head + 1, "of") || document.is(head + 1, "for");
    if !open || !joined {
        return phrase;
    }
    match phrase::behind(document, head + 2, HowMany::Several) {
        Some(complement) if document.is(complement.end, "and") => {
            let second = phrase::behind(document, complement.end + 1, HowMany::Several);
            let alike = second.filter(|second| document.is(second.end - 1, document.word(complement.end - 1)));
            phrase.start..alike.map_or(complement.end, |second| second.end)
        }
        Some(complement) => phrase.start..complement.end,
        None => phrase,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn cases_and_groups() {
        figures(
            "
It is one of a series of sluices, and of 12 cases of theft.
      ^^^ figure count value=1 counted=[sluices]
                                         ^^ figure count value=12 counted=[cases of theft]
",
        );
    }
}
