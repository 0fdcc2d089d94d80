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
    pub url: Option<String>,
    pub publisher: Option<String>,
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

/// The field of the user's record that an offset counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Field {
    Title,
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
    /// An article of the given body, and title if there is one apart from it.
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

    /// The field a span lies in, and that field's own span.
    pub fn field(&self, span: Span) -> (Field, Span) {
        if span.start < self.body.start { (Field::Title, self.title) } else { (Field::Text, self.body) }
    }
}
