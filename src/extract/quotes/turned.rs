//! A noun phrase after a verb of speech that is not its source: the subject precedes the verb.

use std::ops::Range;

use super::{around, clause, said::Said, speaking};
use crate::{
    lexicon::Cue,
    types::{BlockKind, Document, Tags},
};

/// Whether the source precedes the verb and the content follows: `Ruth Amos, the warden, said three boats sank`.
pub fn is_turned(document: &Document, cue: &Cue, said: &Said, left: &Range<usize>) -> bool {
    let told = || is_told(document, &said.source) && is_apposed(document, left);
    let title = || document.block_of(left.start).kind == BlockKind::Title;
    let apart = || is_subject(document, cue, left) || is_heading(document, cue, &said.source);
    said.inverted && (told() || title() && apart() || around::is_speaker(document, left.clone()))
}

/// Whether an age separates the subject from its verb: `Boy, 15, Admits Theft`.
fn is_subject(document: &Document, cue: &Cue, left: &Range<usize>) -> bool {
    let age = left.end - 1;
    cue.lemma != "say" && left.len() > 2 && document.tags(age).any(Tags::DIGITS) && document.is(age - 1, ",")
}

/// Whether the verb of speech is a noun before its verb, or a participle: `, Suspect Arrested`, `, Blog Claims`, `,
/// Believed Drowned`.
fn is_heading(document: &Document, cue: &Cue, source: &Range<usize>) -> bool {
    let past = source.len() == 1 && document.ends_in(source.start, "ed");
    past || matches!(cue.lemma, "blog" | "suspect")
}

/// Whether a number or a bare noun is content rather than the source: `three boats`, `old nets`.
fn is_told(document: &Document, source: &Range<usize>) -> bool {
    let number = document.tags(source.start).any(Tags::DIGITS | Tags::NUMBER_WORD) && !document.is(source.start, "one");
    number || !speaking::is_named(document, source.clone()) && !document.tags(source.start).any(Tags::DETERMINER)
}

/// Whether a name or noun with an appositive, without a verb, precedes: `Ruth Amos, warden of the weir, said three
/// boats sank`.
fn is_apposed(document: &Document, left: &Range<usize>) -> bool {
    let comma = left.clone().find(|&at| document.is(at, ","));
    let title = document.block_of(left.start).kind == BlockKind::Title;
    let name = document.tags(left.start).any(Tags::CAPITALISED);
    comma.is_some_and(|comma| !clause::has_verb(document, left.start..comma)) && name && !title
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn words_that_tell_more_of_a_name_are_not_said() {
        quotes(
            "
Ruth Amos, warden of the weir, said three boats sank.
                                    ^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ruth Amos] person=[Ruth Amos]
",
        );
    }

    #[test]
    fn who_is_told_more_of_is_not_said() {
        quotes(
            "
Ruth Amos, the warden, said the weir leaks.
                            ^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ruth Amos] person=[Ruth Amos]
",
        );
    }

    #[test]
    fn a_headline_may_end_with_a_noun_and_its_verb() {
        quotes("Two Boats Sunk in Dorn, Suspect Arrested\n\nThe boats sank on Monday.");
        quotes("Two Millers Lost at Weir, Believed Drowned\n\nThe millers rowed on Monday.");
    }
}
