//! Words directly after an office that say it was held in the past: "from 2001 to 2009", "at the time", "under
//! Presidents Reed and Dale".

use crate::{
    grammar::{kinds, years},
    types::{Document, WordList},
};

/// Letters of `1990s`.
const DECADE_LETTERS: usize = 5;

/// Whether the words from `at` on say that an office was held in the past.
pub fn is_told(document: &Document, at: usize) -> bool {
    document.is(at, "until")
        || is_span_of_years(document, at)
        || is_decade(document, at)
        || is_under(document, at)
        || is_at_the_time(document, at)
}

/// Whether a decade of the last century follows: `in the 1990s`
fn is_decade(document: &Document, at: usize) -> bool {
    let decade = |word: &str| word.starts_with("19") && word.len() == DECADE_LETTERS && word.ends_with("0s");
    let closed = document.is(at, "in") && document.is(at + 1, "the") && at + 2 < document.tokens.len();
    closed && (decade(document.word(at + 2)) || document.word(at + 2).starts_with("19") && document.is(at + 3, "s"))
}

/// Whether the words are `at the time`, but not `at the time of the fire`, when it may have been held still.
pub fn is_at_the_time(document: &Document, at: usize) -> bool {
    let that = document.is_one_of(at + 1, const { &WordList::of(["that", "the"]) });
    document.is(at, "at") && that && document.is(at + 2, "time") && !document.is(at + 3, "of")
}

/// Whether a span of years follows: `from 2001 to 2009`, `between 2001 and 2009`, `(2001-2009)`, `2001-2009`.
fn is_span_of_years(document: &Document, at: usize) -> bool {
    let opens = document.is(at, "(") || document.is_one_of(at, const { &WordList::of(["between", "from"]) });
    let first = at + usize::from(opens);
    let dash = kinds::is_dash(document, first + 1);
    let to = dash || document.is_one_of(first + 1, const { &WordList::of(["and", "through", "to", "until"]) });
    let year = |at: usize| years::in_digits(document, at).is_some();
    (opens || dash) && to && year(first) && year(first + 2)
}

/// Whether earlier presidents follow: `under Presidents Reed and Dale`, `under former president Reed`.
fn is_under(document: &Document, at: usize) -> bool {
    document.is(at, "under") && document.is_one_of(at + 1, const { &WordList::of(["former", "presidents"]) })
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn what_stands_behind_an_office_tells_that_it_is_past() {
        people(
            "
Ann Reed, treasurer of Quay Rail from 2001 to 2009, met the warden at the time, Tom Dale, and Ivo Amos (mayor 1990-1994). Una Trant, an adviser to the weir board under Presidents Marsh and Lund, left; Una Trant, head of Tarn Police since 2011, did not. Tom Dale, a lawyer in the 1990s, rowed.
^^^^^^^^ person Ann Reed
          ^^^^^^^^^ office [treasurer] organisation=[Quay Rail] status=former holder=Ann Reed
                                                            ^^^^^^ office [warden] status=former holder=Tom Dale
                                                                                ^^^^^^^^ person Tom Dale
                                                                                              ^^^^^^^^ person Ivo Amos
                                                                                                        ^^^^^ office [mayor] status=former holder=Ivo Amos
                                                                                                                          ^^^^^^^^^ person Una Trant
                                                                                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^ office [adviser to the weir board] status=former holder=Una Trant
                                                                                                                                                                        ^^^^^^^^^^ office [Presidents] holder=Marsh
                                                                                                                                                                        ^^^^^^^^^^ office [Presidents] holder=Lund
                                                                                                                                                                                   ^^^^^ person Marsh
                                                                                                                                                                                             ^^^^ person Lund
                                                                                                                                                                                                         ^^^^^^^^^ person Una Trant
                                                                                                                                                                                                                    ^^^^ office [head] organisation=[Tarn Police] holder=Una Trant
                                                                                                                                                                                                                                                             ^^^^^^^^ person Tom Dale
                                                                                                                                                                                                                                                                         ^^^^^^ office [lawyer] status=former holder=Tom Dale
",
        );
    }
}
