//! Letters that abbreviate given names: "J. D. Reed", "George HW Reed", "KP Reed".

use super::name_shape::{CLOSED, is_behind_number};
use crate::types::{Document, Tags, TokenKind, WordList};

/// Whether the token is an initial: `J`, `J.D.`, but not `U.S.`.
pub fn is_initial(document: &Document, at: usize) -> bool {
    let Some(token) = document.tokens.get(at) else { return false };
    // Few words are one letter, two capitals, or have a dot after a letter: only those need a closer look.
    if token.span.len() == 2 && token.tags.any(Tags::UPPERCASE) {
        return token.kind == TokenKind::Word && (is_middle_pair(document, at) || is_first_pair(document, at));
    }
    if !token.spelling.has_length(1) && token.spelling.second() != b'.'
        || token.kind != TokenKind::Word
        || token.span.len() > 6
    {
        return false;
    }
    let bytes = &document.article.text.as_bytes()[token.span.range()];
    let close = matches!(bytes, [first] | [first, b'.', ..] if first.is_ascii_uppercase());
    if !close || is_behind_number(document, at) {
        return false;
    }
    let word = document.text(token.span);
    let dotted = word.len() > 1 && word.bytes().enumerate().all(|(index, byte)| (index % 2 == 1) == (byte == b'.'));
    let capital = word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.');
    capital
        && (word.len() == 1 || dotted)
        && !matches!(word, "U.S." | "U.K." | "U.N." | "E.U." | "U.S" | "D.C.")
        && (!matches!(word, "I" | "A") || is_middle(document, at))
}

/// Whether two letters stand between a given name and a family name: the `HW` of `George HW Reed`.
fn is_middle_pair(document: &Document, at: usize) -> bool {
    let given = at > 0 && document.tags(at - 1).all(Tags::GIVEN_NAME | Tags::CAPITALISED);
    let next = document.tags(at + 1);
    given && next.all(Tags::CAPITALISED | Tags::SURNAME) && !next.any(CLOSED | Tags::TITLE)
}

/// Whether two letters before a family name are initials: the `AJ` of `AJ Reed`, the `TK` of `Officer TK Reed`. One is
/// a J, which few abbreviations have, or they follow a title or precede the last word of the name and are not a code.
fn is_first_pair(document: &Document, at: usize) -> bool {
    const OTHER: Tags = CLOSED.with(Tags::ORGANISATION).with(Tags::PARTICLE).with(Tags::PLACE).with(Tags::TITLE);
    let next = document.tags(at + 1);
    let name = next.any(Tags::CAPITALISED) && !next.any(OTHER | Tags::UPPERCASE | Tags::ORDINARY);
    if !name || document.tags(at).any(OTHER) || document.tokens[at + 1].sentence != document.tokens[at].sentence {
        return false;
    }
    let letters = document.word(at);
    let before = at.saturating_sub(if at > 1 && document.is(at - 1, ".") { 2 } else { 1 });
    // `Assistant GM Tony Reed`.
    let last = !document.tags(at + 2).any(Tags::CAPITALISED);
    let titled = at > 0 && last && document.tags(before).all(Tags::TITLE | Tags::CAPITALISED);
    titled
        || next.any(Tags::SURNAME)
            && (letters.contains('J') && letters != "DJ" && letters != "NJ" || last && !is_code(document, at))
}

/// Whether two letters abbreviate an office, a position in a team or on a road, or a state: `PM Reed`, `QB Reed`, `NC
/// Lodge`.
fn is_code(document: &Document, at: usize) -> bool {
    const CODES: WordList<74> = WordList::of([
        "ak", "al", "ar", "az", "ca", "cb", "co", "ct", "dc", "de", "di", "dj", "ds", "dt", "eb", "fl", "fs", "ga",
        "gm", "hi", "ia", "id", "il", "in", "ks", "ky", "la", "lb", "ma", "md", "me", "mi", "mn", "mo", "mp", "ms",
        "mt", "nb", "nc", "nd", "ne", "nh", "nj", "nm", "nv", "ny", "oh", "ok", "ol", "or", "pa", "pc", "pm", "qb",
        "rb", "ri", "sb", "sc", "sd", "ss", "te", "tn", "tx", "uc", "ut", "va", "vp", "vt", "wa", "wb", "wi", "wr",
        "wv", "wy",
    ]);
    document.is_one_of(at, &CODES)
}

/// Whether the token is a letter that is also a word, with a dot between a given name and another name: the `A.` of
/// `Miguel A. Lopez`.
fn is_middle(document: &Document, at: usize) -> bool {
    let given = at > 0 && document.tags(at - 1).all(Tags::GIVEN_NAME | Tags::CAPITALISED);
    let next = document.tags(at + 2);
    given && document.is_glued(at) && document.is(at + 1, ".") && next.any(Tags::CAPITALISED) && !next.any(CLOSED)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn two_letters_before_a_family_name() {
        people(
            "
The novelist KP Mittal met AE Stoddart near Tarn. Mittal met QB Anderson and PM Anderson.
             ^^^^^^^^^ person KP Mittal
                           ^^^^^^^^^^^ person AE Stoddart
                                                  ^^^^^^ person KP Mittal
                                                                ^^^^^^^^ person Anderson
                                                                             ^^ office [PM] holder=Anderson
                                                                                ^^^^^^^^ person Anderson
",
        );
    }
}
