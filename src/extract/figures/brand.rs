//! Numbers in names of shops, flights and types of guns: "the 7-Eleven", "a 12 gauge gun".

use std::ops::Range;

use super::{designation::is_title_case, numeral};
use crate::{
    grammar::{endings, kinds},
    types::{Document, Tags, WordList},
};

/// Whether the number at these tokens is part of such a name.
pub fn is_brand(document: &Document, tokens: &Range<usize>) -> bool {
    let end = tokens.end;
    let shop = numeral::joins(document, end) && document.is(end + 1, "eleven") && document.is(tokens.start, "7");
    let guns = const { &WordList::of(["gun", "guns", "shotgun", "shotguns"]) };
    shop || is_maker(document, tokens)
        || is_mile_road(document, end)
        || is_flight(document, tokens)
        || is_station(document, tokens)
        || document.is(end, "gauge") && document.is_one_of(end + 1, guns)
}

/// Whether the number is the maker of tape: "3M Slump", "gains in 3M and Dorn"; not in "3M people", where it counts.
fn is_maker(document: &Document, tokens: &Range<usize>) -> bool {
    let end = tokens.end;
    let name = tokens.len() == 2
        && document.is(tokens.start, "3")
        && document.word(end - 1) == "M"
        && document.is_glued(tokens.start)
        && !numeral::follows_currency(document, tokens.start);
    let named = document.is(end, "and") && document.tags(end + 1).any(Tags::CAPITALISED);
    let alone = kinds::is_word(document, end)
        && !endings::is_plural(document, end)
        && !document.tags(end).any(Tags::PREPOSITION | Tags::CONJUNCTION | Tags::ADVERB | Tags::PERSON_NOUN)
        && !endings::is_plural(document, end + 1);
    name && (named || alone)
}

/// Whether the number names a road by its distance from a town centre, with a capital and no plural: "Near 8 Mile", "on
/// Seven Mile and Pike".
pub fn is_mile_road(document: &Document, at: usize) -> bool {
    let Some(number) = at.checked_sub(1).filter(|_| document.is(at, "mile")) else { return false };
    let named = document.tags(number).any(Tags::NUMBER_WORD) && document.tags(number).any(Tags::CAPITALISED);
    let numbered = document.tags(number).any(Tags::DIGITS) || named && !document.is(number, "one");
    let capital = document.tags(at).any(Tags::CAPITALISED) && numbered;
    capital && !document.is(number, "1") && !is_title_case(document, at)
}

/// Whether the number is a flight, recognised by the name of the airline: "The Air Dorn 447 crash", "Dorn Air 12
/// wreckage".
fn is_flight(document: &Document, tokens: &Range<usize>) -> bool {
    const ENDS: WordList<4> = WordList::of(["crash", "disaster", "tragedy", "wreckage"]);
    let name = tokens.start > 0 && document.tags(tokens.start - 1).any(Tags::CAPITALISED);
    let number = document.word(tokens.start);
    let digits = number.bytes().all(|byte| byte.is_ascii_digit()) && (2..=4).contains(&number.len());
    name && digits && tokens.len() == 1 && document.is_one_of(tokens.end, &ENDS)
}

/// Whether the number belongs to a broadcaster, recognised by its call sign: "The WTRN 2 News app".
fn is_station(document: &Document, tokens: &Range<usize>) -> bool {
    let word = tokens.start;
    let short = tokens.len() == 1 && document.tags(word).any(Tags::DIGITS) && document.tokens[word].span.len() <= 2;
    let news = document.is(tokens.end, "news") && document.tags(tokens.end).any(Tags::CAPITALISED);
    let sign = |at: usize| {
        document.tags(at).any(Tags::UPPERCASE)
            && matches!(document.word(at).as_bytes(), [b'W' | b'K', _, _] | [b'W' | b'K', _, _, _])
    };
    short && news && word > 0 && sign(word - 1)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn stations() {
        figures(
            "
Pike told of the flood; get the WTRN 2 News app. She read 12 news pages.
                                                          ^^ figure count value=12 counted=[news pages]
",
        );
    }

    #[test]
    fn brands() {
        figures(
            "
Call from the 7-Eleven about a 12 gauge gun and 12 gauges.
                                                ^^ figure count value=12 counted=[gauges]
",
        );
    }

    #[test]
    fn flights_and_roads() {
        figures(
            "
Wardens saw the Dorn Air 447 crash site near 8 Mile and Pike. It is 8 miles long.
                                                                    ^^^^^^^ figure measure value=8 unit=mile
",
        );
    }

    #[test]
    fn models_with_letters() {
        figures(
            "
Pike drove a white 2004 F-250 van.
",
        );
    }

    #[test]
    fn makers() {
        figures(
            "
Dorn and 3M Slump After Report, with gains in 3M and Tarn Salt. About 3M people came.
                                                                ^^^^^^^^ figure count value=3000000 bound=approx counted=[people]
",
        );
    }
}
