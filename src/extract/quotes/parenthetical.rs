//! A reported clause before its verb of speech, or around it: `The dam will hold, the mayor said.`,
//! `The dam, she said on Monday, will hold.`

use std::ops::Range;

use super::{
    adjuncts, around,
    attribution::{Attribution, quotes},
    clause, compounds, cues, dashes, nested, phrases,
    said::{self, Said},
    speaking, turned,
};
use crate::{
    extract::Extractor,
    lexicon::{Cue, Frame},
    types::{Document, Fact, Quote, Tags, TokenKind, WordList},
};

/// Clause, source, verb.
pub const EXTRACTOR: Extractor<Quote> =
    Extractor { name: "quotes.parenthetical", source: include_str!("parenthetical.rs"), anchors: Tags::CUE, extract };

/// Minimum number of tokens before an attribution at the end of the sentence that are more than a circumstance.
const WHOLE: usize = 8;

fn extract(document: &Document, at: usize, found: &mut Vec<Fact<Quote>>) {
    let cue = cues::verb(document, at).filter(|_| document.quotation_of(at).is_none() && !is_first(document, at));
    let Some(cue) = cue else { return };
    let finds = matches!(cue.lemma, "find" | "learn" | "show");
    let sentence = clause::sentence(document, at);
    let reports = (finds || reports_clause(document, at, cue)) && !cues::is_passive(document, at, sentence.start);
    let said =
        if reports { said::said(document, at, sentence.clone()) } else { said::quoted(document, at, cue, &sentence) };
    let Some(said) = said else { return };
    let Some(end) = separator(document, said.tokens.start, sentence.start) else { return };
    let left = around::leading(document, end);
    // `, Finch told the Otter Post on Monday.`
    let heard = matches!(cue.lemma, "assure" | "inform" | "reassure" | "remind" | "tell" | "warn") && !said.inverted;
    let last = adjuncts::introduction_end(document, said.tokens.end, heard, sentence.end);
    // `, figures showed on Friday`: the words after a finding are not speech.
    let behind = if heard || finds { last } else { said.tokens.end };
    let ends = behind >= sentence.end || document.is(behind, ".");
    let person = speaking::can_speak(document, said.source.clone());
    let relative = heard && document.tags(said.source.start).any(Tags::RELATIVE);
    if relative || !person && is_act(document, &said) || is_thing(document, cue, &said) {
        return;
    }
    if finds && !(ends && !said.inverted && speaking::finds(document, cue, said.source.clone())) {
        return;
    }
    if !finds && is_others(document, is_report(document, cue, &said), &left, heard)
        || turned::is_turned(document, cue, &said, &left)
    {
        return;
    }
    let medium = last < sentence.end && document.is(last, ",") && around::names_origin(document, last + 1);
    // `Watching the river from the mill may calm people, he believes.`: there is no other content.
    // `announced its plans`
    let object = said.inverted && is_owned(document, &said) || !person;
    let clause = left.len() > WHOLE && clause::has_verb(document, left.start + 1..left.end);
    let all = (ends || is_left_of_office(document, &said, last, left.start)) && !object && clause;
    let is_clause = around::is_clause(document, left.clone());
    let whole = left.len() > 1 && (all || medium || is_clause);
    let goes_on = !is_clause && goes_on(document, last, sentence.end);
    let Some(left) = dashes::told(document, last, left) else { return };
    let mut content = vec![left];
    if last < sentence.end && document.is(last, ",") {
        if document.tags(last + 1).any(Tags::OPENING) && document.tags(last + 2).any(Tags::CAPITALISED) {
            return;
        }
        content.extend(around::resumed(document, last + 1, sentence.end, said.inverted && !goes_on));
    } else if last < sentence.end && !is_tail(document, last, at) {
        return;
    }
    // `who, she said, was late`: the words before belong to another clause.
    if content.len() > 1 && around::is_open(document, content[0].clone()) {
        content.remove(0);
    }
    // A fronted adverbial or a bare subject is content only where the clause goes on.
    if !whole && content.len() == 1 && content[0].end <= at {
        return;
    }
    let attribution = Attribution { content, cue: Some(at..at + 1), source: Some(said.source) };
    found.extend(quotes(document, EXTRACTOR.name, 0.88, attribution));
}

/// Whether the source begins with a participle that states an act: `, fanning fears`, `, sinking two barges the guild
/// said`, but not `, charging papers say`.
fn is_act(document: &Document, said: &Said) -> bool {
    document.ends_in(said.source.start, "ing") && !compounds::is_paper(document, said.source.end - 1)
}

/// Whether the clause continues after the comma: `On average, said Finch, it leaks`, `, millers lose two boats`, `,
/// rowing by night is dull`, but not `said Finch, the warden`.
fn goes_on(document: &Document, comma: usize, limit: usize) -> bool {
    let next = comma + 1;
    let finite = |next: usize| clause::is_finite(document, next..limit) && !document.tags(next).any(Tags::ARTICLE);
    next < limit && (finite(next) || phrases::opens_plainly(document, next, limit))
}

/// Whether the noun phrase is not a source but what is reported or found: `, no injuries reported`, `, revealed his
/// plans after the vote`, `, an investigation revealed`.
fn is_thing(document: &Document, cue: &Cue, said: &Said) -> bool {
    let nobody = document.is(said.source.start, "no") && !said.inverted;
    // `Cook Calls Guard, Asks Her for a Rope`
    let asked = cue.lemma == "ask" && said.inverted && said.source.clone().any(|at| document.is(at, "for"));
    // `, a search revealed`, but not `, the mayor revealed`, `, a report reveals`
    let tells =
        Tags::CAPITALISED | Tags::PRONOUN | Tags::PERSON_NOUN | Tags::TITLE | Tags::ORGANISATION | Tags::CUE_NOUN;
    let last = document.tags(said.source.end - 1);
    let shows = cue.lemma == "reveal" && !last.any(tells) && !document.ends_in(said.source.end - 1, "s");
    nobody || asked || shows || said.inverted && is_owned(document, said) && cue.lemma != "say"
}

/// Whether the words after the comma describe the source: `, said Nora Finch, the warden.`, but not `If it rains, said
/// Finch, other mills will close.`
fn is_left_of_office(document: &Document, said: &Said, last: usize, first: usize) -> bool {
    let depends = document.tags(first).any(Tags::CONJUNCTION | Tags::RELATIVE);
    let named = document.tags(said.source.end - 1).any(Tags::CAPITALISED);
    said.inverted && named && !depends && last + 1 < document.tokens.len() && document.is(last, ",")
}

fn is_owned(document: &Document, said: &Said) -> bool {
    document.tags(said.source.start).any(Tags::POSSESSIVE)
}

/// Whether the attribution ends here, or its time follows: `she said.`, `she said when asked about it`, `he said after
/// the vote`.
fn is_tail(document: &Document, at: usize, cue: usize) -> bool {
    const TIMES: WordList<6> = WordList::of(["after", "as", "before", "during", "when", "while"]);
    // `said a warden not on duty.`
    let absent = || document.tags(at + 1).any(Tags::PREPOSITION) && !document.is(at + 1, "to");
    matches!(document.sign(at), '.' | '!' | '?' | ';')
        || document.tokens[at].kind == TokenKind::Dash && dashes::is_parting(document, at)
        || document.is(at, "not") && absent()
        || !document.ends_in(cue, "ing") && document.is_one_of(at, &TIMES)
}

/// Whether the verb can follow its content.
fn reports_clause(document: &Document, at: usize, cue: &Cue) -> bool {
    // `, the court ruled`, but not `before the ruling`
    let told = cue.takes(Frame::Clause) && !(cue.takes(Frame::Belief) && cue.takes(Frame::Direct));
    let finite = matches!(cue.lemma, "maintain" | "reason" | "reveal" | "rule") && !document.ends_in(at, "ing");
    let point = cue.lemma == "point" && document.is(at + 1, "out");
    told || finite || point || matches!(cue.lemma, "ask" | "continue" | "disclose")
}

/// Whether `first` and `by` are next to the verb: `, first reported by the Otter Post`
fn is_first(document: &Document, at: usize) -> bool {
    document.is(at + 1, "by") && at > 0 && document.is(at - 1, "first")
}

/// The end of the content before an attribution: at a comma, or after a closing mark.
fn separator(document: &Document, first: usize, start: usize) -> Option<usize> {
    let before = first.checked_sub(1).filter(|&before| before > start)?;
    if document.is(before, ",") {
        return Some(before);
    }
    (document.tokens[before].kind == TokenKind::Quotation).then_some(first)
}

/// Whether another rule finds the content: it ends with a quotation, or has another source.
fn is_others(document: &Document, report: bool, stretch: &Range<usize>, heard: bool) -> bool {
    is_direct(document, stretch)
        || opens_direct(document, stretch, heard)
        || nested::is_told(document, stretch.clone(), report)
}

/// Whether a medium reports: `, Otter Radio reports`, `, notes the Otter Post`
fn is_report(document: &Document, cue: &Cue, said: &Said) -> bool {
    cue.lemma == "report" || cue.lemma == "note" && nested::is_name_of_medium(document, &said.source)
}

/// Whether the content ends with a quotation, which the rule for direct speech finds.
fn is_direct(document: &Document, stretch: &Range<usize>) -> bool {
    document.quotation_of(stretch.end - 1).is_some()
}

/// Whether only a quotation precedes the attribution: `"It leaks," Mayor Finch, of Tarn, told the Otter Post`, `"It
/// leaks," the stout, old miller said`.
fn opens_direct(document: &Document, stretch: &Range<usize>, heard: bool) -> bool {
    let quotation = document.quotation_of(stretch.start).filter(|first| first.open as usize == stretch.start);
    quotation.is_some_and(|quotation| {
        let who = quotation.close as usize + 1;
        let named = document.tags(who).any(Tags::CAPITALISED | Tags::DETERMINER) && who < stretch.end;
        document.is(who - 2, ",") && (heard || named && !clause::has_verb(document, who..stretch.end))
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn papers_and_stations_tell_it_at_its_end() {
        quotes(
            "
The barge was stolen from the quay, charging papers say. A barge sank in the night, Otter 59 reports.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[charging papers]
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[reports] speaker=[Otter 59]
",
        );
    }

    #[test]
    fn a_day_may_be_what_the_clause_tells_of() {
        quotes(
            "
Thursday will be her birthday, the guild said. Monday's flood was the third, wardens said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[the guild]
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[wardens]
",
        );
    }

    #[test]
    fn who_is_quoted_as_saying_it_says_it() {
        quotes(
            "
The ferries will sail in June, the harbour master was quoted as saying by Otter Radio.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[quoted] speaker=[the harbour master]
The ferries will sail in June, state radio quoted an angler as saying.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[quoted] speaker=[an angler]
Otter Radio cited the abbot as saying that no ferry would sail.
                                      ^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[saying] speaker=[the abbot]
",
        );
    }

    #[test]
    fn when_it_was_said_stands_behind_the_verb() {
        quotes(
            "
The kiln had gone cold, Ruth Amos said when asked about the bread.
^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ruth Amos] person=[Ruth Amos]
The kiln was sold in May, the court ruled. Two ovens were lost, said UN clerks.
^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[ruled] speaker=[the court]
                                           ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[UN clerks]
",
        );
        quotes("The barge had lost its rudder in the storm, a search revealed.");
    }

    #[test]
    fn who_hears_it_stands_behind_the_verb() {
        quotes(
            "
Two barges sank in the night, the lock keeper told the Tarn Echo.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[the lock keeper]
The weir, Nora Finch told clerks on Monday, is past saving.
^^^^^^^^ quote indirect cue=[told] speaker=[Nora Finch] person=[Nora Finch]
                                            ^^^^^^^^^^^^^^ quote …
“It creaks,” Mayor Otto Vale, R-Dorn, the head of the club, told the Tarn Echo.
^^^^^^^^^^^^ quote direct cue=[told] speaker=[Mayor Otto Vale] person=[Otto Vale]
",
        );
        quotes("Amos, who warned the abbey, is no fan.");
    }

    #[test]
    fn a_clause_is_told_however_it_begins() {
        quotes(
            "
At least nine mules drowned when the ford gave way, drovers confirmed.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[confirmed] speaker=[drovers]
There were no ropes on the raft when it left the quay, the ferryman said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[the ferryman]
Rowing on the mill pond at dawn can mend a tired heart, he believes.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[believes] speaker=[he]
The raft had no ropes, the Bramfield Times notes.
^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[notes] speaker=[the Bramfield Times]
",
        );
    }

    #[test]
    fn when_it_was_found_stands_behind_the_verb() {
        quotes(
            "
Sales of peat fell by a third, official figures showed on Friday.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[showed] speaker=[official figures]
",
        );
    }

    #[test]
    fn what_is_found_is_told() {
        quotes(
            "
Most of the hay was damp, a study has found.
^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[found] speaker=[a study]
The barn had “no roof to speak of”, the survey found.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[found] speaker=[the survey]
— The ferry had no licence, harbour records show.
  ^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[show] speaker=[harbour records]
They looked all night, but no bell was found. Two carts met on the ford, no losses reported. The old toll rose again, fanning fears.
",
        );
    }

    #[test]
    fn the_clause_stands_before_its_verb() {
        quotes(
            "
The dam will hold, the mayor said.
^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[the mayor]
The plan, says Otter Radio, is to mend the dam.
^^^^^^^^ quote indirect cue=[says] speaker=[Otter Radio]
                            ^^^^^^^^^^^^^^^^^^ quote …
The dam, she said on Monday, will hold.
^^^^^^^ quote indirect cue=[said] speaker=[she]
                             ^^^^^^^^^ quote …
",
        );
    }

    #[test]
    fn the_dateline_is_not_content() {
        quotes(
            "
OTTERBY — The dam will hold, police said.
          ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[police]
",
        );
    }

    #[test]
    fn a_name_with_its_place_stands_behind() {
        quotes(
            "
The two men were members of the club, said Otto Vale in a statement posted on the web.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Otto Vale] person=[Otto Vale]
Can we trust the dam, asks Bill Dray.
^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[asks] speaker=[Bill Dray] person=[Bill Dray]
",
        );
    }

    #[test]
    fn the_medium_is_no_second_stretch() {
        quotes(
            "
I would not have let her go, he says, per the Otter Post.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[says] speaker=[he]
Nobody in Dorn hopes for more rain, the clerk said, per Otter Radio.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[the clerk]
",
        );
    }

    #[test]
    fn what_is_found_out_is_not_told() {
        quotes(
            "
The lock gate had leaked for nine years, an investigation revealed.
",
        );
    }

    #[test]
    fn what_a_scholar_points_out() {
        quotes(
            "
The belfry leans, Birch pointed out.
^^^^^^^^^^^^^^^^ quote indirect cue=[pointed] speaker=[Birch] person=[Birch]
",
        );
    }

    #[test]
    fn a_circumstance_stands_before_the_attribution() {
        quotes(
            "
On Monday, said Mr Lund, the mayor, it rained. In May, said Nora Finch, many boats sank.
                                               ^^^^^^ quote indirect cue=[said] speaker=[Nora Finch] person=[Nora Finch]
                                                                        ^^^^^^^^^^^^^^^ quote …
",
        );
    }

    #[test]
    fn what_goes_on_may_begin_with_a_plural_or_a_gerund() {
        quotes(
            "
In private, said Ms Lund, millers lose a boat a year. For years, said Otto Vale, rowing at night was dull. The boat sank, said a cook not on board.
^^^^^^^^^^ quote indirect cue=[said] speaker=[Ms Lund] person=[Lund]
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^ quote …
                                                      ^^^^^^^^^ quote indirect cue=[said] speaker=[Otto Vale] person=[Otto Vale]
                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^ quote …
                                                                                                           ^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[a cook]
",
        );
    }
}
