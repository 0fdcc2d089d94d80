//! Quotation marks around a name that nobody says: `Finch, who played in “Salt,” posted the song`.

use super::{around, clause, cues};
use crate::{
    lexicon::Frame,
    types::{BlockKind, Document, Quotation, Tags},
};

/// Most tokens between marks, with the closing one, that belong to the subject of a headline.
const PART: usize = 6;

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

/// `40 'Otter Friends' Say Finch Must Go`, `Finch, '$3M in Debt,' Asks for More`: few quoted words of a headline before its
/// verb belong to the subject, where no comma ends them alone.
pub fn is_part_of_subject(document: &Document, quotation: &Quotation, cue: usize) -> bool {
    let (open, close) = (quotation.open as usize, quotation.close as usize);
    let title = document.block_of(open).kind == BlockKind::Title;
    let apart = open > 0 && document.word(open - 1) == ",";
    let ends = document.is(close - 1, ",") || document.is(close + 1, ",");
    title && cue > close && close - open <= PART && (apart || !ends)
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

    #[test]
    fn marked_words_in_a_headlines_subject_are_not_said() {
        quotes(
            "
Forty 'Otter Friends' Say Lund Must Resign

It was a cold day in Tarn.
",
        );
    }
}
