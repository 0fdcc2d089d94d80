//! Quotations cut so that they say the opposite of another printing.

use super::{Archive, archive::FactAt, quote_pairs::cut_off};
use crate::{
    lexicon::{LEXICON, folded},
    types::Tags,
};

/// Words before the cut in which a negation still governs what follows.
const GOVERNED: usize = 5;

/// What one of two printings left out.
pub struct Turned<'a> {
    /// The printing that has the word.
    pub whole: FactAt,
    /// The word that reverses the meaning.
    pub word: &'a str,
}

/// The word next to the cut that reverses the meaning, where one of two printings is a part of the other. Not for a few
/// words inside a sentence of the writer's, nor where the part has such a word itself.
pub fn turned(archive: &Archive, one: FactAt, other: FactAt) -> Option<Turned<'_>> {
    let cut = |short: FactAt, whole: FactAt| cut_off(archive, short, whole).map(|cut| (cut, short, whole));
    let ([before, behind], short, whole) = cut(one, other).or_else(|| cut(other, one))?;
    let word = turning(before, behind)?;
    let quote = archive.quote(short);
    let printed = archive.articles[short.article()].text(quote.place.text);
    let kept = quote.is_woven || bare(printed).any(|word| turns(word).is_some());
    (!kept).then_some(Turned { whole, word })
}

/// The effect of a word on what it governs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Negation,
    Condition,
}

fn turns(word: &str) -> Option<Turn> {
    if ["if", "unless"].iter().any(|condition| word.eq_ignore_ascii_case(condition)) {
        return Some(Turn::Condition);
    }
    let small = folded(word);
    let negation = LEXICON.look_up(&small).1.any(Tags::NEGATION) || small.ends_with("n't");
    negation.then_some(Turn::Negation)
}

/// The word next to the cut that reverses the meaning: a negation shortly before it in its clause, a condition in its
/// sentence, or a condition right after.
fn turning<'a>(before: &'a str, behind: &'a str) -> Option<&'a str> {
    const ENDS: [char; 6] = ['.', '!', '?', ';', ':', '\n'];
    let sentence = before.rfind(ENDS).map_or(before, |end| &before[end + 1..]);
    // "There are no deaths, and": a negation ends with its clause, a condition before a comma does not.
    let clause = sentence.rfind(',').map_or(sentence, |comma| &sentence[comma + 1..]);
    let joined = |word: &str| ["and", "but", "so"].iter().any(|join| word.eq_ignore_ascii_case(join));
    let last = |text: &'a str, turn: Turn| {
        let near = bare(text).rev().take(GOVERNED).take_while(|word| !joined(word));
        near.into_iter().find(|word| turns(word) == Some(turn))
    };
    let next = || {
        let right_behind = !behind.trim_start_matches(',').starts_with(ENDS);
        bare(behind).next().filter(|word| turns(word) == Some(Turn::Condition) && right_behind)
    };
    last(clause, Turn::Negation).or_else(|| last(sentence, Turn::Condition)).or_else(next)
}

fn bare(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    let words = text.split_whitespace().map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    words.filter(|word| !word.is_empty())
}
