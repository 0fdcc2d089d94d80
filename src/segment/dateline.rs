//! The dateline of an article, or at least its year.

use std::ops::Range;

use jiff::civil::{Date, DateTime};

use crate::{
    lexicon::{LEXICON, TimeUnit, TimeWord},
    types::{Block, BlockKind, Document, PublishedFrom, Tags, TokenKind, WordList},
};

/// Tokens at the start of an article's first paragraph that may date it: "OSLO, Norway, Sept. 23, 2015 (XYZ NEWS) –".
const OPENING: usize = 20;

/// The day of publication, else the one that the text tells, else the one to assume; and which of them it is.
pub fn dateline(document: &Document) -> Option<(Date, PublishedFrom)> {
    let article = document.article;
    let given = article.published.map(|published| (published.date(), PublishedFrom::Source));
    given
        .or_else(|| Some((told_day(document)?, PublishedFrom::Text)))
        .or_else(|| Some((article.assumed_day?, PublishedFrom::Option)))
}

/// The first full date in a dateline block, else in the opening words of the first paragraph, up to a dash or in
/// brackets.
fn told_day(document: &Document) -> Option<Date> {
    let tokens = |block: &Block| block.tokens.start as usize..block.tokens.end as usize;
    let datelines = document.blocks.iter().filter(|block| block.kind == BlockKind::Dateline);
    let stamp = |tokens: Range<usize>| timestamp(document.text(document.span(tokens)));
    let full = |tokens: Range<usize>| {
        full_date(document, tokens.clone()).or_else(|| numeric_date(document, tokens.clone())).or_else(|| stamp(tokens))
    };
    datelines.map(tokens).find_map(full).or_else(|| {
        let first = document.blocks.iter().find(|block| block.kind == BlockKind::Paragraph).map(tokens)?;
        let opening = first.start..first.end.min(first.start + OPENING);
        if document.is(first.start, "(") {
            let end = opening.clone().find(|&at| document.is(at, ")"))?;
            return full_date(document, first.start..end);
        }
        let named =
            |at: &usize| document.tokens[*at].kind != TokenKind::Word || document.tags(*at).any(Tags::CAPITALISED);
        let mut ends = opening.take_while(named).filter(|&at| ends_dateline(document, at));
        ends.find_map(|end| full_date(document, first.start..end))
    })
}

/// The mark between a dateline and the text: a dash with a space after it, two dashes, a colon or a vertical bar.
fn ends_dateline(document: &Document, at: usize) -> bool {
    let dash = |at: usize| document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Dash);
    let two = dash(at) && document.word(at).starts_with("--");
    dash(at) && !document.is_glued(at)
        || two
        || !document.is_glued(at) && document.is_one_of(at, &WordList::of([":", "|"]))
}

/// The year of the dateline, else one implied by words such as "November 2015 last year".
pub fn year(document: &Document) -> Option<i16> {
    if let Some(day) = document.dateline {
        return Some(day.year());
    }
    let months = (0..document.tokens.len()).filter(|&at| document.tags(at).any(Tags::MONTH));
    months.filter_map(|at| told_year(document, at)).next()
}

/// "November 2015 last year": a year both named and pointed to.
fn told_year(document: &Document, month: usize) -> Option<i16> {
    let year = number(document, month + 1).filter(|year| (1800..=2200).contains(year))?;
    let unit = LEXICON.times.get(document.tokens.get(month + 3)?.word);
    if unit != Some(&TimeWord::Unit(TimeUnit::Year)) {
        return None;
    }
    let pointers = [("last", 1), ("this", 0), ("next", -1)];
    pointers.iter().find(|(word, _)| document.is(month + 2, word)).map(|(_, years)| year + years)
}

/// The number in digits at token `at`.
fn number(document: &Document, at: usize) -> Option<i16> {
    document.tags(at).any(Tags::DIGITS).then(|| document.word(at).parse().ok()).flatten()
}

/// `2015-09-23` among the tokens, or `9/23/2015`, if it is clear which of the first two numbers is the month.
pub fn numeric_date(document: &Document, tokens: Range<usize>) -> Option<Date> {
    let joined = |at: usize| document.is_glued(at) && (document.is(at, "/") || document.is(at, "-"));
    tokens.filter(|&at| joined(at + 1) && joined(at + 3)).find_map(|at| {
        let (first, second, third) = (number(document, at)?, number(document, at + 2)?, number(document, at + 4)?);
        let (year, month, day) = match () {
            () if first >= 1800 => (first, second, third),
            () if second > 12 => (third, first, second),
            () if first > 12 || first == second => (third, second, first),
            () => return None,
        };
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().filter(|_| year >= 1800)
    })
}

/// The day of a line that is only an ISO 8601 time: `2015-09-23T10:32:00Z`.
pub fn timestamp(line: &str) -> Option<Date> {
    let line = line.trim();
    let stamp = line.len() > 10 && line.as_bytes()[4] == b'-';
    stamp
        .then(|| line.parse::<DateTime>().ok().or_else(|| line.get(..19)?.parse().ok()))
        .flatten()
        .map(|time| time.date())
}

/// `23 September 2015`, `September 23, 2015` among the tokens.
pub fn full_date(document: &Document, tokens: Range<usize>) -> Option<Date> {
    let at = tokens.clone().find(|&at| document.tags(at).any(Tags::MONTH))?;
    let Some(&TimeWord::Month(month)) = LEXICON.times.get(document.tokens[at].word) else { return None };
    let number = |at: usize| number(document, at);
    let behind = (at + 1..tokens.end.min(at + 6)).filter_map(number);
    // "4:31 pm January 5, 2011": a time of day is not a day.
    let clock = at > tokens.start && document.tags(at - 1).any(Tags::CLOCK);
    let before = (tokens.start.max(at.saturating_sub(2))..at).rev().filter(|_| !clock).filter_map(number);
    let year = behind.clone().find(|year| (1800..=2200).contains(year))?;
    let day = before.chain(behind).find(|day| (1..=31).contains(day))?;
    Date::new(year, month, day as i8).ok()
}

#[cfg(test)]
mod tests {
    use crate::{
        segment::segment,
        types::{Article, Buffers},
    };

    #[test]
    fn a_dateline_dates_the_article() {
        for line in [
            "00:01, 23 September 2015",
            "4: 31 pm September 23, 2015",
            "Wednesday, September 23rd, 2015",
            "Published Sept. 23, 2015 at 9:30 am",
            "23rd September 2015 - Ann Reed",
            "2015-09-23T10:32:00Z",
            "Posted: 09/23/2015 06:37 AM PDT",
            "Updated 23/9/2015 1: 26 PM",
            "7: 15 a. m. IST Sept. 23, 2015",
            "2015-09-23T10:32:00+01:00",
        ] {
            let text = format!("Bridge shut\n{line}\nThe bridge was shut on Monday.");
            let article = Article::new("a", None, &text);
            let document = segment(&article, Buffers::default());
            assert_eq!(document.dateline.map(|date| date.to_string()).as_deref(), Some("2015-09-23"), "{line}");
        }
    }

    #[test]
    fn the_opening_of_the_first_paragraph_dates_it() {
        for line in [
            "OSLO, Sept. 23, 2015 (XYZ) –",
            "OSLO, Norway, Sept. 23, 2015 (XYZ) —",
            "NEW OSLO, N.Y., Sept. 23, 2015 (QUAY NEWSWIRE) --",
            "Oslo, Sept 23, 2015 (XYZ):",
            "Oslo | Sept 23, 2015:",
            "(Sept 23, 2015  12:41 PM)",
        ] {
            let text = format!("{line} The bridge was shut on 3 May 1888 and never reopened.");
            let article = Article::new("a", None, &text);
            let document = segment(&article, Buffers::default());
            assert_eq!(document.dateline.map(|date| date.to_string()).as_deref(), Some("2015-09-23"), "{line}");
        }
    }

    #[test]
    fn words_give_the_year_away() {
        let year = |text: &str| segment(&Article::new("a", None, text), Buffers::default()).year;
        assert_eq!(year("Calls rose between 2011 and November 2015 last year."), Some(2016));
        assert_eq!(year("Calls rose until November 2015, and last year they fell."), None);
    }

    #[test]
    fn prose_does_not() {
        let article = Article::new("a", None, "Bridge shut\nIt was built on 3 May 1888 by hand.");
        assert_eq!(segment(&article, Buffers::default()).dateline, None);
    }
}
