//! The letter, speech or the like at the end of a phrase of content: `called it "a theft" in a letter on Monday`.

use std::ops::Range;

use super::adjuncts;
use crate::types::{Document, Tags, WordList};

/// Maximum number of tokens from the preposition to the noun: `in a late Sunday night post`.
const REACH: usize = 8;

/// The phrase without the letter, speech or talk at its end.
pub fn without(document: &Document, phrase: Range<usize>) -> Range<usize> {
    let opens = |&at: &usize| document.quotation_of(at).is_none() && is_vehicle(document, at, phrase.end);
    phrase.start..(phrase.start + 1..phrase.end.saturating_sub(2)).rev().find(opens).unwrap_or(phrase.end)
}

/// Whether words up to `limit` describe a vehicle not mentioned before: `a book called Dark Water`, `a meeting near
/// Dorn`.
fn is_told_of(document: &Document, first: usize, start: usize, limit: usize) -> bool {
    const NEW: WordList<5> = WordList::of(["a", "an", "her", "his", "their"]);
    let named = document.is_one_of(start, const { &WordList::of(["called", "entitled", "titled"]) });
    let placed = document.is_one_of(start, const { &WordList::of(["across", "from", "near", "outside"]) });
    let capital = |at: usize| {
        document.tags(at).any(Tags::CAPITALISED) || document.is_one_of(at, const { &WordList::of(["of", "the"]) })
    };
    document.is_one_of(first, &NEW) && (named || placed) && start + 1 < limit && (start + 1..limit).all(capital)
}

/// Whether a preposition and a vehicle of speech start here, with only a time or place between them and `limit`.
fn is_vehicle(document: &Document, at: usize, limit: usize) -> bool {
    const OPENS: WordList<4> = WordList::of(["at", "during", "in", "on"]);
    const VEHICLES: WordList<27> = WordList::of([
        "article",
        "blog",
        "book",
        "column",
        "conference",
        "conferences",
        "email",
        "essay",
        "filing",
        "forum",
        "interview",
        "interviews",
        "letter",
        "letters",
        "memo",
        "memoir",
        "message",
        "page",
        "piece",
        "post",
        "posts",
        "release",
        "speech",
        "statement",
        "text",
        "tweet",
        "video",
    ]);
    let owned = document.tags(at + 1).any(Tags::DETERMINER);
    if !document.is_one_of(at, &OPENS) || !owned {
        return false;
    }
    let noun = (at + 2..limit.min(at + REACH)).find(|&at| document.is_one_of(at, &VEHICLES));
    noun.is_some_and(|noun| {
        adjuncts::adjuncts_end(document, noun + 1, limit) >= limit || is_told_of(document, at + 1, noun + 1, limit)
    })
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

    #[test]
    fn where_it_was_told() {
        quotes(
            "
Ruth Amos announced the cases in a series of news conferences. Otto Vale recounts his illness in a lengthy piece in Otter Radio.
                    ^^^^^^^^^ quote indirect cue=[announced] speaker=[Ruth Amos] person=[Ruth Amos]
                                                                                  ^^^^^^^^^^^ quote indirect cue=[recounts] speaker=[Otto Vale] person=[Otto Vale]
",
        );
    }

    #[test]
    fn a_new_vehicle_is_told_more_of() {
        quotes(
            "
Lund described the fire in a book called Red Water. Clerks announced the cuts at a conference near Tarn.
               ^^^^^^^^ quote indirect cue=[described] speaker=[Lund] person=[Lund]
                                                                     ^^^^^^^^ quote indirect cue=[announced] speaker=[Clerks]
",
        );
    }
}
