//! What can be wrong with an input, and what to do about it.

use std::{fmt, fs, io, path::Path, sync::Arc, time::UNIX_EPOCH};

use crate::types::SCHEMA;

/// A file or standard input, as it was when it was opened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Source {
    /// The path as the user gave it or as the folder was walked; `-` for standard input.
    pub path: String,
    /// Its size in bytes; zero if it is not known.
    pub size: u64,
    /// When it was last modified, in nanoseconds since 1970; zero if it is not known.
    pub modified: i64,
}

/// A position in the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, or standard input.
    pub source: Arc<Source>,
    /// The file's path, followed by the names of members of archives: `2015.zip/may/fire.html`.
    pub path: Arc<str>,
    /// Number of the line, row or record, counted from 1; `None` for the whole file.
    pub number: Option<u64>,
}

/// An input that could not be read.
///
/// Its text names the place, what is wrong and what to do.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {reason}")]
pub struct Fault {
    /// Where the input is.
    pub place: Place,
    /// What is wrong with it, and what to do.
    pub reason: Reason,
}

/// What is wrong with an input; each text ends with the remedy.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// There is nothing under the path.
    #[error("no such file or folder; check the path")]
    Missing,
    /// The operating system refuses to read it.
    #[error("cannot be read ({0}); check its permissions or leave it out")]
    Unreadable(io::Error),
    /// A device, a pipe or a socket inside a folder.
    #[error("neither file nor folder; leave it out")]
    NotAFile,
    /// The file became shorter after it was opened.
    #[error("ended before its size of {size} bytes; read it again once nothing writes to it")]
    Shrunk {
        /// Its size in bytes when it was opened.
        size: u64,
    },
    /// Analysing the article made newsfacts panic.
    #[error("newsfacts fails on this article; leave it out, and please report it")]
    Unanalysable,
    /// It has no content.
    #[error("the file is empty; leave it out")]
    Empty,
    /// Its bytes are neither text nor in a supported format.
    #[error("binary data in no supported format; convert it to text or JSON Lines")]
    Binary,
    /// A known format that is not supported: what it is, and what to save it as.
    #[error("{0}, which is not read; save it as {1}")]
    OtherKind(&'static str, &'static str),
    /// Records written by a later version of newsfacts: the number of their schema.
    #[error("records of schema {0}, but this newsfacts reads schema {SCHEMA}; upgrade it")]
    LaterSchema(u64),
    /// What comes after the damage is lost: the message of the parser.
    #[error("damaged ({0}); everything before the damage was read, get an intact copy for the rest")]
    Damaged(String),
    /// All of it is lost: the message of the parser.
    #[error("damaged ({0}) so that nothing of it can be read; get an intact copy")]
    Unusable(String),
    /// It unpacks to so many times its size that it may be meant to fill the disk.
    #[error("unpacks to more than {} times its size; unpack it if you trust it", super::budget::RATIO)]
    Bomb,
    /// Archives inside archives, deeper than anybody packs them.
    #[error("compressed or archived more than {} levels deep; unpack it", super::NESTING)]
    Packed,
    /// A compression or an encryption that is not supported: the message of the unpacker.
    #[error("unsupported compression ({0}); unpack it first")]
    OtherPacking(String),
    /// A format that is read from the end of the file, which is not possible inside an archive: its
    /// name.
    #[error("{0} inside another file; unpack it")]
    NotSeekable(&'static str),
    /// A format that this build does not include: its name, and the feature to enable.
    #[error("{0} needs the feature {1}; build newsfacts with it")]
    Unsupported(&'static str, &'static str),
    /// Invalid JSON: the message of the parser.
    #[error("broken JSON ({0}); put one whole object on each line")]
    BrokenJson(String),
    /// An invalid record: its format, and what is wrong with it.
    #[error("invalid {0} ({1}); fix it or leave it out")]
    Broken(&'static str, String),
    /// Elements are nested deeper than in any real page.
    #[error("nested deeper than {limit} elements; leave it out")]
    Nested {
        /// The deepest nesting that is read.
        limit: usize,
    },
    /// A record without text: its other keys, if there are any, as they are to be printed:
    /// ` (its other keys are Nr, Kop)`.
    #[error("no text; put it under text, body, content or maintext, or name its key with --field text=KEY{0}")]
    NoText(String),
    /// No text of an article was found in it.
    #[error("no text was found in it; leave it out, or save its text as plain text")]
    NoWords,
    /// The article is longer than the limit.
    #[error("longer than {limit} bytes; split it or raise --max-article")]
    TooLong {
        /// Its size when it was opened, in bytes.
        limit: usize,
    },
    /// The same article was read before: its id.
    #[error("article {0} was already read from another place; nothing is lost")]
    Repeated(String),
    /// The output of a run, found inside a folder that is read.
    #[error("output of an earlier run; to read its articles, name its facts.ndjson")]
    Output,
}

impl Source {
    /// The current size and time of a path; both are zero if it is not a regular file.
    pub fn of(path: &Path) -> Self {
        let metadata = fs::metadata(path).ok().filter(fs::Metadata::is_file);
        let modified = metadata.as_ref().and_then(|metadata| metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok());
        Self {
            path: path.strip_prefix(".").unwrap_or(path).to_string_lossy().into_owned(),
            size: metadata.map_or(0, |metadata| metadata.len()),
            modified: modified.map_or(0, |since| i64::try_from(since.as_nanos()).unwrap_or(0)),
        }
    }
}

impl Place {
    /// The place of a whole file, the same whether it was named or found in the folder `.`.
    pub fn of(path: &Path) -> Self {
        Self::in_source(Source::of(path))
    }

    /// The place of a whole file.
    pub fn in_source(source: Source) -> Self {
        Self { path: source.path.as_str().into(), source: Arc::new(source), number: None }
    }

    /// The place of a line, row or record of the same file, counted from 1.
    pub fn at(&self, number: u64) -> Self {
        Self { number: Some(number), ..self.clone() }
    }

    /// The place of a member, if this is the place of an archive.
    pub fn member(&self, name: &str) -> Self {
        Self { path: format!("{}/{name}", self.path).into(), ..self.clone() }
    }

    /// A fault at this place.
    pub fn fault(self, reason: impl Into<Reason>) -> Fault {
        Fault { place: self, reason: reason.into() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Members of an archive on standard input are named after it, too.
        match self.path.strip_prefix('-').filter(|_| self.source.path == "-") {
            Some(member) => write!(formatter, "standard input{member}")?,
            None => formatter.write_str(&self.path)?,
        }
        self.number.map_or(Ok(()), |number| write!(formatter, ":{number}"))
    }
}

impl Reason {
    const READ_BEFORE: &str = "read before";
    const OUTPUT: &str = "output of a run";

    /// A short name of the kind of fault, by which faults are counted.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Unreadable(_) => "unreadable",
            Self::NotAFile => "not a file",
            Self::Shrunk { .. } => "shrunk",
            Self::Unanalysable => "unanalysable",
            Self::Empty => "empty",
            Self::Binary => "binary",
            Self::OtherKind(..) => "other kind",
            Self::LaterSchema(_) => "later version",
            Self::Damaged(_) | Self::Unusable(_) => "damaged",
            Self::Bomb => "decompression bomb",
            Self::Packed => "packed too deep",
            Self::OtherPacking(_) => "other packing",
            Self::NotSeekable(_) => "inside another file",
            Self::Unsupported(..) => "unsupported",
            Self::BrokenJson(_) => "broken JSON",
            Self::Broken(..) => "broken",
            Self::Nested { .. } => "nested too deep",
            Self::NoText(_) | Self::NoWords => "without text",
            Self::TooLong { .. } => "too long",
            Self::Repeated(_) => Self::READ_BEFORE,
            Self::Output => Self::OUTPUT,
        }
    }

    /// Whether a [`Reason::name`] means that nothing was lost: the articles were read, only not
    /// from this place.
    pub fn is_harmless(name: &str) -> bool {
        [Self::READ_BEFORE, Self::OUTPUT].contains(&name)
    }
}

impl From<io::Error> for Reason {
    /// Errors of the operating system concern the file; all others come from unpacking it.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            _ if error.get_ref().is_some_and(|inner| inner.is::<super::budget::Exceeded>()) => Self::Bomb,
            _ if error.raw_os_error().is_some() => Self::Unreadable(error),
            io::ErrorKind::UnexpectedEof => Self::Damaged("it ends too early".to_owned()),
            // The message for members of zip archives.
            _ if error.to_string().contains("method not supported") => Self::OtherPacking(error.to_string()),
            // The message of Zstandard for frames with a window larger than allowed.
            _ if error.to_string().contains("too much memory") => {
                Self::OtherPacking("with a window of more than 128 MB, zstd -d --long=31 reads it".to_owned())
            }
            _ => Self::Damaged(error.to_string()),
        }
    }
}
