//! A title, rank or role before the name, with or without its organisation:
//! "Chief Supt Gwen Parry", "Marsh Lane Residents chairman Sir Tom Okafor", "the warden, Brigadier General Amir Z".

use super::{Rule, holder, office::Phrase, scene::Scene};
use crate::types::{Fact, OfficeFact, Tags};

/// Titles before names.
pub const RULE: Rule = Rule { name: "officials.titled_name", source: include_str!("titled_name.rs"), extract };

fn extract(scene: &Scene, phrase: &Phrase, found: &mut Vec<Fact<OfficeFact>>) -> bool {
    let document = scene.document;
    let end = phrase.tokens.end;
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
