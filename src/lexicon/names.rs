//! Names of people and the honorifics before them: given_names.tsv, surnames.tsv, honorifics.tsv.

use super::{Lexicon, rows::rows};
use crate::types::{Gender, Tags};

pub(super) fn load(lexicon: &mut Lexicon) {
    for row in rows(include_str!("honorifics.tsv")) {
        let id = lexicon.add(row[0], Tags::HONORIFIC);
        lexicon.honorifics.insert(id, gender(row[1]));
    }
    for row in rows(include_str!("given_names.tsv")) {
        let id = lexicon.add(row[0], Tags::GIVEN_NAME);
        if let Some(gender) = gender(row[1]) {
            lexicon.genders.insert(id, gender);
        }
    }
    for row in rows(include_str!("surnames.tsv")) {
        lexicon.add(row[0], Tags::SURNAME);
    }
}

fn gender(column: &str) -> Option<Gender> {
    match column {
        "female" => Some(Gender::Female),
        "male" => Some(Gender::Male),
        _ => None,
    }
}
