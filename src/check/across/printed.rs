//! Numbers as an article prints them, whatever they count: each with the words right around it, by which another
//! printing of the sentence is found, and house numbers with their street.

use std::ops::Range;

use crate::{
    check::{
        stems::{is_content, stem_at, word},
        wording::run_key,
    },
    lexicon::{LEXICON, NumberClass},
    types::{BlockKind, Document, Sentence, Tags, TokenKind, WordList},
};

/// Words on either side of a number that identify its place, up to the ends of the sentence: until two are content
/// words, with these limits on their number.
const MEANING: usize = 2;
const FEWEST: usize = 4;
const MOST: usize = 8;
/// The fewest content words on both sides together.
const TELLING: usize = 3;
/// Represents the start or the end of a sentence.
const END: u64 = 1;

/// Digits of a house number, and words after it in which to look for its street; the kind of street is not part of the
/// name.
const HOUSE: Range<usize> = 3..6;
const STREET: usize = 4;
const NAMED_BY: usize = 2;

/// A number of the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Printed {
    /// Its token.
    pub at: usize,
    /// Hash of its value: `3` and `three` have the same.
    pub value: u32,
    /// Hash of the words around it; zero if they say too little.
    pub words: u32,
    /// Hash of the name of its street, if it is a house number; otherwise zero.
    pub street: u32,
}

/// The numbers of an article's text, in order, given the tokens that are numbers. Left out are days, years, fractions,
/// "one" and picture counters ("Image 3 of 16").
pub fn printed(document: &Document, numbers: &[usize]) -> Vec<Printed> {
    let told = numbers.iter().filter(|at| is_text(document, document.sentence_of(**at)));
    told.filter_map(|&at| number(document, at)).collect()
}

fn is_text(document: &Document, sentence: &Sentence) -> bool {
    use BlockKind::*;
    matches!(document.blocks[sentence.block as usize].kind, Paragraph | Caption | PullQuote)
}

fn number(document: &Document, at: usize) -> Option<Printed> {
    let value = value(document, at).filter(|_| !is_other(document, at) && !is_counter(document, at))?;
    let words = if is_of_date(document, at) { 0 } else { words(document, at) };
    let street = street(document, at);
    (words != 0 || street != 0).then_some(Printed { at, value, words, street })
}

/// Hash of the digits of a number, or of a number word from "two" to "ninety".
fn value(document: &Document, at: usize) -> Option<u32> {
    let token = &document.tokens[at];
    if token.tags.any(Tags::DIGITS) {
        let written = document.word(at);
        // "5 ft 08", "5.0 metres".
        let decimal =
            written.split_once('.').is_some_and(|(_, behind)| behind.bytes().all(|byte| byte.is_ascii_digit()));
        let written = if decimal { written.trim_end_matches('0').trim_end_matches('.') } else { written };
        let written = written.trim_start_matches('0');
        return Some(if written.contains(',') { word(&written.replace(',', "")) } else { word(written) });
    }
    let number = LEXICON.numbers.get(token.word)?;
    let small = matches!(number.class, NumberClass::Unit | NumberClass::Ten) && !document.is(at, "one");
    small.then(|| word(&number.value.to_string()))
}

/// Whether the token is an end of a fraction ("11/2") or the age of a named person, which other checks compare: "Ann
/// Dale, 46,".
fn is_other(document: &Document, at: usize) -> bool {
    let before = |word: &str| at > 0 && document.is(at - 1, word);
    let named = || at > 1 && before(",") && document.tags(at - 2).any(Tags::CAPITALISED);
    document.is(at + 1, "/") || before("/") || document.is(at + 1, ",") && named()
}

/// Whether it is the number of a picture in a series, or how many there are.
fn is_counter(document: &Document, at: usize) -> bool {
    let labelled = |at: usize| at > 0 && document.tags(at - 1).any(Tags::CAPITALISED);
    let digits = |at: usize| document.tags(at).any(Tags::DIGITS);
    let first = document.is(at + 1, "of") && digits(at + 2) && labelled(at);
    first || at > 1 && document.is(at - 1, "of") && digits(at - 2) && labelled(at - 2)
}

/// Whether it is the day of a month, or may be a year.
fn is_of_date(document: &Document, at: usize) -> bool {
    let month = |at: usize| document.tags(at).any(Tags::MONTH);
    let written = document.word(at);
    let year = written.len() == 4 && (written.starts_with("19") || written.starts_with("20"));
    year || month(at + 1) || at > 0 && month(at - 1)
}

/// Hash of the words on either side of a number, zero if too few are content words.
fn words(document: &Document, at: usize) -> u32 {
    let sentence = document.sentence_tokens(at);
    let (before, found) = side(document, (sentence.start..at).rev(), 0);
    let (both, more) = side(document, at + 1..sentence.end, before);
    if found + more < TELLING { 0 } else { folded(both) }
}

/// Hash of the words on one side, added to `key`, and the number of content words among them.
fn side(document: &Document, tokens: impl Iterator<Item = usize>, mut key: u64) -> (u64, usize) {
    let (mut count, mut telling) = (0, 0);
    for at in tokens {
        let token = &document.tokens[at];
        if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
            continue;
        }
        key = run_key(key, std::iter::once(token.spelling.number()));
        count += 1;
        telling += usize::from(is_content(document, at));
        if telling >= MEANING && count >= FEWEST || count == MOST {
            return (key, telling);
        }
    }
    (run_key(key, std::iter::once(END)), telling)
}

/// Hash of the name of the street, if the number is a house number: of the first two words before a kind of street, all
/// capitalised.
fn street(document: &Document, at: usize) -> u32 {
    let house = document.tokens[at].tags.any(Tags::DIGITS) && HOUSE.contains(&document.word(at).len());
    if !house || !document.tags(at + 1).any(Tags::CAPITALISED) || is_of_date(document, at) {
        return 0;
    }
    let behind = at + 1..document.sentence_tokens(at).end;
    let name = || behind.clone().filter(|&at| document.tokens[at].kind != TokenKind::Possessive);
    let written = |at: &usize| document.tags(*at).any(Tags::CAPITALISED.with(Tags::DIGITS));
    let kind = |at: usize| {
        let site =
            document.tags(at).any(Tags::SITE) || document.is_one_of(at, const { &WordList::of(["court", "ct"]) });
        site && document.tags(at).any(Tags::CAPITALISED)
    };
    let named = name().take(STREET).take_while(written);
    let Some(length) = named.into_iter().skip(1).position(kind) else { return 0 };
    let words = name().take(NAMED_BY.min(length + 1));
    folded(run_key(0, words.map(|at| u64::from(stem_at(document, at)))))
}

/// A hash of half the length that is never zero.
fn folded(hash: u64) -> u32 {
    ((hash ^ hash >> 32) as u32).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::marked::Marked,
        segment::segment,
        types::{Article, Buffers},
    };

    /// The numbers of a text: whether the words around say enough, and whether it is a house number.
    fn found(text: &str) -> Vec<(String, bool, bool)> {
        let article = Article::new("a", None, text);
        let document = segment(&article, Buffers::default());
        let all = printed(&document, &Marked::new(&document).numbers);
        all.iter().map(|one| (document.word(one.at).to_owned(), one.words != 0, one.street != 0)).collect()
    }

    #[test]
    fn numbers_with_telling_words_around_are_kept() {
        let text = "The warden at 4417 Pellow Lane found nineteen silver spoons, and 6 of them were his.";
        let expected = [("4417", true, true), ("nineteen", true, false)];
        let expected = expected.map(|(word, words, street)| (word.to_owned(), words, street));
        assert_eq!(found(text), expected);
    }

    #[test]
    fn days_years_fractions_and_counters_are_left_out() {
        for text in [
            "The mill by the bridge burned on 3 March 2016 before dawn.",
            "Image 3 of 16 The mill by the bridge burned before dawn.",
            "The miller served 41/2 months at the county jail.",
            "The mill by the bridge had one wooden wheel.",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn zeros_that_say_nothing_are_left_out() {
        let value = |text: &str| {
            let text = format!("Wardens of the mill saw {text} grey geese on the pond.");
            let article = Article::new("a", None, &text);
            let document = segment(&article, Buffers::default());
            printed(&document, &Marked::new(&document).numbers)[0].value
        };
        for (one, other) in [("6.0", "6"), ("6.50", "6.5"), ("006", "6"), ("6", "six")] {
            assert_eq!(value(one), value(other), "{one} {other}");
        }
        for (one, other) in [("60", "6"), ("6.05", "6.5"), ("100", "10")] {
            assert_ne!(value(one), value(other), "{one} {other}");
        }
    }

    #[test]
    fn one_value_and_one_place_have_one_hash() {
        let all = |text: &str| {
            let article = Article::new("a", None, text);
            let document = segment(&article, Buffers::default());
            let found = printed(&document, &Marked::new(&document).numbers);
            (found[0].value, found[0].words)
        };
        let spelled = all("Wardens saw three grey geese on the mill pond.");
        assert_eq!(all("Wardens saw 3 grey geese on the mill pond."), spelled);
        assert_eq!(all("Wardens saw 8 grey geese on the mill pond.").1, spelled.1);
        assert_ne!(all("Wardens saw 3 grey swans on the mill pond.").1, spelled.1);
    }
}
