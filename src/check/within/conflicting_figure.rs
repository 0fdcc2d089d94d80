//! One quantity with two values in an article: "557 assault claims were lodged" and "the 575 claims".
//!
//! Severity: warning.
//! Example: two sentences that share most of their words give 40 and 46 as the number of homes flooded.
//! Traps: two groups with the same noun, before and after, another period or place, parts and sums, two values that are
//! both repeated elsewhere. A pair of values is reported once, however often it occurs.

use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};

use super::Within;
use crate::{
    check::{
        Prepared, WARNING,
        quantity::{Quantity, Relation},
        reprint::reprint,
        rivals::{Rival, is_unexplained},
        shown::shown,
        with_others,
    },
    types::Finding,
};

/// Finds two values of one quantity.
pub const CHECK: Within =
    Within { name: "within.conflicting_figure", source: include_str!("conflicting_figure.rs"), check };

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    // Two bounds of one kind ("more than 5" and "more than 9", "up to 5" and "up to 9") are different values, too.
    let differ = |rival: &&Rival| {
        let (one, other) = (&subject.quantities[rival.one], &subject.quantities[rival.other]);
        let bounded = rival.relation == Relation::Overstepped && one.bound == other.bound;
        rival.relation == Relation::Different || bounded || one.is_other_limit(other)
    };
    let different = subject.rivals.iter().filter(differ);
    let mut told: FxHashSet<[Decimal; 2]> = FxHashSet::default();
    let mut by_value: Option<FxHashMap<Decimal, Vec<usize>>> = None;
    for rival in different.filter(|rival| is_unexplained(subject, rival)) {
        let pair = [&subject.quantities[rival.one], &subject.quantities[rival.other]];
        let mut values = pair.map(|quantity| quantity.value);
        values.sort_unstable();
        // `within.reprinted_number` reports sentences that are printed twice.
        if told.contains(&values) || reprint(subject.document, pair[0].span, pair[1].span).is_long() {
            continue;
        }
        told.insert(values);
        let message = format!("{} and {} for what seems one quantity", shown(pair[0].value), shown(pair[1].value));
        let again = |quantity: &&Quantity| pair.iter().any(|stated| quantity.states_again(stated));
        let by_value = by_value.get_or_insert_with(|| self::by_value(subject));
        let mut places: Vec<usize> = values.iter().flat_map(|value| by_value.get(value)).flatten().copied().collect();
        places.sort_unstable();
        let others = places.iter().map(|at| &subject.quantities[*at]).filter(again).map(|quantity| quantity.span);
        let stated = with_others(pair.map(|quantity| quantity.span), others);
        let evidence = stated.iter().map(|span| subject.figure(*span)).collect();
        findings.push(subject.finding(CHECK.name, WARNING, message, evidence));
    }
}

/// The most places of one value in which to look for repetitions.
const PLACES: usize = 64;

/// The quantities by value.
fn by_value(subject: &Prepared) -> FxHashMap<Decimal, Vec<usize>> {
    let mut by_value: FxHashMap<Decimal, Vec<usize>> = FxHashMap::default();
    for (at, quantity) in subject.quantities.iter().enumerate() {
        let places = by_value.entry(quantity.value).or_default();
        if places.len() < PLACES {
            places.push(at);
        }
    }
    by_value
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn more_decimals_of_one_value_are_no_other_value() {
        let told = |length: &str, expected: &str| {
            let text = format!(
                "The causeway at Ostwick is 6.3 miles long, surveyors of the port said on Friday. Gulls cried. The causeway at Ostwick is {length} miles long, surveyors of the port found on Friday."
            );
            findings(CHECK.name, &text, expected);
        };
        told("6.27", "");
        told("6.34", "");
        told("6.49", r#"conflicts warning "6.3 miles" "6.49 miles": 6.3 and 6.49 for what seems one quantity"#);
    }

    #[test]
    fn one_quantity_has_one_value() {
        findings(
            CHECK.name,
            "The flood damaged 143 homes in Bramfield. Wardens said the 146 damaged homes in Bramfield were dry.",
            r#"
conflicts warning "143" "146": 143 and 146 for what seems one quantity
"#,
        );
        findings(
            CHECK.name,
            "With more than 5 million pounds of thrust the new Bramfield rocket will lift supplies to the station. With more than 9 million pounds of thrust, the new Bramfield rocket will lift supplies to the station.",
            r#"
conflicts warning "more than 5 million pounds" "more than 9 million pounds": 5,000,000 and 9,000,000 for what seems one quantity
"#,
        );
        findings(
            CHECK.name,
            "A fire at the Bramfield mill sent 12 workers to hospital. All 21 workers hurt in the Bramfield mill fire are home.",
            r#"
conflicts warning "12" "21": 12 and 21 for what seems one quantity
"#,
        );
    }

    #[test]
    fn limits_swapped_digits_and_nearly_the_same_words_are_told() {
        for (text, expected) in [
            (
                "The Ostwick pound holds up to 130 goats, wardens said. In a wet year wardens drive up to 310 goats into the Ostwick pound.",
                r#"conflicts warning "up to 130" "up to 310": 130 and 310 for what seems one quantity"#,
            ),
            (
                "Ostwick millers own 27 carts between them. Most of the 72 carts of Ostwick are painted red.",
                r#"conflicts warning "27" "72": 27 and 72 for what seems one quantity"#,
            ),
            (
                "Millers hauled a 16-foot oak beam over the roof of Tarn mill with ropes. Rowers cheered as the 61-foot oak beam went over the roof of Tarn mill.",
                r#"conflicts warning "16-foot" "61-foot": 16 and 61 for what seems one quantity"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn last_year_is_no_other_scope_and_company_tells_which_are_meant() {
        findings(
            CHECK.name,
            "Ostwick hid the mill's £6 million dredging loss last year. The £8 million loss weighs on Ostwick.",
            r#"
conflicts warning "£6 million" "£8 million": 6,000,000 and 8,000,000 for what seems one quantity
"#,
        );
        findings(
            CHECK.name,
            "The town said 10 goats and two old rams were aboard the Tarn ferry. A Tarn ferry with 60 goats and two rams aboard sank.",
            r#"
conflicts warning "10" "60": 10 and 60 for what seems one quantity
"#,
        );
        let apart = "The town said 10 goats and two rams were aboard the Tarn ferry. A Tarn ferry with 60 goats and two cows aboard sank.";
        findings(CHECK.name, apart, "");
    }

    #[test]
    fn numbers_that_count_nothing_and_dozens_are_silent() {
        for text in [
            "The old red ferry of Bramfield was sold at 68 to pay for paint. Rowers saw the old red ferry of Bramfield go at 86 to a miller.",
            "The ferry to Ostwick has room for three dozen goats. Wardens put 33 goats on the ferry to Ostwick when it rains.",
        ] {
            findings(CHECK.name, text, "");
        }
    }

    #[test]
    fn each_place_of_either_value_is_shown() {
        findings(
            CHECK.name,
            "The flood damaged 143 homes in Bramfield. Wardens said the 146 damaged homes in Bramfield were dry. The mayor saw all 143 homes.",
            r#"
conflicts warning "143" "146" "143": 143 and 146 for what seems one quantity
"#,
        );
    }

    #[test]
    fn other_groups_scopes_and_sums_are_silent() {
        for text in [
            "The flood damaged 140 homes in Bramfield. Another 146 homes in Bramfield were damaged by the flood.",
            "The flood damaged 140 homes in Bramfield. It also damaged 46 barns in Bramfield.",
            "The flood damaged 140 homes in Bramfield. Of these 100 homes in Bramfield have damaged roofs and 40 damaged floors.",
            "The hikers of Bramfield took the 8-mile path on Monday. The hikers of Bramfield took the wet 12-mile path home.",
            "A fire at the Bramfield mill sent 12 workers to hospital. All 57 workers of the Bramfield mill saw the fire.",
            "The flood of 1947 damaged 140 homes in Bramfield. The flood of 2013 damaged 146 homes in Bramfield.",
        ] {
            findings(CHECK.name, text, "");
        }
    }
}
