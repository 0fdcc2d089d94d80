//! Stretches of a document that look like a name, with the honorific or title before them.

use std::{cell::OnceCell, ops::Range};

use super::{
    aged,
    name_shape::{CLOSED, Part, is_behind_number, is_hyphen, is_set_as_headline, part, starts_stretch, stretch_end},
    seat,
    setting::{Setting, setting},
    style,
    title::Title,
    titled_site::is_titled_site,
};
use rustc_hash::FxHashMap;

use crate::types::{BlockKind, Document, Tags, TokenKind, WordList};

/// Tokens per candidate in most articles, at least.
const CANDIDATE: usize = 16;

/// Tags of which the first word of a name has at least one.
const OPENING: Tags = Tags::CAPITALISED.with(Tags::PARTICLE);

/// A stretch of words that may be a person's name.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub tokens: Range<usize>,
    /// Index of the honorific before it.
    pub honorific: Option<usize>,
    /// Index into the titles of the one directly before it.
    pub title: Option<usize>,
    /// Whether it is a single word that the article also writes in lower case.
    pub common: bool,
    /// Whether its sentence is a headline in title case, where capitals are weak evidence.
    pub headline: bool,
    /// Whether the age after it or the seat before it shows that it names a person.
    pub told: bool,
    /// What follows it, computed at the first request.
    setting: OnceCell<Setting>,
}

impl Candidate {
    fn new(tokens: Range<usize>, honorific: Option<usize>, title: Option<usize>, headline: bool, told: bool) -> Self {
        Self { tokens, honorific, title, common: false, headline, told, setting: OnceCell::new() }
    }

    /// What follows it; several rules ask for this.
    pub fn setting(&self, document: &Document) -> Setting {
        *self.setting.get_or_init(|| setting(document, self.tokens.start, self.tokens.end))
    }

    /// Whether it is a single word outside headlines.
    pub fn stands_alone(&self) -> bool {
        self.tokens.len() == 1 && !self.headline
    }

    /// Whether an honorific or a title stands before it.
    pub fn is_titled(&self) -> bool {
        self.honorific.is_some() || self.title.is_some()
    }
}

/// All candidates of a document in text order, except those in boilerplate.
pub fn find(document: &Document, titles: &[Title]) -> Vec<Candidate> {
    let mut found = Vec::with_capacity(document.tokens.len() / CANDIDATE);
    for block in document.blocks.iter().filter(|block| block.kind != BlockKind::Boilerplate) {
        for sentence in &document.sentences[block.sentences.start as usize..block.sentences.end as usize] {
            let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
            find_in_sentence(document, titles, tokens, block.kind == BlockKind::Title, &mut found);
        }
    }
    mark_common(document, &mut found);
    found
}

/// Marks the single words that the article also writes in lower case, such as `Iodine` at the start of a sentence.
fn mark_common(document: &Document, found: &mut [Candidate]) {
    let mut single: FxHashMap<(u8, &[u8]), bool> = FxHashMap::default();
    // One bit per spelling: most words of the text are ruled out at once.
    let mut bits = 0;
    for candidate in found.iter().filter(|candidate| candidate.tokens.len() == 1 && !candidate.is_titled()) {
        let key = caseless(document, candidate.tokens.start);
        single.insert(key, false);
        bits |= document.tokens[candidate.tokens.start].spelling.bit();
    }
    for (at, token) in document.tokens.iter().enumerate() {
        let lower = || token.kind == TokenKind::Word && !token.tags.any(Tags::CAPITALISED) && token.span.len() > 3;
        if bits & token.spelling.bit() != 0 && lower() {
            single.entry(caseless(document, at)).and_modify(|common| *common = true);
        }
    }
    for candidate in found.iter_mut().filter(|candidate| candidate.tokens.len() == 1) {
        candidate.common = single.get(&caseless(document, candidate.tokens.start)).copied().unwrap_or(false);
    }
}

/// The first byte of a word in lower case, and the remaining bytes.
fn caseless<'a>(document: &Document<'a>, at: usize) -> (u8, &'a [u8]) {
    let bytes = &document.article.text.as_bytes()[document.tokens[at].span.range()];
    (bytes[0].to_ascii_lowercase(), &bytes[1..])
}

fn find_in_sentence(
    document: &Document,
    titles: &[Title],
    tokens: Range<usize>,
    title_block: bool,
    found: &mut Vec<Candidate>,
) {
    let mut next_title = titles.partition_point(|title| title.tokens.start < tokens.start);
    let mut headline = None;
    let mut at = tokens.start;
    while at < tokens.end {
        while titles.get(next_title).is_some_and(|title| title.tokens.start < at) {
            next_title += 1;
        }
        let limit = titles.get(next_title).map_or(tokens.end, |title| title.tokens.start.min(tokens.end));
        // Most words cannot begin a name.
        at += document.tokens[at..limit].iter().take_while(|token| !token.tags.any(OPENING)).count();
        if at == tokens.end {
            break;
        }
        if at == limit {
            at = titles[next_title].tokens.end;
            continue;
        }
        if let Some(told) = told_here(document, titles, next_title, at..limit, tokens.start) {
            at = told.tokens.end;
            found.push(told);
            continue;
        }
        let Some(start) = start_here(document, at) else {
            at += 1;
            continue;
        };
        let headline = *headline
            .get_or_insert_with(|| is_set_as_headline(document, tokens.clone(), if title_block { 3 } else { 4 }));
        let (next, candidate) = read_stretch(document, titles, at..limit, tokens.start, start, headline);
        found.extend(candidate);
        at = next;
    }
}

/// The candidate that starts where `reach` does, if any, and the token where reading continues; `first` is the first
/// token of the sentence.
fn read_stretch(
    document: &Document,
    titles: &[Title],
    reach: Range<usize>,
    first: usize,
    start: Start,
    headline: bool,
) -> (usize, Option<Candidate>) {
    let Range { start: at, end: limit } = reach;
    let honorific = honorific_before(document, at, first);
    let left = honorific.unwrap_or(at);
    let title = title_before(document, titles, left, first);
    let kin = title.is_some_and(|title| is_kin_title(&titles[title])) && honorific.is_none();
    let titled = (honorific.is_some() || title.is_some()) && !kin;
    let several = title.is_some_and(|title| titles[title].form.plural);
    let open = honorific.is_some() || !several && is_open_behind(document, at + 1);
    let opening = title.map_or(left, |title| titles[title].tokens.start);
    let before = title.map(|title| &titles[title]);
    if titled && let Some(end) = thing_end(document, before, headline, opening, at..limit) {
        return (end, None);
    }
    let title = title.filter(|&title| !(kin && headline || is_of_thing(document, &titles[title], at, limit)));
    let with_word = || stretch_end(document, at + 1, limit).max(at + 1);
    let end = match start {
        Start::Name => stretch_end(document, at, limit),
        Start::Place if honorific.is_some_and(|at| is_of_surname(document, at)) => with_word(),
        Start::Ordinary if titled && !headline && open => with_word(),
        Start::Ordinary | Start::Place => at,
    };
    if end == at {
        return (at + 1, None);
    }
    let start = at + usize::from(honorific.is_none() && is_behind_seat(document, titles, at..end));
    (end, Some(Candidate::new(start..end, honorific, title, headline, false)))
}

/// The candidate that an age after the name or a seat before it reveals; the seat itself is skipped: `MP for North Tarn
/// Ann Reed`.
///
/// `next` is the index of the first title after the start of `reach`, `first` the first token of the sentence.
fn told_here(
    document: &Document,
    titles: &[Title],
    next: usize,
    reach: Range<usize>,
    first: usize,
) -> Option<Candidate> {
    let Range { start, end: limit } = reach;
    if !document.tags(start).any(Tags::CAPITALISED) {
        return None;
    }
    let before = next.checked_sub(1).map(|last| &titles[last]);
    let seated = before.and_then(|title| seat::holder_start(document, title, start, limit));
    let start = seated.unwrap_or(start);
    let end = aged::end(document, start, limit).or(seated.map(|start| seat::behind_hyphen(document, start + 1)))?;
    let title = title_before(document, titles, start, first);
    Some(Candidate::new(start..end, None, title, false, true))
}

/// Whether the first word is the seat, because a given name follows it: `Bishop of Tarnby Ann Reed`.
fn is_behind_seat(document: &Document, titles: &[Title], tokens: Range<usize>) -> bool {
    let Range { start, end } = tokens;
    let given = |at: usize| document.tags(at).any(Tags::GIVEN_NAME);
    let of = start.checked_sub(1).filter(|&of| document.is(of, "of") && end > start + 2);
    let titled = of.is_some_and(|of| {
        titles[..titles.partition_point(|title| title.tokens.end <= of)]
            .last()
            .is_some_and(|title| title.tokens.end == of)
    });
    titled && !given(start) && given(start + 1)
}

/// The end of a stretch after a title or honorific that is not a name but part of the title of a work, or a site.
fn thing_end(
    document: &Document,
    title: Option<&Title>,
    headline: bool,
    opening: usize,
    reach: Range<usize>,
) -> Option<usize> {
    let end = stretch_end(document, reach.start, reach.end).max(reach.start + 1);
    let work = !headline && is_named_in_work(document, title, opening);
    (work || is_titled_site(document, opening, reach.start..end)).then_some(end)
}

/// Whether a title is part of the title of a work: a soldier, a priest or a Miss after an ordinary capitalised word in
/// `-ing` inside a sentence: `Finding Captain Reed`.
fn is_named_in_work(document: &Document, title: Option<&Title>, opening: usize) -> bool {
    let Some(before) = opening.checked_sub(1) else { return false };
    let tags = document.tags(before);
    let known = Tags::SENTENCE_START | Tags::PLACE | Tags::ORGANISATION | Tags::SURNAME | Tags::GIVEN_NAME;
    let doing = tags.all(Tags::CAPITALISED | Tags::ORDINARY) && document.ends_in(before, "ing");
    let told = title.is_none_or(|title| {
        matches!(title.form.class, "military" | "clergy") && document.tags(title.tokens.start).any(Tags::CAPITALISED)
    });
    doing && told && !tags.any(known)
}

/// Whether the words after a title are a place or a thing.
fn is_of_thing(document: &Document, title: &Title, at: usize, limit: usize) -> bool {
    is_place_behind_noun(document, title, at, limit) || names_thing(document, title, at, limit)
}

/// Whether one word after a title names a firm: the title is plural, or one that firms have too (`the analysts
/// Tolland`, `publisher Tolland`). After `official` the word says whose record or visit it is.
fn names_thing(document: &Document, title: &Title, at: usize, limit: usize) -> bool {
    let end = stretch_end(document, at, limit);
    let joined = document.is(end, "and") || document.is(end, ",");
    let firm = matches!(title.form.form, "Consultant" | "Official" | "Publisher");
    let lower = firm && !document.tags(title.tokens.start).any(Tags::CAPITALISED);
    (title.form.plural || lower) && end == at + 1 && !joined
}

/// Whether a single place follows a title in lower case: `careful about the president France has`.
fn is_place_behind_noun(document: &Document, title: &Title, at: usize, limit: usize) -> bool {
    let place = document.tags(at).all(Tags::PLACE | Tags::CAPITALISED) && stretch_end(document, at, limit) == at + 1;
    place && !document.tags(title.tokens.start).any(Tags::CAPITALISED) && !document.tags(at + 1).any(Tags::CUE)
}

/// Whether an ordinary word that ends before `at` can name the holder of the title before it: `Officer Lark said`, but
/// not `the Major Crimes unit`.
fn is_open_behind(document: &Document, at: usize) -> bool {
    let Some(next) = document.tokens.get(at) else { return true };
    let verb = Tags::CUE | Tags::AUXILIARY | Tags::VERB | Tags::RELATIVE;
    match next.kind {
        TokenKind::Word => {
            let name = next.tags.any(Tags::SURNAME) && !next.tags.any(Tags::ORGANISATION | Tags::SITE);
            next.tags.any(verb | Tags::SENTENCE_START) || name
        }
        TokenKind::Number | TokenKind::Dash => false,
        _ => true,
    }
}

/// Whether the honorific is `Mr`, `Mrs` or `Ms`, which precede a family name; `Miss Norvale` has won a contest.
fn is_of_surname(document: &Document, honorific: usize) -> bool {
    ["Mr", "Mrs", "Ms"].contains(&document.word(honorific))
}

/// Whether the title also precedes ordinary words: `Mother Nature`, `Father`.
fn is_kin_title(title: &Title) -> bool {
    ["Brother", "Father", "Mother", "Sister"].contains(&title.form.canonical)
}

/// The ways a stretch can start at a token.
enum Start {
    Name,
    /// With a word that names a person only after a title: `Mr Ban`.
    Ordinary,
    /// With a place, which names a person only after an honorific: `Mr Amherst`.
    Place,
}

fn start_here(document: &Document, at: usize) -> Option<Start> {
    let tags = document.tags(at);
    if !tags.any(OPENING)
        || is_behind_number(document, at)
        || style::end(document, at) > at
        || style::is_last(document, at)
    {
        return None;
    }
    if starts_stretch(document, at, (at + 4).min(document.tokens.len())) {
        return Some(Start::Name);
    }
    let verb = tags.any(Tags::VERB) || document.ends_in(at, "ed");
    let ordinary = !verb
        && tags.all(Tags::CAPITALISED | Tags::ORDINARY)
        && !tags.any(CLOSED | Tags::UPPERCASE | Tags::ORGANISATION | Tags::SITE);
    let place = tags.all(Tags::CAPITALISED | Tags::PLACE) && !tags.any(CLOSED | Tags::UPPERCASE | Tags::NATIONALITY);
    ordinary.then_some(Start::Ordinary).or_else(|| place.then_some(Start::Place))
}

/// The honorific before `at`: `Mr`, `Dr.`.
pub fn honorific_before(document: &Document, at: usize, first: usize) -> Option<usize> {
    let before = before_dot(document, at, first)?;
    let tags = document.tags(before);
    let styled = || style::before(document, at, before).filter(|&style| style >= first);
    if tags.all(Tags::HONORIFIC | Tags::CAPITALISED) { Some(before) } else { styled() }
}

/// The title that ends directly before `at`; the dot of an abbreviation, `(Retd)` and `-elect` are skipped.
pub fn title_before(document: &Document, titles: &[Title], at: usize, first: usize) -> Option<usize> {
    let mut end = before_dot(document, at, first)? + 1;
    if document.is(end - 1, ")") {
        let open = (first..end).rev().take(6).find(|&i| document.is(i, "("))?;
        end = before_dot(document, open, first)? + 1;
    }
    if document.is_one_of(end - 1, const { &WordList::of(["designate", "elect"]) })
        && end > 2
        && is_hyphen(document, end - 2)
    {
        end -= 2;
    }
    let index = titles.partition_point(|title| title.tokens.end < end);
    titles.get(index).filter(|title| title.tokens.end == end).map(|_| index)
}

/// The token before `at`; an adjoining full stop is skipped.
fn before_dot(document: &Document, at: usize, first: usize) -> Option<usize> {
    let before = at.checked_sub(1).filter(|&before| before >= first)?;
    if document.is(before, ".") && before > first && document.is_glued(before - 1) {
        return Some(before - 1);
    }
    Some(before)
}

/// The parts of a stretch, without hyphens, dots, particles and quotation marks.
pub fn parts(document: &Document, tokens: Range<usize>) -> impl Iterator<Item = (usize, Part)> {
    tokens
        .filter(|&at| document.tokens[at].kind == TokenKind::Word)
        .filter(move |&at| !is_hyphenated(document, at) && !is_joined_particle(document, at))
        .map(|at| (at, part(document, at)))
        .filter(|&(_, part)| part != Part::None)
}

/// Whether the word is the second half of a name such as `Anne-Marie`, but not of `al-Abadi`.
fn is_hyphenated(document: &Document, at: usize) -> bool {
    let hyphen = at > 1 && document.tokens[at - 1].kind == TokenKind::Dash && document.is_glued(at - 1);
    hyphen && document.is_glued(at - 2) && !document.tags(at - 2).any(Tags::PARTICLE)
}

/// Whether the word is a particle before a hyphen: the `Al` of `Al-Maeena`.
fn is_joined_particle(document: &Document, at: usize) -> bool {
    let joined = document.tags(at).any(Tags::PARTICLE) && document.is_glued(at);
    joined && document.tokens[at + 1].kind == TokenKind::Dash
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn soldiers_in_the_titles_of_works() {
        people("They saw Finding Captain Okafor at the Norvale Odeon, and \"Painting Miss Reed\" after it.");
    }

    #[test]
    fn a_seat_in_no_table_is_no_given_name() {
        people(
            "
Bishop of Tarnby Ann Reed met the Mayor of Ostwick Tom Dale.
^^^^^^ office [Bishop] organisation=[Tarnby] jurisdiction=[Tarnby] holder=Ann Reed
                 ^^^^^^^^ person Ann Reed
                                  ^^^^^ office [Mayor] organisation=[Ostwick] jurisdiction=[Ostwick] holder=Tom Dale
                                                   ^^^^^^^^ person Tom Dale
",
        );
    }
}
