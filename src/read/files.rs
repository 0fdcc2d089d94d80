//! Files and standard input, told apart by name and first bytes, and cut into articles.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

use super::{
    Fault, Format, Place, RawArticle, Reason,
    lines::{Line, next_line},
    walk::{Found, Walk, walk},
};

/// Bytes read from a file at once; the first of them tell what it is.
const CHUNK: usize = 1 << 16;

/// The articles of some paths, one after the other, and a fault for each input that is none.
pub struct Files {
    walk: Walk,
    open: Option<OpenLines>,
    limit: usize,
    /// Files in folders that are text of a kind that is not read there, such as `notes.md`.
    pub passed_over: u64,
}

type Stream = BufReader<Box<dyn Read + Send>>;

/// A file of lines that is being read.
struct OpenLines {
    place: Place,
    stream: Stream,
    /// Lines read so far.
    lines: u64,
    /// Whether one of them was not blank.
    any: bool,
    /// Whether its end or an error was met.
    ended: bool,
}

/// Every article of the paths that is no longer than `limit` bytes, and a fault for everything else.
///
/// `-` is standard input. Folders are walked in order of their names; there, files named `.txt`,
/// `.jsonl`, `.ndjson` or without an extension are read. A file the user names is read whatever its name.
pub fn raw_articles(paths: impl IntoIterator<Item = PathBuf>, limit: usize) -> Files {
    Files { walk: walk(paths), open: None, limit, passed_over: 0 }
}

impl Iterator for Files {
    type Item = Result<RawArticle, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(open) = &mut self.open {
                match open.next_article(self.limit) {
                    Some(item) => return Some(item),
                    None => self.open = None,
                }
            }
            let started = match self.walk.next()? {
                Ok(found) => self.start(&found).map_err(|reason| place_of(&found.path, &reason).fault(reason)),
                Err(fault) => Err(fault),
            };
            if let Some(item) = started.transpose() {
                return Some(item);
            }
        }
    }
}

impl Files {
    /// Passes over one folder inside the others: the one that output goes to.
    pub fn leave_out(&mut self, folder: &Path) {
        self.walk.leave_out(folder);
    }

    /// Reads a file of one article, or opens a file of many.
    fn start(&mut self, found: &Found) -> Result<Option<RawArticle>, Reason> {
        let place = Place::of(&found.path);
        let mut stream = open(&found.path)?;
        match format(found, stream.fill_buf()?)? {
            None => self.passed_over += 1,
            Some(Format::Text) => {
                return Ok(Some(RawArticle { place, format: Format::Text, bytes: self.whole(stream)? }));
            }
            Some(Format::JsonLines) => self.open = Some(OpenLines::new(place, stream)),
        }
        Ok(None)
    }

    /// All bytes of a file, if they are not too many.
    fn whole(&self, stream: Stream) -> Result<Vec<u8>, Reason> {
        let mut bytes = Vec::new();
        stream.take(self.limit as u64 + 1).read_to_end(&mut bytes)?;
        if bytes.len() > self.limit { Err(Reason::TooLong { limit: self.limit }) } else { Ok(bytes) }
    }
}

impl OpenLines {
    fn new(place: Place, stream: Stream) -> Self {
        Self { place, stream, lines: 0, any: false, ended: false }
    }

    /// The next line that is not blank; `None` at the end of the file.
    fn next_article(&mut self, limit: usize) -> Option<Result<RawArticle, Fault>> {
        while !self.ended {
            let line = next_line(&mut self.stream, limit);
            self.lines += 1;
            let place = self.place.at_line(self.lines);
            match line {
                Ok(Some(Line::Whole(bytes))) if bytes.trim_ascii().is_empty() => {}
                Ok(Some(line)) => {
                    self.any = true;
                    return Some(match line {
                        Line::Whole(bytes) => Ok(RawArticle { place, format: Format::JsonLines, bytes }),
                        Line::TooLong => Err(place.fault(Reason::TooLong { limit })),
                    });
                }
                Ok(None) => {
                    self.ended = true;
                    return (!self.any).then(|| Err(self.place.at_line(1).fault(Reason::Empty)));
                }
                Err(error) => {
                    self.ended = true;
                    return Some(Err(place.fault(error.into())));
                }
            }
        }
        None
    }
}

/// Where a file as a whole is at fault: its first line, if it could be opened.
fn place_of(path: &Path, reason: &Reason) -> Place {
    match reason {
        Reason::Missing | Reason::Unreadable(_) => Place::of(path),
        _ => Place::of(path).at_line(1),
    }
}

fn open(path: &Path) -> io::Result<Stream> {
    let stream: Box<dyn Read + Send> =
        if path.as_os_str() == "-" { Box::new(io::stdin()) } else { Box::new(File::open(path)?) };
    Ok(BufReader::with_capacity(CHUNK, stream))
}

/// What a file is, by its name or else by its first bytes; `None` for one to pass over.
///
/// A binary file is a fault even in a folder: it may be a packed archive, whose articles would be
/// missed in silence.
fn format(found: &Found, start: &[u8]) -> Result<Option<Format>, Reason> {
    let object = start.trim_ascii_start().first() == Some(&b'{');
    if !object && memchr::memchr(0, start).is_some() {
        return Err(Reason::Binary);
    }
    let extension = found.path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    Ok(match extension.as_deref() {
        Some("jsonl" | "ndjson") => Some(Format::JsonLines),
        Some("txt") => Some(Format::Text),
        Some(_) if found.in_folder => None,
        _ if object => Some(Format::JsonLines),
        _ => Some(Format::Text),
    })
}
