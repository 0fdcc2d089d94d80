//! Extracts figures, quotes and named officials from news articles and cross-checks them.
//!
//! The stages, in the order an article meets them: [`read`], [`segment`], [`extract`], [`resolve`],
//! [`check`], [`mod@write`]; [`pipeline`] puts them together. [`types`] is the data they share, [`lexicon`]
//! the word tables, [`carets`] the notation for facts, [`spill`] what need not fit into memory.
//!
//! # Articles in, facts and findings out
//!
//! [`analyse()`] is one article's whole way; [`pipeline::analyse_with_keys`] gives beside it the keys that the article
//! leaves behind for [`check::across::check`].
//!
//! ```
//! use newsfacts::{
//!     check::across,
//!     pipeline::analyse_with_keys,
//!     types::{Article, Buffers, Verdict},
//! };
//!
//! let herald = Article {
//!     published: "2024-05-04".parse().ok(),
//!     ..Article::new(
//!         "herald",
//!         Some("Storm fells 340 trees in Tarn Forest"),
//!         "The storm felled 340 trees in Tarn Forest on Friday night. “Nobody in Tarn has seen such a storm \
//!          before,” said Mara Quill, the head of Tarn Council. Crews cleared 150 of the 120 blocked roads.",
//!     )
//! };
//! let echo = Article {
//!     published: "2024-05-04".parse().ok(),
//!     ..Article::new(
//!         "echo",
//!         Some("Tarn cleans up after the storm"),
//!         "Friday night's storm felled 430 trees in Tarn Forest. “Everybody in Tarn has seen such a storm \
//!          before,” Mara Quill of Tarn Council said.",
//!     )
//! };
//!
//! let (document, facts, herald_keys) = analyse_with_keys(&herald, Buffers::default());
//! // A fact says where it stands and which rule found it; what it states is its `detail`.
//! let figure = &facts.figures[0];
//! assert_eq!((document.text(figure.span), figure.rule), ("340", "figures.count"));
//! assert_eq!(figure.detail.value, Some(340.into()));
//! assert_eq!(figure.detail.counted.map(|span| document.text(span)), Some("trees"));
//! // People of an article are known by their places in `people`, and hold their offices there.
//! let speaker = facts.quotes[0].detail.speaker.as_ref().and_then(|speaker| speaker.person).unwrap();
//! let quill = &facts.people[speaker as usize];
//! assert_eq!((quill.name.as_deref(), document.text(quill.offices[0].role)), (Some("Mara Quill"), "head"));
//! // What the article says against itself.
//! let conflict = facts.findings.iter().find(|finding| finding.verdict == Verdict::Conflicts).unwrap();
//! assert_eq!(conflict.message, "a part of 150 is more than the whole of 120");
//!
//! // What it and others say against each other; the articles themselves are not needed any more.
//! let (_, _, echo_keys) = analyse_with_keys(&echo, Buffers::default());
//! let findings = across::check(vec![herald_keys, echo_keys]);
//! let messages: Vec<&str> = findings.iter().map(|finding| finding.message.as_str()).collect();
//! assert!(messages.contains(&"430 and 340 for what seems one quantity"));
//! assert!(messages.contains(&"printed with other words: “Everybody” / “Nobody”"));
//! ```
//!
//! A [`types::Span`] counts bytes of [`types::Article::text`], in which title and body stand together. The records of
//! [`write::record`](mod@write::record), and the evidence of findings, count code points of the title or of the body.
//!
//! # Files in, records out
//!
//! [`read::raw_articles`] reads files of every format; [`pipeline::run`] takes them through the stages on all cores,
//! and hands on what is made of each in the order of the input.
//!
//! ```
//! use newsfacts::{
//!     pipeline,
//!     read::{self, Fields, Seen, Selection},
//!     write::{ndjson, record},
//! };
//!
//! let selection = Selection { paths: vec!["corpus".into()], ..Selection::default() };
//! let (mut lines, mut faults) = (Vec::new(), 0);
//! pipeline::run(
//!     read::raw_articles(selection),
//!     &Fields::default(),
//!     &mut Seen::default(),
//!     |articles, pool| {
//!         pipeline::with_facts(articles, pool, |document, facts| ndjson::lines(&record::records(document, facts)))
//!     },
//!     |_place, result| {
//!         match result {
//!             Some(Ok(records)) => lines.extend(records),
//!             Some(Err(fault)) => {
//!                 eprintln!("{fault}");
//!                 faults += 1;
//!             }
//!             None => {} // A record that is no article, such as a figure of an earlier run.
//!         }
//!         Ok::<(), std::io::Error>(())
//!     },
//! )?;
//! assert!(lines.starts_with(br#"{"type":"article","schema":1,"#) && faults == 0);
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! [`check::links::link`] tells who is one person in several articles, [`write::Folder`] writes what `newsfacts run`
//! writes.

#![forbid(unsafe_code)]

use types::{Article, ArticleFacts, Buffers, Document};

// Dates and exact decimals in this crate's types come from these crates.
pub use jiff;
pub use rust_decimal;

pub mod carets;
pub mod check;
pub mod extract;
mod grammar;
pub mod lexicon;
pub mod pipeline;
pub mod read;
pub mod resolve;
pub mod score;
pub mod segment;
pub mod spill;
#[cfg(test)]
mod testing;
pub mod trial;
pub mod types;
pub mod write;

/// Everything found in one article, with the document whose words its spans are: [`Document::text`] gives them.
///
/// Of many articles one after another, [`pipeline::analyse`] uses the memory of each for the next.
///
/// ```
/// let article = newsfacts::types::Article::new("mill", None, "The mill employs 45 people, said its owner, Ada Thorn.");
/// let (document, facts) = newsfacts::analyse(&article);
/// assert_eq!(document.text(facts.figures[0].span), "45");
/// ```
pub fn analyse(article: &Article) -> (Document<'_>, ArticleFacts) {
    pipeline::analyse(article, Buffers::default())
}

/// The README's example is a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
