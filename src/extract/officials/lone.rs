//! Whether a single word names a person whom nothing introduces: "their sons Otto and Ivo", "Halden's wife", "Halden
//! was arrested", "said Halden".
//!
//! Towns, firms, teams and works stand alone as often as people do, and most of their names are family names too. An
//! article of some length introduces its people by their full names, titles or ages; a word that stands alone all the
//! way through is therefore a person only where it does or has what only people do or have.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::name_shape::{Part, part};
use crate::{
    grammar::{classes, kinds, slips::is_slip},
    types::{Document, Tags, TokenKind, WordList},
};

/// Texts of at most this many sentences introduce nobody.
const EXCERPT: usize = 4;
/// Texts of more sentences than this introduce the people they tell of.
const ARTICLE: usize = 8;

/// Shorter names are often one letter apart from each other.
const SHORTEST_MISSPELT: usize = 6;

/// Maximum number of tokens from a noun for relatives to a name in the list behind it.
const LIST: usize = 12;

/// The words among `singles`, the tokens of single words without a title, that something shows to be names of people
/// somewhere in the document; all of them in an excerpt, which introduces nobody.
///
/// `introduces` says whether the document has a given and a family name, `introduced` holds the last words of all names
/// of several words; these show that a word is a name, even if it is misspelt: `Tom Halden … Haldne`.
pub fn shown<'a>(
    document: &Document<'a>,
    singles: impl Iterator<Item = usize>,
    introduces: bool,
    introduced: &FxHashSet<&str>,
) -> FxHashSet<&'a str> {
    let excerpt = document.sentences.len() <= if introduces { EXCERPT } else { ARTICLE };
    let named = |at: usize| {
        let word = document.word(at);
        let misspelt = |name: &&str| word.len() >= SHORTEST_MISSPELT && is_slip(name, word);
        introduced.contains(word) || introduced.iter().any(misspelt)
    };
    singles.filter(|&at| excerpt || named(at) || is_shown(document, at)).map(|at| document.word(at)).collect()
}

/// Whether the word is a given name and nothing else, or is used as only names of people are.
fn is_shown(document: &Document, at: usize) -> bool {
    let part = part(document, at);
    part == Part::Given
        || is_in_family(document, at)
        || has_what_people_have(document, at)
        || is_in_a_persons_state(document, at)
        || is_described(document, at)
        || is_taken_up(document, at)
        || is_hurt_or_taught(document, at)
        || matches!(part, Part::Family | Part::Either) && (is_listed(document, at) || speaks(document, at))
}

/// Whether a noun for relatives or friends precedes the word, or the list of names with it: `his wife, Halden`, `their
/// sons Otto, 4, and Halden`.
fn is_in_family(document: &Document, at: usize) -> bool {
    const BETWEEN: WordList<6> = WordList::of(["&", "(", ")", ",", ";", "and"]);
    const NOUNS: WordList<4> = WordList::of(["children", "friend", "kids", "partner"]);
    let first = document.sentence_tokens(at).start.max(at.saturating_sub(LIST));
    let listed =
        |at: &usize| document.tags(*at).any(Tags::CAPITALISED | Tags::DIGITS) || document.is_one_of(*at, &BETWEEN);
    let noun = (first..at).rev().find(|at| !listed(at));
    noun.is_some_and(|noun| document.tags(noun).any(Tags::KIN) || document.is_one_of(noun, &NOUNS))
}

/// Whether the word owns what only people have: `Halden's mother`, `Halden's death`.
fn has_what_people_have(document: &Document, at: usize) -> bool {
    const OWNED: WordList<24> = WordList::of([
        "arm",
        "arrest",
        "body",
        "boyfriend",
        "career",
        "chest",
        "childhood",
        "death",
        "face",
        "family",
        "friend",
        "friends",
        "funeral",
        "girlfriend",
        "hand",
        "head",
        "injuries",
        "lawyer",
        "leg",
        "neck",
        "neighbors",
        "neighbours",
        "parents",
        "widow",
    ]);
    let owned = at + 2;
    kinds::is_possessive(document, at + 1) && (document.is_one_of(owned, &OWNED) || document.tags(owned).any(Tags::KIN))
}

/// Whether something follows that happens to people only, or that only people do: `Halden was also arrested`, `Halden
/// testified`.
fn is_in_a_persons_state(document: &Document, at: usize) -> bool {
    const DONE: WordList<16> = WordList::of([
        "confessed",
        "cried",
        "died",
        "drove",
        "fled",
        "graduated",
        "laughed",
        "married",
        "pleaded",
        "smiled",
        "testified",
        "thinks",
        "told",
        "walked",
        "weeps",
        "wept",
    ]);
    const STATES: WordList<14> = WordList::of([
        "arrested",
        "born",
        "charged",
        "convicted",
        "dead",
        "hospitalized",
        "injured",
        "killed",
        "pronounced",
        "sentenced",
        "shot",
        "stabbed",
        "survived",
        "wounded",
    ]);
    let auxiliary = document.tags(at + 1).any(Tags::AUXILIARY);
    document.is_one_of(at + 1, &DONE) || auxiliary && (at + 2..at + 4).any(|at| document.is_one_of(at, &STATES))
}

/// Whether a relative clause about one person follows: `Halden, who was late`; several are a team.
fn is_described(document: &Document, at: usize) -> bool {
    const SEVERAL: WordList<3> = WordList::of(["are", "have", "were"]);
    document.is(at + 1, ",") && document.is(at + 2, "who") && !document.is_one_of(at + 3, &SEVERAL)
}

/// Whether a pronoun for one person stands for the word: before or after it in the clause whose subject it is, or at
/// the start of the next sentence where the word opens this one: `Halden lost her boat`, `Halden swam. She`.
fn is_taken_up(document: &Document, at: usize) -> bool {
    const PERSON: WordList<6> = WordList::of(["he", "her", "herself", "himself", "his", "she"]);
    const OTHER: WordList<4> = WordList::of(["it", "its", "their", "they"]);
    const VERB: Tags = Tags::AUXILIARY.with(Tags::VERB).with(Tags::CUE).with(Tags::ADVERB);
    let acts = document.tags(at + 1).any(VERB) || document.ends_in(at + 1, "ed") || document.is(at + 1, ",");
    if !acts || document.word(at).ends_with('s') {
        return false;
    }
    let time = Tags::PRONOUN | Tags::MONTH | Tags::WEEKDAY;
    let another = |at: usize| document.tags(at).any(Tags::CAPITALISED) && !document.tags(at).any(time);
    let tells = |at: &usize| another(*at) || document.is_one_of(*at, &PERSON) || document.is_one_of(*at, &OTHER);
    let Range { start, end } = document.sentence_tokens(at);
    let person = |found: Option<usize>| found.is_some_and(|at| document.is_one_of(at, &PERSON));
    let opens_next = start == at && end < document.tokens.len() && document.is_one_of(end, &classes::HE_OR_SHE);
    opens_next || person((at + 1..end).find(tells)) || person((start..at).rev().find(tells))
}

/// Whether a verb precedes the word whose object is a person: `they arrested Halden`.
fn is_hurt_or_taught(document: &Document, at: usize) -> bool {
    const VERBS: WordList<12> = WordList::of([
        "arrested",
        "charged",
        "convicted",
        "handcuffed",
        "kidnapped",
        "killed",
        "married",
        "murdered",
        "raped",
        "shot",
        "stabbed",
        "taught",
    ]);
    at > 0 && document.is_one_of(at - 1, &VERBS)
}

/// Whether the word stands in a list of family names, or before a bracket with a name or a minute: `Lund, Halden, Reed
/// (Dale 61)`.
fn is_listed(document: &Document, at: usize) -> bool {
    let name = |at: usize| matches!(part(document, at), Part::Family | Part::Either);
    let link = |at: usize| document.is(at, ",") || document.is(at, "and") || document.is(at, "or");
    let bracket = document.is(at + 1, "(") && document.tags(at + 2).any(Tags::CAPITALISED | Tags::DIGITS);
    bracket || link(at + 1) && name(at + 2) || at > 1 && link(at - 1) && name(at - 2)
}

/// Whether a verb of speech is beside the word, other than those of media and firms: `said Halden,`, `Halden asked`,
/// but not `Halden reports`, `Halden says it`.
fn speaks(document: &Document, at: usize) -> bool {
    const OF_BODIES: WordList<9> = WordList::of([
        "announced",
        "announces",
        "estimates",
        "noted",
        "notes",
        "predicts",
        "quotes",
        "reported",
        "reports",
    ]);
    let cue = |at: usize| {
        let tags = document.tags(at);
        tags.any(Tags::CUE) && !tags.any(Tags::CAPITALISED) && !document.is_one_of(at, &OF_BODIES)
    };
    let bound = Tags::CUE | Tags::AUXILIARY | Tags::CONJUNCTION;
    let closed =
        |at: usize| document.tokens.get(at).is_none_or(|next| next.kind != TokenKind::Word || next.tags.any(bound));
    let of_thing = document.is(at + 2, "it") || document.is(at + 2, "its");
    cue(at + 1) && !of_thing || at > 0 && cue(at - 1) && closed(at + 1)
}

#[cfg(test)]
mod tests {
    use crate::testing::people;

    #[test]
    fn who_stands_alone_is_somebody_if_something_shows_it() {
        people(
            "
Ann Reed runs the mill. It burned. It was late. A dog barked. Her sons Otto, 4, and Wilmot slept.
^^^^^^^^ person Ann Reed
                                                                       ^^^^ person Otto
                                                                                    ^^^^^^ person Wilmot
A mother wept for hours after Quillam's death, and Tobiash was shot. Orlowick, who is ill, left. “No,” said Dalby.
                              ^^^^^^^ person Quillam
                                                   ^^^^^^^ person Tobiash
                                                                     ^^^^^^^^ person Orlowick
                                                                                                            ^^^^^ person Dalby
Ferriman lost her barge. It sank. It rained. They arrested Hadley.
^^^^^^^^ person Ferriman
                                                           ^^^^^^ person Hadley
",
        );
    }

    #[test]
    fn who_is_named_in_full_may_stand_alone() {
        people(
            "
Ann Roman runs the mill. It burned. It was late. A dog barked. It rained. The mill was old, Roman said.
^^^^^^^^^ person Ann Roman
                                                                                            ^^^^^ person Ann Roman
Tom Halversen sold it. The owner was never Halverson.
^^^^^^^^^^^^^ person Tom Halversen
                                           ^^^^^^^^^ person Halverson
",
        );
    }

    #[test]
    fn what_stands_alone_is_nobody_if_nothing_shows_it() {
        people(
            "
Ann Reed runs the mill. It burned. It was late. A dog barked. She sold it to Tolland.
^^^^^^^^ person Ann Reed
Winfield led the market, and Hadley's profits rose. The fire in Garrick's kiln reached Pembroke. Dunmore says it pays.
",
        );
    }

    #[test]
    fn an_excerpt_introduces_nobody() {
        people(
            "
Winfield led the market, and Hadley's profits rose.
^^^^^^^^ person Winfield
                             ^^^^^^ person Hadley
",
        );
    }
}
