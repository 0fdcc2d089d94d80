//! An age whose unit follows the next age: "12- and 14-year-old boys".

use super::{age, numeral};
use crate::{
    grammar::{classes, endings},
    types::{Document, Tags, TokenKind, WordList},
};

/// The end and unit of the number after the one that ends before `end`, if a hyphen adjoins that one.
pub fn behind(document: &Document, end: usize) -> Option<(usize, &'static str)> {
    // "Three and four-year-olds"; "hurt two and 12-year-old Ada Pike" is about two people and a girl.
    if document.is_one_of(end, const { &WordList::of(["and", "or"]) }) {
        let second =
            document.tags(end + 1).any(Tags::DIGITS | Tags::NUMBER_WORD).then(|| numeral::at(document, end + 1));
        let found = age::years_old(document, second??.tokens.end);
        return found.filter(|&(last, _)| document.is(last - 1, "olds"));
    }
    if !numeral::hangs(document, end) || numeral::joins(document, end) {
        return None;
    }
    let comma = end + 1 + usize::from(document.is(end + 1, ","));
    let link = document.is_one_of(comma, const { &WordList::of(["and", "or"]) });
    let second = comma + usize::from(link);
    let number = second > end + 1 && document.tags(second).any(Tags::DIGITS | Tags::NUMBER_WORD);
    let last = number.then(|| numeral::at(document, second))??.tokens.end;
    age::years_old(document, last).or_else(|| behind(document, last))
}

/// The verb, if the number at `at` is one of two ages of people: "The children killed were 9 and 10".
pub fn verb_of_two(document: &Document, at: usize) -> Option<usize> {
    let digits = |at: usize| document.tags(at).any(Tags::DIGITS) && document.tokens[at].span.len() <= 2;
    let first = if at > 2 && document.is(at - 1, "and") { at - 2 } else { at };
    let verb = first.checked_sub(1).filter(|&at| document.is_one_of(at, &classes::FINITE_BE))?;
    let both = digits(first) && document.is(first + 1, "and") && digits(first + 2);
    let closed = document.tokens.get(first + 3).is_none_or(|next| {
        next.kind != TokenKind::Word || next.tags.any(Tags::CONJUNCTION) || document.is_one_of(first + 3, &TIMES)
    });
    let people = |at: usize| document.tags(at).any(Tags::PERSON_NOUN | Tags::KIN) && endings::is_plural(document, at);
    let near = document.sentence_tokens(verb).start.max(verb.saturating_sub(3));
    let told = (near..verb).any(people) && !document.tags(first + 3).any(Tags::PERCENT | Tags::UNIT);
    (both && closed && told).then_some(verb)
}

/// Words after the ages that give a time.
const TIMES: WordList<3> = WordList::of(["at", "when", "years"]);

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn one_unit_for_two_ages() {
        figures(
            "
Wardens taught 12- and 14-year-old goats, 12- and 14-foot boats.
               ^^ figure age value=12 unit=year counted=[goats]
                       ^^^^^^^^^^^ figure age value=14 unit=year counted=[goats]
                                          ^^ figure count value=12 counted=[boats]
                                                  ^^^^^^^ figure measure value=14 unit=foot counted=[boats]
",
        );
    }

    #[test]
    fn several_of_two_ages() {
        figures(
            "
Nursery is free for three and four-year-olds. The flood hurt two and 12-year-old Ada Pike.
                    ^^^^^ figure age value=3 unit=year
                              ^^^^^^^^^^^^^^ figure age value=4 unit=year
                                                             ^^^ figure count value=2
                                                                     ^^^^^^^^^^^ figure age value=12 unit=year counted=[Ada Pike]
",
        );
    }

    #[test]
    fn two_ages_of_people() {
        figures(
            "
The children hurt were 9 and 10. The sons of Pike were 12 and 14 when it burned.
                       ^ figure age value=9 unit=year counted=[children]
                             ^^ figure age value=10 unit=year counted=[children]
                                                       ^^ figure age value=12 unit=year counted=[sons of Pike]
                                                              ^^ figure age value=14 unit=year counted=[sons of Pike]
",
        );
    }
}
