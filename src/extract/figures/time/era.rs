//! A century or a decade: "the 20th century", "18th-century", "the sixties", "the ’90s".

use super::{
    calendar::Moment,
    edges, number,
    phrase::{self, Phrase, Time},
};
use crate::{
    extract::{
        Extractor,
        figures::{life, numeral},
    },
    lexicon::{LEXICON, TimeUnit, TimeWord},
    types::{Document, Figure, Tags, TokenKind, WordList},
};

/// Centuries, and decades without their century.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.era",
    source: include_str!("era.rs"),
    anchors: Tags::TIME_UNIT.with(Tags::DAY_WORD).with(Tags::DIGITS),
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The century or decade whose head is at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    if document.tags(at).any(Tags::DIGITS) {
        return short_decade(document, at);
    }
    match LEXICON.times.get(document.tokens[at].word) {
        Some(TimeWord::Unit(TimeUnit::Century)) => century(document, at),
        Some(TimeWord::Decade(decade)) => {
            if let Some(phrase) = spoken_decade(document, at, *decade) {
                return Some(phrase);
            }
            let the = at
                .checked_sub(1)
                .filter(|&before| edges::is_any(document, before, &["the", "early", "late", "mid"]))?;
            // "In her sixties" is an age; only "the sixties" is a time.
            if !document.is(the, "the") && life::is_of_somebody(document, the) {
                return None;
            }
            Some(Phrase::new(
                edges::lead(document, the + 1)..at + 1,
                Time::At(Moment::Decade(190 + i16::from(*decade))),
            ))
        }
        _ => short_decade(document, at),
    }
}

/// A decade with its century in words: `nineteen eighties`.
fn spoken_decade(document: &Document, at: usize, decade: i8) -> Option<Phrase> {
    let century = at.checked_sub(1)?;
    let word = LEXICON.numbers.get(document.tokens[century].word)?;
    let first = i16::try_from(word.value).ok().filter(|first| (16..=20).contains(first))?;
    let time = Time::At(Moment::Decade(first * 10 + i16::from(decade)));
    Some(Phrase::new(edges::lead(document, century)..at + 1, time))
}

fn century(document: &Document, at: usize) -> Option<Phrase> {
    let dash = at.checked_sub(1).filter(|&before| document.tokens[before].kind == TokenKind::Dash).unwrap_or(at);
    let start = (dash.saturating_sub(3)..dash)
        .find(|&start| number::ordinal(document, start).is_some_and(|(_, end)| end == dash))?;
    let (rank, _) = number::ordinal(document, start)?;
    let first = i16::try_from(rank).ok()?.checked_sub(1).filter(|first| (0..30).contains(first))?;
    Some(Phrase::new(edges::lead(document, start)..at + 1, Time::At(Moment::Century(first))))
}

/// A decade in two digits: `’90s`, `the 60s`.
fn short_decade(document: &Document, at: usize) -> Option<Phrase> {
    if document.tokens[at].span.len() != 2 || !document.word(at).ends_with('0') {
        return None;
    }
    let decade = number::digits(document, at)?;
    let before = at.checked_sub(1)?;
    let apostrophe = document.is_glued(before) && edges::is_any(document, before, &["'", "’", "‘"]);
    let pointer = before - usize::from(before > 0 && numeral::joins(document, before));
    let the = edges::is_any(document, pointer, &["the", "early", "late", "mid"]);
    if !document.is(pointer, "the") && life::is_of_somebody(document, pointer) {
        return None;
    }
    if !document.is_glued(at) || !document.is(at + 1, "s") || !(apostrophe || the) || is_warmth(document, at) {
        return None;
    }
    let start = if apostrophe { before } else { at };
    let century = if decade < 20 { 200 } else { 190 };
    Some(Phrase::new(edges::lead(document, start)..at + 2, Time::At(Moment::Decade(century + decade as i16 / 10))))
}

/// Whether the sentence is about temperature: "Highs in the 70s", "temperatures will fall to the low 40s".
fn is_warmth(document: &Document, at: usize) -> bool {
    const WARMTH: WordList<8> = WordList::of([
        "celsius",
        "degrees",
        "fahrenheit",
        "highs",
        "lows",
        "temperature",
        "temperatures",
        "thermometer",
    ]);
    document.sentence_tokens(at).any(|at| document.is_one_of(at, &WARMTH))
}

#[cfg(test)]
mod tests {
    use crate::testing::{figures, figures_at};

    #[test]
    fn tens_of_degrees_are_no_decades() {
        figures_at(
            "2015-09-23",
            "
Temperatures on the quay were to climb into the 80s. It was like the 80s.
                                                                 ^^^^^^^ figure date resolved=198
",
        );
    }

    #[test]
    fn centuries_and_decades() {
        figures_at(
            "2015-09-23",
            "
A 20th-century hall, it shut in the sixties. The owner is in her seventies.
  ^^^^^^^^^^^^ figure date resolved=19
                                ^^^^^^^^^^^ figure date resolved=196
",
        );
    }

    #[test]
    fn ages_are_no_decades() {
        figures(
            "
A porter in his early 20s met a woman in her mid-30's.
                      ^^^ figure age low=20 high=29 unit=year counted=[porter]
                                                 ^^^^ figure age low=30 high=39 unit=year counted=[woman]
",
        );
    }
}
