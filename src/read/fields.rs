//! The keys under which a record has its fields.

use std::str::FromStr;

use jiff::civil::Date;
use serde_json::{Map, Value};

use super::{
    DateOrder,
    sought::{Missing, Sought},
};

/// A field of an article that a record may give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ArticleField {
    /// What identifies the article.
    Id,
    /// The headline, separate from the text.
    Title,
    /// The body.
    Text,
    /// A web page or a part of one, for records without [`Text`](ArticleField::Text).
    Html,
    /// When it was published.
    Date,
    /// When it was last changed.
    Updated,
    /// Its web address.
    Url,
    /// Who published it.
    Publisher,
    /// Who wrote it.
    Byline,
    /// Its language, as a BCP 47 tag or a name.
    Language,
    /// The time before which it must not be published.
    Embargo,
    /// Who owns it, and how it may be used.
    Rights,
    /// The story it belongs to; articles of different stories are not compared.
    Story,
}

/// Keys of the value that stands for a whole object: `"author": {"name": "Ann Lee"}`.
const INNER: [&str; 8] = ["name", "value", "@id", "original", "main", "rendered", "usageTerms", "copyrightHolder"];
/// The same in MongoDB's extended JSON, for types that JSON lacks: `"_id": {"$oid": "6f2a"}`.
const EXPORTED: [&str; 4] = ["$oid", "$date", "$numberLong", "$numberInt"];

/// The keys under which records have their fields: those named by the user, then the usual ones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    /// The user's own keys, such as `(ArticleField::Text, "artikel")`; they come before the usual ones.
    pub named: Vec<(ArticleField, String)>,
    /// The day of articles without a date.
    pub day: Option<Date>,
    /// Whether the day or the month comes first in `03/04/2015`; if it is not known, such a date is
    /// not used.
    pub date_order: Option<DateOrder>,
    /// Which of the user's own keys records have had so far.
    sought: Sought,
}

/// An invalid `--field`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ParseFieldError {
    /// There is no `=`, or no key after it.
    #[error("write FIELD=KEY, such as text=fullText")]
    NoKey,
    /// The word before `=` is not the name of a field.
    #[error(
        "unknown field {0:?}; use one of id, title, text, html, date, updated, url, publisher, byline, language, embargo, rights, story"
    )]
    UnknownField(String),
}

impl ArticleField {
    /// Every field, its name for `--field`, and the keys that usually hold it, the likeliest first.
    /// They are those of trafilatura, newspaper4k, news-please, articledata, schema.org, GDELT,
    /// WordPress, ninjs, and the interfaces of news archives; `a.b` is the key b of the object
    /// under a.
    const ALL: [(ArticleField, &'static str, &'static [&'static str]); 13] = [
        (ArticleField::Id, "id", &["id", "uri", "guid", "_id", "article_id", "doc_id", "uuid"]),
        (
            ArticleField::Title,
            "title",
            &["title", "headline", "webTitle", "headline.main", "title.rendered", "hed", "article_title"],
        ),
        (
            ArticleField::Text,
            "text",
            &[
                "text",
                "body",
                "content",
                "maintext",
                "articleBody",
                "body_text",
                "article",
                "full_text",
                "fullText",
                "fulltext",
                "article_text",
                "cleaned_text",
                "text_cleaned",
                "plain_text",
                "bodyText",
                "fields.bodyText",
                "content.rendered",
                "fields.body",
                "body_xhtml",
                "raw_text",
                "story_text",
                "transcript",
            ],
        ),
        (ArticleField::Html, "html", &["html", "raw_html", "body_html", "content_html", "page_html", "article_html"]),
        (
            ArticleField::Date,
            "date",
            &[
                "date",
                "published",
                "date_publish",
                "firstCreated",
                "firstcreated",
                "publish_date",
                "datePublished",
                "published_date",
                "date_published",
                "publishedAt",
                "published_at",
                "pub_date",
                "pubDate",
                "webPublicationDate",
                "publication_date",
                "publicationDate",
                "publicationdate",
                "publishing_date",
                "seendate",
                "date_gmt",
                "versioncreated",
                "versionCreated",
                "timestamp",
                "created_at",
            ],
        ),
        (
            ArticleField::Updated,
            "updated",
            &["updated", "date_modify", "dateModified", "versioncreated", "versionCreated", "modified", "updated_at"],
        ),
        (
            ArticleField::Url,
            "url",
            &[
                "url",
                "link",
                "canonical_link",
                "canonicalUrl",
                "webUrl",
                "web_url",
                "source_url",
                "mainEntityOfPage",
                "responded_url",
                "requested_url",
            ],
        ),
        (
            ArticleField::Publisher,
            "publisher",
            &[
                "publisher",
                "source",
                "sitename",
                "source-hostname",
                "site_name",
                "meta_site_name",
                "source_domain",
                "hostname",
                "media_name",
                "publication",
                "outlet",
                "newspaper",
                "domain",
                "provider",
                "copyrightholder",
                "copyrightHolder",
                "source_name",
                "site",
            ],
        ),
        (ArticleField::Byline, "byline", &["byline", "author", "authors", "creator", "bylines", "fields.byline", "by"]),
        (ArticleField::Language, "language", &["language", "lang", "inLanguage", "meta_lang", "langue"]),
        (ArticleField::Embargo, "embargo", &["embargo", "embargoed", "embargoedUntil"]),
        (
            ArticleField::Rights,
            "rights",
            &["rights", "usageterms", "usageTerms", "copyrightnotice", "copyrightNotice", "rightsInfo", "license"],
        ),
        // Only under a key that the user names, since it limits which articles are compared.
        (ArticleField::Story, "story", &[]),
    ];

    /// Whether a value can be that of the field: some exporters give the page's address as its
    /// source.
    fn accepts(self, value: &str) -> bool {
        self != Self::Publisher || !value.starts_with("http")
    }

    /// Its name for `--field`.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The usual key that a column's name stands for, whatever its case and punctuation:
    /// `Full Text` is `full_text`.
    pub(super) fn usual_name(column: &str) -> Option<&'static str> {
        Self::ALL.iter().flat_map(|row| row.2).copied().find(|name| letters(name).eq(letters(column)))
    }

    fn usual(self) -> &'static [&'static str] {
        Self::ALL[self as usize].2
    }
}

/// The letters and digits of a key in lower case; other characters do not distinguish keys.
fn letters(key: &str) -> impl Iterator<Item = char> {
    key.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase)
}

impl FromStr for ArticleField {
    type Err = ParseFieldError;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let row = Self::ALL.iter().find(|row| row.1 == name);
        row.map(|row| row.0).ok_or_else(|| ParseFieldError::UnknownField(name.to_owned()))
    }
}

impl Fields {
    /// The user's own keys, the day of articles without a date, and the order of day and month in
    /// digits.
    pub fn new(named: Vec<(ArticleField, String)>, day: Option<Date>, date_order: Option<DateOrder>) -> Self {
        Self { named, day, date_order, ..Self::default() }
    }

    /// Notes which of the user's own keys a record has.
    pub(super) fn note(&self, record: &Map<String, Value>) {
        if !self.named.is_empty() {
            self.sought.note(&self.named, record);
        }
    }

    /// The user's own keys that no record has had so far.
    pub fn missing(&self) -> Vec<Missing> {
        self.sought.missing(&self.named)
    }

    /// Parses `text=fullText`.
    ///
    /// # Errors
    ///
    /// If there is no `=`, no key after it, or no field of the name before it.
    pub fn parse(pair: &str) -> Result<(ArticleField, String), ParseFieldError> {
        let (field, key) = pair.split_once('=').ok_or(ParseFieldError::NoKey)?;
        match key.trim() {
            "" => Err(ParseFieldError::NoKey),
            key => Ok((field.trim().parse()?, key.to_owned())),
        }
    }

    /// The value of a field in a record, unless it is null or blank.
    pub(super) fn value<'a>(&self, record: &'a Map<String, Value>, key: ArticleField) -> Option<&'a Value> {
        let named = self.named.iter().filter(|(named, _)| *named == key).map(|(_, name)| name.as_str());
        let names = named.chain(key.usual().iter().copied());
        let fits = |value: &&Value| as_string(value).is_some_and(|string| key.accepts(&string));
        names.filter_map(|name| at_path(record, name)).find(fits)
    }

    /// A field as a string: a number as digits, an object as its name or value, a list joined by
    /// commas, or by blank lines if it is a list of paragraphs.
    pub(super) fn string(&self, record: &Map<String, Value>, key: ArticleField) -> Option<String> {
        match (key, self.value(record, key)?) {
            (ArticleField::Text | ArticleField::Html, Value::Array(paragraphs)) => joined(paragraphs, "\n\n"),
            (_, value) => as_string(value),
        }
    }
}

/// The value under a key. For `a.b`, if there is no such key, it is the value under b in the object
/// under a.
pub(super) fn at_path<'a>(record: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    record.get(name).or_else(|| {
        let (outer, inner) = name.split_once('.')?;
        record.get(outer)?.as_object()?.get(inner)
    })
}

/// A value as a string; `None` for null, for blank strings and for what holds no words.
fn as_string(value: &Value) -> Option<String> {
    match value {
        Value::String(string) => (!string.trim().is_empty()).then(|| string.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => joined(values, ", "),
        Value::Object(object) => {
            let inner = INNER.iter().filter_map(|key| object.get(*key)).filter(|value| value.is_string());
            inner.chain(EXPORTED.iter().filter_map(|key| object.get(*key))).find_map(as_string)
        }
        _ => None,
    }
}

/// The values of a list that hold words, joined.
fn joined(values: &[Value], separator: &str) -> Option<String> {
    let strings: Vec<String> = values.iter().filter_map(as_string).collect();
    (!strings.is_empty()).then(|| strings.join(separator))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(json: &str) -> Map<String, Value> {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn rows_stand_in_the_order_of_the_enum() {
        for (at, (key, name, _)) in ArticleField::ALL.iter().enumerate() {
            assert_eq!(*key as usize, at, "{name}");
        }
    }

    #[test]
    fn own_names_come_before_the_usual_ones() {
        let fields = Fields::new(vec![Fields::parse("text=fullText").unwrap()], None, None);
        let given = record(r#"{"text":"teaser","fullText":"whole"}"#);
        assert_eq!(fields.string(&given, ArticleField::Text).as_deref(), Some("whole"));
        assert_eq!(Fields::default().string(&given, ArticleField::Text).as_deref(), Some("teaser"));
    }

    #[test]
    fn numbers_and_lists_are_strings_and_blanks_are_nothing() {
        let given = record(r#"{"id":4711,"author":["Ann Lee","Bo Day"],"title":" ","headline":"Fire"}"#);
        let fields = Fields::default();
        assert_eq!(fields.string(&given, ArticleField::Id).as_deref(), Some("4711"));
        assert_eq!(fields.string(&given, ArticleField::Byline).as_deref(), Some("Ann Lee, Bo Day"));
        assert_eq!(fields.string(&given, ArticleField::Title).as_deref(), Some("Fire"));
        assert_eq!(fields.string(&given, ArticleField::Url), None);
        let given = record(r#"{"body":["Ten sheep.","",{"value":"A ram."}],"_id":{"$oid":"6f2a"}}"#);
        assert_eq!(fields.string(&given, ArticleField::Text).as_deref(), Some("Ten sheep.\n\nA ram."));
        assert_eq!(fields.string(&given, ArticleField::Id).as_deref(), Some("6f2a"));
    }

    #[test]
    fn a_wrong_field_is_told_with_the_right_ones() {
        for wrong in ["text", "text=", "text= "] {
            assert_eq!(Fields::parse(wrong), Err(ParseFieldError::NoKey));
        }
        let told = Fields::parse("words=x").unwrap_err().to_string();
        assert!(ArticleField::ALL.iter().all(|(_, name, _)| told.contains(name)), "{told}");
    }
}
