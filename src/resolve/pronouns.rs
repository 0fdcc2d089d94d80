//! Whom a pronoun stands for: by gender, by how near and in what role a person was mentioned, and by
//! who spoke last.

use crate::types::{Document, Gender, Person, Span, Tags, TokenKind};

/// Most mentions looked back at.
const REACH: usize = 24;
/// Most sentences looked back over.
const SENTENCES: u32 = 8;

/// A mention of a person, and which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mentioned {
    pub span: Span,
    /// Index into `ArticleFacts::people`.
    pub person: u32,
    sentence: u32,
    /// Whether it can be the subject of its sentence: nothing but a title stands before it.
    subject: bool,
    quoted: bool,
}

/// Every mention of every person in text order.
pub fn mentions(document: &Document, people: &[Person]) -> Vec<Mentioned> {
    let mut mentions: Vec<Mentioned> = Vec::new();
    for (person, found) in people.iter().enumerate() {
        mentions.extend(found.mentions.iter().map(|mention| {
            let at = document.token_at(mention.span.start);
            Mentioned {
                span: mention.span,
                person: person as u32,
                sentence: mention.sentence,
                subject: is_subject(document, at),
                quoted: document.quotation_of(at).is_some(),
            }
        }));
    }
    mentions.sort_unstable_by_key(|mention| mention.span);
    mentions
}

/// Whether no verb or preposition stands before the token in its sentence.
fn is_subject(document: &Document, at: usize) -> bool {
    let start = document.sentence_tokens(at.min(document.tokens.len() - 1)).start;
    !(start..at).any(|before| {
        let tags = document.tags(before);
        let name = tags.any(Tags::CAPITALISED) && !tags.any(Tags::SENTENCE_START);
        tags.any(Tags::AUXILIARY | Tags::VERB | Tags::CUE | Tags::PREPOSITION | Tags::PRONOUN) && !name
            || document.tokens[before].kind == TokenKind::Quotation
    })
}

/// The person a singular pronoun at `span` stands for; `previous` is the last speaker.
pub fn antecedent(
    document: &Document,
    span: Span,
    mentions: &[Mentioned],
    people: &[Person],
    previous: Option<u32>,
) -> Option<u32> {
    let at = document.token_at(span.start);
    let before = &mentions[..mentions.partition_point(|mention| mention.span.end <= span.start)];
    if document.tags(at).any(Tags::RELATIVE) {
        let near = before.last().filter(|mention| mention.sentence == document.tokens[at].sentence);
        return near.map(|mention| mention.person);
    }
    let gender = gender(document, at)?;
    let sentence = document.tokens[at].sentence;
    let candidates = before.iter().rev().take(REACH).filter(|mention| {
        let person = &people[mention.person as usize];
        person.name.is_some()
            && person.gender.is_none_or(|known| known == gender)
            && sentence - mention.sentence <= SENTENCES
    });
    let score = |mention: &&Mentioned| {
        let known = i32::from(people[mention.person as usize].gender.is_some());
        let nearness = -2 * (sentence - mention.sentence) as i32;
        let role = if mention.subject { 3 } else { 0 };
        let spoke = if previous == Some(mention.person) { 4 } else { 0 };
        let quoted = if mention.quoted { -6 } else { 0 };
        nearness + role + spoke + quoted + 2 * known
    };
    candidates.max_by_key(score).map(|mention| mention.person)
}

fn gender(document: &Document, at: usize) -> Option<Gender> {
    if document.is(at, "he") || document.is(at, "him") || document.is(at, "his") {
        Some(Gender::Male)
    } else if document.is(at, "she") || document.is(at, "her") {
        Some(Gender::Female)
    } else {
        None
    }
}
