//! A legislator's post-nominal letters, directly after the name without a comma: "Ann Reed MP", "Sir Tom Okafor MSP
//! said".

use super::{Rule, certainty, office::Phrase, scene::Scene};
use crate::types::{Document, Fact, OfficeFact, Tags, TokenKind};

/// Letters after names.
pub const RULE: Rule = Rule { name: "officials.letters", source: include_str!("letters.rs"), extract };

fn extract(scene: &Scene, phrase: &Phrase, found: &mut Vec<Fact<OfficeFact>>) -> bool {
    let document = scene.document;
    let start = phrase.role.start;
    let letters = phrase.title.form.class == "political" && document.tags(start).any(Tags::UPPERCASE);
    if !letters || phrase.tokens.start != start || stands_before_name(document, phrase) {
        return false;
    }
    let Some(name) = scene.name_until(start) else { return false };
    found.push(scene.held(phrase.office(document, RULE.name), name, certainty::SET_OFF));
    true
}

/// Whether the letters may belong to what follows: in captions and menus such as `Ann Reed MP Tom Okafor` to the next
/// name; in `MSP 006` to a code.
fn stands_before_name(document: &Document, phrase: &Phrase) -> bool {
    let next = document.tokens.get(phrase.role.end);
    next.is_some_and(|next| {
        next.kind == TokenKind::Number
            || next.kind == TokenKind::Word && next.tags.any(Tags::CAPITALISED) && !next.tags.any(Tags::SENTENCE_START)
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn letters_behind_a_name() {
        people(
            "
Sir Tom Okafor MP met Ann Reed MSP. Green MEP Ivo Amos met Labor senator Una Trant and Her Honour Judge Dale. Gwen Parry MP 006 is a code.
    ^^^^^^^^^^ person Tom Okafor
               ^^ office [MP] holder=Tom Okafor
                      ^^^^^^^^ person Ann Reed
                               ^^^ office [MSP] holder=Ann Reed
                                          ^^^ office [MEP] organisation=[Green] holder=Ivo Amos
                                              ^^^^^^^^ person Ivo Amos
                                                                 ^^^^^^^ office [senator] organisation=[Labor] holder=Una Trant
                                                                         ^^^^^^^^^ person Una Trant
                                                                                                  ^^^^^ office [Judge] holder=Dale
                                                                                                        ^^^^ person Dale
                                                                                                              ^^^^^^^^^^ person Gwen Parry
",
        );
    }
}
