//! What belongs to a reported clause behind a comma or dash: another `that`, what came of it, the rest of a list, a
//! second verb of its subject: `said the gun went off, hitting a boy`, `said she had left, but was coming back`.

use std::ops::Range;

use super::{clause, cues};
use crate::{
    grammar::{classes, endings, kinds, tenses},
    types::{Document, Tags, WordList},
};

/// Participles for what the source does while it speaks, for what its words lead to and for the reporter's view of
/// them.
const REPORTERS: WordList<75> = WordList::of([
    "appearing",
    "asking",
    "assuring",
    "beginning",
    "borrowing",
    "branding",
    "characterizing",
    "choking",
    "choosing",
    "closing",
    "confirming",
    "contradicting",
    "dashing",
    "depending",
    "deploying",
    "dismissing",
    "drawing",
    "echoing",
    "employing",
    "ending",
    "fighting",
    "following",
    "fueling",
    "fuelling",
    "gambling",
    "gesturing",
    "grinning",
    "highlighting",
    "holding",
    "ignoring",
    "invoking",
    "joking",
    "keeping",
    "knowing",
    "laughing",
    "lending",
    "looking",
    "marking",
    "nodding",
    "observing",
    "offering",
    "opening",
    "paving",
    "pointing",
    "posting",
    "professing",
    "prompting",
    "putting",
    "railing",
    "raising",
    "reflecting",
    "rejecting",
    "reminding",
    "repeating",
    "reversing",
    "rushing",
    "seeming",
    "showing",
    "signaling",
    "signalling",
    "sitting",
    "smiling",
    "sounding",
    "sparking",
    "speaking",
    "spurring",
    "standing",
    "starting",
    "thinking",
    "triggering",
    "underlining",
    "underscoring",
    "using",
    "weeping",
    "wiping",
]);

/// Whether the content goes on behind the comma or dash that ends `clause`.
pub fn past(document: &Document, clause: Range<usize>, limit: usize) -> bool {
    if !document.is(clause.end, ",") {
        return kinds::is_dash(document, clause.end) && past_dash(document, clause, limit);
    }
    opens_detail(document, clause.end + 1, limit)
        || opens_result(document, &clause, limit)
        || joins_predicate(document, &clause, limit)
}

/// Whether the content goes on behind the dash that ends `clause`, with words that have no verb of their own: `the fee
/// was steep — more than 40 crowns`.
fn past_dash(document: &Document, clause: Range<usize>, limit: usize) -> bool {
    let next = clause.end + 1;
    let other = Tags::CONJUNCTION | Tags::RELATIVE | Tags::PRONOUN | Tags::CUE | Tags::CUE_NOUN;
    let opens = |at: usize| document.tags(at).any(other) || document.is_one_of(at, &classes::SUBORDINATORS);
    let told = opens(next) || document.tags(next).any(Tags::ARTICLE) && (opens(next + 1) || opens(next + 2));
    next < limit
        && (opens_detail(document, next, limit)
            || !told && !document.tags(next).any(Tags::CAPITALISED) && !clause::has_verb(document, next..limit))
        && clause::is_finite(document, clause)
}

/// Whether another clause with `that` follows the comma, or more of the same: `said it leaked, that it was old, and that
/// nobody cared`, `said it not only leaked, but stank`.
pub fn adds_that(document: &Document, mut clause: Range<usize>, limit: usize) -> bool {
    let at = clause.end + 1;
    let subject = Tags::PRONOUN | Tags::DETERMINER | Tags::CAPITALISED;
    if document.is(at, "that") && document.tags(at + 1).any(subject) && clause::is_finite(document, at + 1..limit) {
        return true;
    }
    let only =
        |at: usize| document.is(at, "not") && document.is_one_of(at + 1, const { &WordList::of(["just", "only"]) });
    if document.is(at, "but") && clause.any(only) {
        return true;
    }
    let joined = document.is_one_of(at, const { &WordList::of(["and", "but", "or"]) }) && document.is(at + 1, "that");
    joined && kinds::is_word(document, at + 2)
}

/// Whether the words specify what was said: `, such as the barge`, `, one of which was new`, `, but by only a third`.
fn opens_detail(document: &Document, at: usize, limit: usize) -> bool {
    const WHOSE: WordList<3> = WordList::of(["which", "whom", "whose"]);
    let second = at + 1;
    match document.word(at) {
        "including" => true,
        "such" => document.is(second, "as"),
        "as" => document.is(second, "well") && document.is(at + 2, "as"),
        "rather" => document.is(second, "than"),
        "but" => document.is(second, "by") || document.is(second, "not") && !document.is(at + 2, "before"),
        _ => {
            let told = |at: usize| cues::verb(document, at).is_some();
            document.is(second, "of") && document.is_one_of(at + 2, &WHOSE) && !(at + 3..limit).any(told)
        }
    }
}

/// Whether a participle tells what came of what the clause tells: `the gun went off, hitting a boy`.
fn opens_result(document: &Document, clause: &Range<usize>, limit: usize) -> bool {
    let at = clause.end + 1;
    let at = at + usize::from(endings::is_adverb_in_ly(document, at));
    let tags = document.tags(at);
    at + 1 < limit
        && document.ends_in(at, "ing")
        && kinds::is_word(document, at)
        && !tags.any(Tags::CAPITALISED | Tags::CUE | Tags::PREPOSITION | Tags::PRONOUN | Tags::DETERMINER)
        && !document.is_one_of(at, &REPORTERS)
        && !is_gerund(document, at, limit)
        && clause::has_verb(document, clause.clone())
        && clause::is_finite(document, clause.clone())
}

/// Whether the participle is a noun with its own verb: `…, closing the mill has caused a row`.
fn is_gerund(document: &Document, at: usize, limit: usize) -> bool {
    let other = Tags::RELATIVE | Tags::PRONOUN | Tags::CONJUNCTION | Tags::CUE;
    let ends = |at: &usize| document.is(*at, ",") || document.tags(*at).any(other.with(Tags::AUXILIARY));
    let end = (at + 1..limit).find(ends);
    !document.is(at, "meaning") && end.is_some_and(|end| document.tags(end).any(Tags::AUXILIARY))
}

/// Whether a verb behind `and` or `but` has the subject of the clause: `the clerk retired, but returned in May`.
fn joins_predicate(document: &Document, clause: &Range<usize>, limit: usize) -> bool {
    let joint = clause.end + 1;
    let neither = |at: usize| document.is_one_of(at, const { &WordList::of(["neither", "nor"]) });
    let manner = |at: usize| document.tags(at).any(Tags::ADVERB | Tags::NEGATION) && !neither(at);
    let verb = joint + 1 + usize::from(manner(joint + 1));
    if verb + 1 >= limit || !document.is_one_of(joint, const { &WordList::of(["and", "but"]) }) {
        return false;
    }
    let helped = document.tags(verb).any(Tags::AUXILIARY);
    let main = (verb..limit).find(|&at| !document.tags(at).any(Tags::AUXILIARY) && !manner(at));
    let told = main.is_none_or(|main| document.tags(main).any(Tags::CUE));
    let negated = document.tags(verb + 1).any(Tags::NEGATION) || clause::is_contracted(document.word(verb));
    let past = endings::is_regular_past(document, verb) || tenses::is_irregular_past(document, verb);
    let own = helped || past && !document.tags(clause.start).any(Tags::PRONOUN);
    own && !told && !negated && clause::is_finite(document, clause.clone())
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn what_came_of_it_is_told_too() {
        quotes(
            "
Police said the raft hit the weir, throwing two boys into the water.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Police]
Police said the gun went off, hitting a clerk in the hand.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Police]
Police said the raft hit the weir, prompting a row in the council.
            ^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Police]
",
        );
    }

    #[test]
    fn what_specifies_it_is_told_too() {
        quotes(
            "
The clerk said the fee was steep — more than 40 crowns.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The clerk]
Wardens say some boats were lost, such as the new barge of the abbot.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[Wardens]
Wardens say nine rafts sank, two of which belonged to the abbey.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[Wardens]
The bank said rents rose by a tenth, but by only a hundredth in the town.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The bank]
",
        );
    }

    #[test]
    fn a_second_verb_has_the_same_subject() {
        quotes(
            "
The abbot said the clerk retired in March, but returned after the flood.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The abbot]
Vale said she did not live at the mill, but was visiting two aunts.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Vale] person=[Vale]
Vale said the mill was shut, but would not say why.
          ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Vale] person=[Vale]
",
        );
    }
}
