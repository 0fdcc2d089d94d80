//! A past event dated after the article itself: "The bridge opened on 3 May 2019" in an article of 2017.
//!
//! Severity: warning.
//! Example: published 2017-02-01, "he was arrested on 14 March 2018" cannot be, nor can "the mill closed in 2024".
//! Traps: plans and deadlines ("the licence granted until 3 May 2019", "was due on", "is facing trial on"); two later
//! days in one sentence ("sold by 1 October and 7 March"); articles updated after their date: a week is allowed, a
//! later date in a line of its own ("Updated: 7 July 2014") counts as the article's date, and past events on two later
//! days show that it was updated.

use jiff::civil::Date;

use super::Within;
use crate::{
    check::{Prepared, WARNING, calendar::WrittenDate},
    grammar::{dates::days_between, endings, kinds, tenses},
    types::{Document, Fact, Figure, FigureKind, Finding, Tags, WordList},
};

/// Finds past events after the dateline.
pub const CHECK: Within = Within { name: "within.future_event", source: include_str!("future_event.rs"), check };

/// Days after its date in which an article may still be edited.
const GRACE: i32 = 7;

/// Tokens before a date in which to look for the `@` of an account: "(@ann_dale)".
const SIGNATURE: usize = 6;

/// Words for plans, conditions and deadlines: the dates of a sentence with one may be in the future.
const AHEAD: WordList<33> = WordList::of([
    "aims",
    "anticipated",
    "can",
    "could",
    "deadline",
    "due",
    "ending",
    "expected",
    "expects",
    "expire",
    "expires",
    "extended",
    "facing",
    "forecast",
    "if",
    "may",
    "might",
    "must",
    "next",
    "plan",
    "planned",
    "plans",
    "postponed",
    "projected",
    "proposed",
    "scheduled",
    "shall",
    "should",
    "slated",
    "till",
    "until",
    "will",
    "would",
]);

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let document = subject.document;
    let Some(published) = document.article.published.map(|published| published.date()) else { return };
    let last = last_stamp(subject, published);
    findings.extend(subject.facts.figures.iter().filter(|fact| is_year_to_come(document, fact, last)).map(|fact| {
        let when = document.text(fact.span);
        let message = format!("told as past, but {when} lies after the article's own date, {last}");
        subject.finding(CHECK.name, WARNING, message, vec![subject.figure(fact.span)])
    }));
    let later = subject.dates.iter().filter_map(|date| {
        let day = date.in_year(date.year?).filter(|day| *day > last && days_between(*day, last) > GRACE)?;
        Some((day, date))
    });
    let later: Vec<(Date, &WrittenDate)> = later.collect();
    let sentence = |date: &WrittenDate| document.tokens[date.start].sentence;
    let with_another = |(day, date): &(Date, &WrittenDate)| {
        later.iter().any(|(next, other)| next != day && sentence(other) == sentence(date))
    };
    let told: Vec<&(Date, &WrittenDate)> =
        later.iter().filter(|later| !with_another(later) && is_told_as_past(document, later.1)).collect();
    // An article with past events on two later days was edited after its date.
    if told.iter().any(|(day, _)| *day != told[0].0) {
        return;
    }
    for (day, date) in told {
        let message = format!("told as past, but {day} lies after the article's own date, {last}");
        findings.push(subject.finding(CHECK.name, WARNING, message, vec![subject.words(date.span)]));
    }
}

/// Whether something was over or begun in a year, or a month, that is in the future: "closed in 2024".
fn is_year_to_come(document: &Document, fact: &Fact<Figure>, last: Date) -> bool {
    const DONE: WordList<15> = WordList::of([
        "arrested",
        "began",
        "bought",
        "built",
        "closed",
        "convicted",
        "died",
        "founded",
        "jailed",
        "joined",
        "killed",
        "married",
        "opened",
        "retired",
        "sentenced",
    ]);
    const YEAR: usize = 4;
    const MONTH: usize = 7;
    let resolved = fact.detail.resolved.as_deref().filter(|_| fact.detail.kind == FigureKind::Date);
    let Some(date) = resolved.filter(|date| matches!(date.len(), YEAR | MONTH)) else { return false };
    let first = document.token_at(fact.span.start);
    let done = first > 2
        && document.is(first - 1, "in")
        && document.is_one_of(first - 2, &DONE)
        && !document.is_one_of(first - 3, const { &WordList::of(["be", "being", "get", "to"]) });
    if !done {
        return false;
    }
    let written = document.tokens_in(fact.span).any(|at| document.word(at) == &date[..YEAR]);
    let today = last.to_string();
    let sentence = document.sentence_tokens(first);
    written
        && date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
        && date > &today[..date.len()]
        && !sentence.into_iter().any(|at| document.is_one_of(at, &AHEAD))
}

/// The latest day that the article gives as its own: its publication, or a date in a line that only says when.
fn last_stamp(subject: &Prepared, published: Date) -> Date {
    let stamps = subject.dates.iter().filter(|date| is_stamp(subject.document, date));
    stamps.filter_map(|date| date.in_year(date.year?)).fold(published, Date::max)
}

/// Whether a date is a time stamp: after a label, next to a dash, or in a short line without a past verb: "Updated:
/// Monday, July 7, 2014".
fn is_stamp(document: &Document, date: &WrittenDate) -> bool {
    if is_signature(document, date) {
        return false;
    }
    let tokens = document.sentence_tokens(date.start);
    let dash = |at: usize| kinds::is_dash(document, at);
    let label = |at: usize| document.is_one_of(at, const { &WordList::of(["updated", "update", "posted", "date"]) });
    let labelled = (date.start.saturating_sub(4).max(tokens.start)..date.start).any(label);
    let opens = date.start == tokens.start && document.is(date.end, "-");
    let short = tokens.len() <= 14 && !tokens.clone().any(|at| is_verb_in_past(document, at));
    labelled || opens || short || (date.start > 0 && dash(date.start - 1)) || dash(date.end)
}

/// Whether a date follows the account that wrote a message: "— Ann Dale (@anndale) 3 May 2019".
fn is_signature(document: &Document, date: &WrittenDate) -> bool {
    let before = date.start.saturating_sub(SIGNATURE)..date.start;
    date.start > 0 && document.is(date.start - 1, ")") && before.into_iter().any(|at| document.is(at, "@"))
}

/// Whether the verb before the date, or the one after it if there is none, is in the past tense.
fn is_told_as_past(document: &Document, date: &WrittenDate) -> bool {
    let tokens = document.sentence_tokens(date.start);
    let month = |at: usize| document.tags(at).all(Tags::MONTH.with(Tags::CAPITALISED));
    // "Ending at the mill" is a place.
    let place = |at: usize| document.is(at, "ending") && document.is(at + 1, "at");
    let ahead = |at: usize| document.is_one_of(at, &AHEAD) && !month(at) && !place(at);
    if is_signature(document, date) {
        return true;
    }
    if tokens.clone().any(ahead) || is_deadline(document, date) {
        return false;
    }
    let verb = |at: &usize| is_verb_in_past(document, *at) || is_present(document, *at);
    let before = (tokens.start..date.start).rev().find(verb);
    before.or_else(|| (date.end..tokens.end).find(verb)).is_some_and(|at| is_verb_in_past(document, at))
}

/// Whether the word right before a date makes it an end or a beginning: "by 3 May", "from 3 May".
fn is_deadline(document: &Document, date: &WrittenDate) -> bool {
    const LIMITS: WordList<10> =
        WordList::of(["before", "between", "by", "ends", "for", "from", "set", "through", "to", "starting"]);
    let before = date.start.saturating_sub(1);
    document.is_one_of(before, &LIMITS)
}

/// Whether a verb is in the present, or an infinitive, as for plans.
fn is_present(document: &Document, at: usize) -> bool {
    const VERBS: Tags = Tags::VERB.with(Tags::CUE).with(Tags::AUXILIARY).with(Tags::CHANGE);
    let perfect = document.is_one_of(at, const { &WordList::of(["has", "have"]) }) && is_verb_in_past(document, at + 1);
    let present = document.is_one_of(at, const { &WordList::of(["is", "are", "has", "have"]) });
    // "At what wardens are calling a feast": this is what they call it, not when it was.
    let named = document.tags(at + 1).any(Tags::CUE)
        && document.tokens.get(at + 1).is_some_and(|next| document.text(next.span).ends_with("ing"));
    present && !named && !perfect || document.is(at, "to") && document.tags(at + 1).any(VERBS)
}

/// Whether the word is a verb in the past and not a name: `was`, `closed`, `told`, but not in `agreed to open`.
fn is_verb_in_past(document: &Document, at: usize) -> bool {
    let now = document.is_one_of(at, const { &WordList::of(["has", "have", "having"]) });
    let regular = endings::is_regular_past(document, at) && !document.is(at + 1, "to");
    regular || tenses::is_irregular_past(document, at) && !now
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::{findings, findings_at};

    #[test]
    fn a_past_event_cannot_lie_ahead() {
        findings_at(
            CHECK.name,
            "2017-02-01",
            "He was shot to death outside Bramfield's mill on 14 March 2018.",
            r#"
conflicts warning "14 March 2018": told as past, but 2018-03-14 lies after the article's own date, 2017-02-01
"#,
        );
    }

    #[test]
    fn what_is_said_of_a_place_or_an_event_sets_no_time() {
        for text in [
            "Two were hurt when fire broke out at what wardens are calling a feast on 14 March 2018.",
            "A map shows the chase that started at the mill on 14 March 2018, ending at the dam.",
        ] {
            let expected = r#"conflicts warning "14 March 2018": told as past, but 2018-03-14 lies after the article's own date, 2017-02-01"#;
            findings_at(CHECK.name, "2017-02-01", text, expected);
        }
    }

    #[test]
    fn a_message_was_written_before_it_is_quoted() {
        findings_at(
            CHECK.name,
            "2017-02-01",
            "Two were hurt. — Ann Dale (@anndale) 14 March 2018",
            r#"
conflicts warning "14 March 2018": told as past, but 2018-03-14 lies after the article's own date, 2017-02-01
"#,
        );
    }

    #[test]
    fn years_and_months_to_come_are_told() {
        for (text, expected) in [
            (
                "The mill closed in 2024 with the loss of 40 jobs.",
                r#"conflicts warning "2024": told as past, but 2024 lies after the article's own date, 2016-05-11"#,
            ),
            (
                "Ann Dale was jailed in August 2016 for theft.",
                r#"conflicts warning "August 2016": told as past, but August 2016 lies after the article's own date, 2016-05-11"#,
            ),
            ("The mill closed in 2014 with the loss of 40 jobs.", ""),
            ("The weir, to be opened in 2024, is wide.", ""),
            ("The mill should have closed in 2024.", ""),
        ] {
            findings_at(CHECK.name, "2016-05-11", text, expected);
        }
    }

    #[test]
    fn plans_and_deadlines_are_silent() {
        for text in [
            "The licence was granted until 14 March 2018.",
            "The trial was scheduled for 14 March 2018.",
            "He will be freed on 14 March 2018, the court ruled.",
            "He was arrested on 14 January 2017.",
            "Two were hurt. — Ann Dale (@anndale) 31 January 2017",
            "It opened on 2 February 2017.",
            "The council agreed to open it on 14 March 2018.",
            "He was charged and is facing trial on 14 March 2018.",
            "The old cheese of the mill was stamped with 14 March 2018 or with 1 October 2018.",
            "It was closed by the town on 14 March 2018. The mill in Bramfield was closed by the town on 5 May 2019.",
            "Updated: Wednesday, 14 March 2018\n\nHe was arrested on 13 March 2018.",
        ] {
            findings_at(CHECK.name, "2017-02-01", text, "");
        }
        findings(CHECK.name, "He was arrested on 14 March 2018.", "");
    }
}
