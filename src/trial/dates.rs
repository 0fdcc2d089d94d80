//! Slips in dates: a day that its month does not have, a wrong weekday.

use crate::types::{Document, FigureKind, Span, Tags, TokenKind};

use super::{Edit, Read, numbers::like, random::Random};

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const SHORT_MONTHS: [&str; 4] = ["April", "June", "September", "November"];

/// Changes the day of a date to the first that its month does not have.
pub fn impossible_day(_: &Read, article: &Read, _: &mut Random) -> Vec<Edit> {
    let edit = |(day, month): (usize, usize)| {
        let name = article.document.word(month);
        let last = if name == "February" {
            "30"
        } else if SHORT_MONTHS.contains(&name) {
            "31"
        } else {
            "32"
        };
        Edit { span: article.document.tokens[day].span, words: last.to_owned() }
    };
    days(article).map(edit).collect()
}

/// Changes the weekday before a date.
pub fn wrong_weekday(_: &Read, article: &Read, random: &mut Random) -> Vec<Edit> {
    let document = article.document;
    let edit = |(day, month): (usize, usize)| {
        let first = day.min(month);
        let at = (first.saturating_sub(2)..first).find(|&at| document.tags(at).any(Tags::WEEKDAY))?;
        let others: Vec<&str> = WEEKDAYS.iter().copied().filter(|name| *name != document.word(at)).collect();
        let other = random.one_of(&others)?;
        Some(Edit { span: document.tokens[at].span, words: like(document.word(at), other) })
    };
    days(article).filter_map(edit).collect()
}

/// Dates of the text with day and month next to each other, as tokens.
pub fn days<'a>(article: &Read<'a>) -> impl Iterator<Item = (usize, usize)> + use<'a> {
    let document = article.document;
    let dates = article.facts.figures.iter().filter(|fact| fact.detail.kind == FigureKind::Date);
    dates.filter_map(move |fact| day_and_month(document, fact.span))
}

fn day_and_month(document: &Document, date: Span) -> Option<(usize, usize)> {
    let tokens = document.tokens_in(date);
    let month = tokens.clone().find(|&at| document.tags(at).all(Tags::MONTH.with(Tags::CAPITALISED)))?;
    let is_day = |at: &usize| {
        let number = document.tokens[*at].kind == TokenKind::Number;
        number && document.word(*at).parse::<u32>().is_ok_and(|day| (1..=31).contains(&day))
    };
    let beside = [month.checked_sub(1), Some(month + 1)];
    let day = beside.into_iter().flatten().filter(|at| tokens.contains(at)).find(is_day)?;
    Some((day, month))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::planting::tests::edits;

    #[test]
    fn days_and_weekdays_become_others() {
        let text = "The mill opened on Monday, 3 June 2013, and shut on 9 July 2014.";
        assert_eq!(edits(impossible_day, text, text), ["3 -> 31", "9 -> 32"]);
        let changed = edits(wrong_weekday, text, text);
        assert!(changed.len() == 1 && changed[0].starts_with("Monday -> "), "{changed:?}");
        let text = "The mill opened in June and shut on Monday.";
        assert_eq!(edits(impossible_day, text, text), [""; 0]);
    }
}
