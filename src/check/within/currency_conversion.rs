//! Amounts given in two currencies whose rates are far apart in one article: "£10m ($16m)" and "£20m ($50m)".
//!
//! Severity: info.
//! Example: £10m ($16m) is a rate of 1.6, £20m ($50m) one of 2.5.
//! Traps: amounts of different years; an amount in brackets that is another sum (it must follow at once).

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{NOTE, Prepared},
    types::{Document, Fact, Figure, FigureKind, Finding},
};

/// Conversions of currencies.
pub const CHECK: Within =
    Within { name: "within.currency_conversion", source: include_str!("currency_conversion.rs"), check };

/// An amount, the same in another currency, and so many of the second for one of the first.
struct Conversion<'a> {
    units: (&'static str, &'static str),
    rate: Decimal,
    amounts: &'a [Fact<Figure>],
}

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let pairs = subject.facts.figures.windows(2);
    let mut found: Vec<Conversion> = pairs.filter_map(|pair| conversion(subject.document, pair)).collect();
    found.sort_by_key(|conversion| (conversion.units, conversion.rate));
    for group in found.chunk_by(|one, other| one.units == other.units) {
        let (low, high) = (&group[0], &group[group.len() - 1]);
        if low.rate.checked_mul(Decimal::new(125, 2)).is_none_or(|most| high.rate <= most) {
            continue;
        }
        let rates = [low, high].map(|conversion| conversion.rate.round_dp(2).normalize());
        let message = format!("one {} is {} {} here and {} there", low.units.0, rates[0], low.units.1, rates[1]);
        let amounts = [low, high].into_iter().flat_map(|conversion| conversion.amounts);
        let evidence = amounts.map(|fact| subject.fact("figure", fact.span)).collect();
        findings.push(subject.finding(CHECK.name, NOTE, message, evidence));
    }
}

/// Two amounts of money of different currencies, the second alone in brackets right behind the first.
fn conversion<'a>(document: &Document, pair: &'a [Fact<Figure>]) -> Option<Conversion<'a>> {
    let money = pair.iter().all(|fact| fact.detail.kind == FigureKind::Money);
    let units = (pair[0].detail.unit?, pair[1].detail.unit?);
    if !money || units.0 == units.1 || pair[0].sentence != pair[1].sentence {
        return None;
    }
    let opening = document.token_at(pair[0].span.end);
    let closing = document.token_at(pair[1].span.end);
    let bracketed = document.is(opening, "(") && document.is(closing, ")");
    let at_once = document.token_at(pair[1].span.start) <= opening + 2;
    let rate = pair[1].detail.value?.checked_div(pair[0].detail.value?)?;
    (bracketed && at_once && rate > Decimal::ZERO).then_some(Conversion { units, rate, amounts: pair })
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn rates_of_one_article_are_compared() {
        findings(
            CHECK.name,
            "The mill cost £10m ($16m) in all. Its roof cost £2m ($5m).",
            r#"
unclear info "£10m" "$16m" "£2m" "$5m": one GBP is 1.6 USD here and 2.5 there
"#,
        );
    }

    #[test]
    fn like_rates_and_other_amounts_are_silent() {
        findings(
            CHECK.name,
            "The mill cost £10m ($16m) in all. Its roof cost £2m ($3.1m), of £9m (and $2m in tax).",
            "",
        );
    }
}
