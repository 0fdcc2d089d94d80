//! Slips about people: another age, another rank.

use rust_decimal::Decimal;

use crate::types::{Fact, Figure, FigureKind, Mention, Person, Span};

use super::{Edit, Read, numbers::only_number, random::Random};

/// Ranks that can replace each other, a row for each service.
const LADDERS: [&[&str]; 5] = [
    &["Constable", "Sergeant", "Inspector", "Chief Inspector", "Superintendent", "Chief Superintendent"],
    &["Officer", "Detective", "Sergeant", "Lieutenant", "Captain"],
    &["Senator", "Governor", "Mayor"],
    &["General", "Colonel", "Major", "Captain", "Lieutenant"],
    &["Councillor", "MP"],
];
/// The most bytes between a name and an age: ", ", " (", ", aged ".
const APART: usize = 8;
/// The least difference in years to the other age.
const YEARS: u32 = 3;

/// Changes one of two places where an age is given.
pub fn age(one: &Read, other: &Read, random: &mut Random) -> Vec<Edit> {
    let within = one.document.article.id == other.document.article.id;
    let known = ages(one);
    let told_twice = |(person, fact): &(&Person, &Fact<Figure>)| {
        let same = |(first, age): &(&Person, &Fact<Figure>)| {
            key(first) == key(person)
                && age.detail.value == fact.detail.value
                && (!within || age.span.end < fact.span.start)
        };
        known.iter().any(same)
    };
    let mut edit = |fact: &Fact<Figure>| {
        let span = only_number(other.document, fact.span)?;
        let age: u32 = other.document.text(span).parse().ok()?;
        let others: Vec<u32> =
            (age.saturating_sub(20).max(18)..age + 20).filter(|years| years.abs_diff(age) >= YEARS).collect();
        Some(Edit { span, words: random.one_of(&others)?.to_string() })
    };
    ages(other).iter().filter(|told| told_twice(told)).filter_map(|(_, fact)| edit(fact)).collect()
}

/// Changes one of two places where a person's rank is given.
pub fn rank(one: &Read, other: &Read, random: &mut Random) -> Vec<Edit> {
    let within = one.document.article.id == other.document.article.id;
    let known = titles(one);
    let mut edits = Vec::new();
    for (person, span) in titles(other) {
        let title = other.document.text(span);
        let told_twice = known.iter().any(|(first, place)| {
            let same = key(first) == key(person) && one.document.text(*place) == title;
            same && (!within || place.end < span.start)
        });
        let ladder = LADDERS.iter().find(|ladder| ladder.contains(&title)).filter(|_| told_twice);
        let others: Vec<&str> =
            ladder.into_iter().flat_map(|ladder| ladder.iter().copied()).filter(|rank| *rank != title).collect();
        edits.extend(random.one_of(&others).map(|rank| Edit { span, words: (*rank).to_owned() }));
    }
    edits
}

/// First and last word of a full name.
fn key(person: &Person) -> Option<(&str, &str)> {
    let mut words = person.name.as_deref()?.split_whitespace();
    Some((words.next()?, words.next_back()?))
}

/// People with full names and an age next to one of their mentions.
fn ages<'a>(read: &Read<'a>) -> Vec<(&'a Person, &'a Fact<Figure>)> {
    let figures = read.facts.figures.iter().filter(|fact| fact.detail.kind == FigureKind::Age);
    let adult = figures.filter(|fact| fact.detail.value.is_some_and(|age| age >= Decimal::from(18)));
    let named = |person: &&Person| key(person).is_some();
    adult
        .filter_map(|fact| {
            let beside = |person: &&Person| person.mentions.iter().any(|mention| is_beside(read, mention, fact));
            Some((read.facts.people.iter().filter(named).find(beside)?, fact))
        })
        .collect()
}

/// Whether little more than a comma separates a name from the age after it, or a space separates "46-year-old" from the
/// name.
fn is_beside(read: &Read, mention: &Mention, fact: &Fact<Figure>) -> bool {
    let text = &read.document.article.text;
    let between = |one: Span, other: Span| text.get(one.end as usize..other.start as usize);
    let behind = between(mention.span, fact.span).is_some_and(|gap| gap.len() <= APART && gap.starts_with([',', ' ']));
    let before = between(fact.span, mention.span).is_some_and(|gap| gap == " ");
    let digits = |word: &str| !word.bytes().any(|byte| byte.is_ascii_digit());
    behind && between(mention.span, fact.span).is_some_and(digits)
        || before && read.document.text(fact.span).ends_with("old")
}

/// Titles right before a mention of a person with a full name.
fn titles<'a>(read: &Read<'a>) -> Vec<(&'a Person, Span)> {
    let mut titles = Vec::new();
    for person in read.facts.people.iter().filter(|person| key(person).is_some()) {
        for mention in &person.mentions {
            let before = &read.document.article.text[..mention.span.start as usize];
            let title =
                LADDERS.iter().copied().flatten().filter_map(|rank| before.strip_suffix(' ')?.strip_suffix(rank));
            // "Attorney General", "Deputy Chief Constable": the rank is a word of another title.
            let inside = |start: &usize| {
                before[..*start].split_whitespace().next_back().is_some_and(|word| {
                    let rank = LADDERS.iter().any(|ladder| ladder.contains(&word));
                    word.starts_with(char::is_uppercase) && before[..*start].ends_with(' ') && !rank
                })
            };
            let start = title.map(str::len).min().filter(|start| !inside(start));
            titles.extend(start.map(|start| (person, Span::new(start, mention.span.start as usize - 1))));
        }
    }
    titles
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::planting::tests::edits;

    #[test]
    fn ages_and_ranks_that_are_told_twice_become_others() {
        let one = "Ann Dale, 46, was hurt. Sergeant Tom Reed saw it.";
        let other = "The driver, 46-year-old Ann Dale, was hurt, said Sergeant Tom Reed.";
        let changed = edits(age, one, other);
        assert!(changed.len() == 1 && changed[0].starts_with("46 -> "), "{changed:?}");
        let changed = edits(rank, one, other);
        assert!(changed.len() == 1 && changed[0].starts_with("Sergeant -> "), "{changed:?}");
    }

    #[test]
    fn other_people_and_what_is_told_once_stay() {
        let one = "Ann Dale, 46, was hurt. Sergeant Tom Reed saw it.";
        let other = "Tom Dale, 46, was hurt, said Inspector Tom Reed.";
        assert_eq!(edits(age, one, other), [""; 0]);
        assert_eq!(edits(rank, one, other), [""; 0]);
        assert_eq!(edits(age, one, one), [""; 0]);
    }
}
