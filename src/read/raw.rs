//! One article as it is in its file, not yet parsed.

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
    /// Where it is.
    pub place: Place,
    /// The format that parses the bytes.
    pub format: &'static Format,
    /// The article's record or file, unpacked.
    pub bytes: Vec<u8>,
    /// What the file says once for all its articles, such as the header of a table; often empty.
    pub header: Arc<[u8]>,
    /// The encoding of the whole file, if its first bytes show that it is not UTF-8.
    pub encoding: Option<&'static Encoding>,
    /// Maximum number of bytes that it may unpack to.
    pub limit: usize,
}

impl RawArticle {
    /// Makes a raw article of one line of JSON Lines.
    pub fn json_line(place: Place, bytes: Vec<u8>) -> Self {
        Self { place, format: &json_lines::FORMAT, bytes, header: Arc::default(), encoding: None, limit: LARGEST }
    }

    /// The bytes as text: decoded as UTF-8 if they are that, else from the encoding of the file if
    /// it is known, else from the likeliest one.
    pub fn text(&self) -> Cow<'_, str> {
        encoding::decode(&self.bytes, self.encoding.map(Encoding::name))
    }

    /// Parses the article; `None` for a record that is not one, such as a figure of an earlier run.
    ///
    /// `fields` are the user's own keys, the order of day and month, and the day of articles
    /// without a date.
    ///
    /// # Errors
    ///
    /// If the record or page is invalid, too long or nested too deep, or holds no text.
    pub fn article(&self, fields: &Fields) -> Result<Option<Article>, Fault> {
        // Pages are partly parsed by another crate, and a panic in it must not end the run.
        let read = catch_unwind(AssertUnwindSafe(|| (self.format.article)(self, fields)));
        let read = read.unwrap_or_else(|_| Err(Reason::Broken(self.format.name, "its parser gave up".to_owned())));
        let with_day = |article: Article| Article {
            // An article with an unreadable date does have a date, so none is assumed for it.
            assumed_day: fields.day.filter(|_| article.unread_date.is_none()).or(article.assumed_day),
            ..article
        };
        read.map(|article| article.map(with_day)).map_err(|reason| {
            // The faults of a file that is one article are placed in its first line.
            let number = self.place.number.unwrap_or(1);
            self.place.at(number).fault(reason)
        })
    }
}
