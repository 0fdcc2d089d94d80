//! First stage: bytes become articles. One file is one format.
//!
//! [`raw_articles`] walks files, folders and standard input and cuts what it finds into
//! [`RawArticle`]s, which is all that one thread has to do; [`RawArticle::article`] then understands
//! one of them on any thread. What cannot be read is a [`Fault`] in its place, and reading goes on.

mod dates;
mod fault;
mod fields;
mod files;
mod json_lines;
mod lines;
mod raw;
mod text;
mod walk;

pub use fault::{Fault, Place, Reason};
pub use fields::{Fields, Key, ParseFieldError};
pub use files::{Files, raw_articles};
pub use raw::{Format, RawArticle};
