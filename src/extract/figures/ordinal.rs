//! A rank or place in a series: "the third time", "21st", "No. 1".

use rust_decimal::Decimal;

use super::{adverbial, designation, idiom, numeral, quantity, street};
use crate::{
    extract::Extractor,
    grammar::classes,
    lexicon::NumberClass,
    types::{Document, Fact, Figure, FigureKind, Tags, TokenKind, WordList},
};

/// Ordinals.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.ordinal",
    source: include_str!("ordinal.rs"),
    anchors: Tags::ORDINAL.with(Tags::DIGITS).with(Tags::NUMBER_WORD),
    extract,
};

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Figure>>) {
    let tags = document.tags(at);
    let read = if tags.any(Tags::ORDINAL) {
        single(document, at)
    } else if tags.any(Tags::DIGITS) {
        printed(document, at)
    } else {
        compound(document, at).or_else(|| placed(document, at))
    };
    // "On 29th Street" names a place.
    let other = |start: usize, end: usize, value: Decimal| {
        street::is_street(document, end)
            || street::is_corner(document, start, end)
            || idiom::is_idiom(document, start, end, value)
    };
    if let Some((start, end, value)) = read.filter(|&(start, end, value)| !other(start, end, value)) {
        found.push(quantity::fact(document, start..end, EXTRACTOR.name, figure(value)));
    }
}

fn figure(value: Decimal) -> Figure {
    let end = Some(value);
    Figure { kind: FigureKind::Ordinal, value: end, low: end, high: end, step: Decimal::ONE, ..Figure::default() }
}

/// The ordinal at a token, such as `third`, if it is not the unit of time, an adverb or a fraction.
fn single(document: &Document, at: usize) -> Option<(usize, usize, Decimal)> {
    let word = numeral::word(document, at)?;
    let before = |words: &[&str]| at > 0 && words.iter().any(|word| document.is(at - 1, word));
    let counted = at > 0 && document.tags(at - 1).any(Tags::NUMBER_WORD | Tags::DIGITS);
    let further = is_further(document, at);
    let fraction = counted || before(&["a", "-"]) && word.value > Decimal::TWO && !further;
    let second = word.value == Decimal::TWO
        && (before(&["a", "per", "every", "each"]) && !further
            || document.is(at + 1, "hand")
            || before(&["the"]) && is_subject_of_clause(document, at + 1));
    let adverb = word.value == Decimal::ONE
        && (before(&["at"]) || document.is(at + 1, ",") || adverbial::is_adverb(document, at));
    let name = is_in_name(document, at) || is_in_compound(document, at);
    let ordinal = word.class == NumberClass::Ordinal && !fraction && !second && !adverb && !name;
    ordinal.then_some((at, at + 1, word.value))
}

/// Whether somebody does something at that time: "the second you wake".
fn is_subject_of_clause(document: &Document, at: usize) -> bool {
    document.is_one_of(at, &classes::SUBJECTS)
}

/// Whether the ordinal means one more of a kind: "A second tram", "a third man"; not "a second later", "a third of
/// them", "a third more".
fn is_further(document: &Document, at: usize) -> bool {
    const CLOSED: Tags = Tags::PREPOSITION
        .with(Tags::CONJUNCTION)
        .with(Tags::AUXILIARY)
        .with(Tags::PRONOUN)
        .with(Tags::DETERMINER)
        .with(Tags::NEGATION)
        .with(Tags::RELATIVE)
        .with(Tags::ADVERB)
        .with(Tags::TIME_CUE)
        .with(Tags::BOUND)
        .with(Tags::WEEKDAY)
        .with(Tags::DAY_WORD);
    const COMPARED: WordList<13> = WordList::of([
        "bigger", "cheaper", "faster", "fewer", "higher", "larger", "less", "longer", "lower", "more", "shorter",
        "slower", "smaller",
    ]);
    let article = at.checked_sub(1).is_some_and(|before| document.is(before, "a"));
    let next = document.tokens.get(at + 1);
    // "Caught a second time".
    if article && document.is(at + 1, "time") {
        return true;
    }
    // "A third, unnamed walker", "a second one".
    let open =
        |at: usize| document.tokens.get(at).is_some_and(|next| next.kind == TokenKind::Word && !next.tags.any(CLOSED));
    let apart =
        document.is(at + 1, ",") && open(at + 2) && open(at + 3) && !document.tags(at + 2).any(Tags::VERB | Tags::CUE);
    if article && (apart || document.is(at + 1, "one") && !document.is(at, "one")) {
        return true;
    }
    article
        && next.is_some_and(|next| next.kind == TokenKind::Word && !next.tags.any(CLOSED))
        && !document.is_one_of(at + 1, &COMPARED)
        && !document.is_one_of(at + 1, const { &WordList::of(["ago", "apart", "hand", "later", "thought"]) })
}

/// Whether the ordinal is part of a name, with a capital inside a sentence and another after it: "First Lady", "Third
/// Harbour Bank".
fn is_in_name(document: &Document, at: usize) -> bool {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let inside = !document.tags(at).any(Tags::SENTENCE_START) && !designation::is_title_case(document, at);
    capital(at) && capital(at + 1) && (inside || document.tags(at + 1).any(Tags::TITLE))
}

/// Whether the ordinal is part of a longer word: "First responders", "first-degree burns", "a third-party buyer".
fn is_in_compound(document: &Document, at: usize) -> bool {
    const NOUNS: WordList<7> = WordList::of(["aid", "aider", "ladies", "lady", "minister", "responder", "responders"]);
    const JOINED: WordList<7> = WordList::of(["class", "degree", "hand", "name", "party", "person", "world"]);
    let hyphen = document.is(at + 1, "-") && document.is_glued(at) && document.is_glued(at + 1);
    document.is(at, "first") && document.is_one_of(at + 1, &NOUNS) || hyphen && document.is_one_of(at + 2, &JOINED)
}

/// An ordinal in digits: `21st`, `1,000th`, `No. 1`.
fn printed(document: &Document, at: usize) -> Option<(usize, usize, Decimal)> {
    let suffix = classes::is_ordinal_in_digits(document, at);
    let number = at > 1 && document.is(at - 1, ".") && document.is(at - 2, "no");
    let chart = !suffix && !number && is_place_in_chart(document, at);
    if !suffix && !number && !chart {
        return None;
    }
    let value = numeral::at(document, at).filter(|numeral| numeral.tokens.len() == 1)?.value()?;
    Some(match () {
        () if suffix => (at, at + 2, value),
        () if chart => (at - 1, at + 1, value),
        () => (at - 2, at + 1, value),
    })
}

/// Whether the number is a place in a chart: "In the charts at number 19", "the number 2 barge", "fell to number 16".
/// "At number 12 on the quay" is a house, "the number 79 times" counts, and "juror number 4" is a name.
fn is_place_in_chart(document: &Document, at: usize) -> bool {
    const CHARTS: WordList<15> = WordList::of([
        "album", "albums", "chart", "charts", "debuted", "entered", "list", "ranked", "ranking", "rankings", "sales",
        "selling", "single", "singles", "top",
    ]);
    let Some(before) = at.checked_sub(2).filter(|&before| document.is(before + 1, "number")) else { return false };
    let moved = document.is(before, "to") && before > 0 && document.tags(before - 1).any(Tags::CHANGE);
    let listed = || document.sentence_tokens(at).any(|at| document.is_one_of(at, &CHARTS));
    let led = document.tags(before).any(Tags::DETERMINER)
        || moved
        || document.tags(before).any(Tags::PREPOSITION | Tags::VERB) && listed();
    let plural = document.tokens.get(at + 1).is_some_and(|next| document.text(next.span).ends_with('s'));
    let name = document.tags(at - 1).any(Tags::CAPITALISED) || document.tags(at + 1).any(Tags::CAPITALISED);
    led && document.tokens[at].span.len() <= 3 && !plural && !name
}

/// A place in a chart or list: `number one`, `the number two spot`.
fn placed(document: &Document, at: usize) -> Option<(usize, usize, Decimal)> {
    let number = at.checked_sub(1).filter(|&before| document.is(before, "number"))?;
    let word = numeral::word(document, at).filter(|word| word.class == NumberClass::Unit)?;
    designation::is_labelled(document, at).then_some((number, at + 1, word.value))
}

/// An ordinal in several words: `twenty-first`, `two hundredth`.
fn compound(document: &Document, at: usize) -> Option<(usize, usize, Decimal)> {
    (at + 1..at + 4).find(|&at| document.tags(at).any(Tags::ORDINAL))?;
    let tens = numeral::at(document, at)?;
    let end = tens.tokens.end;
    let last = if numeral::joins(document, end) { end + 1 } else { end };
    let word = numeral::word(document, last).filter(|word| word.class == NumberClass::Ordinal)?;
    let value = tens.value()?;
    let adds = (value % Decimal::TEN).is_zero() && word.value < Decimal::TEN;
    let multiplies = word.value >= Decimal::ONE_HUNDRED;
    match (adds, multiplies) {
        (true, _) => Some((at, last + 1, value + word.value)),
        (_, true) => Some((at, last + 1, value.checked_mul(word.value)?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn places_in_charts() {
        figures(
            "
The barge song entered the charts at number 14 and fell to number 30. She lives at number 8 by the lock.
                                     ^^^^^^^^^ figure ordinal value=14
                                                           ^^^^^^^^^ figure ordinal value=30
",
        );
    }

    #[test]
    fn one_more_of_them() {
        figures(
            "
A second tram stopped, then a fourth driver waved a third time.
  ^^^^^^ figure ordinal value=2 counted=[tram]
                              ^^^^^^ figure ordinal value=4 counted=[driver]
                                                    ^^^^^ figure ordinal value=3 counted=[time]
A second later it moved, and a third of them got off.
                             ^^^^^^^ figure proportion value=0.3333
",
        );
    }

    #[test]
    fn ranks_in_names_are_none() {
        figures(
            "
Whoever owned Third Harbour Bank never spoke about what the First Lady wrote.
",
        );
    }

    #[test]
    fn words_and_digits() {
        figures(
            "
The third goat came 21st of the herd, the forty-second not at all.
    ^^^^^ figure ordinal value=3 counted=[goat]
                    ^^^^ figure ordinal value=21
                                          ^^^^^^^^^^^^ figure ordinal value=42
",
        );
    }

    #[test]
    fn seconds_and_fractions_are_none() {
        figures(
            "
A third of the crowd had gone at first. The second goat ate for ten seconds.
^^^^^^^ figure proportion value=0.3333 counted=[crowd]
                                            ^^^^^^ figure ordinal value=2 counted=[goat]
                                                                ^^^^^^^^^^^ figure duration value=10 unit=second counted=[goat] resolved=PT10S
",
        );
    }

    #[test]
    fn places_in_a_chart() {
        figures(
            "
Their song went to number one, and Pike holds the number two spot.
                   ^^^^^^^^^^ figure ordinal value=1
                                                  ^^^^^^^^^^ figure ordinal value=2 counted=[spot]
",
        );
    }

    #[test]
    fn ordinals_inside_words() {
        figures(
            "
The first minister met first responders with first-degree burns and a third-party buyer. The first warden left.
                                                                                             ^^^^^ figure ordinal value=1 counted=[warden]
",
        );
    }

    #[test]
    fn one_more_set_off() {
        figures(
            "
A third, unnamed walker fell, and Pike built a second one.
  ^^^^^ figure ordinal value=3 counted=[unnamed walker]
                                               ^^^^^^ figure ordinal value=2
",
        );
    }
}
