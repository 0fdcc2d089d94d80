//! A verb of speech inside a relative clause that continues after it: `a boat that the mayor believes is new`.

use std::ops::Range;

use super::{adjuncts, clause, phrases, sources};
use crate::{
    grammar::{classes, kinds},
    lexicon::{Cue, Frame},
    types::{Document, Tags, TokenKind, WordList},
};

/// Whether the finite verb at `start` belongs to a relative clause that contains the source and the verb of speech at
/// `at`.
pub fn is_inserted(document: &Document, at: usize, cue: &Cue, start: usize, from: usize) -> bool {
    // `says that fees announced by Lund cover a toll`
    let apart = start > at + 1 && !cue.takes(Frame::Hearer);
    if apart || !cue.takes(Frame::Clause) || !opens_verb(document, start) {
        return false;
    }
    let source = sources::before(document, at, from).filter(|source| source.start > from);
    source.is_some_and(|source| opens_relative(document, source.start - 1))
}

/// Whether the word opens a relative clause: `that`, `who`, but not `said that`.
fn opens_relative(document: &Document, at: usize) -> bool {
    document.is_one_of(at, const { &WordList::of(["that", "which", "who", "whom"]) })
}

/// Whether a finite verb is at the token; the `would` of `would-be` is not one.
fn opens_verb(document: &Document, at: usize) -> bool {
    let compound = document.is_glued(at) && kinds::is_dash(document, at + 1);
    adjuncts::opens_verb(document, at) && !compound
}

/// The content inside a relative clause, without the predicate of the noun before it: `the boat that Finch says is new
/// | has sunk`, `the boat, which Finch says is new |, has sunk`.
pub fn without_predicate(
    document: &Document,
    source: &Range<usize>,
    from: usize,
    content: Range<usize>,
) -> Range<usize> {
    let Some(relative) = source.start.checked_sub(1).filter(|&at| at > from && opens_relative(document, at)) else {
        return content;
    };
    if !opens_verb(document, content.start) {
        return content;
    }
    let mark = relative - 1;
    let parted = document.tokens[mark].kind != TokenKind::Word;
    let noun = phrases::phrase_ending(document, if parted { mark } else { relative }, from);
    let subject = noun.is_some_and(|noun| sources::begins_clause(document, noun.start, from));
    let end = match document.tokens[mark].kind {
        TokenKind::Mark if document.is(mark, ",") => comma(document, content.clone(), subject),
        TokenKind::Dash => (content.start + 1..content.end).find(|&at| document.tokens[at].kind == TokenKind::Dash),
        _ if subject => main_verb(document, content.clone()),
        _ if document.tags(from).any(Tags::PREPOSITION) => main_clause(document, content.clone()),
        _ => None,
    };
    content.start..end.unwrap_or(content.end)
}

/// The comma before the predicate: `, has sunk`, `, also sank`. A verb that can be a noun, `, fear and grief`, counts
/// only if a subject opens the clause.
fn comma(document: &Document, content: Range<usize>, subject: bool) -> Option<usize> {
    let verb = |at: usize| {
        let adverb = document.tags(at).any(Tags::ADVERB);
        let at = at + usize::from(adverb);
        let sure = subject || adverb || document.tags(at).any(Tags::AUXILIARY) || document.ends_in(at, "ed");
        opens_verb(document, at) && sure && !document.tags(at).any(Tags::CAPITALISED)
    };
    // `which Finch says is new, and two others have sunk`
    let joined = |at: usize| document.is_one_of(at, const { &WordList::of(["and", "but"]) });
    let clause = |at: usize| joined(at) && clause::is_finite(document, at + 1..content.end);
    (content.start + 2..content.end.saturating_sub(1))
        .find(|&at| document.is(at, ",") && document.quotation_of(at).is_none() && (verb(at + 1) || clause(at + 1)))
}

/// The comma before the main clause: `On a boat that Finch says is new, two men slept.`
fn main_clause(document: &Document, content: Range<usize>) -> Option<usize> {
    (content.start + 2..content.end.saturating_sub(2))
        .find(|&at| document.is(at, ",") && clause::is_finite(document, at + 1..content.end))
}

/// The auxiliary of the predicate: the first verb after that of the relative clause which no other clause needs.
fn main_verb(document: &Document, content: Range<usize>) -> Option<usize> {
    let group = Tags::AUXILIARY | Tags::ADVERB | Tags::NEGATION;
    let verb = content.clone().find(|&at| !document.tags(at).any(group))?;
    let mut open = 0;
    for at in verb + 1..content.end {
        let tags = document.tags(at);
        let own = tags.any(Tags::PRONOUN) && !tags.any(Tags::DETERMINER | Tags::RELATIVE);
        let opens =
            tags.any(Tags::RELATIVE | Tags::CONJUNCTION) || document.is_one_of(at, &classes::SUBORDINATORS) || own;
        let auxiliary = tags.any(Tags::AUXILIARY) && !tags.any(Tags::CAPITALISED);
        if document.quotation_of(at).is_some() {
            continue;
        } else if opens {
            open = 1;
        } else if auxiliary && open == 0 {
            return Some(at);
        } else if clause::has_verb(document, at..at + 1) {
            open = 0;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn a_relative_clause_goes_on_behind_the_verb_of_speech() {
        quotes(
            "
The glazier bought a lathe that his aunt believes is worthless.
                                                  ^^^^^^^^^^^^ quote indirect cue=[believes] speaker=[his aunt]
A lathe that the cooper says was forged has been melted down.
                             ^^^^^^^^^^ quote indirect cue=[says] speaker=[the cooper]
The lathe, which the cooper says was forged, has rusted.
           ^^^^^ quote indirect cue=[says] speaker=[the cooper]
                                 ^^^^^^^^^^ quote …
Guards caught two boys who porters say had climbed the belfry.
                                       ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[porters]
",
        );
    }

    #[test]
    fn another_clause_follows_the_relative_one() {
        quotes(
            "
The pier, which Lund said was safe, and two bridges have been shut.
          ^^^^^ quote indirect cue=[said] speaker=[Lund] person=[Lund]
                          ^^^^^^^^ quote …
",
        );
    }
}
