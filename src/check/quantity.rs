//! Figures as they are compared with each other: what is measured, in which unit, and the words around.

use rust_decimal::Decimal;

use super::{
    interval::Interval,
    stems::{content, shared, stem, word},
};
use crate::types::{ArticleFacts, BlockKind, Bound, Document, Fact, Figure, FigureKind, Span};

/// A figure that can be compared with another.
#[derive(Debug)]
pub struct Quantity<'a> {
    pub fact: &'a Fact<Figure>,
    /// The number as stated.
    pub value: Decimal,
    /// What the words allow.
    pub claimed: Interval,
    /// Stem of the noun that is counted; nought where none is known.
    pub head: u32,
    /// Stems of the counted phrase, its head left out, sorted.
    pub modifiers: Vec<u32>,
    /// Stems of the sentence, sorted.
    pub context: Vec<u32>,
    /// Words of the sentence that narrow or widen what is counted, sorted.
    pub scope: Vec<u32>,
    /// Years and dates its sentence speaks of, sorted.
    pub times: Vec<u32>,
    /// Whether it stands in the title.
    pub in_title: bool,
    /// Whether it stands in a quotation or a display quotation of somebody.
    pub in_quote: bool,
}

/// Words that change what is counted: a figure with one is compared only with a figure that has it too.
const SCOPE: [&str; 36] = [
    "additional",
    "annual",
    "annually",
    "another",
    "average",
    "both",
    "combined",
    "daily",
    "each",
    "earlier",
    "every",
    "extra",
    "fewer",
    "first",
    "further",
    "including",
    "initial",
    "initially",
    "last",
    "least",
    "less",
    "monthly",
    "more",
    "most",
    "next",
    "other",
    "others",
    "overall",
    "per",
    "previous",
    "previously",
    "rest",
    "second",
    "separate",
    "total",
    "weekend",
];

/// Every figure of an article that has a value and measures something.
pub fn quantities<'a>(document: &Document, facts: &'a ArticleFacts) -> Vec<Quantity<'a>> {
    let figures = facts.figures.iter().filter(|fact| is_comparable(&fact.detail));
    let mut found: Vec<Quantity> = Vec::new();
    for fact in figures {
        if let Some(quantity) = quantity(document, facts, fact) {
            found.push(quantity);
        }
    }
    found
}

fn is_comparable(figure: &Figure) -> bool {
    use FigureKind::*;
    matches!(figure.kind, Count | Percent | Money | Measure | Proportion | Number)
}

fn quantity<'a>(document: &Document, facts: &ArticleFacts, fact: &'a Fact<Figure>) -> Option<Quantity<'a>> {
    let figure = &fact.detail;
    let sentence = &document.sentences[fact.sentence as usize];
    let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
    let head = figure.head.map_or(0, |span| stem(document.text(span)));
    let counted = figure.counted.map(|span| document.tokens_in(span)).unwrap_or_default();
    let head_stem = [head];
    let modifiers = content(document, counted).into_iter().filter(|stem| !head_stem.contains(stem)).collect();
    let mut scope: Vec<u32> = tokens.clone().filter_map(|at| scope_word(document, at, fact.span)).collect();
    scope.sort_unstable();
    scope.dedup();
    Some(Quantity {
        fact,
        value: figure.value?,
        claimed: Interval::claimed(figure)?,
        head,
        modifiers,
        context: content(document, tokens),
        scope,
        times: times(facts, fact.sentence),
        in_title: document.blocks[sentence.block as usize].kind == BlockKind::Title,
        in_quote: figure.in_quote.is_some(),
    })
}

/// A scope word near the figure, the words of the figure itself left out.
fn scope_word(document: &Document, at: usize, figure: Span) -> Option<u32> {
    let token = &document.tokens[at];
    let text = document.text(token.span);
    let known = SCOPE.iter().any(|scope| text.eq_ignore_ascii_case(scope));
    (known && !figure.contains(token.span)).then(|| word(text))
}

/// What dates a sentence names, as hashes of their resolved form.
fn times(facts: &ArticleFacts, sentence: u32) -> Vec<u32> {
    let start = facts.figures.partition_point(|fact| fact.sentence < sentence);
    let here = facts.figures[start..].iter().take_while(|fact| fact.sentence == sentence);
    let dates = here.filter(|fact| fact.detail.kind == FigureKind::Date);
    let mut times: Vec<u32> = dates.filter_map(|fact| fact.detail.resolved.as_deref()).map(word).collect();
    times.sort_unstable();
    times.dedup();
    times
}

impl Quantity<'_> {
    /// Whether the words bound the number instead of stating it.
    pub fn is_exact(&self) -> bool {
        self.fact.detail.bound == Bound::Exact
    }

    /// Whether it counts or measures the same sort of thing in the same unit.
    pub fn is_like(&self, other: &Self) -> bool {
        let (one, two) = (&self.fact.detail, &other.fact.detail);
        let same_unit = one.unit == two.unit && class(one.kind) == class(two.kind);
        same_unit && self.head == other.head && (self.head != 0 || one.unit.is_some())
    }

    /// Whether nothing around the two says that they speak of different groups, places or times.
    pub fn has_scope_of(&self, other: &Self) -> bool {
        let same_times = self.times.is_empty() || other.times.is_empty() || shared(&self.times, &other.times) > 0;
        self.scope == other.scope && same_times
    }

    /// Stems that both sentences share, beyond those of the counted phrase.
    pub fn shared_context(&self, other: &Self) -> usize {
        shared(&self.context, &other.context)
    }
}

fn class(kind: FigureKind) -> FigureKind {
    match kind {
        FigureKind::Number | FigureKind::Proportion => FigureKind::Count,
        other => other,
    }
}
