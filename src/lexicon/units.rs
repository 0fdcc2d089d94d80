//! Units of measure and money: units.tsv and currencies.tsv.

use rust_decimal::Decimal;

use super::{Lexicon, rows::rows};
use crate::types::{Tags, WordId};

/// One way to write a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The words of the form after the first, which is the key.
    pub rest: Vec<WordId>,
    /// Canonical name: an ISO 4217 code, or a name in the English singular.
    pub name: &'static str,
    /// The size of this unit in the named one: 0.01 for pence.
    pub factor: Decimal,
    /// What it measures: `money`, `percent`, `length`, `mass` …
    pub dimension: &'static str,
    /// The exact form if it has capitals, so that `M` is not taken for `m`; empty where case does not matter. The key
    /// of a dollar with letters before it (`HK$`) is the sign.
    pub exact: &'static str,
}

pub(super) fn load(lexicon: &mut Lexicon) {
    for row in rows(include_str!("currencies.tsv")) {
        add(lexicon, row[0], row[1], row[2], "money", Tags::CURRENCY);
    }
    for row in rows(include_str!("units.tsv")) {
        let tags = if row[1] == "percent" { Tags::PERCENT | Tags::UNIT } else { Tags::UNIT };
        add(lexicon, row[0], row[1], row[2], row[3], tags);
    }
    for units in lexicon.units.rows_mut() {
        units.sort_by_key(|unit| std::cmp::Reverse(unit.rest.len()));
    }
}

fn add(
    lexicon: &mut Lexicon,
    form: &'static str,
    name: &'static str,
    factor: &str,
    dimension: &'static str,
    tags: Tags,
) {
    let factor = factor.parse().expect("units.tsv, currencies.tsv: the third column is a number");
    let sign = ["$", "¢", "₵"].into_iter().find(|sign| form.ends_with(sign));
    let mut ids = lexicon.add_form(sign.unwrap_or(form), tags);
    let exact = if form.chars().any(char::is_uppercase) { form } else { "" };
    let first = ids.remove(0);
    lexicon.units.push(first, Unit { rest: ids, name, factor, dimension, exact });
}
