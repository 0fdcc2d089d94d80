//! A condition between commas before a reported clause: `said, if elected, she would mend the weir`.

use super::clause;
use crate::types::{Document, Tags, WordList};

/// Maximum number of tokens of the condition.
const LONGEST: usize = 8;

/// The most tokens of a clause before the reported one.
const CLAUSE: usize = 20;

/// The start of the reported clause: at the condition, which is part of it, or after `when asked`, which is not.
///
/// `at` is the token after the comma. `None` where there is no condition, or no clause after its comma.
pub fn start(document: &Document, at: usize, limit: usize) -> Option<usize> {
    let asked = document.is(at, "when") && document.is(at + 1, "asked");
    if !asked && fronts(document, at, limit) {
        return Some(at);
    }
    if !asked && !document.is_one_of(at, const { &WordList::of(["if", "once", "should", "unless"]) }) {
        return None;
    }
    let comma = (at + 1..limit.min(at + LONGEST)).find(|&at| document.is(at, ","))?;
    let clause = comma + 1..limit;
    let finite = clause.len() > 2 && clause::is_finite(document, clause.clone());
    finite.then_some(if asked { clause.start } else { at })
}

/// `while he did not see it, the raft sank`, `when they came, they found a raft`: a clause of its own and its comma,
/// with another behind them.
pub fn fronts(document: &Document, at: usize, limit: usize) -> bool {
    const OPENS: WordList<6> = WordList::of(["although", "as", "because", "since", "when", "while"]);
    let first = document.tags(at + 1);
    let subject = first.any(Tags::PRONOUN | Tags::DETERMINER | Tags::CAPITALISED) || document.is(at + 1, "there");
    if !document.is_one_of(at, &OPENS) || !subject || document.tags(at + 1).any(Tags::OPENING) {
        return false;
    }
    let Some(comma) = (at + 3..limit.min(at + CLAUSE)).find(|&at| document.is(at, ",")) else { return false };
    let main = document.tags(comma + 1).any(Tags::PRONOUN | Tags::DETERMINER | Tags::CAPITALISED);
    comma + 2 < limit
        && main
        && document.quotation_of(comma).is_none()
        && !document.tags(comma + 1).any(Tags::RELATIVE)
        && clause::is_finite(document, at + 1..comma)
        && clause::has_verb(document, at + 2..comma)
        && clause::is_finite(document, comma + 1..limit)
}

/// `said as it leaked`, `said so`, `said while it rained`: how or when something was said, and not what.
pub fn is_manner(document: &Document, at: usize, limit: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["as", "so", "much", "when", "while"]) })
        && !fronts(document, at, limit)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_condition_is_told_and_the_question_is_not() {
        quotes(
            "
Birch said, if chosen, the guild would sell the old kiln.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Birch] person=[Birch]
Birch said, when asked, the kiln was worth nothing.
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Birch] person=[Birch]
",
        );
    }

    #[test]
    fn a_clause_in_front_is_told_with_the_other() {
        quotes(
            "
Dray said while he did not see the raft, he heard it sink.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Dray] person=[Dray]
Wardens said, when they came to the weir, they found a raft.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Wardens]
The raft sank, Dray said while he rowed home.
^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Dray] person=[Dray]
",
        );
    }
}
