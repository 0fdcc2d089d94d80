//! Forgets what an earlier run has read of some files, so that they can be read again.
//!
//! Shorter versions of facts.ndjson and facts.kept are written beside them. A transaction of the
//! database then stores their lengths and deletes the rows, after which they replace the longer
//! files. A run that is killed in between leaves them behind; if their length is the one in the
//! database, the next run replaces the files, and else deletes them.

use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, BufWriter, Read, Write},
    path::{Path, PathBuf},
};

use rustc_hash::FxHashSet;
use serde_json::Value;

use super::{
    WriteError,
    folder::{Earlier, UNFINISHED},
    kept::{self, origin},
};
use crate::types::output::{FACTS, KEPT};

/// How the line of an article record begins.
const ARTICLE: &[u8] = br#"{"type":"article","#;

/// The shorter files.
pub const REPLACEMENTS: [&str; 2] = ["facts.ndjson.replaced", "facts.kept.replaced"];

/// Moves the shorter files of a killed run into place if their length is the one in the database,
/// and else deletes them.
pub fn complete(folder: &Path, lengths: [u64; 2]) -> io::Result<()> {
    for ((name, replaced), length) in REPLACEMENTS.iter().zip([UNFINISHED, KEPT]).zip(lengths) {
        let path = folder.join(name);
        match path.metadata() {
            Ok(metadata) if metadata.len() == length => fs::rename(path, folder.join(replaced))?,
            Ok(_) => fs::remove_file(path)?,
            Err(_) => {}
        }
    }
    Ok(())
}

impl Earlier {
    /// The ids of the articles that were read from some files, given by their paths.
    pub fn articles_of(&self, folder: &Path, sources: &[String]) -> Result<Vec<String>, WriteError> {
        self.part(folder, sources, [&mut io::sink(), &mut io::sink()])
    }

    /// Forgets all that was read from some files, given by their paths. It is atomic: a run that is
    /// killed has forgotten all of them or none. Without the database, nothing is known of an
    /// earlier run.
    pub fn forget(&mut self, folder: &Path, sources: &[String]) -> Result<(), WriteError> {
        let paths = REPLACEMENTS.map(|name| folder.join(name));
        let mut facts = BufWriter::with_capacity(1 << 16, File::create(&paths[0])?);
        let mut kept = BufWriter::new(File::create(&paths[1])?);
        let ids = self.part(folder, sources, [&mut facts, &mut kept])?;
        for file in [facts, kept] {
            file.into_inner().map_err(io::Error::from)?.sync_data()?;
        }
        if !ids.is_empty() {
            self.state.length = paths[0].metadata()?.len();
            self.state.kept = paths[1].metadata()?.len();
        }
        self.note_forgotten(&ids, sources)?;
        complete(folder, [self.state.length, self.state.kept])?;
        Ok(())
    }

    /// Copies the records and the kept entries except those of some files; returns the ids of the
    /// articles in these.
    fn part(&self, folder: &Path, sources: &[String], to: [&mut dyn Write; 2]) -> Result<Vec<String>, WriteError> {
        let origins: FxHashSet<u64> = sources.iter().map(|source| origin(source)).collect();
        let [facts, kept] = to;
        let outdated = without(&folder.join(KEPT), kept, self.state.kept, &origins)?;
        match outdated.contains(&true) {
            true => without_articles(&lines(folder), facts, self.state.length, &outdated),
            false => Ok(Vec::new()),
        }
    }

    /// Deletes articles and files from the database in one transaction.
    fn note_forgotten(&mut self, ids: &[String], sources: &[String]) -> Result<(), WriteError> {
        #[cfg(feature = "sqlite")]
        if let Some(database) = &mut self.database {
            database.forget_articles(ids)?;
            for source in sources {
                database.forget_source(source)?;
            }
            self.state.finished = false;
            database.save(&self.state)?;
            database.commit()?;
        }
        let _ = (ids, sources);
        Ok(())
    }
}

/// The path of the records of an earlier run.
fn lines(folder: &Path) -> PathBuf {
    let unfinished = folder.join(UNFINISHED);
    if unfinished.exists() { unfinished } else { folder.join(FACTS) }
}

/// Copies the kept entries except those of some files; returns for each article whether it is from
/// one of these.
fn without(
    from: &Path,
    shorter: &mut dyn Write,
    length: u64,
    origins: &FxHashSet<u64>,
) -> Result<Vec<bool>, WriteError> {
    let mut file = BufReader::new(File::open(from)?.take(length));
    let mut outdated = Vec::new();
    let mut entry = Vec::new();
    while let Some(origin) = kept::next_entry(&mut file, &mut entry)? {
        outdated.push(origins.contains(&origin));
        if outdated.last() == Some(&false) {
            shorter.write_all(&entry)?;
        }
    }
    Ok(outdated)
}

/// Copies the records except those of outdated articles, whose ids are returned.
fn without_articles(
    from: &Path,
    shorter: &mut dyn Write,
    length: u64,
    outdated: &[bool],
) -> Result<Vec<String>, WriteError> {
    let mut file = BufReader::with_capacity(1 << 16, File::open(from)?.take(length));
    let (mut articles, mut goes) = (outdated.iter(), false);
    let (mut ids, mut line) = (Vec::new(), Vec::new());
    while file.read_until(b'\n', &mut line)? > 0 {
        if line.starts_with(ARTICLE) {
            goes = *articles.next().ok_or(WriteError::Torn)?;
            if goes {
                let article: Value = serde_json::from_slice(&line).map_err(io::Error::from)?;
                ids.extend(article["article"].as_str().map(str::to_owned));
            }
        }
        if !goes {
            shorter.write_all(&line)?;
        }
        line.clear();
    }
    if articles.next().is_some() { Err(WriteError::Torn) } else { Ok(ids) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shorter_files_take_their_places_only_once_the_database_knows_them() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for (known, left) in [([9, 9], "whole"), ([5, 5], "short")] {
            for (name, shorter) in [UNFINISHED, KEPT].iter().zip(REPLACEMENTS) {
                fs::write(at(name), "whole one").unwrap();
                fs::write(at(shorter), "short").unwrap();
            }
            complete(folder.path(), known).unwrap();
            for name in [UNFINISHED, KEPT] {
                assert!(fs::read_to_string(at(name)).unwrap().starts_with(left), "{name}");
            }
            assert!(REPLACEMENTS.iter().all(|name| !at(name).exists()));
        }
    }

    #[test]
    fn records_of_outdated_articles_go() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let article = |id: &str| format!("{{\"type\":\"article\",\"article\":\"{id}\"}}\n{{\"type\":\"figure\"}}\n");
        let records = ["mill", "weir", "barn"].map(article).concat();
        fs::write(at("all"), records.clone() + "not certain").unwrap();
        let goes = |outdated: &[bool]| {
            let mut some = Vec::new();
            without_articles(&at("all"), &mut some, records.len() as u64, outdated).map(|ids| (ids, some))
        };
        let (ids, some) = goes(&[true, false, true]).unwrap();
        assert_eq!(ids, ["mill", "barn"]);
        assert_eq!(String::from_utf8(some).unwrap(), article("weir"));
        assert!(goes(&[true]).is_err() && goes(&[true; 4]).is_err(), "another number of articles is left");
    }
}
