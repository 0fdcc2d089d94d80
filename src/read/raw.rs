//! One article as it lies in its file, not yet understood.

use std::{
    borrow::Cow,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use encoding_rs::Encoding;

use super::{Fault, Fields, Format, LARGEST, Place, Reason, encoding, json_lines};
use crate::types::Article;

/// The bytes of one article and where they come from.
#[derive(Debug, Clone)]
pub struct RawArticle {
    /// Where it lies.
    pub place: Place,
    /// What understands the bytes.
    pub format: &'static Format,
    /// The article as it stands there, unpacked.
    pub bytes: Vec<u8>,
    /// What the file says once for all its articles, such as the header of a table; mostly empty.
    pub header: Arc<[u8]>,
    /// The encoding of the whole file, where its first bytes tell that it is not UTF-8.
    pub encoding: Option<&'static Encoding>,
    /// Most bytes that it may unpack to.
    pub limit: usize,
}

impl RawArticle {
    /// One line of JSON Lines.
    pub fn json_line(place: Place, bytes: Vec<u8>) -> Self {
        Self { place, format: &json_lines::FORMAT, bytes, header: Arc::default(), encoding: None, limit: LARGEST }
    }

    /// The bytes as text: UTF-8 as it is, else in the encoding of the file, if that is known.
    pub fn text(&self) -> Cow<'_, str> {
        encoding::decode(&self.bytes, self.encoding.map(Encoding::name))
    }

    /// The article; `None` for a record that is none, such as a figure of an earlier run.
    pub fn article(&self, fields: &Fields) -> Result<Option<Article>, Fault> {
        // What parses pages is not all ours, and one article must not end the run.
        let read = catch_unwind(AssertUnwindSafe(|| (self.format.article)(self, fields)));
        let read = read.unwrap_or_else(|_| Err(Reason::Broken(self.format.name, "its parser gave up".to_owned())));
        let with_day = |article: Article| Article {
            // Who gives a date that cannot be read gives one.
            assumed_day: fields.day.filter(|_| article.unread_date.is_none()).or(article.assumed_day),
            ..article
        };
        read.map(|article| article.map(with_day)).map_err(|reason| {
            // A file that is one article has its faults in its first line, for want of a better place.
            let number = self.place.number.unwrap_or(1);
            self.place.at(number).fault(reason)
        })
    }
}
