//! Descriptions of a source without a closing comma: `Ruth Amos, chair of the board said`, `the warden who spoke on
//! Monday said`.

use std::ops::Range;

use super::{
    clause,
    phrases::{is_name_part, is_nominal, phrase_ending},
    sources::{begins_clause, is_manner},
};
use crate::{
    grammar::classes,
    types::{Document, Tags, TokenKind, WordList},
};

/// Maximum number of tokens of the first of two offices after a name.
const FIRST_OFFICE: usize = 5;

/// Maximum number of tokens of a relative clause before the phrase that it ends with; after a longer one the phrase is
/// more often a subject of its own.
const ENDING_RELATIVE: usize = 16;

/// The source that the phrase directly before a verb describes, if it does.
pub fn head(document: &Document, phrase: &Range<usize>, from: usize) -> Option<Range<usize>> {
    apposed(document, phrase.start, from)
        .or_else(|| name_before_office(document, phrase, from))
        .or_else(|| before_relative(document, phrase, from))
        .or_else(|| before_participle(document, phrase, from))
        .or_else(|| before_gerund(document, phrase, from))
}

/// The name before an appositive without a closing comma: `Ruth Amos, chair of the harbour board said`, `Ruth Amos,
/// from the harbour board said`.
pub fn apposed(document: &Document, start: usize, from: usize) -> Option<Range<usize>> {
    let tied = start > from + 2 && document.is_one_of(start - 1, const { &WordList::of(["at", "from", "of"]) });
    if tied && document.is(start - 2, ",") {
        let name = phrase_ending(document, start - 2, from)?;
        let given = |at: usize| document.tags(at).any(Tags::GIVEN_NAME) && document.tags(at).any(Tags::CAPITALISED);
        let capitals = name.clone().all(|at| document.tags(at).any(Tags::CAPITALISED));
        let person = name.clone().any(|at| given(at) && (capitals || is_name_part(document.tags(at))));
        return (person && name.len() > 1 && begins_clause(document, name.start, from)).then_some(name);
    }
    let bare = !document.tags(start).any(Tags::CAPITALISED) || document.is(start + 1, "of");
    let office = bare && names_office(document, start);
    if start < from + 2 || !office {
        return None;
    }
    let comma = if document.is(start - 1, "and") { before_office(document, start - 1, from)? } else { start - 1 };
    if !document.is(comma, ",") {
        return None;
    }
    let name = phrase_ending(document, comma, from)?;
    // `Initially, police said`
    let hour = document.tags(name.start).any(Tags::DIGITS);
    // `Objecting, warden Otto Vale said`
    let act = document.tags(name.start).any(Tags::SENTENCE_START)
        && document.ends_in(name.start, "ing")
        && !document.tags(name.start).any(Tags::SURNAME | Tags::GIVEN_NAME);
    // `were hit and wounded in Dorn, police said`, `at 13th and Main, police said`
    let joined = name.start > from && document.tags(name.start - 1).any(Tags::CONJUNCTION);
    let bare = !document.tags(name.start).any(Tags::CAPITALISED | Tags::DETERMINER | Tags::TITLE);
    let second = joined && (name.len() == 1 || bare && document.ends_in(name.start, "ed"));
    let named = document.tags(name.end - 1).any(Tags::CAPITALISED) && !is_manner(document, name.end - 1);
    (named && !hour && !act && !second && begins_clause(document, name.start, from)).then_some(name)
}

/// The name before the first of two appositives, or the phrase: `Ruth Amos, the mayor of Dorn, a friend of Lund, said`.
pub fn first(document: &Document, phrase: Range<usize>, from: usize) -> Option<Range<usize>> {
    let comma = phrase.start.checked_sub(1).filter(|&at| at > from && document.is(at, ","));
    let name = comma.filter(|_| document.is(phrase.start, "the")).and_then(|at| phrase_ending(document, at, from));
    let person = |name: &Range<usize>| {
        name.len() > 1
            && document.tags(name.start).any(Tags::GIVEN_NAME)
            && name.clone().all(|at| document.tags(at).any(Tags::CAPITALISED))
            && begins_clause(document, name.start, from)
    };
    name.filter(person).or_else(|| apposed(document, phrase.start, from)).or(Some(phrase))
}

/// Whether an office or noun for a person starts here, perhaps after other lower-case words: `chair`, `project
/// coordinator`.
fn names_office(document: &Document, start: usize) -> bool {
    let start = start + usize::from(document.is_one_of(start, &classes::INDEFINITE_ARTICLES));
    let held = |at: usize| document.tags(at).any(Tags::TITLE | Tags::PERSON_NOUN);
    let plain = |at: usize| is_nominal(document, at) && !document.tags(at).any(Tags::CAPITALISED);
    let last = (start..start + FIRST_OFFICE).find(|&at| held(at) || !plain(at));
    // `Mr Vale, wardens said, has left`: a plural is not the office of one.
    let several = document.ends_in(start, "s") && !document.ends_in(start, "ss");
    held(start) && !several || last.is_some_and(|last| held(last) && plain(start) && !document.ends_in(last, "s"))
}

/// The name before an office that contains the name of a body: `Ruth Amos, Harbour Board director said`, `Ruth Amos,
/// Chief Warden at the Harbour Board said`.
fn name_before_office(document: &Document, office: &Range<usize>, from: usize) -> Option<Range<usize>> {
    let comma = office.start.checked_sub(1).filter(|&at| at > from && document.is(at, ","))?;
    let held = |at: usize| document.tags(at).any(Tags::TITLE | Tags::PERSON_NOUN);
    let tied = || office.clone().any(|at| document.is_one_of(at, const { &WordList::of(["at", "for", "of"]) }));
    if !(held(office.end - 1) || held(office.start) && tied()) {
        return None;
    }
    let name = phrase_ending(document, comma, from)?;
    let capital = |tags: Tags| tags.any(Tags::CAPITALISED) && !tags.any(Tags::PREPOSITION | Tags::MONTH);
    let capitals = name.clone().all(|at| capital(document.tags(at)));
    // `"It is new," Laah Dorn, director of the mill, said`
    let quoted = name.start > from.max(1) - 1 && document.tags(name.start - 1).any(Tags::CLOSING);
    let whole = name.len() > 1 && (quoted || document.tags(name.start).any(Tags::GIVEN_NAME));
    (capitals && whole && begins_clause(document, name.start, from)).then_some(name)
}

/// The noun before a relative clause without commas: `The warden who spoke on condition of silence said`.
fn before_relative(document: &Document, phrase: &Range<usize>, from: usize) -> Option<Range<usize>> {
    let first = from.max(phrase.start.saturating_sub(ENDING_RELATIVE));
    let mark = |at: usize| document.tokens[at].kind == TokenKind::Mark;
    let who = (first..phrase.start).rev().find(|&at| document.is(at, "who") || mark(at))?;
    if document.tags(phrase.start - 1).any(Tags::CONJUNCTION) {
        return None;
    }
    // `an angler who lives nearby`, but `asked who the mayor was`
    let verb = |at: usize| {
        document.tokens[at].kind == TokenKind::Word
            && !document.tags(at).any(Tags::DETERMINER | Tags::CAPITALISED | Tags::PRONOUN)
    };
    // `the man who wardens said`
    let speaker = Tags::PERSON_NOUN | Tags::TITLE | Tags::CAPITALISED;
    // `an angler who lives in the area said`
    let lives = document.tags(phrase.start + 1).any(Tags::PREPOSITION) && !document.tags(phrase.start).any(speaker);
    let last = document.tags(phrase.end - 1).any(speaker) && !lives;
    let own = who + 1 == phrase.start && (phrase.len() == 1 || last);
    let relative = document.is(who, "who") && who > from && is_nominal(document, who - 1) && verb(who + 1) && !own;
    relative.then(|| phrase_ending(document, who, from)).flatten()
}

/// The phrase that starts at the noun before a participle and a preposition, if the noun opens its clause: `A letter
/// sent to parents said`, `divers called to the weir said`.
fn before_participle(document: &Document, phrase: &Range<usize>, from: usize) -> Option<Range<usize>> {
    const IRREGULAR: WordList<8> = WordList::of(["found", "given", "held", "made", "seen", "sent", "taken", "written"]);
    let preposition = phrase.start.checked_sub(1).filter(|&at| at > from + 1)?;
    let participle = preposition - 1;
    // `the firm behind the bridge said`
    if document.is(preposition, "behind") && is_nominal(document, participle) {
        let noun = phrase_ending(document, preposition, from)?;
        return begins_clause(document, noun.start, from).then_some(noun.start..phrase.end);
    }
    let past = document.ends_in(participle, "ed") || document.is_one_of(participle, &IRREGULAR);
    // `anglers complained about Dray vowing`
    let vows = phrase.end < document.tokens.len() && document.ends_in(phrase.end, "ing");
    if !past
        || vows
        || !document.tags(preposition).any(Tags::PREPOSITION)
        || document.is(preposition, "off")
        || document.tags(participle).any(Tags::CAPITALISED)
        || !is_nominal(document, participle - 1)
    {
        return None;
    }
    let noun = phrase_ending(document, participle, from)?;
    let first = noun.start == from || document.is(noun.start - 1, ",") && noun.start > from + 1;
    first.then_some(noun.start..phrase.end)
}

/// The phrase that starts at the noun before a participle and its object, if the noun opens its clause: `A woman
/// holding a rope said`.
fn before_gerund(document: &Document, phrase: &Range<usize>, from: usize) -> Option<Range<usize>> {
    // `Pupils marching through the town said`
    let tied = phrase.start > from + 2 && document.tags(phrase.start - 1).any(Tags::PREPOSITION);
    // `Two women claiming to be kin said`
    let being = phrase.start > from + 3 && document.is(phrase.start - 1, "be") && document.is(phrase.start - 2, "to");
    let gerund = phrase.start.checked_sub(1 + usize::from(tied) + 2 * usize::from(being)).filter(|&at| at > from)?;
    let other = Tags::CAPITALISED | Tags::PREPOSITION | Tags::CUE_NOUN | Tags::DAY_PART | Tags::PRONOUN;
    if document.tags(phrase.start).any(Tags::PRONOUN | Tags::RELATIVE) && phrase.len() == 1
        || !document.ends_in(gerund, "ing")
        || document.tags(gerund).any(other)
        || !is_nominal(document, gerund - 1)
        || document.tags(gerund - 1).any(Tags::CUE)
    {
        return None;
    }
    let noun = phrase_ending(document, gerund, from)?;
    let first = noun.start == from || !tied && noun.start > from + 1 && begins_clause(document, noun.start, from);
    (first && !clause::has_verb(document, noun.clone())).then_some(noun.start..phrase.end)
}

/// The comma before the first of two offices: `Ruth Amos, president and chief of the board said`.
fn before_office(document: &Document, and: usize, from: usize) -> Option<usize> {
    let comma = (from.max(and.saturating_sub(FIRST_OFFICE))..and).rev().find(|&at| document.is(at, ","))?;
    document.tags(and - 1).any(Tags::TITLE | Tags::PERSON_NOUN).then_some(comma)
}

/// The token after an age between commas: `Ivo Marsh, 22, and`.
pub fn past_age(document: &Document, at: usize, limit: usize) -> usize {
    let age =
        at + 2 < limit && document.is(at, ",") && document.tags(at + 1).any(Tags::DIGITS) && document.is(at + 2, ",");
    if age { at + 3 } else { at }
}

/// The possible position of the verb after the comma that ends an appositive: `her friend, Ivo Marsh, 28, accidentally
/// fired`.
pub fn past_comma(document: &Document, comma: usize, limit: usize) -> usize {
    let at = past_age(document, comma, limit).max(comma + 1);
    at + usize::from(at < limit && is_manner(document, at))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_name_stands_before_the_first_of_two() {
        quotes(
            "
Ruth Amos - a co-owner of the weir - told the guild that it leaked.
                                                    ^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Ruth Amos] person=[Ruth Amos]
Ruth Amos, the mayor of Dorn, a friend of Lund, said the weir must go. In Dorn, Ohio, the warden, a cook, said it was late.
                                                     ^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ruth Amos] person=[Ruth Amos]
                                                                                                               ^^^^^^^^^^^ quote indirect cue=[said] speaker=[the warden]
",
        );
    }

    #[test]
    fn a_participle_tells_more_of_who_speaks() {
        quotes(
            "
Divers called to the weir said the boat was gone. Records seen by the Tarn Echo show that it leaked.
                               ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Divers called to the weir]
                                                                                     ^^^^^^^^^^^^^^ quote indirect cue=[show] speaker=[Records seen by the Tarn Echo]
",
        );
    }

    #[test]
    fn what_somebody_does_is_no_name_before_an_office() {
        quotes(
            "
Objecting, river warden Otto Vale said the weir was old.
                                       ^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[river warden Otto Vale] person=[Otto Vale]
",
        );
    }

    #[test]
    fn two_offices_stand_behind_the_name() {
        quotes(
            "
Scott Lund, president and CEO of Otter Works said, \"This has been a fine day for us all.\"
                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Scott Lund] person=[Scott Lund]
",
        );
    }

    #[test]
    fn what_stands_behind_the_source_is_passed_over() {
        quotes(
            "
A cooper who lives nearby said the kiln was cold. The firm behind the kiln said it was glad.
                               ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[A cooper]
                                                                                ^^^^^^^^^^^ quote indirect cue=[said] speaker=[The firm behind the kiln]
",
        );
        quotes("Nobody asked who the mayor was.");
    }

    #[test]
    fn several_are_no_office_of_one() {
        quotes(
            "
Mr Vale, wardens said, has sold the raft.
^^^^^^^ quote indirect cue=[said] speaker=[wardens]
                       ^^^^^^^^^^^^^^^^^ quote …
",
        );
    }

    #[test]
    fn an_office_of_two_words_stands_behind_the_name() {
        quotes(
            "
Otto Vale, tower warden for Ostwick Bells, told millers that the bells would ring.
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Otto Vale] person=[Otto Vale]
A verger who did not want to be named said the bells were cracked.
                                           ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[A verger]
",
        );
    }

    #[test]
    fn a_gerund_with_its_object_tells_more_of_who_speaks() {
        quotes(
            "
A boy flying a kite said the fair was off. A clerk minding the toll at Tarn said it rained.
                         ^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[A boy flying a kite]
                                                                                 ^^^^^^^^^ quote indirect cue=[said] speaker=[A clerk minding the toll at Tarn]
",
        );
    }

    #[test]
    fn a_member_of_a_body_is_the_one_named() {
        quotes(
            "
Otto Birch, a member of the guild said he had been paid.
                                       ^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Otto Birch] person=[Otto Birch]
",
        );
    }

    #[test]
    fn pupils_marching_through_the_town_speak() {
        quotes(
            "
Pupils marching through the town said the weir was cold.
                                      ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Pupils marching through the town]
",
        );
    }

    #[test]
    fn ages_stand_in_a_subject() {
        quotes(
            "
Guards believe Ivo Vale, 22, and Otto Birch, 18, are on the weir. Finch said much had been lost.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[believe] speaker=[Guards]
",
        );
    }

    #[test]
    fn what_women_claim_to_be_tells_more_of_them() {
        quotes(
            "
Men claiming to be wardens told a cook the pier was shut. Amos admitted her brother, Otto Vale, 41, secretly sold the boat. Lund said one was a miller and the other, a cook, was his aunt.
             ^^^^^^^^^^^^^ quote indirect cue=[claiming] speaker=[Men]
                                       ^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Men claiming to be wardens]
                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[admitted] speaker=[Amos] person=[Amos]
                                                                                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Lund] person=[Lund]
",
        );
    }

    #[test]
    fn what_a_conjunction_joins_is_no_name_before_an_office() {
        quotes(
            "
Four anglers were cut and bruised early Monday in Dorn, police said. A raft lay at 9th and Quay, police said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[police]
                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[police]
",
        );
    }
}
