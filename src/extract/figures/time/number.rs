//! Whole numbers and ordinals inside dates, in digits and words.

use crate::{
    grammar::classes,
    lexicon::{LEXICON, NumberClass},
    types::{Document, TokenKind},
};

/// The whole number in digits at `at`.
pub fn digits(document: &Document, at: usize) -> Option<i32> {
    let token = document.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
    document.text(token.span).parse().ok()
}

/// The ordinal at `at` and the token after it: `3rd` (two tokens), `third`, `twenty-third`.
pub fn ordinal(document: &Document, at: usize) -> Option<(i32, usize)> {
    if let Some(number) = digits(document, at) {
        return classes::is_ordinal_in_digits(document, at).then_some((number, at + 2));
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

/// The number of a ten and a unit in words at `at`, and the token after it: `twenty nine`, `thirty-one`.
pub fn spelled(document: &Document, at: usize) -> Option<(i32, usize)> {
    let class = |at: usize, class: NumberClass| {
        let word = LEXICON.numbers.get(document.tokens.get(at)?.word).filter(|word| word.class == class)?;
        i32::try_from(word.value).ok()
    };
    let ten = class(at, NumberClass::Ten)?;
    let unit = at + 1 + usize::from(document.tokens.get(at + 1)?.kind == TokenKind::Dash);
    let rest = class(unit, NumberClass::Unit).filter(|rest| (1..10).contains(rest))?;
    Some((ten + rest, unit + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        segment::segment,
        types::{Article, Buffers},
    };

    #[test]
    fn ranks_are_read_in_digits_and_words() {
        for (text, rank, end) in [("3rd of", 3, 2), ("twenty-first of", 21, 3), ("ninth", 9, 1)] {
            let article = Article::new("a", None, text);
            let document = segment(&article, Buffers::default());
            assert_eq!(ordinal(&document, 0), Some((rank, end)), "{text}");
        }
    }
}
