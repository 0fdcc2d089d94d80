//! A number without its noun: "six wardens were warned, two resigned", "seven were taken to hospital", "one of them".

use std::ops::Range;

use super::{
    clause,
    counted::Before,
    described, noun,
    partitive::is_back_reference,
    phrase::{self, HowMany, Phrase},
    somebody,
    stated::Stated,
    verb,
};
use crate::{
    grammar::{endings, kinds, reach},
    types::{Document, FigureKind, Tags, TokenKind, WordList},
};

/// Words for what happens only to people.
const FATES: WordList<33> = WordList::of([
    "arrested",
    "charged",
    "convicted",
    "critically",
    "dead",
    "detained",
    "die",
    "died",
    "dies",
    "drowned",
    "escaped",
    "evacuated",
    "fled",
    "held",
    "homeless",
    "hospitalised",
    "hospitalized",
    "hurt",
    "injured",
    "jailed",
    "killed",
    "missing",
    "pleaded",
    "rescued",
    "resigned",
    "retired",
    "sentenced",
    "shot",
    "stabbed",
    "survived",
    "taken",
    "treated",
    "wounded",
]);

/// What is counted again: the people counted last if the words are about people, else what was counted shortly before.
pub fn things(document: &Document, fact: &Stated, before: &Before) -> Option<Phrase> {
    let end = fact.tokens.end;
    let whom = document.is(end, "of") && document.is(end + 1, "whom");
    let near = |things: &Phrase| document.tokens[things.start].sentence + reach::TAKEN_UP_SENTENCES >= fact.sentence;
    let here = |things: &Phrase| document.tokens[things.start].sentence == fact.sentence;
    // "One of those hurt", "two of those on board", but "one of those days".
    let doing = |at: usize| {
        kinds::is_word(document, at) && (endings::is_past_form(document.word(at)) || document.ends_in(at, "ing"))
    };
    let told = |at: usize| document.tags(at).any(Tags::PREPOSITION | Tags::RELATIVE) || doing(at);
    let those = document.is(end, "of") && document.is(end + 1, "those") && told(end + 2);
    let fate = whom || those || is_fate(document, end);
    if fate && !before.things.as_ref().is_some_and(here) {
        // "Shots that left 14 hurt": a different event.
        if is_left(document, fact.tokens.start) && !points_back(document, fact) {
            return None;
        }
        let first = before.figure.end <= document.sentence_tokens(fact.tokens.start).start;
        let shared = first.then(|| who_shares_it(document, fact)).flatten();
        return shared.or_else(|| before.people.clone().filter(|people| !those || near(people)));
    }
    if !fate && document.is(end, "more") {
        return before.things.clone().filter(here);
    }
    // "A miller and two wardens came. All three were fined": a singular cannot be all of them.
    let all = fact.tokens.start.checked_sub(1).is_some_and(|at| document.is(at, "all"));
    let several = |things: &Phrase| !all || endings::is_plural(document, things.end - 1);
    before
        .things
        .clone()
        .filter(|things| {
            near(things) && several(things) && (points_back(document, fact) || is_told_on(document, fact, things))
        })
        .filter(|things| here(things) || points_back(document, fact) || goes_on(document, fact, before))
}

/// Whether an event leaves people in a state: "left at least 14 hurt".
fn is_left(document: &Document, start: usize) -> bool {
    let left = start
        .checked_sub(1)
        .filter(|&at| document.is_one_of(at, const { &WordList::of(["leaves", "leaving", "left"]) }));
    left.is_some()
}

/// Whether the words around a number show that it counts what the sentence before did: "Two were sold", "it was 66".
/// Without a verb an earlier number in the same sentence is needed.
fn goes_on(document: &Document, fact: &Stated, before: &Before) -> bool {
    let Range { start, end } = fact.tokens.clone();
    let helped = |at: usize| document.tags(at).any(Tags::AUXILIARY);
    let done = |at: usize| document.tags(at).any(Tags::VERB) || endings::is_past_form(document.word(at));
    let verb = end < document.tokens.len() && (helped(end) || done(end) || document.is(end, "of"));
    verb || start > 0 && helped(start - 1) || before.figure.end > document.sentence_tokens(start).start
}

/// Whether words refer back to what was counted before: "All seven", "the other six", "two of them".
fn points_back(document: &Document, fact: &Stated) -> bool {
    const BACK: WordList<7> = WordList::of(["all", "another", "both", "each", "other", "others", "these"]);
    let Range { start, end } = fact.tokens.clone();
    let of = document.is(end, "of") && is_back_reference(document, end + 1);
    of || start > 0 && document.is_one_of(start - 1, &BACK)
        || document.is_one_of(end, const { &WordList::of(["more", "others"]) })
}

/// Whether what was counted is in the paragraph of the number, and is not itself a number or toll.
fn is_told_on(document: &Document, fact: &Stated, things: &Phrase) -> bool {
    const NUMBERS: WordList<4> = WordList::of(["number", "tally", "toll", "total"]);
    let near = document.block_of(things.start).span == document.block_of(fact.tokens.start).span;
    near && !document.is_one_of(things.end - 1, &NUMBERS)
}

/// What was counted before in the sentence: "1,200 homes, 40% of them cheap", "62 mills, each 149 metres tall", "12
/// barges at £9 each".
pub fn told_before(document: &Document, fact: &Stated, before: &Before) -> Option<Phrase> {
    let Range { start, end } = fact.tokens.clone();
    let them =
        document.is(end, "of") && document.is_one_of(end + 1, const { &WordList::of(["them", "which", "whom"]) });
    let each = start > 1 && document.is(start - 1, "each") && document.is(start - 2, ",")
        || start > 0
            && document.is(start - 1, "at")
            && document.is_one_of(end, const { &WordList::of(["apiece", "each"]) });
    let things = before.things.as_ref().filter(|things| document.tokens[things.start].sentence == fact.sentence);
    things.filter(|_| them || each).cloned()
}

/// The people that are the subject of the clause before: "Several walkers died and dozens were hurt".
fn who_shares_it(document: &Document, fact: &Stated) -> Option<Phrase> {
    let and = fact.tokens.start.checked_sub(1).filter(|&at| document.is(at, "and"))?;
    clause::subject(document, &(0..0), and).filter(|subject| is_people(document, subject))
}

/// Whether the number at token `start` is of people whom a verb directly before it harms: "Stormed two barns, killing
/// seven".
pub fn is_of_harmed(document: &Document, start: usize) -> bool {
    const HARM: WordList<15> = WordList::of([
        "hurt", "hurting", "hurts", "injure", "injured", "injures", "injuring", "kill", "killed", "killing", "kills",
        "wound", "wounded", "wounding", "wounds",
    ]);
    start.checked_sub(1).is_some_and(|at| document.is_one_of(at, &HARM))
}

/// Whether a word for what happens to people follows token `end - 1`, auxiliaries and adverbs skipped.
pub fn is_fate(document: &Document, end: usize) -> bool {
    let over = |at: &usize| {
        document.tags(*at).any(Tags::AUXILIARY | Tags::ADVERB | Tags::NEGATION) || document.is(*at, "more")
    };
    let at = (end..end + 4).find(|at| !over(at)).unwrap_or(end);
    document.is_one_of(at, &FATES)
}

/// Whether the phrase denotes people: by a tag, or by an ending of nouns for people.
pub fn is_people(document: &Document, phrase: &Phrase) -> bool {
    if document.is(phrase.end - 1, "others") {
        return false;
    }
    let doers =
        ["ers", "ists", "ians", "men", "ees"].iter().any(|ending| document.word(phrase.end - 1).ends_with(ending));
    doers || phrase.clone().any(|at| document.tags(at).any(Tags::PERSON_NOUN))
}

/// Whether a number without a noun counts what was counted before: a verb, or the end, follows.
pub fn is_elided(document: &Document, fact: &Stated) -> bool {
    let Range { start, end } = fact.tokens.clone();
    // "The top 50", "scored five or six".
    const OTHER: WordList<11> = WordList::of([
        "lose", "loses", "losing", "lost", "score", "scored", "scores", "scoring", "top", "winning", "won",
    ]);
    if start > 0 && document.is_one_of(start - 1, &OTHER) {
        return false;
    }
    // "The two" are people named before, not things counted before; nor does "a mother of six" count them.
    if start > 0 && document.is_one_of(start - 1, const { &WordList::of(["the", "of", "among"]) }) {
        return false;
    }
    if document.is(end, "of") && is_back_reference(document, end + 1) {
        return true;
    }
    let at = if document.is(end, "of") { end + 2 } else { end };
    // "Dozens more were hurt".
    let at = at + usize::from(document.is(at, "more"));
    let Some(token) = document.tokens.get(at) else { return true };
    let verb = token.tags.any(Tags::AUXILIARY | Tags::VERB | Tags::PREPOSITION | Tags::CHANGE) || document.is(at, "or");
    // "Two fairs, one involving barges".
    let verb = verb || document.is_one_of(at, &described::TAKING);
    let verb = verb || document.is(at, "and") && document.tags(at + 1).any(Tags::CAPITALISED);
    // "Nine wardens were shot, one fatally, in Tarn".
    let how = document.is_one_of(at, const { &WordList::of(["critically", "fatally", "seriously"]) });
    verb || how || token.kind == TokenKind::Mark || document.text(token.span).ends_with("ed")
}

/// Whether a later number does not count again what this number counts.
pub fn is_aside(document: &Document, fact: &Stated) -> bool {
    hung(document, fact).is_some() || is_included(document, fact.tokens.start)
}

/// The noun that a hyphen joins to a number: "A two-car tram" has two cars.
pub fn hung(document: &Document, fact: &Stated) -> Option<Phrase> {
    const OTHER: Tags = phrase::LIMITS.with(Tags::CAPITALISED);
    let noun = fact.tokens.end + 1;
    let hangs = phrase::joins(document, noun - 1) && !phrase::joins(document, noun + 1);
    let thing = hangs && noun::is_noun(document, noun) && !document.tags(noun).any(OTHER);
    let other = document.is_one_of(noun, const { &WordList::of(["strong", "way"]) });
    (thing && !other && fact.detail.kind == FigureKind::Count).then_some(noun..noun + 1)
}

/// Whether the number is only a part of what was counted, which later numbers do not count: "Killing 84 people,
/// including ten children, and hurting 20".
fn is_included(document: &Document, start: usize) -> bool {
    let near = document.sentence_tokens(start).start.max(start.saturating_sub(8))..start;
    near.rev().take_while(|&at| !document.is(at, ",")).any(|at| document.is(at, "including"))
}

/// Whether the number is of a parent's children, who are not named: "A mother of nine", "the father-of-two Tom Dale".
pub fn is_of_parent(document: &Document, number: Range<usize>) -> bool {
    let dash = |at: usize| usize::from(kinds::is_dash(document, at) && document.is_glued(at));
    let Some(last) = number.start.checked_sub(1) else { return false };
    let Some(of) = last.checked_sub(dash(last)).filter(|&of| document.is(of, "of")) else { return false };
    let Some(before) = of.checked_sub(1) else { return false };
    let parent = before.checked_sub(dash(before)).is_some_and(|at| somebody::is_word_for_parent(document, at));
    let closed = phrase::behind(document, number.end, HowMany::Several).is_none_or(|behind| {
        document.tags(behind.start).any(Tags::CAPITALISED) || verb::is_verb(document, behind.start)
    });
    // "The mother of one of the millers".
    let part = document.is(number.end, "of");
    parent && !part && (of < last || closed)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn those_who_are_harmed_are_people() {
        figures(
            "
Raiders stormed two barns on the hill, killing seven at a feast.
                ^^^ figure count value=2 counted=[barns]
                                               ^^^^^ figure count value=7
",
        );
    }

    #[test]
    fn what_is_only_part_is_not_counted_again() {
        figures(
            "
The flood drowned 30 goats, including two kids, and swept away 12.
                  ^^ figure count value=30 counted=[goats]
                                      ^^^ figure count value=2 counted=[kids]
                                                               ^^ figure count value=12 counted=[goats]
",
        );
    }

    #[test]
    fn children_are_not_named() {
        figures(
            "
Father-of-two Tom Dale and Ada Pike, a mother of nine, met a grandmother-of-12 with six goats.
          ^^^ figure count value=2
                                                 ^^^^ figure count value=9
                                                                            ^^ figure count value=12
                                                                                    ^^^ figure count value=6 counted=[goats]
",
        );
    }

    #[test]
    fn people_are_counted_again() {
        figures(
            "
Six walkers met at two mills. Four were hurt. They saw 12 barns, and three were sold.
^^^ figure count value=6 counted=[walkers]
                   ^^^ figure count value=2 counted=[mills]
                              ^^^^ figure count value=4 counted=[walkers]
                                                       ^^ figure count value=12 counted=[barns]
                                                                     ^^^^^ figure count value=3 counted=[barns]
",
        );
    }

    #[test]
    fn nothing_is_counted_again_far_away() {
        figures(
            "
Pike bought 12 barns. She was glad. He was not. It rained on Tarn. The sun set. Two were sold.
            ^^ figure count value=12 counted=[barns]
                                                                                ^^^ figure count value=2
",
        );
    }

    #[test]
    fn things_told_before() {
        figures(
            "
Tarn will build 1,200 barns, 40% of them cheap, and 62 mills, each 149 metres tall.
                ^^^^^ figure count value=1200 counted=[barns]
                             ^^^ figure percent value=40 unit=percent counted=[barns]
                                                    ^^ figure count value=62 counted=[mills]
                                                                   ^^^^^^^^^^ figure measure value=149 unit=metre counted=[mills]
",
        );
    }

    #[test]
    fn dozens_more() {
        figures(
            "
Several porters died and dozens were hurt. Five walkers were shot, and dozens more were hurt.
                         ^^^^^^ figure count low=20 high=100 bound=approx counted=[porters]
                                           ^^^^ figure count value=5 counted=[walkers]
                                                                       ^^^^^^ figure count low=20 high=100 bound=approx counted=[walkers]
",
        );
    }

    #[test]
    fn brackets_of_a_whole() {
        figures(
            "
Two mills (of about 40) shut.
^^^ figure count value=2 counted=[mills]
              ^^^^^^^^ figure count value=40 bound=approx counted=[mills]
",
        );
    }

    #[test]
    fn each_at_a_price() {
        figures(
            "
Dale sold 12 barges at £85 each and met a mother of two of the wardens.
          ^^ figure count value=12 counted=[barges]
                       ^^^ figure money value=85 unit=GBP per=each counted=[barges]
                                                    ^^^ figure count value=2 counted=[wardens]
",
        );
    }

    #[test]
    fn nothing_is_counted_over_paragraphs() {
        figures(
            "
The flood drowned 30 goats. Two were kids. Dale made 12 saves; Rowe won three.
                  ^^ figure count value=30 counted=[goats]
                            ^^^ figure count value=2 counted=[goats]
                                                     ^^ figure count value=12 counted=[saves]
                                                                        ^^^^^ figure count value=3

The storm of May struck, killing 78.
             ^^^ figure date
                                 ^^ figure count value=78
",
        );
    }

    #[test]
    fn in_the_next_sentence() {
        figures(
            "
Five porters had two dogs. Storms have come, including two in Tarn. The fire left 14 hurt.
^^^^ figure count value=5 counted=[porters]
                 ^^^ figure count value=2 counted=[dogs]
                                                       ^^^ figure count value=2
                                                                                  ^^ figure count value=14
",
        );
    }
}
