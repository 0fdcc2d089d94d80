//! Ages of several people together, or of a person who died: "Ada Pike and Tom Dale, both 16,", "Ada and Tom Pike — 73
//! and 54, respectively —", "died without pain last night at 74".

use rust_decimal::Decimal;

use super::{
    age,
    numeral::{self, Numeral},
    verb,
};
use crate::{
    grammar::{endings, years},
    types::{Document, Tags, TokenKind, WordList},
};

/// Maximum number of tokens from the word for a death to the age.
const REACH: usize = 14;

/// Whether the number is such an age.
pub fn is_age(document: &Document, numeral: &Numeral) -> bool {
    let (start, end) = (numeral.tokens.start, numeral.tokens.end);
    numeral.digits
        && numeral.tokens.len() == 1
        && (is_of_both(document, start)
            || is_respective(document, start)
            || is_labelled(document, start)
            || is_of_next(document, numeral, end)
            || is_at_death(document, numeral, end))
}

/// Whether the words next to the number at `at` can make it an age at all.
pub fn is_likely(document: &Document, at: usize) -> bool {
    let before = |words: &WordList<6>| at > 0 && document.is_one_of(at - 1, words);
    let short = document.tags(at).any(Tags::DIGITS) && document.tokens[at].span.len() <= 3;
    short && before(const { &WordList::of(["at", "both", ",", ":", "and", "—"]) })
}

/// Whether `both` and a mark precede the number: "Ada Pike and Tom Dale, both 16,", "two boys (both 11)".
fn is_of_both(document: &Document, at: usize) -> bool {
    let Some(mark) = at.checked_sub(2).filter(|&mark| document.is(mark + 1, "both")) else { return false };
    set_off(document, mark) && closes(document, at + 1)
}

/// Whether a label precedes the number, as in lists of people: "Age: 17".
fn is_labelled(document: &Document, at: usize) -> bool {
    at > 1 && document.is(at - 1, ":") && document.is_one_of(at - 2, const { &WordList::of(["age", "ages"]) })
}

/// Whether the next number, a little higher, has the unit of both: "16 and 17-year-olds".
fn is_of_next(document: &Document, numeral: &Numeral, end: usize) -> bool {
    if !document.is_one_of(end, const { &WordList::of(["and", "or"]) }) || !document.tags(end + 1).any(Tags::DIGITS) {
        return false;
    }
    let Some(next) = numeral::at(document, end + 1) else { return false };
    let higher = numeral.low < next.low && next.low <= numeral.low + Decimal::TEN && numeral.low >= Decimal::TWO;
    higher && age::years_old(document, next.tokens.end).is_some()
}

/// Whether the number is in a list with "respectively": "Ada and Tom Pike, 73 and 54, respectively".
fn is_respective(document: &Document, at: usize) -> bool {
    let digits = |at: usize| document.tags(at).any(Tags::DIGITS) && document.tokens[at].span.len() <= 2;
    let listed = |at: usize| digits(at) || document.is_one_of(at, const { &WordList::of([",", "and"]) });
    let Some(end) = (at..at + REACH).find(|&at| at >= document.tokens.len() || !listed(at)) else { return false };
    if !document.is(end, "respectively") {
        return false;
    }
    let first = (at.saturating_sub(REACH)..=at).rev().take_while(|&at| listed(at)).filter(|&at| digits(at)).last();
    first.and_then(|first| first.checked_sub(1)).is_some_and(|mark| set_off(document, mark))
}

/// Whether the number after a death and `at` is too large for an hour of the clock: "Died without pain last night at
/// 74,".
fn is_at_death(document: &Document, numeral: &Numeral, end: usize) -> bool {
    const DEATHS: WordList<4> = WordList::of(["dead", "died", "dies", "dying"]);
    let old = numeral.low > Decimal::from(24) && years::can_be_age(numeral.low);
    let Some(at) = numeral.tokens.start.checked_sub(1).filter(|&at| old && document.is(at, "at")) else { return false };
    let first = document.sentence_tokens(at).start.max(at.saturating_sub(REACH));
    let death = (first..at).rev().find(|&at| document.is_one_of(at, &DEATHS) || verb::is_verb(document, at));
    let closed = closes(document, end) || document.is_one_of(end, const { &WordList::of(["after", "from", "of"]) });
    // "Put the number of dead at 90", "found dead at 60 Mill Lane".
    let told = |at: usize| {
        let article = at > 0 && document.is_one_of(at - 1, const { &WordList::of(["of", "the"]) });
        document.is_one_of(at, &DEATHS) && !(document.is(at, "dead") && article)
    };
    closed && death.is_some_and(told)
}

/// Whether the comma, dash or bracket at `mark` follows people: a name, or a plural noun.
fn set_off(document: &Document, mark: usize) -> bool {
    let dash = document.tokens[mark].kind == TokenKind::Dash;
    let Some(who) = mark.checked_sub(1).filter(|_| dash || document.is(mark, ",") || document.is(mark, "(")) else {
        return false;
    };
    let tags = document.tags(who);
    let name = tags.any(Tags::CAPITALISED) && !tags.any(Tags::MONTH | Tags::WEEKDAY | Tags::UPPERCASE);
    name || document.is(who, "couple") || tags.any(Tags::PERSON_NOUN | Tags::KIN) && endings::is_plural(document, who)
}

fn closes(document: &Document, at: usize) -> bool {
    document.tokens.get(at).is_none_or(|next| {
        next.kind == TokenKind::Dash || document.is_one_of(at, const { &WordList::of([",", ".", ";", ")", "and"]) })
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn ages_of_several() {
        figures(
            "
Ada Pike and Tom Dale, both 16, fled. Ada and Tom Rowe — 73 and 54, respectively — slept; the couple, 32 and 41, respectively, sang. Ned Hale died in Tarn without pain last night at 74, of cold. Both 12 barges sank.
                            ^^ figure age value=16 unit=year counted=[Tom Dale]
                                                         ^^ figure age value=73 unit=year
                                                                ^^ figure age value=54 unit=year
                                                                                                      ^^ figure age value=32 unit=year
                                                                                                             ^^ figure age value=41 unit=year
                                                                                                                                                                        ^^^^^^^^^^ figure date
                                                                                                                                                                                      ^^ figure age value=74 unit=year counted=[Ned Hale]
                                                                                                                                                                                                        ^^ figure count value=12 counted=[barges]
",
        );
    }

    #[test]
    fn ages_in_lists() {
        figures(
            "
Age: 17. A levy on 16 and 17-year-olds. He hit the clerk, also 20, in the face. Dennis Reed, 66 and Ginger Reed, 64 were found.
     ^^ figure age value=17 unit=year
                   ^^ figure age value=16 unit=year
                          ^^^^^^^^^^^^ figure age value=17 unit=year
                                                               ^^ figure age value=20 unit=year counted=[clerk]
                                                                                             ^^ figure age value=66 unit=year counted=[Dennis Reed]
                                                                                                                 ^^ figure age value=64 unit=year counted=[Ginger Reed]
",
        );
    }

    #[test]
    fn ages_in_headlines() {
        figures(
            "
Tarn Miller Dead of Cold at 34
                            ^^ figure age value=34 unit=year counted=[Tarn Miller]
",
        );
    }
}
