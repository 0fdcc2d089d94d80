//! The folder that a run writes to, with one file for each format.
//!
//! With the database, a run can be interrupted at any moment. Each transaction stores rows together
//! with the length of facts.ndjson and facts.kept at that point, and how far the input was read.
//! The next run cuts the files to that length and goes on from there.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Write},
    mem,
    path::{Path, PathBuf},
};

use super::{
    WriteError,
    kept::{Kept, Left},
    ndjson,
    ours::refuse_foreign,
    record::{Record, SkippedRecord},
    replace::REPLACEMENTS,
    state::{SourceState, State},
};
use crate::{
    spill::{Scratch, Shelf},
    types::output::{FACTS, KEPT},
};

#[cfg(feature = "sqlite")]
use super::{replace::complete, sqlite, state::difference};

/// The name of facts.ndjson until all records are written.
pub const UNFINISHED: &str = "facts.ndjson.unfinished";
/// The inputs that were not read.
pub const SKIPPED: &str = "skipped.ndjson";
/// The records as tables.
#[cfg(feature = "sqlite")]
pub const DATABASE: &str = "facts.sqlite";
/// Files of SQLite beside the database while it is written, or left by other journal modes.
#[cfg(feature = "sqlite")]
const BESIDE_DATABASE: [&str; 3] = ["facts.sqlite-journal", "facts.sqlite-wal", "facts.sqlite-shm"];

/// The files that are being written.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    lines: BufWriter<File>,
    skipped: BufWriter<File>,
    kept: Kept,
    state: State,
    /// The input file that is being read.
    source: Option<SourceState>,
    #[cfg(feature = "sqlite")]
    database: sqlite::Database,
}

/// What an earlier run left in a folder.
#[derive(Debug, Default)]
pub struct Earlier {
    /// The state of the run.
    pub state: State,
    /// The input files that it has read.
    pub sources: Vec<SourceState>,
    #[cfg(feature = "sqlite")]
    pub(super) database: Option<sqlite::Database>,
}

/// Some records in the form in which each format stores them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Encoded {
    lines: Vec<u8>,
    #[cfg(feature = "sqlite")]
    rows: sqlite::Rows,
}

impl Encoded {
    /// Encodes records, on any thread.
    pub fn new(records: &[Record]) -> Self {
        let mut encoded = Self::default();
        encoded.refill(records);
        encoded
    }

    /// Encodes other records, reusing the memory.
    pub fn refill(&mut self, records: &[Record]) {
        self.lines.clear();
        ndjson::append(records, &mut self.lines);
        #[cfg(feature = "sqlite")]
        self.rows.refill(records);
    }
}

/// Removes the files of an earlier run from a folder.
///
/// # Errors
///
/// [`WriteError::Foreign`] if a file with such a name was not written by a run, and errors of the
/// file system.
pub fn clear(folder: &Path) -> Result<(), WriteError> {
    refuse_foreign(folder)?;
    let names = [FACTS, UNFINISHED, KEPT, SKIPPED].into_iter().chain(REPLACEMENTS);
    #[cfg(feature = "sqlite")]
    let names = names.chain([DATABASE]).chain(BESIDE_DATABASE);
    for name in names {
        match fs::remove_file(folder.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

impl Earlier {
    /// Reads what an earlier run left in a folder, which is created if it does not exist.
    ///
    /// # Errors
    ///
    /// If `settings` are not those of the earlier run, if its files do not belong together, or if
    /// files with their names were not written by a run.
    pub fn of(folder: &Path, settings: &str) -> Result<Self, WriteError> {
        fs::create_dir_all(folder)?;
        refuse_foreign(folder)?;
        let new = State { settings: settings.to_owned(), ..State::default() };
        #[cfg(feature = "sqlite")]
        {
            let length = |name: &str| folder.join(name).metadata().ok().map(|file| file.len());
            let database = sqlite::Database::open(&folder.join(DATABASE))?;
            let state = match database.state()? {
                Some(state) if state.settings != settings => {
                    return Err(WriteError::OtherSettings(difference(&state.settings, settings)));
                }
                None if database.holds_articles()? || length(FACTS) > Some(0) || length(KEPT) > Some(0) => {
                    return Err(WriteError::Torn);
                }
                state => state.unwrap_or(new),
            };
            complete(folder, [state.length, state.kept])?;
            let holds = |name: &str, least: u64| length(name).is_some_and(|length| length >= least);
            if state.finished && !(holds(FACTS, state.length) && holds(KEPT, state.kept)) {
                return Err(WriteError::Torn);
            }
            let sources = database.sources()?;
            Ok(Self { state, sources, database: Some(database) })
        }
        #[cfg(not(feature = "sqlite"))]
        Ok(Self { state: new, sources: Vec::new() })
    }
}

impl Earlier {
    /// Number of inputs that were not read, by reason. Empty without the database.
    pub fn skipped_by_reason(&self) -> Result<Vec<(String, u64)>, WriteError> {
        #[cfg(feature = "sqlite")]
        if let Some(database) = &self.database {
            return Ok(database.skipped_by_reason()?);
        }
        Ok(Vec::new())
    }

    /// The files of which something was not read, each with the message. Empty without the
    /// database.
    pub fn skipped_messages(&self) -> Result<Vec<(String, String)>, WriteError> {
        #[cfg(feature = "sqlite")]
        if let Some(database) = &self.database {
            return Ok(database.skipped()?.into_iter().map(|skipped| (skipped.source, skipped.message)).collect());
        }
        Ok(Vec::new())
    }
}

/// Opens facts.ndjson under its temporary name, cut to the length of the last commit.
fn unfinished(folder: &Path, length: u64) -> Result<File, WriteError> {
    let path = folder.join(UNFINISHED);
    if length == 0 {
        File::create(&path)?;
    } else if !path.exists() {
        fs::rename(folder.join(FACTS), &path).map_err(|_| WriteError::Torn)?;
    }
    let lines = OpenOptions::new().append(true).open(&path)?;
    if lines.metadata()?.len() < length {
        return Err(WriteError::Torn);
    }
    lines.set_len(length)?;
    Ok(lines)
}

impl Folder {
    /// Creates the files, or cuts them to their length at the last commit of an earlier run.
    ///
    /// Until everything is written, facts.ndjson has another name, since the run may be reading it.
    pub fn open(path: &Path, earlier: Earlier) -> Result<Self, WriteError> {
        let Earlier { mut state, .. } = earlier;
        #[cfg(feature = "sqlite")]
        let database = {
            let mut database = earlier.database.ok_or(WriteError::Torn)?;
            state.finished = false;
            database.forget_findings_across()?;
            database.save(&state)?;
            database.commit()?;
            database
        };
        let lines = unfinished(path, state.length)?;
        let kept = Kept::open(&path.join(KEPT), state.kept).map_err(|error| match error.kind() {
            io::ErrorKind::UnexpectedEof => WriteError::Torn,
            _ => error.into(),
        })?;
        let skipped = File::create(path.join(SKIPPED))?;
        state.finished = false;
        let mut folder = Self {
            path: path.to_owned(),
            lines: BufWriter::new(lines),
            skipped: BufWriter::new(skipped),
            kept,
            state,
            source: None,
            #[cfg(feature = "sqlite")]
            database,
        };
        folder.rewrite_skipped()?;
        Ok(folder)
    }

    /// Calls `tell` with the identity of every article of earlier runs, and returns their number.
    pub fn recall(&mut self, tell: impl FnMut((u64, u64))) -> Result<usize, WriteError> {
        self.kept.recall(tell)?;
        Ok(self.kept.keys.len())
    }

    /// What all articles keep for comparing them: of their facts, and of their people.
    pub fn left<K, P>(&mut self, scratch: &Scratch) -> Result<(Shelf<K>, Shelf<P>), WriteError> {
        let (keys, people) = (mem::take(&mut self.kept.keys), mem::take(&mut self.kept.people));
        Ok((
            Shelf::in_file(&self.kept.records()?, keys, scratch),
            Shelf::in_file(&self.kept.records()?, people, scratch),
        ))
    }

    /// Writes the records of one article to every file, and what is kept for comparing it; `source`
    /// is the file from which it was read.
    pub fn write(&mut self, encoded: &Encoded, left: &Left, source: &str) -> Result<(), WriteError> {
        self.kept.add(left, source)?;
        self.lines.write_all(&encoded.lines)?;
        self.state.length += encoded.lines.len() as u64;
        #[cfg(feature = "sqlite")]
        self.database.write(&encoded.rows)?;
        Ok(())
    }

    /// Writes the record of an input that was not read.
    pub fn skip(&mut self, record: SkippedRecord) -> Result<(), WriteError> {
        let records = [Record::Skipped(record)];
        self.skipped.write_all(&ndjson::lines(&records))?;
        #[cfg(feature = "sqlite")]
        self.database.write(&sqlite::rows(&records))?;
        Ok(())
    }

    /// Notes that one more item of a file was processed. `again` is set if a later run should read
    /// the file again, since it could not be opened.
    pub fn passed(&mut self, source: &SourceState, again: bool) -> Result<(), WriteError> {
        if self.source.as_ref().is_none_or(|open| open.path != source.path) {
            self.close_source()?;
            self.source = Some(source.clone());
        }
        if let Some(open) = &mut self.source {
            open.items += 1;
            if again {
                open.modified = 0;
            }
        }
        #[cfg(feature = "sqlite")]
        if self.database.is_full() {
            self.commit()?;
        }
        Ok(())
    }

    /// Notes that a file is about to be read from its start, and forgets what was not read of it
    /// before.
    pub fn starts(&mut self, source: &str) -> Result<(), WriteError> {
        #[cfg(feature = "sqlite")]
        self.database.forget_skipped(source)?;
        let _ = source;
        Ok(())
    }

    /// Notes that all articles are written, and commits. What is written from now on is not part of
    /// them.
    pub fn articles_done(&mut self) -> Result<(), WriteError> {
        self.close_source()?;
        self.commit()
    }

    /// Makes the indexes for the facts of articles, all of which must be written.
    pub fn index_facts(&mut self) -> Result<(), WriteError> {
        #[cfg(feature = "sqlite")]
        self.database.index_facts()?;
        Ok(())
    }

    /// Writes findings or links across articles.
    pub fn write_findings(&mut self, encoded: &Encoded) -> Result<(), WriteError> {
        self.lines.write_all(&encoded.lines)?;
        #[cfg(feature = "sqlite")]
        self.database.write(&encoded.rows)?;
        Ok(())
    }

    /// Makes sure that everything is on disk, and gives `facts.ndjson` its final name.
    pub fn finish(&mut self) -> Result<(), WriteError> {
        self.lines.flush()?;
        self.lines.get_ref().sync_data()?;
        self.rewrite_skipped()?;
        self.skipped.flush()?;
        fs::rename(self.path.join(UNFINISHED), self.path.join(FACTS))?;
        self.state.finished = true;
        #[cfg(feature = "sqlite")]
        {
            self.database.save(&self.state)?;
            self.database.finish()?;
        }
        Ok(())
    }

    fn close_source(&mut self) -> Result<(), WriteError> {
        if let Some(mut source) = self.source.take() {
            source.finished = true;
            #[cfg(feature = "sqlite")]
            self.database.save_source(&source)?;
        }
        Ok(())
    }

    /// Ends a transaction. The files are synced first: the database must not count lines that may
    /// be lost, while lines that it does not count are written again.
    fn commit(&mut self) -> Result<(), WriteError> {
        self.lines.flush()?;
        self.lines.get_ref().sync_data()?;
        self.state.kept = self.kept.sync()?;
        #[cfg(feature = "sqlite")]
        {
            if let Some(source) = &self.source {
                self.database.save_source(source)?;
            }
            self.database.save(&self.state)?;
            self.database.commit()?;
        }
        Ok(())
    }

    /// Rewrites skipped.ndjson from the database, which may have forgotten some of it.
    fn rewrite_skipped(&mut self) -> Result<(), WriteError> {
        #[cfg(feature = "sqlite")]
        {
            self.skipped.flush()?;
            self.skipped = BufWriter::new(File::create(self.path.join(SKIPPED))?);
            for row in self.database.skipped()? {
                let super::state::Skipped { source, path, number, reason, message } = &row;
                let record = SkippedRecord { source, path, number: *number, reason, message };
                self.skipped.write_all(&ndjson::lines(&[Record::Skipped(record)]))?;
            }
        }
        Ok(())
    }

    /// Number of inputs that were not read, by reason, over all runs. Empty without the database.
    pub fn skipped_by_reason(&self) -> Result<Vec<(String, u64)>, WriteError> {
        #[cfg(feature = "sqlite")]
        return Ok(self.database.skipped_by_reason()?);
        #[cfg(not(feature = "sqlite"))]
        Ok(Vec::new())
    }
}
