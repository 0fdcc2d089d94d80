//! Two statements of one amount that differ by a factor of exactly a thousand, a million or a billion: "£121m" and
//! "£121bn".
//!
//! Severity: warning.
//! Example: "the £5.4 million bridge" and "the bridge, at £5.4 billion".
//! Traps: totals of different years, an amount for one and for all, two amounts with the same round digit: the fewer
//! digits they have, the more words their sentences must share; other digits in print ("£5m", "£5,000").

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        Prepared, WARNING,
        quantity::{Place, Quantity},
        shown::shown,
        stems::{content, shared},
    },
    types::{Fact, Figure, Finding},
};

/// Finds slips of magnitude.
pub const CHECK: Within = Within { name: "within.magnitude", source: include_str!("magnitude.rs"), check };

/// An amount with its digits without trailing zeros: the key that slips have in common.
struct Scaled<'a> {
    unit: Option<&'static str>,
    digits: Decimal,
    index: usize,
    quantity: &'a Quantity,
}

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let large =
        || subject.quantities.iter().enumerate().filter(|(_, quantity)| quantity.value >= Decimal::ONE_THOUSAND);
    if large().nth(1).is_none() {
        return;
    }
    let mut scaled: Vec<Scaled> = large()
        .map(|(index, quantity)| Scaled { unit: quantity.unit, digits: digits(quantity.value), index, quantity })
        .collect();
    scaled.sort_by_key(|scaled| (scaled.unit, scaled.digits, scaled.index));
    for group in scaled.chunk_by(|one, other| (one.unit, one.digits) == (other.unit, other.digits)) {
        if group.len() > 1 {
            findings.extend(slip(subject, group));
        }
    }
}

/// Digits of a value without trailing zeros: 54 for 5400000.
fn digits(value: Decimal) -> Decimal {
    let mut digits = value;
    while !digits.is_zero() && (digits % Decimal::TEN).is_zero() {
        digits /= Decimal::TEN;
    }
    digits.normalize()
}

/// The two most alike of a group that are a slip apart.
fn slip(subject: &Prepared, group: &[Scaled]) -> Option<Finding> {
    let pairs = group.iter().enumerate().flat_map(|(at, one)| group[at + 1..].iter().map(move |other| (one, other)));
    let told = pairs.filter_map(|(one, other)| {
        let factor = factor(one.quantity.value, other.quantity.value)?;
        let likeness = likeness(subject, one.quantity, other.quantity);
        // Two amounts may share one round digit by chance, but hardly two digits.
        let long = one.digits >= Decimal::TEN;
        let relative = one.quantity.is_relative || other.quantity.is_relative;
        // An article has more counts of people and things than amounts.
        let counts = one.unit.is_none() && [one, other].iter().all(|scaled| scaled.quantity.place == Place::Body);
        let titled = [one, other].iter().any(|scaled| scaled.quantity.place == Place::Title);
        let same = titled || shared(&one.quantity.things, &other.quantity.things) > 0;
        let least = if long { 1 } else { 3 - usize::from(same) } + usize::from(counts);
        let enough = likeness >= least && (long || !relative && factor == Decimal::ONE_THOUSAND);
        let enough = enough && are_printed_alike(subject, one.quantity, other.quantity);
        (enough && !is_settled(subject, group, one, other)).then_some((likeness, one, other, factor))
    });
    let (_, one, other, factor) = told.max_by_key(|(likeness, one, other, _)| {
        (*likeness, std::cmp::Reverse(one.quantity.span.min(other.quantity.span)))
    })?;
    let values = (one.quantity.value, other.quantity.value);
    let (low, high) = (values.0.min(values.1), values.0.max(values.1));
    let message = format!("{} is exactly {factor} times {}", shown(high), shown(low));
    let evidence = [one, other].map(|scaled| subject.figure(scaled.quantity.span));
    Some(subject.finding(CHECK.name, WARNING, message, evidence.into()))
}

/// How many times one is the other, if that is a slip of magnitude.
fn factor(one: Decimal, other: Decimal) -> Option<Decimal> {
    let factor = one.max(other).checked_div(one.min(other))?.normalize();
    [3, 6, 9].iter().any(|power| factor == Decimal::from(10i64.pow(*power))).then_some(factor)
}

/// Whether the two are printed with the same digits, as a slip leaves them: "£5m" and "£5bn", but not "£5m" and
/// "£5,000".
fn are_printed_alike(subject: &Prepared, one: &Quantity, other: &Quantity) -> bool {
    let digits = |quantity: &Quantity| {
        let text = subject.document.text(quantity.span);
        text.bytes().filter(|byte| byte.is_ascii_digit() || *byte == b'.').collect::<Vec<u8>>()
    };
    digits(one) == digits(other)
}

/// The number of words that the sentences of two amounts share; those for what is counted weigh double.
fn likeness(subject: &Prepared, one: &Quantity, other: &Quantity) -> usize {
    if one.sentence == other.sentence || !one.may_be_slip_of(other) {
        return 0;
    }
    let context = |quantity: &Quantity| {
        let tokens = &subject.document.sentences[quantity.sentence as usize].tokens;
        content(subject.document, tokens.start as usize..tokens.end as usize)
    };
    shared(&context(one), &context(other)) + shared(&one.things, &other.things)
}

/// Whether both values are repeated, or the headline's value is also in the text.
fn is_settled(subject: &Prepared, group: &[Scaled], one: &Scaled, other: &Scaled) -> bool {
    let again =
        |of: &Scaled| group.iter().any(|same| same.index != of.index && same.quantity.value == of.quantity.value);
    let in_body = |of: &Scaled| {
        let same = |fact: &Fact<Figure>| [fact.detail.value, fact.detail.low].contains(&Some(of.quantity.value));
        of.quantity.place == Place::Title
            && subject.facts.figures.iter().any(|fact| fact.span != of.quantity.span && same(fact))
    };
    again(one) && again(other) || in_body(one) || in_body(other)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn a_factor_of_a_thousand_is_a_slip() {
        findings(
            CHECK.name,
            "The new bridge in Bramfield cost £5.4 million. Critics called the £5.4 billion bridge in Bramfield too dear.",
            r#"
conflicts warning "£5.4 million" "£5.4 billion": 5,400,000,000 is exactly 1000 times 5,400,000
"#,
        );
        findings(
            CHECK.name,
            "# Bridge Needs $23bn\n\nThe bridge at Bramfield will take $23 million to mend.",
            r#"
conflicts warning "$23bn" "$23 million": 23,000,000,000 is exactly 1000 times 23,000,000
"#,
        );
    }

    #[test]
    fn other_amounts_are_silent() {
        findings(CHECK.name, "The new bridge in Bramfield cost £5.4 million. The council owes £5.4 billion.", "");
        findings(
            CHECK.name,
            "The ferry of Bramfield took £40 million in tolls. The ferry of Bramfield paid £40,000 in tolls to the wardens.",
            "",
        );
        findings(
            CHECK.name,
            "The Bramfield lock fund runs to £3 billion. A house by the Bramfield lock sold for £3 million.",
            "",
        );
        findings(
            CHECK.name,
            "The bridge cost £5 million a year in 2012. The bridge cost £5 billion to build in 2010.",
            "",
        );
        findings(
            CHECK.name,
            "# Swimmer Owes $55K\n\nThe swimmer owes $55,000. A fortune of $55 million will help.",
            "",
        );
    }
}
