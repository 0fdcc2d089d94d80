//! Whether a noun phrase can speak: `the mayor said`, but not `the law says`, `it means that`.

use std::ops::Range;

use super::clause;
use crate::{
    grammar::classes,
    lexicon::{Cue, Frame},
    types::{Document, Tags, TokenKind, WordList},
};

/// Maximum number of tokens from papers to what they show.
const PAPER: usize = 10;

/// Maximum number of tokens of a person without a name.
const SOMEBODY: usize = 8;

/// Whether a noun phrase can be the source of the verb `cue` at token `at`. A law or a rule that "says" something does
/// not speak, nor does the `it` of `it means that` and `it is fair to say`; the `it` of `it said` is a body or a
/// report.
pub fn speaks(document: &Document, at: usize, cue: &Cue, source: Range<usize>) -> bool {
    const RULES: WordList<12> = WordList::of([
        "law",
        "laws",
        "rule",
        "rules",
        "regulation",
        "regulations",
        "guideline",
        "guidelines",
        "code",
        "act",
        "policy",
        "constitution",
    ]);
    let relative = document.tags(source.start).any(Tags::RELATIVE) && source.start > 0;
    let last = if relative { source.start - 1 } else { source.end - 1 };
    // `a boat that promises to be fast`, `that shift threatens to drown the quay`
    let body = Tags::CAPITALISED | Tags::ORGANISATION | Tags::PERSON_NOUN | Tags::TITLE | Tags::CUE_NOUN;
    let shifts =
        cue.lemma == "threaten" && !document.tags(last).any(Tags::PRONOUN | Tags::KIN) && !is_agent(document, last);
    let thing =
        (relative && !document.is(source.start, "who") || !relative && shifts) && !document.tags(last).any(body);
    if thing && document.is(at + 1, "to") && cue.takes(Frame::Infinitive) {
        return false;
    }
    // `ropes, all of which confirmed it`
    if relative && document.is(source.start, "which") && document.is(last, "of") {
        return false;
    }
    // `houses boasting new roofs`
    let proper = body | Tags::PRONOUN | Tags::DETERMINER;
    if matches!(cue.lemma, "boast" | "promise") && !source.clone().any(|at| document.tags(at).any(proper)) {
        return false;
    }
    let infinitive = (at.saturating_sub(2)..at).any(|at| document.is(at, "to"));
    let manner = at > 0 && document.tags(at - 1).any(Tags::PREPOSITION);
    let direct = cue.takes(Frame::Direct) || cue.takes(Frame::Phrase) && document.tags(at + 1).any(Tags::OPENING);
    let body = direct && !cue.takes(Frame::Belief) && !infinitive && !manner;
    let expletive = source.len() == 1 && (document.is(last, "it") && !body || document.is(last, "there"));
    // `Who says mills are dull?`: a rhetorical question.
    let nobody = source.len() == 1 && document.is(last, "who") && document.tags(last).any(Tags::SENTENCE_START);
    // `able to forecast a flood`
    let able = infinitive && at > 1 && document.is_one_of(at - 2, const { &WordList::of(["able", "helps", "used"]) });
    if nobody && cue.takes(Frame::Clause) || able && matches!(cue.lemma, "predict" | "forecast" | "anticipate") {
        return false;
    }
    // `you can tell whether it leaks`: people in general.
    let anybody = source.len() == 1 && document.is(last, "you");
    // `Mr Law said`
    let name = Tags::GIVEN_NAME | Tags::HONORIFIC;
    let titled = |at: usize| document.tags(at).any(name) && document.tags(at).any(Tags::CAPITALISED);
    let named = document.tags(last).any(Tags::CAPITALISED) && source.clone().any(|at| at < last && titled(at));
    !expletive && !anybody && (named || !document.is_one_of(last, &RULES))
}

/// Whether the word is a noun for people by its ending, or for a group that acts: `miners`, `a cyclist`, `the union`.
fn is_agent(document: &Document, at: usize) -> bool {
    const OTHER: WordList<12> = WordList::of([
        "danger", "disaster", "error", "factor", "fever", "order", "power", "river", "sector", "tremor", "water",
        "weather",
    ]);
    const TOGETHER: WordList<4> = WordList::of(["gang", "gangs", "union", "unions"]);
    let word = document.word(at);
    let one = word.strip_suffix('s').unwrap_or(word);
    let ending = ["er", "or", "ist", "ant", "man", "men", "woman"].iter().any(|ending| one.ends_with(ending));
    document.is_one_of(at, &TOGETHER) || ending && !document.is_one_of(at, &OTHER)
}

/// Whether the verb reports what the noun phrase has found: `a survey found`, `wardens have learned`, but not `the boy
/// showed`.
pub fn finds(document: &Document, cue: &Cue, mut source: Range<usize>) -> bool {
    const FINDERS: WordList<16> = WordList::of([
        "analysis",
        "audit",
        "data",
        "documents",
        "experts",
        "figures",
        "inquiry",
        "investigation",
        "minutes",
        "poll",
        "records",
        "research",
        "researchers",
        "review",
        "study",
        "survey",
    ]);
    let body = Tags::ORGANISATION | Tags::UPPERCASE;
    let told = Tags::CUE_NOUN | Tags::TITLE | Tags::PERSON_NOUN;
    let finder = |at: usize| document.tags(at).any(told) || document.is_one_of(at, &FINDERS);
    source.any(|at| document.tags(at).any(body) || cue.lemma != "learn" && finder(at))
}

/// Whether a noun phrase after a verb can be the source rather than the content.
pub fn can_speak(document: &Document, mut source: Range<usize>) -> bool {
    let told = Tags::CAPITALISED | Tags::DETERMINER | Tags::PRONOUN | Tags::PERSON_NOUN | Tags::TITLE;
    let one = document.is(source.start, "one") || document.is(source.start, "another");
    // `said ferrymen`, but not `said two ferrymen had left`
    let men = source.len() == 1 && document.ends_in(source.start, "men");
    one || men || source.any(|at| document.tags(at).any(told) || document.ends_in(at, "s"))
}

/// Whether only a person without a name stands between `start` and a mark: `, says a river warden.`, `, says one clerk
/// in Dorn,`.
pub fn is_somebody(document: &Document, start: usize, limit: usize) -> bool {
    const OPENS: WordList<4> = WordList::of(["a", "an", "another", "one"]);
    let closed = Tags::AUXILIARY | Tags::PRONOUN | Tags::CONJUNCTION | Tags::RELATIVE | Tags::PREPOSITION;
    let ends = |at: &usize| document.tokens[*at].kind == TokenKind::Mark || document.tags(*at).any(closed);
    let Some(end) = (start + 1..limit.min(start + SOMEBODY)).find(ends) else { return false };
    let verb = document.tags(end - 1).any(Tags::VERB | Tags::CHANGE) || document.ends_in(end - 1, "ed");
    let stop = (end..limit).find(|&at| document.tokens[at].kind == TokenKind::Mark).unwrap_or(limit);
    let placed = document.tags(end).any(Tags::PREPOSITION) && !clause::has_verb(document, end..stop);
    let parted = stop == end || placed;
    document.is_one_of(start, &OPENS) && end > start + 1 && !verb && parted
}

/// Whether papers are the subject: `Records seen by the Otter Post show that`.
pub fn is_shown(document: &Document, at: usize) -> bool {
    const PAPERS: WordList<7> =
        WordList::of(["data", "documents", "emails", "figures", "files", "records", "statistics"]);
    document.is(at, "show")
        && document.is(at + 1, "that")
        && (at.saturating_sub(PAPER)..at).any(|at| document.is_one_of(at, &PAPERS))
}

/// Whether a noun phrase is a share of people in a survey: `with four out of five people saying`.
pub fn is_share(document: &Document, mut source: Range<usize>) -> bool {
    let number = Tags::DIGITS | Tags::PERCENT | Tags::NUMBER_WORD | Tags::FRACTION;
    // `in a 55-minute speech arguing`
    let compound = |at: usize| document.is(at + 1, "-") && document.is_glued(at + 1);
    source.any(|at| document.tags(at).any(number) && !document.is(at, "one") && !compound(at))
}

/// Whether a noun phrase contains a name or a noun for people.
pub fn is_named(document: &Document, mut source: Range<usize>) -> bool {
    let told = Tags::CAPITALISED | Tags::PERSON_NOUN | Tags::TITLE;
    // `his aunt`, but not `his plan`
    let pronoun = document.tags(source.start).any(Tags::PRONOUN) && !document.tags(source.start).any(Tags::DETERMINER);
    pronoun || source.any(|at| document.tags(at).any(told))
}

/// Whether a noun phrase starts with a name, a title or a personal pronoun.
pub fn is_speaker(document: &Document, source: Range<usize>) -> bool {
    let named = Tags::GIVEN_NAME | Tags::SURNAME | Tags::HONORIFIC | Tags::TITLE;
    let personal = document.is_one_of(source.start, &classes::HE_OR_SHE);
    let own = document.tags(source.start).any(Tags::PRONOUN);
    let names = |at: usize| document.tags(at).any(named) && document.tags(at).any(Tags::CAPITALISED);
    personal || !own && source.into_iter().any(names)
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn things_promise_nothing() {
        quotes("The quay has tall houses boasting new roofs. They found ropes, all of which confirmed her claim.");
        quotes(
            "
The town has a pump that promises to be fast. The club has a mayor who promises to be fast.
                                                                                ^^^^^^^^^^ quote indirect cue=[promises] speaker=[who] stands_for=[a mayor]
",
        );
    }

    #[test]
    fn it_that_stands_for_nothing_does_not_speak() {
        quotes("It is fair to say that the dam leaks. It means that nobody pays.");
    }

    #[test]
    fn a_name_may_be_a_word_for_a_rule() {
        quotes(
            "
Mr Law said the weir leaked. Otto Laws said it was old.
            ^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Mr Law] person=[Law]
                                            ^^^^^^^^^^ quote indirect cue=[said] speaker=[Otto Laws] person=[Otto Laws]
",
        );
    }

    #[test]
    fn a_thing_threatens_nobody_in_words() {
        quotes(
            "
The floods are threatening to ruin the crop. The unions threatened to stop the ferry. A miller threatened to sue the abbey.
                                                                   ^^^^^^^^^^^^^^^^^ quote indirect cue=[threatened] speaker=[The unions]
                                                                                                          ^^^^^^^^^^^^^^^^ quote indirect cue=[threatened] speaker=[A miller]
",
        );
    }
}
