//! Amounts in two currencies at rates that differ widely within an article ("£10m ($16m)" and "£20m ($50m)"), or at a
//! rate that those two never had ("£10m ($16bn)").
//!
//! Severity: info; warning where pounds, dollars and euros are five times apart or more, or two rates of an article are
//! about ten, a thousand or a million times apart.
//! Example: £10m ($16m) is a rate of 1.6, £20m ($50m) one of 2.5.
//! Traps: amounts of different years; an amount in brackets that is another sum (it must follow at once); rates of
//! other currencies, which may be anything.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        NOTE, Prepared, WARNING,
        shown::{rounded, shown},
    },
    types::{Document, Fact, Figure, FigureKind, Finding, Tags},
};

/// Compares conversions of currencies.
pub const CHECK: Within =
    Within { name: "within.currency_conversion", source: include_str!("currency_conversion.rs"), check };

/// An amount, the same in another currency, and the rate: how many of the second make one of the first.
struct Conversion<'a> {
    units: (&'static str, &'static str),
    rate: Decimal,
    amounts: &'a [Fact<Figure>],
}

/// Pounds, dollars and euros: none of them was ever worth five times another.
const NEAR: [&str; 3] = ["EUR", "GBP", "USD"];
const FIVE: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let pairs = subject.facts.figures.windows(2);
    let mut found: Vec<Conversion> = pairs.filter_map(|pair| conversion(subject.document, pair)).collect();
    let document = subject.document;
    let impossible = found.iter().filter(|conversion| !is_possible(document, conversion));
    findings.extend(impossible.map(|conversion| {
        let Conversion { units, rate, amounts } = conversion;
        let message = format!("one {} would be {} {}", units.0, shown(rounded(*rate, 4)), units.1);
        let evidence = amounts.iter().map(|fact| subject.figure(fact.span)).collect();
        subject.finding(CHECK.name, WARNING, message, evidence)
    }));
    found.retain(|conversion| is_possible(document, conversion));
    found.sort_by_key(|conversion| (conversion.units, conversion.rate));
    findings.extend(found.chunk_by(|one, other| one.units == other.units).filter_map(|group| apart(subject, group)));
}

/// Whether two currencies may have had such a rate. Pounds and dollars in words alone may be of any country.
fn is_possible(document: &Document, conversion: &Conversion) -> bool {
    let known = |fact: &Fact<Figure>| {
        let sign = document.text(fact.span).contains(['£', '$', '€']);
        sign && fact.detail.unit.is_some_and(|unit| NEAR.contains(&unit)) || fact.detail.unit == Some("EUR")
    };
    let low = Decimal::ONE.checked_div(FIVE).unwrap_or_default();
    !conversion.amounts.iter().all(known) || (conversion.rate < FIVE && conversion.rate > low)
}

/// The lowest and the highest rate of two currencies, if they are far apart.
fn apart(subject: &Prepared, group: &[Conversion]) -> Option<Finding> {
    let (low, high) = (&group[0], &group[group.len() - 1]);
    if low.rate.checked_mul(Decimal::new(125, 2))? >= high.rate {
        return None;
    }
    let times = high.rate.checked_div(low.rate)?;
    let slip = [10, 1000, 1_000_000].map(Decimal::from).into_iter().any(|power| {
        let (least, most) = (power.checked_mul(Decimal::new(8, 1)), power.checked_mul(Decimal::new(125, 2)));
        least.is_some_and(|least| times >= least) && most.is_some_and(|most| times <= most)
    });
    let rates = [low, high].map(|conversion| shown(rounded(conversion.rate, 2)));
    let message = format!("one {} is {} {} here and {} there", low.units.0, rates[0], low.units.1, rates[1]);
    let amounts = [low, high].into_iter().flat_map(|conversion| conversion.amounts);
    let evidence = amounts.map(|fact| subject.figure(fact.span)).collect();
    Some(subject.finding(CHECK.name, if slip { WARNING } else { NOTE }, message, evidence))
}

/// Two amounts of money in different currencies, the second alone in brackets right after the first.
fn conversion<'a>(document: &Document, pair: &'a [Fact<Figure>]) -> Option<Conversion<'a>> {
    let money = pair.iter().all(|fact| fact.detail.kind == FigureKind::Money);
    let units = (pair[0].detail.unit?, pair[1].detail.unit?);
    if !money || units.0 == units.1 || pair[0].sentence != pair[1].sentence {
        return None;
    }
    let opening = document.token_at(pair[0].span.end);
    let closing = document.token_at(pair[1].span.end);
    // "5m euros (£4m; $6m)".
    let ends = document.is(closing, ")") || document.is(closing, ";");
    let bracketed = document.is(opening, "(") && ends;
    let first = document.token_at(pair[1].span.start);
    let roughly = |at: usize| document.tags(at).any(Tags::ADVERB | Tags::BOUND) || document.is(at, "about");
    let at_once = first <= opening + 1 || first == opening + 2 && roughly(opening + 1);
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
    fn a_magnitude_is_not_a_rate() {
        for (text, expected) in [
            ("The mill cost £10m ($16bn) in all.", r#"conflicts warning "£10m" "$16bn": one GBP would be 1600 USD"#),
            (
                "The mill cost 10m euros (£80m; $16m) in all.",
                r#"conflicts warning "10m euros" "£80m": one EUR would be 8 GBP"#,
            ),
            (
                "The quay cost £10m (115m kronor). Its roof cost £2m (23bn kronor).",
                r#"conflicts warning "£10m" "115m kronor" "£2m" "23bn kronor": one GBP is 11.5 SEK here and 11,500 there"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
        for text in [
            "The mill cost £10m (1.6bn yen), the quay £5m ($11m).",
            "The millers were fined 40,000 pounds (about $2,200) in all.",
            "The mill cost £10m (with $1bn of debt) and £3m (of $900m).",
            "The mill cost £10m (£16bn with its land).",
        ] {
            findings(CHECK.name, text, "");
        }
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
