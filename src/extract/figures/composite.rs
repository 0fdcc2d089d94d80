//! Amounts in several units, each smaller than the one before: "5ft 10in", "three dollars and fifty cents",
//! "£2 40p", "2 yards, 1 foot and 6 inches". Their value is in the first unit.

use rust_decimal::Decimal;

use super::{
    numeral::joins,
    quantity::{self, Quantity, QuantityExtractor},
};
use crate::types::{Document, Fact, Figure, FigureKind, Span, Tags, TokenKind, WordList};

/// Amounts in several units.
pub const EXTRACTOR: QuantityExtractor =
    QuantityExtractor { name: "figures.composite", source: include_str!("composite.rs"), extract };

/// A unit, a smaller one that may follow it, and how many of the smaller make one of the larger.
const PARTS: [(&str, &str, u32); 14] = [
    ("AUD", "cent", 100),
    ("CAD", "cent", 100),
    ("EUR", "cent", 100),
    ("GBP", "penny", 100),
    ("MYR", "cent", 100),
    ("USD", "cent", 100),
    ("foot", "inch", 12),
    ("kilogram", "gram", 1000),
    ("kilometre", "metre", 1000),
    ("metre", "centimetre", 100),
    ("mile", "yard", 1760),
    ("pound-mass", "ounce", 16),
    ("stone", "pound-mass", 14),
    ("yard", "foot", 3),
];

/// An amount in several units, converted to the first of them.
struct Sum {
    value: Decimal,
    step: Decimal,
    /// The end of its tokens.
    end: usize,
}

fn extract(document: &Document, large: &Quantity, found: &mut Vec<Fact<Figure>>) {
    let Some(Sum { value, step, end }) = total(document, large) else { return };
    let value = Some(value);
    let figure = Figure { value, low: value, high: value, step, ..large.figure() };
    let fact = quantity::fact(document, large.tokens.start..end, EXTRACTOR.name, figure);
    found.push(Fact { span: Span { start: large.start, ..fact.span }, ..fact });
}

/// The amount with the smaller ones after it.
fn total(document: &Document, large: &Quantity) -> Option<Sum> {
    let small = small(document, large)?;
    let Some(unit) = small.unit else {
        return inches(document, large, &small).or_else(|| hundredths(document, large, &small));
    };
    let parts = parts(large.unit?.name, unit.name)?;
    let rest = total(document, &small).or_else(|| {
        let value = small.numeral.value()?;
        Some(Sum { value, step: small.numeral.step, end: small.tokens.end })
    })?;
    Some(Sum { value: sum(large.numeral.value()?, rest.value, parts)?, ..rest })
}

/// Inches that a hyphen joins to feet, or that no noun follows: "A 6-foot-4 guard", "she is 4ft 11".
fn inches(document: &Document, large: &Quantity, small: &Quantity) -> Option<Sum> {
    let end = small.tokens.end;
    let beside = small.tokens.start == large.tokens.end && !is_before_noun(document, end);
    let joined = (joins(document, large.tokens.end) || beside) && large.unit?.name == "foot";
    let (feet, inches) = (large.numeral.value()?, small.numeral.value()?);
    let twelve = Decimal::from(12);
    let value = feet.checked_add(inches.checked_div(twelve)?)?;
    let end = end + usize::from(is_inch(document, end));
    (joined && inches < twelve && inches.is_integer()).then(|| Sum { value, step: Decimal::ONE / twelve, end })
}

/// Whether `in` is the unit, as no place follows: "6 ft 2 in tall", "6 ft 2 in.".
fn is_inch(document: &Document, at: usize) -> bool {
    let size = const { &WordList::of(["deep", "high", "long", "tall", "wide"]) };
    let closed = document.tokens.get(at + 1).is_none_or(|next| next.kind == TokenKind::Mark);
    document.is(at, "in") && (closed || document.is_one_of(at + 1, size))
}

/// Two digits after the name of a currency, with no noun after them: "Fifteen dollars 50".
fn hundredths(document: &Document, large: &Quantity, small: &Quantity) -> Option<Sum> {
    let end = small.tokens.end;
    let named = large.kind() == FigureKind::Money && large.numeral.tokens.end < large.tokens.end;
    let beside = small.tokens.start == large.tokens.end && document.tags(large.tokens.end - 1).any(Tags::CURRENCY);
    let noun = is_before_noun(document, end);
    let (whole, part) = (large.numeral.value()?, small.numeral.value()?);
    let two = part >= Decimal::TEN && part < Decimal::ONE_HUNDRED && part.is_integer() && whole.is_integer();
    let hundredth = Decimal::new(1, 2);
    let value = whole.checked_add(part * hundredth)?;
    (named && beside && two && !noun).then_some(Sum { value, step: hundredth, end })
}

/// Whether a word that could be what is counted stands at `end`, after an amount.
fn is_before_noun(document: &Document, end: usize) -> bool {
    document.tokens.get(end).is_some_and(|next| {
        let limits = Tags::PREPOSITION | Tags::CONJUNCTION | Tags::ADVERB;
        next.sentence == document.tokens[end - 1].sentence && next.kind == TokenKind::Word && !next.tags.any(limits)
    })
}

/// The smaller amount that follows, an `and` or comma between them allowed.
fn small(document: &Document, large: &Quantity) -> Option<Quantity> {
    let kind = large.kind();
    if !matches!(kind, FigureKind::Money | FigureKind::Measure) {
        return None;
    }
    let end = large.tokens.end;
    let next = end + usize::from(document.is(end, "and") || document.is(end, ",") || joins(document, end));
    quantity::read(document, next).filter(|small| small.tokens.start == next)
}

/// The number of smaller units in one of the larger.
fn parts(large: &str, small: &str) -> Option<u32> {
    PARTS.iter().find(|(whole, part, _)| (*whole, *part) == (large, small)).map(|(.., parts)| *parts)
}

/// The sum in the larger unit; `None` where the second amount is too large to be a part of it.
fn sum(large: Decimal, small: Decimal, parts: u32) -> Option<Decimal> {
    let part = small.checked_div(Decimal::from(parts))?;
    (large.is_integer() && part < Decimal::ONE).then(|| large.checked_add(part))?
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn feet_and_inches_pounds_and_pence() {
        figures(
            "
The pole is 5ft 6in long and cost three dollars and fifty cents.
            ^^^^^^^ figure measure value=5.5 unit=foot counted=[pole]
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ figure money value=3.5 unit=USD counted=[pole]
He paid £2 and 40p, then fifteen dollars 50.
        ^^^^^^^^^^ figure money value=2.4 unit=GBP
                         ^^^^^^^^^^^^^^^^^^ figure money value=15.5 unit=USD
",
        );
    }

    #[test]
    fn inches_may_go_without_saying() {
        figures(
            "
She is around 4ft 11. They dug 6 feet 2 times.
       ^^^^^^^^^^^^^ figure measure value=4.9166666666666666666666666667 unit=foot bound=approx
                               ^^^^^^ figure measure value=6 unit=foot
                                      ^ figure count value=2 counted=[times]
",
        );
    }

    #[test]
    fn three_units_and_inches_in_short() {
        figures(
            "
The plank is 2 yards, 1 foot and 6 inches long. Its maker stands 6 ft 3 in tall.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ figure measure value=2.5 unit=yard counted=[plank]
                                                                 ^^^^^^^^^ figure measure value=6.25 unit=foot counted=[maker]
",
        );
    }

    #[test]
    fn heights_in_feet() {
        figures(
            "
A 6-foot-3 guard dug a 5-foot-deep hole.
  ^^^^^^^^ figure measure value=6.25 unit=foot counted=[guard]
                       ^^^^^^ figure measure value=5 unit=foot counted=[hole]
",
        );
    }

    #[test]
    fn two_amounts_are_not_one() {
        figures(
            "
He lost 5 feet of rope and 30 metres of wire, £3 and $2.
        ^^^^^^ figure measure value=5 unit=foot change=down counted=[rope]
                           ^^^^^^^^^ figure measure value=30 unit=metre counted=[wire]
                                              ^^ figure money value=3 unit=GBP
                                                     ^^ figure money value=2 unit=USD
",
        );
    }
}
