//! A figure of the headline compared with those of the text.
//!
//! Severity: info where a figure of the text equals it or it follows from figures of the text: rounded, added up,
//! subtracted, in another unit, in words; warning where the text gives another value for what seems the same quantity.
//! Example: "65 bodies found" above a text with "72 bodies were found".
//! Traps: rounding, words for digits, sums ("parents and two children" for 4), ages, years, names with numbers,
//! round-ups of several events, lines that repeat the headline.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        AGREES, Outcome, Prepared, WARNING,
        derivations::{Stated, derive, printed_again, printed_in_both, printed_year, stated},
        headline::likeness,
        headline_rival::{Text, rival},
        quantity::{Place, Quantity, Relation, is_close},
        reprint::sentences_again,
        with_others,
    },
    grammar::years,
    types::{Block, BlockKind, Bound, Document, Fact, Figure, FigureKind, Finding, Span, Tags, WordList},
};

/// Compares the figures of the headline.
pub const CHECK: Within = Within { name: "within.headline_figure", source: include_str!("headline_figure.rs"), check };

/// Digits of a rounded figure that does not match the text by chance.
const ROUNDED: usize = 3;

/// Like [`ROUNDED`], for an amount or a measure.
const ROUNDED_AMOUNT: usize = 2;

/// Counts below this are in every text: they need more words in common to match the headline.
const SMALL: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// The most figures of a headline that are looked for in the text: a title with more is a list.
const MOST: usize = 64;

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
    // A line that repeats the headline is no evidence for it.
    let again = sentences_again(document, &title, &body);
    let (repeated, body): (Vec<&Quantity>, Vec<&Quantity>) =
        body.into_iter().partition(|quantity| again.contains(&quantity.sentence));
    let mut stated = stated(document, &subject.facts.figures);
    stated.retain(|stated| !again.contains(&stated.sentence));
    let text = Text { title: &title, body: &body, stated: &stated, again: &again };
    let mut looked_up: Vec<Span> = Vec::new();
    for fact in figures_of(subject, headline).take(MOST) {
        findings.extend(look_up(subject, fact, text, &repeated));
        looked_up.push(fact.span);
    }
    let named = tokens.filter(|&at| document.tags(at).any(Tags::DIGITS));
    for at in named.take(MOST).filter(|&at| {
        !is_of_station(document, at) && !looked_up.iter().any(|span| span.contains(document.tokens[at].span))
    }) {
        findings.extend(printed(subject, at..at + 1, &[]));
    }
}

/// The figures of the headline, except dates in words.
fn figures_of<'a>(subject: &'a Prepared, headline: &'a Block) -> impl Iterator<Item = &'a Fact<Figure>> {
    let document = subject.document;
    let own = subject.facts.figures.iter().take_while(|fact| fact.span.start < headline.span.end);
    let printed = |fact: &&Fact<Figure>| {
        fact.detail.kind != FigureKind::Date
            || document.tokens_in(fact.span).any(|at| document.tags(at).any(Tags::DIGITS))
    };
    own.filter(|fact| document.block_of_fact(fact).kind == BlockKind::Title).filter(printed)
}

/// The finding for a figure of the headline; `repeated`, the figures in lines that repeat the headline, only count
/// against rivals.
fn look_up(subject: &Prepared, fact: &Fact<Figure>, text: Text, repeated: &[&Quantity]) -> Option<Finding> {
    let document = subject.document;
    if fact.detail.kind == FigureKind::Score {
        return score(subject, fact, text.again);
    }
    let figure = text.title.iter().find(|figure| figure.span == fact.span && !may_be_year(figure)).copied();
    let named = || printed(subject, document.tokens_in(fact.span), text.again).filter(|_| !counts(&fact.detail));
    let agreement = figure.and_then(|figure| equal(subject, figure, text.body));
    let agreement = agreement.or_else(|| derived(subject, fact, text)).or_else(|| named().map(firm));
    let agreement = agreement.or_else(|| {
        let again = figure.and_then(|figure| equal(subject, figure, repeated))?;
        Some(Agreement { is_firm: false, is_echo: true, likeness: 0, ..again })
    });
    let rival = match &agreement {
        Some(agreement) if agreement.is_firm => None,
        doubtful => {
            let likeness = doubtful.as_ref().map(|agreement| agreement.likeness);
            figure.and_then(|figure| Some((figure, rival(subject, figure, text, likeness)?)))
        }
    };
    let conflict = rival.map(|(figure, other)| told(subject, WARNING, [figure, other], text.body));
    conflict.or(agreement.filter(|agreement| !agreement.is_echo).map(|agreement| agreement.finding))
}

/// The same score in the text, except in the given sentences.
fn score(subject: &Prepared, fact: &Fact<Figure>, except: &[u32]) -> Option<Finding> {
    let same = |other: &&Fact<Figure>| {
        let ends = (other.detail.low, other.detail.high);
        let title = || subject.document.block_of_fact(other).kind == BlockKind::Title;
        other.detail.kind == FigureKind::Score
            && ends == (fact.detail.low, fact.detail.high)
            && !except.contains(&other.sentence)
            && !title()
    };
    let again = subject.facts.figures.iter().find(same)?;
    let message = format!("{} is in the headline and in the text", subject.document.text(fact.span));
    let evidence = vec![subject.figure(fact.span), subject.figure(again.span)];
    Some(subject.finding(CHECK.name, AGREES, message, evidence))
}

/// Whether a number belongs to the publisher's name: "News 5", "WKT 58".
fn is_of_station(document: &Document, at: usize) -> bool {
    let name = |at: usize| document.is_one_of(at, const { &WordList::of(["channel", "news", "radio"]) });
    at > 0 && (document.tags(at - 1).any(Tags::UPPERCASE) || name(at - 1))
}

/// Whether it is known what the number is of, so that the same digits elsewhere prove nothing.
fn counts(figure: &Figure) -> bool {
    use FigureKind::*;
    matches!(figure.kind, Count | Percent | Money | Measure | Age | Duration)
}

/// Whether the figure may be a year: a bare number that can be one, and counts nothing.
fn may_be_year(figure: &Quantity) -> bool {
    figure.unit.is_none() && figure.things.is_empty() && years::is_plausible(figure.value)
}

/// The finding that the text agrees with a figure of the headline.
struct Agreement {
    finding: Finding,
    /// Whether it stands whatever other figures the text has, however alike the words.
    is_firm: bool,
    /// Whether the agreeing figure is only in lines that repeat the headline.
    is_echo: bool,
    /// How alike the words are.
    likeness: usize,
}

fn firm(finding: Finding) -> Agreement {
    Agreement { finding, is_firm: true, is_echo: false, likeness: 0 }
}

/// The figure of the text that it equals, rounds or bounds: of several, one of equal value first, then the one with the
/// most similar words.
fn equal(subject: &Prepared, figure: &Quantity, body: &[&Quantity]) -> Option<Agreement> {
    let small = figure.unit.is_none() && figure.value < SMALL;
    let agreeing = body.iter().filter(|other| other.has_unit_of(figure)).filter_map(|other| {
        let least = match figure.relation(other) {
            Relation::Same => is_close(figure.value, other.value).then_some(0),
            Relation::Approximated => is_approximated(figure, other).then_some(1),
            _ => None,
        };
        // Words are compared last, as that costs the most.
        let alike = least.map(|_| likeness(subject.document, figure, other))?;
        (Some(alike) >= if small { Some(2) } else { least }).then_some((alike, other))
    });
    let (_, alike, _, best) = agreeing
        .map(|(alike, other)| (figure.value == other.value, alike, std::cmp::Reverse(other.span), other))
        .max_by_key(|(same, alike, first, _)| (*same, *alike, *first))?;
    let finding = told(subject, AGREES, [figure, best], &[]);
    let least = if figure.unit.is_some() { ROUNDED_AMOUNT } else { ROUNDED };
    let rounded = figure.relation(best) == Relation::Same && digits(figure) >= least;
    Some(Agreement { finding, is_firm: figure.value == best.value || rounded, is_echo: false, likeness: alike })
}

/// The number of digits a figure is printed with, without trailing zeros.
fn digits(figure: &Quantity) -> usize {
    figure.value.checked_div(figure.grain).map_or(0, |digits| digits.to_string().len())
}

/// Whether the words of one of the two allow the value of the other, and the values are close.
fn is_approximated(figure: &Quantity, other: &Quantity) -> bool {
    let holds = figure.claimed.holds(other.value) || other.claimed.holds(figure.value);
    holds && !is_far_beyond(figure, other) && is_close(figure.value, other.value)
}

/// Whether a number is more than a tenth above a stated minimum, and rounding does not explain it: 93 hurt are not "at
/// least 83", but 84 and 14 may be "more than 80" and "more than a dozen".
fn is_far_beyond(figure: &Quantity, other: &Quantity) -> bool {
    let rounds = |by: Decimal| (other.value % by).is_zero().then_some(by);
    let step = [Decimal::TEN, Decimal::from(12), Decimal::from(5)].into_iter().filter_map(rounds).max();
    let step = step.unwrap_or(Decimal::TWO).max(figure.grain).max(other.grain);
    let open = matches!(other.bound, Bound::AtLeast | Bound::MoreThan);
    let above = figure.value - other.value;
    let far = above.checked_mul(Decimal::TEN).is_none_or(|tenfold| tenfold > other.value);
    figure.is_exact() && open && above >= step && far
}

/// The agreement for a number that follows from those of the text.
fn derived(subject: &Prepared, fact: &Fact<Figure>, text: Text) -> Option<Agreement> {
    let (figure, Text { title, stated, .. }) = (&fact.detail, text);
    let year = || printed_year(subject.document, fact);
    let value = figure.value.or_else(|| if figure.kind == FigureKind::Date { year() } else { figure.low })?;
    let target = Stated { span: fact.span, sentence: fact.sentence, value, unit: figure.unit, kind: figure.kind };
    let derivation = derive(subject.document, &target, stated)?;
    let mut evidence = vec![subject.figure(fact.span)];
    evidence.extend(derivation.from.iter().map(|span| subject.words(*span)));
    // "12 men and 2 women": the two are in addition to the twelve, not part of them.
    let counted = |term: &Span| {
        let value = stated.iter().find(|stated| stated.span == *term).map(|stated| stated.value);
        title.iter().any(|other| other.span != fact.span && Some(other.value) == value)
    };
    let is_firm = derivation.is_plain && !(derivation.from.len() > 1 && derivation.from.iter().any(counted));
    Some(Agreement {
        finding: subject.finding(CHECK.name, AGREES, derivation.arithmetic, evidence),
        is_firm,
        is_echo: false,
        likeness: 0,
    })
}

/// The first number in digits among the tokens of the headline that the text prints as well, except in the given
/// sentences.
fn printed(subject: &Prepared, tokens: std::ops::Range<usize>, except: &[u32]) -> Option<Finding> {
    let document = subject.document;
    let (at, span) = tokens
        .filter(|&at| document.tags(at).any(Tags::DIGITS))
        .find_map(|at| printed_again(document, at, except).map(|span| (at, span)))?;
    let message = format!("{} is in the headline and in the text", document.word(at));
    let evidence = vec![subject.words(document.tokens[at].span), subject.words(span)];
    Some(subject.finding(CHECK.name, AGREES, message, evidence))
}

/// The finding for a figure of the headline and one of the text, with those of `others` that restate the latter.
fn told(subject: &Prepared, outcome: Outcome, [figure, other]: [&Quantity; 2], others: &[&Quantity]) -> Finding {
    let message = printed_in_both(subject.document, [figure.span, other.span]);
    let again = others.iter().filter(|again| again.states_again(other)).map(|again| again.span);
    let places = with_others([figure.span, other.span], again);
    subject.finding(CHECK.name, outcome, message, places.iter().map(|span| subject.figure(*span)).collect())
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn what_is_told_as_the_least_and_scores() {
        let far = r#"conflicts warning "93" "At least 83": “93” in the headline, “At least 83” in the text"#;
        findings(CHECK.name, "# 93 dead in Bramfield floods\n\nAt least 83 people died in the Bramfield floods.", far);
        let near = r#"agrees info "84" "More than 80": “84” in the headline, “More than 80” in the text"#;
        findings(
            CHECK.name,
            "# 84 dead in Bramfield floods\n\nMore than 80 people died in the Bramfield floods.",
            near,
        );
        findings(CHECK.name, "# Tarn edge Bramfield 4-2\n\nTarn beat Bramfield 3-2 on Saturday.", "");
        let score = r#"agrees info "3-2" "3-2": 3-2 is in the headline and in the text"#;
        findings(CHECK.name, "# Tarn edge Bramfield 3-2\n\nTarn beat Bramfield 3-2 on Saturday.", score);
    }

    #[test]
    fn what_is_counted_may_stand_before_the_verb() {
        let told = r#"conflicts warning "93" "83": “93” in the headline, “83” in the text"#;
        findings(CHECK.name, "# Flood death toll hits 93\n\nThe death toll of the flood rose to 83 on Tuesday.", told);
        let text =
            "# Ague cases pass 1,000\n\nThe number of cases of ague rose by 84 to 1,031, with 702 cases in Tarn.";
        findings(CHECK.name, text, r#"agrees info "1,000" "1,031": “1,000” in the headline, “1,031” in the text"#);
    }

    #[test]
    fn a_headline_figure_is_looked_up_in_the_text() {
        findings(
            CHECK.name,
            "# 65 sheep drowned in Bramfield flood\n\nA flood in Bramfield drowned 72 sheep on Monday.",
            r#"
conflicts warning "65" "72": “65” in the headline, “72” in the text
"#,
        );
        findings(
            CHECK.name,
            "# Seventy-two sheep drowned in Bramfield flood\n\nA flood in Bramfield drowned 72 sheep on Monday.",
            r#"
agrees info "Seventy-two" "72": “Seventy-two” in the headline, “72” in the text
"#,
        );
        findings(
            CHECK.name,
            "# 106 sheep drowned in Bramfield flood\n\nA flood in Bramfield drowned 72 sheep and 34 lambs on Monday.",
            r#"
agrees info "106" "72" "34": 72 + 34 = 106 in the headline
"#,
        );
        let text = "# 56 sheep drowned in Bramfield flood\n\nA flood in Bramfield spared 35 of Bramfield's 91 sheep on Monday.";
        findings(CHECK.name, text, r#"agrees info "56" "35" "91": 91 − 35 = 56 in the headline"#);
    }

    #[test]
    fn people_are_counted_under_other_names() {
        findings(
            CHECK.name,
            "# 6 hurt in Bramfield mill fire\n\nFour workers were hurt when fire broke out in the mill in Bramfield.",
            r#"
conflicts warning "6" "Four": “6” in the headline, “Four” in the text
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
    fn rounded_amounts_and_numbers_of_floors() {
        for (text, expected) in [
            (
                "# Ostwick Ferry Earns £240m\n\nThe ferry at Ostwick earned £88.5m in spring and £238.9m in the whole season.",
                r#"agrees info "£240m" "£238.9m": “£240m” in the headline, “£238.9m” in the text"#,
            ),
            (
                "# Weaver Wins Race on 8/6\n\nThe race of 8/6 led from Tarn to Ostwick.",
                r#"agrees info "8" "8": 8 is in the headline and in the text"#,
            ),
            ("# Weaver Wins Race on 8/6\n\nThe race of Tarn was 8 miles long and took 6 hours.", ""),
            ("# Weaver Wins Tarn Race - News 15\n\nThe race of Tarn was won, 15 said.", ""),
            (
                "# Tarn Mill Opens Floor 4\n\nWeavers danced at the mill. Floor 4 holds looms.",
                r#"agrees info "4" "4": 4 is in the headline and in the text"#,
            ),
            ("# Tarn Mill Opens Floor 4\n\nWeavers danced at the mill. Tarn beat Ostwick 4-1 on the green.", ""),
            (
                "# 14 ferries laid up\n\nBramfield has seven ferries, four old ones and three new ones.",
                r#"conflicts warning "14" "seven": “14” in the headline, “seven” in the text"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn figures_of_other_things_are_silent() {
        findings(
            CHECK.name,
            "# Ferry Carries 31 to Goat Fair\n\nTarn gave its prize to nine brown goats. A miller had reared them.",
            "",
        );
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
