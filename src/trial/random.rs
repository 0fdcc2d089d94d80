//! Pseudo-random numbers from a seed and some words (SplitMix64).

use xxhash_rust::xxh3::Xxh3;

/// A sequence of numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Random(u64);

impl Random {
    /// The sequence for a seed and the words that name its purpose.
    pub fn new(seed: u64, words: &[&str]) -> Self {
        let mut hasher = Xxh3::with_seed(seed);
        for word in words {
            hasher.update(word.as_bytes());
            hasher.update(&[0]);
        }
        Self(hasher.digest())
    }

    /// The start value of the sequence.
    pub fn first(&self) -> u64 {
        self.0
    }

    /// The next number below `end`; zero if `end` is zero.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }

    /// A random element of the slice.
    pub fn one_of<'a, T>(&mut self, things: &'a [T]) -> Option<&'a T> {
        things.get(self.below(things.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_always_draws_the_same() {
        let draw = |seed: u64, word: &str| {
            let mut random = Random::new(seed, &[word]);
            (0..8).map(|_| random.below(100)).collect::<Vec<_>>()
        };
        assert_eq!(draw(1, "mill"), draw(1, "mill"));
        assert_ne!(draw(1, "mill"), draw(2, "mill"));
        assert_ne!(draw(1, "mill"), draw(1, "barn"));
        assert_eq!(Random::new(1, &[]).one_of::<u8>(&[]), None);
    }
}
