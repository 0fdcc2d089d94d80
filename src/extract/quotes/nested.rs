//! Content of an attribution that already has another source: `“It leaks,” Finch said, according to the Otter Post.`,
//! `Finch says it leaks, Otter News reports.`

use std::ops::Range;

use super::{clause, cues, infinitives, little, phrases, sources};
use crate::{
    lexicon::Frame,
    types::{Document, Fact, Quote, Tags, WordList},
};

/// Maximum number of tokens of the subject of the clause.
const SUBJECT: usize = 24;

/// Whether the content already has a source: it is a quotation followed by its attribution or, reported by a `medium`,
/// a source, a verb of speech and a clause.
pub fn is_told(document: &Document, content: Range<usize>, medium: bool) -> bool {
    is_spoken(document, &content) || medium && is_stated(document, content)
}

/// `Finch says it leaks`, `Finch criticised the plan`, but `The flood showed no sign of an end`: whether somebody's
/// words were found in the stretch, or stand there as the object of a verb.
pub fn is_anybodys(document: &Document, stretch: &Range<usize>, found: &[Fact<Quote>]) -> bool {
    let words = document.span(stretch.clone());
    let spoken = |at: usize| {
        let Some(cue) = cues::verb(document, at) else { return document.is(at, "according") };
        let bare = document.tags(at + 1).any(Tags::PREPOSITION | Tags::CONJUNCTION)
            || little::is_bare_pronoun(document, at + 1, stretch.end);
        let object = cue.takes(Frame::Object) && cues::is_finite_cue(document, at) && !bare;
        let heard = !document.ends_in(at, "ing") && (cue.takes(Frame::Hearer) || infinitives::orders(cue.lemma));
        object || heard || matches!(cue.lemma, "add" | "say")
    };
    found.iter().any(|quote| quote.span.overlaps(words)) || stretch.clone().any(spoken)
}

/// Whether the source is a name in capitals, but not a person's: `the Otter Post`, `ORN`, but not `Nora Finch`, `court
/// papers`.
pub fn is_name_of_medium(document: &Document, source: &Range<usize>) -> bool {
    let person = Tags::GIVEN_NAME | Tags::HONORIFIC | Tags::TITLE | Tags::SENTENCE_START;
    let named = |at: usize| {
        let tags = document.tags(at);
        document.is(at, "the") || tags.any(Tags::CAPITALISED) && !tags.any(person)
    };
    source.clone().all(named)
}

/// Whether the content is a statement by a person: `Finch says it leaks`, but not `Finch thinks it leaks`, `I say it
/// leaks`, `The flood shows it leaks`.
fn is_stated(document: &Document, content: Range<usize>) -> bool {
    let one = document.is_one_of(content.start, const { &WordList::of(["i", "nobody", "we", "you"]) });
    let finite = |at: &usize| cues::verb(document, *at).is_some() && cues::is_finite_cue(document, *at);
    let verb = content.clone().take(SUBJECT).find(finite);
    // `Two barges were said to be lost, the Echo reports`
    let verb = verb.filter(|&at| !cues::is_passive(document, at, content.start));
    // `A film tells a tale of 12 weirs, the Echo reports`
    let verb = verb.filter(|&at| clause::has_verb(document, at + 1..content.end));
    let cue = verb.and_then(|at| cues::verb(document, at));
    let states = cue.is_some_and(|cue| matches!(cue.lemma, "announce" | "confirm" | "say" | "tell" | "warn"));
    states && !one && is_reported(document, content)
}

/// Whether the content is a quotation with its attribution: `“It leaks,” Finch said`, `“It leaks,” said Finch, the
/// warden`.
fn is_spoken(document: &Document, content: &Range<usize>) -> bool {
    let opening = document.quotation_of(content.start).filter(|first| first.open as usize == content.start);
    let Some(behind) = opening.map(|opening| opening.close as usize + 1) else { return false };
    let ends = |at: usize| matches!(document.word(at), "," | "!" | "?");
    if behind + 1 >= content.end || !(ends(behind - 2) || ends(behind)) {
        return false;
    }
    let first = behind + usize::from(ends(behind));
    let speaks = |at: &usize| {
        let direct = cues::verb(document, *at).is_some_and(|cue| cue.takes(Frame::Direct));
        direct && cues::is_finite_cue(document, *at) && document.quotation_of(*at).is_none()
    };
    let Some(cue) = (first..content.end.min(first + SUBJECT)).find(speaks) else { return false };
    let source = if cue == first {
        phrases::behind(document, cue + 1, content.end)
    } else {
        sources::before(document, cue, first).filter(|source| source.start == first)
    };
    source.is_some()
}

/// Whether the content has its own attribution: `According to the Otter Post, Finch said …`: the words are Finch's.
pub fn is_reported(document: &Document, content: Range<usize>) -> bool {
    let takes_clause = |at: usize| cues::verb(document, at).is_some_and(|cue| cue.takes(Frame::Clause));
    let Some(cue) = content.clone().take(SUBJECT).find(|&at| takes_clause(at) && cues::is_finite_cue(document, at))
    else {
        return false;
    };
    // `According to Finch, wardens believe …`: she talks about others.
    let belief = cues::verb(document, cue).is_some_and(|cue| cue.takes(Frame::Belief));
    let thought = document.ends_in(cue, "ed") || document.is(cue, "thought");
    let named = |mut source: Range<usize>| source.any(|at| document.tags(at).any(Tags::CAPITALISED));
    sources::before(document, cue, content.start)
        .is_some_and(|source| source.start == content.start && (!belief || !thought && named(source)))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn what_is_said_directly_keeps_its_speaker() {
        quotes(
            "
“The weir will burst,” the lock keeper said on Monday in Dorn, according to Otter News.
^^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[the lock keeper]
\"Two barges sank,\" said Nora Finch, head of the guild, according to the Otter Post.
^^^^^^^^^^^^^^^^^^ quote direct cue=[said] speaker=[Nora Finch] person=[Nora Finch]
“The weir may burst,” according to Nora Finch.
^^^^^^^^^^^^^^^^^^^^^ quote direct cue=[according to] speaker=[Nora Finch] person=[Nora Finch]
",
        );
    }

    #[test]
    fn who_reports_what_somebody_says_tells_nothing_more() {
        quotes(
            "
Lund says the abbot sold his bees to pay, the Echo reports.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[says] speaker=[Lund] person=[Lund]
The mayor said that the weir would fall, according to the Otter Post.
               ^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The mayor]
A film tells a long tale of twelve weirs and a flood, the Echo reports.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[reports] speaker=[the Echo]
Wardens believe the weir has a leak, Lund said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Lund] person=[Lund]
",
        );
    }
}
