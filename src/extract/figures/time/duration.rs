//! A length of time: "five years", "a two-week strike", "an hour and a half", "several months".

use rust_decimal::Decimal;

use super::{
    edges,
    length::Length,
    number,
    phrase::{self, Phrase, Time},
};
use crate::{
    extract::Extractor,
    lexicon::{LEXICON, TimeUnit, TimeWord},
    types::{Document, Figure, Tags, TokenKind},
};

/// Lengths of time.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.duration",
    source: include_str!("duration.rs"),
    anchors: Tags::TIME_UNIT,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The length whose unit stands at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    let &TimeWord::Unit(unit) = LEXICON.times.get(document.tokens[at].word)? else { return None };
    if is_age(document, at + 1) {
        return None;
    }
    let (value, start) = amount(document, at, unit).or_else(|| is_bare(document, at).then_some((None, at)))?;
    Some(Phrase::new(start..at + 1, Time::Length(Length { value, unit })))
}

/// `-old`, `old`, `of age` behind the unit make an age of it.
fn is_age(document: &Document, at: usize) -> bool {
    let dash = document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Dash);
    document.is(at + usize::from(dash), "old")
        || document.is(at + usize::from(dash), "olds")
        || (document.is(at, "of") && document.is(at + 1, "age"))
}

/// "For years", "weeks of talks": a plural that says neither how many nor which.
fn is_bare(document: &Document, at: usize) -> bool {
    const BEFORE: &[&str] =
        &["for", "in", "within", "after", "over", "follows", "take", "takes", "took", "taken", "lasted", "spent"];
    const BEHIND: &[&str] = &["of", "ago", "later", "earlier", "before", "after"];
    let before = at.checked_sub(1).is_some_and(|before| edges::is_any(document, before, BEFORE));
    document.word(at).ends_with('s') && (before || edges::is_any(document, at + 1, BEHIND))
}

/// How many of the unit at `at`, and the first token of the phrase; `None` for the number where the
/// words leave it open.
fn amount(document: &Document, at: usize, unit: TimeUnit) -> Option<(Option<Decimal>, usize)> {
    let mut end = at;
    let dash = end.checked_sub(1)?;
    if document.tokens[dash].kind == TokenKind::Dash {
        end = dash;
    }
    const BETWEEN: &[&str] = &[
        "consecutive",
        "straight",
        "successive",
        "full",
        "additional",
        "more",
        "further",
        "whole",
        "long",
        "extra",
        "working",
        "trading",
        "calendar",
        "business",
        "solid",
        "entire",
    ];
    if end.checked_sub(1).is_some_and(|word| edges::is_any(document, word, BETWEEN)) {
        end -= 1;
    }
    if let Some((value, start)) = number::before(document, end) {
        let ordinal = unit == TimeUnit::Quarter
            || (unit == TimeUnit::Second
                && document.tokens[start].kind != TokenKind::Number
                && document.is(at, "second"));
        return (!ordinal).then_some((Some(value), start));
    }
    let word = end.checked_sub(1)?;
    let of = document.is(word, "of");
    if of && word > 0 && document.is(word - 1, "couple") {
        let start = word - 1;
        let start = start.checked_sub(1).filter(|&at| document.is(at, "a")).unwrap_or(start);
        return Some((Some(Decimal::TWO), start));
    }
    if edges::is_any(document, word, &["several", "few", "many", "some", "numerous"]) {
        let start = word.checked_sub(1).filter(|&at| document.is(word, "few") && document.is(at, "a")).unwrap_or(word);
        return Some((None, start));
    }
    if edges::is_any(document, word, &["a", "an"]) && !document.is(at, "second") && unit != TimeUnit::Quarter {
        return Some((Some(Decimal::ONE), word));
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn lengths_have_value_and_unit() {
        figures_at(
            "2016-02-11",
            "
The six-week trial cost a year of work.
    ^^^^^^^^ figure duration value=6 unit=week resolved=P6W
                        ^^^^^^ figure duration value=1 unit=year resolved=P1Y
",
        );
    }
}
