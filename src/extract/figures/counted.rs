//! What a figure counts or measures: behind it ("212 applications"), as a predicate ("four of these were
//! clerks"), before it ("complaints rose to 16"), or as in the clause before ("three resigned").

use std::ops::Range;

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

/// Sets `counted` and `head` of every figure whose words tell.
pub fn attach(document: &Document, figures: &mut [Fact<Figure>]) {
    let mut last = None;
    for fact in figures {
        let phrase = match fact.detail.kind {
            FigureKind::Date | FigureKind::Duration | FigureKind::Score => None,
            FigureKind::Count | FigureKind::Number | FigureKind::Range | FigureKind::Proportion => {
                let own = things(document, fact);
                let found = own.clone().or_else(|| last.clone().filter(|_| is_elided(document, fact)));
                if fact.detail.kind != FigureKind::Proportion || own.is_some() {
                    last = found.clone();
                }
                found
            }
            FigureKind::Ordinal | FigureKind::Age => person_or_thing(document, fact),
            FigureKind::Percent | FigureKind::Money | FigureKind::Measure => measured(document, fact),
        };
        if let Some(phrase) = phrase {
            fact.detail.counted = Some(document.span(phrase.clone()));
            fact.detail.head = Some(document.tokens[head(document, &phrase)].span);
        }
    }
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
    let one = fact.detail.value == Some(rust_decimal::Decimal::ONE);
    if let Some(phrase) = inside(document, start, end) {
        return Some(phrase);
    }
    let (at, of) = partitive(document, end);
    if of && is_back_reference(document, at) {
        return predicate(document, at + 1);
    }
    let singular = one && !of;
    phrase::behind(document, at, singular)
        .map(|phrase| with_complement(document, phrase))
        .or_else(|| subject_of_total(document, start))
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
    let of = document.is(at, "of");
    at += usize::from(of);
    if of || document.tags(at).any(Tags::DETERMINER) {
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
    let filler = ["more", "other", "additional", "further", "such"].iter().any(|word| document.is(at, word));
    let more = document.is(at, "more") && filler;
    (at + usize::from(more), of)
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

/// "Complaints rose to 16", "the toll stood at 43": a number behind `to` or `at` counts the subject.
fn subject_of_total(document: &Document, start: usize) -> Option<Phrase> {
    let before = start.checked_sub(1)?;
    let total = ["to", "at", "was", "is", "were", "are"].iter().any(|word| document.is(before, word))
        || document.tags(before).any(Tags::CHANGE);
    total.then(|| subject(document, start))?
}

/// Whether a number without a noun repeats the thing counted before: a verb, or the end, stands behind.
fn is_elided(document: &Document, fact: &Fact<Figure>) -> bool {
    let end = tokens(document, fact.span).end;
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

/// What an amount is the amount of.
fn measured(document: &Document, fact: &Fact<Figure>) -> Option<Phrase> {
    let Range { start, end } = tokens(document, fact.span);
    let (at, of) = partitive(document, end);
    let close = of || document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
    let behind = close.then(|| phrase::behind(document, at, false)).flatten();
    if let Some(phrase) = behind {
        return Some(phrase);
    }
    if document.is(end, "in")
        && fact.detail.kind == FigureKind::Money
        && !document.tags(end + 1).any(Tags::DIGITS | Tags::MONTH)
        && let Some(phrase) = phrase::behind(document, end + 1, false)
    {
        return Some(phrase);
    }
    let before = start.checked_sub(1)?;
    let preposition = ["of", "for", "with", "worth"].iter().any(|word| document.is(before, word));
    let noun = preposition.then(|| phrase::before(document, before)).flatten();
    noun.or_else(|| subject(document, start)).or_else(|| {
        phrase::before(document, start - usize::from(document.is(before, "+") || is_dash(document, before)))
    })
}

/// The subject of the clause a figure stands in: the noun phrase before its nearest verb, with the
/// phrase its `of` or `in` hangs on.
fn subject(document: &Document, start: usize) -> Option<Phrase> {
    let first = document.sentence_tokens(start).start;
    let verb = Tags::AUXILIARY | Tags::CHANGE | Tags::VERB | Tags::CUE;
    let is_verb = |at: usize| {
        document.tags(at).any(verb) && !document.tags(at).any(Tags::PREPOSITION)
            || document.tags(at).any(Tags::CHANGE)
            || document.word(at).ends_with("ed") && !document.tags(at).any(Tags::CAPITALISED)
    };
    let mut at = (first..start).rev().find(|&at| is_verb(at))?;
    while at > first && (is_verb(at - 1) || document.tags(at - 1).any(Tags::ADVERB | Tags::NEGATION)) {
        at -= 1;
    }
    let mut phrase = phrase::before(document, at)?;
    while phrase.start > first + 1 && is_link(document, phrase.start) {
        let of = link_start(document, phrase.start);
        match phrase::before(document, of) {
            Some(outer) => phrase.start = outer.start,
            None => break,
        }
    }
    Some(phrase)
}

fn is_link(document: &Document, at: usize) -> bool {
    let of = link_start(document, at);
    document.is(of, "of") || document.is(of, "in") && of + 1 == at
}

fn link_start(document: &Document, at: usize) -> usize {
    let before = at.saturating_sub(1);
    if document.tags(before).any(Tags::DETERMINER) && !is_dash(document, before) {
        before.saturating_sub(1)
    } else {
        before
    }
}
