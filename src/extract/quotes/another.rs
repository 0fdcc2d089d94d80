//! Where another attribution begins inside a possible reported clause: `, adding that`, `but he said`, `and accused
//! Lund`.

use std::ops::Range;

use super::{clause, cues, participles, phrases, silence, sources, speaking};
use crate::{
    grammar::{classes, kinds, reach},
    lexicon::{Cue, Frame},
    types::{Document, Tags, TokenKind, WordList},
};

/// Maximum number of tokens from a comma or conjunction to the cue of another attribution.
const REACH: usize = 8;

/// Maximum number of tokens from a relative pronoun to the content of its verb of speech.
const INSERTED: usize = 5;

/// Whether the token ends the clause: a bracket that closes one opened before `start`, or a caption without a mark
/// before it: `the Post (which claims the dam leaks)`, `said it leaked Image 4 of 10`.
pub fn is_border(document: &Document, start: usize, at: usize) -> bool {
    let open = || {
        let bracket = |at: &usize| matches!(document.word(*at), "(" | ")");
        let last = (start.saturating_sub(reach::BRACKET)..at).rev().find(bracket);
        last.is_some_and(|last| last < start && document.is(last, "("))
    };
    let caption = || document.tags(at + 1).any(Tags::DIGITS) && document.is(at + 2, "of");
    if document.is(at, ")") { open() } else { caption() }
}

/// Whether the closing mark before the token follows a comma: `"…,"`.
pub fn follows_comma(document: &Document, at: usize) -> bool {
    at > 1 && document.is(at - 2, ",")
}

/// Whether an attribution begins after a comma: `adding that`, `according to`, `but he said`.
pub fn begins(document: &Document, at: usize, limit: usize) -> bool {
    // `, with the Otter Post reporting that`
    let with = document.is(at, "with") && (at + 2..limit.min(at + REACH)).any(|at| cues::is_participle(document, at));
    if with {
        return true;
    }
    cues::is_participle(document, at)
        || silence::is_silent(document, at)
        || (document.is(at, "according") && document.is(at + 1, "to"))
        || joins(document, at..at, limit)
}

/// Whether a verb of speech directly after the comma at the end of `told`, which has a verb already, starts another
/// attribution: `Amos, who feared the cost would rise, called …`. Not if it is one of several or the clause's own verb.
pub fn follows_comma_as_predicate(document: &Document, told: Range<usize>, limit: usize) -> bool {
    let next = told.end + 1;
    let object = is_object(document, told.clone()) || is_inserted(document, told.start);
    let orders = || cues::verb(document, next).is_some_and(|cue| cue.takes(Frame::Hearer) && cue.lemma != "tell");
    let predicate = is_predicate(document, next) || object && orders() && is_inflected(document, next);
    let own = || is_listed(document, next, limit) || is_bare_subject(document, told.clone());
    predicate && (object || begins_predicate(document, told.clone()) && (cues::is_plain(document, next) || !own()))
}

/// Whether the verb of speech is in a relative clause between commas: `Amos, who feared that`.
fn is_inserted(document: &Document, told: usize) -> bool {
    let relative = |at: usize| document.tags(at).any(Tags::RELATIVE) && at > 0 && document.is(at - 1, ",");
    (told.saturating_sub(INSERTED)..told).any(relative)
}

/// Whether more verbs follow after a conjunction: `said he came in, asked for a rope and left`.
fn is_listed(document: &Document, verb: usize, limit: usize) -> bool {
    let plain = cues::verb(document, verb).is_some_and(|cue| matches!(cue.lemma, "ask" | "call" | "demand" | "shout"));
    let quoted = (verb + 1..limit.min(verb + REACH)).any(|at| document.tags(at).any(Tags::OPENING));
    let past = |at: usize| document.tags(at).any(Tags::VERB | Tags::AUXILIARY) || document.ends_in(at, "ed");
    let last = |at: usize| document.is(at, "and") && (past(at + 1) || past(at + 2) && document.is(at + 1, "then"));
    plain && !quoted && (verb + 1..limit.saturating_sub(2)).any(last)
}

/// Whether no verb precedes the first comma: `said the angler, who lives in Tarn, called it`.
fn is_bare_subject(document: &Document, told: Range<usize>) -> bool {
    let comma = told.clone().skip(1).find(|&at| document.is(at, ",") && document.quotation_of(at).is_none());
    comma.is_some_and(|comma| !is_object(document, told.start..comma) && !clause::has_verb(document, told.start..comma))
}

/// Whether a verb of speech directly after a mark or conjunction starts another attribution, as `told` has a verb
/// already: `said the weir leaked and called it a ruin`.
pub fn begins_predicate(document: &Document, told: Range<usize>) -> bool {
    let participle = told.start > 0 && document.ends_in(told.start - 1, "ing");
    // `said he “respects” Lund and praised`
    let quoted = || told.len() > 2 && document.tags(told.start + 1).any(Tags::OPENING);
    is_predicate(document, told.end + 1) && (participle || quoted() || clause::has_verb(document, told.clone()))
}

/// Whether the verb states an act of the people in the content: `stopped a warden and told him to wait`, `was caught
/// and charged with theft`, `stayed and called the police`.
fn is_deed(document: &Document, at: usize, cue: &Cue) -> bool {
    const HELP: WordList<7> =
        WordList::of(["ambulance", "authorities", "deputies", "doctor", "help", "home", "police"]);
    let owned = document.is(at + 1, "for") || document.tags(at + 1).any(Tags::ARTICLE | Tags::POSSESSIVE);
    let object = at + 1 + usize::from(owned);
    match cue.lemma {
        "tell" => {
            let told = kinds::is_word(document, at + 2);
            told && document.is_one_of(at + 1, &classes::PEOPLE_AS_OBJECTS)
        }
        "charge" => !document.is(at + 1, "that"),
        "call" => document.tags(at + 1).any(Tags::DIGITS) || document.is_one_of(object, &HELP),
        _ => false,
    }
}

/// Whether the word is a verb, not a noun, before a pronoun and a quotation: `calls her “a liar”`.
fn names_somebody(document: &Document, verb: usize) -> bool {
    (document.is_one_of(verb + 1, &classes::PEOPLE_AS_OBJECTS) || document.is(verb + 1, "it"))
        && document.tags(verb + 2).any(Tags::OPENING)
}

fn is_predicate(document: &Document, at: usize) -> bool {
    let at = at + usize::from(document.tags(at).any(Tags::ADVERB));
    let Some(cue) = cues::verb(document, at) else { return false };
    let frames = [Frame::Clause, Frame::Phrase, Frame::Object, Frame::Infinitive];
    let noun = document.ends_in(at, "s") && cue.takes(Frame::Noun) && !names_somebody(document, at);
    let finite = !document.ends_in(at, "ing") && !document.is(at, cue.lemma) && !noun && !cue.takes(Frame::Belief);
    finite && !is_deed(document, at, cue) && frames.iter().any(|&frame| cue.takes(frame))
}

/// Whether an attribution to another source ends the sentence: `…, officials told the Otter Post.`
pub fn is_followed_by_source(document: &Document, at: usize, limit: usize) -> bool {
    let closed = Tags::RELATIVE | Tags::CONJUNCTION | Tags::PREPOSITION;
    if limit > at + REACH || document.tags(at).any(closed) && !document.is(at, "per") {
        return false;
    }
    if is_medium_at_end(document, at, limit) {
        return true;
    }
    let last = |at: usize| at + 1 >= limit || document.tokens[at + 1].kind == TokenKind::Mark;
    let said = |at: usize| {
        cues::verb(document, at).is_some_and(|cue| match cue.lemma {
            "say" | "tell" => true,
            "note" | "report" | "reveal" | "show" | "state" => last(at),
            _ => false,
        })
    };
    let cue = (at + 1..limit).find(|&at| said(at) && !document.ends_in(at, "ing"));
    cue.and_then(|cue| sources::before(document, cue, at)).is_some_and(|source| source.start == at)
}

/// Whether a verb and the medium end the sentence: `, reports the Otter Post.`
fn is_medium_at_end(document: &Document, at: usize, limit: usize) -> bool {
    const FROM: WordList<5> = WordList::of(["notes", "observes", "per", "reports", "writes"]);
    let name = at + 1 + usize::from(document.is(at + 1, "the"));
    let named = |at: usize| document.tags(at).any(Tags::CAPITALISED) || document.tokens[at].kind != TokenKind::Word;
    document.is_one_of(at, &FROM)
        && name < limit
        && document.tags(name).any(Tags::CAPITALISED)
        && (name..limit).all(named)
}

/// Whether a source and its verb introduce a quotation of their own: `, he admitted "the dam leaks"`.
pub fn begins_quoted(document: &Document, at: usize, limit: usize) -> bool {
    let opens = |at: usize| document.tags(at + 1).any(Tags::OPENING) && cues::is_finite_cue(document, at);
    let cue = (at + 1..limit.min(at + REACH)).find(|&at| opens(at));
    cue.and_then(|cue| sources::before(document, cue, at)).is_some_and(|source| source.start == at)
}

/// Whether another verb of speech follows the conjunction that ends `clause`: `and added`, `but he said`, `while Amos
/// warned`.
pub fn joins(document: &Document, clause: Range<usize>, limit: usize) -> bool {
    let at = clause.end;
    if !document.is_one_of(at, const { &WordList::of(["and", "but", "while", "though", "although"]) }) {
        return false;
    }
    let last = limit.min(at + REACH);
    let reports = |at: usize| {
        reports_clause(document, at) && cues::is_finite_cue(document, at)
            || (document.is(at, "went") && document.is(at + 1, "on"))
    };
    if is_second_predicate(document, clause.clone(), limit)
        || participles::joins(document, &clause)
        || silence::turns(document, at)
        || is_second_absolute(document, clause.clone(), limit)
    {
        return true;
    }
    let Some(cue) = (at + 1..last).find(|&at| reports(at)) else { return false };
    let verb = sources::verb_group(document, cue, at + 1);
    let quoted = document.tags(at - 1).any(Tags::CLOSING) && follows_comma(document, at);
    let added = !document.is(at, "and")
        || document.is(at - 1, ",")
        || quoted
        || cues::is_plain(document, cue)
        || document.is(cue, "went");
    let deed = || cues::verb(document, cue).is_some_and(|verb| is_deed(document, cue, verb));
    (verb == at + 1 && added && !deed())
        || sources::before(document, cue, at + 1).is_some_and(|source| source.start == at + 1)
}

/// Whether another source and participle follow, like those before: `with some saying it leaks and others asking`.
fn is_second_absolute(document: &Document, clause: Range<usize>, limit: usize) -> bool {
    let joint = clause.end;
    let first = clause.start.checked_sub(1).is_some_and(|at| cues::is_participle(document, at));
    let next = (joint + 2..limit.min(joint + REACH)).find(|&at| cues::is_participle(document, at)).filter(|_| first);
    next.and_then(|cue| sources::before(document, cue, joint + 1)).is_some_and(|source| source.start == joint + 1)
}

/// The start of the last clause with `but he said` or the like after a comma.
pub fn turn(document: &Document, tokens: Range<usize>) -> Option<usize> {
    const JOINTS: WordList<5> = WordList::of(["although", "but", "though", "while", "whereas"]);
    let joint = tokens.clone().skip(1).rfind(|&at| document.is_one_of(at, &JOINTS) && document.is(at - 1, ","))?;
    let cue = (joint + 2..tokens.end.min(joint + REACH)).find(|&at| cues::is_finite_cue(document, at))?;
    sources::before(document, cue, joint + 1)
        .map(|source| source.start)
        .filter(|&start| start == joint + 1 && !document.is(start, "it"))
}

/// The start of the last clause after a comma and conjunction that has its own subject and a verb other than of speech:
/// `Dray Mills fell, and Lund Lamps rose after saying`.
pub fn joined_clause(document: &Document, tokens: Range<usize>) -> Option<usize> {
    const JOINTS: WordList<3> = WordList::of(["and", "but", "while"]);
    let joint = tokens.clone().skip(2).rfind(|&at| document.is_one_of(at, &JOINTS) && document.is(at - 1, ","))?;
    // `Finch, 41, and her aunt were`
    if document.tags(joint - 2).any(Tags::DIGITS) {
        return None;
    }
    let subject = phrases::behind(document, joint + 1, tokens.end)?;
    let verb = document.tags(subject.end).any(Tags::AUXILIARY | Tags::VERB | Tags::CHANGE)
        || document.ends_in(subject.end, "ed");
    let person =
        speaking::is_named(document, subject.clone()) || document.tags(subject.end - 1).any(Tags::ORGANISATION);
    let own = subject.end < tokens.end && person && verb && cues::verb(document, subject.end).is_none();
    own.then_some(subject.start)
}

/// Whether the token is a verb that takes a clause, a phrase or an object as content; `fired back` does too.
fn reports_clause(document: &Document, at: usize) -> bool {
    let frames = [Frame::Clause, Frame::That, Frame::Phrase, Frame::Object];
    cues::verb(document, at).is_some_and(|cue| {
        frames.iter().any(|&frame| cue.takes(frame))
            || cue.takes(Frame::Direct) && document.is(at + 1, "back") && !document.is(at, cue.lemma)
    })
}

/// Whether the verb after the conjunction is not part of the content, which has no finite verb: `denied the theft and
/// accused Lund`, `vowed to row on and called it fair`.
fn is_second_predicate(document: &Document, clause: Range<usize>, limit: usize) -> bool {
    let joint = clause.end;
    let next = document.tags(joint + 1).any(Tags::AUXILIARY | Tags::ADVERB);
    let first = joint + 1 + usize::from(next);
    if !document.is_one_of(joint, const { &WordList::of(["and", "but"]) })
        || first >= limit
        || !reports_clause(document, first)
        || !is_inflected(document, first)
    {
        return false;
    }
    let infinitive = document.is(clause.start, "to") && !next;
    clause.len() > 1 && (infinitive && follows_verb(document, clause.start) || is_object(document, clause))
}

/// Whether a verb of speech with an object precedes the token.
fn follows_verb(document: &Document, start: usize) -> bool {
    let frames = [Frame::Object, Frame::Phrase, Frame::Infinitive];
    let cue = start.checked_sub(1).and_then(|at| cues::verb(document, at));
    cue.is_some_and(|cue| frames.iter().any(|&frame| cue.takes(frame)))
}

/// Whether the words after the verb of speech have neither a subject nor a verb: `denied the theft`.
fn is_object(document: &Document, told: Range<usize>) -> bool {
    follows_verb(document, told.start)
        && !document.is_one_of(told.start, &classes::SUBJECTS)
        && !document.is(told.start, "that")
        && !clause::has_verb(document, told)
}

/// Whether the verb is in a past or third-person form.
fn is_inflected(document: &Document, at: usize) -> bool {
    let base = cues::verb(document, at).is_none_or(|cue| document.is(at, cue.lemma));
    !base && !document.ends_in(at, "ing")
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_medium_that_reports_it_is_no_part_of_it() {
        quotes(
            "
Lund said the barge was old and had no lamp, reports the Otter Post. Amos says the weir may burst, notes the ORN.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Lund] person=[Lund]
                                                                               ^^^^^^^^^^^^^^^^^^ quote indirect cue=[says] speaker=[Amos] person=[Amos]
",
        );
    }

    #[test]
    fn one_of_several_verbs_and_the_own_verb_of_a_clause_end_nothing() {
        quotes(
            "
Police say Lund walked into the mill, asked for a rope and left by noon.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[Police]
The abbot said the drover, who lives in Tarn, claimed nine geese.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The abbot]
The abbot, who describes the weir as a gift, ordered anglers to leave.
                         ^^^^^^^^^^^^^^^^^^ quote indirect cue=[describes] speaker=[who] stands_for=[The abbot]
                                                     ^^^^^^^^^^^^^^^^ quote indirect cue=[ordered] speaker=[The abbot]
",
        );
    }

    #[test]
    fn who_fires_back_goes_on() {
        quotes(
            "
Lund charged that the abbey sold geese, but Dray shot back, saying that no goose was left.
             ^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[charged] speaker=[Lund] person=[Lund]
                                                                   ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[saying] speaker=[Dray] person=[Dray]
",
        );
    }

    #[test]
    fn an_object_has_no_second_verb() {
        quotes(
            "
The drover denied the theft of nine geese and accused Lund of envy.
                  ^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[denied] speaker=[The drover]
                                                      ^^^^^^^^^^^^ quote indirect cue=[accused] speaker=[The drover]
",
        );
    }

    #[test]
    fn what_is_not_said_ends_the_clause() {
        quotes(
            "
Birch said the looms had been sold, without naming a buyer.
           ^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Birch] person=[Birch]
Birch said the looms had been sold, but did not release a list.
           ^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Birch] person=[Birch]
",
        );
    }

    #[test]
    fn another_with_a_participle_ends_the_clause() {
        quotes(
            "
The hymn split the choir, with some saying it was dull and others asking, “Who wrote it?”
                                           ^^^^^^^^^^^ quote indirect cue=[saying] speaker=[some]
                                                                          ^^^^^^^^^^^^^^^ quote direct cue=[asking] speaker=[others]
",
        );
    }

    #[test]
    fn the_nearest_subject_shares_its_clause() {
        quotes(
            "
Dray Looms lost its lease, and Birch Kilns grew after saying it would hire glaziers.
                                                             ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[saying] speaker=[Birch Kilns]
",
        );
    }

    #[test]
    fn what_those_told_of_do_belongs_to_the_clause() {
        quotes(
            "
Guards said the boy stopped a porter and told him the loft was open.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Guards]
Guards said the boy was caught and charged with theft.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Guards]
Guards said the clerk stayed and called the police.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Guards]
",
        );
    }

    #[test]
    fn a_quoted_verb_is_one() {
        quotes(
            "
Birch said he “respects” the guild and praised its choir.
           ^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[said] speaker=[Birch] person=[Birch]
",
        );
    }

    #[test]
    fn a_bracket_and_a_caption_end_what_is_said() {
        quotes(
            "
Lund sold the barge (which claims the Tarn Echo) on Monday. Wardens said the pier was shut Image 2 of 9 The pier in Tarn.
                                  ^^^^^^^^^^^^^ quote indirect cue=[claims] speaker=[which]
                                                                         ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Wardens]
",
        );
    }
}
