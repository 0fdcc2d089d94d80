//! Places and organisations whose names look like a person's: lookalikes.tsv.

use super::{Lexicon, rows::rows};
use crate::types::{Tags, WordId};

/// The words of such a name; the first is the key.
pub type Lookalike = Vec<WordId>;

pub(super) fn load(lexicon: &mut Lexicon) {
    for row in rows(include_str!("lookalikes.tsv")) {
        let words = lexicon.add_form(row[0], Tags::NONE);
        lexicon.lookalikes.push(words[0], words);
    }
}
