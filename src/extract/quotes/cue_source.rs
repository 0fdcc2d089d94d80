//! The source of a verb of speech: its own, or that of the verb before it: `Finch left, adding that`.

use std::ops::Range;

use super::{
    another, around, as_saying,
    cues::{self, is_finite_cue, verb},
    infinitives, openings, phrases, sources,
};
use crate::{
    grammar::classes,
    lexicon::{Cue, Frame},
    types::{BlockKind, Document, Tags, TokenKind, WordList},
};

/// Maximum number of tokens between a verb and the one whose subject it shares.
const REACH: usize = 80;

/// Maximum number of tokens from a participle to the comma that ends the words before a clause.
const FRONT: usize = 12;

/// The source of the verb at `cue`; for a participle (`, adding that`) that of the verb before it.
pub fn source(document: &Document, cue: usize, from: usize) -> Option<Range<usize>> {
    let group = sources::verb_group(document, cue, from);
    if let Some(quoted) = as_saying::source(document, group, from) {
        return Some(quoted);
    }
    if let Some(source) = infinitives::source(document, group, from) {
        return Some(source);
    }
    let joined = group > from && joins_verb(document, cue, group - 1);
    if !joined {
        let source = sources::before(document, cue, from);
        if source.as_ref().is_some_and(|source| ends_clause(document, cue, source, from..group)) {
            const OBJECTS: WordList<7> = WordList::of(["her", "him", "himself", "it", "them", "themselves", "to"]);
            let shared = document.is_one_of(cues::end(document, cue), &OBJECTS);
            return openings::subject(document, from, group).filter(|_| shared);
        }
        return source.and_then(|source| {
            let other = issuer(document, cue, &source, from);
            other.or_else(|| before_object(document, cue, source.clone(), from)).or(Some(source))
        });
    }
    let reporter = || around::inverted_before(document, from.max(group.saturating_sub(REACH))..group);
    if let Some(reporter) = reporter().filter(|_| !document.is(cue, "saying")) {
        return Some(reporter);
    }
    let near = from.max(group.saturating_sub(REACH));
    if let Some(reporter) = around::reporter_before(document, near..group) {
        return Some(reporter);
    }
    // `says one clerk; another calls it a shame and urges`
    let parted = (near..group).rev().find(|&at| document.is(at, ";") && document.quotation_of(at).is_none());
    let parted = parted.map(|parted| parted + 1).filter(|&at| !document.tags(at).any(Tags::CONJUNCTION));
    let from = parted.unwrap_or(from);
    let from = another::turn(document, near..group).unwrap_or(from);
    let from = another::joined_clause(document, from.max(near)..group).unwrap_or(from);
    let reports = |at: &usize| is_finite_cue(document, *at) || declines(document, *at);
    let main = (from.max(near)..group).find(reports);
    let main =
        main.map(|main| behind_front(document, main, from).and_then(|at| (at..group).find(reports)).unwrap_or(main));
    match main {
        Some(main) => {
            let inverted = main > from && document.tokens[main - 1].kind != TokenKind::Word;
            // `, dismissed the claims, saying`: the verb has an object.
            let told = |cue: &Cue| cue.takes(Frame::Clause) || !cue.takes(Frame::Phrase);
            let inverted = inverted && verb(document, main).is_some_and(told);
            let behind = || phrases::behind(document, main + 1, group).filter(|_| inverted);
            // `, reported Otter Radio, adding`
            let parted = |source: &Range<usize>| {
                document.is(source.end, ",") && document.tags(source.end - 1).any(Tags::CAPITALISED | Tags::CUE_NOUN)
            };
            if let Some(source) = behind().filter(parted) {
                return Some(source);
            }
            let before = sources::before(document, main, from);
            before.or_else(behind).or_else(|| openings::subject(document, from, group))
        }
        None => openings::subject(document, from, group),
    }
}

/// The token after the comma, if the verb at `main` is a participle in the words before the clause: `In an interview
/// shown to the court, Finch said it leaked but denied`.
fn behind_front(document: &Document, main: usize, from: usize) -> Option<usize> {
    let participle = main > from + 1 && phrases::is_nominal(document, main - 1) && !document.ends_in(main, "s");
    let tied = document.tags(main + 1).any(Tags::PREPOSITION) || document.is(main + 1, "to");
    let fronted = document.tags(from).any(Tags::PREPOSITION) && participle && tied;
    let name = document.tags(main - usize::from(main > 0)).any(Tags::CAPITALISED);
    (main..main + FRONT)
        .find(|&at| document.tokens.get(at).is_some_and(|_| document.is(at, ",")))
        .filter(|_| fronted && !name)
}

/// Whether the phrase before the comma and the verb ends a clause with its own subject: `The weir lost half of its
/// stones, notes Lund: two are new`, `Lund joked about the weir, declined to sell it and left`.
fn ends_clause(document: &Document, cue: usize, source: &Range<usize>, before: Range<usize>) -> bool {
    let comma = before.end - 1;
    let next = cues::end(document, cue);
    comma > before.start
        && next < document.tokens.len()
        && !matches!(document.tokens[next].kind, TokenKind::Mark | TokenKind::Quotation)
        && document.is(comma, ",")
        && source.end == comma
        && !document.ends_in(cue, "ing")
        && !document.is_one_of(next, &classes::OPENERS_OF_REPORTS)
        && !sources::begins_clause(document, source.start, before.start)
        && around::is_clause(document, before.start..comma)
}

/// The person who issues a document, and is its source: `Lund issued a statement saying`, `sent out a letter asking`.
fn issuer(document: &Document, cue: usize, object: &Range<usize>, from: usize) -> Option<Range<usize>> {
    const ISSUED: WordList<8> =
        WordList::of(["issue", "issued", "issuing", "publish", "published", "release", "released", "releasing"]);
    const SENT: WordList<7> = WordList::of(["circulated", "filed", "made", "posted", "sent", "signed", "wrote"]);
    if !document.ends_in(cue, "ing") {
        return None;
    }
    let paper = |mut tokens: Range<usize>| tokens.any(|at| document.tags(at).any(Tags::CUE_NOUN));
    let sends = |at: usize| document.is_one_of(at, &SENT) && paper(at + 1..object.end);
    let person = Tags::PRONOUN | Tags::PERSON_NOUN | Tags::TITLE | Tags::CAPITALISED | Tags::ORGANISATION;
    let named = |source: &Range<usize>| source.clone().any(|at| document.tags(at).any(person));
    // `Ruth Amos sent a letter`, where the verb looks like a part of the name
    if let Some(verb) = (object.start + 1..object.end).find(|&at| sends(at)) {
        return Some(object.start..verb).filter(named);
    }
    let verb = object.start.checked_sub(1).filter(|&at| at > from)?;
    let verb = verb - usize::from(document.is(verb, "out"));
    let issues = document.is_one_of(verb, &ISSUED) || sends(verb);
    let source = if issues { source(document, verb, from) } else { None };
    source.filter(|source| source.end <= verb && named(source))
}

/// The subject of a verb whose object is a name: `Lund left Otter Rail saying`; but the name itself in `A film shows Lund
/// saying`.
fn before_object(document: &Document, cue: usize, object: Range<usize>, from: usize) -> Option<Range<usize>> {
    const SHOWS: WordList<15> = WordList::of([
        "captured", "captures", "caught", "featured", "features", "filmed", "hear", "heard", "recorded", "records",
        "saw", "showed", "showing", "shows", "sees",
    ]);
    let verb = object.start.checked_sub(1).filter(|&at| at > from)?;
    let tags = document.tags(verb);
    let past = tags.any(Tags::VERB) || document.ends_in(verb, "ed") || document.is(verb, "left");
    let named = object.clone().all(|at| document.tags(at).any(Tags::CAPITALISED));
    if document.is_one_of(verb, &SHOWS) {
        return None;
    }
    let told = document.ends_in(cue, "ing") && past && named && !tags.any(Tags::CAPITALISED | Tags::PREPOSITION);
    told.then(|| sources::before(document, verb, from)).flatten()
}

/// Whether the token before a verb shows that it shares the subject of another: `, adding`, `and said`, `by saying`.
fn joins_verb(document: &Document, cue: usize, before: usize) -> bool {
    let tags = document.tags(before);
    // `Millers Spot a Leak, Predict Flood`
    if document.is(before, ",") && document.block_of(before).kind == BlockKind::Title {
        return true;
    }
    // `defended the move saying`: things do not speak.
    let speaker = Tags::CUE_NOUN | Tags::PERSON_NOUN | Tags::TITLE | Tags::ORGANISATION | Tags::CAPITALISED;
    let opens = |at: usize| document.is(at, "the") || document.tags(at).any(Tags::POSSESSIVE);
    let own =
        before > 0 && opens(before - 1) || before > 1 && opens(before - 2) && phrases::is_nominal(document, before - 1);
    let absolute = before > 1 && document.is(before - 2, "with");
    let thing = own && !absolute && !tags.any(speaker) && !document.ends_in(before, "s");
    if thing && document.ends_in(cue, "ing") {
        return true;
    }
    // `a report claiming`
    if before > 0 && document.tags(before - 1).any(Tags::ARTICLE) {
        return false;
    }
    // `with 12% saying`
    let mark = document.tokens[before].kind != TokenKind::Word && !tags.any(Tags::PERCENT);
    // `was overheard saying`
    let passive = before > 0
        && document.is_one_of(before - 1, const { &WordList::of(["been", "is", "was", "were"]) })
        && !tags.any(Tags::CAPITALISED | Tags::PERSON_NOUN | Tags::TITLE);
    let shared = Tags::CONJUNCTION | Tags::PREPOSITION | Tags::VERB;
    tags.any(Tags::CONJUNCTION)
        || document.is(before, "to")
        || (document.ends_in(cue, "ing") && (mark || passive || tags.any(shared)))
}

/// Whether the verb takes an infinitive of speech: `declined to say who fired`.
fn declines(document: &Document, at: usize) -> bool {
    document.is(at + 1, "to")
        && verb(document, at).is_some_and(|cue| cue.takes(Frame::Infinitive) && !cue.takes(Frame::Belief))
        && !document.ends_in(at, "ing")
        && document.quotation_of(at).is_none()
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn who_issues_a_statement_says_it() {
        quotes(
            "
The weir guild later issued a statement saying the pike had gone. Ruth Amos sent out a long letter on Monday asking that it be read.
                                               ^^^^^^^^^^^^^^^^^ quote indirect cue=[saying] speaker=[The weir guild]
                                                                                                                    ^^^^^^^^^^^^^^^ quote indirect cue=[asking] speaker=[Ruth Amos] person=[Ruth Amos]
The abbot did not come, but released a note saying that the pike was his.
                                                   ^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[saying] speaker=[The abbot]
",
        );
    }

    #[test]
    fn what_ends_a_clause_before_the_verb_does_not_speak() {
        quotes(
            "
Lund joked about the mayor, declined to comment on the weir.
                                     ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[declined] speaker=[Lund] person=[Lund]
The weir has lost half of its stones, notes the Echo: two of them are new.
",
        );
    }

    #[test]
    fn whom_a_film_shows_speaks() {
        quotes(
            "
The film shows Otto Lund saying the weir was old.
                                ^^^^^^^^^^^^^^^^ quote indirect cue=[saying] speaker=[Otto Lund] person=[Otto Lund]
",
        );
    }

    #[test]
    fn who_was_overheard_speaks() {
        quotes(
            "
Ruth Amos was overheard saying the bell was hers.
                               ^^^^^^^^^^^^^^^^^ quote indirect cue=[saying] speaker=[Ruth Amos] person=[Ruth Amos]
",
        );
    }

    #[test]
    fn the_object_of_another_verb_does_not_speak() {
        quotes(
            "
Mr Lund left Otter Rail saying the mayor would do better. He began an ad in primary states.
                               ^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[saying] speaker=[Mr Lund] person=[Lund]
A statement from Lund saying the dam leaks came late.
                             ^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[saying] speaker=[A statement from Lund]
",
        );
    }

    #[test]
    fn another_begins_behind_a_semicolon() {
        quotes(
            "
Amos met a cook and a miller; another shrugs and says it is late.
                                                      ^^^^^^^^^^ quote indirect cue=[says] speaker=[another]
",
        );
    }

    #[test]
    fn a_headline_needs_no_conjunction() {
        quotes(
            "
Millers Find Two Leaks, Predict Lots More
                                ^^^^^^^^^ quote indirect cue=[Predict] speaker=[Millers]

It was a cold day in Tarn.
",
        );
    }

    #[test]
    fn a_participle_in_front_has_no_part_in_it() {
        quotes(
            "
In a film shown to the jury, Otto Vale said he was late but denied taking the oars.
                                            ^^^^^^^^^^^ quote indirect cue=[said] speaker=[Otto Vale] person=[Otto Vale]
                                                                   ^^^^^^^^^^^^^^^ quote indirect cue=[denied] speaker=[Otto Vale] person=[Otto Vale]
Otto Vale, who owns the mill, dismissed the claims, saying it was dry.
                                                           ^^^^^^^^^^ quote indirect cue=[saying] speaker=[Otto Vale] person=[Otto Vale]
",
        );
    }
}
