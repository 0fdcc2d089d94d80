//! Figures after a preposition between a subject and its verb: "sales in the fourth quarter rose 5%".

use std::ops::Range;

use super::{
    noun,
    phrase::{self, HowMany, Phrase, joins},
    verb,
};
use crate::{
    grammar::{classes, endings},
    types::{Document, Tags, TokenKind, WordList},
};

/// Whether a figure after a preposition inside a sentence is an attribute of a noun: "The yield on the 10-year note
/// fell", "the price of the 2014 barge rose".
pub fn is_attribute(document: &Document, sentence: usize, figure: &Range<usize>) -> bool {
    let compound = figure.clone().any(|at| joins(document, at));
    let digits = document.tags(figure.start).any(Tags::DIGITS);
    let year = digits && figure.len() == 1 && document.word(figure.start).len() == 4;
    let article = figure.start > sentence + 1 && document.tags(figure.start - 1).any(Tags::DETERMINER);
    let named = year && article && document.is_one_of(figure.start - 2, const { &WordList::of(["for", "of", "on"]) });
    named || compound && link_before(document, sentence, figure).is_some()
}

/// Whether a number counts a noun that itself follows a preposition: "Takings at Tarn's eight mills rose", "crime in
/// the town of 8,000 people fell".
pub fn is_owned_number(document: &Document, sentence: usize, figure: &Range<usize>) -> bool {
    const WHEN: Tags = Tags::TIME_UNIT.with(Tags::MONTH).with(Tags::CURRENCY).with(Tags::PERCENT).with(Tags::UNIT);
    let number = document.tags(figure.start).any(Tags::DIGITS | Tags::NUMBER_WORD);
    let owner = figure.start.checked_sub(1).filter(|&at| document.tokens[at].kind == TokenKind::Possessive);
    let first = owner.and_then(|owner| Some(phrase::before(document, owner)?.start)).unwrap_or(figure.start);
    let link = first.checked_sub(1).filter(|&at| at > sentence);
    let placed = || {
        link.is_some_and(|at| {
            let of = document.is(at, "of") && owner.is_none();
            (of || owner.is_some() && document.is_one_of(at, &LINKS)) && noun::is_noun(document, at - 1)
        })
    };
    number && !figure.clone().any(|at| document.tags(at).any(WHEN)) && placed()
}

/// The preposition where the subject of the verb directly after a figure ends; nothing after the figure is part of it.
pub fn subject_end(document: &Document, sentence: usize, figure: &Range<usize>, start: usize) -> Option<usize> {
    let behind = figure.end < start && verb::is_verb(document, figure.end);
    link_before(document, sentence, figure).filter(|_| behind)
}

/// The subject of the clause that the verb at `verb` introduces, where the clause's own verb does not look like one:
/// "Wardens reckoned that the weir holds 40 tonnes".
pub fn told(document: &Document, verb: usize, start: usize) -> Option<Phrase> {
    let that = document.tags(verb).any(Tags::CUE) && document.is(verb + 1, "that");
    let at = verb + 2 + usize::from(document.tags(verb + 2).any(Tags::DETERMINER));
    let phrase = that.then(|| phrase::behind(document, at, HowMany::One))??;
    let plural = phrase.clone().find(|&at| endings::is_plural(document, at));
    // "They called that idea": "that" is a determiner.
    let which = at == verb + 2 && plural.is_none() && !document.tags(at).any(Tags::CAPITALISED);
    let end = plural.map_or(phrase.end, |at| at + 1);
    (end < start && !which).then_some(phrase.start..end)
}

/// Whether a clause begins with the phrase whose first noun is at `start`: after a verb or a preposition it is not a
/// subject.
pub fn is_subject_of_clause(document: &Document, sentence: usize, start: usize) -> bool {
    const IDLE: Tags = Tags::DETERMINER.with(Tags::PRONOUN).with(Tags::NUMBER_WORD).with(Tags::DIGITS);
    let opener = |at: usize| document.is_one_of(at, &classes::SUBORDINATORS) || document.is(at, "that");
    let before = (sentence..start).rev().find(|&at| !document.tags(at).any(IDLE) || opener(at));
    before.is_none_or(|at| {
        document.tokens[at].kind != TokenKind::Word
            || document.tags(at).any(Tags::CUE | Tags::CONJUNCTION)
            || opener(at)
    })
}

/// The person whom the previous figure describes: "The man, aged 34, was jailed for a year".
pub fn aged(document: &Document, first: usize, last: &Range<usize>) -> Option<Phrase> {
    let word = last.start.checked_sub(1).filter(|_| document.is(last.end, ","))?;
    let aged = if document.is(word, "aged") { word } else { last.start };
    let described = aged > first + 1 && document.is(aged, "aged") && document.is(aged - 1, ",");
    described.then(|| phrase::before(document, aged - 1))?
}

/// Prepositions between a subject and its verb.
const LINKS: WordList<7> = WordList::of(["at", "by", "during", "from", "in", "on", "over"]);

/// The preposition before a figure, an article between allowed.
fn link_before(document: &Document, sentence: usize, figure: &Range<usize>) -> Option<usize> {
    let article = usize::from(figure.start > sentence && document.tags(figure.start - 1).any(Tags::DETERMINER));
    let link = (figure.start - article).checked_sub(1).filter(|&at| at > sentence);
    link.filter(|&at| document.is_one_of(at, &LINKS))
}

/// Whether a place opens the sentence, and what is counted follows the number: "In Tarnby 40 people died".
pub fn is_behind_place(document: &Document, tokens: &Range<usize>) -> bool {
    let start = document.sentence_tokens(tokens.start).start;
    let named = start + 1..tokens.start;
    let place = (1..=2).contains(&named.len()) && named.into_iter().all(|at| document.tags(at).any(Tags::CAPITALISED));
    let things = !document.tags(tokens.end).any(Tags::CAPITALISED) && endings::is_plural(document, tokens.end);
    place && things && document.is(start, "in")
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn a_place_that_opens_the_sentence_names_no_number() {
        figures(
            "
In Tarnby 40 people died. He ran from Tarnby 12 with goats.
          ^^ figure count value=40 counted=[people]
",
        );
    }

    #[test]
    fn what_is_for_a_day() {
        figures(
            "
The jackpot for Friday's draw has climbed to £360m.
                ^^^^^^ figure date
                                             ^^^^^ figure money value=360000000 unit=GBP change=up counted=[jackpot for Friday's draw]
",
        );
    }

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

    #[test]
    fn years_of_models() {
        figures(
            "
The price for the 2014 Dorrin barge is £900.
                  ^^^^ figure date resolved=2014
                                       ^^^^ figure money value=900 unit=GBP counted=[price for the 2014 Dorrin barge]
",
        );
    }

    #[test]
    fn neither_a_month_nor_a_sum_has_a_size() {
        figures(
            "
Fares rose in the year to May, up from the April level of 4.2%. Tarn plans new sluices; £8m in cost cuts, and a push to increase tolls 15%.
              ^^^^^^^^^^^^^^^ figure date
                                       ^^^^^^^^^ figure date
                                                          ^^^^ figure percent value=4.2 unit=percent counted=[Fares]
                                                                                        ^^^ figure money value=8000000 unit=GBP counted=[cost cuts]
                                                                                                                                       ^^^ figure percent value=15 unit=percent counted=[tolls]
",
        );
    }

    #[test]
    fn numbers_inside_a_subject() {
        figures(
            "
Takings at Tarn's eight mills rose 3.5%, but crime in the town of 8,600 people has gone up 8%.
                  ^^^^^ figure count value=8 counted=[mills]
                                   ^^^^ figure percent value=3.5 unit=percent change=up counted=[Takings]
                                                                  ^^^^^ figure count value=8600 counted=[people]
                                                                                           ^^ figure percent value=8 unit=percent change=up counted=[crime]
",
        );
    }
}
