//! A rank between an office and the name of its holder, which ends the office's own words: "Mayor of Norvale Cllr Ann
//! Reed", "Head of the Tarn Police Unit Senior Superintendent Tom Dale".

use std::ops::Range;

use super::{holder, scene::Scene, title::Title};
use crate::{
    lexicon::Position,
    types::{Document, Tags},
};

/// Whether a title is a rank or a form of address rather than the head of a body.
fn is_rank(title: &Title) -> bool {
    let class = title.form.class;
    let service = class.starts_with("police") || matches!(class, "military" | "clergy" | "fire_ambulance");
    let called = matches!(title.form.canonical, "Councillor" | "Professor" | "Representative" | "Senator");
    (service || called || title.form.position == Position::Before) && !title.form.plural
}

/// Whether a capitalised office that only places and schools have starts at `at`: `Van Dale Mayor Ann Reed`.
pub fn is_seat(scene: &Scene, at: usize) -> bool {
    const SEATS: [&str; 6] = ["Fire Chief", "Governor", "Mayor", "Police Chief", "Principal", "Sheriff"];
    let title = scene.title_from(at).filter(|_| scene.document.tags(at).any(Tags::CAPITALISED));
    title.is_some_and(|title| SEATS.contains(&title.form.canonical))
}

/// Whether a rank at `at`, followed by its holder, ends the body of an office that starts at `start`.
pub fn ends_body(scene: &Scene, start: usize, at: usize) -> bool {
    let document = scene.document;
    at > start
        && document.tags(at).any(Tags::TITLE | Tags::TITLE_START)
        && of_office(scene, start)
        && scene.title_from(at).is_some_and(is_rank)
        && holder::name_behind(scene, at).is_some()
}

/// Whether `start` follows a capitalised office and `of`.
fn of_office(scene: &Scene, start: usize) -> bool {
    let document = scene.document;
    let tie = |at: usize| document.is(at, "of") || document.is(at, "on");
    let the = usize::from(start > 0 && document.is(start - 1, "the"));
    let Some(of) = start.checked_sub(1 + the).filter(|&of| tie(of)) else { return false };
    let capital = |title: &Title| document.tags(title.tokens.start).any(Tags::CAPITALISED);
    scene.title_until(of).is_some_and(|title| capital(title) && !title.form.plural)
}

/// Whether the tokens before the rank at `at` are another office of the same person rather than a body.
pub fn is_behind_office(scene: &Scene, tokens: Range<usize>, at: usize) -> bool {
    let ranked = scene.title_from(at).is_some_and(is_rank);
    ranked && (tokens.start..=tokens.end).any(|start| starts_inside(scene.document, start) && of_office(scene, start))
}

/// Whether a capitalised word follows `of` or `of the`.
fn starts_inside(document: &Document, start: usize) -> bool {
    start > 0
        && document.tags(start).any(Tags::CAPITALISED)
        && ["of", "on", "the"].iter().any(|word| document.is(start - 1, word))
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn a_rank_ends_what_an_office_is_of() {
        people(
            "
Mayor of Norvale Cllr Ann Reed met the Head of the Quay Police Unit Superintendent Tom Dale.
^^^^^ office [Mayor] organisation=[Norvale] jurisdiction=[Norvale] holder=Ann Reed
                 ^^^^ office [Cllr] holder=Ann Reed
                      ^^^^^^^^ person Ann Reed
                                       ^^^^ office [Head] organisation=[Quay Police Unit] holder=Tom Dale
                                                                    ^^^^^^^^^^^^^^ office [Superintendent] holder=Tom Dale
                                                                                   ^^^^^^^^ person Tom Dale
",
        );
    }
}
