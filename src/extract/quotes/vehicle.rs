//! What was said in, at the end of a phrase that tells what was: `called it "a theft" in a letter on Monday`.

use std::ops::Range;

use super::adjuncts;
use crate::types::{Document, Tags, WordList};

/// Most tokens from the preposition to the noun: `in a late Sunday night post`.
const REACH: usize = 6;

/// The phrase without the letter, speech or talk at its end that it was said in.
pub fn without(document: &Document, phrase: Range<usize>) -> Range<usize> {
    let opens = |&at: &usize| document.quotation_of(at).is_none() && is_vehicle(document, at, phrase.end);
    phrase.start..(phrase.start + 1..phrase.end.saturating_sub(2)).rev().find(opens).unwrap_or(phrase.end)
}

/// Whether a preposition and a vehicle of speech stand here, and nothing but a time or place between that and `limit`.
fn is_vehicle(document: &Document, at: usize, limit: usize) -> bool {
    const VEHICLES: WordList<15> = WordList::of([
        "blog",
        "conference",
        "email",
        "filing",
        "interview",
        "letter",
        "memo",
        "message",
        "post",
        "release",
        "speech",
        "statement",
        "text",
        "tweet",
        "video",
    ]);
    let owned = document.tags(at + 1).any(Tags::DETERMINER) || document.tags(at + 1).any(Tags::POSSESSIVE);
    if !document.is(at, "in") || !owned {
        return false;
    }
    let noun = (at + 2..limit.min(at + REACH)).find(|&at| document.is_one_of(at, &VEHICLES));
    noun.is_some_and(|noun| adjuncts::adjuncts_end(document, noun + 1, limit) >= limit)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_letter_is_not_said() {
        quotes(
            "
The miller called the toll “a quiet theft” in a letter earlier this month.
                  ^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[called] speaker=[The miller]
Lund denied the sale in a late Sunday letter.
            ^^^^^^^^ quote indirect cue=[denied] speaker=[Lund] person=[Lund]
Lund denied the letter in a drawer.
            ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[denied] speaker=[Lund] person=[Lund]
",
        );
    }
}
