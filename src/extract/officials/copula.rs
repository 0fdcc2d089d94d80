//! An office that the sentence says a person has, gets or gives up:
//! "Ruth Amos is the new chief executive of Norvale Rail", "Tom Okafor was appointed coroner",
//! "Ann Reed, who served as mayor until June".

use super::{Rule, certainty, holder, name::NameSpan, office::Phrase, predecessor, scene::Scene, telling, tenure};
use crate::types::{Document, Fact, Office, OfficeFact, Tags, TokenKind, WordList};

/// Offices stated by a verb.
pub const RULE: Rule = Rule { name: "officials.copula", source: include_str!("copula.rs"), extract };

/// Maximum number of tokens between the name and the office.
const REACH: usize = 8;

fn extract(scene: &Scene, phrase: &Phrase, found: &mut Vec<Fact<OfficeFact>>) -> bool {
    let Some(telling) = telling::telling(scene, phrase) else { return false };
    let Some(name) = subject(scene, telling.link, telling.verb) else { return false };
    let stays = scene.document.is_one_of(telling.verb, const { &WordList::of(["continue", "remain", "stay"]) });
    if is_supposed(scene, name) && !stays {
        return false;
    }
    let Some(office) = telling::told(scene.document, phrase, &telling, name.tokens.end, RULE.name) else {
        return false;
    };
    if let Some((name, status)) = predecessor::of(scene, telling.link, name) {
        found.push(scene.held(Office { status, ..office.clone() }, name, certainty::BY_VERB));
    }
    found.push(scene.held(office, name, certainty::BY_VERB));
    true
}

/// Whether the office is only supposed: `if Ann Reed was the nominee`, `whether Ann Reed is a judge`.
fn is_supposed(scene: &Scene, name: &NameSpan) -> bool {
    let start = name.honorific.unwrap_or(name.tokens.start);
    let start = scene.title_until(start).map_or(start, |title| title.tokens.start);
    let supposes = |at| scene.document.is_one_of(at, const { &WordList::of(["if", "unless", "whether"]) });
    start.checked_sub(1).is_some_and(supposes)
}

/// The last name before the verb, near it, without a clause or another noun phrase between.
fn subject<'s>(scene: &'s Scene, link: usize, verb: usize) -> Option<&'s NameSpan> {
    let document = scene.document;
    if let Some(name) = holder::before_who(scene, verb) {
        return Some(name);
    }
    let first = document.sentence_tokens(verb).start;
    let verb = before_age(document, verb);
    for at in (first..=verb).rev().take(REACH) {
        let tags = document.tags(at);
        // `the firm of Ann Reed and will become mayor`: the name is part of another clause.
        if at < verb && (tags.any(Tags::CONJUNCTION) || is_of_another(document, at, link, verb)) {
            return None;
        }
        // `Ann Reed said the mayor was a judge`.
        if at + 1 < verb && tags.any(Tags::CUE) && !document.is(link, "as") {
            return None;
        }
        if let Some(name) = scene.name_until(at) {
            let before = name.honorific.unwrap_or(name.tokens.start);
            // `an offer from Ann Reed to be mayor`: the person who asks does not get the office.
            let asks = link == verb && document.is(link - 1, "to");
            if asks && before > 0 && document.tags(before - 1).any(Tags::PREPOSITION) {
                return None;
            }
            if asks && before > 0 && is_win(document, before - 1) {
                return subject(scene, before - 1, before - 1);
            }
            return if document.is(link, "as") && before > 1 { taker(scene, name, before - 1) } else { Some(name) };
        }
        if at < verb && (tags.any(Tags::CUE | Tags::PRONOUN | Tags::PREPOSITION) || document.is(at, ",")) {
            return None;
        }
    }
    None
}

/// Whether the word at `at` shows that the subject is not the person named before it: `Ann Reed, whose father is a
/// judge`, `Ann Reed's husband is mayor`, but not `Ann Reed's appointment as mayor`.
fn is_of_another(document: &Document, at: usize, link: usize, verb: usize) -> bool {
    let owner = document.tokens[at].kind == TokenKind::Possessive;
    let person = |at: usize| document.tags(at).any(Tags::PERSON_NOUN);
    // `Ann Reed's new title is`
    let own = document.is(link, "as") || verb > 0 && tenure::is_tenure(document, verb - 1);
    document.is(at, "whose") || owner && (!own || (at + 1..verb).any(person))
}

/// Whether the person after the verb is beaten or followed and so does not get the office: `beat Ruth Amos to become
/// mayor`.
fn is_win(document: &Document, verb: usize) -> bool {
    const WINS: WordList<10> = WordList::of([
        "beat",
        "beating",
        "beats",
        "defeated",
        "defeating",
        "defeats",
        "ousted",
        "ousting",
        "unseated",
        "unseating",
    ]);
    document.is_one_of(verb, &WINS) || predecessor::follows(document, verb)
}

/// The person who has the office after `as`, judged by the token before the name: not Ruth Amos in `was fired by Ruth
/// Amos as director` or `will replace Ruth Amos as director`.
fn taker<'s>(scene: &'s Scene, name: &'s NameSpan, before: usize) -> Option<&'s NameSpan> {
    let document = scene.document;
    if document.is(before, "by") {
        return predecessor::follows(document, before - 1).then_some(name);
    }
    // `hopes to replace Ruth Amos as director`: Ruth Amos still has it.
    predecessor::follows(document, before).then(|| subject(scene, before, before)).flatten().or(Some(name))
}

/// The end of the words before the verb, without an age: `Ruth Amos, 68, is`.
fn before_age(document: &Document, verb: usize) -> usize {
    let Some(start) = verb.checked_sub(3) else { return verb };
    let age = document.is(verb - 1, ",") && document.tags(verb - 2).any(Tags::DIGITS) && document.is(start, ",");
    if age { start } else { verb }
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn what_somebody_is_or_was() {
        people(
            "
Ruth Amos is the new chief executive of Norvale Rail. Tom Okafor was appointed coroner.
^^^^^^^^^ person Ruth Amos
                     ^^^^^^^^^^^^^^^ office [chief executive] organisation=[Norvale Rail] holder=Ruth Amos
                                                      ^^^^^^^^^^ person Tom Okafor
                                                                               ^^^^^^^ office [coroner] holder=Tom Okafor
",
        );
    }

    #[test]
    fn who_follows_another_has_the_office() {
        people(
            "
Tom Okafor will replace Ruth Amos as chairman.
^^^^^^^^^^ person Tom Okafor
                        ^^^^^^^^^ person Ruth Amos
                                     ^^^^^^^^ office [chairman] status=designate holder=Tom Okafor
                                     ^^^^^^^^ office [chairman] holder=Ruth Amos
Ruth Amos was replaced by Tom Okafor as chairman.
^^^^^^^^^ person Ruth Amos
                          ^^^^^^^^^^ person Tom Okafor
                                        ^^^^^^^^ office [chairman] holder=Tom Okafor
                                        ^^^^^^^^ office [chairman] status=former holder=Ruth Amos
Nobody wants to replace Ruth Amos as chairman.
                        ^^^^^^^^^ person Ruth Amos
                                     ^^^^^^^^ office [chairman] holder=Ruth Amos
",
        );
    }

    #[test]
    fn adverbs_stand_between_and_clauses_do_not() {
        people(
            "
Ruth Amos, who was also Norvale's mayor, and Ann Reed, who is now a coroner, left. Tom Okafor said the mayor was a judge.
^^^^^^^^^ person Ruth Amos
                                  ^^^^^ office [mayor] organisation=[Norvale] jurisdiction=[Norvale] status=former holder=Ruth Amos
                                             ^^^^^^^^ person Ann Reed
                                                                    ^^^^^^^ office [coroner] holder=Ann Reed
                                                                                   ^^^^^^^^^^ person Tom Okafor
",
        );
    }

    #[test]
    fn a_thing_holds_no_office() {
        people("The new bridge is the chief executive of all our worries.");
    }

    #[test]
    fn who_says_what_somebody_is() {
        people(
            "
Ruth Amos, who is chairman of Norvale Rail, met Tom Okafor, who served as coroner. Ann Reed was sworn in as mayor; Ivo Dale stepped down as director.
^^^^^^^^^ person Ruth Amos
                  ^^^^^^^^ office [chairman] organisation=[Norvale Rail] holder=Ruth Amos
                                                ^^^^^^^^^^ person Tom Okafor
                                                                          ^^^^^^^ office [coroner] status=former holder=Tom Okafor
                                                                                   ^^^^^^^^ person Ann Reed
                                                                                                            ^^^^^ office [mayor] holder=Ann Reed
                                                                                                                   ^^^^^^^^ person Ivo Dale
                                                                                                                                            ^^^^^^^^ office [director] status=former holder=Ivo Dale
",
        );
    }

    #[test]
    fn an_age_stands_between() {
        people(
            "
Mrs Amos, 68, is the managing director of Quay Umbrellas.
    ^^^^ person Amos
                     ^^^^^^^^^^^^^^^^^ office [managing director] organisation=[Quay Umbrellas] holder=Amos
",
        );
    }

    #[test]
    fn a_clause_with_a_subject_of_its_own() {
        people(
            "
Ivo Dale stared as the judge read a sentence. Ann Reed left as the mayor of Norvale.
^^^^^^^^ person Ivo Dale
                                              ^^^^^^^^ person Ann Reed
                                                                   ^^^^^ office [mayor] organisation=[Norvale] jurisdiction=[Norvale] status=former holder=Ann Reed
",
        );
    }

    #[test]
    fn who_dismisses_or_asks_somebody_does_not_get_the_office() {
        people(
            "
The club's offer from Tom Dale to be director was turned down.
                      ^^^^^^^^ person Tom Dale
Ann Reed was fired by Mr Okafor as director of Norvale Rail.
^^^^^^^^ person Ann Reed
                         ^^^^^^ person Okafor
",
        );
    }

    #[test]
    fn what_is_supposed_or_told_of_another_is_no_office() {
        people(
            "
If Ann Reed was the Whig nominee, Tom Dale would win. Nobody knew whether Una Trant was a judge. Ivo Amos, whose father was a coroner, rowed. Ruth Lund's husband is the mayor of Norvale.
   ^^^^^^^^ person Ann Reed
                                  ^^^^^^^^ person Tom Dale
                                                                          ^^^^^^^^^ person Una Trant
                                                                                                 ^^^^^^^^ person Ivo Amos
                                                                                                                                              ^^^^^^^^^ person Ruth Lund
",
        );
    }

    #[test]
    fn what_somebody_has_may_be_called_so() {
        people(
            "
Ann Reed's new job is director of Quay Rail. Tom Dale's appointment as coroner was late. Asked whether Una Trant would remain as treasurer, Ivo Amos left.
^^^^^^^^ person Ann Reed
                      ^^^^^^^^ office [director] organisation=[Quay Rail] holder=Ann Reed
                                             ^^^^^^^^ person Tom Dale
                                                                       ^^^^^^^ office [coroner] holder=Tom Dale
                                                                                                       ^^^^^^^^^ person Una Trant
                                                                                                                                 ^^^^^^^^^ office [treasurer] holder=Una Trant
                                                                                                                                            ^^^^^^^^ person Ivo Amos
",
        );
    }
}
