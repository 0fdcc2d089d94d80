//! Noun phrases: the end of one that starts here, and the start of one that ends here.
//!
//! Without a parser, a noun phrase is a run of words up to a closed-class word, a verb or a mark.

use std::ops::Range;

use super::{
    compounds::{ends_address, ends_compound, is_charge, is_decade, opens_compound},
    links,
    sources::is_manner,
};
use crate::{
    grammar::{classes, endings},
    types::{Document, Tags, TokenKind, WordList},
};

/// Tags of words that cannot be inside a noun phrase.
const BREAKS: Tags = Tags::AUXILIARY
    .with(Tags::CONJUNCTION)
    .with(Tags::PREPOSITION)
    .with(Tags::RELATIVE)
    .with(Tags::PRONOUN)
    .with(Tags::ADVERB)
    .with(Tags::NEGATION)
    .with(Tags::WEEKDAY)
    .with(Tags::DAY_WORD);

/// The noun phrase whose last token is `end - 1`.
pub fn phrase_ending(document: &Document, end: usize, from: usize) -> Option<Range<usize>> {
    if end <= from {
        return None;
    }
    let last = end - 1;
    if document.is(last, ".") && last > from && is_abbreviated(document, last - 1) {
        return phrase_ending(document, last, from).map(|phrase| phrase.start..end);
    }
    let tags = document.tags(last);
    let another = document.is(last, "another") && last > from && document.is(last - 1, "one");
    // `no one said`
    if last > from && document.is(last, "one") && document.is(last - 1, "no") {
        return None;
    }
    if is_quantifier(document, last) && !another {
        return Some(last..end);
    }
    if last > from && is_reflexive(document, last) && is_nominal(document, last - 1) {
        return phrase_ending(document, last, from);
    }
    if tags.any(Tags::PRONOUN | Tags::RELATIVE) && !tags.any(Tags::UPPERCASE) {
        let part = links::part_of_them(document, last, from);
        return part.or_else(|| is_source_pronoun(document, last).then_some(last)).map(|start| start..end);
    }
    let mut start = end;
    while start > from && joins_phrase(document, start - 1, start, end, from) {
        start -= 1;
        if document.tags(start).any(Tags::DETERMINER) && !goes_on_before(document, start, from) {
            break;
        }
    }
    trimmed(document, start..end)
}

/// Whether the pronoun can be the subject of a verb of speech: `he`, `who`, `some`.
fn is_source_pronoun(document: &Document, at: usize) -> bool {
    !document.is_one_of(at, &classes::ONLY_OBJECTS) && !is_reflexive(document, at)
}

/// Whether the pronoun means its subject or noun once more: `Finch himself`.
pub fn is_reflexive(document: &Document, at: usize) -> bool {
    document.is_one_of(at, &classes::REFLEXIVES)
}

/// Whether the token at `at` can be in the noun phrase that continues at `next`.
fn joins_phrase(document: &Document, at: usize, next: usize, end: usize, from: usize) -> bool {
    let token = &document.tokens[at];
    match token.kind {
        TokenKind::Possessive => next < end,
        TokenKind::Number => true,
        TokenKind::Dash => next < end && document.is_glued(at) && at > from && document.is_glued(at - 1),
        TokenKind::Quotation => next < end && (is_nickname(document, at) || is_possessive(document, at)),
        TokenKind::Mark => match document.sign(at) {
            '.' => next < end && at > from && (is_abbreviated(document, at - 1) || document.is_glued(at)),
            '&' | '%' => true,
            '/' => next < end && document.is_glued(at),
            '#' | '@' => next < end,
            _ => false,
        },
        TokenKind::Word if document.is(at, "what") => false,
        // `complaints in that case said`
        TokenKind::Word if document.is(at, "that") && at > from && links::links(document, at - 1) => next < end,
        // `No 10 said`
        TokenKind::Word if document.is(at, "no") => {
            next + 1 == end && token.tags.any(Tags::CAPITALISED) && document.tokens[next].kind == TokenKind::Number
        }
        TokenKind::Word if ends_compound(document, at) || opens_compound(document, at) => true,
        // `40 per cent of wardens`
        TokenKind::Word if document.is(at, "per") && document.is(next, "cent") => true,
        // `her brother said`; alone it is not a source.
        TokenKind::Word if document.is(at, "her") => {
            next < end && (is_nominal(document, next) || is_decade(document, next))
        }
        TokenKind::Word if is_decade(document, at) => true,
        TokenKind::Word if is_quantifier(document, at) => next < end,
        TokenKind::Word if token.tags.any(BREAKS) && !is_name_part(token.tags) => {
            next < end
                && (links::links(document, at) || links::coordinates(document, at, next))
                && at > from
                && (is_nominal(document, at - 1) || is_quantifier(document, at - 1))
        }
        TokenKind::Word => !is_verb_in_phrase(document, at) || (at > from && is_determined(document, from, at)),
    }
}

/// Whether the pronoun says whose the second of two is: `Finch and her husband`, `a warden familiar with his plan`.
fn is_owner_of_second(document: &Document, at: usize) -> bool {
    at > 1
        && document.tags(at).any(Tags::POSSESSIVE)
        && (document.is(at - 1, "and") || links::links(document, at - 1))
        && is_nominal(document, at + 1)
}

/// Whether the token is the mark of a nickname inside a name: `Robert "Bobby" Kane`.
fn is_nickname(document: &Document, at: usize) -> bool {
    document.quotation_of(at).is_some_and(|quotation| {
        let (open, close) = (quotation.open as usize, quotation.close as usize);
        let named = |at: usize| document.tags(at).any(Tags::CAPITALISED);
        quotation.closed && close - open <= 3 && open > 0 && named(open - 1) && named(open + 1) && named(close + 1)
    })
}

/// Whether the token is the apostrophe of a plural, outside or inside quotation marks: `the owners' club`.
fn is_possessive(document: &Document, at: usize) -> bool {
    let mark = at as u32;
    let edge = document.quotation_of(at).is_some_and(|quotation| quotation.open == mark || quotation.close == mark);
    let plural = at > 0 && document.is_glued(at - 1) && document.ends_in(at - 1, "s");
    plural && !edge && matches!(document.word(at), "'" | "’")
}

fn is_abbreviated(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::ABBREVIATION)
        || (document.word(at).len() == 1 && document.tags(at).any(Tags::CAPITALISED))
}

/// Whether the pronoun starts a noun phrase like a determiner: `one user`, `many of them`.
fn is_quantifier(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["one", "some", "many", "most", "others", "another"]) })
}

fn goes_on_before(document: &Document, determiner: usize, from: usize) -> bool {
    const OTHER: WordList<3> = WordList::of(["few", "most", "other"]);
    if determiner > from && document.is_one_of(determiner, &OTHER) && is_determined(document, from, determiner) {
        return true;
    }
    // `Lund's other boat`
    if determiner > from + 1 && document.tokens[determiner - 1].kind == TokenKind::Possessive {
        return document.is(determiner, "other");
    }
    determiner > from + 1
        && (links::links(document, determiner - 1) || links::coordinates(document, determiner - 1, determiner))
        && (is_nominal(document, determiner - 2) || is_quantifier(document, determiner - 2))
}

/// Whether a noun can end here.
pub fn is_nominal(document: &Document, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|token| {
        token.kind == TokenKind::Word
            && (!token.tags.any(BREAKS.with(Tags::DETERMINER)) || is_name_part(token.tags))
            && !is_verb_in_phrase(document, at)
    })
}

/// Whether a form in -ed is the verb of the noun before it. Behind a name or a plural it is: `Finch appeared`, `the
/// groups granted`; behind another noun where no noun follows it, `the clerk refused to`, and behind a capital where a
/// name does, `Vossen hired Finch`.
fn is_past_verb(document: &Document, at: usize) -> bool {
    let before = document.tags(at - 1);
    endings::is_regular_past(document, at)
        && document.tokens[at - 1].kind == TokenKind::Word
        && (is_name_part(before)
            || before.all(Tags::CAPITALISED | Tags::SURNAME)
            || (document.ends_in(at - 1, "s") && !before.any(Tags::DETERMINER))
            || (is_nominal(document, at - 1) || ends_compound(document, at - 1))
                && !before.any(Tags::ADJECTIVE)
                && (is_left_open(document, at + 1)
                    || before.any(Tags::CAPITALISED) && document.tags(at + 1).any(Tags::CAPITALISED)))
}

/// Whether no noun phrase continues at the token, a closed-class word or a mark.
fn is_left_open(document: &Document, at: usize) -> bool {
    let closed = Tags::PREPOSITION | Tags::DETERMINER | Tags::PRONOUN | Tags::ADVERB | Tags::CONJUNCTION;
    document.tokens.get(at).is_none_or(|next| next.kind == TokenKind::Mark || next.tags.any(closed))
}

/// Whether a word is a verb rather than a noun or a name.
fn is_verb_in_phrase(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    let lower = !tags.any(Tags::CAPITALISED);
    // `fund-raising`: part of a compound.
    let compound = at > 0 && document.tokens[at - 1].kind == TokenKind::Dash && document.is_glued(at - 1);
    let compound = compound || is_charge(document, at);
    lower
        && !compound
        && tags.any(Tags::VERB.with(Tags::CUE))
        && !tags.any(Tags::CUE_NOUN | Tags::PERSON_NOUN | Tags::TITLE)
        && !(tags.any(Tags::ORGANISATION) && is_base(document, at))
}

/// Whether the word is singular by its ending: `press secretary`.
fn is_base(document: &Document, at: usize) -> bool {
    let word = document.word(at);
    !word.ends_with('s') || word.ends_with("ss")
}

/// The phrase without links and marks at its start; `None` if nothing remains.
fn trimmed(document: &Document, phrase: Range<usize>) -> Option<Range<usize>> {
    let mut start = phrase.start;
    // `Sunday Nora Finch`, but not `Daily Post editor Nora Finch`
    let time = |at: usize| {
        let tags = document.tags(at);
        tags.any(Tags::WEEKDAY) || tags.any(Tags::DAY_WORD) && !is_name_part(tags)
    };
    start += if opens_with_time(document, start..phrase.end) { 2 } else { 0 };
    while start < phrase.end
        && (time(start) && start + 1 < phrase.end
            || document.tags(start).any(Tags::PREPOSITION | Tags::CONJUNCTION) && !is_name_part(document.tags(start))
            || !matches!(document.tokens[start].kind, TokenKind::Word | TokenKind::Number))
    {
        start += 1;
    }
    let named = (start..phrase.end)
        .any(|at| document.tokens[at].kind == TokenKind::Word || document.tags(at).any(Tags::PERCENT));
    (start < phrase.end && named).then_some(start..phrase.end)
}

/// Whether the phrase opens with a time: `Last week Nora Finch`, but not `Last year's winner`.
fn opens_with_time(document: &Document, phrase: Range<usize>) -> bool {
    let unit = Tags::TIME_UNIT | Tags::MONTH | Tags::SEASON;
    phrase.len() > 2
        && document.is_one_of(phrase.start, const { &WordList::of(["last", "next", "this"]) })
        && document.tags(phrase.start + 1).any(unit)
        && document.tokens[phrase.start + 2].kind == TokenKind::Word
        && is_name_part(document.tags(phrase.start + 2))
}

/// Whether a bare plural or a gerund of several words starts here, rather than a name or noun for people: `millers lose
/// two boats a year`, `rowing by night is dull`.
pub fn opens_plainly(document: &Document, at: usize, limit: usize) -> bool {
    let person = Tags::ARTICLE | Tags::CAPITALISED | Tags::PERSON_NOUN | Tags::TITLE | Tags::KIN | Tags::PREPOSITION;
    let gerund = document.ends_in(at, "ing") && (at + 1..limit).any(|at| document.tags(at).any(Tags::AUXILIARY));
    let several = document.ends_in(at, "s") && is_nominal(document, at);
    at + 4 < limit && !document.tags(at).any(person) && (several || gerund)
}

/// The source that starts at token `at`, after its verb, and ends before `limit`: `said Ivo Marsh, the manager`.
pub fn behind(document: &Document, at: usize, limit: usize) -> Option<Range<usize>> {
    if at >= limit {
        return None;
    }
    let tags = document.tags(at);
    let time = Tags::WEEKDAY | Tags::MONTH | Tags::DAY_WORD;
    let later = document.is_one_of(at, const { &WordList::of(["last", "next", "this"]) });
    // `said June Ellery`, but not `said June 5`
    let next = document.tags(at + 1);
    let person = tags.any(Tags::GIVEN_NAME) && next.any(Tags::CAPITALISED) && !next.any(time | Tags::DIGITS);
    if tags.any(time) && !person || later && document.tags(at + 1).any(time | Tags::TIME_UNIT | Tags::DAY_PART) {
        return None;
    }
    let own = tags.any(Tags::DETERMINER) && at + 1 < limit && is_nominal(document, at + 1);
    let word = document.tokens[at].kind == TokenKind::Word && !own;
    if word && tags.any(Tags::PRONOUN) && !tags.any(Tags::UPPERCASE) && !is_quantifier(document, at) {
        return is_source_pronoun(document, at).then_some(at..at + 1);
    }
    let mut end = at;
    while end < limit && continues(document, at, end, limit) {
        end += 1;
    }
    while end > at && !matches!(document.tokens[end - 1].kind, TokenKind::Word | TokenKind::Number) {
        end -= 1;
    }
    let named = is_quantifier(document, at)
        || (at + 1 < end && is_determined(document, at, at + 1))
        || (at..end).any(|at| is_nominal(document, at));
    (named && end > at).then_some(at..end)
}

/// Whether the noun phrase from `start` includes the token at `at`.
fn continues(document: &Document, start: usize, at: usize, limit: usize) -> bool {
    let token = &document.tokens[at];
    match token.kind {
        TokenKind::Possessive => at > start,
        TokenKind::Number => true,
        TokenKind::Dash => document.is_glued(at) && at > start && document.is_glued(at - 1),
        TokenKind::Quotation => at > start && (is_nickname(document, at) || is_possessive(document, at)),
        TokenKind::Mark => match document.sign(at) {
            '.' => at > start && (is_abbreviated(document, at - 1) && at + 1 < limit || ends_address(document, at)),
            '&' => true,
            '/' => at > start && document.is_glued(at),
            _ => false,
        },
        TokenKind::Word if at == start && token.tags.any(Tags::DETERMINER) => true,
        TokenKind::Word if opens_compound(document, at) || at > start && ends_compound(document, at) => true,
        TokenKind::Word if at == start && is_quantifier(document, at) || is_owner_of_second(document, at) => true,
        TokenKind::Word if token.tags.any(BREAKS) && !is_name_part(token.tags) => {
            at > start
                && at + 1 < limit
                && (links::is_genitive(document, at)
                    || links::coordinates(document, at, at + 1)
                    || links::ties(document, at))
                && (is_nominal(document, at - 1) || is_quantifier(document, at - 1))
        }
        TokenKind::Word if token.tags.any(Tags::DETERMINER) => at == start || document.tags(at - 1).any(BREAKS),
        TokenKind::Word if at == start || is_determined(document, start, at) => true,
        // `The board unanimously rejected`
        TokenKind::Word if at > start && is_manner(document, at) && is_of_verb(document, at, limit) => false,
        TokenKind::Word => !is_verb_in_phrase(document, at) && !is_past_verb(document, at) && !governs(document, at),
    }
}

/// Whether a verb that can be a noun has an object or another subject after it: `The Otter Post calls it`, `Finch grabs
/// the rope`, `the club hopes they`.
fn governs(document: &Document, at: usize) -> bool {
    const OBJECTS: WordList<11> =
        WordList::of(["a", "an", "her", "him", "his", "it", "its", "the", "their", "them", "us"]);
    let subject = || document.is_one_of(at + 1, &classes::ONLY_SUBJECTS);
    let tags = document.tags(at);
    let named = is_name_part(document.tags(at - 1));
    let third = document.ends_in(at, "s") && !document.ends_in(at, "ss");
    let object = named && document.is_one_of(at + 1, &OBJECTS);
    let third = third && !tags.any(Tags::PERSON_NOUN | Tags::TITLE | Tags::ORGANISATION | Tags::SITE | Tags::KIN);
    !tags.any(Tags::CAPITALISED) && (tags.any(Tags::CUE) && (object || third && subject()) || object && third)
}

/// Whether a verb or a mark follows the adverb: `unanimously rejected`, but not `some unlikely allies`.
fn is_of_verb(document: &Document, at: usize, limit: usize) -> bool {
    let next = at + 1;
    let lower = !document.tags(at).any(Tags::CAPITALISED);
    let verb = || document.tags(next).any(Tags::AUXILIARY | Tags::VERB | Tags::CUE) || document.ends_in(next, "ed");
    lower && (next >= limit || document.tokens[next].kind == TokenKind::Mark || verb())
}

/// Whether an article directly precedes the word, which is then not a verb: `the ruling`, `a blog`.
fn is_determined(document: &Document, start: usize, at: usize) -> bool {
    at > start && document.tags(at - 1).any(Tags::ARTICLE)
}

/// Whether a capital inside a sentence shows that a word is a name.
pub fn is_name_part(tags: Tags) -> bool {
    tags.any(Tags::UPPERCASE) || (tags.any(Tags::CAPITALISED) && !tags.any(Tags::SENTENCE_START))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn a_verb_before_another_subject_is_no_part_of_a_source() {
        quotes(
            "
Lund’s aunt hopes they will mend it. “The roof lets in the rain, and nobody has come to see it.”
                  ^^^^^^^^^^^^^^^^^ quote indirect cue=[hopes] speaker=[Lund’s aunt]
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct speaker=[Lund’s aunt]
",
        );
    }

    #[test]
    fn a_given_name_may_be_a_month() {
        quotes(
            "
The weir broke. “Boats have gone,” said June Ellery, who rows.
                ^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[June Ellery] person=[June Ellery]
",
        );
    }

    #[test]
    fn one_holds_two_offices() {
        quotes(
            "
Brewery president and chief executive Otto Vale said the vats were dry.
                                                     ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Brewery president and chief executive Otto Vale] person=[Otto Vale]
“The vats are dry,” said chairman and general manager Ruth Amos.
^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[chairman and general manager Ruth Amos] person=[Ruth Amos]
",
        );
    }

    #[test]
    fn a_verb_in_s_ends_the_name_before_it() {
        quotes(
            "
Ivo Marsh drops his oar and warns that the weir is near. The Dorn Post flags the loss, writing that nobody knew.
                                  ^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[warns] speaker=[Ivo Marsh] person=[Ivo Marsh]
                                                                                               ^^^^^^^^^^^^^^^^ quote indirect cue=[writing] speaker=[The Dorn Post]
",
        );
    }
}
