//! A quotation with its verb of speech before, behind or between: `"It is late," said Nora Finch.`, `She
//! added: "Go home."`, `"It is," he said, "too late."`; also a sentence of its own that nobody is named for.

use std::ops::Range;

use super::{
    adjuncts, around,
    attribution::{Attribution, quote, quotes},
    clause, cues, phrases, sources,
};
use crate::{
    extract::Extractor,
    lexicon::Frame,
    types::{BlockKind, Document, Fact, Quotation, Quote, QuoteForm, Tags, TokenKind},
};

/// Direct speech.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.direct", source: include_str!("direct.rs"), anchors: Tags::OPENING, extract };

/// Most tokens between a closing mark and the verb of speech behind it.
const REACH: usize = 45;

/// Fewest tokens of a sentence in single marks that stands for itself; shorter ones are headings.
const HEADING: usize = 10;

/// Fewest tokens of a quotation that is taken for a clause of its own.
const CLAUSE: usize = 8;

/// Shares of content that is right: with a verb of speech and its source, and without.
const RIGHT: f32 = 0.97;
const ALONE: f32 = 0.8;
/// What is left of it where words outside the marks are taken in.
const MIXED: f32 = 0.8;

/// A verb of speech beside a quotation, and its source.
struct Said {
    cue: usize,
    source: Option<Range<usize>>,
}

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    let next = document.quotations.partition_point(|quotation| (quotation.open as usize) < at);
    let Some(quotation) = document.quotations.get(next).filter(|quotation| quotation.open as usize == at) else {
        return;
    };
    if document.block_of(at).kind == BlockKind::PullQuote || is_continuation(document, next) {
        return;
    }
    let mut content = vec![stretch(quotation)];
    let said = match preceding(document, quotation) {
        Some(said) => Some(said),
        None => following(document, quotation)
            .filter(|said| said.source.is_some() || stands_alone(document, quotation))
            .inspect(|_| content[0] = whole_clause(document, quotation)),
    };
    let Some(said) = said else {
        if stands_alone(document, quotation) {
            let source = subject_before(document, quotation);
            found.push(quote(document, EXTRACTOR.name, ALONE, Attribution { content, cue: None, source }));
        }
        return;
    };
    let mut later = next + 1;
    while is_continuation(document, later) {
        content.push(stretch(&document.quotations[later]));
        later += 1;
    }
    let right = if said.source.is_some() { RIGHT } else { ALONE };
    let attribution = Attribution { content, cue: Some(said.cue..said.cue + 1), source: said.source };
    found.extend(quotes(document, EXTRACTOR.name, right, attribution).into_iter().map(less_sure));
}

fn less_sure(mut fact: Fact<Quote>) -> Fact<Quote> {
    if fact.detail.form == QuoteForm::Mixed {
        fact.confidence *= MIXED;
    }
    fact
}

fn stretch(quotation: &Quotation) -> Range<usize> {
    quotation.open as usize..quotation.close as usize + 1
}

/// A quotation and the words before it that it completes: `The plan is "a gift," Finch said.`
fn whole_clause(document: &Document, quotation: &Quotation) -> Range<usize> {
    let open = quotation.open as usize;
    let clause = around::leading(document, open);
    let apart =
        open > 0 && matches!(document.word(open - 1), "," | ":") && document.tags(open + 1).any(Tags::CAPITALISED);
    if clause.is_empty() || apart { stretch(quotation) } else { clause.start..quotation.close as usize + 1 }
}

/// The verb of speech that introduces a quotation: `She said on Monday: "`.
fn preceding(document: &Document, quotation: &Quotation) -> Option<Said> {
    let open = quotation.open as usize;
    let before = open.checked_sub(1)?;
    let colon = document.word(before) == ":";
    let comma = document.word(before) == ",";
    if document.tokens[before].sentence != document.tokens[open].sentence && !colon {
        return None;
    }
    let sentence = clause::sentence(document, before);
    let end = if colon || comma { before } else { open };
    let cue = cues::last_direct(document, sentence.start..end)?;
    let verb = cues::verb(document, cue).filter(|_| document.quotation_of(cue).is_none())?;
    let behind = cues::end(document, cue);
    let tail = adjuncts::introduction_end(document, behind, verb.takes(Frame::Hearer), end);
    let inverted = phrases::behind(document, behind, end).filter(|source| source.end == end);
    let capital = document.tags(open + 1).any(Tags::CAPITALISED);
    let long = quotation.close as usize - open >= CLAUSE;
    let whole = ends_sentence(document, quotation)
        || (capital && verb.takes(Frame::Clause))
        || (long && ends_clause(document, quotation));
    let adjoins = tail == end || inverted.is_some() || (capital && is_circumstance(document, tail..end));
    let close = behind == end || (long && capital && ends_sentence(document, quotation));
    let hearer = verb.lemma == "tell" && behind == end && !comma && !colon;
    let introduces = !hearer && ((colon && end - cue < REACH / 2) || (adjoins && (comma || (whole && close))));
    if !introduces {
        return None;
    }
    let source = cues::source(document, cue, sentence.start).or(inverted);
    (source.is_some() || stands_alone(document, quotation)).then_some(Said { cue, source })
}

/// Whether a few words without a verb stand between the verb of speech and the comma: `, however,`.
fn is_circumstance(document: &Document, tokens: Range<usize>) -> bool {
    tokens.len() <= 10 && !tokens.into_iter().any(|at| document.tags(at).any(Tags::AUXILIARY | Tags::VERB | Tags::CUE))
}

/// The verb of speech that follows a quotation: `," the mayor said`, `," said Nora Finch`.
fn following(document: &Document, quotation: &Quotation) -> Option<Said> {
    if !quotation.closed {
        return None;
    }
    let mut first = quotation.close as usize + 1;
    if first >= document.tokens.len() || document.tokens[first].sentence != document.tokens[first - 1].sentence {
        return None;
    }
    let comma = document.word(first) == ",";
    let inside = document.tokens[quotation.close as usize - 1].kind == TokenKind::Mark;
    let own = Tags::DETERMINER | Tags::CAPITALISED | Tags::PRONOUN | Tags::CUE | Tags::ADVERB | Tags::NUMBER_WORD;
    if !comma && !inside && !document.tags(first).any(own) {
        return None;
    }
    first += usize::from(comma);
    let limit = document.sentence_tokens(first - 1).end.min(first + REACH);
    let apart = document.sentence_tokens(quotation.open as usize).start < quotation.open as usize;
    for cue in first..limit {
        if document.tokens[cue].kind == TokenKind::Quotation && document.tags(cue).any(Tags::OPENING) {
            return None;
        }
        if !cues::verb(document, cue).is_some_and(|cue| cue.takes(Frame::Direct)) {
            continue;
        }
        let verb = sources::verb_group(document, cue, first);
        if verb == first && document.word(cue).ends_with("ing") {
            return None;
        }
        if verb == first {
            let source = phrases::behind(document, cues::end(document, cue), limit);
            return Some(Said { cue, source });
        }
        if apart && governs_other(document, cue, limit) {
            return None;
        }
        if let Some(source) = sources::before(document, cue, first).filter(|source| source.start == first) {
            return Some(Said { cue, source: Some(source) });
        }
        let inside = matches!(document.word(quotation.close as usize - 1), "," | "?" | "!" | "…");
        let source = phrases::behind(document, first, verb);
        if inside && source.is_some() && !document.tags(first).any(Tags::CONJUNCTION) {
            return Some(Said { cue, source });
        }
    }
    None
}

/// Whether words that are no hearer, time or place follow the verb: `In "Salt," Finch says the sea won.`
fn governs_other(document: &Document, cue: usize, limit: usize) -> bool {
    let hearer = cues::verb(document, cue).is_some_and(|cue| cue.takes(Frame::Hearer));
    let end = adjuncts::introduction_end(document, cues::end(document, cue), hearer, limit);
    end < limit
        && document.tokens[end].kind == TokenKind::Word
        && !document.tags(end).any(Tags::CONJUNCTION | Tags::PREPOSITION)
        && !document.word(end).ends_with("ing")
}

/// The subject of the sentence before, in the paragraph: `Finch shook her head. "It is gone."`
fn subject_before(document: &Document, quotation: &Quotation) -> Option<Range<usize>> {
    let sentence = document.tokens[quotation.open as usize].sentence.checked_sub(1)?;
    let before = &document.sentences[sentence as usize];
    let tokens = before.tokens.start as usize..before.tokens.end as usize;
    let same = before.block == document.sentence_of(quotation.open as usize).block;
    let plain =
        same && tokens.len() < REACH && !tokens.clone().any(|at| document.tokens[at].kind == TokenKind::Quotation);
    sources::opening(document, tokens.start, tokens.end)
        .filter(|source| plain && sources::is_speaker(document, source.clone()))
}

/// Whether a quotation goes on with the one before it: `"…," he said, "…"` or `"…," he said. "…"`.
fn is_continuation(document: &Document, index: usize) -> bool {
    let Some(quotation) = document.quotations.get(index) else { return false };
    let Some(before) = index.checked_sub(1).map(|before| &document.quotations[before]) else { return false };
    let (open, close) = (quotation.open as usize, before.close as usize);
    if open.checked_sub(close).is_none_or(|gap| gap > REACH)
        || document.block_of(open).span != document.block_of(close).span
    {
        return false;
    }
    let Some(said) = following(document, before) else { return false };
    if document.tokens[open].sentence == document.tokens[said.cue].sentence {
        return preceding(document, quotation).is_some_and(|own| own.cue == said.cue);
    }
    let adjoins = document.sentence_of(said.cue).tokens.end as usize == open;
    adjoins && following(document, quotation).is_none() && stands_alone(document, quotation)
}

/// Whether a quotation is made of whole sentences, with nothing of the text around it in them.
fn stands_alone(document: &Document, quotation: &Quotation) -> bool {
    let (open, close) = (quotation.open as usize, quotation.close as usize);
    let starts = document.sentence_tokens(open).start == open;
    let heading = matches!(document.word(open), "'" | "‘") && close - open < HEADING;
    let long = close - open > 3 || document.sentence_tokens(close).end == document.block_of(close).tokens.end as usize;
    starts && long && !heading && (ends_sentence(document, quotation) || !quotation.closed)
}

fn ends_sentence(document: &Document, quotation: &Quotation) -> bool {
    let end = document.sentence_tokens(quotation.close as usize).end;
    let behind = quotation.close as usize + 1;
    behind == end || (behind + 1 == end && matches!(document.word(behind), "." | "!" | "?"))
}

/// Whether a mark that ends a clause follows the quotation.
fn ends_clause(document: &Document, quotation: &Quotation) -> bool {
    document.tokens.get(quotation.close as usize + 1).is_none_or(|next| next.kind == TokenKind::Mark)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_verb_stands_before_behind_or_between() {
        quotes(
            "
“It is late,” said Nora Finch, who was tired.
^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Nora Finch] person=[Nora Finch]
She added on Monday: “Go home.”
                     ^^^^^^^^^^ quote direct cue=[added] speaker=[She] person=[Nora Finch]
“It is,” he said, “too late. Go.”
^^^^^^^^ quote direct cue=[said] speaker=[he]
                  ^^^^^^^^^^^^^^^ quote …
“It is,” he said. “Go home now.”
^^^^^^^^ quote direct cue=[said] speaker=[he]
                  ^^^^^^^^^^^^^^ quote …
",
        );
    }

    #[test]
    fn stretches_of_two_forms_are_two_quotes() {
        quotes(
            "
The plan is “a gift,” Finch said. “We need it.”
^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[said] speaker=[Finch] person=[Finch]
                                  ^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Finch] person=[Finch]
Finch left. “Go home,” Dray said. Moss told Reuters: “No.”
            ^^^^^^^^^^ quote direct cue=[said] speaker=[Dray] person=[Dray]
                                                     ^^^^^ quote direct cue=[told] speaker=[Moss] person=[Moss]
",
        );
    }

    #[test]
    fn a_long_quotation_needs_no_mark_before_it() {
        quotes(
            "
The letter reads “we may send the form to other people in time”, but no form came.
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[reads] speaker=[The letter]
",
        );
    }

    #[test]
    fn two_speakers_of_one_line_are_told_apart() {
        quotes(
            "
Finch said: “One.” Then Dray said: “Two.” Nobody clapped.
            ^^^^^^ quote direct cue=[said] speaker=[Finch] person=[Finch]
                                   ^^^^^^ quote direct cue=[said] speaker=[Dray] person=[Dray]
",
        );
    }

    #[test]
    fn paragraphs_reopen_and_only_the_last_closes() {
        quotes(
            "
Karl Benson said: “The river rose.
                  ^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Karl Benson] person=[Karl Benson]
“The barn was gone.
^^^^^^^^^^^^^^^^^^^ …
“We lost the sheep.”
^^^^^^^^^^^^^^^^^^^^ …
",
        );
    }

    #[test]
    fn an_odd_mark_shifts_no_pair_behind_it() {
        quotes(
            "
The plan” was dropped in May. “It cost too much,” Finch said.
                              ^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Finch] person=[Finch]
",
        );
    }

    #[test]
    fn apostrophes_are_no_marks() {
        quotes(
            "
'The crews' boats weren't ours,' the owners' club said in the '90s.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[the owners' club]
",
        );
    }

    #[test]
    fn marks_of_any_style_and_either_way_round() {
        quotes(
            "
”It is late,“ Finch said. “Go home,\" Dray said. ''No,'' said Moss.
^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Finch] person=[Finch]
                          ^^^^^^^^^^ quote direct cue=[said] speaker=[Dray] person=[Dray]
                                                ^^^^^^^ quote direct cue=[said] speaker=[Moss] person=[Moss]
",
        );
    }

    #[test]
    fn a_description_stands_between_name_and_verb() {
        quotes(
            "
Hugh Vale, a doctor who runs the ward, said: “We are full.”
                                             ^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Hugh Vale] person=[Hugh Vale]
",
        );
    }

    #[test]
    fn the_speaker_is_named_in_the_sentence_before() {
        quotes(
            "
Hugh Vale shook his head. “We are full tonight.”
                          ^^^^^^^^^^^^^^^^^^^^^^ quote direct speaker=[Hugh Vale] person=[Hugh Vale]
",
        );
    }

    #[test]
    fn a_nickname_stands_in_the_name() {
        quotes(
            "
“I miss it,” said Robert “Bobby” Kane.
^^^^^^^^^^^^ quote direct cue=[said] speaker=[Robert “Bobby” Kane] person=[Robert “Bobby” Kane]
",
        );
    }

    #[test]
    fn a_question_mark_ends_the_quotation_not_the_sentence() {
        quotes(
            "
“Who pays?” Harry asked. “You do!” Lena exclaimed.
^^^^^^^^^^^ quote direct cue=[asked] speaker=[Harry] person=[Harry]
                         ^^^^^^^^^ quote direct cue=[exclaimed] speaker=[Lena]
",
        );
    }

    #[test]
    fn adjacent_quotations_and_the_last_of_the_text() {
        quotes(
            "
Finch left. “No,” said Dray.“Never,” said Moss. Lund asked: “Why?”
            ^^^^^ quote direct cue=[said] speaker=[Dray] person=[Dray]
                            ^^^^^^^^ quote direct cue=[said] speaker=[Moss] person=[Moss]
                                                            ^^^^^^ quote direct cue=[asked] speaker=[Lund] person=[Lund]
",
        );
    }

    #[test]
    fn documents_and_the_unnamed_speak_in_unusual_verbs() {
        quotes(
            "
“It is shut,” a statement read. “For good,” a spokesman deadpanned. “Hardly,” Otterby Police quipped.
^^^^^^^^^^^^^ quote direct cue=[read] speaker=[a statement]
                                ^^^^^^^^^^^ quote direct cue=[deadpanned] speaker=[a spokesman]
                                                                    ^^^^^^^^^ quote direct cue=[quipped] speaker=[Otterby Police]
",
        );
    }

    #[test]
    fn works_and_nicknames_are_not_speech() {
        quotes("He read “The Long Winter” twice. Robert “Bobby” Kane left.");
    }
}
