//! A clause after a noun of speech and its possessor: `Finch's claim that the dam would hold`,
//! `their warning that nobody was safe`.

use std::ops::Range;

use super::{
    adjuncts, another,
    attribution::{Attribution, quote},
    clause, phrases, subordinate,
};
use crate::{
    extract::Extractor,
    types::{Document, Fact, Quote, Tags, TokenKind},
};

/// Possessor, noun, clause.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.noun_cue", source: include_str!("noun_cue.rs"), anchors: Tags::CUE_NOUN, extract };

/// Maximum number of tokens from the noun to `that`, with a time or place between: `claim on Monday that`.
const ADJUNCT: usize = 5;

/// Maximum number of adjectives between possessor and noun.
const ADJECTIVES: usize = 2;

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    if document.quotation_of(at).is_some() {
        return;
    }
    let sentence = clause::sentence(document, at);
    let that =
        if document.is(at + 1, "that") { at + 1 } else { adjuncts::adjuncts_end(document, at + 1, sentence.end) };
    if !document.is(that, "that") || that > at + ADJUNCT || adjuncts::opens_verb(document, that + 1) {
        return;
    }
    let Some(source) = possessor(document, at, sentence.start) else { return };
    // `Finch's claim that the dam leaks has stirred the town`: no word shows where the clause ends.
    let joined = document.tags(sentence.start).any(Tags::CONJUNCTION);
    let opens = source.start == sentence.start && document.tags(source.start).any(Tags::CAPITALISED);
    if opens || joined && source.start == sentence.start + 1 {
        return;
    }
    let content = that..clause::reach(document, that);
    let (content, source) = subordinate::split(document, at, sentence.start, content, source);
    let content = before_turn(document, content);
    if content.len() < 3 {
        return;
    }
    let attribution = Attribution { content: vec![content], cue: Some(at..at + 1), source: Some(source) };
    found.push(quote(document, EXTRACTOR.name, 0.5, attribution));
}

/// The clause without a contrast in the outer sentence: `met his claim that the weir leaked, but she stayed calm`.
fn before_turn(document: &Document, clause: Range<usize>) -> Range<usize> {
    let parted = |at: usize| document.is(at - 1, ",") || another::follows_comma(document, at);
    let turns = |&at: &usize| {
        document.is(at, "but")
            && document.quotation_of(at).is_none()
            && parted(at)
            && clause::is_finite(document, at + 1..clause.end)
    };
    let turn = (clause.start + 2..clause.end).find(turns);
    clause.start..turn.map_or(clause.end, |turn| turn - usize::from(document.is(turn - 1, ",")))
}

/// The possessor before the noun and its adjectives: `Finch's`, `their`.
fn possessor(document: &Document, noun: usize, from: usize) -> Option<Range<usize>> {
    let attribute = |at: usize| {
        let tags = document.tags(at);
        let owns = document.tokens[at].kind != TokenKind::Word || tags.any(Tags::DETERMINER | Tags::PRONOUN);
        !owns && !tags.any(Tags::AUXILIARY | Tags::PREPOSITION | Tags::CONJUNCTION | Tags::CAPITALISED)
    };
    let noun =
        (from.max(noun.saturating_sub(ADJECTIVES))..noun).rev().take_while(|&at| attribute(at)).last().unwrap_or(noun);
    let before = noun.checked_sub(1).filter(|&before| before >= from)?;
    if document.tokens[before].kind == TokenKind::Possessive {
        return phrases::phrase_ending(document, before, from);
    }
    let own = document.tags(before).any(Tags::POSSESSIVE);
    own.then_some(before..noun)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_possessor_claims_the_clause() {
        quotes(
            "
Nobody believed Finch’s claim that the dam would hold.
                              ^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[claim] speaker=[Finch] person=[Finch]
",
        );
    }

    #[test]
    fn a_clause_inside_the_subject_is_left_alone() {
        quotes("Finch's claim that the dam leaks has stirred the town.");
    }

    #[test]
    fn a_time_stands_between() {
        quotes(
            "
Nobody believed Finch’s claim on Monday that the dam would hold.
                                        ^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[claim] speaker=[Finch] person=[Finch]
",
        );
    }

    #[test]
    fn an_adjective_stands_before_the_noun() {
        quotes(
            "
Nora Finch defended her recent claims that the dam leaks.
                                      ^^^^^^^^^^^^^^^^^^ quote indirect cue=[claims] speaker=[her] person=[Nora Finch]
",
        );
    }

    #[test]
    fn a_noun_with_a_relative_clause_reports_nothing() {
        quotes("The bench set aside its own ruling that closed the towpath.");
    }

    #[test]
    fn the_turn_of_the_sentence_is_no_part_of_the_claim() {
        quotes(
            "
Ruth Amos met his claim that the kiln was cold, but she lit it herself.
                        ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[claim] speaker=[his]
",
        );
    }

    #[test]
    fn a_clause_inside_the_subject_behind_but_is_left_alone() {
        quotes(
            "
But his argument that the prize should help is not shared by all.
",
        );
    }
}
