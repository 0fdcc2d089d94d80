//! A range whose lower end lies above its upper end: "between 30 and 20", "between 2015, and 2013", "saw 20 to 15 men".
//!
//! Severity: error.
//! Example: "between £40 and £15" is an error.
//! Traps: a fall from one value to another ("from 30 to 20", "cut the fee 30 to 20 pence"), scores and votes ("won 20
//! to 15"), goods and recipients ("sold 40 to two millers"), odds, times of day ("between 10 and 2"), years counted
//! back ("between 30 and 20 years ago").

use super::Within;
use crate::{
    check::{ERROR, Prepared, shown::shown},
    types::{Document, Fact, Figure, FigureKind, Finding, Tags, WordList},
};

/// Compares the ends of ranges.
pub const CHECK: Within = Within { name: "within.range_order", source: include_str!("range_order.rs"), check };

/// Words for scores, votes and odds.
const RIVALS: WordList<39> = WordList::of([
    "ahead",
    "beat",
    "beaten",
    "beating",
    "beats",
    "defeat",
    "defeated",
    "defeats",
    "favor",
    "favored",
    "favour",
    "favoured",
    "lead",
    "leads",
    "led",
    "lose",
    "loses",
    "losing",
    "lost",
    "majority",
    "margin",
    "odds",
    "outnumber",
    "outnumbered",
    "outscored",
    "passed",
    "ratio",
    "score",
    "trail",
    "trailed",
    "trailing",
    "victory",
    "vote",
    "voted",
    "votes",
    "win",
    "winning",
    "wins",
    "won",
]);

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let figures = &subject.facts.figures;
    for pair in figures.windows(2).filter(|pair| is_range(subject.document, &pair[0], &pair[1])) {
        if let Some((low, high)) = turned_pair(&pair[0].detail, &pair[1].detail) {
            let message = format!("the range runs from {low} down to {high}");
            let evidence = pair.iter().map(|fact| subject.figure(fact.span)).collect();
            findings.push(subject.finding(CHECK.name, ERROR, message, evidence));
        }
    }
    for fact in figures {
        if !is_opened_by_between(subject.document, fact) || counts_back(subject.document, fact) {
            continue;
        }
        if let Some((low, high)) = reversed(&fact.detail) {
            let message = format!("the range runs from {low} down to {high}");
            findings.push(subject.finding(CHECK.name, ERROR, message, vec![subject.figure(fact.span)]));
        }
    }
}

/// The ends of a range of numbers or of whole years whose first end is the greater.
fn reversed(figure: &Figure) -> Option<(String, String)> {
    if let (None, Some(low), Some(high)) = (figure.value, figure.low, figure.high) {
        return (low > high).then(|| (shown(low), shown(high)));
    }
    let (first, last) = figure.resolved.as_deref()?.split_once('/')?;
    let year = |end: &str| end.get(..4)?.parse::<i16>().ok();
    (year(first)? > year(last)?).then(|| (first.to_owned(), last.to_owned()))
}

/// Whether `between` opens one, and only `and`, perhaps after a comma, comes before the other.
fn is_pair(document: &Document, one: &Fact<Figure>, other: &Fact<Figure>) -> bool {
    if one.sentence != other.sentence || other.span.start - one.span.end > ", and ".len() as u32 {
        return false;
    }
    let comma = document.token_at(one.span.end);
    let and = comma + usize::from(document.is(comma, ","));
    let first = document.token_at(one.span.start);
    let opened = first > 0 && document.is(first - 1, "between");
    opened && document.is(and, "and") && document.token_at(other.span.start) == and + 1 && !counts_back(document, other)
}

/// Whether two figures are the ends of one range.
fn is_range(document: &Document, one: &Fact<Figure>, other: &Fact<Figure>) -> bool {
    is_pair(document, one, other) || is_bare_pair(document, one, other)
}

/// Whether `to` joins two numbers, and the unit or the noun follows the second: "20 to 15 men", "£30 to £20". No change
/// may come before them, and no score or vote may be in the sentence.
fn is_bare_pair(document: &Document, one: &Fact<Figure>, other: &Fact<Figure>) -> bool {
    let to = document.token_at(one.span.end);
    let joined = document.is(to, "to") && document.token_at(other.span.start) == to + 1;
    let measured = |fact: &Fact<Figure>| {
        use FigureKind::{Count, Duration, Measure, Money, Percent};
        // Two sides have 52% to 48%.
        let share = fact.detail.kind == Percent && document.is(document.token_at(other.span.end), "of");
        share || matches!(fact.detail.kind, Count | Duration | Measure | Money)
    };
    if !joined || !measured(one) || !measured(other) || counts_back(document, other) {
        return false;
    }
    // A unit or noun after the second applies to both.
    let shares = is_bare(&one.detail) && (other.detail.unit.is_some() || other.detail.counted.is_some());
    let whole = matches!(one.detail.kind, FigureKind::Money | FigureKind::Percent);
    let sentence = document.sentence_tokens(to);
    // "Sold 40 to two millers": the second counts recipients.
    const MOVES: WordList<15> = WordList::of([
        "down", "from", "gave", "give", "given", "gives", "giving", "lent", "paid", "sell", "selling", "send",
        "sending", "sent", "sold",
    ]);
    let moves = |at: usize| document.tags(at).any(Tags::CHANGE) || document.is_one_of(at, &MOVES);
    let tells = other.detail.value.is_some_and(|value| value > rust_decimal::Decimal::ONE);
    let silent = (sentence.start..to).any(moves) || sentence.clone().any(|at| document.is_one_of(at, &RIVALS));
    (shares || whole) && tells && !silent
}

/// Whether a count has neither unit nor noun.
fn is_bare(figure: &Figure) -> bool {
    figure.kind == FigureKind::Count && figure.unit.is_none() && figure.counted.is_none()
}

/// Two amounts of one kind, or two years, of which the first is the greater; the first may lack the unit that follows
/// the second.
fn turned_pair(one: &Figure, other: &Figure) -> Option<(String, String)> {
    let bare = is_bare(one);
    if one.kind != other.kind && !bare {
        return None;
    }
    if let (Some(low), Some(high)) = (one.value, other.value) {
        let comparable = (one.unit == other.unit || bare) && low > high;
        return comparable.then(|| (shown(low), shown(high)));
    }
    let year = |figure: &Figure| figure.resolved.as_deref().filter(|resolved| resolved.len() == 4)?.parse::<i16>().ok();
    let (first, last) = (year(one)?, year(other)?);
    (first > last).then(|| (first.to_string(), last.to_string()))
}

fn is_opened_by_between(document: &Document, fact: &Fact<Figure>) -> bool {
    let first = document.token_at(fact.span.start);
    document.is(first, "between") || (first > 0 && document.is(first - 1, "between"))
}

/// Whether the last word of the range or those after it count time back, or make it a time of day.
fn counts_back(document: &Document, fact: &Fact<Figure>) -> bool {
    const BACK: WordList<10> =
        WordList::of(["ago", "am", "before", "BC", "BCE", "o'clock", "o’clock", "pm", "a.m.", "p.m."]);
    let behind = document.token_at(fact.span.end);
    (behind.saturating_sub(1)..behind + 3).any(|at| document.is_one_of(at, &BACK))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn the_lower_end_stands_first() {
        findings(
            CHECK.name,
            "Between 30 and 20 sheep were lost, each worth between £90 and £70.",
            r#"
conflicts error "Between 30 and 20": the range runs from 30 down to 20
conflicts error "between £90 and £70": the range runs from 90 down to 70
"#,
        );
        findings(
            CHECK.name,
            "Between 2015, and 2013 he kept 20 sheep.",
            r#"
conflicts error "2015" "2013": the range runs from 2015 down to 2013
"#,
        );
    }

    #[test]
    fn numbers_joined_by_to_run_upwards() {
        findings(
            CHECK.name,
            "Wardens saw 20 to 15 men come from the mill. The sheep lay seven to two miles away. Repairs need £30,000 to £20,000 more. Some 40% to 30% of sheep are lame.",
            r#"
conflicts error "20" "15": the range runs from 20 down to 15
conflicts error "seven" "two miles": the range runs from 7 down to 2
conflicts error "£30,000" "£20,000": the range runs from 30,000 down to 20,000
conflicts error "Some 40%" "30%": the range runs from 40 down to 30
"#,
        );
        for silent in [
            "Wardens saw 15 to 20 men.",
            "Wardens cut the fee 30 to 20 pence.",
            "Wardens beat the millers 20 to 15 goals.",
            "Wardens sold 40 to two millers.",
            "It passed 30 to 20 votes.",
            "Tarn is for the dam, 60% to 40%.",
            "Sheep go from seven to two miles away.",
            "Wardens came 20 to 15 minutes before noon.",
        ] {
            findings(CHECK.name, silent, "");
        }
    }

    #[test]
    fn falls_times_and_years_back_are_silent() {
        findings(
            CHECK.name,
            "Takings went from 30 to 20. It opens between 10 and 2pm. It was built between 30 and 20 years ago, or between five and sixteen thousand years ago. Between 20 and 30 came.",
            "",
        );
    }
}
