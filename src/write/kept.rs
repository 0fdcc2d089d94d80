//! facts.kept: what is kept of every article for comparing it with others, in the order in which
//! they were read. Only the version that wrote it reads it.

use std::{
    fs::File,
    io::{self, BufReader, BufWriter, Read, Write},
    mem,
    path::{Path, PathBuf},
    sync::Arc,
};

use serde::Serialize;
use xxhash_rust::xxh3::xxh3_64;

use crate::spill::{Extent, Records, packed_behind};

/// Bytes before each entry: the sizes of its two parts, the two hashes that identify the article,
/// and the hash of its file.
pub const HEAD: usize = 32;

/// Whether these bytes can be the first of a file of this length: the entry that they announce must
/// fit. An empty file is possible, too.
pub fn is_head(bytes: &[u8], length: u64) -> bool {
    let sizes = bytes.first_chunk::<8>().map(|sizes| u64::from_le_bytes(*sizes));
    let behind = sizes.map(|sizes| (sizes & u64::from(u32::MAX)) + (sizes >> 32));
    bytes.is_empty() || bytes.len() == HEAD && behind.is_some_and(|behind| HEAD as u64 + behind <= length)
}

/// The hash by which an input file is identified here.
pub fn origin(source: &str) -> u64 {
    xxh3_64(source.as_bytes())
}

/// Reads an entry with its head, replacing the one before, and returns the hash of its file; `None`
/// at the end.
pub fn next_entry(file: &mut impl Read, entry: &mut Vec<u8>) -> io::Result<Option<u64>> {
    entry.clear();
    file.by_ref().take(HEAD as u64).read_to_end(entry)?;
    if entry.is_empty() {
        return Ok(None);
    }
    let head: &[u8; HEAD] = entry.first_chunk().ok_or(io::ErrorKind::UnexpectedEof)?;
    let (whole, origin) = (part(head, 0), part(head, 3));
    let behind = (whole & u64::from(u32::MAX)) + (whole >> 32);
    match file.take(behind).read_to_end(entry)? as u64 == behind {
        true => Ok(Some(origin)),
        false => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

/// A number in a head, by its index.
fn part(head: &[u8; HEAD], index: usize) -> u64 {
    u64::from_le_bytes(head[index * 8..][..8].try_into().unwrap_or_default())
}

/// What is kept of an article, as bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Left {
    /// Hashes of the article's id and of its text.
    identity: (u64, u64),
    /// What is compared of its facts, then of its people.
    bytes: Vec<u8>,
    /// Number of bytes for facts.
    keys: usize,
}

impl Left {
    /// Packs what is compared of facts and of people, on any thread.
    pub fn new(identity: (u64, u64), keys: &impl Serialize, people: &impl Serialize) -> Self {
        let mut left = Self::default();
        left.refill(identity, keys, people);
        left
    }

    /// Packs the same of another article, reusing the memory.
    pub fn refill(&mut self, identity: (u64, u64), keys: &impl Serialize, people: &impl Serialize) {
        let mut bytes = mem::take(&mut self.bytes);
        bytes.clear();
        bytes = packed_behind(keys, bytes);
        let keys = bytes.len();
        *self = Self { identity, bytes: packed_behind(people, bytes), keys };
    }
}

/// The file while it is being written.
#[derive(Debug)]
pub struct Kept {
    path: PathBuf,
    file: BufWriter<File>,
    /// Length of the entries so far, in bytes.
    length: u64,
    /// For each article, where the part for its facts is.
    pub keys: Vec<Extent>,
    /// For each article, where the part for its people is.
    pub people: Vec<Extent>,
}

impl Kept {
    /// Creates the file, or cuts it to the length at the last commit.
    pub fn open(path: &Path, length: u64) -> io::Result<Self> {
        let file = File::options().create(true).append(true).open(path)?;
        if file.metadata()?.len() < length {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        file.set_len(length)?;
        Ok(Self { path: path.to_owned(), file: BufWriter::new(file), length: 0, keys: Vec::new(), people: Vec::new() })
    }

    /// Calls `tell` with the identity of every article that earlier runs have kept.
    pub fn recall(&mut self, mut tell: impl FnMut((u64, u64))) -> io::Result<()> {
        let mut file = BufReader::with_capacity(1 << 16, File::open(&self.path)?);
        let mut head = [0; HEAD];
        let end = file.get_ref().metadata()?.len();
        while self.length < end {
            file.read_exact(&mut head)?;
            let (keys, people) = (part(&head, 0) as u32, (part(&head, 0) >> 32) as u32);
            self.note(keys, people);
            tell((part(&head, 1), part(&head, 2)));
            file.seek_relative(i64::from(keys) + i64::from(people))?;
        }
        Ok(())
    }

    /// Adds what is kept of an article; `source` is its file.
    pub fn add(&mut self, left: &Left, source: &str) -> io::Result<()> {
        let (keys, people) = (left.keys as u32, (left.bytes.len() - left.keys) as u32);
        let whole = u64::from(keys) | u64::from(people) << 32;
        for head in [whole, left.identity.0, left.identity.1, origin(source)] {
            self.file.write_all(&head.to_le_bytes())?;
        }
        self.file.write_all(&left.bytes)?;
        self.note(keys, people);
        Ok(())
    }

    fn note(&mut self, keys: u32, people: u32) {
        let start = self.length + HEAD as u64;
        self.keys.push(Extent { start, len: keys });
        self.people.push(Extent { start: start + u64::from(keys), len: people });
        self.length = start + u64::from(keys) + u64::from(people);
    }

    /// Makes sure that everything is on disk, and returns the length.
    pub fn sync(&mut self) -> io::Result<u64> {
        self.file.flush()?;
        self.file.get_ref().sync_data()?;
        Ok(self.length)
    }

    /// Opens the file for reading.
    pub fn records(&self) -> io::Result<Arc<Records>> {
        Ok(Arc::new(Records::new(File::open(&self.path)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spill::{Scratch, Shelf};

    #[test]
    fn what_was_kept_is_recalled_and_what_was_not_certain_is_cut_off() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kept");
        let mut kept = Kept::open(&path, 0).unwrap();
        kept.add(&Left::new((1, 2), &"one", &vec![7u32]), "weir.txt").unwrap();
        let length = kept.sync().unwrap();
        kept.add(&Left::new((3, 4), &"lost", &vec![8u32, 9]), "weir.txt").unwrap();
        drop(kept);
        let mut kept = Kept::open(&path, length).unwrap();
        let mut told = Vec::new();
        kept.recall(|identity| told.push(identity)).unwrap();
        kept.add(&Left::new((5, 6), &"two", &vec![8u32, 9]), "mill.txt").unwrap();
        kept.sync().unwrap();
        assert_eq!(told, [(1, 2)]);
        let scratch = Scratch::in_memory();
        let keys: Shelf<String> = Shelf::in_file(&kept.records().unwrap(), kept.keys.clone(), &scratch);
        let people: Shelf<Vec<u32>> = Shelf::in_file(&kept.records().unwrap(), kept.people.clone(), &scratch);
        assert_eq!((keys[0].as_str(), keys[1].as_str()), ("one", "two"));
        assert_eq!((&people[0], &people[1]), (&vec![7], &vec![8, 9]));
        assert!(scratch.failure().is_none());
        let mut file = File::open(&path).unwrap();
        let entries = std::iter::from_fn(|| next_entry(&mut file, &mut Vec::new()).unwrap());
        assert_eq!(entries.collect::<Vec<_>>(), [origin("weir.txt"), origin("mill.txt")]);
        assert!(Kept::open(&path, 1 << 20).is_err(), "it is shorter than that");
    }
}
