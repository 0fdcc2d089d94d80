//! Amounts that do not measure the subject of their clause: payments, amounts in brackets, amounts whose noun is
//! unknown.

use std::ops::Range;

use super::{
    beside, elided, object,
    phrase::{LIMITS, Phrase},
    purse,
    stated::Stated,
};
use crate::{
    grammar::{classes, endings, kinds},
    types::{Document, FigureKind, Tags, TokenKind, WordList},
};

/// Whether an amount is not a measure of the subject: "Pike was granted £3m", "made a £5m \"gift\"", "warm days (about
/// 20C)". `last` is the end of the previous figure, which a bracket near it restates.
pub fn is_apart(document: &Document, fact: &Stated, last: usize) -> bool {
    let start = fact.tokens.start;
    let Some(before) = start.checked_sub(1) else { return false };
    // "Sales rose by £4m, more than the £3m expected".
    let compared = before > 0 && document.is(before - 1, "than");
    document.tags(before).any(Tags::ARTICLE | Tags::POSSESSIVE) && !compared
        || document.is(before, "(") && last + 1 < before
        || is_means(document, before)
        || is_from_where(document, fact)
        || fact.detail.kind == FigureKind::Money
            && (object::is_paid(document, start) || purse::is_held(document, start))
}

/// Whether a clause of its own directly follows an amount and says who hopes for it.
pub fn is_in_hope(document: &Document, phrase: &Phrase) -> bool {
    // "The £5m officials had hoped for", "the £5m wardens hope to save": the word is a subject.
    phrase.len() == 1
        && (elided::is_people(document, phrase) || document.is_one_of(phrase.start, &SAYERS))
        && (document.tags(phrase.end).any(Tags::AUXILIARY)
            || document.is_one_of(phrase.start, &SAYERS) && endings::is_past_form(document.word(phrase.end))
            || document.is(phrase.end + 1, "to")
                && kinds::is_word(document, phrase.end)
                && !document.tags(phrase.end).any(LIMITS))
}

/// Whether people have or hope for the sum, so that it is not their own measure, unless they are worth it: "Analysts
/// had hoped for £3m", "a miller could take home £90".
pub fn is_payer(document: &Document, fact: &Stated, subject: &Phrase) -> bool {
    const PRICED: WordList<5> = WordList::of(["at", "cost", "costs", "valued", "worth"]);
    let start = fact.tokens.start;
    fact.detail.kind == FigureKind::Money
        && start > 0
        && !document.is_one_of(start - 1, &PRICED)
        && (is_people(document, subject) || purse::is_made_by(document, start, subject))
}

/// Whether the phrase ends with a noun for a person or for those who estimate.
pub fn is_people(document: &Document, phrase: &Phrase) -> bool {
    let last = phrase.end - 1;
    document.tags(last).any(Tags::PERSON_NOUN) || document.is_one_of(last, &SAYERS)
}

/// People who estimate.
pub const SAYERS: WordList<5> = WordList::of(["analysts", "critics", "economists", "experts", "investors"]);

/// Whether one word stands between an article and a sum: "From the old £2 to the current £3".
pub fn is_attribute(document: &Document, fact: &Stated, phrase: &Phrase) -> bool {
    let sum = matches!(fact.detail.kind, FigureKind::Money | FigureKind::Percent);
    sum && phrase.len() == 1 && phrase.start > 0 && document.is(phrase.start - 1, "the")
}

/// Whether the length is the distance of an action, not a length of the subject: "Shot wide from six yards", "a fall
/// from 30 feet".
fn is_from_where(document: &Document, fact: &Stated) -> bool {
    let Range { start, end } = fact.tokens.clone();
    let from = start > 0 && document.is(start - 1, "from") && !document.is(end, "to");
    from && fact.detail.kind == FigureKind::Measure && beside::is_length(document, end - 1)
}

/// Whether the sum is what people lost: "Swindled people out of £3m".
fn is_means(document: &Document, of: usize) -> bool {
    of > 0 && document.is(of, "of") && document.is(of - 1, "out")
}

/// Whether a clause begins with the figure, which is its subject: "The mayor said £3m had been spent", "left after 20%
/// was lost".
pub fn opens_with(document: &Document, figure: &Range<usize>) -> bool {
    // "Rowe wrote that \"£3m was spent\"".
    let quoted = |at: usize| usize::from(document.tokens[at].kind == TokenKind::Quotation);
    let Some(opener) = figure.start.checked_sub(1) else { return false };
    let opener = opener.saturating_sub(quoted(opener));
    let opens = document.tags(opener).any(Tags::CUE)
        || document.is_one_of(opener, &classes::SUBORDINATORS)
        || document.is(opener, "that");
    opens && document.tags(figure.end).any(Tags::AUXILIARY)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn neither_an_attribute_nor_a_bracket_is_of_the_subject() {
        figures(
            "
Dorrin said the £5m are lost. The barge has a 40mm and a 60mm. In Tarn, 40% of £90 (some say £95) is lost.
                ^^^ figure money value=5000000 unit=GBP
                                              ^^^^ figure measure value=40 unit=millimetre
                                                         ^^^^ figure measure value=60 unit=millimetre
                                                                        ^^^ figure percent value=40 unit=percent
                                                                               ^^^ figure money value=90 unit=GBP
                                                                                             ^^^ figure money value=95 unit=GBP counted=[say]
",
        );
    }

    #[test]
    fn who_gets_it_is_not_counted() {
        figures(
            "
The wardens were granted £3m and still owe Tarn Bank £5m; Pike, who received £400, sought £900.
                         ^^^ figure money value=3000000 unit=GBP
                                                     ^^^ figure money value=5000000 unit=GBP
                                                                             ^^^^ figure money value=400 unit=GBP
                                                                                          ^^^^ figure money value=900 unit=GBP
",
        );
    }

    #[test]
    fn people_are_no_sum() {
        figures(
            "
Analysts had expected a dividend closer to £3; a woman may take home £90. The tax hits those making £400 a year.
                                 ^^^^^^^^^^^^ figure money value=3 unit=GBP bound=approx
                                                                     ^^^ figure money value=90 unit=GBP
                                                                                                    ^^^^ figure money value=400 unit=GBP per=year
",
        );
    }

    #[test]
    fn from_where_and_in_a_quotation() {
        figures(
            "
Rowe shot wide from six yards, and the barge was raised from 12 feet. Pike wrote that \"£3m was spent\" on it.
                    ^^^^^^^^^ figure measure value=6 unit=yard
                                                             ^^^^^^^ figure measure value=12 unit=foot
                                                                                       ^^^ figure money value=3000000 unit=GBP
",
        );
    }

    #[test]
    fn which_of_several_sums() {
        figures(
            "
It has gone from the original £2 to the current £3.
                              ^^ figure money value=2 unit=GBP
                                                ^^ figure money value=3 unit=GBP
",
        );
    }
}
