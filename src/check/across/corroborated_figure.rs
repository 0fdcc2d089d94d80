//! One figure stated by two or more independent articles.
//!
//! Severity: info.
//! Example: two papers each write that 43 forces were assessed.
//! Traps: copies of one text count as one origin; the same wording, shared passages or one publisher make several articles
//! one statement (the message says so); a common source ("police said") is one voice (the message names it); figures
//! linked only by a bound ("up to 90" by "at least 40", 71 and 72 by "at least 71") are not one value.

use rust_decimal::Decimal;

use super::{Across, Archive, archive::FactAt, by_value::by_value, found, keys::Keys, passages, stated::Stated};
use crate::{
    check::{
        AGREES,
        shown::{rounded, shown},
    },
    types::Finding,
};

/// Finds corroborated figures.
pub const CHECK: Across =
    Across { name: "across.corroborated_figure", source: include_str!("corroborated_figure.rs"), check };

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    // Title and text of the same articles may both state it: it is reported once.
    let mut stated: Vec<(Vec<usize>, Decimal, Vec<FactAt>)> = Vec::new();
    for (value, figures) in archive.part.agreeing.iter().flat_map(|figures| by_value(archive, figures)) {
        let mut articles: Vec<usize> = figures.iter().map(|figure| figure.article()).collect();
        articles.dedup();
        let value = rounded(value, PLACES).normalize();
        match stated.iter_mut().rev().take(MERGED).find(|told| told.0 == articles && told.1 == value) {
            Some(told) => told.2.extend(figures),
            None => stated.push((articles, value, figures)),
        }
    }
    for (_, value, figures) in stated {
        let origins = archive.origins_of(figures.iter().map(|figure| figure.article()));
        if origins > 1 {
            let value = shown(value);
            let told = source(archive, &figures).map_or(String::new(), |source| format!(", all after {source}"));
            let message = match archive.origins_of(apart(archive, &figures, has_one_source)) {
                ..2 => format!("{value} stated by {origins} articles {}{told}", what_joins(archive, &figures)),
                apart => format!("{value} stated by {apart} independent articles{told}"),
            };
            let evidence = figures.iter().map(|at| archive.figure_evidence(*at)).collect();
            findings.push(found(&CHECK, AGREES, message, evidence));
        }
    }
}

/// The number of values to look back for the same one of the same articles.
const MERGED: usize = 64;

/// Decimal places of a value in a message: 5 feet 8 inches are 5.6667 feet.
const PLACES: u32 = 4;

/// The most wordings with which a figure is compared, so that the work stays proportional to the number of figures.
const WORDINGS: usize = 64;

/// The articles of those figures that are not joined to an earlier one, or to one of the last [`WORDINGS`].
fn apart(
    archive: &Archive,
    figures: &[FactAt],
    are_joined: impl Fn(Stated, Stated) -> bool,
) -> impl Iterator<Item = usize> {
    let mut apart: Vec<FactAt> = Vec::new();
    for at in figures {
        let again = |known: &FactAt| are_joined(archive.figure(*known), archive.figure(*at));
        if !apart.iter().rev().take(WORDINGS).any(|known| known.article() != at.article() && again(known)) {
            apart.push(*at);
        }
    }
    apart.into_iter().map(|at| at.article())
}

/// Whether two articles are not independent: they share the sentence, whole passages or the publisher.
fn has_one_source(one: Stated, other: Stated) -> bool {
    one.is_reprinted_as(other) || share_passages(one.keys, other.keys) || is_of_one_publisher(one, other)
}

fn share_passages(one: &Keys, other: &Keys) -> bool {
    passages::share_passages(one.list(one.passages), other.list(other.passages))
}

fn is_of_one_publisher(one: Stated, other: Stated) -> bool {
    one.keys.publisher != 0 && one.keys.publisher == other.keys.publisher
}

/// Why articles that state the same figure are not independent, for the message.
fn what_joins(archive: &Archive, figures: &[FactAt]) -> &'static str {
    let joins = |are_joined: fn(Stated, Stated) -> bool| archive.origins_of(apart(archive, figures, are_joined)) == 1;
    if joins(|one, other| one.is_reprinted_as(other)) {
        "in the same words"
    } else if joins(is_of_one_publisher) {
        "of one publisher"
    } else {
        "that share whole passages"
    }
}

/// The source of the figure, if every article names the same one.
fn source<'a>(archive: &'a Archive, figures: &[FactAt]) -> Option<&'a str> {
    let source = archive.figure(*figures.first()?).source();
    let same = figures.iter().all(|at| archive.figure(*at).source().eq_ignore_ascii_case(source));
    (same && !source.is_empty()).then_some(source)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::{
        testing::{findings_among, findings_of},
        types::Article,
    };

    #[test]
    fn independent_articles_corroborate() {
        findings_among(
            CHECK.name,
            &[
                ("one", "", "The flood in Bramfield damaged 143 homes, wardens said."),
                ("two", "", "Wardens counted 143 homes damaged in Bramfield after the flood."),
            ],
            r#"
agrees info one "143" two "143": 143 stated by 2 independent articles
"#,
        );
    }

    #[test]
    fn a_source_that_all_name_is_told() {
        let one = "The flood in Bramfield damaged 143 homes, police said.";
        let other = "Police said that 143 homes in Bramfield were damaged by the flood.";
        findings_among(
            CHECK.name,
            &[("one", "", one), ("two", "", other)],
            r#"
agrees info one "143" two "143": 143 stated by 2 independent articles, all after police
"#,
        );
    }

    #[test]
    fn an_odd_amount_needs_few_words_in_common() {
        let one = "The repairs bill at the old mill is £645,000.";
        findings_among(
            CHECK.name,
            &[("one", "", one), ("two", "", "Papers put the cost of repairs at £645,000.")],
            r#"
agrees info one "£645,000" two "£645,000": 645,000 stated by 2 independent articles
"#,
        );
        findings_among(CHECK.name, &[("one", "", one), ("two", "", "Visitors spend £645,000 in local shops.")], "");
    }

    #[test]
    fn a_long_number_is_one_under_any_name() {
        let one = "The mill at Bramfield lost 9,320 workers in the flood year.";
        let told =
            |other: &str, expected: &str| findings_among(CHECK.name, &[("one", "", one), ("two", "", other)], expected);
        told(
            "After the flood 9,320 people had to go.",
            r#"
agrees info one "9,320" two "9,320": 9320 stated by 2 independent articles
"#,
        );
        told("The mill at Bramfield has 9,320 looms.", "");
    }

    #[test]
    fn what_bounds_join_is_told_value_by_value() {
        let told = |counts: [&str; 3], expected: &str| {
            let one = format!("{} barges lay at the quay in Ostwick on Friday, the harbour master wrote.", counts[0]);
            let two = format!("The harbour master of Ostwick counted {} barges along the quay.", counts[1]);
            let three = format!("At the quay of Ostwick, by the list of the harbour master, {} barges rot.", counts[2]);
            findings_among(CHECK.name, &[("one", "", &one), ("two", "", &two), ("three", "", &three)], expected);
        };
        told(
            ["At least 71", "72", "72"],
            r#"
agrees info three "72" two "72": 72 stated by 2 independent articles
"#,
        );
        told(["Up to 90", "2", "more than 40"], "");
        told(
            ["More than 500", "557", "over 550"],
            r#"
agrees info one "More than 500" three "over 550" two "557": 557 stated by 3 independent articles
"#,
        );
    }

    #[test]
    fn a_value_outside_a_bound_does_not_state_it() {
        let told = |count: &str, expected: &str| {
            let one = "More than 700 barges were sunk by the storm at Ostwick near the long quay.";
            let two = format!("The storm at Ostwick sank {count} barges near the long quay.");
            findings_among(CHECK.name, &[("one", "", one), ("two", "", &two)], expected);
        };
        told("670", "");
        told(
            "715",
            r#"
agrees info one "More than 700" two "715": 715 stated by 2 independent articles
"#,
        );
    }

    #[test]
    fn copies_and_other_things_do_not() {
        let text = "The flood in Bramfield damaged 143 homes, wardens said. They went from door to door until the evening and counted every one of them, and then they counted again on Sunday.";
        findings_among(CHECK.name, &[("one", "", text), ("two", "", text)], "");
        let other = "Wardens counted 143 sheep in Bramfield after the fair.";
        findings_among(CHECK.name, &[("one", "", text), ("two", "", other)], "");
    }

    #[test]
    fn articles_that_share_passages_or_a_publisher_are_not_independent() {
        let wire = "Crews searched the lower valley until the water began to fall again and the last of the farms along \
                    the river could be reached by boat.";
        let texts = [
            format!("The flood in Bramfield damaged 143 homes, wardens said. {wire}"),
            format!("Wardens counted 143 homes damaged in Bramfield after the flood. Bread came by lorry. {wire}"),
        ];
        findings_among(
            CHECK.name,
            &[("one", "", &texts[0]), ("two", "", &texts[1])],
            r#"
agrees info one "143" two "143": 143 stated by 2 articles that share whole passages
"#,
        );
        let of = |publishers: [&str; 2], expected: &str| {
            let article = |(id, publisher): (&str, &str), text: &str| Article {
                story: Some("flood".to_owned()),
                publisher: Some(publisher.to_owned()),
                ..Article::new(id, None, text.strip_suffix(wire).unwrap())
            };
            let one = article(("one", publishers[0]), &texts[0]);
            findings_of(CHECK.name, &[one, article(("two", publishers[1]), &texts[1])], expected);
        };
        of(
            ["Tarn Echo", "Tarn Echo "],
            r#"
agrees info one "143" two "143": 143 stated by 2 articles of one publisher
"#
            .trim(),
        );
        of(
            ["Tarn Echo", "Tarn Herald"],
            r#"
agrees info one "143" two "143": 143 stated by 2 independent articles
"#
            .trim(),
        );
    }

    #[test]
    fn one_sentence_in_two_articles_is_one_statement() {
        let told = "The flood in Bramfield damaged 143 homes by the quay and drowned a herd of goats, wardens said.";
        let one = format!("{told} The mayor wept at noon and promised every family a new roof before the snow.");
        let two = format!("{told} Boats came from Ostwick with bread, blankets, lamps and a doctor who had no shoes.");
        findings_among(
            CHECK.name,
            &[("one", "", &one), ("two", "", &two)],
            r#"
agrees info one "143" two "143": 143 stated by 2 articles in the same words, all after wardens
"#,
        );
    }
}
