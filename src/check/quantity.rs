//! Figures in the form in which they are compared: what is measured, in which unit, and the words around.

use std::ops::Range;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    interval::{Interval, grain, is_rounding},
    people,
    scope::scope,
    stems::{content, is_content, shared, stem_at},
    times::times,
};
use crate::types::{
    ArticleFacts, BlockKind, Bound, Document, Fact, Figure, FigureKind, Span, Tags, TokenKind, WordList,
};

/// A figure that can be compared with another.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The figure's own span.
    pub span: Span,
    /// Its first token, and the one after its last.
    pub first: usize,
    pub behind: usize,
    /// Index into `Document::sentences`.
    pub sentence: u32,
    pub kind: FigureKind,
    /// As in the figure.
    pub unit: Option<&'static str>,
    pub per: Option<&'static str>,
    pub bound: Bound,
    /// The number as stated; for a part of a whole, the whole.
    pub value: Decimal,
    /// The values that the words allow.
    pub claimed: Interval,
    /// The step of its last printed digit: 0.1 for 5.1.
    pub step: Decimal,
    /// The weight of its last digit, trailing zeros aside (see [`grain`]).
    pub grain: Decimal,
    /// Stems of what is counted, sorted: of the counted phrase, else of the two content words after the figure.
    pub things: Vec<u32>,
    /// Stems of the sentence, sorted; empty until [`add_contexts`] has been called.
    pub context: Vec<u32>,
    /// Words next to it that narrow or widen what is counted, as sorted hashes.
    pub scope: Vec<u32>,
    /// Times named in its sentence, as sorted numbers (see [`times`]).
    pub times: Vec<u32>,
    pub place: Place,
    /// Whether it is the start or end of a change ("from 4 to 5") or a part of a group ("four of them").
    pub is_relative: bool,
    /// Whether it counts people, whatever the noun.
    pub counts_people: bool,
    /// What happened to the people counted, as a hash of the word's meaning (see [`people::fate`]).
    pub fate: Option<u32>,
}

/// Figures more than this many figures apart are not compared.
pub const REACH: usize = 200;

/// The part of an article that a figure is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Title,
    /// Includes captions and display quotations, which repeat the body.
    Body,
}

/// How two figures of one thing relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Relation {
    /// Both exact, and equal or one a rounding of the other.
    Same,
    /// At least one is a bound or an approximation, and what they allow meets.
    Approximated,
    /// At least one is a bound or an approximation, and what they allow does not meet.
    Overstepped,
    /// Both exact, and different by a factor of exactly a thousand, a million or a billion.
    Magnitude,
    /// Both exact and different.
    Different,
}

impl Relation {
    /// The relation of two values: `exact` is whether both are exact, `meet` whether what their words allow meets.
    pub fn new(exact: bool, meet: bool, one: Decimal, other: Decimal) -> Self {
        match (exact, meet) {
            (true, true) => Self::Same,
            (false, true) => Self::Approximated,
            (false, false) => Self::Overstepped,
            (true, false) if is_magnitude(one, other) => Self::Magnitude,
            (true, false) => Self::Different,
        }
    }
}

/// Every figure of an article that has a value and measures something, sorted by span.
pub fn quantities(document: &Document, facts: &ArticleFacts) -> Vec<Quantity> {
    let comparable = facts.figures.iter().filter(|fact| is_comparable(&fact.detail));
    // Quantities are large: reserving space avoids moving them.
    let mut quantities: Vec<Quantity> = Vec::with_capacity(facts.figures.len());
    for fact in comparable {
        let tokens = document.token_at(fact.span.start)..document.token_at(fact.span.end);
        if is_label(document, fact, &tokens) {
            continue;
        }
        let before = quantities.last().filter(|last| last.sentence == fact.sentence);
        let times = before.map_or_else(|| times(document, facts, fact.sentence), |last| last.times.clone());
        quantities.extend(stated(&fact.detail).map(|stated| quantity(document, fact, tokens, times, stated)));
    }
    quantities
}

/// Adds the stems of their sentences to the quantities in `which`, given in order.
pub fn add_contexts(document: &Document, quantities: &mut [Quantity], which: impl IntoIterator<Item = usize>) {
    let mut before: Option<usize> = None;
    for index in which {
        let sentence = quantities[index].sentence;
        let of_sentence = before.filter(|&before| quantities[before].sentence == sentence);
        if quantities[index].context.is_empty() {
            let tokens = &document.sentences[sentence as usize].tokens;
            let made = || content(document, tokens.start as usize..tokens.end as usize);
            quantities[index].context = of_sentence.map_or_else(made, |before| quantities[before].context.clone());
        }
        before = Some(index);
    }
}

fn is_comparable(figure: &Figure) -> bool {
    use FigureKind::*;
    matches!(figure.kind, Count | Percent | Money | Measure | Number | Duration) || figure.part_of.is_some()
}

/// Whether the number is a label in a table, part of an address or name, or a rate: "Age: 24", "the 300 block of North
/// Road", "one in ten".
fn is_label(document: &Document, fact: &Fact<Figure>, tokens: &Range<usize>) -> bool {
    let (first, behind) = (tokens.start, tokens.end);
    let before = first.saturating_sub(1);
    let named = first > document.sentence_tokens(first).start
        && document.tags(before).any(Tags::CAPITALISED)
        && !document.tags(before).any(Tags::SENTENCE_START);
    let counted = fact.detail.kind != FigureKind::Proportion;
    let rate = !counted && document.tokens_in(fact.span).any(|at| document.is(at, "in"));
    let sentence = document.sentence_tokens(first);
    let upper =
        document.tags(before).any(Tags::UPPERCASE) && first > sentence.start && counted && fact.detail.unit.is_none();
    let colon = |at: &usize| document.is(*at, ":") && !document.is_glued(*at);
    let table = document.is(before, ":") && sentence.into_iter().filter(colon).count() > 1;
    table || document.is(behind, "block") || rate || (named && !counted) || upper
}

/// The number that a figure states and what its words allow; for a part of a whole, the whole.
fn stated(figure: &Figure) -> Option<(Decimal, Interval)> {
    match figure.part_of.filter(|_| figure.kind == FigureKind::Proportion) {
        Some((_, whole)) => Some((whole, Interval::new(whole, whole))),
        None => Some((figure.value?, Interval::claimed(figure)?)),
    }
}

/// Makes a quantity of a figure, given its tokens, the times of its sentence, and its number with what its words allow.
pub fn quantity(
    document: &Document,
    fact: &Fact<Figure>,
    tokens: Range<usize>,
    times: Vec<u32>,
    stated: (Decimal, Interval),
) -> Quantity {
    let (figure, (value, claimed)) = (&fact.detail, stated);
    let sentence = &document.sentences[fact.sentence as usize];
    let title = document.blocks[sentence.block as usize].kind == BlockKind::Title;
    // The step of a share is not that of its whole.
    let step = if figure.part_of.is_some() { Decimal::ONE } else { figure.step };
    let (before, behind) = (sentence.tokens.start as usize..tokens.start, tokens.end..sentence.tokens.end as usize);
    Quantity {
        span: fact.span,
        first: tokens.start,
        behind: tokens.end,
        sentence: fact.sentence,
        kind: figure.kind,
        unit: figure.unit,
        per: figure.per,
        bound: figure.bound,
        value,
        claimed,
        step,
        grain: grain(value, step),
        things: things(document, fact, behind.clone(), title),
        context: Vec::new(),
        scope: scope(document, sentence, fact.span, &tokens),
        times,
        place: if title { Place::Title } else { Place::Body },
        is_relative: is_end_of_change(document, fact, tokens.start)
            || figure.unit.is_none() && is_part_of_group(document, tokens.end),
        counts_people: people::are_counted(document, figure, behind.clone()),
        fate: people::fate(document, before, behind),
    }
}

/// Stems of the counted phrase, else of the first two content words in the clause after the figure. Empty if `of` comes
/// before the figure, or if it is a count in a headline followed by a preposition: "Carries 31 to Goat Fair".
fn things(document: &Document, fact: &Fact<Figure>, behind: Range<usize>, title: bool) -> Vec<u32> {
    if let Some(counted) = fact.detail.counted {
        let counted = document.tokens_in(counted);
        let things = content(document, counted.clone());
        // "Three claims", "two suspects": a noun, whatever else the word may be.
        let noun = counted.last().filter(|_| things.is_empty() && fact.detail.unit.is_none());
        return if let Some(noun) = noun { vec![stem_at(document, noun)] } else { things };
    }
    // "A mother of four recovering from burns": the words after it do not say what is counted.
    let first = document.tokens_in(fact.span).start;
    if fact.detail.unit.is_none() && first > 0 && document.is(first - 1, "of") {
        return Vec::new();
    }
    let linked = document.tags(behind.start).any(Tags::PREPOSITION) && !document.is(behind.start, "of");
    if title && linked && fact.detail.unit.is_none() {
        return Vec::new();
    }
    let clause =
        behind.take(8).take_while(|&at| matches!(document.tokens[at].kind, TokenKind::Word | TokenKind::Possessive));
    let mut stems: Vec<u32> =
        clause.filter(|&at| is_content(document, at)).take(2).map(|at| stem_at(document, at)).collect();
    stems.sort_unstable();
    stems
}

/// Whether the figure is an end of a change or compared: after `from`, `to`, `by` or a word of comparison.
fn is_end_of_change(document: &Document, fact: &Fact<Figure>, first: usize) -> bool {
    let before = first.saturating_sub(1);
    let percentage = fact.detail.kind == FigureKind::Percent && fact.detail.change.is_some();
    let linked = document.is_one_of(before, const { &WordList::of(["from", "than", "versus"]) });
    let near = first.saturating_sub(7).max(document.sentence_tokens(first).start)..before;
    // "A man from Bramfield got close to 12 years" is not a change from one number to another.
    let number = Tags::DIGITS.with(Tags::NUMBER_WORD).with(Tags::CURRENCY);
    let from = |at: usize| document.is(at, "from") && (at + 1..at + 4).any(|at| document.tags(at).any(number));
    let changes = |at: usize| document.tags(at).any(Tags::CHANGE) || from(at);
    let told = |words: &[&str]| words.iter().any(|word| document.is(before, word));
    let compared = told(&["with", "to"]) && before > 0 && document.is(before - 1, "compared");
    // "The storm cut power to 612 homes": recipients, not the end of a change.
    const SUPPLIES: WordList<7> = WordList::of(["access", "aid", "electricity", "gas", "power", "supplies", "water"]);
    let supplied = document.is(before, "to") && before > 0 && document.is_one_of(before - 1, &SUPPLIES);
    let changed = told(&["to", "by"]) && !supplied && near.into_iter().any(changes);
    first > 0 && (percentage || linked || compared || changed)
}

/// Whether `of the`, `of them` or the like comes right after the figure.
fn is_part_of_group(document: &Document, behind: usize) -> bool {
    document.is(behind, "of") && document.tags(behind + 1).any(Tags::DETERMINER.with(Tags::PRONOUN))
}

impl Quantity {
    /// Whether the words state the number exactly, without a bound or approximation.
    pub fn is_exact(&self) -> bool {
        self.bound == Bound::Exact
    }

    /// Whether both state the same number; comparing mantissas is faster when the scales are equal.
    #[inline]
    pub fn has_value_of(&self, other: &Self) -> bool {
        let (one, other) = (self.value, other.value);
        if one.scale() == other.scale() { one.mantissa() == other.mantissa() } else { one == other }
    }

    /// Whether both have the same kind and unit.
    pub fn has_unit_of(&self, other: &Self) -> bool {
        self.unit == other.unit && self.per == other.per && class(self.kind) == class(other.kind)
    }

    /// Whether both count or measure the same sort of thing in the same unit. Where one names no thing, the same unit
    /// is enough.
    pub fn is_like(&self, other: &Self) -> bool {
        let same_thing = shared(&self.things, &other.things) > 0;
        let named = self.things.is_empty() || other.things.is_empty();
        self.has_unit_of(other) && (same_thing || (named && self.unit.is_some()))
    }

    /// Whether nothing shows that the two measure different things. A factor of exactly a thousand is enough with the
    /// same unit; otherwise the counted thing and the scope must agree.
    pub fn may_be(&self, other: &Self, relation: Relation) -> bool {
        let alike = relation == Relation::Magnitude && self.has_unit_of(other);
        let comparable = alike || self.is_like(other) && self.scope == other.scope;
        comparable && self.has_times_of(other) && !self.is_relative && !other.is_relative
    }

    /// Whether both measure the same sort of thing at one time, whatever the scope.
    pub fn may_differ_from(&self, other: &Self) -> bool {
        self.is_like(other) && self.has_times_of(other) && !self.is_relative && !other.is_relative
    }

    /// Whether the two may be one amount with a slip of magnitude: the same unit and time.
    pub fn may_be_slip_of(&self, other: &Self) -> bool {
        self.has_unit_of(other) && self.has_times_of(other)
    }

    /// Whether one of the sentences names no times, or both have one in common.
    fn has_times_of(&self, other: &Self) -> bool {
        self.times.is_empty() || other.times.is_empty() || shared(&self.times, &other.times) > 0
    }

    /// Whether the two sentences are nearly the same: at least five stems, four fifths of them shared.
    pub fn is_printed_like(&self, other: &Self) -> bool {
        let longer = self.context.len().max(other.context.len());
        longer >= 5 && self.shared_context(other) * 5 >= longer * 4
    }

    /// The number of stems that both sentences share.
    pub fn shared_context(&self, other: &Self) -> usize {
        shared(&self.context, &other.context)
    }

    /// Whether both state the same value of the same thing, or of people with the same fate.
    pub fn states_again(&self, other: &Self) -> bool {
        let fate = self.counts_people && other.counts_people && self.fate.is_some() && self.fate == other.fate;
        self.has_value_of(other) && (self.is_like(other) || fate && self.has_unit_of(other))
    }

    /// Whether both are upper limits ("up to 50") and one is more than a quarter above the other.
    pub fn is_other_limit(&self, other: &Self) -> bool {
        if self.bound != Bound::AtMost || other.bound != Bound::AtMost {
            return false;
        }
        let (low, high) = (self.value.min(other.value), self.value.max(other.value));
        low.checked_mul(Decimal::new(125, 2)).is_some_and(|most| high > most)
    }

    /// How the values relate, assuming that both measure one thing.
    pub fn relation(&self, other: &Self) -> Relation {
        let exact = self.is_exact() && other.is_exact();
        // Two values printed to the same digit were rounded alike, so they are either equal or different.
        let rounded_alike = exact && !self.has_value_of(other) && self.grain == other.grain;
        let meet = self.claimed.meets(other.claimed) && !rounded_alike;
        Relation::new(exact, meet || exact && self.is_rounding_of(other), self.value, other.value)
    }

    /// Whether one of two percentages is the other rounded, even to a small whole number: 45% and 45.3%.
    fn is_rounding_of(&self, other: &Self) -> bool {
        is_rounded(self.kind)
            && is_rounded(other.kind)
            && is_rounding((self.value, self.step), (other.value, other.step))
    }
}

/// The quantities in the sentence of `one`, itself included; `quantities` must be in text order.
pub fn of_sentence<'a>(quantities: &'a [Quantity], one: &Quantity) -> &'a [Quantity] {
    let first = quantities.partition_point(|near| near.sentence < one.sentence);
    let behind = quantities[first..].iter().take_while(|near| near.sentence == one.sentence).count();
    &quantities[first..first + behind]
}

/// Whether the sentence of one figure states the value of the other too.
pub fn is_beside(quantities: &[Quantity], one: &Quantity, other: &Quantity) -> bool {
    of_sentence(quantities, one).iter().any(|near| near.has_value_of(other))
}

/// The quantities that can show how two of them relate: all between them and [`REACH`] before and after, so that the
/// work stays proportional to the length of a table.
pub fn around(quantities: &[Quantity], one: usize, other: usize) -> &[Quantity] {
    let (first, last) = (one.min(other), one.max(other));
    &quantities[first.saturating_sub(REACH)..quantities.len().min(last + REACH)]
}

/// Whether one value is less than ten times the other: slips of the pen keep the magnitude.
pub fn is_near(one: Decimal, other: Decimal) -> bool {
    are_within(one, other, Decimal::TEN)
}

/// Whether both values are above nought, and neither is so many times the other.
pub fn are_within(one: Decimal, other: Decimal, times: Decimal) -> bool {
    let (low, high) = (one.min(other), one.max(other));
    low > Decimal::ZERO && low.checked_mul(times).is_none_or(|most| high < most)
}

/// Whether the one value is at most a quarter more than the other: nobody rounds further.
pub fn is_close(one: Decimal, other: Decimal) -> bool {
    let (low, high) = (one.min(other), one.max(other));
    low.checked_mul(Decimal::new(125, 2)).is_some_and(|most| high <= most)
}

/// Whether one value is exactly a thousand, a million or a billion times the other.
pub fn is_magnitude(one: Decimal, other: Decimal) -> bool {
    let (low, high) = (one.min(other), one.max(other));
    let times = |factor: Decimal| low.checked_mul(factor);
    let far = low > Decimal::ZERO && times(Decimal::ONE_THOUSAND).is_some_and(|least| least <= high);
    far && [3, 6, 9].iter().any(|power| times(Decimal::from(10i64.pow(*power))) == Some(high))
}

/// Whether small whole numbers of a kind are rounded as readily as others; counts of people and things are not.
pub fn is_rounded(kind: FigureKind) -> bool {
    kind == FigureKind::Percent
}

/// The kind under which figures are compared: a bare number may be a count.
pub fn class(kind: FigureKind) -> FigureKind {
    match kind {
        FigureKind::Number | FigureKind::Proportion => FigureKind::Count,
        other => other,
    }
}
