//! Dashes that separate words from the clause around them.

use std::ops::Range;

use super::{clause, ends};
use crate::{
    grammar::kinds,
    types::{Document, Tags},
};

/// Maximum number of tokens from one dash to the next around an insertion.
const DASHED: usize = 12;

/// Whether the words between two dashes are an insertion, after which the clause continues: `the barge—a red one—for 90
/// crowns`.
pub fn is_inserted(document: &Document, dash: usize, limit: usize) -> bool {
    let dash_like = |at: usize| kinds::is_dash(document, at) && is_parting(document, at);
    let Some(second) = (dash + 2..limit.min(dash + DASHED)).find(|&at| dash_like(at)) else { return false };
    second + 1 < limit
        && (document.tags(second + 1).any(Tags::PREPOSITION) || ends::opens_verb(document, second + 1, limit))
}

/// The content before an attribution that ends at token `last`. If a dash ends it and another dash precedes it, the
/// content is the clause after that one: `the barge—it was new, Finch said—left`.
pub fn told(document: &Document, last: usize, left: Range<usize>) -> Option<Range<usize>> {
    let dash = |at: usize| {
        kinds::is_dash(document, at) && at > 0 && is_parting(document, at) && document.quotation_of(at).is_none()
    };
    let Some(open) = left.clone().skip(1).rfind(|&at| dash(at)).filter(|_| dash(last)) else { return Some(left) };
    let aside = open + 1..left.end;
    (aside.len() > 2 && clause::is_finite(document, aside.clone())).then_some(aside)
}

/// Whether the dash is between spaces, or the long one.
pub fn is_parting(document: &Document, at: usize) -> bool {
    let spaced = !document.is_glued(at - 1) && !document.is_glued(at);
    document.is(at, "—") || spaced
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn words_between_dashes_stay() {
        quotes(
            "
The cooper said the loft — a damp one — was too small for looms.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The cooper]
",
        );
    }

    #[test]
    fn a_dash_ends_an_attribution() {
        quotes(
            "
The weir broke in May, wardens said—a first for the guild. The raft sank, police say – an odd end.
^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[wardens]
                                                           ^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[police]
The barge—it was quite new, Lund said—left. The nine boats—all of them old, notes Lund—left.
          ^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Lund] person=[Lund]
",
        );
    }
}
