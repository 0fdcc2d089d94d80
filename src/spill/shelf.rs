//! Items by number, in memory or in a file.

use std::{
    cell::{Cell, OnceCell, RefCell},
    ops::Index,
    sync::Arc,
};

use serde::de::DeserializeOwned;

use super::{Extent, Records, Scratch, Sorter, unpacked};

/// Items by number. An item of a file is in memory from its first access until [`Shelf::clear`].
#[derive(Debug)]
pub struct Shelf<T> {
    cells: Vec<OnceCell<Box<T>>>,
    file: Option<Filed>,
}

#[derive(Debug)]
struct Filed {
    records: Arc<Records>,
    /// The place of each item.
    extents: Vec<Extent>,
    /// The items in memory.
    loaded: RefCell<Vec<usize>>,
    /// Packed bytes of those.
    bytes: Cell<usize>,
    scratch: Scratch,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self::of(Vec::new())
    }
}

impl<T> Shelf<T> {
    /// Items in memory.
    pub fn of(things: Vec<T>) -> Self {
        Self { cells: things.into_iter().map(|thing| OnceCell::from(Box::new(thing))).collect(), file: None }
    }

    /// Packed items in a file.
    pub fn in_file(records: &Arc<Records>, extents: Vec<Extent>, scratch: &Scratch) -> Self {
        let cells = extents.iter().map(|_| OnceCell::new()).collect();
        let filed = Filed {
            records: Arc::clone(records),
            extents,
            loaded: RefCell::default(),
            bytes: Cell::default(),
            scratch: scratch.clone(),
        };
        Self { cells, file: Some(filed) }
    }

    /// The number of items.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there are no items.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Drops from memory everything that is also in the file.
    pub fn clear(&mut self) {
        if let Some(filed) = &self.file {
            filed.loaded.take().into_iter().for_each(|index| drop(self.cells[index].take()));
            filed.bytes.set(0);
        }
    }

    /// Packed bytes of the items of a file that are in memory.
    pub fn loaded(&self) -> usize {
        self.file.as_ref().map_or(0, |filed| filed.bytes.get())
    }
}

impl<T: DeserializeOwned + Default> Shelf<T> {
    /// Calls `look` with an item, without keeping it in memory.
    pub fn look<R>(&self, index: usize, look: impl FnOnce(&T) -> R) -> R {
        self.look_first(index, |thing| thing, look)
    }

    /// Like [`Shelf::look`], for the first field of an item, so that only this field is unpacked.
    pub fn look_first<F: DeserializeOwned + Default, R>(
        &self,
        index: usize,
        first: impl FnOnce(&T) -> &F,
        look: impl FnOnce(&F) -> R,
    ) -> R {
        match (self.cells[index].get(), &self.file) {
            (Some(thing), _) => look(first(thing)),
            (None, Some(filed)) => look(&filed.read(index)),
            (None, None) => look(&F::default()),
        }
    }

    /// Sorts the items, stably, by a key taken from their first field. If the scratch fails, the shelf is empty
    /// afterwards.
    pub fn sort_by<F: DeserializeOwned + Default, K: super::Item>(
        &mut self,
        scratch: &Scratch,
        first: impl Fn(&T) -> &F,
        key: impl Fn(&F) -> K,
    ) {
        self.clear();
        let mut keys = Sorter::new(scratch);
        keys.extend((0..self.len()).map(|index| (self.look_first(index, &first, &key), index as u32)));
        let order: Vec<u32> = keys.sorted().iter().map(|(_, index)| index).collect();
        if scratch.has_failed() {
            *self = Self::default();
        } else if let Some(filed) = &mut self.file {
            filed.extents = order.iter().map(|&index| filed.extents[index as usize]).collect();
        } else {
            self.cells = order.iter().map(|&index| std::mem::take(&mut self.cells[index as usize])).collect();
        }
    }
}

impl<T: DeserializeOwned + Default> Index<usize> for Shelf<T> {
    type Output = T;

    fn index(&self, index: usize) -> &T {
        self.cells[index].get_or_init(|| {
            let thing = self.file.as_ref().map(|filed| {
                filed.loaded.borrow_mut().push(index);
                filed.bytes.set(filed.bytes.get() + filed.extents[index].len as usize);
                filed.read(index)
            });
            Box::new(thing.unwrap_or_default())
        })
    }
}

impl Filed {
    /// An item, or its first field.
    fn read<T: DeserializeOwned + Default>(&self, index: usize) -> T {
        let thing = self.records.read(self.extents[index]).and_then(|bytes| unpacked(&bytes));
        self.scratch.noted(thing).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spill::{Filling, packed};

    fn filed(things: &[String], scratch: &Scratch) -> Shelf<String> {
        let mut filling = Filling::new(scratch);
        things.iter().for_each(|thing| filling.push(&packed(thing)));
        filling.shelf()
    }

    #[test]
    fn a_shelf_in_a_file_is_like_one_in_memory() {
        let folder = tempfile::tempdir().unwrap();
        let scratch = Scratch::holding(folder.path(), 0);
        let things: Vec<String> = (0..100u32).map(|at| format!("thing {}", at * 37 % 50)).collect();
        for mut shelf in [Shelf::of(things.clone()), filed(&things, &scratch)] {
            shelf.sort_by(&scratch, |thing| thing, String::clone);
            let mut expected = things.clone();
            expected.sort();
            for round in 0..2 {
                assert!((0..shelf.len()).all(|index| shelf[index] == expected[index]), "round {round}");
                assert_eq!(shelf.look(3, String::len), expected[3].len());
                assert_eq!(shelf.loaded() > 0, shelf.file.is_some());
                shelf.clear();
                assert_eq!(shelf.loaded(), 0);
            }
        }
        assert!(scratch.failure().is_none());
    }

    #[test]
    fn what_cannot_be_read_is_remembered() {
        let scratch = Scratch::in_memory();
        let records = Arc::new(Records::new(tempfile::tempfile().unwrap()));
        let shelf: Shelf<String> = Shelf::in_file(&records, vec![Extent { start: 9, len: 9 }], &scratch);
        assert_eq!(shelf[0], "");
        assert!(scratch.failure().is_some());
    }
}
