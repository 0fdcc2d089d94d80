//! The gender shown by the ending of a noun for a person: `policewoman`, `stepfather`.

use crate::types::Gender;

const FEMALE: [&str; 10] = ["woman", "mother", "sister", "wife", "daughter", "aunt", "girl", "mom", "mum", "niece"];
/// `chairman` may be a woman.
const MALE: [&str; 9] = ["sman", "father", "brother", "husband", "son", "uncle", "boy", "dad", "nephew"];

/// The gender of the person, ignoring case; `None` if the noun shows none: `pensioner`.
pub fn noun_gender(word: &str) -> Option<Gender> {
    let word = word.to_ascii_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if ends(&FEMALE) { Some(Gender::Female) } else { (word == "man" || ends(&MALE)).then_some(Gender::Male) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_tell_gender() {
        assert_eq!(noun_gender("Schoolgirl"), Some(Gender::Female));
        assert_eq!(noun_gender("stepson"), Some(Gender::Male));
        assert_eq!(noun_gender("man"), Some(Gender::Male));
        assert_eq!(noun_gender("chairman"), None);
    }
}
