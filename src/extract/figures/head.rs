//! The head of what is counted: its last noun, with the parts that a hyphen or a sign joins: "co-founders", "S&P 500",
//! "Dale" in "Tom Dale Jr".

use std::ops::Range;

use super::phrase::{self, Phrase};
use crate::{
    grammar::kinds,
    types::{Document, Tags, WordList},
};

/// Suffixes after a name that are not part of it.
const SUFFIXES: WordList<6> = WordList::of(["II", "III", "IV", "esq", "jr", "sr"]);

/// Prefixes that mean little without the word that a hyphen joins to them.
const PREFIXES: WordList<22> = WordList::of([
    "anti", "co", "counter", "ex", "inter", "mid", "mini", "multi", "non", "off", "over", "post", "pre", "pro", "re",
    "self", "semi", "sub", "super", "ultra", "under", "vice",
]);

/// The tokens of the last word before the first `of` of the phrase.
pub fn of(document: &Document, phrase: &Phrase) -> Range<usize> {
    let joined = |at: usize| at > 0 && phrase::joins(document, at - 1);
    let of = phrase.clone().find(|&at| document.tags(at).any(Tags::PREPOSITION) && !joined(at));
    let mut end = of.filter(|&of| of > phrase.start).unwrap_or(phrase.end);
    // "Tom Dale Jr".
    let suffix = end - phrase.start > 1 && document.is_one_of(end - 1, &SUFFIXES) && kinds::is_word(document, end - 2);
    end -= usize::from(suffix);
    phrase.start.max(start(document, end - 1))..end
}

/// The first token of the word that ends with token `last`.
fn start(document: &Document, last: usize) -> usize {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    // "FTSE 100", "S&P 500".
    if document.tags(last).any(Tags::DIGITS) && last > 0 && kinds::is_word(document, last - 1) && capital(last - 1) {
        return start(document, last - 1);
    }
    let Some(first) = last.checked_sub(2) else { return last };
    let ampersand = document.is(last - 1, "&") && document.is_glued(last - 1) && document.is_glued(first);
    if ampersand {
        return first;
    }
    if !phrase::joins(document, last - 1) {
        return last;
    }
    // "5-year-olds".
    if first > 1 && document.tags(first).any(Tags::TIME_UNIT) && phrase::joins(document, first - 1) {
        return first - 2;
    }
    let name = capital(first) && capital(last) && kinds::is_word(document, first);
    let letter = document.tokens[first].span.len() == 1;
    if name || letter || document.is_one_of(first, &PREFIXES) { first } else { last }
}

/// The part of the phrase in the block where it begins: a headline ends without a full stop.
pub fn in_block(document: &Document, phrase: Phrase) -> Phrase {
    let block = document.block_of(phrase.start).span;
    let inside = |at: &usize| document.tokens[*at].span.end <= block.end;
    let end = phrase.clone().take_while(inside).last().map_or(phrase.end, |last| last + 1);
    phrase.start..end
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn heads_of_names_and_compounds() {
        figures(
            "
Four co-founders met two ex-wardens, and the FTSE 100 fell 3%. Tom Dale Jr, 45, sold a T-shirt for £20. The S&P 500 rose 12%.
^^^^ figure count value=4 counted=[co-founders]
                     ^^^ figure count value=2 counted=[ex-wardens]
                                                           ^^ figure percent value=3 unit=percent change=down counted=[FTSE 100]
                                                                            ^^ figure age value=45 unit=year counted=[Tom Dale Jr]
                                                                                                   ^^^ figure money value=20 unit=GBP counted=[T-shirt]
                                                                                                                         ^^^ figure percent value=12 unit=percent change=up counted=[S&P 500]
",
        );
    }

    #[test]
    fn headlines_end() {
        figures(
            "
Dorn Woos Owners With £1K Coupons
                      ^^^ figure money value=1000 unit=GBP counted=[Coupons]

In an effort to sell more, it sold 12.
                                   ^^ figure count value=12
",
        );
    }
}
