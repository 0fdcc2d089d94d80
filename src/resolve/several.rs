//! Whom `they` means as a speaker: the plural source that spoke last, or the plural subject of the sentence or of the
//! one before; and whether a source is several people, so that `it` cannot mean it.

use crate::{
    grammar::{classes, endings, kinds},
    types::{Document, Span, Tags, WordList},
};

/// The most sentences from a pronoun back to the plural source that spoke.
const SENTENCES: u32 = 2;

/// The most tokens of a subject and of what stands before it.
const SUBJECT: usize = 12;

/// Nouns for several people that are no plurals.
const GROUPS: WordList<10> =
    WordList::of(["board", "council", "couple", "department", "family", "group", "jury", "majority", "pair", "team"]);

/// Words that name several people, and the sentence of their last words.
#[derive(Debug, Clone, Copy)]
pub struct Spoke {
    pub words: Span,
    pub sentence: u32,
}

/// The words that name whom `they` at `pronoun` means; `said` are the words that they say, in which nobody is meant.
pub fn antecedent(document: &Document, pronoun: Span, last: Option<Spoke>, said: &[Span]) -> Option<Span> {
    let at = document.token_at(pronoun.start);
    if document.quotation_of(at).is_some() {
        return None;
    }
    let sentence = document.tokens[at].sentence;
    let spoke = |reach: u32| last.filter(|last| sentence - last.sentence <= reach).map(|last| last.words);
    let own = subject(document, sentence, at).filter(|own| !said.iter().any(|words| words.contains(*own)));
    let before = || sentence.checked_sub(1).and_then(|before| subject(document, before, at));
    own.or_else(|| spoke(1)).or_else(before).or_else(|| spoke(SENTENCES))
}

/// Whether the source is several people or a group of them: `Officials at the mill`, `the police`, `Finch and Lund`.
pub fn is_several(document: &Document, words: Span) -> bool {
    let joined = document.tokens_in(words).any(|at| document.is(at, "and"));
    let head = head(document, words);
    joined || is_many(document, head) || document.is_one_of(head, &GROUPS) || document.tags(head).any(Tags::BODY)
}

/// Whether the source is a plural, for which `it` cannot stand: `Prosecutors`, `the police`, but not `Otter Mills`.
pub fn is_plural(document: &Document, words: Span) -> bool {
    let head = head(document, words);
    let tags = document.tags(head);
    let name = tags.any(Tags::CAPITALISED) && !(tags.any(Tags::SENTENCE_START) && tags.any(Tags::ORDINARY));
    !name && endings::is_plural(document, head)
}

/// The last token of the noun that the words are about.
fn head(document: &Document, words: Span) -> usize {
    let tokens = document.tokens_in(words);
    let closed = Tags::PREPOSITION | Tags::RELATIVE;
    let ends = |at: &usize| document.tags(*at).any(closed) || document.is(*at, ",");
    tokens.clone().skip(1).find(ends).unwrap_or(tokens.end) - 1
}

/// Whether the word is a plural, but none for documents: `the figures said`.
fn is_many(document: &Document, at: usize) -> bool {
    endings::is_plural(document, at) && !document.tags(at).any(Tags::CUE_NOUN)
}

/// The words for several people that are the subject of a sentence, before a token of it: `Detectives are looking`,
/// `At noon, detectives left`, `As anglers watched`.
fn subject(document: &Document, sentence: u32, before: usize) -> Option<Span> {
    let tokens = &document.sentences[sentence as usize].tokens;
    let first = tokens.start as usize;
    let mut start = first;
    let limit = before.min(tokens.end as usize).min(first + SUBJECT);
    let closed = Tags::PREPOSITION | Tags::CONJUNCTION | Tags::RELATIVE | Tags::PRONOUN;
    for at in first..limit {
        let tags = document.tags(at);
        let tied = tags.any(Tags::PREPOSITION) && at > start;
        let verb = tags.any(Tags::AUXILIARY | Tags::VERB | Tags::CUE) || endings::is_regular_past(document, at);
        if at > start && (verb || tied) && is_many(document, at - 1) {
            return is_human(document, at - 1).then(|| document.span(start..at));
        }
        let noun = kinds::is_word(document, at) || kinds::is_number(document, at) || kinds::is_possessive(document, at);
        if document.is(at, ",") || at == start && document.is_one_of(at, &classes::SUBORDINATORS) {
            start = at + 1;
        } else {
            let other = tags.any(Tags::PRONOUN) || tags.any(closed) && at > start;
            if verb || !noun || other && !tags.any(Tags::DETERMINER) {
                return None;
            }
        }
    }
    None
}

/// Whether the word is a noun for people: `a miller`, `researchers`, `police`.
pub fn is_human(document: &Document, at: usize) -> bool {
    let doer = |word: &str| endings::is_doer(word.strip_suffix('s').unwrap_or(word));
    let known = Tags::PERSON_NOUN | Tags::TITLE | Tags::KIN | Tags::NATIONALITY;
    document.tags(at).any(known) || document.is(at, "police") || kinds::is_word(document, at) && doer(document.word(at))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn they_are_the_last_who_spoke_as_several() {
        quotes(
            "
Wardens said the weir was shut. They said it leaked. Ivo Marsh came late. They added that it was old.
             ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Wardens]
                                          ^^^^^^^^^ quote indirect cue=[said] speaker=[They] stands_for=[Wardens]
                                                                                     ^^^^^^^^^^^^^^^ quote indirect cue=[added] speaker=[They] stands_for=[Wardens]
Three boys fled over the weir, the wardens said. “They had a rope,” they added.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[the wardens]
                                                 ^^^^^^^^^^^^^^^^^^ quote direct cue=[added] speaker=[they] stands_for=[the wardens]
",
        );
    }

    #[test]
    fn they_are_the_subject_if_nobody_spoke() {
        quotes(
            "
Detectives are still looking for the key. They think it was sold. The key is old. The key is dear. They say it was lost.
                                                     ^^^^^^^^^^^ quote indirect cue=[think] speaker=[They] stands_for=[Detectives]
                                                                                                            ^^^^^^^^^^^ quote indirect cue=[say] speaker=[They]
Anglers have had a bad year, but they say it was worse once.
                                          ^^^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[they] stands_for=[Anglers]
",
        );
    }

    #[test]
    fn it_is_not_several() {
        quotes(
            "
Wardens said the weir was shut. It said it leaked.
             ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Wardens]
                                        ^^^^^^^^^ quote indirect cue=[said] speaker=[It]
",
        );
    }
}
