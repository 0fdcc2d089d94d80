//! What one article leaves behind for comparing it with others; it borrows nothing from the article.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{sketch::Sketch, stories::Names, tolls::toll};
use crate::{
    check::{
        Prepared,
        quantity::Quantity,
        stems::{stem, word},
        wording::QuotedWord,
    },
    types::{Evidence, FactId, Field, How, Office, Person, Quote, QuoteForm, Span, Tags, TokenKind},
};

/// What one article leaves behind.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Keys {
    /// Id of the article.
    pub article: String,
    /// Hash of the article's id and text.
    pub digest: u64,
    /// The story its source assigns it to.
    pub story: Option<String>,
    /// The day it speaks from.
    pub published: Option<Date>,
    pub sketch: Sketch,
    pub names: Names,
    pub figures: Vec<KeyedFigure>,
    pub quotes: Vec<KeyedQuote>,
    pub people: Vec<KeyedPerson>,
}

/// Words of the article in the reader's coordinates.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    pub field: Field,
    pub start: u32,
    pub end: u32,
    pub text: Box<str>,
    pub fact: Option<FactId>,
}

/// A figure, what it measures, and names in its sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyedFigure {
    pub place: Place,
    pub quantity: Quantity,
    /// Stems of the capitalised words of its sentence, sorted.
    pub names: Vec<u32>,
    /// `die` or `injure`, hashed, where it counts the dead or hurt.
    pub toll: Option<u32>,
}

/// The words of a quotation and its speaker.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyedQuote {
    pub place: Place,
    /// Hash of each quoted word.
    pub hashes: Vec<u32>,
    /// The quoted words, their spans counted from the start of the place's text.
    pub words: Vec<QuotedWord>,
    pub speaker: Option<KeyedSpeaker>,
}

/// The named speaker of a quotation.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyedSpeaker {
    pub place: Place,
    /// The fullest form of the name in the article.
    pub name: Box<str>,
}

/// A person with full name, the ages given to them, and their offices.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyedPerson {
    pub place: Place,
    pub name: Box<str>,
    /// Ages in years.
    pub ages: Vec<(Decimal, Place)>,
    pub offices: Vec<KeyedOffice>,
}

/// An office with a rank that can be compared.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyedOffice {
    pub place: Place,
    pub office: Office,
    pub organisation: Option<Box<str>>,
    /// Whether it stands right before the name, as a title.
    pub title: bool,
}

impl Place {
    /// The place as evidence of a finding.
    pub fn evidence(&self, keys: &Keys) -> Evidence {
        Evidence {
            article: keys.article.clone(),
            field: self.field,
            start: self.start,
            end: self.end,
            text: self.text.to_string(),
            fact: self.fact,
        }
    }
}

impl KeyedPerson {
    /// First and last word of the name, in lower case: what two articles call one person alike.
    pub fn key(&self) -> u64 {
        let mut words = self.name.split_whitespace();
        let first = words.next().map_or(0, word);
        let last = words.next_back().map_or(0, word);
        u64::from(first) << 32 | u64::from(last)
    }
}

/// What an article leaves behind.
pub fn keys(prepared: &Prepared) -> Keys {
    let document = prepared.document;
    Keys {
        article: document.article.id.clone(),
        digest: document.digest,
        story: document.article.story.clone(),
        published: document.dateline,
        sketch: Sketch::new(document),
        names: Names::new(document),
        figures: prepared.quantities.iter().map(|quantity| figure(prepared, quantity)).collect(),
        quotes: quotes(prepared),
        people: people(prepared),
    }
}

fn place(prepared: &Prepared, span: Span, kind: Option<&str>) -> Place {
    let (field, start, end) = prepared.places.of(span);
    let fact = kind.map(|kind| FactId::new(prepared.document.digest, kind, span));
    Place { field, start, end, text: prepared.document.text(span).into(), fact }
}

fn figure(prepared: &Prepared, quantity: &Quantity) -> KeyedFigure {
    let document = prepared.document;
    let sentence = &document.sentences[quantity.sentence as usize];
    let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
    let is_name = |at: &usize| {
        let token = &document.tokens[*at];
        token.kind == TokenKind::Word && token.tags.any(Tags::CAPITALISED) && !token.tags.any(Tags::SENTENCE_START)
    };
    let mut names: Vec<u32> = tokens.filter(is_name).map(|at| stem(document.word(at))).collect();
    names.sort_unstable();
    names.dedup();
    let place = place(prepared, quantity.span, Some("figure"));
    KeyedFigure { place, quantity: quantity.clone(), names, toll: toll(document, quantity) }
}

fn quotes(prepared: &Prepared) -> Vec<KeyedQuote> {
    let quotations = prepared.quotations.iter();
    quotations
        .map(|wording| {
            let start = wording.fact.span.start;
            let shifted = |span: Span| Span { start: span.start - start, end: span.end - start };
            KeyedQuote {
                place: place(prepared, wording.fact.span, Some("quote")),
                hashes: wording.hashes.clone(),
                words: wording.words.iter().map(|word| QuotedWord { span: shifted(word.span), ..*word }).collect(),
                speaker: speaker(prepared, &wording.fact.detail),
            }
        })
        .collect()
}

/// The speaker of a direct quote, named beside its cue, where a full name is known.
fn speaker(prepared: &Prepared, quote: &Quote) -> Option<KeyedSpeaker> {
    let speaker = quote.speaker.as_ref().filter(|speaker| matches!(speaker.how, How::Named | How::PullQuote))?;
    let written = prepared.document.text(speaker.span);
    if quote.form != QuoteForm::Direct || [" for ", "'s ", "’s "].iter().any(|word| written.contains(word)) {
        return None;
    }
    let person = &prepared.facts.people[speaker.person? as usize];
    let name: Box<str> = person.name.as_deref()?.into();
    Some(KeyedSpeaker { place: place(prepared, speaker.span, None), name })
}

fn people(prepared: &Prepared) -> Vec<KeyedPerson> {
    let people = prepared.facts.people.iter().enumerate();
    let full = people.filter(|(_, person)| person.name.as_deref().is_some_and(|name| name.contains(' ')));
    full.map(|(index, person)| {
        let own = prepared.ages.iter().filter(|age| age.person as usize == index);
        KeyedPerson {
            place: place(prepared, person.mentions[0].span, None),
            name: person.name.as_deref().unwrap_or_default().into(),
            ages: own.map(|age| (age.age, place(prepared, age.figure.span, Some("figure")))).collect(),
            offices: person.offices.iter().filter_map(|office| keyed_office(prepared, person, office)).collect(),
        }
    })
    .collect()
}

fn keyed_office(prepared: &Prepared, person: &Person, office: &Office) -> Option<KeyedOffice> {
    office.rank?;
    let document = prepared.document;
    let behind = document.token_at(office.role.end);
    let name = document.tokens.get(behind + usize::from(document.is(behind, "."))).map(|token| token.span.start);
    Some(KeyedOffice {
        place: place(prepared, office.role, None),
        office: office.clone(),
        organisation: office.organisation.map(|span| document.text(span).into()),
        title: person.mentions.iter().any(|mention| Some(mention.span.start) == name),
    })
}
