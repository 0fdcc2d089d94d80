//! The record of one person across articles; the records of one article are in `record.rs`.

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    choices,
    record::{Record, three_digits},
};
use crate::types::{Link, Tenure};

/// A person who appears in more than one article.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LinkRecord<'a> {
    /// Id of the person record of the first article.
    pub id: String,
    /// The fullest form of the name.
    pub name: &'a str,
    /// The person records of the articles, in order of article.
    pub people: Vec<LinkedPersonRecord<'a>>,
    /// The person's offices over time.
    pub offices: Vec<TenureRecord<'a>>,
}

/// The person as one article has it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LinkedPersonRecord<'a> {
    /// Id of the article.
    pub article: &'a str,
    /// Id of the person record.
    pub person: String,
    /// 0 to 1: how likely this is the same person as the others.
    #[serde(serialize_with = "three_digits")]
    #[schemars(with = "f64", range(min = 0, max = 1))]
    pub confidence: f32,
}

/// An office that articles give the person, and the days of the first and last article that do.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TenureRecord<'a> {
    /// The words of the office in the first article that states it.
    pub role: &'a str,
    /// The canonical form of a title or rank.
    pub rank: Option<&'static str>,
    /// The body or place the office belongs to, as written.
    pub organisation: Option<&'a str>,
    /// Whether the office is held at the time of writing.
    #[schemars(schema_with = "choices::status")]
    pub status: &'static str,
    /// ISO 8601 day of the first article that says so; null if no such article has a date.
    pub first: Option<String>,
    /// ISO 8601 day of the last article that says so; null likewise.
    pub last: Option<String>,
    /// Number of articles that say so.
    pub articles: u32,
}

/// The records of some links.
pub fn links(links: &[Link]) -> Vec<Record<'_>> {
    links.iter().map(|found| Record::Link(link(found))).collect()
}

fn link(link: &Link) -> LinkRecord<'_> {
    let people = link.people.iter().map(|one| LinkedPersonRecord {
        article: &one.article,
        person: one.person.to_string(),
        confidence: one.confidence,
    });
    LinkRecord {
        id: link.id().to_string(),
        name: &link.name,
        people: people.collect(),
        offices: link.tenures.iter().map(tenure).collect(),
    }
}

fn tenure(tenure: &Tenure) -> TenureRecord<'_> {
    TenureRecord {
        role: &tenure.role,
        rank: tenure.rank,
        organisation: tenure.organisation.as_deref(),
        status: tenure.status.name(),
        first: tenure.first.map(|day| day.to_string()),
        last: tenure.last.map(|day| day.to_string()),
        articles: tenure.articles,
    }
}
