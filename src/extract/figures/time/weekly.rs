//! The weekday of a time of day that recurs every week: "every Friday at 7pm", "at 6.30 each Saturday morning",
//! "Thursdays at 8".

use std::ops::Range;

use super::edges::is_any;
use crate::{
    lexicon::{LEXICON, TimeWord},
    types::{Document, Tags},
};

/// The weekday next to the time of day in `tokens`, and the tokens of both.
pub fn beside(document: &Document, tokens: &Range<usize>) -> Option<(i8, Range<usize>)> {
    before(document, tokens).or_else(|| behind(document, tokens))
}

/// The weekday before the time: "Every Friday evening at 7", "Fridays, 7pm".
fn before(document: &Document, tokens: &Range<usize>) -> Option<(i8, Range<usize>)> {
    let last = tokens.start.checked_sub(1)?;
    let last =
        if is_any(document, last, &["at", "around", "about", "by", "from", ","]) { last.checked_sub(1)? } else { last };
    let day = if document.tags(last).any(Tags::DAY_PART) { last.checked_sub(1)? } else { last };
    let (weekday, first) = recurring(document, day)?;
    Some((weekday, first..tokens.end))
}

/// The weekday after the time: "7pm every Friday", "6.30 each Saturday morning", "8pm on Thursdays".
fn behind(document: &Document, tokens: &Range<usize>) -> Option<(i8, Range<usize>)> {
    let next = tokens.end + usize::from(is_any(document, tokens.end, &["on"]));
    let day = next + usize::from(is_any(document, next, &["every", "each"]));
    let (weekday, _) = recurring(document, day)?;
    let part = usize::from(document.tags(day + 1).any(Tags::DAY_PART));
    Some((weekday, tokens.start..day + 1 + part))
}

/// The weekday at `at`, if it is a plural or follows "every" or "each", and its first token.
fn recurring(document: &Document, at: usize) -> Option<(i8, usize)> {
    if !document.tags(at).any(Tags::WEEKDAY) {
        return None;
    }
    let &TimeWord::Weekday(weekday) = LEXICON.times.get(document.tokens[at].word)? else { return None };
    let every = at.checked_sub(1).filter(|&at| is_any(document, at, &["every", "each"]));
    let plural = document.ends_in(at, "days");
    (plural || every.is_some()).then(|| (weekday, every.unwrap_or(at)))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn weekdays_and_hours() {
        figures_at(
            "2015-09-23",
            "
The choir sings every Friday at 7pm, 6.30am each Sunday and 8pm on Thursdays. It sang on Friday at 9pm.
                ^^^^^^^^^^^^^^^^^^^ figure date resolved=XXXX-WXX-5T19:00
                                     ^^^^^^^^^^^^^^^^^^ figure date resolved=XXXX-WXX-7T06:30
                                                            ^^^^^^^^^^^^^^^^ figure date resolved=XXXX-WXX-4T20:00
                                                                                         ^^^^^^^^^^^^^ figure date resolved=2015-09-18T21:00
",
        );
    }
}
