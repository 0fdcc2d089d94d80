//! A later figure for something that still grows: the toll of a flood, day by day.
//!
//! Catalogue F202. Severity: info. Both values are shown, with the days.
//! Example: 43 dead on Monday, 46 dead on Tuesday.
//! Traps: tolls fall too; the day of publication is not always the day of the count.

use super::{
    Across, Archive,
    archive::FigurePair,
    differences::{is_unexplained, is_update},
    found,
};
use crate::{
    check::{Outcome, quantity::Relation},
    types::{Finding, Severity, Verdict},
};

/// Superseded figures.
pub const CHECK: Across =
    Across { name: "across.superseded_figure", source: include_str!("superseded_figure.rs"), check };

const SUPERSEDES: Outcome = (Verdict::Supersedes, Severity::Info);

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    let different = archive.figures.iter().filter(|pair| pair.relation == Relation::Different);
    for pair in different.filter(|pair| is_unexplained(archive, pair) && is_update(archive, pair)) {
        findings.extend(update(archive, pair));
    }
}

fn update(archive: &Archive, pair: &FigurePair) -> Option<Finding> {
    let day = |article: usize| archive.articles[article].published;
    let (one, other) = (day(pair.one.article)?, day(pair.other.article)?);
    let (first, later) = if one <= other { (pair.one, pair.other) } else { (pair.other, pair.one) };
    let value = |at| archive.figure(at).quantity.value.normalize();
    let message = format!("{} on {}, {} on {}", value(first), one.min(other), value(later), one.max(other));
    let evidence = [first, later].map(|at| archive.figure(at).place.evidence(&archive.articles[at.article]));
    Some(found(&CHECK, SUPERSEDES, message, evidence.into()))
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
    fn figures_of_one_day_and_of_what_does_not_grow_are_silent() {
        findings_among(CHECK.name, &[("one", "2016-03-01", LATER), ("two", "2016-03-01", FIRST)], "");
        let sheep = |count: u32| format!("The fair in Bramfield showed {count} sheep on the green.");
        findings_among(CHECK.name, &[("one", "2016-03-01", &sheep(43)), ("two", "2016-03-02", &sheep(46))], "");
    }
}
