//! What can be wrong with an input, and what to do about it.

use std::{fmt, io, path::Path, sync::Arc};

/// Where in the input something stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The path as the user gave it or as the folder was walked; `-` for standard input.
    pub path: Arc<str>,
    /// Counted from 1; `None` where the whole file is meant.
    pub line: Option<u64>,
}

/// An input that could not be read. Its text names the place, what is wrong and what to do.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {reason}")]
pub struct Fault {
    pub place: Place,
    pub reason: Reason,
}

/// What is wrong with an input; each text ends with the remedy.
#[derive(Debug, thiserror::Error)]
pub enum Reason {
    #[error("no such file or folder; check the path")]
    Missing,
    #[error("cannot be read ({0}); check its permissions or leave it out")]
    Unreadable(io::Error),
    #[error("empty, without an article; leave it out")]
    Empty,
    #[error("binary data, not text; convert it to UTF-8 text or JSON Lines")]
    Binary,
    #[error("not UTF-8 from byte {byte} on; convert it, for example with iconv -t UTF-8")]
    NotUtf8 {
        /// Counted from 1.
        byte: usize,
    },
    #[error("broken JSON ({0}); put one whole object on each line")]
    BrokenJson(String),
    #[error("no text; put it under text, body, content or maintext, or name its key with --field text=KEY")]
    NoText,
    #[error("longer than {limit} bytes; split it or raise --max-article")]
    TooLong { limit: usize },
}

impl Place {
    /// A whole file, the same whether it was named or found in the folder `.`.
    pub fn of(path: &Path) -> Self {
        let path = path.strip_prefix(".").unwrap_or(path);
        Self { path: path.to_string_lossy().into(), line: None }
    }

    /// A line of the same file, counted from 1.
    pub fn at_line(&self, line: u64) -> Self {
        Self { path: Arc::clone(&self.path), line: Some(line) }
    }

    /// A fault here.
    pub fn fault(self, reason: Reason) -> Fault {
        Fault { place: self, reason }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if &*self.path == "-" { "standard input" } else { &self.path })?;
        self.line.map_or(Ok(()), |line| write!(formatter, ":{line}"))
    }
}

impl Reason {
    /// One or two words for counting faults of a kind.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Unreadable(_) => "unreadable",
            Self::Empty => "empty",
            Self::Binary => "binary",
            Self::NotUtf8 { .. } => "not UTF-8",
            Self::BrokenJson(_) => "broken JSON",
            Self::NoText => "without text",
            Self::TooLong { .. } => "too long",
        }
    }
}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            _ => Self::Unreadable(error),
        }
    }
}
