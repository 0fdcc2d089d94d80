//! Where a reported clause can end before its last token: at a comma or dash, behind a closing mark, before a
//! preposition or conjunction, once what stands in front of the clause and its own verb are passed.

use std::ops::Range;

use super::{
    clause, cues,
    end_model::{Features, Place, features},
};
use crate::{
    lexicon::Frame,
    types::{Document, Tags, TokenKind, WordList},
};

/// Words that can begin the reporter's own words without a mark before them.
const OPENERS: WordList<19> = WordList::of([
    "and", "but", "in", "on", "at", "after", "before", "during", "when", "while", "as", "if", "since", "despite",
    "because", "with", "for", "though", "although",
]);

/// Most tokens of words between two commas that tell more of a name: `Finch, 21, was`.
const APPOSED: usize = 9;

/// Most tokens from one dash to the next around words set apart.
const DASHED: usize = 12;

/// Every place where the clause can end before its last token, with its features.
pub fn places<'d>(document: &'d Document, clause: &Range<usize>) -> impl Iterator<Item = (usize, Features)> + 'd {
    let clause = clause.clone();
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
                continue;
            }
            if let Some(close) = clause::bracket_end(document, at, clause.end) {
                at = close + 1;
                continue;
            }
            at += 1;
            if fronted && document.word(end) == "," && clause::has_verb(document, end + 1..clause.end) {
                fronted = is_fronted_on(document, end, clause.end);
                continue;
            }
            let Some(next) = parts(document, clause.start..end, clause.end, quoted) else { continue };
            if lacks_verb(document, clause.start..end, clause.end) {
                continue;
            }
            let place = Place { end, next, earlier, quoted };
            earlier += 1;
            return Some((end, features(document, &clause, place)));
        }
        None
    })
}

/// `that the river, a slow one until then, burst its banks`: no verb stands before the place, and one behind it.
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
    let pronoun = first.any(Tags::PRONOUN) && !first.any(Tags::DETERMINER);
    (that || clause) && !pronoun && !first.any(Tags::PREPOSITION)
}

/// The first token behind the parting at the end of `clause`; none where it cannot end there.
fn parts(document: &Document, clause: Range<usize>, limit: usize, quoted: bool) -> Option<usize> {
    let end = clause.end;
    let closed = quoted && document.quotation_of(end - 1).is_some();
    match document.tokens[end].kind {
        TokenKind::Mark if document.word(end) == "," => {
            (!is_inserted(document, clause, limit) && !goes_on(document, end + 1)).then_some(end + 1)
        }
        TokenKind::Dash if is_parting(document, end) => (!is_dashed(document, end, limit)).then_some(end + 1),
        TokenKind::Word if closed || document.is_one_of(end, &OPENERS) => {
            (document.word(end - 1) != ",").then_some(end)
        }
        _ => None,
    }
}

/// `said the dam was old, but that it would hold`: a second clause of what is said.
fn goes_on(document: &Document, at: usize) -> bool {
    let joined = document.is_one_of(at, const { &WordList::of(["and", "but", "or"]) }) && document.is(at + 1, "that");
    joined && document.tokens.get(at + 2).is_some_and(|next| next.kind == TokenKind::Word)
}

/// `said that if it rained, the dam would leak`: the first comma ends what stands in front of the reported clause.
fn is_fronted(document: &Document, start: usize) -> bool {
    const FRONTED: WordList<14> = WordList::of([
        "if",
        "when",
        "while",
        "although",
        "unless",
        "because",
        "once",
        "after",
        "before",
        "as",
        "since",
        "until",
        "though",
        "according",
    ]);
    let that = document.is(start, "that");
    let first = start + usize::from(that);
    // `said that to hold, the dam needed sand`; `asked about the cost, Finch smiled` is no clause.
    let object = document.is_one_of(first, const { &WordList::of(["to", "about", "of"]) });
    let tied = document.tags(first).any(Tags::PREPOSITION) && (that || !object);
    tied || document.is_one_of(first, &FRONTED)
}

/// `on Friday, June 5, the dam leaked`: whether what stands in front goes on behind the comma.
fn is_fronted_on(document: &Document, comma: usize, limit: usize) -> bool {
    let next = (comma + 1..limit).find(|&at| document.word(at) == ",");
    next.is_some_and(|next| !clause::has_verb(document, comma + 1..next))
}

/// `the force, whose cars are old, has`: the clause goes on behind a relative clause between commas.
fn is_inserted(document: &Document, clause: Range<usize>, limit: usize) -> bool {
    let comma = clause.end;
    let relative = document.tags(comma + 1).any(Tags::RELATIVE);
    relative && (comma + 2..limit).any(|at| document.word(at) == "," && opens_verb(document, at + 1, limit))
        || is_apposed(document, clause, limit)
}

/// `three boats, two of them new, were`: the first or the second comma, where no verb stands before.
fn is_apposed(document: &Document, clause: Range<usize>, limit: usize) -> bool {
    let comma = clause.end;
    let second = |at: &usize| document.word(*at) == ",";
    let open = (comma + 2..limit.min(comma + APPOSED)).find(second);
    let opens =
        open.is_some_and(|at| opens_verb(document, at + 1, limit) && !clause::has_verb(document, comma + 1..at));
    let before = clause.start.max(comma.saturating_sub(APPOSED))..comma;
    let closes = opens_verb(document, comma + 1, limit) && before.rev().any(|at| second(&at));
    (opens || closes) && !clause::has_verb(document, clause)
}

fn opens_verb(document: &Document, at: usize, limit: usize) -> bool {
    let past = |at: usize| document.word(at).ends_with("ed") && !document.tags(at).any(Tags::CAPITALISED);
    at < limit && (document.tags(at).any(Tags::AUXILIARY | Tags::VERB | Tags::CHANGE) || past(at))
}

/// `the barge—a red one—for 90 crowns`: words between two dashes, behind which the clause goes on.
fn is_dashed(document: &Document, dash: usize, limit: usize) -> bool {
    let dash_like = |at: usize| document.tokens[at].kind == TokenKind::Dash && is_parting(document, at);
    let Some(second) = (dash + 2..limit.min(dash + DASHED)).find(|&at| dash_like(at)) else { return false };
    second + 1 < limit && (document.tags(second + 1).any(Tags::PREPOSITION) || opens_verb(document, second + 1, limit))
}

/// A dash between spaces, or the long one.
fn is_parting(document: &Document, at: usize) -> bool {
    let spaced = !document.is_glued(at - 1) && !document.is_glued(at);
    document.word(at) == "—" || spaced
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

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
}
