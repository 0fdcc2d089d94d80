//! The holder of an office that `and` joins to another before a name: "founder and chief executive Tom Reed".

use super::{
    apposition,
    holder::name_behind,
    name::NameSpan,
    office::{self, Phrase},
    scene::Scene,
};
use crate::types::Tags;

/// The holder of an office whose partner after `and` precedes the name: `founder and chief executive Tom Reed`, `the
/// mill's president and chief executive, Tom Reed`. Both are capitalised or neither is, except in `the President and
/// general counsel of the firm, Tom Reed`.
pub fn holder<'s>(scene: &'s Scene, phrase: &Phrase) -> Option<&'s NameSpan> {
    let document = scene.document;
    let and = phrase.tokens.end;
    // `MP for Norvale and Chairman of the Works Committee, Mr Tom Reed`
    let behind = phrase.organisation.as_ref().is_some_and(|body| body.end == and && body.start > phrase.role.end);
    if phrase.title.form.plural || phrase.role.end != and && !behind || !document.is(and, "and") {
        return None;
    }
    let index = scene.titles.partition_point(|title| title.tokens.start <= and);
    let near = scene.titles.get(index).is_some_and(|next| next.tokens.start < and + 4 && !next.form.plural);
    let other =
        (near && scene.same_sentence(and, scene.titles[index].tokens.start)).then(|| office::phrase(scene, index))?;
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let (first, second) = (phrase.title.tokens.start, other.title.tokens.start);
    // `The President and general counsel`, `our president and CEO`; but not `the prime minister and Chancellor Dale`.
    let styled =
        phrase.determiner(document).is_some() && (capital(first) || document.tags(second).any(Tags::UPPERCASE));
    // `Norvale mayor and MP Tom Reed`
    let letters = phrase.organisation.is_some() && document.tags(second).any(Tags::UPPERCASE);
    // `President and chief executive Tom Reed`, but not `Father and coach`.
    let opens = document.tags(first).any(Tags::SENTENCE_START) && phrase.title.form.class != "clergy";
    if other.role.start != and + 1 || capital(first) != capital(second) && !(styled || letters || opens) {
        return None;
    }
    let end = other.tokens.end;
    let comma = document.is(end, ",") && (phrase.determiner(document).is_some() || phrase.organisation.is_some());
    let near = end == other.role.end;
    let direct = name_behind(scene, end).filter(|_| near);
    let name = direct.or_else(|| name_behind(scene, end + 1).filter(|_| comma))?;
    (name.tokens.start == end || apposition::explains(scene, &other, name)).then_some(name)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn two_offices_of_one_place() {
        people(
            "
Norvale mayor and MP Ann Reed met the mayor and Tom Dale.
        ^^^^^ office [mayor] organisation=[Norvale] jurisdiction=[Norvale] holder=Ann Reed
                  ^^ office [MP] organisation=[Norvale] jurisdiction=[Norvale] holder=Ann Reed
                     ^^^^^^^^ person Ann Reed
                                                ^^^^^^^^ person Tom Dale
",
        );
    }

    #[test]
    fn two_offices_open_a_sentence() {
        people(
            "
President and chief executive Ann Reed met Tom Dale. Father and coach Ivo Amos slept.
^^^^^^^^^ office [President] holder=Ann Reed
              ^^^^^^^^^^^^^^^ office [chief executive] holder=Ann Reed
                              ^^^^^^^^ person Ann Reed
                                           ^^^^^^^^ person Tom Dale
                                                                ^^^^^ office [coach] holder=Ivo Amos
                                                                      ^^^^^^^^ person Ivo Amos
",
        );
    }

    #[test]
    fn a_seat_and_a_chair() {
        people(
            "
The Member of Parliament for Tarn North and Chairman of the Works Committee, Mr Tom Reed, was glad.
    ^^^^^^^^^^^^^^^^^^^^ office [Member of Parliament] organisation=[Tarn North] jurisdiction=[Tarn North] holder=Tom Reed
                                            ^^^^^^^^ office [Chairman] organisation=[Works Committee] holder=Tom Reed
                                                                                ^^^^^^^^ person Tom Reed
",
        );
    }
}
