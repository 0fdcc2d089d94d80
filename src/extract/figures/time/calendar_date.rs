//! A month, with the day, the weekday and the year where they are stated: "Friday 4 March 2011",
//! "Oct. 7", "early June", "last November", "March this year".

use super::{
    calendar::Moment,
    direction::{self, Direction},
    edges, guess, number,
    phrase::{self, Phrase, Time},
    remembered, years,
};
use crate::{
    extract::Extractor,
    grammar::kinds,
    lexicon::{LEXICON, TimeWord},
    types::{Document, Figure, Tags, TokenKind},
};
use jiff::civil::Date;

/// Dates by the name of their month.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.calendar_date",
    source: include_str!("calendar_date.rs"),
    anchors: Tags::MONTH,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The date around the month at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    let &TimeWord::Month(month) = LEXICON.times.get(document.tokens[at].word)? else { return None };
    let before = day_before(document, at);
    let mut end = at + 1 + usize::from(is_abbreviation_dot(document, at));
    let mut day = before.map(|(day, _)| day);
    if day.is_none()
        && let Some((found, behind)) = day_behind(document, at, end)
    {
        (day, end) = (Some(found), behind);
    }
    let year = years::behind(document, end);
    if !is_month(document, at, day.is_some(), year.is_some()) {
        return None;
    }
    let start = before.map_or(at, |(_, start)| start);
    let day = day.map(|day| day as i8);
    let date = Written { month, day, start, end };
    Some(match year {
        Some((year, end)) => dated(document, &date, year, end)?,
        None => yearless(document, &date)?,
    })
}

/// The month and day as written, and their tokens.
struct Written {
    month: i8,
    day: Option<i8>,
    start: usize,
    end: usize,
}

impl Written {
    fn in_year(&self, year: i16) -> Option<Moment> {
        match self.day {
            Some(day) => Some(Moment::Day(Date::new(year, self.month, day).ok()?)),
            None => Some(Moment::Month(year, self.month)),
        }
    }
}

/// The date with a stated year; "2015 last year" repeats it.
fn dated(document: &Document, date: &Written, year: i16, end: usize) -> Option<Phrase> {
    let end = relative_year(document, end).filter(|_| date.day.is_none()).map_or(end, |(_, end)| end);
    let time = date.in_year(year).map_or(Time::Unplaced, Time::At);
    Some(Phrase::new(lead(document, date.start, date.day.is_some())..end, time))
}

fn yearless(document: &Document, date: &Written) -> Option<Phrase> {
    if let Some((years, end)) = relative_year(document, date.end) {
        let year = document.year.map(|year| year + years);
        let time = year.and_then(|year| date.in_year(year)).map_or(Time::Unplaced, Time::At);
        return Some(Phrase::new(lead(document, date.start, date.day.is_some())..end, time));
    }
    if let Some((direction, start)) = directed(document, date.start) {
        let time = document.dateline.and_then(|dateline| pointed(date, direction, dateline));
        return Some(Phrase::new(start..date.end, time.map_or(Time::Unplaced, Time::At)));
    }
    let start = lead(document, date.start, date.day.is_some());
    let remembered = date.day.and_then(|day| remembered::day(document, &(start..date.end), date.month, day));
    if let Some(day) = remembered {
        return Some(Phrase::new(start..date.end, Time::At(Moment::Day(day))));
    }
    let time = guess::year_of(document, &(start..date.end), date.month, date.day)?;
    let time = on_its_weekday(document, date, start, &time).unwrap_or(time);
    Some(Phrase::new(start..date.end, time))
}

/// The date in the guessed year or one next to it in which the day is the stated weekday: "Thursday 19 May".
fn on_its_weekday(document: &Document, date: &Written, start: usize, guessed: &Time) -> Option<Time> {
    let Some(TimeWord::Weekday(stated)) = LEXICON.times.get(document.tokens[start].word) else { return None };
    let Time::Yearless { moment: Moment::Day(day), known: true } = guessed else { return None };
    // If the date is near, a wrong weekday is likelier than another year.
    const NEAR: i32 = 45;
    let ahead = document.dateline.and_then(|dateline| Some(dateline.until(*day).ok()?.get_days()));
    let years: &[i16] = match ahead {
        Some(days) if days > 0 && days <= NEAR => &[0, -1],
        Some(days) if days.abs() <= NEAR => return None,
        _ => &[0, -1, 1],
    };
    let fits = |year: i16| {
        let moment = date.in_year(year)?;
        let Moment::Day(day) = moment else { return None };
        (day.weekday().to_monday_one_offset() == *stated).then_some(Time::Yearless { moment, known: true })
    };
    years.iter().find_map(|years| fits(day.year() + years))
}

/// The direction before the month, and the first token of the phrase: `last November`.
fn directed(document: &Document, start: usize) -> Option<(Direction, usize)> {
    let word = start.checked_sub(1)?;
    let direction = direction::at(document, word)?;
    Some((direction, edges::lead(document, word)))
}

fn pointed(date: &Written, direction: Direction, dateline: Date) -> Option<Moment> {
    let year = dateline.year();
    let earlier = (date.month, date.day) < (dateline.month(), date.day.map(|_| dateline.day()));
    let later = (date.month, date.day) > (dateline.month(), date.day.map(|_| dateline.day()));
    date.in_year(match direction {
        Direction::Last | Direction::Before => year - i16::from(!earlier),
        Direction::Next | Direction::After => year + i16::from(!later),
        Direction::This | Direction::Same => year,
    })
}

/// The start of the phrase: the weekday before a date with a day, else the words that point into the month.
fn lead(document: &Document, start: usize, has_day: bool) -> usize {
    if !has_day {
        return edges::lead(document, start);
    }
    let mut weekday = start;
    for skipped in [",", "the", "."] {
        weekday = weekday.checked_sub(1).filter(|&at| document.is(at, skipped)).unwrap_or(weekday);
    }
    weekday.checked_sub(1).filter(|&at| document.tags(at).any(Tags::WEEKDAY)).unwrap_or(start)
}

/// The day before the month, and its first token: `4`, `4th`, `the fourth of`.
fn day_before(document: &Document, at: usize) -> Option<(i32, usize)> {
    let of = at.checked_sub(1).filter(|&word| document.is(word, "of"));
    // "Losses of 20" above "May 5": a date stays in its paragraph.
    let last = of.unwrap_or(at).checked_sub(1)?;
    if document.tokens[last].sentence != document.tokens[at].sentence {
        return None;
    }
    for start in (last.saturating_sub(2)..=last).rev() {
        if let Some((day, end)) = number::ordinal(document, start)
            && end == last + 1
            && (1..=31).contains(&day)
        {
            let longer = (last > start).then(|| number::ordinal(document, start.saturating_sub(2)));
            let start = longer.flatten().filter(|(_, end)| *end == last + 1).map_or(start, |_| start.saturating_sub(2));
            return Some((day, edges::determiner(document, start)));
        }
    }
    // "The 15 of July"; in "15 of July's storms" they are storms.
    let owns = |at: usize| kinds::is_possessive(document, at);
    let day = number::digits(document, last).filter(|day| (1..=31).contains(day) && !(of.is_some() && owns(at + 1)))?;
    let free = !last.checked_sub(1).is_some_and(|before| glued_number(document, before));
    free.then_some((day, last))
}

/// Whether token `at` joins the next digits to another number or sign: `3:15`, `$5`, `2.5`.
fn glued_number(document: &Document, at: usize) -> bool {
    document.is_glued(at) && edges::is_any(document, at, &["$", "£", "€", ":", "/"])
}

/// The day after the month, and the token after it: `4`, `4th`, `the fourth`.
fn day_behind(document: &Document, at: usize, behind: usize) -> Option<(i32, usize)> {
    if let Some((day, end)) = number::ordinal(document, behind + usize::from(document.is(behind, "the"))) {
        return (1..=31).contains(&day).then_some((day, end));
    }
    if let Some((day, end)) = number::spelled(document, behind) {
        let noun = kinds::is_word(document, end);
        return (!noun && (1..=31).contains(&day)).then_some((day, end));
    }
    let day = number::digits(document, behind).filter(|day| (1..=31).contains(day))?;
    if document.word(behind).len() > 2 || is_other_number(document, at, behind + 1) {
        return None;
    }
    Some((day, behind + 1))
}

/// Whether the number after the month counts the noun after it: "In March 12 people".
fn is_other_number(document: &Document, at: usize, behind: usize) -> bool {
    let tags = document.tags(behind);
    // "May 3:15" is an hour, "TARN, May 3: A barge sank" a dateline.
    let hour = document.is(behind, ":") && document.is_glued(behind) && document.tags(behind + 1).any(Tags::DIGITS);
    if tags.any(Tags::PERCENT | Tags::MAGNITUDE) || hour {
        return true;
    }
    let plain = kinds::is_word(document, behind);
    const LINKS: Tags = Tags::PREPOSITION.with(Tags::CONJUNCTION).with(Tags::AUXILIARY).with(Tags::CAPITALISED);
    let noun = plain && !tags.any(LINKS | Tags::DETERMINER | Tags::PRONOUN);
    noun && at.checked_sub(1).is_some_and(|before| edges::is_any(document, before, &["in", "since", "during"]))
}

/// The number of years from the dateline's, and the token after the words: `this year`, `of last year`.
fn relative_year(document: &Document, end: usize) -> Option<(i16, usize)> {
    let at = end + usize::from(document.is(end, "of"));
    let years = match direction::at(document, at)? {
        Direction::Last => -1,
        Direction::This => 0,
        Direction::Next => 1,
        _ => return None,
    };
    document.is(at + 1, "year").then_some((years, at + 2))
}

/// Whether a dot abbreviates the month: `Sept.`.
fn is_abbreviation_dot(document: &Document, at: usize) -> bool {
    document.is_glued(at)
        && document.is(at + 1, ".")
        && document.tokens[at].span.len() <= 4
        && !edges::is_any(document, at, &["may", "june", "july"])
}

/// Whether the word is a month rather than a verb, a name or a newspaper.
fn is_month(document: &Document, at: usize, has_day: bool, has_year: bool) -> bool {
    let tags = document.tags(at);
    if has_day || has_year {
        // "Under the age of 21 may".
        const CLOSED: Tags = Tags::PREPOSITION.with(Tags::CONJUNCTION);
        let next = document.tokens.get(at + 1);
        let closed = next.is_none_or(|next| next.kind != TokenKind::Word || next.tags.any(CLOSED));
        let small = edges::is_any(document, at, &["may", "march", "mar"]);
        return tags.any(Tags::CAPITALISED) || !small || has_day && closed;
    }
    if !tags.any(Tags::CAPITALISED) {
        // Careless writers leave out the capital; these words have no other meaning.
        const ONLY_MONTHS: &[&str] =
            &["january", "february", "april", "july", "september", "october", "november", "december"];
        return edges::is_any(document, at, ONLY_MONTHS) && is_placed(document, at);
    }
    if is_paired(document, at) {
        return true;
    }
    if document.tokens[at].span.len() == 3 && !document.is(at, "may") {
        return is_abbreviation_dot(document, at);
    }
    // The other months are hardly ever names.
    !edges::is_any(document, at, &["march", "april", "may", "june", "august"]) || is_placed(document, at)
}

/// Whether another month next to it shows that the word is a month: "June-August", "from Nov to March".
fn is_paired(document: &Document, at: usize) -> bool {
    let month = |at: usize| document.tags(at).any(Tags::MONTH) && document.tags(at).any(Tags::CAPITALISED);
    let linked = |at: usize| document.tags(at).any(Tags::LINK) && !document.is(at, "and");
    linked(at + 1) && month(at + 2) || at > 1 && linked(at - 1) && month(at - 2)
}

/// Whether the word before shows that it is a month: "In May", "last April", "early June".
fn is_placed(document: &Document, at: usize) -> bool {
    const BEFORE: &[&str] = &[
        "in", "since", "until", "till", "from", "during", "between", "by", "through", "of", "last", "next", "this",
        "early", "late", "mid", "and", "to", "every", "each", "before", "after", "for", "and", "-", "–", "previous",
        "that", "or",
    ];
    let name = document.tags(at + 1).any(Tags::CAPITALISED) && document.tags(at + 1).any(Tags::SURNAME);
    let Some(before) = at.checked_sub(1).filter(|_| !name) else { return false };
    edges::is_any(document, before, BEFORE) || is_of_a_noun(document, at)
}

/// Whether an article precedes the month and a common noun follows: "The April raid", "a June storm".
fn is_of_a_noun(document: &Document, at: usize) -> bool {
    const CLOSED: Tags = Tags::PREPOSITION
        .with(Tags::CONJUNCTION)
        .with(Tags::AUXILIARY)
        .with(Tags::PRONOUN)
        .with(Tags::DETERMINER)
        .with(Tags::ADVERB)
        .with(Tags::RELATIVE)
        .with(Tags::CAPITALISED);
    let article = at.checked_sub(1).is_some_and(|before| edges::is_any(document, before, &["a", "an", "the"]));
    let noun = document.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Word && !next.tags.any(CLOSED));
    article && noun
}

#[cfg(test)]
mod tests {
    use crate::testing::{figures, figures_at};

    #[test]
    fn what_may_be_done_has_no_date() {
        figures(
            "
Nobody under the age of 21 may row there, but it opens on 21 may.
       ^^^^^^^^^^^^^^^^^^^ figure age value=21 unit=year bound=less_than
                                                          ^^^^^^ figure date
",
        );
    }

    #[test]
    fn dates_with_a_year_need_no_dateline() {
        figures_at(
            "2016-02-11",
            "
The mill burnt down on 4 March 2011 and reopened in September 2012.
                       ^^^^^^^^^^^^ figure date resolved=2011-03-04
                                                    ^^^^^^^^^^^^^^ figure date resolved=2012-09
",
        );
    }

    #[test]
    fn a_month_without_a_year_is_the_one_the_tense_suggests() {
        figures_at(
            "2015-09-23",
            "
The mill burnt down last November and shut in March this year.
                    ^^^^^^^^^^^^^ figure date resolved=2014-11
                                              ^^^^^^^^^^^^^^^ figure date resolved=2015-03
It will reopen in early May, on Friday 6 May.
                  ^^^^^^^^^ figure date resolved=2016-05
                                ^^^^^^^^^^^^ figure date resolved=2016-05-06
",
        );
    }

    #[test]
    fn dates_stay_in_their_paragraph() {
        figures(
            "
Tarn Barges cuts jobs by 20
                         ^^ figure count value=20 change=down counted=[jobs]

May 5, 2007
^^^^^^^^^^^ figure date resolved=2007-05-05

Tarn Barges has told its clerks to go.
",
        );
    }

    #[test]
    fn verbs_and_names_are_no_months() {
        figures_at(
            "2015-09-23",
            "
Mrs May may march to the mill, and April Jones may not.
",
        );
    }

    #[test]
    fn pairs_and_spelled_days() {
        figures(
            "
June-August 1992 was dry, and May twenty nine, 2011 was wet.
^^^^^^^^^^^^^^^^ figure date resolved=1992-06/1992-08
                              ^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2011-05-29
",
        );
    }

    #[test]
    fn a_weekday_tells_the_year() {
        figures_at(
            "2015-09-23",
            "
The warden will hold her next surgery on Thursday, May 19.
                                         ^^^^^^^^^^^^^^^^ figure date resolved=2016-05-19
",
        );
    }

    #[test]
    fn a_colon_ends_a_dateline() {
        figures(
            "
TARN, May 3: A barge sank on June 4: nobody was hurt. It left on May 3:15 late.
      ^^^^^ figure date
                             ^^^^^^ figure date
                                                                     ^^^^ figure date resolved=T03:15
",
        );
    }

    #[test]
    fn a_slip_in_the_weekday_moves_no_year() {
        figures_at(
            "2025-11-12",
            "
It opens Saturday, November 14. It burned on Tuesday, November 4.
         ^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2025-11-14
                                             ^^^^^^^^^^^^^^^^^^^ figure date resolved=2025-11-04
",
        );
    }
}
