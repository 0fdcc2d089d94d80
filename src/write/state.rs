//! How far a run has come, so that the next one goes on from there.

/// What a run was when it last said so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// Version and options that change what is found.
    pub settings: String,
    /// Bytes of facts.ndjson, without findings across articles.
    pub length: u64,
    /// Bytes of facts.kept.
    pub kept: u64,
    /// Whether findings across articles were written, too.
    pub finished: bool,
}

/// How far a file was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceState {
    pub path: String,
    /// In bytes.
    pub size: u64,
    /// In nanoseconds since 1970.
    pub modified: i64,
    /// Articles and faults that were dealt with.
    pub items: u64,
    /// Whether those are all.
    pub finished: bool,
}

/// Something that was not read, as an earlier run met it.
#[cfg(feature = "sqlite")]
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Skipped {
    pub source: String,
    pub path: String,
    pub number: Option<u64>,
    pub reason: String,
    pub message: String,
}
