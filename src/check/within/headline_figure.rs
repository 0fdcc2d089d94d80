//! A figure of the headline against those of the text.
//!
//! Catalogue F101. Severity: info where a figure of the text equals it or it follows from figures of the
//! text: rounded, added up, subtracted, in another unit, in words; warning where the text gives another
//! value for what seems the same quantity.
//! Example: "65 bodies found" above a text with "72 bodies were found".
//! Traps: rounding, words for digits, sums ("parents and two children" for 4), ages, years, names with
//! numbers, round-ups of several events.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        AGREES, Prepared, WARNING,
        derivations::{Stated, derive, printed_again, stated},
        quantity::{Place, Quantity, Relation, is_near},
        stems::{shared, word},
    },
    types::{BlockKind, Fact, Figure, FigureKind, Finding, Span, Tags, TokenKind},
};

/// Figures of the headline.
pub const CHECK: Within = Within { name: "within.headline_figure", source: include_str!("headline_figure.rs"), check };

/// Counts below this are told of one group or another in every text.
const SMALLEST: Decimal = Decimal::from_parts(2, 0, 0, false, 0);

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let document = subject.document;
    let Some(headline) = document.blocks.iter().find(|block| block.kind == BlockKind::Title) else { return };
    let tokens = headline.tokens.start as usize..headline.tokens.end as usize;
    let numbers = Tags::DIGITS.with(Tags::NUMBER_WORD).with(Tags::ORDINAL);
    if !tokens.clone().any(|at| document.tags(at).any(numbers)) {
        return;
    }
    let (title, body): (Vec<&Quantity>, Vec<&Quantity>) =
        subject.quantities.iter().partition(|quantity| quantity.place == Place::Title);
    let stated = stated(document, &subject.facts.figures);
    let mut told: Vec<Span> = Vec::new();
    let own = subject.facts.figures.iter().take_while(|fact| fact.span.start < headline.span.end);
    for fact in own.filter(|fact| document.block_of_fact(fact).kind == BlockKind::Title) {
        let figure = title.iter().find(|figure| figure.span == fact.span && !is_year(figure)).copied();
        let finding = figure
            .and_then(|figure| equal(subject, figure, &body))
            .or_else(|| derived(subject, fact, &stated))
            .or_else(|| printed(subject, document.tokens_in(fact.span)).filter(|_| !counts(&fact.detail)))
            .or_else(|| conflict(subject, figure?, &title, &body));
        findings.extend(finding);
        told.push(fact.span);
    }
    let named = tokens.filter(|&at| document.tags(at).any(Tags::DIGITS));
    for at in named.filter(|&at| !told.iter().any(|span| span.contains(document.tokens[at].span))) {
        findings.extend(printed(subject, at..at + 1));
    }
}

/// Whether it is known what the number is of, so that the same digits elsewhere say nothing.
fn counts(figure: &Figure) -> bool {
    use FigureKind::*;
    matches!(figure.kind, Count | Percent | Money | Measure | Age | Duration)
}

fn is_year(figure: &Quantity) -> bool {
    let value = figure.value;
    figure.unit.is_none() && (Decimal::from(1500)..=Decimal::from(2100)).contains(&value) && figure.things.is_empty()
}

/// The figure of the text that it equals, rounds or bounds, of several the one in the most similar words.
fn equal(subject: &Prepared, figure: &Quantity, body: &[&Quantity]) -> Option<Finding> {
    let agreeing = body.iter().filter(|other| {
        let same = match figure.relation(other) {
            Relation::Same => true,
            Relation::Approximated => is_close(figure.value, other.value),
            _ => false,
        };
        same && other.has_unit_of(figure)
    });
    let best = agreeing
        .max_by_key(|other| (figure.value == other.value, likeness(figure, other), std::cmp::Reverse(other.span)))?;
    let message = format!("{} in the headline, {} in the text", figure.value.normalize(), best.value.normalize());
    Some(subject.finding(CHECK.name, AGREES, message, evidence(subject, &[figure, best])))
}

/// Whether the one is at most a quarter more than the other: nobody rounds further.
fn is_close(one: Decimal, other: Decimal) -> bool {
    let (low, high) = (one.min(other), one.max(other));
    low.checked_mul(Decimal::new(125, 2)).is_some_and(|most| high <= most)
}

/// A number that follows from those of the text.
fn derived(subject: &Prepared, fact: &Fact<Figure>, stated: &[Stated]) -> Option<Finding> {
    let figure = &fact.detail;
    let year = || figure.resolved.as_deref()?.get(..4)?.parse().ok();
    let value = figure.value.or_else(|| if figure.kind == FigureKind::Date { year() } else { figure.low })?;
    let target = Stated { span: fact.span, sentence: fact.sentence, value, unit: figure.unit, kind: figure.kind };
    let derivation = derive(subject.document, &target, stated)?;
    let mut evidence = vec![subject.fact("figure", fact.span)];
    evidence.extend(derivation.from.iter().map(|span| subject.words(*span)));
    Some(subject.finding(CHECK.name, AGREES, derivation.arithmetic, evidence))
}

/// The first number in digits of some words of the headline that the text prints as well.
fn printed(subject: &Prepared, tokens: std::ops::Range<usize>) -> Option<Finding> {
    let document = subject.document;
    let (at, span) = tokens
        .filter(|&at| document.tags(at).any(Tags::DIGITS))
        .find_map(|at| printed_again(document, at).map(|span| (at, span)))?;
    let message = format!("{} is in the headline and in the text", document.word(at));
    let evidence = vec![subject.words(document.tokens[at].span), subject.words(span)];
    Some(subject.finding(CHECK.name, AGREES, message, evidence))
}

/// The figure of the text that states the same quantity in another value; silent where several may.
fn conflict(subject: &Prepared, figure: &Quantity, title: &[&Quantity], body: &[&Quantity]) -> Option<Finding> {
    let bare = figure.unit.is_none()
        && (figure.value < SMALLEST || !is_followed_by_word(subject, figure) || figure.things.is_empty());
    if bare || figure.is_relative || figure.kind == FigureKind::Proportion {
        return None;
    }
    let with = |addend: &Quantity| figure.value.checked_add(addend.value);
    let taken =
        |other: &&&Quantity| title.iter().any(|known| known.value == other.value || with(known) == Some(other.value));
    let lead = lead(subject, body);
    let rivals: Vec<&&Quantity> = body.iter().filter(|other| is_rival(figure, other, lead) && !taken(other)).collect();
    let best = rivals.iter().copied().max_by_key(|other| (likeness(figure, other), std::cmp::Reverse(other.span)))?;
    let doubtful = rivals.iter().any(|other| {
        other.value != best.value
            && other.sentence <= lead.max(best.sentence)
            && likeness(figure, other) >= likeness(figure, best)
    });
    let named = printed(subject, subject.document.tokens_in(figure.span)).is_some();
    if doubtful || named || is_mentioned(subject, figure) {
        return None;
    }
    let message = format!("{} in the headline, {} in the text", figure.value.normalize(), best.value.normalize());
    Some(subject.finding(CHECK.name, WARNING, message, evidence(subject, &[figure, best])))
}

/// The last sentence of the text's beginning, which tells what the headline tells.
fn lead(subject: &Prepared, body: &[&Quantity]) -> u32 {
    let first = body.first().map_or(0, |quantity| quantity.sentence);
    let opening = subject
        .document
        .sentences
        .iter()
        .position(|sentence| subject.document.blocks[sentence.block as usize].kind != BlockKind::Title);
    first.max(opening.unwrap_or(0) as u32 + 1)
}

/// Whether a word follows that can be what is counted: not so in "10 hurt in fire - Channel 8 - Dale".
fn is_followed_by_word(subject: &Prepared, figure: &Quantity) -> bool {
    let behind = subject.document.token_at(figure.span.end);
    subject.document.tokens.get(behind).is_some_and(|token| token.kind == TokenKind::Word)
}

/// Whether a figure of the text seems to state the same quantity as one of the headline: of the same sort,
/// about the same event, the more words alike the farther it stands from the beginning.
fn is_rival(figure: &Quantity, other: &Quantity, lead: u32) -> bool {
    let comparable = other.has_unit_of(figure) && is_near(figure.value, other.value) && !other.is_relative;
    if !comparable {
        return false;
    }
    let same_thing = shared(&figure.things, &other.things) > 0;
    let person = word("person");
    let same_event = shared(&figure.things, &other.context) > 0
        && (shared(&other.things, &figure.context) > 0 || other.things.iter().all(|thing| *thing == person));
    let others = ["another", "other", "others"].map(word);
    let same_scope = other.scope.iter().all(|scope| figure.scope.contains(scope) || others.contains(scope));
    let opens = other.sentence <= lead;
    let measured = figure.unit.is_some() && figure.kind != FigureKind::Duration && opens;
    let enough = if opens && (same_thing || measured) { 1 } else { 2 };
    same_scope && (same_thing || same_event || measured) && figure.shared_context(other) >= enough
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
    fn a_headline_figure_may_follow_from_others() {
        for (text, expected) in [
            (
                "# 4 Family Members Missing\n\nThe parents and two children left Bramfield on Monday.",
                r#"agrees info "4" "parents" "two": 2 + 2 = 4 in the headline"#,
            ),
            (
                "# Dale Leads by 7 Points\n\nAnn Dale leads Tom Reed 40% to 33% in Bramfield.",
                r#"agrees info "7" "40%" "33%": 40 − 33 = 7 in the headline"#,
            ),
            (
                "# Strike Ends After 3 Weeks\n\nThe strike at the mill ended after 21 days.",
                r#"agrees info "3 Weeks" "21 days": 3 weeks in the headline, 21 days in the text"#,
            ),
            (
                "# Mayor to Speak at Route 66 Fair\n\nThe fair on Route 66 opens on Monday.",
                r#"agrees info "66" "66": 66 is in the headline and in the text"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
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
            "# Man dead in shooting at Motel 6 in Bramfield\n\nA shooting left one man dead at a Motel 6 in Bramfield.",
            "",
        );
        findings(
            CHECK.name,
            "# 65 sheep drowned in Bramfield flood\n\nThe flood killed a third of all sheep in Bramfield.",
            "",
        );
    }
}
