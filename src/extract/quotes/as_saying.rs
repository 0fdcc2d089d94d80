//! A person quoted by another source: `The Post quoted Lund as saying that the dam leaks.`

use std::ops::Range;

use super::{cues, phrases};
use crate::types::{Document, Tags};

/// The object of the verb at `cue`, who is the source: `“…,” the Post quoted Lund as saying`.
pub fn quoted(document: &Document, cue: usize, limit: usize) -> Option<Range<usize>> {
    if !cues::verb(document, cue).is_some_and(|cue| matches!(cue.lemma, "quote" | "cite")) {
        return None;
    }
    let phrase = phrases::behind(document, cue + 1, limit)?;
    document.is(phrase.end, "as").then_some(phrase)
}

/// The object of the other verb, who is the source: `The Post quoted Lund as saying`.
pub fn source(document: &Document, group: usize, from: usize) -> Option<Range<usize>> {
    let end = group.checked_sub(1).filter(|&at| at > from && document.is(at, "as"))?;
    let phrase = phrases::phrase_ending(document, end, from)?;
    let quotes = phrase.start.checked_sub(1).filter(|&at| at >= from)?;
    let lemma = document.tags(quotes).any(Tags::CUE).then(|| cues::verb(document, quotes)).flatten()?.lemma;
    matches!(lemma, "quote" | "cite").then_some(phrase)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_one_who_is_quoted_speaks() {
        quotes(
            "
Otter Radio quoted Ruth Amos as saying that the loft was damp.
                                       ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[saying] speaker=[Ruth Amos] person=[Ruth Amos]
",
        );
    }
}
