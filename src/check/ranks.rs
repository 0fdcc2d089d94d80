//! Ranks and titles that one person cannot hold at once.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::{
    lexicon::LEXICON,
    types::{Office, Status},
};

/// The canonical form of a title in titles.tsv.
pub type Rank = &'static str;

/// Titles of politics and business that exclude each other; each row is a group.
const EXCLUSIVE: &[&[&str]] = &[
    &[
        "Senator",
        "Representative",
        "Congressman",
        "Congresswoman",
        "Governor",
        "President",
        "Vice President",
        "Mayor",
        "MP",
    ],
    &[
        "Prime Minister",
        "Foreign Minister",
        "Finance Minister",
        "Defence Minister",
        "Interior Minister",
        "Chancellor",
        "Home Secretary",
        "Foreign Secretary",
        "President",
    ],
    &["Judge", "Justice", "Magistrate"],
    &["District Judge", "Magistrate"],
    &["Councillor", "MP"],
    &["CEO", "CFO", "Finance Director"],
    &["Chairman", "CFO"],
    &["Chairman", "Finance Director"],
    &["CFO", "Chief Executive", "Finance Director"],
    &["Sheriff", "Police Chief", "Chief", "Captain", "Lieutenant", "Sergeant", "Detective", "Deputy", "Officer"],
];

/// Services whose ranks exclude each other.
const SERVICES: [&str; 4] = ["police_uk", "police_us", "military", "fire_ambulance"];

/// Whether one person cannot hold both offices: two uniformed ranks, or two titles of one row of [`EXCLUSIVE`], with
/// the same status (current, deputy or acting), neither short for the other. The deputy of a police chief has no other
/// rank of the force either.
pub fn exclude_each_other(one: &Office, other: &Office) -> bool {
    let (Some(left), Some(right)) = (one.rank.map(plain), other.rank.map(plain)) else { return false };
    let held = |office: &Office| matches!(office.status, Status::Current | Status::Deputy | Status::Acting);
    // A deputy prime minister may hold another office too; a deputy chief of police is not a detective.
    let chiefs = ["Chief", "Police Chief", "Chief of Police", "Chief Constable", "Police Commissioner"];
    let uniformed = same_service(left, right) || same_force(left, right);
    let deputy = [one, other].into_iter().find(|office| office.status == Status::Deputy);
    let assists = uniformed && deputy.and_then(|office| office.rank).is_some_and(|rank| chiefs.contains(&rank));
    let alike = one.status == other.status || assists;
    alike
        && held(one)
        && held(other)
        && left != right
        && !is_short_for(left, right)
        && !is_same_assistant(one, other)
        && (same_service(left, right) || same_row(left, right))
}

/// The rank without its court or office: "Judge" for "Circuit Judge", "Deputy" for "Sheriff's Deputy".
pub fn plain(rank: Rank) -> Rank {
    match rank {
        "Sheriff's Deputy" | "Deputy Sheriff" => "Deputy",
        "Circuit Judge" | "County Judge" => "Judge",
        _ => rank,
    }
}

/// Whether one is the other without its first or last words, or another name for it: "Sergeant" for "Detective
/// Sergeant". With "Chief" in front, a UK police rank is a different one: chief superintendent, superintendent.
fn is_short_for(left: &str, right: &str) -> bool {
    let (short, long) = if left.len() < right.len() { (left, right) } else { (right, left) };
    let ends = long.strip_suffix(short).is_some_and(|front| front.ends_with([' ', '-']));
    let starts = long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
    let chief = long.strip_suffix(short) == Some("Chief ") && class(long) == Some("police_uk");
    (ends && !chief) || starts || same_words(left, right) || is_same_seat(left, right) || is_head(left, right)
}

/// Whether both name one assistant, one of them with the status of deputy: "Deputy Police Commissioner" is a deputy of
/// a police commissioner, "Deputy Commissioner" an office of its own.
fn is_same_assistant(one: &Office, other: &Office) -> bool {
    let last = |office: &Office| office.rank.and_then(|rank| rank.rsplit(' ').next());
    let own =
        |office: &Office| office.rank.is_some_and(|rank| rank.starts_with("Deputy ") || rank.starts_with("Assistant "));
    let assists = |office: &Office| office.status == Status::Deputy;
    last(one) == last(other) && (assists(one) && own(other) || own(one) && assists(other))
}

/// Whether both are names for the head of a city's police in the United States.
fn is_head(left: &str, right: &str) -> bool {
    [left, right]
        .iter()
        .all(|rank| ["Superintendent", "Police Chief", "Chief of Police", "Police Commissioner"].contains(rank))
}

/// Whether both are names for a seat in the lower house.
fn is_same_seat(left: &str, right: &str) -> bool {
    [left, right].iter().all(|rank| ["Congressman", "Congresswoman", "Representative"].contains(rank))
}

/// Whether both have the same words in another order: "Police Chief", "Chief of Police".
fn same_words(left: &str, right: &str) -> bool {
    let words = |rank: &str| {
        let mut words: Vec<String> = rank.split(' ').filter(|word| *word != "of").map(str::to_owned).collect();
        words.sort_unstable();
        words
    };
    words(left) == words(right)
}

/// Whether both are ranks of a uniformed service. `Inspector` and `Superintendent`, which are civilian offices too,
/// count next to a rank of the police.
fn same_service(left: &str, right: &str) -> bool {
    // A city has marshals, too.
    let service = |rank: &str| rank != "Marshal" && class(rank).is_some_and(|class| SERVICES.contains(&class));
    let police = |rank: &str| class(rank) == Some("police_uk");
    let shared = ["Inspector", "Superintendent"];
    service(left) && (service(right) || police(left) && shared.contains(&right))
        || police(right) && shared.contains(&left)
}

/// Whether both are ranks of the police in the United States.
fn same_force(left: &str, right: &str) -> bool {
    EXCLUSIVE.last().is_some_and(|row| row.contains(&left) && row.contains(&right))
}

fn same_row(left: &str, right: &str) -> bool {
    EXCLUSIVE.iter().any(|row| row.contains(&left) && row.contains(&right))
}

/// The canonical title equal to the text, as a static string.
pub fn canonical(title: &str) -> Option<Rank> {
    static TITLES: LazyLock<FxHashSet<&str>> =
        LazyLock::new(|| LEXICON.titles.rows().iter().flatten().map(|title| title.canonical).collect());
    TITLES.get(title).copied()
}

/// The class of a canonical title: the field of public life that it belongs to.
fn class(canonical: &str) -> Option<&'static str> {
    let first = canonical.split([' ', '-']).next()?;
    let titles = LEXICON.titles.all(LEXICON.id(first));
    titles.iter().find(|title| title.canonical == canonical).map(|title| title.class)
}

/// Whether only one person at a time holds an office: one of a place, which the story implies, or one of a body, which
/// must be named.
pub fn has_one_holder(rank: &str, body_named: bool) -> bool {
    const OF_A_PLACE: [&str; 11] = [
        "Chief Constable",
        "Chief Fire Officer",
        "Foreign Minister",
        "Foreign Secretary",
        "Governor",
        "Home Secretary",
        "Mayor",
        "Police Chief",
        "Police and Crime Commissioner",
        "Prime Minister",
        "Sheriff",
    ];
    const OF_A_BODY: [&str; 13] = [
        "Archbishop",
        "CEO",
        "Chairman",
        "Chancellor",
        "Chief Executive",
        "Chief Financial Officer",
        "Fire Chief",
        "Head Teacher",
        "Headteacher",
        "Managing Director",
        "Police Commissioner",
        "President",
        "Vice-Chancellor",
    ];
    OF_A_PLACE.contains(&rank) || body_named && OF_A_BODY.contains(&rank)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::Span;

    fn office(rank: &'static str, status: Status) -> Office {
        Office { rank: Some(rank), status, role: Span::default(), ..Office::default() }
    }

    fn exclude(left: &'static str, right: &'static str) -> bool {
        exclude_each_other(&office(left, Status::Current), &office(right, Status::Current))
    }

    #[test]
    fn ranks_of_one_service_exclude_each_other() {
        assert!(exclude("Chief Superintendent", "Sergeant"));
        assert!(exclude("Chief Superintendent", "Superintendent"));
        assert!(exclude("Colonel", "Captain"));
        assert!(exclude("Senator", "Governor"));
        assert!(exclude("Circuit Judge", "Magistrate"));
        assert!(exclude("Sheriff's Deputy", "Captain"));
    }

    #[test]
    fn the_deputy_of_a_chief_has_no_other_rank_of_the_force() {
        let deputy = |rank| office(rank, Status::Deputy);
        assert!(exclude_each_other(&deputy("Chief"), &office("Detective", Status::Current)));
        assert!(!exclude_each_other(&deputy("Chief"), &office("Chief", Status::Current)));
        assert!(!exclude_each_other(&deputy("Prime Minister"), &office("Finance Minister", Status::Current)));
    }

    #[test]
    fn an_assistant_has_one_office_under_two_names() {
        let deputy = office("Police Commissioner", Status::Deputy);
        assert!(!exclude_each_other(&deputy, &office("Deputy Commissioner", Status::Current)));
        assert!(exclude_each_other(&deputy, &office("Lieutenant", Status::Current)));
    }

    #[test]
    fn short_forms_other_fields_and_former_offices_do_not() {
        assert!(!exclude("Detective Sergeant", "Sergeant"));
        assert!(!exclude("Detective Sergeant", "Detective"));
        assert!(!exclude("Councillor", "Mayor"));
        assert!(!exclude("Lieutenant Colonel", "Colonel"));
        assert!(!exclude("Police Chief", "Police Commissioner"));
        assert!(!exclude_each_other(&office("Senator", Status::Former), &office("Governor", Status::Current)));
    }
}
