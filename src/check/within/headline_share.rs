//! A share in words in the headline that contradicts the percentage or the counts at the start of the text: "Two-thirds
//! back weir" above "46% of residents back the weir".
//!
//! Severity: warning.
//! Example: "Half of millers ill" above "of 200 millers, 61 were ill" conflicts: that is 31 per cent.
//! Traps: rounded shares ("a third" for 35%), the rest of the whole ("54% were well"), shares that the text adds up or
//! gives further down, shares of others.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        Prepared, WARNING,
        parts::StatedPart,
        shown::{rounded, shown},
        stems::{content, shared, stem_at},
    },
    types::{BlockKind, Bound, Document, Fact, Figure, FigureKind, Finding, Span, Tags},
};

/// Compares shares of the headline.
pub const CHECK: Within = Within { name: "within.headline_share", source: include_str!("headline_share.rs"), check };

/// Sentences at the start of a text that report what the headline does.
const LEAD: u32 = 3;
/// The fewest words that such a sentence shares with the headline.
const ALIKE: usize = 2;
/// The furthest that a share in words is from the percentage it rounds, relative and in points.
const SLACK: Decimal = Decimal::from_parts(25, 0, 0, false, 2);
const POINTS: Decimal = Decimal::from_parts(10, 0, 0, false, 0);
/// The furthest that the true value is beyond "more than half", in points.
const REACH: Decimal = Decimal::from_parts(25, 0, 0, false, 0);

/// A share stated in the text, in per cent.
struct Share {
    percent: Decimal,
    span: Span,
    sentence: u32,
}

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let document = subject.document;
    let in_headline = |fact: &&Fact<Figure>| document.block_of_fact(fact).kind == BlockKind::Title;
    let titles = subject.facts.figures.iter().take_while(in_headline);
    let mut shares = titles.filter_map(|fact| Some((fact, share(document, fact)?)));
    let (Some((headline, percent)), None) = (shares.next(), shares.next()) else { return };
    let text = shares_of_text(subject);
    let Some(allowed) = allowed(headline.detail.bound, percent).filter(|_| !text.is_empty()) else { return };
    if text.iter().any(|share| agrees(allowed, share.percent)) || is_sum(allowed, &text) {
        return;
    }
    let mut told = text.iter().filter(|share| tells_the_headline(document, headline, share));
    let Some(first) = told.next() else { return };
    // "And a fifth were late": a share that is not extracted as a figure.
    let mut words = document.sentence_tokens(document.token_at(first.span.start));
    let parted = words.any(|at| document.tags(at).any(Tags::FRACTION));
    if !parted && told.all(|share| share.percent == first.percent) {
        let (words, percent) = (document.text(headline.span), shown(rounded(first.percent, 1)));
        let message = format!("“{words}” in the headline, {percent}% in the text");
        let evidence = vec![subject.figure(headline.span), subject.words(first.span)];
        findings.push(subject.finding(CHECK.name, WARNING, message, evidence));
    }
}

/// The share that a figure states in words, in per cent: "two-thirds of millers", "one in four barges", and in a
/// headline "third of ferries".
fn share(document: &Document, fact: &Fact<Figure>) -> Option<Decimal> {
    let figure = &fact.detail;
    let (first, behind) = (document.token_at(fact.span.start), document.token_at(fact.span.end));
    let cut = || {
        let several = document.tags(behind + 1).any(Tags::DETERMINER.with(Tags::NUMBER_WORD).with(Tags::DIGITS));
        first == document.block_of(first).tokens.start as usize && document.is(behind, "of") && !several
    };
    let value = match figure.kind {
        FigureKind::Proportion if figure.part_of.is_none() || is_one_in(document, fact) => figure.value,
        FigureKind::Ordinal if cut() => figure.value.and_then(|value| Decimal::ONE.checked_div(value)),
        _ => None,
    };
    value.filter(|_| figure.head.is_some())?.checked_mul(Decimal::ONE_HUNDRED)
}

/// "One in four", but not "16 of 557".
fn is_one_in(document: &Document, fact: &Fact<Figure>) -> bool {
    document.tokens_in(fact.span).any(|at| document.is(at, "in"))
}

/// The percentages that the words of a share allow.
fn allowed(bound: Bound, percent: Decimal) -> Option<(Decimal, Decimal)> {
    let slack = percent.checked_mul(SLACK)?.min(POINTS);
    Some(match bound {
        Bound::MoreThan | Bound::AtLeast => (percent - Decimal::TWO, percent + REACH),
        Bound::LessThan => (percent - REACH, percent + Decimal::TWO),
        _ => (percent - slack, percent + slack),
    })
}

/// Every share of the text: percentages, shares in words, and parts with their wholes.
fn shares_of_text(subject: &Prepared) -> Vec<Share> {
    let document = subject.document;
    let figures = &subject.facts.figures;
    let body = figures.iter().position(|fact| document.block_of_fact(fact).kind != BlockKind::Title);
    let body = &figures[body.unwrap_or(figures.len())..];
    let percents = body.iter().filter_map(|fact| {
        let figure = &fact.detail;
        let percent = match figure.kind {
            FigureKind::Percent => figure.value?,
            FigureKind::Proportion => share(document, fact)?,
            _ => return None,
        };
        let changes = figure.change.is_some() || figure.unit.is_some_and(|unit| unit != "percent");
        (!changes).then_some(Share { percent, span: fact.span, sentence: fact.sentence })
    });
    let start = body.first().map_or(u32::MAX, |fact| fact.span.start);
    let counted = subject.parts.iter().filter(|part| part.span.start >= start);
    let counted = counted.filter_map(|part| of_counts(document, part));
    percents.chain(counted).collect()
}

fn of_counts(document: &Document, part: &StatedPart) -> Option<Share> {
    let percent = part.part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(part.whole)?;
    let sentence = document.tokens[document.token_at(part.span.start)].sentence;
    (percent <= Decimal::ONE_HUNDRED).then_some(Share { percent, span: part.span, sentence })
}

/// Whether a percentage, or the rest of the whole, is within what the words of a share allow.
fn agrees((low, high): (Decimal, Decimal), percent: Decimal) -> bool {
    let within = |percent: Decimal| low <= percent && percent <= high;
    within(percent) || within(Decimal::ONE_HUNDRED - percent)
}

/// Whether two shares of one sentence add up to what the words allow.
fn is_sum(allowed: (Decimal, Decimal), shares: &[Share]) -> bool {
    let pairs = shares.iter().enumerate().flat_map(|(at, one)| shares[at + 1..].iter().map(move |two| (one, two)));
    pairs.into_iter().any(|(one, two)| one.sentence == two.sentence && agrees(allowed, one.percent + two.percent))
}

/// Whether a share is at the start of the text, in a sentence that names what the headline's share is of.
fn tells_the_headline(document: &Document, headline: &Fact<Figure>, share: &Share) -> bool {
    let first = document
        .sentences
        .iter()
        .position(|sentence| document.blocks[sentence.block as usize].kind == BlockKind::Paragraph);
    let leads = first.is_some_and(|first| share.sentence < first as u32 + LEAD);
    let words = |sentence: u32| {
        let tokens = &document.sentences[sentence as usize].tokens;
        content(document, tokens.start as usize..tokens.end as usize)
    };
    let noun = headline.detail.head.and_then(|head| document.tokens_in(head).next_back());
    leads && {
        let sentence = words(share.sentence);
        noun.is_some_and(|noun| sentence.contains(&stem_at(document, noun)))
            && shared(&words(headline.sentence), &sentence) >= ALIKE
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn a_share_in_words_is_held_against_the_text() {
        for (text, expected) in [
            (
                "# Two-thirds of millers back weir\n\nSome 46% of millers back the weir, wardens found.",
                r#"conflicts warning "Two-thirds" "Some 46%": “Two-thirds” in the headline, 46% in the text"#,
            ),
            (
                "# One in four barges leak\n\nWardens say 45 of 90 barges leak.",
                r#"conflicts warning "One in four" "45 of 90": “One in four” in the headline, 50% in the text"#,
            ),
            (
                "# More than half of millers back weir\n\nSome 14% of millers back the weir, wardens found.",
                r#"conflicts warning "More than half" "Some 14%": “More than half” in the headline, 14% in the text"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn roundings_rests_sums_and_others_are_silent() {
        for text in [
            "A survey found that 62% of millers back the weir.",
            "A survey found that 31% of millers do not back the weir.",
            "Some 24% of millers like the weir and 40% of millers back it.",
            "Some 20% of bargees row past it.",
            "The number of millers who back the weir rose 12%.",
        ] {
            findings(CHECK.name, &format!("# Two-thirds of millers back weir\n\n{text}"), "");
        }
    }
}
