//! Whom a relative pronoun means that no name precedes: `a neighbour who said`, `the Otter Post, which reported`.

use std::ops::Range;

use super::several;
use crate::{
    grammar::{endings, kinds},
    types::{Document, Span, Tags, WordList},
};

/// The most phrases before a relative pronoun that end in no noun for people: `a witness to the crash, who`.
const PHRASES: usize = 3;

/// The most tokens of a phrase.
const PHRASE: usize = 12;

/// The words before the relative pronoun at a token that name whom it means.
pub fn antecedent(document: &Document, relative: usize) -> Option<Span> {
    let from = document.sentence_tokens(relative).start;
    let mark = |at: usize| matches!(document.word(at), "," | "(") || kinds::is_dash(document, at);
    let end = if relative > from && mark(relative - 1) { relative - 1 } else { relative };
    let first = phrase(document, end, from)?;
    if !document.is(relative, "who") {
        let told = document.is(relative, "that") && several::is_human(document, end - 1);
        return (told || can_tell(document, end - 1)).then(|| document.span(first));
    }
    let mut whole = first.clone();
    let mut head = end - 1;
    for _ in 0..PHRASES {
        let tags = document.tags(head);
        let named = tags.any(Tags::CAPITALISED) && tags.any(Tags::GIVEN_NAME | Tags::SURNAME);
        if named || several::is_human(document, head) {
            return Some(document.span(whole));
        }
        let tied = whole.start > from && document.tags(whole.start - 1).any(Tags::PREPOSITION);
        let Some(longer) = phrase(document, whole.start.saturating_sub(1), from).filter(|_| tied) else { break };
        (head, whole) = (longer.end - 1, longer.start..whole.end);
    }
    // `the Otters, who`
    document.tags(end - 1).any(Tags::CAPITALISED).then(|| document.span(first))
}

/// Whether a document or a body can be called so: `the report`, `the Otter Post`, `the council`.
fn can_tell(document: &Document, at: usize) -> bool {
    let time = Tags::WEEKDAY | Tags::MONTH | Tags::DAY_WORD | Tags::PLACE;
    let tags = document.tags(at);
    tags.any(Tags::CUE_NOUN | Tags::ORGANISATION | Tags::BODY | Tags::CAPITALISED) && !tags.any(time)
}

/// The noun that ends before a token, with all that stands before it up to its article.
fn phrase(document: &Document, end: usize, from: usize) -> Option<Range<usize>> {
    let other = Tags::AUXILIARY | Tags::PREPOSITION | Tags::CONJUNCTION | Tags::RELATIVE | Tags::PRONOUN | Tags::ADVERB;
    let mut start = end;
    while start > from && end - start < PHRASE {
        let at = start - 1;
        let tags = document.tags(at);
        let one = document.is_one_of(at, const { &WordList::of(["another", "one"]) });
        if tags.any(Tags::DETERMINER) || one {
            return (start < end).then_some(at..end);
        }
        let joint = kinds::is_possessive(document, at) || kinds::is_dash(document, at) && document.is_glued(at);
        let name = tags.any(Tags::CAPITALISED) && !tags.any(Tags::SENTENCE_START);
        let verb = tags.any(Tags::VERB | Tags::CUE) && !tags.any(Tags::CUE_NOUN | Tags::PERSON_NOUN)
            || endings::is_regular_past(document, at)
            || document.ends_in(at, "ing");
        let noun = kinds::is_word(document, at) || kinds::is_number(document, at);
        // `the plan angers anglers, who`
        let verb = verb || start < end && endings::is_plural(document, at) && !kinds::is_possessive(document, start);
        if !joint && (!noun || !name && (tags.any(other) || verb)) {
            break;
        }
        start = at;
    }
    (start < end && !kinds::is_possessive(document, end - 1)).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn who_is_the_noun_before() {
        quotes(
            "
He met a keeper of the weir, who said it leaked. The plan angers anglers, who say it is dear.
                                      ^^^^^^^^^ quote indirect cue=[said] speaker=[who] stands_for=[a keeper of the weir]
                                                                                  ^^^^^^^^^^ quote indirect cue=[say] speaker=[who] stands_for=[anglers]
",
        );
    }

    #[test]
    fn which_is_a_document_or_a_body() {
        quotes(
            "
So says the Otter Post, which adds that it leaks. He sent a report that said the weir was old.
                                   ^^^^^^^^^^^^^ quote indirect cue=[adds] speaker=[which] stands_for=[the Otter Post]
                                                                             ^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[that] stands_for=[a report]
",
        );
    }
}
