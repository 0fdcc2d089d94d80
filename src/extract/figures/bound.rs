//! Bounds before and behind a figure: "more than 500", "up to £3m", "16 or over", "500 or so".
//!
//! The words of a bound belong to the figure's span, and set which end of its interval is open.

use rust_decimal::Decimal;

use super::numeral::is_dash;
use crate::types::{Bound, Document, Fact, Figure, FigureKind, Shapes, Span, Spelling, Tags, TokenKind, WordList};

/// Words before a figure that bound it, longer phrases before their own endings.
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
    (&["in", "excess", "of"], Bound::MoreThan),
    (&["upwards", "of"], Bound::MoreThan),
    (&["upward", "of"], Bound::MoreThan),
    (&["north", "of"], Bound::MoreThan),
    (&["south", "of"], Bound::LessThan),
    (&["short", "of"], Bound::LessThan),
    (&["a", "minimum", "of"], Bound::AtLeast),
    (&["minimum", "of"], Bound::AtLeast),
    (&["a", "maximum", "of"], Bound::AtMost),
    (&["maximum", "of"], Bound::AtMost),
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
    (&["some"], Bound::Approx),
    (&["circa"], Bound::Approx),
    (&["~"], Bound::Approx),
    (&["≈"], Bound::Approx),
];

/// Words behind a figure that bound it.
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
    (&["or", "so"], Bound::Approx),
    (&["odd"], Bound::Approx),
];

/// Last words of the phrases before a figure.
const LAST: Shapes = {
    let (mut shapes, mut index) = (Shapes::NONE, 0);
    while index < BEFORE.len() {
        let words = BEFORE[index].0;
        shapes = shapes.with(words[words.len() - 1]);
        index += 1;
    }
    shapes
};

/// The same of each phrase, in one number.
const LAST_WORDS: [Spelling; BEFORE.len()] = {
    let (mut spellings, mut index) = ([Spelling::of(b""); BEFORE.len()], 0);
    while index < BEFORE.len() {
        let words = BEFORE[index].0;
        spellings[index] = Spelling::of(words[words.len() - 1].as_bytes());
        index += 1;
    }
    spellings
};

/// First words of the phrases behind a figure.
const FIRST: Shapes = {
    let (mut shapes, mut index) = (Shapes::NONE, 0);
    while index < BEHIND.len() {
        shapes = shapes.with(BEHIND[index].0[0]);
        index += 1;
    }
    shapes
};

/// Sets the bound of every figure that has words for one beside it, and takes them into its span.
pub fn attach(document: &Document, figures: &mut [Fact<Figure>]) {
    let mut free = 0;
    for index in 0..figures.len() {
        let limit = figures.get(index + 1).map_or(u32::MAX, |next| next.span.start);
        let fact = &mut figures[index];
        if can_be_bounded(&fact.detail) {
            let block = document.block_of_fact(fact).span;
            bound(document, fact, free.max(block.start), limit.min(block.end));
        }
        free = fact.span.end;
    }
}

fn can_be_bounded(figure: &Figure) -> bool {
    !matches!(figure.kind, FigureKind::Date | FigureKind::Ordinal | FigureKind::Score)
        && matches!(figure.bound, Bound::Exact | Bound::Approx)
}

/// "Presided over two hearings", "argued over three barns": nobody counts to more than two or three so.
fn is_about(document: &Document, figure: &Figure, start: usize, number: usize) -> bool {
    let small = figure.kind == FigureKind::Count && figure.value.is_some_and(|value| value < Decimal::TEN);
    let word = document.tags(number).any(Tags::NUMBER_WORD);
    small
        && word
        && start + 1 == number
        && document.is_one_of(start, const { &WordList::of(["over", "under", "above", "below"]) })
}

/// Bounds one figure; its span grows neither before byte `free` nor to byte `limit`.
fn bound(document: &Document, fact: &mut Fact<Figure>, free: u32, limit: u32) {
    let tokens = document.tokens_in(fact.span);
    // "Over the past two years" says when, not how long.
    if document.is(tokens.start, "the") {
        return;
    }
    if let Some((start, bound)) = before(document, tokens.start)
        && document.tokens[start].span.start >= free
        && !(fact.detail.kind == FigureKind::Duration && is_during(document, start))
        && !is_about(document, &fact.detail, start, tokens.start)
    {
        set(&mut fact.detail, bound, is_nearly(document, tokens.start));
        fact.span.start = document.tokens[start].span.start;
        says_how_old(document, start, &mut fact.detail);
    }
    let open = matches!(fact.detail.bound, Bound::Exact | Bound::Approx);
    if let Some((end, bound)) = behind(document, tokens.end)
        && open
        && document.tokens[end - 1].span.end <= limit
    {
        set(&mut fact.detail, bound, false);
        says_how_old(document, end - 1, &mut fact.detail);
        fact.span = Span { end: document.tokens[end - 1].span.end, ..fact.span };
    }
}

/// "Anyone 19 or older", "younger than 16": a word of age in a bound makes an age of a bare number.
fn says_how_old(document: &Document, at: usize, figure: &mut Figure) {
    let aged = document.is_one_of(at, const { &WordList::of(["older", "younger"]) }) || is_of_age(document, at);
    if aged && figure.kind == FigureKind::Count {
        (figure.kind, figure.unit) = (FigureKind::Age, Some("year"));
    }
}

/// "Children under 16", "anyone over 65 who": whether the bound at `at` stands between people and the end of a phrase.
fn is_of_age(document: &Document, at: usize) -> bool {
    const CLOSED: Tags = Tags::PREPOSITION.with(Tags::CONJUNCTION).with(Tags::AUXILIARY).with(Tags::RELATIVE);
    const ANYBODY: WordList<5> = WordList::of(["anybody", "anyone", "everyone", "nobody", "those"]);
    let bound = document.is(at, "over") || document.is(at, "under");
    let people = at > 0 && (document.tags(at - 1).any(Tags::PERSON_NOUN) || document.is_one_of(at - 1, &ANYBODY));
    let closed = document.tokens.get(at + 2).is_none_or(|next| next.kind != TokenKind::Word || next.tags.any(CLOSED));
    let number = document.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number && next.span.len() <= 2);
    bound && people && number && closed
}

/// "Built over five weeks": how long, not longer than what; "for over five weeks" is a bound.
fn is_during(document: &Document, over: usize) -> bool {
    const LASTING: WordList<12> = WordList::of([
        "just", "last", "lasted", "lasting", "lasts", "little", "spent", "take", "takes", "took", "waited", "well",
    ]);
    let Some(before) = over.checked_sub(1).filter(|_| document.is(over, "over")) else { return false };
    let bounds = document.tags(before).any(Tags::PREPOSITION | Tags::AUXILIARY);
    let lasts = document.tokens[before].kind == TokenKind::Word && document.word(before).ends_with("ing");
    !bounds && !lasts && !document.is_one_of(before, &LASTING)
}

/// "Nearly 100", "almost 100": less than that.
fn is_nearly(document: &Document, at: usize) -> bool {
    at > 0 && (document.is(at - 1, "nearly") || document.is(at - 1, "almost"))
}

/// The first token of the bound that ends before token `at`, an article between them allowed.
fn before(document: &Document, at: usize) -> Option<(usize, Bound)> {
    // "Held under a $500 bond" names the bond, "under a million" a bound.
    let amount = at > 1 && document.tags(at).any(Tags::DIGITS | Tags::CURRENCY) && document.is(at - 2, "under");
    let article = at > 0 && !amount && document.is_one_of(at - 1, const { &WordList::of(["a", "an"]) });
    let hyphen = at > 0 && is_dash(document, at - 1) && document.is_glued(at - 1);
    let ends = [Some(at), (article || hyphen).then(|| at - 1)];
    ends.into_iter().flatten().find_map(|end| phrase_before(document, end))
}

fn phrase_before(document: &Document, end: usize) -> Option<(usize, Bound)> {
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

/// The end of the bound that starts with token `at`.
fn behind(document: &Document, at: usize) -> Option<(usize, Bound)> {
    let hung = document.is(at, "-") && (document.is(at + 1, "odd") || document.is(at + 1, "plus"));
    let at = at + usize::from(hung);
    // "In one odd moment".
    let strange = document.is(at, "odd") && at > 0 && document.is(at - 1, "one");
    if strange || !document.has_shape(at, &FIRST) {
        return None;
    }
    BEHIND.iter().find_map(|&(words, bound)| {
        let end = at + words.len();
        // "5,000 or less than 6,000" bounds the second number.
        let whole = (at..end).zip(words).all(|(at, word)| document.is(at, word)) && !document.is(end, "than");
        whole.then_some((end, bound))
    })
}

/// Whether the bound leaves the upper end open.
pub fn is_lower(bound: Bound) -> bool {
    matches!(bound, Bound::AtLeast | Bound::MoreThan)
}

/// Whether the bound leaves the lower end open.
pub fn is_upper(bound: Bound) -> bool {
    matches!(bound, Bound::AtMost | Bound::LessThan)
}

/// Opens an end of the interval, or widens it by a tenth: "nearly" downwards only.
fn set(figure: &mut Figure, bound: Bound, nearly: bool) {
    figure.bound = bound;
    match bound {
        Bound::Exact => {}
        Bound::AtLeast | Bound::MoreThan => {
            figure.low = figure.value.or(figure.low);
            figure.high = None;
        }
        Bound::AtMost | Bound::LessThan => {
            figure.high = figure.value.or(figure.high);
            figure.low = None;
        }
        Bound::Approx => {
            let Some(value) = figure.value else { return };
            let slack = value.abs() / Decimal::TEN;
            figure.low = Some(value - slack);
            figure.high = Some(if nearly { value } else { value + slack });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn words_before_and_behind() {
        figures(
            "
More than half of the barns, up to 40 goats and no fewer than 13 crofts burned.
^^^^^^^^^^^^^^ figure proportion value=0.5 bound=more_than counted=[barns]
                             ^^^^^^^^ figure count value=40 bound=at_most counted=[goats]
                                                ^^^^^^^^^^^^^^^^ figure count value=13 bound=at_least counted=[crofts]
About 60 people or so came, 100 or more of them late.
^^^^^^^^ figure count value=60 bound=approx counted=[people]
                            ^^^^^^^^^^^ figure count value=100 bound=at_least counted=[people]
Nearly £3m and just under 5% went, in excess of 16 tonnes.
^^^^^^^^^^ figure money value=3000000 unit=GBP bound=approx
               ^^^^^^^^^^^^^ figure percent value=5 unit=percent bound=less_than
                                   ^^^^^^^^^^^^^^^^^^^^^^ figure measure value=16 unit=tonne bound=more_than
",
        );
    }

    #[test]
    fn hung_behind_a_hyphen() {
        figures(
            "
A £3m-plus barn had burnt on 40-odd acres.
  ^^^^^^^^ figure money value=3000000 unit=GBP bound=at_least counted=[barn]
                             ^^^^^^ figure count value=40 bound=approx counted=[acres]
",
        );
    }

    #[test]
    fn halves_of_magnitudes_stay_apart() {
        figures(
            "
More than half a million and a quarter million came, 100 or over of them late.
^^^^^^^^^^^^^^^^^^^^^^^^ figure count value=500000 bound=more_than
                             ^^^^^^^^^^^^^^^^^ figure count value=250000
                                                     ^^^^^^^^^^^ figure count value=100 bound=at_least
",
        );
    }

    #[test]
    fn exact_numbers_have_no_bound() {
        figures(
            "
He is held under a $500 bond.
                   ^^^^ figure money value=500 unit=USD counted=[bond]
Exactly 12 of the crofts were up for sale.
        ^^ figure count value=12 counted=[crofts]
",
        );
    }
}
