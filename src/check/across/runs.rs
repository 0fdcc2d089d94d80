//! Hashes of words in a row, each made from the one before it.

/// An odd number of which the bits are spread (the golden ratio's).
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// The last `N` words. Their hash is the sum of the words, each times a power of a factor, so that the next is found by
/// adding the new word and removing the oldest (Rabin and Karp's rolling hash).
pub struct Runs<const N: usize> {
    words: [u64; N],
    /// The index for the next word.
    next: usize,
    sum: u64,
    /// Words that the first run still lacks.
    lacking: usize,
}

impl<const N: usize> Default for Runs<N> {
    fn default() -> Self {
        Self { words: [0; N], next: 0, sum: 0, lacking: N }
    }
}

impl<const N: usize> Runs<N> {
    /// The factor of the oldest word when it is removed.
    const LAST: u64 = FACTOR.wrapping_pow(N as u32);

    /// Adds a word, as a number; the hash of the last `N` words, once there are so many.
    #[inline]
    pub fn add(&mut self, word: u64) -> Option<u64> {
        let gone = std::mem::replace(&mut self.words[self.next], word);
        self.next = if self.next + 1 == N { 0 } else { self.next + 1 };
        self.sum = self.sum.wrapping_mul(FACTOR).wrapping_add(word).wrapping_sub(gone.wrapping_mul(Self::LAST));
        self.lacking = self.lacking.saturating_sub(1);
        (self.lacking == 0).then(|| mixed(self.sum))
    }
}

/// A number whose every bit depends on every bit of the input (the finish of MurmurHash3).
fn mixed(mut number: u64) -> u64 {
    for factor in [0xFF51_AFD7_ED55_8CCD, 0xC4CE_B9FE_1A85_EC53] {
        number = (number ^ number >> 33).wrapping_mul(factor);
    }
    number ^ number >> 33
}

#[cfg(test)]
mod tests {
    use super::Runs;

    #[test]
    fn a_run_has_one_hash_wherever_it_stands() {
        let hashes = |words: &[u64]| -> Vec<u64> {
            let mut runs = Runs::<3>::default();
            words.iter().filter_map(|word| runs.add(*word)).collect()
        };
        let (one, other) = (hashes(&[1, 2, 3, 4]), hashes(&[9, 8, 7, 2, 3, 4]));
        assert_eq!((one.len(), other.len()), (2, 4));
        assert_eq!(one[1], other[3]);
        assert!(hashes(&[2, 1, 3])[0] != one[0] && hashes(&[1, 2]).is_empty());
    }
}
