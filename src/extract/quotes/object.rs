//! A verb of speech whose object or infinitive is the content: `Finch cited the cost of repairs.`,
//! `The club declined to comment.`

use std::ops::Range;

use super::{
    adjuncts, as_saying,
    attribution::{Attribution, quote},
    beside, clause, cue_source, cues, infinitives, little, named_as, object_end, performed, phrases, second, silence,
    sources, speaking, subordinate, thoughts,
};
use crate::{
    extract::Extractor,
    grammar::{classes, kinds},
    lexicon::{Cue, Frame},
    types::{Document, Fact, Quote, Tags, TokenKind, WordList},
};

/// Source, verb, object.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.object", source: include_str!("object.rs"), anchors: Tags::CUE, extract };

/// Minimum number of tokens of a quotation that is speech after a hearer.
const SENTENCE: usize = 8;

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    let Some(cue) = cues::verb(document, at).filter(|_| document.quotation_of(at).is_none()) else { return };
    let sentence = clause::sentence(document, at);
    let behind = cues::end(document, at);
    let Some((start, infinitive)) = object_start(document, behind, sentence.end) else { return };
    let object = !document.tags(start).any(Tags::PREPOSITION | Tags::CONJUNCTION | Tags::RELATIVE | Tags::ADVERB)
        && !document.is(start, "shortly")
        && !is_other_verb(document, cue, start);
    let ordered = || object && is_ordered(document, at, cue, start..sentence.end);
    let told = object && !infinitive && names_content(document, cue, start, sentence.end);
    if !(infinitive && cue.takes(Frame::Infinitive) || told || ordered()) {
        return;
    }
    if told && performed::is_no_content(document, cue, start, sentence.end)
        || is_source(document, at, start, &sentence)
        || is_other_speaker(document, at, sentence.end)
    {
        return;
    }
    if !infinitive && is_negated(document, at, sentence.start)
        || is_other(document, at, cue, start..sentence.end)
        || cues::is_passive(document, at, sentence.start)
        || is_hearer(document, cue, behind..sentence.end)
    {
        return;
    }
    let Some(source) = cue_source::source(document, at, sentence.start) else { return };
    let content = start..clause::reach(document, start);
    let content = if infinitive { object_end::before_main_verb(document, content, source.start, at) } else { content };
    let (content, source) = subordinate::split(document, at, sentence.start, content, source);
    let named = !infinitive && named_as::names(document, cue, start, sentence.end);
    let content = match (infinitive, named) {
        (true, _) => content,
        (_, true) => named_as::without_clause(document, content),
        _ => object_end::without_rest(document, content),
    };
    let content = object_end::settled(document, cue, second::without(document, content), sentence.end);
    if is_pronoun(document, &content) || clause::introduces(document, content.end) || content.is_empty() {
        return;
    }
    if named && named_as::is_no_source(document, source.clone())
        || !speaking::speaks(document, at, cue, source.clone())
        || goes_with_speech(document, at, cue, source.start)
    {
        return;
    }
    let attribution = Attribution { content: vec![content], cue: Some(at..at + 1), source: Some(source) };
    found.push(quote(document, EXTRACTOR.name, 0.76, attribution));
}

/// The first token of the object or infinitive behind a verb, and whether it is an infinitive; `None` where only a time
/// or a clause follows.
fn object_start(document: &Document, behind: usize, limit: usize) -> Option<(usize, bool)> {
    let start = if document.is(behind, "on") { adjuncts::adjuncts_end(document, behind, limit) } else { behind };
    let that = adjuncts::adjuncts_end(document, behind, limit);
    // `announced Sunday steep cuts`
    let time = Tags::WEEKDAY | Tags::DAY_WORD;
    let owns = kinds::is_possessive(document, start + 1);
    let start = if document.tags(start).any(time) && !owns { that } else { start };
    if start >= limit || (that > start && document.is(that, "that")) || document.tokens[start].kind != TokenKind::Word {
        return None;
    }
    let infinitive = begins_infinitive(document, start);
    // `announced last May`: only a time.
    let timed = that > start && (that >= limit || document.tokens[that].kind == TokenKind::Mark);
    let counted = document.tags(start).any(Tags::DIGITS | Tags::NUMBER_WORD);
    if timed && !infinitive && !counted {
        return None;
    }
    Some((start, infinitive))
}

/// Whether the object can tell what was said: `cited the cost`, `called it a ruin`.
fn names_content(document: &Document, cue: &Cue, start: usize, limit: usize) -> bool {
    cue.takes(Frame::Object)
        || infinitives::is_lived(document, cue, start)
        || named_as::names(document, cue, start, limit)
}

/// Whether the verb is a participle before a noun, or reports a thought or act: `the 40 alleged cases`, `Finch hoped
/// for`, `denied Finch with a tackle`.
fn is_other(document: &Document, at: usize, cue: &Cue, object: Range<usize>) -> bool {
    let adjective = at > 0 && document.tags(at - 1).any(Tags::DIGITS | Tags::NUMBER_WORD);
    adjective
        || thoughts::is_thought(document, at, cue, object.clone())
        || silence::is_act(document, cue.lemma, object.start)
        || is_kept_from(document, cue, object.start, object.end)
}

/// Whether a person is kept from something: `denied Finch with a late tackle`, `denied Dorn a third win`.
fn is_kept_from(document: &Document, cue: &Cue, start: usize, limit: usize) -> bool {
    let named = |at: usize| document.tags(at).any(Tags::CAPITALISED) && document.tokens[at].kind == TokenKind::Word;
    let start = start + usize::from(document.is(start, "the"));
    let end = (start..limit).find(|&at| !named(at)).unwrap_or(limit);
    let given = document.tags(end).any(Tags::PREPOSITION | Tags::ARTICLE) || document.tags(end).any(Tags::POSSESSIVE);
    cue.lemma == "deny" && end > start && end < limit && given
}

/// Whether the verb of another clause follows: `among the papers Finch cites are letters`, but not `asked is it deep`.
fn is_other_verb(document: &Document, cue: &Cue, start: usize) -> bool {
    let finite = document.tags(start).any(Tags::AUXILIARY) && !document.ends_in(start, "ing");
    finite && cue.lemma != "ask" && !cue.takes(Frame::Clause)
}

/// Whether the object is the hearer of what follows: `asked the crowd: "Why?"`, `asked Finch if the weir leaked`.
fn is_hearer(document: &Document, cue: &Cue, object: Range<usize>) -> bool {
    let heard = adjuncts::introduction_end(document, object.start, cue.takes(Frame::Hearer), object.end);
    let spoken = document.quotation_of(heard).filter(|quotation| quotation.open as usize == heard);
    if spoken.is_some_and(|quotation| quotation.close as usize - heard >= SENTENCE) {
        return true;
    }
    let near = || phrases::behind(document, object.start, object.end).is_none_or(|hearer| heard <= hearer.end + 1);
    let question = document.is_one_of(heard, &classes::OPENERS_OF_REPORTS) || document.is(heard, "where");
    let asked = cue.lemma == "ask" && question;
    heard > object.start && (asked || cue.lemma == "promise" && document.is(heard, "that")) && near()
}

/// Whether the content is a quotation before the source, `“Is it deep?” Finch asked the warden`, or nobody speaks: `No
/// miller denied it`.
fn goes_with_speech(document: &Document, at: usize, cue: &Cue, source: usize) -> bool {
    let nobody = !document.tags(source).any(Tags::SENTENCE_START)
        && source.checked_sub(1).is_some_and(|before| document.is(before, "no"));
    nobody || cue.takes(Frame::Direct) && !document.ends_in(at, "ing") && beside::ends_speech(document, source)
}

/// Whether an infinitive starts here: `to sell`, `never to sell`.
fn begins_infinitive(document: &Document, start: usize) -> bool {
    let to = start + usize::from(document.is_one_of(start, const { &WordList::of(["never", "not"]) }));
    document.is(to, "to") && !document.tags(to + 1).any(Tags::CAPITALISED | Tags::DETERMINER | Tags::DIGITS)
}

/// Whether a person and an infinitive follow a verb of ordering: `ordered the guards to leave`, `told her not to row`.
fn is_ordered(document: &Document, at: usize, cue: &Cue, behind: Range<usize>) -> bool {
    let orders = infinitives::orders(cue.lemma) || document.is(at, "directed");
    if !orders || at > 0 && document.is(at - 1, "to") {
        return false;
    }
    let pronoun = document.tags(behind.start).any(Tags::PRONOUN) && !document.is(behind.start, "her");
    let hearer = if pronoun {
        Some(behind.start..behind.start + 1)
    } else {
        phrases::behind(document, behind.start, behind.end)
    };
    let Some(hearer) = hearer else { return false };
    let ordered = |at: &usize| document.is(*at, "to") && infinitives::begins(document, *at + 1);
    let negated = document.is_one_of(hearer.end, const { &WordList::of(["not", "never"]) });
    let to = (behind.start + 1..hearer.end + 1 + usize::from(negated)).find(ordered);
    to.is_some_and(|to| !document.is_one_of(to - 1, &classes::QUESTIONS))
}

/// Whether another person speaks: `cited Finch as saying`.
fn is_other_speaker(document: &Document, at: usize, limit: usize) -> bool {
    as_saying::quoted(document, at, limit).is_some_and(|other| document.is(other.end + 1, "saying"))
}

/// Whether the name after the verb is the source: `, asks Otto Vale.`, `, notes Otter Radio, whose`.
fn is_source(document: &Document, at: usize, start: usize, sentence: &Range<usize>) -> bool {
    if at == sentence.start || !document.is(at - 1, ",") || document.ends_in(at, "ing") {
        return false;
    }
    let Some(source) = phrases::behind(document, start, sentence.end) else { return false };
    let dash = source.end < sentence.end && document.tokens[source.end].kind == TokenKind::Dash;
    let parted = source.end < sentence.end && (dash || matches!(document.word(source.end), "," | ";" | ")"));
    let placed = adjuncts::closes(document, &source, sentence.end);
    let named = || source.clone().all(|at| document.tags(at).any(Tags::CAPITALISED) || document.is(at, "the"));
    adjuncts::ends_sentence(document, &source) || placed || parted && named()
}

/// Whether the object is only a pronoun: `denied them`.
fn is_pronoun(document: &Document, content: &Range<usize>) -> bool {
    little::is_bare_pronoun(document, content.start, content.end)
        || content.len() == 1 && document.tags(content.start).any(Tags::PRONOUN)
}

/// Whether the verb is negated: `has not acknowledged the request`.
fn is_negated(document: &Document, cue: usize, from: usize) -> bool {
    let verb = sources::verb_group(document, cue, from);
    (verb..cue).any(|at| document.tags(at).any(Tags::NEGATION) || clause::is_contracted(document.word(at)))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_object_tells_what_was_said() {
        quotes(
            "
Finch cited the cost of repairs.
            ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[cited] speaker=[Finch] person=[Finch]
The club declined to comment.
                  ^^^^^^^^^^ quote indirect cue=[declined] speaker=[The club]
",
        );
    }

    #[test]
    fn the_accused_does_not_speak() {
        quotes("Two men were accused of theft.");
    }

    #[test]
    fn who_is_asked_a_question_is_no_part_of_it() {
        quotes(
            "
The warden asked two anglers whether the ice would hold.
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[asked] speaker=[The warden]
",
        );
    }

    #[test]
    fn who_would_not_be_named_says_more_than_that() {
        quotes(
            "
A diver who declined to be pictured said the weir was past saving.
                     ^^^^^^^^^^^^^^ quote indirect cue=[declined] speaker=[who]
                                         ^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[A diver]
",
        );
    }

    #[test]
    fn what_somebody_is_to_do_is_told() {
        quotes(
            "
The abbot ordered the drovers to leave. Nora Finch warned him not to row at night.
                  ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[ordered] speaker=[The abbot]
                                                          ^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[warned] speaker=[Nora Finch] person=[Nora Finch]
Dray vowed never to sell the weir.
           ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[vowed] speaker=[Dray] person=[Dray]
",
        );
        quotes(
            "What Amos said next hurt. The abbot ordered two geese to a plate. He made a living from directing plays to pay for it.",
        );
    }

    #[test]
    fn a_time_before_what_is_told_is_not_told() {
        quotes(
            "
The mayor announced Sunday steep cuts in spending.
                           ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[announced] speaker=[The mayor]
",
        );
    }

    #[test]
    fn who_is_asked_is_not_what_is_asked() {
        quotes(
            "
In court, Lund asked Mr Vale: \"If you believe it is fair, are you able to lie?\"
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[asked] speaker=[Lund] person=[Lund]
",
        );
    }

    #[test]
    fn a_name_between_commas_is_the_source() {
        quotes(
            "
The weir broke in the spring, notes Otter Radio, whose mast fell.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[notes] speaker=[Otter Radio]
",
        );
    }

    #[test]
    fn what_was_not_said_is_no_quote() {
        quotes("The ferry firm has not publicly acknowledged its debts. Lund hasn't announced a date.");
    }

    #[test]
    fn a_pronoun_tells_nothing() {
        quotes("The prize is big. Lund announced it on Saturday and denied them. Dray confirmed it himself.");
    }

    #[test]
    fn the_time_of_telling_and_the_next_clause_are_not_told() {
        quotes(
            "
The verger announced his retirement on Sunday.
                     ^^^^^^^^^^^^^^ quote indirect cue=[announced] speaker=[The verger]
Ruth Amos confirmed the sale, and the tower fell silent at last.
                    ^^^^^^^^ quote indirect cue=[confirmed] speaker=[Ruth Amos] person=[Ruth Amos]
",
        );
    }

    #[test]
    fn what_is_no_speech() {
        quotes(
            "
The seeds of a promising market were sown. This promise was on the board of trust. Otto Vale denied Ivo Marsh with a late tackle.
",
        );
    }

    #[test]
    fn the_object_ends_where_another_clause_or_the_hearer_begins() {
        quotes(
            "
Recent stories have mentioned a shortage, and today, Dorn was hit. Ruth Amos confirmed the loss to the Dorn Times.
                              ^^^^^^^^^^ quote indirect cue=[mentioned] speaker=[Recent stories]
                                                                                       ^^^^^^^^ quote indirect cue=[confirmed] speaker=[Ruth Amos] person=[Ruth Amos]
",
        );
    }

    #[test]
    fn nobody_who_claims_it_and_nobody_kept_from_a_goal() {
        quotes(
            "
No miller denied the charge. The Otters denied the Herons a late goal. They asked Lund, who owns the mill, for a loan.
                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[asked] speaker=[They]
",
        );
    }
}
