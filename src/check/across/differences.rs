//! What explains that two articles give one quantity different values.

use rust_decimal::Decimal;

use super::{Archive, archive::FactAt, figure_pairs::FigurePair, keys::KeyedFigure, stated::Stated};
use crate::check::{
    quantity::is_near,
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
    let days = archive.days_apart(pair.one.article(), pair.other.article());
    let speaks = |at: FactAt| archive.figure(at).context().iter().any(|stem| grows.contains(stem));
    days.is_some_and(|days| days > 0) && speaks(pair.one) && speaks(pair.other)
}

/// Whether two different values are hard to explain but by a slip: much the same sentence, the same
/// thing counted, of one magnitude, neither value found in the other article, and no sum or rest.
pub fn is_unexplained(archive: &Archive, pair: &FigurePair) -> bool {
    let (left, right) = (archive.figure(pair.one), archive.figure(pair.other));
    let same_thing = shared(left.things(), right.things()) == left.things().len().min(right.things().len()).max(1);
    let named_unit = left.has_unit() && (left.things().is_empty() || right.things().is_empty());
    if !(same_thing || named_unit) || !is_near(left.value(), right.value()) {
        return false;
    }
    let known = || is_known(archive, pair.one.article(), right) || is_known(archive, pair.other.article(), left);
    let beside = is_beside(archive, pair.one, right) || is_beside(archive, pair.other, left);
    left.is_printed_like(right) && !beside || is_much_the_same(left, right, pair.shared) && !known()
}

fn is_much_the_same(left: Stated, right: Stated, shared: usize) -> bool {
    let counts = !left.has_unit();
    let low = left.value().min(right.value());
    if counts && low < Decimal::from(SMALLEST) {
        return false;
    }
    let enough = if counts && low < Decimal::from(20) { 4 } else { 3 };
    let shorter = left.context().len().min(right.context().len());
    shared >= enough && shared * 5 >= shorter * 2
}

/// Whether the sentence of a figure states the value too.
fn is_beside(archive: &Archive, at: FactAt, quantity: Stated) -> bool {
    let Stated { keys, figure } = archive.figure(at);
    let beside = keys.figures.iter().filter(|other| other.sentence == figure.sentence);
    beside.into_iter().any(|other| other.value == quantity.value())
}

/// Whether an article states the value, of whatever thing, or two figures of one sentence that add up to it.
fn is_known(archive: &Archive, article: usize, quantity: Stated) -> bool {
    let figures = &archive.articles[article].figures;
    let stated = figures.iter().any(|figure| figure.value == quantity.value());
    let adds_up = |one: &KeyedFigure, other: &KeyedFigure| {
        one.sentence == other.sentence && one.value.checked_add(other.value) == Some(quantity.value())
    };
    stated || figures.windows(2).any(|pair| adds_up(&pair[0], &pair[1]))
}
