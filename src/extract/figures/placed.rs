//! Figures behind a preposition between a subject and its verb: "sales in the fourth quarter rose 5%".

use std::ops::Range;

use super::{
    noun,
    phrase::{self, Phrase, joins},
    verb,
};
use crate::types::{Document, Tags, TokenKind, WordList};

/// "The yield on the 10-year note fell": whether a figure stands behind a preposition inside a sentence.
pub fn is_placed(document: &Document, sentence: usize, figure: &Range<usize>) -> bool {
    let compound = figure.clone().any(|at| joins(document, at));
    compound && link_before(document, sentence, figure).is_some()
}

/// The preposition where the subject of the verb right behind a figure ends: nothing of it stands behind the figure.
pub fn subject_end(document: &Document, sentence: usize, figure: &Range<usize>, start: usize) -> Option<usize> {
    let behind = figure.end < start && verb::is_verb(document, figure.end);
    link_before(document, sentence, figure).filter(|_| behind)
}

/// "Wardens reckoned that the weir holds 40 tonnes": the subject of the clause that the verb at `verb` tells, whose own
/// verb does not look like one.
pub fn told(document: &Document, verb: usize, start: usize) -> Option<Phrase> {
    let that = document.tags(verb).any(Tags::CUE) && document.is(verb + 1, "that");
    let at = verb + 2 + usize::from(document.tags(verb + 2).any(Tags::DETERMINER));
    let phrase = that.then(|| phrase::behind(document, at, true))??;
    let plural = phrase.clone().find(|&at| noun::is_plural(document, at));
    // "They called that idea": which one.
    let which = at == verb + 2 && plural.is_none() && !document.tags(at).any(Tags::CAPITALISED);
    let end = plural.map_or(phrase.end, |at| at + 1);
    (end < start && !which).then_some(phrase.start..end)
}

/// Whether a clause begins with the phrase whose first noun stands at `start`: what stands behind a verb or a preposition
/// is no subject.
pub fn opens_clause(document: &Document, sentence: usize, start: usize) -> bool {
    const IDLE: Tags = Tags::DETERMINER.with(Tags::PRONOUN).with(Tags::NUMBER_WORD).with(Tags::DIGITS);
    const OPENERS: WordList<9> =
        WordList::of(["after", "although", "as", "because", "before", "if", "that", "when", "while"]);
    let before = (sentence..start).rev().find(|&at| !document.tags(at).any(IDLE) || document.is_one_of(at, &OPENERS));
    before.is_none_or(|at| {
        document.tokens[at].kind != TokenKind::Word
            || document.tags(at).any(Tags::CUE | Tags::CONJUNCTION)
            || document.is_one_of(at, &OPENERS)
    })
}

/// "The man, aged 34, was jailed for a year": who the figure before describes.
pub fn aged(document: &Document, first: usize, last: &Range<usize>) -> Option<Phrase> {
    let word = last.start.checked_sub(1).filter(|_| document.is(last.end, ","))?;
    let aged = if document.is(word, "aged") { word } else { last.start };
    let described = aged > first + 1 && document.is(aged, "aged") && document.is(aged - 1, ",");
    described.then(|| phrase::before(document, aged - 1))?
}

/// The preposition before a figure, an article allowed between them.
fn link_before(document: &Document, sentence: usize, figure: &Range<usize>) -> Option<usize> {
    const LINKS: WordList<7> = WordList::of(["at", "by", "during", "from", "in", "on", "over"]);
    let article = usize::from(figure.start > sentence && document.tags(figure.start - 1).any(Tags::DETERMINER));
    let link = (figure.start - article).checked_sub(1).filter(|&at| at > sentence);
    link.filter(|&at| document.is_one_of(at, &LINKS))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn a_time_stands_between_subject_and_verb() {
        figures(
            "
Ostwick Salt said tolls in March rose 5%, and it stayed calm after the take on Monday fell to £3m.
                           ^^^^^ figure date
                                      ^^ figure percent value=5 unit=percent change=up counted=[tolls]
                                                                               ^^^^^^ figure date
                                                                                              ^^^ figure money value=3000000 unit=GBP change=down counted=[take]
Wardens reckoned that the weir holds 40 tonnes.
                                     ^^^^^^^^^ figure measure value=40 unit=tonne counted=[weir]
",
        );
    }
}
