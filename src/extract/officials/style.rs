//! Forms of address before the honorific or the name, which are part of neither: "Rt. Hon. Ann Reed", "Tan Sri Karim",
//! "H.E. Ivo Amos", "Her Excellency".

use crate::{
    grammar::kinds,
    types::{Document, Tags, WordList},
};

/// Maximum number of letters in the first word of a style.
const LONGEST_IN_LETTERS: usize = 5;
/// Last words of a style that begins with `Her` or `His`.
const OWNED: WordList<8> =
    WordList::of(["eminence", "excellency", "grace", "highness", "holiness", "honour", "lordship", "majesty"]);

/// The end of the style that starts at `at`, or `at` itself where none does.
pub fn end(document: &Document, at: usize) -> usize {
    const TRADES: WordList<7> = WordList::of(["arc", "barr", "comr", "eng", "esv", "rt", "surv"]);
    const LETTERS: WordList<4> = WordList::of(["him", "hm", "hrh", "hrm"]);
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let is = |at: usize, word: &str| document.is(at, word) && capital(at);
    let dot = |at: usize| document.is(at, ".") && document.is_glued(at - 1);
    if !capital(at) || document.tokens[at].span.len() > LONGEST_IN_LETTERS {
        return at;
    }
    // `Eng. Salem`, but not Ng Eng Hen.
    if document.is_one_of(at, &TRADES) && dot(at + 1) && capital(at + 2) {
        return at + 2;
    }
    let honoured = document.is_one_of(at, const { &WordList::of(["right", "rt"]) }) && is(at + 1, "hon");
    let titled = |at: usize| document.tags(at).any(Tags::HONORIFIC) || is(at, "tan");
    let sri = is(at, "sri") && at > 0 && titled(at - 1);
    if honoured || sri {
        return at + 1;
    }
    if is(at, "tan") && is(at + 1, "sri") {
        return at + 2;
    }
    // `H.E. Amos` are a person's initials.
    let excellency = matches!(document.word(at), "H.E" | "H.E.");
    let name = at + 1 + usize::from(excellency && dot(at + 1));
    if excellency && capital(name) && (capital(name + 1) || document.tags(name).any(Tags::HONORIFIC)) {
        return name;
    }
    let letters = document.tags(at).any(Tags::UPPERCASE) && document.is_one_of(at, &LETTERS);
    if letters && capital(at + 1) {
        return at + 1;
    }
    let whose = document.tags(at).any(Tags::POSSESSIVE);
    let royal = usize::from(whose && is(at + 1, "royal"));
    let style = whose && capital(at + 1) && document.is_one_of(at + 1 + royal, &OWNED);
    // `Her Majesty's inspector`
    let owner = || kinds::is_possessive(document, at + 2 + royal);
    if style && !owner() { at + 2 + royal } else { at }
}

/// Whether the word at `at` ends a style, so that no name starts with it: the `Excellency` of `Her Excellency Ann
/// Reed`.
pub fn is_last(document: &Document, at: usize) -> bool {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    document.is_one_of(at, &OWNED)
        && at > 0
        && capital(at)
        && capital(at - 1)
        && (document.tags(at - 1).any(Tags::POSSESSIVE) || document.is(at - 1, "royal"))
}

/// The first token of the style that ends before `at`, given its last word: `Tan Sri`, or one with a full stop.
pub fn before(document: &Document, at: usize, last: usize) -> Option<usize> {
    let start = if document.is(last, "sri") { last.checked_sub(1)? } else { last };
    let told = start < last || last + 2 == at;
    (told && end(document, start) == at).then_some(start)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn styles_stand_between_an_office_and_its_holder() {
        people(
            "
The Speaker, Rt. Hon. Ivo Amos, met the Undersecretary for Water, Eng. Salem Tarn, and the ambassador, H.E. Una Trant.
    ^^^^^^^ office [Speaker] holder=Ivo Amos
                      ^^^^^^^^ person Ivo Amos
                                        ^^^^^^^^^^^^^^^^^^^^^^^^ office [Undersecretary for Water] holder=Salem Tarn
                                                                       ^^^^^^^^^^ person Salem Tarn
                                                                                           ^^^^^^^^^^ office [ambassador] holder=Una Trant
                                                                                                            ^^^^^^^^^ person Una Trant
The general secretary, Comrade Musa Tarn, met the Minister of Works, Hon Ruth Dale, and Tan Sri Azrin Bakar.
    ^^^^^^^^^^^^^^^^^ office [general secretary] holder=Musa Tarn
                               ^^^^^^^^^ person Musa Tarn
                                                  ^^^^^^^^^^^^^^^^^ office [Minister of Works] holder=Ruth Dale
                                                                         ^^^^^^^^^ person Ruth Dale
                                                                                                ^^^^^^^^^^^ person Azrin Bakar
",
        );
    }

    #[test]
    fn a_style_owns_an_office() {
        people(
            "
Zoe Marlow, Her Majesty’s inspector for Weirs, left.
^^^^^^^^^^ person Zoe Marlow
                          ^^^^^^^^^ office [inspector] organisation=[Weirs] holder=Zoe Marlow
",
        );
    }

    #[test]
    fn excellencies_and_letters() {
        people(
            "
Her Excellency Ann Reed met the Emir of Tarnby, HRH Alhaji Ivo Dale. The schools are run by Ruth Amos, Her Majesty's inspector for Tarn.
               ^^^^^^^^ person Ann Reed
                                ^^^^ office [Emir] organisation=[Tarnby] holder=Ivo Dale
                                                           ^^^^^^^^ person Ivo Dale
                                                                                            ^^^^^^^^^ person Ruth Amos
                                                                                                                     ^^^^^^^^^ office [inspector] organisation=[Tarn] holder=Ruth Amos
",
        );
    }
}
