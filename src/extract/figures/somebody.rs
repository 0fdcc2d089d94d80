//! Whether a noun denotes a person whose age can follow it: "the singer, 45, was born", "her brother, 34, said".

use super::{noun, numeral::joins};
use crate::{
    grammar::{classes, endings, kinds},
    types::{Document, Tags, TokenKind, WordList},
};

/// Maximum number of tokens from the noun back to its article.
const REACH: usize = 4;

/// Nouns for people that no ending reveals.
const PERSONS: WordList<67> = WordList::of([
    "accountant",
    "accused",
    "actor",
    "actress",
    "applicant",
    "architect",
    "assistant",
    "athlete",
    "baby",
    "barista",
    "bride",
    "chef",
    "chief",
    "clerk",
    "coach",
    "colleague",
    "complainant",
    "consultant",
    "cook",
    "deceased",
    "defendant",
    "duke",
    "electrician",
    "friend",
    "graduate",
    "gran",
    "groom",
    "guest",
    "heir",
    "heiress",
    "host",
    "hostess",
    "infant",
    "king",
    "lad",
    "magistrate",
    "mechanic",
    "monk",
    "nanny",
    "neighbor",
    "neighbour",
    "nun",
    "occupant",
    "partner",
    "pedestrian",
    "pensioner",
    "pilot",
    "poet",
    "politician",
    "priest",
    "prince",
    "princess",
    "queen",
    "saint",
    "sculptor",
    "skier",
    "star",
    "suspect",
    "teen",
    "teenager",
    "thief",
    "toddler",
    "tutor",
    "twin",
    "waitress",
    "witness",
    "youth",
]);

/// Nouns for things with endings of nouns for people.
const THINGS: WordList<36> = WordList::of([
    "answer",
    "barrier",
    "border",
    "boulder",
    "chapter",
    "charter",
    "cluster",
    "computer",
    "container",
    "corner",
    "corridor",
    "counter",
    "cylinder",
    "disaster",
    "factor",
    "helicopter",
    "letter",
    "matter",
    "monitor",
    "motor",
    "newspaper",
    "number",
    "order",
    "paper",
    "poster",
    "power",
    "quarter",
    "register",
    "remainder",
    "sector",
    "shelter",
    "summer",
    "theater",
    "trailer",
    "weather",
    "winter",
]);

/// Whether the noun at `at` denotes a person and follows an article or a possessive.
pub fn is_behind_article(document: &Document, at: usize) -> bool {
    is_noun_for_one(document, at) && article_before(document, at).is_some()
}

/// The article or possessive before the noun at `at`.
fn article_before(document: &Document, at: usize) -> Option<usize> {
    const LIMITS: Tags = Tags::AUXILIARY.with(Tags::PREPOSITION).with(Tags::CONJUNCTION);
    let first = document.sentence_tokens(at).start.max(at.saturating_sub(REACH));
    let mut before = (first..at).rev();
    let owner = |at: usize| document.tokens[at].kind == TokenKind::Possessive;
    let article =
        before.find(|&at| owner(at) || document.tags(at).any(LIMITS.with(Tags::DETERMINER).with(Tags::PRONOUN)));
    article.filter(|&at| owner(at) || document.tags(at).any(Tags::DETERMINER | Tags::PRONOUN))
}

/// Whether a number that ends before `end`, between commas after a noun of any kind, can only be an age: "The evacuee,
/// 52, was", "Tom Dale, a hiker, 46,".
pub fn is_set_off(document: &Document, noun: usize, end: usize) -> bool {
    const NUMBERED: WordList<14> = WordList::of([
        "age", "average", "channel", "count", "figure", "lot", "number", "page", "record", "score", "size", "sum",
        "toll", "total",
    ]);
    const SAID: Tags = Tags::AUXILIARY.with(Tags::CUE).with(Tags::VERB);
    let common = noun::is_noun(document, noun)
        && !document.tags(noun).any(Tags::CAPITALISED | Tags::DESIGNATOR | Tags::UNIT | Tags::TIME_UNIT)
        && !document.is_one_of(noun, &THINGS)
        && !document.is_one_of(noun, &NUMBERED);
    let Some(article) = article_before(document, noun).filter(|_| common) else { return false };
    // "One of the bargees, 34, was".
    let one = article > 1 && document.is(article - 1, "of") && document.is(article - 2, "one");
    if endings::is_plural(document, noun) && !one {
        return false;
    }
    let appositive = article > 1
        && document.is(article - 1, ",")
        && document.tags(article - 2).any(Tags::CAPITALISED)
        && document.is_one_of(article, &classes::INDEFINITE_ARTICLES);
    let past = |at: usize| kinds::is_word(document, at) && endings::is_past_form(document.word(at));
    let told = document.tags(end + 1).any(SAID) || past(end + 1);
    let closed = document.is_one_of(end, const { &WordList::of([",", ".", ";"]) });
    appositive && closed || document.is(end, ",") && told && !document.tags(end + 1).any(Tags::CAPITALISED)
}

fn is_relation(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::KIN) && !endings::is_plural(document, at)
}

/// Whether the word at `at` is a noun for one person, whatever its ending: "The victim", "her husband".
pub fn is_listed(document: &Document, at: usize) -> bool {
    let known = document.is_one_of(at, &PERSONS) || is_relation(document, at);
    known && !document.tags(at).any(Tags::CAPITALISED)
}

/// Whether the name that ends at `at` has a given name or an honorific before it: "Tilda Pike", "Mrs Pike".
pub fn is_full_name(document: &Document, at: usize) -> bool {
    let capital = |at: usize| document.tags(at).any(Tags::CAPITALISED) && kinds::is_word(document, at);
    // "Mr. Pike".
    let dot = usize::from(at > 1 && document.is(at - 1, ".") && document.is_glued(at - 2));
    let Some(first) = at.checked_sub(1 + dot).filter(|&first| capital(at) && capital(first)) else { return false };
    document.tags(first).any(Tags::HONORIFIC) || dot == 0 && document.tags(first).any(Tags::GIVEN_NAME)
}

/// Whether the number at `at` is that of a parent's children: "The mother of three", "a father-of-two".
pub fn is_parent(document: &Document, at: usize) -> bool {
    let past_dash = |at: usize| at.checked_sub(1).map(|at| at - usize::from(at > 0 && joins(document, at)));
    let number = document.tags(at).any(Tags::NUMBER_WORD | Tags::DIGITS);
    let of = past_dash(at).filter(|&of| number && document.is(of, "of"));
    of.and_then(past_dash).is_some_and(|parent| is_word_for_parent(document, parent))
}

/// Whether the word can be followed by the number of children: "Mother", "parents", "widow".
pub fn is_word_for_parent(document: &Document, at: usize) -> bool {
    const PARENTS: WordList<12> = WordList::of([
        "dad",
        "father",
        "grandad",
        "grandfather",
        "grandmother",
        "mom",
        "mother",
        "mum",
        "mummy",
        "parent",
        "parents",
        "widow",
    ]);
    document.is_one_of(at, &PARENTS)
}

fn is_noun_for_one(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    if tags.any(Tags::CAPITALISED) || !kinds::is_word(document, at) || endings::is_plural(document, at) {
        return false;
    }
    let word = document.word(at);
    let ending = word.len() > 5 && ["er", "or", "ist", "man", "ian"].iter().any(|ending| word.ends_with(ending));
    tags.any(Tags::PERSON_NOUN | Tags::TITLE)
        || document.is_one_of(at, &PERSONS)
        || is_relation(document, at)
        || ending && !document.is_one_of(at, &THINGS)
}

/// Whether the word can be the name of one person.
pub fn is_surname(document: &Document, at: usize) -> bool {
    const OTHER: Tags = Tags::MONTH.with(Tags::WEEKDAY).with(Tags::UPPERCASE);
    let tags = document.tags(at);
    let name = tags.any(Tags::CAPITALISED) && kinds::is_word(document, at) && !endings::is_plural(document, at);
    let place = tags.any(Tags::PLACE) && !tags.any(Tags::SURNAME | Tags::GIVEN_NAME);
    name && !place && !tags.any(OTHER)
}

/// Whether the capital makes the word a name, even where it opens its sentence; not in "Turnout was 41 when".
pub fn names(document: &Document, at: usize) -> bool {
    let tags = document.tags(at);
    !tags.any(Tags::SENTENCE_START) || tags.any(Tags::SURNAME | Tags::GIVEN_NAME)
}

/// Whether the word before "at" is the school that a person leaves: "Left school at 14".
pub fn left_school(document: &Document, school: usize) -> bool {
    const LEAVES: WordList<5> = WordList::of(["leave", "leaves", "leaving", "left", "quit"]);
    document.is(school, "school") && school > 0 && document.is_one_of(school - 1, &LEAVES)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures;

    #[test]
    fn trades_and_kin() {
        figures(
            "
The lute player, 45, was hurt; her brother, 34, and the mayor, 72, were not. The total number, 60, was told.
                 ^^ figure age value=45 unit=year counted=[lute player]
                                            ^^ figure age value=34 unit=year counted=[brother]
                                                               ^^ figure age value=72 unit=year counted=[mayor]
                                                                                               ^^ figure count value=60
",
        );
    }

    #[test]
    fn kin_of_named_people_and_parents() {
        figures(
            "
Pike's son, 34, met the printer (61) and a father-of-two, 45, as his wife, 52, left with her mum, 80.
            ^^ figure age value=34 unit=year counted=[Pike's son]
                                 ^^ figure age value=61 unit=year counted=[printer]
                                                     ^^^ figure count value=2
                                                          ^^ figure age value=45 unit=year
                                                                           ^^ figure age value=52 unit=year counted=[wife]
                                                                                                  ^^ figure age value=80 unit=year counted=[mum]
",
        );
    }

    #[test]
    fn names_when() {
        figures(
            "
Ada Dorrin was just 4 when the mill burned; Pike was 11 when it sank. Turnout was 41 when polls closed.
                    ^ figure age value=4 unit=year counted=[Ada Dorrin]
                                                     ^^ figure age value=11 unit=year counted=[Pike]
                                                                                  ^^ figure count value=41 counted=[Turnout]
",
        );
    }

    #[test]
    fn relatives_and_grown_people() {
        figures(
            "
Dad hides sons, 10 and 12. The daughter, 9, is well. Ada Pike met Tom Dale. Pike is 53 and lives in Tarn. The team was 12.
                ^^ figure age value=10 unit=year counted=[sons]
                       ^^ figure age value=12 unit=year counted=[sons]
                                         ^ figure age value=9 unit=year counted=[daughter]
                                                                                    ^^ figure age value=53 unit=year counted=[Pike]
                                                                                                                       ^^ figure count value=12 counted=[team]
",
        );
    }
}
