//! A change given by its amount and its percentage, with the value reached: "rose 85 points, or 0.4%, to 23,085".
//!
//! Severity: error where no rounding of the printed digits explains it, in either direction; info where it holds.
//! Example: 50 more than 200 is a rise of 25%, so "rose 50 points, or 35%, to 250" is an error.
//! Traps: a last digit that was cut and not rounded, recipients ("cut 300 jobs, or 12%, to 25 firms"), bounds ("less
//! than 0.1%"), a second change between them, amounts in another unit than the value.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        AGREES, ERROR, Prepared,
        interval::{Interval, percentages, percentages_told},
        shown::{rounded, shown},
    },
    grammar::kinds,
    types::{Bound, Change, Document, Fact, Figure, FigureKind, Finding, Tags, WordList},
};

/// Compares changes with their amounts.
pub const CHECK: Within = Within { name: "within.change_amount", source: include_str!("change_amount.rs"), check };

/// The most tokens between the amount and the percentage, and from there to the value.
const APART: usize = 6;

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let figures = &subject.facts.figures;
    let percents = figures.iter().enumerate().filter(|(_, fact)| fact.detail.kind == FigureKind::Percent);
    findings.extend(percents.filter_map(|(at, _)| finding(subject, figures, at)));
}

fn finding(subject: &Prepared, figures: &[Fact<Figure>], at: usize) -> Option<Finding> {
    let document = subject.document;
    let percent = &figures[at];
    let amount = figures.get(at.checked_sub(1)?).filter(|amount| is_told_again(document, amount, percent))?;
    let mut later = figures[at + 1..].iter().take_while(|fact| fact.sentence == percent.sentence);
    let level = later.find(|fact| fact.detail.kind != FigureKind::Date)?;
    let changes = |fact: &Fact<Figure>| matches!(fact.detail.change, Some(Change::Up | Change::Down));
    let told = changes(percent) || changes(amount);
    if !told || !leads_to(document, percent, level) || !is_of(document, amount, level) {
        return None;
    }
    compare(subject, amount, percent, level)
}

fn compare(subject: &Prepared, amount: &Fact<Figure>, percent: &Fact<Figure>, level: &Fact<Figure>) -> Option<Finding> {
    let (size, of) = (printed(&amount.detail)?, printed(&level.detail)?);
    // Pence or cents of a value in pounds or dollars.
    let scale = if amount.detail.unit == level.detail.unit { Decimal::ONE } else { Decimal::ONE_HUNDRED };
    let scaled = |end: Option<Decimal>| end?.checked_mul(scale);
    let whole = Interval::new(scaled(of.low)?, scaled(of.high)?);
    let (least, value) = (amount.detail.value?, percent.detail.value?);
    let far = percent.detail.step.checked_mul(Decimal::TWO)?;
    let most = scaled(level.detail.value)?;
    let bounded = !matches!(percent.detail.bound, Bound::Exact | Bound::Approx);
    if bounded || least <= Decimal::ZERO || least >= most {
        return None;
    }
    let (low, high) = (whole.low?.checked_sub(size.high?)?, whole.high?.checked_sub(size.low?)?);
    let risen = percentages(size, Interval::new(low, high));
    let fallen =
        percentages(size, Interval::new(whole.low?.checked_add(size.low?)?, whole.high?.checked_add(size.high?)?));
    let stated = percentages_told(&percent.detail)?;
    let holds = |range: Option<Interval>| range.is_some_and(|range| stated.iter().any(|&told| range.meets(told)));
    // Both may be rounded from unpublished numbers, and one of them cut.
    let wide = Interval::new(value.checked_sub(far)?, value.checked_add(far)?);
    let near = [risen, fallen].into_iter().flatten().any(|range| range.meets(wide));
    if near && !holds(risen) && !holds(fallen) {
        return None;
    }
    let down = percent.detail.change == Some(Change::Down);
    // "Gave up" and "added back" may go either way.
    let down = if down { holds(fallen) || !holds(risen) } else { !holds(risen) && holds(fallen) };
    let earlier = if down { most.checked_add(least)? } else { most - least };
    let exact = shown(rounded(least.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(earlier)?, 2));
    let outcome = if holds(risen) || holds(fallen) { AGREES } else { ERROR };
    let message = format!("{} of {} is {exact}%, the text says {}%", shown(least), shown(earlier), shown(value));
    let evidence = [amount, percent, level].map(|fact| subject.figure(fact.span));
    Some(subject.finding(CHECK.name, outcome, message, evidence.into()))
}

/// The values that round to an exact number at its last digit.
fn printed(figure: &Figure) -> Option<Interval> {
    let value = figure.value.filter(|_| figure.bound == Bound::Exact)?;
    Interval::last_digit(value, figure.step)
}

/// Whether the second figure restates the first: "85 points, or 0.4%", "85 points (0.4%)".
fn is_told_again(document: &Document, one: &Fact<Figure>, two: &Fact<Figure>) -> bool {
    let between = document.token_at(one.span.end)..document.token_at(two.span.start);
    if one.sentence != two.sentence || between.is_empty() || between.len() > APART {
        return false;
    }
    let roughly = |&at: &usize| document.tags(at).any(Tags::ADVERB | Tags::BOUND) || document.is(at, "about");
    let Some(opening) = between.clone().rev().find(|at| !roughly(at)) else { return false };
    let or = document.is(opening, "or") && opening > between.start && document.is(opening - 1, ",");
    let apart = |at: usize| document.tags(at).any(Tags::CONJUNCTION.with(Tags::RELATIVE).with(Tags::PREPOSITION));
    (or || document.is(opening, "(")) && !(between.start..opening).any(apart)
}

/// Whether "to" leads to the value, with only words for time and closing between: "on Tuesday to close at 23,085".
fn leads_to(document: &Document, percent: &Fact<Figure>, level: &Fact<Figure>) -> bool {
    const ENDS: WordList<6> = WordList::of(["close", "end", "finish", "settle", "stand", "trade"]);
    let (behind, first) = (document.token_at(percent.span.end), document.token_at(level.span.start));
    let opens = behind + usize::from(document.is(behind, ")"));
    let opens = opens + usize::from(document.is(opens, ","));
    if first <= opens || first - opens > APART {
        return false;
    }
    let closed = document.is(first - 1, "at") && document.is_one_of(first - 2, &ENDS) && document.is(first - 3, "to");
    let to = if closed { first - 3 } else { first - 1 };
    let when = |at: usize| {
        let tags = Tags::DAY_WORD.with(Tags::WEEKDAY).with(Tags::POINTER).with(Tags::TIME_UNIT).with(Tags::PREPOSITION);
        document.tags(at).any(tags) || document.is(at, ",")
    };
    to >= opens && document.is(to, "to") && !document.is(to - 1, "from") && (opens..to).all(when)
}

/// Whether the amount is of the value's kind: the same unit, pence or cents of it, or points; and the value counts
/// nothing else.
fn is_of(document: &Document, amount: &Fact<Figure>, level: &Fact<Figure>) -> bool {
    use FigureKind::{Count, Measure, Money, Number};
    let kinds = |fact: &Fact<Figure>| matches!(fact.detail.kind, Count | Measure | Money | Number);
    let (one, other) = (&amount.detail, &level.detail);
    let parts = matches!(
        (one.unit, other.unit),
        (Some("cent"), Some("USD" | "EUR" | "AUD" | "CAD")) | (Some("penny"), Some("GBP"))
    );
    let head = |figure: &Figure| figure.head.and_then(|head| document.tokens_in(head).next_back());
    let counted = other.counted.is_some_and(|counted| counted.start >= level.span.end);
    let same = head(one).zip(head(other)).is_some_and(|(one, other)| document.same_word(one, other));
    let noun = kinds::is_possessive(document, document.token_at(level.span.end));
    kinds(amount) && kinds(level) && (one.unit == other.unit || parts) && (!counted || same) && !noun
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn an_amount_is_so_much_of_what_was_before() {
        for (text, expected) in [
            (
                "The Tarn index rose 85 points, or 0.4%, to 23,085 on Monday.",
                r#"agrees info "85" "0.4%" "23,085": 85 of 23,000 is 0.37%, the text says 0.4%"#,
            ),
            (
                "The Tarn index fell 251.5 points (2.90%) to 8,421 by noon.",
                r#"agrees info "251.5" "2.90%" "8,421": 251.5 of 8672.5 is 2.9%, the text says 2.9%"#,
            ),
            (
                "The Tarn index climbed 85 points, or 4%, to 23,085.",
                r#"conflicts error "85" "4%" "23,085": 85 of 23,000 is 0.37%, the text says 4%"#,
            ),
            (
                "Mill takings rose £3m, or 20%, to £28m.",
                r#"conflicts error "£3m" "20%" "£28m": 3,000,000 of 25,000,000 is 12%, the text says 20%"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn cents_are_of_dollars_and_a_day_may_stand_between() {
        for (text, expected) in [
            (
                "Barge shares rose 5 cents, or 2.1 percent, to $2.43 on Monday.",
                r#"agrees info "5 cents" "2.1 percent" "$2.43": 5 of 238 is 2.1%, the text says 2.1%"#,
            ),
            (
                "Barge shares dropped 12p, or 3 per cent, to close at 388p.",
                r#"agrees info "12p" "3 per cent" "388p": 12 of 400 is 3%, the text says 3%"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn other_numbers_are_silent() {
        for text in [
            "The guild gave 300 sacks, or 12 per cent, to 2,500 households.",
            "The mill cut 300 jobs, or 12 per cent, to 2,500 firms' delight.",
            "The index rose 2 points, or less than 0.1%, to 23,085.",
            "The index rose 85 points, or 4%, and the Ostwick went to 23,085.",
            "The index rose seven points, or 0.2%, to 5,407.",
            "The index rose 85 points and 4% of shares went to 23,085.",
            "Tolls rose £3m, or 20%, to 4,000 barges' cost.",
            "The index rose 85 points, or 4%, from Monday to Friday.",
        ] {
            findings(CHECK.name, text, "");
        }
    }
}
