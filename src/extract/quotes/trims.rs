//! What stands right before a verb of speech and is no part of its source: a time, a participle, another verb.

use std::ops::Range;

use super::{
    phrases::{is_nominal, phrase_ending},
    sources::verb_group,
};
use crate::types::{Document, Tags, TokenKind, WordList};

/// `The mayor over the weekend said`, `who has in the past said`: the phrase before a time with its preposition.
pub fn without_time(document: &Document, phrase: Range<usize>, from: usize) -> Option<Range<usize>> {
    let (start, last) = (phrase.start, phrase.end - 1);
    let time = document.tags(last).any(Tags::TIME_UNIT | Tags::DAY_PART | Tags::SEASON);
    let noun = document.is_one_of(last, const { &WordList::of(["past", "time", "moment", "meantime"]) });
    if !(time || noun) || start <= from {
        return Some(phrase);
    }
    let tied = start > from + 1 && document.tags(start - 1).any(Tags::PREPOSITION);
    let bare = time && document.is_one_of(start, const { &WordList::of(["this", "last", "that"]) });
    if !tied && !bare {
        return Some(phrase);
    }
    phrase_ending(document, verb_group(document, start - usize::from(tied), from), from)
}

/// `a statement released on Monday said`: the phrase ends before a participle that belongs to it.
pub fn without_participle(document: &Document, end: usize, from: usize) -> usize {
    let last = end - 1;
    let tags = document.tags(last);
    let participle = document.tokens[last].kind == TokenKind::Word
        && !tags.any(Tags::CAPITALISED | Tags::CUE_NOUN)
        && (document.word(last).ends_with("ed") || tags.any(Tags::VERB));
    if participle && last > from && is_nominal(document, last - 1) { last } else { end }
}

/// `They carried signs reading`: the object behind a verb that looks like an adjective.
pub fn without_verb(document: &Document, phrase: Range<usize>) -> Range<usize> {
    let first = phrase.start;
    let subject =
        first > 0 && document.is_one_of(first - 1, const { &WordList::of(["he", "she", "they", "we", "who"]) });
    let verb = subject && phrase.len() > 1 && document.word(first).ends_with("ed");
    first + usize::from(verb)..phrase.end
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn a_time_before_the_verb_is_no_source() {
        quotes(
            "
The ferry firm has in the past said the pier leaks.
                                    ^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The ferry firm]
The council nevertheless insists that the pier is safe.
                                 ^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[insists] speaker=[The council]
",
        );
    }

    #[test]
    fn who_carries_a_sign_is_no_part_of_it() {
        quotes(
            "
They carried boards reading “Save the weir now for all of us”.
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[reading] speaker=[boards]
",
        );
    }
}
