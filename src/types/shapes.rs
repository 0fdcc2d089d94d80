//! Lengths and first letters of a list of words, which quickly rule out most words that are not in
//! it.

/// A bit for the first letter of each word, in the row of the word's length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shapes([u32; ROWS]);

/// Number of rows; longer words share the last one.
const ROWS: usize = 16;

impl Shapes {
    /// The shapes of no word.
    pub const NONE: Shapes = Shapes([0; ROWS]);

    /// The shapes of all words of a list, none of which may be empty.
    pub const fn of(words: &[&str]) -> Self {
        let mut shapes = Self::NONE;
        let mut index = 0;
        while index < words.len() {
            shapes = shapes.with(words[index]);
            index += 1;
        }
        shapes
    }

    /// Adds the shape of a word, which must not be empty.
    pub const fn with(mut self, word: &str) -> Self {
        self.0[row(word.len())] |= bit(word.as_bytes()[0]);
        self
    }

    /// Whether a word of this length in bytes and with this first byte can be in the list, ignoring
    /// ASCII case.
    #[inline]
    pub fn has(&self, length: usize, first: u8) -> bool {
        self.0[row(length)] & bit(first) != 0
    }
}

const fn row(length: usize) -> usize {
    if length < ROWS { length } else { ROWS - 1 }
}

/// The bit of a first letter; the case of an ASCII letter is above the five bits that count.
const fn bit(first: u8) -> u32 {
    1 << (first & 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_list_pass_in_any_case_and_most_others_do_not() {
        let shapes = Shapes::of(&["over", "≥", "notwithstanding that"]);
        assert!(shapes.has(4, b'o') && shapes.has(4, b'O'));
        assert!(shapes.has("≥".len(), "≥".as_bytes()[0]));
        assert!(shapes.has("notwithstanding that".len(), b'n'));
        assert!(!shapes.has(4, b'u') && !shapes.has(5, b'o') && !shapes.has(0, b'o'));
    }
}
