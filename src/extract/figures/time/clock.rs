//! A time of day, with its day and time zone where they are stated: "3.15pm on Tuesday", "15:00 GMT",
//! "00:01, 23 September 2015", "noon", "half past six".

use std::ops::Range;

use jiff::civil::Date;

use super::{
    calendar::Moment,
    context, edges,
    phrase::{self, Phrase, Time},
    tense, time_of_day, weekly,
};
use crate::{
    extract::Extractor,
    lexicon::Tense,
    types::{BlockKind, Document, Figure, Tags},
};

/// Times of day.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.clock",
    source: include_str!("clock.rs"),
    anchors: Tags::DIGITS.with(Tags::DAY_PART).with(Tags::FRACTION).with(Tags::NUMBER_WORD),
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The time of day that starts at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    if !is_likely(document, at) {
        return None;
    }
    let clock = time_of_day::at(document, at)?;
    // "8 tonight", "tonight at 8": the day makes a bare number a time.
    let bare = !clock.stated
        && (document.is(clock.end, "tonight")
            || document.is(clock.end, "tomorrow")
            || is_hour_on_day(document, at)
            || is_hour_last_night(document, at, clock.end)
            || is_train(document, at)
            || is_behind_part(document, at) && edges::is_closed(document, clock.end));
    if !clock.stated && !bare {
        return None;
    }
    if let Some((weekday, tokens)) = weekly::beside(document, &(at..clock.end)) {
        let often = format!("XXXX-WXX-{weekday}T{:02}:{:02}", clock.hour, clock.minute);
        return Some(Phrase::new(tokens, Time::Every(often)));
    }
    // "Last night around 8:30".
    let night = clock.hour > 4 && (at.saturating_sub(2)..at).any(|at| document.is(at, "night"));
    let clock = if night { clock.in_the_evening() } else { clock };
    let beside = time_of_day::day_beside(document, at..clock.end);
    if !clock.half && clock.zone.is_empty() && beside.is_none() && is_running_time(document, at, clock.end) {
        return None;
    }
    let (day, tokens) = beside.unwrap_or_else(|| (day_before(document, at..clock.end, clock.hour), at..clock.end));
    let night = || clock.hour > 4 && tokens.clone().any(|at| document.is(at, "night"));
    let clock = if is_late(document, &tokens) || night() { clock.in_the_evening() } else { clock };
    let time = match day {
        // The block that dates the article stands for its day.
        Some(day) if document.block_of(at).kind == BlockKind::Dateline => Time::At(Moment::Day(day)),
        _ => Time::OfDay(day, clock.clock()),
    };
    Some(Phrase::new(tokens, time))
}

/// The day named before a time of day, else the dateline. It is also the dateline where a past event cannot be on the
/// coming weekday named before: "She will come on Thursday. The bell rang at 3am." After midnight it is the day after a
/// named night.
fn day_before(document: &Document, tokens: Range<usize>, hour: i8) -> Option<Date> {
    const EVENING: i8 = 17;
    const MORNING: i8 = 5;
    if !(MORNING..EVENING).contains(&hour)
        && let Some(night) = context::named_night(document, tokens.start)
    {
        return if hour < MORNING { night.tomorrow().ok() } else { Some(night) };
    }
    let day = context::day(document, tokens.start);
    let ahead = document.dateline.is_some() && day > document.dateline;
    let past = || tense::of(document, &tokens) == Some(Tense::Past);
    if ahead && context::is_behind_weekday(document, tokens.start) && past() { document.dateline } else { day }
}

/// Whether a word or mark near the number suggests a time of day; for most numbers this test is cheaper than reading
/// them.
fn is_likely(document: &Document, at: usize) -> bool {
    const NEAR: Tags = Tags::CLOCK.with(Tags::DAY_PART);
    (at..at + 5).any(|at| document.tags(at).any(NEAR))
        || document.tags(at + 1).any(Tags::DAY_WORD)
        || is_behind_part(document, at)
        || is_hour_on_day(document, at)
        || document.tokens[at].span.len() > 3 && (is_train(document, at) || time_of_day::is_led_hour(document, at))
        || time_of_day::torn_half(document, at + 1).is_some()
        || document.is_glued(at) && time_of_day::minutes_behind_h(document, at).is_some()
}

/// Whether `last night` follows the number: "Around 7 last night".
fn is_hour_last_night(document: &Document, at: usize, end: usize) -> bool {
    let led = at > 0 && edges::is_any(document, at - 1, &["around", "at"]);
    led && document.is(end, "last") && document.is(end + 1, "night")
}

/// Whether `on` and a weekday follow the number: "The news at 6 on Monday", "at 9 on Friday morning".
fn is_hour_on_day(document: &Document, at: usize) -> bool {
    let on = document.is(at + 1, "on") && document.tags(at + 2).any(Tags::WEEKDAY);
    on && at > 0 && edges::is_any(document, at - 1, &["at", "around"])
}

/// Whether the number is a train's departure time: "The 07.42 from Tarn", "the 17:20 to Ostwick".
fn is_train(document: &Document, at: usize) -> bool {
    const GOING: &[&str] = &["from", "service", "to", "train"];
    let minutes = || document.word(at).split_once('.').is_some_and(|(_, minutes)| minutes.len() == 2);
    let short = (4..6).contains(&document.tokens[at].span.len());
    let the = short && at > 0 && document.is(at - 1, "the") && edges::is_any(document, at + 1, GOING);
    the && minutes() && (document.tags(at + 2).any(Tags::CAPITALISED) || !document.tags(at + 1).any(Tags::PREPOSITION))
}

/// Whether the words before make the number an hour: "Tonight at 8", "this morning around 10", "Thursdays at 5.30".
fn is_behind_part(document: &Document, at: usize) -> bool {
    let Some(part) = at.checked_sub(2) else { return false };
    let tags = document.tags(part);
    let this = tags.any(Tags::DAY_PART) && part > 0 && document.is(part - 1, "this");
    (this || document.is(part, "tonight") || is_weekly(document, part))
        && edges::is_any(document, at - 1, &["at", "around", "about"])
}

/// Whether the word at `at` is the plural of a weekday.
fn is_weekly(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::WEEKDAY) && document.ends_in(at, "days")
}

/// Whether words of the phrase place its hour after noon: "8 tonight", "5 tomorrow afternoon".
fn is_late(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| edges::is_any(document, at, &["tonight", "afternoon", "evening"]))
}

/// Whether the number is the length of a film before its title in a list: "1:29 Police respond to".
fn is_running_time(document: &Document, at: usize, end: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let title = document.tags(end).any(Tags::CAPITALISED) && !document.tags(end).any(Tags::UPPERCASE);
    document.is(at + 1, ":") && title && !document.tags(before).any(Tags::PREPOSITION | Tags::ADVERB | Tags::AUXILIARY)
}

#[cfg(test)]
mod tests {
    use crate::testing::{figures, figures_at};

    #[test]
    fn what_a_night_places() {
        figures_at(
            "2015-09-23",
            "
The barge sank last night around 8:30. It drifted ashore at about 2 a.m. and was towed at 10 a.m. in Tarn.
               ^^^^^^^^^^ figure date resolved=2015-09-22TNI
                                 ^^^^ figure date bound=approx resolved=2015-09-22T20:30
                                                                  ^^^^^^ figure date bound=approx resolved=2015-09-23T02:00
                                                                                          ^^^^^^^ figure date resolved=2015-09-23T10:00
",
        );
    }

    #[test]
    fn times_take_their_day() {
        figures_at(
            "2015-09-23",
            "
He rose at 3.15am.
           ^^^^^^ figure date resolved=2015-09-23T03:15
Doors will open at 7.30pm on Friday. The bell rang at noon Tuesday.
                   ^^^^^^^^^^^^^^^^ figure date resolved=2015-09-25T19:30
                                                      ^^^^^^^^^^^^ figure date resolved=2015-09-22T12:00
",
        );
        figures(
            "
Tram line shut
00:01, 23 September 2015
^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-09-23
",
        );
    }

    #[test]
    fn what_is_past_is_not_of_the_day_to_come() {
        figures_at(
            "2015-09-23",
            "
The wardens will meet on Friday. The bell rang at 3am.
                         ^^^^^^ figure date resolved=2015-09-25
                                                  ^^^ figure date resolved=2015-09-23T03:00
",
        );
    }

    #[test]
    fn hours_on_a_day() {
        figures_at(
            "2015-09-23",
            "
Ada Pike reads the news at 9 on Monday.
                           ^^^^^^^^^^^ figure date resolved=2015-09-21T09:00
",
        );
    }

    #[test]
    fn parts_of_the_day_make_hours_of_numbers() {
        figures_at(
            "2015-09-23",
            "
The bell will ring this afternoon at 3.20. It rings tonight at 8 and on Thursdays at 17.30.
                   ^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-09-23T15:20
                                                    ^^^^^^^^^^^^ figure date resolved=2015-09-23T20:00
                                                                        ^^^^^^^^^^^^^^^^^^ figure date resolved=XXXX-WXX-4T17:30
It rang at 15h30, and tonight at 8 schools.
           ^^^^^ figure date resolved=2015-09-23T15:30
                      ^^^^^^^ figure date resolved=2015-09-23
                                 ^ figure count value=8 counted=[schools]
",
        );
    }

    #[test]
    fn six_in_the_evening_is_no_length() {
        figures_at(
            "2015-09-23",
            "
The gates shut at 6pm. The ram woke at five in the morning. The flood took five in the morning.
                  ^^^ figure date resolved=2015-09-23T18:00
                                       ^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-09-23T05:00
                                                                           ^^^^ figure count value=5
                                                                                   ^^^^^^^^^^^ figure date
",
        );
    }

    #[test]
    fn the_place_whose_clock_it_is() {
        figures_at(
            "2015-09-23",
            "
The horn blew at 8pm local time on Sunday and at 9 a.m. ET Monday.
                 ^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-09-20T20:00
                                                 ^^^^^^^^^^^^^^^^ figure date resolved=2015-09-21T09:00
",
        );
    }

    #[test]
    fn four_digits_and_hours() {
        figures_at(
            "2015-09-23",
            "
The barge left at 2200 hrs on Friday after 1400 hours of work.
                  ^^^^^^^^^^^^^^^^^^ figure date resolved=2015-09-18T22:00
                                           ^^^^^^^^^^ figure duration value=1400 unit=hour counted=[work] resolved=PT1400H
",
        );
    }

    #[test]
    fn last_night() {
        figures_at(
            "2015-09-23",
            "
Wardens were called at 8.50pm last night; it rang at 9:30 last night.
                       ^^^^^^^^^^^^^^^^^ figure date resolved=2015-09-22T20:50
                                                     ^^^^^^^^^^^^^^^ figure date resolved=2015-09-22T21:30
",
        );
    }

    #[test]
    fn trains_by_their_time() {
        figures_at(
            "2015-09-23",
            "
The 07.42 from Tarn was late, and the 1.25 to 3.75 range fell.
    ^^^^^ figure date resolved=2015-09-23T07:42
                                      ^^^^^^^^^^^^ figure range low=1.25 high=3.75 counted=[range]
",
        );
    }

    #[test]
    fn torn_halves() {
        figures(
            "
It burned at 3 p. m. and at 7: 12 a. m.
             ^^^^^^^ figure date resolved=T15:00
                            ^^^^^^^^^^^ figure date resolved=T07:12
",
        );
    }

    #[test]
    fn torn_minutes() {
        figures(
            "
At about 9: 25 on Tuesday morning it sank.
         ^^^^^^^^^^^^^^^^^^^^^^^^ figure date bound=approx resolved=T09:25
",
        );
    }

    #[test]
    fn hours_of_last_night() {
        figures(
            "
Around 7 last night the bell rang.
       ^^^^^^^^^^^^ figure date bound=approx resolved=T19:00
",
        );
    }

    #[test]
    fn torn_clocks() {
        figures_at(
            "2015-09-23",
            "
Wardens came at 8. 39am and left by 10. 15 pm; at 14: 25 GMT the weir shut. They saw 8. Rowe came.
                ^^^^^^^ figure date resolved=2015-09-23T08:39
                                    ^^^^^^^^^ figure date bound=at_most resolved=2015-09-23T22:15
                                                  ^^^^^^^^^^ figure date resolved=2015-09-23T14:25Z
                                                                                     ^ figure count value=8
",
        );
    }
}
