//! Whether a stretch that ends in a word for a site is that site, even if its words can also be a person's name:
//! "in Porter Street", "the corner of Dale Street and Porter Street", "West Porter Street", "at 308 Ann Porter Lane",
//! "their Porter Street home".

use std::ops::Range;

use crate::types::{Document, Tags, WordList};

/// Words before the name of a street that give its direction, or nearness.
const DIRECTIONS: WordList<9> =
    WordList::of(["east", "nearby", "north", "northeast", "northwest", "south", "southeast", "southwest", "west"]);

/// Kinds of street.
const STREETS: WordList<14> = WordList::of([
    "ave",
    "avenue",
    "blvd",
    "boulevard",
    "court",
    "drive",
    "highway",
    "lane",
    "parkway",
    "place",
    "rd",
    "road",
    "street",
    "way",
]);

/// Things in a street or a part of a town that take its name.
const CALLED_AFTER: WordList<11> = WordList::of([
    "address",
    "apartment",
    "apartments",
    "area",
    "home",
    "homes",
    "house",
    "neighborhood",
    "neighbourhood",
    "residence",
    "residents",
]);

/// Whether a word is a plural of streets: `Dale and Porter Streets`.
pub fn is_streets(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["avenues", "boulevards", "roads", "streets"]) })
}

/// Whether the words around a stretch show that it is the site that its last word denotes.
pub fn is_site(document: &Document, tokens: Range<usize>) -> bool {
    let Range { start, end } = tokens;
    if is_streets(document, end - 1) {
        return true;
    }
    if !document.tags(end - 1).any(Tags::SITE) {
        return false;
    }
    let before = |word: usize| start.checked_sub(word);
    let directed = before(1).is_some_and(|at| is_directed(document, at));
    let second = before(2).is_some_and(|at| is_corner(document, at, end - 1));
    let numbered = before(2).is_some_and(|at| is_numbered(document, at));
    directed || second || numbered || is_located(document, start) || document.is_one_of(end, &CALLED_AFTER)
}

/// Whether a word gives the part of a street: `South`, `nearby`.
pub fn is_directed(document: &Document, at: usize) -> bool {
    document.is_one_of(at, &DIRECTIONS)
}

/// Whether a preposition such as `in`, `at` or `near`, or `the`, precedes the stretch.
fn is_located(document: &Document, start: usize) -> bool {
    start > 0
        && (document.tags(start - 1).any(Tags::PREPOSITION) && !document.is(start - 1, "by")
            || document.is(start - 1, "the"))
}

/// Whether two streets meet, given the last word of each: `37th and Porter Street`, `Dale Avenue and Porter Street`.
fn is_corner(document: &Document, first: usize, last: usize) -> bool {
    let street = |at: usize| document.tags(at).any(Tags::CAPITALISED) && document.is_one_of(at, &STREETS);
    let joined = document.is(first + 1, "and") || document.is(first + 1, "&");
    let counted = first > 0 && document.is_glued(first - 1) && document.tags(first - 1).any(Tags::DIGITS);
    joined && street(last) && (street(first) || counted || document.tags(first).any(Tags::ORDINAL))
}

/// Whether a house number follows the token at `before`: `at 308 Porter Lane`, `the mill, 14 Porter Lane`. After a
/// comma a year is not a house number.
pub fn is_numbered(document: &Document, before: usize) -> bool {
    let number = document.word(before + 1);
    let house = document.tags(before + 1).any(Tags::DIGITS) && (2..6).contains(&number.len());
    let year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    let at = document.is(before, "at") || document.is(before, "to") || document.is(before, "of");
    house && (at || document.is(before, ",") && !year)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn streets_are_nobody() {
        people(
            "
The van was seen in the 300 block of Madison Street and near 5th Avenue and Porter Street.

It stood at 37th and Dale Street, at 1908 Ralston Street, by a Porter Street home and on West Howard Lane.

The weavers of East Garfield Park, between Dale and Porter Streets and south of John Young Parkway, met in the Irving Park neighborhood.
",
        );
    }

    #[test]
    fn family_names_that_are_sites_are_names() {
        people(
            "
Wardens thanked Brandon Hill on May 12. Anita Hall and Brandon Hill were there.
                ^^^^^^^^^^^^ person Brandon Hill
                                        ^^^^^^^^^^ person Anita Hall
                                                       ^^^^^^^^^^^^ person Brandon Hill
",
        );
    }
}
