//! A source and its verb after or before the reported clause: `she said`, `said Nora Finch`, `was quoted as saying`.

use std::ops::Range;

use super::{adjuncts, clause, cues, phrases, sources, speaking, together};
use crate::{
    grammar::classes,
    lexicon::{Cue, Frame},
    types::{Document, Tags, TokenKind, WordList},
};

/// A source and its verb, in either order.
pub struct Said {
    pub source: Range<usize>,
    /// The tokens of both.
    pub tokens: Range<usize>,
    /// Whether the source follows the verb.
    pub inverted: bool,
}

/// The source and its verb: `she said`, `said Nora Finch`.
pub fn said(document: &Document, at: usize, sentence: Range<usize>) -> Option<Said> {
    let end = cues::end(document, at);
    let parted = |before: usize| document.is(before, ",") || document.tokens[before].kind == TokenKind::Quotation;
    if at > sentence.start
        && parted(at - 1)
        && !document.ends_in(at, "ing")
        && let Some(source) = phrases::behind(document, end, sentence.end)
        && cues::verb(document, at).is_some_and(|cue| {
            !cue.takes(Frame::Hearer) || cue.lemma != "tell" && adjuncts::ends_sentence(document, &source)
        })
        && speaking::can_speak(document, source.clone())
        && !document.is(source.start, "that")
        && (document.is_one_of(at, const { &WordList::of(["said", "say", "says"]) })
            || speaking::is_named(document, source.clone()))
        && (!clause::is_finite(document, end..sentence.end)
            || cues::verb(document, at).is_some_and(|cue| !cue.takes(Frame::Belief))
                && is_last(document, &source, sentence.end)
            || is_plural_verb(document, at, &source)
            || relative_end(document, source.end, sentence.end) > source.end
            || speaking::is_somebody(document, end, sentence.end)
            || adjuncts::closes(document, &source, sentence.end))
    {
        let source = together::behind(document, source, sentence.end);
        let tokens = at..relative_end(document, source.end, sentence.end);
        return Some(Said { source, tokens, inverted: true });
    }
    if let Some(source) = sources::before(document, at, sentence.start)
        && source.start > sentence.start
        && !document.is(source.start, "according")
    {
        let tokens = source.start..end;
        return Some(Said { source, tokens, inverted: false });
    }
    None
}

/// The token after a relative clause about the source: `, said neighbours who had seen it.`
fn relative_end(document: &Document, at: usize, limit: usize) -> usize {
    if !document.is_one_of(at, const { &WordList::of(["who", "whose"]) }) {
        return at;
    }
    (at..limit).find(|&at| matches!(document.sign(at), ',' | '.' | ';')).unwrap_or(limit)
}

/// Whether nothing follows a name or a noun for people: `, said US officials.`
fn is_last(document: &Document, source: &Range<usize>, limit: usize) -> bool {
    let last = document.tags(source.end - 1);
    let ends = source.end >= limit || source.end + 1 >= limit && document.is(source.end, ".");
    ends && last.any(Tags::CAPITALISED | Tags::PERSON_NOUN | Tags::TITLE | Tags::CUE_NOUN)
}

/// The source of a quoting verb: `the mayor was quoted as saying`, `the Otter Post quoted her as saying`.
pub fn quoted(document: &Document, at: usize, cue: &Cue, sentence: &Range<usize>) -> Option<Said> {
    if !matches!(cue.lemma, "cite" | "quote") {
        return None;
    }
    let before = sources::before(document, at, sentence.start).filter(|before| before.start > sentence.start)?;
    let passive = cues::is_passive(document, at, sentence.start);
    let pronoun = document.is_one_of(at + 1, &classes::PEOPLE_AS_OBJECTS);
    let object = if pronoun { Some(at + 1..at + 2) } else { phrases::behind(document, at + 1, sentence.end) };
    let source = if passive { before.clone() } else { object? };
    let as_word = if passive { at + 1 } else { source.end };
    let saying = document.is(as_word, "as") && document.is(as_word + 1, "saying");
    saying.then_some(Said { source, tokens: before.start..as_word + 2, inverted: false })
}

/// Whether the verb has researchers as its subject in `, write researchers in a report published in May`: a verb in the
/// plural has its subject behind it.
fn is_plural_verb(document: &Document, at: usize, source: &Range<usize>) -> bool {
    let plain = cues::verb(document, at).is_some_and(|cue| document.word(at) == cue.lemma);
    plain && document.tags(source.end - 1).any(Tags::PERSON_NOUN)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_subject_of_what_is_told_is_no_source() {
        quotes(
            "
Ruth Amos, who rows with the guild, said that the boys, two of them twins, had left.
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ruth Amos] person=[Ruth Amos]
",
        );
    }

    #[test]
    fn what_is_told_of_those_who_speak() {
        quotes(
            "
The dam broke, said neighbours who had seen it. The weir leaks, said a miller who lives there, and nobody cares.
^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[neighbours]
                                                ^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[a miller]
",
        );
    }
}
