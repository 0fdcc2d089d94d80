//! A figure of the headline against those of the text.
//!
//! Catalogue F101. Severity: info where a figure of the text equals it or it follows from figures of the
//! text: rounded, added up, subtracted, in another unit, in words; warning where the text gives another
//! value for what seems the same quantity.
//! Example: "65 bodies found" above a text with "72 bodies were found".
//! Traps: rounding, words for digits, sums ("parents and two children" for 4), ages, years, names with
//! numbers, round-ups of several events, lines that print the headline once more.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        AGREES, Prepared, WARNING,
        derivations::{Stated, derive, may_repeat, printed_again, stated},
        headline::{counted_word, is_plain, is_plural, is_rival, likeness},
        quantity::{Place, Quantity, Relation},
        reprint::sentences_again,
        round_up::is_round_up,
        sums::{is_share, is_sum},
    },
    types::{BlockKind, Fact, Figure, FigureKind, Finding, Span, Tags, TokenKind},
};

/// Figures of the headline.
pub const CHECK: Within = Within { name: "within.headline_figure", source: include_str!("headline_figure.rs"), check };

/// Digits of a rounded figure that is that of the text by no chance.
const ROUNDED: usize = 3;

/// Counts below this are told of one group or another in every text.
const SMALLEST: Decimal = Decimal::from_parts(2, 0, 0, false, 0);

/// Sentences from the first one of a text to the one with its first figure, at most, if that tells what the headline does.
const OPENING: u32 = 4;

/// Counts below this stand in every text: to be one of the headline takes more words in common.
const SMALL: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let document = subject.document;
    let Some(headline) = document.blocks.iter().find(|block| block.kind == BlockKind::Title) else { return };
    let tokens = headline.tokens.start as usize..headline.tokens.end as usize;
    let numbers = Tags::DIGITS.with(Tags::NUMBER_WORD).with(Tags::ORDINAL);
    if !tokens.clone().any(|at| document.tags(at).any(numbers)) {
        return;
    }
    let (mut title, body): (Vec<&Quantity>, Vec<&Quantity>) =
        subject.quantities.iter().partition(|quantity| quantity.place == Place::Title);
    title.retain(|quantity| headline.span.contains(quantity.span));
    // A line that prints the headline once more agrees with it and says nothing.
    let again = sentences_again(document, &title, &body);
    let (repeated, body): (Vec<&Quantity>, Vec<&Quantity>) =
        body.into_iter().partition(|quantity| again.contains(&quantity.sentence));
    let mut stated = stated(document, &subject.facts.figures);
    stated.retain(|stated| !again.contains(&stated.sentence));
    let text = Text { title: &title, body: &body, stated: &stated, again: &again };
    let mut told: Vec<Span> = Vec::new();
    let own = subject.facts.figures.iter().take_while(|fact| fact.span.start < headline.span.end);
    let printed_there = |fact: &&Fact<Figure>| {
        fact.detail.kind != FigureKind::Date
            || document.tokens_in(fact.span).any(|at| document.tags(at).any(Tags::DIGITS))
    };
    let titles = own.filter(|fact| document.block_of_fact(fact).kind == BlockKind::Title);
    for fact in titles.filter(printed_there) {
        let figure = title.iter().find(|figure| figure.span == fact.span && !is_year(figure)).copied();
        let agreement =
            figure.and_then(|figure| equal(subject, figure, &body)).or_else(|| derived(subject, fact, text)).or_else(
                || printed(subject, document.tokens_in(fact.span), &again).filter(|_| !counts(&fact.detail)).map(firm),
            );
        let agreement = agreement.or_else(|| {
            let again = figure.and_then(|figure| equal(subject, figure, &repeated))?;
            Some(Agreement { is_firm: false, likeness: 0, ..again })
        });
        let rival = match &agreement {
            Some(agreement) if agreement.is_firm => None,
            doubtful => figure.and_then(|figure| rival(subject, figure, text, doubtful.as_ref())),
        };
        findings.extend(rival.or(agreement.map(|agreement| agreement.finding)));
        told.push(fact.span);
    }
    let named = tokens.filter(|&at| document.tags(at).any(Tags::DIGITS));
    for at in named.filter(|&at| !told.iter().any(|span| span.contains(document.tokens[at].span))) {
        findings.extend(printed(subject, at..at + 1, &[]));
    }
}

/// What a figure of the headline is held against.
#[derive(Clone, Copy)]
struct Text<'a> {
    /// Figures of the headline.
    title: &'a [&'a Quantity],
    /// Figures of the text, without those of lines that print the headline once more.
    body: &'a [&'a Quantity],
    /// Every number of those sentences.
    stated: &'a [Stated],
    /// Sentences that print the headline once more.
    again: &'a [u32],
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

/// A figure of the text that a figure of the headline agrees with, or several.
struct Agreement {
    finding: Finding,
    /// Whether no figure of the text speaks against it, however alike the words.
    is_firm: bool,
    /// How alike the words are.
    likeness: usize,
}

fn firm(finding: Finding) -> Agreement {
    Agreement { finding, is_firm: true, likeness: 0 }
}

/// The figure of the text that it equals, rounds or bounds, of several the one in the most similar words.
fn equal(subject: &Prepared, figure: &Quantity, body: &[&Quantity]) -> Option<Agreement> {
    let small = figure.unit.is_none() && figure.value < SMALL;
    let agreeing = body.iter().filter(|other| other.has_unit_of(figure)).filter_map(|other| {
        let least = match figure.relation(other) {
            Relation::Same => is_close(figure.value, other.value).then_some(0),
            Relation::Approximated => is_approximated(figure, other).then_some(1),
            _ => None,
        };
        // Words are compared last: that is the dearest question.
        let alike = least.map(|_| likeness(subject.document, figure, other))?;
        (Some(alike) >= if small { Some(2) } else { least }).then_some((alike, other))
    });
    let (_, alike, _, best) = agreeing
        .map(|(alike, other)| (figure.value == other.value, alike, std::cmp::Reverse(other.span), other))
        .max_by_key(|(same, alike, first, _)| (*same, *alike, *first))?;
    let message = format!("{} in the headline, {} in the text", figure.value.normalize(), best.value.normalize());
    let finding = subject.finding(CHECK.name, AGREES, message, evidence(subject, &[figure, best]));
    let rounded = figure.relation(best) == Relation::Same && digits(figure) >= ROUNDED;
    Some(Agreement { finding, is_firm: figure.value == best.value || rounded, likeness: alike })
}

/// How many digits a figure is printed with, padding noughts left out.
fn digits(figure: &Quantity) -> usize {
    figure.value.checked_div(figure.grain).map_or(0, |digits| digits.to_string().len())
}

/// Whether the words of one of the two allow the value of the other, which is near enough that one would say so.
fn is_approximated(figure: &Quantity, other: &Quantity) -> bool {
    let holds = figure.claimed.holds(other.value) || other.claimed.holds(figure.value);
    holds && is_close(figure.value, other.value)
}

/// Whether the one is at most a quarter more than the other: nobody rounds further.
fn is_close(one: Decimal, other: Decimal) -> bool {
    let (low, high) = (one.min(other), one.max(other));
    low.checked_mul(Decimal::new(125, 2)).is_some_and(|most| high <= most)
}

/// A number that follows from those of the text.
fn derived(subject: &Prepared, fact: &Fact<Figure>, text: Text) -> Option<Agreement> {
    let (figure, Text { title, stated, .. }) = (&fact.detail, text);
    let year = || figure.resolved.as_deref()?.get(..4)?.parse().ok();
    let value = figure.value.or_else(|| if figure.kind == FigureKind::Date { year() } else { figure.low })?;
    let target = Stated { span: fact.span, sentence: fact.sentence, value, unit: figure.unit, kind: figure.kind };
    let derivation = derive(subject.document, &target, stated)?;
    let mut evidence = vec![subject.fact("figure", fact.span)];
    evidence.extend(derivation.from.iter().map(|span| subject.words(*span)));
    // "12 men and 2 women": the two are beside the twelve and no part of them.
    let counted = |term: &Span| {
        let value = stated.iter().find(|stated| stated.span == *term).map(|stated| stated.value);
        title.iter().any(|other| other.span != fact.span && Some(other.value) == value)
    };
    let is_firm = derivation.is_plain && !(derivation.from.len() > 1 && derivation.from.iter().any(counted));
    Some(Agreement {
        finding: subject.finding(CHECK.name, AGREES, derivation.arithmetic, evidence),
        is_firm,
        likeness: 0,
    })
}

/// The first number in digits of some words of the headline that the text prints as well, outside of some sentences.
fn printed(subject: &Prepared, tokens: std::ops::Range<usize>, except: &[u32]) -> Option<Finding> {
    let document = subject.document;
    let (at, span) = tokens
        .filter(|&at| document.tags(at).any(Tags::DIGITS))
        .find_map(|at| printed_again(document, at, except).map(|span| (at, span)))?;
    let message = format!("{} is in the headline and in the text", document.word(at));
    let evidence = vec![subject.words(document.tokens[at].span), subject.words(span)];
    Some(subject.finding(CHECK.name, AGREES, message, evidence))
}

/// The figure of the text that states the same quantity in another value; silent where several may. Against an
/// agreement it must be in the text's beginning and the plainer statement.
fn rival(subject: &Prepared, figure: &Quantity, text: Text, agreement: Option<&Agreement>) -> Option<Finding> {
    let (document, Text { title, body, .. }) = (subject.document, text);
    let few = figure.value < SMALLEST && !is_plural(document, figure);
    let bare = figure.unit.is_none() && (few || counted_word(document, figure).is_none());
    let compared = figure.is_relative && figure.kind != FigureKind::Percent;
    if bare || compared || figure.kind == FigureKind::Proportion {
        return None;
    }
    let with = |addend: &Quantity| figure.value.checked_add(addend.value);
    let taken = |other: &&&Quantity| {
        title
            .iter()
            .filter(|known| known.span != figure.span)
            .any(|known| known.value == other.value || with(known) == Some(other.value))
    };
    let lead = lead(subject, body);
    let may_state = |other: &&&Quantity| {
        let agrees = agreement.is_some() && matches!(figure.relation(other), Relation::Same | Relation::Approximated);
        is_rival(document, figure, other, lead) && !taken(other) && !agrees
    };
    let rivals: Vec<(usize, &&Quantity)> =
        body.iter().filter(may_state).map(|other| (likeness(document, figure, other), other)).collect();
    let (most, best) =
        rivals.iter().copied().max_by_key(|(likeness, other)| (*likeness, std::cmp::Reverse(other.span)))?;
    let doubtful = rivals.iter().any(|(likeness, other)| {
        other.value != best.value && other.sentence <= lead.max(best.sentence) && *likeness >= most
    });
    let plainer = |agreement: &Agreement| {
        let apart = matches!(figure.relation(best), Relation::Different | Relation::Overstepped);
        apart && best.sentence <= lead && most >= agreement.likeness && is_plain(document, figure, best)
    };
    if doubtful
        || !agreement.is_none_or(plainer)
        || is_in_name(subject, figure, text.again)
        || is_mentioned(subject, figure, text.again)
        || is_sum(document, figure, best, [title, body])
        || is_share(subject, figure, best)
        || is_round_up(document, figure, best)
    {
        return None;
    }
    let message = format!("{} in the headline, {} in the text", figure.value.normalize(), best.value.normalize());
    Some(subject.finding(CHECK.name, WARNING, message, evidence(subject, &[figure, best])))
}

/// Whether the number of the headline stands beside the same word in the text, as in a name: "Motel 6", "Three Rivers".
fn is_in_name(subject: &Prepared, figure: &Quantity, again: &[u32]) -> bool {
    let document = subject.document;
    let same = |one: usize, other: usize| {
        document.tokens.get(one).is_some_and(|token| token.kind == TokenKind::Word)
            && document.tokens.get(other).is_some_and(|_| document.word(one).eq_ignore_ascii_case(document.word(other)))
    };
    let digits = document.tokens_in(figure.span).find(|&at| document.tags(at).any(Tags::DIGITS));
    if let Some(at) = digits {
        let again = printed_again(document, at, again).map(|span| document.token_at(span.start));
        return again.is_some_and(|again| same(at + 1, again + 1) || at > 0 && again > 0 && same(at - 1, again - 1));
    }
    let at = document.token_at(figure.span.start);
    let named = |at: usize| document.tags(at).any(Tags::CAPITALISED) && document.tags(at + 1).any(Tags::CAPITALISED);
    let mut body = document.block_of(at).tokens.end as usize..document.tokens.len();
    named(at) && body.any(|other| named(other) && same(at, other) && same(at + 1, other + 1))
}

/// The last sentence of the text's beginning, which tells what the headline tells.
fn lead(subject: &Prepared, body: &[&Quantity]) -> u32 {
    let first = body.first().map_or(0, |quantity| quantity.sentence);
    let opening = subject
        .document
        .sentences
        .iter()
        .position(|sentence| subject.document.blocks[sentence.block as usize].kind != BlockKind::Title);
    let opening = opening.unwrap_or(0) as u32;
    first.min(opening + OPENING).max(opening + 1)
}

/// Whether a fact of another kind that may repeat it has the value: a score, a year, a part of a whole.
fn is_mentioned(subject: &Prepared, figure: &Quantity, again: &[u32]) -> bool {
    let headline = |fact: &Fact<Figure>| subject.document.block_of_fact(fact).kind == BlockKind::Title;
    let repeated = |fact: &Fact<Figure>| again.contains(&fact.sentence) || headline(fact);
    let title = subject.document.tokens_in(figure.span).next().map(|at| subject.document.block_of(at).span);
    let own = |fact: &Fact<Figure>| title.is_some_and(|title| title.contains(fact.span));
    let others = subject.facts.figures.iter().filter(|fact| fact.span != figure.span);
    let others = others.filter(|fact| own(fact) || !repeated(fact));
    others.filter(|fact| may_repeat(figure.kind, fact.detail.kind)).any(|fact| {
        let detail = &fact.detail;
        [detail.value, detail.low, detail.high, detail.part_of.map(|(part, _)| part)].contains(&Some(figure.value))
    })
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
    fn people_are_counted_under_other_names() {
        findings(
            CHECK.name,
            "# 6 hurt in Bramfield mill fire\n\nFour workers were hurt when fire broke out in the mill in Bramfield.",
            r#"
conflicts warning "6" "Four": 6 in the headline, 4 in the text
"#,
        );
        for text in [
            "# 6 hurt in Bramfield mill fire\n\nFive men and a woman were hurt in a fire at the Bramfield mill.",
            "# 6 hurt in Bramfield mill fire\n\nFour workers died in a fire at the Bramfield mill.",
            "# 6 hurt in Bramfield mill fire\n\nA miller and his two sons were hurt in a fire at the Bramfield mill.",
        ] {
            findings(CHECK.name, text, "");
        }
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
            (
                "# Man dead at Motel 6 in Bramfield\n\nA shooting left one man dead at a Motel 6 in Bramfield.",
                r#"agrees info "6" "6": 6 is in the headline and in the text"#,
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
            "# 65 sheep drowned in Bramfield flood\n\nThe flood killed a third of all sheep in Bramfield.",
            "",
        );
    }
}
