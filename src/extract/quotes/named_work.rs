//! Quotation marks around a name, not speech: `Finch, who played in “Salt,” posted the song`.

use std::ops::Range;

use super::{around, clause, cues, phrases, sources};
use crate::{
    grammar::kinds,
    lexicon::Frame,
    types::{BlockKind, Document, Quotation, Tags, TokenKind, WordList},
};

/// Maximum number of tokens between marks, with the closing one, in the subject of a headline.
const PART: usize = 6;

/// Maximum number of tokens of the title of a work, with its marks.
const TITLE_OF_WORK: usize = 12;

/// Minimum number of letters of a word that a title capitalises.
const CAPITAL_LETTERS: usize = 4;

/// Nouns for works, before a title.
const WORKS: WordList<18> = WordList::of([
    "album",
    "book",
    "documentary",
    "essay",
    "film",
    "memoir",
    "movie",
    "musical",
    "novel",
    "play",
    "podcast",
    "poem",
    "program",
    "programme",
    "series",
    "show",
    "single",
    "song",
]);

/// Whether the words between the marks are spelled like a title: `“A Dry Spring,”`.
fn is_title(document: &Document, quotation: &Quotation) -> bool {
    let inside = quotation.open as usize + 1..quotation.close as usize;
    let word = |at: &usize| document.tokens[*at].kind == TokenKind::Word;
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    inside.len() < TITLE_OF_WORK
        && inside.clone().find(word).is_some_and(capital)
        && inside.filter(word).all(|at| capital(at) || document.word(at).len() < CAPITAL_LETTERS)
}

/// Whether a token belongs to quoted words inside a clause: `Ruth Amos, who called it “a ruin” and left, said`.
pub fn is_marked(document: &Document, at: usize) -> bool {
    let open = document.quotation_of(at).map_or(0, |quotation| quotation.open as usize);
    open > 0 && document.tokens[open - 1].kind == TokenKind::Word
}

/// The article before a title that modifies a noun at `noun`, the token after the title: `the “Salt and Pepper” star`.
pub fn article_before(document: &Document, noun: usize, from: usize) -> Option<usize> {
    let close = noun.checked_sub(1).filter(|&at| document.tags(at).any(Tags::CLOSING))?;
    let quotation = document.quotation_of(close).filter(|quotation| quotation.close as usize == close)?;
    let article = (quotation.open as usize).checked_sub(1).filter(|&at| at >= from)?;
    let word = kinds::is_word(document, noun);
    let plain = word && !matches!(document.sign(close - 1), ',' | '.' | '!' | '?');
    (plain && document.is(article, "the") && is_title(document, quotation)).then_some(article)
}

/// Whether the mark at the token opens a title with an article before it and a noun after it.
pub fn is_attribute(document: &Document, open: usize) -> bool {
    let quotation = document.quotation_of(open).filter(|quotation| quotation.closed && quotation.open as usize == open);
    quotation.is_some_and(|quotation| article_before(document, quotation.close as usize + 1, 0).is_some())
}

/// The opening mark of the title directly before the verb after `close`, if a comma is inside its marks and the title
/// ends an appositive: `Ruth Amos, author of “Salt,” said`.
pub fn apposed(document: &Document, close: usize) -> Option<usize> {
    let quotation = document.quotation_of(close).filter(|quotation| quotation.close as usize == close)?;
    let open = quotation.open as usize;
    let tied = open > 0
        && (document.tags(open - 1).any(Tags::PREPOSITION)
            || document.is(open - 1, "as")
            || document.is_one_of(open - 1, &WORKS)
            || document.tokens[open - 1].kind == TokenKind::Possessive);
    (tied && document.is(close - 1, ",") && is_title(document, quotation)).then_some(open)
}

/// Whether a title ends an appositive directly before the verb: `Otto Vale, host of “Dorn Today,” told`.
fn ends_apposition(document: &Document, quotation: &Quotation, cue: usize) -> bool {
    let from = document.sentence_tokens(cue).start;
    let first = sources::verb_group(document, cue, quotation.close as usize + 1);
    if first != quotation.close as usize + 1 {
        return false;
    }
    let Some(open) = apposed(document, first - 1) else { return false };
    let Some(comma) = (from..open).rev().find(|&at| document.is(at, ",")) else { return false };
    let named = |name: &Range<usize>| {
        document.tags(name.end - 1).any(Tags::CAPITALISED) && sources::begins_clause(document, name.start, from)
    };
    phrases::phrase_ending(document, comma, from).is_some_and(|name| named(&name))
}

/// Whether the quoted words are what something is called: `Calling the plan "a gift," Finch told the mayor to drop it`.
pub fn is_called(document: &Document, quotation: &Quotation) -> bool {
    let clause = around::leading(document, quotation.open as usize);
    !clause.is_empty() && cues::is_participle(document, clause.start)
}

/// Whether the words before the marks are not a clause that the quotation completes, and the verb has an object:
/// `Finch, who played in "Salt," posted the song`, `In a talk on "Salt," Finch pointed to it`.
pub fn is_named_work(document: &Document, quotation: &Quotation, cue: usize) -> bool {
    let clause = around::leading(document, quotation.open as usize);
    let said = cues::verb(document, cue).is_some_and(|cue| cue.takes(Frame::Hearer) || cue.takes(Frame::Clause));
    let comma = clause.clone().find(|&at| document.is(at, ","));
    let tells = |comma: &usize| document.tags(comma + 1).any(Tags::RELATIVE);
    let parted = document.is(clause.end - usize::from(!clause.is_empty()), ",");
    let open = comma.filter(tells).is_some_and(|comma| {
        // `The barge, which was old, sank for “bad luck,” Finch said`
        let closed = (comma + 1..clause.end).any(|at| document.is(at, ","));
        !parted && !closed && !clause::has_verb(document, clause.start..comma)
    });
    let apposed = ends_apposition(document, quotation, cue);
    clause.len() > 1 && (open || apposed || !said && !around::is_clause(document, clause))
}

/// Whether quoted words are a name and not the content of the verb at `cue`.
pub fn is_name(document: &Document, quotation: &Quotation, cue: usize) -> bool {
    is_part_of_subject(document, quotation, cue) || follows_work(document, quotation)
}

/// Whether a title follows the noun for the work and a comma: `in his book, “A Dry Spring,” Vale said`.
fn follows_work(document: &Document, quotation: &Quotation) -> bool {
    let comma = (quotation.open as usize).checked_sub(1).filter(|&at| at > 0 && document.is(at, ","));
    comma.is_some_and(|comma| document.is_one_of(comma - 1, &WORKS)) && is_title(document, quotation)
}

/// Whether few quoted words before the verb of a headline belong to its subject, unless a comma ends only them: `40
/// 'Otter Friends' Say Finch Must Go`, `Finch, '$3M in Debt,' Asks for More`.
fn is_part_of_subject(document: &Document, quotation: &Quotation, cue: usize) -> bool {
    let (open, close) = (quotation.open as usize, quotation.close as usize);
    let title = document.block_of(open).kind == BlockKind::Title;
    let apart = open > 0 && document.is(open - 1, ",");
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
    fn a_title_ends_what_tells_more_of_the_source() {
        quotes(
            "
Lund, who has lit the weir with a “cup” of oil, has said tolls would fall.
                                                         ^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Lund] person=[Lund]
Ruth Amos, author of “Salt,” said the sea had won. Otto Vale, host of “Dorn Today,” told clerks that the pier would hold.
                                  ^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ruth Amos] person=[Ruth Amos]
                                                                                                ^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Otto Vale] person=[Otto Vale]
",
        );
    }

    #[test]
    fn a_title_behind_its_work_is_not_said() {
        quotes(
            "
Otto Vale tells of the mill in his book, “A Dry Spring.” In his last film, “Dry Land,” Vale said it was late.
                                                                                                 ^^^^^^^^^^^ quote indirect cue=[said] speaker=[Vale] person=[Otto Vale]
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

    #[test]
    fn a_title_tells_more_of_who_speaks() {
        quotes(
            "
“It is cold,” the “Salt and Pepper” singer said. The “Salt” star said she was glad.
^^^^^^^^^^^^^ quote direct cue=[said] speaker=[the “Salt and Pepper” singer]
                                                                      ^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The “Salt” star]
Otto Vale, host of the podcast “Salt,” said the weir leaked.
                                            ^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Otto Vale] person=[Otto Vale]
Ivo Marsh, seen on Tarn TV's “Dorn Today,” said the weir leaked.
                                                ^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ivo Marsh] person=[Ivo Marsh]
",
        );
    }
}
