//! The ways a number can follow from others: copied, rounded, added up, subtracted, converted to another unit.

use crate::{check::shown::shown, grammar::kinds};
use std::ops::Range;

use rust_decimal::Decimal;

use super::{
    interval::rounds_to,
    stems::{content, shared},
};
use crate::types::{BlockKind, Document, Fact, Figure, FigureKind, Span, Tags, TokenKind, WordList, WordMap};

/// A number stated in the text, whatever it counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stated {
    pub span: Span,
    /// Index into `Document::sentences`.
    pub sentence: u32,
    pub value: Decimal,
    pub unit: Option<&'static str>,
    pub kind: FigureKind,
}

/// How a number follows from others, worded for the message, and the places it follows from.
#[derive(Debug, Clone, PartialEq)]
pub struct Derivation {
    pub arithmetic: String,
    /// Whether the number was copied, rounded, added up or left over; otherwise the match may be chance.
    pub is_plain: bool,
    pub from: Vec<Span>,
}

/// Words for groups with a fixed number of people.
const GROUPS: WordMap<i64, 10> = WordMap::of([
    ("couple", 2),
    ("duo", 2),
    ("grandparents", 2),
    ("newlyweds", 2),
    ("pair", 2),
    ("parents", 2),
    ("quartet", 4),
    ("trio", 3),
    ("triplets", 3),
    ("twins", 2),
]);

/// Units of time: the longer, the shorter, and how many of the shorter make the longer.
const CONVERSIONS: [(&str, &str, i64); 7] = [
    ("minute", "second", 60),
    ("hour", "minute", 60),
    ("day", "hour", 24),
    ("week", "day", 7),
    ("year", "month", 12),
    ("year", "week", 52),
    ("decade", "year", 10),
];

/// The most numbers of a sentence that are added up.
const TERMS: usize = 4;
/// The most words between two numbers that are added up.
const APART: usize = 6;

/// Every number in the figures of the body, including ends of ranges, parts and wholes, years and days.
pub fn stated(document: &Document, figures: &[Fact<Figure>]) -> Vec<Stated> {
    let mut stated = Vec::new();
    for fact in figures.iter().filter(|fact| document.block_of_fact(fact).kind != BlockKind::Title) {
        let figure = &fact.detail;
        let mut values = [figure.value, None, None, None];
        if figure.value.is_none() {
            (values[1], values[2]) = (figure.low, figure.high);
        }
        if let Some((part, whole)) = figure.part_of {
            (values[2], values[3]) = (Some(part), Some(whole));
        }
        if let (FigureKind::Date, Some(date)) = (figure.kind, &figure.resolved) {
            values = [printed_year(document, fact), end_of_date(date, 8..10), None, None];
        }
        let (span, sentence, unit, kind) = (fact.span, fact.sentence, figure.unit, figure.kind);
        stated.extend(values.into_iter().flatten().map(|value| Stated { span, sentence, value, unit, kind }));
    }
    stated
}

/// The year of a date if it is printed with it: "10pm" and "Sept. 11" name none.
pub fn printed_year(document: &Document, date: &Fact<Figure>) -> Option<Decimal> {
    let year = date.detail.resolved.as_deref()?.get(..4)?;
    document.text(date.span).contains(year).then(|| year.parse().ok())?
}

fn end_of_date(date: &str, part: std::ops::Range<usize>) -> Option<Decimal> {
    date.get(part).and_then(|digits| digits.parse().ok())
}

/// The first way that a number of the headline follows from those of the body, the plainest tried first.
pub fn derive(document: &Document, target: &Stated, stated: &[Stated]) -> Option<Derivation> {
    copied(document, target, stated)
        .or_else(|| rounded(document, target, stated))
        .or_else(|| added(document, target, stated))
        .or_else(|| with_a_group(document, target, stated))
        .or_else(|| left_over(document, target, stated))
        .or_else(|| subtracted(document, target, stated))
        .or_else(|| converted(target, stated))
}

/// Bytes of a text's beginning, which reports what the headline does.
const EARLY: u32 = 500;

/// The same number, of whatever kind, in the sentence most like the headline; a small one only where the two share a
/// word.
fn copied(document: &Document, target: &Stated, stated: &[Stated]) -> Option<Derivation> {
    let mut same =
        stated.iter().filter(|other| other.value == target.value && is_of_one_sort(target, other)).peekable();
    same.peek()?;
    let words = |sentence: u32| {
        let tokens = &document.sentences[sentence as usize].tokens;
        content(document, tokens.start as usize..tokens.end as usize)
    };
    let headline = words(target.sentence);
    // "First came out" does not support "Hits No. 1": a rank alone says little.
    let ranked = target.kind == FigureKind::Ordinal;
    let likeness = |other: &Stated| {
        let alike = usize::from(other.kind == target.kind && other.unit == target.unit);
        let words = shared(&headline, &words(other.sentence));
        if ranked { alike * words } else { 2 * alike + words }
    };
    let (likeness, best) = same.map(|other| (likeness(other), other)).max_by_key(|(likeness, _)| *likeness)?;
    let telling = likeness > 0 || target.value >= Decimal::from(20);
    let telling =
        telling && (!is_small(target) || is_early(document, best) || shared(&headline, &words(best.sentence)) > 0);
    telling.then(|| Derivation {
        arithmetic: printed_in_both(document, [target.span, best.span]),
        is_plain: true,
        from: vec![best.span],
    })
}

/// Whether a number is so small that any text may have it for something else.
fn is_small(target: &Stated) -> bool {
    target.value <= Decimal::from(5)
}

/// Whether a number is in the beginning of the text. Of 45 small numbers read there, one was of something else; of 45
/// after it, 17 were.
fn is_early(document: &Document, stated: &Stated) -> bool {
    let from = document.article.body.start;
    stated.span.start < from + EARLY
}

/// The words for one quantity in headline and text, for a message.
pub fn printed_in_both(document: &Document, places: [Span; 2]) -> String {
    let [headline, text] = places.map(|span| document.text(span));
    format!("“{headline}” in the headline, “{text}” in the text")
}

/// Whether one may state the other again: 2 days are not 2 years.
fn is_of_one_sort(target: &Stated, other: &Stated) -> bool {
    let timed = |stated: &Stated| matches!(stated.kind, FigureKind::Age | FigureKind::Duration);
    let units = [target.unit.unwrap_or("year"), other.unit.unwrap_or("year")];
    may_repeat(target.kind, other.kind) && !(timed(target) && timed(other) && units[0] != units[1])
}

/// Whether a figure of one kind may state a figure of the other kind again. A count is not an age, but a rank, a year
/// or a figure of unknown kind may be either.
pub fn may_repeat(one: FigureKind, other: FigureKind) -> bool {
    use FigureKind::*;
    let known = |kind: FigureKind| matches!(kind, Count | Percent | Money | Measure | Age | Duration | Date);
    one == other || !known(one) || !known(other) || matches!((one, other), (Age, Duration) | (Duration, Age))
}

/// A number with decimals that was rounded, or cut, to a whole one: 44.7 given as 45.
fn rounded(document: &Document, target: &Stated, stated: &[Stated]) -> Option<Derivation> {
    // Not 5.0, which was rounded to a tenth.
    let whole = target.value.scale() == 0;
    let near = |other: &&Stated| {
        let value = other.value;
        let near = rounds_to(value, target.value) || value.trunc() == target.value;
        other.kind == target.kind && !value.is_integer() && near
    };
    let other = stated.iter().filter(|other| whole && other.unit == target.unit).find(near)?;
    Some(Derivation {
        arithmetic: printed_in_both(document, [target.span, other.span]),
        is_plain: true,
        from: vec![other.span],
    })
}

/// Numbers of one unit, listed in one sentence, that add up to the target: "two men and three women".
fn added(document: &Document, target: &Stated, stated: &[Stated]) -> Option<Derivation> {
    let like = |other: &&Stated| other.unit == target.unit && other.kind == target.kind && other.value < target.value;
    let terms: Vec<&Stated> = stated.iter().filter(like).collect();
    for count in 2..=TERMS {
        for run in terms.windows(count) {
            let sum = run.iter().try_fold(Decimal::ZERO, |sum, term| sum.checked_add(term.value));
            // "Seven ferries, four old ones and three new ones": the four and three are the seven.
            let most = run.iter().map(|term| term.value).max().unwrap_or_default();
            let told_twice = count > 2 && most + most == target.value;
            if sum == Some(target.value)
                && !told_twice
                && run.windows(2).all(|pair| are_listed(document, pair[0], pair[1]))
            {
                let terms: Vec<(Decimal, Span)> = run.iter().map(|term| (term.value, term.span)).collect();
                return Some(Derivation { is_plain: true, ..derivation(&terms, "+", target) });
            }
        }
    }
    None
}

/// Whether `and` or a comma joins two numbers a few words apart in one sentence, and neither is part of the other.
fn are_listed(document: &Document, one: &Stated, other: &Stated) -> bool {
    let between = document.token_at(one.span.end)..document.token_at(other.span.start);
    let joins = |at: usize| document.is_one_of(at, const { &WordList::of(["and", ",", "plus"]) });
    let parts =
        |at: usize| document.is_one_of(at, const { &WordList::of(["including", "of", "whom", "other", "others"]) });
    one.sentence == other.sentence
        && between.len() <= APART
        && between.clone().any(joins)
        && !between.clone().any(parts)
        && !(between.end..between.end + 3).any(parts)
}

/// A word for a group of fixed size, alone or with a number: "parents and two children".
fn with_a_group(document: &Document, target: &Stated, stated: &[Stated]) -> Option<Derivation> {
    if target.unit.is_some() || target.value > Decimal::from(20) {
        return None;
    }
    let groups = (0..document.tokens.len()).filter_map(|at| {
        let (_, count) = document.entry_in(at, &GROUPS)?;
        Some((Decimal::from(count), &document.tokens[at]))
    });
    groups.filter(|(value, _)| *value <= target.value).find_map(|(value, token)| {
        let from = (value, token.span);
        if value == target.value {
            return Some(derivation(&[from], "+", target));
        }
        let rest = stated.iter().find(|other| {
            other.sentence == token.sentence && other.unit.is_none() && other.value + value == target.value
        })?;
        Some(derivation(&[from, (rest.value, rest.span)], "+", target))
    })
}

/// What a part leaves of its whole: 56, where 35 of the 91 barges are sold.
fn left_over(document: &Document, target: &Stated, stated: &[Stated]) -> Option<Derivation> {
    let like = |one: &Stated| one.kind == target.kind && one.unit == target.unit;
    let of = |part: &Stated, whole: &Stated| {
        let between = document.token_at(part.span.end)..document.token_at(whole.span.start);
        between.len() <= APART && document.is(between.start, "of")
    };
    let left = |pair: &&[Stated]| {
        let [part, whole] = [&pair[0], &pair[1]];
        let apart = part.sentence == whole.sentence && part.span.end < whole.span.start;
        let several = part.value > Decimal::ONE;
        apart && several && like(part) && like(whole) && whole.value - part.value == target.value && of(part, whole)
    };
    let [part, whole] = stated.windows(2).find(left)? else { return None };
    let difference = derivation(&[(whole.value, whole.span), (part.value, part.span)], "−", target);
    Some(Derivation { is_plain: true, ..difference })
}

/// The difference of two like numbers of one sentence, or of the article's year and one it names.
fn subtracted(document: &Document, target: &Stated, stated: &[Stated]) -> Option<Derivation> {
    let terms: Vec<&Stated> = stated.iter().filter(|other| other.value > target.value).collect();
    let pairs = terms.windows(2).filter(|pair| pair[0].sentence == pair[1].sentence && pair[0].unit == pair[1].unit);
    let points = |pair: &Stated| pair.kind == FigureKind::Percent && target.unit.is_none();
    for pair in pairs.filter(|pair| pair[0].kind == pair[1].kind && (pair[0].kind == target.kind || points(pair[0]))) {
        let (high, low) = if pair[0].value > pair[1].value { (pair[0], pair[1]) } else { (pair[1], pair[0]) };
        if high.value - low.value == target.value {
            return Some(derivation(&[(high.value, high.span), (low.value, low.span)], "−", target));
        }
    }
    let year = Decimal::from(document.year?);
    let dated = stated.iter().filter(|other| other.kind == FigureKind::Date && other.value >= Decimal::from(1000));
    let apart = dated.map(|other| (other, year - other.value)).find(|(_, years)| years.abs() == target.value);
    let years = (target.unit == Some("year") || target.kind == FigureKind::Age) && target.value > Decimal::ONE;
    let (other, _) = apart.filter(|_| years)?;
    Some(derivation(&[(year, other.span), (other.value, other.span)], "−", target))
}

/// The same length of time in another unit, rounded to a whole number.
fn converted(target: &Stated, stated: &[Stated]) -> Option<Derivation> {
    let unit = target.unit?;
    stated.iter().filter(|other| other.unit.is_some()).find_map(|other| {
        let (_, _, factor) = CONVERSIONS.iter().find(|(long, short, _)| {
            [*long, *short] == [unit, other.unit.unwrap_or_default()]
                || [*short, *long] == [unit, other.unit.unwrap_or_default()]
        })?;
        let factor = Decimal::from(*factor);
        let longer = CONVERSIONS.iter().any(|(long, short, _)| *long == unit && Some(*short) == other.unit);
        let value = if longer { other.value.checked_div(factor)? } else { other.value.checked_mul(factor)? };
        (target.value.is_integer() && rounds_to(value, target.value)).then(|| Derivation {
            arithmetic: format!(
                "{} {unit}s in the headline, {} {}s in the text",
                shown(target.value),
                shown(other.value),
                other.unit.unwrap_or_default()
            ),
            is_plain: false,
            from: vec![other.span],
        })
    })
}

fn derivation(terms: &[(Decimal, Span)], sign: &str, target: &Stated) -> Derivation {
    let told: Vec<String> = terms.iter().map(|(value, _)| shown(*value)).collect();
    let arithmetic = format!("{} = {} in the headline", told.join(&format!(" {sign} ")), shown(target.value));
    let mut from: Vec<Span> = terms.iter().map(|(_, span)| *span).collect();
    from.dedup();
    Derivation { arithmetic, is_plain: false, from }
}

/// Whether two numbers have the same word before or after them, as in a name, or the same number after a slash: one
/// digit alone proves little.
fn is_in_same_words(document: &Document, at: usize, other: usize) -> bool {
    let same = |at: usize, other: usize| {
        let known = at < document.tokens.len() && other < document.tokens.len();
        known && document.word(at).eq_ignore_ascii_case(document.word(other))
    };
    let word = |at: usize| kinds::is_word(document, at);
    let before = |back: usize| at >= back && other >= back && same(at - back, other - back);
    let abbreviated = at > 0 && document.is(at - 1, ".");
    let behind = word(at + 1) || document.is(at + 1, "/") && same(at + 2, other + 2);
    behind && same(at + 1, other + 1) || at > 0 && word(at - 1) && before(1) || abbreviated && before(1) && before(2)
}

/// A number in digits of the headline that is printed in the body too, perhaps in a name or a date; a single digit
/// needs the same word next to it.
pub fn printed_again(document: &Document, at: usize, except: &[u32]) -> Option<Span> {
    let number = document.text(document.span(whole_number(document, at)));
    let body = document.block_of(at).tokens.end as usize..document.tokens.len();
    let same = |other: &usize| {
        let again = document.tags(*other).any(Tags::DIGITS) && document.word(*other) == document.word(at);
        let again = again && document.text(document.span(whole_number(document, *other))) == number;
        again && (number.len() > 1 || is_in_same_words(document, at, *other))
    };
    let told = |other: &usize| {
        !except.contains(&document.tokens[*other].sentence) && document.block_of(*other).kind != BlockKind::Title
    };
    body.into_iter().filter(same).find(told).map(|other| document.tokens[other].span)
}

/// The tokens of a number with all digits, slashes and dashes printed without a space around it: "9/11", "4-1".
fn whole_number(document: &Document, at: usize) -> Range<usize> {
    let stroke = |at: usize| document.is(at, "/") || document.tokens[at].kind == TokenKind::Dash;
    let part = |at: usize| document.tags(at).any(Tags::DIGITS) || stroke(at);
    let start = (0..at).rev().take_while(|&before| part(before) && document.is_glued(before)).last().unwrap_or(at);
    let behind = (at + 1..document.tokens.len()).take_while(|&next| part(next) && document.is_glued(next - 1));
    start..behind.last().unwrap_or(at) + 1
}
