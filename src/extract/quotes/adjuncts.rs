//! What stands between a verb of speech and what it reports: hearer, time, place, manner.

use super::phrases;
use crate::types::{Document, Tags, TokenKind};

/// Most tokens of a hearer, and of what stands between it and `that`.
const HEARER: usize = 14;

/// Words that begin what a hearer is told or asked.
const CLAUSE: [&str; 6] = ["that", "whether", "if", "how", "why", "what"];

/// The token behind the hearer, time and place between a cue and the quotation it introduces.
pub fn introduction_end(document: &Document, at: usize, hearer: bool, limit: usize) -> usize {
    let at = if hearer { hearer_end(document, at, limit) } else { at };
    adjuncts_end(document, at, limit)
}

/// The `that` behind an adjunct: `said in her letter to the mayor that`.
pub fn complementizer(document: &Document, at: usize, limit: usize) -> Option<usize> {
    let first = document.tags(at);
    let adjunct = Tags::PREPOSITION | Tags::WEEKDAY | Tags::DAY_WORD | Tags::MONTH | Tags::ADVERB;
    if !first.any(adjunct) && !document.is(at, "this") && !document.is(at, "last") {
        return None;
    }
    let stop = Tags::AUXILIARY | Tags::VERB | Tags::RELATIVE;
    let that = (at..limit.min(at + HEARER)).find(|&at| document.word(at) == "," || document.tags(at).any(stop))?;
    document.is(that, "that").then_some(that)
}

/// The token behind a hearer that begins at `at`: `told the court that`.
fn hearer_end(document: &Document, at: usize, limit: usize) -> usize {
    if at < limit && document.tags(at).any(Tags::PRONOUN) {
        return at + 1;
    }
    if CLAUSE.iter().any(|word| document.is(at, word)) || document.is(at, "to") {
        return at;
    }
    let clause = |at: usize| CLAUSE.iter().any(|word| document.is(at, word)) && document.quotation_of(at).is_none();
    let stop = |at: usize| document.word(at) == "," || document.tags(at).any(Tags::AUXILIARY | Tags::VERB);
    let that = (at + 1..limit.min(at + HEARER)).find(|&at| clause(at) || stop(at));
    if let Some(that) = that.filter(|&that| clause(that)) {
        return that;
    }
    phrases::behind(document, at, limit).map_or(at, |hearer| hearer.end)
}

/// The token behind adverbs, times, and phrases with a preposition: `said on Monday in a statement`.
pub fn adjuncts_end(document: &Document, at: usize, limit: usize) -> usize {
    let mut at = at;
    while at < limit {
        let tags = document.tags(at);
        let next = if tags.any(Tags::WEEKDAY | Tags::DAY_WORD | Tags::MONTH) && !document.is(at, "may") {
            after_time(document, at + 1, limit)
        } else if let Some(end) = time_phrase_end(document, at, limit) {
            end
        } else if tags.any(Tags::PREPOSITION) && !tags.any(Tags::RELATIVE) && takes_adjunct(document, at) {
            match phrases::behind(document, at + 1, limit) {
                Some(phrase) => phrase.end,
                None if document.tags(at + 1).any(Tags::WEEKDAY | Tags::MONTH | Tags::DAY_WORD) => at + 1,
                None => break,
            }
        } else if is_manner(document, at) {
            at + 1
        } else {
            break;
        };
        // `Sunday's game`: the time belongs to what is reported.
        if document.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Possessive) {
            break;
        }
        at = next;
    }
    at
}

/// `Monday morning`, `March 3`: what follows the first word of a time.
fn after_time(document: &Document, at: usize, limit: usize) -> usize {
    let more = |at: usize| {
        at < limit
            && (document.tags(at).any(Tags::DIGITS)
                || ["morning", "afternoon", "evening", "night"].iter().any(|part| document.is(at, part)))
    };
    if more(at) { at + 1 } else { at }
}

/// The token behind `last week`, `this past month`, `two years ago`, `earlier today`.
fn time_phrase_end(document: &Document, at: usize, limit: usize) -> Option<usize> {
    let time = Tags::TIME_UNIT | Tags::SEASON | Tags::WEEKDAY | Tags::DAY_WORD | Tags::MONTH;
    let opens = ["last", "this", "next", "that", "late", "early", "earlier", "later", "past"];
    let first =
        opens.iter().any(|word| document.is(at, word)) || document.tags(at).any(Tags::DIGITS | Tags::NUMBER_WORD);
    let unit = (at + 1..limit.min(at + 4)).find(|&at| document.tags(at).any(time)).filter(|_| first)?;
    let between = (at + 1..unit).all(|at| opens.iter().any(|word| document.is(at, word)));
    between.then(|| unit + 1 + usize::from(document.is(unit + 1, "ago")))
}

fn takes_adjunct(document: &Document, at: usize) -> bool {
    const PREPOSITIONS: [&str; 13] =
        ["in", "on", "at", "during", "after", "through", "via", "to", "by", "of", "about", "from", "before"];
    PREPOSITIONS.iter().any(|preposition| document.is(at, preposition))
}

fn is_manner(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    let manner =
        document.tokens[at].kind == TokenKind::Word && document.word(at).ends_with("ly") && document.word(at).len() > 4;
    !tags.any(Tags::CAPITALISED)
        && (manner && !tags.any(Tags::PERSON_NOUN)
            || [
                "here",
                "recently",
                "afterward",
                "afterwards",
                "again",
                "too",
                "later",
                "earlier",
                "repeatedly",
                "publicly",
                "simply",
            ]
            .iter()
            .any(|word| document.is(at, word)))
}
