//! Dashes that separate words from the clause around them.

use super::ends;
use crate::types::{Document, Tags, TokenKind};

/// Maximum number of tokens from one dash to the next around an insertion.
const DASHED: usize = 12;

/// Whether the words between two dashes are an insertion, after which the clause continues: `the barge—a red one—for 90
/// crowns`.
pub fn is_inserted(document: &Document, dash: usize, limit: usize) -> bool {
    let dash_like = |at: usize| document.tokens[at].kind == TokenKind::Dash && is_parting(document, at);
    let Some(second) = (dash + 2..limit.min(dash + DASHED)).find(|&at| dash_like(at)) else { return false };
    second + 1 < limit
        && (document.tags(second + 1).any(Tags::PREPOSITION) || ends::opens_verb(document, second + 1, limit))
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
}
