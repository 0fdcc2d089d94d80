//! Names for the same thing: synonyms.tsv.

use super::{Lexicon, rows::rows};
use crate::types::Tags;

pub(super) fn load(lexicon: &mut Lexicon) {
    for row in rows(include_str!("synonyms.tsv")) {
        let id = lexicon.add(row[0], Tags::NONE);
        lexicon.synonyms.insert(id, row[1]);
    }
}
