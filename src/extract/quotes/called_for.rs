//! What a source demands or warns of, after the preposition of the verb: `The guild called for a new weir.`,
//! `Finch called on the wardens to mend it.`, `Millers warned of floods.`

use std::ops::Range;

use super::{
    adjuncts,
    attribution::{Attribution, quote},
    clause, cue_source, cues, phrases, second, speaking,
};
use crate::{
    extract::Extractor,
    grammar::{classes, kinds, reach},
    types::{Document, Fact, Quote, Tags, TokenKind, WordList},
};

/// Source, verb, preposition, object.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.called_for", source: include_str!("called_for.rs"), anchors: Tags::CUE, extract };

/// Prepositions of these verbs.
const PREPOSITIONS: WordList<6> = WordList::of(["about", "against", "for", "of", "on", "upon"]);

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    let against = against(document, at);
    if !document.is_one_of(at + 1, &PREPOSITIONS) && against.is_none() {
        return;
    }
    let Some(cue) = cues::verb(document, at).filter(|_| document.quotation_of(at).is_none()) else { return };
    let sentence = clause::sentence(document, at);
    let asks = match cue.lemma {
        "apologise" | "apologize" | "appeal" => document.is(at + 1, "for"),
        "ask" => {
            document.is(at + 1, "for") && !(at > 0 && document.is(at - 1, "to")) && asks_for_help(document, at + 2)
        }
        "call" => document.is_one_of(at + 1, const { &WordList::of(["for", "on", "upon"]) }),
        "warn" => document.is_one_of(at + 1, const { &WordList::of(["about", "against", "of"]) }),
        _ => false,
    };
    let asks = asks || against.is_some();
    if !asks || at + 3 > sentence.end || cues::is_passive(document, at, sentence.start) {
        return;
    }
    let Some(source) = cue_source::source(document, at, sentence.start) else { return };
    if !speaking::speaks(document, at, cue, source.clone()) || !speaking::is_named(document, source.clone()) {
        return;
    }
    let content = without_clause(document, second::without(document, at + 1..clause::reach(document, at + 1)));
    if content.len() < 3
        || against.is_none() && is_other(document, at + 2, &sentence)
        || against.is_none() && document.quotation_of(content.end - 1).is_some()
    {
        return;
    }
    let content = content.start + usize::from(against.is_none())..content.end;
    let attribution = Attribution { content: vec![content], cue: Some(at..at + 1), source: Some(source) };
    found.push(quote(document, EXTRACTOR.name, 0.6, attribution));
}

/// Whether the object is something that a body asks of the public: `the public's help in`, `witnesses`.
fn asks_for_help(document: &Document, at: usize) -> bool {
    const HELP: WordList<10> = WordList::of([
        "assistance",
        "calm",
        "donations",
        "forgiveness",
        "help",
        "information",
        "patience",
        "prayers",
        "privacy",
        "witnesses",
    ]);
    let own = document.is_one_of(at, const { &WordList::of(["the", "their", "your"]) });
    let public = own && document.is_one_of(at + 1, const { &WordList::of(["community", "public"]) });
    let owner = public && kinds::is_possessive(document, at + 2);
    document.is_one_of(if owner { at + 3 } else { at }, &HELP)
}

/// The preposition after the people who are warned: `warned anglers against rowing`.
fn against(document: &Document, at: usize) -> Option<usize> {
    const WARNS: WordList<8> =
        WordList::of(["advised", "advises", "caution", "cautioned", "cautioning", "warned", "warning", "warns"]);
    if !document.is_one_of(at, &WARNS) {
        return None;
    }
    let end = document.sentence_tokens(at).end;
    let heard = phrases::behind(document, at + 1, end).map_or(at + 1, |heard| heard.end);
    let pronoun = document.is_one_of(at + 1, &classes::PEOPLE_AS_OBJECTS);
    let heard = if pronoun { at + 2 } else { heard };
    (heard > at + 1 && heard + 1 < end && document.is(heard, "against")).then_some(heard)
}

/// The object without a following clause: `called for a vote, and the club is shut`.
fn without_clause(document: &Document, asked: Range<usize>) -> Range<usize> {
    let joint = |&at: &usize| {
        document.is_one_of(at, const { &WordList::of(["and", "but", "so", "while"]) })
            && document.quotation_of(at).is_none()
            && clause::is_finite(document, at + 1..asked.end)
            && (document.is(at - 1, ",") || document.tags(at + 1).any(Tags::ARTICLE | Tags::CAPITALISED))
    };
    let end = (asked.start + 2..asked.end.saturating_sub(2)).find(joint);
    asked.start..end.map_or(asked.end, |at| at - usize::from(document.is(at - 1, ",")))
}

/// Whether no demand follows the preposition before `at`: `called on Monday`, `called for him`, `called on the family`;
/// but `called on her to leave` is one.
fn is_other(document: &Document, at: usize, sentence: &Range<usize>) -> bool {
    if document.tags(at).any(Tags::WEEKDAY | Tags::MONTH | Tags::DAY_WORD) {
        return true;
    }
    if document.is_one_of(at - 1, const { &WordList::of(["on", "upon"]) }) {
        let request = |&at: &usize| document.is(at, "to") && adjuncts::is_bare(document, at + 1);
        // `calls on its own library to answer`
        return document.is(at + 1, "own") || (at + 1..sentence.end.min(at + reach::HEARER)).find(request).is_none();
    }
    let anyone = document.is_one_of(at, const { &WordList::of(["anybody", "anyone"]) });
    let pronoun = document.tags(at).any(Tags::PRONOUN) && !document.tags(at).any(Tags::DETERMINER) && !anyone;
    // `the plan they call for and dislike`, `the talks he called for to settle it`
    let gone = document.tags(at).any(Tags::CONJUNCTION) || document.is(at, "to");
    pronoun || gone || document.tokens[at].kind != TokenKind::Word
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn what_is_asked_for_is_said() {
        quotes(
            "
The guild called for a new weir. Ruth Amos called on the wardens to mend it. Millers warned of floods in Tarn.
                     ^^^^^^^^^^ quote indirect cue=[called] speaker=[The guild]
                                                     ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[called] speaker=[Ruth Amos] person=[Ruth Amos]
                                                                                               ^^^^^^^^^^^^^^ quote indirect cue=[warned] speaker=[Millers]
Ruth Amos called on Monday. The recipe called for salt. The wardens called on the family.
",
        );
    }

    #[test]
    fn everybody_is_asked_for_help() {
        quotes(
            "
Wardens are appealing for anyone with an oar to call them. The appeal court judge said it was late.
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[appealing] speaker=[Wardens]
                                                                                       ^^^^^^^^^^^ quote indirect cue=[said] speaker=[The appeal court judge]
",
        );
        quotes(
            "
The ringers asked for the community's help to mend a bell. Ruth Amos asked for a knife.
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[asked] speaker=[The ringers]
",
        );
    }

    #[test]
    fn what_is_asked_for_ends_before_another_clause() {
        quotes(
            "
Ivo Lund called for a second session, and Republicans are vowing to stay away. Ivo Lund warned against price rises and the office has relaxed a rule.
                    ^^^^^^^^^^^^^^^^ quote indirect cue=[called] speaker=[Ivo Lund] person=[Ivo Lund]
                                                                 ^^^^^^^^^^^^ quote indirect cue=[vowing] speaker=[Republicans]
                                                                                                       ^^^^^^^^^^^ quote indirect cue=[warned] speaker=[Ivo Lund] person=[Ivo Lund]
",
        );
    }

    #[test]
    fn what_is_ones_own_is_asked_for_nothing() {
        quotes(
            "
Otter Rail is calling on its own clerks to answer.
",
        );
    }

    #[test]
    fn who_is_warned_against_something() {
        quotes("That is the toll millers call for and dislike.");
        quotes(
            "
Otto Vale warned both guilds against “begging for toll money”.
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[warned] speaker=[Otto Vale] person=[Otto Vale]
",
        );
        quotes(
            "
Otto Vale cautioned anglers against rowing at night. Ruth Amos warned him against it.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[cautioned] speaker=[Otto Vale] person=[Otto Vale]
                                                                      ^^^^^^^^^^^^^^ quote indirect cue=[warned] speaker=[Ruth Amos] person=[Ruth Amos]
",
        );
    }
}
