//! A word that is a time by itself: "yesterday", "late today", "daily", "annually".

use super::{
    calendar::Moment,
    edges,
    phrase::{self, Phrase, Time},
};
use crate::{
    extract::{
        Extractor,
        figures::{designation::is_title_case, numeral},
    },
    grammar::kinds,
    lexicon::{LEXICON, TimeWord},
    types::{Document, Figure, Tags, WordList},
};

/// Words that are a time by themselves.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.day_word",
    source: include_str!("day_word.rs"),
    anchors: Tags::DAY_WORD,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The time of the word at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    if edges::is_title(document, at) {
        return None;
    }
    let start = edges::lead(document, at);
    Some(match LEXICON.times.get(document.tokens[at].word)? {
        TimeWord::Day(0) if is_nowadays(document, at) => Phrase::new(at..at + 1, Time::Reference("PRESENT_REF")),
        TimeWord::Day(days) => {
            let day = document.dateline.and_then(|day| Moment::Day(day).later((*days).into()));
            Phrase::new(start..at + 1, day.map_or(Time::Unplaced, Time::At))
        }
        TimeWord::Repetition(_) if is_paper(document, at) => return None,
        TimeWord::Repetition(often) => match rarer(document, at, often) {
            Some(often) => Phrase::new(at - 2..at + 1, Time::Every(often)),
            None => Phrase::new(at..at + 1, Time::Every((*often).to_owned())),
        },
        _ => return None,
    })
}

/// Whether `today` means the present age rather than one day: "Today's youth", "in today's political climate".
fn is_nowadays(document: &Document, at: usize) -> bool {
    const TIMES: WordList<18> = WordList::of([
        "age",
        "climate",
        "culture",
        "economy",
        "environment",
        "generation",
        "kids",
        "market",
        "money",
        "prices",
        "society",
        "standards",
        "technology",
        "teenagers",
        "teens",
        "terms",
        "world",
        "youth",
    ]);
    let owner = kinds::is_possessive(document, at + 1);
    owner && (document.is_one_of(at + 2, &TIMES) || document.is_one_of(at + 3, &TIMES))
}

/// Whether the word is part of the name of a newspaper: "The satirical weekly Crier", "Tarn Daily", "the Daily Show".
fn is_paper(document: &Document, at: usize) -> bool {
    let name = document.tags(at + 1);
    let capital = document.tags(at).any(Tags::CAPITALISED);
    let behind = name.any(Tags::CAPITALISED)
        && !name.any(Tags::NATIONALITY | Tags::UPPERCASE)
        && document.tokens[at + 1].sentence == document.tokens[at].sentence;
    let before = at > 0 && document.tags(at - 1).any(Tags::CAPITALISED);
    if capital { (behind || before) && !is_title_case(document, at) } else { behind }
}

/// The repetition at two or three times the interval: "Bi-weekly", "tri-annual".
fn rarer(document: &Document, at: usize, often: &str) -> Option<String> {
    let dash = at.checked_sub(1).filter(|&at| numeral::joins(document, at))?;
    let times = match () {
        () if document.is(dash - 1, "bi") => "2",
        () if document.is(dash - 1, "tri") => "3",
        () => return None,
    };
    often.contains('1').then(|| often.replace('1', times))
}

#[cfg(test)]
mod tests {
    use crate::testing::{figures, figures_at};

    #[test]
    fn every_second_one() {
        figures_at(
            "2015-09-23",
            "
The bi-monthly drill is over.
    ^^^^^^^^^^ figure date resolved=P2M
",
        );
    }

    #[test]
    fn days_are_counted_from_the_dateline() {
        figures_at(
            "2015-09-23",
            "
The pool closed yesterday.
                ^^^^^^^^^ figure date resolved=2015-09-22
",
        );
    }

    #[test]
    fn names_of_programmes_are_no_days() {
        figures_at(
            "2015-09-23",
            "
She told the Today show that a car and a dog are to do it.
",
        );
    }

    #[test]
    fn papers_and_shows() {
        figures(
            "
Tarn Daily and the satirical weekly Crier told of it.
",
        );
    }

    #[test]
    fn these_times() {
        figures_at(
            "2015-09-23",
            "
Today's youth reads less, in today's political climate. Today's match is off.
^^^^^ figure date resolved=PRESENT_REF
                             ^^^^^ figure date resolved=PRESENT_REF
                                                        ^^^^^ figure date resolved=2015-09-23
",
        );
    }
}
