//! A second participle of speech after a conjunction, which shares its source: `arguing that it leaked and warning that
//! it would burst`, `said it leaked while adding, "Nobody cared."`

use std::ops::Range;

use super::cues;
use crate::types::{Document, Tags};

/// Maximum number of tokens from the first participle to its content: `telling the Otter Post on Monday that`.
const REACH: usize = 6;

/// Whether the conjunction that ends `told` joins a participle of speech with its own clause or quotation.
pub fn joins(document: &Document, told: &Range<usize>) -> bool {
    let joint = told.end;
    let cue = joint + 1 + usize::from(document.tags(joint + 1).any(Tags::ADVERB));
    if !cues::is_participle(document, cue) {
        return false;
    }
    let behind = cues::end(document, cue);
    let mark = usize::from(matches!(document.word(behind.min(document.tokens.len() - 1)), "," | ":"));
    if !document.is(behind, "that") && !document.tags(behind + mark).any(Tags::OPENING) {
        return false;
    }
    let first = || (told.start.saturating_sub(REACH)..told.start).any(|at| cues::is_participle(document, at));
    document.is(joint, "while") || document.is(joint, "and") && first()
}

/// Whether a bare noun and the verb of its subject follow the participle: `Villages reporting floods include Tarn`.
pub fn tells_more(document: &Document, content: Range<usize>) -> bool {
    let verb = content.start + 1;
    !document.tags(content.start).any(Tags::DETERMINER | Tags::PRONOUN | Tags::CAPITALISED)
        && content.len() > 2
        && (document.tags(verb).any(Tags::AUXILIARY | Tags::VERB) || document.is(verb, "include"))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn each_participle_tells_its_own() {
        quotes(
            "
Birch left early, arguing that the kiln was cold and warning that the oven would crack.
                          ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[arguing] speaker=[Birch] person=[Birch]
                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[warning] speaker=[Birch] person=[Birch]
Birch claimed the kiln was cold while adding, “The bread was good.”
              ^^^^^^^^^^^^^^^^^ quote indirect cue=[claimed] speaker=[Birch] person=[Birch]
                                              ^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[adding] speaker=[Birch] person=[Birch]
",
        );
    }

    #[test]
    fn what_tells_more_of_a_subject_reports_nothing() {
        quotes(
            "
Firms reporting losses include Otter Rail. Villages reporting floods are Tarn and Dorn.
",
        );
    }
}
