//! What can be wrong with an input, and what to do about it.

use std::{fmt, fs, io, path::Path, sync::Arc, time::UNIX_EPOCH};

use crate::types::SCHEMA;

/// A file, or standard input, as it was when it was opened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Source {
    /// The path as the user gave it or as the folder was walked; `-` for standard input.
    pub path: String,
    /// In bytes.
    pub size: u64,
    /// When it was last modified, in nanoseconds since 1970; zero if that is not known.
    pub modified: i64,
}

/// A position in the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file it was met in.
    pub source: Arc<Source>,
    /// The file's path, followed by the names of members of archives: `2015.zip/may/fire.html`.
    pub path: Arc<str>,
    /// Number of the line, row or record, counted from 1; `None` where the whole file is meant.
    pub number: Option<u64>,
}

/// An input that could not be read. Its text names the place, what is wrong and what to do.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {reason}")]
pub struct Fault {
    /// Where it lies.
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
    /// The system does not let it be read.
    #[error("cannot be read ({0}); check its permissions or leave it out")]
    Unreadable(io::Error),
    /// A device, a pipe or a socket inside a folder.
    #[error("neither file nor folder; leave it out")]
    NotAFile,
    /// The file became shorter than it was when it was opened.
    #[error("ended before its size of {size} bytes; read it again once nothing writes to it")]
    Shrunk {
        /// In bytes.
        size: u64,
    },
    /// It holds no byte.
    #[error("the file is empty; leave it out")]
    Empty,
    /// Its bytes are neither text nor of a format that is read.
    #[error("binary data in no supported format; convert it to text or JSON Lines")]
    Binary,
    /// A format that is known and not read: what it is, and what to save it as.
    #[error("{0}, which is not read; save it as {1}")]
    OtherKind(&'static str, &'static str),
    /// Records of a later version of newsfacts: the number of their schema.
    #[error("records of schema {0}, but this newsfacts reads schema {SCHEMA}; upgrade it")]
    LaterSchema(u64),
    /// What comes after the damage is lost. Holds the message of the parser.
    #[error("damaged ({0}); everything before the damage was read, get an intact copy for the rest")]
    Damaged(String),
    /// All of it is lost: what is wrong, as its parser says.
    #[error("damaged ({0}) so that nothing of it can be read; get an intact copy")]
    Unusable(String),
    /// It unpacks to so many times its size that it may be meant to fill the disk.
    #[error("unpacks to more than {} times its size; unpack it if you trust it", super::budget::RATIO)]
    Bomb,
    /// Archives inside archives, deeper than anybody packs them.
    #[error("compressed or archived more than {} levels deep; unpack it", super::NESTING)]
    Packed,
    /// How it is packed, which is not read.
    #[error("unsupported compression ({0}); unpack it first")]
    OtherPacking(String),
    /// A format that is read from its end, which cannot be done inside an archive: its name.
    #[error("{0} inside another file; unpack it")]
    NotSeekable(&'static str),
    /// A format that is left out of this build: its name, and the feature that reads it.
    #[error("{0} needs the feature {1}; build newsfacts with it")]
    Unsupported(&'static str, &'static str),
    /// What is wrong with a line of JSON, as its parser says.
    #[error("broken JSON ({0}); put one whole object on each line")]
    BrokenJson(String),
    /// A record that cannot be understood: its format, and what is wrong with it.
    #[error("invalid {0} ({1}); fix it or leave it out")]
    Broken(&'static str, String),
    /// More elements inside each other than any page has.
    #[error("nested deeper than {limit} elements; leave it out")]
    Nested {
        /// Elements inside each other that are read at most.
        limit: usize,
    },
    /// Holds the keys under which the text may be, if there are any: ` (its other keys are Nr, Kop)`.
    #[error("no text; put it under text, body, content or maintext, or name its key with --field text=KEY{0}")]
    NoText(String),
    /// Nothing of it is text of an article.
    #[error("no text was found in it; leave it out, or save its text as plain text")]
    NoWords,
    /// An article above the largest size that is read.
    #[error("longer than {limit} bytes; split it or raise --max-article")]
    TooLong {
        /// In bytes.
        limit: usize,
    },
    /// The same article stood somewhere before; its id.
    #[error("article {0} was already read from another place; nothing is lost")]
    Repeated(String),
    /// Files that a run wrote, met in a folder that is read.
    #[error("output of an earlier run; to read its articles, name its facts.ndjson")]
    Output,
}

impl Source {
    /// What the file system reports of a path now; size and time are zero where it reports nothing.
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
    /// A whole file, the same whether it was named or found in the folder `.`.
    pub fn of(path: &Path) -> Self {
        Self::in_source(Source::of(path))
    }

    /// A whole file.
    pub fn in_source(source: Source) -> Self {
        Self { path: source.path.as_str().into(), source: Arc::new(source), number: None }
    }

    /// A line, row or record of the same file, counted from 1.
    pub fn at(&self, number: u64) -> Self {
        Self { number: Some(number), ..self.clone() }
    }

    /// A member of the archive that this is.
    pub fn member(&self, name: &str) -> Self {
        Self { path: format!("{}/{name}", self.path).into(), ..self.clone() }
    }

    /// A fault here.
    pub fn fault(self, reason: impl Into<Reason>) -> Fault {
        Fault { place: self, reason: reason.into() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A member of an archive on standard input is called after it, too.
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

    /// One or two words for counting faults of a kind.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Unreadable(_) => "unreadable",
            Self::NotAFile => "not a file",
            Self::Shrunk { .. } => "shrunk",
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

    /// Whether nothing is wrong: what is meant by this [`Reason::name`] was read, only not from here.
    pub fn is_harmless(name: &str) -> bool {
        [Self::READ_BEFORE, Self::OUTPUT].contains(&name)
    }
}

impl From<io::Error> for Reason {
    /// Errors of the system are of the file; all others come from unpacking it.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            _ if error.get_ref().is_some_and(|inner| inner.is::<super::budget::Exceeded>()) => Self::Bomb,
            _ if error.raw_os_error().is_some() => Self::Unreadable(error),
            io::ErrorKind::UnexpectedEof => Self::Damaged("it ends too early".to_owned()),
            // A zip archive says so of its members.
            _ if error.to_string().contains("method not supported") => Self::OtherPacking(error.to_string()),
            // Zstandard says so of frames whose window is larger than what is allowed.
            _ if error.to_string().contains("too much memory") => {
                Self::OtherPacking("with a window of more than 128 MB, zstd -d --long=31 reads it".to_owned())
            }
            _ => Self::Damaged(error.to_string()),
        }
    }
}
