//! The first sixteen bytes of a word in one number, so that all its letters are examined at once.

/// The lowest bit of each byte.
const ONES: u128 = u128::from_le_bytes([1; 16]);

/// The highest bit of each byte, which is zero in ASCII.
const HIGHEST: u128 = ONES << 7;

/// The first bytes of a word, with zeros after the end of a shorter one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FirstBytes(u128);

impl FirstBytes {
    /// Number of bytes that are stored.
    pub const COUNT: usize = 16;

    /// The first bytes of `text[start..end]`.
    #[inline]
    pub fn of(text: &[u8], start: usize, end: usize) -> Self {
        let all = match text[start..].first_chunk() {
            Some(first) => u128::from_le_bytes(*first),
            // The word is at the end of the text.
            None => text[start..end].iter().rev().fold(0, |all, &byte| all << 8 | u128::from(byte)),
        };
        let length = end - start;
        Self(if length < Self::COUNT { all & ((1 << (8 * length)) - 1) } else { all })
    }

    /// The bytes as they are.
    #[inline]
    pub fn bytes(self) -> [u8; Self::COUNT] {
        self.0.to_le_bytes()
    }

    /// Whether all bytes are ASCII.
    #[inline]
    pub fn is_ascii(self) -> bool {
        self.0 & HIGHEST == 0
    }

    /// The bytes in lower case; all must be ASCII.
    #[inline]
    pub fn lower(self) -> [u8; Self::COUNT] {
        // A quarter of the highest bit is the bit that a small letter has and a capital has not.
        (self.0 | self.within(b'A', b'Z') >> 2).to_le_bytes()
    }

    /// Number of capitals, and of small letters; all bytes must be ASCII.
    #[inline]
    pub fn capitals_and_small(self) -> (u32, u32) {
        (self.within(b'A', b'Z').count_ones(), self.within(b'a', b'z').count_ones())
    }

    /// Whether there is a capital after the first letter, except where `McCoist` and `DeLay` have
    /// one; all bytes must be ASCII.
    #[inline]
    pub fn has_odd_capital(self) -> bool {
        // The first byte, the third and the fourth.
        const PLAIN: u128 = 0xffff_00ff;
        self.within(b'A', b'Z') & !PLAIN != 0
    }

    /// Sets the highest bit of each byte that is from `first` to `last`. A sum with a byte of ASCII
    /// does not overflow into the next byte.
    #[inline]
    fn within(self, first: u8, last: u8) -> u128 {
        let from = self.0 + ONES * u128::from(0x80 - first);
        let beyond = self.0 + ONES * u128::from(0x7f - last);
        from & !beyond & HIGHEST
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn bytes_together_are_as_one_by_one(word in "[ -~]{0,20}", behind in "[ -~é]{0,20}") {
            let text = format!("{word}{behind}");
            let first = FirstBytes::of(text.as_bytes(), 0, word.len());
            let mut bytes = [0; 16];
            let held = word.len().min(16);
            bytes[..held].copy_from_slice(&word.as_bytes()[..held]);
            let count = |is: fn(&u8) -> bool| bytes.iter().filter(|byte| is(byte)).count() as u32;
            prop_assert!(first.is_ascii());
            prop_assert_eq!(first.lower(), bytes.map(|byte| byte.to_ascii_lowercase()));
            let odd = (0..16).any(|at| bytes[at].is_ascii_uppercase() && ![0, 2, 3].contains(&at));
            prop_assert_eq!(first.has_odd_capital(), odd);
            prop_assert_eq!(first.capitals_and_small(), (count(u8::is_ascii_uppercase), count(u8::is_ascii_lowercase)));
        }
    }

    #[test]
    fn other_letters_are_told() {
        assert!(!FirstBytes::of("Zoë".as_bytes(), 0, 4).is_ascii());
        assert!(FirstBytes::of("Zo ë".as_bytes(), 0, 2).is_ascii(), "what stands behind the word is left out");
    }
}
