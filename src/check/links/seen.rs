//! The people of one article as they are compared with those of others; nothing is borrowed from it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    check::{
        Subject, packed,
        ranks::Rank,
        stems::{is_named, word},
    },
    lexicon::LEXICON,
    types::{BlockKind, Document, FactId, Gender, Office, Person, Status, Tags},
};

/// Capitalised words that half of all articles might share.
const GENERAL: Tags = Tags::MONTH
    .with(Tags::WEEKDAY)
    .with(Tags::TITLE)
    .with(Tags::HONORIFIC)
    .with(Tags::NATIONALITY)
    .with(Tags::ABBREVIATION);

/// An article's named people, and the company they keep.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    /// Id of the article.
    pub article: String,
    /// Hash of the article's id and text.
    pub digest: u64,
    /// The story its source assigns it to.
    pub story: Option<String>,
    /// The day it speaks from.
    #[serde(with = "packed::date")]
    pub published: Option<Date>,
    /// Hashes of the words of its names, sorted.
    #[serde(with = "packed::hashes")]
    pub company: Box<[u32]>,
    pub people: Vec<SeenPerson>,
}

/// A named person of an article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeenPerson {
    pub id: FactId,
    pub name: Box<str>,
    pub gender: Option<Gender>,
    pub offices: Box<[SeenOffice]>,
    /// Whether a word of the name is in no table of names, so that few share it.
    pub rare: bool,
}

/// An office of a person with its words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeenOffice {
    #[serde(with = "packed::known_rank")]
    pub rank: Option<Rank>,
    pub status: Status,
    pub role: Box<str>,
    pub organisation: Option<Box<str>>,
}

impl SeenOffice {
    /// As an office that can be held against another.
    pub fn office(&self) -> Office {
        Office { rank: self.rank, status: self.status, ..Office::default() }
    }
}

impl SeenPerson {
    /// The words of the name as they are compared: nicknames in quotation marks, dots and generations left out.
    pub fn words(&self) -> Vec<&str> {
        let words = self.name.split([' ', '.', ',', '\u{A0}', '\n']).filter(|word| {
            !word.is_empty() && !word.starts_with(['"', '“', '‘', '\'']) && !["Jr", "Sr", "II", "III"].contains(word)
        });
        words.map(|word| word.strip_prefix("al-").or_else(|| word.strip_prefix("Al-")).unwrap_or(word)).collect()
    }

    /// The family name, or the only name.
    pub fn family(&self) -> &str {
        self.words().last().copied().unwrap_or_default()
    }
}

/// What the named people of an article are compared by.
pub fn seen(subject: Subject) -> Seen {
    let Subject { document, facts, .. } = subject;
    let named = facts.people.iter().filter(|person| person.name.is_some());
    Seen {
        article: document.article.id.clone(),
        digest: document.digest,
        story: document.article.story.clone(),
        published: document.dateline,
        company: company(document),
        people: named.map(|person| seen_person(document, person)).collect(),
    }
}

fn seen_person(document: &Document, person: &Person) -> SeenPerson {
    let name: Box<str> = person.name.as_deref().unwrap_or_default().into();
    let known = |word: &str| LEXICON.look_up(&word.to_lowercase()).1.any(Tags::GIVEN_NAME | Tags::SURNAME);
    let offices = person.offices.iter().map(|office| SeenOffice {
        rank: office.rank,
        status: office.status,
        role: document.text(office.role).into(),
        organisation: office.organisation.map(|span| document.text(span).into()),
    });
    SeenPerson {
        id: FactId::new(document.digest, "person", person.mentions[0].span),
        rare: name.contains(' ') && !name.split(' ').all(known),
        name,
        gender: person.gender,
        offices: offices.collect(),
    }
}

/// The words of the names in an article, its title left out, which may capitalise every word.
fn company(document: &Document) -> Box<[u32]> {
    let mut words = Vec::new();
    for block in document.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Boilerplate | BlockKind::Title))
    {
        let names =
            (block.tokens.start as usize..block.tokens.end as usize).filter(|&at| is_named(document, at, GENERAL));
        words.extend(names.map(|at| word(document.word(at))));
    }
    words.sort_unstable();
    words.dedup();
    words.into()
}
