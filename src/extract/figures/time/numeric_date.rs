//! A date in digits: "2015-09-23", "23/09/2015", "9/23/15", "23.09.2015", "20150923".

use jiff::civil::Date;

use super::{
    calendar::Moment,
    edges, guess,
    phrase::{self, Phrase, Time},
    remembered, tense,
};
use crate::{
    extract::Extractor,
    grammar::{dates::days_between, kinds},
    lexicon::{LEXICON, Tense, TimeWord},
    types::{Document, Figure, Tags, TokenKind},
};

/// Dates in digits.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.numeric_date",
    source: include_str!("numeric_date.rs"),
    anchors: Tags::DIGITS,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The date whose first number is at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    // A token without adjoining tokens is a date only by itself: `1.9.2015` is the shortest.
    let (short, glued) = (document.tokens[at].span.len() < 8, document.is_glued(at));
    if short && !(glued && document.is_glued(at + 1)) {
        return None;
    }
    if let Some(day) = compact(document.word(at)) {
        return Some(Phrase::new(at..at + 1, Time::At(Moment::Day(day))));
    }
    if let Some(phrase) = day_and_month(document, at) {
        return Some(phrase);
    }
    let word = document.word(at);
    let (parts, end) = if word.contains('.') { (dotted(word)?, at + 1) } else { (joined(document, at)?, at + 5) };
    let day = date(document, parts, at)?;
    Some(Phrase::new(at..end, Time::At(Moment::Day(day))))
}

/// The compact form of ISO 8601, in the 20th and 21st centuries: `20150923`.
fn compact(word: &str) -> Option<Date> {
    if word.len() != 8 || !(word.starts_with("19") || word.starts_with("20")) {
        return None;
    }
    let number = |range: std::ops::Range<usize>| word.get(range)?.parse::<i16>().ok();
    Date::new(number(0..4)?, i8::try_from(number(4..6)?).ok()?, i8::try_from(number(6..8)?).ok()?).ok()
}

/// A day and month alone, after a word that makes them a date: `on 15/2`, `by 22/04`.
fn day_and_month(document: &Document, at: usize) -> Option<Phrase> {
    let slashed = document.is(at + 1, "/") && document.is_glued(at) && document.is_glued(at + 1);
    let longer =
        document.is_glued(at + 2) && (edges::is_any(document, at + 3, &["/", "-"]) || kinds::is_word(document, at + 3));
    if !slashed || longer || document.tags(at + 3).any(Tags::UNIT | Tags::PERCENT) {
        return None;
    }
    let number = |at: usize| document.word(at).parse::<i8>().ok().filter(|_| document.tags(at).any(Tags::DIGITS));
    let (first, second) = (number(at)?, number(at + 2)?);
    if let Some(day) = remembered::day(document, &(at..at + 3), first, second) {
        return Some(Phrase::new(at..at + 3, Time::At(Moment::Day(day))));
    }
    if at == 0 || !edges::is_any(document, at - 1, &["on", "by", "since", "until"]) {
        return None;
    }
    let valid = |month: i8, day: i8| (1..=12).contains(&month) && (1..=31).contains(&day);
    let day_first = valid(second, first).then_some((second, first));
    let month_first = valid(first, second).then_some((first, second));
    let (month, day) = if is_british(document) { day_first.or(month_first) } else { month_first.or(day_first) }?;
    Some(Phrase::new(at..at + 3, guess::year_of(document, &(at..at + 3), month, Some(day))?))
}

fn is_british(document: &Document) -> bool {
    document.article.language.as_deref().is_some_and(|language| language.ends_with("GB"))
}

/// The three parts of a date in one token: `23.09.2015`.
fn dotted(word: &str) -> Option<[&str; 3]> {
    let mut parts = word.split('.');
    let three = [parts.next()?, parts.next()?, parts.next()?];
    (parts.next().is_none() && three[2].len() == 4).then_some(three)
}

/// The three parts of a date in five tokens without space: `23/09/2015`, `2015-09-23`.
fn joined<'a>(document: &Document<'a>, at: usize) -> Option<[&'a str; 3]> {
    let joint = |at: usize| {
        let token = document.tokens.get(at)?;
        let mark = document.is(at, "/") || token.kind == TokenKind::Dash;
        (mark && document.is_glued(at - 1) && document.is_glued(at)).then(|| document.word(at))
    };
    // "10-12-16-22": four numbers are not a date.
    let mark = joint(at + 1)?;
    let behind = at > 1 && document.is_glued(at - 1) && document.word(at - 1) == mark;
    let fourth = behind && document.tags(at - 2).any(Tags::DIGITS) && document.tokens[at - 2].span.len() < 3;
    if fourth || mark != joint(at + 3)? {
        return None;
    }
    let free = !(document.is_glued(at + 4) && joint(at + 5).is_some());
    let month = |at: usize| document.tags(at).any(Tags::MONTH) && document.tokens.get(at + 1).is_some();
    let number = |at: usize| document.tokens.get(at).filter(|token| token.kind == TokenKind::Number || month(at));
    let parts = [number(at)?, number(at + 2)?, number(at + 4)?].map(|token| document.text(token.span));
    free.then_some(parts)
}

/// The date: year first, else day and month in the order that is valid. If both are, the month comes first unless the
/// article is British, or only the other order gives a day in the past.
fn date(document: &Document, parts: [&str; 3], at: usize) -> Option<Date> {
    let number = |part: &str| part.parse::<i16>().ok().or_else(|| month_named(part));
    let [first, second, third] = [number(parts[0])?, number(parts[1])?, number(parts[2])?];
    if parts[0].len() == 4 {
        return Date::new(first, i8::try_from(second).ok()?, i8::try_from(third).ok()?).ok();
    }
    if parts[0].len() > 2 || parts[1].len() > 2 && parts[1].parse::<i16>().is_ok() {
        return None;
    }
    let year = match parts[2].len() {
        4 => third,
        2 => century(document) * 100 + third,
        _ => return None,
    };
    let year = if parts[2].len() == 2 && year > document.dateline.map_or(2030, |day| day.year() + 20) {
        year - 100
    } else {
        year
    };
    let (first, second) = (i8::try_from(first).ok()?, i8::try_from(second).ok()?);
    if parts[1].parse::<i8>().is_err() {
        return Date::new(year, second, first).ok();
    }
    let (day_first, month_first) = (Date::new(year, second, first).ok(), Date::new(year, first, second).ok());
    // An article written within days of one of them means that one.
    let days =
        |day: Option<Date>| day.zip(document.dateline).map_or(i32::MAX, |(day, dateline)| days_between(day, dateline));
    if days(day_first).min(days(month_first)) <= 10 && days(day_first).max(days(month_first)) > 31 {
        return if days(day_first) < days(month_first) { day_first } else { month_first };
    }
    let has_been = |day: Option<Date>| day.zip(document.dateline).is_some_and(|(day, dateline)| day <= dateline);
    let told = has_been(day_first) && !has_been(month_first) && document.dateline.is_some();
    let told = told && tense::of(document, &(at..at + 5)) != Some(Tense::Future);
    if told || is_british(document) { day_first.or(month_first) } else { month_first.or(day_first) }
}

/// The number of a month by name: `Jan` of `22-Jan-2019`.
fn month_named(part: &str) -> Option<i16> {
    match LEXICON.times.get(LEXICON.id(part))? {
        TimeWord::Month(month) => Some((*month).into()),
        _ => None,
    }
}

fn century(document: &Document) -> i16 {
    document.dateline.map_or(20, |day| day.year() / 100)
}

#[cfg(test)]
mod tests {
    use crate::testing::{figures, figures_at};

    #[test]
    fn what_has_been_tells_the_order() {
        figures_at(
            "2015-09-23",
            "
The weir burst on 7/11/2014 and froze on 7/12/2015.
                  ^^^^^^^^^ figure date resolved=2014-07-11
                                         ^^^^^^^^^ figure date resolved=2015-07-12
It was mended on 4/10/2015; the mill burned on 3/9/2015.
                 ^^^^^^^^^ figure date resolved=2015-04-10
                                               ^^^^^^^^ figure date resolved=2015-03-09
The lock was oiled on 6/12/2015 and by 12/6/2015.
                      ^^^^^^^^^ figure date resolved=2015-06-12
                                       ^^^^^^^^^ figure date bound=at_most resolved=2015-06-12
",
        );
    }

    #[test]
    fn the_order_that_makes_a_date_is_taken() {
        figures(
            "
Sold on 22-Jan-2019.
        ^^^^^^^^^^^ figure date resolved=2019-01-22
Filed as 20150923.
         ^^^^^^^^ figure date resolved=2015-09-23
Sold on 2015-09-23, 23/09/2015 and 9/23/15 only.
        ^^^^^^^^^^ figure date resolved=2015-09-23
                    ^^^^^^^^^^ figure date resolved=2015-09-23
                                   ^^^^^^^ figure date resolved=2015-09-23
It runs version 4.2.1.
",
        );
    }

    #[test]
    fn days_near_the_dateline() {
        figures_at(
            "2025-11-12",
            "
TARN, 05/11/2025 - The mill burned. It was sold on 03/04/2025.
      ^^^^^^^^^^ figure date resolved=2025-11-05
                                                   ^^^^^^^^^^ figure date resolved=2025-03-04
",
        );
    }
}
