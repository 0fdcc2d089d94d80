//! Whether a name after a comma explains the office before it: "the warden, Tom Reed, said".

use super::{
    holder,
    name::NameSpan,
    office::{Phrase, is_possessive_pronoun},
    scene::Scene,
};
use crate::{
    grammar::kinds,
    types::{Tags, WordList},
};

/// Whether a name after a comma explains the office: `the warden, Tom Reed, said`.
///
/// A plural office needs several names, or a body and a mark after the name; one after `his` needs a mark after the
/// name. Excluded are bands (`the Reed Brothers, Tom Okafor`) and parts of the body (`shot in the head, Lt Reed`).
pub fn explains(scene: &Scene, phrase: &Phrase, name: &NameSpan) -> bool {
    let document = scene.document;
    let end = name.tokens.end;
    let closed = document.is_one_of(end, const { &WordList::of([",", ".", ")", ";"]) });
    if ["Brother", "Sister"].contains(&phrase.title.form.canonical) {
        return false;
    }
    if phrase.title.form.plural {
        return closed && phrase.organisation.is_some() || holder::coordinated(scene, name).len() > 1;
    }
    let owned = phrase.determiner(document).is_some_and(|at| is_possessive_pronoun(document, at));
    let head = document.is(phrase.role.start, "head") && phrase.organisation.is_none() && phrase.role.len() == 1;
    let one = phrase.determiner(document).is_some_and(|at| document.is(at, "a") || document.is(at, "an"));
    // `charged by the prosecutor, Ann Reed's lawyer said`.
    let owns = kinds::is_possessive(document, end);
    !head && !owns && (closed || !owned && !one && !document.tags(end).any(Tags::CONJUNCTION))
}
