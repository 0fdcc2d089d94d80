//! A source behind a verb of speech that is none: the subject stands before the verb.

use std::ops::Range;

use super::{around, clause, said::Said, speaking};
use crate::{
    lexicon::Cue,
    types::{BlockKind, Document, Tags},
};

/// `Ruth Amos, the warden, said three boats sank`: who speaks stands before the verb, and what is said behind it.
pub fn is_turned(document: &Document, cue: &Cue, said: &Said, left: &Range<usize>) -> bool {
    let told = || is_told(document, &said.source) && is_apposed(document, left);
    let title = || document.block_of(left.start).kind == BlockKind::Title;
    let apart = || is_subject(document, cue, left) || is_heading(document, cue, &said.source);
    said.inverted && (told() || title() && apart() || around::is_speaker(document, left.clone()))
}

/// `Boy, 15, Admits Theft`: an age parts the subject from its verb.
fn is_subject(document: &Document, cue: &Cue, left: &Range<usize>) -> bool {
    let age = left.end - 1;
    cue.lemma != "say" && left.len() > 2 && document.tags(age).any(Tags::DIGITS) && document.is(age - 1, ",")
}

/// `, Suspect Arrested`, `, Blog Claims`, `, Believed Drowned`: a noun before its verb, or a participle, none that speaks.
fn is_heading(document: &Document, cue: &Cue, source: &Range<usize>) -> bool {
    let past = source.len() == 1 && document.ends_in(source.start, "ed");
    past || matches!(cue.lemma, "blog" | "suspect")
}

/// `three boats`, `old nets`: a number or a bare noun is what is said rather than who says it.
fn is_told(document: &Document, source: &Range<usize>) -> bool {
    let number = document.tags(source.start).any(Tags::DIGITS | Tags::NUMBER_WORD) && !document.is(source.start, "one");
    number || !speaking::is_named(document, source.clone()) && !document.tags(source.start).any(Tags::DETERMINER)
}

/// `Ruth Amos, warden of the weir, said three boats sank`: a name or noun and what tells more of it, without a verb.
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
