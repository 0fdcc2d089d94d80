//! A day of the week, counted from the dateline: "on Tuesday", "last Friday", "Monday of next week",
//! "next week on Monday".

use jiff::civil::Date;

use super::{
    calendar::{Moment, weekday_from, weekday_in_week_of, weekday_up_to},
    context,
    direction::{self, Direction},
    edges, named_week,
    phrase::{self, Phrase, Time},
    tense,
};
use crate::{
    extract::{Extractor, figures::designation::is_title_case},
    grammar::kinds,
    lexicon::{LEXICON, Tense, TimeWord},
    types::{Document, Figure, Tags},
};

/// Days of the week.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.weekday",
    source: include_str!("weekday.rs"),
    anchors: Tags::WEEKDAY,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// As [`read`], for the words that count from the dateline.
pub fn from_dateline(document: &Document, at: usize) -> Option<Phrase> {
    if matches!(pointed(document, at), Some(Direction::Before | Direction::After)) { None } else { read(document, at) }
}

/// The direction of the word before the weekday; in "following Monday's fire" it is a preposition, unlike in "the
/// following Monday".
fn pointed(document: &Document, at: usize) -> Option<Direction> {
    let word = at.checked_sub(1)?;
    let preposition = document.is(word, "following") && !(word > 0 && document.is(word - 1, "the"));
    direction::at(document, word).filter(|_| !preposition)
}

/// The day of the week at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    let &TimeWord::Weekday(weekday) = LEXICON.times.get(document.tokens[at].word)? else { return None };
    // "Saturday Night Crier" is a show.
    let part = document.tags(at + 1);
    let named = part.any(Tags::DAY_PART) && part.any(Tags::CAPITALISED) && document.tags(at + 2).any(Tags::CAPITALISED);
    if !is_weekday(document, at) || named && !is_title_case(document, at) && edges::is_title(document, at + 1) {
        return None;
    }
    if document.is(at + 1, "after") && document.is(at + 2, "next") {
        let day = document.dateline.and_then(|dateline| weekday_from(dateline, weekday));
        let later = day.and_then(|day| Moment::Day(day).later(7));
        return Some(Phrase::new(edges::lead(document, at)..at + 3, later.map_or(Time::Unplaced, Time::At)));
    }
    if let Some((day, end)) = named_week::of_week(document, at + 1, weekday) {
        return Some(Phrase::new(at..end, Time::on(day)));
    }
    if let Some((day, start)) = named_week::before(document, at, weekday) {
        return Some(Phrase::new(start..at + 1, Time::on(day)));
    }
    let direction = pointed(document, at);
    let start = if direction.is_some() { edges::determiner(document, at - 1) } else { edges::lead(document, at) };
    let tokens = start..at + 1;
    let other = at > 1 && edges::is_any(document, at - 1, &["other", "second"]);
    let every = at.checked_sub(1 + usize::from(other)).filter(|&at| edges::is_any(document, at, &["every", "each"]));
    if let Some(every) = every {
        return Some(Phrase::new(every..at + 1, Time::Every(format!("XXXX-WXX-{weekday}"))));
    }
    if document.ends_in(at, "days") {
        return Some(Phrase::new(tokens, Time::Every(format!("XXXX-WXX-{weekday}"))));
    }
    let day = document.dateline.and_then(|dateline| match direction {
        Some(direction @ (Direction::Before | Direction::After)) => {
            directed(context::day(document, start)?, weekday, direction)
        }
        Some(Direction::This) if tense::of(document, &tokens) != Some(Tense::Past) => weekday_from(dateline, weekday),
        Some(direction) => directed(dateline, weekday, direction),
        None => bare(document, &tokens, dateline, weekday),
    });
    Some(Phrase::new(tokens, Time::on(day)))
}

fn directed(dateline: Date, weekday: i8, direction: Direction) -> Option<Date> {
    match direction {
        Direction::Last | Direction::Before => weekday_up_to(dateline.yesterday().ok()?, weekday),
        Direction::Next => weekday_in_week_of(dateline.checked_add(jiff::Span::new().weeks(1)).ok()?, weekday),
        Direction::After => weekday_from(dateline.tomorrow().ok()?, weekday),
        Direction::This => weekday_in_week_of(dateline, weekday),
        Direction::Same => weekday_up_to(dateline, weekday),
    }
}

/// The day of a weekday alone: past events are up to a week back, others up to a week ahead; without evidence news
/// looks back. The end of a period comes after its beginning.
fn bare(document: &Document, tokens: &std::ops::Range<usize>, dateline: Date, weekday: i8) -> Option<Date> {
    let day = match tense::of(document, tokens) {
        Some(Tense::Future) if !is_of_close(document, tokens.end) => weekday_from(dateline, weekday),
        _ => weekday_up_to(dateline, weekday),
    };
    if let Some(first) = beginning(document, tokens.start) {
        return weekday_from(bare(document, &(first.0..first.0 + 1), dateline, first.1)?, weekday);
    }
    match joined(document, tokens.start) {
        Some(first) if tense::of(document, tokens) == Some(Tense::Future) => {
            weekday_from(bare(document, &(first.0..first.0 + 1), dateline, first.1)?, weekday)
        }
        _ => day,
    }
}

/// Whether a closing price is meant, which is known: "Will pay 31% above Tuesday's close".
fn is_of_close(document: &Document, end: usize) -> bool {
    let owner = kinds::is_possessive(document, end);
    owner && edges::is_any(document, end + 1, &["close", "closing", "finish", "settlement"])
}

/// The first of two days joined before the weekday at `start`, and its number: "Will meet on Tuesday and Wednesday".
fn joined(document: &Document, start: usize) -> Option<(usize, i8)> {
    let link = start.checked_sub(1).filter(|&at| edges::is_any(document, at, &["and", "or", ","]))?;
    let first = link.checked_sub(1).filter(|&at| document.tags(at).any(Tags::WEEKDAY))?;
    let &TimeWord::Weekday(weekday) = LEXICON.times.get(document.tokens[first].word)? else { return None };
    Some((first, weekday))
}

/// The weekday that begins a period before the weekday at `start`, and its number: "Between Friday evening and", "from
/// Friday to".
fn beginning(document: &Document, start: usize) -> Option<(usize, i8)> {
    let link = start.checked_sub(1).filter(|&at| document.tags(at).any(Tags::LINK))?;
    let part = usize::from(link > 0 && document.tags(link - 1).any(Tags::DAY_PART));
    let first = link.checked_sub(1 + part).filter(|&at| document.tags(at).any(Tags::WEEKDAY))?;
    let early = usize::from(first > 0 && edges::is_any(document, first - 1, &["early", "late"]));
    let opener = first.checked_sub(1 + early)?;
    let between = document.is(opener, "between") && document.is(link, "and");
    let stretch = between || document.is(opener, "from") && !document.is(link, "and");
    let &TimeWord::Weekday(weekday) = LEXICON.times.get(document.tokens[first].word).filter(|_| stretch)? else {
        return None;
    };
    Some((first, weekday))
}

/// Whether the word is a weekday: capitalised, and abbreviated only with a dot or a date next to it.
fn is_weekday(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    // "Ash Wednesday", "Black Friday": the name of a holiday, or of something else.
    let named = at.checked_sub(1).is_some_and(|before| {
        let tags = document.tags(before);
        let pointer = edges::is_any(document, before, &["early", "late"]);
        tags.any(Tags::TIME_CUE) && tags.any(Tags::CAPITALISED) && !pointer
    });
    // "The Sunday Telegraph".
    let paper = document.tags(at + 1).any(Tags::CAPITALISED)
        && edges::is_any(document, at + 1, &["express", "herald", "mail", "mirror", "post", "telegraph", "times"]);
    if named || paper {
        return false;
    }
    if document.tokens[at].span.len() > 5 {
        return true;
    }
    let dotted =
        document.is_glued(at) && document.is(at + 1, ".") && document.tags(at + 2).any(Tags::MONTH | Tags::DIGITS);
    tags.any(Tags::CAPITALISED) && (dotted || document.tags(at + 1).any(Tags::MONTH))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn what_follows_a_day_is_behind_it() {
        figures_at(
            "2015-09-23",
            "
Guards closed the weir following Monday's fire. The guild released a £3m plan on Tuesday.
                                 ^^^^^^ figure date resolved=2015-09-21
                                                                     ^^^ figure money value=3000000 unit=GBP counted=[plan]
                                                                                 ^^^^^^^ figure date resolved=2015-09-22
",
        );
    }

    #[test]
    fn past_clauses_look_back_from_bare_names() {
        figures_at(
            "2015-09-23",
            "
The mast fell on Tuesday, and its twin fell in December.
                 ^^^^^^^ figure date resolved=2015-09-22
                                               ^^^^^^^^ figure date resolved=2014-12
",
        );
    }

    #[test]
    fn stretches_end_behind_their_beginning() {
        figures_at(
            "2015-09-23",
            "
Nobody crossed between Sunday evening and Thursday morning.
                       ^^^^^^^^^^^^^^ figure date resolved=2015-09-20TEV
                                          ^^^^^^^^^^^^^^^^ figure date resolved=2015-09-24TMO
",
        );
    }

    #[test]
    fn one_day_follows_the_other() {
        // 2015-09-23 was a Wednesday.
        figures_at(
            "2015-09-23",
            "
The wardens are to meet on Tuesday and Wednesday, and will get 4% more than at Monday's close.
                           ^^^^^^^ figure date resolved=2015-09-29
                                       ^^^^^^^^^ figure date resolved=2015-09-30
                                                               ^^ figure percent value=4 unit=percent change=up counted=[wardens]
                                                                               ^^^^^^ figure date resolved=2015-09-21
",
        );
    }

    #[test]
    fn past_tense_looks_back() {
        // 2015-09-23 was a Wednesday.
        figures_at(
            "2015-09-23",
            "
The ferry sank on Friday. The crew will meet on Friday.
                  ^^^^^^ figure date resolved=2015-09-18
                                                ^^^^^^ figure date resolved=2015-09-25
",
        );
    }

    #[test]
    fn words_beside_the_day_place_it() {
        figures_at(
            "2015-09-23",
            "
It sank last Tuesday and will sail every other Monday from next Friday.
        ^^^^^^^^^^^^ figure date resolved=2015-09-22
                                   ^^^^^^^^^^^^^^^^^^ figure date resolved=XXXX-WXX-1
                                                           ^^^^^^^^^^^ figure date resolved=2015-10-02
The sun sat on the wed couple.
",
        );
    }

    #[test]
    fn a_week_places_the_day() {
        figures_at(
            "2015-09-23",
            "
The inquest opens Monday of next week and rises next week on Friday evening.
                  ^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-09-28
                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-10-02TEV
Jurors will sit Tuesday morning next week.
                ^^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-09-29TMO
",
        );
    }

    #[test]
    fn the_day_after_the_next_and_days_in_small_letters() {
        figures_at(
            "2015-09-23",
            "
It opens the Friday after next, the Sunday Herald says, not on monday.
         ^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-10-02
                                                               ^^^^^^ figure date resolved=2015-09-28
",
        );
    }
}
