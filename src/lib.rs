//! Figures, quotes and named officials out of news articles, cross-checked.
//!
//! The stages, in the order an article meets them: [`read`], [`segment`], [`extract`], [`resolve`],
//! [`check`], [`mod@write`]; [`pipeline`] puts them together. [`types`] is the data they share, [`lexicon`]
//! the word tables, [`carets`] the notation for facts, [`spill`] what need not fit into memory.

#![forbid(unsafe_code)]

pub mod carets;
pub mod check;
pub mod extract;
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

/// The README's example is a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
