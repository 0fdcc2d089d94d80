//! Later mentions of a family name that is an ordinary word: "Stride said" where Ewan Stride is named.

use rustc_hash::FxHashSet;

use super::{
    certainty,
    name::NameSpan,
    name_shape::{Part, part},
    other_use::is_other_use,
};
use crate::{
    grammar::kinds,
    types::{Document, Tags, WordId},
};

/// The capitalised words outside `names` that are the family name of one of them and in no name table.
pub fn find(document: &Document, names: &[NameSpan]) -> Vec<NameSpan> {
    let last = |name: &NameSpan| name.tokens.end - 1;
    let worded = |name: &&NameSpan| name.tokens.len() > 1 && part(document, last(name)) == Part::Word;
    let families: FxHashSet<WordId> =
        names.iter().filter(worded).map(|name| document.tokens[last(name)].word).collect();
    if families.is_empty() {
        return Vec::new();
    }
    let known = |at: usize| {
        let index = names.partition_point(|name| name.tokens.end <= at);
        names.get(index).is_some_and(|name| name.tokens.contains(&at))
    };
    let again = |at: &usize| {
        let at = *at;
        families.contains(&document.tokens[at].word) && stands_alone(document, at) && !known(at)
    };
    let found = (0..document.tokens.len()).filter(again);
    found.map(|at| NameSpan { tokens: at..at + 1, honorific: None, title: None, confidence: certainty::TOLD }).collect()
}

/// Whether a capitalised word is used like a name: no capitals next to it, no article or adjective before it, and a
/// verb after it where it opens a sentence.
fn stands_alone(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    let capital = tags.any(Tags::CAPITALISED) && !tags.any(Tags::UPPERCASE);
    let opens = tags.any(Tags::SENTENCE_START);
    let before = at.checked_sub(1).map_or(Tags::NONE, |before| document.tags(before));
    let bound = Tags::DETERMINER | Tags::ADJECTIVE | Tags::CAPITALISED;
    let apart = opens || !before.any(bound) || document.is(at - 1, "that");
    let joined = |at: usize| kinds::is_dash(document, at);
    let next = document.tags(at + 1);
    let goes_on = next.any(Tags::CAPITALISED) && !next.any(Tags::SENTENCE_START);
    capital && apart && !goes_on && !joined(at + 1) && !is_other_use(document, at)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn a_word_is_a_family_name_where_somebody_has_it() {
        people(
            "
Ewan Stride met the wardens. Stride said no, and they told Stride so. Stride patterns changed. A Stride flew by.
^^^^^^^^^^^ person Ewan Stride
                             ^^^^^^ person Ewan Stride
                                                           ^^^^^^ person Ewan Stride
",
        );
    }
}
