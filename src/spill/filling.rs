//! A shelf under construction.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    marker::PhantomData,
    sync::Arc,
};

use serde::de::DeserializeOwned;

use super::{Extent, Records, Scratch, Shelf, unpacked};

/// Takes packed items one after another; once they exceed the memory limit of the scratch, they go to a file.
#[derive(Debug)]
pub struct Filling<T> {
    scratch: Scratch,
    /// The items not yet in the file.
    held: Vec<u8>,
    file: Option<BufWriter<File>>,
    extents: Vec<Extent>,
    things: PhantomData<T>,
}

impl<T: DeserializeOwned + Default> Filling<T> {
    /// An empty filling.
    pub fn new(scratch: &Scratch) -> Self {
        Self { scratch: scratch.clone(), held: Vec::new(), file: None, extents: Vec::new(), things: PhantomData }
    }

    /// Adds an item encoded by [`packed`](super::packed), which any thread may call. Ignored once the scratch has
    /// failed.
    pub fn push(&mut self, packed: &[u8]) {
        if self.scratch.has_failed() {
            return;
        }
        let start = self.extents.last().map_or(0, |last| last.start + u64::from(last.len));
        self.extents.push(Extent { start, len: packed.len() as u32 });
        self.held.extend_from_slice(packed);
        if self.held.len() > self.scratch.0.held {
            let written = self.write();
            self.scratch.noted(written);
        }
    }

    /// All items by number, in order of arrival; none if the scratch has failed.
    pub fn shelf(mut self) -> Shelf<T> {
        if self.scratch.has_failed() {
            return Shelf::default();
        }
        if self.file.is_none() {
            let bytes = |at: &Extent| &self.held[at.start as usize..][..at.len as usize];
            let things = self.extents.iter().map(|at| unpacked(bytes(at))).collect();
            return Shelf::of(self.scratch.noted(things).unwrap_or_default());
        }
        let records = self
            .write()
            .and_then(|()| self.file.take().ok_or(io::ErrorKind::NotFound)?.into_inner().map_err(Into::into));
        match self.scratch.noted(records) {
            Some(file) => Shelf::in_file(&Arc::new(Records::new(file)), self.extents, &self.scratch),
            None => Shelf::default(),
        }
    }

    /// Moves the items in memory to the file.
    fn write(&mut self) -> io::Result<()> {
        let file = match self.file.take() {
            Some(file) => file,
            None => BufWriter::new(self.scratch.file()?),
        };
        self.file.insert(file).write_all(&self.held)?;
        self.held.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::spill::packed;

    fn filled(things: &[String], scratch: &Scratch) -> Shelf<String> {
        let mut filling = Filling::new(scratch);
        things.iter().for_each(|thing| filling.push(&packed(thing)));
        filling.shelf()
    }

    #[test]
    fn things_come_back_in_their_order_from_memory_and_from_a_file() {
        let things: Vec<String> = (0..100).map(|at| format!("thing {at}")).collect();
        let folder = tempfile::tempdir().unwrap();
        for scratch in [Scratch::in_memory(), Scratch::holding(folder.path(), 99), Scratch::holding(folder.path(), 0)] {
            let shelf = filled(&things, &scratch);
            assert!((0..shelf.len()).all(|index| shelf[index] == things[index]));
            assert_eq!(shelf.len(), things.len());
            assert_eq!(shelf.loaded() > 0, scratch.0.folder.is_some(), "only what is in a file has to be loaded");
            assert!(scratch.failure().is_none());
        }
        assert!(filled(&[], &Scratch::in_memory()).is_empty());
    }

    #[test]
    fn a_folder_that_cannot_be_written_to_is_remembered() {
        let scratch = Scratch::holding(Path::new("no such folder"), 4);
        filled(&["something".to_owned()], &scratch);
        assert!(scratch.failure().is_some());
    }
}
