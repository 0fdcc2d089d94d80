//! Content on both sides of an attribution: `The dam, she said, will hold.`

use std::ops::Range;

use super::{adjuncts, another, clause, cues, phrases, sources};
use crate::{
    lexicon::Frame,
    types::{Document, Tags, TokenKind, WordList},
};

/// Maximum number of tokens of a source and its verb.
const TOLD: usize = 8;

/// Maximum number of tokens of a dateline with its dash.
const DATELINE: usize = 20;

/// The words before an attribution whose comma is `end`, from the start of the sentence, without an opening
/// conjunction.
pub fn leading(document: &Document, end: usize) -> Range<usize> {
    let mut start = clause::sentence(document, end).start;
    if let Some(quotation) = document.quotation_of(start).filter(|quotation| (quotation.open as usize) < start) {
        start = quotation.open as usize;
    }
    if document.is_one_of(start, const { &WordList::of(["but", "and", "yet", "so"]) }) {
        start += 1;
        start += usize::from(start < end && document.is(start, ","));
    }
    start += dateline(document, start, end);
    behind_attribution(document, start..end.max(start))
}

/// The words after the semicolon that ends another attribution: `The dam, Finch said, is old; nobody cares`.
fn behind_attribution(document: &Document, stretch: Range<usize>) -> Range<usize> {
    let ends = |at: &usize| document.is(*at, ";") && document.quotation_of(*at).is_none();
    let Some(joint) = stretch.clone().rev().find(ends) else { return stretch };
    let told = (stretch.start..joint).any(|at| cues::is_finite_cue(document, at));
    if told && joint + 1 < stretch.end { joint + 1..stretch.end } else { stretch }
}

/// The number of tokens of a place in capitals and its dash (`OTTERBY — The dam will hold`, `DORN, Colo. -- A fire`),
/// or of a date in brackets that opens its paragraph: `(May 4, 2011 6:54 AM) The dam will hold`.
pub fn dateline(document: &Document, start: usize, end: usize) -> usize {
    let opens = document.is(start, "(") && document.block_of(start).tokens.start as usize == start;
    if let Some(close) = clause::bracket_end(document, start, end).filter(|_| opens) {
        let dated = (start..close).any(|at| document.tags(at).any(Tags::MONTH));
        return if dated { close + 1 - start } else { 0 };
    }
    if let Some(colon) = label(document, start, end) {
        return colon + 1 - start;
    }
    // `09:12: The dam will hold`
    let digits = |at: usize| document.tags(at).any(Tags::DIGITS);
    if end > start + 3 && digits(start) && matches!(document.sign(start + 1), ':' | '.') && digits(start + 2) {
        let parted = document.is(start + 3, ":") || document.tokens[start + 3].kind == TokenKind::Dash;
        let whole = parted || document.tags(start + 3).any(Tags::CAPITALISED | Tags::DIGITS);
        return if whole { 3 + usize::from(parted) } else { 0 };
    }
    let dash = |at: usize| document.tokens[at].kind == TokenKind::Dash || document.is(at, "|");
    // `NEW OTTER, May 4 (TNS): The dam`, `OTTER GROVE: The dam`
    let agency = |at: usize| at > start + 1 && document.is(at, ")") && document.tags(at - 1).any(Tags::UPPERCASE);
    let town = |at: usize| (start..at).all(|at| document.tags(at).any(Tags::UPPERCASE));
    let known = || document.tags(start).any(Tags::PLACE) || document.tags(start + 1).any(Tags::PLACE);
    let colon = |at: usize| document.is(at, ":") && at > start && (agency(at - 1) || town(at) && known());
    // `OTTERBY --The dam`, `Otterby, May 4 (TNS) The dam`
    let two = |at: usize| dash(at) && document.tokens[at].span.len() > 1 && document.word(at).starts_with("--");
    let one = document.tags(start).any(Tags::DETERMINER);
    let bare = |at: usize| agency(at) && document.tags(at + 1).any(Tags::CAPITALISED) && !one;
    let parts = |at: &usize| (dash(*at) || colon(*at)) && !document.is_glued(*at) || two(*at) || bare(*at);
    let dash = (start..end.min(start + DATELINE)).find(parts);
    let place = |at: usize| {
        let token = &document.tokens[at];
        token.tags.any(Tags::CAPITALISED | Tags::DIGITS) || matches!(token.kind, TokenKind::Mark | TokenKind::Dash)
    };
    let capitals = |at: usize| document.tags(at).any(Tags::UPPERCASE);
    dash.filter(|&dash| (start..dash).any(capitals) && (start..dash).all(place)).map_or(0, |dash| dash + 1 - start)
}

/// The colon after the place or the label that opens a paragraph: `Dubai: The dam will hold`, `UPDATE: The dam will
/// hold`.
fn label(document: &Document, start: usize, end: usize) -> Option<usize> {
    const LABELS: WordList<9> =
        WordList::of(["breaking", "exclusive", "photos", "related", "update", "updated", "video", "watch", "youtube"]);
    let colon = (start + 1..end.min(start + 3)).find(|&at| document.is(at, ":"))?;
    let opens = document.block_of(start).tokens.start as usize == start;
    let spaced = !document.is_glued(colon) && !document.tags(colon + 1).any(Tags::OPENING);
    let capitals = || (start..colon).all(|at| document.tags(at).any(Tags::CAPITALISED));
    let place = || document.tags(colon - 1).any(Tags::PLACE) && capitals();
    (opens && spaced && (document.is_one_of(start, &LABELS) && colon == start + 1 || place())).then_some(colon)
}

/// Whether the words contain a clause; a fronted `In May,` or `When it rained,` alone is not one.
pub fn is_clause(document: &Document, stretch: Range<usize>) -> bool {
    let first = document.tags(stretch.start);
    let time = Tags::TIME_UNIT | Tags::WEEKDAY | Tags::DAY_WORD | Tags::MONTH;
    let fronted = first.any(Tags::PREPOSITION | Tags::CONJUNCTION | Tags::ADVERB | time)
        || document.ends_in(stretch.start, "ing")
        || (document.tags(stretch.start + 1).any(time) && !document.tags(stretch.start + 1).any(Tags::CAPITALISED));
    // `Just 13 boats sank`, `About half the boats sank`
    let number = Tags::DIGITS | Tags::NUMBER_WORD | Tags::FRACTION;
    let least = document.is(stretch.start, "at") && document.tags(stretch.start + 2).any(number);
    let counted = least || first.all(Tags::ADVERB | Tags::BOUND) && document.tags(stretch.start + 1).any(number);
    // `There was smoke`
    let there = document.is(stretch.start, "there") && document.tags(stretch.start + 1).any(Tags::AUXILIARY);
    // `Thursday will be her birthday`, `Monday's flood was the third`
    let next = stretch.start + 1;
    let owner = next < stretch.end && document.tokens[next].kind == TokenKind::Possessive;
    let day = first.any(Tags::WEEKDAY) && (document.tags(next).any(Tags::AUXILIARY) || owner);
    if !fronted || counted || there || day || is_behind_adjunct(document, stretch.clone()) {
        return true;
    }
    let mut commas = stretch.clone().filter(|&at| document.is(at, ","));
    commas.any(|at| at + 2 < stretch.end && clause::is_finite(document, at + 1..stretch.end))
}

/// Whether the words are a name with a description, without a verb, and so the source rather than content: `Ruth Amos,
/// the warden,` before `said`.
pub fn is_speaker(document: &Document, stretch: Range<usize>) -> bool {
    let name = Tags::GIVEN_NAME | Tags::HONORIFIC | Tags::TITLE;
    // `Finch, 41, says the mill`
    let aged = document.is(stretch.start + 1, ",") && document.tags(stretch.start + 2).any(Tags::DIGITS);
    let named =
        aged || document.tags(stretch.start).any(name) || document.tags(stretch.start + 1).any(Tags::CAPITALISED);
    let mut commas = stretch.clone().filter(|&at| document.is(at, ","));
    named && commas.any(|comma| comma > stretch.start) && !clause::has_verb(document, stretch)
}

/// Whether the words before belong to another clause: `the quay where, Finch said,`, `left because, she says,`.
pub fn is_open(document: &Document, stretch: Range<usize>) -> bool {
    // `though` and `as` may be adverbs there.
    const OPENS: WordList<7> = WordList::of(["after", "because", "before", "since", "when", "where", "while"]);
    let last = stretch.end - 1;
    stretch.len() > 1 && (document.tags(last).any(Tags::RELATIVE) || document.is_one_of(last, &OPENS))
}

/// Whether a clause follows an adverbial without a comma: `In May the dam broke`, `Still the dam held`.
fn is_behind_adjunct(document: &Document, stretch: Range<usize>) -> bool {
    let tags = document.tags(stretch.start);
    let adverb = tags.any(Tags::ADVERB) && !tags.any(Tags::CONJUNCTION) && !document.is(stretch.start, "once");
    let end = adjuncts::adjuncts_end(document, stretch.start, stretch.end).max(stretch.start + usize::from(adverb));
    end > stretch.start && end < stretch.end && !document.is(end, ",") && clause::is_finite(document, end..stretch.end)
}

/// The source directly before the participle: `a leak that wardens feared, reports the Otter Post, noting`.
pub fn inverted_before(document: &Document, before: Range<usize>) -> Option<Range<usize>> {
    let comma = before.end - 1;
    // `, dismissed the claims, saying`: the verb has an object.
    let clause =
        |at: usize| cues::verb(document, at).is_some_and(|cue| cue.takes(Frame::Clause) || !cue.takes(Frame::Phrase));
    let reports = |at: &usize| document.is(at - 1, ",") && cues::is_finite_cue(document, *at) && clause(*at);
    let verb = (before.start + 1..comma).rev().find(reports).filter(|_| document.is(comma, ","))?;
    let named = Tags::CAPITALISED | Tags::PERSON_NOUN | Tags::TITLE;
    phrases::behind(document, verb + 1, comma)
        .filter(|source| source.end == comma && source.clone().any(|at| document.tags(at).any(named)))
}

/// The source of the attribution that ends at the comma: `two barges sank, the Otter Post reported on Monday, citing`.
pub fn reporter_before(document: &Document, before: Range<usize>) -> Option<Range<usize>> {
    let comma = before.end - 1;
    let ends = |at: &usize| adjuncts::adjuncts_end(document, cues::end(document, *at), comma) == comma;
    let verb = (before.start + 1..comma).rev().find(|&at| cues::is_finite_cue(document, at)).filter(ends)?;
    let source = sources::before(document, verb, before.start).filter(|_| document.is(comma, ","))?;
    (source.start > before.start + 1 && document.is(source.start - 1, ",")).then_some(source)
}

/// The content that continues after the comma at the end of the attribution; after a source that an appositive can
/// follow, only a quotation.
pub fn resumed(document: &Document, at: usize, limit: usize, apposition: bool) -> Option<Range<usize>> {
    let quotation = |at: usize| document.quotation_of(at).filter(|quotation| quotation.open as usize == at);
    if let Some(quotation) = quotation(at) {
        return Some(at..quotation.close as usize + 1);
    }
    // `The plan, says Finch, is to mend it`: no apposition begins with a verb.
    if apposition && !document.tags(at).any(Tags::AUXILIARY) {
        let open = (at + 1..limit).find(|&open| document.is(open - 1, ",") && quotation(open).is_some())?;
        return quotation(open).map(|quotation| open..quotation.close as usize + 1);
    }
    if is_as_told(document, at, limit) || is_taken_from(document, at) || is_far(document, at) {
        return None;
    }
    // `rowing by night is dull`
    let gerund = || {
        let verb = (at + 1..limit).find(|&at| document.tags(at).any(Tags::AUXILIARY) || document.is(at, ","));
        let own =
            |at: usize| document.tags(at).any(Tags::RELATIVE | Tags::PRONOUN) && !document.tags(at).any(Tags::ARTICLE);
        verb.is_some_and(|verb| {
            document.is_one_of(verb, const { &WordList::of(["is", "was"]) }) && !(at + 1..verb).any(own)
        })
    };
    let participle = at >= limit || document.ends_in(at, "ing") && !gerund();
    if participle || document.tags(at).any(Tags::RELATIVE) || another::begins(document, at, limit) {
        return None;
    }
    let right = at..clause::end(document, at);
    (right.len() > 1).then_some(right)
}

/// Whether another source reports that the person says so: `he says, as the Otter Post reports`.
fn is_as_told(document: &Document, at: usize, limit: usize) -> bool {
    let told = |cue: usize| cues::verb(document, cue).is_some() && document.tokens[cue + 1].kind == TokenKind::Mark;
    document.is(at, "as") && (at + 2..limit.min(at + TOLD)).any(|cue| cue + 1 < limit && told(cue))
}

/// Whether a cited medium follows: `he said, per his mother`, `via Otter Radio`, `as per the report`.
fn is_taken_from(document: &Document, at: usize) -> bool {
    let per = at + usize::from(document.is(at, "as"));
    let taken = document.is_one_of(per, const { &WordList::of(["per", "via"]) });
    taken && document.tags(per + 1).any(Tags::DETERMINER | Tags::CAPITALISED | Tags::POSSESSIVE)
}

/// Whether the words give the distance of a place: `he said in Dorn, about 300 miles east of Tarn`.
fn is_far(document: &Document, at: usize) -> bool {
    let number = at + usize::from(document.tags(at).any(Tags::BOUND));
    let number = number + usize::from(document.tags(number).any(Tags::ARTICLE));
    let counted = document.tags(number).any(Tags::DIGITS | Tags::NUMBER_WORD) || number > at;
    let away = document.tags(number + 2).any(Tags::PREPOSITION | Tags::CAPITALISED)
        || document.is_one_of(number + 2, const { &WordList::of(["away", "east", "north", "south", "west"]) });
    let units = const { &WordList::of(["kilometers", "kilometres", "km", "mile", "miles"]) };
    counted && document.is_one_of(number + 1, units) && away && at > 1 && document.tags(at - 2).any(Tags::CAPITALISED)
}

/// Whether the words name the origin of a statement: `he says, per the Otter Post`.
pub fn names_origin(document: &Document, at: usize) -> bool {
    let name = at + 1 + usize::from(document.is(at + 1, "the"));
    document.is(at, "per") && document.tags(name).any(Tags::CAPITALISED)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn a_clause_may_open_with_a_number_or_a_time() {
        quotes(
            "
Just 13 of the boats are insured, he added.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[added] speaker=[he]
During the storm the dam held, the mayor said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[the mayor]
(May 4, 2011  6:54 AM) The dam has burst, the mayor said.
                       ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[the mayor]
The dam is old, the mayor says, as the Otter Post reports.
^^^^^^^^^^^^^^ quote indirect cue=[says] speaker=[the mayor]
DORN COUNTY, Colo. -- A fire left two men homeless, the mayor said.
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[the mayor]
",
        );
    }

    #[test]
    fn papers_go_on_as_well() {
        quotes(
            "
The abbey took it as a raid, reported Ostwick media, adding that nine mules were lost.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[reported] speaker=[Ostwick media]
                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[adding] speaker=[Ostwick media]
",
        );
    }

    #[test]
    fn who_reports_the_whole_goes_on() {
        quotes(
            "
The abbey found two bells cracked, the Tarn Echo reported on Monday, citing a ringer.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[reported] speaker=[the Tarn Echo]
                                                                            ^^^^^^^^ quote indirect cue=[citing] speaker=[the Tarn Echo]
",
        );
    }

    #[test]
    fn the_hour_of_an_entry_is_no_part_of_it() {
        quotes(
            "
10:05: The dam has burst, the mayor says.
       ^^^^^^^^^^^^^^^^^ quote indirect cue=[says] speaker=[the mayor]
10:40 Otter Rail says the line is shut.
                      ^^^^^^^^^^^^^^^^ quote indirect cue=[says] speaker=[Otter Rail]
",
        );
    }

    #[test]
    fn a_semicolon_ends_what_another_attribution_tells() {
        quotes(
            "
The weir, Finch admitted, was older than he was; nobody, he said, had thought to mend it.
^^^^^^^^ quote indirect cue=[admitted] speaker=[Finch] person=[Finch]
                          ^^^^^^^^^^^^^^^^^^^^^ quote …
                                                 ^^^^^^ quote indirect cue=[said] speaker=[he] person=[Finch]
                                                                  ^^^^^^^^^^^^^^^^^^^^^^ quote …
",
        );
    }

    #[test]
    fn a_time_alone_is_no_clause() {
        quotes("On Monday, the mayor said. Once the rain began, Finch objected.");
    }

    #[test]
    fn the_nearest_source_goes_on() {
        quotes(
            "
The bells which ringers think are cracked were sold, reports the Tarn Echo, noting that nobody paid.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[reports] speaker=[the Tarn Echo]
                                                                                   ^^^^^^^^^^^^^^^^ quote indirect cue=[noting] speaker=[the Tarn Echo]
",
        );
    }

    #[test]
    fn what_dates_a_report_is_no_speech() {
        quotes(
            "
KORSK, Ostland, Oct. 4, 2022 (QNA): The dam will hold, Ann Reed said.
                                    ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ann Reed] person=[Ann Reed]
",
        );
    }

    #[test]
    fn there_was_is_a_clause() {
        quotes(
            "
There was a loss of power, police said. There was smoke, Ivo Marsh said.
^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[police]
                                        ^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ivo Marsh] person=[Ivo Marsh]
",
        );
    }

    #[test]
    fn what_the_words_are_taken_from_is_not_said() {
        quotes(
            "
The dam broke, Ivo Marsh said at the time, per his dad. The boy fell, the prosecutor said in Tarnby, about 300 miles east of Dorn.
^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ivo Marsh] person=[Ivo Marsh]
                                                        ^^^^^^^^^^^^ quote indirect cue=[said] speaker=[the prosecutor]
",
        );
    }

    #[test]
    fn a_name_and_an_age_speak() {
        quotes(
            "
Vossen, 58, says the man that mends the weir is late.
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[says] speaker=[Vossen] person=[Vossen]
The weir broke, wardens said on Monday, raising doubts about the mill.
^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[wardens]
",
        );
    }

    #[test]
    fn a_place_or_a_label_is_not_said() {
        quotes(
            "
Dubai: The weir may break soon, wardens said.
       ^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[wardens]

UPDATE: The weir has broken, wardens say.
        ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[wardens]
",
        );
    }
}
