//! Alignment of two printings of the same words.

use std::ops::Range;

/// The most words at either end of a printing that may replace as many words of the other.
const REPLACED: usize = 2;
/// Identical words required, from the first shared one, before the last words of printings cut off unequally are
/// compared.
const FAMILIAR: usize = 5;
/// The length in words to which printings are cut, so that aligning stays cheap on any text.
const LONGEST: usize = 400;

/// A stretch where two printings differ, as word indices in each; one of the two may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub left: Range<usize>,
    pub right: Range<usize>,
}

/// How two word sequences match.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Alignment {
    /// The number of words shared by both.
    pub same: usize,
    /// Differences between the first and the last shared word, in order, and one or two words at either end that
    /// replace as many.
    pub differences: Vec<Difference>,
}

/// Aligns two sequences of word hashes so that most words agree (longest common subsequence).
///
/// Words that only one of them has before the first or after the last shared word were trimmed and are no difference.
/// Nor are ends of more than [`REPLACED`] words in both, which are other sentences. Takes left × right steps, with both
/// cut to [`LONGEST`] words.
pub fn align(left: &[u32], right: &[u32]) -> Alignment {
    let (left, right) = (&left[..left.len().min(LONGEST)], &right[..right.len().min(LONGEST)]);
    let lengths = common_lengths(left, right);
    let width = right.len() + 1;
    let (mut row, mut column) = (0, 0);
    let mut alignment = Alignment::default();
    let mut last: Option<(usize, usize)> = None;
    while row < left.len() && column < right.len() {
        if left[row] == right[column] {
            if last.is_none() {
                alignment.differences.extend(replaced(row.min(column), row, column));
            }
            if let Some((before, before_right)) = last
                && (before + 1 < row || before_right + 1 < column)
            {
                alignment.differences.push(Difference { left: before + 1..row, right: before_right + 1..column });
            }
            last = Some((row, column));
            alignment.same += 1;
            (row, column) = (row + 1, column + 1);
        } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
            row += 1;
        } else {
            column += 1;
        }
    }
    if let Some((row, column)) = last {
        // If one continues longer, the other was cut off there, and its last words prove nothing unless all words
        // before them are the same.
        let counts = (left.len() - row - 1, right.len() - column - 1);
        let rest = counts.0.min(counts.1);
        let whole = alignment.same + rest == left.len().min(right.len()) && alignment.same >= FAMILIAR;
        if counts.0 == counts.1 || whole && alignment.differences.is_empty() {
            alignment.differences.extend(replaced(rest, row + 1 + rest, column + 1 + rest));
        }
    }
    alignment
}

/// The last `count` words before `left` and `right` as a difference, if `count` is 1 to [`REPLACED`].
fn replaced(count: usize, left: usize, right: usize) -> Option<Difference> {
    let difference = Difference { left: left - count..left, right: right - count..right };
    (1..=REPLACED).contains(&count).then_some(difference)
}

/// Length of the longest common subsequence of every pair of suffixes.
fn common_lengths(left: &[u32], right: &[u32]) -> Vec<u16> {
    let width = right.len() + 1;
    let mut lengths = vec![0u16; (left.len() + 1) * width];
    for row in (0..left.len()).rev() {
        for column in (0..right.len()).rev() {
            lengths[row * width + column] = if left[row] == right[column] {
                lengths[(row + 1) * width + column + 1] + 1
            } else {
                lengths[(row + 1) * width + column].max(lengths[row * width + column + 1])
            };
        }
    }
    lengths
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::stems::word;

    fn aligned(left: &str, right: &str) -> (usize, Vec<(String, String)>) {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let (left, right) = (words(left), words(right));
        let hashes = |words: &[String]| words.iter().map(|text| word(text)).collect::<Vec<_>>();
        let alignment = align(&hashes(&left), &hashes(&right));
        let differences = alignment.differences.into_iter();
        let pair = |found: Difference| (left[found.left].join(" "), right[found.right].join(" "));
        (alignment.same, differences.map(pair).collect())
    }

    #[test]
    fn one_changed_word_is_one_difference() {
        let found = aligned("we will never sell the mill", "we will always sell the mill");
        assert_eq!(found, (5, vec![("never".to_owned(), "always".to_owned())]));
    }

    #[test]
    fn trimming_is_no_difference() {
        let found = aligned("sell the mill", "we will never sell the mill to anyone");
        assert_eq!(found, (3, vec![]));
    }

    #[test]
    fn a_word_put_for_another_at_the_end_is_a_difference() {
        let found = aligned("never sell the mill", "we will always sell the mill to anyone");
        assert_eq!(found, (3, vec![("never".to_owned(), "always".to_owned())]));
        let found = aligned("sell the mill now", "we will sell the mill never");
        assert_eq!(found, (3, vec![("now".to_owned(), "never".to_owned())]));
        assert_eq!(aligned("sell the mill", "sell the barn to anyone"), (2, vec![]));
        let found = aligned("we will sell the old barn", "we will sell the old mill to anyone");
        assert_eq!(found, (5, vec![("barn".to_owned(), "mill".to_owned())]));
    }

    #[test]
    fn dropped_words_are_a_difference_with_one_empty_side() {
        let found = aligned("the old mill stays open", "the mill stays open");
        assert_eq!(found, (4, vec![("old".to_owned(), String::new())]));
    }
}
