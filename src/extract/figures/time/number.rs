//! Small numbers beside words of time, in digits and words.

use rust_decimal::Decimal;

use crate::{
    lexicon::{LEXICON, NumberClass},
    types::{Document, Tags, TokenKind},
};

/// Words of one number are at most this many tokens: "three hundred and sixty-five and a half".
const LONGEST: usize = 9;

/// The whole number in digits at `at`.
pub fn digits(document: &Document, at: usize) -> Option<i32> {
    let token = document.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
    document.text(token.span).parse().ok()
}

/// The rank at `at` and the token behind it: `3rd` (two tokens), `third`, `twenty-third`.
pub fn ordinal(document: &Document, at: usize) -> Option<(i32, usize)> {
    if let Some(number) = digits(document, at) {
        let suffix = ["st", "nd", "rd", "th"].iter().any(|suffix| document.is(at + 1, suffix));
        return (suffix && document.is_glued(at)).then_some((number, at + 2));
    }
    let word = LEXICON.numbers.get(document.tokens.get(at)?.word)?;
    let value = i32::try_from(word.value).ok()?;
    match word.class {
        NumberClass::Ordinal => Some((value, at + 1)),
        NumberClass::Ten => {
            let unit = if document.tokens.get(at + 1)?.kind == TokenKind::Dash { at + 2 } else { at + 1 };
            let word = LEXICON.numbers.get(document.tokens.get(unit)?.word)?;
            let rest = i32::try_from(word.value).ok().filter(|rest| (1..10).contains(rest))?;
            (word.class == NumberClass::Ordinal).then_some((value + rest, unit + 1))
        }
        _ => None,
    }
}

/// The number whose last token stands before `end`, and its first token: `12`, `two`, `twenty-four`,
/// `two and a half`.
pub fn before(document: &Document, end: usize) -> Option<(Decimal, usize)> {
    let last = end.checked_sub(1)?;
    let scaled = document.tags(last).any(Tags::MAGNITUDE);
    if document.tokens[last].kind == TokenKind::Number {
        return Some((document.word(last).replace(',', "").parse().ok()?, last));
    }
    let mut start = end;
    while start > 0 && end - start < LONGEST && continues(document, start - 1, start, end) {
        start -= 1;
    }
    if start > 0 && scaled && start == last && document.tokens[start - 1].kind == TokenKind::Number {
        start -= 1;
    }
    // A number neither begins with `and` nor with a hyphen.
    while start < end && !document.tags(start).any(NUMBER | Tags::DIGITS) {
        start += 1;
    }
    (start < end).then(|| words(document, start, end)).flatten().map(|value| (value, start))
}

const NUMBER: Tags = Tags::NUMBER_WORD.with(Tags::MAGNITUDE).with(Tags::FRACTION);

/// Whether the token at `at` goes on with the number from `start` to `end` towards its front.
fn continues(document: &Document, at: usize, start: usize, end: usize) -> bool {
    let tags = document.tags(at);
    let joins = document.is(at, "and") || document.tokens[at].kind == TokenKind::Dash;
    let half = (document.is(at, "a") || document.is(at, "an")) && document.is(start, "half");
    tags.any(NUMBER) && !document.is(at, "second") || half || (joins && start < end)
}

/// The value of number words, read from the front.
fn words(document: &Document, start: usize, end: usize) -> Option<Decimal> {
    let (mut total, mut group) = (Decimal::ZERO, Decimal::ZERO);
    for at in start..end {
        if document.tokens[at].kind == TokenKind::Number {
            group = document.word(at).replace(',', "").parse().ok()?;
            continue;
        }
        let Some(word) = LEXICON.numbers.get(document.tokens[at].word) else { continue };
        match word.class {
            NumberClass::Unit | NumberClass::Ten | NumberClass::Fraction => group = group.checked_add(word.value)?,
            NumberClass::Dozen | NumberClass::Hundred => group = group.max(Decimal::ONE).checked_mul(word.value)?,
            NumberClass::Magnitude | NumberClass::Suffix | NumberClass::Plural => {
                total = total.checked_add(group.max(Decimal::ONE).checked_mul(word.value)?)?;
                group = Decimal::ZERO;
            }
            NumberClass::Ordinal => return None,
        }
    }
    total.checked_add(group)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        segment::segment,
        types::{Article, Buffers},
    };

    #[test]
    fn numbers_are_read_from_their_end() {
        let cases = [
            ("about twenty-four", "24", 1),
            ("the six and a half", "6.5", 1),
            ("nearly one hundred and five", "105", 1),
            ("for 1,200", "1200", 1),
            ("red and ten", "10", 2),
        ];
        for (text, value, start) in cases {
            let article = Article::new("a", None, text);
            let document = segment(&article, Buffers::default());
            let expected = Some((value.parse().unwrap(), start));
            assert_eq!(before(&document, document.tokens.len()), expected, "{text}");
        }
    }

    #[test]
    fn ranks_are_read_in_digits_and_words() {
        for (text, rank, end) in [("3rd of", 3, 2), ("twenty-first of", 21, 3), ("ninth", 9, 1)] {
            let article = Article::new("a", None, text);
            let document = segment(&article, Buffers::default());
            assert_eq!(ordinal(&document, 0), Some((rank, end)), "{text}");
        }
    }
}
