//! A numeral with the sign or unit that belongs to it: `£1.2bn`, `5 percent`, `8-meter`, `minus 5 degrees`.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{
    brand, currency_code, inner_bound, minus,
    numeral::{self, Numeral, joins},
    pound, rupee, street,
};
use crate::{
    grammar::{kinds, years},
    lexicon::{LEXICON, NumberClass, Unit},
    types::{Bound, Document, Fact, Figure, FigureKind, Span, Tags, TokenKind, WordList},
};

/// A number of something, or a bare number.
#[derive(Debug, Clone)]
pub struct Quantity {
    /// From the sign or first digit to the last word of the unit.
    pub tokens: Range<usize>,
    pub numeral: Numeral,
    pub unit: Option<&'static Unit>,
    /// A currency sign may include letters of the token before: `A$`.
    pub start: u32,
}

/// An extractor that starts from a quantity, which is read only once for all of them.
#[derive(Debug, Clone, Copy)]
pub struct QuantityExtractor {
    /// `kind.file`: `figures.money`.
    pub name: &'static str,
    /// The file's own text: `newsfacts list` prints its leading `//!` lines, and an interrupted run resumes only with
    /// the same texts.
    pub source: &'static str,
    /// Adds the facts that start from the quantity.
    pub extract: fn(&Document, &Quantity, &mut Vec<Fact<Figure>>),
}

impl Quantity {
    /// What its unit measures; `number` where it has none.
    pub fn kind(&self) -> FigureKind {
        match self.unit.map(|unit| unit.dimension) {
            None => FigureKind::Count,
            Some("money") => FigureKind::Money,
            Some("percent") => FigureKind::Percent,
            Some(_) => FigureKind::Measure,
        }
    }

    /// The figure as a fact found by a rule.
    pub fn fact(&self, document: &Document, rule: &'static str) -> Fact<Figure> {
        Fact { span: self.span(document), ..fact(document, self.tokens.clone(), rule, self.figure()) }
    }

    /// The words from the sign or number to the unit.
    pub fn span(&self, document: &Document) -> Span {
        Span { start: self.start, ..document.span(self.tokens.clone()) }
    }

    /// The figure that it states.
    pub fn figure(&self) -> Figure {
        let numeral = &self.numeral;
        Figure {
            kind: self.kind(),
            value: numeral.value(),
            low: Some(numeral.low),
            high: Some(numeral.high),
            step: numeral.step,
            unit: self.unit.map(|unit| unit.name),
            bound: if numeral.value().is_some() { Bound::Exact } else { Bound::Approx },
            ..Figure::default()
        }
    }
}

/// A fact at these tokens.
pub fn fact(document: &Document, tokens: Range<usize>, rule: &'static str, figure: Figure) -> Fact<Figure> {
    let sentence = document.tokens[tokens.start].sentence;
    Fact { span: document.span(tokens), sentence, rule, confidence: 0.95, detail: figure }
}

/// The quantity whose number starts with token `at`.
pub fn at(document: &Document, at: usize) -> Option<Quantity> {
    if starts(document, at) { read(document, at) } else { None }
}

/// As [`at`], for a number known to start there, whether or not it adjoins what precedes.
pub fn read(document: &Document, at: usize) -> Option<Quantity> {
    let numeral = minus::signed(document, numeral::at(document, at)?);
    let first = numeral.tokens.start;
    let lead = first - usize::from(has_leading_point(document, &numeral));
    if let Some((unit, start, byte)) = sign_before(document, lead) {
        let numeral = if minus::stands_before(document, start) {
            numeral.clone().times(-Decimal::ONE, numeral.tokens.end)?
        } else {
            numeral
        };
        let end = currency_code::code_behind(document, numeral.tokens.end);
        let numeral = numeral.clone().times(unit.factor, numeral.tokens.end)?;
        return Some(Quantity { tokens: start..end, start: byte, numeral, unit: Some(unit) });
    }
    let (numeral, unit, end) = match unit_behind(document, &numeral) {
        Some((unit, end)) => {
            let (numeral, end) = scaled(document, numeral, unit, end)?;
            (numeral, Some(unit), end)
        }
        None if minus::is_below_zero(document, numeral.tokens.end) => {
            let end = numeral.tokens.end + 2;
            (numeral.clone().times(-Decimal::ONE, numeral.tokens.end)?, minus::degree(), end)
        }
        None => {
            let end = numeral.tokens.end;
            let unit = unit_behind_or(document, end).or_else(|| unit_of_from(document, &numeral));
            let numeral = numeral.clone().times(unit.map_or(Decimal::ONE, |unit| unit.factor), end)?;
            (numeral, unit, end)
        }
    };
    let first = if numeral.low.is_sign_negative() { minus::first(document, first) } else { first };
    let start = document.tokens[first.min(lead)].span.start;
    Some(Quantity { tokens: first..end, start, numeral, unit })
}

/// Whether the point before the first digit belongs to the number: ".5 per cent", "$.50".
fn has_leading_point(document: &Document, numeral: &Numeral) -> bool {
    let first = numeral.tokens.start;
    let below_one = numeral.digits && numeral.step < Decimal::ONE && numeral.low < Decimal::ONE;
    below_one && first > 0 && document.is(first - 1, ".") && document.is_glued(first - 1)
}

/// The unit of the number before it, if no noun follows: "From 14 mpg to 24 for vans", "from £3m to 5m".
fn unit_of_from(document: &Document, numeral: &Numeral) -> Option<&'static Unit> {
    let unit = numeral.tokens.start.checked_sub(2).filter(|&at| document.is(at + 1, "to"))?;
    if !document.tags(unit).any(Tags::UNIT) {
        return None;
    }
    let next = document.tokens.get(numeral.tokens.end);
    let closed =
        next.is_none_or(|next| next.kind == TokenKind::Mark || next.tags.any(Tags::PREPOSITION | Tags::CONJUNCTION));
    if !closed || !(unit.saturating_sub(6)..unit).any(|at| document.is(at, "from")) {
        return None;
    }
    // The `m` of "£3m" is no metre.
    let amount = unit > 0 && document.tags(unit).any(Tags::MAGNITUDE) && numeral::follows_currency(document, unit - 1);
    if amount { Some(sign_before(document, unit - 1)?.0) } else { Some(unit_at(document, unit, numeral)?.0) }
}

/// The unit of the second number, which the first shares: "Eight or nine euros", "8 or $9", "3m of the 5m euros".
fn unit_behind_or(document: &Document, end: usize) -> Option<&'static Unit> {
    let part = document.is(end, "of") && document.is(end + 1, "the") && document.tags(end - 1).any(Tags::MAGNITUDE);
    // "Rose 16.5 and 9.3%", "by 4 and 7 per cent respectively".
    let and = document.is(end, "and")
        && document.tags(end + 2).any(Tags::PERCENT)
        && document.tags(end - 1).any(Tags::DIGITS)
        && (document.word(end - 1).contains('.') || (end + 3..end + 5).any(|at| document.is(at, "respectively")));
    // "Minus 5 to minus 8 degrees".
    let minus = document.is(end, "to") && document.is(end + 1, "minus");
    if !(part || and || minus || document.is(end, "or")) {
        return None;
    }
    let end = end + usize::from(part || minus);
    let number = (end + 1..end + 3).find(|&at| document.tags(at).any(numeral::ANCHORS))?;
    let signed = number == end + 2;
    if signed && !document.tags(end + 1).any(Tags::CURRENCY) {
        return None;
    }
    read(document, number)?.unit.filter(|unit| unit.dimension != "percent" || !signed)
}

/// The number in basic units and its end, including a magnitude after the unit (`75 USD million`) and, for degrees,
/// "below zero".
fn scaled(document: &Document, numeral: Numeral, unit: &Unit, end: usize) -> Option<(Numeral, usize)> {
    let last = numeral.tokens.end;
    let numeral = numeral.times(unit.factor, last)?;
    if unit.dimension == "temperature" && document.is(end, "below") && document.is(end + 1, "zero") {
        return Some((numeral.times(-Decimal::ONE, last)?, end + 2));
    }
    let magnitude = numeral::word(document, end).filter(|word| word.class == NumberClass::Magnitude);
    match magnitude.filter(|_| unit.dimension == "money") {
        Some(word) => Some((numeral.times(word.value, last)?, end + 1)),
        None => Some((numeral, end)),
    }
}

/// Whether a number can start here, rather than being the end of a word, a date or a longer number.
fn starts(document: &Document, at: usize) -> bool {
    let tail = at > 0 && document.tags(at).any(Tags::MAGNITUDE) && continues_number(document, at)
        || at > 1 && document.is(at - 1, "a") && document.tags(at - 2).any(Tags::FRACTION);
    !tail && starts_apart(document, at)
}

/// Whether the magnitude at `at` multiplies the number before it.
fn continues_number(document: &Document, at: usize) -> bool {
    let before = if joins(document, at - 1) { at.checked_sub(2) } else { Some(at - 1) };
    before.is_some_and(|at| document.tags(at).any(Tags::DIGITS | Tags::NUMBER_WORD))
}

fn starts_apart(document: &Document, at: usize) -> bool {
    if at == 0 || !document.is_glued(at - 1) {
        return true;
    }
    let before = document.word(at - 1);
    if kinds::is_dash(document, at - 1)
        && at > 1
        && document.is_glued(at - 2)
        && document.tags(at - 2).any(Tags::DIGITS)
    {
        return false;
    }
    let free = |at: usize| at == 0 || !document.is_glued(at - 1) || document.is(at - 1, "(");
    match before {
        "/" | "." | ":" | "," => {
            let apart = free(at - 1) || at > 1 && currency(document, at - 2);
            before == "." && apart && document.tags(at).any(Tags::DIGITS)
        }
        _ if kinds::is_dash(document, at - 1) => {
            free(at - 1) || !document.is(at - 1, "-") || joins_number(document, at - 2) || currency(document, at - 2)
        }
        _ if currency(document, at - 1) || letters_behind_dollar(document, at - 1).is_some() => true,
        _ => !before.ends_with(char::is_alphanumeric),
    }
}

/// Whether the token is a currency sign, or a code spelled with its own capitals.
pub fn currency(document: &Document, at: usize) -> bool {
    let Some(token) = document.tokens.get(at).filter(|token| token.tags.any(Tags::CURRENCY)) else { return false };
    let text = document.text(token.span);
    !text.starts_with(char::is_alphanumeric)
        || LEXICON.units.all(token.word).iter().any(|unit| unit.exact == text && unit.rest.is_empty())
}

/// Whether a number after this word and a hyphen is still a number: `over-21s`, `sub-500`, `father-of-two`.
fn joins_number(document: &Document, at: usize) -> bool {
    let word = document.word(at);
    ["over", "under", "sub", "minus", "nearly", "almost", "now", "then", "to", "mid", "about", "of", "magnitude"]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
}

/// A currency sign or code before the number: the unit, its first token, and its first byte.
fn sign_before(document: &Document, first: usize) -> Option<(&'static Unit, usize, u32)> {
    let mut sign = first.checked_sub(1)?;
    if document.is(sign, "=") && document.is_glued(sign) || currency_code::is_stop_of_code(document, sign) {
        sign = sign.checked_sub(1)?;
    }
    if let Some(letters) = letters_behind_dollar(document, sign) {
        return Some(letters);
    }
    if !currency(document, sign) {
        return None;
    }
    let token = &document.tokens[sign];
    let text = &document.article.text[..token.span.end as usize];
    if let Some(rupee) = rupee::of_country(document, sign) {
        return Some((rupee, sign, token.span.start));
    }
    let mut plain = None;
    for unit in LEXICON.units.all(token.word).iter().filter(|unit| unit.dimension == "money" && unit.rest.is_empty()) {
        let form = unit.exact;
        if form.is_empty() {
            let is_sign = !document.word(sign).starts_with(char::is_alphanumeric);
            plain = plain.or(is_sign.then_some((unit, sign, token.span.start)));
        } else if let Some(found) = exact_before(document, text, sign, unit) {
            return Some(found);
        }
    }
    plain
}

/// The dollar with letters after its sign, at `at`, as Australians write it: `$US`.
fn letters_behind_dollar(document: &Document, at: usize) -> Option<(&'static Unit, usize, u32)> {
    let sign = at.checked_sub(1).filter(|&sign| document.is(sign, "$") && document.is_glued(sign))?;
    let dollars = LEXICON.units.all(document.tokens[sign].word);
    let unit = dollars.iter().find(|unit| unit.exact.strip_suffix('$') == Some(document.word(at)))?;
    Some((unit, sign, document.tokens[sign].span.start))
}

/// The unit whose form with capitals ends with the sign at `sign`: `A$`, `US $`, `EUR`.
fn exact_before(
    document: &Document,
    text: &str,
    sign: usize,
    unit: &'static Unit,
) -> Option<(&'static Unit, usize, u32)> {
    let end = &document.tokens[sign];
    if let Some(letters) = unit.exact.strip_suffix(['$', '¢', '₵']).filter(|letters| !letters.is_empty()) {
        let before = text[..end.span.start as usize].trim_end_matches(' ');
        let first = before.len().checked_sub(letters.len())?;
        let alone = sign > 0 && document.tokens[sign - 1].span.start as usize == first;
        let near = end.span.start as usize - before.len() <= usize::from(letters.len() > 1);
        return (before.ends_with(letters) && alone && near).then(|| (unit, sign - 1, first as u32));
    }
    // "PS8.1bn" are pounds, but "PS4" is a console.
    let console = unit.exact == "PS" && currency_code::is_console(document, sign + 1);
    // "COP26" is a summit.
    let console =
        console || unit.exact == "COP" && document.is_glued(sign) && currency_code::is_small(document, sign + 1);
    let apart = unit.exact.len() == 1 && !document.is_glued(sign);
    (document.word(sign) == unit.exact && !console && !apart).then_some((unit, sign, end.span.start))
}

/// The unit after a number, a hyphen between allowed: `8-meter`, `5 percentage points`.
pub fn unit_behind(document: &Document, numeral: &Numeral) -> Option<(&'static Unit, usize)> {
    let end = numeral.tokens.end;
    let plural = numeral.value().is_none() && document.is(end, "of");
    let at = if plural || joins(document, end) { end + 1 } else { end };
    let sort = document.tags(at + 1).any(Tags::UNIT)
        && document.tokens.get(at).is_some_and(|token| is_sort(document, at, document.text(token.span)))
        && document.ends_in(at + 1, "s");
    unit_at(document, at + usize::from(sort), numeral)
        .or_else(|| unit_at(document, inner_bound::behind(document, end)?, numeral))
}

/// Whether a word can stand between a number and its unit: "517 rushing yards", "10 more miles", "65 Irish cents".
fn is_sort(document: &Document, at: usize, word: &str) -> bool {
    let more = const { &WordList::of(["additional", "extra", "fewer", "further", "more"]) };
    let small = document.is_one_of(at + 1, const { &WordList::of(["cents", "pence"]) });
    word.ends_with("ing") || document.is_one_of(at, more) || small && document.tags(at).any(Tags::NATIONALITY)
}

/// The longest unit that starts at token `at`, if it can follow the numeral.
pub fn unit_at(document: &Document, at: usize, numeral: &Numeral) -> Option<(&'static Unit, usize)> {
    let token = document.tokens.get(at)?;
    if !token.tags.any(Tags::UNIT | Tags::CURRENCY) {
        return None;
    }
    let units = LEXICON.units.all(token.word).iter();
    let mut found = units.filter_map(|unit| form_end(document, at, unit).map(|end| (unit, end)));
    found.find(|&(unit, end)| fits(document, at, end, numeral, unit))
}

/// Where the form ends, if the tokens from `at` on are its words.
pub fn form_end(document: &Document, at: usize, unit: &Unit) -> Option<usize> {
    if !unit.exact.is_empty() && document.word(at) != unit.exact.split(' ').next().unwrap_or_default() {
        return None;
    }
    let mut end = at + 1;
    for word in &unit.rest {
        let skip = usize::from(joins(document, end) || document.is(end, "/") || document.is(end, "."));
        let token = document.tokens.get(end + skip)?;
        if token.word != *word {
            return None;
        }
        end += skip + 1;
    }
    Some(end)
}

/// Whether the unit is meant: a single letter follows only digits, and some words have another sense.
fn fits(document: &Document, at: usize, end: usize, numeral: &Numeral, unit: &Unit) -> bool {
    let glued = document.is_glued(at - 1);
    let text = document.word(at);
    let short = end == at + 1 && text.chars().count() == 1 && text.starts_with(char::is_alphabetic);
    let year = numeral.digits && years::is_plausible(numeral.low);
    if year
        && unit.exact.is_empty()
        && !glued
        && document.tags(at).any(Tags::CAPITALISED)
        && !document.word(numeral.tokens.start).contains(',')
    {
        return false;
    }
    // "3 USD50 cards": the code belongs to the number that it adjoins.
    if unit.dimension == "money" && document.tags(at + 1).any(Tags::DIGITS) && document.is_glued(at) {
        return false;
    }
    match text {
        // "1300 N. Mill", "10 R and D posts".
        "N" | "P" if unit.dimension == "money" => false,
        "Mile" if brand::is_mile_road(document, at) => false,
        "R" => !document.is(at + 1, "and") && !document.is(at + 1, "&"),
        "in" | "In" | "IN" | "a" => end > at + 1 || glued && !joins(document, at - 1) && numeral.digits,
        // "A 2015 F-150".
        _ if short && document.is_glued(at) && joins(document, at + 1) && document.tags(at + 2).any(Tags::DIGITS) => {
            false
        }
        "pound" | "pounds" | "Pound" | "Pounds" => {
            (unit.dimension == "money") != pound::is_weight(document, at, numeral)
        }
        "won" => numeral.low >= Decimal::ONE_HUNDRED && numeral.digits,
        "$" | "£" | "€" | "¥" => glued && !document.tags(at + 1).any(Tags::DIGITS),
        // "At 861 W. 36th Street".
        "W" | "N" | "S" | "E" if !glued && (document.is(at + 1, ".") || street::is_quarter(document, at)) => false,
        "p" if is_picture(document, at - 1) => false,
        _ if short && unit.exact.is_empty() && text.starts_with(char::is_uppercase) => false,
        // "816 000 t of grain".
        "t" if document.is(at + 1, "of") => numeral.digits,
        _ if short => numeral.digits && (glued || text == "p" || !unit.exact.is_empty()),
        _ => true,
    }
}

/// Whether the number is the line count of a picture: "Games run at 1080p on a big screen".
fn is_picture(document: &Document, number: usize) -> bool {
    const WORDS: WordList<9> =
        WordList::of(["display", "game", "games", "graphics", "resolution", "screen", "television", "tv", "video"]);
    let lines = ["480", "576", "720", "1080", "1440", "2160"].contains(&document.word(number));
    lines && document.sentence_tokens(number).any(|at| document.is_one_of(at, &WORDS))
}
