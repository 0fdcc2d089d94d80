//! One person with two ranks or titles that cannot be held at once: "Chief Supt Dale", then "Sgt Dale".
//!
//! Severity: warning.
//! Example: "Senator Ann Dale" and "Governor Dale" in one article.
//! Traps: abbreviations and short forms ("Det Sgt Dale", "Sgt Dale"), a promotion mentioned in the text, former
//! offices, two offices held together, two people with one surname, a justice called a judge.

use super::Within;
use crate::{
    check::{
        Prepared, WARNING,
        ranks::{exclude_each_other, plain},
        with_others,
    },
    grammar::classes,
    types::{Document, Finding, Office, Person, Tags, WordList},
};

/// Finds two ranks of one person.
pub const CHECK: Within =
    Within { name: "within.conflicting_ranks", source: include_str!("conflicting_ranks.rs"), check };

/// Words for a change of office.
const CHANGE: WordList<20> = WordList::of([
    "appointed",
    "became",
    "become",
    "becoming",
    "candidate",
    "demoted",
    "elected",
    "ex",
    "former",
    "formerly",
    "named",
    "nominated",
    "nominee",
    "previously",
    "promoted",
    "promotion",
    "retired",
    "rose",
    "served",
    "then",
]);

/// Tokens on either side of a title in which a change of office concerns its holder.
const NEAR: usize = 9;

/// Tokens after "became" or "named" in which to look for the new office.
const OFFICE: usize = 5;

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    for person in subject.facts.people.iter().filter(|person| person.name.is_some() && person.offices.len() > 1) {
        findings.extend(change(subject, person));
    }
}

/// The first title before the name of a person and the first later one that it excludes.
fn change(subject: &Prepared, person: &Person) -> Option<Finding> {
    let mut titles = titles_of(subject.document, person);
    let first = titles.next()?;
    let other = titles.find(|office| {
        exclude_each_other(first, office) && !is_called(first, office) && !is_spoken(subject.document, office)
    })?;
    if is_told(subject.document, first) || is_told(subject.document, other) {
        return None;
    }
    let name = person.name.as_deref().unwrap_or_default();
    let message = format!("{name} is {} and {}", first.rank.unwrap_or_default(), other.rank.unwrap_or_default());
    let again = titles_of(subject.document, person).filter(|office| [first.rank, other.rank].contains(&office.rank));
    let places = with_others([first.role, other.role], again.map(|office| office.role));
    let evidence = places.iter().map(|span| subject.words(*span)).collect();
    Some(subject.finding(CHECK.name, WARNING, message, evidence))
}

/// Whether the later title is a short form for the holder of the first: a justice is a judge, a sheriff's deputy an
/// officer.
fn is_called(first: &Office, later: &Office) -> bool {
    let ranks = [first, later].map(|office| office.rank.map(plain));
    matches!(ranks, [Some("Justice"), Some("Judge")] | [Some("Deputy"), Some("Officer")])
}

/// The offices of a person that come right before the name.
fn titles_of<'a>(document: &Document, person: &'a Person) -> impl Iterator<Item = &'a Office> {
    person.offices.iter().filter(move |office| is_title(document, person, office))
}

/// Whether an office comes right before a mention of the person, as a title does.
fn is_title(document: &Document, person: &Person, office: &Office) -> bool {
    let behind = document.token_at(office.role.end);
    let name = behind + usize::from(document.is(behind, "."));
    let start = document.tokens.get(name).map(|token| token.span.start);
    person.mentions.iter().any(|mention| Some(mention.span.start) == start)
}

/// Whether the words around an office mention a change of office (", later Justice"), or those before it a relative of
/// the holder, or the word right before makes it another office: "Deputy Commissioner".
fn is_told(document: &Document, office: &Office) -> bool {
    let at = document.token_at(office.role.start);
    // "Became the first mayor", "was named chief"; but "became angry", "named as a witness".
    let needs = |at: usize| document.is_one_of(at, const { &WordList::of(["became", "become", "becoming", "named"]) });
    let told = |at: usize| {
        let change = document.is_one_of(at, &CHANGE);
        change && (!needs(at) || is_before_office(document, at)) || becomes(document, at)
    };
    // "Sergeant Dale, who had led the search all night, has been promoted".
    let promoted = |at: usize| document.is_one_of(at, const { &WordList::of(["demoted", "promoted", "promotion"]) });
    // "Her husband, Sergeant Dale"; but "the death of his son by Judge Dale".
    let apart = |at: usize| document.tags(at).any(Tags::PREPOSITION) && !document.is(at, "of");
    // The two may be of one family.
    let kin = |kin: usize| document.tags(kin).any(Tags::KIN) && !(kin + 1..at).any(apart);
    let other = |at: usize| document.is_one_of(at, const { &WordList::of(["assistant", "deputy", "vice"]) });
    at >= document.tokens.len()
        || nearby(document, at).any(told)
        || document.sentence_tokens(at).any(promoted)
        || (at.saturating_sub(6).max(document.sentence_tokens(at).start)..at).any(kin)
        || at > 0 && (other(at - 1) || document.is(at - 1, "a") || is_later(document, at))
}

/// "Was made an inspector", "now a sergeant", "as governor": whether the word leads to an office that someone got or
/// had.
fn becomes(document: &Document, at: usize) -> bool {
    let article = || document.is_one_of(at + 1, &classes::INDEFINITE_ARTICLES);
    let title = |at: usize| document.tags(at).any(Tags::TITLE);
    (document.is(at, "made") || document.is(at, "now")) && article() && title(at + 2)
        || document.is(at, "as") && title(at + 1) && !document.tags(at + 1).any(Tags::CAPITALISED)
}

/// Whether the title at `at` came later: "Judge, later Justice, Dale".
fn is_later(document: &Document, at: usize) -> bool {
    at > 1 && document.is(at - 1, "later") && document.is(at - 2, ",")
}

/// Whether an office follows a word: "became mayor", "named the first woman mayor".
fn is_before_office(document: &Document, at: usize) -> bool {
    let title = |at: usize| document.tags(at).any(Tags::TITLE);
    title(at + 1) || document.tags(at + 1).any(Tags::DETERMINER) && (at + 2..at + OFFICE).any(title)
}

/// The tokens of the sentence around the first one of an office.
fn nearby(document: &Document, at: usize) -> std::ops::Range<usize> {
    let sentence = document.sentence_tokens(at);
    at.saturating_sub(NEAR).max(sentence.start)..(at + NEAR).min(sentence.end)
}

/// Whether the title is in a quotation that calls a person officer, deputy or judge, as people of higher rank are
/// called in speech.
fn is_spoken(document: &Document, office: &Office) -> bool {
    let loose = office.rank.is_some_and(|rank| ["Deputy", "Judge", "Officer"].contains(&rank));
    loose && document.quotation_of(document.token_at(office.role.start)).is_some()
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn one_person_has_one_rank() {
        findings(
            CHECK.name,
            "Chief Superintendent Neil Dale opened the station. Sergeant Neil Dale said it was needed.",
            r#"
conflicts warning "Chief Superintendent" "Sergeant": Neil Dale is Chief Superintendent and Sergeant
"#,
        );
    }

    #[test]
    fn each_place_of_either_title_is_shown() {
        findings(
            CHECK.name,
            "Sheriff Neil Dale opened the station. Sheriff Dale said it was needed. Later Captain Dale closed it.",
            r#"
conflicts warning "Sheriff" "Sheriff" "Captain": Neil Dale is Sheriff and Captain
"#,
        );
    }

    #[test]
    fn what_happens_to_others_nearby_is_no_change_of_office() {
        findings(
            CHECK.name,
            "Mayor Ann Dale and Interim Police Chief Tom Reed came. Reed became angry as Senator Dale spoke of the mill.",
            r#"
conflicts warning "Mayor" "Senator": Ann Dale is Mayor and Senator
"#,
        );
        findings(
            CHECK.name,
            "Tom Reed was jailed for the drowning of his son by Bramfield Crown Court Judge Ann Dale. Reed wept as Magistrate Ann Dale spoke.",
            r#"
conflicts warning "Judge" "Magistrate": Ann Dale is Judge and Magistrate
"#,
        );
    }

    #[test]
    fn short_forms_and_promotions_are_silent() {
        for text in [
            "Chief Superintendent Neil Dale opened the station. Chief Supt Dale said it was needed.",
            "Detective Sergeant Neil Dale opened the station. Sgt Dale said it was needed.",
            "Justice Neil Dale opened the court. Judge Dale said it was needed.",
            "Sheriff's Deputy Neil Dale opened the station. Officer Dale said it was needed.",
            "Sergeant Neil Dale opened the station. “Officer Dale drew his weapon,” said Ann Lee.",
            "Rep. Neil Dale spoke first. Congressman Dale then sat down.",
            "General Dale said no more. His son, Lieutenant Neil Dale, was at home.",
            "Chancellor Neil Dale spoke first. Nobody knows how good a Prime Minister Neil Dale will make.",
            "Sergeant Neil Dale opened the station. Inspector Neil Dale, promoted in May, said it was needed.",
        ] {
            findings(CHECK.name, text, "");
        }
    }
}
