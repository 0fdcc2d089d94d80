//! Hashes the sources that decide what is found in an article, so that a run goes on only from what the same rules
//! have found, and any build of the same sources goes on.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Every stage from bytes to records, below `src`.
const STAGES: [&str; 10] =
    ["types", "lexicon", "read", "segment", "extract", "resolve", "check", "write", "spill", "pipeline.rs"];

fn main() {
    let mut files = Vec::new();
    for stage in STAGES {
        let path = Path::new("src").join(stage);
        println!("cargo::rerun-if-changed={}", path.display());
        gather(path, &mut files);
    }
    files.sort();
    let hash = files.iter().fold(OFFSET, |hash, file| {
        let bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(PRIME))
    });
    println!("cargo::rustc-env=NEWSFACTS_RULES={hash:016x}");
}

/// Those of the hash by Fowler, Noll and Vo.
const OFFSET: u64 = 0xCBF2_9CE4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01B3;

/// Adds the files below a path.
fn gather(path: PathBuf, files: &mut Vec<PathBuf>) {
    match fs::read_dir(&path) {
        Ok(entries) => entries.flatten().for_each(|entry| gather(entry.path(), files)),
        Err(_) => files.push(path),
    }
}
