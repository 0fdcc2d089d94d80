//! A short list of words with which tokens are compared, with their spellings.

use super::{Shapes, Spelling};

/// Number of words up to which comparing all is faster than looking at their shapes first.
const SHORT: usize = 6;

/// A list of words, at most a hundred or so, which are compared ignoring ASCII case. As a constant
/// it has its spellings computed at compile time, so that a token is compared with all words by
/// comparing numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordList<const N: usize> {
    /// The words, in the order in which they were given.
    pub words: [&'static str; N],
    spellings: [Spelling; N],
    shapes: Shapes,
}

impl<const N: usize> WordList<N> {
    /// Makes a list of words.
    pub const fn of(words: [&'static str; N]) -> Self {
        let mut spellings = [Spelling::of(b""); N];
        let mut index = 0;
        while index < N {
            spellings[index] = Spelling::of(words[index].as_bytes());
            index += 1;
        }
        Self { words, spellings, shapes: Shapes::of(&words) }
    }

    /// Whether a word of the list has this spelling. In a long list, most spellings are ruled out
    /// by their shape; the words of a short one are compared without a branch.
    #[inline]
    pub fn has(&self, spelling: Spelling) -> bool {
        let likely = N <= SHORT || self.shapes.has(spelling.length(), spelling.first());
        likely && self.spellings.iter().fold(false, |found, one| found | (*one == spelling))
    }

    /// The words with this spelling, and their indices.
    pub fn spelt(&self, spelling: Spelling) -> impl Iterator<Item = (usize, &'static str)> {
        let like = self.spellings.iter().zip(&self.words).enumerate();
        like.filter(move |(_, (one, _))| **one == spelling).map(|(index, (_, word))| (index, *word))
    }
}

/// A [`WordList`] with a value for each word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordMap<T, const N: usize> {
    /// The words.
    pub list: WordList<N>,
    /// The value of each word, in the same order.
    pub values: [T; N],
}

impl<T: Copy, const N: usize> WordMap<T, N> {
    /// Makes a map of at least one word with its value.
    pub const fn of(rows: [(&'static str, T); N]) -> Self {
        let (mut words, mut values) = ([""; N], [rows[0].1; N]);
        let mut index = 0;
        while index < N {
            (words[index], values[index]) = rows[index];
            index += 1;
        }
        Self { list: WordList::of(words), values }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: WordList<3> = WordList::of(["on", "although", "altruism"]);

    #[test]
    fn words_are_told_by_their_spellings() {
        let spelt = |word: &str| LIST.spelt(Spelling::of(word.as_bytes())).collect::<Vec<_>>();
        assert_eq!(spelt("ON"), [(0, "on")]);
        assert_eq!(spelt("altruist"), [(2, "altruism")], "the eighth letter is for the reader of the text to tell");
        assert!(spelt("of").is_empty());
        assert!(LIST.has(Spelling::of(b"Although")) && !LIST.has(Spelling::of(b"though")));
    }
}
