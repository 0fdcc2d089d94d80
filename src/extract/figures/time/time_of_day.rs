//! Times of day as written, and the day next to them: `3.15pm`, `15:00 GMT`, `noon`, `at four in the morning`, `half
//! past three`, `six o'clock`.

use std::ops::Range;

use jiff::civil::Date;

use super::{
    calendar::Moment,
    edges::is_any,
    phrase::{Clock, Phrase, Time},
};
use crate::{
    grammar::kinds,
    lexicon::{LEXICON, NumberClass, TimeWord},
    types::{Document, Tags, TokenKind},
};

/// A time of day and its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeOfDay {
    pub hour: i8,
    pub minute: i8,
    /// The offset from UTC, empty if none is stated.
    pub zone: &'static str,
    pub end: usize,
    /// Whether the words alone make it a time of day: `3pm`, `3:15`, but not a bare `3`.
    pub stated: bool,
    /// Whether it is known to be morning or afternoon.
    pub half: bool,
}

impl TimeOfDay {
    /// The time in the afternoon or evening, if its words allow that.
    pub fn in_the_evening(self) -> Self {
        let open = !self.half && (1..12).contains(&self.hour);
        TimeOfDay { hour: self.hour + if open { 12 } else { 0 }, half: true, ..self }
    }

    /// The time as on a clock.
    pub fn clock(&self) -> Clock {
        Clock::At { hour: self.hour, minute: self.minute, zone: self.zone }
    }
}

/// The time of day that starts at token `at`.
pub fn at(document: &Document, at: usize) -> Option<TimeOfDay> {
    if let Some(TimeWord::Hour(hour)) = word(document, at) {
        return Some(TimeOfDay { hour: *hour, minute: 0, zone: "", end: at + 1, stated: true, half: true });
    }
    let found = past_or_to(document, at).or_else(|| digits(document, at)).or_else(|| spelled(document, at))?;
    let found = zoned(document, halved(document, found));
    (found.hour < 24).then_some(found)
}

fn word(document: &Document, at: usize) -> Option<&'static TimeWord> {
    LEXICON.times.get(document.tokens.get(at)?.word)
}

fn bare(hour: i8, minute: i8, end: usize, stated: bool) -> TimeOfDay {
    TimeOfDay { hour, minute, zone: "", end, stated, half: hour > 12 }
}

/// A time in digits: `3`, `3:15`, `3.15`, `0800`, `15h30`.
fn digits(document: &Document, at: usize) -> Option<TimeOfDay> {
    let token = document.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
    let text = document.text(token.span);
    let small = |text: &str, limit: i8| text.parse::<i8>().ok().filter(|number| (0..limit).contains(number));
    if let Some((hour, minute)) = text.split_once('.') {
        let minute = small(minute, 60).filter(|_| minute.len() == 2)?;
        return Some(bare(small(hour, 24)?, minute, at + 1, false));
    }
    let hour = || at > 0 && is_any(document, at - 1, &["about", "around", "at", "by"]);
    let half = || torn_half(document, at + 3).is_some() || is_half(document, at + 3);
    let zoned = || matches!(word(document, at + 3), Some(TimeWord::Zone(_)));
    let torn = || half() || zoned() || hour();
    let colon = document.is(at + 1, ":") && document.is_glued(at) && (document.is_glued(at + 1) || torn());
    if colon && document.tags(at + 2).any(Tags::DIGITS) {
        // "14:02:31 GMT": the seconds are ignored, and no hour begins inside.
        let inner = |at: usize| document.is(at, ":") && document.is_glued(at) && document.is_glued(at - 1);
        if at > 1 && inner(at - 1) && document.tags(at - 2).any(Tags::DIGITS) {
            return None;
        }
        let zone = || matches!(word(document, at + 5), Some(TimeWord::Zone(_) | TimeWord::HalfDay(_)));
        let end = if inner(at + 3) && document.tags(at + 4).any(Tags::DIGITS) && zone() { at + 5 } else { at + 3 };
        let minute = document.word(at + 2);
        let minute = small(minute, 60).filter(|_| minute.len() == 2)?;
        return Some(bare(small(text, 24)?, minute, end, !is_tally(document, at, end)));
    }
    // "8. 39am", in text that was split into words.
    if document.is(at + 1, ".") && document.is_glued(at) && !document.is_glued(at + 1) && hour() && half() {
        let minute = small(document.word(at + 2), 60).filter(|_| document.word(at + 2).len() == 2)?;
        return Some(bare(small(text, 24)?, minute, at + 3, false));
    }
    // "10-30 a.m.".
    let dash = kinds::is_dash(document, at + 1);
    if dash && document.is_glued(at) && document.is_glued(at + 1) && is_half(document, at + 3) {
        let minute = small(document.word(at + 2), 60).filter(|&minute| minute > 12);
        if let (Some(hour), Some(minute)) = (small(text, 13), minute) {
            return Some(bare(hour, minute, at + 3, false));
        }
    }
    if let Some(minute) = minutes_behind_h(document, at) {
        return Some(bare(small(text, 24)?, small(minute, 60)?, at + 2, true));
    }
    if text.len() == 4 {
        return Some(bare(small(&text[..2], 24)?, small(&text[2..], 60)?, at + 1, false));
    }
    Some(bare(small(text, 24)?, 0, at + 1, false))
}

/// The hours that `p. m.` or `a. m.` adds, and the token after it, in text that was split into words.
pub fn torn_half(document: &Document, at: usize) -> Option<(i8, usize)> {
    let afternoon = is_any(document, at, &["p"]);
    let half = (afternoon || is_any(document, at, &["a"])) && is_any(document, at + 1, &["."]);
    (half && is_any(document, at + 2, &["m"]))
        .then(|| (if afternoon { 12 } else { 0 }, at + 3 + usize::from(is_any(document, at + 3, &["."]))))
}

/// Whether `am`, `pm` or the like is at `at`.
fn is_half(document: &Document, at: usize) -> bool {
    matches!(word(document, at), Some(TimeWord::HalfDay(_)))
}

/// The minutes after the `h` that adjoins the hour at `at`: `15h30`.
pub fn minutes_behind_h<'a>(document: &Document<'a>, at: usize) -> Option<&'a str> {
    let token = document.tokens.get(at + 1).filter(|token| token.span.len() == 3 && document.is_glued(at))?;
    document.text(token.span).strip_prefix('h')
}

/// A time in words: `six o'clock`; `at four in the morning`, but not `the blast killed four in the morning`.
fn spelled(document: &Document, at: usize) -> Option<TimeOfDay> {
    const BEFORE: [&str; 10] = ["about", "after", "around", "at", "before", "by", "from", "since", "till", "until"];
    let hour = small_number(document, at)?;
    let timed = || {
        at.checked_sub(1).is_some_and(|before| is_any(document, before, &BEFORE))
            && is_any(document, at + 1, &["in"])
            && matches!(word(document, at + 3), Some(TimeWord::Part("MO" | "AF" | "EV")))
    };
    (is_oclock(document, at + 1) || timed()).then(|| bare(hour, 0, at + 1, true))
}

fn small_number(document: &Document, at: usize) -> Option<i8> {
    let number =
        LEXICON.numbers.get(document.tokens.get(at)?.word).filter(|number| number.class == NumberClass::Unit)?;
    i8::try_from(number.value).ok().filter(|number| (1..=12).contains(number))
}

fn is_oclock(document: &Document, at: usize) -> bool {
    is_any(document, at, &["o'clock", "o’clock", "oclock"])
}

/// A time before or after an hour: `half past three`, `quarter to 9`.
fn past_or_to(document: &Document, at: usize) -> Option<TimeOfDay> {
    let (minutes, link) = minutes(document, at)?;
    let past = document.is(link, "past");
    let quarter = document.is(at, "quarter") || document.is(link - 1, "minutes");
    if !(past || quarter && document.is(link, "to")) {
        return None;
    }
    let named = if let Some(TimeWord::Hour(hour)) = word(document, link + 1) { Some((*hour, link + 2)) } else { None };
    let hour = named.or_else(|| small_number(document, link + 1).map(|hour| (hour, link + 2)));
    let (hour, end) = hour.or_else(|| digits(document, link + 1).map(|found| (found.hour, found.end)))?;
    let (hour, minute) = if past { (hour, minutes) } else { ((hour + 23) % 24, 60 - minutes) };
    Some(TimeOfDay { half: named.is_some() || hour > 12, ..bare(hour, minute, end, true) })
}

/// The minutes before `past` or `to`, and the token after them: `half`, `quarter`, `ten`, `20 minutes`.
fn minutes(document: &Document, at: usize) -> Option<(i8, usize)> {
    if document.is(at, "half") {
        return Some((30, at + 1));
    }
    if document.is(at, "quarter") {
        return Some((15, at + 1));
    }
    let link = at + 1 + usize::from(document.is(at + 1, "minutes"));
    if !is_any(document, link, &["past", "to"]) {
        return None;
    }
    let digits = || document.word(at).parse::<i8>().ok();
    let number = LEXICON.numbers.get(document.tokens[at].word).and_then(|number| i8::try_from(number.value).ok());
    Some((number.or_else(digits).filter(|minutes| (1..30).contains(minutes))?, link))
}

/// The time with the half of the day that follows: `am`, `p.m.`, `o'clock`, `in the morning`, `at night`.
fn halved(document: &Document, found: TimeOfDay) -> TimeOfDay {
    let end = found.end + usize::from(is_oclock(document, found.end));
    let oclock = TimeOfDay { end, stated: found.stated || end > found.end, ..found };
    if let Some((adds, end)) = torn_half(document, end) {
        let noon = oclock.hour % 12 + adds;
        return TimeOfDay { hour: noon, end, stated: true, half: true, ..oclock };
    }
    let (adds, end) = match word(document, end) {
        Some(TimeWord::HalfDay(adds)) => (*adds, end + 1),
        _ if document.is(end, "in") && document.is(end + 1, "the") => match word(document, end + 2) {
            Some(TimeWord::Part("MO")) => (0, end + 3),
            Some(TimeWord::Part("AF" | "EV")) => (12, end + 3),
            _ => return oclock,
        },
        _ if document.is(end, "at") && document.is(end + 1, "night") => (12, end + 2),
        _ => return oclock,
    };
    if !(1..=12).contains(&found.hour) {
        return oclock;
    }
    TimeOfDay { hour: found.hour % 12 + adds, end, stated: true, half: true, ..found }
}

/// The time with the zone that follows: `GMT`.
fn zoned(document: &Document, found: TimeOfDay) -> TimeOfDay {
    // "2000 hrs IST".
    let hours =
        found.end > 0 && document.word(found.end - 1).len() == 4 && is_any(document, found.end, &["hrs", "hours"]);
    let zone = matches!(word(document, found.end + 1), Some(TimeWord::Zone(_)));
    let led = hours && is_led_hour(document, found.end - 1);
    let found = if hours && (zone || led) { TimeOfDay { end: found.end + 1, ..found } } else { found };
    let found = TimeOfDay { stated: found.stated || led, ..found };
    match word(document, found.end) {
        Some(TimeWord::Zone(zone)) if document.tags(found.end).any(Tags::UPPERCASE) => {
            TimeOfDay { zone, end: found.end + 1, stated: true, ..found }
        }
        _ => found,
    }
}

/// Whether the four digits at `at` are an hour of the clock, not a duration: `at 2200 hrs`, `by 0630 hours`.
pub fn is_led_hour(document: &Document, at: usize) -> bool {
    const LEADS: &[&str] = &["about", "around", "at", "before", "by", "from", "till", "until"];
    let unit = document.tokens[at].span.len() == 4 && document.tags(at + 1).any(Tags::TIME_UNIT);
    let hours = unit && is_any(document, at + 1, &["hours", "hrs"]);
    hours && at > 0 && (is_any(document, at - 1, LEADS) || document.word(at).starts_with('0'))
}

/// Whether the numbers are a duration, not a time of day: `in 3:45`, `2:05:13`, `by 3:20 minutes`.
fn is_tally(document: &Document, at: usize, end: usize) -> bool {
    let needed = at.checked_sub(1).is_some_and(|before| is_any(document, before, &["in", "of", ":", "/"]));
    let longer = document.is_glued(end - 1)
        && is_any(document, end, &[":", "/", "."])
        && document.tags(end + 1).any(Tags::DIGITS);
    needed || longer || is_left(document, end)
}

/// Whether the words give the time left or played in a match: "1:12 left", "0:40 to go", "at the 3:15 mark".
pub fn is_left(document: &Document, end: usize) -> bool {
    let to_go = document.is(end, "to") && is_any(document, end + 1, &["go", "play"]);
    to_go || is_any(document, end, &["left", "mark", "remaining"])
}

/// The day after or before the time of day in `tokens`, and the tokens of both; the day is `None` if it is unknown.
pub fn day_beside(document: &Document, tokens: Range<usize>) -> Option<(Option<Date>, Range<usize>)> {
    day_behind(document, &tokens).or_else(|| day_before(document, &tokens))
}

/// The day after a time: `3pm on Tuesday`, `00:01, 23 September 2015`.
fn day_behind(document: &Document, tokens: &Range<usize>) -> Option<(Option<Date>, Range<usize>)> {
    // "8.50pm last night".
    let night = is_any(document, tokens.end, &["last"]) && is_any(document, tokens.end + 1, &["evening", "night"]);
    if night {
        return Some((document.dateline.and_then(|day| day.yesterday().ok()), tokens.start..tokens.end + 2));
    }
    let clock = behind_place(document, tokens.end);
    let from = clock + usize::from(is_any(document, clock, &["on", ","]));
    let phrase = super::starting_at(document, from).filter(|phrase| phrase.tokens.start >= tokens.end)?;
    // "7pm ET" can end a line.
    if clock > tokens.end && document.tokens[from].sentence != document.tokens[tokens.start].sentence {
        return None;
    }
    let end = phrase.tokens.end;
    let part = end + usize::from(document.tags(end).any(Tags::DAY_PART));
    Some((day_of(&phrase)?, tokens.start..part))
}

/// The token after the words for the place of the clock: `8pm local time`, `8pm Eastern time`, `8pm ET`.
fn behind_place(document: &Document, end: usize) -> usize {
    let named = document.is(end, "local") || document.tags(end).any(Tags::CAPITALISED);
    match () {
        () if named && document.is(end + 1, "time") => end + 2,
        () if document.tags(end).any(Tags::UPPERCASE) && is_any(document, end, &["et", "ct", "mt", "pt"]) => end + 1,
        () => end,
    }
}

/// The day before a time: `Tuesday at 3pm`, `tomorrow, 3pm`, `Friday night at 8`.
fn day_before(document: &Document, tokens: &Range<usize>) -> Option<(Option<Date>, Range<usize>)> {
    let word = tokens.start.checked_sub(1)?;
    let dash = document.tokens[word].kind == TokenKind::Dash;
    let to = if dash || is_any(document, word, &["at", ",", "around", "about", "by", "from", "between"]) {
        word
    } else {
        tokens.start
    };
    let part = to.checked_sub(1).filter(|&at| document.tags(at).any(Tags::DAY_PART));
    // "This afternoon at 3.20".
    if let Some(this) = part.and_then(|part| part.checked_sub(1)).filter(|&at| document.is(at, "this")) {
        return Some((document.dateline, this..tokens.end));
    }
    let phrase = super::ending_at(document, to).or_else(|| super::ending_at(document, part?))?;
    Some((day_of(&phrase)?, phrase.tokens.start..tokens.end))
}

/// The day, if the phrase is one; `Some(None)` if it is an unknown day.
pub fn day_of(phrase: &Phrase) -> Option<Option<Date>> {
    match phrase.time {
        Time::At(Moment::Day(day)) | Time::Yearless { moment: Moment::Day(day), known: true } => Some(Some(day)),
        Time::Unplaced => Some(None),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        segment::segment,
        types::{Article, Buffers},
    };

    #[test]
    fn times_are_read_as_written() {
        let cases = [
            ("3.15pm", Some((15, 15, true))),
            ("12 a.m.", Some((0, 0, true))),
            ("15:00 GMT", Some((15, 0, true))),
            ("4 in the morning", Some((4, 0, true))),
            ("half past three", Some((3, 30, true))),
            ("quarter to nine", Some((8, 45, true))),
            ("six o'clock", Some((6, 0, true))),
            ("noon", Some((12, 0, true))),
            ("15h30", Some((15, 30, true))),
            ("3 goals", Some((3, 0, false))),
            ("2:05:13", Some((2, 5, false))),
            ("25 goals", None),
        ];
        for (text, expected) in cases {
            let article = Article::new("a", None, text);
            let document = segment(&article, Buffers::default());
            let found = at(&document, 0).map(|found| (found.hour, found.minute, found.stated));
            assert_eq!(found, expected, "{text}");
        }
    }
}
