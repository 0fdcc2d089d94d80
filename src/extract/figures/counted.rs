//! What a figure counts or measures: behind it ("212 applications"), as a predicate ("four of these were
//! clerks"), before it ("complaints rose to 16"), or as in the clause before ("three resigned").

use std::ops::Range;

use rust_decimal::Decimal;

use super::{
    numeral::{is_dash, joins},
    phrase::{self, Phrase},
};
use crate::types::{Document, Fact, Figure, FigureKind, Span, Tags, TokenKind};

/// Nouns that say what they are of: "cases of fraud", "allegations of neglect".
const OPEN_NOUNS: [&str; 12] = [
    "acts",
    "allegation",
    "allegations",
    "calls",
    "cases",
    "case",
    "claims",
    "complaints",
    "incidents",
    "instances",
    "kinds",
    "reports",
];

/// What came before a figure in its article.
#[derive(Debug, Default)]
struct Before {
    /// Tokens of the last figure.
    figure: Range<usize>,
    span: Span,
    /// What the last figure counts.
    phrase: Option<Phrase>,
    /// What the last number of things counts: "three resigned" counts it again.
    things: Option<Phrase>,
}

/// Sets `counted` and `head` of every figure whose words tell.
pub fn attach(document: &Document, figures: &mut [Fact<Figure>]) {
    let mut before = Before::default();
    for fact in figures {
        let repeats = repeats(document, before.span, fact.span);
        let phrase = if repeats { before.phrase.take() } else { phrase(document, fact, &mut before) };
        if let Some(phrase) = phrase.clone() {
            fact.detail.counted = Some(document.span(phrase.clone()));
            fact.detail.head = Some(document.tokens[head(document, &phrase)].span);
        }
        before = Before { figure: tokens(document, fact.span), span: fact.span, phrase, ..before };
    }
}

fn phrase(document: &Document, fact: &Fact<Figure>, before: &mut Before) -> Option<Phrase> {
    match fact.detail.kind {
        FigureKind::Date | FigureKind::Duration | FigureKind::Score => None,
        FigureKind::Count | FigureKind::Number | FigureKind::Range | FigureKind::Proportion => {
            number_of_things(document, fact, before)
        }
        FigureKind::Ordinal | FigureKind::Age => person_or_thing(document, fact),
        FigureKind::Percent | FigureKind::Money | FigureKind::Measure => measured(document, fact, before),
    }
}

/// The noun of a bare number; without one, what the clause is about or what was counted before.
fn number_of_things(document: &Document, fact: &Fact<Figure>, before: &mut Before) -> Option<Phrase> {
    let own = things(document, fact);
    let total = || is_total(document, fact).then(|| subject(document, fact, before)).flatten();
    let again = || before.things.clone().filter(|_| is_elided(document, fact));
    let amount = || is_amount(&fact.detail).then(|| measured(document, fact, before)).flatten();
    let found = own.clone().or_else(total).or_else(again).or_else(amount);
    if fact.detail.kind != FigureKind::Proportion || own.is_some() {
        before.things = found.clone().or(before.things.take());
    }
    found
}

/// Whether a bare number is more likely an amount, its unit left out, than a number of things.
fn is_amount(figure: &Figure) -> bool {
    figure.value.is_some_and(|value| !value.is_integer() || value >= Decimal::ONE_THOUSAND)
}

fn subject(document: &Document, fact: &Fact<Figure>, before: &Before) -> Option<Phrase> {
    phrase::subject(document, &before.figure, tokens(document, fact.span).start)
}

/// "Complaints rose to 16", "the toll stood at 43", "births were down 4": the number is one of the subject.
fn is_total(document: &Document, fact: &Fact<Figure>) -> bool {
    let start = tokens(document, fact.span).start;
    let Some(before) = start.checked_sub(1) else { return false };
    let level = ["to", "from", "by"].iter().any(|word| document.is(before, word)) && fact.detail.change.is_some();
    level || document.is(before, "at") || document.tags(before).any(Tags::CHANGE | Tags::AUXILIARY)
}

/// Whether the second figure only says the first in another unit: "£20m ($27m)", "190 points, or 0.6%".
fn repeats(document: &Document, first: Span, second: Span) -> bool {
    let at = document.token_at(first.end);
    let end = document.token_at(second.start);
    let bracket = first.end > 0 && document.is(at, "(") && at + 1 == end;
    bracket || first.end > 0 && end >= 1 && end <= at + 2 && document.is(end - 1, "or")
}

/// The last word before the first `of` of the phrase.
fn head(document: &Document, phrase: &Phrase) -> usize {
    let of = phrase.clone().find(|&at| document.tags(at).any(Tags::PREPOSITION));
    of.filter(|&of| of > phrase.start).unwrap_or(phrase.end) - 1
}

/// The tokens of a fact's words.
fn tokens(document: &Document, span: Span) -> Range<usize> {
    document.tokens_in(span)
}

fn things(document: &Document, fact: &Fact<Figure>) -> Option<Phrase> {
    let Range { start, end } = tokens(document, fact.span);
    let one = fact.detail.value == Some(Decimal::ONE);
    if let Some(phrase) = inside(document, start, end) {
        return Some(phrase);
    }
    let (at, of) = partitive(document, end);
    if of && is_back_reference(document, at) {
        return predicate(document, at + 1);
    }
    let singular = one && !of;
    if document.is(at, "other") {
        return phrase::behind(document, at + 1, singular).map(|phrase| at..phrase.end);
    }
    phrase::behind(document, at, singular).map(|phrase| with_complement(document, phrase))
}

/// `the only school out of 43`: the thing stands inside the figure.
fn inside(document: &Document, start: usize, end: usize) -> Option<Phrase> {
    if !document.is(start, "only") {
        return None;
    }
    let out = (start..end).find(|&at| document.is(at, "out"))?;
    (start + 1 < out).then_some(start + 1..out)
}

/// Steps over a hyphen, `of`, determiners and bounds behind the figure: the token where its noun would
/// stand, and whether an `of` was passed.
fn partitive(document: &Document, end: usize) -> (usize, bool) {
    let mut at = if joins(document, end) { end + 1 } else { end };
    if joins(document, end)
        && ["wide", "long", "tall", "high", "deep", "thick"].iter().any(|word| document.is(at, word))
    {
        at += 1;
    }
    let of = document.is(at, "of");
    at += usize::from(of);
    let fraction = end > 0 && document.tags(end - 1).any(Tags::FRACTION | Tags::ORDINAL);
    if of || fraction && document.tags(at).any(Tags::DETERMINER) {
        at += usize::from(document.is(at, "all"));
        let determiner = document.tags(at).any(Tags::DETERMINER)
            || ["her", "his", "their", "its", "our", "my", "your"].iter().any(|word| document.is(at, word));
        let noun_behind = document.tokens.get(at + 1).is_some_and(|token| {
            token.kind == TokenKind::Word && !token.tags.any(Tags::AUXILIARY | Tags::VERB | Tags::PREPOSITION)
                || token.tags.any(Tags::DIGITS)
        });
        at += usize::from(determiner && noun_behind);
    }
    if of && document.tags(at).any(Tags::NUMBER_WORD | Tags::DIGITS) {
        at += 1;
    }
    while ["more", "many", "few", "such", "additional"].iter().any(|word| document.is(at, word)) {
        at += 1;
    }
    (at, of)
}

fn is_back_reference(document: &Document, at: usize) -> bool {
    ["these", "those", "them", "which", "whom"].iter().any(|word| document.is(at, word))
}

/// "four of these were clerks": the noun behind the verb.
fn predicate(document: &Document, at: usize) -> Option<Phrase> {
    let be = ["were", "are", "was", "is"].iter().any(|word| document.is(at, word));
    let phrase = be.then(|| phrase::behind(document, at + 1, false))??;
    let head = document.word(phrase.end - 1);
    (head.ends_with('s') || document.tags(phrase.end - 1).any(Tags::PERSON_NOUN)).then_some(phrase)
}

/// Takes in what an open noun is of: "cases of fraud and theft".
fn with_complement(document: &Document, phrase: Phrase) -> Phrase {
    let head = phrase.end - 1;
    let open = OPEN_NOUNS.iter().any(|noun| document.is(head, noun));
    let joined = document.is(head + 1, "of") || document.is(head + 1, "for");
    if !open || !joined {
        return phrase;
    }
    match phrase::behind(document, head + 2, false) {
        Some(complement) if document.is(complement.end, "and") => {
            let second = phrase::behind(document, complement.end + 1, false);
            let alike = second.filter(|second| document.is(second.end - 1, document.word(complement.end - 1)));
            phrase.start..alike.map_or(complement.end, |second| second.end)
        }
        Some(complement) => phrase.start..complement.end,
        None => phrase,
    }
}

/// Whether a number without a noun repeats the thing counted before: a verb, or the end, stands behind.
fn is_elided(document: &Document, fact: &Fact<Figure>) -> bool {
    let Range { start, end } = tokens(document, fact.span);
    // "The two" are people named before, not things counted before.
    if start > 0 && document.is(start - 1, "the") {
        return false;
    }
    if document.is(end, "of") && is_back_reference(document, end + 1) {
        return true;
    }
    let at = if document.is(end, "of") { end + 2 } else { end };
    let Some(token) = document.tokens.get(at) else { return true };
    let verb = token.tags.any(Tags::AUXILIARY | Tags::VERB | Tags::PREPOSITION | Tags::CHANGE);
    verb || token.kind == TokenKind::Mark || document.text(token.span).ends_with("ed")
}

/// Who is of the age, or what holds the rank: the noun behind, or the name before.
fn person_or_thing(document: &Document, fact: &Fact<Figure>) -> Option<Phrase> {
    let Range { start, end } = tokens(document, fact.span);
    let at = if joins(document, end) { end + 1 } else { end };
    if let Some(phrase) = phrase::behind(document, at, true) {
        return Some(phrase);
    }
    let group = start.checked_sub(2).filter(|&at| document.is(at, "in") || document.is(at, "aged") && at + 1 == start);
    if let Some(phrase) = group.and_then(|group| phrase::before(document, group)) {
        return Some(phrase);
    }
    let comma = start.checked_sub(1).filter(|&at| document.is(at, ",") || document.is(at, "("))?;
    phrase::before(document, comma)
}

/// What an amount is the amount of: the noun behind, before an `of` or `for`, or the subject.
fn measured(document: &Document, fact: &Fact<Figure>, before: &Before) -> Option<Phrase> {
    let Range { start, end } = tokens(document, fact.span);
    let (at, of) = partitive(document, end);
    if start > 0 && is_sign(document, start - 1) {
        return phrase::before(document, start - 1);
    }
    let behind = phrase::behind(document, at, false).filter(|phrase| names_the_measured(document, phrase, of));
    behind
        .or_else(|| inside_of(document, fact, end))
        .or_else(|| noun_before(document, start))
        .or_else(|| subject(document, fact, before))
        .or_else(|| phrase::before(document, start))
}

fn is_sign(document: &Document, at: usize) -> bool {
    document.is_glued(at) && (document.is(at, "+") || is_dash(document, at))
}

/// "£3m in cash", "a fall of 5% in complaints": what an amount or the size of a change is in.
fn inside_of(document: &Document, fact: &Fact<Figure>, end: usize) -> Option<Phrase> {
    let start = tokens(document, fact.span).start;
    let size = start > 1 && document.is(start - 1, "of") && document.tags(start - 2).any(Tags::CHANGE);
    let at = end + 1 + usize::from(document.tags(end + 1).any(Tags::DETERMINER));
    let dated = document.tags(at).any(Tags::MONTH | Tags::CAPITALISED | Tags::SEASON);
    let applies = document.is(end, "in") && (fact.detail.kind == FigureKind::Money && !dated || size);
    applies.then(|| phrase::behind(document, at, false))?
}

/// "a value of £3m", "tickets for £20": the noun whose amount it is, not "a rise of" or "a total of".
fn noun_before(document: &Document, start: usize) -> Option<Phrase> {
    const EMPTY: [&str; 9] = ["total", "average", "minimum", "maximum", "record", "high", "low", "peak", "level"];
    let preposition = start.checked_sub(1)?;
    if !["of", "for", "worth"].iter().any(|word| document.is(preposition, word)) {
        return None;
    }
    let noun = preposition.checked_sub(1)?;
    let empty = EMPTY.iter().any(|word| document.is(noun, word)) || document.tags(noun).any(Tags::CHANGE);
    if empty { None } else { phrase::before(document, preposition) }
}

/// Whether the phrase behind an amount says what it measures, and is not how it compares.
fn names_the_measured(document: &Document, phrase: &Phrase, of: bool) -> bool {
    let comparison = ["higher", "lower", "cheaper", "more", "less", "fewer", "each", "apiece", "away", "ago", "later"];
    of || !comparison.iter().any(|word| document.is(phrase.start, word))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn behind_before_and_between() {
        figures(
            "
Wages for porters grew by 4%.
                          ^^ figure percent value=4 unit=percent change=up counted=[Wages for porters]
Copper, the dearest metal, fell 2%, a fall of 3% in output.
                                ^^ figure percent value=2 unit=percent change=down counted=[Copper]
                                              ^^ figure percent value=3 unit=percent change=down counted=[output]
Bilton spent £3m in cash on tickets worth £20.
             ^^^ figure money value=3000000 unit=GBP counted=[cash]
                                          ^^^ figure money value=20 unit=GBP counted=[tickets]
",
        );
    }

    #[test]
    fn two_currencies_measure_one_thing() {
        figures(
            "
The barn cost £20m ($27m).
              ^^^^ figure money value=20000000 unit=GBP counted=[barn]
                    ^^^^ figure money value=27000000 unit=USD counted=[barn]
",
        );
    }

    #[test]
    fn nothing_counted() {
        figures(
            "
Seven.
^^^^^ figure count value=7
",
        );
    }
}
