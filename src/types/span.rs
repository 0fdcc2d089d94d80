//! A range of bytes in an article's text, the coordinates that the whole library uses.

use std::ops::Range;

/// A range of bytes in [`Article::text`](super::Article::text), with both ends on character
/// boundaries.
///
/// Records and evidence have code points of one field instead; [`Places`](super::Places) converts
/// spans to these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The first byte after the range; never less than `start`.
    pub end: u32,
}

impl Span {
    /// The span of the bytes `start..end`.
    ///
    /// # Panics
    ///
    /// In debug builds, if it ends before it starts or beyond 4 GiB; release builds cut the numbers
    /// to 32 bits.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span ends before it starts: {start}..{end}");
        debug_assert!(u32::try_from(end).is_ok(), "a span ends beyond 4 GiB: {end}");
        Self { start: start as u32, end: end as u32 }
    }

    /// Number of bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span is empty.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The bytes as a range, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The part of `text` that the span covers.
    ///
    /// # Panics
    ///
    /// If the span is of another text, in which it ends beyond the end or inside a character.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Whether `other` is entirely inside this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that contains both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}
