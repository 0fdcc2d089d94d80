//! Tokens: words, numbers and marks, found and looked up in one pass over the bytes.
//!
//! ASCII is split here; a word with a letter beyond ASCII is split by UAX #29, with the same result where both apply.

use unicode_segmentation::UnicodeSegmentation;

use crate::{
    lexicon::{Key, LEXICON, folded},
    types::{FirstBytes, Span, Spelling, Tags, Token, TokenKind, WordId},
};

/// Appends the tokens of `span`; their sentences are set later.
pub fn tokenize(text: &str, span: Span, tokens: &mut Vec<Token>) {
    let part = &text[..span.end as usize];
    let mut at = span.start as usize;
    while let Some(first) = part[at..].chars().next() {
        if first.is_whitespace() || first.is_control() || is_invisible(first) {
            at += first.len_utf8();
            continue;
        }
        let (kind, end) = next(part, at, first);
        tokens.push(token(part, kind, at, end));
        at = end;
    }
}

/// Kind and end of the token that starts at `at` with `first`.
fn next(text: &str, at: usize, first: char) -> (TokenKind, usize) {
    let bytes = text.as_bytes();
    match first {
        '0'..='9' => (TokenKind::Number, number_end(bytes, at)),
        'a'..='z' | 'A'..='Z' => (TokenKind::Word, code_end(text, at).unwrap_or_else(|| word_end(text, at))),
        '\'' | '’' | '‘' | '`' | '´' => apostrophe(text, at, first),
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '＂' => {
            (TokenKind::Quotation, at + first.len_utf8())
        }
        '-' | '–' | '—' | '−' | '‐' | '‑' | '‒' | '―' => (TokenKind::Dash, dash_end(bytes, at, first)),
        _ if first.is_alphabetic() => (TokenKind::Word, word_end(text, at)),
        _ => (TokenKind::Mark, at + first.len_utf8()),
    }
}

/// Several hyphens in a row, typed for a dash, are one token.
fn dash_end(bytes: &[u8], at: usize, first: char) -> usize {
    if first != '-' {
        return at + first.len_utf8();
    }
    at + bytes[at..].iter().take_while(|&&byte| byte == b'-').count()
}

/// Digits, their grouping commas (each with three digits after it) and points between digits.
fn number_end(bytes: &[u8], start: usize) -> usize {
    let digits = |at: usize| bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut end = start + digits(start);
    loop {
        let behind = match bytes.get(end) {
            Some(b',') if digits(end + 1) == 3 => 3,
            Some(b'.') => digits(end + 1),
            _ => 0,
        };
        if behind == 0 {
            return end;
        }
        end += 1 + behind;
    }
}

/// The end of a currency code before digits: `RM120`, `EUR50m`, the letters of `$US5`. A code of one letter needs an
/// amount after it, as it is more often part of a name; so is `PS` before a bare digit.
fn code_end(text: &str, start: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[start..];
    let letters = bytes.iter().take(4).take_while(|byte| byte.is_ascii_alphabetic()).count();
    if !(1..=3).contains(&letters) || !bytes[0].is_ascii_uppercase() || !bytes.get(letters)?.is_ascii_digit() {
        return None;
    }
    let code = &text[start..start + letters];
    if text[..start].ends_with('$') && matches!(code, "US" | "AU" | "NZ" | "HK") {
        return Some(start + letters);
    }
    if letters == 1 && !(is_letter(code) && is_amount(text, start + 1)) {
        return None;
    }
    let bare = !bytes.get(letters + 1).is_some_and(|byte| b".,0123456789mb".contains(byte));
    let (id, tags) = LEXICON.look_up(&code.to_ascii_lowercase());
    let known = tags.any(Tags::CURRENCY) && LEXICON.units.all(id).iter().any(|unit| unit.exact == code);
    (known && !(bare && code == "PS")).then_some(start + letters)
}

/// The letters of `R2.3m`, `N1,550` and `P3.4 million`: rand, naira and Philippine pesos.
fn is_letter(code: &str) -> bool {
    matches!(code, "N" | "P" | "R")
}

/// Whether the number at `start` has separated thousands or is multiplied, unlike in names: `1,550`, `250 000`,
/// `2.3-million`, `2,3 million`.
fn is_amount(text: &str, start: usize) -> bool {
    let bytes = text.as_bytes();
    let whole = number_end(bytes, start);
    let digits = |at: usize| bytes[at.min(bytes.len())..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let end = match bytes.get(whole) {
        Some(b',') if matches!(digits(whole + 1), 1 | 2) => whole + 1 + digits(whole + 1),
        Some(b' ') if whole - start <= 3 && digits(whole + 1) == 3 => return true,
        _ => whole,
    };
    let rest = text[end..].trim_start_matches([' ', '-']);
    let word = &rest[..rest.bytes().take_while(u8::is_ascii_alphabetic).count()];
    text[start..end].contains(',') || matches!(word, "b" | "bn" | "m" | "million" | "billion" | "trillion")
}

/// Letters and digits, with apostrophes between letters (except of a possessive) and dots between initials.
fn word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = start;
    loop {
        while bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
            end += 1;
        }
        let rest = &text[end..];
        match rest.chars().next() {
            Some('.') if is_initial(bytes, start, end) => end += 1,
            Some(mark @ ('\'' | '’')) if joins_letters(rest, mark) => end += mark.len_utf8(),
            Some(letter) if !letter.is_ascii() && letter.is_alphanumeric() => return unicode_word_end(text, start),
            _ => return end,
        }
    }
}

/// Whether the full stop at `end` belongs to initials: `U.S.`, `p.m.`, but not the `J.` of a name, which is followed by
/// a space.
fn is_initial(bytes: &[u8], start: usize, end: usize) -> bool {
    let letter_before = bytes[end - 1].is_ascii_alphabetic() && (end - start == 1 || bytes[end - 2] == b'.');
    let letter_behind = bytes.get(end + 1).is_some_and(u8::is_ascii_alphabetic);
    let single_behind = letter_behind && !bytes.get(end + 2).is_some_and(u8::is_ascii_alphanumeric);
    let closes = end - start > 1 && bytes[end - 2] == b'.' && !letter_behind;
    letter_before && (single_behind || closes)
}

/// Whether an apostrophe is between letters and not of a possessive: `O’Neill`, `don't`.
fn joins_letters(rest: &str, mark: char) -> bool {
    let mut behind = rest[mark.len_utf8()..].chars();
    let Some(first) = behind.next().filter(|letter| letter.is_alphabetic()) else { return false };
    let possessive = matches!(first, 's' | 'S') && !behind.next().is_some_and(char::is_alphanumeric);
    !possessive
}

/// The end of the word by UAX #29, without a possessive `'s`.
fn unicode_word_end(text: &str, start: usize) -> usize {
    let word = text[start..].split_word_bounds().next().unwrap_or_default();
    let stem = ["'s", "’s", "'S", "’S"].iter().find_map(|ending| word.strip_suffix(ending));
    let length = stem.filter(|stem| !stem.is_empty()).unwrap_or(word).len();
    start + length.max(text[start..].chars().next().map_or(0, char::len_utf8))
}

/// `'s` after a word, the apostrophe of `’90s`, doubled single marks, or a single quotation mark.
fn apostrophe(text: &str, at: usize, first: char) -> (TokenKind, usize) {
    let end = at + first.len_utf8();
    let before = text[..at].chars().next_back();
    let mut behind = text[end..].chars();
    let (next, second) = (behind.next(), behind.next());
    let after_letter = before.is_some_and(char::is_alphanumeric);
    if next == Some(first) && first != '´' {
        return (TokenKind::Quotation, end + first.len_utf8());
    }
    if after_letter && matches!(next, Some('s' | 'S')) && !second.is_some_and(char::is_alphanumeric) {
        return (TokenKind::Possessive, end + 1);
    }
    let decade = next.is_some_and(|digit| digit.is_ascii_digit()) && second.is_some_and(|digit| digit.is_ascii_digit());
    if decade && !after_letter && first != '‘' {
        return (TokenKind::Mark, end);
    }
    (TokenKind::Quotation, end)
}

/// Whether a character is invisible: it joins, separates or controls the direction of writing.
pub fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}

fn token(text: &str, kind: TokenKind, start: usize, end: usize) -> Token {
    let word = &text[start..end];
    let (id, tags, spelling) = match kind {
        TokenKind::Word => look_up(text, start, end),
        _ => {
            let (id, tags) = match kind {
                TokenKind::Mark => LEXICON.look_up(word),
                TokenKind::Number => (WordId::NONE, Tags::DIGITS),
                TokenKind::Dash => (WordId::NONE, Tags::LINK),
                _ => (WordId::NONE, Tags::NONE),
            };
            (id, tags, Spelling::of(word.as_bytes()))
        }
    };
    Token { span: Span::new(start, end), kind, tags, word: id, spelling, sentence: 0 }
}

/// Lexicon entry, shape and spelling of the word `text[start..end]`.
fn look_up(text: &str, start: usize, end: usize) -> (WordId, Tags, Spelling) {
    let first = FirstBytes::of(text.as_bytes(), start, end);
    let word = &text[start..end];
    let rest = word.as_bytes().get(FirstBytes::COUNT..).unwrap_or_default();
    if !first.is_ascii() || !rest.is_ascii() {
        let (id, tags) = look_up_unicode(word);
        return (id, tags, Spelling::of(word.as_bytes()));
    }
    let key = Key::of_first(first.lower(), word.len());
    let (id, tags) =
        if key.is_whole() { LEXICON.look_up_key(key) } else { LEXICON.look_up(&word.to_ascii_lowercase()) };
    let (capitals, small) = first.capitals_and_small();
    let upper = capitals > 1 && small == 0 && !rest.iter().any(u8::is_ascii_lowercase);
    let odd = first.has_odd_capital() || rest.iter().any(u8::is_ascii_uppercase);
    let capitalised = word.as_bytes()[0].is_ascii_uppercase() || odd && is_brand(word);
    (id, tags | shape(capitalised, upper, odd), key.spelling())
}

fn look_up_unicode(word: &str) -> (WordId, Tags) {
    let (id, tags) = LEXICON.look_up(&folded(word));
    let letters = || word.chars().filter(|letter| letter.is_alphabetic());
    let upper = letters().count() > 1 && letters().all(char::is_uppercase);
    (id, tags | shape(word.starts_with(char::is_uppercase), upper, is_made_up(word)))
}

/// `eBarge`, `iLock`: company names with one small letter before the capital.
fn is_brand(word: &str) -> bool {
    matches!(word.as_bytes(), [first, capital, small, ..] if first.is_ascii_lowercase() && capital.is_ascii_uppercase()
        && small.is_ascii_lowercase())
}

/// Whether a word has a capital at an unusual place (not as in `McCoist`, `O’Neill` or `DeLay`) or a letter that is not
/// Latin.
fn is_made_up(word: &str) -> bool {
    let word = behind_apostrophe(word).unwrap_or(word);
    let capital = |at: usize| word.as_bytes().get(at).is_some_and(u8::is_ascii_uppercase);
    (4..word.len()).any(capital)
        || capital(1)
        || word.chars().any(|letter| letter > '\u{24F}' && letter.is_alphabetic())
}

/// What follows the apostrophe inside a name that is capitalised on both of its sides: `O’Tolland`, `Del'Vonte`.
fn behind_apostrophe(word: &str) -> Option<&str> {
    let (first, second) = word.split_once(['’', '\''])?;
    let plain = first.bytes().skip(1).all(|letter| letter.is_ascii_lowercase());
    (plain && second.starts_with(|letter: char| letter.is_ascii_uppercase())).then_some(second)
}

fn shape(capitalised: bool, upper: bool, made_up: bool) -> Tags {
    let tags = match (capitalised, upper) {
        (true, true) => Tags::CAPITALISED | Tags::UPPERCASE,
        (true, false) => Tags::CAPITALISED,
        _ => Tags::NONE,
    };
    if made_up { tags | Tags::MADE_UP } else { tags }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        tokens.iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn text_is_cut_into_words_numbers_and_marks() {
        let cases: [(&str, &[&str]); 9] = [
            ("Kent’s 12-year-old won't.", &["Kent", "’s", "12", "-", "year", "-", "old", "won't", "."]),
            ("£5.4m, or 825,000", &["£", "5.4", "m", ",", "or", "825,000"]),
            ("U.S. Rep. J. Smith at 7 p.m.", &["U.S.", "Rep", ".", "J", ".", "Smith", "at", "7", "p.m."]),
            ("the players' ‘odd’ plan", &["the", "players", "'", "‘", "odd", "’", "plan"]),
            ("O’Neill’s São Tomé’s", &["O’Neill", "’s", "São", "Tomé", "’s"]),
            ("''So,'' in the ’90s", &["''", "So", ",", "''", "in", "the", "’", "90", "s"]),
            ("2014/15 -- 3.15am", &["2014", "/", "15", "--", "3.15", "am"]),
            ("1st M25 US$171 RM120", &["1", "st", "M25", "US", "$", "171", "RM", "120"]),
            ("end.Next 1,23", &["end", ".", "Next", "1", ",", "23"]),
        ];
        for (text, expected) in cases {
            assert_eq!(words(text), expected);
        }
    }

    proptest! {
        /// The fast path and UAX #29 agree on every plain ASCII word.
        #[test]
        fn both_paths_cut_ascii_words_alike(word in "[A-Za-z]{1,12}('[a-rt-z]{1,4})?", rest in "[ ,;!?]{1}[a-z ]{0,5}") {
            let text = format!("{word}{rest}");
            prop_assert_eq!(word_end(&text, 0), unicode_word_end(&text, 0));
        }

        #[test]
        fn tokens_cover_all_but_space_in_order(text in "\\PC{0,80}") {
            let mut tokens = Vec::new();
            tokenize(&text, Span::new(0, text.len()), &mut tokens);
            let mut end = 0;
            for token in &tokens {
                prop_assert!(token.span.start >= end && !token.span.is_empty());
                let gap = &text[end as usize..token.span.start as usize];
                prop_assert!(gap.chars().all(|c| c.is_whitespace() || c.is_control() || is_invisible(c)));
                end = token.span.end;
            }
        }
    }
}
