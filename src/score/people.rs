//! Scores people: mentions and their names, officials without a name, offices with their organisations and
//! jurisdictions.

use serde_json::Value;

use super::{
    Records, Tally, list,
    words::{Words, alike, pair},
};

pub(super) fn count(gold: &Records, found: &Records, tally: &mut Tally) {
    count_mentions(gold, found, tally);
    count_unnamed(gold, found, tally);
    count_offices(gold, found, tally);
}

/// Mentions of the people who have a name, at exactly their place, and under the right name.
fn count_mentions(gold: &Records, found: &Records, tally: &mut Tally) {
    let (gold, found) = (mentions(&with_name(gold, true)), mentions(&with_name(found, true)));
    let (mut right, mut right_name) = (0, 0);
    for (words, person) in &gold {
        if let Some((_, other)) = found.iter().find(|(other, _)| other.is_at(words)) {
            right += 1;
            right_name += usize::from(other["name"] == person["name"]);
        }
    }
    tally.add("people mentions", gold.len(), found.len(), right);
    tally.add("people names", gold.len(), found.len(), right_name);
}

fn with_name<'a>(people: &Records<'a>, name: bool) -> Records<'a> {
    people.iter().filter(|person| person["name"].is_string() == name).copied().collect()
}

fn mentions<'a>(people: &Records<'a>) -> Vec<(Words<'a>, &'a Value)> {
    let of =
        |&person: &&'a Value| list(&person["mentions"]).iter().filter_map(Words::of).map(move |words| (words, person));
    people.iter().flat_map(of).collect()
}

/// Officials known by office only; people known by occupation only are left open.
fn count_unnamed(gold: &Records, found: &Records, tally: &mut Tally) {
    let (open, gold): (Records, Records) =
        with_name(gold, false).into_iter().partition(|person| has_occupation_only(person));
    let (open, gold, found) = (first_mentions(&open), first_mentions(&gold), first_mentions(&with_name(found, false)));
    let judged: Vec<Words> =
        found.into_iter().filter(|words| !open.iter().any(|other| other.overlaps(words))).collect();
    tally.add("people unnamed", gold.len(), judged.len(), pair(&gold, &judged, 0.0).len());
}

fn has_occupation_only(person: &Value) -> bool {
    !list(&person["offices"]).is_empty() && list(&person["offices"]).iter().all(is_occupation)
}

fn first_mentions<'a>(people: &Records<'a>) -> Vec<Words<'a>> {
    people.iter().filter_map(|person| Words::of(list(&person["mentions"]).first()?)).collect()
}

/// Offices of the right person, found at one of the places where the text names them.
///
/// An occupation in gold, and a second office found for one in gold, are left open.
fn count_offices(gold: &Records, found: &Records, tally: &mut Tally) {
    let gold: Vec<(&Value, &Value)> = offices(gold);
    let mut taken = vec![false; gold.len()];
    for (person, office) in offices(found) {
        let Some(role) = Words::of(&office["role_span"]) else { continue };
        let matching = |&(holder, other): &(&Value, &Value)| is_same_person(holder, person) && has_place(other, role);
        match gold.iter().position(matching) {
            None => tally.add("people offices", 0, 1, 0),
            Some(index) if taken[index] || is_occupation(gold[index].1) => {}
            Some(index) => {
                taken[index] = true;
                tally.add("people offices", 0, 1, 1);
                count_words(gold[index].1, office, "organisation", "people organisations", tally);
                count_words(gold[index].1, office, "jurisdiction", "people jurisdictions", tally);
            }
        }
    }
    for (&(_, office), taken) in gold.iter().zip(taken).filter(|((_, office), _)| !is_occupation(office)) {
        tally.add("people offices", 1, 0, 0);
        if !taken {
            tally.add("people organisations", usize::from(office["organisation"].is_string()), 0, 0);
            tally.add("people jurisdictions", usize::from(office["jurisdiction"].is_object()), 0, 0);
        }
    }
}

/// Compares the organisation or the jurisdiction of a found office, under `key`, with the one in gold.
fn count_words(gold: &Value, found: &Value, key: &str, score: &'static str, tally: &mut Tally) {
    if gold.get(key).is_some() {
        let words = |office: &Value| office[key].as_str().or_else(|| office[key]["text"].as_str()).map(str::to_owned);
        let (stated, other) = (words(gold), words(found));
        let same = stated.as_deref().zip(other.as_deref()).is_some_and(|(stated, other)| alike(stated, other));
        tally.compare(score, stated.is_some(), other.is_some(), same);
    }
}

fn offices<'a>(people: &Records<'a>) -> Vec<(&'a Value, &'a Value)> {
    people.iter().flat_map(|&person| list(&person["offices"]).iter().map(move |office| (person, office))).collect()
}

fn is_occupation(office: &Value) -> bool {
    office["kind"] == "occupation"
}

fn is_same_person(gold: &Value, found: &Value) -> bool {
    let places: Vec<Words> = list(&found["mentions"]).iter().filter_map(Words::of).collect();
    list(&gold["mentions"]).iter().filter_map(Words::of).any(|words| places.iter().any(|place| place.overlaps(&words)))
}

/// Whether the office is named at this place: its first one or one of the others that gold lists under `also`.
fn has_place(office: &Value, role: Words) -> bool {
    std::iter::once(&office["role_span"])
        .chain(list(&office["also"]))
        .filter_map(Words::of)
        .any(|at| at.overlaps(&role))
}
