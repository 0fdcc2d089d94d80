//! Words of the reporter's own at the end of a reported clause: `said the dam had leaked, a charge the council
//! denies`, `said the dam would hold, drawing applause`, `said it "leaked" during a visit to Otterby`.
//!
//! Where a clause can end is found by marks and closed-class words; where it does is chosen by a model.

use std::ops::Range;

use super::{
    around, clause,
    end_model::{Features, MODEL, Place, features},
};
use crate::types::{Document, Tags, TokenKind, WordList};

/// Words that can begin the reporter's own words without a mark before them.
const OPENERS: WordList<19> = WordList::of([
    "and", "but", "in", "on", "at", "after", "before", "during", "when", "while", "as", "if", "since", "despite",
    "because", "with", "for", "though", "although",
]);

/// Most tokens of words between two commas that tell more of a name: `Finch, 21, was`.
const APPOSED: usize = 9;

/// Where the reporter's own words begin; the end of the clause where there are none.
pub fn start(document: &Document, clause: Range<usize>) -> usize {
    if let Some(comma) = apposition(document, &clause).or_else(|| medium(document, &clause)) {
        return comma;
    }
    let mut best = (0, clause.end);
    for (end, features) in places(document, &clause) {
        let score = MODEL.score(&features);
        if score > best.0 {
            best = (score, end);
        }
    }
    best.1
}

/// The last comma, where a noun of speech follows it: `, a charge the council denies`.
fn apposition(document: &Document, clause: &Range<usize>) -> Option<usize> {
    let comma = (clause.start + 1..clause.end).rev().find(|&at| document.word(at) == ",")?;
    let article = document.is(comma + 1, "a") || document.is(comma + 1, "an");
    let noun = |at: usize| document.tags(at).any(Tags::CUE_NOUN) && !document.tags(at).any(Tags::CAPITALISED);
    let spoken = article && (noun(comma + 2) || noun(comma + 3));
    (spoken && document.quotation_of(comma).is_none()).then_some(comma)
}

/// The comma before the medium that tells of it: `, per the Otter Post`.
fn medium(document: &Document, clause: &Range<usize>) -> Option<usize> {
    let per = (clause.start + 2..clause.end).rev().find(|&at| around::is_medium(document, at))?;
    (document.word(per - 1) == "," && document.quotation_of(per).is_none()).then_some(per - 1)
}

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
            at += 1;
            if fronted && document.word(end) == "," {
                fronted = false;
                continue;
            }
            let Some(next) = parts(document, clause.start..end, clause.end, quoted) else { continue };
            let place = Place { end, next, earlier, quoted };
            earlier += 1;
            return Some((end, features(document, &clause, place)));
        }
        None
    })
}

/// The first token behind the parting at the end of `clause`; none where it cannot end there.
fn parts(document: &Document, clause: Range<usize>, limit: usize, quoted: bool) -> Option<usize> {
    let end = clause.end;
    let closed = quoted && document.quotation_of(end - 1).is_some();
    match document.tokens[end].kind {
        TokenKind::Mark if document.word(end) == "," => (!is_inserted(document, clause, limit)).then_some(end + 1),
        TokenKind::Dash if is_parting(document, end) => Some(end + 1),
        TokenKind::Word if closed || document.is_one_of(end, &OPENERS) => {
            (document.word(end - 1) != ",").then_some(end)
        }
        _ => None,
    }
}

/// `said that if it rained, the dam would leak`: the first comma ends a clause in front of the reported one.
fn is_fronted(document: &Document, start: usize) -> bool {
    const FRONTED: WordList<10> =
        WordList::of(["if", "when", "while", "although", "unless", "because", "once", "after", "before", "as"]);
    let that = document.is(start, "that");
    let first = start + usize::from(that);
    // `said that to hold, the dam needed sand`
    that && document.is(first, "to") || document.is_one_of(first, &FRONTED)
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
    at < limit && document.tags(at).any(Tags::AUXILIARY | Tags::VERB | Tags::CHANGE)
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
    fn the_reporters_words_are_left_out() {
        quotes(
            "
Finch said the dam had leaked for years, a charge the council denies.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Finch] person=[Finch]
The mayor said the tower was unsafe, as he toured the site.
               ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The mayor]
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
    fn a_participle_is_kept_where_the_model_is_unsure() {
        // A known miss: the applause is the reporter's.
        quotes(
            "
Moss said the pool would open soon, drawing applause.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Moss] person=[Moss]
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
    fn the_medium_is_not_said() {
        quotes(
            "
Prosecutors said Lund had broken the dam, per the Otter Post.
                 ^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Prosecutors]
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
}
