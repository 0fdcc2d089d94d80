//! Titles, ranks and roles: titles.tsv.

use super::{Lexicon, rows::rows};
use crate::types::{Tags, WordId};

/// One way to write a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitleForm {
    /// All words of the form, the first being the key.
    pub words: Vec<WordId>,
    /// As written in the table; capitals matter for forms of capitals only (`DI`, `MP`).
    pub form: &'static str,
    pub canonical: &'static str,
    pub class: TitleClass,
    pub position: Position,
}

/// The field of public life a title belongs to.
pub type TitleClass = &'static str;

/// Where a title stands beside a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position {
    /// Before the name only: `Sgt`.
    Before,
    /// Before or after: `chairman`.
    Any,
}

pub(super) fn load(lexicon: &mut Lexicon) {
    for row in rows(include_str!("titles.tsv")) {
        let position = if row[3] == "pre" { Position::Before } else { Position::Any };
        let words = lexicon.add_form(row[0], Tags::TITLE);
        let title = TitleForm { words, form: row[0], canonical: row[1], class: row[2], position };
        lexicon.titles.push(title.words[0], title);
    }
    for titles in lexicon.titles.0.values_mut() {
        titles.sort_by_key(|title| std::cmp::Reverse(title.words.len()));
    }
}
