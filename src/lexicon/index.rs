//! Words of the lexicon in a hash table laid out for the processor's cache. Every token of every article is looked up
//! here, and other work evicts the table between articles. One entry has everything to compare for a word of up to
//! fifteen letters and everything known about it, so that most words cost one memory access.

use crate::types::{FirstBytes, Spelling, Tags, WordId};

/// Bytes of a word in an entry: those of its spelling and eight more.
const HELD: usize = Spelling::HELD + 8;

/// Words with their ids and tags, immutable.
#[derive(Debug, Default)]
pub struct Index {
    /// A power of two in number; a word is at the place given by its letters, or at the first free one after.
    entries: Vec<Entry>,
    /// Each word, by its id.
    words: Vec<&'static str>,
}

/// Two entries fill one cache line.
#[derive(Debug, Clone, Copy)]
#[repr(align(32))]
struct Entry {
    key: Key,
    tags: Tags,
    /// `WordId::NONE` if the place is free.
    id: WordId,
}

/// The first fifteen bytes of a word in lower case, and its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The length, up to 255, and seven bytes.
    spelling: Spelling,
    rest: u64,
}

impl Key {
    /// The key of a word in lower case.
    pub fn of(word: &str) -> Self {
        Self::of_first(FirstBytes::of(word.as_bytes(), 0, word.len()).bytes(), word.len())
    }

    /// The key of a word of `length` bytes, given its first sixteen in lower case, with zeros after the end of a
    /// shorter one.
    #[inline]
    pub fn of_first(first: [u8; FirstBytes::COUNT], length: usize) -> Self {
        let whole = u128::from_le_bytes(first);
        let spelling = Spelling::of_lower((whole as u64).to_le_bytes(), length.min(255));
        Self { spelling, rest: (whole >> (8 * Spelling::HELD)) as u64 }
    }

    /// Whether it has all of the word.
    #[inline]
    pub fn is_whole(self) -> bool {
        self.spelling.length() <= HELD
    }

    /// Its spelling.
    #[inline]
    pub fn spelling(self) -> Spelling {
        self.spelling
    }

    /// After multiplication by 2⁶⁴ over the golden ratio, the highest bits depend on every letter.
    #[inline]
    fn place(self, places: usize) -> usize {
        const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
        let mixed = (self.spelling.number() ^ self.rest.wrapping_mul(GOLDEN).rotate_left(29)).wrapping_mul(GOLDEN);
        (mixed >> 32) as usize & (places - 1)
    }
}

impl Index {
    /// An index of all words in the order of their ids, with their tags.
    pub(super) fn new(words: Vec<&'static str>, tags: &[Tags]) -> Self {
        let free = Entry { key: Key::of(""), tags: Tags::NONE, id: WordId::NONE };
        let mut entries = vec![free; (words.len() * 2).next_power_of_two()];
        for ((word, &tags), id) in words.iter().zip(tags).zip(0..) {
            let key = Key::of(word);
            let mut at = key.place(entries.len());
            while entries[at].id != WordId::NONE {
                at = (at + 1) & (entries.len() - 1);
            }
            entries[at] = Entry { key, tags, id: WordId(id) };
        }
        Self { entries, words }
    }

    /// The id and tags of a word in lower case; no id and no tags if it is unknown.
    pub fn get(&self, word: &str) -> (WordId, Tags) {
        let key = Key::of(word);
        self.find(key, |id| key.is_whole() || self.words[id.0 as usize] == word)
    }

    /// Like [`Index::get`], for a word that its key has in full.
    #[inline]
    pub fn get_whole(&self, key: Key) -> (WordId, Tags) {
        debug_assert!(key.is_whole(), "the key holds only the beginning of the word");
        self.find(key, |_| true)
    }

    /// The entry with the key, if the rest of the word is the same too.
    #[inline]
    fn find(&self, key: Key, same_rest: impl Fn(WordId) -> bool) -> (WordId, Tags) {
        let mut at = key.place(self.entries.len());
        loop {
            let entry = &self.entries[at];
            if entry.id == WordId::NONE {
                return (WordId::NONE, Tags::NONE);
            }
            if entry.key == key && same_rest(entry.id) {
                return (entry.id, entry.tags);
            }
            at = (at + 1) & (self.entries.len() - 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_any_length_are_found_and_no_others() {
        let words = vec!["a", "seventh", "eighthly", "fifteen letters", "sixteen letters!", "sixteen letters?"];
        let tags: Vec<Tags> = (0..words.len()).map(|bit| Tags(1 << bit)).collect();
        let index = Index::new(words.clone(), &tags);
        let get = |word: &str| {
            let found = index.get(word);
            let key = Key::of(word);
            assert!(!key.is_whole() || index.get_whole(key) == found, "{word}");
            found
        };
        for ((word, &tags), id) in words.iter().zip(&tags).zip(0..) {
            assert_eq!(get(word), (WordId(id), tags), "{word}");
        }
        for word in ["", "b", "sevent", "eighthle", "fifteen letterz", "sixteen letters", "sixteen letters."] {
            assert_eq!(get(word), (WordId::NONE, Tags::NONE), "{word}");
        }
    }

    #[test]
    fn an_entry_is_half_a_line_of_the_cache() {
        assert_eq!(size_of::<Entry>(), 32);
    }
}
