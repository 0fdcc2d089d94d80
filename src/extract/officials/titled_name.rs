//! A title, rank or role before the name, with or without its organisation:
//! "Chief Supt Gwen Parry", "Marsh Lane Residents chairman Sir Tom Okafor", "the warden, Brigadier General Amir Z".

use super::{Rule, holder, office::Phrase, scene::Scene};
use crate::types::{Fact, OfficeFact, Tags};

/// Titles before names.
pub const RULE: Rule = Rule { name: "officials.titled_name", source: include_str!("titled_name.rs"), extract };

fn extract(scene: &Scene, phrase: &Phrase, found: &mut Vec<Fact<OfficeFact>>) -> bool {
    let document = scene.document;
    let end = holder::behind_brackets(scene, phrase.tokens.end);
    let name = holder::name_behind(scene, end).or_else(|| {
        let comma = document.is(end, ",") || document.is(end, "-") || document.is(end, "–");
        let introduced = phrase.determiner(document).is_some()
            || phrase.organisation.is_some()
            || phrase.title.form.plural
            || document.tags(phrase.tokens.start).any(Tags::SENTENCE_START);
        let name = (comma && introduced).then(|| holder::name_behind(scene, end + 1)).flatten()?;
        let closed = document.is(name.tokens.end, ",") || !document.tags(name.tokens.end).any(Tags::CONJUNCTION);
        closed.then_some(name)
    });
    let Some(name) = name else { return false };
    let holders = if phrase.title.form.plural { holder::coordinated(scene, name) } else { vec![name] };
    for name in holders {
        found.push(scene.held(phrase.office(document, RULE.name), name, 0.95));
    }
    true
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn ranks_with_and_without_dots_have_one_canonical_form() {
        people(
            "
Det. Ch. Insp. Gwen Parry asked for witnesses. DCI Parry said so twice.
^^^^^^^^^^^^^ office [Det. Ch. Insp] holder=Gwen Parry
               ^^^^^^^^^^ person Gwen Parry
                                               ^^^ office [DCI] holder=Gwen Parry
                                                   ^^^^^ person Gwen Parry
",
        );
    }

    #[test]
    fn the_organisation_stands_before_the_role() {
        people(
            "
Linton Dock Federation chairman Tom Okafor spoke first.
                       ^^^^^^^^ office [chairman] organisation=[Linton Dock Federation] holder=Tom Okafor
                                ^^^^^^^^^^ person Tom Okafor
",
        );
    }

    #[test]
    fn titles_stack() {
        people(
            "
Iran's defence minister, Brigadier General Ahmad Vahedi, was there.
       ^^^^^^^^^^^^^^^^ office [defence minister] organisation=[Iran] holder=Ahmad Vahedi
                         ^^^^^^^^^^^^^^^^^ office [Brigadier General] holder=Ahmad Vahedi
                                           ^^^^^^^^^^^^ person Ahmad Vahedi
",
        );
    }

    #[test]
    fn a_role_without_a_name_is_nobody() {
        people("The chief constable and the mayor met the General Assembly.");
    }
}
