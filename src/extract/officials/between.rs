//! A body set off by commas between an office and its holder, as West African papers write it:
//! "The Permanent Secretary, Ministry of Works, Mrs Ann Reed, said".

use std::ops::Range;

use super::{Rule, certainty, holder, office::Phrase, organisation, scene::Scene};
use crate::types::{Fact, OfficeFact, Tags};

/// Offices before a body and a name.
pub const RULE: Rule = Rule { name: "officials.between", source: include_str!("between.rs"), extract };

fn extract(scene: &Scene, phrase: &Phrase, found: &mut Vec<Fact<OfficeFact>>) -> bool {
    let document = scene.document;
    let start = phrase.determiner(document).unwrap_or(phrase.tokens.start);
    let titled = document.tags(phrase.role.start).any(Tags::CAPITALISED) && !phrase.title.form.plural;
    // `Ann Reed, Director, Quay Trust, Mr Tom Dale, …`: the office belongs to the name before it.
    let list = start.checked_sub(1).is_some_and(|before| holder::name_before(scene, before).is_some());
    if !titled || list || phrase.organisation.is_some() {
        return false;
    }
    let comma = phrase.tokens.end;
    if !document.is(comma, ",") || !document.tags(comma + 1).any(Tags::CAPITALISED) {
        return false;
    }
    let body = organisation::object(scene, comma + 1).filter(|body| is_body(scene, body));
    let Some(body) = body else { return false };
    let Some(name) = holder::name_behind(scene, body.end + 1).filter(|_| document.is(body.end, ",")) else {
        return false;
    };
    if name.honorific.is_none() && name.title.is_none() {
        return false;
    }
    let mut office = phrase.office(document, RULE.name);
    office.organisation = Some(document.span(body));
    found.push(scene.held(office, name, certainty::SET_OFF));
    true
}

/// Whether the words between the commas can be a body: several words, without a person's name or another title.
fn is_body(scene: &Scene, body: &Range<usize>) -> bool {
    let open = |at: usize| scene.title_from(at).is_none() && !scene.is_in_name(at);
    body.len() > 1 && body.clone().all(open)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn a_body_between_office_and_holder() {
        people(
            "
The Permanent Secretary, Norvale Ministry of Works, Mrs. Ann Reed, met Tom Dale, Director, Quay Rail Trust, Mr Ivo Amos and others.
    ^^^^^^^^^^^^^^^^^^^ office [Permanent Secretary] organisation=[Norvale Ministry of Works] holder=Ann Reed
                                                         ^^^^^^^^ person Ann Reed
                                                                       ^^^^^^^^ person Tom Dale
                                                                                 ^^^^^^^^ office [Director] organisation=[Quay Rail Trust] holder=Tom Dale
                                                                                                               ^^^^^^^^ person Ivo Amos
",
        );
    }
}
