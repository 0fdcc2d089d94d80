//! Later mentions of a person who is named elsewhere in the article.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{
    candidate::{Candidate, parts},
    context,
    name_shape::Part,
    other_use::is_other_use,
    site::is_site,
};
use crate::types::{Document, Tags};

/// The words by which a person already named may be mentioned again.
#[derive(Debug, Default)]
pub struct Known<'a> {
    family: FxHashSet<&'a str>,
    given: FxHashSet<&'a str>,
}

/// The given and family words of the names with these tokens.
pub fn known_words<'a>(document: &Document<'a>, names: impl Iterator<Item = Range<usize>>) -> Known<'a> {
    let mut known = Known::default();
    for tokens in names {
        let words: Vec<(usize, Part)> = parts(document, tokens).collect();
        for (index, &(at, part)) in words.iter().enumerate() {
            if part == Part::Initial {
                continue;
            }
            if index == 0 && words.len() > 1 {
                known.given.insert(document.word(at));
            } else {
                known.family.insert(document.word(at));
            }
        }
    }
    known
}

/// The tokens of a later mention: all words of the stretch belong to people already named.
pub fn later_mention(document: &Document, candidate: &Candidate, known: &Known) -> Option<Range<usize>> {
    // Few words belong to people, and that is the quicker test.
    words_of_known(document, candidate, known).filter(|_| !context::is_inside_another_name(document, candidate))
}

/// The words of a stretch that belong to people already named, if all do; a doubtful word that opens the sentence may
/// be left out.
fn words_of_known(document: &Document, candidate: &Candidate, known: &Known) -> Option<Range<usize>> {
    let mut words = parts(document, candidate.tokens.clone());
    let (at, first) = words.next()?;
    let single = words.next().is_none();
    let word = document.word(at);
    if single {
        let by_family = known.family.contains(word) && !is_other_use(document, at);
        let by_given = known.given.contains(word) && matches!(first, Part::Given | Part::Either | Part::Unknown);
        return (by_family || by_given).then(|| candidate.tokens.clone());
    }
    if is_site(document, candidate.tokens.clone()) && !candidate.is_titled() {
        return None;
    }
    let all = parts(document, candidate.tokens.clone())
        .all(|(at, _)| known.family.contains(document.word(at)) || known.given.contains(document.word(at)));
    if all {
        return Some(candidate.tokens.clone());
    }
    let (last, _) = parts(document, candidate.tokens.clone()).last()?;
    if !known.family.contains(document.word(last)) || candidate.headline {
        return None;
    }
    let new = document.tags(at).any(Tags::SENTENCE_START) && first == Part::Doubtful;
    Some(if new { last..candidate.tokens.end } else { candidate.tokens.clone() })
}
