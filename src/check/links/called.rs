//! How two names agree.

use serde::{Deserialize, Serialize};

use crate::{lexicon::folded, types::Gender};

/// A name in the form in which it is compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Called {
    /// In lower case, separated by spaces.
    words: Box<str>,
    gender: Option<Gender>,
}

/// How two names agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// The same words.
    Same,
    /// The same apart from a middle name, an initial or a short form.
    Alike,
    /// One letter apart: perhaps misspelt.
    Spelt,
    /// One is only a family or given name.
    Short,
}

/// The words of a name that are compared, without nicknames in quotation marks, dots and generations.
pub fn words_of(name: &str) -> impl DoubleEndedIterator<Item = &str> {
    let words = name.split([' ', '.', ',', '\u{A0}', '\n']).filter(|word| {
        !word.is_empty() && !word.starts_with(['"', '“', '‘', '\'']) && !["Jr", "Sr", "II", "III"].contains(word)
    });
    words.map(|word| word.strip_prefix("al-").or_else(|| word.strip_prefix("Al-")).unwrap_or(word))
}

impl Called {
    /// The comparable form of a person's name.
    pub fn new(name: &str, gender: Option<Gender>) -> Self {
        let words: Vec<String> = words_of(name).map(folded).collect();
        Self { words: words.join(" ").into(), gender }
    }

    fn count(&self) -> usize {
        self.words.split(' ').count()
    }

    /// First and last word.
    fn ends(&self) -> (&str, &str) {
        let first = self.words.split_once(' ').map_or(&*self.words, |(first, _)| first);
        let last = self.words.rsplit_once(' ').map_or(&*self.words, |(_, last)| last);
        (first, last)
    }

    /// The second word of at least three.
    fn middle(&self) -> Option<&str> {
        Some(self.words.split_once(' ')?.1.split_once(' ')?.0)
    }

    /// How it agrees with another name, if both can belong to one person.
    pub fn agreement(&self, other: &Self) -> Option<Agreement> {
        if matches!((self.gender, other.gender), (Some(left), Some(right)) if left != right) {
            return None;
        }
        if self.words == other.words {
            return Some(if self.words.contains(' ') { Agreement::Same } else { Agreement::Short });
        }
        let (long, short) = if self.count() >= other.count() { (self, other) } else { (other, self) };
        let ((given, family), (first, last)) = (long.ends(), short.ends());
        if !short.words.contains(' ') {
            return (family == last || given == last).then_some(Agreement::Short);
        }
        let is_form = given == first || begins(given, first) || begins(first, given);
        if family == last && (is_form || long.middle() == Some(first)) {
            return Some(Agreement::Alike);
        }
        let slip = |long: &str, short: &str| long == short || a_letter_apart(long, short);
        (slip(family, last) && slip(given, first)).then_some(Agreement::Spelt)
    }
}

/// `R` or `Rob` for `Robert`.
fn begins(long: &str, short: &str) -> bool {
    long.starts_with(short) && short.chars().count() != 2
}

/// Whether two words of at least four letters differ by one letter added, removed or replaced.
fn a_letter_apart(one: &str, other: &str) -> bool {
    let differs = one.char_indices().zip(other.chars()).find(|((_, left), right)| left != right);
    let before = differs.map_or(one.len().min(other.len()), |((at, _), _)| at);
    let (left, right) = (&one[before..], &other[before..]);
    let (behind_left, behind_right) = (behind_first(left), behind_first(right));
    let apart = behind_left == behind_right || behind_left == Some(right) || behind_right == Some(left);
    apart && one.chars().count().min(other.chars().count()) >= 4
}

/// A word without its first letter.
fn behind_first(word: &str) -> Option<&str> {
    let mut letters = word.chars();
    letters.next().map(|_| letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agreement(one: &str, other: &str) -> Option<Agreement> {
        let [one, other] = [one, other].map(|name| Called::new(name, None));
        assert_eq!(one.agreement(&other), other.agreement(&one), "turned round");
        one.agreement(&other)
    }

    #[test]
    fn names_agree_word_by_word() {
        let cases = [
            ("Brenna Tollack", "BRENNA TOLLACK", Some(Agreement::Same)),
            ("Brenna Tollack", "Brenna \"Bee\" Tollack Jr.", Some(Agreement::Same)),
            ("Brenna Tollack", "B. Tollack", Some(Agreement::Alike)),
            ("Brenna Tollack", "Ann Brenna Tollack", Some(Agreement::Alike)),
            ("Brenna Tollack", "Br Tollack", None),
            ("Brenna Tollack", "Brenna Tollak", Some(Agreement::Spelt)),
            ("Brenna Tollack", "Brena Tollock", Some(Agreement::Spelt)),
            ("Zoë Müllerin", "Zoë Mullerin", Some(Agreement::Spelt)),
            ("Zoë Müllerin", "Zoe Müllerin", None),
            ("Brenna Tollack", "Brenna Tolak", None),
            ("Brenna Tollack", "Tollack", Some(Agreement::Short)),
            ("Brenna Tollack", "Brenna", Some(Agreement::Short)),
            ("Tollack", "Tollack", Some(Agreement::Short)),
            ("Brenna Tollack", "Harl Tollack", None),
        ];
        for (one, other, expected) in cases {
            assert_eq!(agreement(one, other), expected, "{one} and {other}");
        }
    }

    #[test]
    fn genders_that_differ_are_two_people() {
        let [one, other] = [Gender::Female, Gender::Male].map(|gender| Called::new("Kim Dale", Some(gender)));
        assert_eq!(one.agreement(&other), None);
        assert_eq!(one.agreement(&Called::new("Kim Dale", None)), Some(Agreement::Same));
    }
}
