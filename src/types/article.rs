//! One news article, as the readers produce it.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::Span;

/// Version of the records that facts are written as and articles are read back from; rises when a key changes its
/// meaning.
pub const SCHEMA: u32 = 1;

/// One article: its words in a single text, and what its source says of it.
///
/// Title and body stand in one `text`, so that comparing a headline with the body is an ordinary
/// comparison of spans. Where the input gave a title apart, `text` is title, blank line, body.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Article {
    /// Stable name of the article: given, else its address, else made of its file's name and its words.
    pub id: String,
    /// Where it was read: a path, with the line number for formats of many articles a file.
    pub source: String,
    /// Its address.
    pub url: Option<String>,
    /// Who published it, as its source says.
    pub publisher: Option<String>,
    /// Who wrote it, as its source says: `By Ann Lee`.
    pub byline: Option<String>,
    /// When it was published, as its source says; midnight where only the day is known.
    pub published: Option<DateTime>,
    /// What its source says of when that was, where it cannot be understood: "yesterday".
    pub unread_date: Option<String>,
    /// The day to take where neither its source nor its text tells one.
    pub assumed_day: Option<Date>,
    /// When this version of it was made, as its source says.
    pub updated: Option<DateTime>,
    /// BCP 47 tag, as the source says.
    pub language: Option<String>,
    /// The story the source assigns it to; articles of different stories are not compared.
    pub story: Option<String>,
    /// Until when it must not be published, as its source writes it.
    pub embargo: Option<String>,
    /// Who owns it and what may be done with it, as its source says.
    pub rights: Option<String>,
    /// All words; never changes after reading.
    pub text: String,
    /// The title inside `text`; empty where the source gave none apart from the body.
    pub title: Span,
    /// The body inside `text`.
    pub body: Span,
}

/// Where the day of publication was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PublishedFrom {
    /// Given by the source, apart from the text.
    Source,
    /// Read in the text: in its dateline or a line of its own.
    Text,
    /// Neither: it is the day that the user said to take.
    Option,
}

impl PublishedFrom {
    /// All of them, in the order of the enum.
    pub const ALL: [PublishedFrom; 3] = [Self::Source, Self::Text, Self::Option];

    /// The word for it in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Text => "text",
            Self::Option => "option",
        }
    }
}

/// The given words are not a date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} cannot be read as a date; write it like 2015-09-23 or 2015-09-23T18:30")]
pub struct ParseDateError(pub String);

/// The field of the user's record that an offset counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Field {
    /// The title, where the source gives it apart from the body.
    Title,
    /// The body.
    Text,
}

impl Field {
    /// Both, in the order of the enum.
    pub const ALL: [Field; 2] = [Self::Title, Self::Text];

    /// The word for it in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Text => "text",
        }
    }
}

impl Article {
    /// An article of the given body, and title if there is one apart from it, together below 4 GiB, as spans count bytes
    /// in 32 bits; readers stop far below.
    pub fn new(id: impl Into<String>, title: Option<&str>, body: &str) -> Self {
        let mut text = String::with_capacity(title.map_or(0, |t| t.len() + 2) + body.len());
        let mut title_span = Span::default();
        if let Some(title) = title.filter(|title| !title.trim().is_empty()) {
            text.push_str(title);
            title_span = Span::new(0, title.len());
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(body);
        let body = Span::new(start, text.len());
        Self { id: id.into(), text, title: title_span, body, ..Self::default() }
    }

    /// The same article, published on a day or at a time in the form of ISO 8601: `2015-09-23`, `2015-09-23T18:30`.
    pub fn published_on(self, date: &str) -> Result<Self, ParseDateError> {
        let published = date.trim().parse().map_err(|_| ParseDateError(date.to_owned()))?;
        Ok(Self { published: Some(published), ..self })
    }

    /// The field a span lies in, and that field's own span.
    pub fn field(&self, span: Span) -> (Field, Span) {
        if span.start < self.body.start { (Field::Title, self.title) } else { (Field::Text, self.body) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_date_is_told() {
        let published =
            |date: &str| Article::new("a", None, "Fire.").published_on(date).map(|article| article.published);
        let midnight = Date::constant(2015, 9, 23).at(0, 0, 0, 0);
        assert_eq!(published("2015-09-23"), Ok(Some(midnight)));
        assert_eq!(published("2015-09-23T18:30"), Ok(Some(Date::constant(2015, 9, 23).at(18, 30, 0, 0))));
        for date in ["4 May 2024", "2015-09-31", "03/04/2015", ""] {
            assert_eq!(published(date), Err(ParseDateError(date.to_owned())));
        }
    }
}
