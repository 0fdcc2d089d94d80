//! The words of an office before its title: modifiers of the role, its status, a description of the holder, and the
//! organisation: "Norvale Rail's newly elected deputy finance director".

use std::ops::Range;

use super::{
    description,
    jurisdiction::is_party,
    kinds::heads_body,
    modifiers::{grades_grade, is_graded, is_rank_word, is_role_modifier, is_skipped, status_word},
    name_shape::is_hyphen,
    office::Phrase,
    opening_word, organisation_before,
    scene::Scene,
    work,
};
use crate::types::{Document, Status, Tags, WordList};

/// Reads the modifiers of the role, words of status, and the organisation before it.
pub fn read_left(scene: &Scene, phrase: &mut Phrase) {
    let document = scene.document;
    if phrase.role.len() > 1 && document.tags(phrase.role.start).any(Tags::FIELD) {
        phrase.role.start = work::list_start(scene, phrase, phrase.role.start);
    }
    let (mut at, mut skipped) = (phrase.role.start, false);
    while let Some(next) = read_word(scene, phrase, at, &mut skipped) {
        at = next;
    }
    phrase.tokens.start = phrase.tokens.start.min(at);
    let at = before_letters(document, at);
    if let Some(left) = organisation_before::before(scene, at, heads_body(&phrase.title)) {
        phrase.tokens.start = left.start;
        if phrase.organisation.is_none() || is_posted(document, phrase, &left) {
            phrase.organisation = Some(left.start..left.end);
        }
        read_status_before(document, phrase);
    }
}

/// The start of the word before `at`, or of several that belong together, if it is part of the phrase; `skipped` is
/// whether a word outside the role was passed.
fn read_word(scene: &Scene, phrase: &mut Phrase, at: usize, skipped: &mut bool) -> Option<usize> {
    let document = scene.document;
    let before = at.checked_sub(1).filter(|&before| scene.same_sentence(before, at))?;
    let rank = is_rank_word(document, before) || status_word(document, before).is_some();
    if scene.is_in_name(before) || scene.title_until(at).is_some() && !rank {
        return None;
    }
    let chief = at == phrase.role.start && grades_grade(document, before);
    // `a long shadow Senator Reed casts`: only ministers can be shadows.
    let shadow = document.is(before, "shadow") && !matches!(phrase.title.form.canonical, "Senator" | "Representative");
    if shadow || chief {
        phrase.role.start = before;
        return Some(before);
    }
    if let Some(status) = status_word(document, before) {
        phrase.status = status;
        let before = before - usize::from(is_first_deputy(scene, before));
        if status != Status::Former && !*skipped && phrase.role.start == at {
            phrase.role.start = before;
        }
        // `recently retired`
        return Some(before - usize::from(before > 0 && description::is_manner(document, before - 1)));
    }
    if is_hyphen(document, before) {
        return Some(read_compound(document, phrase, at, *skipped));
    }
    if let Some(start) = description::start(document, at) {
        *skipped = true;
        // `the one-time mayor`
        if document.is(start, "one") && document.is(before, "time") {
            phrase.status = Status::Former;
        }
        return Some(start);
    }
    if is_skipped(document, before) {
        read_skipped(document, phrase, before, skipped);
        return Some(before);
    }
    let modifier = !*skipped && is_role_modifier(scene, phrase, before);
    modifier.then(|| {
        phrase.role.start = work::list_start(scene, phrase, before);
        phrase.role.start
    })
}

/// Reads a word that is usually not part of the role: `senior` is part of it where it is a grade.
fn read_skipped(document: &Document, phrase: &mut Phrase, at: usize, skipped: &mut bool) {
    if is_then(document, at) {
        phrase.status = Status::Former;
    }
    if !*skipped && phrase.role.start == at + 1 && is_graded(document, at, phrase) {
        phrase.role.start = at;
    } else {
        *skipped = true;
    }
}

/// Whether `then` means former: `the then mayor`.
fn is_then(document: &Document, at: usize) -> bool {
    document.is(at, "then") && description::is_open(document, at) && !document.is(at - 1, ",")
}

/// Whether `deputy` is part of a grade: `First Deputy Chairman`.
fn is_first_deputy(scene: &Scene, at: usize) -> bool {
    let document = scene.document;
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let first = at > 0 && document.is_one_of(at - 1, const { &WordList::of(["first", "second"]) });
    first && capital(at - 1) && capital(at) && document.is(at, "deputy") && scene.same_sentence(at - 1, at)
}

/// The first token of the compound whose last word is at `at`: `ex-`, `co-`, `now-`.
fn read_compound(document: &Document, phrase: &mut Phrase, at: usize, skipped: bool) -> usize {
    let first = at - 2;
    if is_skipped(document, at) && at < phrase.role.start {
        return first;
    }
    if document.is(first, "ex") || document.is(first, "then") {
        phrase.status = Status::Former;
    } else if !skipped && !document.is(first, "now") {
        phrase.role.start = first;
    }
    first
}

/// Whether the place after `in` is where the holder works for the body named before: `Norvale's envoy in Tarn`, `the
/// Quay Trust director in Tarn`.
fn is_posted(document: &Document, phrase: &Phrase, left: &Range<usize>) -> bool {
    let Some(place) = phrase.organisation.as_ref().filter(|place| place.start > phrase.role.end) else { return false };
    let party = is_party(document, left.end - 1);
    document.is(place.start - 1, "in") && document.tags(place.start).any(Tags::CAPITALISED) && !party
}

/// The token before a bracketed abbreviation: `the Quay Rail Authority (QRA) chairman`.
fn before_letters(document: &Document, at: usize) -> usize {
    let Some(open) = at.checked_sub(3) else { return at };
    let letters = document.is(at - 1, ")") && document.is(open, "(") && document.tags(at - 2).any(Tags::UPPERCASE);
    if letters { open } else { at }
}

fn read_status_before(document: &Document, phrase: &mut Phrase) {
    while let Some(before) = phrase.tokens.start.checked_sub(1) {
        if opening_word::is_past_compound(document, before) {
            phrase.status = Status::Former;
            phrase.tokens.start = before - 1;
            return;
        }
        if is_then(document, before) {
            phrase.status = Status::Former;
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

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn deputies_have_grades() {
        people(
            "
First Deputy Chairman Ivo Amos met a deputy warden.
^^^^^^^^^^^^^^^^^^^^^ office [First Deputy Chairman] status=deputy holder=Ivo Amos
                      ^^^^^^^^ person Ivo Amos
",
        );
    }

    #[test]
    fn what_was_once_is_past() {
        people(
            "
One-time warden Ann Reed met recently resigned treasurer Tom Dale and the first woman coroner, Una Trant.
         ^^^^^^ office [warden] status=former holder=Ann Reed
                ^^^^^^^^ person Ann Reed
                                               ^^^^^^^^^ office [treasurer] status=former holder=Tom Dale
                                                         ^^^^^^^^ person Tom Dale
                                                                                      ^^^^^^^ office [coroner] holder=Una Trant
                                                                                               ^^^^^^^^^ person Una Trant
",
        );
    }

    #[test]
    fn a_state_stands_before_more_of_a_name() {
        people(
            "
State Fair spokeswoman Ann Reed met Board president Republican Sen. Ruth Lund and State Treasurer Tom Dale.
           ^^^^^^^^^^^ office [spokeswoman] organisation=[State Fair] holder=Ann Reed
                       ^^^^^^^^ person Ann Reed
                                          ^^^^^^^^^ office [president] organisation=[Board] holder=Ruth Lund
                                                               ^^^ office [Sen] organisation=[Republican] holder=Ruth Lund
                                                                    ^^^^^^^^^ person Ruth Lund
                                                                                        ^^^^^^^^^ office [Treasurer] organisation=[State] holder=Tom Dale
                                                                                                  ^^^^^^^^ person Tom Dale
",
        );
    }

    #[test]
    fn a_body_and_where_its_envoy_is() {
        people(
            "
Norvalia's ambassador in Tarnby, Ann Reed, met the Quay Trust director in Orlby, Tom Dale.
           ^^^^^^^^^^ office [ambassador] organisation=[Norvalia] jurisdiction=[Norvalia] holder=Ann Reed
                                 ^^^^^^^^ person Ann Reed
                                                              ^^^^^^^^ office [director] organisation=[Quay Trust] holder=Tom Dale
                                                                                 ^^^^^^^^ person Tom Dale
",
        );
    }
}
