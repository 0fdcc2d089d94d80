//! Ages next to a full name that is not known as a person, because little else is said: "Dakota Vale, 28", "the
//! 28-year-old Dakota Vale"; the last word may have been taken for someone else with that surname.

use rust_decimal::Decimal;

use super::keying::key;
use crate::{
    check::{Prepared, ages::is_age_in_years},
    types::{Document, Fact, Figure, Span, Tags, TokenKind},
};

/// A name and the age next to it.
#[derive(Debug, Clone, Copy)]
pub struct NamedAge {
    pub name: Span,
    /// First and last word of the name, as for a person.
    pub key: u64,
    /// Span of the figure.
    pub figure: Span,
    /// In years.
    pub age: Decimal,
}

/// Every age next to a full name that was not given to a person of that name, in text order.
pub fn named_ages(prepared: &Prepared) -> Vec<NamedAge> {
    let ages = prepared.facts.figures.iter().filter(|fact| is_age_in_years(prepared.document, fact));
    let named = ages.filter_map(|fact| named_age(prepared.document, fact));
    let given = |named: &NamedAge| {
        let holder = prepared.ages.iter().find(|age| age.figure.span == named.figure)?;
        prepared.facts.people[holder.person as usize].name.as_deref().map(key)
    };
    named.filter(|named| given(named) != Some(named.key)).collect()
}

fn named_age(document: &Document, fact: &Fact<Figure>) -> Option<NamedAge> {
    let name = fact.detail.counted.filter(|name| is_full_name(document, *name))?;
    let words = document.tokens_in(name);
    let (first, behind) = (document.token_at(fact.span.start), document.token_at(fact.span.end));
    let follows = words.end + 1 == first && document.is(words.end, ",");
    (follows || words.start == behind).then(|| NamedAge {
        name,
        key: key(document.text(name)),
        figure: fact.span,
        age: fact.detail.value.unwrap_or_default(),
    })
}

/// Whether a span is two or more capitalised words, none of them an honorific, an organisation or a noun for people.
fn is_full_name(document: &Document, span: Span) -> bool {
    const NO_NAME: Tags = Tags::HONORIFIC.with(Tags::ORGANISATION).with(Tags::PERSON_NOUN);
    let words = || document.tokens_in(span).filter(|&at| document.tokens[at].kind == TokenKind::Word);
    words().count() >= 2
        && words().all(|at| document.tags(at).any(Tags::CAPITALISED) && !document.tags(at).any(NO_NAME))
}
