//! One figure stated by two or more independent articles.
//!
//! Severity: info.
//! Example: two papers each write that 43 forces were assessed.
//! Traps: copies of one text count as one origin, and what stands in the same words is one statement, which is told; a
//! common source ("police said") is one voice, which is told; what is joined by a bound, "up to 90" by "at least 40" or 71 and 72 by "at least 71", is not one value.

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::{Across, Archive, archive::FactAt, found, stated::Stated};
use crate::{
    check::{
        AGREES,
        quantity::{Relation, is_close},
        shown::shown,
    },
    types::Finding,
};

/// Corroboration.
pub const CHECK: Across =
    Across { name: "across.corroborated_figure", source: include_str!("corroborated_figure.rs"), check };

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    // Title and text of the same articles state it each: it is told once.
    let mut stated: Vec<(Vec<usize>, Decimal, Vec<FactAt>)> = Vec::new();
    for (value, figures) in archive.part.agreeing.iter().flat_map(|figures| by_value(archive, figures)) {
        let mut articles: Vec<usize> = figures.iter().map(|figure| figure.article()).collect();
        articles.dedup();
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
            let message = match archive.origins_of(worded_apart(archive, &figures)) {
                ..2 => format!("{value} stated by {origins} articles in the same words{told}"),
                apart => format!("{value} stated by {apart} independent articles{told}"),
            };
            let evidence = figures.iter().map(|at| archive.figure_evidence(*at)).collect();
            findings.push(found(&CHECK, AGREES, message, evidence));
        }
    }
}

/// Values back among which the same of the same articles is looked for.
const MERGED: usize = 64;

/// Places behind the point with which a value is told: 5 feet 8 inches are 5.6667 feet.
const PLACES: u32 = 4;

/// How many wordings a figure is held against: of thousands that state one value, the work grows with their number only.
const WORDINGS: usize = 64;

/// The articles of those figures that stand in other words than all before, or than the last of very many.
fn worded_apart(archive: &Archive, figures: &[FactAt]) -> impl Iterator<Item = usize> {
    let mut apart: Vec<FactAt> = Vec::new();
    for at in figures {
        let again = |known: &FactAt| archive.figure(*known).is_reprinted_as(archive.figure(*at));
        if !apart.iter().rev().take(WORDINGS).any(|known| known.article() != at.article() && again(known)) {
            apart.push(*at);
        }
    }
    apart.into_iter().map(|at| at.article())
}

/// Figures that are joined, by the values that they state: those of the value stated most often with those that round or
/// bound it, then the same of the rest.
fn by_value(archive: &Archive, figures: &[FactAt]) -> Vec<(Decimal, Vec<FactAt>)> {
    let (mut values, mut rest) = (Vec::new(), figures.to_vec());
    while let Some(first) = most_stated(archive, &rest) {
        let (of_value, others) = rest.into_iter().partition(|at| states(archive.figure(*at), first));
        values.push((first.value().round_dp(PLACES).normalize(), of_value));
        rest = others;
    }
    values
}

/// One of the figures whose value is stated most often, of those the first, exact rather than bounded.
fn most_stated<'a>(archive: &'a Archive, figures: &[FactAt]) -> Option<Stated<'a>> {
    let stated = || figures.iter().map(|at| archive.figure(*at));
    let mut counts: FxHashMap<Decimal, usize> = FxHashMap::default();
    for one in stated() {
        *counts.entry(one.value().normalize()).or_default() += 1;
    }
    stated().rev().max_by_key(|one| (one.is_exact(), counts[&one.value().normalize()]))
}

/// Whether a figure states the value of another, rounds it, or bounds it by a rounder number close to it.
fn states(figure: Stated, other: Stated) -> bool {
    let (one, two) = (figure.value().normalize(), other.value().normalize());
    let digits = |value: Decimal| value.mantissa().unsigned_abs().to_string().trim_end_matches('0').len();
    let close = is_close(one, two);
    match figure.relation(other) {
        Relation::Same => true,
        Relation::Approximated => one == two || close && digits(one) != digits(two),
        _ => one == two,
    }
}

/// The one source that every article names for the figure.
fn source<'a>(archive: &'a Archive, figures: &[FactAt]) -> Option<&'a str> {
    let source = archive.figure(*figures.first()?).source();
    let same = figures.iter().all(|at| archive.figure(*at).source().eq_ignore_ascii_case(source));
    (same && !source.is_empty()).then_some(source)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_among;

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
    fn copies_and_other_things_do_not() {
        let text = "The flood in Bramfield damaged 143 homes, wardens said. They went from door to door until the evening and counted every one of them, and then they counted again on Sunday.";
        findings_among(CHECK.name, &[("one", "", text), ("two", "", text)], "");
        let other = "Wardens counted 143 sheep in Bramfield after the fair.";
        findings_among(CHECK.name, &[("one", "", text), ("two", "", other)], "");
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
