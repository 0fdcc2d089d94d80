//! Part of a unit of measure: "half a mile", "a quarter-litre".

use super::{
    numeral::{self, Numeral},
    quantity::{self, Quantity},
};
use crate::{
    extract::Extractor,
    lexicon::{LEXICON, NumberClass, Unit},
    types::{Document, Fact, Figure, FigureKind, Tags, WordList},
};
use rust_decimal::Decimal;

/// Parts of a unit.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.part_measure",
    source: include_str!("part_measure.rs"),
    anchors: Tags::FRACTION.with(Tags::ORDINAL),
    extract,
};

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Figure>>) {
    found
        .extend(part(document, at).or_else(|| with_half(document, at)).map(|part| part.fact(document, EXTRACTOR.name)));
}

/// The unit with a part of another after it: "A mile and a half".
fn with_half(document: &Document, half: usize) -> Option<Quantity> {
    let unit = half.checked_sub(3).filter(|_| document.is(half, "half") && document.is(half - 1, "a"))?;
    let start =
        unit.checked_sub(1).filter(|&at| document.is_one_of(at, const { &WordList::of(["a", "an", "one"]) }))?;
    let value = Decimal::new(15, 1);
    let numeral = Numeral { step: Decimal::new(5, 1), ..Numeral::whole(start..start + 1, value) };
    let (unit, _) = quantity::unit_at(document, unit, &numeral).filter(|_| document.is(half - 2, "and"))?;
    let tokens = start..half + 1;
    let quantity = Quantity { start: document.tokens[start].span.start, tokens, numeral, unit: Some(unit) };
    (quantity.kind() == FigureKind::Measure).then_some(quantity)
}

/// The part and its unit.
fn part(document: &Document, at: usize) -> Option<Quantity> {
    let word = numeral::word(document, at).filter(|word| word.class == NumberClass::Fraction)?;
    let mut next = at + 1;
    next += usize::from(document.is(next, "of"));
    next += usize::from(document.is(next, "a") || document.is(next, "an") || numeral::joins(document, next));
    // "Two-tenths of a mile".
    let dash = usize::from(at > 1 && numeral::joins(document, at - 1));
    let count = at.checked_sub(1 + dash).filter(|_| dash == 1 || document.ends_in(at, "s"));
    let count = count.filter(|&count| document.tags(count).any(Tags::NUMBER_WORD));
    let count = count
        .and_then(|at| Some((at, numeral::word(document, at)?)))
        .filter(|(_, count)| count.class == NumberClass::Unit);
    let value = count.map_or(word.value, |(_, count)| count.value * word.value);
    let numeral = Numeral { step: word.value, ..Numeral::whole(at..at + 1, value) };
    let unit = quantity::unit_at(document, next, &numeral).or_else(|| quarter_point(document, at, next));
    let (unit, end) = unit.filter(|_| next <= at + 3)?;
    let article = at - usize::from(at > 0 && document.is(at - 1, "a"));
    let start = count.map_or(article, |(at, _)| at);
    let quantity = Quantity { tokens: start..end, start: document.tokens[start].span.start, numeral, unit: Some(unit) };
    // "Half a cent", but not "a quarter pound".
    let coin = || {
        document.is_one_of(end - 1, const { &WordList::of(["cent", "penny"]) })
            && document.is_one_of(next - 1, const { &WordList::of(["a", "of"]) })
    };
    (matches!(quantity.kind(), FigureKind::Measure | FigureKind::Percent) || coin()).then_some(quantity)
}

/// The unit percentage point, where it is left out: "Cut rates by a quarter point", "a quarter-point rise".
fn quarter_point(document: &Document, at: usize, next: usize) -> Option<(&'static Unit, usize)> {
    let point = document.is(next, "point") && document.word(at).starts_with("quarter");
    let units = LEXICON.units.all(LEXICON.id("percentage"));
    point.then(|| Some((units.iter().find(|unit| unit.name == "percentage point")?, next + 1)))?
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn half_a_mile_is_a_measure() {
        figures(
            "
The queue at Fold Lane was half a mile long.
                           ^^^^^^^^^^^ figure measure value=0.5 unit=mile counted=[queue]
",
        );
    }

    #[test]
    fn a_part_without_a_unit_is_no_measure() {
        figures(
            "
Half of them had walked.
^^^^ figure proportion value=0.5
",
        );
    }

    #[test]
    fn several_parts() {
        figures(
            "
The weir is two-tenths of a mile away.
            ^^^^^^^^^^^^^^^^^^^^ figure measure value=0.2 unit=mile counted=[weir]
",
        );
    }

    #[test]
    fn parts_of_a_percentage_point() {
        figures(
            "
The bank of Ostwick cut rates by a quarter point, after a half percentage point in Tarn and a three-quarter-point rise.
                                 ^^^^^^^^^^^^^^^ figure percent value=0.25 unit=percentage_point change=down counted=[rates]
                                                        ^^^^^^^^^^^^^^^^^^^^^^^ figure percent value=0.5 unit=percentage_point counted=[bank of Ostwick]
                                                                                              ^^^^^^^^^^^^^^^^^^^ figure percent value=0.75 unit=percentage_point change=up counted=[rise]
",
        );
    }

    #[test]
    fn a_unit_and_a_half() {
        figures(
            "
The weir is a mile and a half off; the calf weighs one stone and a half.
            ^^^^^^^^^^^^^^^^^ figure measure value=1.5 unit=mile counted=[weir]
                                                   ^^^^^^^^^^^^^^^^^^^^ figure measure value=1.5 unit=stone counted=[calf]
",
        );
    }

    #[test]
    fn half_a_coin() {
        figures(
            "
Oats rose half a cent.
          ^^^^^^^^^^^ figure money value=0.5 unit=cent change=up counted=[Oats]
",
        );
    }
}
