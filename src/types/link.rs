//! A person across articles.

use jiff::civil::Date;
use xxhash_rust::xxh3::Xxh3;

use super::{RecordId, Status};

/// A person who appears in more than one article.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The fullest form of the name.
    pub name: String,
    /// The person as each article has it, in order of article id; at least two.
    pub people: Vec<LinkedPerson>,
    /// The person's offices over time, in order of the first day on which each is stated.
    pub tenures: Vec<Tenure>,
}

/// A person in one article.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkedPerson {
    /// Id of the article.
    pub article: String,
    /// Id of the person record there.
    pub person: RecordId,
    /// 0 to 1: how likely this is the same person as the others.
    pub confidence: f32,
}

/// An office that articles give a person, and the days between which they do.
#[derive(Debug, Clone, PartialEq)]
pub struct Tenure {
    /// The words of the office in the first article that states it.
    pub role: String,
    /// The canonical form in titles.tsv; `None` if it has none.
    pub rank: Option<&'static str>,
    /// The body or place the office belongs to, in the words of that article.
    pub organisation: Option<String>,
    /// Whether the office is held at the time of writing.
    pub status: Status,
    /// The day of the first article that states it; `None` if no such article has a date.
    pub first: Option<Date>,
    /// The day of the last article that states it; `None` likewise.
    pub last: Option<Date>,
    /// Number of articles that state it.
    pub articles: u32,
}

impl Link {
    /// The id of the link. It is a hash of the first person's id, so it stays the same when later
    /// articles are added.
    pub fn id(&self) -> RecordId {
        let mut hasher = Xxh3::new();
        hasher.update(b"link");
        self.people.iter().take(1).for_each(|first| hasher.update(&first.person.0.to_le_bytes()));
        RecordId(hasher.digest())
    }
}
