//! Numbers that a neighbour makes a name: `call 911`, `a .45 pistol`, `CBS 58`, `11 News`, `on 32 Road`, those of
//! web addresses, and those that are a name elsewhere in the article: `the 747`, `the 787 Dreamliner`.

use std::ops::Range;

use super::designation::is_title_case;
use crate::types::{Document, Tags, TokenKind};

/// Numbers of telephone services that are read digit by digit.
const SERVICES: [&str; 8] = ["000", "101", "111", "112", "311", "911", "988", "999"];
const CALLING: [&str; 9] = ["call", "called", "calling", "calls", "dial", "dialed", "dialing", "dialled", "dialling"];
const CALLED: [&str; 9] =
    ["call", "caller", "callers", "calls", "dispatcher", "dispatchers", "emergency", "operator", "recording"];

/// Calibres in hundredths of an inch.
const WEAPONS: [&str; 12] = [
    "bullet", "bullets", "caliber", "calibre", "gun", "handgun", "magnum", "pistol", "pistols", "revolver", "rifle",
    "rounds",
];

/// Whether the bare number at these tokens is one.
pub fn is_named(document: &Document, tokens: &Range<usize>) -> bool {
    is_service(document, tokens)
        || is_calibre(document, tokens.end)
        || is_station(document, tokens)
        || is_road(document, tokens)
        || is_in_address(document, tokens.start)
        || is_model(document, tokens)
}

/// "The 747" where the article tells of the "Boeing 747" or the "747 Jumbo".
fn is_model(document: &Document, tokens: &Range<usize>) -> bool {
    let Some(before) = tokens.start.checked_sub(1) else { return false };
    let number = document.word(tokens.start);
    let one = document.is(before, "the") || document.is(before, "a") || document.tags(before).any(Tags::ORDINAL);
    if one && is_name_of_one(document, tokens.end) {
        return number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    }
    if !one || !(3..=4).contains(&number.len()) || document.tags(tokens.end).any(Tags::PERSON_NOUN) {
        return false;
    }
    let named = |at: usize| document.tags(at).any(Tags::CAPITALISED) && !document.tags(at).any(Tags::SENTENCE_START);
    let same = |at: usize| at > 0 && at != tokens.start && document.word(at) == number;
    (0..document.tokens.len()).any(|at| same(at) && named(at - 1) && !is_title_case(document, at))
}

/// "The 787 Dreamliner", unlike "the 138 Tarn members": one name, behind which no things are named.
fn is_name_of_one(document: &Document, at: usize) -> bool {
    let word = |at: usize| document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
    let plural = |at: usize| word(at) && document.word(at).ends_with('s');
    let other = Tags::NATIONALITY | Tags::PLACE | Tags::UPPERCASE | Tags::PERSON_NOUN | Tags::MONTH | Tags::SITE;
    let things = |at: usize| plural(at) && !document.tags(at).any(Tags::AUXILIARY);
    word(at)
        && document.tags(at).any(Tags::CAPITALISED)
        && !document.tags(at).any(other)
        && !things(at)
        && !document.tags(at + 1).any(Tags::CAPITALISED)
        && !things(at + 1)
        && !things(at + 2)
        && !is_title_case(document, at)
}

/// `call 911`, `a 999 caller`.
fn is_service(document: &Document, tokens: &Range<usize>) -> bool {
    if document.tokens[tokens.start].span.len() != 3 || !SERVICES.contains(&document.word(tokens.start)) {
        return false;
    }
    let verb = tokens.start > 0 && CALLING.iter().any(|word| document.is(tokens.start - 1, word));
    verb || CALLED.iter().any(|word| document.is(tokens.end, word))
}

/// `a .45 handgun`, `a .22 calibre rifle`.
fn is_calibre(document: &Document, end: usize) -> bool {
    let hyphen = usize::from(document.is(end, "-"));
    WEAPONS.iter().any(|word| document.is(end + hyphen, word))
        && document.tokens.get(end.wrapping_sub(2)).is_some_and(|dot| document.text(dot.span) == ".")
}

/// `CBS 58` before no noun, `11 News`.
fn is_station(document: &Document, tokens: &Range<usize>) -> bool {
    let title_case = || is_title_case(document, tokens.start);
    if document.is(tokens.end, "News") && document.tags(tokens.end).any(Tags::CAPITALISED) && !title_case() {
        return true;
    }
    let Some(before) = tokens.start.checked_sub(1) else { return false };
    let letters = document.tags(before).any(Tags::UPPERCASE) && document.tokens[before].span.len() <= 4;
    let other = Tags::CURRENCY | Tags::UNIT | Tags::PREPOSITION | Tags::DETERMINER | Tags::AUXILIARY;
    let closed = document.tokens.get(tokens.end).is_none_or(|next| next.kind != TokenKind::Word);
    letters
        && closed
        && !document.tags(before).any(other)
        && !document.is_glued(before)
        && !document.is(tokens.end, "%")
}

/// `on 32 Road`.
fn is_road(document: &Document, tokens: &Range<usize>) -> bool {
    let road = ["Road", "Street", "Avenue", "Highway"].iter().any(|road| document.is(tokens.end, road));
    road && document.tags(tokens.end).any(Tags::CAPITALISED)
        && tokens.start > 0
        && ["along", "at", "near", "of", "off", "on"].iter().any(|word| document.is(tokens.start - 1, word))
}

/// `story_4711`: digits that an underscore joins to what stands before.
fn is_in_address(document: &Document, at: usize) -> bool {
    let start = document.tokens[at].span.start as usize;
    start > 0 && document.article.text.as_bytes()[start - 1] == b'_'
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn neighbours_make_names() {
        figures(
            "
She called 911 on 32 Road, a 999 caller told CBS 58, and 11 News found a .45 pistol.
See morfa.example/story_4711/goat for more.
",
        );
    }

    #[test]
    fn other_numbers_count() {
        figures(
            "
He saw 999 sheep on 32 roads.
       ^^^ figure count value=999 counted=[sheep]
                    ^^ figure count value=32 counted=[roads]
",
        );
    }
}
