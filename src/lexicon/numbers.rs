//! Number words: numbers.tsv.

use rust_decimal::Decimal;

use super::{Lexicon, rows::rows};
use crate::types::Tags;

/// The value of a number word and how it combines with its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberWord {
    pub value: Decimal,
    pub class: NumberClass,
}

/// How a number word combines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberClass {
    /// `zero` to `nineteen`: alone or after a ten.
    Unit,
    /// `twenty` to `ninety`.
    Ten,
    /// `dozen`, `score`: multiplies, and takes no `and` after it.
    Dozen,
    /// `hundred`: multiplies what is below it.
    Hundred,
    /// `thousand`, `million`: multiplies what is below it.
    Magnitude,
    /// `m`, `bn`, `lakh`: multiplies digits only.
    Suffix,
    /// `dozens`, `thousands`: an unknown number of them, up to ten times the value, or up to a hundred if the value is
    /// less than that.
    Plural,
    /// `half`, `third`, `quarter`.
    Fraction,
    /// `first`, `twentieth`.
    Ordinal,
}

pub(super) fn load(lexicon: &mut Lexicon) {
    for row in rows(include_str!("numbers.tsv")) {
        let value = row[1].parse().expect("numbers.tsv: the second column is a number");
        let (class, tags) = match row[2] {
            "unit" => (NumberClass::Unit, Tags::NUMBER_WORD),
            "ten" => (NumberClass::Ten, Tags::NUMBER_WORD),
            "dozen" => (NumberClass::Dozen, Tags::NUMBER_WORD | Tags::MAGNITUDE),
            "hundred" => (NumberClass::Hundred, Tags::NUMBER_WORD | Tags::MAGNITUDE),
            "magnitude" => (NumberClass::Magnitude, Tags::NUMBER_WORD | Tags::MAGNITUDE),
            "suffix" => (NumberClass::Suffix, Tags::MAGNITUDE),
            "plural" => (NumberClass::Plural, Tags::NUMBER_WORD | Tags::MAGNITUDE),
            "fraction" => (NumberClass::Fraction, Tags::FRACTION),
            "ordinal" => (NumberClass::Ordinal, Tags::ORDINAL),
            other => panic!("numbers.tsv: no such class: {other}"),
        };
        let id = lexicon.add(row[0], tags);
        lexicon.numbers.insert(id, NumberWord { value, class });
    }
}
