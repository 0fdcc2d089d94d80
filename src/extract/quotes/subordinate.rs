//! A verb of speech in a subordinate clause: `While Finch said the dam would hold, the plan went on.`, `After telling
//! the court that nobody called, Finch left.`

use std::ops::Range;

use super::{around, clause, dashes, phrases, sources};
use crate::{
    grammar::classes,
    types::{Document, Tags, TokenKind, WordList},
};

/// Words before a participle of speech whose subject is that of the following main clause.
const FRONTED: WordList<7> = WordList::of(["after", "before", "by", "despite", "in", "when", "while"]);

/// The content and source, without a main clause after them or the reporter's own words.
///
/// The source of a participle before the main clause is the subject of the latter.
pub fn split(
    document: &Document,
    cue: usize,
    first: usize,
    content: Range<usize>,
    source: Range<usize>,
) -> (Range<usize>, Range<usize>) {
    let first = first + around::dateline(document, first, cue);
    let asked = document.is(first, "asked") && cue > first;
    // `While a clerk told her he feared it would leak, the mayor`
    let joined = !(first..cue).any(|at| document.is(at, ","));
    let depends = asked || (source.start == first + 1 || joined) && document.is_one_of(first, &classes::SUBORDINATORS);
    let fronted = is_fronted(document, cue, first) || is_in_fronted(document, cue, first, &source);
    // `Finch, who says the dam leaks, has left`
    if let Some(comma) = predicate(document, content.clone())
        && (document.tags(source.start).any(Tags::RELATIVE)
            || is_inserted(document, first..cue) && is_whole(document, content.start..comma))
    {
        return (content.start..comma, source);
    }
    if let Some(verb) =
        main_verb(document, first, &source, content.clone()).or_else(|| closing(document, &source, content.clone()))
    {
        return (content.start..verb, source);
    }
    let main = main_clause(document, content.clone()).filter(|_| depends || fronted);
    let Some(main) = main else { return (clause::without_afterthought(document, content), source) };
    let subject = phrases::behind(document, main + usize::from(document.is(main, ",")), content.end);
    (content.start..main, subject.filter(|_| fronted).unwrap_or(source))
}

/// The comma before the verb of the outer clause of a relative one: `, has left`.
fn predicate(document: &Document, content: Range<usize>) -> Option<usize> {
    let outside = |at: usize| document.quotation_of(at).is_none() && document.is(at, ",");
    let finite = |at: usize| document.tags(at).any(Tags::AUXILIARY) && !document.tags(at).any(Tags::CAPITALISED);
    // `notes that the weir, an old one, has`
    let whole =
        |comma: usize| !document.is(content.start, "that") || clause::has_verb(document, content.start + 1..comma);
    let parts = |&at: &usize| outside(at) && finite(at + 1) && !document.is(at + 1, "having");
    (content.start + 2..content.end).filter(parts).find(|&comma| whole(comma))
}

/// The mark that ends a relative clause, if a similar one opens it: `Finch—who said it leaked—left`, `Finch, who vowed
/// to mend it, closed the mill`.
fn closing(document: &Document, source: &Range<usize>, content: Range<usize>) -> Option<usize> {
    let relative = document.tags(source.start).any(Tags::RELATIVE);
    let open = source.start.checked_sub(1).filter(|&open| open > 0 && relative)?;
    let dash = document.tokens[open].kind == TokenKind::Dash && dashes::is_parting(document, open);
    let parts = |at: &usize| {
        let alike = if dash {
            document.tokens[*at].kind == TokenKind::Dash && dashes::is_parting(document, *at)
        } else {
            document.is(*at, ",") && is_predicate(document, *at + 1, content.end)
        };
        alike && document.quotation_of(*at).is_none()
    };
    (content.start + 2..content.end.saturating_sub(2)).find(parts).filter(|_| dash || document.is(open, ","))
}

/// Whether a past form with its object follows, without another comma to the end: `closed the mill`.
fn is_predicate(document: &Document, at: usize, limit: usize) -> bool {
    let past = document.ends_in(at, "ed") && !document.tags(at).any(Tags::CAPITALISED);
    let object = document.tags(at + 1).any(Tags::DETERMINER | Tags::PRONOUN);
    let joined = |at: usize| document.is(at, ",") || document.is(at, "and") && document.ends_in(at + 1, "ed");
    past && object && at + 2 < limit && !(at + 1..limit - 1).any(joined)
}

/// The verb of the main clause, whose subject opens the sentence and has the verb of speech in a relative clause: `The
/// man who said he ran to the mill has left`. The words before the verb are content, not its subject.
fn main_verb(document: &Document, first: usize, source: &Range<usize>, content: Range<usize>) -> Option<usize> {
    const FINITE: WordList<7> = WordList::of(["are", "has", "have", "is", "was", "were", "will"]);
    let relative = document.is_one_of(source.start, const { &WordList::of(["that", "which", "who"]) });
    let subject = phrases::behind(document, first, source.end).filter(|_| relative && source.start > first)?;
    if subject.end != source.start {
        return None;
    }
    // `who vowed to row`, `who admitted rowing`
    const DONE: WordList<4> = WordList::of(["admits", "admitted", "denied", "denies"]);
    let gerund = document.ends_in(content.start, "ing") && document.is_one_of(content.start - 1, &DONE);
    let infinitive = document.is(content.start, "to") || gerund;
    let ends = |&at: &usize| {
        let told = content.start + 1..at;
        if document.quotation_of(at).is_some() {
            return false;
        }
        if !document.is_one_of(at, &FINITE) {
            return is_said(document, at) && clause::has_verb(document, told);
        }
        let tied = |object: Range<usize>| {
            object.start > content.start + 1
                && (infinitive || document.tags(object.start - 1).any(Tags::PREPOSITION))
                && !document.tags(object.start - 1).any(Tags::CONJUNCTION | Tags::RELATIVE)
        };
        (phrases::phrase_ending(document, at, content.start).is_some_and(tied) || is_second_verb(document, at))
            && (infinitive || clause::has_verb(document, told))
    };
    let end = content.end.saturating_sub(1);
    let verb = (content.start + 3..end).find(ends)?;
    // The time or reason may follow the comma.
    let comma = (verb..end).find(|&at| document.is(at, ",")).unwrap_or(end);
    (verb..comma).rev().find(ends)
}

/// Whether a participle with its auxiliary directly precedes the verb: `was not boiled was`.
fn is_second_verb(document: &Document, at: usize) -> bool {
    let auxiliary = |at: usize| document.tags(at).any(Tags::AUXILIARY);
    let negated = document.is(at - 2, "not");
    document.ends_in(at - 1, "ed") && auxiliary(at - 2 - usize::from(negated && at > 2))
}

/// Whether a verb of speech follows a noun that cannot be its source: `who thought he had made mistakes said`.
fn is_said(document: &Document, at: usize) -> bool {
    let speaker = Tags::PRONOUN | Tags::AUXILIARY | Tags::CAPITALISED | Tags::PERSON_NOUN | Tags::TITLE | Tags::KIN;
    let other = Tags::ORGANISATION | Tags::BODY | Tags::CUE_NOUN | Tags::CONJUNCTION | Tags::RELATIVE | Tags::ADVERB;
    document.is_one_of(at, const { &WordList::of(["said", "says", "told", "tells"]) })
        && phrases::is_nominal(document, at - 1)
        && !document.tags(at - 1).any(speaker | other)
}

/// Whether a comma separates the verb of speech from the subject of another verb: `The plan, so vague it does not say`.
fn is_inserted(document: &Document, before: Range<usize>) -> bool {
    let comma = before.clone().find(|&at| document.is(at, ","));
    comma.is_some_and(|comma| !clause::has_verb(document, before.start..comma))
}

/// Whether the words before the comma have their own verb: `The plan, so vague it does not say who will pay, is dead`.
fn is_whole(document: &Document, mut clause: Range<usize>) -> bool {
    let subject = document.is(clause.start, "that")
        || document.is_one_of(clause.start, const { &WordList::of(["what", "whoever"]) });
    !subject && clause::has_verb(document, clause.clone()) && !clause.any(|at| document.is(at, ","))
}

/// Whether no verb precedes the participle and its preposition, `A day after telling`, or nothing does: `Calling`.
fn is_fronted(document: &Document, cue: usize, first: usize) -> bool {
    if cue == first && document.ends_in(cue, "ing") {
        return true;
    }
    let group = sources::verb_group(document, cue, first);
    let verb = |at: usize| document.is(at, ",") || document.tags(at).any(Tags::AUXILIARY | Tags::VERB | Tags::CUE);
    group > first
        && document.ends_in(cue, "ing")
        && document.is_one_of(group - 1, &FRONTED)
        && !(first..group).any(verb)
}

/// Whether the source of the participle follows a preposition that opens the sentence: `In a letter attacking the plan,
/// Finch said`.
fn is_in_fronted(document: &Document, cue: usize, first: usize, source: &Range<usize>) -> bool {
    const OPENS: WordList<4> = WordList::of(["at", "during", "in", "with"]);
    let only = source.start == first + 1 && source.end == cue;
    only && document.ends_in(cue, "ing")
        && document.is_one_of(first, &OPENS)
        && !document.tags(source.end - 1).any(Tags::PERSON_NOUN | Tags::TITLE)
        && document.tags(source.start).any(Tags::ARTICLE | Tags::POSSESSIVE)
}

/// The start of the main clause: a comma, outside or inside the closing mark, before a subject and its verb.
fn main_clause(document: &Document, content: Range<usize>) -> Option<usize> {
    let begins = |at: usize| {
        let quoted = document.tokens[at].kind == TokenKind::Quotation && at > 0 && document.is(at - 1, ",");
        (document.is(at, ",") || quoted) && clause::is_finite(document, at + 1..content.end)
    };
    let outside = |at: usize| document.quotation_of(at).is_none_or(|quotation| quotation.close as usize == at);
    let mark = (content.start..content.end.saturating_sub(2)).find(|&at| begins(at) && outside(at))?;
    Some(mark + usize::from(!document.is(mark, ",")))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_main_clause_is_the_reporters() {
        quotes(
            "
While Finch said the dam would hold, the plan went on.
                 ^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Finch] person=[Nora Finch]
A day after telling the court that nobody called, Nora Finch left.
                              ^^^^^^^^^^^^^^^^^^ quote indirect cue=[telling] speaker=[Nora Finch] person=[Nora Finch]
When Finch asked him to “please let go,” the guard then left.
                 ^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[asked] speaker=[Finch] person=[Nora Finch]
While a clerk told her they feared the tower would fall, the mayor slept in it.
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[a clerk]
The plan, so vague it does not say who pays for the weir, is dead.
                                   ^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[it] stands_for=[a clerk]
Otter Lifts, which claims that nobody was hurt, will pay the fine.
                          ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[claims] speaker=[which] stands_for=[Otter Lifts]
",
        );
    }

    #[test]
    fn nobody_speaks() {
        quotes("While the dam held, the plan went on.");
    }

    #[test]
    fn who_attacks_in_a_letter_stands_behind() {
        quotes(
            "
In a letter attacking the toll, Birch said his aunt had paid it twice.
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Birch] person=[Birch]
",
        );
    }

    #[test]
    fn a_relative_clause_ends_where_its_main_clause_goes_on() {
        quotes(
            "
Nora Finch—who said the kiln was hers—left for Tarn. Otto Vale, who vowed to mend the weir, closed the mill.
                    ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[who] person=[Nora Finch]
                                                                          ^^^^^^^^^^^^^^^^ quote indirect cue=[vowed] speaker=[who] person=[Otto Vale]
A cook who said the pike was not boiled was at the feast. A man who admitted rowing without a licence will pay a fine.
                ^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[who]
                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[admitted] speaker=[who] stands_for=[A man]
The Dorn Post, which notes that many mills, some of them old, have shut, was late.
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[notes] speaker=[which] stands_for=[The Dorn Post]
",
        );
    }

    #[test]
    fn the_main_verb_behind_a_relative_clause_is_not_told() {
        quotes(
            "
The man who said he brought the mill back to life has been shut out of it. A woman who claimed to be a duchess and owned a mill was fined.
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[who] stands_for=[The man]
                                                                                               ^^^^^^^^^^^^^^^ quote indirect cue=[claimed] speaker=[who] stands_for=[A woman]
",
        );
    }
}
