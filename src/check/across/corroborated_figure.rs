//! One figure stated by two or more independent articles.
//!
//! Catalogue F207. Severity: info.
//! Example: two papers each write that 43 forces were assessed.
//! Traps: copies of one text count as one origin; a common source ("police said") is one voice, which is told.

use super::{Across, Archive, archive::FactAt, found};
use crate::{check::AGREES, types::Finding};

/// Corroboration.
pub const CHECK: Across =
    Across { name: "across.corroborated_figure", source: include_str!("corroborated_figure.rs"), check };

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    for figures in &archive.part.agreeing {
        let origins = archive.origins_of(figures.iter().map(|figure| figure.article()));
        if origins > 1 {
            let value = archive.figure(figures[0]).value().normalize();
            let told = source(archive, figures).map_or(String::new(), |source| format!(", all after {source}"));
            let message = format!("{value} stated by {origins} independent articles{told}");
            let evidence = figures.iter().map(|at| archive.figure_evidence(*at)).collect();
            findings.push(found(&CHECK, AGREES, message, evidence));
        }
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
agrees info one "£645,000" two "£645,000": 645000 stated by 2 independent articles
"#,
        );
        findings_among(CHECK.name, &[("one", "", one), ("two", "", "Visitors spend £645,000 in local shops.")], "");
    }

    #[test]
    fn copies_and_other_things_do_not() {
        let text = "The flood in Bramfield damaged 143 homes, wardens said. They went from door to door until the evening and counted every one of them, and then they counted again on Sunday.";
        findings_among(CHECK.name, &[("one", "", text), ("two", "", text)], "");
        let other = "Wardens counted 143 sheep in Bramfield after the fair.";
        findings_among(CHECK.name, &[("one", "", text), ("two", "", other)], "");
    }
}
