//! What was found out about tokens, so that no rule works it out again.

use std::sync::atomic::{AtomicU8, Ordering};

/// A small number for each token of a document, remembered for other rules.
///
/// The numbers are atomic since rules share the document, perhaps on several threads; two that
/// compute a number at once get the same.
#[derive(Debug, Default)]
pub struct Memo(Vec<AtomicU8>);

impl Memo {
    /// Forgets everything and makes room for `tokens` numbers.
    pub fn clear(&mut self, tokens: usize) {
        self.0.clear();
        self.0.resize_with(tokens, AtomicU8::default);
    }

    /// The number of token `at`, which must be below 255: the one remembered, else the one that
    /// `find` computes, which must depend only on the document and the token. Nothing is remembered
    /// beyond the last token.
    #[inline]
    pub fn number(&self, at: usize, find: impl FnOnce() -> u8) -> u8 {
        let Some(place) = self.0.get(at) else { return find() };
        match place.load(Ordering::Relaxed) {
            0 => {
                let found = find();
                place.store(found + 1, Ordering::Relaxed);
                found
            }
            known => known - 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_once_is_remembered_until_it_is_cleared() {
        let mut memo = Memo::default();
        memo.clear(2);
        assert_eq!([memo.number(1, || 7), memo.number(1, || 8), memo.number(0, || 0)], [7, 7, 0]);
        assert_eq!(memo.number(0, || 9), 0, "nought is remembered too");
        memo.clear(3);
        assert_eq!([memo.number(1, || 8), memo.number(2, || 9)], [8, 9], "nothing is left of the document before");
    }

    #[test]
    fn beyond_the_last_token_each_asks_for_itself() {
        let mut memo = Memo::default();
        memo.clear(1);
        assert_eq!([memo.number(1, || 3), memo.number(1, || 4)], [3, 4]);
    }
}
