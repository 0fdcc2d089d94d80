//! Noun phrases next to a figure, found by tags and endings without a parser; in doubt the shorter one is taken.

use std::ops::Range;

use super::{
    attribute,
    described::{GOING_ON, ONWARD, TAKING},
    designation::is_title_case,
    gerund, leading, moment, name_parts,
    noun::{self, is_noun},
    numeral,
    verb::{self, is_verb},
};
use crate::{
    grammar::{classes, endings, kinds},
    types::{Document, Tags, TokenKind, WordList},
};

pub use super::noun::HowMany;

/// Maximum number of words in a phrase.
pub const LONGEST: usize = 9;

/// Tags of words that a noun phrase cannot contain.
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

/// The noun phrase that starts at `at`; of one thing an `s` ends a verb.
pub fn behind(document: &Document, at: usize, count: HowMany) -> Option<Phrase> {
    // Words after the end of a sentence belong to the next.
    if at > 0 && at < document.tokens.len() && document.tokens[at].sentence != document.tokens[at - 1].sentence {
        return None;
    }
    // "Half of what it was", "£3m plus tolls".
    if document.is_one_of(at, const { &WordList::of(["ahead", "plus", "what"]) }) {
        return None;
    }
    let limit = sentence_end(document, at).min(at + LONGEST);
    let mut end = at;
    let mut next = at;
    while next < limit {
        if !is_part(document, next, at, count) {
            break;
        }
        end = next + 1;
        // "One arms deal": a single thing is not a plural.
        let one = count.is_one() && next == at && end < limit && is_part(document, end, at, count);
        let closes =
            endings::is_plural(document, next) && !joins(document, end) && !name_parts::is_place_of(document, next);
        // "A clerk called James Pike".
        let name = name_parts::is_before_surname(document, next) && (count.is_one() || !document.tags(end).any(LIMITS));
        // "One of Pike James's sons", "90% of millers' barns".
        let owns =
            is_of_several(document, at) && (kinds::is_possessive(document, end) || document.is_mark_of_owners(end));
        if closes && !one && !name && !owns && !continues(document, end, count) {
            break;
        }
        next = if joins(document, end) { end + 1 } else { end };
    }
    // "One step closer".
    if end > at + 1 && noun::is_trailing(document, end - 1) {
        end -= 1;
    }
    // "The new Terminal 3".
    let single = |last: usize| document.tags(last).any(Tags::DIGITS) && !is_model(document, last);
    if end > at + 1 && single(end - 1) {
        end -= 1;
    }
    if end > at && !count.is_one() && noun::counts_time(document, end) {
        end += 1;
    }
    let several = end > at + 1;
    let heads = |last: usize| is_noun(document, last) || several && is_model(document, last);
    // "A 54% fourth quarter rise".
    let rank = end == at + 1 && document.tags(at).any(Tags::ORDINAL) && !document.tags(at).any(Tags::CAPITALISED);
    let done = end == at + 1 && gerund::is_done_alone(document, at);
    let closed =
        end > at && !rank && !done && (heads(end - 1) || several && name_parts::is_particle_of(document, end - 1));
    (closed && !moment::is_point_in_time(document, at)).then_some(at..end)
}

/// The noun phrase that ends before `end`.
pub fn before(document: &Document, end: usize) -> Option<Phrase> {
    let end = gerund::before_range(document, end)?;
    let first = document.sentence_tokens(end.checked_sub(1)?).start;
    let mut start = end;
    while start > first && end - start < LONGEST && may_precede(document, start - 1) {
        start -= 1;
    }
    let start = leading::past_leading(document, start..end, first);
    (start < end && (is_noun(document, end - 1) || is_model(document, end - 1))).then_some(start..end)
}

/// Whether a hyphen at `at` joins its neighbours to one word; a long dash separates them.
pub fn joins(document: &Document, at: usize) -> bool {
    numeral::joins(document, at) && !document.is(at, "—")
}

fn may_precede(document: &Document, at: usize) -> bool {
    let token = &document.tokens[at];
    let tags = token.tags;
    let inner = joins(document, at)
        || name_parts::is_stop(document, at)
        || document.is(at, "&")
        || token.kind == TokenKind::Possessive
        || name_parts::is_initial_stop(document, at);
    let verb = is_verb(document, at);
    // "AT&T".
    let limit = tags.any(LIMITS) && !(tags.any(Tags::UPPERCASE) && document.is(at + 1, "&"));
    let asks = document.is(at, "how") || document.is(at, "why");
    inner
        || is_model(document, at)
        || kinds::is_word(document, at) && !limit && !verb && !asks && !endings::is_adverb_in_ly(document, at)
}

/// Whether a number is part of a name: "FTSE 100", "iPhone 14"; a single digit may be a score.
fn is_model(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::DIGITS)
        && document.tokens[at].span.len() > 1
        && at > 0
        && kinds::is_word(document, at - 1)
        && document.word(at - 1).contains(char::is_uppercase)
}

/// Whether token `next` continues the phrase that started at `start`.
fn is_part(document: &Document, next: usize, start: usize, count: HowMany) -> bool {
    if is_inner(document, next, start, count) {
        return true;
    }
    if !kinds::is_word(document, next) {
        return next > start && document.is(next, ",") && attribute::divides_attributes(document, next);
    }
    let first = next == start;
    if !first && count.is_one() && name_parts::opens_clause_by_name(document, next) {
        return false;
    }
    let most = !first && document.is(next, "most") && is_of_several(document, start);
    // "The 8,000-point level".
    let point = first && document.is(next, "point");
    // "Two off-duty wardens", "a no-fly zone".
    let timed = |at: usize| document.tags(at).any(Tags::NUMBER_WORD | Tags::TIME_UNIT);
    let compound = joins(document, next + 1) && kinds::is_word(document, next + 2) && !timed(next) && !timed(next + 2);
    // "24 monthly tolls".
    let often = document
        .is_one_of(next, const { &WordList::of(["daily", "hourly", "monthly", "nightly", "weekly", "yearly"]) })
        && kinds::is_word(document, next + 1)
        && !document.tags(next + 1).any(LIMITS);
    let free = often
        || most
        || point
        || compound
        || moment::is_occasion(document, next)
        || document.word(next) == "US"
        || moment::is_short_of_weekday(document, next);
    let limit = !free && document.tags(next).any(LIMITS);
    let ends = |first: bool| !first && !most && ends_phrase(document, next, count);
    !(limit
        || !first && moment::is_point_in_time(document, next)
        || ends(first)
        || is_verb_in(document, next, start, count))
}

/// Whether an `of`, perhaps with an article after it, precedes the phrase: "one of the".
fn is_of_several(document: &Document, start: usize) -> bool {
    let owner = usize::from(start > 1 && document.tags(start - 1).any(Tags::DETERMINER));
    start > 0 && document.is(start - 1 - owner, "of")
}

/// Whether the token is part of the phrase but not a plain word: a number in a name, a possessive, the second half of a
/// compound, the `and` between two attributes.
fn is_inner(document: &Document, next: usize, start: usize, count: HowMany) -> bool {
    let tags = document.tags(next);
    let first = next == start;
    if !first && joins(document, next - 1) && (kinds::is_word(document, next) || tags.any(Tags::DIGITS)) {
        return true;
    }
    if tags.any(Tags::NUMBER_WORD | Tags::DIGITS) {
        // "A 185-hp four-seat van", "two 9-year-old goats": a hyphen makes the number part of a compound.
        let compound = joins(document, next + 1) && kinds::is_word(document, next + 2);
        // "24 of its top 50 mills".
        let top = !first && document.is(next - 1, "top") && kinds::is_word(document, next + 1);
        return compound || top || !first && tags.any(Tags::DIGITS) && is_number_of_name(document, next);
    }
    if first {
        return false;
    }
    // "Loud and unruly guests", "two new 737 Max jets".
    if name_parts::is_stop(document, next) && name_parts::goes_on(document, next) {
        return true;
    }
    if document.is_mark_of_owners(next) {
        return is_of_several(document, start);
    }
    let attribute = || document.is(next, "and") && attribute::joins_attributes(document, next, start, count);
    document.tokens[next].kind == TokenKind::Possessive && owns_what_is_counted(document, next, start, count)
        || attribute()
}

/// Whether the digits at `at` belong to a name: "FTSE 100 shares", "two new 737 Max jets".
fn is_number_of_name(document: &Document, at: usize) -> bool {
    let before = document.tags(at - 1);
    let numbered = before.any(Tags::CAPITALISED) && kinds::is_word(document, at + 1);
    let leads = before.any(Tags::ADJECTIVE) && document.tags(at + 1).any(Tags::CAPITALISED);
    numbered || leads || is_model(document, at)
}

/// Whether what the possessive at `at` owns is counted: "two bachelor's degrees", "seven Sheriff's Department
/// vehicles", "one of the world's makers"; "the ten women's coats" counts women.
fn owns_what_is_counted(document: &Document, at: usize, start: usize, count: HowMany) -> bool {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let one_owner = || !count.is_one() && !endings::is_plural(document, at - 1) && !document.tags(at + 1).any(LIMITS);
    kinds::is_word(document, at + 1)
        && (is_of_several(document, start) || capital(at - 1) && capital(at + 1) || one_owner())
}

/// Verbs that headlines use of a thing that happens: "2nd Barge Sinks Off Tarn".
const HITTING: WordList<12> = WordList::of([
    "closes", "drops", "falls", "hits", "kills", "opens", "rises", "runs", "shuts", "sinks", "strikes", "wins",
]);

/// Whether the word, not the first of a phrase, ends it: an adverb, a participle after the noun, a verb.
fn ends_phrase(document: &Document, next: usize, count: HowMany) -> bool {
    let tags = document.tags(next);
    let leads = !count.is_one() && attribute::leads_to_its_plural(document, next);
    if leads || tags.any(Tags::ADVERB | Tags::BOUND) {
        return !leads;
    }
    if !is_noun(document, next - 1) {
        return false;
    }
    let word = document.word(next);
    let capital = tags.any(Tags::CAPITALISED);
    let third_person = count.is_one() && word.ends_with('s') && !word.ends_with("ss");
    // "A boy fishing at dawn", "a porter mending his net": an action.
    const OBJECTS: Tags =
        Tags::DETERMINER.with(Tags::PRONOUN).with(Tags::DIGITS).with(Tags::CURRENCY).with(Tags::NUMBER_WORD);
    let behind = document.tags(next + 1);
    let person_before = document.tags(next - 1).any(Tags::PERSON_NOUN);
    let person = (person_before || count.is_one() && endings::is_doer(document.word(next - 1)))
        && behind.any(Tags::PREPOSITION | Tags::ADVERB);
    let doing = word.ends_with("ing") && (behind.any(OBJECTS) || person);
    // "A maid working for", "the race ahead of": the description continues after the noun.
    let on = || behind.any(ONWARD) || noun::is_state(document, next + 1);
    let goes_on = || document.is_one_of(next, &TAKING) || on() && document.is_one_of(next, &GOING_ON);
    let adverb = !document.tags(next - 1).any(LIMITS) && endings::is_adverb_in_ly(document, next);
    // "12-Year-Old Girl Wins Prize".
    let headline = || {
        capital
            && (person_before && !joins(document, next - 2) || document.is_one_of(next, &HITTING))
            && third_person
            && is_title_case(document, next)
    };
    !capital && (third_person || doing || endings::is_past_form(word) || goes_on())
        || headline()
        || verb::is_told_in_headline(document, next)
            && !(word.ends_with("ed") && attribute::leads_on(document, next + 1))
        || adverb
        || noun::is_state(document, next)
        || verb::is_done_by_name(document, next)
        || verb::is_never_noun(document, next)
        || document.is(next, "worth")
        || document.is(next, "thanks") && document.is(next + 1, "to")
}

/// Whether the word, which has the form of a verb, is one here.
fn is_verb_in(document: &Document, next: usize, start: usize, count: HowMany) -> bool {
    let tags = document.tags(next);
    let first = next == start;
    // "Boy, 12, Turns Himself In".
    let reflexive = || document.is_one_of(next + 1, &classes::REFLEXIVES);
    if !(tags.any(Tags::VERB) || first && reflexive()) {
        return false;
    }
    let word = document.word(next);
    let capital = tags.any(Tags::CAPITALISED);
    let noun_before = !first && is_noun(document, next - 1);
    // Headlines capitalise verbs too: "Basketball Star Dies".
    if capital {
        // "£10m Gold Find": the last word of a headline, after one noun, is not a verb; in "a 12-Year-Old Boy Shot" it
        // is.
        const PEOPLE: Tags = Tags::PERSON_NOUN.with(Tags::KIN).with(Tags::NATIONALITY);
        let closes = noun_before
            && next + 1 >= sentence_end(document, next)
            && !word.ends_with('s')
            && !word.ends_with("ed")
            && !document.tags(next - 1).any(PEOPLE)
            && !endings::is_adverb_in_ly(document, next - 1)
            && !endings::is_plural(document, next - 1);
        return !closes
            && (noun_before || first && attribute::says_what_is_done(document, next, count))
            && is_title_case(document, next);
    }
    let acts = noun_before && verb::has_object(document, next);
    let first_plural = !count.is_one()
        && !acts
        && endings::is_plural(document, next)
        && !(start..next).any(|at| endings::is_plural(document, at));
    let lost = first && document.is(next.saturating_sub(1), "of");
    let gerund = !first && !noun_before && word.ends_with("ing") && !document.tags(next + 1).any(Tags::DETERMINER);
    let described =
        !first && (document.tags(next - 1).any(Tags::DESCRIPTIVE) || attribute::is_participle(document, next, count));
    // "Raised its holding to": after a possessive it is a noun.
    let owned = first && word.ends_with("ing") && next > 0 && is_owned(document, next);
    // "An early call-up".
    let compound = joins(document, next + 1) && kinds::is_word(document, next + 2);
    // "19 state mills": after a count a plain form before the noun is not a verb.
    let leading =
        first || attribute::is_behind_number(document, start) && !attribute::has_plural(document, start..next);
    let leads = leading && !count.is_one() && !word.ends_with('s') && attribute::leads_to_plural(document, next + 1);
    let plain = first && count.is_one() && verb::is_plain_form(document, next);
    // "A robbery suspect".
    let person = !first && count.is_one() && tags.any(Tags::PERSON_NOUN) && !verb::has_object(document, next);
    let noun = described
        || person
        || plain
        || owned
        || leads
        || lost
        || gerund
        || first_plural
        || compound
        || endings::is_past_form(word);
    !noun && (noun_before || !word.ends_with('s'))
}

/// Whether the article or a possessive pronoun precedes the word at `at`.
fn is_owned(document: &Document, at: usize) -> bool {
    document.is(at - 1, "the") || document.tags(at - 1).any(Tags::POSSESSIVE)
}

/// Whether a plural only modifies the next word, so that neither is a verb: "sports clubs", "arms deals".
fn continues(document: &Document, next: usize, count: HowMany) -> bool {
    let named = document.tags(next).any(Tags::CAPITALISED) && !document.tags(next - 1).any(Tags::CAPITALISED);
    let other = named && !is_title_case(document, next);
    !count.is_one()
        && kinds::is_word(document, next)
        && !other
        && !document.tags(next).any(LIMITS)
        && endings::is_plural(document, next)
}

/// The end of the sentence of token `at`; `at` itself after the last token.
fn sentence_end(document: &Document, at: usize) -> usize {
    if at < document.tokens.len() { document.sentence_tokens(at).end } else { at }
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn owners_in_s() {
        figures(
            "
She met one of Pike James's sons.
        ^^^ figure count value=1 counted=[Pike James's sons]
",
        );
    }

    #[test]
    fn what_is_done_is_no_name() {
        figures(
            "
The bull broke loose, goring Tom Dale, 40.
                                       ^^ figure age value=40 unit=year counted=[Tom Dale]
",
        );
    }
}
