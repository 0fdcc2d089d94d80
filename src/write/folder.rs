//! The folder a run writes to: one file for each format.
//!
//! With the database a run can be interrupted at any moment: each transaction holds rows, the length that
//! facts.ndjson and facts.kept had with them, and how far the input was read. The next run cuts the files to
//! that length and goes on from there.

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

/// The records while not all of them are written.
pub const UNFINISHED: &str = "facts.ndjson.unfinished";
/// What was not read.
pub const SKIPPED: &str = "skipped.ndjson";
/// The records as tables.
#[cfg(feature = "sqlite")]
pub const DATABASE: &str = "facts.sqlite";
/// What SQLite keeps beside it while it writes, or has kept in other modes.
#[cfg(feature = "sqlite")]
const BESIDE_DATABASE: [&str; 3] = ["facts.sqlite-journal", "facts.sqlite-wal", "facts.sqlite-shm"];

/// The files being written.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    lines: BufWriter<File>,
    skipped: BufWriter<File>,
    kept: Kept,
    state: State,
    /// The file that is being read.
    source: Option<SourceState>,
    #[cfg(feature = "sqlite")]
    database: sqlite::Database,
}

/// What an earlier run has left in a folder.
#[derive(Debug, Default)]
pub struct Earlier {
    /// How far it came.
    pub state: State,
    /// The files it has read.
    pub sources: Vec<SourceState>,
    #[cfg(feature = "sqlite")]
    pub(super) database: Option<sqlite::Database>,
}

/// Some records as each format stores them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Encoded {
    lines: Vec<u8>,
    #[cfg(feature = "sqlite")]
    rows: sqlite::Rows,
}

impl Encoded {
    /// Prepares records; any thread may do it.
    pub fn new(records: &[Record]) -> Self {
        let mut encoded = Self::default();
        encoded.refill(records);
        encoded
    }

    /// Prepares other records, in the memory of those that were there.
    pub fn refill(&mut self, records: &[Record]) {
        self.lines.clear();
        ndjson::append(records, &mut self.lines);
        #[cfg(feature = "sqlite")]
        self.rows.refill(records);
    }
}

/// Removes what an earlier run has written to a folder; files of somebody else are refused.
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
    /// Looks what is in a folder, which is made where it does not exist. `settings` must be those of the
    /// run that wrote it, if there was one.
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
    /// Number of inputs that were not read, by reason. Without the database none are known.
    pub fn skipped_by_reason(&self) -> Result<Vec<(String, u64)>, WriteError> {
        #[cfg(feature = "sqlite")]
        if let Some(database) = &self.database {
            return Ok(database.skipped_by_reason()?);
        }
        Ok(Vec::new())
    }

    /// The files of which something was not read, each with what was said of it. Without the database none are known.
    pub fn skipped_messages(&self) -> Result<Vec<(String, String)>, WriteError> {
        #[cfg(feature = "sqlite")]
        if let Some(database) = &self.database {
            return Ok(database.skipped()?.into_iter().map(|skipped| (skipped.source, skipped.message)).collect());
        }
        Ok(Vec::new())
    }
}

/// facts.ndjson under the name it has until all is written, cut to the length that was certain.
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
    /// Makes the files, or cuts them to what was certain when an earlier run ended. Until all is written
    /// facts.ndjson has another name, since it may be what is being read.
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

    /// Tells the identity of every article of an earlier run; gives their number.
    pub fn recall(&mut self, tell: impl FnMut((u64, u64))) -> Result<usize, WriteError> {
        self.kept.recall(tell)?;
        Ok(self.kept.keys.len())
    }

    /// What all articles have left behind: of facts, and of people.
    pub fn left<K, P>(&mut self, scratch: &Scratch) -> Result<(Shelf<K>, Shelf<P>), WriteError> {
        let (keys, people) = (mem::take(&mut self.kept.keys), mem::take(&mut self.kept.people));
        Ok((
            Shelf::in_file(&self.kept.records()?, keys, scratch),
            Shelf::in_file(&self.kept.records()?, people, scratch),
        ))
    }

    /// Writes the records of one article to every file, and what it leaves behind; `source` is the file it was read of.
    pub fn write(&mut self, encoded: &Encoded, left: &Left, source: &str) -> Result<(), WriteError> {
        self.kept.add(left, source)?;
        self.lines.write_all(&encoded.lines)?;
        self.state.length += encoded.lines.len() as u64;
        #[cfg(feature = "sqlite")]
        self.database.write(&encoded.rows)?;
        Ok(())
    }

    /// Writes what was not read.
    pub fn skip(&mut self, record: SkippedRecord) -> Result<(), WriteError> {
        let records = [Record::Skipped(record)];
        self.skipped.write_all(&ndjson::lines(&records))?;
        #[cfg(feature = "sqlite")]
        self.database.write(&sqlite::rows(&records))?;
        Ok(())
    }

    /// Notes that one more thing in a file has been dealt with; `again` where a later run should read the
    /// file once more, since it could not be opened.
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

    /// Notes that a file is about to be read from its start, so that what was not read of it is forgotten.
    pub fn starts(&mut self, source: &str) -> Result<(), WriteError> {
        #[cfg(feature = "sqlite")]
        self.database.forget_skipped(source)?;
        let _ = source;
        Ok(())
    }

    /// Notes that all articles are written; what is written from now on does not count as part of them.
    pub fn articles_done(&mut self) -> Result<(), WriteError> {
        self.close_source()?;
        self.commit()
    }

    /// Makes what the reader of the database needs for the facts of articles; all of them are written.
    pub fn index_facts(&mut self) -> Result<(), WriteError> {
        #[cfg(feature = "sqlite")]
        self.database.index_facts()?;
        Ok(())
    }

    /// Writes some findings across articles.
    pub fn write_findings(&mut self, encoded: &Encoded) -> Result<(), WriteError> {
        self.lines.write_all(&encoded.lines)?;
        #[cfg(feature = "sqlite")]
        self.database.write(&encoded.rows)?;
        Ok(())
    }

    /// Makes sure that everything is written, and gives `facts.ndjson` its name.
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

    /// Ends a transaction. The file comes first: a database that tells of lines that are not there would
    /// lose them, while lines that it does not tell of are written again.
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

    /// Makes skipped.ndjson what the database says, which may have forgotten some of it.
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

    /// Number of inputs that are not read, by reason, over all runs. Without the database none are known.
    pub fn skipped_by_reason(&self) -> Result<Vec<(String, u64)>, WriteError> {
        #[cfg(feature = "sqlite")]
        return Ok(self.database.skipped_by_reason()?);
        #[cfg(not(feature = "sqlite"))]
        Ok(Vec::new())
    }
}
