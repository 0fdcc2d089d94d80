//! Changes stated in one sentence with both values: "from 40 to 50", "to £7.9bn from £6.22bn", "50, up from 40", "50,
//! compared with 40", "50, 25% more than the 40".

use rust_decimal::Decimal;

use crate::{
    grammar::{kinds, years},
    lexicon::LEXICON,
    types::{Document, Fact, Figure, FigureKind, Span, Tags, TokenKind, WordList},
};

/// The most tokens from the word that introduces the earlier value to that value: "on last year's £50m".
const OPENED: usize = 5;
/// The most tokens from a value to the word for its change: "50 sheep in May, up from 40".
const LATER: usize = 9;
/// The most tokens from a value to its difference from another: "50 sheep were sold in May, 25% more than".
const CLAUSE: usize = 14;
/// Words between the difference and the "than" before the other value.
const COMPARED: WordList<8> =
    WordList::of(["fewer", "greater", "higher", "larger", "less", "lower", "more", "smaller"]);
/// The most tokens from a word for a rise or fall to its size: "an increase of about 12%".
const SIZED: usize = 4;

/// A change: the values before and after, each with the step of its last printed digit.
pub struct Change {
    pub from: (Decimal, Decimal),
    pub to: (Decimal, Decimal),
    pub span: Span,
    /// The token of the word between the values that gives the direction: "up" in "50, up from 40".
    pub word: Option<usize>,
    /// Whether the two may be the ends of a range instead: "cut from 3 to 5 jobs".
    pub may_be_range: bool,
}

/// The only change of a sentence.
pub fn told_change(document: &Document, figures: &[Fact<Figure>]) -> Option<Change> {
    let mut found = told_changes(document, figures);
    let change = found.next()?;
    found.next().is_none().then_some(change)
}

/// Every change of a sentence: ranges first, then pairs in text order.
pub fn told_changes(document: &Document, figures: &[Fact<Figure>]) -> impl Iterator<Item = Change> {
    let ranges = figures.iter().filter_map(|fact| as_range(document, fact));
    let pairs = (1..figures.len()).filter_map(|at| {
        let two = &figures[at];
        let one = figures[..at].iter().rfind(|fact| fact.detail.kind != FigureKind::Date)?;
        is_comparable(&two.detail)
            .then(|| as_pair(document, one, two).or_else(|| as_later(document, &figures[..at], two)))?
    });
    ranges.chain(pairs)
}

/// A range opened by `from`: the change starts at its first end.
fn as_range(document: &Document, fact: &Fact<Figure>) -> Option<Change> {
    let figure = &fact.detail;
    let ends = (figure.low?, figure.high?);
    let first = document.token_at(fact.span.start);
    let opened = document.is(first, "from") || (first > 0 && document.is(first - 1, "from"));
    let comparable = matches!(figure.kind, FigureKind::Range | FigureKind::Money | FigureKind::Measure);
    (opened && comparable && figure.value.is_none()).then_some(Change {
        from: (ends.0, figure.step),
        to: (ends.1, figure.step),
        span: fact.span,
        word: None,
        may_be_range: true,
    })
}

fn is_comparable(figure: &Figure) -> bool {
    use FigureKind::*;
    matches!(figure.kind, Count | Money | Measure | Number | Percent)
}

/// Whether both have one kind and unit. In "from £40m to £50m a year", the rate of the second applies to the first too.
fn are_alike(one: &Fact<Figure>, two: &Fact<Figure>) -> bool {
    let (one, two) = (&one.detail, &two.detail);
    let same_rate = one.per.is_none() || two.per.is_none() || one.per == two.per;
    is_comparable(one) && same_rate && one.unit == two.unit && one.kind == two.kind
}

/// Two figures of one unit, one after `from` and the other after `to`.
fn as_pair(document: &Document, one: &Fact<Figure>, two: &Fact<Figure>) -> Option<Change> {
    let second = preposition(document, two)?;
    let first = preposition(document, one)?;
    let (from, to) = match (first, second) {
        ("from", "to") => (one, two),
        ("to", "from") => (two, one),
        _ => return None,
    };
    // "Sold 24 from 30 pens, which brings the herd to 426": the last figure is of another change.
    let comma = document
        .tokens_in(Span { start: one.span.end, end: two.span.start })
        .rev()
        .skip(2)
        .any(|at| document.is(at, ",") || document.is(at, ";"));
    if comma || document.is(document.token_at(one.span.start).saturating_sub(2), "compared") {
        return None;
    }
    let may_be_range = first == "from" && share_a_unit(document, one, two);
    change(from, to, None).map(|change| Change { may_be_range, ..change })
}

/// The change between two figures of one sort, except between years.
fn change(from: &Fact<Figure>, to: &Fact<Figure>, word: Option<usize>) -> Option<Change> {
    let printed = |fact: &Fact<Figure>| Some((fact.detail.value?, fact.detail.step));
    let years = may_be_year(from) && may_be_year(to);
    let span = from.span.cover(to.span);
    (are_alike(from, to) && !years).then_some(Change {
        from: printed(from)?,
        to: printed(to)?,
        span,
        word,
        may_be_range: false,
    })
}

/// Whether the unit or what is counted follows the second figure for both: "from 3 to 5 per cent".
fn share_a_unit(document: &Document, one: &Fact<Figure>, two: &Fact<Figure>) -> bool {
    let tokens = |fact: &Fact<Figure>| document.tokens_in(fact.span).len();
    let behind = document.token_at(two.span.end);
    let joined = document.token_at(one.span.end) + 1 == document.token_at(two.span.start);
    let word = kinds::is_word(document, behind);
    let free =
        Tags::PREPOSITION.with(Tags::CONJUNCTION).with(Tags::DETERMINER).with(Tags::AUXILIARY).with(Tags::DAY_WORD);
    joined && (tokens(one) < tokens(two) || word && !document.tags(behind).any(free.with(Tags::POINTER)))
}

/// A value followed by the one it is compared with, after a word for a rise or fall or `compared with`.
fn as_later(document: &Document, before: &[Fact<Figure>], then: &Fact<Figure>) -> Option<Change> {
    let opens = opening(document, document.token_at(then.span.start))?;
    let mut known = before.iter().rev().filter(|fact| fact.detail.kind != FigureKind::Date);
    let last = known.next()?;
    let compared = opens > 0 && document.is(opens - 1, "compared");
    let end = document.token_at(last.span.end);
    if compared {
        return (end + 1 == opens || is_set_off(document, end..opens - 1)).then(|| change(then, last, None))?;
    }
    // "50, 25% more than the 40".
    if end + 1 == opens && document.is(opens, "than") && document.is_one_of(end, &COMPARED) {
        let now = known.next()?;
        let (start, size) = (document.token_at(now.span.end), document.token_at(last.span.start));
        let apart = |at: usize| document.tags(at).any(Tags::CONJUNCTION.with(Tags::RELATIVE).with(Tags::CHANGE));
        let told = size > start && document.is(size - 1, ",") && size - start <= CLAUSE && !(start..size).any(apart);
        return told.then(|| change(then, now, Some(end)))?;
    }
    if let Some(word) = directed(document, end..opens).filter(|&word| word + 1 == opens) {
        return is_set_off(document, end..word).then(|| change(then, last, Some(word)))?;
    }
    // The last figure is the size of the rise or fall: "50, up 25% from 40".
    let now = known.next().filter(|_| end == opens)?;
    let start = document.token_at(now.span.end);
    let size = document.token_at(last.span.start);
    let word = directed(document, start.max(size.saturating_sub(SIZED))..size)?;
    is_set_off(document, start..word).then(|| change(then, now, Some(word)))?
}

/// The word that introduces the earlier value, a few tokens before it: "from the 40", "on last year's 40", "than the
/// £40".
fn opening(document: &Document, first: usize) -> Option<usize> {
    const OPENERS: WordList<4> = WordList::of(["from", "on", "than", "with"]);
    let passed = |at: usize| {
        let tags = document.tags(at);
        tags.any(Tags::DETERMINER.with(Tags::PRONOUN).with(Tags::POINTER).with(Tags::TIME_UNIT).with(Tags::MONTH))
            || document.tokens[at].kind == TokenKind::Possessive
            || document.is_one_of(at, const { &WordList::of(["'", "'s", "previous", "record", "s", "’", "’s"]) })
    };
    let start = first.saturating_sub(OPENED).max(document.sentence_tokens(first).start);
    let at = (start..first).rev().find(|&at| document.is_one_of(at, &OPENERS) || !passed(at))?;
    let opens = document.is_one_of(at, &OPENERS);
    let with = document.is(at, "with") && !(at > 0 && document.is(at - 1, "compared"));
    (opens && !with).then_some(at)
}

/// The last word for a rise or fall among the tokens.
fn directed(document: &Document, tokens: std::ops::Range<usize>) -> Option<usize> {
    tokens
        .rev()
        .find(|&at| document.tags(at).any(Tags::CHANGE) && LEXICON.changes.get(document.tokens[at].word).is_some())
}

/// Whether a mark, and no further clause, separates a value from the words for its change.
fn is_set_off(document: &Document, tokens: std::ops::Range<usize>) -> bool {
    const CLAUSE: Tags = Tags::CONJUNCTION.with(Tags::RELATIVE).with(Tags::AUXILIARY).with(Tags::CHANGE);
    let mark = |at: usize| document.is(at, ",") || document.is(at, "(") || document.tokens[at].kind == TokenKind::Dash;
    // "May" is a month here.
    let clause = |tags: Tags| tags.any(CLAUSE) && !tags.any(Tags::MONTH);
    let ends = |at: usize| document.is(at, ";") || document.is(at, ")") || clause(document.tags(at));
    tokens.len() <= LATER && tokens.clone().any(mark) && !tokens.into_iter().any(ends)
}

/// The preposition `from` or `to` before a figure, perhaps with a word between: "from a record 80".
fn preposition(document: &Document, fact: &Fact<Figure>) -> Option<&'static str> {
    const PASSED: WordList<6> = WordList::of(["a", "just", "only", "record", "some", "the"]);
    let at = |before: usize| ["from", "to"].into_iter().find(|word| document.is(before, word));
    let mut before = document.token_at(fact.span.start).checked_sub(1)?;
    while document.is_one_of(before, &PASSED) {
        before = before.checked_sub(1)?;
    }
    at(before)
}

/// Whether the figure may be a year: a bare number that can be one.
fn may_be_year(fact: &Fact<Figure>) -> bool {
    fact.detail.unit.is_none() && fact.detail.value.is_some_and(years::is_plausible)
}
