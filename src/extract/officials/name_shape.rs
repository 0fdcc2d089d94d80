//! What a name looks like: which words can be part of it, and where it ends.

use std::ops::Range;

use super::{initials::is_initial, syllables};
use crate::types::{Document, Tags, TokenKind, WordList};

/// Words that are never part of a name, whatever the name tables say.
pub const CLOSED: Tags = Tags::DETERMINER
    .with(Tags::PREPOSITION)
    .with(Tags::PRONOUN)
    .with(Tags::CONJUNCTION)
    .with(Tags::NEGATION)
    .with(Tags::RELATIVE)
    .with(Tags::WEEKDAY)
    .with(Tags::DAY_WORD)
    .with(Tags::NUMBER_WORD)
    .with(Tags::HONORIFIC);
/// Words that are part of a name only if its other words support it.
const DOUBTFUL: Tags = Tags::AUXILIARY
    .with(Tags::MONTH)
    .with(Tags::ORDINAL)
    .with(Tags::ADVERB)
    .with(Tags::ADJECTIVE)
    .with(Tags::NATIONALITY)
    .with(Tags::PLACE)
    .with(Tags::ORGANISATION)
    .with(Tags::SITE)
    .with(Tags::NAMED_THING)
    .with(Tags::PERSON_NOUN)
    .with(Tags::CUE);

/// The part that a capitalised word can have in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Given,
    Family,
    /// In both tables.
    Either,
    Initial,
    /// In no table, and not an ordinary word.
    Unknown,
    /// A name, but primarily something else: `May`, `Ireland`, `Church`.
    Doubtful,
    /// Not a word of a name.
    None,
    /// An ordinary word after a given name: `Ewan Lark`.
    Word,
}

impl Part {
    /// All variants, in the order of their numbers.
    const ALL: [Self; 8] =
        [Self::Given, Self::Family, Self::Either, Self::Initial, Self::Unknown, Self::Doubtful, Self::None, Self::Word];
}

/// What token `at` can be in a name; lower-case particles are `None`.
pub fn part(document: &Document, at: usize) -> Part {
    Part::ALL[usize::from(document.parts.number(at, || find_part(document, at) as u8))]
}

fn find_part(document: &Document, at: usize) -> Part {
    let tags = document.tags(at);
    if !tags.any(Tags::CAPITALISED) || tags.any(CLOSED) {
        if tags.any(Tags::CAPITALISED) && syllables::is_family(document, at) {
            return Part::Family;
        }
        return if is_initial(document, at) { Part::Initial } else { Part::None };
    }
    if is_initial(document, at) {
        return Part::Initial;
    }
    if is_inner_dot(document, at + 1) {
        return Part::None;
    }
    if tags.any(DOUBTFUL | Tags::ORDINARY) && (syllables::follow(document, at) || syllables::is_family(document, at)) {
        return Part::Family;
    }
    // The `Eon` of `Song Eon-jae`.
    if tags.any(DOUBTFUL | Tags::ORDINARY)
        && is_hyphen(document, at + 1)
        && at > 0
        && syllables::follow(document, at - 1)
    {
        return Part::Given;
    }
    let (given, family) = (tags.any(Tags::GIVEN_NAME), tags.any(Tags::SURNAME));
    if tags.any(DOUBTFUL) {
        let place = tags.any(Tags::PLACE) && !tags.any(Tags::NATIONALITY | Tags::ORGANISATION | Tags::SITE);
        return match given || family {
            true => Part::Doubtful,
            false if place && is_behind_given(document, at) => Part::Word,
            false => Part::None,
        };
    }
    match (given, family) {
        (true, true) => Part::Either,
        (true, false) => Part::Given,
        (false, true) if tags.any(Tags::ORDINARY) => Part::Doubtful,
        (false, true) if is_inflected_letters(document, at) => Part::None,
        (false, true) => Part::Family,
        (false, false) if tags.any(Tags::ORDINARY) && (is_behind_given(document, at) || is_told(document, at)) => {
            Part::Word
        }
        (false, false) if tags.any(Tags::ORDINARY) => Part::None,
        (false, false) if tags.any(Tags::UPPERCASE) => Part::None,
        (false, false) if tags.any(Tags::MADE_UP) => Part::None,
        (false, false) => Part::Unknown,
    }
}

/// Whether the token is a dot inside a name such as `Fairness.org`.
pub fn is_inner_dot(document: &Document, at: usize) -> bool {
    let glued = at > 0 && document.is(at, ".") && document.is_glued(at - 1) && document.is_glued(at);
    glued
        && document
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.kind == TokenKind::Word && !next.tags.any(Tags::CAPITALISED))
}

/// Whether a given name, an initial or a particle makes an ordinary word the last of a name: `Ewan Lark`, `Osama bin
/// Sand`, `Rex Von Tarn`.
fn is_behind_given(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    let next = document.tags(at + 1);
    let last = !next.any(Tags::CAPITALISED) || next.any(Tags::SENTENCE_START);
    if at == 0 || !last || tags.any(Tags::SENTENCE_START | Tags::VERB | Tags::UPPERCASE) {
        return false;
    }
    let joined = document.is(at - 1, ".") || document.tokens[at - 1].kind == TokenKind::Dash;
    let before = if joined { at.saturating_sub(2) } else { at - 1 };
    let given = document.tags(before).all(Tags::GIVEN_NAME | Tags::CAPITALISED)
        && !document.tags(before).any(CLOSED | DOUBTFUL | Tags::ORDINARY | Tags::TITLE);
    let particle = document.tags(before).any(Tags::PARTICLE)
        && (is_particle(document, before) || before > 0 && document.tags(before - 1).any(Tags::GIVEN_NAME));
    given || particle || is_initial(document, before)
}

/// Whether an ordinary word after a word in no table ends a name, as the words that follow show a person: `Ottoline
/// Lark, who said`, `Ottoline Lark, 46,`.
fn is_told(document: &Document, at: usize) -> bool {
    let known = Tags::UPPERCASE | Tags::ORDINARY | Tags::TITLE | CLOSED | DOUBTFUL;
    let told = || {
        let next = at + 2;
        document.tokens.get(next).is_some_and(|token| token.tags.any(Tags::DIGITS) && token.span.len() == 2)
            && document.is(next + 1, ",")
            || document.is_one_of(next, const { &WordList::of(["who", "whose"]) })
    };
    document.is(at + 1, ",")
        && at > 0
        && document.tags(at - 1).any(Tags::CAPITALISED)
        && !document.tags(at - 1).any(known)
        && !document.tags(at).any(Tags::SENTENCE_START)
        && told()
}

/// Whether the word is capitals with an ending: `OKs`.
fn is_inflected_letters(document: &Document, at: usize) -> bool {
    let second = document.word(at).as_bytes().get(1).is_some_and(u8::is_ascii_uppercase);
    second && !document.tags(at).any(Tags::UPPERCASE)
}

/// Whether the token is the unit of a number: the `K` of `$18K`, the `M` of `694M`.
pub fn is_behind_number(document: &Document, at: usize) -> bool {
    at > 0 && document.tokens[at - 1].kind == TokenKind::Number && document.is_glued(at - 1)
}

/// The end of the name-like stretch that starts at `at`: capitalised words, initials, particles between them,
/// hyphenated parts, a nickname in quotation marks. It is `at` itself where none starts.
///
/// `limit` is the first token that may not be included.
pub fn stretch_end(document: &Document, at: usize, limit: usize) -> usize {
    let mut end = at;
    while end < limit {
        let next = match part(document, end) {
            Part::None => skip_inner(document, end, limit, end > at),
            Part::Initial => after_dot(document, end),
            _ => after_hyphens(document, end, limit),
        };
        if next == end {
            break;
        }
        end = next;
    }
    end
}

/// Whether a name-like stretch starts at `at`, that is, whether [`stretch_end`] would include a token.
pub fn starts_stretch(document: &Document, at: usize, limit: usize) -> bool {
    at < limit && (part(document, at) != Part::None || skip_inner(document, at, limit, false) > at)
}

/// The token after an initial and its full stop.
fn after_dot(document: &Document, at: usize) -> usize {
    let dot = document.is_glued(at) && document.is(at + 1, ".");
    at + 1
        + usize::from(
            dot && document.tokens.get(at + 2).is_some_and(|next| next.sentence == document.tokens[at].sentence),
        )
}

/// The token after the parts that hyphens join to the word: `Ki-moon`, `Anne-Marie`.
fn after_hyphens(document: &Document, at: usize, limit: usize) -> usize {
    let mut end = at + 1;
    while end + 1 < limit
        && is_hyphen(document, end)
        && document.tokens[end + 1].kind == TokenKind::Word
        && (document.tags(end + 1).any(Tags::CAPITALISED)
            || !document.tags(end + 1).any(CLOSED | Tags::ORDINARY)
            || syllables::is_second(document, end + 1))
    {
        end += 2;
    }
    end
}

/// Whether the token is a hyphen with a word joined on both sides.
pub fn is_hyphen(document: &Document, at: usize) -> bool {
    let Some(token) = document.tokens.get(at).filter(|token| token.kind == TokenKind::Dash) else { return false };
    let short = matches!(document.text(token.span), "-" | "‐" | "‑");
    short && at > 0 && document.is_glued(at - 1) && document.is_glued(at)
}

/// The token after lower-case particles or a nickname, if a word of the name follows; else `at`.
fn skip_inner(document: &Document, at: usize, limit: usize, inside: bool) -> usize {
    if inside && document.tokens[at].kind == TokenKind::Quotation {
        return after_nickname(document, at, limit);
    }
    let mut end = at;
    while end < limit && end < at + 3 && is_particle(document, end) {
        end += 1;
        if end < limit && document.tokens[end].kind == TokenKind::Dash && document.is_glued(end - 1) {
            end += 1;
        }
    }
    let glued = end > at && document.is_glued(end - 1);
    let follows = end < limit && !matches!(part(document, end), Part::None | Part::Initial);
    if end > at && follows && (inside || glued) { end } else { at }
}

/// Whether the word is a particle in lower case: `van`, `al-`.
pub fn is_particle(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::PARTICLE) && !document.tags(at).any(Tags::CAPITALISED)
}

/// The token after a nickname in quotation marks (`“Bobby”`), if the name continues; else `at`.
fn after_nickname(document: &Document, at: usize, limit: usize) -> usize {
    let close = (at + 2..(at + 4).min(limit)).find(|&i| document.tokens[i].kind == TokenKind::Quotation);
    match close {
        Some(close) if close + 1 < limit => {
            let capital = (at + 1..close).all(|i| document.tags(i).any(Tags::CAPITALISED));
            let follows = !matches!(part(document, close + 1), Part::None | Part::Initial);
            if capital && follows { close + 1 } else { at }
        }
        _ => at,
    }
}

/// The end of a name including a suffix that follows: `Jr`, `III`.
pub fn with_suffix(document: &Document, end: usize) -> usize {
    let comma = usize::from(document.is(end, ","));
    let at = end + comma;
    let same_sentence =
        document.tokens.get(at).is_some_and(|token| token.sentence == document.tokens[end - 1].sentence);
    if !same_sentence {
        return end;
    }
    let generation = document.tags(at).any(Tags::GENERATION) && document.tags(at).any(Tags::CAPITALISED);
    if generation {
        let dot = document.is_glued(at) && document.is(at + 1, ".");
        return at + 1 + usize::from(dot);
    }
    let number = comma == 0 && ["II", "III", "IV", "XVI", "XIV"].contains(&document.word(at));
    if number { at + 1 } else { end }
}

/// Whether a sentence is set as a headline: nearly every word except short function words is capitalised, at least
/// `least` of them, and no full stop ends it.
pub fn is_set_as_headline(document: &Document, tokens: Range<usize>, least: u32) -> bool {
    if document.is(tokens.end - 1, ".") {
        return false;
    }
    let function = Tags::DETERMINER | Tags::PREPOSITION | Tags::CONJUNCTION | Tags::PRONOUN;
    let (mut capitalised, mut lower) = (0u32, 0);
    for at in tokens.filter(|&at| document.tokens[at].kind == TokenKind::Word) {
        let tags = document.tags(at);
        capitalised += u32::from(tags.any(Tags::CAPITALISED));
        lower += u32::from(!tags.any(Tags::CAPITALISED | function));
    }
    capitalised >= least && capitalised >= lower * 6
}

#[cfg(test)]
mod tests {
    use super::Part;
    use crate::testing::people;

    #[test]
    fn parts_are_found_by_their_numbers() {
        for (number, part) in Part::ALL.into_iter().enumerate() {
            assert_eq!(part as usize, number);
        }
    }

    #[test]
    fn two_letters_are_initials() {
        people(
            "
Police Chief JT Tolland met Officer TK Reed and AJ Dale in the UK. Tolland left.
^^^^^^^^^^^^ office [Police Chief] holder=JT Tolland
             ^^^^^^^^^^ person JT Tolland
                            ^^^^^^^ office [Officer] holder=TK Reed
                                    ^^^^^^^ person TK Reed
                                                ^^^^^^^ person AJ Dale
                                                                   ^^^^^^^ person JT Tolland
",
        );
    }

    #[test]
    fn letters_and_ordinary_words_inside_names() {
        people(
            "
Miguel A. Trant met Gen X customers, and Ewan Lark said so. Lark left.
^^^^^^^^^^^^^^^ person Miguel A. Trant
                                         ^^^^^^^^^ person Ewan Lark
                                                            ^^^^ person Ewan Lark
",
        );
    }

    #[test]
    fn syllables_that_are_words_too_end_korean_names() {
        people(
            "
Ostwick heard Choi Dae-in and Kim Bo-young. The drive-in is shut, and so is the Tarn Sit-in.
              ^^^^^^^^^^^ person Choi Dae-in
                              ^^^^^^^^^^^^ person Kim Bo-young
",
        );
    }

    #[test]
    fn apostrophes_particles_and_letters_with_endings() {
        people(
            "
Mr O’Scantlin met Lars Von Tarn. Judge OKs deal. Kerensa Vane, who left, met Ott Lark, 46, too.
   ^^^^^^^^^^ person O’Scantlin
                  ^^^^^^^^^^^^^ person Lars Von Tarn
                                                 ^^^^^^^^^^^^ person Kerensa Vane
                                                                             ^^^^^^^^ person Ott Lark
",
        );
    }
}
