//! Ages told of several at once or of somebody who died: "Ada Pike and Tom Dale, both 16,", "Ada and Tom Pike — 73 and 54,
//! respectively —", "died without pain last night at 74".

use rust_decimal::Decimal;

use super::{noun, numeral::Numeral, verb};
use crate::types::{Document, Tags, TokenKind, WordList};

/// Most tokens from the word for a death to the age.
const REACH: usize = 14;

/// Whether the number is such an age.
pub fn is_age(document: &Document, numeral: &Numeral) -> bool {
    let (start, end) = (numeral.tokens.start, numeral.tokens.end);
    numeral.digits
        && numeral.tokens.len() == 1
        && (is_of_both(document, start) || is_respective(document, start) || is_at_death(document, numeral, end))
}

/// Whether the words right before and behind the number at `at` may make an age of it at all.
pub fn is_likely(document: &Document, at: usize) -> bool {
    let before = |words: &WordList<5>| at > 0 && document.is_one_of(at - 1, words);
    let short = document.tags(at).any(Tags::DIGITS) && document.tokens[at].span.len() <= 3;
    short && before(const { &WordList::of(["at", "both", ",", "and", "—"]) })
}

/// "Ada Pike and Tom Dale, both 16,", "two boys (both 11)".
fn is_of_both(document: &Document, at: usize) -> bool {
    let Some(mark) = at.checked_sub(2).filter(|&mark| document.is(mark + 1, "both")) else { return false };
    set_off(document, mark) && closes(document, at + 1)
}

/// "Ada and Tom Pike, 73 and 54, respectively".
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

/// "Died without pain last night at 74,": no hour of the clock is so large.
fn is_at_death(document: &Document, numeral: &Numeral, end: usize) -> bool {
    const DEATHS: WordList<3> = WordList::of(["died", "dies", "dying"]);
    let old = numeral.low > Decimal::from(24) && numeral.low < Decimal::from(115);
    let Some(at) = numeral.tokens.start.checked_sub(1).filter(|&at| old && document.is(at, "at")) else { return false };
    let first = document.sentence_tokens(at).start.max(at.saturating_sub(REACH));
    let death = (first..at).rev().find(|&at| document.is_one_of(at, &DEATHS) || verb::is_verb(document, at));
    let closed = closes(document, end) || document.is_one_of(end, const { &WordList::of(["after", "from", "of"]) });
    closed && death.is_some_and(|at| document.is_one_of(at, &DEATHS))
}

/// Whether the comma, dash or bracket at `mark` sets something off from people: names, or a plural noun.
fn set_off(document: &Document, mark: usize) -> bool {
    let dash = document.tokens[mark].kind == TokenKind::Dash;
    let Some(who) = mark.checked_sub(1).filter(|_| dash || document.is(mark, ",") || document.is(mark, "(")) else {
        return false;
    };
    let tags = document.tags(who);
    let name = tags.any(Tags::CAPITALISED) && !tags.any(Tags::MONTH | Tags::WEEKDAY | Tags::UPPERCASE);
    name || document.is(who, "couple") || tags.any(Tags::PERSON_NOUN | Tags::KIN) && noun::is_plural(document, who)
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
                                                                                                                                                                                      ^^ figure age value=74 unit=year
                                                                                                                                                                                                        ^^ figure count value=12 counted=[barges]
",
        );
    }
}
