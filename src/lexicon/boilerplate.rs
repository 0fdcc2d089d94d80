//! Phrases that mark a line as not part of the article: boilerplate.tsv.

use super::{Lexicon, rows::rows};
use crate::types::{Tags, WordId};

/// One phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Boilerplate {
    /// All words of the phrase; the first is the key.
    pub words: Vec<WordId>,
    pub place: BoilerplatePlace,
}

/// Where in a line the phrase must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoilerplatePlace {
    /// The whole line.
    Whole,
    /// At the start of a line of at most a dozen words.
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
