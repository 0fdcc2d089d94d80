//! A stretch of an article's text, the one coordinate system of the program.

use std::ops::Range;

/// A stretch of `Article::text`: bytes, half open, both ends on character boundaries.
///
/// Spans are turned into a reader's coordinates (code points of one field) only in `write`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// First byte after the stretch; never below `start`.
    pub end: u32,
}

impl Span {
    /// The span of the bytes `start..end`.
    ///
    /// # Panics
    ///
    /// In debug builds, where it ends before it starts or beyond 4 GiB; release builds cut the numbers to 32 bits.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span ends before it starts: {start}..{end}");
        debug_assert!(u32::try_from(end).is_ok(), "a span ends beyond 4 GiB: {end}");
        Self { start: start as u32, end: end as u32 }
    }

    /// Number of bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The bytes as a range, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words of the span in the text it was made for.
    ///
    /// # Panics
    ///
    /// Where it is a span of another text that is shorter, or has no whole letters there.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}
