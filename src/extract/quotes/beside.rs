//! The verb of speech next to a quotation, and its source, before or after it: `She said on Monday: "…"`,
//! `"…," said Nora Finch`.

use std::ops::Range;

use super::{adjuncts, as_saying, clause, cue_source, cues, named_work, phrases, sources, together};
use crate::{
    lexicon::Frame,
    types::{Document, Quotation, Tags, TokenKind, WordList},
};

/// Maximum number of tokens between a closing mark and the verb of speech after it.
pub const REACH: usize = 45;

/// Minimum number of tokens of an independent sentence in single marks; shorter ones are headings.
const HEADING: usize = 10;

/// Minimum number of tokens of a quotation that counts as a clause.
const CLAUSE: usize = 8;

/// Maximum number of tokens of one word that is called out, with its mark.
const WORDS: usize = 2;

/// A verb of speech next to a quotation, and its source.
pub struct Said {
    pub cue: usize,
    pub source: Option<Range<usize>>,
}

/// The verb of speech before a quotation that it introduces: `She said on Monday: "`.
pub fn preceding(document: &Document, quotation: &Quotation) -> Option<Said> {
    let open = quotation.open as usize;
    let before = open.checked_sub(1)?;
    let colon = document.is(before, ":");
    let comma = document.is(before, ",");
    if document.tokens[before].sentence != document.tokens[open].sentence && !colon {
        return None;
    }
    let sentence = clause::sentence(document, before);
    let end = if colon || comma { before } else { open };
    let cue = cues::last_direct(document, sentence.start..end)?;
    let verb = cues::verb(document, cue).filter(|_| document.quotation_of(cue).is_none())?;
    // `The storm was dubbed "Otto."`
    let named = matches!(verb.lemma, "brand" | "call" | "dub" | "term");
    if named && cues::is_passive(document, cue, sentence.start) {
        return None;
    }
    let behind = cues::end(document, cue);
    let tail = adjuncts::introduction_end(document, behind, verb.takes(Frame::Hearer), end);
    let inverted = phrases::behind(document, behind, end).filter(|source| source.end == end);
    let capital = document.tags(open + 1).any(Tags::CAPITALISED);
    let long = quotation.close as usize - open >= CLAUSE;
    let whole = ends_sentence(document, quotation)
        || (capital && (verb.takes(Frame::Clause) || utters(verb.lemma)))
        || (quotation.close as usize - open > WORDS && utters(verb.lemma))
        || (long && ends_clause(document, quotation));
    let between = capital && (is_circumstance(document, tail..end) || comma && is_aside(document, tail));
    let adjoins = tail == end || inverted.is_some() || between;
    let close = behind == end || (long && capital && ends_sentence(document, quotation));
    let hearer = verb.lemma == "tell" && behind == end && !comma && !colon;
    let introduces = !hearer && ((colon && end - cue < REACH / 2) || (adjoins && (comma || (whole && close))));
    if !introduces {
        return None;
    }
    let source = cue_source::source(document, cue, sentence.start).or(inverted);
    (source.is_some() || stands_alone(document, quotation)).then_some(Said { cue, source })
}

/// Whether the verb is for the sound of words and takes no clause, so that words after the closing mark are not
/// content: `chanted “Open the weir!” as Lund left`.
pub fn utters(lemma: &str) -> bool {
    matches!(lemma, "chant" | "cry" | "roar" | "scream" | "shout" | "yell")
}

/// The token after the last of several quotations that are called out together: `chanted “open the weir” and “no more
/// tolls”`.
pub fn last_called_out(document: &Document, quotation: &Quotation, cue: usize) -> usize {
    let mut end = quotation.close as usize + 1;
    if !cues::verb(document, cue).is_some_and(|verb| utters(verb.lemma)) || cue > end {
        return end;
    }
    let joint = |at: usize| document.is(at, "and") || document.is(at, ",");
    while let Some(next) = document.quotation_of(end + 1).filter(|next| next.open as usize == end + 1 && joint(end)) {
        end = next.close as usize + 1;
    }
    end
}

/// Whether the words between the verb of speech and the comma are few and without a verb: `, however,`.
fn is_circumstance(document: &Document, tokens: Range<usize>) -> bool {
    // `saying at one point,`: the verb of speech is a noun here.
    let noun = |at: usize| document.tags(at).any(Tags::CUE) && cues::verb(document, at).is_none();
    let verb = |at: usize| document.tags(at).any(Tags::AUXILIARY | Tags::VERB | Tags::CUE) && !noun(at);
    tokens.len() <= 10 && !tokens.into_iter().any(verb)
}

/// Whether a clause of time or about the source follows, between commas: `said in May, when the dam broke, "…"`.
fn is_aside(document: &Document, comma: usize) -> bool {
    const OPENS: WordList<8> = WordList::of(["after", "as", "because", "before", "when", "where", "which", "while"]);
    document.is(comma, ",") && document.is_one_of(comma + 1, &OPENS)
}

/// The verb of speech after a quotation: `," the mayor said`, `," said Nora Finch`.
pub fn following(document: &Document, quotation: &Quotation) -> Option<Said> {
    if !quotation.closed {
        return None;
    }
    let mut first = quotation.close as usize + 1;
    let same =
        |at: usize| at < document.tokens.len() && document.tokens[at].sentence == document.tokens[at - 1].sentence;
    if !same(first) || !leads_on(document, quotation, first) {
        return None;
    }
    first += usize::from(document.is(first, ","));
    let apart = document.sentence_tokens(quotation.open as usize).start < quotation.open as usize;
    // `“It leaks,” as Finch puts it`
    let as_told = !apart && document.is(first, "as");
    first += usize::from(as_told);
    let limit = document.sentence_tokens(first - 1).end.min(first + REACH);
    // `“It leaks,” the “Salt and Pepper” star said`
    let opens = |at: usize| document.tokens[at].kind == TokenKind::Quotation && document.tags(at).any(Tags::OPENING);
    let quoted = (first..limit).find(|&at| opens(at) && !named_work::is_attribute(document, at));
    for cue in first..quoted.unwrap_or(limit) {
        let direct = cues::verb(document, cue).is_some_and(|cue| cue.takes(Frame::Direct));
        if !direct || is_relative(document, cue, first) || document.quotation_of(cue).is_some() {
            continue;
        }
        // `“our tower,” as it is called`
        let passive = as_told && cues::is_passive(document, cue, first);
        // `… “leaks”, he admitted “every day”`: the verb belongs to the next quotation.
        let other = apart && document.tags(cue + 1).any(Tags::OPENING);
        let verb = sources::verb_group(document, cue, first);
        // `the “new” rope on Monday, adding`: another verb has that subject.
        let parted = verb == first || document.is(verb - 1, ",");
        if passive || other || parted && document.ends_in(cue, "ing") {
            return None;
        }
        if verb > first && is_hearer(document, cue, first) {
            return (!apart).then_some(Said { cue, source: None });
        }
        let behind = cues::end(document, cue);
        if verb == first {
            let source = phrases::behind(document, behind, limit);
            // `Lund, who calls it "a ruin," says he left`
            let clause = source.as_ref().is_some_and(|source| adjuncts::opens_verb(document, source.end));
            let governs = apart && (document.is(behind, "that") || clause);
            let source = source.map(|source| together::behind(document, source, limit));
            return (!governs).then_some(Said { cue, source });
        }
        if apart && governs_other(document, cue, limit) {
            return None;
        }
        if let Some(source) = sources::before(document, cue, first).filter(|source| source.start == first) {
            return Some(Said { cue, source: as_saying::quoted(document, cue, limit).or(Some(source)) });
        }
        let inside = matches!(document.word(quotation.close as usize - 1), "," | "?" | "!" | "…" | "..." | "—" | "–");
        let source = phrases::behind(document, first, verb);
        if inside && source.is_some() && !document.tags(first).any(Tags::CONJUNCTION) {
            return Some(Said { cue, source });
        }
    }
    None
}

/// Whether the verb at `at` belongs to the quotation before it or before its source: `"…," she said after the vote`.
pub fn follows_quotation(document: &Document, source: usize, at: usize) -> bool {
    let parted = |first: usize| {
        let end = first - usize::from(first > 0 && document.is(first - 1, ","));
        end > document.sentence_tokens(first).start
            && document.tokens[end - 1].kind == TokenKind::Quotation
            && document.tags(end - 1).any(Tags::CLOSING)
    };
    parted(source) || parted(at)
}

/// Whether a quotation that opens its sentence ends directly before the token: `“Is it deep?” Finch asked`.
pub fn ends_speech(document: &Document, at: usize) -> bool {
    let quotation = at.checked_sub(1).and_then(|close| document.quotation_of(close));
    quotation.is_some_and(|quotation| {
        let open = quotation.open as usize;
        let same = document.tokens[at].sentence == document.tokens[at - 1].sentence;
        let ended = at > 1 && document.tokens[at - 2].kind == TokenKind::Mark;
        quotation.close as usize + 1 == at && same && ended && document.sentence_tokens(open).start == open
    })
}

/// Whether the verb is in a relative clause about the source: `“…,” an angler who asked for silence said`, `“…,” which
/// lies far away`.
fn is_relative(document: &Document, cue: usize, first: usize) -> bool {
    let verb = sources::verb_group(document, cue, first);
    verb > first && document.is_one_of(verb - 1, const { &WordList::of(["which", "who"]) })
}

/// Whether the subject is the hearer, not the source: `“You are late,” Finch was told`.
pub fn is_hearer(document: &Document, cue: usize, first: usize) -> bool {
    let told = cues::verb(document, cue).is_some_and(|verb| verb.takes(Frame::Hearer));
    told && cues::is_passive(document, cue, first)
}

/// Whether an attribution can follow a quotation: a comma follows it, or a mark is in it, or a source follows.
fn leads_on(document: &Document, quotation: &Quotation, first: usize) -> bool {
    // `“He said, ‘Why?’” the miller said`
    let close = quotation.close as usize;
    let nested = document.tokens[close - 1].kind == TokenKind::Quotation && close > 1;
    let inside = matches!(document.tokens[close - 1 - usize::from(nested)].kind, TokenKind::Mark | TokenKind::Dash);
    let own = Tags::DETERMINER | Tags::CAPITALISED | Tags::PRONOUN | Tags::CUE | Tags::ADVERB | Tags::NUMBER_WORD;
    document.is(first, ",") || inside || document.tags(first).any(own)
}

/// Whether words other than a hearer, time or place follow the verb: `In "Salt," Finch says the sea won.`
fn governs_other(document: &Document, cue: usize, limit: usize) -> bool {
    let hearer = cues::verb(document, cue).is_some_and(|cue| cue.takes(Frame::Hearer));
    let end = adjuncts::introduction_end(document, cues::end(document, cue), hearer, limit);
    end < limit
        && document.tokens[end].kind == TokenKind::Word
        && !document.tags(end).any(Tags::CONJUNCTION | Tags::PREPOSITION)
        && !document.ends_in(end, "ing")
}

/// Whether a quotation consists of whole sentences, without surrounding text in them.
pub fn stands_alone(document: &Document, quotation: &Quotation) -> bool {
    let (open, close) = (quotation.open as usize, quotation.close as usize);
    let starts = document.sentence_tokens(open).start == open;
    let heading = matches!(document.word(open), "'" | "‘") && close - open < HEADING;
    let long = close - open > 3 || document.sentence_tokens(close).end == document.block_of(close).tokens.end as usize;
    starts && long && !heading && ends(document, quotation)
}

/// Whether a quotation in single marks, though short enough for a heading, starts its sentence and ends with it, so
/// that it can continue the quotation before: `'We lost,' said Finch. 'Twice.'`
pub fn goes_on(document: &Document, quotation: &Quotation) -> bool {
    let open = quotation.open as usize;
    matches!(document.word(open), "'" | "‘")
        && document.sentence_tokens(open).start == open
        && ends(document, quotation)
}

fn ends(document: &Document, quotation: &Quotation) -> bool {
    ends_sentence(document, quotation) || !quotation.closed
}

fn ends_sentence(document: &Document, quotation: &Quotation) -> bool {
    let end = document.sentence_tokens(quotation.close as usize).end;
    let behind = quotation.close as usize + 1;
    behind == end || (behind + 1 == end && matches!(document.sign(behind), '.' | '!' | '?'))
}

/// Whether a comma precedes the mark, or precedes the conjunction before it if the quotation ends the sentence: `, “and
/// cold.”`, `, but “nobody asked us.”`.
pub fn is_parted(document: &Document, open: usize) -> bool {
    let joined = open > 1
        && document.is_one_of(open - 1, const { &WordList::of(["and", "but"]) })
        && document.is(open - 2, ",")
        && document.quotation_of(open).is_some_and(|quotation| ends_sentence(document, quotation));
    document.is(open - 1, ",") || joined
}

/// Whether a mark that ends a clause follows the quotation.
fn ends_clause(document: &Document, quotation: &Quotation) -> bool {
    document.tokens.get(quotation.close as usize + 1).is_none_or(|next| next.kind == TokenKind::Mark)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn a_clause_between_commas_parts_verb_and_quotation() {
        quotes(
            "
Finch first said in June, when the mill was shut, \"I did not sell it to anyone.\"
                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Finch] person=[Finch]
When asked about the mill, Ms. Finch nodded and said, \"It is sold.\"
                 ^^^^^^^^ quote indirect cue=[asked]
                                                      ^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Ms. Finch] person=[Finch]
Mr. Lund (D-Ill.), noting the flood, said, \"It came too early for us all.\"
                          ^^^^^^^^^ quote indirect cue=[noting] speaker=[Mr. Lund] person=[Lund]
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Mr. Lund] person=[Lund]
",
        );
    }

    #[test]
    fn the_verb_of_a_relative_clause_is_not_the_speakers() {
        quotes(
            "
“It is gone,” an angler who asked to stay unnamed said. “Is it deep?” Dray asked the ferryman.
^^^^^^^^^^^^^ quote direct cue=[said] speaker=[an angler]
                                  ^^^^^^^^^^^^^^^ quote indirect cue=[asked] speaker=[who] stands_for=[an angler]
                                                        ^^^^^^^^^^^^^ quote direct cue=[asked] speaker=[Dray] person=[Dray]
“Get back—” police said.
^^^^^^^^^^^ quote direct cue=[said] speaker=[police]
",
        );
    }

    #[test]
    fn one_is_quoted_by_another() {
        quotes(
            "
“It is a ruin,” the Ostwick Post quoted an abbey warden as saying.
^^^^^^^^^^^^^^^ quote direct cue=[quoted] speaker=[an abbey warden]
“They asked, ‘Is it deep?’” angler Ruth Amos said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[angler Ruth Amos] person=[Ruth Amos]
“Get off the ice now,” another said.
^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[another]
“The ice held,” said the national indoor champion.
^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[the national indoor champion]
",
        );
    }

    #[test]
    fn the_name_of_a_paper_may_hold_a_time() {
        quotes(
            "
\"We print it all,\" Daily Otter editor Nora Finch told the court.
^^^^^^^^^^^^^^^^^^ quote direct cue=[told] speaker=[Daily Otter editor Nora Finch] person=[Nora Finch]
",
        );
    }

    #[test]
    fn a_noun_that_is_a_verb_of_speech_too_stands_between() {
        quotes(
            "
Mr. Lund mocked his song, saying at one point, \"A kettle on the boil has the sweeter voice.\"
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[saying] speaker=[Mr. Lund] person=[Lund]
",
        );
    }

    #[test]
    fn what_a_crowd_shouts_ends_with_the_mark() {
        quotes(
            "
The ferrymen chanted “Open the weir!” as Ruth Amos left.
                     ^^^^^^^^^^^^^^^^ quote direct cue=[chanted] speaker=[The ferrymen]
",
        );
    }

    #[test]
    fn a_second_half_behind_a_conjunction_is_said_too() {
        quotes(
            "
“It is good for Tarn,” Lund said, but “nobody asked us.”
^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Lund] person=[Lund]
                                      ^^^^^^^^^^^^^^^^^^ quote …
",
        );
    }

    #[test]
    fn another_speaks() {
        quotes(
            "
“Where is the boat?” another yelled as he ran.
^^^^^^^^^^^^^^^^^^^^ quote direct cue=[yelled] speaker=[another]
",
        );
    }
}
