//! Packed forms, which may be around any format and around each other. Each has its own file.

mod bzip2;
mod gzip;
mod tar;
mod xz;
mod zip;
mod zstd;

use std::io::{self, Read};

use super::{
    Place,
    budget::Unpacked,
    reading::{End, Reading},
    stream::Stream,
};

/// A packed form. Each is a constant in its own file.
pub struct Wrapper {
    /// Whether a stream with these first bytes has this form, whatever its name.
    pub recognise: fn(&[u8]) -> bool,
    /// Reads what is inside.
    pub unpack: fn(Stream, &mut Reading) -> Result<(), End>,
}

const WRAPPERS: &[Wrapper] = &[gzip::WRAPPER, zstd::WRAPPER, bzip2::WRAPPER, xz::WRAPPER, zip::WRAPPER, tar::WRAPPER];

/// The packed form of a stream with these first bytes.
pub fn wrapper(head: &[u8]) -> Option<&'static Wrapper> {
    WRAPPERS.iter().find(|wrapper| (wrapper.recognise)(head))
}

/// Whether an extension is that of a packed form.
pub fn is_packed_name(extension: &str) -> bool {
    matches!(extension, "zip" | "tar") || inner_name(&format!(".{extension}")) != format!(".{extension}")
}

/// A reader that ends after its first error, since some decoders report the same damage for ever.
struct Fused<R> {
    bytes: R,
    ended: bool,
}

impl<R: Read> Read for Fused<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.ended {
            return Ok(0);
        }
        let read = self.bytes.read(buffer);
        self.ended = read.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::Interrupted);
        read
    }
}

fn fused<R>(bytes: R) -> Fused<R> {
    Fused { bytes, ended: false }
}

/// Reads the stream inside a packed one, under its name without the extension. Only readers that go
/// on after damage may report it more than once; the others are [`fused`].
fn unpacked(
    reading: &mut Reading,
    place: &Place,
    name: &str,
    named: bool,
    bytes: Box<dyn Read + '_>,
) -> Result<(), End> {
    let inner = inner_name(name);
    read(reading, place.clone(), &inner, named, bytes)
}

/// Reads a member of an archive like a file in a folder.
fn member(reading: &mut Reading, archive: &Place, name: &str, bytes: Box<dyn Read + '_>) -> Result<(), End> {
    let hidden = name.split('/').any(|part| part.starts_with('.') && part != "." || part == "__MACOSX");
    if hidden {
        return Ok(());
    }
    read(reading, archive.member(name.trim_start_matches("./")), name, false, Box::new(fused(bytes)))
}

fn read(reading: &mut Reading, place: Place, name: &str, named: bool, bytes: Box<dyn Read + '_>) -> Result<(), End> {
    let bytes = Unpacked { bytes, budget: reading.budget.clone() };
    let stream = Stream::new(place.clone(), name, named, Box::new(bytes)).map_err(|error| place.at(1).fault(error))?;
    reading.read(stream)
}

/// The name of what a packed file holds: `news.jsonl` in `news.jsonl.gz`, `news.tar` in `news.tgz`.
fn inner_name(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, "gz" | "zst" | "zstd" | "bz2" | "xz")) => stem.to_owned(),
        Some((stem, "tgz" | "tbz2" | "txz" | "tzst")) => format!("{stem}.tar"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_of_packed_forms_come_off() {
        assert_eq!(inner_name("a/news.jsonl.gz"), "a/news.jsonl");
        assert_eq!(inner_name("news.tgz"), "news.tar");
        assert_eq!(inner_name("news.csv"), "news.csv");
    }
}
