//! Where the words for getting, having and giving up an office begin, and what they say about it: "took over as", "lost
//! her job as", "took up the post of", "is set to become", "used to be".

use std::ops::Range;

use crate::types::{Document, Status, Tags, TokenKind, WordList};

/// Maximum number of tokens between an office and the words that state its end.
const FURTHER: usize = 12;

/// Nouns for an office or the time in it.
const TENURES: WordList<20> = WordList::of([
    "career", "chair", "days", "job", "life", "position", "post", "reign", "role", "seat", "spell", "stint", "tenure",
    "term", "terms", "time", "title", "work", "year", "years",
]);

/// Words that end an office.
const ENDS: WordList<39> = WordList::of([
    "axed",
    "departed",
    "departs",
    "deposed",
    "dismissal",
    "dismissed",
    "dropped",
    "dumped",
    "ended",
    "fired",
    "leave",
    "leaves",
    "left",
    "lose",
    "loses",
    "lost",
    "ousted",
    "ouster",
    "ousting",
    "quit",
    "quits",
    "relinquished",
    "removed",
    "resign",
    "resignation",
    "resigned",
    "resigning",
    "resigns",
    "retire",
    "retired",
    "retires",
    "retiring",
    "sacked",
    "sacking",
    "stepped",
    "stepping",
    "steps",
    "stood",
    "vacated",
]);

/// Words for what a person is like or plays, rather than an office held.
const LIKENED: WordList<17> = WordList::of([
    "cast",
    "described",
    "disguised",
    "dressed",
    "dubbed",
    "hailed",
    "known",
    "played",
    "plays",
    "portrayed",
    "posed",
    "posing",
    "regarded",
    "star",
    "starred",
    "starring",
    "stars",
]);

/// Words before the `to` of something in the future, or of `used to be`.
const BEFORE_TO: WordList<14> = WordList::of([
    "about", "agreed", "agrees", "are", "chosen", "due", "expected", "going", "is", "poised", "ready", "set", "used",
    "was",
]);

/// The first token of the verb group that ends in `link`, the word before an office: `took` in `took over as`. For `the
/// job of` and the like it is `None` where no verb precedes.
pub fn start(document: &Document, link: usize) -> Option<usize> {
    let (as_, of) = (document.is(link, "as"), document.is(link, "of"));
    let mut at = link;
    if as_ || of {
        let last = link.checked_sub(1)?;
        at = match before_tenure(document, last) {
            Some(verb) => verb,
            None if of => return None,
            None => last - usize::from(last > 0 && is_particle(document, last)),
        };
        // `stared as the judge read`: not a verb of holding.
        at = if may_be_verb(document, at) { at } else { link };
    } else if document.is(link, "to") {
        at = link
            .checked_sub(1)
            .filter(|&at| document.is_one_of(at, const { &WordList::of(["elevated", "promoted"]) }))?;
    }
    let infinitive = at > 1 && document.is(at - 1, "to") && document.is_one_of(at - 2, &BEFORE_TO);
    Some(if infinitive { at - 2 } else { at })
}

/// Whether a word is a noun for an office or the time in it.
pub fn is_tenure(document: &Document, at: usize) -> bool {
    document.is_one_of(at, &TENURES)
}

/// The token before `her job`, `the post`, `a second term`, prepositions skipped: `elected to the post of`.
fn before_tenure(document: &Document, last: usize) -> Option<usize> {
    if !is_tenure(document, last) {
        return None;
    }
    let his = |at: usize| document.tags(at).any(Tags::POSSESSIVE);
    let opens = |at: &usize| document.tags(*at).any(Tags::DETERMINER | Tags::NUMBER_WORD | Tags::DIGITS) || his(*at);
    let first = (last.saturating_sub(3)..last).rev().find(opens)?;
    let mut verb = first.checked_sub(1)?;
    while verb > 0 && document.is_one_of(verb, const { &WordList::of(["for", "in", "into", "on", "to", "up"]) }) {
        verb -= 1;
    }
    Some(verb)
}

/// Whether the word is a verb particle: the `over` of `took over as`, the `on` of `stays on as`.
fn is_particle(document: &Document, at: usize) -> bool {
    const PARTICLES: WordList<7> = WordList::of(["back", "down", "in", "on", "out", "over", "up"]);
    document.is_one_of(at, &PARTICLES)
}

/// Whether the word may be the verb of holding: a word in small letters of no closed class.
fn may_be_verb(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    document.tokens[at].kind == TokenKind::Word
        && !tags.any(Tags::CAPITALISED | Tags::PREPOSITION | Tags::DETERMINER | Tags::CONJUNCTION)
}

/// What the words between a holder and an office say about it: `None` where it is only discussed, `Current` where they
/// say nothing.
pub fn status(document: &Document, words: Range<usize>) -> Option<Status> {
    let any = |list: &[&str]| words.clone().any(|at| list.iter().any(|word| document.is(at, word)));
    let likened = words.clone().any(|at| document.is_one_of(at, &LIKENED));
    let negated = words.clone().any(|at| document.tags(at).any(Tags::NEGATION));
    let wished = any(&["would"]) && is_wished(document, words.start);
    if negated || wished || likened || any(&["could", "may", "might", "nearly", "almost"]) {
        return None;
    }
    let to = |at: usize| document.is(at, "to") && at > 0 && document.is_one_of(at - 1, &BEFORE_TO);
    let will = any(&["will", "would", "ll", "shall", "next"]) || words.clone().any(to) && !any(&["used"]);
    let replaced = any(&["defeated", "replaced", "toppled", "unseated"]) && any(&["was", "were", "been", "being"]);
    if replaced || words.clone().any(|at| document.is_one_of(at, &ENDS)) {
        // `will step down`, `is stepping down`: the office is held until then.
        let held = will || any(&["is", "are"]) && any(&["stepping", "retiring", "resigning"]);
        return Some(if held { Status::Current } else { Status::Former });
    }
    if will {
        let stays = any(&["step", "remain", "stay", "continue"]);
        return Some(if stays { Status::Current } else { Status::Designate });
    }
    let has = any(&["has", "have"]);
    let held = any(&["had", "used"]) && any(&["been", "be"])
        || any(&["served", "worked", "acted", "spent", "career"])
        || any(&["was", "were"]) && any(&["serving", "working", "acting", "then"]);
    Some(if held && !has { Status::Former } else { Status::Current })
}

/// Whether the sentence goes on to say that the office that ends before token `at` was given up: `became mayor in 2019
/// and stepped down in May`, `before retiring in May`.
pub fn is_ended(document: &Document, at: usize) -> bool {
    const QUITS: WordList<8> =
        WordList::of(["quit", "quitting", "resigned", "resigning", "retired", "retiring", "stepped", "stepping"]);
    let Some(sentence) = at.checked_sub(1).map(|last| document.sentence_tokens(last)) else { return false };
    if is_one_of_those_gone(document, at) {
        return true;
    }
    let end = sentence.end.min(at + FURTHER);
    let joins = |joint: usize| document.is_one_of(joint, const { &WordList::of(["and", "before", "but"]) });
    let verb = |joint: usize| joint + 1 + usize::from(document.tags(joint + 1).any(Tags::ADVERB));
    (at..end).any(|joint| joins(joint) && document.is_one_of(verb(joint), &QUITS))
}

/// Whether words for losing an office follow directly: `the fifth coach fired`, `the third minister to quit`.
fn is_one_of_those_gone(document: &Document, at: usize) -> bool {
    let lost = |at: usize| {
        document.is_one_of(at, const { &WordList::of(["axed", "dismissed", "fired", "ousted", "removed", "sacked"]) })
    };
    let leaves = document.is_one_of(at + 1, const { &WordList::of(["leave", "quit", "resign", "retire"]) });
    lost(at) || document.is(at, "to") && (leaves || document.is(at + 1, "be") && lost(at + 2))
}

/// Whether the sentence is about a possibility: `if he went, Ann Reed would be mayor`, `hoped she would be`.
fn is_wished(document: &Document, at: usize) -> bool {
    const WISHES: WordList<8> = WordList::of(["hope", "hoped", "hopes", "if", "wanted", "wants", "wish", "wished"]);
    document.sentence_tokens(at).any(|at| document.is_one_of(at, &WISHES))
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn who_gets_and_gives_up_an_office() {
        people(
            "
Ann Reed took over as director of Quay Rail. Tom Dale lost his job as mayor. Ivo Amos used to be chairman of the care home. Una Trant, who stepped down as treasurer, left.
^^^^^^^^ person Ann Reed
                      ^^^^^^^^ office [director] organisation=[Quay Rail] holder=Ann Reed
                                             ^^^^^^^^ person Tom Dale
                                                                      ^^^^^ office [mayor] status=former holder=Tom Dale
                                                                             ^^^^^^^^ person Ivo Amos
                                                                                                 ^^^^^^^^ office [chairman] organisation=[care home] status=former holder=Ivo Amos
                                                                                                                            ^^^^^^^^^ person Una Trant
                                                                                                                                                           ^^^^^^^^^ office [treasurer] status=former holder=Una Trant
",
        );
    }

    #[test]
    fn who_will_have_an_office() {
        people(
            "
Ann Reed is set to become director of Quay Rail. Tom Dale will step down as mayor. Ivo Amos took up the post of treasurer and Una Trant won a second term as sheriff.
^^^^^^^^ person Ann Reed
                          ^^^^^^^^ office [director] organisation=[Quay Rail] status=designate holder=Ann Reed
                                                 ^^^^^^^^ person Tom Dale
                                                                            ^^^^^ office [mayor] holder=Tom Dale
                                                                                   ^^^^^^^^ person Ivo Amos
                                                                                                                ^^^^^^^^^ office [treasurer] holder=Ivo Amos
                                                                                                                              ^^^^^^^^^ person Una Trant
                                                                                                                                                             ^^^^^^^ office [sheriff] holder=Una Trant
",
        );
    }

    #[test]
    fn what_somebody_is_called_is_no_office() {
        people(
            "
Ann Reed, known as the mayor of the mudflats, never became director of Quay Rail. Tom Dale could become treasurer.
^^^^^^^^ person Ann Reed
                                                                                  ^^^^^^^^ person Tom Dale
",
        );
    }

    #[test]
    fn one_of_those_who_lost_it() {
        people(
            "
Ann Reed became the fifth coach fired in May. Tom Dale is the third minister to quit.
^^^^^^^^ person Ann Reed
                          ^^^^^ office [coach] status=former holder=Ann Reed
                                              ^^^^^^^^ person Tom Dale
                                                                    ^^^^^^^^ office [minister] status=former holder=Tom Dale
",
        );
    }

    #[test]
    fn what_may_be_is_no_office() {
        people(
            "
If the vote fails, Tom Dale would be mayor. Ann Reed would be the mayor in May, Amos said.
                   ^^^^^^^^ person Tom Dale
                                            ^^^^^^^^ person Ann Reed
                                                                  ^^^^^ office [mayor] status=designate holder=Ann Reed
                                                                                ^^^^ person Amos
",
        );
    }

    #[test]
    fn what_was_given_up_later() {
        people(
            "
Ann Reed became chair of Quay Rail in 2019 and stepped down in May. Tom Dale was mayor before retiring.
^^^^^^^^ person Ann Reed
                ^^^^^ office [chair] organisation=[Quay Rail] status=former holder=Ann Reed
                                                                    ^^^^^^^^ person Tom Dale
                                                                                 ^^^^^ office [mayor] status=former holder=Tom Dale
",
        );
    }

    #[test]
    fn who_is_beaten_has_it_no_more() {
        people(
            "
Ann Reed was unseated as mayor in May. Tom Dale defeated Ivo Amos to become treasurer of Quay Rail.
^^^^^^^^ person Ann Reed
                         ^^^^^ office [mayor] status=former holder=Ann Reed
                                       ^^^^^^^^ person Tom Dale
                                                         ^^^^^^^^ person Ivo Amos
                                                                            ^^^^^^^^^ office [treasurer] organisation=[Quay Rail] holder=Tom Dale
",
        );
    }

    #[test]
    fn what_ends_an_office_may_be_a_noun() {
        people(
            "
Ann Reed's sacking as coach of Norvale was late.
^^^^^^^^ person Ann Reed
                      ^^^^^ office [coach] organisation=[Norvale] status=former holder=Ann Reed
",
        );
    }
}
