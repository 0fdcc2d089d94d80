//! Words of the calendar and the clock: time.tsv.

use super::{Lexicon, rows::rows};
use crate::types::Tags;

/// What a word of time stands for.
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
}

/// A unit that time is counted in.
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
            "unit" => {
                let unit = TimeUnit::parse(row[2]).expect("time.tsv: the third column names a unit of time");
                (TimeWord::Unit(unit), Tags::TIME_UNIT)
            }
            other => panic!("time.tsv: no such class: {other}"),
        };
        let id = lexicon.add(row[0], tags);
        lexicon.times.0.insert(id, word);
    }
}
