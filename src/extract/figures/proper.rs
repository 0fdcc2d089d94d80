//! Numbers inside proper names, recognised by the words next to them: "617 Squadron", "Year 9 pupils", "Ten Hale said".

use std::ops::Range;

use super::designation::is_title_case;
use crate::{
    grammar::{endings, kinds},
    types::{Document, Tags, WordList},
};

/// Whether the number at these tokens is that of a body or a school year, or part of a person's name.
pub fn is_proper(document: &Document, tokens: &Range<usize>) -> bool {
    if document.tags(tokens.start).any(Tags::DIGITS) {
        is_formation(document, tokens.end) || is_form(document, tokens.start)
    } else {
        is_surname(document, tokens)
    }
}

/// Whether a body has the number as its name: `617 Squadron`, `3 Tarn Regiment`.
fn is_formation(document: &Document, end: usize) -> bool {
    const BODIES: WordList<8> =
        WordList::of(["battalion", "battery", "brigade", "commando", "division", "regiment", "squadron", "troop"]);
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let body = |at: usize| capital(at) && document.is_one_of(at, &BODIES);
    (body(end) || capital(end) && body(end + 1)) && !is_title_case(document, end)
}

/// Whether the number is a school year, of which there are thirteen: `Year 9 pupils`, `Years 7 and 8`.
fn is_form(document: &Document, at: usize) -> bool {
    const FORMS: WordList<4> = WordList::of(["grade", "grades", "year", "years"]);
    let form = |at: usize| document.tags(at).any(Tags::CAPITALISED) && document.is_one_of(at, &FORMS);
    let low = document.word(at).parse::<u8>().is_ok_and(|number| number <= 13);
    let second = at > 2 && document.is_one_of(at - 1, const { &WordList::of(["and", "or", "to"]) }) && form(at - 3);
    low && at > 0 && (form(at - 1) || second)
}

/// Whether a number word precedes one name with a verb or a possessive: "Ten Hale said", "Ten Hale's".
fn is_surname(document: &Document, tokens: &Range<usize>) -> bool {
    const OTHER: Tags = Tags::NATIONALITY.with(Tags::PERSON_NOUN).with(Tags::TITLE).with(Tags::MONTH).with(Tags::UNIT);
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let name = tokens.end;
    let named = tokens.len() == 1
        && !document.is(tokens.start, "one")
        && capital(tokens.start)
        && capital(name)
        && kinds::is_word(document, name);
    let alone = |at: usize| {
        document.tags(at).any(Tags::CUE | Tags::AUXILIARY) && !capital(at) || kinds::is_possessive(document, at)
    };
    named
        && alone(name + 1)
        && !document.tags(name).any(OTHER)
        && !endings::is_plural(document, name)
        && !is_title_case(document, name)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn bodies_forms_and_surnames() {
        figures(
            "
The airmen of 617 Squadron met Year 9 pupils. Years 7 and 8 sang to 3 Tarn Regiment. Grade 5 barges are 12 regiments.
                                                                                                        ^^ figure count value=12 counted=[regiments]
Ten Hale said the barge sank, and Ten Hale's goats drowned. Ten Tarn wardens wept.
                                                            ^^^ figure count value=10 counted=[Tarn wardens]
",
        );
    }

    #[test]
    fn figures_of_months() {
        figures(
            "
May was wetter than March's 8.5 million litres, and April's 9.12 million was no record.
                            ^^^^^^^^^^^^^^^^^^ figure measure value=8500000 unit=litre
                                                    ^^^^^ figure date
                                                            ^^^^^^^^^^^^ figure count value=9120000
",
        );
    }
}
