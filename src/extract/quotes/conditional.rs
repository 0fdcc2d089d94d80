//! A condition between commas in front of a reported clause: `said, if elected, she would mend the weir`.

use super::clause;
use crate::types::{Document, WordList};

/// Most tokens of the condition.
const LONGEST: usize = 8;

/// Where the reported clause begins: at the condition, which is told with it; behind `when asked`, which is not.
///
/// `at` is the token behind the comma. None where no condition or no clause behind its comma stands.
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
