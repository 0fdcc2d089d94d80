//! Under which keys a record's fields stand.

use std::str::FromStr;

use serde_json::{Map, Value};

/// A field of an article that a record may give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    Id,
    Title,
    Text,
    Date,
    Url,
    Publisher,
    Byline,
    Language,
    Story,
}

/// The keys to look under: those the user named, then the usual ones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    /// The user's own keys, such as `(Key::Text, "artikel")`; they come before the usual ones.
    pub named: Vec<(Key, String)>,
}

/// A `--field` that cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParseFieldError {
    #[error("write FIELD=KEY, such as text=fullText")]
    NoEqualsSign,
    #[error("no field {0:?}; one of id, title, text, date, url, publisher, byline, language, story")]
    UnknownField(String),
}

impl Key {
    /// Every key, its name for `--field`, and the keys it usually stands under, the likeliest first.
    const ALL: [(Key, &'static str, &'static [&'static str]); 9] = [
        (Key::Id, "id", &["id"]),
        (Key::Title, "title", &["title", "headline"]),
        (Key::Text, "text", &["text", "body", "content", "maintext"]),
        (Key::Date, "date", &["date", "published", "date_publish", "firstCreated"]),
        (Key::Url, "url", &["url"]),
        (Key::Publisher, "publisher", &["publisher", "source"]),
        (Key::Byline, "byline", &["byline", "author"]),
        (Key::Language, "language", &["language"]),
        // Only where the user names its key, since it limits what is compared.
        (Key::Story, "story", &[]),
    ];

    fn usual(self) -> &'static [&'static str] {
        Self::ALL[self as usize].2
    }
}

impl FromStr for Key {
    type Err = ParseFieldError;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let row = Self::ALL.iter().find(|row| row.1 == name);
        row.map(|row| row.0).ok_or_else(|| ParseFieldError::UnknownField(name.to_owned()))
    }
}

impl Fields {
    /// Reads `text=fullText`.
    pub fn parse(pair: &str) -> Result<(Key, String), ParseFieldError> {
        let (field, key) = pair.split_once('=').ok_or(ParseFieldError::NoEqualsSign)?;
        Ok((field.trim().parse()?, key.trim().to_owned()))
    }

    /// The value of a field in a record; null and blank ones are none.
    pub(super) fn value<'a>(&self, record: &'a Map<String, Value>, key: Key) -> Option<&'a Value> {
        let named = self.named.iter().filter(|(named, _)| *named == key).map(|(_, name)| name.as_str());
        let names = named.chain(key.usual().iter().copied());
        names.filter_map(|name| record.get(name)).find(|value| !is_blank(value))
    }

    /// A field as a string: a number in its digits, a list joined by commas.
    pub(super) fn string(&self, record: &Map<String, Value>, key: Key) -> Option<String> {
        self.value(record, key).and_then(as_string)
    }
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(string) => string.trim().is_empty(),
        _ => false,
    }
}

fn as_string(value: &Value) -> Option<String> {
    match value {
        Value::String(string) => Some(string.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => {
            let strings: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
            (!strings.is_empty()).then(|| strings.join(", "))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(json: &str) -> Map<String, Value> {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn rows_stand_in_the_order_of_the_enum() {
        for (at, (key, name, _)) in Key::ALL.iter().enumerate() {
            assert_eq!(*key as usize, at, "{name}");
        }
    }

    #[test]
    fn own_names_come_before_the_usual_ones() {
        let fields = Fields { named: vec![Fields::parse("text=fullText").unwrap()] };
        let given = record(r#"{"text":"teaser","fullText":"whole"}"#);
        assert_eq!(fields.string(&given, Key::Text).as_deref(), Some("whole"));
        assert_eq!(Fields::default().string(&given, Key::Text).as_deref(), Some("teaser"));
    }

    #[test]
    fn numbers_and_lists_are_strings_and_blanks_are_nothing() {
        let given = record(r#"{"id":4711,"author":["Ann Lee","Bo Day"],"title":" ","headline":"Fire"}"#);
        let fields = Fields::default();
        assert_eq!(fields.string(&given, Key::Id).as_deref(), Some("4711"));
        assert_eq!(fields.string(&given, Key::Byline).as_deref(), Some("Ann Lee, Bo Day"));
        assert_eq!(fields.string(&given, Key::Title).as_deref(), Some("Fire"));
        assert_eq!(fields.string(&given, Key::Url), None);
    }

    #[test]
    fn a_wrong_field_is_told_with_the_right_ones() {
        assert_eq!(Fields::parse("text"), Err(ParseFieldError::NoEqualsSign));
        let told = Fields::parse("words=x").unwrap_err().to_string();
        assert!(Key::ALL.iter().all(|(_, name, _)| told.contains(name)), "{told}");
    }
}
