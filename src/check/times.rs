//! The times that a sentence names, as numbers that can be compared.

use jiff::civil::Date;

use super::stems::word;
use crate::types::{ArticleFacts, Document, Fact, Figure, FigureKind, Tags, WordList};

/// The dates that a sentence names, each as a number (see [`time`]), without the day on which something was said.
pub fn times(document: &Document, facts: &ArticleFacts, sentence: u32) -> Vec<u32> {
    let start = facts.figures.partition_point(|fact| fact.sentence < sentence);
    let here = facts.figures[start..].iter().take_while(|fact| fact.sentence == sentence);
    let dates = here.filter(|fact| fact.detail.kind == FigureKind::Date && !is_day_of_speech(document, fact));
    let named = |fact: &Fact<Figure>| {
        let resolved = || fact.detail.resolved.as_deref().map(time);
        hour(document, fact).or_else(resolved).or_else(|| period(document, fact))
    };
    let mut times: Vec<u32> = dates.filter_map(named).collect();
    times.sort_unstable();
    times.dedup();
    times
}

/// A resolved time as a number: the digits of a day, 20160621 for `2016-06-21` and for `2016-06-21TNI`; otherwise a
/// hash, which is larger.
fn time(resolved: &str) -> u32 {
    let day = resolved.split_once('T').map_or(resolved, |(day, _)| day);
    let digits = || {
        day.bytes()
            .filter(|byte| *byte != b'-')
            .try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0')))
    };
    let number = if day.len() == 10 { digits() } else { None };
    number.unwrap_or_else(|| word(resolved) | 1 << 31)
}

/// Words for periods that differ even when the article's date is unknown: "this year" is not 2015.
const PERIODS: WordList<10> =
    WordList::of(["century", "decade", "month", "months", "quarter", "season", "spring", "summer", "year", "years"]);

/// An unresolved time as a number, if it is a period.
fn period(document: &Document, fact: &Fact<Figure>) -> Option<u32> {
    let named = document.tokens_in(fact.span).any(|at| document.is_one_of(at, &PERIODS));
    named.then(|| word(document.text(fact.span)) | 1 << 31)
}

/// The day for a number made by [`time`].
pub fn day(time: u32) -> Option<Date> {
    let [year, month, day] = [time / 10_000, time / 100 % 100, time % 100];
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// An hour without a day next to it, as a number that is not a day: "8 a.m.", "midnight".
fn hour(document: &Document, fact: &Fact<Figure>) -> Option<u32> {
    let (_, hour) = fact.detail.resolved.as_deref()?.split_once('T')?;
    let day = Tags::WEEKDAY | Tags::MONTH | Tags::DAY_WORD;
    let alone = hour.starts_with(|first: char| first.is_ascii_digit())
        && !document.tokens_in(fact.span).any(|at| document.tags(at).any(day));
    alone.then(|| word(hour) | 1 << 31)
}

/// Whether a date comes right after a verb of speech: "said Tuesday", "announced on Tuesday".
fn is_day_of_speech(document: &Document, fact: &Fact<Figure>) -> bool {
    let before = document.token_at(fact.span.start).checked_sub(1);
    let cue = before.and_then(|at| if document.is(at, "on") { at.checked_sub(1) } else { Some(at) });
    cue.is_some_and(|at| document.tags(at).any(Tags::CUE))
}

#[cfg(test)]
mod tests {
    use crate::testing::findings;

    #[test]
    fn a_year_and_this_year_are_two_times() {
        let told = "Ostwick sheared 4,180 goats in 2014, a warden said.";
        findings(
            "within.conflicting_figure",
            &format!("{told} This year Ostwick has sheared 4,810 goats, and the fair is still to come."),
            "",
        );
        findings(
            "within.conflicting_figure",
            &format!("{told} Ostwick has sheared 4,810 goats, and the fair is still to come."),
            r#"
conflicts warning "4,180" "4,810": 4180 and 4810 for what seems one quantity
"#,
        );
    }
}
