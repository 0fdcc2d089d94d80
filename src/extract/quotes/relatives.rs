//! The relative pronoun before who speaks, which is told with the clause that lacks it: `a tax, which Finch said was
//! unfair`.

use std::ops::Range;

use super::{adjuncts, attribution::Attribution};
use crate::types::{Document, Tags};

/// The attribution of the content to the source by the verb at `cue`, with a pronoun before the source as content.
pub fn attribution(document: &Document, cue: usize, source: Range<usize>, content: Range<usize>) -> Attribution {
    let content = with_pronoun(document, &source, content);
    Attribution { content, cue: Some(cue..cue + 1), source: Some(source) }
}

/// The content, preceded by the pronoun before its source if that is the subject of its verb.
fn with_pronoun(document: &Document, source: &Range<usize>, content: Range<usize>) -> Vec<Range<usize>> {
    let pronoun = source.start.checked_sub(1).filter(|&at| at > 1 && document.is(at, "which"));
    let parted = |at: usize| document.is(at - 1, ",") || document.is(at - 1, "—");
    let inside = |at: usize| document.quotation_of(at).is_some();
    let verb = document.tags(content.start).any(Tags::AUXILIARY | Tags::VERB | Tags::CHANGE)
        || adjuncts::opens_verb(document, content.start);
    let behind = content.start >= source.end;
    match pronoun.filter(|&at| behind && verb && parted(at) && !inside(at)) {
        Some(at) => vec![at..at + 1, content],
        None => vec![content],
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_pronoun_is_part_of_what_is_told() {
        quotes(
            "
They mended the weir, which Ruth Amos said was as old as the mill.
                      ^^^^^ quote indirect cue=[said] speaker=[Ruth Amos] person=[Ruth Amos]
                                           ^^^^^^^^^^^^^^^^^^^^^^ quote …
",
        );
    }
}
