//! One person across articles.

use jiff::civil::Date;
use xxhash_rust::xxh3::Xxh3;

use super::{RecordId, Status};

/// What several articles say of one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The fullest form of the name.
    pub name: String,
    /// In order of article id, at least two.
    pub people: Vec<LinkedPerson>,
    /// The person's offices over time, in order of the first day each is told of.
    pub tenures: Vec<Tenure>,
}

/// A person of one article.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkedPerson {
    /// Id of the article.
    pub article: String,
    /// Id of the person record there.
    pub person: RecordId,
    /// Between 0 and 1: how sure it is that this is the person whom the others are.
    pub confidence: f32,
}

/// An office that articles give a person, and from when to when they do.
#[derive(Debug, Clone, PartialEq)]
pub struct Tenure {
    /// The words of the office in the first article that tells of it.
    pub role: String,
    /// Canonical form in titles.tsv.
    pub rank: Option<&'static str>,
    /// The body or place the office belongs to, in the words of that article.
    pub organisation: Option<String>,
    /// Whether the articles tell of it as held, or as what.
    pub status: Status,
    /// Days of the first and the last article that tell of it so; none where no article has a day.
    pub first: Option<Date>,
    /// The day of the last article.
    pub last: Option<Date>,
    /// Number of articles that tell of it so.
    pub articles: u32,
}

impl Link {
    /// A hash of the first person's id: another than that, and the same when further articles join behind the first.
    pub fn id(&self) -> RecordId {
        let mut hasher = Xxh3::new();
        hasher.update(b"link");
        self.people.iter().take(1).for_each(|first| hasher.update(&first.person.0.to_le_bytes()));
        RecordId(hasher.digest())
    }
}
