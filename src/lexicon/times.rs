//! Words of the calendar and the clock: time.tsv; words that show the tense of a clause: tense.tsv.

use super::{Lexicon, rows::rows};
use crate::types::Tags;

/// The meaning of a time word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeWord {
    /// 1 to 12.
    Month(i8),
    /// 1, Monday, to 7.
    Weekday(i8),
    Unit(TimeUnit),
    /// Days from the dateline: -1 is yesterday.
    Day(i8),
    /// 1 spring, 2 summer, 3 autumn, 4 winter.
    Season(i8),
    /// Part of the day in TIMEX3: `MO`, `AF`, `EV`, `NI`.
    Part(&'static str),
    /// `PAST_REF`, `PRESENT_REF` or `FUTURE_REF` of TIMEX3.
    Reference(&'static str),
    /// The same for nouns, which are times only in certain phrases: "in the past".
    ReferenceNoun(&'static str),
    /// How often something happens, as an ISO 8601 duration: `P1D` for daily.
    Repetition(&'static str),
    /// A decade of the 20th century by its third digit: 6 is the sixties.
    Decade(i8),
    /// `Q3`, `H1`.
    PartOfYear(&'static str),
    /// `period`: the one named before.
    Period,
    /// A name of an hour, 0 to 23: `noon`.
    Hour(i8),
    /// `am`, 0, or `pm`, 12: hours to add.
    HalfDay(i8),
    /// Offset of a time zone from UTC in ISO 8601.
    Zone(&'static str),
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// The direction of a clause from the dateline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    Past,
    Future,
}

impl TimeUnit {
    /// The canonical unit of a duration, as in units.tsv.
    pub fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Weekend => "weekend",
            Self::Week => "week",
            Self::Fortnight => "fortnight",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        use TimeUnit::*;
        [Second, Minute, Hour, Day, Weekend, Week, Fortnight, Month, Quarter, Year, Decade, Century]
            .into_iter()
            .find(|unit| unit.name() == name)
    }
}

pub(super) fn load(lexicon: &mut Lexicon) {
    for row in rows(include_str!("time.tsv")) {
        let number = || row[2].parse::<i8>().expect("time.tsv: the third column is a number");
        let (word, tags) = match row[1] {
            "month" => (TimeWord::Month(number()), Tags::MONTH),
            "weekday" => (TimeWord::Weekday(number()), Tags::WEEKDAY),
            "day" => (TimeWord::Day(number()), Tags::DAY_WORD),
            "season" => (TimeWord::Season(number()), Tags::SEASON),
            "part" => (TimeWord::Part(row[2]), Tags::DAY_PART),
            "reference" => (TimeWord::Reference(row[2]), Tags::DAY_WORD),
            "reference noun" => (TimeWord::ReferenceNoun(row[2]), Tags::TIME_CUE),
            "repetition" => (TimeWord::Repetition(row[2]), Tags::DAY_WORD),
            "decade" => (TimeWord::Decade(number()), Tags::DAY_WORD),
            "part of year" => (TimeWord::PartOfYear(row[2]), Tags::TIME_CUE),
            "period" => (TimeWord::Period, Tags::TIME_CUE),
            "hour" => (TimeWord::Hour(number()), Tags::DAY_PART),
            "half" => (TimeWord::HalfDay(number()), Tags::CLOCK),
            "zone" => (TimeWord::Zone(row[2]), Tags::CLOCK),
            "unit" => {
                let unit = TimeUnit::parse(row[2]).expect("time.tsv: the third column names a unit of time");
                (TimeWord::Unit(unit), Tags::TIME_UNIT)
            }
            other => panic!("time.tsv: no such class: {other}"),
        };
        let id = lexicon.add(row[0], tags);
        lexicon.times.insert(id, word);
    }
    for row in rows(include_str!("tense.tsv")) {
        let tense = match row[1] {
            "past" => Tense::Past,
            "future" => Tense::Future,
            other => panic!("tense.tsv: no such tense: {other}"),
        };
        let id = lexicon.add(row[0], Tags::NONE);
        lexicon.tenses.insert(id, tense);
    }
}
