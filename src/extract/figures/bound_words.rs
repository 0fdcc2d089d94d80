//! The words of bounds before and after a figure, and how to find them.

use crate::types::{Bound, Document, Shapes, Spelling, WordList};

/// Words before a figure that bound it; longer phrases come before their own endings.
const BEFORE: &[(&[&str], Bound)] = &[
    (&["no", "more", "than"], Bound::AtMost),
    (&["not", "more", "than"], Bound::AtMost),
    (&["no", "less", "than"], Bound::AtLeast),
    (&["not", "less", "than"], Bound::AtLeast),
    (&["no", "fewer", "than"], Bound::AtLeast),
    (&["not", "fewer", "than"], Bound::AtLeast),
    (&["little", "more", "than"], Bound::MoreThan),
    (&["more", "than"], Bound::MoreThan),
    (&["over", "than"], Bound::MoreThan),
    (&["greater", "than"], Bound::MoreThan),
    (&["higher", "than"], Bound::MoreThan),
    (&["larger", "than"], Bound::MoreThan),
    (&["bigger", "than"], Bound::MoreThan),
    (&["longer", "than"], Bound::MoreThan),
    (&["better", "than"], Bound::MoreThan),
    (&["older", "than"], Bound::MoreThan),
    (&["less", "than"], Bound::LessThan),
    (&["fewer", "than"], Bound::LessThan),
    (&["lower", "than"], Bound::LessThan),
    (&["smaller", "than"], Bound::LessThan),
    (&["younger", "than"], Bound::LessThan),
    (&["shorter", "than"], Bound::LessThan),
    (&["over", "the", "age", "of"], Bound::MoreThan),
    (&["above", "the", "age", "of"], Bound::MoreThan),
    (&["under", "the", "age", "of"], Bound::LessThan),
    (&["below", "the", "age", "of"], Bound::LessThan),
    (&["in", "excess", "of"], Bound::MoreThan),
    (&["upwards", "of"], Bound::MoreThan),
    (&["upward", "of"], Bound::MoreThan),
    (&["north", "of"], Bound::MoreThan),
    (&["south", "of"], Bound::LessThan),
    (&["short", "of"], Bound::LessThan),
    (&["just", "shy", "of"], Bound::LessThan),
    (&["shy", "of"], Bound::LessThan),
    (&["a", "minimum", "of"], Bound::AtLeast),
    (&["minimum", "of"], Bound::AtLeast),
    (&["a", "minimum"], Bound::AtLeast),
    (&["a", "maximum", "of"], Bound::AtMost),
    (&["maximum", "of"], Bound::AtMost),
    (&["a", "maximum"], Bound::AtMost),
    (&["at", "the", "very", "least"], Bound::AtLeast),
    (&["at", "least"], Bound::AtLeast),
    (&["at", "most"], Bound::AtMost),
    (&["at", "the", "most"], Bound::AtMost),
    (&["as", "little", "as"], Bound::AtLeast),
    (&["as", "few", "as"], Bound::AtLeast),
    (&["as", "low", "as"], Bound::AtLeast),
    (&["as", "many", "as"], Bound::AtMost),
    (&["as", "much", "as"], Bound::AtMost),
    (&["as", "high", "as"], Bound::AtMost),
    (&["up", "to"], Bound::AtMost),
    (&["in", "the", "region", "of"], Bound::Approx),
    (&["on", "the", "order", "of"], Bound::Approx),
    (&["close", "to"], Bound::Approx),
    (&["closer", "to"], Bound::Approx),
    (&["nearer"], Bound::Approx),
    (&["nearer", "to"], Bound::Approx),
    (&["more", "or", "less"], Bound::Approx),
    (&["something", "like"], Bound::Approx),
    (&["an", "estimated"], Bound::Approx),
    (&["estimated"], Bound::Approx),
    (&["just", "about"], Bound::Approx),
    (&["just", "over"], Bound::MoreThan),
    (&["well", "over"], Bound::MoreThan),
    (&["little", "over"], Bound::MoreThan),
    (&["over"], Bound::MoreThan),
    (&["above"], Bound::MoreThan),
    (&["exceed"], Bound::MoreThan),
    (&["exceeding"], Bound::MoreThan),
    (&["exceeds"], Bound::MoreThan),
    (&["exceeded"], Bound::MoreThan),
    (&["topping"], Bound::MoreThan),
    (&["topped"], Bound::MoreThan),
    (&["surpassing"], Bound::MoreThan),
    (&[">"], Bound::MoreThan),
    (&["≥"], Bound::AtLeast),
    (&["just", "under"], Bound::LessThan),
    (&["well", "under"], Bound::LessThan),
    (&["just", "below"], Bound::LessThan),
    (&["under"], Bound::LessThan),
    (&["below"], Bound::LessThan),
    (&["sub"], Bound::LessThan),
    (&["<"], Bound::LessThan),
    (&["≤"], Bound::AtMost),
    (&["about"], Bound::Approx),
    (&["around"], Bound::Approx),
    (&["roughly"], Bound::Approx),
    (&["approximately"], Bound::Approx),
    (&["approx"], Bound::Approx),
    (&["approx", "."], Bound::Approx),
    (&["nearly"], Bound::Approx),
    (&["almost"], Bound::Approx),
    (&["barely"], Bound::Approx),
    (&["virtually"], Bound::Approx),
    (&["practically"], Bound::Approx),
    (&["perhaps"], Bound::Approx),
    (&["maybe"], Bound::Approx),
    (&["approaching"], Bound::Approx),
    (&["nearing"], Bound::Approx),
    (&["some"], Bound::Approx),
    (&["circa"], Bound::Approx),
    (&["~"], Bound::Approx),
    (&["≈"], Bound::Approx),
];

/// Words after a figure that bound it.
const BEHIND: &[(&[&str], Bound)] = &[
    (&["or", "more"], Bound::AtLeast),
    (&["or", "over"], Bound::AtLeast),
    (&["or", "above"], Bound::AtLeast),
    (&["or", "older"], Bound::AtLeast),
    (&["or", "higher"], Bound::AtLeast),
    (&["or", "greater"], Bound::AtLeast),
    (&["or", "longer"], Bound::AtLeast),
    (&["or", "better"], Bound::AtLeast),
    (&["and", "over"], Bound::AtLeast),
    (&["and", "above"], Bound::AtLeast),
    (&["and", "older"], Bound::AtLeast),
    (&["and", "up"], Bound::AtLeast),
    (&["plus"], Bound::AtLeast),
    (&["+"], Bound::AtLeast),
    (&["at", "least"], Bound::AtLeast),
    (&["or", "less"], Bound::AtMost),
    (&["or", "fewer"], Bound::AtMost),
    (&["or", "under"], Bound::AtMost),
    (&["or", "below"], Bound::AtMost),
    (&["or", "lower"], Bound::AtMost),
    (&["or", "younger"], Bound::AtMost),
    (&["and", "under"], Bound::AtMost),
    (&["and", "younger"], Bound::AtMost),
    (&["and", "below"], Bound::AtMost),
    (&["at", "most"], Bound::AtMost),
    (&["at", "the", "most"], Bound::AtMost),
    (&["at", "a", "minimum"], Bound::AtLeast),
    (&["at", "the", "very", "least"], Bound::AtLeast),
    (&["and", "counting"], Bound::AtLeast),
    (&["give", "or", "take"], Bound::Approx),
    (&["or", "so"], Bound::Approx),
    (&["or", "thereabouts"], Bound::Approx),
    (&["odd"], Bound::Approx),
];

/// Last words of the phrases before a figure.
const LAST_WORDS: [Spelling; BEFORE.len()] = {
    let (mut spellings, mut index) = ([Spelling::of(b""); BEFORE.len()], 0);
    while index < BEFORE.len() {
        let words = BEFORE[index].0;
        spellings[index] = Spelling::of(words[words.len() - 1].as_bytes());
        index += 1;
    }
    spellings
};

/// The shapes of these, which rule out most words quickly.
const LAST: Shapes = {
    let (mut shapes, mut index) = (Shapes::NONE, 0);
    while index < BEFORE.len() {
        let words = BEFORE[index].0;
        shapes = shapes.with(words[words.len() - 1]);
        index += 1;
    }
    shapes
};

/// First words of the phrases after a figure.
const FIRST_WORDS: WordList<7> = WordList::of(["+", "and", "at", "give", "odd", "or", "plus"]);

/// The first token of the bound that ends before token `end`, and its meaning.
pub fn before(document: &Document, end: usize) -> Option<(usize, Bound)> {
    // "Estimated at": an `at` precedes many figures, but ends only this phrase.
    if end > 1 && document.is(end - 1, "at") {
        return document.is(end - 2, "estimated").then_some((end - 2, Bound::Approx));
    }
    if end == 0 || !document.has_shape(end - 1, &LAST) {
        return None;
    }
    let last = document.tokens[end - 1].spelling;
    let likely = LAST_WORDS.iter().zip(BEFORE).filter(|(word, _)| **word == last);
    likely.map(|(_, phrase)| phrase).find_map(|&(words, bound)| {
        let start = end.checked_sub(words.len())?;
        (start..end).zip(words).rev().all(|(at, word)| document.is(at, word)).then_some((start, bound))
    })
}

/// The token after the bound that starts at token `at`, and its meaning.
pub fn behind(document: &Document, at: usize) -> Option<(usize, Bound)> {
    if !document.is_one_of(at, &FIRST_WORDS) {
        return None;
    }
    BEHIND.iter().find_map(|&(words, bound)| {
        let end = at + words.len();
        // "5,000 or less than 6,000" bounds the second number.
        let whole = (at..end).zip(words).all(|(at, word)| document.is(at, word)) && !document.is(end, "than");
        whole.then_some((end, bound))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::figures;

    #[test]
    fn every_phrase_behind_is_looked_for() {
        assert!(BEHIND.iter().all(|(words, _)| FIRST_WORDS.words.contains(&words[0])));
    }

    #[test]
    fn ages_that_somebody_is_under() {
        figures(
            "
The ferry takes no children under the age of 12, and drivers over the age of 60 may sit.
                            ^^^^^^^^^^^^^^^^^^^ figure age value=12 unit=year bound=less_than counted=[children]
                                                             ^^^^^^^^^^^^^^^^^^ figure age value=60 unit=year bound=more_than counted=[drivers]
",
        );
    }

    #[test]
    fn rarer_bounds() {
        figures(
            "
The barn, estimated at £40,000, holds perhaps 300 sheep or just shy of 90 cows, closer to 80, a maximum 12 goats, and cost £30m and counting.
          ^^^^^^^^^^^^^^^^^^^^ figure money value=40000 unit=GBP bound=approx
                                      ^^^^^^^^^^^ figure count value=300 bound=approx counted=[sheep]
                                                           ^^^^^^^^^^^^^^ figure count value=90 bound=less_than counted=[cows]
                                                                                ^^^^^^^^^^^^ figure count value=80 bound=approx counted=[cows]
                                                                                              ^^^^^^^^^^^^ figure count value=12 bound=at_most counted=[goats]
                                                                                                                           ^^^^^^^^^^^^^^^^^ figure money value=30000000 unit=GBP bound=at_least
",
        );
    }
}
