//! Titles, ranks and roles: titles.tsv.

use rustc_hash::FxHashSet;

use super::{Lexicon, form_words, inflection::noun_forms, rows::rows};
use crate::types::{Tags, WordId};

/// One way to write a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitleForm {
    /// All words of the form; the first is the key.
    pub words: Vec<WordId>,
    /// As written in the table; case matters for forms entirely in capitals (`DI`, `MP`).
    pub form: &'static str,
    pub canonical: &'static str,
    pub class: TitleClass,
    pub position: Position,
    /// Its rank within its service, 1 being the lowest, if there is one; comparable only within one class.
    pub level: Option<u8>,
    /// Whether this is the plural of the form in the table.
    pub plural: bool,
}

/// The field of public life of a title.
pub type TitleClass = &'static str;

/// The position of a title next to a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position {
    /// Before the name only: `Sgt`.
    Before,
    /// Before or after: `chairman`.
    Any,
}

pub(super) fn load(lexicon: &mut Lexicon) {
    let table: Vec<Vec<&'static str>> = rows(include_str!("titles.tsv")).collect();
    let single: FxHashSet<String> =
        table.iter().map(|row| row[0].to_lowercase()).filter(|form| form_words(form).count() == 1).collect();
    for row in table {
        let position = if row[3] == "pre" { Position::Before } else { Position::Any };
        let first = form_words(row[0]).next().unwrap_or_default().to_lowercase();
        let title = single.contains(&first) || position == Position::Before;
        let tag = if title { Tags::TITLE } else { Tags::TITLE_START };
        let words = lexicon.add_form(row[0], tag);
        tag_abbreviations(lexicon, row[0], row[1]);
        let title = TitleForm {
            words,
            form: row[0],
            canonical: row[1],
            class: row[2],
            position,
            level: row[4].parse().ok(),
            plural: false,
        };
        if let Some(words) = plural(lexicon, row[0], row[1], tag) {
            lexicon.titles.push(words[0], TitleForm { words, plural: true, ..title.clone() });
        }
        lexicon.titles.push(title.words[0], title);
    }
    for titles in lexicon.titles.rows_mut() {
        titles.sort_by_key(|title| std::cmp::Reverse(title.words.len()));
    }
}

/// Tags the abbreviated words of a form as taking a full stop: `Det`, `Insp`; not words that the canonical form has in
/// full or does not have, such as `State` of `State Attorney General`.
fn tag_abbreviations(lexicon: &mut Lexicon, form: &str, canonical: &str) {
    let canonical = canonical.to_lowercase().replace("'s", "");
    for word in form.to_lowercase().split([' ', '.']).filter(|word| word.len() > 1) {
        let mut letters = canonical.chars();
        let shortens = word.chars().all(|letter| letters.any(|other| other == letter));
        let whole = word.contains('-') || canonical.split(' ').any(|whole| whole == word);
        if form.chars().any(char::is_lowercase) && shortens && !whole {
            lexicon.add_form(word, Tags::ABBREVIATION);
        }
    }
}

/// The words of a form with its last word in the plural: `prime ministers`, `spokesmen`, `Reps`, `MPs`.
fn plural(lexicon: &mut Lexicon, form: &str, canonical: &str, tag: Tags) -> Option<Vec<WordId>> {
    const SHORTENED: [&str; 11] = ["Capt", "Col", "Det", "Gen", "Gov", "Lt", "MP", "Rep", "Rev", "Sen", "Sgt"];
    let lower = form.to_lowercase();
    if SHORTENED.contains(&form) {
        let several = format!("{lower}s");
        tag_abbreviations(lexicon, &several, &format!("{canonical}s"));
        return Some(lexicon.add_form(&several, tag));
    }
    let last = lower.rsplit([' ', '-']).next().filter(|last| last.len() > 3)?;
    let plural = match last.strip_suffix("man") {
        Some(stem) => format!("{stem}men"),
        None => noun_forms(last).pop()?,
    };
    Some(lexicon.add_form(&format!("{}{plural}", &lower[..lower.len() - last.len()]), tag))
}
