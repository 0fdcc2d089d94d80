//! Single words and marks in the names of bodies: "plc", "the city", "the military", the dot of "St. Mary County".

use super::nouns::is_body_noun;
use crate::{
    grammar::kinds,
    types::{Document, Tags, WordList},
};

/// Whether the word is the legal form of the firm named before it: `plc`, `Ltd`.
pub fn is_form_of_firm(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["co", "corp", "inc", "llc", "ltd", "plc"]) })
}

/// Whether the word can own an office in lower case, in addition to bodies that stand directly before one: `the
/// carmaker's chairman`.
pub fn is_owning_body(document: &Document, at: usize) -> bool {
    let site = document.tags(at).any(Tags::SITE) && !document.tags(at).any(Tags::CAPITALISED);
    site || is_body_noun(document, at) || is_territory(document, at)
}

/// Whether the word names a territory whose government is meant: the `city` of `a city spokesman`.
pub fn is_territory(document: &Document, at: usize) -> bool {
    const TERRITORIES: WordList<9> =
        WordList::of(["borough", "city", "county", "district", "parish", "province", "state", "town", "village"]);
    document.is_one_of(at, &TERRITORIES) && !document.tags(at).any(Tags::CAPITALISED)
}

/// Whether the word is `spokesman`, `spokeswoman` or `spokesperson`.
pub fn is_spokesman(document: &Document, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|token| {
        let word = document.text(token.span);
        word.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("spokes"))
    })
}

/// Whether the token is the dot of an abbreviation: `St. Mary County`, an abbreviated place, `Quay Inc.`.
pub fn is_abbreviated(document: &Document, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|&before| document.is(at, ".") && document.is_glued(before));
    let short = |at: usize| {
        document.is(at, "st")
            || document.tags(at).any(Tags::PLACE)
            || document.tags(at).all(Tags::ABBREVIATION | Tags::ORGANISATION)
    };
    before.is_some_and(short)
}

/// Whether the token is the slash of `Tarn County/Norvale Task Force`.
pub fn is_slash(document: &Document, at: usize) -> bool {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    document.is(at, "/")
        && at > 0
        && document.is_glued(at - 1)
        && document.is_glued(at)
        && capital(at - 1)
        && capital(at + 1)
}

/// Whether the word is `police`, `office`, `military` or the like in lower case.
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
