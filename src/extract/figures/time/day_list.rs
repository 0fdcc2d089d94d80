//! Days of one month in a list: the 14th of "on 14, 20 and 27 April", the later days of "June 3, 9 and 12".

use std::ops::Range;

use super::{
    calendar::Moment,
    edges, number,
    phrase::{Phrase, Time},
    years,
};
use crate::{
    extract::Extractor,
    types::{Document, Fact, Figure, Tags},
};

/// Days that share the month of another.
pub const EXTRACTOR: Extractor<Figure> =
    Extractor { name: "figures.day_list", source: include_str!("day_list.rs"), anchors: Tags::MONTH, extract };

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Figure>>) {
    // Most months have no list next to them; this test is cheap.
    let listed = at > 3 && is_link(document, at - 2) || document.is(at + 2, ",");
    let Some(date) = listed.then(|| super::date_of_month(document, at)).flatten() else { return };
    let days = if date.tokens.start < at { before(document, &date.tokens) } else { behind(document, &date.tokens) };
    for tokens in days {
        let day = number::digits(document, tokens.start).and_then(|day| i8::try_from(day).ok());
        let time = day.and_then(|day| on_day(document, &date.time, day, tokens.end));
        found.extend(time.map(|time| Phrase::new(tokens, time).fact(document, EXTRACTOR.name)));
    }
}

/// The day in the month of the date; in the year at the end of the list, if there is one.
fn on_day(document: &Document, date: &Time, day: i8, end: usize) -> Option<Time> {
    let Moment::Day(first) = date.moment()? else { return None };
    let stated = years::behind(document, end).map(|(year, _)| year);
    let moment = Moment::Day(jiff::civil::Date::new(stated.unwrap_or(first.year()), first.month(), day).ok()?);
    Some(match date {
        Time::Yearless { known, .. } if stated.is_none() => Time::Yearless { moment, known: *known },
        _ => Time::At(moment),
    })
}

/// The days before the last two, which are read together: the 14 of "14, 20 and 27 April".
fn before(document: &Document, date: &Range<usize>) -> Vec<Range<usize>> {
    let mut days = Vec::new();
    let Some(last) = date.start.checked_sub(2).filter(|&at| is_day(document, at) && is_link(document, at + 1)) else {
        return days;
    };
    let mut at = last;
    while at > 1 && document.is(at - 1, ",") && is_day(document, at - 2) {
        at -= 2;
        days.push(at..at + 1);
    }
    days
}

/// The days after the first: the 9 and 12 of "June 3, 9 and 12"; an `and` precedes the last, and nothing follows that
/// they could count.
fn behind(document: &Document, date: &Range<usize>) -> Vec<Range<usize>> {
    let mut days = Vec::new();
    let mut at = date.end;
    while document.is(at, ",") && is_day(document, at + 1) {
        days.push(at + 1..at + 2);
        at += 2;
    }
    let link = at + usize::from(document.is(at, ","));
    let closed = !days.is_empty()
        && is_link(document, link)
        && is_day(document, link + 1)
        && (document.is(link + 2, ",") || edges::is_closed(document, link + 2));
    if !closed {
        return Vec::new();
    }
    days.push(link + 1..link + 2);
    days
}

fn is_link(document: &Document, at: usize) -> bool {
    document.is(at, "and") || document.is(at, "or") || document.is(at, "&")
}

fn is_day(document: &Document, at: usize) -> bool {
    number::digits(document, at).is_some_and(|day| (1..=31).contains(&day)) && document.tokens[at].span.len() <= 2
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn days_share_their_month() {
        figures_at(
            "2016-02-11",
            "
Fairs are due on 14, 20 and 27 April and on June 3, 9 and 12. In March 3, 4 and 5 goats left.
                 ^^ figure date resolved=2016-04-14
                     ^^^^^^^^^^^^^^^ figure date resolved=2016-04-20/2016-04-27
                                            ^^^^^^ figure date resolved=2016-06-03
                                                    ^ figure date resolved=2016-06-09
                                                          ^^ figure date resolved=2016-06-12
                                                                 ^^^^^^^ figure date resolved=2016-03-03
                                                                          ^ figure count value=4 counted=[goats]
                                                                                ^ figure count value=5 counted=[goats]
",
        );
    }
}
