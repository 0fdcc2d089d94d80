//! First stage: bytes become articles.

mod json_lines;

pub use json_lines::article;
