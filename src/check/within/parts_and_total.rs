//! Parts compared with their total: "170 allegations in total … 30 of dishonesty … 14 of assault".
//!
//! Severity: info where the parts stay within the total; warning where parts listed in one sentence with "in total"
//! exceed it.
//! Example: 30 + 14 + 40 + 22 = 106 ≤ 170 agrees.
//! Traps: overlapping parts ("including"), one person in two groups, incomplete lists.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        AGREES, Prepared, WARNING,
        quantity::{Place, Quantity},
        shown::shown,
        stems::{shared, stem, word},
    },
    types::{Finding, Tags},
};

/// Compares parts with totals.
pub const CHECK: Within = Within { name: "within.parts_and_total", source: include_str!("parts_and_total.rs"), check };

/// The fewest parts that make a list, if they do not reach the total.
const LIST: usize = 3;

/// Nouns for one event of a series, which are interchangeable in parts of a total.
const INSTANCES: [&str; 5] = ["allegation", "case", "complaint", "incident", "occasion"];

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let totals = subject.quantities.iter().enumerate().filter(|(_, quantity)| is_total(subject, quantity));
    let Some((index, total)) = totals.max_by_key(|(_, quantity)| quantity.value) else { return };
    let parts: Vec<&Quantity> = subject.quantities[index + 1..].iter().filter(|part| is_part(total, part)).collect();
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value)).unwrap_or_default();
    // Parts of one list have the same next word: "30 in Tarn and 14 in Dale", not "24 of them women, 30 under 18".
    let word = |part: &Quantity| subject.document.word(part.behind).to_lowercase();
    let alike = |part: &&Quantity| word(part) == word(parts[0]);
    let both = |at: usize| subject.document.is(at, "both");
    let listed = parts.iter().all(|part| part.sentence == total.sentence && alike(part))
        && !subject.document.sentence_tokens(total.first).any(both);
    let outcome = if sum <= total.value { AGREES } else { WARNING };
    // Two numbers that add up to less than the total prove nothing.
    let few = outcome == AGREES && sum < total.value && parts.len() < LIST;
    if parts.len() < 2 || few || (outcome == WARNING && !listed) {
        return;
    }
    let terms: Vec<String> = parts.iter().map(|part| shown(part.value)).collect();
    let sign = if outcome == AGREES { "≤" } else { ">" };
    let message = format!("{} = {} {sign} {}", terms.join(" + "), shown(sum), shown(total.value));
    let evidence = std::iter::once(&total).chain(&parts).map(|quantity| subject.figure(quantity.span)).collect();
    findings.push(subject.finding(CHECK.name, outcome, message, evidence));
}

/// Whether the words next to a figure call it a total: "a total of 170", "170 cases in all", "in all, 170".
fn is_total(subject: &Prepared, quantity: &Quantity) -> bool {
    if !quantity.is_exact() || quantity.unit.is_some() || quantity.place != Place::Body {
        return false;
    }
    let first = quantity.first;
    let before = |back: usize, text: &str| first >= back && subject.document.is(first - back, text);
    let behind = quantity.behind;
    let summed = |at: usize, noun: &str| subject.document.is(at, "in") && subject.document.is(at + 1, noun);
    let closes =
        |at: usize| summed(at, "total") || summed(at, "all") && !subject.document.tags(at + 2).any(Tags::DETERMINER);
    let opens = ["all", "total"].iter().any(|noun| (1..3).any(|back| before(back, noun) && before(back + 1, "in")));
    before(1, "of") && before(2, "total") || opens || (behind..behind + 3).any(closes)
}

/// Whether a figure counts some of what the total counts.
fn is_part(total: &Quantity, part: &Quantity) -> bool {
    let same_noun = shared(&total.things, &part.things) > 0 || is_instance(total) && is_instance(part);
    part.is_exact()
        && part.has_unit_of(total)
        && same_noun
        && part.value < total.value
        && !part.scope.contains(&word("including"))
}

fn is_instance(quantity: &Quantity) -> bool {
    quantity.things.iter().any(|thing| INSTANCES.iter().any(|noun| stem(noun) == *thing))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn parts_are_added_up() {
        findings(
            CHECK.name,
            "Wardens saw a total of 170 cases of neglect. There were 30 cases in Bramfield. In Dale there were 14 occasions, and 40 incidents in Tarn.",
            r#"
agrees info "170" "30" "14" "40": 30 + 14 + 40 = 84 ≤ 170
"#,
        );
        findings(
            CHECK.name,
            "Wardens saw a total of 40 cases of neglect: 30 cases in Bramfield and 14 cases in Dale.",
            r#"
conflicts warning "40" "30" "14": 30 + 14 = 44 > 40
"#,
        );
        findings(
            CHECK.name,
            "In all, 40 cases of neglect were seen: 30 cases in Bramfield and 14 cases in Dale.",
            r#"
conflicts warning "40" "30" "14": 30 + 14 = 44 > 40
"#,
        );
    }

    #[test]
    fn parts_of_several_kinds_may_overlap() {
        for text in [
            "A total of 60 pupils came: 40 pupils in the race and 35 pupils in the swim, some in both.",
            "In total 40 rowers drowned, 24 of the rowers women, 30 rowers under the age of 18.",
        ] {
            findings(CHECK.name, text, "");
        }
    }

    #[test]
    fn figures_without_a_total_are_silent() {
        findings(CHECK.name, "There were 30 cases in Bramfield. In Dale there were 14 cases, wardens said.", "");
        let two = "Wardens saw a total of 170 cases of neglect. There were 30 cases in Bramfield. In Dale there were 14 cases.";
        findings(CHECK.name, two, "");
    }
}
