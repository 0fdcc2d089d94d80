//! The input of the rules for offices: a document with its titles and names.

use std::ops::Range;

use super::{name::NameSpan, title::Title};
use crate::types::{Document, Fact, Name, Office, OfficeFact, Span, Tags};

/// A document with the titles and names found in it, both in text order.
#[derive(Debug)]
pub struct Scene<'d, 'a> {
    pub document: &'d Document<'a>,
    pub titles: Vec<Title>,
    pub names: Vec<NameSpan>,
}

impl Scene<'_, '_> {
    /// The name that starts at token `at`.
    pub fn name_from(&self, at: usize) -> Option<&NameSpan> {
        found_by(&self.names, |name| name.tokens.start, at)
    }

    /// The name whose last token is the one before `end`.
    pub fn name_until(&self, end: usize) -> Option<&NameSpan> {
        found_by(&self.names, |name| name.tokens.end, end)
    }

    /// Whether token `at` is part of a name.
    pub fn is_in_name(&self, at: usize) -> bool {
        let index = self.names.partition_point(|name| name.tokens.end <= at);
        self.names.get(index).is_some_and(|name| name.tokens.start <= at)
    }

    /// The title that starts at token `at`.
    pub fn title_from(&self, at: usize) -> Option<&Title> {
        found_by(&self.titles, |title| title.tokens.start, at)
    }

    /// The title that ends before token `end`.
    pub fn title_until(&self, end: usize) -> Option<&Title> {
        found_by(&self.titles, |title| title.tokens.end, end)
    }

    /// Whether the word at `at` is between the article and the letters of a legislator: `the Ashford MP`.
    pub fn is_seat(&self, at: usize, end: usize) -> bool {
        let article = at > 0 && self.document.tags(at - 1).any(Tags::ARTICLE);
        article && at + 1 == end && self.title_from(end).is_some_and(|title| title.form.class == "political")
    }

    /// Whether tokens `left` and `right` exist in one sentence.
    pub fn same_sentence(&self, left: usize, right: usize) -> bool {
        let sentence = |at: usize| self.document.tokens.get(at).map(|token| token.sentence);
        sentence(left).is_some() && sentence(left) == sentence(right)
    }

    /// The fact that `holder` has `office`.
    pub fn held(&self, office: Office, holder: &NameSpan, confidence: f32) -> Fact<OfficeFact> {
        self.held_by(office, holder.tokens.clone(), confidence)
    }

    /// The fact that the person whom the tokens name or refer to has `office`.
    pub fn held_by(&self, office: Office, holder: Range<usize>, confidence: f32) -> Fact<OfficeFact> {
        let span = self.document.span(holder.clone());
        Fact {
            span: office.role.cover(span),
            sentence: self.document.tokens[holder.start].sentence,
            rule: office.rule,
            confidence,
            detail: OfficeFact { office, holder: Some(span) },
        }
    }

    /// The names as facts.
    pub fn name_facts(&self) -> Vec<Fact<Name>> {
        self.names.iter().map(|name| self.name_fact(name)).collect()
    }

    fn name_fact(&self, name: &NameSpan) -> Fact<Name> {
        let honorific = name.honorific.map(|at| self.document.tokens[at].span);
        Fact {
            span: self.document.span(name.tokens.clone()),
            sentence: self.document.tokens[name.tokens.start].sentence,
            rule: super::name::RULE,
            confidence: name.confidence,
            detail: super::anatomy::anatomy(self.document, name, honorific),
        }
    }
}

/// The span that covers the tokens, if there are any.
pub fn span_of(document: &Document, tokens: &Option<Range<usize>>) -> Option<Span> {
    tokens.clone().filter(|tokens| !tokens.is_empty()).map(|tokens| document.span(tokens))
}

/// The first of a sorted list whose key is `key`.
fn found_by<T>(sorted: &[T], key_of: impl Fn(&T) -> usize, key: usize) -> Option<&T> {
    let index = sorted.partition_point(|one| key_of(one) < key);
    sorted.get(index).filter(|one| key_of(one) == key)
}
