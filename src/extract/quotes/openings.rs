//! The noun phrase that opens a sentence, after a dateline and any words before the main clause.

use std::ops::Range;

use super::{adjuncts, around, clause, phrases::behind};
use crate::{
    grammar::classes,
    types::{Document, Tags, TokenKind, WordList},
};

/// Maximum number of tokens of a time before a clause.
const TIME: usize = 7;

/// The noun phrase that opens a sentence, without an adverbial before it.
pub fn subject(document: &Document, from: usize, limit: usize) -> Option<Range<usize>> {
    let mut at = from + around::dateline(document, from, limit);
    // `According to police, Finch left and said`
    if document.is(at, "according") {
        at = (at..limit).find(|&at| document.is(at, ","))? + 1;
    }
    if let Some(main) = main_clause(document, at, limit) {
        return behind(document, main, limit).map(|phrase| before_verb(document, phrase));
    }
    // `2.40 p.m: Finch …`
    if document.tags(from).any(Tags::DIGITS) {
        let colon = (from + 1..limit.min(from + TIME)).find(|&at| document.is(at, ":"));
        let hour = colon.filter(|&colon| (from..colon).any(|at| document.tags(at).any(Tags::CLOCK)));
        at = hour.filter(|&colon| !document.tags(colon + 1).any(Tags::DIGITS)).map_or(at, |colon| colon + 1);
    }
    // `Updated: Finch …`
    if from + 2 < limit && document.is(from + 1, ":") && document.tokens[from].kind == TokenKind::Word {
        at = from + 2;
    }
    while at < limit
        && document.tags(at).any(Tags::CONJUNCTION | Tags::ADVERB)
        && !document.tags(at).any(Tags::RELATIVE)
    {
        at += 1;
    }
    at = past_time(document, at, limit);
    // `First, the mill`
    if at + 2 < limit && document.tags(at).any(Tags::ORDINAL) && document.is(at + 1, ",") {
        at += 2;
    }
    if let Some(comma) = earlier(document, at, limit) {
        return behind(document, comma + 1, limit).map(|phrase| before_verb(document, phrase));
    }
    // `Asked about the cost, Finch smiled and said`
    // `When asked about it, Finch nodded and said`
    let first =
        at == from || at == from + 1 && document.is_one_of(from, const { &WordList::of(["when", "while", "once"]) });
    let fronted = first && (document.ends_in(at, "ed") || document.ends_in(at, "ing"));
    if at < limit
        && (document.tags(at).any(Tags::PREPOSITION)
            || fronted && (document.tags(at).any(Tags::CUE | Tags::VERB) || is_plain_participle(document, at)))
    {
        at = past_state(document, (at..limit).find(|&at| document.is(at, ","))? + 1, limit);
    }
    behind(document, at, limit).map(|phrase| before_verb(document, phrase))
}

/// The token after an adverb and its comma, after a time without a preposition, or after a bracket that closes later:
/// `However, Finch left`, `Last June, Finch left`, `Earlier this year the mill`, `(Finch left`.
fn past_time(document: &Document, at: usize, limit: usize) -> usize {
    let bracket = at < limit && document.is(at, "(") && !(at..limit).any(|at| document.is(at, ")"));
    if at < limit && document.is(at, ",") || bracket {
        return at + 1;
    }
    if at >= limit || document.tags(at).any(Tags::PREPOSITION) {
        return at;
    }
    let end = adjuncts::adjuncts_end(document, at, limit.min(at + TIME));
    let opens = Tags::CAPITALISED | Tags::DETERMINER | Tags::PRONOUN;
    match end > at && end + 1 < limit {
        true if document.is(end, ",") => end + 1,
        true if document.tags(end).any(opens) => end,
        _ => at,
    }
}

/// The token after a state, and after any time or place after that, where the sentence continues at `at` after a town
/// and a comma: `At a fair in Dorn, Ohio, Ruth Amos`, `At a fair in Dorn, Ohio, on Monday, Ruth Amos`.
fn past_state(document: &Document, at: usize, limit: usize) -> usize {
    let comma = |at: usize| (at..limit.min(at + TIME)).find(|&at| document.is(at, ","));
    let Some(end) = comma(at).filter(|_| document.tags(at - 2).any(Tags::CAPITALISED)) else { return at };
    let short = |at: usize| document.word(at).contains('.') || document.tags(at).any(Tags::UPPERCASE);
    let state =
        |at: usize| document.tags(at).any(Tags::CAPITALISED) && (document.tags(at).any(Tags::PLACE) || short(at));
    let named = end <= at + 3 && (at..end).all(|at| state(at) || document.is(at, "."));
    if !named {
        return at;
    }
    let time = document.tags(end + 1).any(Tags::PREPOSITION | Tags::WEEKDAY | Tags::DAY_WORD);
    comma(end + 1).filter(|_| time).unwrap_or(end) + 1
}

/// Whether the word is a participle, not a name: `Facing doubts in Dorn, Lund`, but not `Boeing left Dorn, saying`.
fn is_plain_participle(document: &Document, at: usize) -> bool {
    let name = Tags::GIVEN_NAME | Tags::SURNAME | Tags::ORGANISATION | Tags::PLACE;
    let verb = Tags::CAPITALISED | Tags::AUXILIARY | Tags::CUE;
    let (tags, next) = (document.tags(at), document.tags(at + 1));
    document.ends_in(at, "ing")
        && tags.any(Tags::ORDINARY)
        && !tags.any(name)
        && !next.any(verb)
        && !document.ends_in(at + 1, "ed")
        && document.tokens[at + 1].kind == TokenKind::Word
}

/// The name before a time or before a verb that can be a noun: `Finch last week`, `Finch hammers Otter Rail`.
fn before_verb(document: &Document, phrase: Range<usize>) -> Range<usize> {
    let noun = Tags::CAPITALISED | Tags::PERSON_NOUN | Tags::TITLE | Tags::ORGANISATION | Tags::KIN | Tags::CUE_NOUN;
    let named = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let verb = |at: usize| {
        let word = document.tokens[at].kind == TokenKind::Word && document.ends_in(at, "s");
        // `Dorn anglers Ruth Amos and`
        let people = document.tags(at - 1).any(Tags::NATIONALITY) || document.tags(at + 1).any(Tags::GIVEN_NAME);
        word && !document.tags(at).any(noun) && named(at + 1) && !people
    };
    let time = |at: usize| {
        document.is_one_of(at, const { &WordList::of(["last", "this"]) })
            && document.tags(at + 1).any(Tags::TIME_UNIT | Tags::DAY_PART)
    };
    let first = phrase.start;
    // `Ruth Amos lives next door`, `the warden Ruth Amos looks certain`
    let stays = |at: usize| {
        let whole = at > first + 1 && named(at - 1) && document.tags(at - 2).any(Tags::GIVEN_NAME);
        let word = document.word(at);
        let word = document.tokens[at].kind == TokenKind::Word && word.ends_with('s');
        whole && word && !document.tags(at).any(noun | Tags::CUE) && !named(at + 1)
    };
    let end = (first + 1..phrase.end - 1).find(|&at| time(at) || named(at - 1) && verb(at));
    let end = end.or_else(|| (first + 2..phrase.end).find(|&at| stays(at)));
    // `Ruth Amos first made the claim`
    let once = |at: usize| at + 1 == phrase.end && document.is(at, "first") && !named(at);
    let short = |&at: &usize| named(at - 1) && (is_short_verb(document, at) || once(at));
    let end = end.or_else(|| (first + 1..phrase.end).find(short));
    first..end.unwrap_or(phrase.end)
}

/// Whether the word is a past form that looks like a noun, with an object: `Otter Rail cut its fares`, `Finch hit the
/// gate`.
fn is_short_verb(document: &Document, at: usize) -> bool {
    const VERBS: WordList<7> = WordList::of(["beat", "cut", "hit", "put", "set", "shut", "spread"]);
    let object = Tags::DETERMINER | Tags::POSSESSIVE | Tags::DIGITS | Tags::CURRENCY;
    // `Otter Rail rose 3% after announcing`
    let moved = document.tags(at).any(Tags::CHANGE) && document.tags(at + 1).any(Tags::DIGITS);
    (document.is_one_of(at, &VERBS) || moved)
        && !document.tags(at).any(Tags::CAPITALISED)
        && (document.tags(at + 1).any(object)
            || document.is_one_of(at + 1, const { &WordList::of(["off", "out", "up"]) }))
}

/// The comma after a relative time: `Two days later, Finch nodded`.
fn earlier(document: &Document, at: usize, limit: usize) -> Option<usize> {
    let comma = (at + 1..limit.min(at + TIME)).find(|&at| document.is(at, ","))?;
    let time = (at..comma).any(|at| document.tags(at).any(Tags::TIME_UNIT | Tags::DAY_PART));
    (time && document.is_one_of(comma - 1, &classes::FROM_A_TIME)).then_some(comma)
}

/// The start of the main clause after a subordinate one: `While the mill burned, she left`.
fn main_clause(document: &Document, at: usize, limit: usize) -> Option<usize> {
    let subject = |at: usize| document.is_one_of(at, &classes::SUBJECTS);
    if !document.is_one_of(at, &classes::SUBORDINATORS) || document.ends_in(at + 1, "ed") {
        return None;
    }
    // `When the mill burned, Otter Rail protested, claiming`: a noun phrase and its verb, or a name between commas.
    let clause = |at: usize| {
        let Some(phrase) = behind(document, at, limit).filter(|phrase| phrase.end < limit) else { return false };
        let (verb, name) = (phrase.end, document.tags(phrase.end - 1).any(Tags::CAPITALISED));
        let tags = document.tags(verb);
        tags.any(Tags::AUXILIARY | Tags::VERB | Tags::CUE | Tags::CHANGE)
            || document.ends_in(verb, "ed")
            || name && document.is(verb, ",")
    };
    let comma = (at + 2..limit).find(|&at| document.is(at, ",") && (subject(at + 1) || clause(at + 1)))?;
    (subject(comma + 1) || clause::has_verb(document, at + 1..comma)).then_some(comma + 1)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn an_adverb_or_a_time_stands_before_the_subject() {
        quotes(
            "
However, Ruth Amos left the guild, saying it was dull. Last June, Ruth Amos left the guild, saying it was dull.
                                          ^^^^^^^^^^^ quote indirect cue=[saying] speaker=[Ruth Amos] person=[Ruth Amos]
                                                                                                   ^^^^^^^^^^^ quote indirect cue=[saying] speaker=[Ruth Amos] person=[Ruth Amos]
Earlier this year, the guild left the fair, claiming that it was dull. (Wardens left it too, saying it was cold.)
                                                     ^^^^^^^^^^^^^^^^ quote indirect cue=[claiming] speaker=[the guild]
                                                                                                    ^^^^^^^^^^^ quote indirect cue=[saying] speaker=[Wardens]
",
        );
    }

    #[test]
    fn the_state_of_a_town_does_not_speak() {
        quotes(
            "
At a fair in Dorn, Ohio, Ruth Amos met the millers and explained how the wheel works.
                                                                 ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[explained] speaker=[Ruth Amos] person=[Ruth Amos]
Facing growing debts in Dorn and Tarn, Ruth Amos sold the mill, saying that it was old.
                                                                       ^^^^^^^^^^^^^^^ quote indirect cue=[saying] speaker=[Ruth Amos] person=[Ruth Amos]
At a fair in Dorn, N.H., on Monday, Ruth Amos met the millers, saying that the wheel was old.
                                                                      ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[saying] speaker=[Ruth Amos] person=[Ruth Amos]
",
        );
    }

    #[test]
    fn the_name_stands_before_its_verb_or_a_time() {
        quotes(
            "
Ruth Amos lives next door and said she heard the weir. Otto Vale stays in Dorn as well, and said it was late.
                                   ^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ruth Amos] person=[Ruth Amos]
                                                                                                 ^^^^^^^^^^^ quote indirect cue=[said] speaker=[Otto Vale] person=[Otto Vale]
Dray slams Otter Rail’s ferry, saying it was late. Lund last week sold the mill, saying it was old.
                                      ^^^^^^^^^^^ quote indirect cue=[saying] speaker=[Dray] person=[Dray]
                                                                                        ^^^^^^^^^^ quote indirect cue=[saying] speaker=[Lund] person=[Lund]
",
        );
    }

    #[test]
    fn a_time_before_the_subject_is_none() {
        quotes(
            "
Two weeks later, Birch frowned at the bill, noting that peat was dear.
                                                   ^^^^^^^^^^^^^^^^^^ quote indirect cue=[noting] speaker=[Birch] person=[Birch]
",
        );
    }

    #[test]
    fn an_hour_or_a_number_stands_before_the_subject() {
        quotes(
            "
First, Dray wants to say that the weir leaks. 2.40 p.m: Ivo Vale took to the air to say he was safe.
                         ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[Dray] person=[Dray]
                                                                                        ^^^^^^^^^^^ quote indirect cue=[say] speaker=[Ivo Vale] person=[Ivo Vale]
",
        );
    }

    #[test]
    fn the_subject_stands_behind_a_clause() {
        quotes(
            "
When the navy chose Otter Yards to build the boats, Quillon challenged the award in a protest, claiming the test was skewed.
                                                                                                        ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[claiming] speaker=[Quillon] person=[Quillon]
After the council shut the pool, the club appealed to the minister, arguing that nobody had asked the swimmers.
                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[arguing] speaker=[the club]
",
        );
    }

    #[test]
    fn a_short_past_is_no_part_of_the_source() {
        quotes(
            "
Otter Rail cut its fares, blaming the flood. Tarn Rail rose 3% after announcing the sale.
                                  ^^^^^^^^^ quote indirect cue=[blaming] speaker=[Otter Rail]
                                                                                ^^^^^^^^ quote indirect cue=[announcing] speaker=[Tarn Rail]
",
        );
    }
}
