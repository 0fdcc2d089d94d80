//! The words of a quotation in the form in which they are compared, and the significance of differences between two
//! printings.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{
    alignment::{Difference, align},
    pairing::pairs,
    stems::{self, stem},
};
use crate::{
    lexicon::LEXICON,
    types::{ArticleFacts, Document, Fact, Quote, QuoteForm, Span, Tags, TokenKind},
};

/// Quotations with fewer words may be alike by chance.
pub const SHORTEST: usize = 5;
/// The fewest words in a row that two printings of one quotation share.
const RUN: usize = 3;

/// The words inside the marks of one quotation, without punctuation.
#[derive(Debug)]
pub struct Wording<'a> {
    pub fact: &'a Fact<Quote>,
    pub words: Vec<QuotedWord>,
    /// Hash of each word, for aligning.
    pub hashes: Vec<u32>,
}

/// One word of a quotation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct QuotedWord {
    pub span: Span,
    pub tags: Tags,
    /// Whether it is in brackets: the writer's word, not the speaker's.
    pub bracketed: bool,
}

/// The significance of a difference between two printings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Spelling, contractions, brackets, words left out: house style or shortening.
    Style,
    /// A number, a negation, a name or another word that changes the meaning.
    Substance,
}

/// Every direct or mixed quotation with at least [`SHORTEST`] words.
pub fn quotations<'a>(document: &Document, facts: &'a ArticleFacts) -> Vec<Wording<'a>> {
    let quoted = facts.quotes.iter().filter(|fact| fact.detail.form != QuoteForm::Indirect);
    let wordings = quoted.flat_map(|fact| runs(document, &fact.detail).into_iter().map(move |words| (fact, words)));
    wordings
        .filter(|(_, words)| words.len() >= SHORTEST)
        .map(|(fact, words)| {
            let hashes = words.iter().map(|word| hash(document.text(word.span))).collect();
            Wording { fact, words, hashes }
        })
        .collect()
}

/// The quoted words of a quotation: all together if it is direct, by stretch in marks if it is mixed.
fn runs(document: &Document, quote: &Quote) -> Vec<Vec<QuotedWord>> {
    let direct = quote.form == QuoteForm::Direct;
    let mut runs = Vec::new();
    let mut words = Vec::new();
    for &content in &quote.content {
        let (mut bracketed, mut quoted) = (false, direct);
        let tokens = document.tokens_in(content);
        words.reserve(tokens.len());
        for at in tokens {
            let token = &document.tokens[at];
            match token.kind {
                TokenKind::Quotation if !direct => {
                    quoted = !quoted;
                    runs.push(std::mem::take(&mut words));
                }
                _ if !quoted => {}
                TokenKind::Mark => match document.text(token.span) {
                    "[" | "(" => bracketed = true,
                    "]" | ")" => bracketed = false,
                    _ => {}
                },
                TokenKind::Word | TokenKind::Number => {
                    words.push(QuotedWord { span: token.span, tags: token.tags, bracketed });
                }
                _ => {}
            }
        }
    }
    runs.push(words);
    runs
}

/// Hash of a word without apostrophes and full stops, so that straight and curly apostrophes are alike.
pub fn hash(text: &str) -> u32 {
    // Most words are plain letters, and most others have no apostrophe either.
    let marked = text.bytes().any(|byte| matches!(byte, b'\'' | b'.') || byte == "’".as_bytes()[0]);
    if marked { stems::word(&text.replace(['\'', '’', '.'], "")) } else { stems::word(text) }
}

/// The differences between two printings of one quotation; `None` where they are not one quotation.
///
/// They are one when at least four of five words of the shorter also occur in the longer, in order.
pub fn compare(left: &[u32], right: &[u32]) -> Option<Vec<Difference>> {
    let shorter = left.len().min(right.len());
    if shorter >= SHORTEST && left == right {
        return Some(Vec::new());
    }
    if shorter < SHORTEST || shared_words(left, right) * 5 < shorter * 4 {
        return None;
    }
    let (of_left, of_right) = (stretch(right, left), stretch(left, right));
    let mut alignment = align(&left[of_left.clone()], &right[of_right.clone()]);
    for difference in &mut alignment.differences {
        difference.left = difference.left.start + of_left.start..difference.left.end + of_left.start;
        difference.right = difference.right.start + of_right.start..difference.right.end + of_right.start;
    }
    let changed: usize = alignment.differences.iter().map(|found| found.left.len().max(found.right.len())).sum();
    (alignment.same * 5 >= shorter * 4 && changed * 4 <= shorter.max(8)).then_some(alignment.differences)
}

/// The part of a printing that can match a shorter one, found by runs of words that both have. Runs that the printing
/// has once come first, so that words used elsewhere too do not mislead. A few more words remain at the end, to show
/// that the printing continues.
fn stretch(of: &[u32], printing: &[u32]) -> Range<usize> {
    if printing.len() <= of.len() {
        return 0..printing.len();
    }
    let wide = |one: (usize, usize), other: (usize, usize)| (one.0.min(other.0), one.1.max(other.1));
    let (mut once, mut any) = (None, None);
    for (at, run) in of.windows(RUN).enumerate() {
        let mut alike = printing.windows(RUN).enumerate().filter(|(_, other)| *other == run);
        let place = |(other, _): (usize, _)| (other.saturating_sub(at), other + of.len() - at + RUN);
        let Some(first) = alike.next().map(place) else { continue };
        match alike.map(place).reduce(wide) {
            Some(more) => any = Some(any.into_iter().fold(wide(first, more), wide)),
            None => once = Some(once.into_iter().fold(first, wide)),
        }
    }
    once.or(any).map_or(0..printing.len(), |(start, end)| start..end.min(printing.len()))
}

/// Up to this many quotations that share a run of words are all compared; of more, each with its next [`REACH`].
pub const COMMON: usize = 24;
/// The number of next quotations with which each of a crowded run is compared.
pub const REACH: usize = 4;

/// Pairs of quotations of one article that share [`RUN`] words in a row, as indices, smaller first, in order.
pub fn pairs_that_share_words(quotations: &[&[u32]]) -> Vec<(usize, usize)> {
    if quotations.len() < 2 {
        return Vec::new();
    }
    let mut runs: Vec<(u64, usize)> = Vec::new();
    for (index, quotation) in quotations.iter().enumerate() {
        runs.extend(runs_of(0, quotation).map(|run| (run, index)));
    }
    // Hardly any run occurs twice; those that certainly do not need no sorting.
    let (mut once, mut again) = ([0u64; 1 << 7], [0u64; 1 << 7]);
    let place = |run: u64| ((run >> 57) as usize, 1 << (run >> 51 & 63));
    for &(run, _) in &runs {
        let (at, bit) = place(run);
        again[at] |= once[at] & bit;
        once[at] |= bit;
    }
    runs.retain(|&(run, _)| again[place(run).0] & place(run).1 != 0);
    pairs(runs, COMMON, REACH)
}

/// One number for each run of words of a quotation in a story.
pub fn runs_of(story: u64, words: &[u32]) -> impl Iterator<Item = u64> {
    words.windows(RUN).map(move |run| run_key(story, run.iter().copied().map(u64::from)))
}

/// One number for a run of words within a story or other group. It is fast to sort; runs with equal numbers by chance
/// are told apart when they are compared.
pub fn run_key(story: u64, run: impl Iterator<Item = u64>) -> u64 {
    run.fold(story, |key, word| (key.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95))
}

/// The number of words that two quotations share in any order: fast to count, and never fewer than align.
fn shared_words(left: &[u32], right: &[u32]) -> usize {
    let sorted = |words: &[u32]| {
        let mut words = words.to_vec();
        words.sort_unstable();
        words
    };
    stems::shared(&sorted(left), &sorted(right))
}

/// The significance of one difference. A word replaced by one with a different stem is of substance, unless both are
/// function words (`that`, `a`, `is`) or one is in brackets.
pub fn change(left: &[(&str, QuotedWord)], right: &[(&str, QuotedWord)]) -> Change {
    let bracketed = left.iter().chain(right).any(|(_, word)| word.bracketed);
    if bracketed || left.len() > 3 || right.len() > 3 {
        return Change::Style;
    }
    let is_would = |words: &[(&str, QuotedWord)]| words.iter().any(|(text, _)| text.eq_ignore_ascii_case("would"));
    let plain =
        |words: &[(&str, QuotedWord)]| words.iter().all(|(text, _)| !text.ends_with("'d") && !text.ends_with("’d"));
    if is_would(left) != is_would(right) && left.len() + right.len() > 3 && plain(left) && plain(right) {
        return Change::Substance;
    }
    if left.len() > 2 || right.len() > 2 {
        return Change::Style;
    }
    let negation = |words: &[(&str, QuotedWord)]| words.iter().any(|(text, word)| is_negation(text, word.tags));
    if negation(left) != negation(right) || is_limited(left) != is_limited(right) {
        return Change::Substance;
    }
    if left.len() != right.len() {
        return Change::Style;
    }
    let pairs = left.iter().zip(right);
    if pairs.into_iter().any(|(one, other)| is_substitution(one, other)) { Change::Substance } else { Change::Style }
}

/// "The biggest regret" differs from "one of the biggest regrets".
fn is_limited(words: &[(&str, QuotedWord)]) -> bool {
    let [(one, _), (of, _)] = words else { return false };
    ["one", "some", "part"].iter().any(|limit| one.eq_ignore_ascii_case(limit)) && of.eq_ignore_ascii_case("of")
}

/// A difference as messages show it: `“never” / “always”`, `“not” / nothing`.
pub fn told_apart(left: &[(&str, QuotedWord)], right: &[(&str, QuotedWord)]) -> String {
    let told = |words: &[(&str, QuotedWord)]| match words {
        [] => "nothing".to_owned(),
        words => format!("“{}”", words.iter().map(|(text, _)| *text).collect::<Vec<_>>().join(" ")),
    };
    format!("{} / {}", told(left), told(right))
}

fn is_negation(text: &str, tags: Tags) -> bool {
    tags.any(Tags::NEGATION) || text.to_ascii_lowercase().replace('’', "'").ends_with("n't")
}

fn is_substitution((left, one): &(&str, QuotedWord), (right, other): &(&str, QuotedWord)) -> bool {
    const STEERS: Tags =
        Tags::PRONOUN.with(Tags::DETERMINER).with(Tags::RELATIVE).with(Tags::CONJUNCTION).with(Tags::PREPOSITION);
    let steers = |text: &str, tags: Tags| tags.any(STEERS) && !is_telling(text) || text.contains(['\'', '’']);
    let both = |tags: Tags| one.tags.any(tags) && other.tags.any(tags);
    // For two possessives, the owners are compared.
    let (left, right) = match (owner(left), owner(right)) {
        (Some(left), Some(right)) => (left, right),
        _ => (*left, *right),
    };
    let inflected = both(Tags::CUE) && is_one_verb(left, right)
        || both(Tags::MAGNITUDE)
        || both(Tags::AUXILIARY) && !one.tags.with(other.tags).any(Tags::MODAL);
    if steers(left, one.tags) || steers(right, other.tags) || inflected {
        return false;
    }
    if is_one_number(left, right) || is_one_number(right, left) {
        return false;
    }
    let meaning = |word: &str| LEXICON.meaning(LEXICON.id(word)).unwrap_or_else(|| stem(word));
    meaning(left) != meaning(right) && !is_spelling(left, right) && !is_style(left, right)
}

/// Whether one is the other in digits: "forty", "40".
fn is_one_number(word: &str, digits: &str) -> bool {
    let number = || LEXICON.numbers.get(LEXICON.id(word)).map(|number| number.value);
    digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.parse().ok().is_some_and(|value: Decimal| number() == Some(value))
}

/// A word without its possessive ending.
fn owner(text: &str) -> Option<&str> {
    text.strip_suffix("'s").or_else(|| text.strip_suffix("’s"))
}

/// Whether two words differ only in tense or inflection, or one is the beginning of the other ("work force",
/// "workforce").
fn is_style(left: &str, right: &str) -> bool {
    const ALIKE: [[&str; 2]; 3] = [["can", "could"], ["may", "might"], ["ok", "okay"]];
    let are = |one: &str, other: &str| left.eq_ignore_ascii_case(one) && right.eq_ignore_ascii_case(other);
    let alike = ALIKE.iter().any(|[one, other]| are(one, other) || are(other, one));
    // "6 p.m.", "6:00 p.m."
    let hour = left.trim_end_matches(":00") == right.trim_end_matches(":00");
    let (short, long) = if left.len() < right.len() { (left, right) } else { (right, left) };
    let cut = short.len() >= 4 && long.get(..short.len()).is_some_and(|front| front.eq_ignore_ascii_case(short));
    let last = short.chars().next_back().unwrap_or_default();
    let ending = long.strip_prefix(short).map(|rest| rest.trim_start_matches(last));
    let inflected = short.len() >= 3 && ending.is_some_and(|ending| ["ed", "ing", "s"].contains(&ending));
    alike || hour || cut || inflected
}

/// Whether both are forms of one verb of speech: `says`, `said`.
fn is_one_verb(left: &str, right: &str) -> bool {
    let lemma = |word: &str| LEXICON.cues.get(LEXICON.id(word)).map(|cue| cue.lemma);
    lemma(left) == lemma(right)
}

/// Function words whose exchange changes the meaning.
fn is_telling(text: &str) -> bool {
    const TELLING: [&str; 14] =
        ["after", "all", "before", "both", "down", "every", "few", "less", "many", "more", "most", "no", "some", "up"];
    TELLING.iter().any(|telling| text.eq_ignore_ascii_case(telling))
}

/// The most letters of a short word.
const SHORT: usize = 6;

/// Whether two words look like spellings of one: few letters differ for their length.
pub fn is_spelling(left: &str, right: &str) -> bool {
    if !left.is_ascii() || !right.is_ascii() || left.len().max(right.len()) > 24 {
        return false;
    }
    if left.bytes().any(|byte| byte.is_ascii_digit()) || right.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    // "Hire" and "fire": spelling variants keep the first letter of a short word.
    let begins = |word: &str| word.bytes().next().map(|letter| letter.to_ascii_lowercase());
    if left.len() == right.len() && left.len() <= SHORT && begins(left) != begins(right) {
        return false;
    }
    let longer = left.len().max(right.len());
    let letters = strsim::levenshtein(&left.to_ascii_lowercase(), &right.to_ascii_lowercase());
    letters * 4 <= longer || longer >= 5 && consonants(left).eq(consonants(right))
}

/// The consonants of a word, doubled ones once: "momma" and "mama" have the same.
fn consonants(word: &str) -> impl Iterator<Item = u8> {
    let mut last = 0;
    word.bytes().map(|letter| letter.to_ascii_lowercase()).filter(move |&letter| {
        let doubled = letter == last;
        last = letter;
        !doubled && !b"aeiou".contains(&letter)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::Span;

    fn quoted(text: &str) -> Vec<(&str, QuotedWord)> {
        let word = |text| (text, LEXICON.look_up(&str::to_lowercase(text)).1);
        let tagged = text.split(' ').filter(|word| !word.is_empty()).map(word);
        tagged.map(|(text, tags)| (text, QuotedWord { span: Span::default(), tags, bracketed: false })).collect()
    }

    #[test]
    fn a_change_of_meaning_is_told_from_house_style() {
        for (left, right) in [
            ("never", "always"),
            ("must", "may"),
            ("40", "14"),
            ("police", "army"),
            ("can", "cannot"),
            ("know", "doubt"),
            ("hire", "fire"),
            ("council's", "army’s"),
        ] {
            assert_eq!(change(&quoted(left), &quoted(right)), Change::Substance, "{left} {right}");
        }
        for (left, right) in [
            ("colour", "color"),
            ("OK", "okay"),
            ("forty", "40"),
            ("6", "6:00"),
            ("that", "which"),
            ("going to", "gonna"),
            ("lined", "lines"),
            ("really", ""),
        ] {
            assert_eq!(change(&quoted(left), &quoted(right)), Change::Style, "{left} {right}");
        }
    }

    #[test]
    fn quotations_are_one_when_the_shorter_lies_in_the_longer() {
        let words = |text: &str| text.split(' ').map(hash).collect::<Vec<_>>();
        let long = words("the council will never sell the old mill to anyone who asks for it");
        assert_eq!(compare(&words("will never sell the old mill"), &long), Some(vec![]));
        assert_eq!(compare(&words("will always sell the old mill"), &long).map(|found| found.len()), Some(1));
        assert_eq!(compare(&words("can never sell the old mill"), &long).map(|found| found.len()), Some(1));
        assert_eq!(compare(&words("the old mill is a ruin and always was"), &long), None);
        let twice = words("this is an old mill and this is an old barn that nobody will ever want to mend");
        let found = compare(&words("this is an old barn that everybody will ever want to mend"), &twice);
        assert_eq!(found.map(|found| found.len()), Some(1));
    }
}
