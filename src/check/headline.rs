//! Whether a figure of the text seems to state the same quantity as one of the headline, by what it counts, the words
//! of its sentence and its position.

use rust_decimal::Decimal;

use super::{
    apart::is_told_apart,
    quantity::{Place, Quantity, is_near},
    stems::{content, shared, stem_at},
};
use crate::{
    grammar::{endings, kinds},
    types::{Document, FigureKind, Tags, TokenKind},
};

/// Tokens before and after a figure that say what it is of.
const BEFORE: usize = 5;
const BEHIND: usize = 8;

/// The stem hash of the word right after a figure if it can be what is counted. In a headline, otherwise, the word
/// before it ("Kills 76 in Raid"), or the word before the verb that is also in the figure's `things` ("Death toll hits
/// 93").
pub fn counted_word(document: &Document, figure: &Quantity) -> Option<u32> {
    let (first, behind) = (figure.first, past_hyphened_age(document, figure.behind));
    let behind = behind + usize::from(document.is(behind, "more"));
    // After a dash comes the name of the site: "Boy hurt in fall - 8 News Dale".
    if first > 0 && figure.place == Place::Title && document.tokens[first - 1].kind == TokenKind::Dash {
        return None;
    }
    if is_telling(document, behind) {
        return Some(stem_at(document, behind));
    }
    let linked = document.tags(behind).any(Tags::PREPOSITION) && figure.place == Place::Title;
    let before = first.checked_sub(1).filter(|&at| linked && is_telling(document, at));
    if figure.place != Place::Title || linked {
        return before.map(|before| stem_at(document, before));
    }
    // "Cases pass 1,000" is written about 1,031.
    if figure.grain.checked_mul(Decimal::TEN).is_some_and(|tenfold| tenfold > figure.value) {
        return None;
    }
    let near = first.saturating_sub(BEFORE).max(document.sentence_tokens(first).start)..first;
    near.rev().map(|at| stem_at(document, at)).find(|stem| figure.things.contains(stem))
}

/// "The toll rose to 83": whether a figure is the level that something rose or fell to, not the size of the change.
pub fn is_reached(document: &Document, figure: &Quantity) -> bool {
    let first = figure.first;
    first > 1 && document.is(first - 1, "to") && document.tags(first - 2).any(Tags::CHANGE)
}

/// The token after a figure, or after the age in "7 16-year-old boys".
pub fn past_hyphened_age(document: &Document, behind: usize) -> usize {
    let dash = |at: usize| kinds::is_dash(document, at);
    let age = dash(behind + 1) && dash(behind + 3) && document.is(behind + 4, "old");
    if age { behind + 5 } else { behind }
}

/// Whether the word after a figure in digits is a plural, as it never is after a true 1.
pub fn counts_several(document: &Document, figure: &Quantity) -> bool {
    let behind = figure.behind;
    let digits = document.tokens_in(figure.span).any(|at| document.tags(at).any(Tags::DIGITS));
    digits && is_telling(document, behind) && endings::is_plural(document, behind)
}

/// Whether a token is a content word, not a grammatical one. "US" is a country.
fn is_telling(document: &Document, at: usize) -> bool {
    const LINKS: Tags =
        Tags::PREPOSITION.with(Tags::DETERMINER).with(Tags::CONJUNCTION).with(Tags::PRONOUN).with(Tags::AUXILIARY);
    let links = |tags: Tags| tags.any(LINKS) && !(tags.any(Tags::UPPERCASE) && document.is(at, "us"));
    document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && !links(token.tags))
}

/// Whether a figure of the text seems to state the same quantity as one of the headline: of the same sort and about the
/// same event. Figures after the lead need more shared words.
pub fn is_rival(document: &Document, figure: &Quantity, other: &Quantity, lead: u32) -> bool {
    if !other.has_unit_of(figure) || !is_near(figure.value, other.value) || is_told_apart(document, figure, other) {
        return false;
    }
    let word = counted_word(document, figure);
    let same_noun = word.is_some() && counted_word(document, other) == word;
    let same_thing = same_noun || shared(&figure.things, &other.things) > 0;
    let told = shared(&figure.things, &other.context) > 0 || word.is_some_and(|word| other.context.contains(&word));
    let opens = other.sentence <= lead;
    let alike = figure.shared_context(other);
    let same_event = told && (shared(&other.things, &figure.context) > 0 || opens && alike >= 3);
    let people = || other.counts_people && are_same_people(figure, other, opens, told);
    let lasts = figure.kind == FigureKind::Duration && shared(&figure.context, &clause(document, other)) < 2;
    let measured = figure.unit.is_some() && !lasts && (opens || alike >= 3);
    let same_fate = opens && figure.fate.is_some() && figure.fate == other.fate;
    let likely = same_thing || measured || same_event || same_fate || people() || opens && alike >= 4;
    likely && alike >= if opens { 1 } else { 2 }
}

/// Whether a figure in the lead may state the headline's, whatever it counts, when no other does: of the same sort, in
/// a sentence that shares two words with the headline.
pub fn may_be_lone(document: &Document, figure: &Quantity, other: &Quantity, lead: u32) -> bool {
    other.sentence <= lead
        && other.has_unit_of(figure)
        && is_near(figure.value, other.value)
        && figure.shared_context(other) >= 2
        && !is_told_apart(document, figure, other)
}

/// Whether a figure of the text can count the same people as the headline's: those with the same fate or, in the lead,
/// any people. `told` is whether the figure's sentence has the headline's word for them.
fn are_same_people(figure: &Quantity, other: &Quantity, opens: bool, told: bool) -> bool {
    match figure.fate {
        Some(met) if opens => other.fate.is_some() || other.context.contains(&met),
        Some(met) => other.fate == Some(met),
        None => opens && (told || figure.counts_people),
    }
}

/// Whether a figure of the text counts the same thing as the headline's in the same words, or people with the same
/// fate.
pub fn is_plain(document: &Document, figure: &Quantity, other: &Quantity) -> bool {
    let noun = counted_word(document, figure).is_some_and(|word| counted_word(document, other) == Some(word));
    let fates = [figure, other].map(|figure| figure.fate);
    let amount = figure.unit.is_some() && shared(&figure.context, &clause(document, other)) >= 2;
    noun || shared(&figure.things, &other.things) > 0 || amount || fates[0].is_some() && fates[0] == fates[1]
}

/// How alike the words of two figures are: shared words for what is counted weigh double, the same fate weighs three,
/// and shared words close to the figure of the text count again.
pub fn likeness(document: &Document, figure: &Quantity, other: &Quantity) -> usize {
    let fates = [figure, other].map(|figure| figure.fate);
    let same_fate = fates[0].is_some() && fates[0] == fates[1];
    let near = shared(&figure.context, &clause(document, other));
    2 * shared(&figure.things, &other.things) + figure.shared_context(other) + near + 3 * usize::from(same_fate)
}

/// Stems of the words around a figure, up to the next number on either side.
pub fn clause(document: &Document, figure: &Quantity) -> Vec<u32> {
    const NUMBERS: Tags = Tags::DIGITS.with(Tags::NUMBER_WORD);
    let sentence = &document.sentences[figure.sentence as usize].tokens;
    let (first, behind) = (figure.first, figure.behind);
    let number = |at: &usize| document.tags(*at).any(NUMBERS);
    let start = (sentence.start as usize).max(first.saturating_sub(BEFORE));
    let end = (sentence.end as usize).min(behind + BEHIND);
    let start = (start..first).rev().find(number).map_or(start, |at| at + 1);
    let end = (behind..end).find(number).unwrap_or(end);
    content(document, start..end)
}
