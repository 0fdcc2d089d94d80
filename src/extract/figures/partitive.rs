//! The words between a figure and its noun: "four of the", "500 and 1,000", "two more".

use super::{
    phrase::{Phrase, joins},
    quantity::{self, Quantity},
};
use crate::{
    grammar::{endings, kinds},
    types::{Document, Tags, TokenKind, WordList},
};

/// The token where the noun of a figure would start, and whether an `of` was skipped. Also skipped are a hyphen,
/// determiners and bounds after the figure.
pub fn partitive(document: &Document, end: usize) -> (usize, bool) {
    behind_list(document, over_list(document, end, false))
}

/// As [`partitive`], after an amount: a bare number after it measures something else ("40 yards and two goals").
pub fn partitive_of_amount(document: &Document, end: usize) -> (usize, bool) {
    behind_list(document, over_list(document, end, true))
}

fn behind_list(document: &Document, end: usize) -> (usize, bool) {
    let mut at = if joins(document, end) { end + 1 } else { end };
    at += usize::from(document.is(at, "worth") && document.is(at + 1, "of"));
    if joins(document, end)
        && document.is_one_of(at, const { &WordList::of(["wide", "long", "tall", "high", "deep", "thick"]) })
    {
        at += 1;
    }
    let of = document.is(at, "of");
    at += usize::from(of);
    let fraction = end > 0 && document.tags(end - 1).any(Tags::FRACTION | Tags::ORDINAL);
    if of || fraction && document.tags(at).any(Tags::DETERMINER) {
        at += usize::from(document.is(at, "all"));
        let determiner = document.tags(at).any(Tags::DETERMINER) || document.tags(at).any(Tags::POSSESSIVE);
        let noun_behind = document.tokens.get(at + 1).is_some_and(|token| {
            let word = document.text(token.span);
            // "One of the shooting judges".
            let form = !["ed", "ing", "s"].iter().any(|ending| word.ends_with(ending));
            let verb = token.tags.any(Tags::VERB) && form;
            token.kind == TokenKind::Word && !verb && !token.tags.any(Tags::AUXILIARY | Tags::PREPOSITION)
                || token.tags.any(Tags::DIGITS)
        });
        at += usize::from(determiner && noun_behind);
        // "One of Tarn's 12 mills": a name owns them without an article.
        let owned = over_owner(document, at);
        at = if determiner || owned > at { over_bound(document, owned) } else { at };
    }
    if of {
        at = over_number(document, at);
    }
    // "18 number one singles".
    if document.is(at, "number") && document.tags(at + 1).any(Tags::NUMBER_WORD) {
        at += 2;
    }
    // "One of very few mills".
    at += usize::from(document.is(at, "very") && document.is_one_of(at + 1, const { &WordList::of(["few", "many"]) }));
    while document
        .is_one_of(at, const { &WordList::of(["more", "many", "few", "fewer", "such", "additional", "most"]) })
    {
        at += 1;
    }
    (at, of)
}

/// The token after the owner, if a number follows it: "600 of the league's nearly 2,000 boats", "one of Tarn's many
/// mills".
fn over_owner(document: &Document, at: usize) -> usize {
    let owner = kinds::is_possessive(document, at + 1);
    let number = over_bound(document, at + 2);
    let many = document.is_one_of(number, const { &WordList::of(["few", "many"]) });
    if owner && (many || document.tags(number).any(Tags::DIGITS | Tags::NUMBER_WORD)) { number } else { at }
}

/// The token after the number that follows an `of`: "One of two mills", "one of only three", "one of the 87 million".
fn over_number(document: &Document, at: usize) -> usize {
    let number = at + usize::from(document.is_one_of(at, const { &WordList::of(["about", "just", "only", "some"]) }));
    let number = number + if document.is(at, "at") && document.is(at + 1, "least") { 2 } else { 0 };
    // "Two of its usual eight barges", "seven of their last eight"; "24 of its top 50 mills" has a name.
    let described = document.tags(number + 1).any(Tags::NUMBER_WORD | Tags::DIGITS)
        && document.tags(number).any(Tags::ADJECTIVE | Tags::POINTER | Tags::ORDINAL)
        && !joins(document, number + 2);
    let number = number + usize::from(described);
    if !document.tags(number).any(Tags::NUMBER_WORD | Tags::DIGITS) {
        return at;
    }
    // "One of the 17-year-old bargees".
    if joins(document, number + 1) && kinds::is_word(document, number + 2) {
        return number;
    }
    let glued = |at: usize| document.tags(at).any(Tags::MAGNITUDE);
    number + 1 + usize::from(glued(number + 1))
}

/// The token after the bound of a number: "One of the more than 100 mills".
fn over_bound(document: &Document, at: usize) -> usize {
    let bound = |at: &usize| document.tags(*at).any(Tags::BOUND) || document.is(*at, "than");
    let number = (at..at + 4).find(|at| !bound(at)).unwrap_or(at);
    if document.tags(number).any(Tags::DIGITS | Tags::NUMBER_WORD) { number } else { at }
}

/// Maximum number of tokens of a row of numbers that share their noun; a longer row is not an enumeration.
const LIST: usize = 24;

/// The end of the last of several numbers that share a noun: "Four-, five- and six-seat boats", "three or four boats",
/// "two and three of them". After an amount only amounts are skipped.
fn over_list(document: &Document, end: usize, is_amount: bool) -> usize {
    const NUMBERS: Tags = Tags::DIGITS.with(Tags::NUMBER_WORD);
    let limit = document.sentence_tokens(end.saturating_sub(1)).end.min(end + LIST);
    let mut last = end;
    while last < limit {
        let hung =
            last > 0 && kinds::is_dash(document, last) && document.is_glued(last - 1) && !document.is_glued(last);
        let mut at = last + usize::from(hung);
        at += usize::from(hung && document.is(at, ","));
        let joined = document.is(at, "or") || document.is(at, "and") || hung && document.is(at, "to");
        at += usize::from(joined);
        let number = (hung || joined).then(|| quantity::read(document, at).filter(|_| document.tags(at).any(NUMBERS)));
        let alike = |number: &Quantity| hung || !is_amount || number.unit.is_some();
        let Some(number) = number.flatten().filter(alike) else { return last };
        last = number.tokens.end;
    }
    last
}

/// Whether the word refers to things mentioned before: "four of these".
pub fn is_back_reference(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["these", "those", "them", "which", "whom"]) })
}

/// Whether a phrase before "of them", which follows the figure that ends before token `end`, is plural: by its ending,
/// or because a number precedes it.
pub fn may_be_them(document: &Document, end: usize, phrase: &Phrase) -> bool {
    const THEM: WordList<3> = WordList::of(["them", "these", "those"]);
    let them = document.is(end, "of") && document.is_one_of(end + 1, &THEM) && phrase.start < end;
    let number = |at: usize| document.tags(at).any(Tags::DIGITS | Tags::NUMBER_WORD);
    !them || endings::is_plural(document, phrase.end - 1) || phrase.start.checked_sub(1).is_some_and(number)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn owners_before_numbers() {
        figures(
            "
Some 600 of the league's nearly 2,000 boats sank, and Tarn was one of the first to sail.
^^^^^^^^ figure count value=600 bound=approx counted=[boats]
                         ^^^^^^^^^^^^ figure count value=2000 bound=approx counted=[boats]
                                                               ^^^ figure count value=1
                                                                          ^^^^^ figure ordinal value=1
",
        );
    }

    #[test]
    fn ages_and_numbers_behind_the_of() {
        figures(
            "
One of the 17-year-old bargees met one of the 14-year-olds, one of very few blind millers and one of at least nine clerks.
^^^ figure count value=1 counted=[17-year-old bargees]
           ^^^^^^^^^^^ figure age value=17 unit=year counted=[bargees]
                                   ^^^ figure count value=1 counted=[14-year-olds]
                                              ^^^^^^^^^^^^ figure age value=14 unit=year
                                                            ^^^ figure count value=1 counted=[blind millers]
                                                                                              ^^^ figure count value=1 counted=[clerks]
                                                                                                     ^^^^^^^^^^^^^ figure count value=9 bound=at_least counted=[clerks]
",
        );
    }

    #[test]
    fn next_and_last() {
        figures(
            "
Tarn won three of their next 10 games and one of its last 14 matches.
         ^^^^^ figure count value=3 counted=[games]
                             ^^ figure count value=10 counted=[games]
                                          ^^^ figure count value=1 counted=[matches]
                                                          ^^ figure count value=14 counted=[matches]
",
        );
    }

    #[test]
    fn half_of_what() {
        figures(
            "
Half of what it was worth is gone.
^^^^ figure proportion value=0.5
",
        );
    }

    #[test]
    fn quarters_of_years() {
        figures(
            "
Tarn grew for six quarters; three quarters of it slept.
              ^^^ figure count value=6
                            ^^^^^^^^^^^^^^ figure proportion value=0.75
",
        );
    }

    #[test]
    fn some_of_what_a_name_owns() {
        figures(
            "
Millers at three of Tarn's 12 mills struck.
           ^^^^^ figure count value=3 counted=[mills]
                           ^^ figure count value=12 counted=[mills]
",
        );
    }
}
