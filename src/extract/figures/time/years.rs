//! Years as written: four digits, or in words.

use super::number;
use crate::{
    grammar::{kinds, years},
    lexicon::{LEXICON, NumberClass, NumberWord},
    types::{Document, Tags, WordList},
};

/// The year at token `at` and the token after it: `1996`, `nineteen ninety-six`, `two thousand and four`.
pub fn at(document: &Document, at: usize) -> Option<(i16, usize)> {
    digits(document, at).or_else(|| spoken(document, at))
}

/// The year after a date, and the token after it: `2015`, `, 2015`, `of 2015`.
pub fn behind(document: &Document, end: usize) -> Option<(i16, usize)> {
    let at = end + usize::from(document.is_one_of(end, const { &WordList::of([",", "in", "of"]) }));
    self::at(document, at).filter(|(_, end)| !document.tags(*end).any(Tags::PERCENT))
}

/// A year in four digits, and the token after it.
pub fn digits(document: &Document, at: usize) -> Option<(i16, usize)> {
    years::in_digits(document, at).map(|year| (year, at + 1))
}

/// A year in two digits after an apostrophe, in the twentieth century from 1930 on: `'96`, `’03`.
pub fn short(document: &Document, at: usize) -> Option<(i16, usize)> {
    let apostrophe = document.is_one_of(at, const { &WordList::of(["'", "’", "‘"]) }) && document.is_glued(at);
    let two = document.tokens.get(at + 1).is_some_and(|token| token.span.len() == 2);
    let year = number::digits(document, at + 1).filter(|_| apostrophe && two)? as i16;
    Some((if year < 30 { 2000 + year } else { 1900 + year }, at + 2))
}

/// A year in words, century and year, from 1700 to 2099.
pub fn spoken(document: &Document, at: usize) -> Option<(i16, usize)> {
    let century = small(document, at)?;
    if century == 2 && document.is(at + 1, "thousand") {
        let rest = at + 2 + usize::from(document.is(at + 2, "and"));
        return Some(two_digits(document, rest).map_or((2000, at + 2), |(year, end)| (2000 + year, end)));
    }
    let (year, end) = two_digits(document, at + 1).filter(|(year, _)| *year >= 10)?;
    (17..=20).contains(&century).then_some((century * 100 + year, end))
}

/// A number below a hundred in words: `six`, `ninety`, `ninety-six`.
fn two_digits(document: &Document, at: usize) -> Option<(i16, usize)> {
    let first = word(document, at)?;
    let value = small(document, at)?;
    if first.class != NumberClass::Ten {
        return Some((value, at + 1));
    }
    let next = at + 1 + usize::from(kinds::is_dash(document, at + 1));
    match small(document, next).filter(|unit| (1..10).contains(unit)) {
        Some(unit) => Some((value + unit, next + 1)),
        None => Some((value, at + 1)),
    }
}

fn word(document: &Document, at: usize) -> Option<&'static NumberWord> {
    LEXICON.numbers.get(document.tokens.get(at)?.word)
}

fn small(document: &Document, at: usize) -> Option<i16> {
    let word = word(document, at).filter(|word| matches!(word.class, NumberClass::Unit | NumberClass::Ten))?;
    i16::try_from(word.value).ok()
}

#[cfg(test)]
mod tests {

    use crate::{
        segment::segment,
        types::{Article, Buffers},
    };

    #[test]
    fn years_are_read_in_digits_and_as_spoken() {
        let cases = [
            ("1996 was", Some((1996, 1))),
            ("nineteen ninety-six was", Some((1996, 4))),
            ("twenty ten", Some((2010, 2))),
            ("two thousand and four", Some((2004, 4))),
            ("two thousand sheep", Some((2000, 2))),
            ("twenty five", None),
            ("19960 was", None),
        ];
        for (text, expected) in cases {
            let article = Article::new("a", None, text);
            let document = segment(&article, Buffers::default());
            assert_eq!(super::at(&document, 0), expected, "{text}");
        }
    }
}
