//! The result of an inquiry or study, without `that`: `An audit found the mill had lost its wheel.`

use std::ops::Range;

use super::{clause, phrases};
use crate::{
    grammar::classes,
    lexicon::{Cue, Frame},
    types::{Document, Tags, WordList},
};

/// Whether the words begin with the verb of the noun before: `a man they believe may be armed`.
pub fn tells_of_noun(document: &Document, cue: &Cue, start: usize) -> bool {
    let Some(source) = start.checked_sub(2).filter(|&source| source > 0) else { return false };
    let tags = document.tags(start);
    tags.any(Tags::AUXILIARY)
        && !tags.any(Tags::CAPITALISED)
        && (cue.takes(Frame::Belief) || matches!(cue.lemma, "allege" | "claim" | "say"))
        && (document.is_one_of(source, &classes::ONLY_SUBJECTS) || document.is(source, "police"))
        && phrases::is_nominal(document, source - 1)
        && !document.tags(source - 1).any(Tags::DAY_WORD | Tags::TIME_UNIT | Tags::SENTENCE_START)
}

/// Whether a clause without `that` follows a verb that seldom takes one: `found it had sunk`, `maintained she was
/// late`, but not `maintained the mill`.
pub fn opens_bare(document: &Document, cue: &Cue, start: usize, end: usize) -> bool {
    match cue.lemma {
        "find" => opens_clause(document, start, end) || quotes(document, cue, start, end),
        "rule" => opens_clause(document, start, end) && !is_object(document, start),
        "show" => opens_clause(document, start, end),
        "maintain" => is_subject(document, start),
        _ => false,
    }
}

/// Whether the result is a clause whose verb or predicate is quoted: `found the old mill “is a danger to us”`, but not
/// `found the bell “too loud”`.
pub fn quotes(document: &Document, cue: &Cue, start: usize, end: usize) -> bool {
    let Some(open) = (start..end).find(|&at| document.tags(at).any(Tags::OPENING)) else { return false };
    let before = open > start + 1 && clause::has_verb(document, start + 1..open);
    let quoted = clause::has_verb(document, open + 1..end.min(open + 2));
    cue.lemma == "find" && (before || quoted) && clause::is_finite(document, start..end) && !is_object(document, start)
}

/// Whether the word is a pronoun as an object, or has no verb after it: `ruled it void`, `found herself reading
/// “Salt”`.
fn is_object(document: &Document, at: usize) -> bool {
    document.is_one_of(at, &classes::ONLY_OBJECTS)
        || document.is_one_of(at, &classes::REFLEXIVES)
        || document.is(at, "her")
        || document.is(at, "it") && !clause::has_verb(document, at + 1..at + 2)
}

/// Whether the noun phrase denotes something that finds and reports: an inquiry, a study, its authors.
///
/// Before a participle, `, finding it had sunk`, it must end with that word.
pub fn finds_out(document: &Document, source: Range<usize>, participle: bool) -> bool {
    const FINDERS: WordList<25> = WordList::of([
        "analysis",
        "assessment",
        "audit",
        "auditors",
        "autopsy",
        "census",
        "data",
        "documents",
        "examination",
        "figures",
        "inquest",
        "inquiry",
        "inspection",
        "inspectors",
        "investigation",
        "investigators",
        "poll",
        "records",
        "researchers",
        "review",
        "scientists",
        "study",
        "survey",
        "tests",
        "trial",
    ]);
    let paper = |at: usize| document.tags(at).any(Tags::CUE_NOUN) && !document.tags(at).any(Tags::CAPITALISED);
    let mut words = if participle { source.end - 1..source.end } else { source };
    words.any(|at| document.is_one_of(at, &FINDERS) || paper(at))
}

/// Whether the word is the subject of a clause, or stands for one: `she`, `there`.
fn is_subject(document: &Document, at: usize) -> bool {
    document.is_one_of(at, &classes::SUBJECTS) || document.is(at, "there")
}

/// Whether a clause without `that` begins, by a subject pronoun, or an auxiliary right behind the subject: `revealed
/// she had left`, `revealed the band had split`.
pub fn opens_clause(document: &Document, start: usize, end: usize) -> bool {
    let pronoun = is_subject(document, start);
    let verb = || phrases::behind(document, start, end).filter(|subject| subject.end < end);
    // `showed it to the abbot`
    pronoun && !document.tags(start + 1).any(Tags::PREPOSITION)
        || verb().is_some_and(|subject| document.tags(subject.end).any(Tags::AUXILIARY))
}

/// Whether a clause starts here with a number: `found £4m had gone`, `showed two of three rowers own a barge`, but not
/// `found 12 goats buried in peat`.
pub fn counts(document: &Document, start: usize, end: usize) -> bool {
    let sign = document.tags(start).any(Tags::CURRENCY) && document.tags(start + 1).any(Tags::DIGITS);
    let first = start + usize::from(sign);
    if !document.tags(first).any(Tags::DIGITS | Tags::NUMBER_WORD) {
        return false;
    }
    let amount = first + 1 + usize::from(document.tags(first + 1).any(Tags::PERCENT | Tags::MAGNITUDE));
    let noun = |at: usize| phrases::behind(document, at, end).map(|noun| noun.end);
    let verb = match document.is(amount, "of") {
        true => noun(amount + 1).unwrap_or(amount),
        false => noun(first).unwrap_or(amount).max(amount),
    };
    let (word, tags) = (document.word(verb.min(end - 1)), document.tags(verb));
    let participle = word.ends_with("ed") || word.ends_with("ing");
    verb + 1 < end && (tags.any(Tags::AUXILIARY) || tags.any(Tags::VERB | Tags::CUE | Tags::CHANGE) && !participle)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn a_clause_with_quoted_words_tells_what_was_found() {
        quotes(
            "
The wardens found the old weir “poses a danger to rowers”. Judges ruled the toll was “not in force”.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[found] speaker=[The wardens]
                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[ruled] speaker=[Judges]
",
        );
    }

    #[test]
    fn what_somebody_came_upon_is_no_finding() {
        quotes(
            "The cook found herself reading “Salt of Dorn” aloud. Lund finds it hard that the mill is “a ruin”. Judges ruled it void.",
        );
    }

    #[test]
    fn what_an_inquiry_found_is_told() {
        quotes(
            "
An audit found the mill had lost its wheel. The boy found the mill had lost its wheel.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[found] speaker=[An audit]
",
        );
    }

    #[test]
    fn what_is_found_may_begin_with_a_number() {
        quotes(
            "
The audit found £4m had been lost. A survey found 42% of rowers have a boat. Figures show 300 millers left the town.
                ^^^^^^^^^^^^^^^^^ quote indirect cue=[found] speaker=[The audit]
                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[found] speaker=[A survey]
                                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[show] speaker=[Figures]
The inquiry found 12 goats buried in peat.
",
        );
    }

    #[test]
    fn what_is_told_of_a_noun_begins_with_its_verb() {
        quotes(
            "
Guards seek a man they believe may be ill. Lund rowed a boat police say was stolen.
                               ^^^^^^^^^^ quote indirect cue=[believe] speaker=[they]
                                                                        ^^^^^^^^^^ quote indirect cue=[say] speaker=[police]
",
        );
    }

    #[test]
    fn a_pronoun_shows_that_something_is_maintained() {
        quotes(
            "
Otto Vale has maintained he saw nothing. The club maintained the mill. Figures suggest that weekly rents rose.
                         ^^^^^^^^^^^^^^ quote indirect cue=[maintained] speaker=[Otto Vale] person=[Otto Vale]
                                                                                       ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[suggest] speaker=[Figures]
",
        );
    }
}
