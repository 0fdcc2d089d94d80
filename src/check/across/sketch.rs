//! The smallest hashes of five words in a row (MinHash), kept from a text for finding copies.

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use crate::{
    check::packed,
    types::{BlockKind, Document, TokenKind},
};

/// The number of smallest hashes kept; each run of words falls into one bucket (one-permutation hashing).
const BUCKETS: usize = 64;
/// Buckets in a row that two texts must share to be compared at all.
const BAND: usize = 4;
/// Words in a run.
const RUN: usize = 5;
/// An odd number with evenly spread bits (from the golden ratio), and its power for the word that leaves the run.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
const LAST: u64 = FACTOR.wrapping_pow(RUN as u32);
/// An empty bucket.
const EMPTY: u32 = u32::MAX;

/// The smallest hash of every bucket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sketch(#[serde(with = "packed::hashes")] Box<[u32]>);

impl Default for Sketch {
    fn default() -> Self {
        Self([EMPTY; BUCKETS].into())
    }
}

impl Sketch {
    /// The sketch of the words of an article, without boilerplate.
    pub fn new(document: &Document) -> Self {
        let kept = |kind| !matches!(kind, BlockKind::Boilerplate | BlockKind::Dateline | BlockKind::Byline);
        let mut rolling = Rolling::default();
        for block in document.blocks.iter().filter(|block| kept(block.kind)) {
            for token in &document.tokens[block.tokens.start as usize..block.tokens.end as usize] {
                if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                    rolling.add(token.spelling.number());
                }
            }
        }
        rolling.sketch()
    }

    /// Gives each empty bucket the hash of the next filled one, changed by the distance, so that short texts can be
    /// compared too (rotation densification).
    fn fill(&mut self) {
        let Some(first) = self.0.iter().position(|hash| *hash != EMPTY) else { return };
        let (mut next, mut distance) = (self.0[first], 0u32);
        for step in 1..=BUCKETS {
            let bucket = (first + BUCKETS - step) % BUCKETS;
            if self.0[bucket] == EMPTY {
                distance += 1;
                self.0[bucket] = next.wrapping_add(distance.wrapping_mul(0x9E37_79B9)) & (EMPTY - 1);
            } else {
                (next, distance) = (self.0[bucket], 0);
            }
        }
    }

    /// Estimated share of all runs of either text that both have (Jaccard), 0 to 1.
    pub fn likeness(&self, other: &Self) -> f32 {
        let buckets = || self.0.iter().zip(other.0.iter());
        let filled = buckets().filter(|(one, other)| **one != EMPTY || **other != EMPTY).count();
        let same = buckets().filter(|(one, other)| one == other && **one != EMPTY).count();
        if filled == 0 { 0.0 } else { same as f32 / filled as f32 }
    }

    /// Keys, of which two similar texts are likely to share at least one.
    pub fn keys(&self) -> impl Iterator<Item = u64> {
        let bands = self.0.chunks_exact(BAND).enumerate();
        let filled = bands.filter(|(_, band)| band.iter().all(|hash| *hash != EMPTY));
        filled.map(|(index, band)| {
            let mut bytes = [0u8; (BAND + 1) * 4];
            for (to, hash) in bytes.chunks_exact_mut(4).zip(band.iter().chain([&(index as u32)])) {
                to.copy_from_slice(&hash.to_le_bytes());
            }
            xxh3_64(&bytes)
        })
    }
}

/// A sketch under construction. A run is the sum of its words, each times a power of a factor, so that the next is
/// found by adding the new word and removing the oldest (Rabin and Karp's rolling hash).
struct Rolling {
    buckets: [u32; BUCKETS],
    run: [u64; RUN],
    /// The index in the run for the next word.
    next: usize,
    sum: u64,
    /// Words that the first run still lacks.
    lacking: usize,
}

impl Default for Rolling {
    fn default() -> Self {
        Self { buckets: [EMPTY; BUCKETS], run: [0; RUN], next: 0, sum: 0, lacking: RUN }
    }
}

impl Rolling {
    /// Adds a word as a number.
    fn add(&mut self, word: u64) {
        let gone = std::mem::replace(&mut self.run[self.next], word);
        self.next = if self.next + 1 == RUN { 0 } else { self.next + 1 };
        self.sum = self.sum.wrapping_mul(FACTOR).wrapping_add(word).wrapping_sub(gone.wrapping_mul(LAST));
        self.lacking = self.lacking.saturating_sub(1);
        if self.lacking == 0 {
            let hash = mixed(self.sum);
            let bucket = &mut self.buckets[(hash >> 58) as usize];
            *bucket = (*bucket).min(hash as u32 & (EMPTY - 1));
        }
    }

    fn sketch(self) -> Sketch {
        let mut sketch = Sketch(self.buckets.into());
        sketch.fill();
        sketch
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
    use super::*;

    fn sketch(words: impl Iterator<Item = u64>) -> Sketch {
        let mut rolling = Rolling::default();
        words.for_each(|word| rolling.add(word));
        rolling.sketch()
    }

    #[test]
    fn copies_are_alike_and_other_texts_are_not() {
        let text = sketch(0..400);
        assert_eq!(text.likeness(&text), 1.0);
        let copy = sketch((0..400).map(|word| if word == 200 { 9999 } else { word }));
        assert!(text.likeness(&copy) > 0.8, "{}", text.likeness(&copy));
        assert!(text.keys().any(|key| copy.keys().any(|other| other == key)));
        assert!(text.likeness(&sketch(1000..1400)) < 0.1);
    }

    #[test]
    fn a_text_of_four_words_is_like_nothing() {
        let short = sketch(0..4);
        assert_eq!(short.likeness(&short), 0.0);
        assert_eq!(short.keys().count(), 0);
    }
}
