//! The people of one article in the form in which they are compared with others; borrows nothing from the article.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::called::{Called, words_of};
use crate::{
    check::{
        Subject, packed,
        ranks::Rank,
        stems::{content_of, is_named, word},
    },
    lexicon::LEXICON,
    types::{BlockKind, Document, FactKind, Office, Person, RecordId, Status, Tags},
};

/// Tags of capitalised words that half of all articles might share.
const GENERAL: Tags = Tags::MONTH
    .with(Tags::WEEKDAY)
    .with(Tags::TITLE)
    .with(Tags::HONORIFIC)
    .with(Tags::NATIONALITY)
    .with(Tags::ABBREVIATION);

/// An article's named people and their company: the names around them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    /// Id of the article.
    pub(crate) article: String,
    /// Hash of the article's id and text.
    pub(crate) digest: u64,
    /// The story its source assigns it to.
    pub(crate) story: Option<String>,
    /// Its dateline.
    #[serde(with = "packed::date")]
    pub(crate) published: Option<Date>,
    /// Hashes of the words of its names, sorted.
    #[serde(with = "packed::hashes")]
    pub(crate) company: Box<[u32]>,
    pub(crate) people: Vec<SeenPerson>,
}

/// A named person of an article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeenPerson {
    pub id: RecordId,
    pub name: Box<str>,
    /// The name in the form in which it is compared.
    pub called: Called,
    /// Hashes of the words of the name.
    #[serde(with = "packed::hashes")]
    pub words: Box<[u32]>,
    pub offices: Box<[SeenOffice]>,
    /// Whether a word of a full name is not a known name, so that few people share it.
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
    /// Stems of the organisation's words.
    #[serde(with = "packed::hashes")]
    pub body: Box<[u32]>,
}

impl SeenOffice {
    /// The office in a form that can be compared with another.
    pub fn office(&self) -> Office {
        Office { rank: self.rank, status: self.status, ..Office::default() }
    }
}

impl SeenPerson {
    /// The family name, or the only name.
    pub fn family(&self) -> &str {
        words_of(&self.name).next_back().unwrap_or_default()
    }
}

/// The data by which the named people of an article are compared.
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
    SeenPerson {
        id: RecordId::new(document.digest, FactKind::Person, person.mentions[0].span),
        rare: name.contains(' ') && !name.split(' ').all(known),
        called: Called::new(&name, person.gender),
        words: words_of(&name).map(word).collect(),
        name,
        offices: person.offices.iter().map(|office| seen_office(document, office)).collect(),
    }
}

fn seen_office(document: &Document, office: &Office) -> SeenOffice {
    let organisation = office.organisation.map(|span| document.text(span));
    SeenOffice {
        rank: office.rank,
        status: office.status,
        role: document.text(office.role).into(),
        body: organisation.map(content_of).unwrap_or_default().into(),
        organisation: organisation.map(Into::into),
    }
}

/// The words of the names in an article, without its title, which may capitalise every word.
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
