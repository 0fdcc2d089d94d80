//! Ages at turning points of a life, stated only with "at" and a number: "dies of a cold at 71", "became a mother at
//! 17", "at 91, Pike has".

use std::ops::Range;

use rust_decimal::Decimal;

use super::{numeral::Numeral, somebody, verb};
use crate::{
    grammar::{endings, years},
    types::{Document, Tags, TokenKind, WordList},
};

/// Maximum number of tokens from the "at" back to the event.
const REACH: usize = 8;

/// Words for events in a life at some age.
const TURNS: WordList<32> = WordList::of([
    "abortion",
    "adopted",
    "dead",
    "death",
    "debuted",
    "die",
    "died",
    "dies",
    "drop",
    "dropped",
    "dying",
    "emigrated",
    "enlisted",
    "evicted",
    "graduate",
    "graduated",
    "married",
    "marries",
    "marry",
    "orphaned",
    "pregnant",
    "retire",
    "retired",
    "retirement",
    "retires",
    "retiring",
    "suicide",
    "wed",
    "weds",
    "widow",
    "widowed",
    "widower",
]);

/// Whether the number, in digits, is the age at which something before or after it happened to a person. It is too
/// large for an hour of the clock.
pub fn is_turn(document: &Document, numeral: &Numeral) -> bool {
    let Some(at) = numeral.tokens.start.checked_sub(1).filter(|&at| document.is(at, "at")) else { return false };
    let grown = numeral.digits && numeral.low > Decimal::from(12) && years::can_be_age(numeral.low);
    let Range { start: first, end: last } = document.sentence_tokens(at);
    if !grown || numeral.tokens.end < last && !closes(document, numeral.tokens.end) {
        return false;
    }
    follows_turn(document, first, at) || is_parent_at(document, first, at) || opens(document, first, at)
}

/// Whether no noun follows that the number could count.
fn closes(document: &Document, end: usize) -> bool {
    const OPEN: Tags = Tags::CONJUNCTION.with(Tags::PREPOSITION);
    let next = document.tokens.get(end);
    next.is_none_or(|next| matches!(next.kind, TokenKind::Mark | TokenKind::Quotation) || next.tags.any(OPEN))
        && !document.is_one_of(end, const { &WordList::of(["%", "(", "/", "per", "to"]) })
}

/// Whether a word for such an event precedes the "at", without another clause or number between: "Dies suddenly at 71",
/// "drop out of school at 16", "his death last year at 37". "Put the number of dead at 71" is a count.
fn follows_turn(document: &Document, first: usize, at: usize) -> bool {
    const TIMES: Tags = Tags::TIME_UNIT.with(Tags::WEEKDAY).with(Tags::DAY_WORD).with(Tags::POINTER);
    let first = first.max(at.saturating_sub(REACH));
    let inner = |&at: &usize| {
        document.tokens[at].kind == TokenKind::Word
            && !document.tags(at).any(Tags::CONJUNCTION.with(Tags::RELATIVE).with(Tags::NUMBER_WORD))
            && (document.tags(at).any(TIMES) || document.is_one_of(at, &TURNS) || !verb::is_verb(document, at))
            && !document.is_one_of(at, const { &WordList::of(["number", "tally", "toll", "total"]) })
    };
    let told = (first..at).rev().take_while(inner);
    let Some(turn) = told.into_iter().find(|&at| document.is_one_of(at, &TURNS)) else { return false };
    let drops = document.is(turn, "drop") || document.is(turn, "dropped");
    let counted = turn > 0
        && (document.tags(turn - 1).any(Tags::DIGITS | Tags::NUMBER_WORD)
            || document.is_one_of(turn - 1, const { &WordList::of(["number", "of", "the"]) }));
    let toll = (first..turn).any(|at| document.is_one_of(at, const { &WordList::of(["number", "tally", "toll"]) }));
    !counted && !toll && (!drops || document.is(turn + 1, "out") && document.is(turn + 2, "of"))
}

/// Whether a person becomes a parent or the like at that age: "Became a mother at 17", "Ada Pike Is a Grandad at 40".
fn is_parent_at(document: &Document, first: usize, at: usize) -> bool {
    const BE: WordList<9> = WordList::of(["am", "be", "became", "become", "becomes", "becoming", "been", "is", "was"]);
    const PERSONS: Tags = Tags::KIN.with(Tags::PERSON_NOUN);
    let Some(noun) = at.checked_sub(1).filter(|&noun| noun > first + 1) else { return false };
    let person = document.tags(noun).any(PERSONS) || somebody::is_listed(document, noun);
    let parent = somebody::is_word_for_parent(document, noun);
    let article = (first + 1..noun).rev().take(3).find(|&at| document.tags(at).any(Tags::ARTICLE));
    let one = article.filter(|&at| document.is(at, "a") || document.is(at, "an"));
    (person || parent) && !endings::is_plural(document, noun) && one.is_some_and(|at| document.is_one_of(at - 1, &BE))
}

/// Whether a person's clause begins with the age: "At 91, Pike has", "now, at 91, Pike has", "at 93, a Tarn man".
fn opens(document: &Document, first: usize, at: usize) -> bool {
    const OTHER: Tags = Tags::MONTH.with(Tags::WEEKDAY).with(Tags::UPPERCASE);
    let comma = at + 2;
    let begins = at == first || document.is(at - 1, ",") && at == first + 2;
    if !begins || !document.is(comma, ",") {
        return false;
    }
    let tags = document.tags(comma + 1);
    if document.is(comma + 1, "a") || document.is(comma + 1, "an") {
        return (comma + 2..comma + 5).any(|at| document.tags(at).any(Tags::PERSON_NOUN | Tags::KIN));
    }
    let name = tags.any(Tags::GIVEN_NAME | Tags::SURNAME) && tags.any(Tags::CAPITALISED);
    let place = tags.any(Tags::PLACE) && !tags.any(Tags::GIVEN_NAME);
    name && !place && !tags.any(OTHER)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn what_happens_to_somebody_at_an_age() {
        figures(
            "
Old Miller Dies Suddenly at 71
                            ^^ figure age value=71 unit=year counted=[Old Miller]

Pike may have to retire at 58. She dropped out of school at 16 and became a mother at 19. His death last May at 37 in Tarn was sudden.
                           ^^ figure age value=58 unit=year
                                                            ^^ figure age value=16 unit=year
                                                                                      ^^ figure age value=19 unit=year
                                                                                                    ^^^^^^^^ figure date
                                                                                                                ^^ figure age value=37 unit=year
At 97, Dale has left us. At 93, a Tarn woman swam home. Now, at 61, Rowe is well.
   ^^ figure age value=97 unit=year counted=[Dale]
                            ^^ figure age value=93 unit=year
                                                        ^^^ figure date resolved=PRESENT_REF
                                                                ^^ figure age value=61 unit=year counted=[Rowe]
",
        );
    }

    #[test]
    fn headlines_and_ages_that_are_put() {
        figures(
            "
Ada Pike Is a Grandma at 47
                         ^^ figure age value=47 unit=year

The paper puts her age at 43, and the drinking age may be put at 15. She was just 12—or so it says. A curfew for kids under 18.
                          ^^ figure age value=43 unit=year counted=[age]
                                                                 ^^ figure age value=15 unit=year
                                                                                  ^^ figure age value=12 unit=year counted=[She]
                                                                                                                      ^^^^^^^^ figure age value=18 unit=year bound=less_than counted=[kids]
",
        );
    }

    #[test]
    fn neither_tolls_nor_hours_nor_scores() {
        figures(
            "
Wardens put the number of dead at 44. The toll of dead in Tarn is put at 19. He died at 16 sites. The index was a mess at 34.
                                  ^^ figure count value=44 counted=[number of dead]
                                                                         ^^ figure count value=19 counted=[toll of dead]
                                                                                        ^^ figure count value=16 counted=[sites]
                                                                                                                          ^^ figure count value=34 counted=[index]
",
        );
    }

    #[test]
    fn those_who_turn() {
        figures(
            "
They may drink when they turn 18, but not at turn 9, where Dale will turn 40.
                              ^^ figure age value=18 unit=year
                                                                          ^^ figure age value=40 unit=year counted=[Dale]
",
        );
    }
}
