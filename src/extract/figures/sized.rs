//! Amounts that measure the noun before them: "gusts of 80mph", "12 sets (40%)".

use super::{
    noun,
    phrase::{self, Phrase},
    stated::Stated,
    verb,
};
use crate::{
    grammar::{endings, kinds},
    types::{Document, FigureKind, Tags, WordList},
};

/// Whether the amount is in brackets, so that it does not measure what follows: "12 sets (40%) failed"; not where it
/// lacks a noun: "a (£3m) deal".
pub fn is_bracketed(document: &Document, start: usize, end: usize) -> bool {
    let noun = start > 1 && document.is(start - 1, "(") && !document.tags(start - 2).any(Tags::DETERMINER);
    noun && document.is(end, ")")
}

/// Whether an amount that cannot measure a substance follows a noun and `of`: "Gusts of 80mph left barns dark".
pub fn is_size_of(document: &Document, fact: &Stated) -> bool {
    const STUFF: [&str; 9] = ["barrel", "gallon", "gram", "kilogram", "litre", "ounce", "pound-mass", "ton", "tonne"];
    let start = fact.tokens.start;
    let attribute = (start..fact.tokens.end).any(|at| kinds::is_dash(document, at));
    let stuff = fact.detail.unit.is_some_and(|unit| STUFF.contains(&unit));
    fact.detail.kind == FigureKind::Measure && start > 0 && document.is(start - 1, "of") && !attribute && !stuff
}

/// The things to which the bound applies: "Knives up to 12 inches", "incomes over £500".
pub fn limited(document: &Document, fact: &Stated) -> Option<Phrase> {
    let up = fact.tokens.start;
    let bound = document.is(up, "up") && document.is(up + 1, "to")
        || document.is_one_of(up, const { &WordList::of(["above", "below", "over", "under"]) });
    let far = document.is(up, "as")
        && document.is(up + 2, "as")
        && document.is_one_of(up + 1, const { &WordList::of(["high", "large", "little", "low", "much"]) });
    let things = up.checked_sub(1).filter(|_| bound || far)?;
    let plural = endings::is_plural(document, things);
    let noun = noun::is_noun(document, things) && (plural || far);
    let phrase = (noun && !verb::is_verb(document, things)).then(|| phrase::before(document, up))??;
    // "It costs up to £5".
    let before = phrase.start.checked_sub(1);
    // "At a pitch as low as 38 hertz", but "could cost the town as much as £3m".
    let named = plural || before.is_some_and(|at| document.is(at, "a") || document.is(at, "an"));
    let subject = before.is_some_and(|at| document.tags(at).any(Tags::PRONOUN));
    (named && (!subject || phrase.len() > 1)).then_some(phrase)
}

/// The thing whose size is set off by a comma: "The barge, 90 metres long, sank". A person's height may follow further
/// description. Also the noun before an amount between two commas and a verb: "The fee, £30, is due".
pub fn set_off(document: &Document, fact: &Stated) -> Option<Phrase> {
    const DIMENSIONS: WordList<6> = WordList::of(["across", "deep", "high", "long", "thick", "wide"]);
    let end = fact.tokens.end;
    let comma = fact.tokens.start.checked_sub(1).filter(|&at| document.is(at, ","))?;
    let dimension = fact.detail.kind == FigureKind::Measure && document.is_one_of(end, &DIMENSIONS);
    let apposed = document.is(end, ",") && document.tags(end + 1).any(Tags::AUXILIARY);
    // "Six feet tall, 5 feet wide".
    let first = comma > 0 && !document.is_one_of(comma - 1, &DIMENSIONS) && !document.is(comma - 1, "tall");
    ((dimension || apposed) && first).then(|| phrase::before(document, comma))?
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn sizes_brackets_and_places() {
        figures(
            "
Gusts of up to 80mph left barns dark, and 8 inches of rain fell. Of 30 lamps, 12 sets (40%) tested badly.
         ^^^^^^^^^^^ figure measure value=80 unit=mile_per_hour bound=at_most counted=[Gusts]
                                          ^^^^^^^^ figure measure value=8 unit=inch counted=[rain]
                                                                    ^^ figure count value=30 counted=[lamps]
                                                                              ^^ figure count value=12 counted=[sets]
                                                                                       ^^^ figure percent value=40 unit=percent counted=[sets]
The barge sank 3 miles off Tarn at 3:42 a.m. local time, 2 miles south of Morfa, the second in as many days.
               ^^^^^^^ figure measure value=3 unit=mile change=down counted=[barge]
                                   ^^^^^^^^^ figure date resolved=T03:42
                                                         ^^^^^^^ figure measure value=2 unit=mile counted=[barge]
                                                                                     ^^^^^^ figure ordinal value=2
",
        );
    }

    #[test]
    fn dimensions_set_off() {
        figures(
            "
The fee, £30, is due. The barge, 90 metres long and laden, sank in a storm, packing gusts of 80mph.
         ^^^ figure money value=30 unit=GBP counted=[fee]
                                 ^^^^^^^^^ figure measure value=90 unit=metre counted=[barge]
                                                                                             ^^^^^ figure measure value=80 unit=mile_per_hour counted=[gusts]
",
        );
    }

    #[test]
    fn what_a_bound_is_for() {
        figures(
            "
Pike would tax incomes over £90,000, and barges under 10 metres long.
                       ^^^^^^^^^^^^ figure money value=90000 unit=GBP bound=more_than counted=[incomes]
                                                ^^^^^^^^^^^^^^^ figure measure value=10 unit=metre bound=less_than counted=[barges]
",
        );
    }

    #[test]
    fn how_low_or_high() {
        figures(
            "
The bell rang at a pitch as low as 38 hertz, and tolls as high as £40 are due.
                         ^^^^^^^^^^^^^^^^^^ figure measure value=38 unit=hertz bound=at_least counted=[pitch]
                                                       ^^^^^^^^^^^^^^ figure money value=40 unit=GBP bound=at_most counted=[tolls]
",
        );
    }
}
