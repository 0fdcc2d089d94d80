//! Ranges of ages without a word for years: "children between 9 and 11", "their ages range from 12 to 27", "raising the
//! retirement age from 60 to 65".

use std::ops::Range;

use super::{
    interval::Interval,
    phrase::{self, Phrase},
    stated::Stated,
};
use crate::{
    grammar::{endings, kinds, years},
    types::{Document, FigureKind, Tags, TokenKind, WordList},
};

/// Maximum number of tokens from the word for age to the range.
const REACH: usize = 7;

/// Whether the words before the range make it one of ages, and nothing follows that it could count.
pub fn is_span(document: &Document, interval: &Interval) -> bool {
    let (start, end) = (interval.tokens.start, interval.tokens.end);
    let young = interval.low < interval.high && years::can_be_age(interval.high);
    // "Beat the women 3-1".
    let dash = interval.tokens.clone().any(|at| kinds::is_dash(document, at));
    // "Raised the age from 18 to 21" are two ages.
    interval.before.is_none()
        && young
        && closes(document, end)
        && (!dash && is_of_people(document, start) || is_behind_age(document, start))
}

/// Whether the word before the number at `at`, or before its "between" or "from", can make it an age.
pub fn is_likely(document: &Document, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    document.is_one_of(before, const { &WordList::of(["between", "from"]) })
        || document.tags(before).any(Tags::PERSON_NOUN | Tags::KIN)
}

/// Whether a plural for people directly precedes: "Children between 9 and 11", "women 18 to 30".
fn is_of_people(document: &Document, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|who| {
        document.tags(who).any(Tags::PERSON_NOUN | Tags::KIN)
            && endings::is_plural(document, who)
            && !document.is_one_of(who, const { &WordList::of(["crew", "police", "staff", "votes"]) })
    })
}

/// Whether a word of age precedes: "The ages of patients range from 12", "the pension age from 60".
fn is_behind_age(document: &Document, start: usize) -> bool {
    let first = document.sentence_tokens(start).start.max(start.saturating_sub(REACH));
    let word = (first..start).rev().find(|&at| document.is_one_of(at, const { &WordList::of(["age", "ages"]) }));
    // "At that age he won from 5 to 7 games".
    let other = |at: usize| document.tags(at).any(Tags::DIGITS | Tags::NUMBER_WORD | Tags::PRONOUN);
    word.is_some_and(|word| !(word + 1..start).any(other))
}

/// Whether no noun follows token `end - 1`.
fn closes(document: &Document, end: usize) -> bool {
    const OPEN: Tags =
        Tags::PREPOSITION.with(Tags::CONJUNCTION).with(Tags::AUXILIARY).with(Tags::RELATIVE).with(Tags::VERB);
    let next = document.tokens.get(end);
    next.is_none_or(|next| next.kind != TokenKind::Word && next.kind != TokenKind::Dash || next.tags.any(OPEN))
        && !document.tags(end).any(Tags::PERCENT | Tags::UNIT | Tags::TIME_UNIT | Tags::MAGNITUDE | Tags::CURRENCY)
        && !document.is_one_of(end, const { &WordList::of(["-", "in", "on"]) })
}

/// The people whose age a bound or a range gives: "Children 12 or younger", "children under the age of 12 working
/// there", "women between 18 and 30".
pub fn bounded(document: &Document, fact: &Stated) -> Option<Phrase> {
    let Range { start, end } = fact.tokens.clone();
    let bounded = document.is_one_of(end - 1, const { &WordList::of(["older", "younger"]) })
        || document.is_one_of(start, const { &WordList::of(["below", "older", "over", "under", "younger"]) })
        || fact.detail.kind == FigureKind::Age && fact.detail.low < fact.detail.high;
    let who = bounded.then(|| phrase::before(document, start)).flatten();
    who.filter(|who| are_of_age(document, who.end - 1))
}

/// Whether the word denotes people whose age a bound after it can give: "Children", "kids", "girl", "voters".
pub fn are_of_age(document: &Document, at: usize) -> bool {
    const PEOPLE: WordList<17> = WordList::of([
        "dads",
        "drivers",
        "females",
        "kids",
        "males",
        "men",
        "moms",
        "mums",
        "pensioners",
        "players",
        "residents",
        "smokers",
        "teenagers",
        "teens",
        "voters",
        "women",
        "workers",
    ]);
    document.tags(at).any(Tags::PERSON_NOUN) || document.is_one_of(at, &PEOPLE)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn ages_of_people() {
        figures(
            "
Children between 9 and 11 sang; the ages of the millers range from 12 to 27. Tarn raised the pension age from 60 to 65. People 10 to 64 slept. Women between 5 and 10 barges rowed; wardens from 5 to 7 mills met, and men from 12 or 13 towns. Tarn beat the women 3-1.
         ^^^^^^^^^^^^^^^^ figure age low=9 high=11 unit=year counted=[Children]
                                                              ^^^^^^^^^^^^^ figure age low=12 high=27 unit=year
                                                                                                         ^^^^^^^^^^^^^ figure age low=60 high=65 unit=year counted=[pension age]
                                                                                                                               ^^^^^^^^ figure age low=10 high=64 unit=year counted=[People]
                                                                                                                                                     ^^^^^^^^^^^^^^^^ figure range low=5 high=10 counted=[barges]
                                                                                                                                                                                            ^^^^^^^^^^^ figure range low=5 high=7 counted=[mills]
                                                                                                                                                                                                                                ^^^^^^^^ figure range low=12 high=13 counted=[towns]
                                                                                                                                                                                                                                                                    ^^^ figure score low=1 high=3
",
        );
    }
}
