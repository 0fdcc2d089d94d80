//! The spelling of a token in one number, so that short words are compared as numbers.

/// The first seven bytes of a word in ASCII lower case, and its length.
///
/// Words of at most [`Spelling::HELD`] bytes with the same spelling are equal except for ASCII
/// case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Spelling(u64);

impl Spelling {
    /// Number of bytes of a word that are stored.
    pub const HELD: usize = 7;

    /// The spelling of a word; that of a literal is computed at compile time.
    #[inline(always)]
    pub const fn of(word: &[u8]) -> Self {
        let mut packed = if word.len() < 255 { word.len() as u64 } else { 255 };
        let mut at = 0;
        while at < Self::HELD && at < word.len() {
            packed |= (word[at].to_ascii_lowercase() as u64) << (8 * (at + 1));
            at += 1;
        }
        Self(packed)
    }

    /// Whether the word has this length in bytes, which is compared first if it is not known at
    /// compile time.
    #[inline(always)]
    pub const fn has_length(self, length: usize) -> bool {
        self.0 as u8 as usize == if length < 255 { length } else { 255 }
    }

    /// Length of the word in bytes, up to 255.
    #[inline(always)]
    pub const fn length(self) -> usize {
        self.0 as u8 as usize
    }

    /// The first byte of the word, in lower case; zero if it is empty.
    #[inline(always)]
    pub const fn first(self) -> u8 {
        (self.0 >> 8) as u8
    }

    /// The second byte of the word, in lower case; zero if it is shorter.
    #[inline(always)]
    pub const fn second(self) -> u8 {
        (self.0 >> 16) as u8
    }

    /// The spelling as a number, for keys made of several words.
    #[inline(always)]
    pub const fn number(self) -> u64 {
        self.0
    }

    /// One of 64 bits, by a hash of the spelling: words with different bits differ.
    #[inline]
    pub const fn bit(self) -> u64 {
        1 << (self.0.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 58)
    }

    /// Like [`Spelling::of`], for a word of `length` bytes, at most 254, whose first eight are
    /// given in lower case, with zeros after the end of a shorter one.
    #[inline]
    pub const fn of_lower(first: [u8; 8], length: usize) -> Self {
        Self(u64::from_le_bytes(first) << 8 | length as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_alike_but_for_case_are_spelt_alike() {
        assert_eq!(Spelling::of(b"The"), Spelling::of(b"the"));
        assert_ne!(Spelling::of(b"the"), Spelling::of(b"then"));
        assert_ne!(Spelling::of(b"former"), Spelling::of(b"farmer"));
        assert_eq!(Spelling::of(b"previous"), Spelling::of(b"previouX"), "the eighth byte is not held");
    }

    #[test]
    fn both_ways_to_make_one_agree() {
        assert_eq!(Spelling::of_lower(*b"of\0\0\0\0\0\0", 2), Spelling::of(b"OF"));
        assert_eq!(Spelling::of_lower(*b"previous", 8), Spelling::of(b"Previous"));
    }
}
