//! The message about a key that the user named and no record has.

use newsfacts::read::{ArticleField, Missing};

use super::near::near;

/// Maximum number of the records' keys that are shown if none is similar.
const SHOWN: usize = 8;

/// Tells which key is missing, which may be meant, and what was used instead.
pub fn message(missing: &Missing) -> String {
    let Missing { field, key, others } = missing;
    let (option, instead) = match field {
        ArticleField::Story => (format!("--story-field {key}"), "inferring stories"),
        _ => (format!("--field {}={key}", field.name()), "using the default keys"),
    };
    let quoted = |keys: &[&str]| keys.iter().map(|key| format!("{key:?}")).collect::<Vec<_>>();
    let near = near(key, others.iter().map(String::as_str));
    let meant = match near.as_slice() {
        [] if others.is_empty() => String::new(),
        [] => {
            let first: Vec<&str> = others.iter().take(SHOWN).map(String::as_str).collect();
            let more = if others.len() > SHOWN { ", …" } else { "" };
            format!(" (found: {}{more})", quoted(&first).join(", "))
        }
        near => format!(" (is it {}?)", quoted(near).join(" or ")),
    };
    format!("{option}: no record has a key {key:?}{meant}; {instead}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_keys_are_named_or_else_all() {
        let missing = |field, key: &str, others: &[&str]| {
            let others = others.iter().map(|&other| other.to_owned()).collect();
            message(&Missing { field, key: key.to_owned(), others })
        };
        assert_eq!(
            missing(ArticleField::Text, "fulltxt", &["fullText", "id"]),
            "--field text=fulltxt: no record has a key \"fulltxt\" (is it \"fullText\"?); using the default keys"
        );
        assert_eq!(
            missing(ArticleField::Story, "event", &["desk", "id"]),
            "--story-field event: no record has a key \"event\" (found: \"desk\", \"id\"); inferring stories"
        );
    }
}
