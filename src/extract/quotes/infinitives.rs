//! The source of an infinitive of speech after another verb: `the guard fled as the boy tried to ask whether`.

use std::ops::Range;

use super::{adjuncts, cues, phrases, sources};
use crate::{
    grammar::classes,
    lexicon::{Cue, Frame},
    types::{Document, Tags, WordList},
};

/// Verbs that make another person do something.
const MAKES: WordList<19> = WordList::of([
    "caused",
    "causing",
    "compelled",
    "compelling",
    "drove",
    "forced",
    "forces",
    "forcing",
    "inspired",
    "lead",
    "leading",
    "leads",
    "led",
    "moved",
    "persuaded",
    "prompt",
    "prompted",
    "prompting",
    "prompts",
]);

/// Maximum number of tokens of the person who is made to believe something, with the verb.
const LED: usize = 6;

/// The subject of the verb before the `to` of the verb group at `group`.
pub fn source(document: &Document, group: usize, from: usize) -> Option<Range<usize>> {
    if let Some(other) = made_to_speak(document, group, from).or_else(|| overheard(document, group, from)) {
        return Some(other);
    }
    const TRIES: WordList<10> = WordList::of([
        "began", "demanded", "refused", "tried", "tries", "trying", "want", "wanted", "wanting", "wants",
    ]);
    let tries = group.checked_sub(2).filter(|&at| at > from && document.is(at + 1, "to"))?;
    let spoken = document.is_one_of(tries, &TRIES) && cues::verb(document, tries).is_none();
    if spoken { sources::before(document, tries, from) } else { None }
}

/// The object of a verb of causing, who is the source: `That led a warden to say`, `prompted Finch to ask`.
fn made_to_speak(document: &Document, group: usize, from: usize) -> Option<Range<usize>> {
    let to = group.checked_sub(1).filter(|&to| to > from + 1 && document.is(to, "to"))?;
    let object = phrases::phrase_ending(document, to, from)?;
    let inside = object.clone().rev().find(|&at| document.is_one_of(at, &MAKES));
    let verb = inside.or_else(|| object.start.checked_sub(1).filter(|&at| document.is_one_of(at, &MAKES)))?;
    (verb >= from && verb + 1 < to).then_some(verb + 1..to)
}

/// The person who is heard: `heard him say`.
fn overheard(document: &Document, group: usize, from: usize) -> Option<Range<usize>> {
    const HEARS: WordList<3> = WordList::of(["hear", "heard", "hears"]);
    let object = group.checked_sub(1).filter(|&at| at > from && document.is_one_of(at - 1, &HEARS))?;
    document.is_one_of(object, &classes::PEOPLE_AS_OBJECTS).then_some(object..group)
}

/// `reported hearing a bang`: what somebody went through, and tells of.
pub fn is_lived(document: &Document, cue: &Cue, start: usize) -> bool {
    const LIVED: WordList<12> = WordList::of([
        "being",
        "feeling",
        "finding",
        "getting",
        "having",
        "hearing",
        "losing",
        "noticing",
        "receiving",
        "seeing",
        "smelling",
        "witnessing",
    ]);
    // `likely to report hearing problems`
    let plain = start > 1 && document.is(start - 2, "to");
    cue.lemma == "report" && document.is_one_of(start, &LIVED) && !plain
}

/// Whether the infinitive at the token was not actually said: `urged to call`, `hard to believe`, `led viewers to
/// think`.
pub fn is_unsaid(document: &Document, at: usize, cue: &Cue) -> bool {
    const HARD: WordList<6> = WordList::of(["difficult", "easy", "hard", "impossible", "keen", "tempting"]);
    // `the need to admit`, `failed to predict`, `no right to claim`
    const LACKS: WordList<19> = WordList::of([
        "ability",
        "chance",
        "fail",
        "failed",
        "failing",
        "fails",
        "failure",
        "inability",
        "need",
        "opportunity",
        "power",
        "reluctance",
        "reluctant",
        "right",
        "unable",
        "unwilling",
        "way",
        "ways",
        "willingness",
    ]);
    // `the word to describe it`
    const TERMS: WordList<8> =
        WordList::of(["adjective", "adjectives", "phrase", "phrases", "term", "terms", "word", "words"]);
    // `lamps are used to report leaks`, `it is being tested to confirm that`
    const DONE: WordList<4> = WordList::of(["done", "needed", "tested", "used"]);
    const ASKED: WordList<6> = WordList::of(["advised", "asked", "encouraged", "invited", "ordered", "urged"]);
    if at < 3 || !document.is(at - 1, "to") {
        return false;
    }
    let passive = || document.is_one_of(at - 3, &classes::BE) || document.tags(at - 3).any(Tags::ADVERB);
    let led = |at: usize| document.is_one_of(at, &MAKES);
    let thought = cue.takes(Frame::Belief) && (at.saturating_sub(LED)..at).any(led);
    // `may even have to apologise`
    let may = document.is(at - 2, "have")
        && (at.saturating_sub(5)..at - 2)
            .any(|at| document.tags(at).any(Tags::MODAL) && !document.tags(at).any(Tags::CAPITALISED));
    let lacks = || document.is_one_of(at - 2, &LACKS) && cue.takes(Frame::Object);
    let means = document.is_one_of(at - 2, &TERMS) && cue.takes(Frame::Object)
        || document.is_one_of(at - 2, &DONE) && document.is_one_of(at - 3, &classes::BE);
    thought
        || may
        || means
        || lacks()
        || document.is_one_of(at - 2, &HARD)
        || document.is_one_of(at - 2, &ASKED) && passive()
}

/// Whether the verb with the base form `lemma` takes a person and an infinitive.
pub fn orders(lemma: &str) -> bool {
    matches!(lemma, "advise" | "beg" | "caution" | "command" | "instruct" | "order" | "remind" | "tell" | "warn")
}

/// Whether a verb starts at the token after `to`, in quotation marks or not: `to leave`, `to “leave it”`.
pub fn begins(document: &Document, at: usize) -> bool {
    let quoted = document.tags(at).any(Tags::OPENING) && document.quotation_of(at).is_some();
    let verb = at + usize::from(quoted);
    adjuncts::is_bare(document, verb) && !(quoted && document.tags(verb).any(Tags::CAPITALISED))
}

/// Whether a question starts here: `wanted to know whether the dam leaked`.
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

    #[test]
    fn what_one_is_told_to_do_may_be_quoted() {
        quotes(
            "
Lund told the ringers to “leave the bell alone”. She begged the guards to wait.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote mixed cue=[told] speaker=[Lund] person=[Lund]
                                                            ^^^^^^^^^^^^^^^^^^ quote indirect cue=[begged] speaker=[She] person=[Lund]
",
        );
    }

    #[test]
    fn who_is_made_to_speak_speaks() {
        quotes(
            "
That prompted some guards to say the weir leaked. The flood led Nora Finch to ask whether it was safe.
                                 ^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[some guards]
                                                                                  ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[ask] speaker=[Nora Finch] person=[Nora Finch]
A guard heard him say: “The weir is mine.”
                       ^^^^^^^^^^^^^^^^^^^ quote direct cue=[say] speaker=[him]
",
        );
    }

    #[test]
    fn what_is_still_to_be_said_is_not_told() {
        quotes(
            "
It is hard to believe that the weir leaks. Guards were asked to explain how it broke. Anyone with news is urged to call “Otter Line” soon. The song led guards to believe it was May. Guards are keen to find out who rowed. Nora Finch had no word to describe the weir. Lamps are used to report leaks.
",
        );
    }

    #[test]
    fn what_could_not_be_said_is_not_told() {
        quotes(
            "
The board failed to acknowledge the debt. Wardens have no power to recommend a closure. Lund may even have to apologise for the flood. Lund held a meeting to announce the cuts.
                                                                                                                                                                       ^^^^^^^^ quote indirect cue=[announce] speaker=[Lund] person=[Lund]
",
        );
    }

    #[test]
    fn what_somebody_went_through_is_reported() {
        quotes(
            "
Two anglers reported hearing a bang near the weir. The guild reported increasing floods.
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[reported] speaker=[Two anglers]
",
        );
    }
}
