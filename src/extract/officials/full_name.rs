//! Stretches whose own words show that they are names: a title or honorific before them, or a given name first.

use std::ops::Range;

use super::{
    candidate::{Candidate, parts},
    certainty, context,
    name_shape::{Part, is_hyphen, is_particle, part},
    site::is_site,
    syllables,
};
use crate::types::{Document, Tags, TokenKind};

/// The tokens of the name and their confidence: a name after an honorific or title, or a given and a family name.
pub fn stands_for_itself(document: &Document, candidate: &Candidate) -> Option<(Range<usize>, f32)> {
    if context::is_inside_another_name(document, candidate) {
        return None;
    }
    if candidate.headline {
        return in_headline(document, candidate).map(|tokens| (tokens, certainty::HEADLINE));
    }
    if candidate.is_titled() {
        return Some((candidate.tokens.clone(), certainty::TITLED));
    }
    let tokens = without_doubtful_ends(document, candidate.tokens.clone());
    is_full_name(document, tokens.clone()).then_some((tokens, certainty::FULL_NAME))
}

/// Whether a given name or initials come first, then at least one more word.
pub fn is_full_name(document: &Document, tokens: Range<usize>) -> bool {
    let mut words = parts(document, tokens.clone());
    let Some((_, first)) = words.next() else { return false };
    let (mut rest, mut word) = (0, false);
    for (_, part) in words.filter(|&(_, part)| part != Part::Initial) {
        rest += 1;
        word = part == Part::Word;
    }
    matches!(first, Part::Given | Part::Either | Part::Initial) && rest > 0 && !word
}

/// Whether a family name precedes two short syllables joined by a hyphen, the second in lower case, of which one is not
/// an ordinary word: `Park Geun-ok`.
pub fn is_family_first(document: &Document, tokens: Range<usize>) -> bool {
    let Range { start, end } = tokens;
    let syllable =
        |at: usize| document.tokens[at].kind == TokenKind::Word && (2..=6).contains(&document.word(at).len());
    let joined = end == start + 4
        && document.tokens[start + 2].kind == TokenKind::Dash
        && document.is_glued(start + 1)
        && document.is_glued(start + 2)
        && syllable(start + 1)
        && syllable(start + 3);
    let ordinary = |at: usize| document.tags(at).any(Tags::ORDINARY | Tags::PREPOSITION | Tags::ADVERB);
    // `He Lianwei`
    if end > start + 1 && syllables::is_family(document, start) {
        return true;
    }
    joined
        && document.tags(start).all(Tags::CAPITALISED | Tags::SURNAME)
        && !document.tags(start + 3).any(Tags::CAPITALISED)
        && !(ordinary(start + 1) && ordinary(start + 3))
}

/// Whether two words are a name although the first is also a verb, a month or a thing: `Will Hope`, `May Dale`, `Bill
/// Dale`. No time word may precede, and the stretch must be inside a sentence or be its subject.
pub fn is_word_and_name(document: &Document, tokens: Range<usize>) -> bool {
    let Range { start, end } = tokens;
    let other = Tags::ORGANISATION | Tags::SITE | Tags::NATIONALITY | Tags::MONTH | Tags::AUXILIARY;
    let (first, last) = (document.tags(start), document.tags(end - 1));
    let when = start > 0 && document.tags(start - 1).any(Tags::PREPOSITION | Tags::DIGITS | Tags::POINTER);
    // A parliament's bill is not a site that is named after people.
    let thing = document.is(start, "bill");
    let word = first.all(Tags::GIVEN_NAME | Tags::CAPITALISED) && (thing || first.any(Tags::AUXILIARY | Tags::MONTH));
    end == start + 2
        && word
        && !when
        && (!first.any(Tags::SENTENCE_START) || is_subject(document, end))
        && last.all(Tags::SURNAME | Tags::CAPITALISED)
        && !last.any(other)
        && (thing || !last.any(Tags::PLACE))
}

/// Whether the name before `at` is a subject or has an appositive: `Will Hope said`, `Will Hope, a miller,`; not `Will
/// Hope say so?`.
fn is_subject(document: &Document, at: usize) -> bool {
    let asks = document.is(document.sentence_tokens(at - 1).end - 1, "?");
    let past = document.tags(at).any(Tags::CUE | Tags::AUXILIARY | Tags::VERB)
        && (document.word(at).ends_with(['d', 's']) || document.is(at, "told"));
    !asks && (past || document.is(at, ","))
}

/// Drops words at either end that are names only next to a given or family name.
pub fn without_doubtful_ends(document: &Document, tokens: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = tokens;
    while start < end && part(document, start) == Part::Doubtful {
        let given = document.tags(start).any(Tags::GIVEN_NAME);
        let next = part(document, start + 1);
        if given && start + 1 < end && matches!(next, Part::Family | Part::Either | Part::Unknown) {
            break;
        }
        start += 1;
    }
    while end > start && part(document, end - 1) == Part::Doubtful {
        let family = document.tags(end - 1).any(Tags::SURNAME) && !document.tags(end - 1).any(Tags::ORGANISATION);
        // `Kim Il-Sung`, `Nora Vale-Free`
        let hyphened = end > start + 2 && is_hyphen(document, end - 2);
        if hyphened || end > start + 1 && family && !is_site(document, start..end) && is_family_place(document, end - 1)
        {
            break;
        }
        end -= 1;
    }
    start..end
}

/// Whether a given name, an initial or a particle precedes a word, so that it can be a family name.
fn is_family_place(document: &Document, at: usize) -> bool {
    let before = if document.is(at - 1, ".") { at.saturating_sub(2) } else { at - 1 };
    is_particle(document, before) || matches!(part(document, before), Part::Given | Part::Either | Part::Initial)
}

/// Whether the word is no known name and has the form of a verb: `Judge Quits`.
fn looks_like_verb(document: &Document, at: usize, part: Part) -> bool {
    let word = document.word(at);
    let form = word.ends_with('s') || word.ends_with("ed") || document.tags(at).any(Tags::VERB | Tags::CUE);
    form && matches!(part, Part::Unknown | Part::Doubtful)
}

/// The name in a headline in title case: only a given name with a family name, or one or two words after a title.
fn in_headline(document: &Document, candidate: &Candidate) -> Option<Range<usize>> {
    let mut words = parts(document, candidate.tokens.clone()).peekable();
    // `By Ann Reed in Norvale`: in a headline only a byline is sure to hold a name.
    if candidate.tokens.len() > 1 && context::is_byline(document, candidate.tokens.start) {
        return Some(candidate.tokens.clone());
    }
    while let Some((at, first)) = words.next() {
        let given = matches!(first, Part::Given | Part::Either);
        let titled = candidate.is_titled() && at == candidate.tokens.start && !looks_like_verb(document, at, first);
        // `Ann P. Reed`: the initial joins the two.
        while words.peek().is_some_and(|&(_, part)| given && part == Part::Initial) {
            words.next();
        }
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

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn given_names_that_open_a_sentence() {
        people(
            "
It rained. Bill Armstrong said so. Will Armstrong, a miller, nodded. Will Fletcher say no? The Health Bill passed.
           ^^^^^^^^^^^^^^ person Bill Armstrong
                                   ^^^^^^^^^^^^^^ person Will Armstrong
",
        );
    }

    #[test]
    fn an_initial_joins_the_words_of_a_headline() {
        people(
            "
Security Supervisor Joseph P. Zangar
         ^^^^^^^^^^ office [Supervisor] holder=Joseph P. Zangar
                    ^^^^^^^^^^^^^^^^ person Joseph P. Zangar
",
        );
    }

    #[test]
    fn trades_before_a_name() {
        people(
            "
Epidemiologist Ann Reed met paramedic Tom Dale. Wicketkeeper Ivo Amos knew Violinist Ruth Dale.
               ^^^^^^^^ person Ann Reed
                                      ^^^^^^^^ person Tom Dale
                                                             ^^^^^^^^ person Ivo Amos
                                                                                     ^^^^^^^^^ person Ruth Dale
",
        );
    }

    #[test]
    fn what_a_hyphen_joins_belongs_to_the_name() {
        people(
            "
Kim Il-Sung founded it. Nora Vale-Free wept. Said her mother, Rhonda Vale-Free: no.
^^^^^^^^^^^ person Kim Il-Sung
                        ^^^^^^^^^^^^^^ person Nora Vale-Free
                                                              ^^^^^^^^^^^^^^^^ person Rhonda Vale-Free
",
        );
    }
}
