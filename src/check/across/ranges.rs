//! Ranges in the form in which they are compared: by the upper end, with ranges that have the same lower end. "35 to 50
//! minutes" and "35 to 55 minutes" differ in one number; "35 to 50" and "40 to 55" are of two things, or have nothing
//! in common.

use rust_decimal::Decimal;

use super::counted::is_label;
use crate::{
    check::{
        interval::Interval,
        quantity::{Quantity, quantity},
        stems::word,
        times::times,
    },
    types::{ArticleFacts, Bound, Document, Fact, Figure, FigureKind, WordList},
};

/// A range of an article with both ends as numbers.
#[derive(Debug)]
pub struct Range {
    low: Decimal,
    /// Its upper end.
    high: Quantity,
}

/// A figure or a range that is compared with those of other articles.
#[derive(Debug, Clone, Copy)]
pub enum Measured<'a> {
    Quantity(&'a Quantity),
    Range(&'a Range),
}

/// The ranges of an article, sorted by span.
pub fn ranges(document: &Document, facts: &ArticleFacts) -> Vec<Range> {
    facts.figures.iter().filter_map(|fact| range(document, facts, fact)).collect()
}

fn range(document: &Document, facts: &ArticleFacts, fact: &Fact<Figure>) -> Option<Range> {
    use FigureKind::{Date, Ordinal, Proportion, Score};
    // "Hundreds" has two ends as well.
    const JOINS: WordList<6> = WordList::of(["-", "and", "or", "to", "–", "—"]);
    let figure = &fact.detail;
    let (low, high) = figure.low.zip(figure.high).filter(|(low, high)| low < high)?;
    let bounded = figure.value.is_some() || figure.bound != Bound::Exact;
    let joined = document.tokens_in(fact.span).find(|&at| document.is_one_of(at, &JOINS));
    // "27-24" is a score.
    let ranges = joined.is_some_and(|at| figure.unit.is_some() || !document.is(at, "-") && !document.is(at, "–"));
    if bounded || !ranges || matches!(figure.kind, Date | Ordinal | Proportion | Score) {
        return None;
    }
    let end = (high, Interval::new(high, high));
    let tokens = document.token_at(fact.span.start)..document.token_at(fact.span.end);
    Some(Range { low, high: quantity(document, fact, tokens, times(document, facts, fact.sentence), end) })
}

impl Measured<'_> {
    /// The figure itself; for a range, its upper end.
    pub fn quantity(&self) -> &Quantity {
        match self {
            Self::Quantity(quantity) => quantity,
            Self::Range(range) => &range.high,
        }
    }

    /// Hash of the unit, or zero; for a range, of the unit with the lower end.
    pub fn unit(&self) -> u32 {
        let unit = self.quantity().unit.map_or(0, word);
        match self {
            Self::Quantity(_) => unit,
            Self::Range(range) => (unit.rotate_left(9) ^ word(&range.low.normalize().to_string())).max(1),
        }
    }

    /// Whether it is a range, which cannot be a toll, for example.
    pub fn is_range(&self) -> bool {
        matches!(self, Self::Range(_))
    }

    /// Whether the number counts nothing (see [`is_label`]); ages in a range are not a list.
    pub fn is_label(&self, document: &Document) -> bool {
        matches!(self, Self::Quantity(quantity) if is_label(document, quantity))
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::findings_among;

    fn told(one: &str, other: &str, expected: &str) {
        let check = "across.conflicting_figure";
        findings_among(check, &[("one", "2016-03-01", one), ("two", "2016-03-01", other)], expected);
    }

    const ONE: &str = "At low tide the ferry from Ostwick to Tarn takes 35 to 50 minutes, the pilot said.";

    #[test]
    fn ranges_with_one_end_in_common_are_of_one_thing() {
        told(
            ONE,
            "The ferry takes between 35 and 55 minutes from Ostwick to Tarn when the tide is low.",
            r#"
conflicts warning one "35 to 50 minutes" two "between 35 and 55 minutes": 50 and 55 for what seems one quantity
"#,
        );
    }

    #[test]
    fn other_ranges_and_one_of_their_ends_are_silent() {
        for other in ["between 40 and 55 minutes", "up to 55 minutes", "55 minutes", "between 35 and 50 minutes"] {
            told(ONE, &format!("The ferry takes {other} from Ostwick to Tarn when the tide is low."), "");
        }
    }

    #[test]
    fn amounts_for_another_time_are_no_rivals() {
        let one = "The ferry museum in Ostwick costs £20 million a year to run, the pilot told the harbour board.";
        let other = "In Ostwick it costs £30 million a month to run the ferry museum, the harbour board heard.";
        told(one, other, "");
        told(
            one,
            &other.replace("month", "year"),
            r#"
conflicts warning one "£20 million" two "£30 million": 20,000,000 and 30,000,000 for what seems one quantity
"#,
        );
    }
}
