//! Fifth stage: compares facts with each other. Each check is one file.
//!
//! [`within`] checks a single article, [`across`] compares articles. [`Prepared`] computes once per article what
//! several checks need.

pub mod across;
mod ages;
mod alignment;
mod apart;
mod births;
mod calendar;
mod change_size;
mod derivations;
mod distinct;
mod headline;
mod headline_rival;
mod interval;
pub mod links;
mod loose;
mod marked;
mod packed;
mod pairing;
mod parts;
mod people;
mod quantity;
mod ranks;
mod reference;
mod reprint;
mod rivals;
mod round_up;
mod sameness;
mod scope;
mod shown;
mod stems;
mod sums;
mod surnames;
mod times;
mod told_change;
pub mod within;
mod wording;

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use crate::types::{
    ArticleFacts, Document, Evidence, FactKind, Finding, Places, RecordId, Scope, Severity, Span, Verdict,
};

/// The input of a check: one article, its places and its facts.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    pub document: &'a Document<'a>,
    pub facts: &'a ArticleFacts,
    pub places: &'a Places<'a>,
}

/// A subject with the data that several checks share.
#[doc(hidden)]
#[derive(Debug)]
pub struct Prepared<'a> {
    pub(crate) document: &'a Document<'a>,
    pub(crate) facts: &'a ArticleFacts,
    pub(crate) places: &'a Places<'a>,
    /// Tokens that several checks start from.
    pub(crate) marked: marked::Marked,
    /// Figures that can be compared with others, sorted by span.
    pub(crate) quantities: Vec<quantity::Quantity>,
    /// Parts that name their wholes, in text order.
    pub(crate) parts: Vec<parts::StatedPart>,
    /// Pairs of figures that seem to state the same quantity.
    pub(crate) rivals: Vec<rivals::Rival>,
    /// Dates with a day and a month, in text order.
    pub(crate) dates: Vec<calendar::WrittenDate>,
    /// Ages given to people, in text order.
    pub(crate) ages: Vec<ages::StatedAge<'a>>,
    /// Direct and mixed quotations of a minimum length, sorted by span.
    pub(crate) quotations: Vec<wording::Wording<'a>>,
    /// Other words in quotation marks, of a minimum length, sorted by span.
    pub(crate) loose: Vec<loose::Loose>,
    /// Mentions of people, each with the first mention of its person; made when the first evidence asks for it.
    bearers: OnceCell<FxHashMap<Span, Span>>,
}

/// The result of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Outcome {
    verdict: Verdict,
    severity: Severity,
}

/// The statements agree.
pub(crate) const AGREES: Outcome = Outcome { verdict: Verdict::Agrees, severity: Severity::Info };
/// Worth a look.
pub(crate) const NOTE: Outcome = Outcome { verdict: Verdict::Unclear, severity: Severity::Info };
/// A later statement takes the place of an earlier one.
pub(crate) const SUPERSEDES: Outcome = Outcome { verdict: Verdict::Supersedes, severity: Severity::Info };
/// Two statements cannot both be exact.
pub(crate) const WARNING: Outcome = Outcome { verdict: Verdict::Conflicts, severity: Severity::Warning };
/// Ruled out by arithmetic or the calendar.
pub(crate) const ERROR: Outcome = Outcome { verdict: Verdict::Conflicts, severity: Severity::Error };

/// The maximum number of further places shown in a finding that repeat one of its two sides.
const AGAIN: usize = 6;

/// The two places of a finding, then others that repeat one of them, so that the outlier can be seen.
fn with_others(pair: [Span; 2], others: impl Iterator<Item = Span>) -> Vec<Span> {
    let others = others.filter(|span| !pair.contains(span)).take(AGAIN);
    pair.into_iter().chain(others).collect()
}

impl<'a> Prepared<'a> {
    /// Computes what the checks share.
    pub fn new(subject: Subject<'a>) -> Self {
        let Subject { document, facts, places } = subject;
        let mut quantities = quantity::quantities(document, facts);
        let rivals = rivals::rivals(document, &mut quantities);
        let marked = marked::Marked::new(document);
        let prepared = Self {
            document,
            facts,
            places,
            rivals,
            quantities,
            parts: parts::stated_parts(document, &facts.figures),
            dates: calendar::written_dates(document, &marked.months),
            marked,
            ages: ages::stated_ages(document, facts),
            quotations: wording::quotations(document, facts),
            loose: loose::loose_words(document, facts),
            bearers: OnceCell::new(),
        };
        let titled = prepared.quantities.iter().any(|quantity| quantity.place == quantity::Place::Title);
        if titled { prepared.with_contexts() } else { prepared }
    }

    /// Adds the context of every quantity: a headline's figure, or one of another article, may be about any of them.
    fn with_contexts(mut self) -> Self {
        let all = 0..self.quantities.len();
        quantity::add_contexts(self.document, &mut self.quantities, all);
        self
    }

    /// Evidence for a span, linked to the figure it states or the person it names.
    pub(crate) fn words(&self, span: Span) -> Evidence {
        let figures = &self.facts.figures;
        let next = figures.partition_point(|fact| fact.span.end <= span.start);
        let figure = figures.get(next).filter(|fact| fact.span.start < span.end);
        let person = || self.bearers.get_or_init(|| bearers(self.facts)).get(&span);
        let id = |kind, span| RecordId::new(self.document.digest, kind, span);
        let fact = figure.map(|fact| id(FactKind::Figure, fact.span));
        self.evidence(span, fact.or_else(|| person().map(|first| id(FactKind::Person, *first))))
    }

    /// Evidence for the figure with this span.
    pub(crate) fn figure(&self, span: Span) -> Evidence {
        self.evidence(span, Some(RecordId::new(self.document.digest, FactKind::Figure, span)))
    }

    /// The quote with this span as evidence.
    pub(crate) fn quote(&self, span: Span) -> Evidence {
        self.evidence(span, Some(RecordId::new(self.document.digest, FactKind::Quote, span)))
    }

    fn evidence(&self, span: Span, fact: Option<RecordId>) -> Evidence {
        let Document { article, .. } = self.document;
        let (field, start, end) = self.places.of(span);
        Evidence {
            article: article.id.clone(),
            source: article.source.clone(),
            title: self.document.title().map(str::to_owned),
            field,
            start,
            end,
            text: self.document.text(span).to_owned(),
            fact,
        }
    }

    /// A finding within this article; sorts the evidence.
    pub(crate) fn finding(
        &self,
        check: &'static str,
        outcome: Outcome,
        message: String,
        evidence: Vec<Evidence>,
    ) -> Finding {
        finding(check, Scope::Within, outcome, message, evidence)
    }
}

/// Mentions of people, each with the first mention of its person.
fn bearers(facts: &ArticleFacts) -> FxHashMap<Span, Span> {
    let mut bearers = FxHashMap::default();
    for person in &facts.people {
        for mention in &person.mentions {
            bearers.entry(mention.span).or_insert(person.mentions[0].span);
        }
    }
    bearers
}

/// A finding with its evidence sorted by article and place.
fn finding(
    check: &'static str,
    scope: Scope,
    outcome: Outcome,
    message: String,
    mut evidence: Vec<Evidence>,
) -> Finding {
    evidence.sort_by(|one, other| {
        (&one.article, one.field, one.start, one.end).cmp(&(&other.article, other.field, other.start, other.end))
    });
    Finding { check, scope, verdict: outcome.verdict, severity: outcome.severity, message, evidence }
}
