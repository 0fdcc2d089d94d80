//! Odd numbers that several articles of one story state, whatever of.

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

/// Figures of one value in a story that are all compared; of more, each with its next [`REACH`].
const CROWD: usize = 24;
const REACH: usize = 4;

/// Digits, noughts at the end left out, of a number that is not met by chance; of three are many names, an emergency
/// call or a make of aeroplane.
const DIGITS: usize = 4;

/// Counts by story and value.
pub type Counts = Sorter<((usize, u32), FactAt)>;

/// Adds such counts of an article of a story that several tell.
pub fn add_counts(article: usize, keys: &Keys, story: usize, keyed: &mut Counts) {
    let odd = keys.figures.iter().enumerate().filter(|(_, figure)| is_odd_count(keys, figure));
    let value = |figure: &KeyedFigure| word(&figure.value.normalize().to_string());
    keyed.extend(odd.map(|(fact, figure)| ((story, value(figure)), FactAt::new(article, fact))));
}

/// Pairs of counts of one such value, in order.
pub fn coincidences(archive: &Archive, keyed: Counts) -> Sorted<(FactAt, FactAt)> {
    pairs_of(keyed, CROWD, REACH, &archive.scratch, |one, other| archive.share_story(one.article(), other.article()))
}

/// Whether a figure of the text counts something, by a number with several digits that say something, no year.
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
