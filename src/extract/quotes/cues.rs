//! Verbs of speech among the tokens.

use std::ops::Range;

use super::{far_plural, idioms, phrases, reporters, sources, speaking};
use crate::{
    grammar::classes,
    lexicon::{Cue, Frame, LEXICON},
    types::{BlockKind, Document, Tags, TokenKind, WordList},
};

/// Maximum number of tokens of a place after its preposition.
const PLACE: usize = 5;

/// Prepositions of location or company.
const NEAR: WordList<5> = WordList::of(["behind", "by", "near", "to", "with"]);

/// The verb of speech at a token outside quotation marks, unless it is a name that looks like one.
pub fn verb(document: &Document, at: usize) -> Option<&'static Cue> {
    let token = document.tokens.get(at)?;
    if !token.tags.any(Tags::CUE) {
        return None;
    }
    let cue = LEXICON.cues.get(token.word)?;
    // Most rules ask about the same few tokens.
    let speaks = document.verbs.number(at, || u8::from(speaks(document, at, cue)));
    (speaks == 1).then_some(cue)
}

/// Whether a possible verb of speech is one here.
fn speaks(document: &Document, at: usize, cue: &Cue) -> bool {
    let tags = document.tags(at);
    let named = tags.any(Tags::CAPITALISED) && !tags.any(Tags::SENTENCE_START);
    // `hit back at critics`, but not `hit the weir`
    let struck = cue.lemma == "hit" && !document.is_one_of(at + 1, const { &WordList::of(["back", "out"]) });
    if struck || named && !is_headline(document, at) {
        return false;
    }
    // `NBC News reports the first call`: a medium, whatever its words look like.
    let medium = |at: usize| is_medium_before_verb(document, at) || is_channel(document, at);
    let reports = || document.is(at, "reports") && at > 0 && medium(at - 1);
    !is_other_here(document, at, cue) || reports() || reporters::report(document, at)
}

/// Whether the words around show a noun or an adjective: `a say`, `Reed's note`, `claims were made`, `the member
/// state`, `her repeated calls`, `self-described`.
fn is_other_here(document: &Document, at: usize, cue: &Cue) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let tags = document.tags(before);
    let dash = before > 0 && document.tokens[before].kind == TokenKind::Dash;
    let glued = dash && document.is_glued(before) && document.is_glued(before - 1);
    let determined = tags.any(Tags::DETERMINER)
        && !tags.any(Tags::PRONOUN | Tags::RELATIVE | Tags::BOUND)
        && !is_group(document, before)
        && !idioms::another_speaks(document, at, cue);
    let possessive = document.tokens[before].kind == TokenKind::Possessive;
    if glued || (determined && !document.ends_in(at, "ing")) || is_hers(document, before, cue) {
        return true;
    }
    // `the court's first ruling`, `its own warning`
    let attribute = || tags.any(Tags::DIGITS | Tags::ORDINAL | Tags::ADJECTIVE) || is_adjective(document, before);
    let noun = document.tags(at).any(Tags::CUE_NOUN) && document.ends_in(at, "ing");
    if noun && (possessive || attribute()) {
        return true;
    }
    if idioms::is_graded(document, at) || idioms::is_hearer(document, at) || idioms::is_idiom(document, at, cue) {
        return true;
    }
    if is_counted(document, before) && document.ends_in(at, "ed") && phrases::is_nominal(document, at + 1) {
        return true;
    }
    // The past tense of `read` and `put` looks like the base form.
    let base = document.is(at, cue.lemma) && !matches!(cue.lemma, "read" | "put" | "hit" | "burst" | "forecast");
    let third = !base && document.ends_in(at, "s");
    let noun = cue.takes(Frame::Noun);
    let named = noun && !matches!(cue.lemma, "say" | "think") && !tags.any(Tags::PRONOUN);
    let subject = third && named && is_subject(document, at);
    // `in response to claims`, `according to one report`: a finite verb cannot follow a preposition.
    let one = before > 0 && document.is(before, "one") && document.tags(before - 1).any(Tags::PREPOSITION);
    let led = tags.any(Tags::PREPOSITION) && !tags.any(Tags::RELATIVE) && !(base && document.is(before, "to"));
    if noun && (third || base) && (one || led) {
        return true;
    }
    if third && idioms::is_plural_noun(document, at, cue) {
        return true;
    }
    if noun && base && is_one_of_several(document, before) {
        return true;
    }
    let placed = !noun && cue.takes(Frame::Clause);
    let plural = || {
        speaking::is_shown(document, at)
            || far_plural::is_plain(document, at) && far_plural::before(document, at).is_some()
            || can_be_plural(document, before, noun)
            || placed && is_plural_behind_place(document, before)
    };
    (base || third) && (possessive || subject)
        // `This promise was kept`
        || base && (document.is_one_of(before, const { &WordList::of(["one", "this"]) }) || !plural())
        || (third
            && noun
            && (!can_be_singular(document, before) || is_governed(document, before))
            && !idioms::another_speaks(document, at, cue)
            && !idioms::goes_on(document, at, cue))
}

/// Whether a number follows a determiner: `the two suspected burglars`.
fn is_counted(document: &Document, before: usize) -> bool {
    before > 0 && document.tags(before).any(Tags::NUMBER_WORD) && document.tags(before - 1).any(Tags::DETERMINER)
}

/// Whether `her` is possessive: `her claim`, but not `a man close to her said`.
fn is_hers(document: &Document, before: usize, cue: &Cue) -> bool {
    let near = || before > 0 && matches!(cue.lemma, "say" | "tell") && document.is_one_of(before - 1, &NEAR);
    document.is(before, "her") && !near()
}

/// Whether an indefinite article precedes, so that no base form can follow: `a police report`.
fn is_one_of_several(document: &Document, before: usize) -> bool {
    before > 0 && document.is_one_of(before - 1, &classes::INDEFINITE_ARTICLES)
}

/// Whether the name of a medium ends before a verb, with its report after it: `NBC News reports a loss`.
fn is_medium_before_verb(document: &Document, at: usize) -> bool {
    const MEDIA: WordList<5> = WordList::of(["daily", "news", "post", "radio", "times"]);
    let named = |at: usize| document.tags(at).any(Tags::CAPITALISED);
    let told = document.tags(at + 2).any(Tags::DETERMINER | Tags::PRONOUN | Tags::CAPITALISED | Tags::DIGITS);
    at > 0 && document.is_one_of(at, &MEDIA) && named(at) && named(at - 1) && told
}

/// Whether the number names a station: `Otter 59 reports`.
fn is_channel(document: &Document, at: usize) -> bool {
    let name = at.checked_sub(1).map_or(Tags::default(), |at| document.tags(at));
    document.tags(at).any(Tags::DIGITS) && name.any(Tags::CAPITALISED) && !name.any(Tags::MONTH | Tags::WEEKDAY)
}

/// Whether the word is the subject of what follows: `claims were made`, `both notes said`, but not `a boat that he
/// claims was new`.
fn is_subject(document: &Document, at: usize) -> bool {
    let says = || document.is_one_of(at + 1, const { &WordList::of(["said", "say", "says"]) });
    document.tags(at + 1).any(Tags::AUXILIARY) && !document.is(at + 1, "having") || says()
}

/// Whether the words around are capitalised like a headline: `Finch Says the Dam Will Hold`.
fn is_headline(document: &Document, at: usize) -> bool {
    let sentence = document.sentence_tokens(at);
    let near = sentence.start.max(at.saturating_sub(12))..sentence.end.min(at + 12);
    let long = |at: &usize| document.tokens[*at].kind == TokenKind::Word && document.tokens[*at].span.len() > 4;
    near.len() > 4 && !near.filter(long).any(|at| !document.tags(at).any(Tags::CAPITALISED))
}

/// Whether a determiner denotes people: `all said`, `both say`.
fn is_group(document: &Document, at: usize) -> bool {
    const GROUPS: WordList<11> =
        WordList::of(["all", "both", "each", "some", "most", "many", "several", "few", "those", "these", "this"]);
    document.is_one_of(at, &GROUPS)
}

/// Whether a plural noun must follow, not a third-person form: `both suspects`, `three claims`.
pub fn is_plural_group(document: &Document, at: usize) -> bool {
    const GROUPS: WordList<8> = WordList::of(["both", "some", "most", "many", "several", "few", "those", "these"]);
    let number = document.tags(at).any(Tags::NUMBER_WORD | Tags::DIGITS) && !document.is(at, "one");
    number || document.is_one_of(at, &GROUPS)
}

/// Whether the word can end the subject of a base form (`they`, `residents`, `people`) or can otherwise precede one:
/// `will`, `to`.
fn can_be_plural(document: &Document, at: usize, noun: bool) -> bool {
    const PLURALS: WordList<8> = WordList::of(["people", "police", "men", "women", "children", "media", "staff", "to"]);
    let token = &document.tokens[at];
    let plural = document.ends_in(at, "s")
        || token.tags.any(Tags::PERCENT | Tags::NUMBER_WORD)
        || document.is_one_of(at, &PLURALS);
    let verbal = Tags::PRONOUN | Tags::AUXILIARY | Tags::NEGATION | Tags::RELATIVE;
    let loose = Tags::ADVERB | Tags::CONJUNCTION;
    // `oars and a farewell note were missing`
    let open = noun && document.tags(at + 2).any(Tags::AUXILIARY);
    let named = token.tags.any(Tags::UPPERCASE) || !open && far_plural::is_joined(document, at);
    plural
        || named
        || token.kind != TokenKind::Word
        || token.tags.any(verbal)
        || is_group(document, at)
        || (!noun && (token.tags.any(loose) || document.ends_in(at, "ly") || document.word(at).contains("n't")))
}

/// Whether the subject is a plural before the phrase for its place: `neighbours in the area say`.
fn is_plural_behind_place(document: &Document, at: usize) -> bool {
    let preposition = (at.saturating_sub(PLACE)..at).rev().find(|&at| document.tags(at).any(Tags::PREPOSITION));
    let Some(preposition) = preposition.filter(|&at| at > 0 && !document.is(at, "to")) else { return false };
    let phrase = phrases::behind(document, preposition + 1, at + 1).is_some_and(|phrase| phrase.end == at + 1);
    let head = preposition - 1;
    phrase
        && document.tokens[head].kind == TokenKind::Word
        && (can_be_plural(document, head, true) || is_plural_behind_place(document, head))
}

/// Whether the word can end the subject of a third-person form: `she`, `Finch`, `report`.
fn can_be_singular(document: &Document, at: usize) -> bool {
    let token = &document.tokens[at];
    let adjective =
        token.tags.any(Tags::ADJECTIVE | Tags::DETERMINER | Tags::PREPOSITION | Tags::CONJUNCTION | Tags::NATIONALITY)
            || document.ends_in(at, "ed")
            || (document.ends_in(at, "ing") && !token.tags.any(Tags::CAPITALISED))
            || is_compound(document, at)
            || is_adjective(document, at);
    // `the Dorn Times notes.`: no content can follow.
    let own = !token.tags.any(Tags::NATIONALITY) || at > 0 && document.tags(at - 1).any(Tags::CAPITALISED);
    let named = own
        && token.tags.any(Tags::CAPITALISED)
        && !token.tags.any(Tags::SENTENCE_START)
        && document.tokens.get(at + 2).is_some_and(|_| matches!(document.sign(at + 2), '.' | ','));
    token.tags.any(Tags::PRONOUN | Tags::RELATIVE)
        || named
        || !(adjective || document.ends_in(at, "s"))
        || token.tags.any(Tags::SURNAME)
}

/// Whether the words that end with the token are the object of a preposition or a verb, and so not a subject; they have
/// no article or name: `on toll charges`, `making bold claims`, `to calm fears`.
fn is_governed(document: &Document, last: usize) -> bool {
    const JOINTS: WordList<6> = WordList::of(["after", "as", "before", "like", "since", "until"]);
    let named = Tags::DETERMINER | Tags::CAPITALISED | Tags::PRONOUN | Tags::DIGITS;
    let bare = |at: &usize| {
        let nominal = phrases::is_nominal(document, *at) && !document.is(*at, "what");
        document.is(*at, "other") || nominal && !document.tags(*at).any(named)
    };
    let sentence = document.sentence_tokens(last).start;
    let Some(first) = (sentence.max(last.saturating_sub(PLACE))..last + 1).rev().take_while(bare).last() else {
        return false;
    };
    let Some(before) = first.checked_sub(1).filter(|&at| at >= sentence) else { return false };
    let tags = document.tags(before);
    let verb = tags.any(Tags::AUXILIARY | Tags::VERB) && !tags.any(Tags::CAPITALISED | Tags::PERSON_NOUN | Tags::TITLE);
    let tied = tags.any(Tags::PREPOSITION) && !tags.any(Tags::RELATIVE) && !document.is_one_of(before, &JOINTS);
    verb || tied || document.is(before, "to")
}

/// Whether the word is joined by a hyphen before a noun: `debt-exchange offers`, but not `a co-founder claims`.
fn is_compound(document: &Document, at: usize) -> bool {
    let person = Tags::PERSON_NOUN | Tags::TITLE | Tags::KIN | Tags::ORGANISATION | Tags::CAPITALISED;
    at > 1 && document.is(at - 1, "-") && document.is_glued(at - 1) && !document.tags(at).any(person)
}

/// Whether the word is an adjective, by itself or by its ending if it does not denote people or bodies: `critical`,
/// `recent`.
pub fn is_adjective(document: &Document, at: usize) -> bool {
    let noun = Tags::PERSON_NOUN | Tags::ORGANISATION | Tags::SITE | Tags::TITLE | Tags::CAPITALISED | Tags::CUE_NOUN;
    let endings = ["ical", "ous", "sive", "tive", "ful", "less", "able", "ible"];
    const PLAIN: WordList<10> =
        WordList::of(["earlier", "false", "latest", "new", "own", "past", "previous", "primary", "recent", "swing"]);
    document.is_one_of(at, &PLAIN)
        || !document.tags(at).any(noun) && endings.iter().any(|ending| document.word(at).ends_with(ending))
}

/// Whether the verb is passive, so that the subject is not the source: `was told`, `has been accused`, `when asked`.
pub fn is_passive(document: &Document, cue: usize, from: usize) -> bool {
    const REDUCED: WordList<6> = WordList::of(["when", "if", "once", "until", "unless", "than"]);
    if is_headline_passive(document, cue) {
        return true;
    }
    let group = sources::verb_group(document, cue, from);
    if group > 0 && document.is_one_of(group - 1, &REDUCED) || group == cue && idioms::is_asked_aside(document, cue) {
        return true;
    }
    // `you're asked`: the auxiliary is part of the pronoun before the group.
    let contracted = group > from && is_contracted_are(document.word(group - 1));
    // `those asked say`
    let those = cue > from && document.is(cue - 1, "those") && verb(document, cue + 1).is_some();
    !document.ends_in(cue, "ing")
        && (contracted || those || (group..cue).any(|at| document.is_one_of(at, &classes::BE)))
}

/// Whether the verb is a passive without its auxiliary in a headline: `Man Charged With Murder`, `Dorn Urged to Pay`,
/// `One Confirmed Dead`.
fn is_headline_passive(document: &Document, cue: usize) -> bool {
    const HEARERS: WordList<6> = WordList::of(["advised", "asked", "ordered", "reminded", "told", "urged"]);
    if document.block_of(cue).kind != BlockKind::Title {
        return false;
    }
    let next = |word: &str| document.is(cue + 1, word);
    document.is(cue, "charged") && next("with")
        || document.is(cue, "accused") && next("of")
        || document.is_one_of(cue, &HEARERS) && next("to")
        || document.is_one_of(cue, const { &WordList::of(["confirmed", "declared", "feared"]) })
            && (next("dead") || next("brain"))
}

/// Whether the word contains a contracted `are`: `you're`, `they're`.
fn is_contracted_are(word: &str) -> bool {
    word.ends_with("'re") || word.ends_with("’re")
}

/// The token after the verb of speech and its particle: `pointed out`, `shot back`.
pub fn end(document: &Document, cue: usize) -> usize {
    const PARTICLES: WordList<5> = WordList::of(["out", "back", "aloud", "up", "off"]);
    let particle = document.is_one_of(cue + 1, &PARTICLES);
    let inward = (document.is(cue + 1, "in") || document.is(cue + 1, "on"))
        && document
            .tokens
            .get(cue + 2)
            .is_some_and(|next| next.kind == TokenKind::Mark || next.kind == TokenKind::Quotation)
        && !verb(document, cue).is_some_and(|cue| cue.takes(Frame::Clause));
    cue + 1 + usize::from(particle || inward)
}

/// Whether the verb of speech is a participle, perhaps after an adverb: `adding`, `also noting`.
pub fn is_participle(document: &Document, at: usize) -> bool {
    let at = at + usize::from(document.tags(at).any(Tags::ADVERB));
    at < document.tokens.len() && document.ends_in(at, "ing") && verb(document, at).is_some()
}

/// Whether the verb of speech can be the only verb of its clause and takes a clause or a quotation.
pub fn is_finite_cue(document: &Document, at: usize) -> bool {
    verb(document, at).is_some_and(|cue| cue.takes(Frame::Clause) || cue.takes(Frame::Direct) || cue.takes(Frame::That))
        && !document.ends_in(at, "ing")
        && !document.is(at.wrapping_sub(1), "to")
        && document.quotation_of(at).is_none()
}

/// Whether the verb is `say` or `add`, which begin another attribution even after a bare `and`.
pub fn is_plain(document: &Document, at: usize) -> bool {
    verb(document, at).is_some_and(|cue| matches!(cue.lemma, "say" | "add"))
}

/// The last verb in `tokens` that can introduce direct speech.
pub fn last_direct(document: &Document, tokens: Range<usize>) -> Option<usize> {
    tokens.rev().find(|&at| verb(document, at).is_some_and(|cue| cue.takes(Frame::Direct)))
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn the_subject_may_be_far() {
        quotes(
            "
Neighbours in the area say they are uneasy.
                           ^^^^^^^^^^^^^^^ quote indirect cue=[say] speaker=[Neighbours in the area]
Dray admits having two boats but has said his club hates fishing.
            ^^^^^^^^^^^^^^^^ quote indirect cue=[admits] speaker=[Dray] person=[Dray]
                                          ^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Dray] person=[Dray]
Nora Finch left a rehearsal of her new play saying it was late.
                                                   ^^^^^^^^^^^ quote indirect cue=[saying] speaker=[Nora Finch] person=[Nora Finch]
The mayor defended the move saying it would save money.
                                   ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[saying] speaker=[The mayor]
",
        );
    }

    #[test]
    fn nouns_with_a_number_and_adjectives_are_no_verbs() {
        quotes(
            "Police look for three suspects they know. The two alleged burglars left. It covers reports from customers who paid.",
        );
    }

    #[test]
    fn a_report_of_police_is_no_verb() {
        quotes(
            "
The barge sank, according to a police report the town gave out.
^^^^^^^^^^^^^^ quote indirect cue=[according to] speaker=[a police report]
",
        );
    }

    #[test]
    fn a_medium_reports() {
        quotes(
            "
NBC News reports the first call came at nine. News reports say it rained. Otter News reports are late.
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[reports] speaker=[NBC News]
                                                               ^^^^^^^^^ quote indirect cue=[say] speaker=[News reports]
",
        );
    }

    #[test]
    fn a_headline_leaves_the_auxiliary_of_a_passive_out() {
        quotes(
            "
Miller Charged With Theft at Dorn Weir, One Man Confirmed Dead

A miller was charged with theft in Dorn on Monday.
",
        );
    }

    #[test]
    fn a_compound_before_a_noun_speaks_not() {
        quotes(
            "
The guild's debt-swap offers to the mill lapsed on Monday. A co-founder claims the mill was new.
                                                                               ^^^^^^^^^^^^^^^^ quote indirect cue=[claims] speaker=[A co-founder]
",
        );
    }
}
