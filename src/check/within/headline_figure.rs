//! A figure of the headline against those of the text.
//!
//! Catalogue F101. Severity: info where a figure of the text equals it, or figures of one sentence add
//! up to it; warning where the text gives another value for what seems the same quantity.
//! Example: "65 bodies found" above a text with "72 bodies were found".
//! Traps: rounding, words for digits, sums ("parents and two children" for 4), ages, years, names with
//! numbers, round-ups of several events.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        AGREES, Prepared, WARNING,
        quantity::{Place, Quantity, Relation, is_near},
        stems::{shared, word},
    },
    types::{FigureKind, Finding, TokenKind},
};

/// Figures of the headline.
pub const CHECK: Within = Within { name: "within.headline_figure", source: include_str!("headline_figure.rs"), check };

/// Counts below this are told of one group or another in every text.
const SMALLEST: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let (title, body): (Vec<&Quantity>, Vec<&Quantity>) =
        subject.quantities.iter().partition(|quantity| quantity.place == Place::Title);
    for figure in title.iter().filter(|figure| !is_year(figure)) {
        let finding = equal(subject, figure, &body)
            .or_else(|| sum(subject, figure, &body))
            .or_else(|| conflict(subject, figure, &title, &body));
        findings.extend(finding);
    }
}

fn is_year(figure: &Quantity) -> bool {
    let value = figure.value;
    figure.unit.is_none() && (Decimal::from(1500)..=Decimal::from(2100)).contains(&value) && figure.things.is_empty()
}

/// The figure of the text that it equals, rounds or bounds, of several the one in the most similar words.
fn equal(subject: &Prepared, figure: &Quantity, body: &[&Quantity]) -> Option<Finding> {
    let agreeing = body.iter().filter(|other| {
        other.has_unit_of(figure) && matches!(figure.relation(other), Relation::Same | Relation::Approximated)
    });
    let best = agreeing.max_by_key(|other| (likeness(figure, other), std::cmp::Reverse(other.span)))?;
    let message = format!("{} in the headline, {} in the text", figure.value.normalize(), best.value.normalize());
    Some(subject.finding(CHECK.name, AGREES, message, evidence(subject, &[figure, best])))
}

/// Two figures of one sentence that add up to it.
fn sum(subject: &Prepared, figure: &Quantity, body: &[&Quantity]) -> Option<Finding> {
    let adds_up = |pair: &&[&Quantity]| {
        let (one, other) = (pair[0], pair[1]);
        let same_unit = one.has_unit_of(figure) && other.has_unit_of(figure);
        same_unit && one.sentence == other.sentence && one.value.checked_add(other.value) == Some(figure.value)
    };
    let pair = body.windows(2).find(adds_up)?;
    let terms = [pair[0].value, pair[1].value].map(|value| value.normalize().to_string());
    let message = format!("{} = {} in the headline", terms.join(" + "), figure.value.normalize());
    Some(subject.finding(CHECK.name, AGREES, message, evidence(subject, &[figure, pair[0], pair[1]])))
}

/// The figure of the text that states the same quantity in another value; silent where several do.
fn conflict(subject: &Prepared, figure: &Quantity, title: &[&Quantity], body: &[&Quantity]) -> Option<Finding> {
    let bare = figure.unit.is_none() && (figure.value < SMALLEST || !is_followed_by_word(subject, figure));
    if bare || figure.is_relative || figure.kind == FigureKind::Proportion {
        return None;
    }
    let with = |addend: &Quantity| figure.value.checked_add(addend.value);
    let taken =
        |other: &&&Quantity| title.iter().any(|known| known.value == other.value || with(known) == Some(other.value));
    let rivals: Vec<&&Quantity> = body.iter().filter(|other| is_rival(figure, other) && !taken(other)).collect();
    let best = rivals.iter().copied().max_by_key(|other| (likeness(figure, other), std::cmp::Reverse(other.span)))?;
    let doubtful =
        rivals.iter().any(|other| other.value != best.value && likeness(figure, other) + 1 >= likeness(figure, best));
    if doubtful || is_mentioned(subject, figure) {
        return None;
    }
    let message = format!("{} in the headline, {} in the text", figure.value.normalize(), best.value.normalize());
    Some(subject.finding(CHECK.name, WARNING, message, evidence(subject, &[figure, best])))
}

/// Whether a word follows that can be what is counted: not so in "10 hurt in fire - Channel 8 - Dale".
fn is_followed_by_word(subject: &Prepared, figure: &Quantity) -> bool {
    let behind = subject.document.token_at(figure.span.end);
    subject.document.tokens.get(behind).is_some_and(|token| token.kind == TokenKind::Word)
}

/// Whether a figure of the text seems to state the same quantity as one of the headline.
fn is_rival(figure: &Quantity, other: &Quantity) -> bool {
    let same_thing = shared(&figure.things, &other.things) > 0;
    let person = word("person");
    let same_event = shared(&figure.things, &other.context) > 0
        && (shared(&other.things, &figure.context) > 0 || other.things.iter().all(|thing| *thing == person));
    let others = ["another", "other", "others"].map(word);
    let same_scope = other.scope.iter().all(|scope| figure.scope.contains(scope) || others.contains(scope));
    let comparable =
        other.has_unit_of(figure) && is_near(figure.value, other.value) && !other.is_relative && same_scope;
    comparable && (same_thing || same_event) && figure.shared_context(other) >= 2
}

/// Whether a fact of another kind has the value: an age, a score, a year, a length of time.
fn is_mentioned(subject: &Prepared, figure: &Quantity) -> bool {
    let others = subject.facts.figures.iter().filter(|fact| fact.span != figure.span);
    others.filter(|fact| fact.detail.kind != FigureKind::Date).any(|fact| {
        let detail = &fact.detail;
        [detail.value, detail.low, detail.high, detail.part_of.map(|(part, _)| part)].contains(&Some(figure.value))
    })
}

/// How alike the words of two figures are: shared words of what is counted weigh double.
fn likeness(figure: &Quantity, other: &Quantity) -> usize {
    2 * shared(&figure.things, &other.things) + figure.shared_context(other)
}

fn evidence(subject: &Prepared, quantities: &[&Quantity]) -> Vec<crate::types::Evidence> {
    quantities.iter().map(|quantity| subject.fact("figure", quantity.span)).collect()
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn a_headline_figure_is_looked_up_in_the_text() {
        findings(
            CHECK.name,
            "# 65 sheep drowned in Bramfield flood\n\nA flood in Bramfield drowned 72 sheep on Monday.",
            r#"
conflicts warning "65" "72": 65 in the headline, 72 in the text
"#,
        );
        findings(
            CHECK.name,
            "# Seventy-two sheep drowned in Bramfield flood\n\nA flood in Bramfield drowned 72 sheep on Monday.",
            r#"
agrees info "Seventy-two" "72": 72 in the headline, 72 in the text
"#,
        );
        findings(
            CHECK.name,
            "# 106 sheep drowned in Bramfield flood\n\nA flood in Bramfield drowned 72 sheep and 34 lambs on Monday.",
            r#"
agrees info "106" "72" "34": 72 + 34 = 106 in the headline
"#,
        );
    }

    #[test]
    fn figures_of_other_things_are_silent() {
        findings(
            CHECK.name,
            "# 65 sheep drowned in flood\n\nThe flood in Bramfield hit 12 farms, said Ann Dale, 65.",
            "",
        );
        findings(
            CHECK.name,
            "# 65 sheep drowned in Bramfield flood\n\nThe flood killed a third of all sheep in Bramfield.",
            "",
        );
    }
}
