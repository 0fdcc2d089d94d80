//! Quotation marks around a name that nobody says: `Finch, who played in “Salt,” posted the song`.

use super::{around, clause, cues};
use crate::{
    lexicon::Frame,
    types::{Document, Quotation, Tags},
};

/// `Calling the plan "a gift," Finch told the mayor to drop it`: the words are what something is called.
pub fn is_called(document: &Document, quotation: &Quotation) -> bool {
    let clause = around::leading(document, quotation.open as usize);
    !clause.is_empty() && cues::is_participle(document, clause.start)
}

/// `Finch, who played in "Salt," posted the song`, `In a talk on "Salt," Finch pointed to it`: what stands before the
/// marks is no clause that they complete, and the verb has an object.
pub fn is_named_work(document: &Document, quotation: &Quotation, cue: usize) -> bool {
    let clause = around::leading(document, quotation.open as usize);
    let said = cues::verb(document, cue).is_some_and(|cue| cue.takes(Frame::Hearer) || cue.takes(Frame::Clause));
    let comma = clause.clone().find(|&at| document.word(at) == ",");
    let tells = |comma: &usize| document.tags(comma + 1).any(Tags::RELATIVE);
    let parted = document.word(clause.end - usize::from(!clause.is_empty())) == ",";
    let open = comma.filter(tells).is_some_and(|comma| {
        // `The barge, which was old, sank for “bad luck,” Finch said`
        let closed = (comma + 1..clause.end).any(|at| document.word(at) == ",");
        !parted && !closed && !clause::has_verb(document, clause.start..comma)
    });
    clause.len() > 1 && (open || !said && !around::is_clause(document, clause))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn a_song_is_no_speech() {
        quotes(
            "
Ruth Amos, who sang in “Peat,” left the choir.
",
        );
    }
}
