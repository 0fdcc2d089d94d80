//! Words that only have tags: words.tsv, bodies_and_places.tsv, cities.tsv, ordinary_words.tsv, english_words.tsv,
//! adjectives.tsv, fields.tsv, designators.tsv and verbs.tsv.

use super::{Lexicon, rows::rows};
use crate::types::Tags;

pub(super) fn load(lexicon: &mut Lexicon) {
    let tagged = [include_str!("words.tsv"), include_str!("bodies_and_places.tsv")];
    for row in tagged.into_iter().flat_map(rows) {
        let tags = row[1].split(' ').map(tag).fold(Tags::NONE, Tags::with);
        lexicon.add(row[0], tags);
        if tags.any(Tags::NATIONALITY) && !row[0].ends_with(['s', 'h', 'e']) {
            lexicon.add_made(format!("{}s", row[0]), Tags::NATIONALITY);
        }
    }
    let ordinary = [include_str!("ordinary_words.tsv"), include_str!("english_words.tsv")];
    for row in ordinary.into_iter().flat_map(rows) {
        lexicon.add(row[0], Tags::ORDINARY);
    }
    for row in rows(include_str!("adjectives.tsv")) {
        lexicon.add(row[0], Tags::DESCRIPTIVE);
    }
    for row in rows(include_str!("fields.tsv")) {
        lexicon.add(row[0], Tags::FIELD);
    }
    for row in rows(include_str!("designators.tsv")) {
        lexicon.add(row[0], Tags::DESIGNATOR);
    }
    for row in rows(include_str!("verbs.tsv")) {
        lexicon.add(row[0], Tags::VERB);
    }
    for row in rows(include_str!("cities.tsv")) {
        lexicon.add(row[0], Tags::PLACE);
    }
}

fn tag(name: &str) -> Tags {
    match name {
        "abbreviation" => Tags::ABBREVIATION,
        "adjective" => Tags::ADJECTIVE,
        "adverb" => Tags::ADVERB,
        "age" => Tags::AGE,
        "article" => Tags::ARTICLE,
        "auxiliary" => Tags::AUXILIARY,
        "body" => Tags::BODY,
        "bound" => Tags::BOUND,
        "clock" => Tags::CLOCK,
        "conjunction" => Tags::CONJUNCTION,
        "determiner" => Tags::DETERMINER,
        "nationality" => Tags::NATIONALITY,
        "generation" => Tags::GENERATION,
        "kin" => Tags::KIN,
        "link" => Tags::LINK,
        "modal" => Tags::MODAL,
        "named_thing" => Tags::NAMED_THING,
        "negation" => Tags::NEGATION,
        "organisation" => Tags::ORGANISATION,
        "particle" => Tags::PARTICLE,
        "person" => Tags::PERSON_NOUN,
        "place" => Tags::PLACE,
        "pointer" => Tags::POINTER,
        "possessive" => Tags::POSSESSIVE,
        "preposition" => Tags::PREPOSITION,
        "pronoun" => Tags::PRONOUN,
        "relative" => Tags::RELATIVE,
        "site" => Tags::SITE,
        "verb" => Tags::VERB,
        other => panic!("words.tsv: no such tag: {other}"),
    }
}
