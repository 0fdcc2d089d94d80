//! Words after a verb of speech that describe a noun and report nothing: `reports on walkers who fell`.

use crate::{
    lexicon::{Cue, Frame},
    types::{Document, Tags, WordList},
};

/// Maximum number of tokens from a medium to the clause after it: `in an angry letter that`.
const NOUN: usize = 5;

/// Whether the words describe a noun: `reports on walkers who fell`, `said of the fire in which the hall burnt`.
pub fn is_of_noun(document: &Document, cue: &Cue, behind: usize, start: usize) -> bool {
    // `responded to a fire that had broken out`
    if cue.lemma == "respond" && document.is(behind, "to") && start > behind {
        return true;
    }
    let person = document.is_one_of(start, const { &WordList::of(["who", "whose", "whom"]) });
    let which =
        document.is(start, "which") || document.tags(start).any(Tags::PREPOSITION) && document.is(start + 1, "which");
    // `a song written for the fair where she danced`
    let place = document.is(start, "where") && !cue.takes(Frame::Hearer);
    // `agreed to pay after concerns that`, but not `wrote in a letter that`
    let medium = |at: usize| document.is_one_of(at, const { &WordList::of(["in", "on", "through", "via"]) });
    let owned = document.is(start, "that")
        && !cue.takes(Frame::Hearer)
        && document.tags(start - 1).any(Tags::CUE_NOUN)
        && !document.tags(start - 1).any(Tags::CAPITALISED)
        && !(behind.max(start.saturating_sub(NOUN))..start).any(medium);
    // `tells of a miller who rows`
    let told = document.is(behind, "of") || document.is(behind, "about");
    start > behind + 1 && owned || start > behind && (which || place || person && (told || !cue.takes(Frame::Hearer)))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn who_is_told_of() {
        quotes(
            "
The ballad tells of two glaziers who climbed a belfry. Birch said nothing.
",
        );
    }
}
