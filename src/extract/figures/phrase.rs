//! Noun phrases beside a figure, cut from tags and endings: no parser, so in doubt shorter.

use std::ops::Range;

use super::{
    designation::is_title_case,
    noun::{self, is_noun, is_plural, is_word},
    numeral,
    verb::{self, is_verb},
};
use crate::types::{Document, Tags, TokenKind};

/// Most words of a phrase.
pub const LONGEST: usize = 9;

/// Tags of words that no noun phrase goes across.
pub const LIMITS: Tags = Tags::AUXILIARY
    .with(Tags::PREPOSITION)
    .with(Tags::CONJUNCTION)
    .with(Tags::PRONOUN)
    .with(Tags::RELATIVE)
    .with(Tags::DETERMINER)
    .with(Tags::NEGATION)
    .with(Tags::NUMBER_WORD)
    .with(Tags::TIME_UNIT)
    .with(Tags::WEEKDAY)
    .with(Tags::DAY_WORD);

/// A noun phrase: its tokens, the last of which is the head.
pub type Phrase = Range<usize>;

/// The noun phrase that starts at `at`; `singular` where one thing is counted, so that an `s` ends a verb.
pub fn behind(document: &Document, at: usize, singular: bool) -> Option<Phrase> {
    // What stands behind the end of a sentence is of the next one.
    if at > 0 && at < document.tokens.len() && document.tokens[at].sentence != document.tokens[at - 1].sentence {
        return None;
    }
    let limit = sentence_end(document, at).min(at + LONGEST);
    let mut end = at;
    let mut next = at;
    while next < limit {
        if !is_part(document, next, at, singular) {
            break;
        }
        end = next + 1;
        // "One arms deal": what one counts is no plural.
        let one = singular && next == at && end < limit && is_part(document, end, at, singular);
        let closes = is_plural(document, next) && !joins(document, end) && !is_place_of(document, next);
        if closes && !one && !continues(document, end, singular) {
            break;
        }
        next = if joins(document, end) { end + 1 } else { end };
    }
    let several = end > at + 1;
    let heads = |last: usize| is_noun(document, last) || several && is_model(document, last);
    let closed = end > at && (heads(end - 1) || several && is_particle_of(document, end - 1));
    (closed && !is_point_in_time(document, at)).then_some(at..end)
}

/// The noun phrase that ends before `end`.
pub fn before(document: &Document, end: usize) -> Option<Phrase> {
    let first = document.sentence_tokens(end.checked_sub(1)?).start;
    let mut start = end;
    while start > first && end - start < LONGEST && may_precede(document, start - 1) {
        start -= 1;
    }
    while start < end && !is_word(document, start) {
        start += 1;
    }
    // "Promised to cut taxes by", "the bid to buy the mill for": the verb is not part of it.
    let infinitive = start > first && document.is(start - 1, "to") && start + 1 < end;
    start += usize::from(infinitive && verb::is_infinitive(document, start));
    (start < end && (is_noun(document, end - 1) || is_model(document, end - 1))).then_some(start..end)
}

/// "A call-up", "two break-ins": the particle that a hyphen makes the end of a noun.
fn is_particle_of(document: &Document, at: usize) -> bool {
    joins(document, at - 1) && document.tags(at).any(Tags::PREPOSITION | Tags::BOUND | Tags::ADVERB)
}

/// "Texas ranch", "Netherlands fans": a name in `s` that says where the things behind it are.
fn is_place_of(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    let behind = document.tags(at + 1);
    let noun = is_word(document, at + 1) && is_noun(document, at + 1);
    tags.any(Tags::PLACE) && tags.any(Tags::CAPITALISED) && noun && !behind.any(LIMITS.with(Tags::VERB))
}

/// Whether a hyphen at `at` joins its neighbours to one word; a long dash sets them apart.
pub fn joins(document: &Document, at: usize) -> bool {
    numeral::joins(document, at) && document.word(at) != "—"
}

fn may_precede(document: &Document, at: usize) -> bool {
    let token = &document.tokens[at];
    let tags = token.tags;
    let inner = joins(document, at)
        || document.is(at, "&")
        || token.kind == TokenKind::Possessive
        || is_initial_stop(document, at);
    let verb = is_verb(document, at);
    inner
        || is_model(document, at)
        || is_word(document, at) && !tags.any(LIMITS) && !verb && !document.word(at).ends_with("ly")
}

/// "Nora G. Pike": the full stop of an initial inside a name.
fn is_initial_stop(document: &Document, at: usize) -> bool {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    document.is(at, ".") && at > 1 && capital(at + 1) && document.tokens[at - 1].span.len() == 1 && capital(at - 1)
}

/// "FTSE 100", "iPhone 14": a number that is part of a name; a single digit may be a score.
fn is_model(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::DIGITS)
        && document.tokens[at].span.len() > 1
        && at > 0
        && is_word(document, at - 1)
        && document.word(at - 1).contains(char::is_uppercase)
}

/// Words behind a noun that begin what is said of it, before a preposition.
const GOING_ON: [&str; 13] = [
    "ahead",
    "approaching",
    "belonging",
    "coming",
    "going",
    "living",
    "serving",
    "sleeping",
    "standing",
    "staying",
    "waiting",
    "walking",
    "working",
];

/// Whether token `next` goes on with the phrase that started at `start`.
fn is_part(document: &Document, next: usize, start: usize, singular: bool) -> bool {
    let tags = document.tags(next);
    let first = next == start;
    let joined = !first && joins(document, next - 1);
    let numbered = document.tags(next.saturating_sub(1)).any(Tags::CAPITALISED) && is_word(document, next + 1);
    let owner = usize::from(start > 1 && document.tags(start - 1).any(Tags::DETERMINER));
    let part = start > 0 && document.is(start - 1 - owner, "of");
    // "Seven Sheriff's Department vehicles".
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let name = !first && capital(next - 1) && capital(next + 1) && is_word(document, next + 1);
    let owned = document.tokens[next].kind == TokenKind::Possessive && is_word(document, next + 1);
    // "Two bachelor's degrees": what stands behind one owner is counted; "the ten women's coats" counts women.
    let one_owner = !first && !singular && !is_plural(document, next - 1) && !document.tags(next + 1).any(LIMITS);
    let possessive = owned && (part || name || one_owner);
    let model =
        tags.any(Tags::DIGITS) && (joined || !first && (numbered || is_model(document, next))) || !first && possessive;
    // "A 185-hp four-seat van", "two 9-year-old goats": a number that a hyphen makes part of the name of a thing.
    let compound =
        tags.any(Tags::NUMBER_WORD | Tags::DIGITS) && joins(document, next + 1) && is_word(document, next + 2);
    // "Loud and unruly guests", "two new 737 Max jets".
    let attribute = !first && document.is(next, "and") && joins_attributes(document, next);
    let leads = tags.any(Tags::DIGITS) && document.tags(next + 1).any(Tags::CAPITALISED);
    let model = model || attribute || leads && !first && document.tags(next - 1).any(Tags::ADJECTIVE);
    if model || compound || joined && is_word(document, next) {
        return true;
    }
    let most = part && !first && document.is(next, "most");
    let limit = is_word(document, next)
        && !most
        && tags.any(LIMITS)
        && !is_occasion(document, next)
        && document.word(next) != "US";
    if !is_word(document, next) || limit || !first && is_point_in_time(document, next) {
        return false;
    }
    let word = document.word(next);
    let capital = tags.any(Tags::CAPITALISED);
    let participle = !capital && word.ends_with("ed") && word.len() > 4;
    let noun_before = !first && is_noun(document, next - 1);
    let first_plural = !singular && is_plural(document, next) && !(start..next).any(|at| is_plural(document, at));
    let lost = first && document.is(next.saturating_sub(1), "of");
    let gerund = !first && !noun_before && word.ends_with("ing") && !document.tags(next + 1).any(Tags::DETERMINER);
    // "An early call-up".
    let compound = joins(document, next + 1) && is_word(document, next + 2);
    // Headlines write verbs with capitals, too: "Basketball Star Dies".
    let headline = capital && noun_before && tags.any(Tags::VERB) && is_title_case(document, next);
    let described = !first && document.tags(next - 1).any(Tags::DESCRIPTIVE);
    let verb = tags.any(Tags::VERB)
        && !described
        && !lost
        && !gerund
        && !first_plural
        && !participle
        && (!capital && !compound && (noun_before || !word.ends_with('s')) || headline);
    let third_person = singular && noun_before && word.ends_with('s') && !word.ends_with("ss") && !capital;
    let adverb = tags.any(Tags::ADVERB | Tags::BOUND) && !first && !most;
    // "A maid working for", "the race ahead of": what goes on behind the noun.
    let goes_on = noun_before
        && !capital
        && document.tags(next + 1).any(Tags::PREPOSITION)
        && GOING_ON.iter().any(|word| document.is(next, word));
    let state = noun_before && (noun::is_state(document, next) || document.is(next, "worth"));
    !(goes_on || state || participle && noun_before || verb || third_person || adverb)
}

/// Whether the `and` at `at` stands between two adjectives of a plural: "loud and unruly guests", "Scottish and Irish
/// sea captains", "the most loyal and best trained dogs".
fn joins_attributes(document: &Document, at: usize) -> bool {
    const GRADES: [&str; 4] = ["highly", "more", "most", "very"];
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let names = capital(at - 1) && capital(at + 1) && !is_plural(document, at - 1);
    let graded = at > 1 && GRADES.iter().any(|word| document.is(at - 2, word));
    let first = names
        || graded
        || document.tags(at - 1).any(Tags::ADJECTIVE | Tags::DESCRIPTIVE)
        || document.word(at - 1).ends_with("ed");
    let inner = |at: usize| is_word(document, at) && !document.tags(at).any(LIMITS.with(Tags::VERB));
    let plural = |at: usize| inner(at) && is_plural(document, at);
    let plain = |at: usize| inner(at) && !(names && capital(at));
    let described = |at: usize| document.tags(at).any(Tags::ADJECTIVE | Tags::DESCRIPTIVE);
    let both = described(at - 1) && described(at + 1) && inner(at + 2);
    both || first && inner(at + 1) && (at + 2..at + 5).find(|&at| plural(at) || !plain(at)).is_some_and(plural)
}

/// "the third time", "three times": occasions are counted, other words of time are durations.
fn is_occasion(document: &Document, at: usize) -> bool {
    document.is(at, "time") || document.is(at, "times")
}

/// Whether a plural goes on into the next word: "sports clubs", "arms deals". An `s` behind a plural ends no verb.
fn continues(document: &Document, next: usize, singular: bool) -> bool {
    !singular && is_word(document, next) && !document.tags(next).any(LIMITS) && is_plural(document, next)
}

/// "next year", "last spring": when, not what.
fn is_point_in_time(document: &Document, at: usize) -> bool {
    let pointer =
        ["next", "last", "previous", "later", "earlier", "early", "late"].iter().any(|word| document.is(at, word));
    pointer && document.tags(at + 1).any(Tags::TIME_UNIT | Tags::SEASON | Tags::MONTH | Tags::WEEKDAY)
        || document.tags(at).any(Tags::SEASON) && !document.tags(at + 1).any(Tags::ORDINARY)
}

/// The end of the sentence token `at` stands in; `at` itself behind the last token.
fn sentence_end(document: &Document, at: usize) -> usize {
    if at < document.tokens.len() { document.sentence_tokens(at).end } else { at }
}
