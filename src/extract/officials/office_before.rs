//! The words of an office before its title: modifiers of the role, whether it is still held, what the holder is like, and
//! the organisation: "Norvale Rail's newly elected deputy finance director".

use super::{
    description,
    kinds::{governs, heads_body},
    modifiers::{grades_grade, is_graded, is_rank_word, is_role_modifier, is_skipped, status_word},
    name_shape::is_hyphen,
    office::Phrase,
    organisation_before,
    scene::Scene,
};
use crate::types::{Document, Status, Tags};

/// Modifiers of the role, words of status, and the organisation before it.
pub fn read_left(scene: &Scene, phrase: &mut Phrase) {
    let document = scene.document;
    let mut at = phrase.role.start;
    let mut skipped = false;
    while let Some(before) = at.checked_sub(1).filter(|&before| scene.same_sentence(before, at)) {
        let rank = is_rank_word(document, before) || status_word(document, before).is_some();
        if scene.is_in_name(before) || scene.title_until(at).is_some() && !rank {
            break;
        }
        let chief = at == phrase.role.start && grades_grade(document, before);
        // `a long shadow Senator Reed casts`: only ministers have shadows.
        let shadow =
            document.is(before, "shadow") && !matches!(phrase.title.form.canonical, "Senator" | "Representative");
        if shadow || chief {
            phrase.role.start = before;
            at = before;
        } else if let Some(status) = status_word(document, before) {
            phrase.status = status;
            if status != Status::Former && !skipped && phrase.role.start == at {
                phrase.role.start = before;
            }
            // `recently retired`
            at = before - usize::from(before > 0 && description::is_manner(document, before - 1));
        } else if is_hyphen(document, before) && is_skipped(document, at) && at < phrase.role.start {
            at = before - 1;
        } else if is_hyphen(document, before) {
            at = before - 1;
            if document.is(at, "ex") || document.is(at, "then") {
                phrase.status = Status::Former;
            } else if !skipped && !document.is(at, "now") {
                phrase.role.start = at;
            }
        } else if let Some(start) = description::start(document, at) {
            skipped = true;
            at = start;
        } else if is_skipped(document, before) {
            if !skipped && phrase.role.start == at && is_graded(document, before, phrase) {
                phrase.role.start = before;
            } else {
                skipped = true;
            }
            at = before;
        } else if !skipped && is_role_modifier(scene, phrase, before) {
            phrase.role.start = list_start(scene, phrase, before);
            at = phrase.role.start;
        } else {
            break;
        }
    }
    phrase.tokens.start = phrase.tokens.start.min(at);
    let at = before_letters(document, at);
    if let Some(left) = organisation_before::before(scene, at, heads_body(&phrase.title)) {
        phrase.tokens.start = left.start;
        if phrase.organisation.is_none() {
            phrase.organisation = Some(left.start..left.end);
        }
        read_status_before(document, phrase);
    }
}

/// Past the letters in `the Quay Rail Authority (QRA) chairman`.
fn before_letters(document: &Document, at: usize) -> usize {
    let Some(open) = at.checked_sub(3) else { return at };
    let letters = document.is(at - 1, ")") && document.is(open, "(") && document.tags(at - 2).any(Tags::UPPERCASE);
    if letters { open } else { at }
}

/// `Culture, Media and Sport Secretary`: the first of the fields that `and` joins to the one at `at`.
fn list_start(scene: &Scene, phrase: &Phrase, at: usize) -> usize {
    let document = scene.document;
    let field =
        |at: usize| document.tags(at).all(Tags::CAPITALISED) && document.tags(at).any(Tags::FIELD | Tags::ORDINARY);
    let ministerial = governs(phrase.title.form.canonical);
    if !ministerial || at < 2 || !document.is(at - 1, "and") || !field(at - 2) || !scene.same_sentence(at - 2, at) {
        return at;
    }
    let mut start = at - 2;
    while start > 1 && document.is(start - 1, ",") && field(start - 2) && scene.same_sentence(start - 2, at) {
        start -= 2;
    }
    start
}

fn read_status_before(document: &Document, phrase: &mut Phrase) {
    while let Some(before) = phrase.tokens.start.checked_sub(1) {
        if is_hyphen(document, before) && document.is(before - 1, "ex") {
            phrase.status = Status::Former;
            phrase.tokens.start = before - 1;
            return;
        }
        let status = status_word(document, before);
        phrase.status = status.unwrap_or(phrase.status);
        let start = if status.is_some() || is_skipped(document, before) {
            Some(before)
        } else {
            description::start(document, phrase.tokens.start)
        };
        let Some(start) = start else { return };
        phrase.tokens.start = start;
    }
}
