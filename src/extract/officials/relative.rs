//! A body that a person is said to head: "Ruth Amos, who chairs the Harbour Committee", "Tom Okafor heads the Quay
//! Trust".

use super::{Rule, certainty, holder, office::Phrase, scene::Scene, telling};
use crate::types::{Fact, OfficeFact};

/// Offices stated by a verb of heading.
pub const RULE: Rule = Rule { name: "officials.relative", source: include_str!("relative.rs"), extract };

fn extract(scene: &Scene, phrase: &Phrase, found: &mut Vec<Fact<OfficeFact>>) -> bool {
    let Some(office) = telling::headed(scene, phrase, RULE.name) else { return false };
    let verb = phrase.role.start;
    let Some(name) = holder::before_who(scene, verb).or_else(|| scene.name_until(verb)) else { return false };
    found.push(scene.held(office, name, certainty::HEADS));
    true
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
