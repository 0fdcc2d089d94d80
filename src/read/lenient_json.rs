//! JSON with tolerance for common violations: `NaN` and `Infinity` as numbers, control characters
//! in strings, and escapes of only one half of a surrogate pair.

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde_json::Result;

/// Numbers that JSON does not allow.
const NO_NUMBERS: [&str; 3] = ["-Infinity", "Infinity", "NaN"];

/// Parses a text; numbers that JSON does not allow become null, unpaired surrogates `\u{FFFD}`.
pub fn parse<T: DeserializeOwned>(text: &str) -> Result<T> {
    let read = serde_json::from_str(text);
    match read.is_err().then(|| mended(text)).flatten() {
        Some(mended) => serde_json::from_str(&mended).or(read),
        None => read,
    }
}

/// The text with valid JSON in place of these violations; `None` if it has none.
fn mended(text: &str) -> Option<String> {
    let mut mended = String::new();
    let (mut at, mut kept, mut inside) = (0, 0, false);
    while let Some(byte) = text.as_bytes().get(at) {
        let (length, instead) = match (inside, byte) {
            (_, b'"') => {
                inside = !inside;
                (1, None)
            }
            (true, b'\\') => escape(&text[at..]),
            (true, 0..0x20) => (1, Some(Cow::from(format!("\\u{byte:04x}")))),
            (false, b'-' | b'I' | b'N') => {
                let word = NO_NUMBERS.iter().find(|word| text[at..].starts_with(**word));
                word.map_or((1, None), |word| (word.len(), Some(Cow::from("null"))))
            }
            _ => (1, None),
        };
        if let Some(instead) = instead {
            mended.push_str(&text[kept..at]);
            mended.push_str(&instead);
            kept = at + length;
        }
        at += length;
    }
    (kept > 0).then(|| mended + &text[kept..])
}

/// The length of an escape, or of the two of a surrogate pair; and the replacement of an unpaired
/// surrogate.
fn escape(rest: &str) -> (usize, Option<Cow<'static, str>>) {
    let unit = |rest: &str| u16::from_str_radix(rest.strip_prefix("\\u")?.get(..4)?, 16).ok();
    let other_half = || rest.get(6..).and_then(unit).is_some_and(|unit| (0xDC00..0xE000).contains(&unit));
    match unit(rest) {
        Some(0xD800..0xDC00) if other_half() => (12, None),
        Some(0xD800..0xE000) => (6, Some(Cow::from("\\ufffd"))),
        _ => (2, None),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value};

    use super::*;

    fn object(text: &str) -> Result<Map<String, Value>> {
        parse(text)
    }

    #[test]
    fn numbers_that_are_none_are_null() {
        let text =
            r#"{"text": "NaN, \"Infinity\" and -Infinity", "score": NaN, "low": -Infinity, "list": [Infinity, 2]}"#;
        let found = object(text).unwrap();
        assert_eq!(found["text"], "NaN, \"Infinity\" and -Infinity");
        assert!(found["score"].is_null() && found["low"].is_null());
        assert_eq!(found["list"], serde_json::json!([null, 2]));
    }

    #[test]
    fn control_characters_and_halves_of_letters_are_read() {
        let found = object("{\"text\": \"Ten\tsheep.\nA \\\"ram\\\".\"}").unwrap();
        assert_eq!(found["text"], "Ten\tsheep.\nA \"ram\".");
        let found = object(r#"{"text": "a\ud83d b\udE00\uD83D\ude00é\ud83d\u0041\ud83"}"#);
        assert!(found.is_err());
        let found = object(r#"{"text": "a\ud83d b\udE00\uD83D\ude00é\ud83d\u0041"}"#).unwrap();
        assert_eq!(found["text"], "a\u{FFFD} b\u{FFFD}\u{1F600}é\u{FFFD}A");
    }

    #[test]
    fn what_is_broken_otherwise_stays_so() {
        for text in [r#"{"text": "NaN"#, "{\"a\": \"x\ty\\é\"}", "{NaN", r#"{"a": Name}"#, "[NaN]"] {
            assert!(object(text).is_err(), "{text}");
        }
        assert!(mended(r#"{"a": "NaN", "b": "\ud83d\ude00 \\"}"#).is_none());
    }
}
