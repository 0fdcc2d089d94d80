//! Words that only carry tags: words.tsv.

use super::{Lexicon, rows::rows};
use crate::types::Tags;

pub(super) fn load(lexicon: &mut Lexicon) {
    for row in rows(include_str!("words.tsv")) {
        let tags = row[1].split(' ').map(tag).fold(Tags::NONE, Tags::with);
        lexicon.add(row[0], tags);
    }
}

fn tag(name: &str) -> Tags {
    match name {
        "abbreviation" => Tags::ABBREVIATION,
        "adjective" => Tags::ADJECTIVE,
        "adverb" => Tags::ADVERB,
        "auxiliary" => Tags::AUXILIARY,
        "bound" => Tags::BOUND,
        "change" => Tags::CHANGE,
        "conjunction" => Tags::CONJUNCTION,
        "determiner" => Tags::DETERMINER,
        "nationality" => Tags::NATIONALITY,
        "negation" => Tags::NEGATION,
        "organisation" => Tags::ORGANISATION,
        "particle" => Tags::PARTICLE,
        "person" => Tags::PERSON_NOUN,
        "place" => Tags::PLACE,
        "preposition" => Tags::PREPOSITION,
        "pronoun" => Tags::PRONOUN,
        "relative" => Tags::RELATIVE,
        "verb" => Tags::VERB,
        other => panic!("words.tsv: no such tag: {other}"),
    }
}
