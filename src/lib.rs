//! Extracts figures, quotes and named officials from news articles and cross-checks them.
//!
//! # Articles in, facts and findings out
//!
//! [`analyse()`] finds everything in one article. An [`Archive`] also compares articles with each
//! other.
//!
//! ```
//! use newsfacts::{Archive, Article};
//!
//! let herald = Article::new(
//!     "herald",
//!     Some("Storm fells 340 trees in Tarn Forest"),
//!     "The storm felled 340 trees in Tarn Forest on Friday night. “Nobody in Tarn has seen such a storm before,” \
//!      said Mara Quill, the head of Tarn Council. Crews cleared 150 of the 120 blocked roads.",
//! );
//! let echo = Article::new(
//!     "echo",
//!     Some("Tarn cleans up after the storm"),
//!     "Friday night's storm felled 430 trees in Tarn Forest. “Everybody in Tarn has seen such a storm before,” \
//!      Mara Quill of Tarn Council said.",
//! );
//! let (herald, echo) = (herald.published_on("2024-05-04")?, echo.published_on("2024-05-04")?);
//!
//! let mut archive = Archive::default();
//! let (document, facts) = archive.add(&herald);
//! archive.add(&echo);
//!
//! // A fact has a span and the name of the rule that found it; what it states is its `detail`.
//! let figure = &facts.figures[0];
//! assert_eq!((document.text(figure.span), figure.rule), ("340", "figures.count"));
//! assert_eq!(figure.detail.value, Some(340.into()));
//! assert_eq!(figure.detail.counted.map(|span| document.text(span)), Some("trees"));
//! // Who speaks, and which office the speaker holds.
//! let quote = &facts.quotes[0].detail;
//! assert_eq!(facts.speaker_name(quote, &document), Some("Mara Quill"));
//! assert_eq!(document.text(facts.speaker(quote).unwrap().offices[0].role), "head");
//! // Contradictions within the article; where figures agree, that is a finding, too.
//! let messages: Vec<&str> = facts.findings.iter().map(|finding| finding.message.as_str()).collect();
//! assert!(messages.contains(&"a part of 150 is more than the whole of 120"));
//!
//! // Contradictions between articles, and people who appear in several.
//! let findings = archive.findings();
//! let messages: Vec<&str> = findings.iter().map(|finding| finding.message.as_str()).collect();
//! assert!(messages.contains(&"430 and 340 for what seems one quantity"));
//! assert!(messages.contains(&"printed with other words: “Everybody” / “Nobody”"));
//! assert_eq!(archive.people()[0].name, "Mara Quill");
//! # Ok::<(), newsfacts::types::ParseDateError>(())
//! ```
//!
//! A [`types::Span`] is a range of bytes in [`types::Article::text`], which holds the title and the
//! body. The records that [`to_json`](types::ArticleFacts::to_json) returns, and the evidence of
//! findings, count code points of the title or of the body instead.
//!
//! # Files in
//!
//! [`read_articles`] reads the articles of files and folders, in every format that the command
//! reads.
//!
//! ```
//! use newsfacts::{Archive, read_articles};
//!
//! let mut archive = Archive::default();
//! for article in read_articles(["corpus"]) {
//!     archive.add(&article?);
//! }
//! assert!(archive.findings().iter().any(|finding| finding.check == "across.conflicting_figure"));
//! # Ok::<(), newsfacts::read::Fault>(())
//! ```
//!
//! [`Archive::add_all`] analyses articles that are in memory on all cores; [`pipeline::run`] does
//! so for any number of articles, without holding them all in memory.
//!
//! # Features
//!
//! | feature | what it adds | what it is built with |
//! |---|---|---|
//! | `command` | the command `newsfacts`; a library does not need it | clap, indicatif, anyhow, an allocator in C |
//! | `sqlite` | the database of `newsfacts run`, and resuming interrupted runs | SQLite, in C |
//! | `html` | the article in a web page, alone or in a WARC | dom_smoothie |
//! | `parquet` | Parquet files with a text column | parquet |
//!
//! All are on by default. Without any of them (`default-features = false`), all other formats are
//! still read, and facts and findings are the same; a C compiler is then needed for Zstandard
//! alone.
//!
//! # How it is built
//!
//! The stages, in the order in which an article passes through them: [`read`], `segment`,
//! `extract`, `resolve`, [`check`], [`mod@write`]; [`pipeline`] connects them. [`types`] holds the
//! data that they share. [`score`] compares facts with annotated ones, and [`trial`] plants errors
//! in articles and counts how many the checks find.

#![forbid(unsafe_code)]
#![warn(missing_docs, unnameable_types)]

pub use archive::Archive;
#[doc(inline)]
pub use pipeline::analyse;
#[doc(inline)]
pub use read::read_articles;
#[doc(inline)]
pub use types::Article;

// The public API uses types of these crates for encodings, dates, exact decimals, schemas and JSON.
pub use encoding_rs;
pub use jiff;
pub use rust_decimal;
pub use schemars;
pub use serde_json;

mod archive;
pub mod check;
mod grammar;
pub mod pipeline;
pub mod read;
pub mod score;
#[cfg(test)]
mod testing;
pub mod trial;
pub mod types;
pub mod write;

// The documented modules are for users and stay compatible from one version to the next. The hidden
// ones, here and inside those modules, are for the command, the benches and the programs that
// measure, which are crates of their own.
#[doc(hidden)]
pub mod carets;
#[doc(hidden)]
pub mod extract;
#[doc(hidden)]
pub mod lexicon;
#[doc(hidden)]
pub mod resolve;
#[doc(hidden)]
pub mod segment;
#[doc(hidden)]
pub mod spill;

/// The README's example is a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
