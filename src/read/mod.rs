//! First stage: turns bytes into articles. Each format has its own file.
//!
//! [`read_articles`] gives one article after another. Below it, [`raw_articles`] walks files,
//! folders and standard input on a single thread, unpacks what is packed and cuts it into
//! [`RawArticle`]s, which [`RawArticle::article`] parses on any thread. An input that cannot be
//! read gives a [`Fault`] in its place, and reading goes on. No article, line or element longer
//! than the limit is held in memory, except for the pages of Parquet files.

mod articles;
mod budget;
mod dates;
mod elements;
mod encoding;
mod fault;
mod feed;
mod fields;
mod files;
mod format;
mod html;
mod http;
mod json;
mod json_lines;
mod json_values;
mod lenient_json;
mod lines;
mod markup;
mod namespaces;
mod newsml;
mod ninjs;
mod nitf;
mod other_kind;
mod parquet;
#[cfg(feature = "parquet")]
mod parquet_pages;
#[cfg(feature = "parquet")]
mod parquet_values;
mod parts;
mod passed_over;
mod plain;
mod prolog;
mod raw;
mod reading;
mod record;
mod seen;
mod shortcodes;
mod sought;
mod stream;
mod table;
mod unlisted;
mod walk;
mod warc;
mod wrappers;
mod written_dates;
mod xml;

pub use articles::{Articles, articles, read_articles};
pub use dates::DateOrder;
pub use fault::{Fault, Place, Reason, Source};
pub use fields::{ArticleField, Fields, ParseFieldError};
pub use files::{Files, Known, LARGEST, Selection, raw_articles};
#[doc(hidden)]
pub use files::{has_unread, total_size};
pub use format::{FORMATS, Format};
pub use passed_over::PassedOver;
pub use raw::RawArticle;
pub use seen::Seen;
pub use sought::Missing;

/// How often a file may be packed: `.jsonl` in `.gz` in `.tar` in `.xz` is packed three times.
const NESTING: usize = 5;
