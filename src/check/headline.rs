//! Whether a figure of the text seems to state what one of the headline does: by what it counts, the words of
//! its sentence and where it stands.

use rust_decimal::Decimal;

use super::{
    people::{are_counted, fate},
    quantity::{Place, Quantity, is_near},
    rivals::is_followed_by_word,
    stems::{shared, stem, stem_at},
};
use crate::types::{Bound, Document, FigureKind, Tags, TokenKind};

/// Words beside a figure of the text that make it one of several groups or a rate.
const NARROWS: [&str; 14] = [
    "additional",
    "another",
    "average",
    "both",
    "each",
    "either",
    "every",
    "extra",
    "fewer",
    "further",
    "per",
    "previous",
    "second",
    "separate",
];

/// The word right behind a figure where it can be what is counted, as a hash of its stem; else, of "Kills 76 in
/// Raid", the one before, which is none of a name that the text has too.
pub fn counted_word(document: &Document, figure: &Quantity) -> Option<u32> {
    let (first, behind) = (document.token_at(figure.span.start), document.token_at(figure.span.end));
    // Behind a dash stands whose page it is: "Boy hurt in fall - 8 News Dale".
    if first > 0 && figure.place == Place::Title && document.tokens[first - 1].kind == TokenKind::Dash {
        return None;
    }
    if is_telling(document, behind) {
        return Some(stem_at(document, behind));
    }
    let linked = document.tags(behind).any(Tags::PREPOSITION) && figure.place == Place::Title;
    let before = first.checked_sub(1).filter(|&at| linked && is_telling(document, at))?;
    Some(stem_at(document, before))
}

/// Whether the word behind a figure in digits is in the plural, as none is behind a true 1.
pub fn is_plural(document: &Document, figure: &Quantity) -> bool {
    let behind = document.token_at(figure.span.end);
    let digits = document.tokens_in(figure.span).any(|at| document.tags(at).any(Tags::DIGITS));
    digits && is_telling(document, behind) && document.word(behind).ends_with('s')
}

/// Whether a token is a word that is not there for the grammar only.
fn is_telling(document: &Document, at: usize) -> bool {
    const LINKS: Tags =
        Tags::PREPOSITION.with(Tags::DETERMINER).with(Tags::CONJUNCTION).with(Tags::PRONOUN).with(Tags::AUXILIARY);
    document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && !token.tags.any(LINKS))
}

/// Whether a figure of the text seems to state the same quantity as one of the headline: of the same sort,
/// about the same event, the more words alike the farther it stands from the beginning.
pub fn is_rival(document: &Document, figure: &Quantity, other: &Quantity, lead: u32) -> bool {
    let alike = other.has_unit_of(figure) && other.is_relative == figure.is_relative;
    if !alike || !is_near(figure.value, other.value) || is_narrowed(document, other) {
        return false;
    }
    let word = counted_word(document, figure);
    let same_noun = word.is_some() && counted_word(document, other) == word;
    let same_thing = same_noun || shared(&figure.things, &other.things) > 0;
    let told = shared(&figure.things, &other.context) > 0 || word.is_some_and(|word| other.context.contains(&word));
    let opens = other.sentence <= lead;
    let alike = figure.shared_context(other);
    let same_event = told && (shared(&other.things, &figure.context) > 0 || opens && alike >= 3);
    let people = || are_counted(document, other) && (told || are_counted(document, figure));
    let measured = figure.unit.is_some() && figure.kind != FigureKind::Duration && (opens || alike >= 3);
    let likely = same_thing || measured || same_event || people();
    likely && alike >= if opens { 1 } else { 2 }
}

/// Whether the words right beside a figure make it one of several groups, or a rate.
fn is_narrowed(document: &Document, figure: &Quantity) -> bool {
    let (first, behind) = (document.token_at(figure.span.start), document.token_at(figure.span.end));
    let near = (first.saturating_sub(2)..first).chain(behind..behind + 1);
    near.into_iter().any(|at| NARROWS.iter().any(|word| document.is(at, word)))
}

/// Whether the two count different groups or say the same in another way: the dead and the hurt, his two brothers,
/// two of whom it is not said what they are, a share and the rest of it, a sum of money and what each gets.
pub fn is_told_apart(document: &Document, figure: &Quantity, other: &Quantity) -> bool {
    let fates = [figure, other].map(|figure| fate(document, figure));
    // The shot may be dead or hurt.
    let met = matches!(fates, [Some(one), Some(other)] if one != other && ![one, other].contains(&stem("shot")));
    let before = |figure: &Quantity, words: &[&str]| {
        let first = document.token_at(figure.span.start);
        first > 0 && words.iter().any(|word| document.is(first - 1, word))
    };
    let owned = |figure: &Quantity| before(figure, &["her", "his", "their"]);
    let bare = other.unit.is_none() && !is_followed_by_word(document, other);
    let one = other.unit.is_none() && other.value < Decimal::TWO;
    let limit = [figure, other].iter().any(|figure| matches!(figure.bound, Bound::AtMost | Bound::LessThan));
    let rest = figure.kind == FigureKind::Percent && figure.value + other.value == Decimal::ONE_HUNDRED;
    let (low, high) = (figure.value.min(other.value), figure.value.max(other.value));
    let times = figure.kind == FigureKind::Money && [2, 3, 4].iter().any(|times| low * Decimal::from(*times) == high);
    met || owned(figure) != owned(other) || bare || one || limit || rest || times
}

/// How alike the words of two figures are: shared words of what is counted weigh double.
pub fn likeness(figure: &Quantity, other: &Quantity) -> usize {
    2 * shared(&figure.things, &other.things) + figure.shared_context(other)
}
