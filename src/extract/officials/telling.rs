//! How a sentence states an office before or with its words: a person has, gets or gives it up, or heads a body.

use std::ops::Range;

use super::{nouns::is_body_noun, office::Phrase, organisation, scene::Scene, tenure};
use crate::{
    grammar::kinds,
    types::{Document, Office, Status, Tags, TokenKind, WordList},
};

/// The verb group directly before an office: `was also appointed`.
#[derive(Debug)]
pub struct Telling {
    /// Its first token.
    pub verb: usize,
    /// Its last token apart from adverbs: `as`, `is`.
    pub link: usize,
}

/// The verb group before a phrase which says that a person has, gets or gives up the office.
pub fn telling(scene: &Scene, phrase: &Phrase) -> Option<Telling> {
    let document = scene.document;
    let start = phrase.owner(scene).or(phrase.determiner(document)).unwrap_or(phrase.tokens.start);
    let link = before_adverbs(document, start).filter(|&at| is_link(document, at))?;
    // `acted as his own attorney`
    let own = (phrase.tokens.start..phrase.role.start).any(|at| document.is(at, "own"));
    let owner = kinds::is_possessive(document, phrase.tokens.end);
    if own
        || owner
        || is_active(document, link)
        || phrase.title.form.plural
        || has_clause_behind_as(document, link, phrase)
    {
        return None;
    }
    Some(Telling { verb: tenure::start(document, link)?, link })
}

/// The office of the phrase as its verb states it of a subject that ends before token `end`; `None` where it is only
/// discussed.
pub fn told(document: &Document, phrase: &Phrase, telling: &Telling, end: usize, rule: &'static str) -> Option<Office> {
    let status = tenure::status(document, end.min(telling.verb)..phrase.role.start)?;
    let mut office = phrase.office(document, rule);
    let status = if tenure::is_ended(document, phrase.tokens.end) { Status::Former } else { status };
    let over = document.is(telling.link, "was") && !document.tags(telling.link + 1).any(Tags::VERB);
    if office.status == Status::Current {
        office.status = if over { Status::Former } else { status };
    }
    Some(office)
}

/// The token before an office, adverbs skipped: `was also`, `is now also`.
fn before_adverbs(document: &Document, start: usize) -> Option<usize> {
    const ADVERBS: WordList<8> =
        WordList::of(["already", "also", "currently", "later", "now", "once", "previously", "still"]);
    let before = start.checked_sub(1)?;
    (before.saturating_sub(2)..=before).rev().find(|&at| !document.is_one_of(at, &ADVERBS))
}

/// Whether `as` opens a clause with a subject of its own: `as the judge read a sentence`, `as a judge began`.
fn has_clause_behind_as(document: &Document, verb: usize, phrase: &Phrase) -> bool {
    let end = phrase.tokens.end;
    let closed = Tags::PREPOSITION
        | Tags::CONJUNCTION
        | Tags::RELATIVE
        | Tags::ADVERB
        | Tags::DAY_WORD
        | Tags::DETERMINER
        | Tags::CAPITALISED;
    let word = document.tokens.get(end).is_some_and(|next| next.kind == TokenKind::Word && !next.tags.any(closed));
    let acts = Tags::VERB | Tags::CUE | Tags::AUXILIARY;
    let one = document.is(verb + 1, "a") || document.is(verb + 1, "an");
    let told = document.is(verb + 1, "the") || one && document.tags(end).any(acts);
    document.is(verb, "as") && told && word
}

/// Whether the word links a subject to an office: `is`, `became`, `appointed`, `as`.
fn is_link(document: &Document, at: usize) -> bool {
    const LINKS: WordList<16> = WordList::of([
        "is",
        "of",
        "to",
        "was",
        "be",
        "been",
        "became",
        "become",
        "becomes",
        "as",
        "appointed",
        "elected",
        "named",
        "remains",
        "being",
        "made",
    ]);
    // `who's the mayor`, `she's a judge`
    let short = at > 0 && document.tokens[at].kind == TokenKind::Possessive;
    document.is_one_of(at, &LINKS) || short && document.is_one_of(at - 1, const { &WordList::of(["he", "she", "who"]) })
}

/// Whether the verb is active, so that its subject does not get the office: `appointed a prosecutor`.
fn is_active(document: &Document, verb: usize) -> bool {
    let gives = document.is_one_of(verb, const { &WordList::of(["appointed", "elected", "named", "made"]) });
    gives && !(verb.saturating_sub(2)..verb).any(|at| document.tags(at).any(Tags::AUXILIARY) || document.is(at, ","))
}

/// The office of a person who `chairs` or `heads` the body that follows.
pub fn headed(scene: &Scene, phrase: &Phrase, rule: &'static str) -> Option<Office> {
    let document = scene.document;
    let verb = phrase.role.start;
    if !is_heading(document, verb) || phrase.role.len() > 1 {
        return None;
    }
    let object = organisation::object(scene, verb + 1).map(|body| with_second_field(document, body));
    let body = object.filter(|body| {
        let named = body.clone().all(|at| document.tags(at).any(Tags::CAPITALISED) || at > body.start)
            && body.clone().any(|at| document.tags(at).any(Tags::ORGANISATION | Tags::UPPERCASE | Tags::SITE));
        let kind = || document.tags(body.end - 1).any(Tags::ORGANISATION) || is_body_noun(document, body.end - 1);
        let lower = document.tags(verb + 1).any(Tags::DETERMINER) && kind();
        named || lower
    })?;
    Some(Office { organisation: Some(document.span(body)), ..phrase.office(document, rule) })
}

/// The body with its second field: `Harbour work` followed by ` and transport committee`.
fn with_second_field(document: &Document, body: Range<usize>) -> Range<usize> {
    let lower =
        |at: usize| document.tags(at).any(Tags::ORDINARY | Tags::FIELD) && !document.tags(at).any(Tags::CAPITALISED);
    let kind = body.end + 2;
    let second = document.is(body.end, "and") && lower(body.end + 1) && document.tags(kind).any(Tags::ORGANISATION);
    let whole = second && lower(body.end - 1) && !document.tags(kind).any(Tags::CAPITALISED);
    body.start..if whole { kind + 1 } else { body.end }
}

/// Whether the word is a plural noun that is also a verb of heading: `chairs`, `heads`.
fn is_heading(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["chairs", "heads"]) }) && !document.tags(at).any(Tags::CAPITALISED)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn an_office_is_told_in_short() {
        people(
            "
Ann Reed, who's the director of Quay Rail, left. Tom Dale rowed. He's a coroner. Ivo Amos acted as his own lawyer. Una Trant stars as a judge. Ruth Lund, who chairs the Harbour work and pensions committee, stayed.
^^^^^^^^ person Ann Reed
                    ^^^^^^^^ office [director] organisation=[Quay Rail] holder=Ann Reed
                                                 ^^^^^^^^ person Tom Dale
                                                                        ^^^^^^^ office [coroner] holder=Tom Dale
                                                                                 ^^^^^^^^ person Ivo Amos
                                                                                                                   ^^^^^^^^^ person Una Trant
                                                                                                                                               ^^^^^^^^^ person Ruth Lund
                                                                                                                                                              ^^^^^^ office [chairs] organisation=[Harbour work and pensions committee] holder=Ruth Lund
",
        );
    }
}
