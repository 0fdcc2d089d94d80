//! Words as case-insensitive keys of a map.

use std::hash::{Hash, Hasher};

use super::alias::same_word;
use crate::{lexicon::folded, types::Spelling};

/// A word of a text: `Finch` and `FINCH` are one key, without a lower-case copy of ASCII words.
#[derive(Debug, Clone, Copy)]
pub struct Caseless<'a>(pub &'a str);

impl PartialEq for Caseless<'_> {
    fn eq(&self, other: &Self) -> bool {
        same_word(self.0, other.0)
    }
}

impl Eq for Caseless<'_> {}

impl Hash for Caseless<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let spelling = |word: &str| Spelling::of(word.as_bytes());
        let spelling = if self.0.is_ascii() { spelling(self.0) } else { spelling(&folded(self.0)) };
        state.write_u64(spelling.number());
    }
}

#[cfg(test)]
mod tests {
    use std::hash::BuildHasher;

    use rustc_hash::FxBuildHasher;

    use super::*;

    #[test]
    fn words_that_are_one_have_one_hash() {
        let hash = |word| FxBuildHasher.hash_one(Caseless(word));
        // The last pair has the kelvin sign, whose lower case is k.
        let pairs =
            [("Finch", "FINCH"), ("Éamon", "éAMON"), ("ΣΟΣ", "σος"), ("Kay", "\u{212A}ay"), ("O'Dale", "O’Dale")];
        for (one, other) in pairs {
            assert_eq!(Caseless(one), Caseless(other));
            assert_eq!(hash(one), hash(other), "{one} {other}");
        }
        for (one, other) in [("Finch", "Finche"), ("Finchley", "Finchlea"), ("Éamon", "Eamon"), ("", "F")] {
            assert_ne!(Caseless(one), Caseless(other));
        }
    }
}
