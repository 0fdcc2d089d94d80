//! A body that somebody is said to head: "Ruth Amos, who chairs the Harbour Committee", "Tom Okafor heads the
//! Quay Trust".

use super::{Rule, certainty, holder, office::Phrase, organisation, scene::Scene};
use crate::types::{Document, Fact, Office, OfficeFact, Tags, WordList};

/// Offices told by a verb of heading.
pub const RULE: Rule = Rule { name: "officials.relative", source: include_str!("relative.rs"), extract };

fn extract(scene: &Scene, phrase: &Phrase, found: &mut Vec<Fact<OfficeFact>>) -> bool {
    let Some(office) = headed(scene, phrase) else { return false };
    let verb = phrase.role.start;
    let Some(name) = holder::before_who(scene, verb).or_else(|| scene.name_until(verb)) else { return false };
    found.push(scene.held(office, name, certainty::HEADS));
    true
}

/// The office of one who `chairs` or `heads` the body that follows.
pub fn headed(scene: &Scene, phrase: &Phrase) -> Option<Office> {
    let document = scene.document;
    let verb = phrase.role.start;
    if !is_heading(document, verb) || phrase.role.len() > 1 {
        return None;
    }
    let body = organisation::object(scene, verb + 1).filter(|body| {
        body.clone().all(|at| document.tags(at).any(Tags::CAPITALISED) || at > body.start)
            && body.clone().any(|at| document.tags(at).any(Tags::ORGANISATION | Tags::UPPERCASE | Tags::SITE))
    })?;
    Some(Office { organisation: Some(document.span(body)), ..phrase.office(document, RULE.name) })
}

/// `chairs`, `heads`: nouns in the plural that are verbs too.
fn is_heading(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["chairs", "heads"]) }) && !document.tags(at).any(Tags::CAPITALISED)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn who_heads_a_body_holds_its_office() {
        people(
            "
Ruth Amos, who chairs the Harbour Committee, met Tom Okafor, 46, who now heads the Quay Trust. Ann Reed heads the Norvale Institute.
^^^^^^^^^ person Ruth Amos
               ^^^^^^ office [chairs] organisation=[Harbour Committee] holder=Ruth Amos
                                                 ^^^^^^^^^^ person Tom Okafor
                                                                         ^^^^^ office [heads] organisation=[Quay Trust] holder=Tom Okafor
                                                                                               ^^^^^^^^ person Ann Reed
                                                                                                        ^^^^^ office [heads] organisation=[Norvale Institute] holder=Ann Reed
",
        );
    }

    #[test]
    fn what_is_no_body_has_no_head() {
        people(
            "
Ruth Amos heads the ball wide. Tom Okafor, who heads the list, sold chairs.
^^^^^^^^^ person Ruth Amos
                               ^^^^^^^^^^ person Tom Okafor
",
        );
    }
}
