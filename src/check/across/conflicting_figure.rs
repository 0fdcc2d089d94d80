//! One quantity with different values in two articles of one event.
//!
//! Severity: warning.
//! Example: "143 homes were damaged" in one paper, "146 homes were damaged" in another of the same day. Differences
//! between copies of one text are reported by `copy_differs`.
//! Traps: updates (a toll that grows), another scope or period, sums and parts, rounding, another currency; a value
//! that the other article states too; two events of one kind, whose other figures differ as well. The evidence for one
//! quantity is counted in points (`points.rs`).

use rust_decimal::Decimal;

use super::{Across, Archive, archive::FactAt, figure_pairs::FigurePair, found};
use crate::{
    check::{WARNING, shown::shown},
    types::Finding,
};

/// Finds conflicts of figures.
pub const CHECK: Across =
    Across { name: "across.conflicting_figure", source: include_str!("conflicting_figure.rs"), check };

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    let independent = |pair: &&FigurePair| archive.origins[pair.one.article()] != archive.origins[pair.other.article()];
    let conflicts = archive.part.disputes.iter().filter(independent);
    let mut told: Vec<(Key, [FactAt; 2])> =
        conflicts.map(|pair| (key(archive, pair), [pair.one, pair.other])).collect();
    told.sort_unstable();
    for same in told.chunk_by(|one, other| one.0 == other.0) {
        let (_, _, left, right) = same[0].0;
        let message = format!("{} and {} for what seems one quantity", shown(left), shown(right));
        let mut places: Vec<FactAt> =
            same.iter().flat_map(|(_, places)| *places).flat_map(|at| repeats(archive, at)).collect();
        places.sort_unstable();
        places.dedup();
        let evidence = places.into_iter().map(|at| archive.figure_evidence(at)).collect();
        findings.push(found(&CHECK, WARNING, message, evidence));
    }
}

/// The places where an article gives a figure's value for the same thing, its own included.
fn repeats(archive: &Archive, at: FactAt) -> impl Iterator<Item = FactAt> + '_ {
    let own = archive.figure(at);
    let figures = (0..own.keys.figures.len()).map(move |fact| FactAt::new(at.article(), fact));
    let equal =
        move |other: &FactAt| archive.figure(*other).value() == own.value() && archive.figure(*other).is_like(own);
    figures.filter(equal).chain([at])
}

/// Two articles and their values: title and text may repeat a conflict, which is reported once.
type Key = (usize, usize, Decimal, Decimal);

fn key(archive: &Archive, pair: &FigurePair) -> Key {
    let value = |at: FactAt| archive.figure(at).value().normalize();
    (pair.one.article(), pair.other.article(), value(pair.one), value(pair.other))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::{findings_among, findings_without_story};

    #[test]
    fn two_values_of_one_quantity_conflict() {
        findings_among(
            CHECK.name,
            &[
                ("one", "2016-03-01", "The flood in Bramfield damaged 143 homes, wardens said."),
                ("two", "2016-03-01", "Wardens counted 146 homes damaged in Bramfield after the flood."),
            ],
            r#"
conflicts warning one "143" two "146": 143 and 146 for what seems one quantity
"#,
        );
    }

    #[test]
    fn a_percentage_with_more_decimals_is_the_same() {
        let told = |share: &str, expected: &str| {
            let one = "In Bramfield 38% of ferrymen chose the warden on Monday, the clerk wrote.";
            let other = format!("The clerk wrote that {share} of ferrymen in Bramfield chose the warden on Monday.");
            findings_among(CHECK.name, &[("one", "2016-03-01", one), ("two", "2016-03-01", &other)], expected);
        };
        told("38.4%", "");
        told("37.5%", "");
        told("41.4%", "\nconflicts warning one \"38%\" two \"41.4%\": 38 and 41.4 for what seems one quantity\n");
    }

    #[test]
    fn decimals_are_compared_as_they_are_printed() {
        let told = |share: &str, expected: &str| {
            let one = "In Bramfield 6.3% of ferrymen chose the warden on Monday, the clerk wrote.";
            let other = format!("The clerk wrote that {share} of ferrymen in Bramfield chose the warden on Monday.");
            findings_among(CHECK.name, &[("one", "2016-03-01", one), ("two", "2016-03-01", &other)], expected);
        };
        told("6.27%", "");
        told("6.8%", "\nconflicts warning one \"6.3%\" two \"6.8%\": 6.3 and 6.8 for what seems one quantity\n");
    }

    #[test]
    fn what_the_text_tells_as_an_update_is_no_conflict_of_the_titles() {
        let one = "# Bramfield flood damages 43 homes\n\nThe flood in Bramfield damaged 43 homes, wardens said.";
        let other = |list: &str| {
            format!(
                "# Bramfield flood damages 46 homes\n\nThe flood in Bramfield damaged 46 homes, wardens said{list}."
            )
        };
        let revised = other(" in a revised list");
        findings_among(CHECK.name, &[("one", "2016-03-01", one), ("two", "2016-03-01", &revised)], "");
        findings_among(
            CHECK.name,
            &[("one", "2016-03-01", one), ("two", "2016-03-01", &other(""))],
            r#"
conflicts warning one "43" one "43" two "46" two "46": 43 and 46 for what seems one quantity
"#,
        );
    }

    #[test]
    fn who_tells_of_both_values_has_an_explanation() {
        let one = "A quake of magnitude 4.2 shook Bramfield on Monday, wardens said.";
        let other = "A quake of magnitude 4.4 shook Bramfield on Monday, wardens said.";
        findings_among(
            CHECK.name,
            &[("one", "2016-03-01", one), ("two", "2016-03-01", other)],
            r#"
conflicts warning one "4.2" two "4.4": 4.2 and 4.4 for what seems one quantity
"#,
        );
        let both = format!("{one} The needle of the old mill had at first stood at 4.4.");
        findings_among(CHECK.name, &[("one", "2016-03-01", &both), ("two", "2016-03-01", other)], "");
    }

    #[test]
    fn bounds_conflict_where_the_sentence_is_the_same() {
        findings_among(
            CHECK.name,
            &[
                ("one", "2016-03-01", "More than 40 guests danced in the old barn near Bramfield, wardens said."),
                ("two", "2016-03-03", "More than 60 guests danced in the old barn near Bramfield, wardens said."),
            ],
            r#"
conflicts warning one "More than 40" two "More than 60": 40 and 60 for what seems one quantity
"#,
        );
        findings_among(
            CHECK.name,
            &[
                ("one", "2016-03-01", "More than 40 guests danced in the old barn near Bramfield, wardens said."),
                ("two", "2016-03-03", "The party near Bramfield had more than 60 guests, who danced in a barn."),
            ],
            "",
        );
    }

    #[test]
    fn what_is_counted_may_go_by_another_name() {
        let one = "41 suspects are in custody at the county jail in Bramfield, wardens said.";
        findings_among(
            CHECK.name,
            &[
                ("one", "2016-03-01", one),
                ("two", "2016-03-01", "47 people are in custody at the Bramfield county jail."),
            ],
            r#"
conflicts warning one "41" two "47": 41 and 47 for what seems one quantity
"#,
        );
        findings_among(
            CHECK.name,
            &[("one", "2016-03-01", one), ("two", "2016-03-01", "47 people painted the old mill in Bramfield.")],
            "",
        );
    }

    #[test]
    fn what_happened_does_not_change_with_the_months() {
        let one = "Dale is charged with 25 counts of attempted murder after the fire at the mill.";
        let other = "Dale pleaded guilty to 35 counts of attempted murder on Monday.";
        findings_among(
            CHECK.name,
            &[("one", "2016-03-01", one), ("two", "2016-09-01", other)],
            r#"
conflicts warning one "25" two "35": 25 and 35 for what seems one quantity
"#,
        );
        let one = "Bread in Bramfield cost 25 pence at the mill.";
        findings_among(
            CHECK.name,
            &[("one", "2016-03-01", one), ("two", "2016-09-01", "Bread at the mill in Bramfield cost 35 pence.")],
            "",
        );
    }

    #[test]
    fn a_day_is_one_whatever_part_of_it_is_named() {
        findings_among(
            CHECK.name,
            &[
                ("one", "2016-03-01", "On Monday the flood in Bramfield damaged 143 homes."),
                ("two", "2016-03-01", "On Monday night 146 homes in Bramfield were damaged by the flood."),
            ],
            r#"
conflicts warning one "143" two "146": 143 and 146 for what seems one quantity
"#,
        );
    }

    #[test]
    fn updates_scopes_sums_and_known_values_are_silent() {
        let one = "The flood in Bramfield damaged 143 homes, wardens said.";
        for (day, other) in [
            ("2016-03-01", "Wardens counted 146 sheep in Bramfield after the flood."),
            ("2016-03-01", "Wardens counted another 146 homes damaged in Bramfield after the flood."),
            ("2016-03-01", "Wardens counted 146 homes damaged in Bramfield after the flood, and at first 143."),
            ("2016-03-01", "Wardens counted 100 homes damaged in Bramfield after the flood and 43 in Dale."),
        ] {
            findings_among(CHECK.name, &[("one", "2016-03-01", one), ("two", day, other)], "");
        }
        let (first, later) = ("The flood in Bramfield killed 43 people.", "The flood in Bramfield killed 46 people.");
        findings_among(CHECK.name, &[("one", "2016-03-01", first), ("two", "2016-03-02", later)], "");
    }

    #[test]
    fn distances_differ_from_one_place_only() {
        let one = "The mill burned about 12 miles east of Bramfield on Monday, wardens said.";
        let told = |other: &str, expected: &str| {
            findings_among(CHECK.name, &[("one", "2016-03-01", one), ("two", "2016-03-01", other)], expected);
        };
        told(
            "Wardens said the mill that burned stands about 21 miles east of Bramfield.",
            r#"
conflicts warning one "about 12 miles" two "about 21 miles": 12 and 21 for what seems one quantity
"#,
        );
        told("Wardens said the mill that burned stands about 21 miles south of Dale.", "");
    }

    #[test]
    fn where_places_are_does_not_change_with_the_months() {
        findings_among(
            CHECK.name,
            &[
                (
                    "one",
                    "2016-03-01",
                    "The lighthouse at Ostwick, 64 kilometres east of Tarn, had a keeper and a goat.",
                ),
                (
                    "two",
                    "2017-02-01",
                    "The keeper left the lighthouse at Ostwick, some 46 kilometres east of Tarn, to his goat.",
                ),
            ],
            r#"
conflicts warning one "64 kilometres" two "some 46 kilometres": 64 and 46 for what seems one quantity
"#,
        );
    }

    #[test]
    fn small_numbers_differ_where_the_sentences_are_the_same() {
        let one = "The fair drew three jugglers, a bear with a ring in its nose and the mayor's aunt.";
        let other = "A bear with a ring in its nose, ten young jugglers and the mayor's aunt drew crowds at the fair.";
        findings_among(
            CHECK.name,
            &[("one", "2016-03-01", one), ("two", "2016-03-01", other)],
            r#"
conflicts warning one "three" two "ten": 3 and 10 for what seems one quantity
"#,
        );
    }

    #[test]
    fn the_dead_are_not_the_hurt_and_an_old_flood_not_this_one() {
        let one = "The flood in Bramfield on Monday killed 43 people in the mill by the bridge.";
        for other in [
            "The flood in Bramfield injured 59 people in the mill by the bridge.",
            "In June 1953 a flood killed 59 people in a town near the bridge.",
        ] {
            findings_among(CHECK.name, &[("one", "2016-03-01", one), ("two", "2016-03-01", other)], "");
        }
    }

    #[test]
    fn what_is_counted_again_and_again_tells_little() {
        let one = "Dale played 12 games this season for Bramfield. Reed missed 4 games. Bramfield won 9 games.";
        let other = "Without Dale and Reed, Bramfield lost all but 2 of 16 games.";
        findings_among(CHECK.name, &[("one", "2016-03-01", one), ("two", "2016-03-01", other)], "");
    }

    #[test]
    fn what_only_seems_to_be_of_one_story_is_of_one_day() {
        let one = "On Sunday Brenna Tollack and Harl Dunmoor caught 143 eels at Pellow Weir in Ostwick.";
        let other = "Harl Dunmoor counted 146 eels that he and Brenna Tollack carried in tubs from Pellow Weir to a pond at the museum of Ostwick on Sunday.";
        for (days, expected) in [
            (["", ""], ""),
            (["2016-03-01", ""], ""),
            (["2016-03-01", "2016-03-07"], ""),
            (
                ["2016-03-01", "2016-03-02"],
                r#"conflicts warning one "143" two "146": 143 and 146 for what seems one quantity"#,
            ),
        ] {
            findings_without_story(CHECK.name, &[("one", days[0], one), ("two", days[1], other)], expected);
        }
    }

    #[test]
    fn labels_are_no_quantities() {
        for (one, other) in [
            ("Image 3 of 16 Wardens search homes in Bramfield.", "Image 3 of 11 Wardens search homes in Bramfield."),
            ("Call wardens in Bramfield at (419) 255-1111.", "Call wardens in Bramfield at (417) 255-1111."),
            ("Ostwick: Vale, Reed (Hale 74), Bray, Tarn.", "Ostwick: Vale, Reed (Hale 77), Bray, Tarn."),
            (
                "Wardens saved the children of Ann Dale, ages 3, 7, 11 and 14.",
                "Wardens saved the children of Ann Dale, ages 14, 12, 7 and 3.",
            ),
        ] {
            findings_among(CHECK.name, &[("one", "2016-03-01", one), ("two", "2016-03-01", other)], "");
        }
    }

    #[test]
    fn other_years_and_places_are_of_other_things() {
        for (one, other) in [
            (
                "Ostwick weavers sold 4,180 sails in 2014, the guild said.",
                "Ostwick weavers sold 4,810 sails in 2015, the guild said.",
            ),
            ("The gale tore 43 sails in Bramfield, wardens said.", "The gale tore 61 sails in Garroway, wardens said."),
        ] {
            findings_among(CHECK.name, &[("one", "2016-03-01", one), ("two", "2016-03-01", other)], "");
        }
    }
}
