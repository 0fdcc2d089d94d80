//! A stated quantity or time.

use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Span;

/// A quantity, kept as an interval, or a time.
///
/// "About 100", "more than 100" and "5 to 7" need no special case: two figures agree when their
/// intervals meet. All amounts are in units of one (1.2bn is 1200000000), percent as printed (3% is 3).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figure {
    /// What sort of figure it is.
    pub kind: FigureKind,
    /// The number as stated, bounds aside; `None` for a range and for most dates.
    pub value: Option<Decimal>,
    /// Lower end of what the words allow; `None` where they set none.
    pub low: Option<Decimal>,
    /// Upper end of what the words allow; `None` where they set none.
    pub high: Option<Decimal>,
    /// Weight of the last printed digit: 100000 for "5.4m". The stated value may be off by half of it.
    pub step: Decimal,
    /// ISO 4217 code for money, `penny` or `cent` for what is told in those; else the canonical name in units.tsv:
    /// `percent`, `kilometre`, `year`.
    pub unit: Option<&'static str>,
    /// Denominator of a rate, a canonical name: `year` in "£2m a year".
    pub per: Option<&'static str>,
    /// Of a date, which side of it is meant: `at_least` of "since 2010", `less_than` of "before Friday".
    pub bound: Bound,
    /// Which way the quantity is said to have gone.
    pub change: Option<Change>,
    /// The noun phrase that is counted or measured, without the figure itself.
    pub counted: Option<Span>,
    /// Head noun of `counted`.
    pub head: Option<Span>,
    /// The whole this is part of, of a proportion: value and total.
    pub part_of: Option<(Decimal, Decimal)>,
    /// ISO 8601 date, interval (`A/B`, `..` for an open end) or duration, and as TIMEX3 has it what ISO has no word
    /// for: `2015-SU` of "last summer", `198` of "the 1980s", `XXXX-WXX-1` of "on Mondays", `PRESENT_REF` of "now".
    pub resolved: Option<String>,
    /// Index into `ArticleFacts::quotes` of the smallest quotation it stands in.
    pub in_quote: Option<u32>,
    /// Index into `ArticleFacts::people` of the one its statement is attributed to.
    pub attributed_to: Option<u32>,
}

impl Figure {
    /// The unit; of a measure with what it is stated for one of: `barrel per day`. Money keeps its code.
    pub fn whole_unit(&self) -> Option<Cow<'static, str>> {
        match (self.unit, self.per) {
            (Some(unit), Some(per)) if self.kind == FigureKind::Measure => Some(format!("{unit} per {per}").into()),
            (unit, _) => unit.map(Cow::Borrowed),
        }
    }
}

/// What sort of figure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub enum FigureKind {
    /// So many of something.
    Count,
    /// A share in hundredths, as printed: 3 for 3%.
    Percent,
    /// An amount of a currency.
    Money,
    /// A number with a unit of measure.
    Measure,
    /// `third`, `21st`, as a rank.
    Ordinal,
    /// Part of a whole; its value is the quotient.
    Proportion,
    /// From one number to another.
    Range,
    /// A point or stretch of the calendar, or a time of day.
    Date,
    /// A duration.
    Duration,
    /// How old somebody is, in years.
    Age,
    /// The result of a game or a vote: `2-1`.
    Score,
    /// A number whose meaning is unknown.
    #[default]
    Number,
}

/// How the words bound the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Bound {
    /// The number itself: `12`.
    #[default]
    Exact,
    /// Somewhere near it: `about 12`.
    Approx,
    /// It or more: `at least 12`.
    AtLeast,
    /// It or less: `up to 12`.
    AtMost,
    /// More, and not it: `more than 12`.
    MoreThan,
    /// Less, and not it: `fewer than 12`.
    LessThan,
}

/// Which way a quantity is said to have gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Change {
    /// It rose.
    Up,
    /// It fell.
    Down,
    /// Stated to be the same as before.
    Same,
}

impl FigureKind {
    /// Every kind, in the order of the enum.
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

    /// The word for it in records, gold files and carets.
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
    /// Every bound, in the order of the enum.
    pub const ALL: [Bound; 6] =
        [Self::Exact, Self::Approx, Self::AtLeast, Self::AtMost, Self::MoreThan, Self::LessThan];

    /// The word for it in records, gold files and carets.
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
    /// Every change, in the order of the enum.
    pub const ALL: [Change; 3] = [Self::Up, Self::Down, Self::Same];

    /// The word for it in records, gold files and carets.
    pub fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Same => "same",
        }
    }
}
