//! The overlap of two printings of one quotation, however each of them was cut.

use std::ops::Range;

use crate::check::alignment::{Alignment, Difference};

/// The length in words to which printings are cut, so that comparing stays cheap on any text.
const LONGEST: usize = 400;
/// The fewest words in a row that both share, and the fewest words that they share in all.
const SEED: usize = 4;
const LEAST: usize = 5;
/// The fewest words that they share if those are less than half of the shorter.
const TELLING: usize = 10;
/// The most words that may differ in one place.
const GAP: usize = 3;
/// The fewest words that they share if they end differently.
pub const FRAME: usize = 6;
/// The most words that one printing may leave out in one place, and how many must agree after them.
const LEFT_OUT: usize = 5;
const SURE: usize = 2;

/// The words two printings share around their longest common run, and the differences among them.
///
/// From the run to either side, up to [`GAP`] words may differ before two words agree again; if one printing ends with
/// a single word that differs, that word was changed. `None` where they share fewer than [`LEAST`] words (or
/// [`TELLING`], where that is little of either), or where more than a fifth of them differs; an omission counts as one.
pub fn overlap(left: &[u32], right: &[u32]) -> Option<Alignment> {
    let (left, right) = (&left[..left.len().min(LONGEST)], &right[..right.len().min(LONGEST)]);
    let (first, second, length) = longest_run(left, right);
    if length < SEED {
        return None;
    }
    let (behind, behind_ends) = extended(&left[first + length..], &right[second + length..], length);
    let reversed = |words: &[u32]| words.iter().rev().copied().collect::<Vec<u32>>();
    let (before, before_ends) = extended(&reversed(&left[..first]), &reversed(&right[..second]), length);
    let mirrored = |range: &Range<usize>, end: usize| end - range.end..end - range.start;
    let shifted = |range: &Range<usize>, start: usize| range.start + start..range.end + start;
    let back = before.differences.iter().rev();
    let back =
        back.map(|found| Difference { left: mirrored(&found.left, first), right: mirrored(&found.right, second) });
    let forth = behind.differences.iter().map(|found| Difference {
        left: shifted(&found.left, first + length),
        right: shifted(&found.right, second + length),
    });
    let differences: Vec<Difference> = back.chain(forth).collect();
    let same = length + behind.same + before.same;
    // Where few words precede different continuations, two things may be said in one phrase: "we go there every single
    // winter", "we go there every single evening when bread is warm".
    if same < FRAME && !(behind_ends && before_ends) {
        return None;
    }
    let is_left_out = |found: &Difference| found.left.is_empty() || found.right.is_empty();
    let words = |found: &Difference| if is_left_out(found) { 1 } else { found.left.len().max(found.right.len()) };
    let changed: usize = differences.iter().map(words).sum();
    // "There was a lot of gunfire" and "there was a lot of smoke" may be about two things.
    let is_one = same >= TELLING || same * 2 >= left.len().min(right.len());
    (same >= LEAST && is_one && changed * 5 <= same).then_some(Alignment { same, differences })
}

/// The first word in each and the length of the longest run of words that both have.
fn longest_run(left: &[u32], right: &[u32]) -> (usize, usize, usize) {
    let mut best = (0, 0, 0);
    let mut lengths = vec![0usize; right.len() + 1];
    for (row, word) in left.iter().enumerate() {
        for column in (0..right.len()).rev() {
            let length = if *word == right[column] { lengths[column] + 1 } else { 0 };
            lengths[column + 1] = length;
            if length > best.2 {
                best = (row + 1 - length, column + 1 - length, length);
            }
        }
    }
    best
}

/// What both share from their first words on, after a common run of `run` words, and whether that reaches the end of
/// one of them.
fn extended(left: &[u32], right: &[u32], run: usize) -> (Alignment, bool) {
    let (mut row, mut column) = (0, 0);
    let mut alignment = Alignment::default();
    while row < left.len() && column < right.len() {
        if left[row] == right[column] {
            alignment.same += 1;
            (row, column) = (row + 1, column + 1);
            continue;
        }
        let (skip, other) = match resumed(&left[row..], &right[column..]) {
            Some(gap) => gap,
            None if is_last_changed(&left[row..], &right[column..], run + alignment.same) => (1, 1),
            None => break,
        };
        alignment.differences.push(Difference { left: row..row + skip, right: column..column + other });
        (row, column) = (row + skip, column + other);
        if row == left.len() || column == right.len() {
            break;
        }
    }
    (alignment, row == left.len() || column == right.len())
}

/// Whether one of the two ends with a word that the other does not have further on; if the other continues, enough
/// words (`same`) must be shared before.
fn is_last_changed(left: &[u32], right: &[u32], same: usize) -> bool {
    let (shorter, longer) = if left.len() < right.len() { (left, right) } else { (right, left) };
    shorter.len() == 1 && !longer.contains(&shorter[0]) && (longer.len() == 1 || same >= FRAME)
}

/// The fewest words to skip in each so that the next two agree, or the last one of either.
fn resumed(left: &[u32], right: &[u32]) -> Option<(usize, usize)> {
    let agree = |&(row, column): &(usize, usize)| {
        let (next, other) = (left.get(row..).unwrap_or_default(), right.get(column..).unwrap_or_default());
        let length = next.len().min(other.len()).min(2);
        length > 0 && next[..length] == other[..length]
    };
    let gaps = (1..=2 * GAP).flat_map(|sum| (0..=sum).map(move |row| (row, sum - row)));
    let replaced = gaps.filter(|(row, column)| *row <= GAP && *column <= GAP).find(agree);
    let left_out = || {
        let same = |&(row, column): &(usize, usize)| {
            left.len() >= row + SURE
                && right.len() >= column + SURE
                && left[row..row + SURE] == right[column..column + SURE]
        };
        (GAP + 1..=LEFT_OUT).flat_map(|words| [(words, 0), (0, words)]).find(same)
    };
    replaced.or_else(left_out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::stems::word;

    fn differences(left: &str, right: &str) -> Option<Vec<(String, String)>> {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let (left, right) = (words(left), words(right));
        let hashes = |words: &[String]| words.iter().map(|text| word(text)).collect::<Vec<_>>();
        let found = overlap(&hashes(&left), &hashes(&right))?;
        let pair = |found: Difference| (left[found.left].join(" "), right[found.right].join(" "));
        Some(found.differences.into_iter().map(pair).collect())
    }

    fn one(left: &str, right: &str) -> Option<Vec<(String, String)>> {
        Some(vec![(left.to_owned(), right.to_owned())])
    }

    #[test]
    fn printings_cut_at_different_ends_overlap() {
        let first = "it was cold and wet but we can never sell the old mill";
        let second = "but we can always sell the old mill to somebody who asks for it";
        assert_eq!(differences(first, second), one("never", "always"));
        assert_eq!(differences("it was cold and wet but we can", second), None, "too few words");
    }

    #[test]
    fn a_last_word_that_differs_was_changed() {
        let longer = "the mill will open within a month as we have said";
        assert_eq!(differences("the mill will open within a year", longer), one("year", "month"));
        assert_eq!(differences("the mill will open within a month", longer), Some(vec![]));
        assert_eq!(
            differences("we go there every single winter", "we go there every single evening when bread is warm"),
            None,
            "too few words before"
        );
    }

    #[test]
    fn printings_of_any_length_are_compared() {
        let words = [1, 2, 3, 4, 5, 6, 7, 8, 1, 2];
        for end in 0..words.len() {
            for start in 0..=end {
                assert!(overlap(&words, &words[start..end]).is_none_or(|found| found.same <= end - start));
                let reversed: Vec<u32> = words[start..end].iter().rev().copied().collect();
                assert!(overlap(&reversed, &words).is_none_or(|found| found.same <= end - start));
            }
        }
    }

    #[test]
    fn other_words_are_no_printing() {
        assert_eq!(differences("the mill is cold and the roof is wet", "the mill is warm but nobody came here"), None);
    }
}
