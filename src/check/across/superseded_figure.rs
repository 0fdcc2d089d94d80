//! A later figure for something that still grows: the toll of a flood, day by day.
//!
//! Severity: info. Both values are shown, with the days.
//! Example: 43 dead on Monday, 46 dead on Tuesday.
//! Traps: tolls fall too, when some turn out to be missing or are no longer counted: a later figure never supersedes a
//! higher one, and both are shown; the day of publication is not always the day of the count.

use rustc_hash::FxHashSet;

use super::{Across, Archive, archive::FactAt, found, keys::Fate};
use crate::{
    check::{NOTE, SUPERSEDES, shown::shown},
    types::Finding,
};

/// Finds superseded figures.
pub const CHECK: Across =
    Across { name: "across.superseded_figure", source: include_str!("superseded_figure.rs"), check };

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    // A caption may be in an article several times.
    let mut told = FxHashSet::default();
    for &(first, later) in &archive.part.updates {
        let key = [first, later].map(|at| (at.article(), archive.figure(at).value().normalize()));
        if told.insert(key) {
            findings.extend(update(archive, first, later));
        }
    }
}

fn update(archive: &Archive, first: FactAt, later: FactAt) -> Option<Finding> {
    let told = |at: FactAt| {
        let day = archive.published(at.article())?;
        Some(format!("{} on {day}", shown(archive.figure(at).value())))
    };
    let fell = archive.figure(later).value() < archive.figure(first).value();
    // The missing become fewer as they are found.
    if fell && [first, later].iter().any(|at| archive.figure(*at).figure.fate == Some(Fate::Missing)) {
        return None;
    }
    let (outcome, end) = if fell { (NOTE, ": it fell") } else { (SUPERSEDES, "") };
    let message = format!("{}, {}{end}", told(first)?, told(later)?);
    let evidence = [first, later].map(|at| archive.figure_evidence(at));
    Some(found(&CHECK, outcome, message, evidence.into()))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_among;

    const FIRST: &str = "The flood in Bramfield killed 43 people.";
    const LATER: &str = "The flood in Bramfield killed 46 people.";

    #[test]
    fn a_later_toll_supersedes() {
        findings_among(
            CHECK.name,
            &[("one", "2016-03-02", LATER), ("two", "2016-03-01", FIRST)],
            r#"
supersedes info one "46" two "43": 43 on 2016-03-01, 46 on 2016-03-02
"#,
        );
    }

    #[test]
    fn a_toll_below_an_earlier_minimum_fell() {
        let told = |counts: [&str; 2], expected: &str| {
            let [first, later] = counts.map(|count| format!("{count} people were killed by the storm at Ostwick."));
            findings_among(CHECK.name, &[("one", "2016-03-01", &first), ("two", "2016-03-02", &later)], expected);
        };
        told(
            ["At least 19", "16"],
            r#"
unclear info one "At least 19" two "16": 19 on 2016-03-01, 16 on 2016-03-02: it fell
"#,
        );
        told(["19", "At least 16"], "");
        told(["Up to 19", "16"], "");
        told(["At least 19", "The other three"], "");
    }

    #[test]
    fn the_dead_and_the_hurt_are_told_in_many_words() {
        let first = "At least 12 people died and 40 were hurt when the dam broke.";
        let later = "The number of people killed by the flood rose to 27 on Tuesday, from 12 a day earlier. Doctors treated 52 injured.";
        findings_among(
            CHECK.name,
            &[("one", "2016-03-01", first), ("two", "2016-03-02", later)],
            r#"
supersedes info one "At least 12" two "27": 12 on 2016-03-01, 27 on 2016-03-02
supersedes info one "40" two "52": 40 on 2016-03-01, 52 on 2016-03-02
"#,
        );
        findings_among(
            CHECK.name,
            &[("one", "2016-03-02", first), ("two", "2016-03-01", later)],
            r#"
unclear info one "40" two "52": 52 on 2016-03-01, 40 on 2016-03-02: it fell
"#,
        );
    }

    #[test]
    fn ways_to_tell_a_toll() {
        for (later, printed) in [
            ("The death toll of the flood in Bramfield has risen to 46.", "46"),
            ("The toll of the flood in Bramfield now stands at 46.", "46"),
            ("Forty-six people are now known to have died in the flood in Bramfield.", "Forty-six"),
            ("At least 46 people, including six children, were killed in the flood in Bramfield.", "At least 46"),
        ] {
            let found = format!("supersedes info one \"43\" two \"{printed}\": 43 on 2016-03-01, 46 on 2016-03-02");
            findings_among(CHECK.name, &[("one", "2016-03-01", FIRST), ("two", "2016-03-02", later)], &found);
        }
    }

    #[test]
    fn of_one_day_an_update_says_so() {
        findings_among(
            CHECK.name,
            &[
                ("one", "2016-03-01", "The flood in Bramfield damaged 43 homes, wardens said."),
                ("two", "2016-03-01", "The flood in Bramfield damaged 46 homes, wardens said in a revised list."),
            ],
            r#"
supersedes info one "43" two "46": 43 on 2016-03-01, 46 on 2016-03-01
"#,
        );
    }

    #[test]
    fn what_someone_who_was_named_suffered_is_no_toll() {
        let (first, later) = (
            "The guard who shot and killed Tom Reed fired 3 times, police said.",
            "The guard who shot and killed Tom Reed fired 5 times, police said.",
        );
        findings_among(CHECK.name, &[("one", "2016-03-01", first), ("two", "2016-03-02", later)], "");
    }

    #[test]
    fn the_missing_become_fewer() {
        let missing = |count: u32| format!("After the flood {count} people were missing in Bramfield, wardens said.");
        findings_among(CHECK.name, &[("one", "2016-03-01", &missing(30)), ("two", "2016-03-02", &missing(19))], "");
    }

    #[test]
    fn a_caption_that_stands_there_twice_is_told_once() {
        let later = format!("{LATER}\n\nWardens in boats searched the mill.\n\n{LATER}");
        findings_among(
            CHECK.name,
            &[("one", "2016-03-02", &later), ("two", "2016-03-01", FIRST)],
            r#"
supersedes info one "46" two "43": 43 on 2016-03-01, 46 on 2016-03-02
"#,
        );
    }

    #[test]
    fn other_events_are_told_of_far_down() {
        let between = "Wardens in green boats searched the lofts and the cellars of the mill. ".repeat(24);
        let later = format!("{between}\n\nA storm in Ostwick killed nine people.");
        findings_among(CHECK.name, &[("one", "2016-03-02", &later), ("two", "2016-03-01", FIRST)], "");
    }

    #[test]
    fn figures_of_one_day_and_of_what_does_not_grow_are_silent() {
        findings_among(CHECK.name, &[("one", "2016-03-01", LATER), ("two", "2016-03-01", FIRST)], "");
        let sheep = |count: u32| format!("The fair in Bramfield showed {count} sheep on the green.");
        findings_among(CHECK.name, &[("one", "2016-03-01", &sheep(43)), ("two", "2016-03-02", &sheep(46))], "");
    }

    #[test]
    fn women_are_fewer_than_people_and_more_are_hurt_later() {
        let (first, later) = ("Two women were killed at the mill.", "Three people were killed at the mill.");
        findings_among(CHECK.name, &[("one", "2016-03-01", first), ("two", "2016-03-02", later)], "");
        let (first, later) = ("Four men were wounded at the mill.", "Two more men were wounded at the mill.");
        findings_among(CHECK.name, &[("one", "2016-03-01", first), ("two", "2016-03-02", later)], "");
    }
}
