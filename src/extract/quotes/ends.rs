//! Where a reported clause can end before its last token: at a comma or dash, after a closing mark, before a
//! preposition or conjunction; but only after any words before the clause, and after its own verb.

use std::ops::Range;

use super::{
    appositions, clause, cues, dashes,
    end_model::{Features, Place, features},
    goes_on, phrases,
};
use crate::{
    grammar::classes,
    lexicon::Frame,
    types::{Document, Tags, TokenKind, WordList},
};

/// Words that can begin the reporter's own words without a mark before them.
const OPENERS: WordList<19> = WordList::of([
    "and", "but", "in", "on", "at", "after", "before", "during", "when", "while", "as", "if", "since", "despite",
    "because", "with", "for", "though", "although",
]);

/// Maximum number of tokens of a description of a name between two commas: `Finch, 21, was`.
const APPOSED: usize = 9;

/// Maximum number of tokens from one comma to the next around a contrast.
const CONTRAST: usize = 4;

/// All places where the clause can end before its last token, with their features.
pub fn places<'d>(document: &'d Document, clause: &Range<usize>) -> impl Iterator<Item = (usize, Features)> + 'd {
    let clause = clause.clone();
    let again = second_that(document, &clause);
    let (mut at, mut earlier, mut quoted) = (clause.start + 1, 0, false);
    let mut fronted = is_fronted(document, clause.start);
    if let Some(quotation) = document.quotation_of(clause.start) {
        at = quotation.close as usize + 1;
        quoted = true;
    }
    std::iter::from_fn(move || {
        while at + 1 < clause.end {
            let end = at;
            if let Some(quotation) = document.quotation_of(at) {
                at = quotation.close as usize + 1;
                quoted = true;
                // `that while it is “cheap,” nobody buys it`
                if fronted && document.is(at - 2, ",") && clause::has_verb(document, at..clause.end) {
                    (at, fronted) = (at + 1, false);
                }
                continue;
            }
            if let Some(close) = clause::bracket_end(document, at, clause.end) {
                at = close + 1;
                continue;
            }
            at += 1;
            let dash = document.tokens[end].kind == TokenKind::Dash;
            if fronted && dash {
                continue;
            }
            if fronted && document.is(end, ",") && clause::has_verb(document, end + 1..clause.end) {
                fronted = is_fronted_on(document, end, clause.end);
                continue;
            }
            let Some(next) = parts(document, clause.start..end, clause.end, quoted) else { continue };
            if end < again || lacks_verb(document, clause.start..end, clause.end) {
                continue;
            }
            let place = Place { end, next, earlier, quoted };
            earlier += 1;
            if goes_on::past(document, clause.start..end, clause.end) {
                continue;
            }
            return Some((end, features(document, &clause, place)));
        }
        None
    })
}

/// The last `and that`, before which everything is content: `said it leaked, as it had for years, and that nobody
/// cared`.
fn second_that(document: &Document, clause: &Range<usize>) -> usize {
    let subject = Tags::PRONOUN | Tags::DETERMINER | Tags::CAPITALISED;
    let joined = |at: &usize| {
        document.is(*at, "that")
            && document.is_one_of(*at - 1, const { &WordList::of(["and", "but"]) })
            && document.tags(*at + 1).any(subject)
            && document.quotation_of(*at).is_none()
            && clause::is_finite(document, *at + 1..clause.end)
    };
    (clause.start + 2..clause.end.saturating_sub(1)).rev().find(joined).unwrap_or(clause.start)
}

/// Whether no verb precedes the place but one follows it: `that the river, a slow one until then, burst its banks`.
fn lacks_verb(document: &Document, clause: Range<usize>, limit: usize) -> bool {
    let end = clause.end;
    is_subject(document, clause.start)
        && !clause::has_verb(document, clause)
        && clause::has_verb(document, end + 1..limit)
}

/// Whether a clause, not only a phrase, begins at the token, and not with a pronoun.
fn is_subject(document: &Document, start: usize) -> bool {
    let that = document.is(start, "that");
    let cue = start.checked_sub(1).and_then(|at| cues::verb(document, at));
    let clause = cue.is_some_and(|cue| cue.takes(Frame::Clause) && !cue.takes(Frame::Object));
    let first = document.tags(start + usize::from(that));
    // `one boat and one barge were`, but not `it leaked`
    let counted = document.is_one_of(start + usize::from(that), const { &WordList::of(["one", "another", "some"]) });
    let pronoun = first.any(Tags::PRONOUN) && !first.any(Tags::DETERMINER) && !counted;
    (that || clause) && !pronoun && !first.any(Tags::PREPOSITION)
}

/// The first token after the separation at the end of `clause`; `None` where it cannot end there.
fn parts(document: &Document, clause: Range<usize>, limit: usize, quoted: bool) -> Option<usize> {
    let end = clause.end;
    let closed = quoted && document.quotation_of(end - 1).is_some();
    match document.tokens[end].kind {
        TokenKind::Mark if document.is(end, ",") => {
            let inside = is_inserted(document, clause.clone(), limit)
                || closes_aside(document, clause.clone(), limit)
                || is_second_fronted(document, clause.clone(), limit)
                || is_listed(document, clause.clone(), limit);
            (!inside && !goes_on::adds_that(document, clause, limit)).then_some(end + 1)
        }
        TokenKind::Dash if dashes::is_parting(document, end) => {
            let inside = dashes::is_inserted(document, end, limit) || closes_aside(document, clause, limit);
            (!inside).then_some(end + 1)
        }
        // `a man named “the Otter” was`: the verb belongs to the clause.
        TokenKind::Word if closed && document.tags(end).any(Tags::AUXILIARY) => None,
        TokenKind::Word if closed || document.is_one_of(end, &OPENERS) => (!document.is(end - 1, ",")).then_some(end),
        _ => None,
    }
}

/// Whether only nouns and a conjunction follow the comma: `cited frost, floods and debts`, `floods, debts, and the
/// moth`.
fn is_listed(document: &Document, clause: Range<usize>, limit: usize) -> bool {
    let comma = clause.end;
    let joined = |at: usize| document.is_one_of(at, const { &WordList::of(["and", "or"]) });
    let last = joined(comma + 1) && clause.into_iter().any(|at| document.is(at, ","));
    let first = comma + 1 + usize::from(last);
    let own = document.tags(first).any(Tags::ARTICLE | Tags::POSSESSIVE);
    let bare = own || phrases::is_nominal(document, first) && !document.tags(first).any(Tags::CAPITALISED);
    let rest = first..limit;
    bare && (last || rest.clone().any(joined)) && !clause::has_verb(document, rest)
}

/// Whether a verb follows the second of two commas or dashes: `said three boats, including Lund's, are gone`.
fn closes_aside(document: &Document, mut clause: Range<usize>, limit: usize) -> bool {
    let end = clause.end;
    let alike = |at: usize| match document.tokens[end].kind {
        TokenKind::Dash => document.tokens[at].kind == TokenKind::Dash && dashes::is_parting(document, at),
        _ => document.is(at, ","),
    };
    end + 1 < limit && document.tags(end + 1).any(Tags::AUXILIARY) && clause.any(alike)
}

/// Whether the word begins what stands in front of the clause it depends on: `although`, `according`.
fn opens_fronted(document: &Document, at: usize) -> bool {
    document.is_one_of(at, &classes::SUBORDINATORS) || document.is(at, "according")
}

/// Whether the comma ends the words before a second clause: `said the dam held, but when it rained, the quay was wet`.
fn is_second_fronted(document: &Document, clause: Range<usize>, limit: usize) -> bool {
    let comma = clause.end;
    let joint = |at: usize| document.is_one_of(at, const { &WordList::of(["and", "but", "so"]) });
    let Some(joint) = clause.rev().take_while(|&at| !document.is(at, ",")).find(|&at| joint(at)) else {
        return false;
    };
    let fronted = joint + 1 < comma && opens_fronted(document, joint + 1);
    // `but right now, nobody knows`
    let time = document.is(joint, "but") && !clause::has_verb(document, joint + 1..comma);
    let said = (comma + 1..limit.min(comma + APPOSED)).any(|at| cues::is_finite_cue(document, at));
    (fronted || time) && !said && clause::is_finite(document, comma + 1..limit)
}

/// Whether the first comma ends words before the reported clause: `said that if it rained, the dam would leak`.
fn is_fronted(document: &Document, start: usize) -> bool {
    let that = document.is(start, "that");
    let first = start + usize::from(that);
    // `said that to hold, the dam needed sand`; `asked about the cost, Finch smiled` is not a clause.
    let object = document.is_one_of(first, const { &WordList::of(["to", "about", "of"]) });
    let tied = document.tags(first).any(Tags::PREPOSITION) && (that || !object);
    tied || opens_fronted(document, first)
}

/// Whether the words before the clause continue after the comma: `on Friday, June 5, the dam leaked`.
fn is_fronted_on(document: &Document, comma: usize, limit: usize) -> bool {
    let next = (comma + 1..limit).find(|&at| document.is(at, ","));
    next.is_some_and(|next| !clause::has_verb(document, comma + 1..next))
}

/// Whether the clause continues after a relative clause between commas: `the force, whose cars are old, has`.
fn is_inserted(document: &Document, clause: Range<usize>, limit: usize) -> bool {
    let comma = clause.end;
    let relative = document.tags(comma + 1).any(Tags::RELATIVE);
    // `, who waved "both oars," was`
    let behind = |at: usize| at + 1 + usize::from(document.tags(at + 1).all(Tags::CLOSING));
    relative && (comma + 2..limit).any(|at| document.is(at, ",") && opens_verb(document, behind(at), limit))
        || closes_relative(document, &clause, limit)
        || is_apposed(document, clause, limit)
}

/// Whether the comma closes a relative clause behind a subject that has no verb yet: `when his aunt, who lives near,
/// came`.
fn closes_relative(document: &Document, clause: &Range<usize>, limit: usize) -> bool {
    let (start, comma) = (clause.start, clause.end);
    if !opens_verb(document, comma + 1, limit) || cues::verb(document, comma + 1).is_some() {
        return false;
    }
    let open = (start + 1..comma).rev().find(|&at| document.is(at, ","));
    let Some(open) = open.filter(|&open| document.tags(open + 1).any(Tags::RELATIVE)) else { return false };
    let joint = |at: usize| opens_fronted(document, at) || document.tags(at).any(Tags::CONJUNCTION);
    let from = (start..open).rev().find(|&at| joint(at)).map_or(start, |joint| joint + 1);
    from < open && !clause::has_verb(document, from..open)
}

/// Whether the comma is one of two around an appositive, with no verb before: `three boats, two of them new, were`,
/// `and the other, a cook, was`.
fn is_apposed(document: &Document, clause: Range<usize>, limit: usize) -> bool {
    let comma = clause.end;
    let second = |at: &usize| document.is(*at, ",");
    let open = (comma + 2..limit.min(comma + APPOSED)).find(second);
    let verb = |comma: usize| opens_verb(document, appositions::past_comma(document, comma, limit), limit);
    let opens = open.is_some_and(|at| verb(at) && !clause::has_verb(document, comma + 1..at));
    let before = clause.start.max(comma.saturating_sub(APPOSED))..comma;
    let closes = verb(comma) && before.rev().any(|at| second(&at));
    // `an old, but sound, boat`
    let joined = document.is_one_of(comma + 1, const { &WordList::of(["but", "if", "though"]) });
    let contrast = joined && (comma + 2..limit.min(comma + CONTRAST)).any(|at| document.is(at, ","));
    let joint = clause.clone().rev().find(|&at| document.is_one_of(at, const { &WordList::of(["and", "but"]) }));
    let own = joint.map_or(clause.start, |joint| joint + 1)..comma;
    contrast || (opens || closes) && !clause::has_verb(document, own)
}

/// Whether a finite verb is at the token, before `limit`.
pub fn opens_verb(document: &Document, at: usize, limit: usize) -> bool {
    let past = |at: usize| document.ends_in(at, "ed") && !document.tags(at).any(Tags::CAPITALISED);
    at < limit && (document.tags(at).any(Tags::AUXILIARY | Tags::VERB | Tags::CHANGE) || past(at))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn all_before_a_second_that_is_told() {
        quotes(
            "
The ringer said he had no key, that the tower was locked at noon, and that he left.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The ringer]
The ringer said that two bells had cracked, leaving six, and that the rest were sound.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The ringer]
",
        );
    }

    #[test]
    fn what_belongs_to_the_clause_stays() {
        quotes(
            "
Finch said the dam was built by Ivo Marsh, an engineer.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Finch] person=[Finch]
Finch said if somebody had called the mayor when it broke, the dam would hold.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Finch] person=[Finch]
Finch said she was glad the road, whose holes are deep, has been mended.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Finch] person=[Finch]
",
        );
    }

    #[test]
    fn the_clause_goes_on_behind_words_between_commas() {
        quotes(
            "
Police said Carl Dray, 21, was one of three people hurt.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Police]
Police said three boats, two of them new, were gone.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Police]
",
        );
    }

    #[test]
    fn no_clause_ends_before_its_verb() {
        quotes(
            "
Keepers say the heron, a shy one until then, ate from a bucket.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[Keepers]
The mayor said the clerk, who has kept the key for years, opened the tower.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The mayor]
",
        );
    }

    #[test]
    fn a_time_and_a_place_stand_before_the_clause() {
        quotes(
            "
Police said that on Friday, June 5, a lorry hit the toll gate.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Police]
The trust says that despite the frost, nobody has left the island.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[says] speaker=[The trust]
",
        );
    }

    #[test]
    fn a_second_clause_is_said_too() {
        quotes(
            "
The mayor said the dam was old, but that nobody would be moved.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The mayor]
",
        );
    }

    #[test]
    fn no_clause_ends_between_its_subject_and_its_verb() {
        quotes(
            "
Wardens say one punt and one raft were gone.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[Wardens]
Police say he sold an old, but sound, boat to the abbot.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[Police]
Police say nine goats, including the abbot's, are lost.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[Police]
The clerk said Otto Vale, known as \"the Heron,\" was on the quay.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[said] speaker=[The clerk]
",
        );
    }

    #[test]
    fn a_second_clause_may_have_words_in_front() {
        quotes(
            "
The verger said the bell rang, but when he climbed up, the rope was cut.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The verger]
The trust said the frost not only split the wheel, but sank the raft.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The trust]
",
        );
    }

    #[test]
    fn a_list_is_told_to_its_end() {
        quotes(
            "
Wardens say the frost killed a swan, her two cygnets and a heron.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[Wardens]
The abbot cited cold winters, floods, debts, and moth.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[cited] speaker=[The abbot]
",
        );
    }

    #[test]
    fn an_aim_stands_before_the_clause() {
        quotes(
            "
Millers say that to grind a fine flour, they want new stones.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[Millers]
",
        );
    }

    #[test]
    fn the_clause_goes_on_behind_words_between_dashes() {
        quotes(
            "
The abbey says it sold a bell—the oldest of its nine—for 700 crowns.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[says] speaker=[The abbey]
",
        );
    }

    #[test]
    fn a_comma_inside_the_marks_ends_what_is_fronted() {
        quotes(
            "
Birch argued that while the loft is “dry as a bone,” the cellar floods each spring.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[argued] speaker=[Birch] person=[Birch]
",
        );
    }
}
