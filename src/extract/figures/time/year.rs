//! A year, a decade or a pair of years: "in 2010", "early 2014", "the 1990s", "2014/15", "fiscal 2009".

use std::ops::RangeInclusive;

use super::{
    calendar::Moment,
    edges, number,
    phrase::{self, Phrase, Time},
};
use crate::{
    extract::Extractor,
    grammar::{
        endings, kinds,
        years::{self, PLAUSIBLE, RECENT},
    },
    types::{Document, Figure, Tags, TokenKind},
};

/// Years in digits.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.year",
    source: include_str!("year.rs"),
    anchors: Tags::DIGITS,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The year at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    let year = years::in_digits(document, at)?;
    if let Some(end) = decade_end(document, at) {
        return Some(Phrase::new(edges::lead(document, at)..end, Time::At(Moment::Decade(year.div_euclid(10)))));
    }
    if let Some((last, end)) = pair(document, at, year) {
        let time = Time::Between(Some(Moment::Year(year)), Some(Moment::Year(last)));
        return Some(Phrase::new(at..end, time));
    }
    if !is_no_count(document, at, year) {
        return None;
    }
    let start = if at > 0 && document.is(at - 1, "fiscal") { at - 1 } else { at };
    let start = if at > 0 && document.is(at - 1, "year") { edges::determiner(document, at - 1) } else { start };
    // "The 2010 flood": the article belongs to the noun.
    let lead = edges::lead(document, start);
    let start = if lead + 1 == start && document.is(lead, "the") { start } else { lead };
    Some(Phrase::new(start..at + 1, Time::At(Moment::Year(year))))
}

/// The token after a decade: `1990s`.
fn decade_end(document: &Document, at: usize) -> Option<usize> {
    if !document.is_glued(at) || !document.word(at).ends_with('0') {
        return None;
    }
    let suffix = document.is(at + 1, "s") || document.tokens[at + 1].kind == TokenKind::Possessive;
    suffix.then_some(at + 2)
}

/// The last year of a pair, and the token after it: `2014/15`, `2014-15`, `2014-5`.
fn pair(document: &Document, at: usize, first: i16) -> Option<(i16, usize)> {
    if !document.is_glued(at) || !document.is_glued(at + 1) {
        return None;
    }
    let joins = document.is(at + 1, "/") || document.tokens[at + 1].kind == TokenKind::Dash;
    let last = number::digits(document, at + 2).filter(|_| joins)?;
    let last = match document.word(at + 2).len() {
        1 if last == i32::from(first) % 10 + 1 => i32::from(first) + 1,
        2 => i32::from(first) / 100 * 100 + last,
        4 => last,
        _ => return None,
    };
    let last = if last < i32::from(first) && document.word(at + 2).len() == 2 { last + 100 } else { last };
    let spans = if document.is(at + 1, "/") { 1..=1 } else { 1..=99 };
    // `2010-12-25` continues as a date.
    let ends = !(document.is_glued(at + 2) && document.tags(at + 4).any(Tags::DIGITS));
    (spans.contains(&(last - i32::from(first))) && ends).then_some((last as i16, at + 3))
}

/// Years that news is full of: before a noun they are years, unless the words say how many.
const THESE_DAYS: RangeInclusive<i16> = 1990..=2049;

/// Whether the number is a year rather than a count or part of a name.
fn is_no_count(document: &Document, at: usize, year: i16) -> bool {
    let next = document.tokens.get(at + 1);
    // "The 1900 block of Mill Lane".
    if document.is(at + 1, "block") || document.tags(at + 1).any(Tags::PERCENT | Tags::MAGNITUDE | Tags::CURRENCY) {
        return false;
    }
    // "It closed in 2010—and reopened": a dash between clauses.
    let clause = document.is(at + 1, "—") && !document.tags(at + 2).any(Tags::DIGITS);
    let joined = next.is_some_and(|next| next.kind == TokenKind::Dash && !clause || document.is(at + 1, "/"));
    if document.is_glued(at) && joined {
        return false;
    }
    let Some(before) = at.checked_sub(1) else { return RECENT.contains(&year) };
    let glued = document.is_glued(before);
    if glued && !edges::is_any(document, before, &["(", "-", "–", "—", "[", "\"", "“", "‘", "'"]) {
        return false;
    }
    if document.tags(before).any(Tags::CURRENCY) || is_size(document, before) || is_dialled(document, before) {
        return false;
    }
    const OPENERS: &[&str] = &[
        "in", "since", "by", "until", "till", "from", "of", "during", "between", "and", "to", "early", "late", "mid",
        "before", "after", "through", "fiscal", "year", "(", "for", "around", "circa", "about", "the", "into", "or",
        "summer", "winter", "spring", "autumn",
    ];
    const COUNTED: Tags = Tags::UNIT.with(Tags::PERSON_NOUN);
    let behind = document.tags(at + 1);
    // "From 1990 to 2004 in Tarn" is not in inches, and the "2001 rites-of-passage drama" counts no rites.
    let compound = || kinds::is_dash(document, at + 2);
    let counts =
        behind.any(COUNTED) && !behind.any(Tags::PREPOSITION) || is_common_plural(document, at + 1) && !compound();
    // "After the 2016 floods", "4% below 2019 levels": not a count.
    let the = RECENT.contains(&year) && year % 50 != 0 && document.is(before, "the")
        || THESE_DAYS.contains(&year) && year % 50 != 0 && !is_many(document, at);
    let named = behind.any(Tags::PERSON_NOUN | Tags::UNIT) || !(the || document.is(at + 1, "levels"));
    let dates = ["in", "since", "early", "late", "mid", "by", "until", "year"];
    if counts && named && !edges::is_any(document, before, &dates) {
        return false;
    }
    // "An 1867 ruling", unlike "a 1500 seat hall".
    let article = || year % 50 != 0 && edges::is_any(document, before, &["a", "an"]);
    edges::is_any(document, before, OPENERS) || RECENT.contains(&year) || PLAUSIBLE.contains(&year) && article()
}

/// Whether a bound precedes or a thing follows that is counted by the thousand, without the comma: "More than 2,004
/// votes".
fn is_many(document: &Document, at: usize) -> bool {
    const THINGS: &[&str] = &["copies", "homes", "houses", "points", "runs", "seats", "shares", "votes"];
    const BOUNDS: Tags = Tags::BOUND.with(Tags::NUMBER_WORD).with(Tags::DIGITS).with(Tags::AUXILIARY);
    document.tags(at - 1).any(BOUNDS)
        || edges::is_any(document, at - 1, &["by", "than", "some"])
        || at + 1 < document.tokens.len() && edges::is_any(document, at + 1, THINGS)
}

/// Whether the hyphen at `dash` joins the last digits of a telephone number to three others: "Call (312) 555-2014".
fn is_dialled(document: &Document, dash: usize) -> bool {
    let Some(first) = dash.checked_sub(1).filter(|_| document.tokens[dash].kind == TokenKind::Dash) else {
        return false;
    };
    let glued = document.is_glued(first) && document.is_glued(dash);
    glued && document.tokens[first].span.len() == 3 && document.tags(first).any(Tags::DIGITS)
}

/// Whether the number is a size rather than a year: "An average of 1500".
fn is_size(document: &Document, of: usize) -> bool {
    const SIZES: &[&str] =
        &["average", "capacity", "limit", "maximum", "mean", "median", "minimum", "population", "total"];
    document.is(of, "of") && of.checked_sub(1).is_some_and(|noun| edges::is_any(document, noun, SIZES))
}

/// `floods`: a plural in small letters, which a number may count.
fn is_common_plural(document: &Document, at: usize) -> bool {
    const OTHER: Tags = Tags::CAPITALISED.with(Tags::AUXILIARY).with(Tags::PREPOSITION);
    endings::is_plural(document, at) && !document.tags(at).any(OTHER)
}

#[cfg(test)]
mod tests {
    use crate::testing::{figures, figures_at};

    #[test]
    fn years_and_decades() {
        figures_at(
            "2016-02-11",
            "
In 2014/15 the yard built more than in the 1990s, or in early 2013.
   ^^^^^^^ figure date resolved=2014/2015
                                       ^^^^^^^^^ figure date resolved=199
                                                        ^^^^^^^^^^ figure date resolved=2013
",
        );
    }

    #[test]
    fn things_of_a_year() {
        figures(
            "
After the 2016 floods tolls were 4% below 2019 levels; the 2016 bargees and 2016 lamps are old.
          ^^^^ figure date resolved=2016
                                 ^^ figure percent value=4 unit=percent counted=[floods tolls]
                                          ^^^^ figure date resolved=2019
                                                           ^^^^ figure date resolved=2016
                                                                            ^^^^ figure date resolved=2016
",
        );
    }

    #[test]
    fn years_before_a_dash_and_short_pairs() {
        figures_at(
            "2016-02-11",
            "
The pier burnt in 1984—nobody knew why—and was rebuilt in 1993-4.
                  ^^^^ figure date resolved=1984
                                                          ^^^^^^ figure date resolved=1993/1994
",
        );
    }

    #[test]
    fn pairs_of_years_are_periods_and_counts_are_no_years() {
        figures_at(
            "2016-02-11",
            "
The 2012–13 season drew 1,015 visitors.
    ^^^^^^^ figure date resolved=2012/2013
                        ^^^^^ figure count value=1015 counted=[visitors]
",
        );
    }

    #[test]
    fn years_before_in() {
        figures(
            "
Rowe ran the mill from 1990 to 2004 in Tarn, and saw the 2001 coming-of-age drama.
                  ^^^^^^^^^^^^^^^^^ figure date resolved=1990/2004
                                                         ^^^^ figure date resolved=2001
",
        );
    }

    #[test]
    fn years_behind_an_article() {
        figures(
            "
The wardens cited an 1867 ruling.
                     ^^^^ figure date resolved=1867
",
        );
    }

    #[test]
    fn telephone_numbers() {
        figures(
            "
Call (312) 555-2014 or 555-1999. The van was sold in 2014.
                                                     ^^^^ figure date resolved=2014
",
        );
    }
}
