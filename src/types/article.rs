//! A news article, as the readers produce it.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::Span;

/// Version of the records in which facts are written and from which articles are read back. It
/// increases when a key changes its meaning.
pub const SCHEMA: u32 = 1;

/// A news article: its words in a single text, and what its source says about it.
///
/// The title and the body share one `text`, so that comparing a headline with the body is an
/// ordinary comparison of spans. If the input gave a separate title, `text` is the title, a blank
/// line and the body.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Article {
    /// Stable id of the article: the given one, else its address, else a hash of its file's name
    /// and its words.
    pub id: String,
    /// Where it was read: a path, followed by `:` and a line in formats with many articles per
    /// file.
    pub source: String,
    /// Its web address.
    pub url: Option<String>,
    /// Who published it, as its source says.
    pub publisher: Option<String>,
    /// Who wrote it, as its source says: `By Ann Lee`.
    pub byline: Option<String>,
    /// When it was published, as its source's clock showed it; midnight if only the day is known.
    pub published: Option<DateTime>,
    /// The time of publication as its source writes it, if it cannot be understood: "yesterday".
    pub unread_date: Option<String>,
    /// The day to assume if neither its source nor its text has a date.
    pub assumed_day: Option<Date>,
    /// When it was last changed, as its source says.
    pub updated: Option<DateTime>,
    /// Its language as its source says, usually as a BCP 47 tag.
    pub language: Option<String>,
    /// The story that its source assigns it to; articles of different stories are not compared.
    pub story: Option<String>,
    /// The time before which it must not be published, as its source writes it.
    pub embargo: Option<String>,
    /// Who owns it and how it may be used, as its source says.
    pub rights: Option<String>,
    /// The title and the body. Spans of facts are ranges in it, so it must not change after
    /// analysis.
    pub text: String,
    /// The title inside `text`; empty if the source gave none separately.
    pub title: Span,
    /// The body inside `text`.
    pub body: Span,
}

/// Where the day of publication comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PublishedFrom {
    /// The source gives it separately from the text.
    Source,
    /// It is in the text: in the dateline or on a line of its own.
    Text,
    /// Neither; it is the day that the user gave.
    Option,
}

impl PublishedFrom {
    /// All values, in the order of the enum.
    pub const ALL: [PublishedFrom; 3] = [Self::Source, Self::Text, Self::Option];

    /// Its name in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Text => "text",
            Self::Option => "option",
        }
    }
}

/// The error for words that are not a date; it contains them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} cannot be read as a date; write it like 2015-09-23 or 2015-09-23T18:30")]
pub struct ParseDateError(pub String);

/// The field of an article to which an offset refers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Field {
    /// The title, if the source gives it separately.
    Title,
    /// The body.
    Text,
}

impl Field {
    /// Both values, in the order of the enum.
    pub const ALL: [Field; 2] = [Self::Title, Self::Text];

    /// Its name in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Text => "text",
        }
    }
}

impl Article {
    /// Makes an article of a body and, if there is one, a separate title.
    ///
    /// Together they must be shorter than 4 GiB, since spans count bytes in 32 bits; the readers
    /// have a much lower limit.
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

    /// Sets the day or time of publication, in the form of ISO 8601: `2015-09-23`,
    /// `2015-09-23T18:30`.
    ///
    /// # Errors
    ///
    /// [`ParseDateError`] if `date` is not of that form.
    pub fn published_on(self, date: &str) -> Result<Self, ParseDateError> {
        let published = date.trim().parse().map_err(|_| ParseDateError(date.to_owned()))?;
        Ok(Self { published: Some(published), ..self })
    }

    /// The field that contains a span, and the span of that field.
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
