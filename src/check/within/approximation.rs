//! An approximate figure and an exact one for the same quantity: "more than 500 claims" and "557 assault claims".
//!
//! Severity: warning where the exact figure is outside what the words allow; info where it is within.
//! Example: "more than 600 claims" does not hold for 557; "nearly 600" does.
//! Traps: "up to 50" does not say that 50 is reached; two groups with the same noun, such as the dead and the hurt.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        AGREES, Outcome, Prepared, WARNING,
        apart::met_other_fates,
        headline::{clause, is_rival},
        quantity::{Place, Quantity, Relation},
        rivals::is_unexplained,
        shown::shown,
        stems::shared,
    },
    types::{Bound, Finding},
};

/// The largest ratio of the exact figure to a bound ("at least").
const CLOSE: Decimal = Decimal::from_parts(13, 0, 0, false, 1);
/// The same for "about" and "nearly".
const ABOUT: Decimal = Decimal::from_parts(112, 0, 0, false, 2);
/// Smaller numbers appear in every text for one group or another.
const LARGE: Decimal = Decimal::ONE_HUNDRED;

/// Compares approximations with exact figures.
pub const CHECK: Within = Within { name: "within.approximation", source: include_str!("approximation.rs"), check };

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    for rival in &subject.rivals {
        let (one, other) = (&subject.quantities[rival.one], &subject.quantities[rival.other]);
        if one.is_exact() == other.is_exact() {
            continue;
        }
        let (approximate, exact) = if one.is_exact() { (other, one) } else { (one, other) };
        let outcome = match rival.relation {
            Relation::Approximated
                if is_told_here(one, other)
                    && holds(approximate, exact)
                    && !is_beyond(subject, approximate, exact)
                    && is_of_the_same(subject, one, other) =>
            {
                AGREES
            }
            Relation::Overstepped if is_false(approximate, exact) && is_unexplained(subject, rival) => WARNING,
            _ => continue,
        };
        if approximate.bound != Bound::AtMost {
            findings.push(told(subject, outcome, approximate, exact));
        }
    }
    against_headline(subject, findings);
}

/// Adds findings for approximations in the lead that contradict the headline, where a later figure of the text agrees
/// with the headline and none with the approximation: "Fair draws 453" above "more than 800 came", and further down 453
/// came.
fn against_headline(subject: &Prepared, findings: &mut Vec<Finding>) {
    let lead = placed(subject, Place::Body).next().map_or(0, |first| first.sentence + 1);
    let opening = placed(subject, Place::Body).take_while(|other| other.sentence <= lead);
    for approximate in opening.filter(|other| !other.is_exact()) {
        let exact = placed(subject, Place::Title).find_map(|figure| confirmed(subject, figure, approximate, lead));
        if let Some(exact) = exact {
            findings.push(told(subject, WARNING, approximate, exact));
        }
    }
}

/// Whether both are in the text: `within.headline_figure` reports those of the headline.
fn is_told_here(one: &Quantity, other: &Quantity) -> bool {
    one.place != Place::Title && other.place != Place::Title
}

/// The figures of the headline, or of the text.
fn placed<'a>(subject: &'a Prepared, place: Place) -> impl Iterator<Item = &'a Quantity> {
    subject.quantities.iter().filter(move |quantity| quantity.place == place)
}

/// The exact figure of the text that confirms one of the headline, so that an approximation is false.
fn confirmed<'a>(subject: &'a Prepared, figure: &Quantity, approximate: &Quantity, lead: u32) -> Option<&'a Quantity> {
    let oversteps = figure.relation(approximate) == Relation::Overstepped && is_false(approximate, figure);
    if !oversteps || !is_rival(subject.document, figure, approximate, lead) {
        return None;
    }
    let other = |other: &&Quantity| other.span != approximate.span && other.has_unit_of(figure);
    let others = || placed(subject, Place::Body).filter(other);
    let agrees =
        |one: &Quantity, other: &Quantity| matches!(one.relation(other), Relation::Approximated | Relation::Same);
    let confirms = |other: &&Quantity| {
        other.is_exact() && other.value >= LARGE && agrees(figure, other) && may_bound(figure, other)
    };
    let exact = others().find(confirms).filter(|exact| exact.sentence > approximate.sentence)?;
    (!others().any(|other| agrees(approximate, other))).then_some(exact)
}

fn told(subject: &Prepared, outcome: Outcome, approximate: &Quantity, exact: &Quantity) -> Finding {
    let words = subject.document.text(approximate.span);
    let begins = |word: &&str| words.get(..word.len()).is_some_and(|first| first.eq_ignore_ascii_case(word));
    let says = match outcome {
        // Six million is not "nearly six million".
        AGREES if approximate.value == exact.value && ["nearly", "almost"].iter().any(begins) => "is said of",
        AGREES => "holds for",
        _ => "does not hold for",
    };
    let message = format!("“{words}” {says} {}", shown(exact.value));
    let evidence = [approximate, exact].map(|quantity| subject.figure(quantity.span));
    subject.finding(CHECK.name, outcome, message, evidence.into())
}

/// Whether the values are near enough for one to bound the other: nobody says "at least 12" of 900, or "about 80" of
/// 100.
fn may_bound(approximate: &Quantity, exact: &Quantity) -> bool {
    let (low, high) = (approximate.value.min(exact.value), approximate.value.max(exact.value));
    let about = matches!(approximate.bound, Bound::Approx | Bound::LessThan);
    low.checked_mul(if about { ABOUT } else { CLOSE }).is_some_and(|most| high <= most)
}

/// Whether nothing shows that the two are of different things: the dead and the hurt, two amounts in other words.
fn is_of_the_same(subject: &Prepared, one: &Quantity, other: &Quantity) -> bool {
    let words = |quantity: &Quantity| clause(subject.document, quantity);
    let amounts = one.unit.is_some() && one.value != other.value;
    // "At least seven died" says nothing about eight who were hurt or whose fate is not stated.
    let people = one.fate != other.fate && one.value != other.value;
    !met_other_fates(one, other) && !people && (!amounts || shared(&words(one), &words(other)) > 0)
}

/// "Nearly 500" for 520: the words say that it was not reached.
fn is_beyond(subject: &Prepared, approximate: &Quantity, exact: &Quantity) -> bool {
    let document = subject.document;
    let nearly = |at: usize| document.is(at, "nearly") || document.is(at, "almost");
    exact.value > approximate.value && document.tokens_in(approximate.span).any(nearly)
}

/// Whether the exact figure is close and on the right side of the bound: "more than 500" does not hold for 480, and for
/// 500 only through rounding.
fn holds(approximate: &Quantity, exact: &Quantity) -> bool {
    let strict = matches!(approximate.bound, Bound::MoreThan | Bound::LessThan);
    let at_bound = strict && exact.value == approximate.value;
    !at_bound && may_bound(approximate, exact) && (approximate.bound == Bound::Approx || !is_false(approximate, exact))
}

/// Whether the exact figure is on the wrong side of the bound; always so for "about", where it is already known to be
/// too far.
fn is_false(approximate: &Quantity, exact: &Quantity) -> bool {
    match approximate.bound {
        Bound::MoreThan | Bound::AtLeast => exact.value < approximate.value,
        Bound::LessThan => exact.value > approximate.value,
        Bound::Approx => true,
        Bound::AtMost | Bound::Exact => false,
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn the_bound_itself_is_not_more_than_it() {
        findings(
            CHECK.name,
            "Farmers lost more than 500 sheep in the flood. In all 500 sheep drowned in the flood, farmers said.",
            "",
        );
    }

    #[test]
    fn nearly_is_said_of_the_number_itself() {
        findings(
            CHECK.name,
            "Farmers lost nearly 500 sheep in the flood. In all 500 sheep drowned in the flood, farmers said.",
            r#"
agrees info "nearly 500" "500": “nearly 500” is said of 500
"#,
        );
    }

    #[test]
    fn an_approximation_is_held_against_the_exact_figure() {
        findings(
            CHECK.name,
            "Farmers lost more than 500 sheep in the flood. In all 557 sheep drowned in the flood, farmers said.",
            r#"
agrees info "more than 500" "557": “more than 500” holds for 557
"#,
        );
        findings(
            CHECK.name,
            "Farmers lost more than 900 sheep in the flood. In all 557 sheep drowned in the flood, farmers said.",
            r#"
conflicts warning "more than 900" "557": “more than 900” does not hold for 557
"#,
        );
    }

    #[test]
    fn an_approximation_is_held_against_a_headline_that_the_text_confirms() {
        let title = "# Goose Fair Draws 453 Visitors";
        let lead = "More than 800 visitors came to the goose fair at Ostwick.";
        let confirmed = "Wardens at the gate counted 453 visitors by nightfall.";
        findings(
            CHECK.name,
            &format!("{title}\n\n{lead} It was a mild day. {confirmed}"),
            r#"
conflicts warning "More than 800" "453": “More than 800” does not hold for 453
"#,
        );
        let both =
            format!("{title}\n\n{lead} It was a mild day. {confirmed} Of the 812 visitors in all, some came by barge.");
        findings(
            CHECK.name,
            &both,
            r#"
agrees info "More than 800" "812": “More than 800” holds for 812
"#,
        );
    }

    #[test]
    fn other_fates_other_places_and_far_values_are_silent() {
        for text in [
            "The loft fell at Ostwick and killed at least 14 weavers. In all 16 weavers were hurt as the loft fell at Ostwick.",
            "Ringers from Ostwick counted more than 70 grey herons by the mill. They walked to the quarry of Ostwick, where they counted 50 grey herons.",
            "Ostwick sheared at least 300 goats by noon. Ostwick wardens sheared 420 goats.",
        ] {
            findings(CHECK.name, text, "");
        }
    }

    #[test]
    fn other_things_and_upper_limits_are_silent() {
        findings(
            CHECK.name,
            "Farmers lost more than 900 sheep in the flood. The flood hit 557 farms, farmers said.",
            "",
        );
        findings(
            CHECK.name,
            "Farmers lost up to 900 or at least 12 sheep in the flood. In all 557 sheep drowned, farmers said.",
            "",
        );
        findings(CHECK.name, "Farmers may lose up to 500 sheep in the flood. Farmers lost 557 sheep in the flood.", "");
    }

    #[test]
    fn what_lies_on_the_wrong_side_does_not_agree() {
        let told = "The storm cut more than 500 homes off on Monday. The 480 homes that the storm cut off are in Tarn.";
        findings(CHECK.name, told, "");
    }
}
