//! Whether the clause around a date looks back or ahead.

use std::ops::Range;

use super::edges::is_any;
use crate::{
    grammar::kinds,
    lexicon::{LEXICON, Tense, TimeWord},
    types::{BlockKind, Document, Tags, TokenKind},
};

/// Maximum number of tokens to look at on either side.
const REACH: usize = 25;

/// The tense of the nearest verb before the tokens, else of the nearest after them, in their sentence.
pub fn of(document: &Document, tokens: &Range<usize>) -> Option<Tense> {
    if let Some(before) = before_clock(document, tokens.start).checked_sub(1) {
        // "Until at least Thursday".
        let least = before > 1 && document.is(before, "least") && document.is(before - 1, "at");
        let before = if least { before - 2 } else { before };
        if document.is(before, "since") {
            return Some(Tense::Past);
        }
        if is_any(document, before, &["until", "till"]) || is_awaited(document, before, tokens.end) {
            return Some(Tense::Future);
        }
    }
    let sentence = document.sentence_tokens(tokens.start);
    if is_until_event(document, sentence.start, tokens.start) {
        return Some(Tense::Future);
    }
    let before = tokens.start.saturating_sub(REACH).max(sentence.start)..tokens.start;
    let behind = tokens.end..(tokens.end + REACH).min(sentence.end);
    let back = before.rev().find_map(|at| at_token(document, at, tokens.start));
    let found = back.or_else(|| behind.into_iter().find_map(|at| at_token(document, at, tokens.start)));
    found.or_else(|| is_announcement(document, sentence, tokens).then_some(Tense::Future))
}

/// Whether the word at `before` and those after the date, which ends at `end`, refer to something in the future: "Set
/// for Thursday", "ahead of Thursday's vote", "ready for Saturday's march"; not "Blamed for Monday's fire", "ahead of
/// Monday's win".
fn is_awaited(document: &Document, before: usize, end: usize) -> bool {
    const READY: &[&str] = &[
        "billed",
        "booked",
        "called",
        "fixed",
        "forecast",
        "issued",
        "listed",
        "planned",
        "prepare",
        "prepared",
        "preparing",
        "qualified",
        "qualify",
        "ready",
        "scheduled",
        "set",
        "slated",
        "tickets",
        "warning",
    ];
    const OVER: &[&str] =
        &["attack", "collapse", "crash", "death", "defeat", "explosion", "fire", "killing", "loss", "victory", "win"];
    let owner = kinds::is_possessive(document, end);
    if owner && (end + 1..end + 4).any(|at| is_any(document, at, OVER)) {
        return false;
    }
    if document.is(before, "of") {
        return before > 0 && document.is(before - 1, "ahead");
    }
    let near = (before.saturating_sub(if owner { 1 } else { 2 })..before).any(|at| is_any(document, at, READY));
    document.is(before, "for") && near
}

/// Whether something lasts until the event whose date starts at `start`: "To sit until a vote in June".
fn is_until_event(document: &Document, first: usize, start: usize) -> bool {
    const INNER: Tags = Tags::DETERMINER.with(Tags::PREPOSITION).with(Tags::PRONOUN);
    let inner = |&at: &usize| {
        let token = &document.tokens[at];
        let verb = token.tags.any(Tags::AUXILIARY) || LEXICON.tenses.get(token.word).is_some();
        token.kind == TokenKind::Word && (!verb || token.tags.any(INNER)) && !token.tags.any(Tags::RELATIVE)
    };
    let placed = start > first && is_any(document, start - 1, &["in", "on"]);
    let mut words = (first.max(start.saturating_sub(6))..start).rev().take_while(inner);
    placed && words.any(|at| is_any(document, at, &["until", "till"]))
}

/// Whether the line consists of times only, so that it announces: "Friday, 3 May, 7pm to 9pm", "4th of July".
fn is_announcement(document: &Document, sentence: Range<usize>, tokens: &Range<usize>) -> bool {
    const TIMES: Tags = Tags::MONTH
        .with(Tags::WEEKDAY)
        .with(Tags::DAY_WORD)
        .with(Tags::DAY_PART)
        .with(Tags::TIME_UNIT)
        .with(Tags::TIME_CUE)
        .with(Tags::SEASON)
        .with(Tags::DIGITS)
        .with(Tags::ORDINAL)
        .with(Tags::NUMBER_WORD)
        .with(Tags::PREPOSITION)
        .with(Tags::CONJUNCTION)
        .with(Tags::DETERMINER);
    let is_time = |at: usize| {
        let token = &document.tokens[at];
        tokens.contains(&at)
            || token.kind != TokenKind::Word
            || token.tags.any(TIMES)
            || LEXICON.times.get(token.word).is_some()
    };
    document.block_of(sentence.start).sentences.len() == 1 && sentence.into_iter().all(is_time)
}

/// The first token of the time of day before a date, else of the date: "Until 15:00 GMT Saturday".
fn before_clock(document: &Document, start: usize) -> usize {
    let is_clock = |&at: &usize| {
        let word = LEXICON.times.get(document.tokens[at].word);
        let named = matches!(word, Some(TimeWord::Hour(_) | TimeWord::HalfDay(_) | TimeWord::Zone(_)));
        named || document.tokens[at].kind == TokenKind::Number || is_any(document, at, &[":", "on", "at"])
    };
    (start.saturating_sub(5)..start).rev().take_while(is_clock).last().unwrap_or(start)
}

/// The tense that the word at `at` gives to a date that starts at `date`.
pub fn at_token(document: &Document, at: usize, date: usize) -> Option<Tense> {
    let token = &document.tokens[at];
    let is_name = token.tags.any(Tags::CAPITALISED) && !token.tags.any(Tags::SENTENCE_START);
    if token.kind != TokenKind::Word || (is_name && document.block_of(at).kind != BlockKind::Title) {
        return None;
    }
    let word = document.word(at);
    match LEXICON.tenses.get(token.word) {
        // "They released a plan on Tuesday": a noun.
        Some(Tense::Future) if at + 3 > date && date > at && is_noun_of_plan(document, at) => None,
        Some(Tense::Future) if word == "due" => is_due(document, at).then_some(Tense::Future),
        Some(Tense::Future) => Some(Tense::Future),
        Some(Tense::Past) => past_form(document, at, date),
        None if word.len() > 4 && word.ends_with("ed") => past_form(document, at, date),
        // "The vote is on Friday", "it is to close"; "is accused of …" gives no tense.
        None if is_any(document, at, &["is", "are"]) => {
            (at < date && at + 2 >= date || document.is(at + 1, "to")).then_some(Tense::Future)
        }
        None => None,
    }
}

/// Whether a word of planning is a noun: "A £3m plan", "their plans".
fn is_noun_of_plan(document: &Document, at: usize) -> bool {
    const LEADS: Tags = Tags::DETERMINER.with(Tags::POSSESSIVE).with(Tags::ADJECTIVE).with(Tags::MAGNITUDE);
    is_any(document, at, &["plan", "plans"]) && at > 0 && document.tags(at - 1).any(LEADS.with(Tags::DIGITS))
}

/// Whether `due` means expected: "Is due to open", "due on Friday"; not "due to bad weather".
fn is_due(document: &Document, at: usize) -> bool {
    let be =
        at.checked_sub(1).is_some_and(|before| is_any(document, before, &["is", "are", "was", "were", "be", "been"]));
    be || !document.is(at + 1, "to")
}

/// The tense of a past form, usually past. Not so after `be` ("will be held"), after `to` ("to shut"), in an
/// arrangement ("is set to") and, for a verb of intent, before `to` with the date after it: "voted to close it on
/// Monday", but "on Monday voted to". After `is` a past form gives no other tense.
fn past_form(document: &Document, at: usize, date: usize) -> Option<Tense> {
    const BE: &[&str] = &["is", "are", "was", "were", "been"];
    const ARRANGED: &[&str] = &["billed", "booked", "fixed", "poised", "scheduled", "set", "slated", "tipped"];
    const INTENT: &[&str] = &[
        "agreed",
        "asked",
        "decided",
        "hoped",
        "intended",
        "offered",
        "ordered",
        "pledged",
        "promised",
        "refused",
        "threatened",
        "urged",
        "voted",
        "vowed",
        "wanted",
    ];
    // "Results for the year ended 31 May".
    let ended = at > 0 && document.is(at, "ended") && document.tags(at - 1).any(Tags::TIME_UNIT);
    if ended {
        return None;
    }
    let adverb = at.checked_sub(1).filter(|&before| document.tags(before).any(Tags::ADVERB)).unwrap_or(at);
    let Some(before) = adverb.checked_sub(1) else { return Some(Tense::Past) };
    if document.is(at + 1, "to") && is_any(document, at, ARRANGED) && is_any(document, before, BE) {
        return Some(Tense::Future);
    }
    if is_any(document, before, &["is", "are"]) {
        return None;
    }
    // "It will cut output": the bare form is the same as the past one.
    if document.tags(before).any(Tags::MODAL) {
        return Some(Tense::Future);
    }
    let intent = || at < date && document.is(at + 1, "to") && is_any(document, at, INTENT);
    let ahead = is_any(document, before, &["be", "to"]) || intent();
    Some(if ahead { Tense::Future } else { Tense::Past })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        segment::segment,
        types::{Article, Buffers},
    };

    fn tense(text: &str) -> Option<Tense> {
        let article = Article::new("a", None, text);
        let document = segment(&article, Buffers::default());
        let at = (0..document.tokens.len()).find(|&at| document.tags(at).any(Tags::WEEKDAY)).unwrap();
        of(&document, &(at..at + 1))
    }

    #[test]
    fn the_nearest_verb_tells() {
        assert_eq!(tense("The council met on Tuesday and will meet again."), Some(Tense::Past));
        assert_eq!(tense("She said the fair will open on Friday."), Some(Tense::Future));
        assert_eq!(tense("On Monday, the pool is to close."), Some(Tense::Future));
        assert_eq!(tense("They voted to shut it on Monday."), Some(Tense::Future));
        assert_eq!(tense("She was chosen to sit until a vote on Sunday."), Some(Tense::Future));
        assert_eq!(tense("Results for the year ended May will come on Sunday."), Some(Tense::Future));
        assert_eq!(tense("She will give results for the year ended in May on Sunday."), Some(Tense::Future));
        assert_eq!(tense("The mill will cut its output on Sunday."), Some(Tense::Future));
        assert_eq!(tense("The mill cut its output on Sunday."), Some(Tense::Past));
        assert_eq!(tense("Storm on Sunday"), None);
        assert_eq!(tense("The guild on Sunday promised to mend the weir."), Some(Tense::Past));
        assert_eq!(tense("The guild promised to mend the weir on Sunday."), Some(Tense::Future));
        assert_eq!(tense("The guild is set to meet the wardens on Sunday."), Some(Tense::Future));
        assert_eq!(tense("A meeting of the guild was set for Sunday."), Some(Tense::Future));
        assert_eq!(tense("The wardens mended the weir ahead of Sunday's race."), Some(Tense::Future));
        assert_eq!(tense("Wardens were blamed for Sunday's fire."), Some(Tense::Past));
        assert_eq!(tense("The guild meets in the mill on Sunday."), Some(Tense::Future));
        assert_eq!(tense("The ferryman died on Sunday."), Some(Tense::Past));
    }
}
