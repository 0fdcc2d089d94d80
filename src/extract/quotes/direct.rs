//! A quotation with its verb of speech before, after or inside it: `"It is late," said Nora Finch.`, `She added: "Go
//! home."`, `"It is," he said, "too late."`; also an independent sentence without a source.

use std::ops::Range;

use super::{
    around,
    attribution::{Attribution, quote, quotes},
    beside, clause, cues, interposed, named_work, openings, speaking,
};
use crate::{
    extract::Extractor,
    types::{BlockKind, Document, Fact, Quotation, Quote, QuoteForm, Tags, TokenKind},
};

/// Direct speech.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.direct", source: include_str!("direct.rs"), anchors: Tags::OPENING, extract };

/// Shares of content that is correct: with a verb of speech and its source, and without; and the factor where words
/// outside the marks are included.
const RIGHT: f32 = 0.97;
const ALONE: f32 = 0.8;
const MIXED: f32 = 0.8;

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    let next = document.quotations.partition_point(|quotation| (quotation.open as usize) < at);
    let Some(quotation) = document.quotations.get(next).filter(|quotation| quotation.open as usize == at) else {
        return;
    };
    let empty = !stretch(quotation).any(|at| matches!(document.tokens[at].kind, TokenKind::Word | TokenKind::Number));
    if empty || document.block_of(at).kind == BlockKind::PullQuote || is_continuation(document, next) {
        return;
    }
    let mut content = vec![stretch(quotation)];
    let said = match beside::preceding(document, quotation) {
        Some(said) => Some(said),
        None => beside::following(document, quotation)
            .filter(|said| {
                let told = beside::is_hearer(document, said.cue, at);
                said.source.is_some() || told || beside::stands_alone(document, quotation)
            })
            .filter(|said| {
                !named_work::is_called(document, quotation) && !named_work::is_named_work(document, quotation, said.cue)
            })
            .inspect(|_| content[0] = whole_clause(document, quotation)),
    };
    let said = said.filter(|said| !named_work::is_name(document, quotation, said.cue));
    let Some(said) = said else {
        if beside::stands_alone(document, quotation) {
            let source = interposed::source(document, next).or_else(|| subject_before(document, quotation));
            found.push(quote(document, EXTRACTOR.name, ALONE, Attribution { content, cue: None, source }));
        }
        return;
    };
    let later = (next + 1..).take_while(|&later| is_continuation(document, later));
    content.extend(later.map(|later| stretch(&document.quotations[later])));
    content[0].end = beside::last_called_out(document, quotation, said.cue).max(content[0].end);
    let right = if said.source.is_some() { RIGHT } else { ALONE };
    let attribution = Attribution { content, cue: Some(said.cue..said.cue + 1), source: said.source };
    found.extend(quotes(document, EXTRACTOR.name, right, attribution).into_iter().map(less_sure));
}

/// Lowers the confidence of content with words from outside the marks, which is wrong more often.
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
    let before = around::leading(document, open);
    let dash = || open > 0 && document.tokens[open - 1].kind == TokenKind::Dash && !document.is_glued(open - 1);
    let parted = dash() || open > 0 && matches!(document.sign(open - 1), ',' | ':');
    // `many lost a boat - “we had none,” he said`, `many lost a boat (“We had none,” said Lund)`
    let whole = dash() && clause::is_finite(document, before.start..open - 1);
    let bracket = open > 0 && document.is(open - 1, "(");
    let apart = whole || bracket || parted && document.tags(open + 1).any(Tags::CAPITALISED);
    if before.is_empty() || apart { stretch(quotation) } else { before.start..quotation.close as usize + 1 }
}

/// The subject of the sentence before, in the same paragraph: `Finch shook her head. "It is gone."`
fn subject_before(document: &Document, quotation: &Quotation) -> Option<Range<usize>> {
    let sentence = document.tokens[quotation.open as usize].sentence.checked_sub(1)?;
    let before = &document.sentences[sentence as usize];
    let tokens = before.tokens.start as usize..before.tokens.end as usize;
    let same = before.block == document.sentence_of(quotation.open as usize).block;
    let plain = same
        && tokens.len() < beside::REACH
        && document.quotation_of(tokens.start).is_none()
        && !tokens.clone().any(|at| document.tokens[at].kind == TokenKind::Quotation || cues::is_plain(document, at));
    openings::subject(document, tokens.start, tokens.end)
        .filter(|source| plain && speaking::is_speaker(document, source.clone()))
}

/// Whether a quotation continues the one before it: `"…," he said, "…"` or `"…," he said. "…"`.
fn is_continuation(document: &Document, index: usize) -> bool {
    let Some(quotation) = document.quotations.get(index) else { return false };
    let Some(before) = index.checked_sub(1).map(|before| &document.quotations[before]) else { return false };
    let (open, close) = (quotation.open as usize, before.close as usize);
    if open.checked_sub(close).is_none_or(|gap| gap > beside::REACH)
        || document.block_of(open).span != document.block_of(close).span
    {
        return false;
    }
    let said = beside::following(document, before).filter(|said| !interposed::has_own(document, before, said.cue));
    let Some(said) = said else { return false };
    // `Calling it “a ruin,” Finch said: “…”`: only the second is speech.
    if named_work::is_called(document, before) || named_work::is_named_work(document, before, said.cue) {
        return false;
    }
    if document.tokens[open].sentence == document.tokens[said.cue].sentence {
        return beside::preceding(document, quotation).is_some_and(|own| own.cue == said.cue)
            || is_behind_apposition(document, said.cue, close, open);
    }
    let ends = document.sentence_of(said.cue).tokens.end as usize;
    let adjoins = ends == open && !interposed::tells(document, said.cue, open);
    let goes_on = || beside::stands_alone(document, quotation) || beside::goes_on(document, quotation);
    adjoins && beside::following(document, quotation).is_none() && goes_on()
}

/// Whether no other source is between the two: `"It is late," said Finch, a nurse from Dorn, "and cold."`
fn is_behind_apposition(document: &Document, cue: usize, close: usize, open: usize) -> bool {
    // `said Finch, smiling, “I am glad.”`
    let lower = !document.tags(open + 1).any(Tags::CAPITALISED) || document.word(open + 1).starts_with('I');
    beside::is_parted(document, open)
        && document.is(close - 1, ",")
        && lower
        && !(cue + 1..open).any(|at| cues::verb(document, at).is_some())
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
    fn what_something_is_called_is_no_clause() {
        quotes(
            "
Calling the plan “a gift,” Finch told the mayor to drop it.
        ^^^^^^^^^^^^^^^^^^ quote mixed cue=[Calling] speaker=[Finch] person=[Finch]
                                      ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Finch] person=[Finch]
Calling the mill “a ruin,” Finch said: “The roof leaks. The wheel is gone.”
        ^^^^^^^^^^^^^^^^^^ quote mixed cue=[Calling] speaker=[Finch] person=[Finch]
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Finch] person=[Finch]
",
        );
    }

    #[test]
    fn a_work_named_in_the_subject_is_not_said() {
        quotes("Finch, who danced in “Salt,” posted the song. In a talk on “Salt,” Nora Finch pointed to the pier.");
        quotes(
            "
Lund, who calls the mill “a ruin,” said he sold it.
                ^^^^^^^^^^^^^^^^^^ quote mixed cue=[calls] speaker=[who] person=[Lund]
",
        );
    }

    #[test]
    fn a_mark_alone_quotes_nothing() {
        quotes("The dam held. ”\n\nNora Finch left.");
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
    fn a_few_words_between_single_marks_go_on() {
        quotes(
            "
'The goose was a thief,' said drover Otto Vale. 'A proper thief.'
^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[drover Otto Vale] person=[Otto Vale]
                                                ^^^^^^^^^^^^^^^^^ quote …
“That,” said Vale, pointing at the weir, “is where it swam.”
^^^^^^^ quote direct cue=[said] speaker=[Vale] person=[Otto Vale]
                                         ^^^^^^^^^^^^^^^^^^^ quote …
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
    fn signs_that_steer_the_direction_of_writing_are_looked_past() {
        quotes(
            "
\u{202A}”It is late,” Finch said.
 ^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Finch] person=[Finch]
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

    #[test]
    fn words_about_the_speaker_stand_between() {
        quotes(
            "
“It is late,” said Nora Finch, a nurse who lives in Dorn, “and it is cold.”
^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Nora Finch] person=[Nora Finch]
                                                          ^^^^^^^^^^^^^^^^^ quote …
",
        );
    }

    #[test]
    fn a_relative_clause_between_commas_belongs_to_what_is_said() {
        quotes(
            "
The kiln, which burns peat, was lit for “a merry feast,” Birch said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[said] speaker=[Birch] person=[Birch]
",
        );
    }

    #[test]
    fn a_quotation_behind_a_dash_or_in_brackets_stands_for_itself() {
        quotes(
            "
Many families lost a boat - “we had no rope left,” Ruth Amos said.
                            ^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Ruth Amos] person=[Ruth Amos]
The toll upset the ferrymen (“I want my barge back,” wrote Ruth Amos).
                             ^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[wrote] speaker=[Ruth Amos] person=[Ruth Amos]
“You are late,” Ruth Amos was told.
^^^^^^^^^^^^^^^ quote direct cue=[told]
",
        );
    }
}
