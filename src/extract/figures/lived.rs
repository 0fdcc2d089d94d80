//! The person whose age follows a verb: "Pike died on Monday at the age of 71", "Miller Dead at 60", "Rowe turned 60",
//! "she was 34".

use super::{
    assessed, clause, life,
    phrase::{self, Phrase},
    somebody, verb,
};
use crate::{
    grammar::{endings, kinds},
    types::{Document, Tags, TokenKind, WordList},
};

/// Maximum number of tokens from the verb to the age.
const REACH: usize = 14;

/// The person whose age at token `start` a verb states.
pub fn who(document: &Document, start: usize) -> Option<Phrase> {
    let before = life::unrounded(document, start).checked_sub(1)?;
    // "Put her age at 43".
    let put = document.is(before, "at").then(|| assessed::assessed(document, start)).flatten();
    if let Some(age) = put.filter(|age| document.is(age.end - 1, "age")) {
        return Some(age);
    }
    if document.is_one_of(before, const { &WordList::of(["turn", "turned", "turning", "turns"]) }) {
        return who_turns(document, before);
    }
    if document.is_one_of(before, const { &WordList::of(["am", "is", "was"]) }) {
        return pronoun_or_name(document, before, false);
    }
    let last = at_age(document, before)?;
    if let Some(owner) = of_death(document, last) {
        return Some(owner);
    }
    let dead = death(document, last)?;
    let first = document.sentence_tokens(dead).start;
    let helped =
        |at: &usize| document.tags(*at).any(Tags::AUXILIARY | Tags::ADVERB) || endings::is_adverb_in_ly(document, *at);
    let end = (first..dead).rev().find(|at| !helped(at))? + 1;
    if document.is(end - 1, ",") {
        return before_aside(document, first, end - 1);
    }
    // "The rower, who died in May at 81".
    if document.is(end - 1, "who") {
        return antecedent(document, end - 1);
    }
    // "Man Who Drew This Map Dies at 104".
    let who = const { &WordList::of(["who", "whose"]) };
    let relative = (first + 1..end - 1).find(|&at| document.is_one_of(at, who) && !document.is(at - 1, ","));
    let joined = |relative: usize| (relative..end).any(|at| document.tags(at).any(Tags::CONJUNCTION));
    if let Some(relative) = relative.filter(|&relative| !joined(relative)) {
        return phrase::before(document, relative);
    }
    let named = pronoun_or_name(document, end, kinds::is_word(document, end - 1));
    named.map(|named| head_of(document, first, named)).or_else(|| {
        let tells = document.is_one_of(dead, const { &WordList::of(["died", "dies"]) });
        clause::subject(document, &(0..0), dead + usize::from(tells)).filter(|who| is_one(document, who))
    })
}

/// The person before "turned 60": "Pike, who just turned 60", "Dale will turn 70".
fn who_turns(document: &Document, verb: usize) -> Option<Phrase> {
    let first = document.sentence_tokens(verb).start;
    let helped = |at: &usize| {
        document.tags(*at).any(Tags::AUXILIARY | Tags::ADVERB)
            || document.is_one_of(*at, const { &WordList::of(["just", "recently"]) })
    };
    let end = (first..verb).rev().find(|at| !helped(at))? + 1;
    if document.is(end - 1, "who") {
        return antecedent(document, end - 1);
    }
    pronoun_or_name(document, end, kinds::is_word(document, end - 1))
}

/// The person to whom the "who" at `relative` refers.
fn antecedent(document: &Document, relative: usize) -> Option<Phrase> {
    let comma = relative.checked_sub(1).filter(|&comma| document.is(comma, ","));
    let who = phrase::before(document, comma.unwrap_or(relative))?;
    (document.tokens[who.start].sentence == document.tokens[relative].sentence
        && !endings::is_plural(document, who.end - 1)
        || is_one(document, &who))
    .then_some(who)
}

/// The person of whose death words that end with token `last` tell: "Pike's death in May", "the death of Tom Rowe".
fn of_death(document: &Document, last: usize) -> Option<Phrase> {
    let first = document.sentence_tokens(last).start.max((last + 1).saturating_sub(REACH));
    let death = (first + 1..=last).rev().find(|&at| document.is(at, "death"))?;
    let plain = |at: usize| !verb::is_verb(document, at) && !document.is(at, ",");
    if document.tokens[death - 1].kind == TokenKind::Possessive {
        let owner = phrase::before(document, death - 1).filter(|who| is_one(document, who))?;
        return (death + 1..=last).all(plain).then_some(owner);
    }
    let who = phrase::before(document, last + 1).filter(|who| is_one(document, who))?;
    let article = usize::from(document.tags(who.start.checked_sub(1)?).any(Tags::DETERMINER));
    (who.start.checked_sub(2 + article)? == death && document.is(death + 1, "of")).then_some(who)
}

/// The noun before a preposition, if the noun after it is not a person: "Ada Pike of the Tarn Larks Dead at 62",
/// "Miller in Weir Photo Dies at 95".
fn head_of(document: &Document, first: usize, named: Phrase) -> Phrase {
    const PERSONS: Tags = Tags::GIVEN_NAME.with(Tags::HONORIFIC).with(Tags::PERSON_NOUN).with(Tags::PRONOUN);
    let article = usize::from(named.start > first && document.tags(named.start - 1).any(Tags::DETERMINER));
    let links = const { &WordList::of(["from", "in", "of"]) };
    let link = (named.start - article).checked_sub(1).filter(|&at| at > first && document.is_one_of(at, links));
    let person = named.clone().any(|at| document.tags(at).any(PERSONS));
    let head = link.filter(|_| !person).and_then(|link| phrase::before(document, link));
    head.filter(|head| head.start >= first).unwrap_or(named)
}

/// The name or noun for one person before the first comma that follows one; commas set a clause off from the verb: "Tom
/// Rowe, the miller who dammed the Tarn, has died".
fn before_aside(document: &Document, first: usize, last: usize) -> Option<Phrase> {
    let commas = (first..last).filter(|&at| document.is(at, ",") && at > first);
    let owned = |who: &Phrase| {
        let before = |at: usize| who.start.checked_sub(at).map_or(Tags::NONE, |at| document.tags(at));
        let article = before(1).any(Tags::DETERMINER | Tags::POSSESSIVE);
        before(if article { 2 } else { 1 }).any(Tags::PREPOSITION)
    };
    let named = |comma| phrase::before(document, comma).filter(|who| is_one(document, who) && !owned(who));
    commas.filter_map(named).next()
}

/// Whether a phrase names or denotes one person.
fn is_one(document: &Document, who: &Phrase) -> bool {
    let last = who.end - 1;
    let person = document.tags(last).any(Tags::PERSON_NOUN | Tags::KIN) || somebody::is_listed(document, last);
    let named = somebody::is_full_name(document, last)
        || somebody::is_surname(document, last) && document.tags(last).any(Tags::SURNAME);
    named || person && !endings::is_plural(document, last)
}

/// The pronoun for one person before the verb at `verb` or, if `named`, the noun phrase there: "He was 34", "she died
/// at 34".
fn pronoun_or_name(document: &Document, verb: usize, named: bool) -> Option<Phrase> {
    let last = before_in_sentence(document, verb)?;
    if document.is_one_of(last, const { &WordList::of(["he", "i", "she"]) }) {
        return Some(last..verb);
    }
    let open = Tags::RELATIVE.with(Tags::PRONOUN).with(Tags::CONJUNCTION);
    named.then(|| phrase::before(document, verb)).flatten().filter(|_| !document.tags(last).any(open))
}

/// The word before "at age", "at the age of", "aged" or "at", which ends with token `last`.
fn at_age(document: &Document, last: usize) -> Option<usize> {
    let of_age = document.is(last, "of") && last > 2 && document.is(last - 1, "age") && document.is(last - 2, "the");
    let age = if of_age { 3 } else { usize::from(document.is(last, "age")) };
    let at = last.checked_sub(age).filter(|&at| document.is_one_of(at, const { &WordList::of(["aged", "at"]) }))?;
    before_in_sentence(document, at)
}

/// The token before `at`, if it is in the same sentence.
fn before_in_sentence(document: &Document, at: usize) -> Option<usize> {
    at.checked_sub(1).filter(|&before| document.tokens[before].sentence == document.tokens[at].sentence)
}

/// The word for a death before token `last`, without another verb between: "died of a cold in Tarn".
fn death(document: &Document, last: usize) -> Option<usize> {
    const DEATHS: WordList<4> = WordList::of(["dead", "died", "dies", "dying"]);
    const LIMITS: Tags = Tags::CONJUNCTION.with(Tags::RELATIVE).with(Tags::AUXILIARY);
    let first = document.sentence_tokens(last).start.max((last + 1).saturating_sub(REACH));
    let is_death = |at: usize| document.is_one_of(at, &DEATHS);
    let ends = |at: usize| document.tags(at).any(LIMITS) || document.is(at, ";") || verb::is_verb(document, at);
    (first..=last).rev().find(|&at| is_death(at) || ends(at)).filter(|&at| is_death(at))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn who_is_told_by_what_is_behind_a_preposition() {
        figures(
            "
Miller in Tarn Weir Photo Dead at 95
                                  ^^ figure age value=95 unit=year counted=[Miller]

Dorn Pike of the Morfa Larks Dies at 62
                                     ^^ figure age value=62 unit=year counted=[Dorn Pike]
",
        );
    }

    #[test]
    fn who_died_at_an_age() {
        figures(
            "
Ada Pike, the miller who ran the dam of Tarn, died on Monday at age 71. Former Mayor Tom Rowe is dead at 66. He was 89. Rowe turned 60 in May.
                                                      ^^^^^^ figure date
                                                                    ^^ figure age value=71 unit=year counted=[Ada Pike]
                                                                                                         ^^ figure age value=66 unit=year counted=[Former Mayor Tom Rowe]
                                                                                                                    ^^ figure age value=89 unit=year counted=[He]
                                                                                                                                    ^^ figure age value=60 unit=year counted=[Rowe]
                                                                                                                                          ^^^ figure date
Miller Nora Dale Dies at 91
                         ^^ figure age value=91 unit=year counted=[Miller Nora Dale]
",
        );
    }

    #[test]
    fn who_turns_an_age() {
        figures(
            "
Ada Pike, who turned 76, met Rowe. Rowe recently turned 30. Hawley will turn 70 in May. They sing until they turn 19.
                     ^^ figure age value=76 unit=year counted=[Ada Pike]
                                        ^^^^^^^^ figure date resolved=PAST_REF
                                                        ^^ figure age value=30 unit=year counted=[Rowe]
                                                                             ^^ figure age value=70 unit=year counted=[Hawley]
                                                                                   ^^^ figure date
                                                                                                                  ^^ figure age value=19 unit=year
",
        );
    }

    #[test]
    fn deaths_at_an_age() {
        figures(
            "
Mara Pike's death in Tarn at the age of 80 came after the death of rower Tom Rowe at age 62. The collector, who died at age 81, sang.
                                        ^^ figure age value=80 unit=year counted=[Mara Pike]
                                                                                         ^^ figure age value=62 unit=year counted=[rower Tom Rowe]
                                                                                                                            ^^ figure age value=81 unit=year counted=[collector]
",
        );
    }

    #[test]
    fn nobody_is_taken_for_the_dead() {
        figures(
            "
The warden of the mill by Tarn Lock, who kept goats, died at the age of 84. Ada was hurt when she was 16.
                                                                        ^^ figure age value=84 unit=year
                                                                                                      ^^ figure age value=16 unit=year counted=[she]
",
        );
    }

    #[test]
    fn whoever_did_something() {
        figures(
            "
Man Who Drew This Map Dies at 104
                              ^^^ figure age value=104 unit=year counted=[Man]
",
        );
    }
}
