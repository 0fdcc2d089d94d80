//! Numerals in words: `two hundred and five`, `one point two million`, `half a dozen`, `tens of thousands`.

use rust_decimal::Decimal;

use super::numeral::{Numeral, fraction_behind, joins, magnitudes, word};
use crate::{
    lexicon::{NumberClass, NumberWord},
    types::{Document, Tags, WordList},
};

/// The numeral that starts at the number word or fraction at `at`.
pub fn at(document: &Document, at: usize) -> Option<Numeral> {
    let first = word(document, at)?;
    match first.class {
        NumberClass::Fraction => part_of_magnitude(document, at, first.value),
        NumberClass::Plural => plural(document, at, first),
        NumberClass::Suffix | NumberClass::Ordinal => None,
        // A score of people, not a score in a game; a couple of days, not a married couple.
        NumberClass::Dozen if document.is_one_of(at, const { &WordList::of(["score", "pair", "couple"]) }) => {
            let number = document.tags(at + 2).any(Tags::DIGITS) || word(document, at + 2).is_some();
            let people = at > 0
                && document.is(at - 1, "a")
                && document.is_one_of(at + 1, const { &WordList::of(["more", "of"]) })
                && !number;
            people.then(|| cardinal(document, at))?
        }
        _ => cardinal(document, at),
    }
}

/// A part of a magnitude: `half a million`, `half-dozen`, `a quarter of a million`, `three-quarters of a million`.
fn part_of_magnitude(document: &Document, at: usize, part: Decimal) -> Option<Numeral> {
    let mut next = at + 1;
    next += usize::from(joins(document, next));
    next += usize::from(document.is(next, "of"));
    next += usize::from(document.is(next, "a"));
    next += usize::from(joins(document, next));
    let whole = word(document, next)?;
    let multiplies = matches!(whole.class, NumberClass::Hundred | NumberClass::Magnitude | NumberClass::Dozen);
    if !multiplies {
        return None;
    }
    let dash = |at: usize| if at > 0 && joins(document, at - 1) { at - 1 } else { at };
    let before = dash(at).checked_sub(1);
    let count = before.and_then(|before| word(document, before)).filter(|word| word.class == NumberClass::Unit);
    let (start, count) = match (before, count) {
        (Some(before), Some(word)) => (before, word.value),
        (Some(before), None) if document.is(before, "a") => (before, Decimal::ONE),
        _ => (at, Decimal::ONE),
    };
    magnitudes(document, Numeral::whole(start..next + 1, part * count * whole.value))
}

/// A vague plural: from its value to ten times that; `dozens` to a hundred: `dozens`, `hundreds of thousands`.
fn plural(document: &Document, at: usize, first: NumberWord) -> Option<Numeral> {
    let next = document.is(at + 1, "of").then_some(at + 2);
    // "Scores of 116-112" belong to a game.
    let of = |text: &str| document.is(at, text) && next.is_none_or(|next| document.tags(next).any(Tags::DIGITS));
    if of("scores") || of("tens") {
        return None;
    }
    let (low, high) = open_ends(first.value);
    let numeral = Numeral { tokens: at..at + 1, low, high, step: first.value, digits: false, magnitude: Decimal::ONE };
    let second = next.and_then(|next| word(document, next)).filter(|word| word.class == NumberClass::Plural);
    match (next, second) {
        (Some(next), Some(second)) if second.value > first.value => numeral.times(second.value, next + 1),
        _ if document.is(at, "tens") => None,
        _ => Some(numeral),
    }
}

/// The ends of an unknown number of tens, dozens or hundreds: at least one of them, in round tens, and less than the
/// next such word.
fn open_ends(value: Decimal) -> (Decimal, Decimal) {
    if value < Decimal::ONE_HUNDRED {
        ((value / Decimal::TEN).ceil() * Decimal::TEN, Decimal::ONE_HUNDRED)
    } else {
        (value, value.saturating_mul(Decimal::TEN))
    }
}

/// The state of reading a cardinal: the closed groups, and the group below the next magnitude.
#[derive(Debug, Default)]
struct Reading {
    total: Decimal,
    group: Decimal,
    /// The last magnitude that closed a group; what follows must be smaller.
    last: Option<Decimal>,
    empty: bool,
}

fn cardinal(document: &Document, at: usize) -> Option<Numeral> {
    let mut reading = Reading { empty: true, ..Reading::default() };
    let mut end = at;
    let mut next = at;
    while let Some(number) = word(document, next) {
        // "Four scores" are goals.
        if next > at && document.is(next, "scores") || !reading.take(number) {
            break;
        }
        end = next + 1;
        next = continuation(document, at, end, number.class);
    }
    if end == at {
        return None;
    }
    if let Some(numeral) = vague(document, at, end, &reading) {
        return Some(numeral);
    }
    let start = start_with_article(document, at);
    let value = reading.total.checked_add(reading.group)?;
    let magnitude = reading.last.filter(|_| reading.group.is_zero()).unwrap_or(Decimal::ONE);
    finish(document, Numeral { magnitude, ..Numeral::whole(start..end, value) })
}

/// Multipliers after a vague word: "several hundred", "a few hundred million", "a couple of dozen".
fn vague(document: &Document, at: usize, end: usize, reading: &Reading) -> Option<Numeral> {
    let before = at.checked_sub(1)?;
    let article = |at: usize| if at > 0 && document.is(at - 1, "a") { at - 1 } else { at };
    let bare = |class: NumberClass| matches!(class, NumberClass::Dozen | NumberClass::Hundred | NumberClass::Magnitude);
    let multiplies = |at: usize| word(document, at).is_some_and(|word| word.value > Decimal::TEN && bare(word.class));
    if !(at..end).all(multiplies) {
        return None;
    }
    let value = reading.total.checked_add(reading.group)?;
    if document.is(before, "several") || document.is(before, "few") {
        let step = value;
        let high = value.checked_mul(Decimal::TEN)?;
        return Some(Numeral { high, low: value * Decimal::TWO, step, ..Numeral::whole(article(before)..end, value) });
    }
    let couple = before.checked_sub(1).filter(|&couple| document.is(before, "of") && document.is(couple, "couple"))?;
    Some(Numeral::whole(article(couple)..end, value * Decimal::TWO))
}

/// Adds decimals, a fraction and further magnitudes after a whole number.
fn finish(document: &Document, numeral: Numeral) -> Option<Numeral> {
    let end = numeral.tokens.end;
    let start = numeral.tokens.start;
    let value = numeral.low;
    let numeral = match (decimals(document, end), fraction_behind(document, end)) {
        (Some((part, step, end)), _) => {
            Numeral { low: value + part, high: value + part, step, ..Numeral::whole(start..end, value) }
        }
        (None, Some((part, end))) if value >= Decimal::ONE => {
            // Two million and a half is 2.5 million.
            let scale = if numeral.magnitude >= Decimal::ONE_THOUSAND { numeral.magnitude } else { Decimal::ONE };
            let (part, end) = half_magnitude(document, end, part).unwrap_or((part * scale, end));
            let magnitude = if scale > Decimal::ONE { scale } else { Decimal::ONE };
            Numeral {
                low: value + part,
                high: value + part,
                step: part,
                magnitude,
                ..Numeral::whole(start..end, value)
            }
        }
        _ => numeral,
    };
    magnitudes(document, numeral)
}

/// A fraction with its own magnitude, below that of the number: "one billion and a half million".
fn half_magnitude(document: &Document, at: usize, part: Decimal) -> Option<(Decimal, usize)> {
    let thousand = at > 3 && word(document, at - 4).is_some_and(|word| word.class == NumberClass::Magnitude);
    let own = word(document, at).filter(|word| thousand && word.class == NumberClass::Magnitude)?;
    Some((part.checked_mul(own.value)?, at + 1))
}

/// The decimals after `point`, the weight of the last digit, and their end: `point two five`.
fn decimals(document: &Document, at: usize) -> Option<(Decimal, Decimal, usize)> {
    if !document.is(at, "point") {
        return None;
    }
    let mut part = Decimal::ZERO;
    let mut step = Decimal::ONE;
    let mut end = at + 1;
    while let Some(digit) = word(document, end) {
        let ten = digit.class == NumberClass::Ten;
        if !(ten || digit.class == NumberClass::Unit && digit.value < Decimal::TEN) || step.scale() > 12 {
            break;
        }
        step *= Decimal::new(1, 1);
        part += digit.value * step * if ten { Decimal::new(1, 1) } else { Decimal::ONE };
        end += 1 + usize::from(ten && joins(document, end + 1));
    }
    (end > at + 1).then_some((part, step, end))
}

/// The token where the next word of a cardinal would be: after a hyphen, or after an `and` that joins.
fn continuation(document: &Document, start: usize, end: usize, class: NumberClass) -> usize {
    let between = start > 0 && document.is(start - 1, "between");
    let takes_and = matches!(class, NumberClass::Hundred | NumberClass::Magnitude) && !between;
    if joins(document, end) {
        return if document.is(end + 1, "and") && takes_and { end + 3 } else { end + 1 };
    }
    if takes_and && document.is(end, "and") && joins_with_and(document, end + 1, class == NumberClass::Hundred) {
        return end + 1;
    }
    end
}

/// Whether the number after `and` ends this one and is not a number of its own: "a hundred and two", but not "one
/// hundred and two hundred".
fn joins_with_and(document: &Document, at: usize, hundred: bool) -> bool {
    let below = |at: usize| {
        word(document, at).is_some_and(|number| matches!(number.class, NumberClass::Unit | NumberClass::Ten))
    };
    if !below(at) {
        return false;
    }
    let mut end = at + 1;
    while end < at + 4 && (below(end) || joins(document, end)) {
        end += 1;
    }
    !word(document, end).is_some_and(|number| match number.class {
        NumberClass::Hundred => hundred,
        NumberClass::Magnitude | NumberClass::Fraction => true,
        _ => false,
    })
}

/// The start of a multiplier including its article: "a dozen", "a hundred".
fn start_with_article(document: &Document, at: usize) -> usize {
    let multiplier = word(document, at).is_some_and(|number| {
        matches!(number.class, NumberClass::Dozen | NumberClass::Hundred | NumberClass::Magnitude)
    });
    if multiplier && at > 0 && document.is(at - 1, "a") { at - 1 } else { at }
}

impl Reading {
    /// Includes the next word; returns false if it does not belong to the number.
    fn take(&mut self, mut number: NumberWord) -> bool {
        // "Three billions", "two dozens": after a number a plural only multiplies.
        if number.class == NumberClass::Plural && !self.empty {
            number.class = match number.value {
                value if value < Decimal::ONE_HUNDRED => NumberClass::Dozen,
                value if value == Decimal::ONE_HUNDRED => NumberClass::Hundred,
                _ => NumberClass::Magnitude,
            };
        }
        let hundred = Decimal::ONE_HUNDRED;
        let ten = Decimal::TEN;
        let fits = match number.class {
            NumberClass::Unit if number.value < ten => (self.group % ten).is_zero() && self.group % hundred != ten,
            NumberClass::Unit | NumberClass::Ten => (self.group % hundred).is_zero(),
            NumberClass::Hundred => self.group < hundred && (self.empty || !self.group.is_zero()),
            NumberClass::Magnitude | NumberClass::Dozen => self.empty || !self.group.is_zero(),
            _ => false,
        };
        let smaller = self.last.is_none_or(|last| number.value < last);
        let alone = self.empty || !number.value.is_zero() && !(self.total + self.group).is_zero();
        if !(fits && smaller && alone) {
            return false;
        }
        match number.class {
            NumberClass::Unit | NumberClass::Ten => self.group += number.value,
            NumberClass::Hundred | NumberClass::Dozen => self.group = self.group.max(Decimal::ONE) * number.value,
            _ => {
                self.total += self.group.max(Decimal::ONE) * number.value;
                self.group = Decimal::ZERO;
                self.last = Some(number.value);
            }
        }
        self.empty = false;
        true
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn a_couple_more() {
        figures(
            "
They play a couple more games; a couple danced.
          ^^^^^^^^ figure count value=2 counted=[games]
",
        );
    }
}
