//! A condition between commas before a reported clause: `said, if elected, she would mend the weir`.

use super::clause;
use crate::types::{Document, WordList};

/// Maximum number of tokens of the condition.
const LONGEST: usize = 8;

/// The start of the reported clause: at the condition, which is part of it, or after `when asked`, which is not.
///
/// `at` is the token after the comma. `None` where there is no condition, or no clause after its comma.
pub fn start(document: &Document, at: usize, limit: usize) -> Option<usize> {
    let asked = document.is(at, "when") && document.is(at + 1, "asked");
    if !asked && !document.is_one_of(at, const { &WordList::of(["if", "once", "should", "unless"]) }) {
        return None;
    }
    let comma = (at + 1..limit.min(at + LONGEST)).find(|&at| document.is(at, ","))?;
    let clause = comma + 1..limit;
    let finite = clause.len() > 2 && clause::is_finite(document, clause.clone());
    finite.then_some(if asked { clause.start } else { at })
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
}
