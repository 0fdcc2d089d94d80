//! A day that goes by its date alone, whatever the year of the article: "9/11", "the Sept. 11 attacks".

use std::ops::Range;

use jiff::civil::{Date, date};

use super::tense;
use crate::{
    lexicon::Tense,
    types::{Document, WordList},
};

/// The attacks on New York and Washington.
const ATTACKS: Date = date(2001, 9, 11);

/// The remembered day at `tokens`, which hold a month and a day but no year: in digits unless the sentence is about the
/// future, in words only before a word for the attacks. `None` in articles from before that day.
pub fn day(document: &Document, tokens: &Range<usize>, month: i8, day: i8) -> Option<Date> {
    const WORDS: WordList<10> = WordList::of([
        "attack",
        "attacks",
        "hijackers",
        "hijackings",
        "memorial",
        "museum",
        "terror",
        "terrorist",
        "terrorists",
        "victims",
    ]);
    let later = document.dateline.is_none_or(|dateline| dateline > ATTACKS);
    if (month, day) != (ATTACKS.month(), ATTACKS.day()) || !later {
        return None;
    }
    let in_digits = document.is(tokens.start + 1, "/");
    let ahead = || {
        let placed = tokens.start > 0 && document.is(tokens.start - 1, "on");
        placed && tense::of(document, tokens) == Some(Tense::Future)
    };
    let named = if in_digits { !ahead() } else { document.is_one_of(tokens.end, &WORDS) };
    named.then_some(ATTACKS)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn the_attacks_keep_their_year() {
        figures_at(
            "2016-05-11",
            "
Rowe lost an uncle on 9/11. The 9/11 attacks closed the yard, and so did the Sept. 11 attacks and those of 11 September.
                      ^^^^ figure date resolved=2001-09-11
                                ^^^^ figure date resolved=2001-09-11
                                                                             ^^^^^^^^ figure date resolved=2001-09-11
                                                                                                           ^^^^^^^^^^^^ figure date resolved=2015-09-11
The yard will open on 9/11. Pike won 9/11ths of the vote.
                      ^^^^ figure date resolved=2016-09-11
",
        );
    }

    #[test]
    fn nobody_remembers_before() {
        figures_at(
            "1999-05-11",
            "
The yard shut on 9/11.
                 ^^^^ figure date resolved=1998-09-11
",
        );
    }
}
