//! Sorted items without duplicates, only some of which are in memory.

use std::{
    cmp::Reverse,
    collections::BinaryHeap,
    io::{self, Seek, Write},
    mem::size_of,
    sync::Arc,
    vec,
};

use serde::{Serialize, de::DeserializeOwned};

use super::{Extent, Records, Scratch};

/// Bytes of a run in memory while it is read.
const BLOCK: usize = 1 << 16;

/// What can be sorted: plain data without large heap parts.
pub trait Item: Ord + Clone + Serialize + DeserializeOwned {}

impl<T: Ord + Clone + Serialize + DeserializeOwned> Item for T {}

/// Takes items in any order.
#[derive(Debug)]
pub struct Sorter<T> {
    scratch: Scratch,
    held: Vec<T>,
    runs: Vec<Run>,
}

/// Sorted items without duplicates, which can be iterated any number of times.
#[derive(Debug)]
pub struct Sorted<T> {
    scratch: Scratch,
    /// All of them, if there are no runs.
    held: Vec<T>,
    runs: Vec<Run>,
}

/// Sorted items in a file, in blocks that are read whole.
#[derive(Debug, Clone)]
struct Run {
    records: Arc<Records>,
    blocks: Arc<[Extent]>,
}

impl<T: Item> Sorter<T> {
    /// An empty sorter.
    pub fn new(scratch: &Scratch) -> Self {
        Self { scratch: scratch.clone(), held: Vec::new(), runs: Vec::new() }
    }

    /// Adds an item.
    pub fn push(&mut self, item: T) {
        let most = (self.scratch.0.held / size_of::<T>().max(1)).max(1);
        if self.held.len() >= most {
            self.write_run();
        }
        if self.held.len() == self.held.capacity() {
            // A vector that doubles by itself would take up to twice the limit.
            self.held.reserve_exact(self.held.len().max(4).min(most - self.held.len()));
        }
        self.held.push(item);
    }

    /// All items, sorted and without duplicates.
    pub fn sorted(mut self) -> Sorted<T> {
        if self.runs.is_empty() {
            self.held.sort_unstable();
            self.held.dedup();
            self.held.shrink_to_fit();
        } else {
            self.write_run();
            self.held = Vec::new();
        }
        Sorted { scratch: self.scratch, held: self.held, runs: self.runs }
    }

    fn write_run(&mut self) {
        self.held.sort_unstable();
        self.held.dedup();
        let run = self.written();
        self.runs.extend(self.scratch.noted(run));
        self.held.clear();
    }

    fn written(&self) -> io::Result<Run> {
        let mut file = self.scratch.file()?;
        let (mut blocks, mut block, mut start) = (Vec::new(), Vec::new(), 0);
        let mut items = self.held.iter().peekable();
        while let Some(item) = items.next() {
            block = postcard::to_extend(item, block).map_err(io::Error::other)?;
            if block.len() >= BLOCK || items.peek().is_none() {
                file.write_all(&block)?;
                blocks.push(Extent { start, len: block.len() as u32 });
                start += block.len() as u64;
                block.clear();
            }
        }
        file.rewind()?;
        Ok(Run { records: Arc::new(Records::new(file)), blocks: blocks.into() })
    }
}

impl<T> Extend<T> for Sorter<T>
where
    T: Item,
{
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        items.into_iter().for_each(|item| self.push(item));
    }
}

impl<T: Item> Sorted<T> {
    /// The items in order. Unreadable ones are left out.
    pub fn iter(&self) -> impl Iterator<Item = T> + use<'_, T> {
        let mut merged = Merged {
            readers: self
                .runs
                .iter()
                .map(|run| Reader { run: run.clone(), next: 0, items: Vec::new().into_iter() })
                .collect(),
            scratch: self.scratch.clone(),
            heads: BinaryHeap::new(),
            last: None,
        };
        (0..self.runs.len()).for_each(|run| merged.refill(run));
        self.held.iter().cloned().chain(merged)
    }
}

/// The items of several runs in order, without duplicates.
struct Merged<T> {
    readers: Vec<Reader<T>>,
    scratch: Scratch,
    /// The next item of every run.
    heads: BinaryHeap<Reverse<(T, usize)>>,
    last: Option<T>,
}

struct Reader<T> {
    run: Run,
    /// Index of the next block.
    next: usize,
    items: vec::IntoIter<T>,
}

impl<T: Item> Merged<T> {
    fn refill(&mut self, run: usize) {
        let reader = &mut self.readers[run];
        if reader.items.len() == 0 && reader.next < reader.run.blocks.len() {
            let items = reader.block();
            reader.items = self.scratch.noted(items).unwrap_or_default().into_iter();
        }
        self.heads.extend(reader.items.next().map(|item| Reverse((item, run))));
    }
}

impl<T: Item> Iterator for Merged<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        loop {
            let Reverse((item, run)) = self.heads.pop()?;
            self.refill(run);
            if self.last.as_ref() != Some(&item) {
                self.last = Some(item.clone());
                return Some(item);
            }
        }
    }
}

impl<T: Item> Reader<T> {
    fn block(&mut self) -> io::Result<Vec<T>> {
        let bytes = self.run.records.read(self.run.blocks[self.next])?;
        self.next += 1;
        let (mut items, mut rest) = (Vec::new(), bytes.as_slice());
        while !rest.is_empty() {
            let item;
            (item, rest) =
                postcard::take_from_bytes(rest).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
            items.push(item);
        }
        Ok(items)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(scratch: &Scratch, items: &[(u64, String)]) -> Vec<(u64, String)> {
        let mut sorter = Sorter::new(scratch);
        sorter.extend(items.iter().cloned());
        let sorted = sorter.sorted();
        let once: Vec<_> = sorted.iter().collect();
        assert!(sorted.iter().eq(once.iter().cloned()), "another time it gives other items");
        once
    }

    #[test]
    fn what_does_not_fit_is_sorted_like_what_does() {
        let folder = tempfile::tempdir().unwrap();
        let items: Vec<_> = (0..20_000u64).map(|at| (at * 7919 % 5003, format!("word {}", at % 3))).collect();
        let whole = sorted(&Scratch::in_memory(), &items);
        assert!(whole.is_sorted() && whole.len() == 15_009, "{}", whole.len());
        for held in [1, 1000, 40_000, 1 << 30] {
            let scratch = Scratch::holding(folder.path(), held);
            let few = if held == 1 { &items[..50] } else { &items[..] };
            let expected = if held == 1 { sorted(&Scratch::in_memory(), few) } else { whole.clone() };
            assert!(sorted(&scratch, few) == expected, "holding {held} bytes");
            assert!(scratch.failure().is_none());
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "files are left");
    }

    #[test]
    fn no_more_is_held_than_the_scratch_allows() {
        let folder = tempfile::tempdir().unwrap();
        let held = 1000 * size_of::<u64>();
        let mut sorter = Sorter::new(&Scratch::holding(folder.path(), held));
        for item in 0..5000u64 {
            sorter.push(item);
            assert!(sorter.held.capacity() * size_of::<u64>() <= held, "after {item}");
        }
        let sorted = sorter.sorted();
        assert_eq!((sorted.held.capacity(), sorted.runs.len()), (0, 5));
    }

    #[test]
    fn a_folder_that_is_gone_is_remembered() {
        let scratch = Scratch::holding("/nowhere/at/all".as_ref(), 100);
        let mut sorter = Sorter::new(&scratch);
        sorter.extend(0..1000u32);
        assert!(sorter.sorted().iter().count() < 1000);
        assert_eq!(scratch.failure().map(|error| error.kind()), Some(io::ErrorKind::NotFound));
        assert!(scratch.failure().is_none());
    }
}
