//! Noun phrases beside a figure, cut from tags and endings: no parser, so in doubt shorter.

use std::ops::Range;

use super::{designation::is_title_case, numeral};
use crate::types::{Document, Tags, TokenKind};

/// Most words of a phrase.
pub const LONGEST: usize = 7;

/// Tags of words that no noun phrase goes across.
const LIMITS: Tags = Tags::AUXILIARY
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
        if is_plural(document, next) && !joins(document, end) && !one && !continues(document, end, singular) {
            break;
        }
        next = if joins(document, end) { end + 1 } else { end };
    }
    let closed = end > at && (is_noun(document, end - 1) || end > at + 1 && is_model(document, end - 1));
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
    // "Promised to cut taxes by": the verb is not part of it.
    let infinitive = start > first && document.is(start - 1, "to") && start + 1 < end;
    start += usize::from(infinitive && document.tags(start).any(Tags::VERB | Tags::CHANGE));
    (start < end && (is_noun(document, end - 1) || is_model(document, end - 1))).then_some(start..end)
}

/// Whether a hyphen at `at` joins its neighbours to one word; a long dash sets them apart.
pub fn joins(document: &Document, at: usize) -> bool {
    numeral::joins(document, at) && document.word(at) != "—"
}

/// Verbs whose forms are nouns too; before an article or a number they are verbs.
const VERBS_AND_NOUNS: [&str; 16] = [
    "average", "cost", "costs", "cut", "hit", "hits", "measure", "measures", "offers", "put", "reach", "saw", "set",
    "sets", "stay", "weigh",
];

/// Whether the token is a verb: by its tags, by its ending where no noun ends so, or by what stands
/// beside it.
pub fn is_verb(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    if tags.any(Tags::CAPITALISED) || !is_word(document, at) {
        // Headlines write verbs with capitals too.
        let verb = tags.any(Tags::VERB | Tags::CUE | Tags::CHANGE) && at > 0 && is_word(document, at - 1);
        return tags.any(Tags::AUXILIARY) || verb && is_title_case(document, at);
    }
    let word = document.word(at);
    let before = if at > 0 { document.tags(at - 1) } else { Tags::NONE };
    let relative = before.any(Tags::RELATIVE) && tags.any(Tags::VERB);
    let noun = before.any(Tags::DETERMINER | Tags::ADJECTIVE) && !tags.any(Tags::AUXILIARY) && !relative;
    if noun || at > 0 && is_superlative(document.word(at - 1)) {
        return false;
    }
    let past = word.len() > 4 && word.ends_with("ed") && !tags.any(Tags::ADJECTIVE);
    tags.any(Tags::AUXILIARY | Tags::VERB)
        || tags.any(Tags::CHANGE) && !is_noun_of_change(document, at)
        || past
        || is_verb_by_place(document, at, word)
}

/// Behind an auxiliary an `-ing`, behind a modal any plain word, before an article an `s`.
fn is_verb_by_place(document: &Document, at: usize, word: &str) -> bool {
    const MODALS: [&str; 9] = ["can", "cannot", "could", "may", "might", "must", "should", "will", "would"];
    let tags = document.tags(at);
    let article =
        document.tags(at + 1).any(Tags::DETERMINER | Tags::CURRENCY | Tags::DIGITS | Tags::NUMBER_WORD | Tags::BOUND);
    let before = |tags: Tags| at > 0 && document.tags(at - 1).any(tags);
    let modal = before(Tags::AUXILIARY | Tags::NEGATION)
        && MODALS.iter().any(|modal| document.is(at - 1, modal))
        && !document.tags(at - 1).any(Tags::CAPITALISED);
    let plain = !tags.any(LIMITS.with(Tags::ADVERB)) && !word.ends_with("ly");
    let infinitive = at > 0 && (document.is(at - 1, "to") && article || is_relative_subject(document, at - 1));
    (modal || infinitive) && plain || word.ends_with("ing") && before(Tags::AUXILIARY) || governs_number(document, at)
}

/// "Flats cost £5", "guests stay an hour": a word that is a noun too stands before an article or number.
pub fn governs_number(document: &Document, at: usize) -> bool {
    const NUMBERS: Tags =
        Tags::DETERMINER.with(Tags::CURRENCY).with(Tags::DIGITS).with(Tags::NUMBER_WORD).with(Tags::BOUND);
    let number = at + 1 + usize::from(document.is(at + 1, "only") || document.is(at + 1, "just"));
    document.tags(number).any(NUMBERS) && VERBS_AND_NOUNS.iter().any(|verb| document.is(at, verb))
}

/// "flats which range from": a word behind the relative pronoun that is its subject.
fn is_relative_subject(document: &Document, at: usize) -> bool {
    document.is(at, "which") || document.is(at, "who")
}

/// "a rise of", "the drop", "price increases": a word of change that heads a noun phrase.
fn is_noun_of_change(document: &Document, at: usize) -> bool {
    let article = at > 0 && document.tags(at - 1).any(Tags::DETERMINER | Tags::ADJECTIVE | Tags::PREPOSITION);
    let adjective = ["higher", "lower", "growth"].iter().any(|word| document.is(at, word));
    let particle = document.tags(at).any(Tags::PREPOSITION);
    !particle && (article || adjective || document.is(at + 1, "of") || document.is(at + 1, "in"))
}

fn may_precede(document: &Document, at: usize) -> bool {
    let token = &document.tokens[at];
    let tags = token.tags;
    let inner = joins(document, at) || document.is(at, "&") || token.kind == TokenKind::Possessive;
    let verb = is_verb(document, at);
    inner
        || is_model(document, at)
        || is_word(document, at) && !tags.any(LIMITS) && !verb && !document.word(at).ends_with("ly")
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

/// What somebody is found or left: "found two men dead".
const STATES: [&str; 8] = ["alive", "dead", "guilty", "homeless", "missing", "remaining", "unconscious", "unhurt"];

/// Whether the word says how somebody is found or left.
pub fn is_state(document: &Document, at: usize) -> bool {
    STATES.iter().any(|word| document.is(at, word))
}

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
    let possessive = owned && (part || name);
    let model =
        tags.any(Tags::DIGITS) && (joined || !first && (numbered || is_model(document, next))) || !first && possessive;
    // "A 185-hp four-seat van": a number that a hyphen makes part of the name of a thing.
    let compound = tags.any(Tags::NUMBER_WORD) && joins(document, next + 1);
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
    let verb = tags.any(Tags::VERB)
        && !lost
        && !gerund
        && !first_plural
        && !capital
        && !participle
        && (noun_before || !word.ends_with('s'));
    let third_person = singular && noun_before && word.ends_with('s') && !word.ends_with("ss") && !capital;
    let adverb = tags.any(Tags::ADVERB | Tags::BOUND) && !first && !most;
    // "A maid working for", "the race ahead of": what goes on behind the noun.
    let goes_on = noun_before
        && !capital
        && document.tags(next + 1).any(Tags::PREPOSITION)
        && GOING_ON.iter().any(|word| document.is(next, word));
    let state = noun_before && is_state(document, next);
    !(goes_on || state || participle && noun_before || verb || third_person || adverb)
}

/// Whether the `and` at `at` stands between two adjectives of a plural: "loud and unruly guests", "Scottish and Irish
/// sea captains".
fn joins_attributes(document: &Document, at: usize) -> bool {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let names = capital(at - 1) && capital(at + 1) && !is_plural(document, at - 1);
    let first = names || document.tags(at - 1).any(Tags::ADJECTIVE) || document.word(at - 1).ends_with("ed");
    let second = is_word(document, at + 1) && !document.tags(at + 1).any(LIMITS.with(Tags::VERB));
    let plural = |at: usize| is_word(document, at) && is_plural(document, at) && !document.tags(at).any(LIMITS);
    let noun = |at: usize| is_word(document, at) && !document.tags(at).any(LIMITS.with(Tags::VERB)) && !capital(at);
    first && second && (plural(at + 2) || names && noun(at + 2) && plural(at + 3))
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

/// Whether the token is a word.
pub fn is_word(document: &Document, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
}

/// Words in `-est` that are no superlatives.
const NOUNS_IN_EST: [&str; 10] =
    ["arrest", "conquest", "contest", "forest", "guest", "harvest", "interest", "priest", "protest", "request"];

/// Endings that no common noun has.
const ADJECTIVES: [&str; 5] = ["eous", "ible", "ional", "ious", "less"];

/// Comparatives that stand behind figures: "£5 cheaper".
const COMPARATIVES: [&str; 9] =
    ["cheaper", "dearer", "faster", "heavier", "lighter", "longer", "shorter", "slower", "taller"];

/// Whether the word can head a phrase: not an adjective, adverb or participle by ending or tag.
pub fn is_noun(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    let word = document.word(at);
    let capital = tags.any(Tags::CAPITALISED);
    let superlative = is_superlative(word);
    let participle = word.ends_with("ed") && word.len() > 4;
    let adjective = ADJECTIVES.iter().any(|ending| word.len() > ending.len() + 1 && word.ends_with(ending));
    let comparative = COMPARATIVES.iter().any(|comparative| document.is(at, comparative));
    let other = comparative
        || tags.any(Tags::ADJECTIVE | Tags::ADVERB | Tags::BOUND)
        || participle
        || adjective
        || superlative
        || word.ends_with("ly");
    is_word(document, at) && (capital || !other)
}

fn is_superlative(word: &str) -> bool {
    word.len() > 5 && word.ends_with("est") && !NOUNS_IN_EST.iter().any(|noun| word.eq_ignore_ascii_case(noun))
}

/// Whether the word is a plural by ending, or a common irregular one.
pub fn is_plural(document: &Document, at: usize) -> bool {
    let word = document.word(at);
    let irregular = ["people", "men", "women", "children", "police", "staff", "crew", "feet", "mice"];
    let regular = is_word(document, at) && word.len() > 3 && word.ends_with('s');
    regular && !["ss", "us", "is", "ous"].iter().any(|ending| word.ends_with(ending))
        || irregular.iter().any(|plural| word.eq_ignore_ascii_case(plural))
}

/// The end of the sentence token `at` stands in; `at` itself behind the last token.
fn sentence_end(document: &Document, at: usize) -> usize {
    if at < document.tokens.len() { document.sentence_tokens(at).end } else { at }
}
