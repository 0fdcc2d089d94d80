//! The smallest hashes of five words in a row (MinHash), kept from a text for finding copies.

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::runs::Runs;
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

/// A sketch in the making.
struct Rolling {
    buckets: [u32; BUCKETS],
    runs: Runs<RUN>,
}

impl Default for Rolling {
    fn default() -> Self {
        Self { buckets: [EMPTY; BUCKETS], runs: Runs::default() }
    }
}

impl Rolling {
    /// Adds a word as a number.
    fn add(&mut self, word: u64) {
        if let Some(hash) = self.runs.add(word) {
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
