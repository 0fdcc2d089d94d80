//! Whether a title and the words after it name a site: "on Pope Street", "45 Bishop Lane", "the corner of South
//! Governor Street", "near Sheriff Tolland Park"; a Judge Lane or a Captain Field may also be a person.

use std::ops::Range;

use super::{
    opening_word::READ,
    site::{is_directed, is_numbered},
};
use crate::{
    grammar::kinds,
    types::{Document, Tags, WordList},
};

/// Heads of names of sites, in addition to the tagged ones; most are also family names.
const HEADS: WordList<35> = WordList::of([
    "alley", "arms", "close", "common", "corner", "court", "cross", "dr", "edge", "farm", "field", "fields", "gate",
    "green", "grove", "heights", "lock", "meadow", "meadows", "mews", "mill", "mills", "park", "pike", "place",
    "point", "quay", "rise", "row", "springs", "trail", "walk", "wharf", "woods", "yard",
]);

/// Words that precede a place and hardly ever a person.
const LOCATIVES: WordList<22> = WordList::of([
    "across",
    "along",
    "alongside",
    "around",
    "at",
    "beside",
    "beyond",
    "down",
    "in",
    "inside",
    "into",
    "near",
    "nearby",
    "off",
    "on",
    "onto",
    "outside",
    "past",
    "through",
    "toward",
    "towards",
    "up",
]);

/// Parts of a street before `of`.
const PARTS: WordList<10> = WordList::of([
    "block",
    "corner",
    "end",
    "intersection",
    "junction",
    "length",
    "part",
    "section",
    "side",
    "stretch",
]);

/// Whether the tokens from a title or honorific to the end of a capitalised stretch are a site: the last word is the
/// head of one, and the words before give a location.
///
/// A name with a possessive is a person's (`in Judge Lane's court`). So is one whose last word is a person's name: a
/// full name that ends in a family name, or a word that elsewhere in the article follows a given name or an honorific.
pub fn is_titled_site(document: &Document, title: usize, name: Range<usize>) -> bool {
    let last = name.end - 1;
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let owns = kinds::is_possessive(document, name.end);
    if !is_head(document, last) || owns || !capital(title) || is_full_name(document, &name) {
        return false;
    }
    let Some(before) = title.checked_sub(1) else { return false };
    (capital(before) && is_directed(document, before) || is_located(document, before)) && !is_borne(document, last)
}

fn is_head(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::SITE) || document.is_one_of(at, &HEADS)
}

/// Whether the words are a given name before a family name: `Ann Lane`.
fn is_full_name(document: &Document, name: &Range<usize>) -> bool {
    name.len() > 1 && document.tags(name.start).any(Tags::GIVEN_NAME) && document.tags(name.end - 1).any(Tags::SURNAME)
}

/// Whether the token before the title gives a location: `at`, `the corner of`, `14`, `Mill Lane and`.
fn is_located(document: &Document, before: usize) -> bool {
    let earlier = |words: usize| before.checked_sub(words);
    let of = document.is(before, "of") && earlier(1).is_some_and(|at| document.is_one_of(at, &PARTS));
    let numbered = earlier(1).is_some_and(|at| is_numbered(document, at));
    let site = |at: usize| document.tags(at).any(Tags::CAPITALISED) && is_head(document, at);
    let joined = document.is(before, "and") && earlier(1).is_some_and(site);
    document.is_one_of(before, &LOCATIVES) || of || numbered || joined
}

/// Whether the word is a person's name elsewhere in the article: `Ann Lane`, `Mr Lane`.
fn is_borne(document: &Document, at: usize) -> bool {
    let word = document.word(at);
    let bears = |other: usize| {
        document.tags(other - 1).any(Tags::GIVEN_NAME | Tags::HONORIFIC)
            && document.tags(other - 1).any(Tags::CAPITALISED)
            && document.word(other) == word
    };
    (1..document.tokens.len().min(READ)).any(|other| other != at && bears(other))
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn sites_called_after_a_title_are_nobody() {
        people(
            "
Two barges sank on Pope Street, by the 300 block of South Bishop Street and at 14 Governor Place. Ropes hung on Major Lane, near Sheriff Tolland Park, Mill Court and Abbot Close.
",
        );
    }

    #[test]
    fn a_judge_lane_is_somebody() {
        people(
            "
A weir gate was opened in Judge Lane's court. Ropes hung at Captain Bridge, where Mr Bridge moors; Governor Hill said no.
                          ^^^^^ office [Judge] holder=Lane
                                ^^^^ person Lane
                                                            ^^^^^^^ office [Captain] holder=Bridge
                                                                    ^^^^^^ person Bridge
                                                                                     ^^^^^^ person Bridge
                                                                                                   ^^^^^^^^ office [Governor] holder=Hill
                                                                                                            ^^^^ person Hill
",
        );
    }

    #[test]
    fn a_boulevard_named_for_somebody_is_nobody() {
        people(
            "
Weavers met on Arthur Dale Jr. Boulevard with Ivo Dale Jr. Police saw Gwen Parry Jr. The school shut.
                                              ^^^^^^^^^^^ person Ivo Dale Jr
                                                                      ^^^^^^^^^^^^^ person Gwen Parry Jr
",
        );
    }
}
