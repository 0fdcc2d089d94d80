//! A weekday compared with the date next to it: "Monday 3 May 2016", which was a Tuesday.
//!
//! Severity: warning; info where the two agree. A date without a year is taken in the year that brings it nearest to
//! the dateline.
//! Example: "on Friday, August 7, 2015" agrees; "on Sunday, August 7, 2015" does not, nor does "on 7 August, a Sunday".
//! Traps: a year guessed wrong (silent without a dateline, for dates at least four months from it, for dates more than
//! a month from it if the weekday fits the year before or after, and if the sentence mentions another year); "the
//! Monday after 3 May".

use jiff::civil::{Date, Weekday};

use super::Within;
use crate::{
    check::{AGREES, Prepared, WARNING, calendar::WrittenDate},
    grammar::{
        dates::days_between,
        years::{self, RECENT},
    },
    types::{Finding, WordList},
};

/// Compares weekdays with their dates.
pub const CHECK: Within =
    Within { name: "within.weekday_and_date", source: include_str!("weekday_and_date.rs"), check };

/// Days from the dateline at which the year of a date without one is uncertain.
const NEAR: i32 = 120;

/// Days from the dateline within which a date without a year needs no second guess.
const CLOSE: i32 = 30;

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let mut told: Vec<(Date, Weekday)> = Vec::new();
    for written in &subject.dates {
        let Some((span, weekday)) = written.weekday else { continue };
        let Some(date) = certain(written, subject.document.dateline) else { continue };
        let outcome = if date.weekday() == weekday { AGREES } else { WARNING };
        let doubtful = || may_be_of_another_year(subject, written, date) || tells_of_another_year(subject, written);
        if told.contains(&(date, weekday)) || outcome == WARNING && doubtful() {
            continue;
        }
        told.push((date, weekday));
        let message = format!("{date} is a {}, the text says {}", name(date.weekday()), name(weekday));
        let evidence = vec![subject.words(span), subject.words(written.span)];
        findings.push(subject.finding(CHECK.name, outcome, message, evidence));
    }
}

/// Whether a date without a year, more than [`CLOSE`] days from the dateline, falls on its weekday a year before or
/// after.
fn may_be_of_another_year(subject: &Prepared, written: &WrittenDate, date: Date) -> bool {
    let distant = subject.document.dateline.is_some_and(|dateline| days_between(date, dateline) > CLOSE);
    let fits = |year: i16| written.in_year(year).map(Date::weekday) == written.weekday.map(|(_, weekday)| weekday);
    written.year.is_none() && distant && (fits(date.year() - 1) || fits(date.year() + 1))
}

/// Tokens on either side of a date in which a year may belong to it.
const BESIDE: usize = 10;

/// Whether the words around a date without a year name one, or "last year" and the like.
fn tells_of_another_year(subject: &Prepared, written: &WrittenDate) -> bool {
    const OTHER: WordList<5> = WordList::of(["following", "last", "next", "previous", "that"]);
    let document = subject.document;
    let year = |at: usize| {
        let named = years::in_digits(document, at).is_some_and(|year| RECENT.contains(&year));
        let pointed = document.is_one_of(at, &OTHER) && document.is(at + 1, "year");
        named || pointed
    };
    let sentence = document.sentence_tokens(written.start);
    let near = written.start.saturating_sub(BESIDE).max(sentence.start)..(written.end + BESIDE).min(sentence.end);
    written.year.is_none() && near.into_iter().any(year)
}

/// The day meant, if it is certain.
fn certain(written: &WrittenDate, dateline: Option<Date>) -> Option<Date> {
    let date = written.resolve(dateline)?;
    let near = dateline.is_some_and(|dateline| days_between(date, dateline) < NEAR);
    (written.year.is_some_and(|year| year > 1800) || near).then_some(date)
}

fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::{findings, findings_at};

    #[test]
    fn a_weekday_is_held_against_its_date() {
        findings(
            CHECK.name,
            "The fair opened on Sunday, August 7, 2015. It shuts on Tuesday 11 August 2015.",
            r#"
conflicts warning "Sunday" "August 7, 2015": 2015-08-07 is a Friday, the text says Sunday
agrees info "Tuesday" "11 August 2015": 2015-08-11 is a Tuesday, the text says Tuesday
"#,
        );
    }

    #[test]
    fn the_dateline_gives_the_year() {
        findings_at(
            CHECK.name,
            "2014-12-29",
            "The sale starts on Saturday 3 January.",
            r#"
agrees info "Saturday" "3 January": 2015-01-03 is a Saturday, the text says Saturday
"#,
        );
    }

    #[test]
    fn the_weekday_may_stand_behind() {
        let told = r#"conflicts warning "26 May" "Wednesday": 2016-05-26 is a Thursday, the text says Wednesday"#;
        findings_at(CHECK.name, "2016-05-11", "Wardens meet on 26 May, a Wednesday.", told);
        findings_at(CHECK.name, "2016-05-11", "Wardens meet on 26 May (Wednesday).", told);
    }

    #[test]
    fn another_year_of_the_sentence_may_be_meant() {
        for text in [
            "Ada Pike was last seen on Saturday 10 March last year.",
            "In 2012, on Thursday 29 March, the mill burned down.",
            "The 2018 fair was held on Monday 12 March.",
            "Next year's fair opens on Monday 16 March.",
        ] {
            findings_at(CHECK.name, "2019-03-14", text, "");
        }
    }

    #[test]
    fn without_a_sure_year_nothing_is_said() {
        findings(CHECK.name, "The fair opened on Sunday, August 7.", "");
        findings_at(CHECK.name, "2014-12-29", "The fair opened on Sunday, August 7.", "");
    }
}
