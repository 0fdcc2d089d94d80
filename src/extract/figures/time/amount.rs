//! The number of a unit of time: the words before the unit, read backwards.

use rust_decimal::Decimal;

use super::edges::is_any;
use crate::{
    extract::figures::{inner_bound, interval, numeral},
    grammar::kinds,
    types::{Document, Tags, TokenKind},
};

/// A number of units; `None` ends where the words are vague: "several months".
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount {
    pub low: Option<Decimal>,
    pub high: Option<Decimal>,
    /// Its first token.
    pub start: usize,
}

impl Amount {
    fn exactly(value: Decimal, start: usize) -> Self {
        Self { low: Some(value), high: Some(value), start }
    }

    fn open(start: usize) -> Self {
        Self { low: None, high: None, start }
    }
}

/// Maximum number of tokens of a number: "between three hundred and sixty-five and four hundred".
const LONGEST: usize = 9;

/// Units whose halves and quarters are durations: "a half-hour"; half-years and quarters of months are parts of the
/// calendar.
const UNITS_IN_PARTS: &[&str] = &["century", "day", "decade", "hour", "minute"];

/// Words between a number and its unit.
const BETWEEN: &[&str] = &[
    "additional",
    "business",
    "calendar",
    "consecutive",
    "entire",
    "extra",
    "full",
    "further",
    "long",
    "more",
    "solid",
    "straight",
    "successive",
    "trading",
    "whole",
    "working",
];

/// The number before the unit at `unit`.
pub fn before(document: &Document, unit: usize) -> Option<Amount> {
    let dash = unit
        .checked_sub(1)
        .filter(|&at| document.tokens[at].kind == TokenKind::Dash && document.is_glued(at))
        .unwrap_or(unit);
    let between = |&at: &usize| is_any(document, at, BETWEEN) || is_described(document, at);
    let bound = inner_bound::before(document, dash);
    let end = bound.or_else(|| dash.checked_sub(1).filter(between)).unwrap_or(dash);
    let counted = counted(document, end);
    // "A $40m SEC penalty", "£3m days before": a sum is not a duration.
    if counted.is_some_and(|counted| numeral::follows_currency(document, counted.start)) {
        return None;
    }
    counted
        .or_else(|| crowd(document, end))
        .or_else(|| fraction(document, end))
        .or_else(|| vague(document, end))
        .or_else(|| article(document, end))
}

/// A plural magnitude before an `of`: "Thousands of hours".
fn crowd(document: &Document, end: usize) -> Option<Amount> {
    let of = end.checked_sub(1).filter(|&at| is_any(document, at, &["of"]))?;
    let plural = of.checked_sub(1).filter(|&at| document.tags(at).any(Tags::MAGNITUDE | Tags::NUMBER_WORD))?;
    document.ends_in(plural, "s").then(|| counted(document, of))?
}

/// Whether the word is an adjective between a number and its unit: "24 difficult years".
fn is_described(document: &Document, at: usize) -> bool {
    const NUMBERS: Tags = Tags::DIGITS.with(Tags::NUMBER_WORD);
    let word = document.word(at);
    let adjective =
        document.tags(at).any(Tags::ADJECTIVE) || ["ing", "ous", "ful", "lt"].iter().any(|end| word.ends_with(end));
    adjective && word.len() > 4 && at > 0 && document.tags(at - 1).any(NUMBERS)
}

/// The longest number that ends before token `end`: `six`, `two and a half`, `five to seven`.
pub fn counted(document: &Document, end: usize) -> Option<Amount> {
    let first = end.saturating_sub(LONGEST);
    let start = (first..end).rev().take_while(|&at| may_count(document, at)).last()?;
    // "500 million three years ago": a magnitude belongs to the number before it.
    let apart = |at: &usize| {
        let number = *at > 0 && document.tags(at - 1).any(Tags::DIGITS.with(Tags::NUMBER_WORD));
        !(number && document.tags(*at).any(Tags::MAGNITUDE))
    };
    (start..end).filter(apart).find_map(|at| {
        // "Cut it from 12 to 8 weeks": the duration is the second.
        let lengths =
            |range: &interval::Interval| range.tokens.end == end && range.unit.is_none() && range.before.is_none();
        if let Some(range) = interval::at(document, at).filter(lengths) {
            return Some(Amount { low: Some(range.low), high: Some(range.high), start: range.tokens.start });
        }
        let number = numeral::at(document, at).filter(|number| number.tokens.end == end)?;
        Some(Amount { low: Some(number.low), high: Some(number.high), start: number.tokens.start })
    })
}

fn may_count(document: &Document, at: usize) -> bool {
    const NUMBERS: Tags = Tags::DIGITS.with(Tags::NUMBER_WORD).with(Tags::FRACTION).with(Tags::MAGNITUDE);
    document.tags(at).any(NUMBERS)
        || document.tokens[at].kind == TokenKind::Dash
        || is_any(document, at, &["and", "or", "to", "a", "an"])
        || is_any(document, at, &["/", "⁄"]) && document.tags(at + 1).any(Tags::DIGITS)
}

/// A half or quarter: `half a`, `a quarter of an`, `a half-`, `quarter-`.
fn fraction(document: &Document, end: usize) -> Option<Amount> {
    if let Some(part) = end.checked_sub(1).filter(|&at| is_any(document, at, &["half", "quarter"])) {
        let unit = if document.tags(end).any(Tags::TIME_UNIT) { end } else { end + 1 };
        let value = if document.is(part, "half") { Decimal::new(5, 1) } else { Decimal::new(25, 2) };
        let before = part.checked_sub(1)?;
        let article = is_any(document, before, &["a"]);
        let introduced = article || is_any(document, before, &["the"]) || document.tags(before).any(Tags::POINTER);
        return (introduced && is_any(document, unit, UNITS_IN_PARTS))
            .then(|| Amount::exactly(value, if article { before } else { part }));
    }
    let article = end.checked_sub(1).filter(|&at| is_any(document, at, &["a", "an"]))?;
    let of = article.checked_sub(1).filter(|&at| document.is(at, "of")).unwrap_or(article);
    let part = of.checked_sub(1)?;
    let half = document.is(part, "half") && of == article;
    if half {
        return Some(Amount::exactly(Decimal::new(5, 1), part));
    }
    let counted = counted(document, of).filter(|_| of < article && document.tags(part).any(Tags::FRACTION));
    if counted.is_some() {
        return counted;
    }
    let quarter = of < article && document.is(part, "quarter");
    quarter.then(|| {
        Amount::exactly(Decimal::new(25, 2), part.checked_sub(1).filter(|&at| document.is(at, "a")).unwrap_or(part))
    })
}

/// A vague number: `a couple of`, `several`, `a few`.
fn vague(document: &Document, end: usize) -> Option<Amount> {
    let word = end.checked_sub(1)?;
    let noun = if document.is(word, "of") { word.checked_sub(1)? } else { word };
    let article = |at: usize| at.checked_sub(1).filter(|&before| document.is(before, "a")).unwrap_or(at);
    // "A single-day loss".
    if document.is(word, "single") && kinds::is_dash(document, end) {
        return Some(Amount::exactly(Decimal::ONE, word));
    }
    if document.is(noun, "couple") {
        return Some(Amount::exactly(Decimal::TWO, article(noun)));
    }
    if document.is(word, "few") {
        return Some(Amount::open(article(word)));
    }
    // "The second in as many days": the number is that mentioned before.
    if word > 0 && document.is(word, "many") && document.is(word - 1, "as") {
        return None;
    }
    is_any(document, word, &["several", "many", "some", "numerous", "countless"]).then(|| Amount::open(word))
}

/// The article as one: `a`, `an`.
fn article(document: &Document, end: usize) -> Option<Amount> {
    let word = end.checked_sub(1)?;
    is_any(document, word, &["a", "an"]).then(|| Amount::exactly(Decimal::ONE, word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        segment::segment,
        types::{Article, Buffers},
    };

    #[test]
    fn one_or_the_other() {
        crate::testing::figures(
            "
The mill will last 20 or 30 years, and the weir was built in three or five days.
                   ^^^^^^^^^^^^^^ figure duration low=20 high=30 unit=year counted=[mill]
                                                             ^^^^^^^^^^^^^^^^^^ figure duration low=3 high=5 unit=day
",
        );
    }

    #[test]
    fn amounts_are_read_from_their_end() {
        let cases = [
            ("about twenty-four", "24", "24", 1),
            ("the six and a half", "6.5", "6.5", 1),
            ("for 1,200", "1200", "1200", 1),
            ("for 3 1/2", "3.5", "3.5", 1),
            ("red and ten", "10", "10", 2),
            ("after five to seven", "5", "7", 1),
            ("nearly half a", "0.5", "0.5", 1),
            ("a couple of", "2", "2", 0),
            ("two consecutive", "2", "2", 0),
        ];
        for (text, low, high, start) in cases {
            let article = Article::new("a", None, text);
            let document = segment(&article, Buffers::default());
            let expected = Amount { low: low.parse().ok(), high: high.parse().ok(), start };
            assert_eq!(before(&document, document.tokens.len()), Some(expected), "{text}");
        }
    }
}
