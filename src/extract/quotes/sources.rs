//! Sources of quotes: the noun phrase before or after its cue.

use std::ops::Range;

use super::{
    adjuncts, appositions, around, cues, far_plural, named_work,
    phrases::{is_name_part, is_nominal, phrase_ending},
    together, trims,
};
use crate::{
    grammar::kinds,
    types::{Document, Tags, TokenKind, WordList},
};

/// Maximum number of tokens from a cue back to its source.
const REACH: usize = 60;

/// Maximum number of tokens from a relative pronoun to its verb, with a time, place or medium between.
const INSERTED: usize = 8;

/// Maximum number of tokens of an abbreviation in brackets.
const SHORT_FORM: usize = 7;

/// The source before the verb at `cue`, searched from right to left, not before token `from`.
///
/// Auxiliaries and adverbs of the verb are skipped, and so are insertions between commas: `Ruth Amos, who chairs the
/// board, has also said`.
pub fn before(document: &Document, cue: usize, from: usize) -> Option<Range<usize>> {
    let from = from.max(cue.saturating_sub(REACH));
    // `DORN - Friends and neighbours say`
    let placed = document.tags(from).all(Tags::UPPERCASE | Tags::SENTENCE_START);
    let from = if placed { from + around::dateline(document, from, cue) } else { from };
    let verb = verb_group(document, cue, from);
    if verb <= from {
        return None;
    }
    let mark = Some(verb - 1).filter(|&mark| sets_apart(document, mark));
    if let Some(mark) = mark.or_else(|| named_work::apposed(document, verb - 1)) {
        return around_parenthesis(document, mark, from);
    }
    if let Some(relative) = relative_before(document, verb, from) {
        return Some(relative..relative + 1);
    }
    let end = trims::without_contact(document, trims::without_participle(document, verb, from), from);
    let near = phrase_ending(document, end, from);
    // `Anglers hoping to row with Otto Vale say`
    let plain = |cue: usize| cue == verb && !document.is(cue - 1, "to");
    let say = Some(cue).filter(|&cue| far_plural::is_plain(document, cue) && plain(cue));
    let far = say.and_then(|say| far_plural::before(document, say));
    if let Some(far) = far.filter(|far| near.as_ref().is_none_or(|near| near.start > far.start)) {
        return Some(far);
    }
    let phrase = trims::without_verb(document, trims::without_time(document, near?, from)?);
    let head = appositions::head(document, &phrase, from);
    let all = if head.is_none() { together::all(document, &phrase, from) } else { None };
    let phrase = head.or(all).unwrap_or(phrase);
    let phrase = trims::of_subject(document, trims::without_first(document, phrase), from);
    let phrase = trims::without_fronted(document, trims::without_hour(document, phrase, from));
    let phrase = trims::with_number(document, phrase, from);
    let phrase = named_work::article_before(document, phrase.start, from).unwrap_or(phrase.start)..phrase.end;
    // `The seeds of a promising market`
    if phrase.len() > 1 {
        return (!document.tags(phrase.end - 1).any(Tags::ARTICLE)).then_some(phrase);
    }
    all_of(document, phrase.start, from).or_else(|| (!is_open(document, phrase.start)).then_some(phrase))
}

/// The relative pronoun before an insertion and its verb: `a warden who in an earlier letter said`.
fn relative_before(document: &Document, verb: usize, from: usize) -> Option<usize> {
    let opens = |&at: &usize| {
        document.is_one_of(at, const { &WordList::of(["who", "which"]) }) && !document.tags(at).any(Tags::CAPITALISED)
    };
    let relative = (from.max(verb.saturating_sub(INSERTED))..verb - 1).rev().find(opens)?;
    let inserted = document.tags(relative + 1).any(Tags::PREPOSITION);
    (inserted && adjuncts::adjuncts_end(document, relative + 1, verb) == verb).then_some(relative)
}

/// The noun phrase before `all`, `both` or `each`: `Lund and Dray both said`.
fn all_of(document: &Document, at: usize, from: usize) -> Option<Range<usize>> {
    let all = document.is_one_of(at, const { &WordList::of(["all", "both", "each"]) });
    if !all || at <= from || document.tokens[at - 1].kind != TokenKind::Word {
        return None;
    }
    let phrase = phrase_ending(document, at, from)?;
    let listed = phrase.start > from && matches!(document.word(phrase.start - 1), "," | "and");
    (!listed).then_some(phrase)
}

/// Whether the word after this one describes a noun, and is not a verb of speech: `a promising`, `their alleged`.
fn is_open(document: &Document, at: usize) -> bool {
    let open = document.tags(at).any(Tags::ARTICLE | Tags::POSSESSIVE) || document.is(at, "whose");
    open || is_manner(document, at) || cues::is_adjective(document, at)
}

/// The first token of the verb group that ends with the verb at `cue`: `has repeatedly said`.
pub fn verb_group(document: &Document, cue: usize, from: usize) -> usize {
    let mut start = cue;
    loop {
        let past = start > from + 2
            && document.tags(start - 1).any(Tags::TIME_UNIT)
            && document.is_one_of(start - 2, const { &WordList::of(["last", "this"]) });
        if past {
            start -= 2;
        } else if let Some(time) = adjuncts::time_start(document, start, from) {
            start = time;
        } else if start > from && is_verb_modifier(document, start - 1, from) {
            start -= 1;
        } else {
            return start;
        }
    }
}

/// Whether the word is an adverb by its ending, and not a name or a noun: `repeatedly`, `newly`.
pub fn is_manner(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    kinds::is_word(document, at)
        && document.ends_in(at, "ly")
        && (!tags.any(Tags::CAPITALISED) || tags.any(Tags::ORDINARY))
        && !tags.any(Tags::PERSON_NOUN)
        && !document
            .is_one_of(at, const { &WordList::of(["daily", "weekly", "monthly", "family", "ally", "assembly"]) })
}

fn is_verb_modifier(document: &Document, at: usize, from: usize) -> bool {
    let tags = document.tags(at);
    let manner = is_manner(document, at) && !tags.any(Tags::CAPITALISED);
    let contracted = document.tokens[at].kind == TokenKind::Possessive && document.is(at + 1, "also");
    // `has long said`, `has since said`, `with the mayor long saying`
    let has = at > from && document.tags(at - 1).any(Tags::AUXILIARY);
    let long = document.is(at, "long") && at > from && (has || document.ends_in(at + 1, "ing"))
        || document.is(at, "since") && has;
    // `Finch first said`, but not `the first said`
    let first = document.is(at, "first") && !tags.any(Tags::CAPITALISED) && at > from && is_nominal(document, at - 1);
    // `Otter Daily reported`, `Otter Today said`, `the Sun said`, `the Dorn Sun said`: part of a name; also `in her
    // forties`.
    let sun = document.is(at, "sun") && at > 0 && document.tags(at - 1).any(Tags::CAPITALISED);
    let owned = at > 0 && (document.is(at - 1, "the") || document.tags(at - 1).any(Tags::POSSESSIVE));
    let named = tags.any(Tags::CAPITALISED) && !tags.any(Tags::WEEKDAY) || sun || owned;
    let time = at > from && tags.any(Tags::WEEKDAY | Tags::DAY_WORD) && !named;
    manner
        || contracted
        || long
        || first
        || time
        || (tags.any(Tags::AUXILIARY | Tags::ADVERB | Tags::NEGATION) && !is_name_part(tags))
}

/// Whether the mark ends an insertion between a source and its verb.
fn sets_apart(document: &Document, at: usize) -> bool {
    matches!(document.word(at), "," | ")") || document.tokens[at].kind == TokenKind::Dash
}

/// The noun phrase before an insertion between the mark at `end` and one before it.
///
/// Of several noun phrases, the one that begins the clause.
fn around_parenthesis(document: &Document, end: usize, from: usize) -> Option<Range<usize>> {
    let mut nearest = None;
    let opens = |at: usize| match document.word(end) {
        ")" => document.is(at, "("),
        "," => document.is(at, ","),
        _ if document.tags(end).any(Tags::OPENING) => document.is(at, ","),
        _ => document.tokens[at].kind == TokenKind::Dash && (!document.is(at, "-") || !document.is_glued(at)),
    };
    for at in (from + 1..end).rev() {
        let marked = named_work::is_marked(document, at);
        if !marked && is_clause_end(document, at) {
            break;
        }
        if marked || !opens(at) {
            continue;
        }
        let told = |phrase: &Range<usize>| {
            !trims::is_affiliation(document, phrase)
                && !trims::is_place(document, phrase)
                && !is_participle(document, phrase)
                && !trims::is_fronted(document, phrase)
        };
        if let Some(phrase) = phrase_ending(document, before_bracket(document, at, from), from).filter(told) {
            if begins_clause(document, phrase.start, from) {
                return appositions::first(document, phrase, from);
            }
            nearest = nearest.or(Some(phrase));
        }
    }
    let nearest = nearest.or_else(|| phrase_ending(document, end, from));
    nearest.filter(|phrase: &Range<usize>| document.tags(phrase.start).any(Tags::CAPITALISED | Tags::DETERMINER))
}

/// The token after the name, before a bracket: `Otter Micro Systems (OMS), a maker of lifts, said`.
fn before_bracket(document: &Document, end: usize, from: usize) -> usize {
    let closed = end > from && document.is(end - 1, ")");
    let open = (from + 1..end).rev().take(SHORT_FORM).find(|&at| document.is(at, "("));
    open.filter(|_| closed).unwrap_or(end)
}

/// Whether the phrase is a participle that describes the noun before: `represented by his deputy`.
fn is_participle(document: &Document, phrase: &Range<usize>) -> bool {
    let first = phrase.start;
    first + 1 < phrase.end
        && document.ends_in(first, "ed")
        && !document.tags(first).any(Tags::CAPITALISED)
        && document.tags(first + 1).any(Tags::PREPOSITION)
}

fn is_clause_end(document: &Document, at: usize) -> bool {
    // An apostrophe, `the owners' club`, is a mark outside any quotation.
    let quoted = document.tokens[at].kind == TokenKind::Quotation && document.quotation_of(at).is_some();
    // `the Otter Post (https://otter.example) reported`
    let address = document.is(at, ":") && document.is(at + 1, "/");
    matches!(document.sign(at), ';' | ':') && !address || quoted
}

/// Whether only a conjunction or a short adverbial stands between the start of the clause and `at`.
pub fn begins_clause(document: &Document, at: usize, from: usize) -> bool {
    at == from
        || is_clause_end(document, at - 1)
        || document.tags(at - 1).any(Tags::CONJUNCTION)
        || matches!(document.word(at - 1), "," | ")" | ".")
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn what_tells_more_of_the_source_is_passed_over() {
        quotes(
            "
The abbot, accompanied by his cook, said the geese were lost. No 9 said the hut was cold.
                                         ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The abbot]
                                                                        ^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[No 9]
Otto Vale declined to say how many geese cried, citing the abbot.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[declined] speaker=[Otto Vale] person=[Otto Vale]
",
        );
    }

    #[test]
    fn it_is_a_body_where_it_speaks() {
        quotes(
            "
The club lost money. It said the roof would be mended.
                             ^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[It]
Updated: Rick Dray tried to explain on Sunday, saying he was late.
                                                      ^^^^^^^^^^^ quote indirect cue=[saying] speaker=[Rick Dray] person=[Rick Dray]
One of the riders near the pier said the bus was late.
                                     ^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[One of the riders near the pier]
",
        );
    }

    #[test]
    fn the_dateline_is_no_source() {
        quotes(
            "
WASHINGTON — President Otto Lund praised her on Tuesday, and signaled that the race might end.
                                                                      ^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[signaled] speaker=[President Otto Lund] person=[Otto Lund]
",
        );
    }

    #[test]
    fn anybody_says_nothing_and_names_may_hold_a_time() {
        quotes(
            "
You can tell whether the dam leaks by its colour. In 2004 Otter Rail said it had seen growth.
                                                                          ^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Otter Rail]
The Ostwick Sun reported that the dam leaks.
                         ^^^^^^^^^^^^^^^^^^ quote indirect cue=[reported] speaker=[The Ostwick Sun]
Otter Daily recently reported the dam leaks. Otter Today said the dam would hold.
                                                              ^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Otter Today] person=[Otter]
",
        );
    }

    #[test]
    fn her_brother_is_hers() {
        quotes(
            "
Nora Finch was not at home. Her brother said she had sold the boat.
                                             ^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Her brother]
The mayor told her clerks the tower leaned.
                          ^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[The mayor]
",
        );
    }

    #[test]
    fn the_name_stands_before_a_body_that_no_comma_closes() {
        quotes(
            "
Ruth Amos, from the harbour board said the pier was rotten.
                                       ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ruth Amos] person=[Ruth Amos]
Ruth Amos, Chief Warden at Tarn Harbour Board says the pier is rotten.
                                                   ^^^^^^^^^^^^^^^^^^ quote indirect cue=[says] speaker=[Ruth Amos] person=[Ruth Amos]
\"We are glad that the board has changed its course at last,\" Ruth Amos, Tarn Board director said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Ruth Amos] person=[Ruth Amos]
The warden who spoke on condition of silence says both boats had papers.
                                                  ^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[says] speaker=[The warden]
The Otter Post calls it a small mill, noting that the wheel is new.
                     ^^^^^^^^^^^^^^^ quote indirect cue=[calls] speaker=[The Otter Post]
                                             ^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[noting] speaker=[The Otter Post]
",
        );
    }

    #[test]
    fn a_share_of_those_asked_speaks() {
        quotes(
            "
Of the millers, 62% say the river is too low.
                        ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[62%]
",
        );
    }

    #[test]
    fn adverbs_short_verbs_and_hours_are_no_part_of_a_source() {
        quotes(
            "
The board unanimously turned down the plan, saying that it was too dear.
                                                   ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[saying] speaker=[The board]
Ivo Marsh sued, claiming he was owed a boat.
                         ^^^^^^^^^^^^^^^^^^ quote indirect cue=[claiming] speaker=[Ivo Marsh] person=[Ivo Marsh]
Around 11:30 PM, wardens say the gate was shut.
                             ^^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[wardens]
",
        );
    }

    #[test]
    fn the_subject_of_the_main_clause_speaks() {
        quotes(
            "
Nora Finch came late. While her boat was raised, she stayed away, saying that the hall was cold.
                                                                         ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[saying] speaker=[she] person=[Nora Finch]
",
        );
    }

    #[test]
    fn all_and_long_are_no_sources() {
        quotes(
            "
Lund and Dray both said the ferry was late.
                        ^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Lund and Dray] person=[Lund]
Wardens have long said the mill floods.
                       ^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Wardens]
Initially, police said the boat was empty.
                       ^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[police]
According to the clerk, Lund left and said he was ill.
                        ^^^^^^^^^ quote indirect cue=[According to] speaker=[the clerk]
                                           ^^^^^^^^^^ quote indirect cue=[said] speaker=[Lund] person=[Lund]
",
        );
    }

    #[test]
    fn a_participle_before_its_noun_is_no_verb_of_speech() {
        quotes("Newly announced ferries will sail in May. The asking price of the mill was high.");
    }

    #[test]
    fn what_the_source_did_is_no_part_of_it() {
        quotes(
            "
The verger refused to climb the tower, saying the stairs were rotten.
                                              ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[saying] speaker=[The verger]
According to a petition filed by the ringers, the bells are cracked.
                                              ^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[According to] speaker=[a petition]
A passer-by climbed the tower and said the bells were gone.
                                       ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[A passer-by]
Palace press officer Otto Vale said the bells would ring.
                                    ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Palace press officer Otto Vale] person=[Otto Vale]
",
        );
        quotes("A bell whose alleged age is doubted hangs there.");
    }

    #[test]
    fn a_medium_may_stand_behind_the_pronoun() {
        quotes(
            "
The letter names a clerk who in an earlier letter said the kiln was cold.
                                                       ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[who] stands_for=[a clerk]
",
        );
    }

    #[test]
    fn an_address_tells_more_of_a_paper() {
        quotes(
            "
The Tarn Echo (https://tarn.example/a) reported the pier was shut.
                                                ^^^^^^^^^^^^^^^^^ quote indirect cue=[reported] speaker=[The Tarn Echo]
",
        );
    }
}
