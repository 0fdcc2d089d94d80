//! Turns the facts of one article into records: spans into words and offsets in code points,
//! indices into ids.

use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::{
    days::days,
    record::{FigureRecord, OfficeRecord, PersonRecord, QuoteRecord, SpeakerRecord, Words},
};
use crate::types::{
    Article, ArticleFacts, Document, Fact, FactKind, Figure, FigureKind, Office, Person, Places, Quote, RecordId, Span,
};

/// Makes the records of one article's facts.
pub(super) struct Scribe<'a> {
    document: &'a Document<'a>,
    article: &'a Article,
    places: Places<'a>,
}

impl<'a> Scribe<'a> {
    /// Makes records of the facts in a document.
    pub(super) fn new(document: &'a Document) -> Self {
        Self { document, article: document.article, places: Places::new(document.article) }
    }

    fn words(&self, span: Span) -> Words<'a> {
        let (field, start, end) = self.places.of(span);
        Words { field: field.name(), start, end, text: span.of(&self.article.text) }
    }

    fn id(&self, kind: FactKind, span: Span) -> String {
        RecordId::new(self.document.digest, kind, span).to_string()
    }

    fn person_id(&self, facts: &ArticleFacts, person: Option<u32>) -> Option<String> {
        Some(self.id(FactKind::Person, facts.person(person)?.mentions.first()?.span))
    }

    /// The record of a figure, with the ids of the quote that contains it and of the person who
    /// states it.
    pub(super) fn figure(&self, fact: &'a Fact<Figure>, facts: &ArticleFacts) -> FigureRecord<'a> {
        let figure = &fact.detail;
        let quote = figure.in_quote.map(|quote| facts.quotes[quote as usize].span);
        let date = figure.resolved.as_deref().filter(|_| figure.kind == FigureKind::Date);
        let [first_day, last_day] = date.map_or([None, None], days).map(|day| day.map(|day| day.to_string()));
        FigureRecord {
            id: self.id(FactKind::Figure, fact.span),
            article: &self.article.id,
            words: self.words(fact.span),
            rule: fact.rule,
            confidence: fact.confidence,
            kind: figure.kind.name(),
            value: figure.value.and_then(number),
            low: figure.low.and_then(number),
            high: figure.high.and_then(number),
            unit: figure.whole_unit(),
            per: figure.per,
            bound: figure.bound.name(),
            change: figure.change.map(|change| change.name()),
            counted: figure.counted.map(|span| self.words(span)),
            head: figure.head.map(|span| span.of(&self.article.text)),
            resolved: figure.resolved.as_deref(),
            first_day,
            last_day,
            in_quote: quote.map(|span| self.id(FactKind::Quote, span)),
            attributed_to: self.person_id(facts, figure.attributed_to),
        }
    }

    /// The record of a quote, with the id of its speaker.
    pub(super) fn quote(&self, fact: &'a Fact<Quote>, facts: &'a ArticleFacts) -> QuoteRecord<'a> {
        let quote = &fact.detail;
        QuoteRecord {
            id: self.id(FactKind::Quote, fact.span),
            article: &self.article.id,
            words: self.words(fact.span),
            rule: fact.rule,
            confidence: fact.confidence,
            form: quote.form.name(),
            content: quote.content.iter().map(|&span| self.words(span)).collect(),
            cue: quote.cue.map(|span| self.words(span)),
            speaker: quote.speaker.as_ref().map(|speaker| SpeakerRecord {
                words: self.words(speaker.span),
                person: self.person_id(facts, speaker.person),
                name: facts.speaker_name(quote, self.document),
                how: speaker.how.name(),
            }),
            pull: quote.pull,
        }
    }

    /// The record of a person, with all mentions and offices.
    pub(super) fn person(&self, person: &'a Person) -> PersonRecord<'a> {
        PersonRecord {
            id: self.id(FactKind::Person, person.mentions.first().map_or(Span::default(), |mention| mention.span)),
            article: &self.article.id,
            confidence: person.confidence,
            name: person.name.as_deref(),
            gender: person.gender.map(|gender| gender.name()),
            mentions: person.mentions.iter().map(|mention| self.words(mention.span)).collect(),
            offices: person.offices.iter().map(|office| self.office(office)).collect(),
        }
    }

    fn office(&self, office: &Office) -> OfficeRecord<'a> {
        OfficeRecord {
            role: office.role.of(&self.article.text),
            role_span: self.words(office.role),
            rank: office.rank,
            organisation: office.organisation.map(|span| span.of(&self.article.text)),
            organisation_span: office.organisation.map(|span| self.words(span)),
            jurisdiction: office.jurisdiction.map(|span| self.words(span)),
            status: office.status.name(),
            rule: office.rule,
        }
    }
}

/// A decimal as a JSON number, which has no decimal point if it is whole.
fn number(value: Decimal) -> Option<serde_json::Number> {
    match value.is_integer().then(|| value.to_i64()).flatten() {
        Some(whole) => Some(whole.into()),
        None => serde_json::Number::from_f64(value.to_f64()?),
    }
}
