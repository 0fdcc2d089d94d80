//! An office that a sentence says he or she has, gets or gives up: "She is the director of Norvale Rail",
//! "He also chairs the Harbour Committee". The person is found once all people are known.

use super::{Rule, certainty, office::Phrase, scene::Scene, telling};
use crate::types::{Document, Fact, Office, OfficeFact, Tags, WordList};

/// Offices stated of a pronoun.
pub const RULE: Rule = Rule { name: "officials.pronoun", source: include_str!("pronoun.rs"), extract };

/// Maximum number of auxiliaries and adverbs between the pronoun and the verb.
const REACH: usize = 4;

fn extract(scene: &Scene, phrase: &Phrase, found: &mut Vec<Fact<OfficeFact>>) -> bool {
    let Some((office, pronoun)) = told(scene, phrase) else { return false };
    found.push(scene.held_by(office, pronoun..pronoun + 1, certainty::OF_PRONOUN));
    true
}

/// The office that is stated of a pronoun, and the pronoun.
fn told(scene: &Scene, phrase: &Phrase) -> Option<(Office, usize)> {
    let document = scene.document;
    if let Some(office) = telling::headed(scene, phrase, RULE.name) {
        return Some((office, subject(document, phrase.role.start)?));
    }
    let telling = telling::telling(scene, phrase)?;
    let pronoun = subject(document, telling.verb)?;
    let office = telling::told(document, phrase, &telling, pronoun + 1, RULE.name)?;
    Some((office, pronoun))
}

/// The `he` or `she` that is the subject of the verb group at `verb`, outside quotations.
fn subject(document: &Document, verb: usize) -> Option<usize> {
    let part = |at: usize| document.tags(at).any(Tags::AUXILIARY | Tags::ADVERB | Tags::VERB);
    let at =
        (verb.saturating_sub(REACH)..=verb).rev().find(|&at| is_pronoun(document, at) || at < verb && !part(at))?;
    (is_pronoun(document, at) && opens(document, at) && document.quotation_of(at).is_none()).then_some(at)
}

fn is_pronoun(document: &Document, at: usize) -> bool {
    document.is(at, "he") || document.is(at, "she")
}

/// Whether the pronoun opens its sentence or a clause that states a fact: not `if he is` or `said she is`, where
/// another person may be meant.
fn opens(document: &Document, at: usize) -> bool {
    const BEFORE: WordList<9> = WordList::of([",", "after", "and", "before", "but", "since", "then", "when", "while"]);
    at == document.sentence_tokens(at).start || document.is_one_of(at - 1, &BEFORE)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn an_office_is_told_of_him_or_her() {
        people(
            "
Ann Reed opened the lock on Friday. She also chairs the Harbour Committee and was promoted to director in May. “She is the mayor,” Tom Dale said. If he becomes mayor, he will go.
^^^^^^^^ person Ann Reed
                                             ^^^^^^ office [chairs] organisation=[Harbour Committee] holder=Ann Reed
                                                                                                                                   ^^^^^^^^ person Tom Dale
",
        );
    }
}
