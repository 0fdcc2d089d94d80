//! A medium before a verb that looks like a noun: `Reuters reports the weir leaks`, `the Tarn Sun-Times reports that`.

use super::clause;
use crate::types::{Document, Tags, TokenKind, WordList};

/// Most tokens of the name of a medium.
const NAME: usize = 6;

/// Whether a name that stands as a subject is right before `reports` or `notes`, and a clause behind it.
pub fn report(document: &Document, at: usize) -> bool {
    if at == 0 || !document.is_one_of(at, const { &WordList::of(["notes", "reports"]) }) {
        return false;
    }
    let sentence = clause::sentence(document, at);
    let named = |&at: &usize| {
        let joined = document.is_glued(at) && at > sentence.start && document.is_glued(at - 1);
        document.tags(at).any(Tags::CAPITALISED) || document.is(at, "&") || document.is(at, "-") && joined
    };
    let Some(first) = (sentence.start.max(at.saturating_sub(NAME))..at).rev().take_while(named).last() else {
        return false;
    };
    let article = document.is(first, "the") || first > sentence.start && document.is(first - 1, "the");
    // `Neighbors reports`, `Media reports that`: a capital that the start of the sentence gives.
    let single = first + 1 == at && document.tags(first).all(Tags::SENTENCE_START | Tags::ORDINARY);
    let opens = first.checked_sub(1 + usize::from(article && !document.is(first, "the")));
    let subject = opens.is_none_or(|before| before < sentence.start || opens_clause(document, before));
    subject && !single && tells(document, at + 1, sentence.end)
}

/// A mark or a conjunction: what stands behind it is the subject of a clause.
fn opens_clause(document: &Document, at: usize) -> bool {
    const JOINTS: WordList<8> = WordList::of(["although", "and", "as", "but", "that", "though", "while", "yet"]);
    document.tokens[at].kind != TokenKind::Word || document.is_one_of(at, &JOINTS)
}

/// `that the weir leaks`, `the weir leaks`, `two boats were lost`, but `are late`, `of a leak`.
fn tells(document: &Document, at: usize, limit: usize) -> bool {
    let that = document.is(at, "that");
    let start = at + usize::from(that);
    let closed = Tags::AUXILIARY | Tags::PREPOSITION | Tags::CONJUNCTION | Tags::VERB | Tags::CUE;
    start + 1 < limit && !document.tags(start).any(closed) && (that || clause::is_finite(document, start..limit))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn a_medium_reports_a_clause() {
        quotes(
            "
The Tarn Sun-Times reports that the weir leaks. Reuters reports the weir includes a lock.
                           ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[reports] speaker=[The Tarn Sun-Times]
                                                                ^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[reports] speaker=[Reuters]
It is shut, while the Otter Echo reports two other locks were closed.
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[reports] speaker=[the Otter Echo]
",
        );
    }

    #[test]
    fn reports_are_read_too() {
        quotes("Media reports are late. Otter Rail reports of a leak came in May.");
    }
}
