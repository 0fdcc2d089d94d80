//! The data of one table about words, found by index instead of by hash, as rules ask about most tokens.

use crate::types::WordId;

/// Rows of a table by the word they are about.
///
/// Words of small tables are read first, so that their ids, and with them the index, are small.
#[derive(Debug)]
pub struct Table<T> {
    /// For each word up to the last of the table: 0, or one more than the index of its row.
    places: Vec<u16>,
    rows: Vec<T>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { places: Vec::new(), rows: Vec::new() }
    }
}

impl<T> Table<T> {
    /// The row of a word.
    #[inline]
    pub fn get(&self, word: WordId) -> Option<&T> {
        let place = *self.places.get(word.0 as usize)?;
        self.rows.get(usize::from(place).wrapping_sub(1))
    }

    /// Sets the row of a word.
    pub(super) fn insert(&mut self, word: WordId, row: T) {
        match self.places.get(word.0 as usize) {
            Some(&place) if place > 0 => self.rows[usize::from(place) - 1] = row,
            _ => _ = self.place_or(word, || row),
        }
    }

    /// The row of a word, made if there is none.
    pub(super) fn row_or(&mut self, word: WordId, make: impl FnOnce() -> T) -> &mut T {
        let at = self.place_or(word, make);
        &mut self.rows[at]
    }

    /// Every row.
    pub fn rows(&self) -> &[T] {
        &self.rows
    }

    /// Every row.
    pub(super) fn rows_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.rows.iter_mut()
    }

    fn place_or(&mut self, word: WordId, make: impl FnOnce() -> T) -> usize {
        let index = word.0 as usize;
        if self.places.len() <= index {
            self.places.resize(index + 1, 0);
        }
        if self.places[index] == 0 {
            self.rows.push(make());
            self.places[index] = u16::try_from(self.rows.len()).expect("a table has fewer than 65536 rows");
        }
        usize::from(self.places[index]) - 1
    }
}

impl<T> Table<Vec<T>> {
    /// Adds a row under its first word.
    pub(super) fn push(&mut self, word: WordId, row: T) {
        self.row_or(word, Vec::new).push(row);
    }

    /// Every row under a word, perhaps none.
    #[inline]
    pub fn all(&self, word: WordId) -> &[T] {
        self.get(word).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_their_word_and_others_are_not() {
        let mut table = Table::default();
        table.insert(WordId(3), "three");
        table.insert(WordId(1), "one");
        table.insert(WordId(3), "three again");
        let found = [0, 1, 2, 3, 4].map(|word| table.get(WordId(word)).copied());
        assert_eq!(found, [None, Some("one"), None, Some("three again"), None]);
        assert_eq!(table.get(WordId::NONE), None);
    }

    #[test]
    fn several_rows_stand_under_one_word() {
        let mut table = Table::default();
        table.push(WordId(2), "metre");
        table.push(WordId(2), "million");
        assert_eq!(table.all(WordId(2)), ["metre", "million"]);
        assert!(table.all(WordId(0)).is_empty());
    }
}
