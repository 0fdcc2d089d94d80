//! Phrases that mark a line as no part of the article: boilerplate.tsv.

use super::{Lexicon, rows::rows};
use crate::types::{Tags, WordId};

/// One phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Boilerplate {
    /// All words of the phrase, the first being the key.
    pub words: Vec<WordId>,
    pub place: BoilerplatePlace,
}

/// Where in a line the phrase must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoilerplatePlace {
    /// It is the whole line.
    Whole,
    /// It opens a line of at most a dozen words.
    Start,
    /// Anywhere in a line.
    Anywhere,
}

pub(super) fn load(lexicon: &mut Lexicon) {
    for row in rows(include_str!("boilerplate.tsv")) {
        let place = match row[1] {
            "whole" => BoilerplatePlace::Whole,
            "start" => BoilerplatePlace::Start,
            "anywhere" => BoilerplatePlace::Anywhere,
            other => panic!("boilerplate.tsv: no such place: {other}"),
        };
        let words = lexicon.add_form(row[0], Tags::NONE);
        lexicon.boilerplate.push(words[0], Boilerplate { words, place });
    }
}
