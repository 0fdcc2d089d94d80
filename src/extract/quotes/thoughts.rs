//! Verbs of speech for thoughts, or for the reporter's own judgement: `Lund hoped that`, `which could explain`.

use std::ops::Range;

use crate::{
    lexicon::{Cue, Frame},
    types::{Document, Tags, TokenKind},
};

/// Whether the verb gives a state of mind in the reporter's words, without quotation marks after it: `Lund thought
/// that`, `hoping to`. In the present tense (`Lund thinks that`) it is something that the person told the reporter.
pub fn is_thought(document: &Document, at: usize, cue: &Cue, behind: Range<usize>) -> bool {
    let mind = cue.takes(Frame::Belief) && matches!(cue.lemma, "believe" | "fear" | "hope" | "suspect" | "think");
    let word = document.word(at);
    let told = word.ends_with("ed") || word.ends_with("ing") || document.is(at, "thought");
    mind && told && !behind.into_iter().any(|at| document.tokens[at].kind == TokenKind::Quotation)
}

/// Whether the subject is a clause that the reporter judges: `which could explain`.
pub fn is_weighed(document: &Document, cue: usize, source: Range<usize>) -> bool {
    document.is(source.start, "which") && document.tags(source.end).any(Tags::MODAL) && cue > source.end
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn what_is_hoped_or_weighed_is_not_said() {
        quotes("Lund hoped that the weir would hold, which could explain why he rowed.");
    }
}
