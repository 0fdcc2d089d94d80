//! One official known only by office who says or does something:
//! "a Norvale Rail spokeswoman said", "a spokesman for the harbour board".

use rustc_hash::FxHashSet;

use super::{Rule, certainty, office::Phrase, scene::Scene};
use crate::{
    grammar::kinds,
    types::{Document, Fact, OfficeFact, Status, Tags, TokenKind, WordList},
};

/// Officials without a name.
pub const RULE: Rule = Rule { name: "officials.unnamed", source: include_str!("unnamed.rs"), extract };

/// Maximum number of tokens between the office and its verb.
const REACH: usize = 6;
/// Maximum number of tokens of a clause between an office and its verb.
const CLAUSE: usize = 14;

/// Tags of words that can follow a noun phrase.
const GOES_ON: Tags = Tags::CUE
    .with(Tags::AUXILIARY)
    .with(Tags::VERB)
    .with(Tags::PREPOSITION)
    .with(Tags::RELATIVE)
    .with(Tags::ADVERB)
    .with(Tags::CONJUNCTION);

fn extract(scene: &Scene, phrase: &Phrase, found: &mut Vec<Fact<OfficeFact>>) -> bool {
    let document = scene.document;
    if phrase.title.form.plural || !(is_new(document, phrase) || is_defined(document, phrase)) {
        return false;
    }
    let span = document.span(phrase.tokens.clone());
    // `a spokesman for the Tarn provincial governor says`
    if found.last().and_then(|last| last.detail.office.organisation).is_some_and(|body| body.contains(span)) {
        return false;
    }
    let fact = OfficeFact { office: phrase.office(document, RULE.name), holder: None };
    let sentence = document.tokens[phrase.role.start].sentence;
    found.push(Fact { span, sentence, rule: RULE.name, confidence: certainty::UNNAMED, detail: fact });
    true
}

/// Whether an indefinite phrase denotes a person who speaks, by office or by a verb of speech: `a police spokesman
/// said`.
fn is_new(document: &Document, phrase: &Phrase) -> bool {
    let Some(determiner) = phrase.determiner(document) else { return false };
    let single = document.is_one_of(determiner, const { &WordList::of(["a", "an", "one", "another"]) });
    let source = is_source(document, determiner) && is_closed(document, phrase);
    let speaker = is_speaker(phrase) && (source || acts(document, phrase));
    let told = phrase.organisation.is_some() && (source || is_cue(document, verb_behind(document, phrase.tokens.end)));
    let role = determiner > 0 && document.is(determiner - 1, "as");
    single && !role && (speaker || told) && heads_phrase(document, phrase)
}

/// Whether a definite phrase denotes the one holder of an office in an organisation, next to a verb of speech: `the
/// harbour board's director said`.
fn is_defined(document: &Document, phrase: &Phrase) -> bool {
    let determiner = phrase.determiner(document);
    let the = determiner.is_some_and(|at| document.is(at, "the"));
    let owner = phrase.organisation.as_ref().is_some_and(|owner| owner.end < phrase.role.start);
    let owned = owner && document.tokens[phrase.role.start - 1].kind == TokenKind::Possessive;
    let behind = verb_behind(document, phrase.tokens.end);
    let source = is_source(document, determiner.unwrap_or(phrase.tokens.start)) && is_closed(document, phrase);
    let told = source || is_cue(document, behind);
    let held = phrase.organisation.is_some() && phrase.status == Status::Current;
    (the || owned) && held && told && heads_phrase(document, phrase) && !is_paper(document, phrase)
}

/// Whether the words before the determiner or the owner make the office a source: `According to a`, `“…,” said the`.
fn is_source(document: &Document, determiner: usize) -> bool {
    let Some(before) = determiner.checked_sub(2) else { return false };
    let quoted = document.is(before, ",") || document.tokens[before].kind == TokenKind::Quotation;
    quoted && is_cue(document, before + 1) || document.is(before, "according") && document.is(before + 1, "to")
}

/// The position of the verb whose subject ends before `at`, after an adverb or a clause between commas: `the Norvalian
/// ambassador, who had not left, said`.
fn verb_behind(document: &Document, at: usize) -> usize {
    let end = document.sentence_tokens(at.saturating_sub(1)).end;
    let clause = document.is(at, ",") && document.tags(at + 1).any(Tags::RELATIVE);
    if clause && let Some(comma) = (at + 2..end.min(at + CLAUSE)).find(|&at| document.is(at, ",")) {
        return comma + 1;
    }
    at + usize::from(document.tags(at).any(Tags::ADVERB))
}

/// Whether no name, noun or possessive follows the phrase: `according to the sheriff's office` does not mean a sheriff.
fn is_closed(document: &Document, phrase: &Phrase) -> bool {
    let Some(next) = document.tokens.get(phrase.tokens.end) else { return true };
    match next.kind {
        TokenKind::Possessive => false,
        TokenKind::Word if next.tags.any(Tags::SENTENCE_START) => true,
        TokenKind::Word => next.tags.any(GOES_ON.with(Tags::DETERMINER)) && !next.tags.any(Tags::CAPITALISED),
        _ => true,
    }
}

/// Drops an unnamed official if a person in the same article is named with that office.
pub fn without_named(document: &Document, offices: &mut Vec<Fact<OfficeFact>>) {
    let named: FxHashSet<&str> =
        offices.iter().filter(|fact| fact.detail.holder.is_some()).filter_map(|fact| fact.detail.office.rank).collect();
    offices.retain(|fact| {
        let article = document.token_at(fact.span.start).checked_sub(1);
        let new = article.is_some_and(|at| document.is(at, "a") || document.is(at, "an"));
        fact.detail.holder.is_some() || new || fact.detail.office.rank.is_none_or(|rank| !named.contains(rank))
    });
}

/// Whether holders of the office speak without being named.
fn is_speaker(phrase: &Phrase) -> bool {
    let canonical = phrase.title.form.canonical;
    canonical.starts_with("Spokes") || canonical == "Official" || canonical == "Diplomat"
}

/// Whether the phrase is a newspaper: `the Tarn Leader reports`.
fn is_paper(document: &Document, phrase: &Phrase) -> bool {
    let owned = document.tokens[phrase.role.start.saturating_sub(1)].kind == TokenKind::Possessive;
    let capital = document.tags(phrase.role.start).any(Tags::CAPITALISED);
    phrase.title.form.canonical == "Leader" && phrase.role.len() == 1 && capital && !owned
}

/// Whether the title is a noun, and not the adjective of `an official report`.
fn heads_phrase(document: &Document, phrase: &Phrase) -> bool {
    let next = document.tags(phrase.tokens.end);
    let word = kinds::is_word(document, phrase.tokens.end);
    phrase.title.form.canonical != "Official" || !word || (next.any(GOES_ON) && !next.any(Tags::CUE_NOUN))
}

/// Whether a verb of speech follows the phrase or directly precedes it.
fn acts(document: &Document, phrase: &Phrase) -> bool {
    let behind = document.sentence_tokens(phrase.role.start).end.min(phrase.tokens.end + REACH);
    let before = phrase.tokens.start.saturating_sub(2);
    (phrase.tokens.end..behind).any(|at| is_cue(document, at)) || is_cue(document, before)
}

fn is_cue(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::CUE) && !document.tags(at).any(Tags::CAPITALISED)
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
    fn a_body_that_somebody_comes_from() {
        people(
            "
A spokesman from the Tarn Water Board said no.
  ^^^^^^^^^ office [spokesman] organisation=[Tarn Water Board] holder=unnamed
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ person unnamed
",
        );
    }

    #[test]
    fn many_officials_and_silent_ones_are_left_out() {
        people("Officials said that the rail firm needs a spokesman.");
    }

    #[test]
    fn an_owner_names_the_office() {
        people(
            "
The harbour board's director said no. A senior Norvalian military official told us yes.
    ^^^^^^^^^^^^^^^^^^^^^^^^ person unnamed
                    ^^^^^^^^ office [director] organisation=[harbour board] holder=unnamed
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ person unnamed
                                                         ^^^^^^^^^^^^^^^^^ office [military official] organisation=[Norvalian] holder=unnamed
",
        );
    }

    #[test]
    fn a_clause_stands_before_the_verb() {
        people(
            "
The French ambassador, who had not left, said no. A Western diplomat said yes.
    ^^^^^^^^^^^^^^^^^ person unnamed
           ^^^^^^^^^^ office [ambassador] organisation=[French] jurisdiction=[French] holder=unnamed
                                                    ^^^^^^^^^^^^^^^^ person unnamed
                                                            ^^^^^^^^ office [diplomat] holder=unnamed
",
        );
    }

    #[test]
    fn who_is_named_as_a_source() {
        people(
            "
According to a Norvale Rail spokesman, the lock held. “It held,” said the harbour board's director. According to the Tarn sheriff's office, it broke.
               ^^^^^^^^^^^^^^^^^^^^^^ person unnamed
                            ^^^^^^^^^ office [spokesman] organisation=[Norvale Rail] holder=unnamed
                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^ person unnamed
                                                                                          ^^^^^^^^ office [director] organisation=[harbour board] holder=unnamed
",
        );
    }

    #[test]
    fn one_of_several() {
        people(
            "
One senior Norvale Rail official said no.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ person unnamed
                        ^^^^^^^^ office [official] organisation=[Norvale Rail] holder=unnamed
",
        );
    }

    #[test]
    fn papers_and_parts_of_another_office_are_nobody() {
        people(
            "
According to the Tarn Leader, it broke. A spokesman for the Tarn provincial governor said no.
                                          ^^^^^^^^^ office [spokesman] organisation=[Tarn provincial governor] holder=unnamed
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ person unnamed
",
        );
    }
}
