//! Single words and marks of the names of bodies: "plc", "the city", "the military", the dot of "St. Mary County".

use super::nouns::is_body_noun;
use crate::{
    grammar::kinds,
    types::{Document, Tags, WordList},
};

/// `plc`, `Ltd`: what kind of firm the name before it is of.
pub fn is_form_of_firm(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["co", "corp", "inc", "llc", "ltd", "plc"]) })
}

/// What can own an office in small letters, beside the bodies that can stand before one: `the carmaker's chairman`.
pub fn is_owning_body(document: &Document, at: usize) -> bool {
    let site = document.tags(at).any(Tags::SITE) && !document.tags(at).any(Tags::CAPITALISED);
    site || is_body_noun(document, at) || is_territory(document, at)
}

/// The `city` of `a city spokesman`: the government of it.
pub fn is_territory(document: &Document, at: usize) -> bool {
    const TERRITORIES: WordList<9> =
        WordList::of(["borough", "city", "county", "district", "parish", "province", "state", "town", "village"]);
    document.is_one_of(at, &TERRITORIES) && !document.tags(at).any(Tags::CAPITALISED)
}

/// `spokesman`, `spokeswoman`, `spokesperson`.
pub fn is_spokesman(document: &Document, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|token| {
        let word = document.text(token.span);
        word.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("spokes"))
    })
}

/// The dot of `St. Mary County`, of a place that is written short, or of `Quay Inc.`.
pub fn is_abbreviated(document: &Document, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|&before| document.is(at, ".") && document.is_glued(before));
    let short = |at: usize| {
        document.is(at, "st")
            || document.tags(at).any(Tags::PLACE)
            || document.tags(at).all(Tags::ABBREVIATION | Tags::ORGANISATION)
    };
    before.is_some_and(short)
}

/// The slash of `Tarn County/Norvale Task Force`.
pub fn is_slash(document: &Document, at: usize) -> bool {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    document.is(at, "/")
        && at > 0
        && document.is_glued(at - 1)
        && document.is_glued(at)
        && capital(at - 1)
        && capital(at + 1)
}

/// `police`, `office`, `military`, in lower case.
pub fn is_lower_body(document: &Document, at: usize) -> bool {
    let body =
        document.tags(at).any(Tags::ORGANISATION) || document.is(at, "military") || document.is(at, "government");
    body && !document.tags(at).any(Tags::CAPITALISED)
}

/// Whether the mark is the apostrophe of `rebels'`.
pub fn is_bare_apostrophe(document: &Document, at: usize) -> bool {
    kinds::is_quotation_mark(document, at)
        && at > 0
        && document.is_glued(at - 1)
        && document.ends_in(at - 1, "s")
        && document.tags(at - 1).any(Tags::CAPITALISED)
}
