//! The reporter's own words at the end of a reported clause: `said the dam had leaked, a charge the council denies`,
//! `said the dam would hold, drawing applause`, `said it "leaked" during a visit to Otterby`.
//!
//! `ends.rs` finds where a clause can end; a model chooses among these places.

use std::ops::Range;

use super::{around, end_model::MODEL, ends};
use crate::types::{Document, Tags};

/// The start of the reporter's own words, or the end of the clause if there are none.
pub fn start(document: &Document, clause: Range<usize>) -> usize {
    if let Some(comma) = apposition(document, &clause).or_else(|| medium(document, &clause)) {
        return comma;
    }
    let mut best = (0, clause.end);
    for (end, features) in ends::places(document, &clause) {
        let score = MODEL.score(&features);
        if score > best.0 {
            best = (score, end);
        }
    }
    best.1
}

/// The last comma, if a noun of speech follows it: `, a charge the council denies`, `, something she denies`.
fn apposition(document: &Document, clause: &Range<usize>) -> Option<usize> {
    let comma = (clause.start + 1..clause.end).rev().find(|&at| document.is(at, ","))?;
    let article = document.is(comma + 1, "a") || document.is(comma + 1, "an");
    // `that on May 7, a call was lost`: a subject.
    let subject = |noun: usize| document.tags(noun + 1).any(Tags::AUXILIARY) && noun + 1 < clause.end;
    let noun = |at: usize| {
        let told = document.tags(at).any(Tags::CUE_NOUN) && !document.tags(at).any(Tags::CAPITALISED);
        told && !subject(at)
    };
    let denied = |at: usize| document.tags(at).any(Tags::CUE) && at + 1 == clause.end;
    let something = document.is(comma + 1, "something") && (comma + 3..clause.end).any(denied);
    let spoken = something || article && (noun(comma + 2) || noun(comma + 3));
    (spoken && document.quotation_of(comma).is_none()).then_some(comma)
}

/// The comma before the medium that is cited: `, per the Otter Post`.
fn medium(document: &Document, clause: &Range<usize>) -> Option<usize> {
    let per = (clause.start + 2..clause.end).rev().find(|&at| around::names_origin(document, at))?;
    (document.is(per - 1, ",") && document.quotation_of(per).is_none()).then_some(per - 1)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_reporters_words_are_left_out() {
        quotes(
            "
Finch said the dam had leaked for years, a charge the council denies.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Finch] person=[Finch]
Moss said the clerk had lost the key, something the clerk denies.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Moss] person=[Moss]
The mayor said the tower was unsafe, as he toured the site.
               ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The mayor]
",
        );
    }

    #[test]
    fn a_participle_is_kept_where_the_model_is_unsure() {
        // Known miss: the applause is the reporter's.
        quotes(
            "
Moss said the pool would open soon, drawing applause.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Moss] person=[Moss]
",
        );
    }

    #[test]
    fn the_medium_is_not_said() {
        quotes(
            "
Prosecutors said Lund had broken the dam, per the Otter Post.
                 ^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Prosecutors]
",
        );
    }

    #[test]
    fn a_subject_behind_a_time_is_no_apposition() {
        quotes(
            "
Police said that on Friday, a report was made. Police said that the gate was shut, a claim he denies.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Police]
                                                           ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Police]
",
        );
    }
}
