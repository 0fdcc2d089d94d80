//! Checks that files with the names of a run's output were written by a run: others are neither
//! changed nor removed.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use super::{
    WriteError,
    folder::{SKIPPED, UNFINISHED},
    kept,
};
use crate::types::output::{FACTS, KEPT};

#[cfg(feature = "sqlite")]
use super::{folder::DATABASE, sqlite};

/// How the NDJSON files begin.
const STARTS: [(&str, &[u8]); 3] = [
    (FACTS, br#"{"type":"article","schema":"#),
    (UNFINISHED, br#"{"type":"article","schema":"#),
    (SKIPPED, br#"{"type":"skipped","#),
];

/// Refuses a folder in which a file with such a name was not written by a run.
///
/// If a run has stored its settings in the database, that vouches for the files beside it, which
/// may be cut anywhere.
pub fn refuse_foreign(folder: &Path) -> Result<(), WriteError> {
    #[cfg(feature = "sqlite")]
    match sqlite::owner(&folder.join(DATABASE))? {
        sqlite::Owner::Run => return Ok(()),
        sqlite::Owner::Nobody => {}
        sqlite::Owner::Other => return Err(WriteError::Foreign(DATABASE)),
    }
    for (name, start) in STARTS {
        if !first_bytes(&folder.join(name), start.len())?.is_none_or(|bytes| start.starts_with(&bytes)) {
            return Err(WriteError::Foreign(name));
        }
    }
    let kept = folder.join(KEPT);
    let length = kept.metadata().map_or(0, |metadata| metadata.len());
    match first_bytes(&kept, kept::HEAD)? {
        Some(head) if !kept::is_head(&head, length) => Err(WriteError::Foreign(KEPT)),
        _ => Ok(()),
    }
}

/// The first bytes of a file; `None` if it does not exist.
fn first_bytes(path: &Path, most: usize) -> io::Result<Option<Vec<u8>>> {
    let file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        file => file?,
    };
    let mut bytes = Vec::new();
    file.take(most as u64).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn files_of_somebody_else_are_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        assert!(refuse_foreign(folder.path()).is_ok(), "an empty folder is anybody's");
        let mine = "{\"sheep\": 12}\n".repeat(9);
        for name in [FACTS, UNFINISHED, SKIPPED, KEPT] {
            let path = folder.path().join(name);
            fs::write(&path, &mine).unwrap();
            let told = refuse_foreign(folder.path()).unwrap_err().to_string();
            assert!(told.starts_with(&format!("{name} there was not written by newsfacts")), "{told}");
            fs::write(&path, "").unwrap();
        }
        fs::write(folder.path().join(FACTS), "{\"type\":\"article\",\"schema\":1,\"article\":\"weir\"").unwrap();
        assert!(refuse_foreign(folder.path()).is_ok());
    }
}
