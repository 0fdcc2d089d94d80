//! One article as it lies in its file, not yet understood.

use super::{Fault, Fields, Place, Reason, json_lines, text};
use crate::types::Article;

/// The bytes of one article and where they come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawArticle {
    pub place: Place,
    pub format: Format,
    pub bytes: Vec<u8>,
}

/// What the bytes of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// The whole file is one article.
    Text,
    /// Every line is a JSON object.
    JsonLines,
}

impl RawArticle {
    /// The article; `None` for a record that is none, such as a figure of an earlier run.
    pub fn article(self, fields: &Fields) -> Result<Option<Article>, Fault> {
        let read = match self.format {
            Format::Text => text::article(&self).map(Some),
            Format::JsonLines => json_lines::article(&self, fields),
        };
        read.map_err(|reason| self.place_of(&reason).fault(reason))
    }

    /// Where a fault lies: in a file that is one article, the line of the byte, else the first.
    fn place_of(&self, reason: &Reason) -> Place {
        match reason {
            _ if self.place.line.is_some() => self.place.clone(),
            Reason::NotUtf8 { byte } => {
                let before = &self.bytes[..*byte - 1];
                self.place.at_line(1 + memchr::memchr_iter(b'\n', before).count() as u64)
            }
            _ => self.place.at_line(1),
        }
    }
}
