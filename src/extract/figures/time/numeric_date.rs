//! A date in digits: "2015-09-23", "23/09/2015", "9/23/15", "23.09.2015".

use jiff::civil::Date;

use super::{
    calendar::Moment,
    phrase::{self, Phrase, Time},
};
use crate::{
    extract::Extractor,
    types::{Document, Figure, Tags, TokenKind},
};

/// Dates in digits.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.numeric_date",
    source: include_str!("numeric_date.rs"),
    anchors: Tags::DIGITS,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The date whose first number stands at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    let word = document.word(at);
    // A token that nothing adjoins is a date only by itself: `1.9.2015` is the shortest.
    if word.len() < 8 && !document.is_glued(at) {
        return None;
    }
    let (parts, end) = if word.contains('.') { (dotted(word)?, at + 1) } else { (joined(document, at)?, at + 5) };
    let day = date(document, parts)?;
    Some(Phrase::new(at..end, Time::At(Moment::Day(day))))
}

/// `23.09.2015`, one token.
fn dotted(word: &str) -> Option<[&str; 3]> {
    let mut parts = word.split('.');
    let three = [parts.next()?, parts.next()?, parts.next()?];
    (parts.next().is_none() && three[2].len() == 4).then_some(three)
}

/// `23/09/2015`, `2015-09-23`: five tokens without space.
fn joined<'a>(document: &Document<'a>, at: usize) -> Option<[&'a str; 3]> {
    let joint = |at: usize| {
        let token = document.tokens.get(at)?;
        let mark = document.is(at, "/") || token.kind == TokenKind::Dash;
        (mark && document.is_glued(at - 1) && document.is_glued(at)).then(|| document.word(at))
    };
    if joint(at + 1)? != joint(at + 3)? {
        return None;
    }
    let free = !(document.is_glued(at + 4) && joint(at + 5).is_some());
    let number = |at: usize| document.tokens.get(at).filter(|token| token.kind == TokenKind::Number);
    let parts = [number(at)?, number(at + 2)?, number(at + 4)?].map(|token| document.text(token.span));
    free.then_some(parts)
}

/// Year first, else day and month in the order that makes a date; where both do, the month first unless
/// the article is British.
fn date(document: &Document, parts: [&str; 3]) -> Option<Date> {
    let number = |part: &str| part.parse::<i16>().ok();
    let [first, second, third] = [number(parts[0])?, number(parts[1])?, number(parts[2])?];
    if parts[0].len() == 4 {
        return Date::new(first, i8::try_from(second).ok()?, i8::try_from(third).ok()?).ok();
    }
    if parts[0].len() > 2 || parts[1].len() > 2 {
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
    let (day_first, month_first) = (Date::new(year, second, first).ok(), Date::new(year, first, second).ok());
    let british = document.article.language.as_deref().is_some_and(|language| language.ends_with("GB"));
    if british { day_first.or(month_first) } else { month_first.or(day_first) }
}

fn century(document: &Document) -> i16 {
    document.dateline.map_or(20, |day| day.year() / 100)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn the_order_that_makes_a_date_is_taken() {
        figures(
            "
Sold on 2015-09-23, 23/09/2015 and 9/23/15 only.
        ^^^^^^^^^^ figure date resolved=2015-09-23
                    ^^^^^^^^^^ figure date resolved=2015-09-23
                                   ^^^^^^^ figure date resolved=2015-09-23
It runs version 4.2.1.
",
        );
    }
}
