//! Names after a title that do not hold its office: relatives, the rest of a body's name, one name after a plural: "the
//! medical director of the LA Folk House", "the Queens Plaza stop", "Sister Ann Reed" in an article about Tom Reed.

use super::{holder, name::NameSpan, office::Phrase, scene::Scene};
use crate::types::Tags;

/// Minimum age of an office holder, in years.
const OF_AGE: u8 = 16;

/// Whether the name after the title is not the holder's; `end` is the end of the title and any brackets after it.
pub fn is_none(scene: &Scene, phrase: &Phrase, name: &NameSpan, end: usize) -> bool {
    let document = scene.document;
    let direct = name.tokens.start == end;
    let after = name.tokens.end;
    let goes_on = document.is(after, "and") && document.tags(after + 1).any(Tags::GIVEN_NAME | Tags::SURNAME);
    let one = || holder::coordinated(scene, name).len() == 1;
    if phrase.title.form.plural && (name.tokens.len() == 1 || direct && !goes_on) && one() {
        return true;
    }
    // One word after a body is part of its name.
    let single = name.tokens.len() == 1 && name.honorific.is_none() && name.title.is_none();
    let body_ends = || phrase.organisation.as_ref().is_some_and(|body| body.end == end);
    single && direct && body_ends() || is_kin(scene, phrase, name) || is_child(scene, name)
}

/// Whether the rank is a child's given name: `Major Reed, 4, was found`.
fn is_child(scene: &Scene, name: &NameSpan) -> bool {
    let document = scene.document;
    let behind = name.tokens.end;
    let aged = holder::behind_age(document, behind) > behind;
    aged && document.word(behind + 1).parse().is_ok_and(|age: u8| age < OF_AGE)
}

/// Whether the person named is a spokesperson for the office: `the Tarn County Sheriff spokeswoman Ann Reed`.
pub fn is_spoken_for(scene: &Scene, phrase: &Phrase) -> bool {
    const GRADES: [&str; 4] = ["Chief", "Deputy", "Head", "Officer"];
    let next = scene.title_from(phrase.tokens.end);
    next.is_some_and(|next| next.form.canonical.starts_with("Spokes")) && !GRADES.contains(&phrase.title.form.canonical)
}

/// Whether the title means a sister or brother: `Sister Ann Reed` where the article names Tom Reed.
fn is_kin(scene: &Scene, phrase: &Phrase, name: &NameSpan) -> bool {
    let document = scene.document;
    let family = |known: &NameSpan| document.same_word(known.tokens.end - 1, name.tokens.end - 1);
    let first = |known: &NameSpan| document.same_word(known.tokens.start, name.tokens.start);
    let other = |known: &NameSpan| known.tokens.len() > 1 && family(known) && !first(known);
    let kin = ["Brother", "Sister"].contains(&phrase.title.form.canonical);
    kin && name.tokens.len() > 1 && scene.names.iter().any(other)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn a_plural_before_one_name_or_a_word_behind_a_body_has_no_holder() {
        people(
            "
They asked the U.S. Marshals Norvale office. Major Reed, 4, slept. The medical director of the LA Folk House says so.
                                                   ^^^^ person Reed
                                                                       ^^^^^^^^^^^^^^^^ office [medical director] organisation=[LA Folk House] holder=unnamed
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ person unnamed
Canyon County Sheriff spokeswoman Ruth Amos agreed.
                      ^^^^^^^^^^^ office [spokeswoman] holder=Ruth Amos
                                  ^^^^^^^^^ person Ruth Amos
",
        );
    }

    #[test]
    fn relations_and_stations_hold_no_office() {
        people(
            "
Tom Reed fell. Sister Carrie Reed saw it near the Queens Plaza stop.
^^^^^^^^ person Tom Reed
                      ^^^^^^^^^^^ person Carrie Reed
Be careful about the president France has.
",
        );
    }
}
