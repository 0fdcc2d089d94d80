//! Numbers that are codes: telephone and account numbers, models, formats, coordinates.

use std::ops::Range;

use super::{
    numeral::{glued, hangs, joins},
    series,
};
use crate::{
    grammar::kinds,
    types::{Document, Tags, TokenKind, WordList},
};

/// Whether the number is a code: a telephone or account number, a model, a format, a place on the map.
pub fn is_code(document: &Document, tokens: &Range<usize>) -> bool {
    has_leading_zero(document, tokens.start)
        || is_plain_code(document, tokens)
        || is_long(document.word(tokens.start))
        || is_dialled(document, tokens)
        || is_of_letters(document, tokens)
        || has_letter_in_brackets(document, tokens.end)
        || is_bracketed(document, tokens)
        || is_in_row(document, tokens)
        || has_letters_of_code(document, tokens)
        || is_marked(document, tokens.start)
        || is_in_post(document, tokens)
        || is_on_map(document.word(tokens.start))
        || is_time_zone(document, tokens.start)
        || is_of_model(document, tokens)
        || is_spelled(document, tokens.end)
        || series::is_row(document, tokens.end)
        || is_format(document, tokens)
}

/// Whether the digits are a decimal fraction, or follow its point: "0.5", ".05".
fn is_decimal(document: &Document, at: usize) -> bool {
    document.word(at).contains('.') || at > 0 && document.is(at - 1, ".") && glued(document, at - 1)
}

/// Whether the number begins with a zero: "07700".
fn has_leading_zero(document: &Document, at: usize) -> bool {
    let text = document.word(at);
    text.len() > 1 && text.starts_with('0') && !is_decimal(document, at)
}

/// Whether the number is all digits, and more than anything is counted in.
fn is_long(text: &str) -> bool {
    text.len() >= 10 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_digits(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::DIGITS)
}

/// Whether the number is one of several groups of digits in a row: "555 0143", "020-7946".
fn is_in_row(document: &Document, tokens: &Range<usize>) -> bool {
    let (text, next) = (document.word(tokens.start), document.word(tokens.end + 1));
    let long = |at: usize| is_digits(document, at) && document.word(at).len() >= 3;
    let telephone = || {
        let hung = joins(document, tokens.end) && long(tokens.end + 1);
        let groups = text.len() == 3 && next.len() == 4 || text.len() < 3 && is_file(next);
        hung && (groups || hangs(document, tokens.end + 2))
    };
    let first = long(tokens.start) && (long(tokens.end) || telephone());
    first
        || is_torn_off(document, tokens.start)
        || tokens.start > 0 && long(tokens.start) && is_digits(document, tokens.start - 1)
}

/// Whether letters follow the number directly, but not the s of "1960s".
fn has_letters_of_code(document: &Document, tokens: &Range<usize>) -> bool {
    let text = document.word(tokens.start);
    let plural = || {
        let ten = is_decimal(document, tokens.start) || text.ends_with('0');
        document.is(tokens.end, "s") && text.len() > 2 && ten
    };
    has_letters_behind(document, tokens.end - 1) && !plural()
}

/// Whether the sign before the number makes a name of it: "#4", "@5", "Q&A&3".
fn is_marked(document: &Document, at: usize) -> bool {
    at > 0
        && (document.is_one_of(at - 1, const { &WordList::of(["#", "@"]) })
            || document.is(at - 1, "&") && document.is_glued(at - 1)
            || at > 2 && document.is(at - 2, "&") && document.is_glued(at - 2)
            || is_short_year(document, at))
}

/// Whether a hyphen ties digits with letters to the number: "737-800ER".
fn is_of_model(document: &Document, tokens: &Range<usize>) -> bool {
    let next = tokens.end + 1;
    let lettered = || has_letters_behind(document, next) && !multiplies(document, next + 1);
    joins(document, tokens.end) && is_digits(document, next) && (lettered() || is_variant(document, tokens.start))
}

/// Whether the number is in an address of the post: "Tarn, VA (23510)", "23510 zip", "the 1900 block".
fn is_in_post(document: &Document, tokens: &Range<usize>) -> bool {
    let start = tokens.start;
    let state = start > 1
        && document.word(start).len() == 5
        && document.is(start - 1, "(")
        && document.tags(start - 2).any(Tags::UPPERCASE);
    state || is_postal(document, tokens) || document.is(tokens.end, "zip") || is_block(document, tokens)
}

/// Whether the number has so many decimals as only places on the map have: "33.91923 -118.33339".
fn is_on_map(text: &str) -> bool {
    text.split_once('.').is_some_and(|(_, decimals)| decimals.len() > 4)
}

/// "GMT +8": whether the number is that of a time zone.
fn is_time_zone(document: &Document, at: usize) -> bool {
    at > 1
        && (document.is(at - 1, "+") || kinds::is_dash(document, at - 1))
        && (document.is(at - 2, "gmt") || document.is(at - 2, "utc"))
}

/// Whether a hyphen ties capitals to the number: "3-CPO".
fn is_spelled(document: &Document, end: usize) -> bool {
    joins(document, end) && document.tags(end + 1).any(Tags::UPPERCASE)
}

/// Whether five digits after a state are a postal code, without a noun after them: "Tarn, TX 79930", "Tarn, Ohio,
/// 43160".
fn is_postal(document: &Document, tokens: &Range<usize>) -> bool {
    let text = document.word(tokens.start);
    let Some(last) = tokens.start.checked_sub(1) else { return false };
    let state = last.checked_sub(usize::from(document.is(last, ",")));
    let state = state.filter(|&at| at > 0 && document.is(at - 1, ","));
    let short = |at: usize| document.tags(at).any(Tags::UPPERCASE) && document.tokens[at].span.len() == 2;
    let long = |at: usize| document.tags(at).any(Tags::PLACE) && document.tags(at).any(Tags::CAPITALISED);
    let closed = document.tokens.get(tokens.end).is_none_or(|next| next.kind != TokenKind::Word)
        || document.tags(tokens.end).any(Tags::CAPITALISED);
    text.len() == 5
        && tokens.len() == 1
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && state.is_some_and(|at| short(at) || long(at) && closed)
}

/// Whether the number gives the houses of a street: "The 400 block", "the 400 and 500 blocks of Mill Lane".
fn is_block(document: &Document, tokens: &Range<usize>) -> bool {
    let hundreds = |at: usize| document.ends_in(at, "00") && document.tags(at).any(Tags::DIGITS);
    let blocks = |at: usize| document.is(at, "blocks") && document.is(at + 1, "of");
    let second = tokens.end + 1;
    document.is(tokens.end, "block")
        || hundreds(tokens.start) && blocks(tokens.end)
        || hundreds(tokens.start) && document.is(tokens.end, "and") && hundreds(second) && blocks(second + 1)
}

/// Whether the number in brackets numbers an item, gives a tie-break or repeats a number: "(1) A clerk who leaves",
/// "7-6 (5)", "two (2) goats".
fn is_bracketed(document: &Document, tokens: &Range<usize>) -> bool {
    let open = tokens.start.checked_sub(1).filter(|&at| document.is(at, "(") && document.is(tokens.end, ")"));
    let Some(open) = open.filter(|_| document.word(tokens.start).len() == 1) else { return false };
    let first = document.sentence_tokens(open).start == open;
    let before = open.checked_sub(1).filter(|_| !first);
    let joint = const { &WordList::of(["and", "or", "subsection"]) };
    let listed = |at: usize| document.is(at, ";") || document.is(at, ":") || document.is_one_of(at, joint);
    let set = |at: usize| at > 1 && document.tags(at).any(Tags::DIGITS) && kinds::is_dash(document, at - 1);
    first || before.is_some_and(|at| listed(at) || set(at) || document.tags(at).any(Tags::NUMBER_WORD))
}

/// Whether the number has an area or country code: "(0117) 496 0123", "(313) 555-0142", "(313)-555-0142", "+44 117
/// 4960".
fn is_dialled(document: &Document, tokens: &Range<usize>) -> bool {
    let digits = |at: usize| document.tags(at).any(Tags::DIGITS);
    let long = |at: usize| digits(at) && document.word(at).len() >= 3;
    let plus = |at: usize| document.is(at, "+") && document.is_glued(at);
    let Some(before) = tokens.start.checked_sub(1) else { return false };
    if document.is(before, "(") {
        let behind = tokens.end + 1 + usize::from(kinds::is_dash(document, tokens.end + 1));
        return long(tokens.start)
            && document.is(tokens.end, ")")
            && long(behind)
            && (joins(document, behind + 1) || digits(behind + 1));
    }
    plus(before) && digits(tokens.end) || before > 0 && plus(before - 1)
}

/// Whether the digits spell the letters of a telephone number: "555-HELP (4357)".
fn is_of_letters(document: &Document, tokens: &Range<usize>) -> bool {
    let Some(letters) = tokens.start.checked_sub(2) else { return false };
    document.is(letters + 1, "(")
        && document.is(tokens.end, ")")
        && document.tags(letters).any(Tags::UPPERCASE)
        && document.tokens[letters].span.len() == document.tokens[tokens.start].span.len()
        && document.word(letters).len() > 3
}

/// Whether the number is that of a file, ungrouped, after the year: `16-160009`.
fn is_file(number: &str) -> bool {
    number.len() >= 5 && number.bytes().all(|byte| byte.is_ascii_digit()) && !number.ends_with("00")
}

/// Whether a letter in brackets is glued to the number: `401(k)`.
fn has_letter_in_brackets(document: &Document, open: usize) -> bool {
    document.is(open, "(")
        && document.is_glued(open - 1)
        && document.is(open + 2, ")")
        && document.tokens.get(open + 1).is_some_and(|letter| letter.kind == TokenKind::Word && letter.span.len() == 1)
}

/// Whether a model of three digits and its variant start at `at`: `the 787-9`; next to a word of winning or losing it
/// is a score.
pub fn is_variant(document: &Document, at: usize) -> bool {
    let the = at > 0 && (document.is(at - 1, "the") || document.tags(at - 1).any(Tags::CAPITALISED));
    the && joins(document, at + 1)
        && document.word(at).len() == 3
        && document.tokens.get(at + 2).is_some_and(|token| token.kind == TokenKind::Number && token.span.len() <= 2)
}

/// Whether the number has six or more digits without commas, and nothing that it counts: "Text it to 274637".
fn is_plain_code(document: &Document, tokens: &Range<usize>) -> bool {
    let text = document.word(tokens.start);
    let plain = text.len() >= 6 && text.bytes().all(|byte| byte.is_ascii_digit()) && !text.ends_with("00");
    let things = document.tokens.get(tokens.end).is_some_and(|token| document.text(token.span).ends_with('s'));
    plain && !things && !document.tags(tokens.end).any(Tags::PERSON_NOUN | Tags::MAGNITUDE)
}

/// Whether letters are attached to the number at `at`: `800ER`.
pub fn has_letters_behind(document: &Document, at: usize) -> bool {
    glued(document, at) && kinds::is_word(document, at + 1)
}

/// Whether the letters at `at` are a magnitude or a unit, not part of a model: "10k-20k fans", "a £3-5m barge".
fn multiplies(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::MAGNITUDE | Tags::UNIT | Tags::CURRENCY)
}

/// Whether the number is part of a format and counts nothing: `480 x 360`.
fn is_format(document: &Document, tokens: &Range<usize>) -> bool {
    let digits = |at: usize| document.tags(at).any(Tags::DIGITS);
    let times = |at: usize| document.is(at, "x") || document.is(at, "×");
    times(tokens.end) && digits(tokens.end + 1)
        || tokens.start > 1 && times(tokens.start - 1) && digits(tokens.start - 2)
}

/// Whether an apostrophe replaces the century: `'11`, `’90s`.
fn is_short_year(document: &Document, at: usize) -> bool {
    glued(document, at - 1) && matches!(document.word(at - 1), "'" | "’" | "‘") && document.word(at).len() == 2
}

/// Whether the number at `start` is the last group of a telephone number, split off by a space: "555-010- 1234".
fn is_torn_off(document: &Document, start: usize) -> bool {
    let long = |at: usize| document.tags(at).any(Tags::DIGITS) && document.word(at).len() >= 3;
    start > 3 && hangs(document, start - 1) && long(start) && long(start - 2) && joins(document, start - 3)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn codes_count_nothing() {
        figures(
            "
Rowe has a 401(k) plan. Wardens text 274637 about case 16-160009 or ring (313)-555-0142 or +44 117 4960, and the 787-9 needs a screen of 480 x 360 from Tarn, VA (23510).
",
        );
    }

    #[test]
    fn telephone_letters() {
        figures(
            "
Call 555-HELP (4357) about it. Pike (12) wept.
                                     ^^ figure age value=12 unit=year counted=[Pike]
",
        );
    }

    #[test]
    fn signs() {
        figures(
            "
Pike Hurt & 3 Others Saved. Bus #4 and Q&A&3 left.
            ^ figure count value=3 counted=[Others]
",
        );
    }

    #[test]
    fn states_blocks_and_brackets() {
        figures(
            "
Write to 12 Mill Lane, Tarn, TX 79312, or to the 400 and 500 blocks of Ford Lane. Rowe won 7-6 (4), and two (2) goats slept.
                                                                                           ^^^ figure score low=6 high=7
                                                                                                        ^^^ figure count value=2
",
        );
    }
}
