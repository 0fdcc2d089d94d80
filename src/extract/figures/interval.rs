//! Two quantities that the words between them make the ends of a range: `5 to 7`, `between 2p and 5p`, `8- to
//! 16-meter`, `£3-5bn`.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{
    designation, moved,
    numeral::glued,
    quantity::{self, Quantity},
};
use crate::{
    grammar::kinds,
    lexicon::Unit,
    types::{Document, Figure, FigureKind, Tags, WordList, WordMap},
};

/// A range as written, its ends in the order of the text.
#[derive(Debug, Clone)]
pub struct Interval {
    /// Including the `between` or `from` that opens it.
    pub tokens: Range<usize>,
    pub low: Decimal,
    pub high: Decimal,
    pub step: Decimal,
    pub unit: Option<&'static Unit>,
    /// First byte; a sign may include part of the token before.
    pub start: u32,
    /// The first end in the unit of both, if the two are a before and after.
    pub before: Option<Quantity>,
}

/// The kind of word between the two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    To,
    And,
    Or,
    Dash,
}

impl Interval {
    /// The figure it states; of the unit's kind if there is a unit.
    pub fn figure(&self) -> Figure {
        let kind = match self.unit.map(|unit| unit.dimension) {
            None => FigureKind::Range,
            Some("money") => FigureKind::Money,
            Some("percent") => FigureKind::Percent,
            Some(_) => FigureKind::Measure,
        };
        let unit = self.unit.map(|unit| unit.name);
        Figure { kind, low: Some(self.low), high: Some(self.high), step: self.step, unit, ..Figure::default() }
    }
}

/// Maximum number of tokens of the first end.
const REACH: usize = 8;

/// Maximum number of tokens from the first end to the number of the second.
const FARTHER: usize = 5;

/// The interval whose first number starts with token `at`.
pub fn at(document: &Document, at: usize) -> Option<Interval> {
    // Few numbers begin a range: it is cheaper to look for another number nearby than to read this one.
    (at + 1..at + REACH + FARTHER).find(|&at| document.tags(at).any(super::numeral::ANCHORS))?;
    (at + 1..at + REACH).find(|&at| link(document, at).is_some())?;
    from(document, &quantity::at(document, at)?)
}

/// The range that begins with a quantity.
pub fn from(document: &Document, first: &Quantity) -> Option<Interval> {
    let (link, next) = link(document, first.tokens.end)?;
    let second = second(document, next)?;
    if !links(document, link, first, &second) {
        return None;
    }
    let unit = shared_unit(first, &second)?;
    let low = scaled(first, &second)?;
    let low =
        if link == Link::Dash && is_in_thousands(document, first, &second) { low * Decimal::ONE_THOUSAND } else { low };
    let tally = is_tally(document, first, &second);
    let changes = link == Link::To && !tally && changes(document, first, &second);
    let start = opening(document, link, first.tokens.start);
    let byte = if start < first.tokens.start { document.tokens[start].span.start } else { first.start };
    Some(Interval {
        tokens: start..second.tokens.end,
        low: if tally { second.numeral.low } else { low },
        high: if tally { first.numeral.high } else { second.numeral.high },
        step: first.numeral.step.max(second.numeral.step),
        unit,
        start: byte,
        before: changes.then_some(Quantity { unit, ..first.clone() }),
    })
}

/// Words that link two quantities.
const LINKS: WordMap<Link, 4> =
    WordMap::of([("to", Link::To), ("and", Link::And), ("or", Link::Or), ("through", Link::To)]);

/// The link at token `at`, and the token after it.
fn link(document: &Document, at: usize) -> Option<(Link, usize)> {
    if kinds::is_dash(document, at) {
        let hung = usize::from(kinds::is_dash(document, at + 2));
        if document.is(at + 1, "to") || document.is(at + 1, "or") {
            return Some((Link::Dash, at + 2 + hung));
        }
        let both = document.is_glued(at - 1) == glued(document, at);
        let number_behind = document.tags(at + 1).any(Tags::DIGITS | Tags::NUMBER_WORD | Tags::CURRENCY);
        return (both && number_behind).then_some((Link::Dash, at + 1));
    }
    let (_, link) = document.entry_in(at, &LINKS)?;
    Some((link, at + 1 + usize::from(kinds::is_dash(document, at + 1))))
}

/// The quantity at token `at`; a currency sign, an article or a bound may precede its number.
fn second(document: &Document, at: usize) -> Option<Quantity> {
    let number = (at..at + 3).find(|&at| document.tags(at).any(super::numeral::ANCHORS))?;
    let mut before = at..number;
    if !before.all(|at| {
        document.tags(at).any(Tags::CURRENCY)
            || document.is(at, "US")
            || document.is_one_of(
                at,
                const { &WordList::of(["about", "almost", "around", "a", "between", "just", "nearly", "only", "~"]) },
            )
    }) {
        return None;
    }
    quantity::read(document, number).filter(|quantity| quantity.numeral.value().is_some())
}

/// Whether the link makes the two a range, and not a list, a score, a date or a before and after.
fn links(document: &Document, link: Link, first: &Quantity, second: &Quantity) -> bool {
    let (Some(low), Some(high)) = (first.numeral.value(), second.numeral.value()) else { return false };
    let start = first.tokens.start;
    let before = |words: &[&str]| start > 0 && words.iter().any(|word| document.is(start - 1, word));
    let year = |quantity: &Quantity| {
        quantity.unit.is_none() && designation::is_bare_year(document, &quantity.tokens, quantity.numeral.low)
    };
    if second.unit.is_none() && designation::is_name(document, &second.numeral.tokens)
        || is_day(document, first, second)
    {
        return false;
    }
    if year(first)
        || year(second)
        || second.unit.is_none() && designation::is_name(document, &first.numeral.tokens) && !before(&["between"])
    {
        return false;
    }
    match link {
        Link::And => opened_by(document, "between", start).is_some(),
        Link::Or => {
            let single = first.unit.is_none() && second.unit.is_none() && first.tokens.len() == 1;
            // "20 or 30 years".
            let lengths = || document.tags(second.tokens.end).any(Tags::TIME_UNIT) && low < high;
            single && (low + Decimal::ONE == high || lengths())
        }
        Link::Dash => low <= high && !designation::is_time_of_day(document, second.tokens.end),
        Link::To => low <= high || opened_by(document, "from", start).is_some() || is_tally(document, first, second),
    }
}

/// Whether the two are the shares of the sides of a vote: "By 51.9% to 48.1%".
fn is_tally(document: &Document, first: &Quantity, second: &Quantity) -> bool {
    let start = first.tokens.start;
    let percent = |quantity: &Quantity| quantity.unit.is_some_and(|unit| unit.dimension == "percent");
    let by = start > 0 && document.is(start - 1, "by") && !governed_by_change(document, start - 1);
    by && first.numeral.low > second.numeral.low && percent(first) && percent(second)
}

/// Whether the first number is the day of a date: "Sept. 30 to $7m".
fn is_day(document: &Document, first: &Quantity, second: &Quantity) -> bool {
    let start = first.tokens.start;
    let dot = usize::from(start > 1 && document.is(start - 1, "."));
    first.unit.is_none() && second.unit.is_some() && start > dot && document.tags(start - 1 - dot).any(Tags::MONTH)
}

/// The token of an opening word before `start`, a bound word between allowed.
fn opened_by(document: &Document, word: &str, start: usize) -> Option<usize> {
    let near = start.checked_sub(1)?;
    if document.is(near, word) {
        return Some(near);
    }
    let far = near.checked_sub(1)?;
    let passed = document.tags(near).any(Tags::BOUND | Tags::CURRENCY | Tags::DETERMINER);
    (passed && document.is(far, word)).then_some(far)
}

fn opening(document: &Document, link: Link, start: usize) -> usize {
    let word = match link {
        Link::And => "between",
        Link::To => "from",
        Link::Or | Link::Dash => return start,
    };
    opened_by(document, word, start).filter(|&at| at + 1 == start).unwrap_or(start)
}

/// Whether the two are a before and after: "rose from 5 to 7", "from 4.8 to 4.7 percent".
fn changes(document: &Document, first: &Quantity, second: &Quantity) -> bool {
    let start = first.tokens.start;
    if first.numeral.low > second.numeral.low {
        return true;
    }
    // "From 5 to 7% to 3 to 5%": both the before and the after are ranges.
    // "Rose 2 to 3 percent": a level has the unit of its own.
    let opened = opened_by(document, "from", start).is_some();
    let percent = second.unit.is_some_and(|unit| unit.dimension == "percent");
    if percent && first.unit.is_none() && !opened {
        return false;
    }
    let end = second.tokens.end;
    let further =
        document.is(end, "to") && document.tags(end + 1).any(Tags::DIGITS | Tags::NUMBER_WORD | Tags::CURRENCY);
    !further && (governed_by_change(document, start) || moves_from(document, start))
}

/// Maximum number of tokens between a word of change and the `from` of a before and after.
const FAR: usize = 24;

/// Whether a word of change, rather than one of spread, comes last before the `from`: "Increase its loans to banks from
/// £5m to £7m", "raise the limit for barges from 8mph to 10mph".
fn moves_from(document: &Document, start: usize) -> bool {
    const SPREADS: WordList<9> =
        WordList::of(["anywhere", "between", "differ", "range", "ranged", "ranges", "ranging", "varied", "vary"]);
    let Some(from) = opened_by(document, "from", start) else { return false };
    let first = document.sentence_tokens(start).start.max(from.saturating_sub(FAR));
    let change = (first..from).rev().find(|&at| {
        document.tags(at).any(Tags::CHANGE) && !document.tags(at).any(Tags::PREPOSITION)
            || moved::moves(document, at)
            || document.is_one_of(at, &SPREADS)
    });
    change.is_some_and(|at| !document.is_one_of(at, &SPREADS))
}

/// Whether a word of change precedes the two.
fn governed_by_change(document: &Document, start: usize) -> bool {
    let first = document.sentence_tokens(start).start;
    let mut at = start;
    for _ in 0..8 {
        if at == first {
            return false;
        }
        at -= 1;
        let tags = document.tags(at);
        if tags.any(Tags::CHANGE) || moved::moves(document, at) {
            // "Which make up 30 to 35 percent".
            let makes =
                at > first && document.is_one_of(at - 1, const { &WordList::of(["make", "makes", "made", "making"]) });
            return !makes;
        }
        let passes = document.is(at, "from")
            || document.is(at, "by")
            || document.is(at, "back")
            || tags.any(Tags::BOUND | Tags::DIGITS | Tags::PERCENT | Tags::CURRENCY | Tags::DETERMINER | Tags::UNIT)
            || document.is(at, ",")
            || document.ends_in(at, "ly");
        if !passes {
            return false;
        }
    }
    false
}

/// The unit of both ends: the one that is stated; `None` if the two ends differ.
fn shared_unit(first: &Quantity, second: &Quantity) -> Option<Option<&'static Unit>> {
    match (first.unit, second.unit) {
        (Some(one), Some(other)) => (one.name == other.name).then_some(Some(other)),
        (one, other) => Some(other.or(one)),
    }
}

/// Whether the thousands are written only in the second number: "5-6,000".
fn is_in_thousands(document: &Document, first: &Quantity, second: &Quantity) -> bool {
    let (low, high) = (first.numeral.low, second.numeral.low);
    let rounded = document.ends_in(second.numeral.tokens.start, ",000");
    first.numeral.magnitude == Decimal::ONE && low.is_integer() && rounded && low * Decimal::ONE_THOUSAND < high
}

/// The first number in the magnitude of the second, if it has none of its own: "5 to 7 million".
fn scaled(first: &Quantity, second: &Quantity) -> Option<Decimal> {
    let low = first.numeral.low;
    let magnitude = second.numeral.magnitude;
    let bare = first.numeral.magnitude == Decimal::ONE && magnitude > Decimal::ONE;
    let mantissa = second.numeral.low.checked_div(magnitude)?;
    if bare && low < Decimal::ONE_THOUSAND && low <= mantissa.max(Decimal::ONE_HUNDRED) {
        low.checked_mul(magnitude)
    } else {
        Some(low)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn spreads_behind_a_change() {
        figures(
            "
Tolls rose 2 to 3 percent. Fares rose from 5 to 7 percent.
           ^^^^^^^^^^^^^^ figure percent low=2 high=3 unit=percent change=up counted=[Tolls]
                                           ^ figure percent value=5 unit=percent counted=[Fares]
                                                ^^^^^^^^^ figure percent value=7 unit=percent change=up counted=[Fares]
",
        );
    }

    #[test]
    fn what_somebody_moves() {
        figures(
            "
Pike would raise the toll for barges from £5 to £7.
                                          ^^ figure money value=5 unit=GBP counted=[toll]
                                                ^^ figure money value=7 unit=GBP change=up counted=[toll]
",
        );
    }

    #[test]
    fn thousands_are_left_to_the_second() {
        figures(
            "
Crowds of 5-6,000 people came.
          ^^^^^^^ figure range low=5000 high=6000 counted=[people]
",
        );
    }
}
