//! A stated quantity or time.

use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Span;

/// A quantity, stored as an interval, or a time.
///
/// "About 100", "more than 100" and "5 to 7" need no special case: two figures agree when their
/// intervals meet. Amounts are in units of one (1.2bn is 1200000000), percentages as printed (3% is
/// 3).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figure {
    /// What sort of figure it is.
    pub kind: FigureKind,
    /// The number as stated, without bounds; `None` for a range and for most dates.
    pub value: Option<Decimal>,
    /// Lower end of what the words allow; `None` if there is none.
    pub low: Option<Decimal>,
    /// Upper end of what the words allow; `None` if there is none.
    pub high: Option<Decimal>,
    /// The value of one in the last printed digit: 100000 for "5.4m". The stated value may be off
    /// by half of it.
    pub step: Decimal,
    /// For money, the ISO 4217 code, or `penny` or `cent` for amounts in those; else the canonical
    /// name in units.tsv: `percent`, `kilometre`, `year`.
    pub unit: Option<&'static str>,
    /// Denominator of a rate, as a canonical name: `year` in "£2m a year".
    pub per: Option<&'static str>,
    /// How the words bound the number. For a date, which side of it is meant:
    /// [`AtLeast`](Bound::AtLeast) for "since 2010", [`LessThan`](Bound::LessThan) for "before
    /// Friday".
    pub bound: Bound,
    /// Which way the quantity is said to have changed.
    pub change: Option<Change>,
    /// The noun phrase that is counted or measured, without the number.
    pub counted: Option<Span>,
    /// The head noun of `counted`.
    pub head: Option<Span>,
    /// For a proportion that states both, the part and the whole: 3 and 5 for "three of the five".
    pub part_of: Option<(Decimal, Decimal)>,
    /// ISO 8601 date, interval (`A/B`, `..` for an open end) or duration; TIMEX3 for what ISO
    /// cannot express: `2015-SU` for "last summer", `198` for "the 1980s", `XXXX-WXX-1` for "on
    /// Mondays", `PRESENT_REF` for "now".
    pub resolved: Option<String>,
    /// Index into `ArticleFacts::quotes` of the smallest quote that contains it.
    pub in_quote: Option<u32>,
    /// Index into `ArticleFacts::people` of the person to whom its statement is attributed.
    pub attributed_to: Option<u32>,
}

impl Figure {
    /// The unit, for a measured rate with what it is per: `barrel per day`. Money keeps its code
    /// alone.
    pub fn whole_unit(&self) -> Option<Cow<'static, str>> {
        match (self.unit, self.per) {
            (Some(unit), Some(per)) if self.kind == FigureKind::Measure => Some(format!("{unit} per {per}").into()),
            (unit, _) => unit.map(Cow::Borrowed),
        }
    }
}

/// The kind of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub enum FigureKind {
    /// A number of things: `340 trees`.
    Count,
    /// A percentage, as printed: 3 for 3%.
    Percent,
    /// An amount of money.
    Money,
    /// A number with a unit of measure.
    Measure,
    /// A rank: `third`, `21st`.
    Ordinal,
    /// A part of a whole: `one in five`. Its value is the quotient.
    Proportion,
    /// A range from one number to another.
    Range,
    /// A date, a period or a time of day.
    Date,
    /// A duration.
    Duration,
    /// Somebody's age, in years.
    Age,
    /// The result of a game or a vote: `2-1`.
    Score,
    /// A number whose meaning is unknown.
    #[default]
    Number,
}

/// How words bound a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Bound {
    /// Exactly the number: `12`.
    #[default]
    Exact,
    /// Near the number: `about 12`.
    Approx,
    /// The number or more: `at least 12`.
    AtLeast,
    /// The number or less: `up to 12`.
    AtMost,
    /// More than the number: `more than 12`.
    MoreThan,
    /// Less than the number: `fewer than 12`.
    LessThan,
}

/// Which way a quantity is said to have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Change {
    /// It rose.
    Up,
    /// It fell.
    Down,
    /// It stayed the same.
    Same,
}

impl FigureKind {
    /// All kinds, in the order of the enum.
    pub const ALL: [FigureKind; 12] = [
        Self::Count,
        Self::Percent,
        Self::Money,
        Self::Measure,
        Self::Ordinal,
        Self::Proportion,
        Self::Range,
        Self::Date,
        Self::Duration,
        Self::Age,
        Self::Score,
        Self::Number,
    ];

    /// Its name in records, gold files and carets.
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Percent => "percent",
            Self::Money => "money",
            Self::Measure => "measure",
            Self::Ordinal => "ordinal",
            Self::Proportion => "proportion",
            Self::Range => "range",
            Self::Date => "date",
            Self::Duration => "duration",
            Self::Age => "age",
            Self::Score => "score",
            Self::Number => "number",
        }
    }
}

impl Bound {
    /// All bounds, in the order of the enum.
    pub const ALL: [Bound; 6] =
        [Self::Exact, Self::Approx, Self::AtLeast, Self::AtMost, Self::MoreThan, Self::LessThan];

    /// Its name in records, gold files and carets.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Approx => "approx",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::MoreThan => "more_than",
            Self::LessThan => "less_than",
        }
    }
}

impl Change {
    /// All changes, in the order of the enum.
    pub const ALL: [Change; 3] = [Self::Up, Self::Down, Self::Same];

    /// Its name in records, gold files and carets.
    pub fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Same => "same",
        }
    }
}
