//! One event dated to two days in sentences that are otherwise the same.
//!
//! Severity: info: a weekday is resolved from the day of publication, and if a text was reprinted days later, a wrong
//! resolution is more likely than a wrong text.
//! Example: "The flood damaged 143 homes on 3 March" in one paper, "on 8 March" in another.
//! Traps: articles published on different days, for that reason; one day may be two late at night and across time
//! zones, so adjacent days are not reported; sentences that name several days, or only an hour; two events in the same
//! words.

use super::{Across, Archive, figure_pairs::FigurePair, found, stated::Stated};
use crate::{
    check::{NOTE, quantity::Relation, times::day},
    grammar::dates::days_between,
    types::Finding,
};

/// Compares days.
pub const CHECK: Across = Across { name: "across.different_day", source: include_str!("different_day.rs"), check };

/// Days further apart than this belong to two events.
const FAR: i32 = 45;

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    let mut told = Vec::new();
    for pair in &archive.part.figures {
        let [left, right] = [pair.one, pair.other].map(|at| archive.figure(at));
        let sentences = (pair.one.article(), left.figure.sentence, pair.other.article(), right.figure.sentence);
        if told.last() != Some(&sentences)
            && let Some(message) = difference(archive, pair, left, right)
        {
            let evidence = [pair.one, pair.other].map(|at| archive.figure_evidence(at));
            findings.push(found(&CHECK, NOTE, message, evidence.into()));
            told.push(sentences);
        }
    }
}

/// The message, if the two sentences name one day each and the days differ.
fn difference(archive: &Archive, pair: &FigurePair, left: Stated, right: Stated) -> Option<String> {
    let ([first], [second]) = (left.times(), right.times()) else { return None };
    let alike = pair.relation == Relation::Same && left.may_count_one(right) && left.is_printed_like(right);
    let articles = (pair.one.article(), pair.other.article());
    let printed_together = archive.days_apart(articles.0, articles.1).is_none_or(|days| days <= 1);
    if first == second || !alike || !printed_together || !archive.share_story(articles.0, articles.1) {
        return None;
    }
    let (first, second) = (day(*first)?, day(*second)?);
    let apart = (2..=FAR).contains(&days_between(first, second));
    apart.then(|| format!("told of {first} and of {second}"))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_among;

    const ONE: &str = "The flood in Bramfield damaged 143 homes by the mill on 3 March 2016.";

    #[test]
    fn one_event_is_on_one_day() {
        let other = "The flood in Bramfield damaged 143 homes by the old mill on 8 March 2016.";
        findings_among(
            CHECK.name,
            &[("one", "", ONE), ("two", "", other)],
            r#"
unclear info one "143" two "143": told of 2016-03-03 and of 2016-03-08
"#,
        );
    }

    #[test]
    fn neighbouring_days_parts_of_a_day_and_other_events_are_silent() {
        for other in [
            "The flood in Bramfield damaged 143 homes by the mill on 4 March 2016.",
            "The flood in Bramfield damaged 143 homes by the mill in March 2016.",
            "The flood in Bramfield damaged 143 homes by the mill on 3 March 2016 and 9 March 2016.",
            "The flood in Bramfield damaged 143 homes by the mill on 3 March 2014.",
            "A storm blew down 143 barns near Ostwick on 8 March 2016.",
        ] {
            findings_among(CHECK.name, &[("one", "", ONE), ("two", "", other)], "");
        }
    }
    #[test]
    fn an_hour_is_no_day() {
        let one = "The mill opened on 9 March 2016. The flood in Bramfield damaged 143 homes by the mill at midnight.";
        findings_among(CHECK.name, &[("one", "", ONE), ("two", "", one)], "");
    }
}
