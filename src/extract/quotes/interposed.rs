//! Other content between a quotation and the next: `"It leaks," Finch said, adding that it is old. "Go home."`

use std::ops::Range;

use super::{beside, clause, cues};
use crate::{
    lexicon::Frame,
    types::{Document, Quotation, Tags},
};

/// Whether another verb of speech with its own clause stands between the one at `cue` and token `open`, where the next
/// quotation opens.
pub fn tells(document: &Document, cue: usize, open: usize) -> bool {
    (cue + 1..open).any(|at| {
        let verb = cues::verb(document, at).filter(|verb| verb.takes(Frame::Clause) || verb.takes(Frame::That));
        verb.is_some_and(|verb| {
            let start = clause::start(document, cues::end(document, at), verb.takes(Frame::Hearer), open);
            let told = |&start: &usize| document.is(start, "that") || clause::is_finite(document, start..open);
            document.quotation_of(at).is_none()
                && !document.tags(at - 1).any(Tags::PREPOSITION | Tags::RELATIVE)
                && start.filter(told).is_some()
                && !cues::is_passive(document, at, cue + 1)
        })
    })
}

/// `Finch asked, “Why?” She told us, “It leaks.”`: whether a quotation has its words of speech in front of it, and so
/// none in the sentence behind it.
pub fn has_own(document: &Document, quotation: &Quotation, cue: usize) -> bool {
    let apart = document.tokens[cue].sentence != document.tokens[quotation.open as usize].sentence;
    let (last, next) = (quotation.close as usize - 1, quotation.close as usize + 1);
    let ended = matches!(document.sign(last), '.' | '!' | '?') && document.tags(next).any(Tags::CAPITALISED);
    (apart || ended) && beside::preceding(document, quotation).is_some_and(|own| own.cue < quotation.open as usize)
}

/// The source of the quotation at `index`, if the sentence before contains an attributed quotation and other content:
/// the source of the quotation, not of that content.
pub fn source(document: &Document, index: usize) -> Option<Range<usize>> {
    let before = &document.quotations[index.checked_sub(1)?];
    let open = document.quotations[index].open as usize;
    let said = beside::following(document, before)?;
    let adjoins = document.sentence_of(said.cue).tokens.end as usize == open;
    let same = document.block_of(open).span == document.block_of(said.cue).span;
    said.source.filter(|_| adjoins && same && tells(document, said.cue, open))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn what_is_added_between_two_quotations_is_told() {
        quotes(
            "
“It leaks,” Nora Finch said on Monday, adding that the weir is old. “We will mend it.”
^^^^^^^^^^^ quote direct cue=[said] speaker=[Nora Finch] person=[Nora Finch]
                                              ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[adding] speaker=[Nora Finch] person=[Nora Finch]
                                                                    ^^^^^^^^^^^^^^^^^^ quote direct speaker=[Nora Finch] person=[Nora Finch]
“It leaks,” said Nora Finch, pointing at the weir. “We will mend it.”
^^^^^^^^^^^ quote direct cue=[said] speaker=[Nora Finch] person=[Nora Finch]
                                                   ^^^^^^^^^^^^^^^^^^ quote …
",
        );
    }

    #[test]
    fn who_tells_something_else_does_not_go_on() {
        quotes(
            "
“It leaks,” Nora Finch said after Otto Vale claimed that it is new. “We will mend it.”
^^^^^^^^^^^ quote direct cue=[said] speaker=[Nora Finch] person=[Nora Finch]
                                                    ^^^^^^^^^^^^^^ quote indirect cue=[claimed] speaker=[Otto Vale] person=[Otto Vale]
                                                                    ^^^^^^^^^^^^^^^^^^ quote direct speaker=[Nora Finch] person=[Nora Finch]
",
        );
    }

    #[test]
    fn a_question_with_its_own_words_of_speech_ends_with_its_mark() {
        quotes(
            "
Finch asked, \"Why not?\" He told the guild, \"It leaks.\"
             ^^^^^^^^^^ quote direct cue=[asked] speaker=[Finch] person=[Finch]
                                           ^^^^^^^^^^^ quote direct cue=[told] speaker=[He] person=[Finch]
Lund said: \"Why?\" The mayor answered: \"It is old.\"
           ^^^^^^ quote direct cue=[said] speaker=[Lund] person=[Lund]
                                      ^^^^^^^^^^^^ quote direct cue=[answered] speaker=[The mayor]
",
        );
    }
}
