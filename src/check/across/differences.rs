//! What explains that two articles give one quantity different values.

use rust_decimal::Decimal;

use super::{
    Archive,
    archive::{FactAt, FigurePair},
};
use crate::check::{
    quantity::{Quantity, is_near},
    stems::{shared, stem, word},
};

/// Counts below this are told of one group or another in every other sentence.
const SMALLEST: u32 = 5;

/// Whether the quantity may have grown, or was revised, from one article to the other: published on
/// different days, and of the dead, hurt, missing or arrested, of signatures, or with a word of revision.
pub fn is_update(archive: &Archive, pair: &FigurePair) -> bool {
    let grows = ["die", "injure"]
        .map(word)
        .into_iter()
        .chain(["arrested", "missing", "infected", "signatures", "cases", "evacuated"].map(stem));
    let grows: Vec<u32> = grows.chain(["now", "revised", "updated", "risen"].map(stem)).collect();
    let days = archive.days_apart(pair.one.article, pair.other.article);
    let speaks = |at: FactAt| archive.figure(at).quantity.context.iter().any(|stem| grows.contains(stem));
    days.is_some_and(|days| days > 0) && speaks(pair.one) && speaks(pair.other)
}

/// Whether two different values are hard to explain but by a slip: much the same sentence, the same
/// thing counted, of one magnitude, neither value found in the other article, and no sum or rest.
pub fn is_unexplained(archive: &Archive, pair: &FigurePair) -> bool {
    let (left, right) = (&archive.figure(pair.one).quantity, &archive.figure(pair.other).quantity);
    let same_thing = shared(&left.things, &right.things) == left.things.len().min(right.things.len()).max(1);
    let named_unit = left.unit.is_some() && (left.things.is_empty() || right.things.is_empty());
    if !(same_thing || named_unit) || !is_near(left.value, right.value) {
        return false;
    }
    let known = || is_known(archive, pair.one.article, right) || is_known(archive, pair.other.article, left);
    let beside = is_beside(archive, pair.one, right) || is_beside(archive, pair.other, left);
    left.is_printed_like(right) && !beside || is_much_the_same(left, right, pair.shared) && !known()
}

fn is_much_the_same(left: &Quantity, right: &Quantity, shared: usize) -> bool {
    let counts = left.unit.is_none();
    let low = left.value.min(right.value);
    if counts && low < Decimal::from(SMALLEST) {
        return false;
    }
    let enough = if counts && low < Decimal::from(20) { 4 } else { 3 };
    let shorter = left.context.len().min(right.context.len());
    shared >= enough && shared * 5 >= shorter * 2
}

/// Whether the sentence of a figure states the value too.
fn is_beside(archive: &Archive, at: FactAt, quantity: &Quantity) -> bool {
    let sentence = archive.figure(at).quantity.sentence;
    let figures = archive.articles[at.article].figures.iter().map(|figure| &figure.quantity);
    figures.filter(|other| other.sentence == sentence).any(|other| other.value == quantity.value)
}

/// Whether an article states the value, of whatever thing, or two figures of one sentence that add up to it.
fn is_known(archive: &Archive, article: usize, quantity: &Quantity) -> bool {
    let figures = &archive.articles[article].figures;
    let stated = figures.iter().any(|figure| figure.quantity.value == quantity.value);
    let adds_up = |one: &Quantity, other: &Quantity| {
        one.sentence == other.sentence && one.value.checked_add(other.value) == Some(quantity.value)
    };
    stated || figures.windows(2).any(|pair| adds_up(&pair[0].quantity, &pair[1].quantity))
}
