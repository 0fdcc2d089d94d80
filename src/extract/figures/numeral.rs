//! The numerals of English news, in digits and words: `1,234.5`, `5.4m`, `two and a half thousand`,
//! `half a million`, `hundreds of thousands`. Every rule reads its numbers here.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{currency_code, metre, spelled, torn};
use crate::{
    grammar::kinds,
    lexicon::{LEXICON, NumberClass, NumberWord},
    types::{Document, Tags, TokenKind},
};

/// Maximum number of tokens of a number printed in groups.
const LONGEST: usize = 12;

/// The largest number read, so that sums of all figures of an article, in hundredths or dozens, are never too large for
/// a `Decimal`.
const LARGEST: Decimal = Decimal::from_parts(4_135_583_744, 46_653_770, 5_421, false, 0);

/// Tags of the tokens from which a numeral can be read.
pub const ANCHORS: Tags = Tags::DIGITS.with(Tags::NUMBER_WORD).with(Tags::FRACTION);

/// A number as written.
#[derive(Debug, Clone, PartialEq)]
pub struct Numeral {
    /// Its tokens: from the first digit or number word to the last magnitude.
    pub tokens: Range<usize>,
    /// Lower end; equal to `high` where the numeral is a number.
    pub low: Decimal,
    /// Upper end: `hundreds` ranges from 100 to 1000.
    pub high: Decimal,
    /// Weight of the last printed digit: 100000 for `5.4m`.
    pub step: Decimal,
    /// Whether it begins with digits.
    pub digits: bool,
    /// Product of its final magnitudes: 1000000 for `5.4m`.
    pub magnitude: Decimal,
}

impl Numeral {
    /// The number, if both ends are equal.
    pub fn value(&self) -> Option<Decimal> {
        (self.low == self.high).then_some(self.low)
    }

    /// A whole number at these tokens.
    pub fn whole(tokens: Range<usize>, value: Decimal) -> Self {
        Self { tokens, low: value, high: value, step: Decimal::ONE, digits: false, magnitude: Decimal::ONE }
    }

    /// The numeral `factor` times as large, ending before token `end`.
    pub fn times(self, factor: Decimal, end: usize) -> Option<Self> {
        // Most units are units of one.
        if factor.mantissa() == 1 && factor.scale() == 0 {
            return Some(Self { tokens: self.tokens.start..end, ..self });
        }
        let larger = Self {
            tokens: self.tokens.start..end,
            low: self.low.checked_mul(factor)?,
            high: self.high.checked_mul(factor)?,
            step: self.step.checked_mul(factor)?,
            magnitude: self.magnitude.checked_mul(factor)?,
            digits: self.digits,
        };
        larger.is_countable().then_some(larger)
    }

    /// Whether checks can calculate with it.
    fn is_countable(&self) -> bool {
        self.low.abs() <= LARGEST && self.high.abs() <= LARGEST
    }
}

/// The numeral that starts at token `at`, including an article that belongs to it ("a dozen").
pub fn at(document: &Document, at: usize) -> Option<Numeral> {
    let tags = document.tags(at);
    if tags.any(Tags::DIGITS) {
        digits(document, at)
    } else if tags.any(Tags::NUMBER_WORD | Tags::FRACTION) {
        spelled::at(document, at).filter(Numeral::is_countable)
    } else {
        None
    }
}

/// The number word at a token.
pub fn word(document: &Document, at: usize) -> Option<NumberWord> {
    document.tokens.get(at).and_then(|token| LEXICON.numbers.get(token.word)).copied()
}

/// Whether there is no space between tokens `at` and `at + 1`.
pub fn glued(document: &Document, at: usize) -> bool {
    at < document.tokens.len() && document.is_glued(at)
}

/// Whether token `at` is a hyphen or dash that joins its neighbours: `five-year`.
pub fn joins(document: &Document, at: usize) -> bool {
    at > 0 && kinds::is_dash(document, at) && document.is_glued(at - 1) && document.is_glued(at)
}

/// Whether a dash at `at` adjoins the token before it.
pub fn hangs(document: &Document, at: usize) -> bool {
    at > 0 && kinds::is_dash(document, at) && document.is_glued(at - 1)
}

fn digits(document: &Document, at: usize) -> Option<Numeral> {
    let (value, end) = printed(document, at).filter(|(value, _)| *value <= LARGEST)?;
    let step = Decimal::new(1, value.scale());
    let mut numeral = Numeral { tokens: at..end, low: value, high: value, step, digits: true, magnitude: Decimal::ONE };
    if let Some((part, end)) = fraction_behind(document, numeral.tokens.end) {
        numeral = Numeral { tokens: at..end, low: value + part, high: value + part, ..numeral };
    }
    let numeral = magnitudes(document, numeral)?;
    Some(smaller_parts(document, &numeral).unwrap_or(numeral))
}

/// "2 lakh 50 thousand", "4 thousand 3 hundred and 21": the rest of the number, below its last magnitude.
fn smaller_parts(document: &Document, numeral: &Numeral) -> Option<Numeral> {
    let limit = numeral.magnitude;
    let end = numeral.tokens.end;
    let and = usize::from(document.is(end, "and"));
    if limit < Decimal::ONE_HUNDRED || !document.tags(end + and).any(Tags::DIGITS) || document.is(end - 1, "%") {
        return None;
    }
    let rest = digits(document, end + and).filter(|rest| rest.high < limit && numeral.step >= limit)?;
    let ends = rest.magnitude > Decimal::ONE || rest.tokens.len() > 1;
    let belongs = ends && and == 0 || and == 1 && limit == Decimal::ONE_HUNDRED && numeral.high < Decimal::ONE_THOUSAND;
    let sum = |value: Decimal, rest: Decimal| value.checked_add(rest);
    belongs.then(|| {
        let (low, high) = (sum(numeral.low, rest.low)?, sum(numeral.high, rest.high)?);
        let (step, magnitude, tokens) = (rest.step, rest.magnitude, numeral.tokens.start..rest.tokens.end);
        Some(Numeral { tokens, low, high, step, magnitude, digits: true })
    })?
}

/// The number printed from token `at` on and its end; groups separated by a space or an apostrophe are joined.
fn printed(document: &Document, at: usize) -> Option<(Decimal, usize)> {
    let text = document.word(at);
    let mut value = parse(text)?;
    let mut end = at + 1;
    if let Some(grouped) = indian(document, at) {
        return Some(grouped);
    }
    if let Some(decimal) = with_comma(document, at) {
        return Some(decimal);
    }
    if text.len() <= 3 && !text.contains('.') {
        if let Some(joined) = torn::rest(document, at) {
            return Some(joined);
        }
        while let Some((group, next)) = group_behind(document, end).filter(|_| end < at + LONGEST) {
            value = value.checked_mul(Decimal::ONE_THOUSAND)?.checked_add(group)?;
            end = next;
        }
    }
    let stop = at > 0 && currency_code::is_stop_of_code(document, at - 1);
    if at > 0 && !stop && end == at + 1 && document.is(at - 1, ".") && document.is_glued(at - 1) && !text.contains('.')
    {
        let free = at < 2 || !document.is_glued(at - 2) || super::quantity::currency(document, at - 2);
        value = free.then(|| Decimal::from_str_exact(&format!("0.{text}")).ok())??;
    }
    Some((value, end))
}

/// A number with a decimal comma, after a currency sign or before a percent sign: "€1,5 million", "€2,75", "31,4%".
fn with_comma(document: &Document, at: usize) -> Option<(Decimal, usize)> {
    let comma = document.is(at + 1, ",") && document.is_glued(at) && glued(document, at + 1);
    let sign = || at > 0 && document.is_glued(at - 1) && super::quantity::currency(document, at - 1);
    let percent = || document.is(at + 3, "%") && document.is_glued(at + 2);
    let part = document.text(document.tokens.get(at + 2).filter(|_| comma && (sign() || percent()))?.span);
    let short = part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let free = !(document.is(at + 3, ",") && document.is_glued(at + 2));
    let value = Decimal::from_str_exact(&format!("{}.{part}", document.word(at)));
    (short && free).then(|| Some((value.ok()?, at + 3)))?
}

/// A number in Indian grouping, in twos before the last three digits: `12,34,567.89`.
fn indian(document: &Document, at: usize) -> Option<(Decimal, usize)> {
    if document.word(at).len() > 2 || !document.is(at + 1, ",") || !document.is_glued(at) {
        return None;
    }
    let mut digits = document.word(at).to_owned();
    let mut end = at + 1;
    while end < at + LONGEST && document.is(end, ",") && document.is_glued(end - 1) && glued(document, end) {
        let group = document.word(end + 1);
        let last = group.find(',') == Some(2);
        if !(last || group.len() == 2 && group.bytes().all(|byte| byte.is_ascii_digit())) {
            return None;
        }
        digits.push_str(&group.replace(',', ""));
        end += 2;
        if last {
            return digits.parse().ok().map(|value| (value, end));
        }
    }
    None
}

/// The value of a digit token: `1,234.5`, `1.234.567`; `None` for versions such as `9.3.1`.
fn parse(text: &str) -> Option<Decimal> {
    // Most numbers in news are small and whole.
    if text.len() <= 6 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let value = text.bytes().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
        return Some(Decimal::from(value));
    }
    let points = text.bytes().filter(|&byte| byte == b'.').count();
    if points <= 1 {
        return if text.contains(',') { text.replace(',', "").parse().ok() } else { text.parse().ok() };
    }
    let grouped = text.split('.').skip(1).all(|group| group.len() == 3);
    grouped.then(|| text.replace('.', "").parse().ok())?
}

/// A group of three digits after a thin or plain space or an apostrophe, and the token after it.
fn group_behind(document: &Document, at: usize) -> Option<(Decimal, usize)> {
    let token = document.tokens.get(at)?;
    let before = document.tokens[at - 1].span.end;
    let (group, apostrophe) = match token.kind {
        TokenKind::Number => (at, false),
        TokenKind::Quotation if token.span.start == before && glued(document, at) => (at + 1, true),
        _ => return None,
    };
    let token = document.tokens.get(group)?;
    let text = document.text(token.span);
    let gap = &document.article.text[before as usize..token.span.start as usize];
    let spaced = apostrophe || matches!(gap, " " | "\u{a0}" | "\u{202f}" | "\u{2009}");
    let whole = text.split('.').next().unwrap_or_default();
    let plain = whole.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    // "18 747s": a plural is not a group.
    let plural = glued(document, group) && document.is(group + 1, "s");
    (spaced && plain && !plural).then(|| Some((text.parse().ok()?, group + 1)))?
}

/// A fraction that belongs to the number before it: `2½`, `2 1/2`, `2 and a half`.
pub fn fraction_behind(document: &Document, at: usize) -> Option<(Decimal, usize)> {
    let word_at = |at: usize| word(document, at).filter(|word| word.class == NumberClass::Fraction);
    if document.tokens.get(at)?.kind == TokenKind::Mark {
        return word_at(at).map(|word| (word.value, at + 1));
    }
    if let Some((value, end)) = slashed(document, at) {
        return Some((value, end));
    }
    let at = if joins(document, at) { at + 1 } else { at };
    // "4-1/2 years".
    if let Some((value, end)) = slashed(document, at) {
        return Some((value, end));
    }
    if !document.is(at, "and") {
        return None;
    }
    let dash = |at: usize| if joins(document, at) { at + 1 } else { at };
    let article = dash(at + 1);
    let part = dash(article + 1);
    let count = match word(document, article) {
        // "Two-and-half years".
        Some(half) if half.class == NumberClass::Fraction && document.is(article, "half") => {
            return Some((half.value, article + 1));
        }
        Some(number) if number.class == NumberClass::Unit => number.value,
        None if document.is(article, "a") => Decimal::ONE,
        _ => return None,
    };
    let part_value = match word(document, part)? {
        fraction if fraction.class == NumberClass::Fraction => fraction.value,
        third if third.class == NumberClass::Ordinal && third.value > Decimal::TWO => Decimal::ONE / third.value,
        _ => return None,
    };
    Some((count * part_value, part + 1))
}

/// A common fraction in digits: `1/2`, `3/4`, `5/16`.
pub fn slashed(document: &Document, at: usize) -> Option<(Decimal, usize)> {
    let free = at + 2 < document.tokens.len()
        && (document.is(at + 1, "/") || document.is(at + 1, "⁄"))
        && document.is_glued(at)
        && document.is_glued(at + 1)
        && !document.is(at + 3, "/");
    if !free {
        return None;
    }
    let above: u32 = document.word(at).parse().ok()?;
    let below: u32 = document.word(at + 2).parse().ok()?;
    let reduced = above == 1 || !below.is_multiple_of(above) && (above % 2 == 1 || below % 2 == 1);
    let common = matches!(below, 2..=6 | 8 | 10 | 12 | 16 | 32) && above < below && above > 0 && reduced;
    common.then(|| (Decimal::from(above) / Decimal::from(below), at + 3))
}

/// The numeral multiplied by all magnitudes after it: `5.4m`, `2 hundred thousand`, `200-million`.
pub fn magnitudes(document: &Document, mut numeral: Numeral) -> Option<Numeral> {
    loop {
        let end = numeral.tokens.end;
        let at = if joins(document, end) { end + 1 } else { end };
        match factor(document, at, &numeral) {
            Some(factor) => numeral = numeral.times(factor, at + 1)?,
            None => return Some(numeral),
        }
    }
}

fn factor(document: &Document, at: usize, numeral: &Numeral) -> Option<Decimal> {
    if is_trillion(document, at, numeral) {
        return Some(Decimal::from(1_000_000_000_000_u64));
    }
    if !document.tags(at).any(Tags::MAGNITUDE) {
        return None;
    }
    let word = word(document, at)?;
    match word.class {
        // "A £690 pair of boots" costs that amount once.
        NumberClass::Dozen if follows_currency(document, numeral.tokens.start) => None,
        NumberClass::Hundred | NumberClass::Magnitude | NumberClass::Dozen => Some(word.value),
        // "Four scores" are goals.
        NumberClass::Plural => (!document.is(at, "scores")).then_some(word.value),
        NumberClass::Suffix => is_suffix(document, at, numeral).then_some(word.value),
        _ => None,
    }
}

/// Whether the letter means trillion, as in headlines: `$1.2T`; elsewhere it is a tonne or a name.
fn is_trillion(document: &Document, at: usize, numeral: &Numeral) -> bool {
    let letter = document.tokens.get(at).is_some_and(|token| token.span.len() == 1 && document.word(at) == "T");
    letter && numeral.digits && document.is_glued(at - 1) && follows_currency(document, numeral.tokens.start)
}

/// Whether the short magnitude at `at` multiplies: one letter must adjoin the number, and `m` may mean metres.
fn is_suffix(document: &Document, at: usize, numeral: &Numeral) -> bool {
    let glued = document.is_glued(at - 1) && !joins(document, at - 1);
    let text = document.word(at);
    if !numeral.digits {
        return text.len() > 1;
    }
    match text {
        "m" => glued && !metre::is_metre(document, at, numeral),
        "mm" | "MM" => glued && follows_currency(document, numeral.tokens.start),
        _ if text.len() == 1 => glued,
        _ => true,
    }
}

/// Whether a currency sign or code precedes the token.
pub fn follows_currency(document: &Document, at: usize) -> bool {
    at > 0 && super::quantity::currency(document, at - 1)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn numbers_too_large_to_calculate_with_are_none() {
        assert_eq!(super::LARGEST.to_string(), "100000000000000000000000");
        figures("About 75,000,000,000,000,000,000,000,000,000 stars, 79228162514264337593543950335½ barges.");
        figures("The mill was 79228162514264337593543950335 years in use.");
    }

    #[test]
    fn commas_for_points() {
        figures(
            "
The weir cost €1,5 million, the oars €2,75 and the lock €2,750.
              ^^^^^^^^^^^^ figure money value=1500000 unit=EUR counted=[weir]
                                     ^^^^^ figure money value=2.75 unit=EUR counted=[weir]
                                                        ^^^^^^ figure money value=2750 unit=EUR counted=[weir]
",
        );
    }
}
