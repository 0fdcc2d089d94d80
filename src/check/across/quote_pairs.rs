//! Quotations of different articles that may be printings of one, and their words.

use std::ops::Range;

use xxhash_rust::xxh3::xxh3_64;

use super::{
    Archive,
    archive::FactAt,
    keys::{KeyedQuote, Keys},
    overlap::{FRAME, overlap},
    related::joined,
    turned::turned,
};
use crate::{
    check::{
        alignment::Difference,
        pairing::pairs_of,
        wording::{self, Change, QuotedWord, change, compare, hash, runs_of, told_apart},
    },
    lexicon::LEXICON,
    spill::{Sorted, Sorter},
    types::{Span, Tags},
};

/// The fewest words of a quotation that is looked for outside its story: shorter ones are repeated by chance.
pub const LONG: usize = 8;
/// Words in a row by which it is looked for.
const RUN: usize = 5;
/// The number of such runs per quotation.
pub const RUNS: usize = 2;
/// Replaces the hash of a missing run.
const NONE: u64 = u64::MAX;
/// Up to this many quotations that share a run of words are all compared; of more, each with its next [`REACH`].
const COMMON: usize = 8;
const REACH: usize = 2;

/// Quotations by runs of their words.
pub type Runs = Sorter<(u64, FactAt)>;

/// Adds the quotations of an article: to `anywhere` if they are long and the article has no given story, and to
/// `in_stories` if several articles have its story.
pub fn add_quotes(article: usize, keys: &Keys, story: Option<usize>, anywhere: &mut Runs, in_stories: &mut Runs) {
    for (fact, quote) in keys.quotes.iter().enumerate() {
        let at = FactAt::new(article, fact);
        if keys.head.story.is_none() {
            anywhere.extend(quote.runs.iter().filter(|run| **run != NONE).map(|run| (*run, at)));
        }
        if let Some(story) = story {
            let words = hashes(keys, quote);
            in_stories.extend(runs_of(story as u64, &words).map(|run| (run, at)));
        }
    }
}

/// Pairs that share words in a row, in order, each once: three words in one story, else five of a long quotation.
pub fn quote_pairs(archive: &Archive, anywhere: Runs, in_stories: Runs) -> Sorted<(FactAt, FactAt)> {
    let may_compare = |one: FactAt, other: FactAt| archive.may_compare(one.article(), other.article());
    let mut found = Sorter::new(&archive.scratch);
    found.extend(pairs_of(in_stories, wording::COMMON, wording::REACH, &archive.scratch, may_compare).iter());
    found.extend(pairs_of(anywhere, COMMON, REACH, &archive.scratch, may_compare).iter());
    found.sorted()
}

/// Filters pairs that share words in a row: first those that are printings of one quotation, or one a part of the
/// other, in order; second, groups of quotations printed alike apart from style, directly or through others.
pub fn printings(
    archive: &mut Archive,
    quotes: &Sorted<(FactAt, FactAt)>,
) -> (Sorted<(FactAt, FactAt)>, Sorted<Vec<FactAt>>) {
    let (mut akin, mut alike) = (Sorter::new(&archive.scratch), Vec::new());
    archive.each_of(quotes, |archive, (one, other)| {
        let words = words_of(archive, [one, other]);
        let found = between(archive, [one, other], &words);
        let [left, right] = &words;
        if found.is_some() || place_in(left, right).or_else(|| place_in(right, left)).is_some() {
            akin.push((one, other));
        }
        let differs = |found: &Difference| substance(archive, one, other, found).is_some();
        // A printing that lost its negation does not say the same.
        if found.is_some_and(|(_, found)| !found.iter().any(differs)) && turned(archive, one, other).is_none() {
            alike.push((one, other));
        }
    });
    (akin.sorted(), joined(archive, &alike))
}

/// Hashes of the words of two quotations, for aligning.
fn words_of(archive: &Archive, pair: [FactAt; 2]) -> [Vec<u32>; 2] {
    pair.map(|at| hashes(&archive.articles[at.article()], archive.quote(at)))
}

/// The position of a quotation's words in a longer one that has all of them in a row.
fn place_in(part: &[u32], whole: &[u32]) -> Option<usize> {
    let less = !part.is_empty() && part.len() < whole.len();
    less.then(|| whole.windows(part.len()).position(|words| words == part))?
}

/// The smallest hashes of the runs of words of a long quotation, which another printing is likely to have too; [`NONE`]
/// for each one missing.
pub fn smallest_runs(words: &[u32]) -> [u64; RUNS] {
    let mut smallest = [NONE; RUNS];
    if words.len() < LONG {
        return smallest;
    }
    for run in words.windows(RUN) {
        let mut bytes = [0u8; RUN * 4];
        bytes.chunks_exact_mut(4).zip(run).for_each(|(to, word)| to.copy_from_slice(&word.to_le_bytes()));
        let hash = xxh3_64(&bytes);
        let at = smallest.partition_point(|other| *other < hash);
        if at < RUNS && smallest[at] != hash {
            smallest[at..].rotate_right(1);
            smallest[at] = hash;
        }
    }
    smallest
}

/// The number of words that two printings of one quotation share, and their differences, whether one contains the other
/// or they overlap; `None` where they are not one quotation.
pub fn differences(archive: &Archive, one: FactAt, other: FactAt) -> Option<(usize, Vec<Difference>)> {
    between(archive, [one, other], &words_of(archive, [one, other]))
}

/// Like [`differences`], given the words of both.
fn between(
    archive: &Archive,
    [one, other]: [FactAt; 2],
    [left, right]: &[Vec<u32>; 2],
) -> Option<(usize, Vec<Difference>)> {
    if let Some(found) = overlap(left, right) {
        return Some((found.same, found.differences));
    }
    let shorter = left.len().min(right.len());
    let found = compare(left, right)?;
    // Two different things may be said in one short phrase.
    let goes_on = |found: &Difference| {
        found.left.end == left.len() && !ends_sentence(archive, other, found.right.end)
            || found.right.end == right.len() && !ends_sentence(archive, one, found.left.end)
    };
    (shorter > FRAME || !found.iter().any(goes_on)).then_some((shorter, found))
}

/// The number of words of the shorter of two quotations.
pub fn shorter(archive: &Archive, one: FactAt, other: FactAt) -> usize {
    let [left, right] = words_of(archive, [one, other]);
    left.len().min(right.len())
}

/// The words of a difference of substance, or `None` for one of style.
pub fn substance(archive: &Archive, one: FactAt, other: FactAt, difference: &Difference) -> Option<String> {
    let [left, right] = [one, other].map(|at| words(&archive.articles[at.article()], archive.quote(at)));
    let (left, right) = (&left[difference.left.clone()], &right[difference.right.clone()]);
    (change(left, right) == Change::Substance).then(|| told_apart(left, right))
}

/// Whether a difference is one number for another, or a negation that one printing does not have anywhere: "I do not
/// think it holds" means "I think it does not hold".
pub fn is_grave(archive: &Archive, one: FactAt, other: FactAt, difference: &Difference) -> bool {
    let [left, right] = [one, other].map(|at| words(&archive.articles[at.article()], archive.quote(at)));
    let [denied, other] =
        [&left, &right].map(|words| words.iter().filter(|(_, word)| word.tags.any(Tags::NEGATION)).count());
    let (left, right) = (&left[difference.left.clone()], &right[difference.right.clone()]);
    let all = |words: &[(&str, QuotedWord)], tag| !words.is_empty() && words.iter().all(|(_, word)| word.tags.any(tag));
    let number = Tags::DIGITS | Tags::NUMBER_WORD;
    all(left, number) && all(right, number)
        || denied != other
            && (left.is_empty() && all(right, Tags::NEGATION) || right.is_empty() && all(left, Tags::NEGATION))
}

/// What the second of two printings has before and after the words of the first, if it has all of those in a row and
/// more.
pub fn cut_off(archive: &Archive, short: FactAt, long: FactAt) -> Option<[&str; 2]> {
    let keys = &archive.articles[long.article()];
    let quote = archive.quote(long);
    let [part, whole] = words_of(archive, [short, long]);
    let first = place_in(&part, &whole)?;
    let text = keys.text(quote.place.text);
    let places: Vec<_> = places(keys, quote).skip(first).take(part.len()).collect();
    Some([&text[..places.first()?.start], &text[places.last()?.end..]])
}

/// Whether the first `words` words of a quotation end with a sentence, or are all of it.
fn ends_sentence(archive: &Archive, at: FactAt, words: usize) -> bool {
    let (keys, quote) = (&archive.articles[at.article()], archive.quote(at));
    let mut places = places(keys, quote).skip(words.saturating_sub(1));
    let last = places.next();
    let behind = |place: Range<usize>| &keys.text(quote.place.text)[place.end..];
    places.next().is_none() || last.is_some_and(|last| behind(last).starts_with(['.', '!', '?']))
}

/// The ranges of a quotation's words in its text.
fn places<'a>(keys: &'a Keys, quote: &'a KeyedQuote) -> impl Iterator<Item = Range<usize>> {
    let text = keys.text(quote.place.text);
    let mut end = 0;
    pieces(keys, quote).map_while(move |(word, _)| {
        let start = end + text[end..].find(word)?;
        end = start + word.len();
        Some(start..end)
    })
}

/// Hashes of the words of a quotation, for aligning.
fn hashes(keys: &Keys, quote: &KeyedQuote) -> Vec<u32> {
    pieces(keys, quote).map(|(word, _)| hash(word)).collect()
}

/// The words of a quotation with their tags and brackets; spans are not filled in.
fn words<'a>(keys: &'a Keys, quote: &'a KeyedQuote) -> Vec<(&'a str, QuotedWord)> {
    let word = |(text, bracketed): (&'a str, bool)| {
        let tags = LEXICON.look_up(&text.to_lowercase()).1;
        (text, QuotedWord { span: Span::default(), tags, bracketed })
    };
    pieces(keys, quote).map(word).collect()
}

/// Each quoted word and whether it is in brackets.
fn pieces<'a>(keys: &'a Keys, quote: &'a KeyedQuote) -> impl Iterator<Item = (&'a str, bool)> {
    let text = keys.text(quote.place.text);
    let stretches = keys.list(quote.quoted).chunks_exact(2);
    stretches.flat_map(|ends| split(&text[ends[0] as usize..ends[1] as usize]))
}

/// The words of a text, each with letters, digits and the marks inside it, and whether it is in brackets.
fn split(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut bracketed = false;
    let brackets = text.contains(['[', '(', ']', ')']);
    let parts = text.split("...");
    let ends = |letter: char| letter.is_whitespace() || matches!(letter, '—' | '–' | '-' | '/' | '…');
    parts.flat_map(move |part| part.split(ends)).filter_map(move |piece| {
        bracketed |= brackets && piece.contains(['[', '(']);
        // The opening bracket may come before the first quoted word.
        let closed = brackets && piece.contains([']', ')']);
        let here = bracketed || closed;
        bracketed &= !closed;
        let word = piece.trim_matches(|letter: char| !letter.is_alphanumeric());
        (!word.is_empty()).then_some((word, here))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_at_spaces_dashes_and_dots() {
        let words: Vec<_> = split("“We’ll [the council] pay £1,284...that is — by-and-by.”").collect();
        let expected = [
            ("We’ll", false),
            ("the", true),
            ("council", true),
            ("pay", false),
            ("1,284", false),
            ("that", false),
            ("is", false),
            ("by", false),
            ("and", false),
            ("by", false),
        ];
        assert_eq!(words, expected);
    }

    #[test]
    fn printings_that_share_most_words_share_a_run() {
        let words: Vec<u32> = (0..30).collect();
        let mut other = words.clone();
        other[29] = 99;
        let runs = smallest_runs(&words);
        assert!(!runs.contains(&NONE));
        assert!(smallest_runs(&other).iter().any(|run| runs.contains(run)));
        assert_eq!(smallest_runs(&words[..LONG - 1]), [NONE; RUNS], "short quotations are looked for in stories only");
    }
}
