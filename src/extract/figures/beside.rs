//! What stands directly before an amount, separated by a mark or an `at`.

use super::{
    phrase::{self, Phrase},
    price,
};
use crate::{
    grammar::{endings, kinds},
    types::{Document, Tags, WordList},
};

/// The phrase directly before: "Pike (17 percent)", "put his lead at 5%", "a mill in Tarn, 3 miles north of Morfa".
pub fn beside(document: &Document, start: usize, end: usize) -> Option<Phrase> {
    let before = start.checked_sub(1)?;
    let level = document.is(before, "at") || document.is(before, "as");
    let inner = before.checked_sub(1).filter(|_| level).unwrap_or(before);
    let named = |phrase: &Phrase| {
        let clock = (phrase.start..phrase.end).any(|at| document.tags(at).any(Tags::CLOCK));
        document.tokens[phrase.end - 1].span.len() > 1 && !clock
    };
    if document.is(end, ")") && document.is(inner, "(") {
        return phrase::before(document, inner).filter(named);
    }
    // "Stunned at the amount — £3m".
    let apart = before > 0 && !document.is_glued(before - 1) && !document.is_glued(before);
    if kinds::is_dash(document, before) && apart {
        return phrase::before(document, before).filter(named);
    }
    // "55 miles (90 km) north of".
    let side = if document.is(end, "(") { price::over_brackets(document, end, 5) } else { end };
    let away = document.is(side, "from") || document.is(side, "outside");
    // "A mill in Tarn, located two miles from Morfa".
    let located = document.is(before, "located") || document.is(before, "situated");
    let comma = if located { before.checked_sub(1)? } else { before };
    if document.is(comma, ",") && (is_side(document, side) || away) {
        return town(document, comma).or_else(|| phrase::before(document, comma)).filter(named);
    }
    // "Fell off a barge 20 yards out", "near a barn two miles north of Tarn": the thing there has an article and is not
    // the subject.
    let where_to = || {
        is_side(document, side)
            || away && is_length(document, end - 1)
            || document.is_one_of(side, const { &WordList::of(["away", "off", "out"]) })
    };
    if document.tags(end - 1).any(Tags::UNIT) && !level && where_to() {
        return placed(document, start);
    }
    // "A barn for sale at £3m".
    if level && before > 1 && document.is(before - 1, "sale") && document.is(before - 2, "for") {
        return phrase::before(document, before - 2);
    }
    let level = phrase::before(document, before).filter(|_| level)?;
    let owned = word_before(document, &level)?;
    // "Pike led, with Rowe at 15% and followed by Dale at 13%".
    let rival = document.is_one_of(owned, const { &WordList::of(["and", "by", "were", "with"]) });
    // "With Rowe at 15%, Pike at 12%".
    const AMOUNTS: Tags = Tags::PERCENT.with(Tags::DIGITS).with(Tags::MAGNITUDE);
    let listed = document.is(owned, ",") && owned > 0 && document.tags(owned - 1).any(AMOUNTS);
    if (rival || listed) && document.tags(level.start).any(Tags::CAPITALISED) {
        return Some(level);
    }
    set_at(document, level)
}

/// The town before a state or a country that ends at the comma: "Morfa, Texas, about 30 miles east of Tarn".
fn town(document: &Document, comma: usize) -> Option<Phrase> {
    let state = phrase::before(document, comma)?;
    let inner = state.start.checked_sub(1).filter(|&inner| document.is(inner, ","))?;
    let place = document.tags(state.end - 1);
    let known = place.any(Tags::PLACE) || place.any(Tags::UPPERCASE) && document.tokens[state.start].span.len() == 2;
    let town = phrase::before(document, inner).filter(|_| known && place.any(Tags::CAPITALISED))?;
    document.tags(town.end - 1).any(Tags::CAPITALISED).then_some(town)
}

/// The thing at the distance at `start`: the noun before it, after a preposition or with an article.
fn placed(document: &Document, start: usize) -> Option<Phrase> {
    let phrase = phrase::before(document, start)?;
    // "In the town of 800 people 5 miles north of Tarn".
    let number = phrase.start.checked_sub(2).filter(|&of| document.is(of, "of"));
    if let Some(of) = number.filter(|&of| document.tags(of + 1).any(Tags::DIGITS | Tags::NUMBER_WORD)) {
        return phrase::before(document, of);
    }
    let behind = phrase.start.checked_sub(1).is_some_and(|at| document.is_one_of(at, &PLACING));
    (behind || is_inner(document, &phrase)).then_some(phrase)
}

/// Prepositions of place.
const PLACING: WordList<9> = WordList::of(["around", "at", "from", "in", "into", "near", "of", "on", "to"]);

/// Whether the phrase has an article, and a word of its clause precedes that.
fn is_inner(document: &Document, phrase: &Phrase) -> bool {
    const IDLE: Tags = Tags::CONJUNCTION.with(Tags::CUE).with(Tags::SENTENCE_START);
    let word = word_before(document, phrase);
    let stands = |at: usize| kinds::is_word(document, at) && !document.tags(at).any(IDLE) || document.is(at, ",");
    word.is_some_and(|at| at + 1 < phrase.start && !document.is(at + 1, "that") && stands(at))
}

/// Whether the unit at `at` measures distances.
pub fn is_length(document: &Document, at: usize) -> bool {
    const LENGTHS: WordList<16> = WordList::of([
        "feet",
        "foot",
        "ft",
        "inches",
        "kilometer",
        "kilometers",
        "kilometre",
        "kilometres",
        "km",
        "meters",
        "metres",
        "mi",
        "mile",
        "miles",
        "yard",
        "yards",
    ]);
    document.is_one_of(at, &LENGTHS)
}

/// What a verb puts at a level, with what it is of: "Put the cost of the flood at £3m".
fn set_at(document: &Document, last: Phrase) -> Option<Phrase> {
    let mut level = last;
    for _ in 0..3 {
        let word = word_before(document, &level)?;
        // "Pegged expected losses at".
        let described = endings::is_past_form(document.word(word)) && !document.is_one_of(word, &LEVELS);
        let before = if described { word.checked_sub(1)? } else { word };
        if document.is_one_of(before, &LEVELS) {
            return Some(level);
        }
        let whole = document.is_one_of(before, const { &WordList::of(["by", "for", "from", "in", "of", "to"]) });
        let outer = whole.then(|| phrase::before(document, before))??;
        let kept = document.is(before, "of") || document.is(before, "for");
        level = outer.start..if kept { level.end } else { outer.end };
    }
    None
}

/// The word before a phrase and its article.
fn word_before(document: &Document, phrase: &Phrase) -> Option<usize> {
    let word = phrase.start.checked_sub(1).filter(|&at| document.tags(at).any(Tags::DETERMINER | Tags::PRONOUN));
    word.unwrap_or(phrase.start).checked_sub(1)
}

/// Verbs that put something at a level.
const LEVELS: WordList<28> = WordList::of([
    "estimate",
    "estimated",
    "estimates",
    "estimating",
    "hold",
    "keep",
    "keeping",
    "kept",
    "leave",
    "leaving",
    "left",
    "listed",
    "pegged",
    "priced",
    "prices",
    "pricing",
    "put",
    "puts",
    "putting",
    "rated",
    "recorded",
    "reported",
    "set",
    "setting",
    "value",
    "valued",
    "values",
    "valuing",
]);

/// Whether the word is a direction: "North of", "southeast".
pub fn is_side(document: &Document, at: usize) -> bool {
    let word = document.tokens.get(at).map_or("", |token| document.text(token.span));
    ["north", "south", "east", "west"]
        .iter()
        .any(|side| word.get(..side.len()).is_some_and(|start| start.eq_ignore_ascii_case(side)))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn rivals_in_a_list() {
        figures(
            "
Ada Pike leads with 31% of the vote, followed by Tom Rowe at 20%, Nora Dale at 18% and Ted Dorn at 6%.
                    ^^^ figure percent value=31 unit=percent counted=[vote]
                                                             ^^^ figure percent value=20 unit=percent counted=[Tom Rowe]
                                                                               ^^^ figure percent value=18 unit=percent counted=[Nora Dale]
                                                                                                   ^^ figure percent value=6 unit=percent counted=[Ted Dorn]
",
        );
    }

    #[test]
    fn brackets_dashes_and_levels() {
        figures(
            "
Ada Pike (17 percent) put her lead at 5%. He wept at the price — £3m.
          ^^^^^^^^^^ figure percent value=17 unit=percent counted=[Ada Pike]
                                      ^^ figure percent value=5 unit=percent counted=[lead]
                                                                 ^^^ figure money value=3000000 unit=GBP counted=[price]
",
        );
    }

    #[test]
    fn listed_as_and_for_sale() {
        figures(
            "
The survey listed the ford as two miles from Tarn. Pike put her barn up for sale at £7m; Dale sold AT&T for £3bn.
                              ^^^^^^^^^ figure measure value=2 unit=mile counted=[ford]
                                                                                    ^^^ figure money value=7000000 unit=GBP counted=[barn]
                                                                                                            ^^^^ figure money value=3000000000 unit=GBP counted=[AT&T]
",
        );
    }

    #[test]
    fn sides_behind_a_bracket() {
        figures(
            "
She printed it in Morfa, 12 miles (19 km) north of Tarn.
                         ^^^^^^^^ figure measure value=12 unit=mile counted=[Morfa]
                                   ^^^^^ figure measure value=19 unit=kilometre counted=[Morfa]
",
        );
    }

    #[test]
    fn where_something_lies() {
        figures(
            "
Dorrin fell off a barge 20 yards out, near a weir some two miles south of the mill 40 yards off.
                        ^^^^^^^^ figure measure value=20 unit=yard counted=[barge]
                                                  ^^^^^^^^^^^^^^ figure measure value=2 unit=mile bound=approx counted=[weir]
                                                                                   ^^^^^^^^ figure measure value=40 unit=yard counted=[mill]
",
        );
    }

    #[test]
    fn losses_that_are_expected() {
        figures(
            "
The bank pegged expected losses at £3m.
                                   ^^^ figure money value=3000000 unit=GBP counted=[losses]
",
        );
    }

    #[test]
    fn towns_in_states() {
        figures(
            "
It happened near Morfa, Texas, about 25 miles east of Tarn.
                               ^^^^^^^^^^^^^^ figure measure value=25 unit=mile bound=approx counted=[Morfa]
",
        );
    }

    #[test]
    fn places_at_a_distance() {
        figures(
            "
The van was found near a barn about five miles from the ford. Dale was born in Ostwick, the village 12 miles west of Tarn. It burned in a mill in Ostwick, located two miles from Tarn. It burned in Morfa, a town of 800 people 9 miles north of Tarn.
                              ^^^^^^^^^^^^^^^^ figure measure value=5 unit=mile bound=approx counted=[barn]
                                                                                                    ^^^^^^^^ figure measure value=12 unit=mile counted=[village]
                                                                                                                                                                   ^^^^^^^^^ figure measure value=2 unit=mile counted=[Ostwick]
                                                                                                                                                                                                                      ^^^ figure count value=800 counted=[people]
                                                                                                                                                                                                                                 ^^^^^^^ figure measure value=9 unit=mile counted=[town]
",
        );
    }
}
