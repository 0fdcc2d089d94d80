//! Names that the user may have meant.

/// Maximum number of letters that may be wrong.
const WRONG: usize = 2;

/// The names that differ from what was typed only in case or in at most two letters; a part before
/// a dot may be missing.
pub fn near<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    names.filter(|name| is_near(typed, name)).collect()
}

fn is_near(typed: &str, name: &str) -> bool {
    let (typed, name) = (typed.to_lowercase(), name.to_lowercase());
    let bare = name.split_once('.').map_or(name.as_str(), |(_, bare)| bare);
    let most = WRONG.min(typed.chars().count() / 2);
    [name.as_str(), bare].iter().any(|name| strsim::levenshtein(name, &typed) <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_letters_may_be_wrong_but_not_half_of_a_word() {
        let names = ["within.magnitude", "fullText", "id", "by"];
        for (typed, meant) in [
            ("magnitud", "within.magnitude"),
            ("within.magnitude", "within.magnitude"),
            ("fulltxt", "fullText"),
            ("ID", "id"),
        ] {
            assert_eq!(near(typed, names.into_iter()), [meant]);
        }
        assert!(near("ox", names.into_iter()).is_empty());
    }
}
