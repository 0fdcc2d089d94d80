//! A person's name, told by its words, by what stands beside it, or by an earlier mention:
//! "Rosalind Achterberg", "Mrs Quillfeather", "Okonjo, 46, said".

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{
    candidate::{Candidate, parts},
    context,
    name_shape::{Part, is_particle, part, with_suffix},
};
use crate::{
    lexicon::LEXICON,
    types::{Document, Gender, Name, Span, Tags, TokenKind},
};

/// The rule's name in the facts it finds.
pub const RULE: &str = "officials.name";

/// The tokens of a name, and how sure it is that it names a person.
#[derive(Debug, Clone)]
pub struct NameSpan {
    pub tokens: Range<usize>,
    /// Index of the honorific before it.
    pub honorific: Option<usize>,
    /// Index into the titles of the one that stands directly before it.
    pub title: Option<usize>,
    pub confidence: f32,
}

/// The names among the candidates: first those that stand for themselves, then those that the first
/// ones or the words around explain.
pub fn find(document: &Document, candidates: &[Candidate]) -> Vec<NameSpan> {
    let mut names = Vec::new();
    let mut rest = Vec::new();
    for candidate in candidates {
        match stands_for_itself(document, candidate) {
            Some((tokens, confidence)) => names.push(name(document, candidate, tokens, confidence)),
            None => rest.push(candidate),
        }
    }
    let alone: FxHashSet<&str> = rest
        .iter()
        .filter(|candidate| candidate.tokens.len() == 1 && !candidate.headline)
        .map(|candidate| document.word(candidate.tokens.start))
        .collect();
    rest.retain(|candidate| {
        let explained = context::explains(document, candidate, &alone);
        if let Some(confidence) = explained {
            names.push(name(document, candidate, candidate.tokens.clone(), confidence));
        }
        explained.is_none()
    });
    let known = known_words(document, &names);
    for candidate in rest {
        if let Some(tokens) = later_mention(document, candidate, &known) {
            names.push(name(document, candidate, tokens, 0.9));
        }
    }
    names.sort_by_key(|name| name.tokens.start);
    names
}

fn name(document: &Document, candidate: &Candidate, tokens: Range<usize>, confidence: f32) -> NameSpan {
    let first = tokens.start == candidate.tokens.start;
    let end = with_suffix(document, tokens.end);
    NameSpan {
        tokens: tokens.start..end,
        honorific: candidate.honorific.filter(|_| first),
        title: candidate.title.filter(|_| first),
        confidence,
    }
}

/// A name behind an honorific or title, or one of a given and a family name.
fn stands_for_itself(document: &Document, candidate: &Candidate) -> Option<(Range<usize>, f32)> {
    if context::is_inside_another_name(document, candidate) {
        return None;
    }
    if candidate.headline {
        return in_headline(document, candidate).map(|tokens| (tokens, 0.85));
    }
    if candidate.is_titled() {
        return Some((candidate.tokens.clone(), 0.97));
    }
    let tokens = without_doubtful_ends(document, candidate.tokens.clone());
    is_full_name(document, tokens.clone()).then_some((tokens, 0.95))
}

/// Given name or initials first, then at least one word more.
fn is_full_name(document: &Document, tokens: Range<usize>) -> bool {
    let mut words = parts(document, tokens.clone());
    let Some((_, first)) = words.next() else { return false };
    let rest = words.filter(|&(_, part)| part != Part::Initial).count();
    matches!(first, Part::Given | Part::Either | Part::Initial) && rest > 0
}

/// Leaves words at either end out that are names only beside a given or family name.
fn without_doubtful_ends(document: &Document, tokens: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = tokens;
    while start < end && part(document, start) == Part::Doubtful {
        let given = document.tags(start).any(Tags::GIVEN_NAME);
        let next = part(document, start + 1);
        if given && start + 1 < end && matches!(next, Part::Family | Part::Unknown) {
            break;
        }
        start += 1;
    }
    while end > start && part(document, end - 1) == Part::Doubtful {
        let family = document.tags(end - 1).any(Tags::SURNAME) && !document.tags(end - 1).any(Tags::ORGANISATION);
        let located = document.tags(end - 1).any(Tags::SITE) && context::is_located(document, start);
        if end > start + 1 && family && !located && is_family_place(document, end - 1) {
            break;
        }
        end -= 1;
    }
    start..end
}

/// Whether a given name, an initial or a particle stands before a word, so that it can be a family name.
fn is_family_place(document: &Document, at: usize) -> bool {
    let before = if document.is(at - 1, ".") { at.saturating_sub(2) } else { at - 1 };
    is_particle(document, before) || matches!(part(document, before), Part::Given | Part::Either | Part::Initial)
}

/// In title case only a given name with a family name, or one or two words behind a title, make a name.
fn in_headline(document: &Document, candidate: &Candidate) -> Option<Range<usize>> {
    let mut words = parts(document, candidate.tokens.clone()).peekable();
    while let Some((at, first)) = words.next() {
        let given = matches!(first, Part::Given | Part::Either);
        let titled = candidate.is_titled() && at == candidate.tokens.start;
        let Some(&(next, second)) = words.peek() else { return titled.then_some(at..at + 1) };
        if given && matches!(second, Part::Family | Part::Either | Part::Unknown) {
            return Some(at..next + 1);
        }
        if titled {
            return Some(at..if second == Part::Unknown { next + 1 } else { at + 1 });
        }
    }
    None
}

/// The words by which a person already named may be mentioned again.
#[derive(Debug, Default)]
struct Known<'a> {
    family: FxHashSet<&'a str>,
    given: FxHashSet<&'a str>,
}

fn known_words<'a>(document: &Document<'a>, names: &[NameSpan]) -> Known<'a> {
    let mut known = Known::default();
    for name in names {
        let words: Vec<(usize, Part)> = parts(document, name.tokens.clone()).collect();
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

/// A stretch of words that all belong to people already named.
fn later_mention(document: &Document, candidate: &Candidate, known: &Known) -> Option<Range<usize>> {
    if context::is_inside_another_name(document, candidate) {
        return None;
    }
    let mut words = parts(document, candidate.tokens.clone());
    let (at, first) = words.next()?;
    let single = words.next().is_none();
    let word = document.word(at);
    if single {
        let by_family = known.family.contains(word) && !context::is_other_use(document, at);
        let by_given = known.given.contains(word) && matches!(first, Part::Given | Part::Either | Part::Unknown);
        return (by_family || by_given).then(|| candidate.tokens.clone());
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

/// Which words of a name are the given and which the family name.
pub fn anatomy(document: &Document, name: &NameSpan, honorific: Option<Span>) -> Name {
    let words: Vec<(usize, Part)> = parts(document, name.tokens.clone()).collect();
    let gender = gender(document, name, &words);
    let whole = document.span(name.tokens.clone());
    let by_given = name.honorific.is_some_and(|at| ["Sir", "Dame"].contains(&document.word(at)));
    if words.len() < 2 {
        let given = by_given
            || matches!(words.first(), Some((_, Part::Given))) && name.honorific.is_none() && name.title.is_none();
        return Name { honorific, gender, surname: (!given).then_some(whole), given: given.then_some(whole) };
    }
    let mut family = words.len() - 1;
    while family > 1 && is_particle_word(document, words[family - 1].0) {
        family -= 1;
    }
    let first = words[family].0;
    let first = (name.tokens.start + 1..first)
        .rev()
        .take_while(|&at| {
            is_particle(document, at) || document.tokens[at].kind == TokenKind::Dash && document.is_glued(at)
        })
        .last()
        .unwrap_or(first);
    let end = document.tokens[name.tokens.end - 1].span.end;
    Name {
        honorific,
        gender,
        surname: Some(Span { start: document.tokens[first].span.start, end }),
        given: Some(document.span(name.tokens.start..first)),
    }
}

fn is_particle_word(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::PARTICLE) && !document.tags(at).any(Tags::GIVEN_NAME)
}

/// From the honorific, else from the given name.
fn gender(document: &Document, name: &NameSpan, words: &[(usize, Part)]) -> Option<Gender> {
    let addressed = name.honorific.and_then(|at| LEXICON.honorifics.get(document.tokens[at].word).copied().flatten());
    let first = words.first().filter(|_| words.len() > 1);
    addressed.or_else(|| first.and_then(|&(at, _)| LEXICON.genders.get(document.tokens[at].word).copied()))
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn full_names_and_their_later_mentions() {
        people(
            "
Rosalind O'Dwyer met Jorge van der Berg and J. R. Tolland. Van der Berg won; O'Dwyer left with Sir Edward.
^^^^^^^^^^^^^^^^ person Rosalind O'Dwyer
                     ^^^^^^^^^^^^^^^^^^ person Jorge van der Berg
                                            ^^^^^^^^^^^^^ person J. R. Tolland
                                                           ^^^^^^^^^^^^ person Jorge van der Berg
                                                                             ^^^^^^^ person Rosalind O'Dwyer
                                                                                                   ^^^^^^ person Edward
",
        );
    }

    #[test]
    fn people_inside_other_names_are_no_people() {
        people("The Wilson Foundation flew over Hurricane Stan to Robert Fulton Airport in May.");
    }
}
