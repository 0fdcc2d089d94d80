//! Shares of one whole that add up to more than all of it: "54% chose red, 41% blue and 20% green".
//!
//! Catalogue F107. Severity: warning.
//! Example: 54 + 41 + 20 = 115 is more than 100.
//! Traps: shares of different groups ("60% of men and 50% of women"), several answers allowed, rises
//! and falls, rates.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{Prepared, WARNING},
    types::{Bound, Document, Fact, Figure, FigureKind, Finding, Tags},
};

/// Shares of one whole.
pub const CHECK: Within =
    Within { name: "within.percentages_of_whole", source: include_str!("percentages_of_whole.rs"), check };

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    for figures in subject.facts.figures.chunk_by(|one, other| one.sentence == other.sentence) {
        let shares: Vec<&Fact<Figure>> =
            figures.iter().filter(|fact| fact.detail.kind == FigureKind::Percent).collect();
        let Some(total) = sum(&shares).filter(|_| (2..=6).contains(&shares.len())) else { continue };
        let rounding = Decimal::from(shares.len());
        if total > Decimal::ONE_HUNDRED + rounding && are_of_one_whole(subject.document, &shares) {
            let terms: Vec<String> =
                shares.iter().filter_map(|fact| fact.detail.value).map(|value| value.normalize().to_string()).collect();
            let message = format!("{} = {}% is more than all", terms.join(" + "), total.normalize());
            let evidence = shares.iter().map(|fact| subject.fact("figure", fact.span)).collect();
            findings.push(subject.finding(CHECK.name, WARNING, message, evidence));
        }
    }
}

/// The sum of exact shares between nought and all; `None` where one is something else.
fn sum(shares: &[&Fact<Figure>]) -> Option<Decimal> {
    shares.iter().try_fold(Decimal::ZERO, |sum, fact| {
        let figure = &fact.detail;
        let value = figure.value.filter(|value| *value > Decimal::ZERO && *value < Decimal::ONE_HUNDRED)?;
        (figure.bound == Bound::Exact && figure.change.is_none()).then_some(sum + value)
    })
}

/// Whether the sentence deals one whole out: no change, no comparison, and at most one group named.
fn are_of_one_whole(document: &Document, shares: &[&Fact<Figure>]) -> bool {
    const OTHER: [&str; 24] = [
        "also",
        "among",
        "average",
        "both",
        "chance",
        "compared",
        "confidence",
        "discount",
        "from",
        "growth",
        "interest",
        "likely",
        "margin",
        "off",
        "rate",
        "rates",
        "tax",
        "than",
        "turnout",
        "unemployment",
        "versus",
        "were",
        "yield",
        "respectively",
    ];
    let tokens = document.sentence_tokens(document.token_at(shares[0].span.start));
    let other = |at: usize| document.tags(at).any(Tags::CHANGE) || OTHER.iter().any(|word| document.is(at, word));
    let groups = shares.iter().filter(|fact| document.is(document.token_at(fact.span.end), "of")).count();
    let near = shares.windows(2).all(|pair| {
        let (end, start) = (document.token_at(pair[0].span.end), document.token_at(pair[1].span.start));
        start.saturating_sub(end) <= 10
    });
    groups < shares.len().max(2) && groups <= 1 && near && !tokens.into_iter().any(other)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn shares_of_one_whole_do_not_exceed_it() {
        findings(
            CHECK.name,
            "In the survey 54% chose the red mill, 41% the blue one and 20% the green.",
            r#"
conflicts warning "54%" "41%" "20%": 54 + 41 + 20 = 115% is more than all
"#,
        );
    }

    #[test]
    fn other_wholes_and_changes_are_silent() {
        findings(
            CHECK.name,
            "It was backed by 60% of men and 50% of women. Rents rose 60% and fares 55%. Some 54% said yes, 46% no.",
            "",
        );
    }
}
