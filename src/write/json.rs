//! The records of one article as JSON values.

use serde_json::Value;

use super::record;
use crate::types::{ArticleFacts, Document};

impl ArticleFacts {
    /// Returns the records that `newsfacts extract` prints for an article: the article, its facts
    /// in order, its findings.
    ///
    /// `document` must be the one from which the facts were extracted. Offsets in the records count
    /// code points.
    ///
    /// ```
    /// let article = newsfacts::Article::new("mill", None, "The mill employs 45 people.");
    /// let (document, facts) = newsfacts::analyse(&article);
    /// let records = facts.to_json(&document);
    /// assert_eq!(records[0]["type"], "article");
    /// assert_eq!((&records[1]["text"], &records[1]["value"]), (&"45".into(), &45.into()));
    /// ```
    pub fn to_json(&self, document: &Document) -> Vec<Value> {
        let to_value =
            |record| serde_json::to_value(record).expect("records are plain data, which always has a JSON form");
        record::records(document, self).into_iter().map(to_value).collect()
    }
}
