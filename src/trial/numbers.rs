//! Replaces a number by another, written the same way.

use crate::types::{Document, Span, Tags};

use super::random::Random;

/// Number words that can replace each other, and their numbers.
pub const WORDS: [(&str, u32); 11] = [
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
];

/// The tokens of a span that are numbers: digits, or a number word of [`WORDS`].
pub fn number_tokens(document: &Document, span: Span) -> Vec<usize> {
    let is_word = |at: usize| WORDS.iter().any(|(word, _)| document.is(at, word));
    document.tokens_in(span).filter(|&at| document.tags(at).any(Tags::DIGITS) || is_word(at)).collect()
}

/// The only number of a span.
pub fn only_number(document: &Document, span: Span) -> Option<Span> {
    match number_tokens(document, span).as_slice() {
        [at] => Some(document.tokens[*at].span),
        _ => None,
    }
}

/// A number with another value: in digits, with two neighbours swapped or another first digit; in words, another word.
pub fn other_number(written: &str, random: &mut Random) -> Option<String> {
    if let Some((_, value)) = WORDS.iter().find(|(word, _)| written.eq_ignore_ascii_case(word)) {
        let others: Vec<&str> =
            WORDS.iter().filter(|(_, other)| other.abs_diff(*value) > 1).map(|(word, _)| *word).collect();
        return random.one_of(&others).map(|other| like(written, other));
    }
    let digits: Vec<usize> =
        written.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()).map(|at| at.0).collect();
    let mut bytes = written.as_bytes().to_vec();
    let swaps: Vec<&[usize]> = digits
        .windows(2)
        .filter(|pair| bytes[pair[0]] != bytes[pair[1]] && !(pair[0] == 0 && bytes[pair[1]] == b'0'))
        .collect();
    if random.below(3) == 0
        && let Some(pair) = random.one_of(&swaps)
    {
        bytes.swap(pair[0], pair[1]);
    } else {
        let at = *digits.first()?;
        let others: Vec<u8> = (b'1'..=b'9').filter(|digit| *digit != bytes[at]).collect();
        bytes[at] = *random.one_of(&others)?;
    }
    String::from_utf8(bytes).ok()
}

/// The second word with a capital if the first has one.
pub fn like(written: &str, word: &str) -> String {
    let capital = written.starts_with(|letter: char| letter.is_ascii_uppercase());
    if capital { word[..1].to_ascii_uppercase() + &word[1..] } else { word.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_number_is_written_the_same_way() {
        for written in ["7", "43", "1,284", "12.5", "Seven", "three"] {
            for seed in 0..20 {
                let other = other_number(written, &mut Random::new(seed, &[])).unwrap();
                assert_ne!(other, written);
                let shape = |text: &str| text.bytes().filter(|byte| byte.is_ascii_punctuation()).collect::<Vec<_>>();
                assert_eq!(shape(&other), shape(written), "{written} {other}");
                assert!(!other.starts_with('0') && !other.starts_with(','), "{other}");
            }
        }
        assert_eq!(other_number("mill", &mut Random::new(1, &[])), None);
    }
}
