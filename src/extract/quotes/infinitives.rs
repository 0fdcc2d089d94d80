//! The source of an infinitive of speech behind a verb that is none: `the guard fled as the boy tried to ask whether`.

use std::ops::Range;

use super::{cues, sources};
use crate::types::{Document, Tags, WordList};

/// The subject of the verb before the `to` in front of the verb group at `group`.
pub fn source(document: &Document, group: usize, from: usize) -> Option<Range<usize>> {
    const TRIES: WordList<10> = WordList::of([
        "began", "demanded", "refused", "tried", "tries", "trying", "want", "wanted", "wanting", "wants",
    ]);
    let tries = group.checked_sub(2).filter(|&at| at > from && document.is(at + 1, "to"))?;
    let spoken = document.is_one_of(tries, &TRIES) && cues::verb(document, tries).is_none();
    if spoken { sources::before(document, tries, from) } else { None }
}

/// `wanted to know whether the dam leaked`: whether what begins here is a question.
pub fn is_question(document: &Document, start: usize) -> bool {
    const WANTS: WordList<6> = WordList::of(["demanded", "demanding", "want", "wanted", "wanting", "wants"]);
    start > 3
        && document.is(start - 1, "know")
        && document.is(start - 2, "to")
        && document.is_one_of(start - 3, &WANTS)
        && !document.tags(start - 3).any(Tags::SENTENCE_START)
        && !document.is(start, "that")
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn who_tries_to_ask_asks() {
        quotes(
            "
The guard shut the gate as the boy tried to ask him whether the weir was deep.
                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[ask] speaker=[the boy]
The ringers all wanted to know why anybody would sell a bell. You want to know how deep it is.
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[know] speaker=[The ringers]
",
        );
    }
}
