//! Unusual numbers that several articles of one story state, whatever they count.

use super::{
    Archive,
    archive::FactAt,
    keys::{KeyedFigure, Keys},
    stated::Stated,
};
use crate::{
    check::{pairing::pairs_of, stems::word},
    spill::{Sorted, Sorter},
    types::{Field, FigureKind},
};

/// Up to this many figures of one value in a story are all compared; of more, each with its next [`REACH`].
const CROWD: usize = 24;
const REACH: usize = 4;

/// Digits, trailing zeros aside, of a number that is rarely equal by chance. Three are too few: many names, an
/// emergency number or a type of aeroplane have them.
const DIGITS: usize = 4;

/// Counts by story and value.
pub type Counts = Sorter<((usize, u32), FactAt)>;

/// Adds such counts of an article of a story with several articles.
pub fn add_counts(article: usize, keys: &Keys, story: usize, keyed: &mut Counts) {
    let odd = keys.figures.iter().enumerate().filter(|(_, figure)| is_odd_count(keys, figure));
    let value = |figure: &KeyedFigure| word(&figure.value.normalize().to_string());
    keyed.extend(odd.map(|(fact, figure)| ((story, value(figure)), FactAt::new(article, fact))));
}

/// Pairs of counts with one such value, in order.
pub fn coincidences(archive: &Archive, keyed: Counts) -> Sorted<(FactAt, FactAt)> {
    pairs_of(keyed, CROWD, REACH, &archive.scratch, |one, other| archive.share_story(one.article(), other.article()))
}

/// Whether a figure of the text is an exact count with enough significant digits, and not a year.
fn is_odd_count(keys: &Keys, figure: &KeyedFigure) -> bool {
    let counts = matches!(figure.kind, FigureKind::Count) && figure.unit == 0 && figure.place.field == Field::Text;
    if !counts {
        return false;
    }
    let digits = figure.value.normalize().to_string();
    let year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    let odd = !year && !digits.contains('.') && digits.trim_end_matches('0').len() >= DIGITS;
    odd && Stated { keys, figure }.is_exact()
}
