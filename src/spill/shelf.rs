//! Things by number, in memory or in a file.

use std::{
    cell::{Cell, OnceCell, RefCell},
    ops::Index,
    sync::Arc,
};

use serde::de::DeserializeOwned;

use super::{Extent, Records, Scratch, Sorter, unpacked};

/// Things by number. Of those in a file some are in memory: each from the first time it is asked for until
/// [`Shelf::clear`].
#[derive(Debug)]
pub struct Shelf<T> {
    cells: Vec<OnceCell<Box<T>>>,
    file: Option<Filed>,
}

#[derive(Debug)]
struct Filed {
    records: Arc<Records>,
    /// Where each stands.
    extents: Vec<Extent>,
    /// Which are in memory.
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
    /// Things in memory.
    pub fn of(things: Vec<T>) -> Self {
        Self { cells: things.into_iter().map(|thing| OnceCell::from(Box::new(thing))).collect(), file: None }
    }

    /// Things in a file, packed.
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

    /// How many there are.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there is none.
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

    /// Packed bytes of the things of a file that are in memory.
    pub fn loaded(&self) -> usize {
        self.file.as_ref().map_or(0, |filed| filed.bytes.get())
    }
}

impl<T: DeserializeOwned + Default> Shelf<T> {
    /// Lets `look` at a thing, which is not kept in memory for that.
    pub fn look<R>(&self, index: usize, look: impl FnOnce(&T) -> R) -> R {
        self.look_first(index, |thing| thing, look)
    }

    /// As [`Shelf::look`] at the first field of a thing, which is all that is unpacked.
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

    /// Puts things in the order of a key, which their first field tells; those of one key stay as they are. Where
    /// the scratch fails, nothing is left on the shelf.
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
    /// A thing, or what stands first in it.
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
