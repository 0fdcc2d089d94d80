//! Words of the reporter's own at the end of a reported clause: `said the dam had leaked, a charge the council
//! denies`, `said the dam would hold, drawing applause`, `said it "leaked" during a visit to Otterby`.
//!
//! Where a clause can end is found by marks and closed-class words; where it does is chosen by a model.

use std::ops::Range;

use super::end_model::{Features, MODEL, Place, features};
use crate::types::{Document, Tags, TokenKind};

/// Words that can begin the reporter's own words without a mark before them.
const OPENERS: [&str; 19] = [
    "and", "but", "in", "on", "at", "after", "before", "during", "when", "while", "as", "if", "since", "despite",
    "because", "with", "for", "though", "although",
];

/// Where the reporter's own words begin; the end of the clause where there are none.
pub fn start(document: &Document, clause: Range<usize>) -> usize {
    if let Some(comma) = apposition(document, &clause) {
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
            let Some(next) = parts(document, end, clause.end, quoted) else { continue };
            let place = Place { end, next, earlier, quoted };
            earlier += 1;
            return Some((end, features(document, &clause, place)));
        }
        None
    })
}

/// The first token behind the parting at `end`; none where the clause cannot end there.
fn parts(document: &Document, end: usize, limit: usize, quoted: bool) -> Option<usize> {
    let closed = quoted && document.quotation_of(end - 1).is_some();
    match document.tokens[end].kind {
        TokenKind::Mark if document.word(end) == "," => (!is_inserted(document, end, limit)).then_some(end + 1),
        TokenKind::Dash if is_parting(document, end) => Some(end + 1),
        TokenKind::Word if closed || OPENERS.iter().any(|word| document.is(end, word)) => {
            (document.word(end - 1) != ",").then_some(end)
        }
        _ => None,
    }
}

/// `said that if it rained, the dam would leak`: the first comma ends a clause in front of the reported one.
fn is_fronted(document: &Document, start: usize) -> bool {
    let first = start + usize::from(document.is(start, "that"));
    ["if", "when", "while", "although", "unless", "because", "once"].iter().any(|word| document.is(first, word))
}

/// `the force, whose cars are old, has`: the clause goes on behind a relative clause between commas.
fn is_inserted(document: &Document, comma: usize, limit: usize) -> bool {
    let verb = |at: usize| at < limit && document.tags(at).any(Tags::AUXILIARY | Tags::VERB | Tags::CHANGE);
    document.tags(comma + 1).any(Tags::RELATIVE)
        && (comma + 2..limit).any(|at| document.word(at) == "," && verb(at + 1))
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
}
