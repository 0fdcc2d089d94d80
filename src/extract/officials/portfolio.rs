//! A list of fields after an office, or before the body that the office heads: "minister for roads, mines and water",
//! "chair of the health, sport and parks committee".

use std::ops::Range;

use super::{name_shape::CLOSED, nouns::is_body, scene::Scene};
use crate::{
    grammar::kinds,
    types::{Document, Tags, TokenKind, WordList},
};

/// Maximum number of words in a field.
const FIELD: usize = 3;
/// Maximum number of fields after the first.
const MORE: usize = 5;
/// Maximum number of tokens of a body named by its fields.
const BODY: usize = 14;

/// The end of the fields joined to the first, which ends before `end`; `and` precedes the last.
pub fn list_end(scene: &Scene, end: usize) -> usize {
    let document = scene.document;
    let capital = document.tags(end - 1).any(Tags::CAPITALISED);
    let mut at = end;
    for _ in 0..MORE {
        let comma = usize::from(document.is(at, ","));
        let and = usize::from(document.is(at + comma, "and") || document.is(at + comma, "&"));
        if comma + and == 0 {
            return end;
        }
        let Some(field) = field(scene, at + comma + and, capital) else { return end };
        if and == 1 {
            return if closes(scene, &field, capital) { field.end } else { end };
        }
        at = field.end;
    }
    end
}

/// The field from `start` on, capitalised if and only if the first is.
fn field(scene: &Scene, start: usize, capital: bool) -> Option<Range<usize>> {
    let document = scene.document;
    let somebody = |at: usize| scene.name_from(at).is_some_and(|name| name.tokens.len() > 1);
    let part = |at: usize| {
        let case = document.tags(at).any(Tags::CAPITALISED) == capital;
        case && is_field(document, at) && scene.same_sentence(start - 1, at) && !somebody(at)
    };
    let end = (start..start + FIELD).find(|&at| !part(at)).unwrap_or(start + FIELD);
    (end > start).then_some(start..end)
}

/// Whether the word is a field of work, or an ordinary word that is neither a person nor a body: `trade`, `Harbours`.
fn is_field(document: &Document, at: usize) -> bool {
    if document.tokens.get(at).is_none_or(|token| token.kind != TokenKind::Word) {
        return false;
    }
    let one = !document.ends_in(at, "s");
    let body = if one { Tags::ORGANISATION | Tags::BODY } else { Tags::NONE };
    let other = body
        | CLOSED
        | Tags::TITLE
        | Tags::PERSON_NOUN
        | Tags::PLACE
        | Tags::UPPERCASE
        | Tags::AUXILIARY
        | Tags::VERB
        | Tags::CUE;
    let tags = document.tags(at);
    tags.any(Tags::FIELD) || tags.any(Tags::ORDINARY | Tags::SITE) && !tags.any(other) && !document.ends_in(at, "ed")
}

/// Whether the list ends after its last field: a name, a mark, a verb or the organisation follows.
fn closes(scene: &Scene, last: &Range<usize>, capital: bool) -> bool {
    let document = scene.document;
    let end = last.end;
    if !scene.same_sentence(end - 1, end) || document.tokens[end].kind != TokenKind::Word {
        return document.tokens.get(end).is_none_or(|next| {
            next.kind == TokenKind::Quotation || document.is_one_of(end, const { &WordList::of([",", ".", ")", ";"]) })
        });
    }
    let tags = document.tags(end);
    let place = document.is_one_of(end, const { &WordList::of(["at", "for", "in", "of", "with"]) });
    let named = scene.name_from(end).is_some() || tags.all(Tags::HONORIFIC | Tags::CAPITALISED);
    // `the minister for health and gulls said`: a plural noun before a verb of speech may be its subject.
    let known = capital || document.tags(end - 1).any(Tags::FIELD);
    place || named || known && tags.any(Tags::CUE | Tags::AUXILIARY | Tags::RELATIVE)
}

/// The end of a body from `start` on that several fields name: `health, sport and parks committee`.
pub fn body_end(document: &Document, start: usize) -> Option<usize> {
    let joint = |at: usize| document.is(at, ",") || document.is(at, "and") || document.is(at, "&");
    let sentence = document.tokens.get(start)?.sentence;
    let mut joined = false;
    for at in start..start + BODY {
        document.tokens.get(at).filter(|token| token.sentence == sentence)?;
        if joint(at) {
            if at == start || joint(at - 1) && document.is(at, ",") {
                return None;
            }
            joined |= !document.is(at, ",");
            continue;
        }
        if joined && !joint(at - 1) && names_body(document, at) {
            // `the Health and Human Services department`
            return Some(at + 1 + usize::from(names_body(document, at + 1)));
        }
        if !is_field(document, at) {
            return None;
        }
    }
    None
}

/// Whether the word ends the name of a body: `committee`, `Services`.
fn names_body(document: &Document, at: usize) -> bool {
    let word = kinds::is_word(document, at);
    word && (is_body(document, at) || document.tags(at).all(Tags::ORGANISATION | Tags::CAPITALISED))
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn fields_behind_an_office() {
        people(
            "
The minister for rivers, mines and trade, Una Trant, met Ivo Amos, Cabinet Member for Highways, Parks and Quays.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ office [minister for rivers, mines and trade] holder=Una Trant
                                          ^^^^^^^^^ person Una Trant
                                                         ^^^^^^^^ person Ivo Amos
                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ office [Cabinet Member for Highways, Parks and Quays] holder=Ivo Amos
",
        );
    }

    #[test]
    fn fields_before_a_body() {
        people(
            "
Una Trant, the chair of the water, ports and roads committee, met the head of ferries, Ivo Amos, and Tom Dale.
^^^^^^^^^ person Una Trant
               ^^^^^ office [chair] organisation=[water, ports and roads committee] holder=Una Trant
                                                                      ^^^^^^^^^^^^^^^ office [head of ferries] holder=Ivo Amos
                                                                                       ^^^^^^^^ person Ivo Amos
                                                                                                     ^^^^^^^^ person Tom Dale
",
        );
    }

    #[test]
    fn who_stands_behind_and_is_no_field() {
        people(
            "
The minister for trade, Ivo Amos, and the warden came. Una Trant, director of locks and mother of two, left.
    ^^^^^^^^^^^^^^^^^^ office [minister for trade] holder=Ivo Amos
                        ^^^^^^^^ person Ivo Amos
                                                       ^^^^^^^^^ person Una Trant
                                                                  ^^^^^^^^^^^^^^^^^ office [director of locks] holder=Una Trant
",
        );
    }

    #[test]
    fn a_title_inside_a_role_is_no_office() {
        people(
            "
Chair of governors the Rev Ann Reed was glad.
^^^^^^^^^^^^^^^^^^ office [Chair of governors] holder=Ann Reed
                       ^^^ office [Rev] holder=Ann Reed
                           ^^^^^^^^ person Ann Reed
",
        );
    }
}
