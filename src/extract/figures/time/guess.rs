//! The year of a date without one: the one that the dateline and the tense of the clause suggest.

use std::ops::Range;

use jiff::civil::Date;

use super::{calendar::Moment, edges::is_any, phrase::Time, tense, years};
use crate::{
    lexicon::{LEXICON, Tense, TimeWord},
    types::{Document, Tags},
};

/// Without a tense, a date is assumed to be past unless it is this many months back.
const MONTHS_BACK: i32 = 8;

/// A date farther away than this would be written with its year, unless a verb in its tense stands right beside it.
const MONTHS_OFF: i32 = 10;

/// The month, or the day of the month, in its most likely year.
pub fn year_of(document: &Document, tokens: &Range<usize>, month: i8, day: Option<i8>) -> Option<Time> {
    let moment = |year: i16| match day {
        Some(day) => Some(Moment::Day(Date::new(year, month, day).ok()?)),
        None => Some(Moment::Month(year, month)),
    };
    let Some(dateline) = document.dateline else {
        // The year 2000 has every possible day.
        return Some(Time::Yearless { moment: moment(2000)?, known: false });
    };
    if let Some(year) = stated_beside(document, tokens, month) {
        return Some(Time::Yearless { moment: moment(year)?, known: true });
    }
    let behind = (dateline.month(), day.map(|_| dateline.day())) < (month, day);
    let at = (dateline.month(), day.map(|_| dateline.day())) == (month, day);
    let last = dateline.year() - i16::from(behind);
    let next = dateline.year() + i16::from(!behind && !at);
    // Within the dateline's own month the day decides.
    let months_back = (i32::from(dateline.month()) - i32::from(month)).rem_euclid(12);
    let months_back = if months_back == 0 && behind { 12 } else { months_back };
    // Something that continues since a date has begun.
    if tokens.start > 0 && document.is(tokens.start - 1, "since") {
        return Some(Time::Yearless { moment: moment(last)?, known: true });
    }
    // "Worth £3m as of June": a past state.
    let as_of = tokens.start > 1 && document.is(tokens.start - 1, "of") && document.is(tokens.start - 2, "as");
    if as_of && tense::of(document, tokens) != Some(Tense::Future) {
        return Some(Time::Yearless { moment: moment(last)?, known: true });
    }
    // "From 6 April", "by the end of June": whichever is nearer.
    let border =
        tokens.start.checked_sub(1).is_some_and(|before| is_any(document, before, &["from", "by", "before", "until"]));
    if border {
        let year = if months_back < 6 { last } else { next };
        return Some(Time::Yearless { moment: moment(year)?, known: true });
    }
    let year = match tense::of(document, tokens) {
        Some(Tense::Past)
            if months_back < MONTHS_OFF || months_back < 12 && is_beside(document, tokens, Tense::Past) =>
        {
            last
        }
        // A coming date of this month that is over is told late, not a year early.
        Some(Tense::Future)
            if 12 - months_back <= MONTHS_OFF || months_back > 0 && is_beside(document, tokens, Tense::Future) =>
        {
            next
        }
        _ if months_back <= MONTHS_BACK => last,
        _ => next,
    };
    Some(Time::Yearless { moment: moment(year)?, known: true })
}

/// Whether a verb of this tense stands right beside the date: "It burned in October", "closed on 3 January", "in October,
/// it burned", written in September; "will close in December", written in January.
fn is_beside(document: &Document, tokens: &Range<usize>, tense: Tense) -> bool {
    let beside = |before: &usize| is_any(document, *before, &["at", "in", "on"]);
    let Some(before) = tokens.start.checked_sub(1).filter(beside) else { return false };
    let sentence = document.sentence_tokens(before);
    let opens = before == sentence.start && document.is(tokens.end, ",");
    let near = if opens {
        tokens.end + 1..(tokens.end + 5).min(sentence.end)
    } else {
        before.saturating_sub(3).max(sentence.start)..before
    };
    near.into_iter().any(|at| tense::at_token(document, at, tokens.start) == Some(tense))
}

/// The year of the same month elsewhere in the sentence: "Held on 24 June 2005 over a fire of 20 June".
fn stated_beside(document: &Document, tokens: &Range<usize>, month: i8) -> Option<i16> {
    let same = |at: &usize| {
        let word = &document.tokens[*at];
        let named = word.tags.any(Tags::MONTH) && !tokens.contains(at);
        named && matches!(LEXICON.times.get(word.word), Some(TimeWord::Month(other)) if *other == month)
    };
    let at = document.sentence_tokens(tokens.start).find(same)?;
    (at + 1..at + 5).find_map(|at| Some(years::digits(document, at)?.0))
}

/// The day that `day` gives for the year that the dateline and the tense suggest.
pub fn nearest_year(document: &Document, tokens: &Range<usize>, day: impl Fn(i16) -> Option<Date>) -> Option<Date> {
    let dateline = document.dateline?;
    let this = day(dateline.year())?;
    let found = year_of(document, tokens, this.month(), Some(this.day()))?;
    day(found.moment()?.year()?)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn the_tense_decides_however_far_away() {
        figures_at(
            "2016-01-15",
            "
The mill will open in December. It will shut on 20 November. It closed at Easter.
                      ^^^^^^^^ figure date resolved=2016-12
                                                ^^^^^^^^^^^ figure date resolved=2016-11-20
                                                                          ^^^^^^ figure date resolved=2015-04-05
",
        );
        figures_at(
            "2016-11-15",
            "
The mill closed on 3 January. Wardens met to plan the fair on 3 January.
                   ^^^^^^^^^ figure date resolved=2016-01-03
                                                              ^^^^^^^^^ figure date resolved=2017-01-03
",
        );
    }

    #[test]
    fn the_year_beside_is_taken() {
        figures_at(
            "2007-03-20",
            "
Pike, who died on 24 June 2005, saw the fire of 20 June.
                  ^^^^^^^^^^^^ figure date resolved=2005-06-24
                                                ^^^^^^^ figure date resolved=2005-06-20
",
        );
    }

    #[test]
    fn what_goes_on_has_begun() {
        figures_at(
            "2007-03-20",
            "
The peat has burned since 4 April, and will till May.
                          ^^^^^^^ figure date bound=at_least resolved=2006-04-04
                                                 ^^^ figure date bound=at_most resolved=2007-05
",
        );
    }

    #[test]
    fn a_month_beside_a_past_verb_lies_behind() {
        figures_at(
            "2007-09-20",
            "
The weir broke in October. Peat for October sold well. In November, the mill burned.
                  ^^^^^^^ figure date resolved=2006-10
                                    ^^^^^^^ figure date resolved=2007-10
                                                          ^^^^^^^^ figure date resolved=2006-11
",
        );
    }

    #[test]
    fn without_one_the_nearest_is() {
        figures_at(
            "2007-03-20",
            "
Pike saw the fire of 20 June.
                     ^^^^^^^ figure date resolved=2006-06-20
",
        );
    }

    #[test]
    fn as_of_a_month() {
        figures_at(
            "2015-09-23",
            "
The mill was worth £3m as of October.
                   ^^^ figure money value=3000000 unit=GBP counted=[mill]
                             ^^^^^^^ figure date resolved=2014-10
",
        );
    }
}
