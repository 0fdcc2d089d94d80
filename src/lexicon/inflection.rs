//! Regular inflection of English words.

use std::borrow::Cow;

/// Third person, past, participle and gerund of a verb, and the verb itself; given irregular past forms replace the
/// regular one.
pub fn verb_forms(lemma: &str, irregular: &[&str]) -> Vec<String> {
    let mut forms = vec![lemma.to_owned(), third_person(lemma), gerund(lemma)];
    if irregular.is_empty() {
        forms.push(regular_past(lemma));
    }
    forms.extend(irregular.iter().map(|form| (*form).to_owned()));
    forms.dedup();
    forms
}

/// A noun and its plural.
pub fn noun_forms(lemma: &str) -> Vec<String> {
    vec![lemma.to_owned(), third_person(lemma)]
}

/// The singular of a regular or common irregular plural, or the word itself.
///
/// Only for comparing words with each other: `news` stays, but so would an unknown irregular plural.
pub fn singular(word: &str) -> Cow<'_, str> {
    const IRREGULAR: [(&str, &str); 9] = [
        ("children", "child"),
        ("feet", "foot"),
        ("knives", "knife"),
        ("lives", "life"),
        ("men", "man"),
        ("people", "person"),
        ("policemen", "policeman"),
        ("wives", "wife"),
        ("women", "woman"),
    ];
    let irregular = IRREGULAR.iter().find(|(plural, _)| word.eq_ignore_ascii_case(plural));
    if let Some((_, singular)) = irregular {
        return Cow::Borrowed(singular);
    }
    let stem = |ending: &str| word.strip_suffix(ending).filter(|stem| stem.len() > 1 && stem.is_ascii());
    if let Some(stem) = stem("ies").filter(|stem| stem.len() > 2) {
        return Cow::Owned(format!("{stem}y"));
    }
    for ending in ["sses", "shes", "ches", "xes", "zes"] {
        if stem(ending).is_some() {
            return Cow::Borrowed(&word[..word.len() - 2]);
        }
    }
    if ["ss", "us", "is", "news"].iter().any(|ending| word.ends_with(ending)) {
        return Cow::Borrowed(word);
    }
    stem("s").map_or(Cow::Borrowed(word), Cow::Borrowed)
}

fn third_person(lemma: &str) -> String {
    if ends_in_consonant_y(lemma) {
        format!("{}ies", &lemma[..lemma.len() - 1])
    } else if ["s", "sh", "ch", "x", "z"].iter().any(|ending| lemma.ends_with(ending)) {
        format!("{lemma}es")
    } else {
        format!("{lemma}s")
    }
}

fn regular_past(lemma: &str) -> String {
    if lemma.ends_with('e') {
        format!("{lemma}d")
    } else if ends_in_consonant_y(lemma) {
        format!("{}ied", &lemma[..lemma.len() - 1])
    } else {
        format!("{lemma}ed")
    }
}

fn gerund(lemma: &str) -> String {
    match lemma.strip_suffix('e') {
        Some(stem) if !lemma.ends_with("ee") && stem.len() > 1 => format!("{stem}ing"),
        _ => format!("{lemma}ing"),
    }
}

fn ends_in_consonant_y(word: &str) -> bool {
    let mut end = word.chars().rev();
    end.next() == Some('y') && end.next().is_some_and(|before| !"aeiou".contains(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_inflected() {
        assert_eq!(verb_forms("deny", &[]), ["deny", "denies", "denying", "denied"]);
        assert_eq!(verb_forms("say", &["said"]), ["say", "says", "saying", "said"]);
        assert_eq!(verb_forms("agree", &[]), ["agree", "agrees", "agreeing", "agreed"]);
    }

    #[test]
    fn plurals_go_back_to_their_singular() {
        let cases = [
            ("allegations", "allegation"),
            ("inquiries", "inquiry"),
            ("classes", "class"),
            ("people", "person"),
            ("news", "news"),
            ("bus", "bus"),
            ("crisis", "crisis"),
            ("Forces", "Force"),
        ];
        for (plural, expected) in cases {
            assert_eq!(singular(plural), expected);
        }
    }
}
