//! Words that look like verbs of speech but report nothing: `not to mention the cost`, `claimed nine lives`, `the most
//! promising act`.

use super::{cues, infinitives, performed, phrases};
use crate::{
    grammar::classes,
    lexicon::{Cue, Frame},
    types::{Document, Tags, TokenKind, WordList},
};

/// Maximum number of tokens from `claimed` to the lives or the prize.
const LIVES: usize = 7;

/// Whether the word reports nothing: `not to mention the cost`, `the shooting`, `tell me how`, `if I say so`.
pub fn is_idiom(document: &Document, at: usize, cue: &Cue) -> bool {
    let before = |words: &[&str], back: usize| at >= back && words.iter().any(|word| document.is(at - back, word));
    let opens = document.tags(at).any(Tags::SENTENCE_START) || before(&["and", "but", "so"], 1);
    // `worth noting that`
    let worth = || before(&["worth"], 1) && document.ends_in(at, "ing");
    if worth() || infinitives::is_unsaid(document, at, cue) || is_heading_of(document, at, cue) {
        return true;
    }
    match cue.lemma {
        // `cut its forecast, citing`, `ahead of forecasts`, but not `forecast a loss`
        "forecast" => {
            document.is_one_of(at, const { &WordList::of(["forecast", "forecasts"]) }) && ends_noun(document, at)
        }
        // `keen to find out who`; `strikes to protest the cuts`: a crowd's aim.
        "find" | "protest" => before(&["to"], 1),
        "conclude" => concludes_speech(document, at + 1),
        // `which lies north of Tarn`, `claimed nine lives`, `adds up to`, `a name added to the list`
        "lie" => lies_there(document, at + 1),
        "claim" if performed::is_sought(document, at + 1) => true,
        "claim" => {
            let mut object = at + 1..document.tokens.len().min(at + LIVES);
            object
                .find(|&at| is_claimed(document, at) || is_no_prize(document, at))
                .is_some_and(|at| is_claimed(document, at))
        }
        "snap" => is_snapped(document, at),
        "add" => document.is(at + 1, "up") || document.is(at + 1, "to") || performed::adds_words(document, at + 1),
        // `her part in a radio show`
        "show" => {
            let media = before(&["chat", "game", "radio", "reality", "talk", "tv"], 1);
            document.is(at + 1, "up") || document.is(at, "show") && media
        }
        "go" => document.is(at, "going") || before(&["to"], 1),
        // `opened by a diver labelled “Otter”`
        "brand" | "call" | "dub" | "label" | "term" => {
            let named = before(&["a", "an"], 2) && phrases::is_nominal(document, at - 1);
            named && document.tags(at + 1).any(Tags::OPENING) && !document.tags(at - 1).any(Tags::CAPITALISED)
        }
        "point" => is_point(document, at),
        // `a miller charged in the “toll” case`, `the charging papers`
        "charge" | "accuse" => document.is(at + 1, "in") || document.is(at, "charging") && before(&["a", "the"], 1),
        // `barges and suspects who fled`
        "suspect" => document.is(at, "suspects") && document.is(at + 1, "who"),
        "write" => document.is(at, "writing") && before(&["in"], 1),
        "mention" => before(&["to"], 1) && before(&["not"], 2),
        // `the wettest May he could remember`
        "remember" => document.is(at, "remember"),
        "recall" => recalls_things(document, at),
        "swear" => document.is(at + 1, "off") || document.is(at + 1, "in"),
        "shoot" => !document.is(at + 1, "back"),
        "tell" => document.is(at, "tell") && opens && (document.is(at + 1, "me") || document.is(at + 1, "us")),
        // `suffice it to say`, `takes it to say`
        "say" if before(&["to"], 1) && before(&["it"], 2) => true,
        "say" => document.is(at, "say") && before(&["i"], 1) && before(&["if", "when"], 2) || before(&["without"], 1),
        "state" => is_state(document, at),
        "allege" => is_alleged(document, at),
        _ => false,
    }
}

/// Whether the verb means buying or ending: `snapping up shares`, `snapping the run`.
fn is_snapped(document: &Document, at: usize) -> bool {
    document.is(at + 1, "up") || document.is(at, "snapping") && document.tags(at + 1).any(Tags::DETERMINER)
}

/// Whether the word ends a noun phrase: a mark, a preposition or a conjunction follows instead of an object, and a
/// possessive or a preposition opens the phrase.
fn ends_noun(document: &Document, at: usize) -> bool {
    let next = document.tags(at + 1);
    let mark = document.tokens.get(at + 1).is_none_or(|next| next.kind == TokenKind::Mark);
    let mark = mark && !next.any(Tags::CURRENCY) && !document.is(at + 1, ":");
    let tied = next.any(Tags::PREPOSITION | Tags::CONJUNCTION) && !next.any(Tags::RELATIVE);
    let closed = Tags::POSSESSIVE | Tags::PREPOSITION | Tags::PRONOUN | Tags::AUXILIARY | Tags::ARTICLE;
    let opens = |&at: &usize| {
        document.tags(at).any(closed) || matches!(document.tokens[at].kind, TokenKind::Mark | TokenKind::Possessive)
    };
    let first = (at.saturating_sub(LIVES)..at).rev().find(opens);
    let owned = first.is_some_and(|at| {
        let possessive = document.tokens[at].kind == TokenKind::Possessive;
        possessive || document.tags(at).any(Tags::POSSESSIVE | Tags::PREPOSITION)
    });
    (mark || tied) && owned
}

/// Whether the verb gives a place or state: `lies north of Tarn`, `lies buried`.
fn lies_there(document: &Document, next: usize) -> bool {
    let place = Tags::PREPOSITION | Tags::ADVERB | Tags::ADJECTIVE;
    document.tags(next).any(place) || next < document.tokens.len() && document.ends_in(next, "ed")
}

/// Whether `another` is the source: `another said`, but not `another report`, `another reported loss`.
pub fn another_speaks(document: &Document, at: usize, cue: &Cue) -> bool {
    let object = Tags::DETERMINER | Tags::PRONOUN | Tags::CAPITALISED | Tags::OPENING;
    let ends = document.tokens.get(at + 1).is_none_or(|next| next.kind == TokenKind::Mark);
    let verb = ends || document.tags(at + 1).any(object | Tags::CONJUNCTION | Tags::PREPOSITION);
    at > 0 && document.is(at - 1, "another") && !document.is(at, cue.lemma) && (verb || !document.ends_in(at, "ed"))
}

/// Whether the word is a verb with the subject before a conjunction: a pronoun follows, or `note` and `that`: `but
/// claims he is lost`, `sold it, and notes that it leaks`.
pub fn goes_on(document: &Document, at: usize, cue: &Cue) -> bool {
    const SUBJECTS: WordList<7> = WordList::of(["he", "her", "his", "it", "she", "there", "they"]);
    let joint = at.checked_sub(1).filter(|&at| document.is_one_of(at, const { &WordList::of(["and", "but"]) }));
    let inside = joint.is_some_and(|joint| !document.tags(joint).any(Tags::SENTENCE_START));
    let pronoun = document.is_one_of(at + 1, &SUBJECTS) && !matches!(cue.lemma, "call" | "charge" | "label" | "brand");
    inside && !cue.takes(Frame::Belief) && (pronoun || cue.lemma == "note" && document.is(at + 1, "that"))
}

/// Whether a maker takes things back: `is recalling 40 boats`, `recalls barges`.
fn recalls_things(document: &Document, at: usize) -> bool {
    let counted = document.tags(at + 1).any(Tags::DIGITS | Tags::NUMBER_WORD) && !document.is(at + 1, "one");
    let being = document.is(at, "recalling") && at > 0 && document.is_one_of(at - 1, &classes::FINITE_BE);
    counted || being || is_bare_plural(document, at + 1)
}

/// Whether `point` reports nothing: `pointing at the weir`, `it was at this point that`.
fn is_point(document: &Document, at: usize) -> bool {
    let shown = at > 1 && document.is_one_of(at - 1, const { &WordList::of(["that", "this"]) });
    let then = shown && document.tags(at - 2).any(Tags::PREPOSITION);
    then || !document.is_one_of(at + 1, const { &WordList::of(["out", "that", "to"]) })
}

/// Whether `alleged` is an adjective: `this alleged thief`, `three alleged thieves`, `sold to alleged thieves`.
fn is_alleged(document: &Document, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| document.is(at, "alleged")) else { return false };
    let tags = document.tags(before);
    let counted = tags.any(Tags::NUMBER_WORD | Tags::DIGITS | Tags::ORDINAL);
    let shown = document.is_one_of(before, const { &WordList::of(["these", "this", "those"]) });
    let tied = tags.any(Tags::PREPOSITION) && !tags.any(Tags::RELATIVE);
    (counted || shown || tied) && phrases::is_nominal(document, at + 1)
}

/// Whether `state` is a noun, for what belongs to a country: `a few state wardens`, `state media`, `sold to state
/// firms`, `it was late, state wardens said`.
fn is_state(document: &Document, at: usize) -> bool {
    const MEDIA: WordList<5> = WordList::of(["media", "news", "radio", "television", "tv"]);
    let Some(next) = document.tokens.get(at + 1) else { return false };
    let noun = phrases::is_nominal(document, at + 1);
    let to = at > 0 && document.is(at - 1, "to") && next.kind == TokenKind::Word;
    let group = at > 0 && cues::is_plural_group(document, at - 1);
    // `papers state wardens came`, but not `the Dorn Tigers state champions`
    let subject = Tags::PRONOUN | Tags::AUXILIARY | Tags::ADVERB | Tags::NEGATION;
    let told = |before: usize| {
        let tags = document.tags(before);
        tags.any(subject) && !tags.any(Tags::DETERMINER)
            || document.ends_in(before, "s") && !tags.any(Tags::CAPITALISED)
            || document.is_one_of(before, const { &WordList::of(["people", "police", "to"]) })
    };
    let owned = (noun || document.tags(at + 1).any(Tags::TITLE)) && at > 0 && !told(at - 1);
    document.is(at, "state") && (owned || document.is_one_of(at + 1, &MEDIA))
        || to && noun
        || group && noun && document.ends_in(at + 1, "s")
}

/// Whether a speech is ended: `concluded her remarks with a joke`.
fn concludes_speech(document: &Document, start: usize) -> bool {
    const SPEECHES: WordList<11> = WordList::of([
        "address",
        "comments",
        "interview",
        "letter",
        "post",
        "remarks",
        "sermon",
        "speech",
        "statement",
        "testimony",
        "visit",
    ]);
    let noun = (start + 1..start + LIVES).find(|&at| document.is_one_of(at, &SPEECHES));
    let ends = |at: usize| !document.tags(at + 1).any(Tags::AUXILIARY | Tags::VERB) && !document.is(at + 1, ":");
    document.tags(start).any(Tags::ARTICLE | Tags::POSSESSIVE)
        && noun.is_some_and(|noun| {
            ends(noun) && !(start + 1..noun).any(|at| document.tags(at).any(Tags::AUXILIARY | Tags::PREPOSITION))
        })
}

/// Whether the word is a noun after `according to`: `According to a police report Finch left`.
fn is_heading_of(document: &Document, at: usize, cue: &Cue) -> bool {
    let first = document.sentence_tokens(at).start;
    cue.takes(Frame::Noun)
        && !document.tags(at - 1).any(Tags::PRONOUN)
        && at < first + 2 * LIVES
        && document.is(first, "according")
        && !(first..at).any(|at| document.is(at, ","))
}

/// Whether a plural for things directly follows the verb: `recalls minivans`.
fn is_bare_plural(document: &Document, at: usize) -> bool {
    let Some(token) = document.tokens.get(at).filter(|token| token.kind == TokenKind::Word) else { return false };
    let word = document.word(at);
    let plural = word.ends_with('s') && !word.ends_with("ss") || token.tags.all(Tags::UPPERCASE);
    let closed =
        Tags::DETERMINER | Tags::PRONOUN | Tags::PREPOSITION | Tags::ADVERB | Tags::RELATIVE | Tags::PERSON_NOUN;
    plural && (token.tags.any(Tags::UPPERCASE) || !token.tags.any(Tags::CAPITALISED)) && !token.tags.any(closed)
}

/// Whether what is claimed has a verb, and is no prize: `claimed she had won the cup`.
fn is_no_prize(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::AUXILIARY | Tags::VERB)
        || document.is_one_of(at, &classes::SUBJECTS)
        || document.is(at, "that")
}

/// Whether the word denotes lives or something that is won.
fn is_claimed(document: &Document, at: usize) -> bool {
    const CLAIMED: WordList<22> = WordList::of([
        "bronze",
        "championship",
        "crown",
        "cup",
        "gold",
        "life",
        "lives",
        "medal",
        "medals",
        "place",
        "prize",
        "prizes",
        "record",
        "silver",
        "spot",
        "title",
        "titles",
        "trophy",
        "victim",
        "victims",
        "victory",
        "win",
    ]);
    document.is_one_of(at, &CLAIMED) && !document.tags(at + 1).any(Tags::AUXILIARY)
}

/// Whether the person before the comma is asked: `Finch, asked whether it leaked, said`.
pub fn is_asked_aside(document: &Document, cue: usize) -> bool {
    const ASKED: WordList<7> = WordList::of(["about", "by", "how", "if", "what", "whether", "why"]);
    document.is(cue, "asked")
        && cue > 0
        && document.is(cue - 1, ",")
        && document.is_one_of(cue + 1, &ASKED)
        && (cue + 2..document.sentence_tokens(cue).end.saturating_sub(1))
            .any(|at| document.is(at, ",") && cues::is_finite_cue(document, at + 1))
}

/// Whether a third person is a noun in the plural: `claims of fraud`, `charges against him`, `three claims`, but `the
/// father of two says`.
pub fn is_plural_noun(document: &Document, at: usize, cue: &Cue) -> bool {
    const PREPOSITIONS: WordList<5> = WordList::of(["of", "against", "over", "by", "between"]);
    let verb = matches!(cue.lemma, "add" | "believe" | "insist" | "say" | "tell" | "think");
    cue.takes(Frame::Noun) && document.is_one_of(at + 1, &PREPOSITIONS)
        || !verb && at > 0 && cues::is_plural_group(document, at - 1)
}

/// Whether the participle belongs to the hearer: `told cheering anglers`.
pub fn is_hearer(document: &Document, at: usize) -> bool {
    at > 0
        && document.is_one_of(at - 1, const { &WordList::of(["tell", "telling", "tells", "told"]) })
        && document.ends_in(at, "ing")
}

/// Whether the word is an adjective or a noun: `the most promising act`, `the most cited cause`, `Finch has reasoning
/// behind it`.
pub fn is_graded(document: &Document, at: usize) -> bool {
    const GRADING: WordList<4> = WordList::of(["most", "more", "less", "very"]);
    let Some(before) = at.checked_sub(1) else { return false };
    let participle = || document.ends_in(at, "ing");
    let counted = || before > 0 && document.tags(before - 1).any(Tags::DETERMINER) && document.ends_in(at, "ed");
    document.is_one_of(before, &GRADING) && (participle() || counted())
        || document.is_one_of(before, &classes::HAVE) && participle()
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn who_shows_up_tells_nothing() {
        quotes(
            "
Lund says he was in his yard when a goat and two kids showed up.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[says] speaker=[Lund] person=[Lund]
",
        );
    }

    #[test]
    fn words_before_a_noun_are_no_verbs() {
        quotes(
            "
The ferry was late, state wardens said. One suspect that ran was caught. This alleged thief was shut in the mill.
^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[state wardens]
Two alleged thieves had rowed to Tarn. It was at that point that the mill burned. Oddly, state wardens slept there.
Court papers state wardens saw the boat. He was held on toll charges when wardens found two bells.
                   ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[state] speaker=[Court papers]
She made bold claims that were untrue. There were early fears the mill had burned.
",
        );
    }

    #[test]
    fn another_may_speak() {
        quotes(
            "
One angler left. Another told the Tarn Echo the pike had bitten her. State media sang.
                                            ^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[told] speaker=[Another]
",
        );
        quotes("Another reported loss was that of the ferry. Another charge followed.");
    }

    #[test]
    fn a_participle_tells_of_who_hears() {
        quotes(
            "
“The weir is ours,” Amos told cheering anglers, “and it will stay ours.”
^^^^^^^^^^^^^^^^^^^ quote direct cue=[told] speaker=[Amos] person=[Amos]
                                                ^^^^^^^^^^^^^^^^^^^^^^^^ quote …
",
        );
    }

    #[test]
    fn graded_adjectives_are_no_verbs() {
        quotes("They found the most promising new act. It did little to convince buyers that the deal would hold.");
    }

    #[test]
    fn idioms_and_nouns_report_nothing() {
        quotes(
            "It cost her sleep, not to mention legal fees. But tell me how those barges sank.
Lund was arrested in reaction to claims that a man fell. They laugh if I say the dam will hold.
Police at one point left.",
        );
    }

    #[test]
    fn lives_and_places_are_not_told_of() {
        quotes("The frost claimed nine lives. The mill, which lies north of Tarn, adds up to a ruin.");
        quotes("Lund went on to claim the Tarn river rowing cup. Otter shares sank, snapping a run of nine weeks.");
        quotes("Lund claimed her third rowing title. Two otters were added to the roll. They met to protest the toll.");
        quotes("It goes without saying that the weir leaks. Amos has reasoning that few follow.");
        quotes(
            "He left a long-lived radio show That’s Tarn for the quay. In “Nets,” hide boats you are not going back to.",
        );
        quotes("Two Dorn millers charged in “toll barge” case. The bell offers up to 900 strokes an hour.");
        quotes(
            "There are a few state wardens who row. The weir was opened by a diver labelled “Otter”. It was the wettest May “in years” she could remember.",
        );
        quotes("Wardens hunt for boats and suspects who fled. The most cited cause was the frost.");
        quotes("Otter Boats is recalling nine punts over a leak.");
    }

    #[test]
    fn things_and_prizes_are_not_told() {
        quotes(
            "
The flood claimed three victims. Dray recalls barges in Tarn. It is worth noting that the weir leaks. Finch concluded her speech with a song. The mill was sold to state grain firms.
",
        );
    }

    #[test]
    fn what_a_subject_goes_on_to_claim_is_reported() {
        quotes(
            "
Otto Vale denied the theft but claims he is lost. Vale sold the mill, and notes that it leaks.
                 ^^^^^^^^^ quote indirect cue=[denied] speaker=[Otto Vale] person=[Otto Vale]
                                      ^^^^^^^^^^ quote indirect cue=[claims] speaker=[Otto Vale] person=[Otto Vale]
                                                                                ^^^^^^^^^^^^^ quote indirect cue=[notes] speaker=[Vale] person=[Otto Vale]
The price is up, ahead of Tarn forecasts, while nobody buys.
",
        );
        quotes("He wrote of old reports and claims that nobody read.");
    }

    #[test]
    fn in_writing_is_how_it_was_told() {
        quotes(
            "
Otto Vale warned the board in writing that the wall leaned.
                                      ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[warned] speaker=[Otto Vale] person=[Otto Vale]
",
        );
    }
}
