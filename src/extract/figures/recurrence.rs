//! How often an event of a kind occurs: "a 1-in-100-year flood", whose first number counts nothing.

use super::numeral;
use crate::{
    grammar::kinds,
    types::{Document, Tags},
};

/// Whether the first number is part of a recurrence interval: "A 1-in-100-year flood", "a one in 20 year storm".
pub fn is_recurrence(document: &Document, end: usize) -> bool {
    const BEHIND: Tags = Tags::PREPOSITION.with(Tags::AUXILIARY).with(Tags::VERB).with(Tags::ADVERB);
    let dash = |at: usize| usize::from(numeral::joins(document, at));
    let link = end + dash(end);
    if !document.is(link, "in") {
        return false;
    }
    let number = link + 1 + dash(link + 1);
    let unit = number + 1 + dash(number + 1);
    document.tags(number).any(Tags::DIGITS | Tags::NUMBER_WORD)
        && document.is(unit, "year")
        && kinds::is_word(document, unit + 1)
        && !document.tags(unit + 1).any(BEHIND)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn floods_of_a_kind() {
        figures(
            "
It was a 1-in-100-year flood after a one in 20 year drought; one in 20 years is dry.
              ^^^^^^^^ figure duration value=100 unit=year counted=[flood] resolved=P100Y
                                            ^^^^^^^ figure duration value=20 unit=year counted=[drought] resolved=P20Y
                                                             ^^^ figure count value=1
                                                                    ^^^^^^^^ figure duration value=20 unit=year resolved=P20Y
",
        );
    }
}
