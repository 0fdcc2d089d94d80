//! Two statements of one amount that differ by a factor of exactly a thousand, a million or a billion: "£121m" and
//! "£121bn".
//!
//! Severity: warning.
//! Example: "the £5.4 million bridge" and "the bridge, at £5.4 billion".
//! Traps: totals of different years, an amount for one and for all, two amounts with the same round digit: the fewer
//! digits they have, the more words their sentences must share; other digits in print ("£5m", "£5,000").

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::Within;
use crate::{
    check::{
        Prepared, WARNING,
        quantity::{Place, Quantity},
        shown::shown,
        stems::{content, shared},
    },
    types::{Fact, Figure, Finding, Span},
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
    scaled.sort_by_key(|scaled| (scaled.unit, scaled.digits, scaled.quantity.value, scaled.index));
    let mut stated = None;
    for group in scaled.chunk_by(|one, other| (one.unit, one.digits) == (other.unit, other.digits)) {
        let pairs = far_apart(group);
        if !pairs.is_empty() {
            findings.extend(slip(subject, &pairs, stated.get_or_insert_with(|| Values::new(subject))));
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

/// The values of a group that are a slip apart, with the factor. Values that are both repeated are meant, so that the
/// amounts to compare are few however often one is given.
fn far_apart<'g, 'a>(group: &'g [Scaled<'a>]) -> Vec<(&'g [Scaled<'a>], &'g [Scaled<'a>], Decimal)> {
    let values: Vec<&[Scaled]> = group.chunk_by(|one, other| one.quantity.value == other.quantity.value).collect();
    let mut pairs = Vec::new();
    for (at, low) in values.iter().enumerate() {
        for high in values[at + 1..].iter().filter(|high| low.len() == 1 || high.len() == 1) {
            let factor = factor(low[0].quantity.value, high[0].quantity.value);
            pairs.extend(factor.map(|factor| (*low, *high, factor)));
        }
    }
    pairs
}

/// The two most alike of a group that are a slip apart.
fn slip(subject: &Prepared, pairs: &[(&[Scaled], &[Scaled], Decimal)], stated: &Values) -> Option<Finding> {
    let pairs = pairs.iter().flat_map(|&(low, high, factor)| {
        low.iter().flat_map(move |one| high.iter().map(move |other| (one, other, factor)))
    });
    let told = pairs.filter_map(|(one, other, factor)| {
        let settled = [one, other].into_iter().any(|scaled| stated.repeat(scaled.quantity));
        let likeness = if settled { None } else { enough(subject, one, other, factor) };
        Some((likeness?, one, other, factor))
    });
    let (_, one, other, factor) = told.max_by_key(|(likeness, one, other, _)| {
        let (one, other) = (one.quantity.span, other.quantity.span);
        (*likeness, std::cmp::Reverse(one.min(other)), one.max(other))
    })?;
    let values = (one.quantity.value, other.quantity.value);
    let (low, high) = (values.0.min(values.1), values.0.max(values.1));
    let message = format!("{} is exactly {factor} times {}", shown(high), shown(low));
    let evidence = [one, other].map(|scaled| subject.figure(scaled.quantity.span));
    Some(subject.finding(CHECK.name, WARNING, message, evidence.into()))
}

/// How alike two amounts a slip apart are, if that is enough.
fn enough(subject: &Prepared, one: &Scaled, other: &Scaled, factor: Decimal) -> Option<usize> {
    // Two amounts may share one round digit by chance, but hardly two digits.
    let long = one.digits >= Decimal::TEN;
    let relative = one.quantity.is_relative || other.quantity.is_relative;
    let likely = long || !relative && factor == Decimal::ONE_THOUSAND;
    if !likely || !are_printed_alike(subject, one.quantity, other.quantity) {
        return None;
    }
    // An article has more counts of people and things than amounts.
    let counts = one.unit.is_none() && [one, other].iter().all(|scaled| scaled.quantity.place == Place::Body);
    let titled = [one, other].iter().any(|scaled| scaled.quantity.place == Place::Title);
    let same = titled || shared(&one.quantity.things, &other.quantity.things) > 0;
    let least = if long { 1 } else { 3 - usize::from(same) } + usize::from(counts);
    Some(likeness(subject, one.quantity, other.quantity)).filter(|likeness| *likeness >= least)
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

/// The values that an article states, each with the first figure that does, and whether others do too.
struct Values(FxHashMap<Decimal, (Span, bool)>);

impl Values {
    fn new(subject: &Prepared) -> Self {
        let mut values: FxHashMap<Decimal, (Span, bool)> = FxHashMap::default();
        for Fact { detail: Figure { value, low, .. }, span, .. } in &subject.facts.figures {
            let low = low.filter(|low| Some(*low) != *value);
            for value in value.iter().copied().chain(low) {
                values.entry(value).and_modify(|(_, again)| *again = true).or_insert((*span, false));
            }
        }
        Self(values)
    }

    /// Whether a quantity is of the headline and its value also in the text, which settles that it is meant.
    fn repeat(&self, quantity: &Quantity) -> bool {
        let stated = self.0.get(&quantity.value);
        let again = stated.is_some_and(|(first, again)| *again || *first != quantity.span);
        quantity.place == Place::Title && again
    }
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
    fn a_slip_is_found_among_many_amounts() {
        let text = "The weir at Ostwick cost £6.2 million to mend. ".repeat(3);
        let slip = "Tax took £6.2 billion for the Ostwick weir.";
        findings(
            CHECK.name,
            &format!("{text}{slip}"),
            r#"
conflicts warning "£6.2 million" "£6.2 billion": 6,200,000,000 is exactly 1000 times 6,200,000
"#,
        );
        findings(CHECK.name, &format!("{text}{slip} {slip}"), "");
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
