//! One official known by office only who says or does something:
//! "a Norvale Rail spokeswoman said", "a spokesman for the harbour board".

use super::{Rule, office::Phrase, scene::Scene};
use crate::types::{Document, Fact, OfficeFact, Tags};

/// Officials without a name.
pub const RULE: Rule = Rule { name: "officials.unnamed", source: include_str!("unnamed.rs"), extract };

/// Most tokens between the office and its verb.
const REACH: usize = 6;

fn extract(scene: &Scene, phrase: &Phrase, found: &mut Vec<Fact<OfficeFact>>) -> bool {
    let document = scene.document;
    let Some(determiner) = phrase.determiner(document) else { return false };
    let single = ["a", "an"].iter().any(|word| document.is(determiner, word));
    if phrase.title.form.plural || !single || !is_speaker(phrase) || !acts(document, phrase) {
        return false;
    }
    let end = phrase.tokens.end;
    let span = document.span(phrase.tokens.start..end);
    let fact = OfficeFact { office: phrase.office(document, RULE.name), holder: None };
    let sentence = document.tokens[phrase.role.start].sentence;
    found.push(Fact { span, sentence, rule: RULE.name, confidence: 0.8, detail: fact });
    true
}

/// Offices whose holders speak without being named.
fn is_speaker(phrase: &Phrase) -> bool {
    let canonical = phrase.title.form.canonical;
    canonical.starts_with("Spokes") || canonical == "Official"
}

/// A verb of speech stands behind the phrase or directly before it.
fn acts(document: &Document, phrase: &Phrase) -> bool {
    let cue = |at: usize| document.tags(at).any(Tags::CUE) && !document.tags(at).any(Tags::CAPITALISED);
    let behind = document.sentence_tokens(phrase.role.start).end.min(phrase.tokens.end + REACH);
    let before = phrase.tokens.start.saturating_sub(2);
    (phrase.tokens.end..behind).any(cue) || cue(before)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn a_spokeswoman_speaks_for_somebody() {
        people(
            "
A Norvale Rail spokeswoman said so. A spokesman for Marsh Council told us more.
  ^^^^^^^^^^^^^^^^^^^^^^^^ person unnamed
               ^^^^^^^^^^^ office [spokeswoman] organisation=[Norvale Rail] holder=unnamed
                                      ^^^^^^^^^ office [spokesman] organisation=[Marsh Council] holder=unnamed
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ person unnamed
",
        );
    }

    #[test]
    fn many_officials_and_silent_ones_are_left_out() {
        people("Officials said that the rail firm needs a spokesman.");
    }
}
