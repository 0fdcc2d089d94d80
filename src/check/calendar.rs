//! Written dates with at least a day and a month, whether or not the calendar has them.

use jiff::civil::{Date, Weekday};

use crate::{
    grammar::{classes, dates::days_between, years},
    lexicon::{LEXICON, TimeWord},
    types::{Document, Span, Tags, TokenKind},
};

/// A day and a month in words and digits, with the weekday and the year if they are next to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WrittenDate {
    /// From the day or month to the year, without the weekday.
    pub span: Span,
    /// Index of the token after it.
    pub end: usize,
    /// Index of its first token: the weekday, if one comes before.
    pub start: usize,
    pub weekday: Option<(Span, Weekday)>,
    pub day: i8,
    /// 1 to 12.
    pub month: i8,
    pub year: Option<i16>,
}

impl WrittenDate {
    /// The date in a given year; `None` where the calendar has no such day.
    pub fn in_year(&self, year: i16) -> Option<Date> {
        Date::new(year, self.month, self.day).ok()
    }

    /// The day meant: in its own year, else in the year that brings it nearest to the dateline.
    pub fn resolve(&self, dateline: Option<Date>) -> Option<Date> {
        match (self.year, dateline) {
            (Some(year), _) => self.in_year(year),
            (None, Some(dateline)) => {
                let year = dateline.year();
                let near = [year - 1, year, year + 1].into_iter().filter_map(|year| self.in_year(year));
                near.min_by_key(|date| days_between(*date, dateline))
            }
            (None, None) => None,
        }
    }
}

/// Every date of a document with day and month (`Monday, 3 May 1999`, `Sept. 31`), given the tokens that are months.
pub fn written_dates(document: &Document, months: &[usize]) -> Vec<WrittenDate> {
    months.iter().filter_map(|&at| written_date(document, at)).collect()
}

fn written_date(document: &Document, month_at: usize) -> Option<WrittenDate> {
    let Some(&TimeWord::Month(month)) = LEXICON.times.get(document.tokens[month_at].word) else { return None };
    let sentence = document.sentence_tokens(month_at);
    let abbreviated = document.is(month_at + 1, ".") && month_at + 2 < sentence.end;
    let after_month = month_at + usize::from(abbreviated);
    let (first, day, last) = match day_before(document, month_at, sentence.start) {
        Some((at, day)) => (at, day, after_month),
        None => {
            let (at, day) = day_behind(document, after_month + 1)?;
            (month_at, day, at)
        }
    };
    let (year, end) = year_behind(document, last + 1, sentence.end);
    let weekday = weekday_before(document, first, end, sentence.start);
    let span = document.span(first..end.min(sentence.end));
    let start = weekday.map_or(first, |(at, _)| at);
    let weekday = weekday.or_else(|| weekday_behind(document, end)).map(|(at, day)| (document.tokens[at].span, day));
    Some(WrittenDate { span, start, end, weekday, day, month, year })
}

/// `3`, `3rd` or `3rd of` before a month: the token of the number and the day.
fn day_before(document: &Document, month_at: usize, start: usize) -> Option<(usize, i8)> {
    let mut at = month_at.checked_sub(1)?;
    at -= usize::from(document.is(at, "of") && at > start);
    at -= usize::from(at > start && classes::is_ordinal_in_digits(document, at - 1));
    (at >= start).then_some(())?;
    day(document, at).map(|day| (at, day))
}

/// `3` or `3rd` after a month: the last token and the day.
fn day_behind(document: &Document, at: usize) -> Option<(usize, i8)> {
    let day = day(document, at)?;
    Some((at + usize::from(classes::is_ordinal_in_digits(document, at)), day))
}

/// A separate number of one or two digits: not money, a time of day or part of a name.
fn day(document: &Document, at: usize) -> Option<i8> {
    let token = document.tokens.get(at).filter(|token| token.kind == TokenKind::Number && token.span.len() <= 2)?;
    let glued_behind =
        document.is_glued(at) && document.tokens.get(at + 1).is_some_and(|next| is_part_of_number(document, next.span));
    let glued_before = at > 0 && document.is_glued(at - 1) && is_part_of_number(document, document.tokens[at - 1].span);
    let day = document.text(token.span).parse().ok()?;
    (!glued_behind && !glued_before && (1..=39).contains(&day)).then_some(day)
}

fn is_part_of_number(document: &Document, span: Span) -> bool {
    matches!(document.text(span), "-" | "–" | "/" | ":" | "%" | "$" | "£" | "€" | "'" | "’" | "#")
}

/// A year, perhaps after a comma, and the token after the whole date.
fn year_behind(document: &Document, at: usize, end: usize) -> (Option<i16>, usize) {
    let year_at = at + usize::from(document.is(at, ","));
    match years::in_digits(document, year_at).filter(|_| year_at < end) {
        Some(year) => (Some(year), year_at + 1),
        None => (None, at),
    }
}

/// A weekday right before a date, perhaps with a comma, `the` or a part of the day between: "Monday morning, May 3",
/// "on Tuesday (3 May)"; `end` is the token after the date.
fn weekday_before(document: &Document, first: usize, end: usize, start: usize) -> Option<(usize, Weekday)> {
    let mut at = first.checked_sub(1)?;
    at -= usize::from(document.is(at, "the") && at > start);
    let parted = document.is(at, ",") || document.is(at, ".") || document.is(at, "(") && document.is(end, ")");
    at -= usize::from(parted && at > start);
    at -= usize::from(document.tags(at).any(Tags::DAY_PART) && at > start);
    // "The Bramfield Sun, 3 May" is a newspaper.
    let named = document.is(at, "sun") && at > start && document.tags(at - 1).any(Tags::CAPITALISED);
    (at >= start && document.tags(at).any(Tags::WEEKDAY) && !named).then_some(())?;
    let Some(&TimeWord::Weekday(number)) = LEXICON.times.get(document.tokens[at].word) else { return None };
    Weekday::from_monday_one_offset(number).ok().map(|day| (at, day))
}

/// A weekday after a date: "on 3 May, a Tuesday", "3 May (Tuesday)".
fn weekday_behind(document: &Document, end: usize) -> Option<(usize, Weekday)> {
    let at = match () {
        () if document.is(end, "(") && document.is(end + 2, ")") => end + 1,
        () if document.is(end, ",") && document.is(end + 1, "a") => end + 2,
        () => return None,
    };
    let Some(&TimeWord::Weekday(number)) = LEXICON.times.get(document.tokens.get(at)?.word) else { return None };
    Weekday::from_monday_one_offset(number).ok().map(|day| (at, day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::marked::Marked,
        segment::segment,
        types::{Article, Buffers},
    };

    fn dates(text: &str) -> Vec<String> {
        let article = Article::new("a", None, text);
        let document = segment(&article, Buffers::default());
        let plain = |date: &WrittenDate| {
            let weekday = date.weekday.map_or(0, |(_, day)| day.to_monday_one_offset());
            format!("{}: {} {} {} {weekday}", document.text(date.span), date.year.unwrap_or(0), date.month, date.day)
        };
        written_dates(&document, &Marked::new(&document).months).iter().map(plain).collect()
    }

    #[test]
    fn day_month_year_and_weekday_are_read() {
        let cases = [
            ("on Monday 3 May 1999.", "3 May 1999: 1999 5 3 1"),
            ("Sunday, Sept. 31st, 2014 was", "Sept. 31st, 2014: 2014 9 31 7"),
            ("the 30th of February came", "30th of February: 0 2 30 0"),
            ("on Friday, August 7, they", "August 7: 0 8 7 5"),
            ("early Sunday morning May 1, 2016, two", "May 1, 2016: 2016 5 1 7"),
            ("on Tuesday (January 3) at the mill", "January 3: 0 1 3 2"),
            ("on Tuesday night, 3 January, at", "3 January: 0 1 3 2"),
            ("late on Tuesday (January 3 is a holiday)", "January 3: 0 1 3 0"),
        ];
        for (text, expected) in cases {
            assert_eq!(dates(text), [expected], "{text}");
        }
    }

    #[test]
    fn other_numbers_beside_a_month_are_no_days() {
        for text in ["in May 1999", "between 10-31 May", "it may 5", "May 55", "£5 March"] {
            assert_eq!(dates(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_date_without_a_year_is_the_nearest_to_the_dateline() {
        let article = Article::new("a", None, "It opens on 2 January.");
        let document = segment(&article, Buffers::default());
        let date = written_dates(&document, &Marked::new(&document).months)[0];
        let dateline = Date::constant(2014, 12, 29);
        assert_eq!(date.resolve(Some(dateline)), Some(Date::constant(2015, 1, 2)));
        assert_eq!(date.resolve(None), None);
    }
}
